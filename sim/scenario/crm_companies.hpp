#pragma once
// Contacts and opportunities by company, each person and each deal once.
#include "scenario/crm_tables.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace assent {

struct CrmCompany {
    std::string name; ///< as first written; empty: no table tells it
    std::vector<CrmContact> people;
    std::vector<CrmDeal> deals;
    std::vector<std::string> notes; ///< about this company, one sentence each
};

struct CrmCompanies {
    std::vector<CrmCompany> companies;                      ///< in the order of the table of contacts; at least one
    std::vector<std::pair<std::string, std::string>> notes; ///< about the tables: file, sentence
};

/// Companies are the same when their names agree but for capitals and punctuation, people of one company when their
/// names do, or address and last name. In time of O(n log n). `deals` may be null. Throws UserError when a company has
/// more people than a scenario may, or nothing says whose the deals are.
CrmCompanies gather_companies(CrmTable<CrmContact> contacts, CrmTable<CrmDeal>* deals);

/// The company of this name. Throws UserError with names like it when there is none.
const CrmCompany& company_named(const CrmCompanies& all, std::string_view name, const std::string& file);

} // namespace assent
