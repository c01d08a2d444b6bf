// Bins of real quantities: every value counts once, in the bin that holds it, whatever its sign and size.
#include "experiment/histogram.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <random>

namespace {

using namespace assent;

TEST_CASE("a histogram counts every value once, next to values of its size") {
    std::mt19937 random(7);
    std::normal_distribution<float> size(0, 20);
    Histogram histogram;
    std::vector<float> values{0.0f, -0.0f, 1e-38f, -1e38f, std::numeric_limits<float>::max()};
    for (int i = 0; i < 20'000; ++i) values.push_back(std::copysign(std::exp2(size(random)), size(random)));
    for (const float value : values) histogram.add(value);
    const auto bins = histogram.bins();
    CHECK(std::ranges::is_sorted(bins, {}, [](const auto& bin) { return bin.first; }));
    std::int64_t counted = 0;
    for (const auto& [bin, count] : bins) counted += count;
    CHECK(counted == std::ssize(values));
    std::ranges::sort(values);
    for (const double probability : {0.001, 0.1, 0.4, 0.6, 0.9, 0.999}) {
        const auto place = static_cast<std::size_t>(std::ceil(probability * double(values.size()))) - 1;
        CHECK(histogram_quantile(bins, probability) == doctest::Approx(double(values[place])).epsilon(0.017));
    }
}

TEST_CASE("infinities and what is no number have the last bin, and nothing is counted of nothing") {
    Histogram histogram;
    CHECK(histogram.bins().empty());
    CHECK(histogram_quantile(histogram.bins(), 0.5) == 0);
    histogram.add(std::numeric_limits<float>::infinity());
    histogram.add(-std::numeric_limits<float>::infinity());
    histogram.add(std::numeric_limits<float>::quiet_NaN());
    const auto bins = histogram.bins();
    REQUIRE(bins.size() == 2);
    CHECK(bins.front() == std::pair(-bins.back().first, std::int64_t{1}));
    CHECK(bins.back().second == 2);
}

} // namespace
