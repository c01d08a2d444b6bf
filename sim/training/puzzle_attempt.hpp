#pragma once
// How a puzzle was answered, in points and for the profile.
#include "training/profile.hpp"
#include "training/puzzle.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace assent {

/// Points of 100 that a wrong answer takes away; what a hint takes stands in hint.hpp.
inline constexpr double wrong_answer_costs = 40;

struct PuzzleAnswer {
    int tries = 1, hints = 0;
    bool solved = false;
    [[nodiscard]] double points() const; ///< [0, 100]; 0 until it is solved
};

/// Which puzzles they are: company and seed.
struct PuzzleSource {
    std::filesystem::path scenario;
    std::uint64_t seed = 1;
    /// "three-heads/1/17", as the profile names the puzzle of a deal.
    [[nodiscard]] std::string item(std::uint64_t deal) const;
    /// The deal of such a name; nothing when it is of another company or seed.
    [[nodiscard]] std::optional<std::uint64_t> deal_of(std::string_view item) const;
};

/// For the profile; trainee and time are left open.
Attempt attempt_of(const Puzzle& puzzle, const PuzzleAnswer& answer, const PuzzleSource& source);

} // namespace assent
