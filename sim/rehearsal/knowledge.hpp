#pragma once
// What the seller knows at a position of a deal, and nothing else.
#include "engine/rollout.hpp"
#include "rehearsal/move.hpp"

#include <optional>
#include <span>
#include <vector>

namespace assent {

struct KnownObjection {
    std::int32_t objection = 0;  ///< place in the plan
    std::int32_t topic = 0;      ///< what the seller takes it to be about: the root once that is known
    bool root_known = false;     ///< true as well where nothing is behind it
    float heard = 0;             ///< severity as last heard, [0, 1]; before the first talk what the scenario expects
    std::int32_t heard_week = 0; ///< 0: not heard yet, known beforehand
};

struct KnownMember {
    std::int32_t member = 0;
    bool known = false; ///< the rest says nothing of members that are not
    int contacts = 0;   ///< touches that got through
    int last_touch = 0; ///< week, 0: never
    float seen = -1;    ///< support as last seen, [0, 1]; -1: never
    int seen_week = 0;
    std::vector<KnownObjection> objections; ///< known ones only
};

struct Knowledge {
    int week = 0; ///< weeks played
    Stage stage = Stage::unaware;
    bool decided = false;
    Outcome outcome = Outcome::no_decision; ///< meant only when decided
    std::vector<KnownMember> members;       ///< all of the centre, in its order
    float hours_left = 0;                   ///< of the coming week, without what is planned for it
    float hours_spent = 0, money_spent = 0; ///< with what is planned
    float money_left = 0;                   ///< currency
    float price = 0;                        ///< of our offer, currency; the list price before there is one
    bool offer_made = false, competitor_known = false, asked = false;
    PilotState pilot = PilotState::none;
    std::vector<std::uint8_t> means_known; ///< does the seller know whether the client has it (n_extra)
    double coverage = 0;                   ///< share of known members reached, [0, 1]
};

/// Does the seller witness such an event: touches, what he found and saw, offers, the trial, stages, what a meeting
/// settled, talks, the end and what comes after the sale. Not: need, rivals' calls, minds, votes.
bool is_witnessed(const TraceEvent& event);

/// The event as the seller sees it: what he cannot know of it is cleared. Nothing when he does not witness it.
std::optional<TraceEvent> witness(const TraceEvent& event);

/// What the seller knows in `state`; `witnessed` is all that he saw so far, in order. Nothing is planned yet.
Knowledge knowledge_of(const Plan& plan, std::int32_t manner, const DealState& state,
                       std::span<const TraceEvent> witnessed);

/// Takes hours and money of a move that is planned for the coming week.
void plan_move(Knowledge& knowledge, const Plan& plan, const Move& move);

} // namespace assent
