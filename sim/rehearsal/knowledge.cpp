#include "rehearsal/knowledge.hpp"

#include <algorithm>

namespace assent {
namespace {

using Kind = TraceEvent::Kind;

/// Week of the last event of a kind that meets a condition; 0: none.
template <class Condition> int last_week(std::span<const TraceEvent> events, Kind kind, const Condition& condition) {
    int week = 0;
    for (const TraceEvent& event : events)
        if (event.kind == kind && condition(event)) week = event.week;
    return week;
}

KnownObjection known_objection(const Plan& plan, const SellerView& view, std::int32_t objection,
                               std::span<const TraceEvent> witnessed) {
    const auto o = static_cast<std::size_t>(objection);
    KnownObjection known;
    known.objection = objection;
    known.root_known = view.root_known[o] > 0;
    known.topic = known.root_known ? plan.root_topic[o] : plan.stated_topic[o];
    known.heard = view.heard[o];
    known.heard_week =
        last_week(witnessed, Kind::doubt_heard, [&](const TraceEvent& event) { return event.other == objection; });
    return known;
}

KnownMember known_member(const Plan& plan, const SellerView& view, std::int32_t member,
                         std::span<const TraceEvent> witnessed) {
    const auto d = static_cast<std::size_t>(member);
    KnownMember known;
    known.member = member;
    known.known = view.known[d] > 0;
    if (!known.known) return known;
    known.contacts = static_cast<int>(view.contacts[d]);
    known.last_touch = static_cast<int>(view.last_touch[d]);
    known.seen = view.seen[d];
    known.seen_week =
        last_week(witnessed, Kind::support_seen, [&](const TraceEvent& event) { return event.member == member; });
    for (std::int32_t o = plan.objection_begin[d]; o < plan.objection_begin[d + 1]; ++o)
        if (view.objection_known[o] > 0) known.objections.push_back(known_objection(plan, view, o, witnessed));
    return known;
}

double coverage_of(const std::vector<KnownMember>& members) {
    const auto known = std::ranges::count_if(members, &KnownMember::known);
    const auto reached = std::ranges::count_if(members, [](const KnownMember& member) { return member.contacts > 0; });
    return known == 0 ? 0.0 : static_cast<double>(reached) / static_cast<double>(known);
}

} // namespace

bool is_witnessed(const TraceEvent& event) {
    switch (event.kind) {
    case Kind::need:
    case Kind::rival_contact:
    case Kind::rival_price_cut:
    case Kind::relief:
    case Kind::support:
    case Kind::severity:
    case Kind::vote:
    case Kind::veto:
        return false;
    default:
        return true;
    }
}

std::optional<TraceEvent> witness(const TraceEvent& event) {
    if (!is_witnessed(event)) return std::nullopt;
    TraceEvent seen = event;
    switch (event.kind) {
    case Kind::pilot_start: // its chance
    case Kind::shortfall:   // how much more the other knew
        seen.value = 0;
        break;
    case Kind::our_offer: // what either offer is worth to the client
    case Kind::their_offer:
        seen.second = 0;
        break;
    case Kind::closed: // the true reason
        seen.member = -1;
        seen.topic = -1;
        break;
    case Kind::quarter: // satisfaction
    case Kind::breakdown:
    case Kind::renewed:
        seen.value = 0;
        break;
    case Kind::client_left: // and why
    case Kind::won_back:
        seen.other = 0;
        seen.value = 0;
        break;
    default:
        break;
    }
    return seen;
}

Knowledge knowledge_of(const Plan& plan, std::int32_t manner, const DealState& state,
                       std::span<const TraceEvent> witnessed) {
    const SellerView view = seller_view(plan, state);
    const StrategyPlan& own = plan.strategies[static_cast<std::size_t>(manner)];
    Knowledge knowledge;
    knowledge.week = state.week;
    knowledge.stage = view.stage;
    knowledge.decided = state.decided;
    for (std::int32_t d = 0; d < plan.n_member; ++d)
        knowledge.members.push_back(known_member(plan, view, d, witnessed));
    knowledge.hours_left = state.decided ? 0.0f : own.hours;
    knowledge.hours_spent = view.hours;
    knowledge.money_spent = view.spent;
    knowledge.money_left = own.budget - view.spent;
    knowledge.price = view.price;
    knowledge.offer_made = view.offer_made;
    knowledge.competitor_known = view.competitor_known;
    knowledge.asked = view.asked;
    knowledge.pilot = view.pilot;
    for (std::int32_t x = 0; x < plan.n_extra; ++x) knowledge.means_known.push_back(view.means_known[x] > 0 ? 1 : 0);
    knowledge.coverage = coverage_of(knowledge.members);
    return knowledge;
}

void plan_move(Knowledge& knowledge, const Plan& plan, const Move& move) {
    // In the arithmetic of the kernel, so that what fits here is made there.
    const auto hours = static_cast<float>(move_hours(plan, move)), cost = static_cast<float>(move_cost(plan, move));
    knowledge.hours_left -= hours;
    knowledge.hours_spent += hours;
    knowledge.money_spent += cost;
    knowledge.money_left -= cost;
}

} // namespace assent
