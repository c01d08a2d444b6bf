#pragma once
// Counts of a real quantity in bins of constant relative width, which can be merged and from which quantiles are read.
#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <utility>
#include <vector>

namespace assent {

/// Bins are the first 14 bits of an IEEE single: sign, exponent, five bits of the mantissa. A quantile read from them is
/// within 1.6 % of that of the values themselves.
class Histogram {
  public:
    void add(float value) {
        const auto place = static_cast<std::size_t>(bin_of(value) + half);
        std::uint16_t& page = pages_[place / page_size];
        if (page == 0) {
            counts_.resize(counts_.size() + page_size);
            page = static_cast<std::uint16_t>(counts_.size() / page_size);
        }
        ++counts_[(page - 1u) * page_size + place % page_size];
    }

    /// Bin and count of the bins that are not empty, least first.
    [[nodiscard]] std::vector<std::pair<std::int32_t, std::int64_t>> bins() const {
        std::vector<std::pair<std::int32_t, std::int64_t>> filled;
        for (std::size_t page = 0; page < pages_.size(); ++page)
            for (std::size_t i = 0; pages_[page] != 0 && i < page_size; ++i)
                if (const std::int64_t count = counts_[(pages_[page] - 1u) * page_size + i]; count > 0)
                    filled.emplace_back(static_cast<std::int32_t>(page * page_size + i) - half, count);
        return filled;
    }

    /// What lies in the middle of a bin.
    static double middle(std::int32_t bin) {
        const auto edge = [](std::int32_t b) {
            return static_cast<double>(std::bit_cast<float>(static_cast<std::uint32_t>(b) << shift));
        };
        const std::int32_t size = bin < 0 ? -bin : bin;
        const double value = size == 0 ? 0 : (edge(size) + edge(size + 1)) / 2;
        return bin < 0 ? -value : value;
    }

  private:
    static constexpr int shift = 18;
    static constexpr std::int32_t half = 0x7f800000 >> shift; ///< the bin of infinity
    static std::int32_t bin_of(float value) {
        const auto bits = std::bit_cast<std::uint32_t>(value);
        const auto size = std::min(static_cast<std::int32_t>((bits & 0x7fffffffu) >> shift), half);
        return bits >> 31 != 0 ? -size : size;
    }
    static constexpr std::size_t page_size = 32; ///< bins of one sign and exponent, since half is a multiple of it
    /// Deals differ by a few exponents out of 256: 1 + the place of a page in counts_, 0 where nothing was counted.
    std::array<std::uint16_t, 2 * half / page_size + 1> pages_{};
    std::vector<std::int64_t> counts_;
};

/// The middle of the bin in which the quantile lies; 0 of nothing.
inline double histogram_quantile(const std::vector<std::pair<std::int32_t, std::int64_t>>& bins, double probability) {
    std::int64_t total = 0, below = 0;
    for (const auto& [bin, count] : bins) total += count;
    for (const auto& [bin, count] : bins) {
        below += count;
        if (static_cast<double>(below) >= probability * static_cast<double>(total)) return Histogram::middle(bin);
    }
    return 0;
}

} // namespace assent
