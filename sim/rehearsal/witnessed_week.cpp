#include "rehearsal/witnessed_week.hpp"

#include <algorithm>

namespace assent {
namespace {

using Kind = TraceEvent::Kind;

WitnessedIndices indices(const std::vector<std::int32_t>& found) { return {found.data(), found.data() + found.size()}; }

} // namespace

WeekWitness::WeekWitness(const Plan& truth, const Plan& believed, std::span<const TraceEvent> events,
                         const Knowledge& before, const Knowledge& after, std::int32_t stage_week)
    : truth_(truth), believed_(believed), heard_(static_cast<std::size_t>(believed.n_objection), -1.0f) {
    week_.stage_week = stage_week;
    for (const TraceEvent& event : events) take(event);
    // That the client told of its own means shows only in what is known; the last touch that asked is taken to have done it.
    const bool told = before.means_known != after.means_known || before.competitor_known != after.competitor_known;
    const auto asked = std::find_if(touches_.rbegin(), touches_.rend(), [](const WitnessedTouch& touch) {
        return touch.act == Act::discover && touch.seen >= 0;
    });
    if (told && asked != touches_.rend()) asked->means = true;
    for (std::size_t t = 0; t < touches_.size(); ++t) {
        touches_[t].objections = indices(found_[t].objections);
        touches_[t].roots = indices(found_[t].roots);
        touches_[t].members = indices(found_[t].members);
    }
    week_.touches = touches_.data();
    week_.n_touch = static_cast<std::int32_t>(touches_.size());
    week_.heard = heard_.data();
    week_.stage = negotiates_ ? Stage::decision : after.stage;
    week_.pilot = after.pilot;
}

std::int32_t WeekWitness::believed(const TraceEvent& event) const {
    const auto d = static_cast<std::size_t>(event.member);
    return believed_.objection_begin[d] + event.other - truth_.objection_begin[d];
}

void WeekWitness::take(const TraceEvent& event) {
    switch (event.kind) {
    case Kind::touch:
        touches_.emplace_back();
        touches_.back().member = event.member;
        touches_.back().act = event.act;
        touches_.back().landed = event.flag;
        found_.emplace_back();
        break;
    case Kind::stage:
        if (static_cast<Stage>(event.other) == Stage::negotiation)
            negotiates_ = true;
        else
            week_.stage_week = event.week;
        break;
    case Kind::meeting:
        week_.met = true;
        week_.settled = event.other;
        break;
    case Kind::their_offer:
        week_.their_offer = event.value;
        break;
    case Kind::closed:
        week_.closed = true;
        week_.outcome = static_cast<Outcome>(event.other);
        break;
    default:
        if (!touches_.empty()) take_of_touch(event);
        break;
    }
}

void WeekWitness::take_of_touch(const TraceEvent& event) {
    WitnessedTouch& touch = touches_.back();
    switch (event.kind) {
    case Kind::blunder:
        touch.blunder = true;
        touch.eliminated = event.flag;
        break;
    case Kind::caught:
        touch.caught = true;
        break;
    case Kind::kickback:
        touch.accepted = event.flag;
        break;
    case Kind::support_seen:
        touch.seen = event.value;
        break;
    case Kind::offer:
        touch.price = event.value;
        break;
    case Kind::objection_found:
        found_.back().objections.push_back(believed(event));
        break;
    case Kind::root_found:
        found_.back().roots.push_back(believed(event));
        break;
    case Kind::member_found:
        found_.back().members.push_back(event.member);
        break;
    case Kind::doubt_heard:
        heard_[static_cast<std::size_t>(believed(event))] = event.value;
        break;
    default:
        break;
    }
}

} // namespace assent
