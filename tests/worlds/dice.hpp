#pragma once
// Random choices for making test models: the same on every compiler and C library, which std::*_distribution are not.
#include "model/number.hpp"

#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

namespace assent::worlds {

class Dice {
  public:
    explicit Dice(std::uint64_t seed) : engine_(seed) {}

    double real(double low, double high) { return low + (high - low) * static_cast<double>(engine_() >> 11) * 0x1p-53; }
    /// Both ends included.
    int whole(int low, int high) {
        return low + static_cast<int>(engine_() % static_cast<std::uint64_t>(high - low + 1));
    }
    bool chance(double probability) { return real(0, 1) < probability; }
    template <class Enum> Enum any_of(int count) { return static_cast<Enum>(whole(0, count - 1)); }
    template <class Item> const Item& pick(const std::vector<Item>& items) {
        return items[static_cast<std::size_t>(whole(0, static_cast<int>(items.size()) - 1))];
    }

    /// Mostly a constant, else a distribution of any kind that lies about [low, high]; it may reach beyond, so that
    /// its key has to truncate it.
    Number number(double low, double high);
    /// `number`, or left to the prior of the role: unset, unknown.
    Number trait(double low, double high);

  private:
    Number spread(double low, double high);
    std::mt19937_64 engine_;
};

} // namespace assent::worlds
