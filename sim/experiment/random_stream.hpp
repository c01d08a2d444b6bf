#pragma once
// Random numbers of the statistics: Philox, so that the same data give the same figures every time.
#include "engine/numerics.hpp"
#include "engine/philox.hpp"

#include <cstdint>

namespace assent {

/// A stream of its own for each (seed, purpose, number).
class RandomStream {
  public:
    enum class Purpose : std::uint32_t { folds = 1, chain, bootstrap, choice, trajectories };
    RandomStream(std::uint64_t seed, Purpose purpose, std::uint32_t number = 0)
        : key0_(static_cast<std::uint32_t>(seed)), key1_(static_cast<std::uint32_t>(seed >> 32)),
          purpose_(static_cast<std::uint32_t>(purpose)), number_(number) {}

    std::uint32_t word() {
        if (used_ == 4) {
            block_ = philox(PhiloxBlock<std::uint32_t>{{counter_++, 0xca11b8a7u, number_, purpose_}}, key0_, key1_);
            used_ = 0;
        }
        return block_.word[used_++];
    }
    /// In (0, 1).
    double uniform() { return (word() + 0.5) * 0x1p-32; }
    /// Standard normal.
    double normal() { return normal_quantile(assent::uniform(Words<1>(word())))[0]; }
    /// 0 … count - 1, evenly to 1 in 2^32.
    std::size_t below(std::size_t count) { return static_cast<std::size_t>((std::uint64_t{word()} * count) >> 32); }

  private:
    std::uint32_t key0_, key1_, purpose_, number_, counter_ = 0;
    PhiloxBlock<std::uint32_t> block_{};
    int used_ = 4;
};

} // namespace assent
