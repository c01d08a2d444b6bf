#pragma once
// Decisions of a deal that cost too much, to be tried again as puzzles are, and again until they are known.
#include "rehearsal/debrief.hpp"
#include "training/profile.hpp"
#include "training/puzzle_attempt.hpp"

#include <optional>
#include <string>
#include <vector>

namespace assent {

/// The session stands where it was decided, with the decision as its only way on.
struct Mistake {
    std::string item; ///< as the profile names it; no other position has the name
    Session session;
};

/// An inaccuracy, mistake or blunder whose judgement has rollouts enough.
bool is_mistake(const JudgedMove& judged);
/// These of a debrief in their order.
std::vector<Mistake> mistakes_of(const Session& session, const Debrief& debrief);
/// The position as a puzzle, any choice within retry_tolerance of the best right; nothing when there is no choice.
std::optional<Puzzle> retry_of(const Mistake& mistake, const PuzzleRequest& request = {});
/// For the profile; trainee and time are left open.
Attempt attempt_of(const Mistake& mistake, const Puzzle& puzzle, const PuzzleAnswer& answer);

/// As a session file with its scenario, for the profile.
std::string position_text(const Mistake& mistake);
/// Reads it again. Throws UserError when it is damaged.
Mistake read_mistake(const std::string& item, const std::string& text);

/// Those that come back now. What cannot be read any more, because the model has changed since, is let go.
struct DueMistakes {
    std::vector<Mistake> mistakes;
    std::vector<std::string> let_go; ///< items
};
DueMistakes due_mistakes(Profile& profile);

} // namespace assent
