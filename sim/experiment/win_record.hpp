#pragma once
// Which replicates a strategy won, at one bit a replicate.
#include "engine/outcome.hpp"

#include <algorithm>
#include <bit>
#include <span>
#include <vector>

namespace assent {

class WinRecord {
  public:
    /// Rows in replicate order, as a RowSink gets them.
    void append(std::span<const OutcomeRow> rows) {
        for (const OutcomeRow& row : rows) {
            if (size_ % 64 == 0) bits_.push_back(0);
            if (row.outcome == Outcome::won) bits_.back() |= std::uint64_t{1} << (size_ % 64);
            ++size_;
        }
    }

    [[nodiscard]] std::int64_t size() const { return size_; } ///< replicates
    [[nodiscard]] std::int64_t won() const { return won_with(*this); }
    /// Replicates that both won.
    [[nodiscard]] std::int64_t won_with(const WinRecord& other) const {
        std::int64_t both = 0;
        for (std::size_t i = 0; i < std::min(bits_.size(), other.bits_.size()); ++i)
            both += std::popcount(bits_[i] & other.bits_[i]);
        return both;
    }

  private:
    std::int64_t size_ = 0;
    std::vector<std::uint64_t> bits_;
};

} // namespace assent
