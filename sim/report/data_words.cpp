#include "report/data_words.hpp"

#include <array>

namespace assent {

std::string_view kind_id(Counterfactual::Kind kind) {
    constexpr std::array<std::string_view, 6> kinds{"objection_removed", "objection_halved", "link_cut",
                                                    "mind_for_us",       "mind_against_us",  "rule_dropped"};
    return kinds[static_cast<std::size_t>(kind)];
}

std::string changed_topic(const Model& model, const Counterfactual& change) {
    if (change.objection < 0) return {};
    return model.centre.stakeholder(change.member).objections[static_cast<std::size_t>(change.objection)].topic;
}

} // namespace assent
