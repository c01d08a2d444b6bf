#pragma once
// Why a move cannot be made.
#include "rehearsal/knowledge.hpp"
#include "rehearsal/practice.hpp"

#include <optional>
#include <string_view>

namespace assent {

struct MoveProblem {
    enum class Kind : std::uint8_t {
        decided,       ///< the deal is over
        nonsense,      ///< a number or place out of its range
        nobody,        ///< nobody the seller knows: a stranger and a member he has not heard of are told alike
        needless,      ///< terms that the act does not use
        kickback,      ///< against the ethics of seller or manner
        embellishment, ///< the same
        hours,         ///< needed, there = hours of the coming week
        money,         ///< needed, there = currency
        touches,       ///< there = touches of one member a week
        nothing_known, ///< an answer without topic, and no open doubt of the member is known
        trial_over,    ///< there is, or was, a trial
        trial_stage,   ///< no trial before screening or after evaluation
        asked,         ///< a decision was asked for before
        deciding,      ///< the client is deciding, or waits for the trial
    };
    Kind kind = Kind::nonsense;
    double needed = 0, there = 0;
    bool operator==(const MoveProblem&) const = default;
};

/// The kind in a few words: "it takes more hours than are left in that week".
std::string_view short_reason(MoveProblem::Kind kind);

/// What speaks against a move in the coming week. Nothing: the kernel makes it, unless an earlier touch of the same week
/// ends the deal, gets what this one asks for, or answers the last open doubt. `planned` are the moves of that week so
/// far; `knowledge` is without their hours.
std::optional<MoveProblem> problem_with(const Practice& practice, const Knowledge& knowledge,
                                        const std::vector<Move>& planned, const Move& move);

} // namespace assent
