// What the people of a generated company doubt.
#include "model/company_parts.hpp"
#include "model/likely_doubts.hpp"

#include <algorithm>
#include <span>
#include <vector>

namespace assent {

std::span<const LikelyDoubt> likely_doubts(Role role) {
    static constexpr LikelyDoubt finance[] = {{"price", 0.6}, {"roi", 0.5}, {"budget", 0.35}};
    static constexpr LikelyDoubt deciders[] = {{"urgency", 0.45}, {"trust", 0.3}, {"status_quo", 0.3}, {"roi", 0.2}};
    static constexpr LikelyDoubt technicians[] = {{"integration", 0.5}, {"fit", 0.4}, {"security_compliance", 0.3}};
    static constexpr LikelyDoubt users[] = {{"change_risk", 0.45}, {"support", 0.4}, {"fit", 0.25}};
    static constexpr LikelyDoubt friends[] = {{"authority", 0.35}, {"fit", 0.25}, {"support", 0.2}};
    static constexpr LikelyDoubt purchasers[] = {{"terms", 0.6}, {"price", 0.45}, {"competitor", 0.25}};
    static constexpr LikelyDoubt opponents[] = {{"competitor", 0.5}, {"status_quo", 0.5}, {"trust", 0.3}};
    static constexpr LikelyDoubt others[] = {{"authority", 0.3}, {"status_quo", 0.2}};
    switch (role) {
    case Role::economic_buyer:
        return finance;
    case Role::decision_maker:
    case Role::executive_sponsor:
        return deciders;
    case Role::technical_buyer:
    case Role::evaluator:
        return technicians;
    case Role::user:
        return users;
    case Role::champion:
    case Role::influencer:
    case Role::initiator:
        return friends;
    case Role::legal_procurement:
        return purchasers;
    case Role::blocker:
        return opponents;
    case Role::gatekeeper:
    case Role::other:
        break;
    }
    return others;
}

namespace {

constexpr std::size_t most_doubts = 3; ///< of one person

/// What a new task adds for everybody: more fear and less certainty that it is needed at all (Dixon & McKenna 2022).
constexpr LikelyDoubt of_new_tasks[] = {{"change_risk", 0.25}, {"indecision", 0.25}, {"need", 0.15}};

/// What may stand behind a topic that is said because it is easy to say (fact B6); empty: it is meant.
std::span<const std::string_view> roots_of(std::string_view topic) {
    static constexpr std::string_view price[] = {"roi", "support", "change_risk"};
    static constexpr std::string_view budget[] = {"need", "roi"};
    static constexpr std::string_view urgency[] = {"indecision", "change_risk"};
    static constexpr std::string_view fit[] = {"change_risk"};
    static constexpr std::string_view authority[] = {"need", "trust"};
    static constexpr std::string_view terms[] = {"trust"};
    if (topic == "price") return price;
    if (topic == "budget") return budget;
    if (topic == "urgency") return urgency;
    if (topic == "fit") return fit;
    if (topic == "authority") return authority;
    if (topic == "terms") return terms;
    return {};
}

Objection draw_doubt(const CompanyDraft& draft, const std::string& id, std::string_view topic) {
    const Situation& situation = draft.situation;
    const std::string address = "doubt." + id + "." + std::string(topic);
    Objection doubt;
    doubt.topic = topic;
    doubt.severity = about_share(
        draft.dice.number(of(address, "severity"), situation.severity.least, situation.severity.greatest), 0.2);
    doubt.weight =
        draft.dice.number(of(address, "weight"), situation.doubt_weight.least, situation.doubt_weight.greatest);
    const auto roots = roots_of(topic);
    doubt.pretext = !roots.empty() && draft.dice.chance(of(address, "pretext"), situation.pretext);
    if (doubt.pretext) doubt.root = draft.dice.pick(of(address, "root"), roots);
    doubt.known = !draft.dice.chance(of(address, "hidden"), situation.hidden);
    return doubt;
}

} // namespace

void draw_doubts(CompanyDraft& draft) {
    for (int member = 0; member < draft.model.centre.size(); ++member) {
        Stakeholder& person = draft.model.centre.stakeholder(member);
        const auto typical = likely_doubts(person.roles.front());
        std::vector<LikelyDoubt> likely(typical.begin(), typical.end());
        if (draft.new_task()) likely.insert(likely.end(), std::begin(of_new_tasks), std::end(of_new_tasks));
        for (const LikelyDoubt& each : likely) {
            const auto said = [&](const Objection& doubt) { return doubt.topic == each.topic; };
            const double chance = each.chance * draft.situation.doubt_chance;
            if (person.objections.size() < most_doubts && std::ranges::none_of(person.objections, said) &&
                draft.dice.chance("doubt." + person.id + "." + std::string(each.topic), chance))
                person.objections.push_back(draw_doubt(draft, person.id, each.topic));
        }
    }
}

} // namespace assent
