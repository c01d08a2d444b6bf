#pragma once
// A scenario between file and model: links still name their ends, so that dangling ones can be told from the rest.
#include "model/model.hpp"

#include <string>
#include <vector>

namespace assent {

/// A link as the file tells it. `reports_to` runs from the subordinate to the superior, against the influence.
struct LinkDraft {
    std::string from, to;
    Link link;
};

/// What the key table binds to.
struct Draft {
    Model model; ///< its centre is empty
    std::vector<std::string> include;
    std::vector<Stakeholder> stakeholders;
    std::vector<LinkDraft> links;
};

/// A draft of an empty scenario, with everything that is built in.
Draft empty_draft();
/// Takes a model apart.
Draft draft_of(const Model& model);
/// Puts a checked draft together: turns reports_to around, our alternative first, doing nothing last.
Model model_of(Draft draft);

} // namespace assent
