#pragma once
// How a search makes new strategies from those it has: small changes, rules taken over from others, two halves put together.
#include "experiment/strategy_space.hpp"
#include "model/company_dice.hpp"

#include <span>
#include <string>

namespace assent {

/// The luck of one child of a search: its draws are functions of the seed, the address and their turn.
class SearchLuck {
  public:
    SearchLuck(std::uint64_t seed, std::string address) : dice_(seed), address_(std::move(address)) {}

    [[nodiscard]] double share() { return dice_.share(next()); }
    [[nodiscard]] bool chance(double probability) { return share() < probability; }
    [[nodiscard]] int whole(int least, int greatest) { return dice_.whole(next(), least, greatest); }
    template <class List> [[nodiscard]] const auto& pick(const List& list) { return dice_.pick(next(), list); }

  private:
    std::string next() { return address_ + std::to_string(turn_++); }
    CompanyDice dice_;
    std::string address_;
    int turn_ = 0;
};

/// A strategy one to four moves away. `library` holds the rules that others use. Rules that are made or changed are such as
/// somebody would follow, which is narrower than what the equations allow; no two are alike in what they do.
Strategy mutated(const StrategySpace& space, std::span<const Rule> library, Strategy strategy, SearchLuck& luck);

/// The first rules of one and the last of the other; everything else is of the first.
Strategy crossed(const Strategy& first, const Strategy& second, SearchLuck& luck);

} // namespace assent
