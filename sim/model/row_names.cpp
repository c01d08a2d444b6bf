#include "model/row_names.hpp"

#include "model/words.hpp"

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

RowNames row_names(const Model& model) {
    RowNames names;
    names.alternatives.emplace_back();
    for (const Alternative& alternative : model.alternatives) names.alternatives.push_back(alternative.id);
    const auto reasons = static_cast<std::int32_t>(model.topics.size()) + reason_count;
    for (std::int32_t reason = -1; reason < reasons; ++reason) names.reasons.push_back(reason_id(model, reason));
    for (std::int32_t member = -1; member < model.centre.size(); ++member)
        names.members.push_back(member_id(model, member));
    return names;
}

} // namespace assent
