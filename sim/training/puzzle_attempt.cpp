#include "training/puzzle_attempt.hpp"

#include "training/hint.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace assent {

double PuzzleAnswer::points() const {
    return solved ? std::max(0.0, 100 - wrong_answer_costs * (tries - 1) - puzzle_hint_costs * hints) : 0;
}

std::string PuzzleSource::item(std::uint64_t deal) const {
    return fmt::format("{}/{}/{}", scenario.stem().string(), seed, deal);
}

std::optional<std::uint64_t> PuzzleSource::deal_of(std::string_view item) const {
    const std::string ours = fmt::format("{}/{}/", scenario.stem().string(), seed);
    if (!item.starts_with(ours)) return std::nullopt;
    item.remove_prefix(ours.size());
    std::uint64_t deal = 0;
    const auto [end, error] = std::from_chars(item.data(), item.data() + item.size(), deal);
    return error == std::errc() && end == item.data() + item.size() ? std::optional(deal) : std::nullopt;
}

Attempt attempt_of(const Puzzle& puzzle, const PuzzleAnswer& answer, const PuzzleSource& source) {
    Attempt attempt;
    attempt.kind = "puzzle";
    attempt.item = source.item(puzzle.deal);
    attempt.measure = "win";
    attempt.goal = puzzle.choices[puzzle.best].gain;
    attempt.value = answer.solved ? attempt.goal : 0;
    attempt.passed = answer.solved;
    attempt.tries = answer.tries;
    attempt.hints = answer.hints;
    attempt.points = answer.points();
    attempt.seed = source.seed;
    return attempt;
}

} // namespace assent
