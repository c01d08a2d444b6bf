#pragma once
// What a search may put into a strategy: acts, targets, channels, times, terms and service that the scenario knows, less
// what its limits rule out. Every strategy that leaves tidied() passes the checks of a scenario file.
#include "model/model.hpp"

#include <optional>
#include <string>
#include <vector>

namespace assent {

/// What a wanted strategy must keep to, on top of what the seller and the hand-written strategies say of themselves.
struct SearchLimits {
    std::optional<double> hours_per_week; ///< for this client, (0, 168]
    std::optional<double> hours_per_deal; ///< mean over all deals, (0, 1e6]
    std::optional<double> cost;           ///< currency a deal for acts, channels and inducements, [0, 1e12]
    std::optional<double> discount;       ///< largest share off the list price, [0, 0.9]
    bool honest = false;                  ///< no inflated claims
    int rules = 12;                       ///< at most, 1 … Limits::rules_per_strategy
};

/// Whom a rule turns to.
struct RuleTarget {
    Selector selector = Selector::all;
    std::string member; ///< selector member
    Role role = Role::other;
};

/// The values that a search chooses from; a list of one value fixes it, an empty list leaves it as the rule has it.
struct StrategySpace {
    std::vector<Act> acts;
    std::vector<Channel> channels;
    std::vector<RuleTarget> targets;
    std::vector<std::string> topics; ///< that a rule may name
    std::vector<Evidence> evidence;
    std::vector<int> weeks, silences, cooldowns, uses; ///< weeks, weeks, weeks, times
    std::vector<double> discounts, inflations;         ///< shares
    std::vector<std::string> extras;
    std::vector<double> extras_budgets; ///< currency
    std::vector<Safeguard> safeguards;
    bool conditions = true; ///< may rules ask for stage, support, coverage, trial, …
    bool terms = true;      ///< may tactic, exponent and reserve of the negotiation change
    AfterSale prices;       ///< what service costs: the most that a hand-written strategy says; 0: not said
    SearchLimits limits;
};

/// All that the scenario offers. Only members and doubts that the seller knows from the start, and those that a
/// hand-written strategy names, are there to be named. Service after the sale is open to choice where some strategy says
/// what it costs, so that nothing is had for nothing.
StrategySpace space_of(const Model& model, const SearchLimits& limits);

/// The strategy within the limits: no kickbacks, hours and budget cut to size, fields that mean nothing to an act put
/// back, conditions put in order, rules that could never fire left out. What it leaves out would have done nothing, unless a
/// limit forbids it. Nothing: no rule is left.
std::optional<Strategy> tidied(const Model& model, const StrategySpace& space, Strategy strategy);

} // namespace assent
