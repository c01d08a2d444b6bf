#include "report/data_words.hpp"

#include "model/words.hpp"

#include <array>

namespace assent {

std::string reason_id(const Model& model, std::int32_t reason) {
    const auto topics = static_cast<std::int32_t>(model.topics.size());
    if (reason < 0 || reason >= topics + reason_count) return {};
    return reason < topics ? model.topics[static_cast<std::size_t>(reason)].id
                           : std::string(word(static_cast<Reason>(reason - topics)));
}

std::string member_id(const Model& model, std::int32_t member) {
    return member < 0 ? std::string() : model.centre.stakeholder(member).id;
}

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
