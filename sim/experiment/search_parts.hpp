#pragma once
// The parts of a search, in the order in which they run.
#include "experiment/search.hpp"
#include "experiment/strategy_field.hpp"

#include <chrono>
#include <string_view>

namespace assent {

/// What all parts of a search know, and the deals it has played.
class SearchDesk {
  public:
    SearchDesk(const Model& searched, const SearchRequest& wanted,
               const std::function<void(const Progress&)>& listener);

    const Model& model;
    const SearchRequest& request;
    const std::int64_t budget; ///< deals
    StrategySpace space;
    std::vector<Strategy> written; ///< of the model, held to the limits

    /// Seed of a luck that no other purpose and number has.
    [[nodiscard]] std::uint64_t luck(std::string_view purpose, std::int64_t number = 0) const;
    [[nodiscard]] std::int64_t share_of_budget(double share) const;
    [[nodiscard]] std::int64_t spent() const { return spent_; }

    void play(StrategyField& field, std::span<const std::size_t> places, std::int64_t deals);
    /// The full statistics of at most 64 strategies. Throws Cancelled unless it is to be played to the end.
    RunTally test(std::vector<Strategy> strategies, std::int64_t deals, std::uint64_t seed, bool to_the_end = false);

    /// By value per hour the best is to do next to nothing and to win by chance. So a strategy must earn as much a deal as
    /// the hand-written one that earns most a deal, which is found here. Throws Cancelled.
    void set_least_value();
    /// Does the first deserve its place before the second: within the limits of hours and of least value, then by the
    /// measure, then by fewer rules.
    [[nodiscard]] bool is_before(const StrategyField& field, std::size_t one, std::size_t other) const;
    /// Places of a field, best first; of several that played all deals alike only the first.
    [[nodiscard]] std::vector<std::size_t> best_first(const StrategyField& field,
                                                      std::vector<std::size_t> places) const;

  private:
    void tell(std::int64_t more) const;
    const std::function<void(const Progress&)>& listener_;
    std::int64_t spent_ = 0;
    std::optional<double> least_value_; ///< currency a deal
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

/// The best that generations of strategies came to, best first; cancelled: of those that were finished.
struct Evolution {
    std::vector<Strategy> best;
    std::int64_t generations = 0, tried = 0;
    bool interrupted = false;
};
Evolution evolve(SearchDesk& desk);

/// The best of the finalists and of the hand-written ones on fresh luck.
Strategy choose_finalist(SearchDesk& desk, const std::vector<Strategy>& finalists);

/// The strategy without the rules that give nothing beyond chance, and without words that change no deal.
Strategy pruned(SearchDesk& desk, const Strategy& strategy);

} // namespace assent
