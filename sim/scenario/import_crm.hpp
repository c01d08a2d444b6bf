#pragma once
// A company out of a CRM system, to a scenario that can be played: what its records say is taken, what they do not say
// is marked as unknown or guessed, and every guess is told.
#include "scenario/crm_companies.hpp"
#include "scenario/import_graph.hpp"

namespace assent {

/// People with names, titles, roles and managers; the deal that is open as what is sold, deals won before as history.
/// The decision week counts from `today`. The model is valid and can be run. `source` names the file in the notes.
GraphImport import_crm(const CrmCompany& company, Date today, const std::string& source);

} // namespace assent
