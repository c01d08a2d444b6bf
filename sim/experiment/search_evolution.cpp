// Generations of strategies: the best are parents of the next, which play under fresh luck.
#include "experiment/search_parts.hpp"
#include "experiment/strategy_moves.hpp"
#include "model/user_error.hpp"

#include <algorithm>
#include <deque>
#include <fmt/format.h>
#include <numeric>

namespace assent {
namespace {

// Chosen by measurement: the gain over the best hand-written strategy with 0.75 to 1.5 million deals, mean over
// gear-maker, three-heads, dairy-cold-chain and flour-contract, seeds 1 and 2, was 20.9 points. With 96 strategies and 12
// parents it was 19.1, with those and 128 to 512 deals 16.4, with halving of 3000 mutations, one generation long, 14.3.
constexpr std::size_t population = 64, parents_kept = 8;
constexpr double share_of_evolution = 0.55;                // of the budget
constexpr std::size_t kept_of = 3;                         // one of so many goes on to the next round
constexpr std::int64_t first_deals = 32, last_deals = 256; // of the first round, in the first and the last generation
constexpr std::size_t generations_heard = 8;               // the last ones, whose parents are finalists
constexpr double share_crossed = 0.25;

class Breeder {
  public:
    Breeder(SearchDesk& desk) : desk_(desk) {
        for (const Strategy& strategy : desk.written) {
            library_.insert(library_.end(), strategy.rules.begin(), strategy.rules.end());
            if (const auto legal = tidied(desk.model, desk.space, strategy)) seeds_.push_back(*legal);
        }
        std::erase_if(library_, [&](const Rule& rule) {
            return std::ranges::find(desk.space.acts, rule.act) == desk.space.acts.end();
        });
    }

    /// The parents themselves, then their children. Throws UserError when no legal strategy comes about.
    std::vector<Strategy> bred(const std::vector<Strategy>& parents, std::int64_t generation) {
        std::vector<Strategy> all = parents;
        constexpr int most_attempts = 20'000;
        for (int attempt = 0; all.size() < population && attempt < most_attempts; ++attempt) {
            SearchLuck luck(desk_.luck("children", generation), fmt::format("child {} ", attempt));
            if (auto legal = tidied(desk_.model, desk_.space, child(parents, luck))) all.push_back(std::move(*legal));
        }
        if (all.empty())
            throw UserError("the limits leave no rule that could be used (too few hours or too little money for any "
                            "act); widen them");
        return all;
    }
    [[nodiscard]] const std::vector<Strategy>& seeds() const { return seeds_; }

  private:
    Strategy child(const std::vector<Strategy>& parents, SearchLuck& luck) {
        if (parents.empty()) return mutated(desk_.space, library_, Strategy{}, luck);
        const Strategy& parent = luck.pick(parents);
        if (luck.chance(share_crossed)) {
            const Strategy crossing = crossed(parent, luck.pick(parents), luck);
            return luck.chance(0.5) ? crossing : mutated(desk_.space, library_, crossing, luck);
        }
        return mutated(desk_.space, library_, parent, luck);
    }

    SearchDesk& desk_;
    std::vector<Rule> library_;
    std::vector<Strategy> seeds_;
};

/// Few deals for all, more for the better third, many for the best: successive halving.
std::vector<Strategy> best_of(SearchDesk& desk, std::vector<Strategy> strategies, std::int64_t generation,
                              std::int64_t deals) {
    StrategyField field(desk.model, std::move(strategies), desk.luck("generation", generation));
    std::vector<std::size_t> places(field.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    for (;; deals *= 2) {
        desk.play(field, places, deals);
        places = desk.best_first(field, places);
        if (places.size() <= parents_kept) break;
        places.resize(std::max(parents_kept, places.size() / kept_of));
    }
    std::vector<Strategy> best;
    for (const std::size_t place : places) best.push_back(field.strategy(place));
    return best;
}

} // namespace

Evolution evolve(SearchDesk& desk) {
    Breeder breeder(desk);
    Evolution evolution;
    evolution.best = breeder.seeds();
    std::deque<std::vector<Strategy>> recent;
    const std::int64_t budget = desk.share_of_budget(share_of_evolution);
    try {
        while (desk.spent() < budget) {
            // Late differences are small: they take more deals to be seen.
            const double part = static_cast<double>(desk.spent()) / static_cast<double>(budget);
            const auto deals =
                first_deals + static_cast<std::int64_t>(part * static_cast<double>(last_deals - first_deals));
            std::vector<Strategy> children = breeder.bred(evolution.best, evolution.generations);
            const std::size_t made = children.size() - evolution.best.size();
            evolution.best = best_of(desk, std::move(children), evolution.generations, deals);
            recent.push_back(evolution.best);
            if (recent.size() > generations_heard) recent.pop_front();
            evolution.tried += static_cast<std::int64_t>(made);
            ++evolution.generations;
        }
    } catch (const Cancelled&) {
        evolution.interrupted = true;
        if (evolution.generations == 0) evolution.best.clear();
        return evolution;
    }
    // The luck of the last generation may have been bad for the best of an earlier one.
    recent.pop_back();
    for (const std::vector<Strategy>& parents : recent)
        evolution.best.insert(evolution.best.end(), parents.begin(), parents.end());
    return evolution;
}

Strategy choose_finalist(SearchDesk& desk, const std::vector<Strategy>& finalists) {
    constexpr double share_of_choice = 0.12;
    constexpr int rounds = 3;
    std::vector<Strategy> all = finalists;
    for (const Strategy& strategy : desk.written)
        if (auto legal = tidied(desk.model, desk.space, strategy)) all.push_back(std::move(*legal));
    StrategyField field(desk.model, std::move(all), desk.luck("finalists"));
    std::vector<std::size_t> places(field.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    const std::int64_t of_round = desk.share_of_budget(share_of_choice) / rounds;
    for (int round = 0; round < rounds; ++round) {
        desk.play(field, places, std::max<std::int64_t>(1, of_round / static_cast<std::int64_t>(places.size())));
        places = desk.best_first(field, places);
        if (round + 1 < rounds) places.resize(std::max<std::size_t>(1, places.size() / kept_of));
    }
    return field.strategy(places.front());
}

} // namespace assent
