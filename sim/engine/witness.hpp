#pragma once
// What the seller witnessed in one week, as integers: the kernel plays a believed deal so that it agrees (engine/guide.hpp)
// and says how likely it was to.
#include "engine/terms.hpp"

#include <cstdint>

namespace assent {

/// Indices of one kind, in any order; half open.
struct WitnessedIndices {
    const std::int32_t* begin = nullptr;
    const std::int32_t* end = nullptr;
    [[nodiscard]] bool contain(std::int32_t index) const noexcept {
        for (const std::int32_t* each = begin; each != end; ++each)
            if (*each == index) return true;
        return false;
    }
};

/// One touch of the week and what came of it.
struct WitnessedTouch {
    std::int32_t member = 0;
    Act act = Act::introduce;
    bool landed = false;
    bool blunder = false, eliminated = false;    ///< eliminated: the blunder struck us off the list
    bool caught = false;                         ///< an inflated claim was
    bool accepted = false;                       ///< the kickback was
    bool means = false;                          ///< the client's own means and other bidders came up
    float seen = -1;                             ///< support as seen, [0, 1]; -1: not seen
    float price = -1;                            ///< currency, of the offer; -1: none was made
    WitnessedIndices objections, roots, members; ///< that came to light
};

struct WitnessedWeek {
    const WitnessedTouch* touches = nullptr; ///< in the order in which they happened (n_touch)
    std::int32_t n_touch = 0;
    const float* heard =
        nullptr; ///< severity heard this week, [0, 1]; -1: not heard (n_objection); null: nothing heard
    Stage stage = Stage::unaware;        ///< before decisions of this week
    std::int32_t stage_week = 0;         ///< in which it was entered
    PilotState pilot = PilotState::none; ///< at the end of the week
    bool met = false;                    ///< a decision meeting was held
    std::int32_t settled = -1;           ///< its result: alternative, -1: no agreement yet
    float their_offer = -1; ///< what the buyer offered last this week, as utility to us, [0, 1]; -1: nothing
    bool closed = false;    ///< the deal ended
    Outcome outcome = Outcome::no_decision;
};

/// Natural logarithm of the chance that is given to what a deal would not have done: no set of deals dies of a surprise.
inline constexpr float surprise = -6.0f;
/// Standard deviation below which no difference between what was seen or heard and what a deal would have shown is held
/// against it, shares: what is seen exactly would otherwise fit no deal.
inline constexpr float seen_tolerance = 0.05f, heard_tolerance = 0.08f, offer_tolerance = 0.05f;
/// Meetings that are drawn to find how likely the witnessed result was.
inline constexpr std::int32_t meeting_draws = 32;

/// A week being replayed as it was witnessed; a deal of one lane may have one.
struct Guide {
    const WitnessedWeek& week;
    Stage before = Stage::unaware;         ///< in which the week began
    const WitnessedTouch* touch = nullptr; ///< the one being made; null: none like it was witnessed
    std::int32_t next_touch = 0;
    float log_likelihood = 0;
};

} // namespace assent
