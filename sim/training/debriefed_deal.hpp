#pragma once
// A deal that came to its end and was debriefed, as a profile keeps it. A deal counts once, as it was at its first debrief:
// from then on one knows what was true.
#include "rehearsal/debrief.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace assent {

/// Which deal of which company: who plays it again meets the same people and the same luck.
struct DealKey {
    std::string company; ///< identity of the resolved scenario (rehearsal/session_file.hpp)
    std::uint64_t seed = 1, deal = 0;
    bool operator==(const DealKey&) const = default;
};

DealKey key_of(const Session& session);

struct DebriefedDeal {
    DealKey key;
    std::string title; ///< of the scenario
    bool won = false;
    double points = 0;                        ///< of 100, skill without luck
    std::array<double, skill_count> skills{}; ///< by Skill: share of its points, [0, 1]
    std::vector<JudgedForecast> forecasts;
    std::int64_t at = 0; ///< seconds since 1970, UTC
};

/// As a profile keeps it, time left open; nothing while the deal is open at the leaf.
std::optional<DebriefedDeal> debriefed_deal(const Session& session, NodeId leaf, const Debrief& debrief);

} // namespace assent
