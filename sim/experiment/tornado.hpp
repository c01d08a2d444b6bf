#pragma once
// Tornado: one number at a time is moved to a low and a high value, everything else stays, the luck too. Which numbers
// change who leads, and which only move the level?
#include "experiment/plan_numbers.hpp"
#include "experiment/run.hpp"
#include "model/model.hpp"

#include <functional>
#include <string>
#include <vector>

namespace assent {

/// What another value does to the order of the strategies.
enum class Turn : std::uint8_t {
    stays,   ///< the leader leads, or cannot be told apart from who does
    settles, ///< somebody clearly leads who could not be told apart from the leader before
    turns,   ///< somebody clearly leads who was clearly behind before
};

/// The run with the number at one of its ends.
struct TornadoSide {
    double value = 0;
    Interval measured;      ///< of the watched strategy
    Interval change;        ///< of the same against the scenario as it is, paired, simultaneous over all numbers
    std::size_t leader = 0; ///< who is first here: place in the tally
    Interval lead; ///< of that one over the leader of the scenario as it is; simultaneous over pairs and numbers
    Turn turn = Turn::stays;
};

struct TornadoBar {
    PlanNumber number;
    TornadoSide low, high;
    double swing = 0;     ///< greatest less least of the watched strategy's measure over low, high and as it is; >= 0
    bool touched = false; ///< does any deal differ in anything
    [[nodiscard]] bool turns() const { return low.turn == Turn::turns || high.turn == Turn::turns; }
    [[nodiscard]] bool settles() const { return !turns() && (low.turn != Turn::stays || high.turn != Turn::stays); }
};

struct TornadoRequest {
    RunRequest run; ///< its precision and its choice of strategies are not used: all are played
    RankMeasure measure = RankMeasure::win;
    std::int32_t watched = -1;             ///< strategy whose measure is shown; -1: the leader
    bool all_sources = false;              ///< also constants with a published figure
    bool drawn = true;                     ///< also the uncertain numbers of the scenario
    double reach = ConstantChoice{}.reach; ///< how far a constant is moved, see ConstantChoice
};

struct Tornado {
    TornadoRequest request;
    std::int64_t replicates = 0; ///< of each strategy at each value
    std::size_t leader = 0;      ///< of the scenario as it is: place among the strategies
    std::size_t watched = 0;
    std::vector<std::size_t> tied; ///< with the leader
    Interval measured;             ///< of the watched strategy
    std::vector<TornadoBar> bars;  ///< largest swing first
    std::size_t planned = 0;       ///< numbers to move; more than bars: cancelled
};

/// The numbers that a request would move.
std::vector<PlanNumber> tornado_numbers(const Model& model, const TornadoRequest& request);

/// Plays the scenario as it is, then with each number at either end. Throws UserError as run() does.
Tornado play_tornado(const Model& model, const TornadoRequest& request,
                     const std::function<void(const Progress&)>& progress = {});

} // namespace assent
