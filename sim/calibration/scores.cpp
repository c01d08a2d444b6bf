#include "calibration/scores.hpp"

#include "experiment/intervals.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace assent {
namespace {

using Order = std::vector<std::size_t>;

Order by_forecast(std::span<const double> forecast) {
    Order order(forecast.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return forecast[i]; });
    return order;
}

/// The places in `order` where bins begin, and its end.
std::vector<std::size_t> bin_ends(const Order& order, std::span<const double> forecast, int bins) {
    std::vector<std::size_t> ends;
    for (int bin = 1; bin <= bins; ++bin) {
        std::size_t end = order.size() * static_cast<std::size_t>(bin) / static_cast<std::size_t>(bins);
        while (end > 0 && end < order.size() && forecast[order[end]] == forecast[order[end - 1]]) ++end;
        if (end > (ends.empty() ? 0 : ends.back())) ends.push_back(end);
    }
    return ends;
}

struct BinSums {
    double deals = 0, forecast = 0, won = 0;
};

std::vector<BinSums> sums_of_bins(std::span<const double> forecast, std::span<const std::uint8_t> won, int bins) {
    const Order order = by_forecast(forecast);
    std::vector<BinSums> sums;
    std::size_t i = 0;
    for (const std::size_t end : bin_ends(order, forecast, bins)) {
        BinSums& bin = sums.emplace_back();
        for (; i < end; ++i) {
            bin.deals += 1;
            bin.forecast += forecast[order[i]];
            bin.won += won[order[i]];
        }
    }
    return sums;
}

} // namespace

double brier_score(std::span<const double> forecast, std::span<const std::uint8_t> won) {
    double sum = 0;
    for (std::size_t i = 0; i < forecast.size(); ++i) sum += (forecast[i] - won[i]) * (forecast[i] - won[i]);
    return sum / static_cast<double>(forecast.size());
}

double log_loss(std::span<const double> forecast, std::span<const std::uint8_t> won) {
    double sum = 0;
    for (std::size_t i = 0; i < forecast.size(); ++i) {
        const double p = std::clamp(forecast[i], 1e-6, 1 - 1e-6);
        sum -= std::log(won[i] != 0 ? p : 1 - p);
    }
    return sum / static_cast<double>(forecast.size());
}

double area_under_curve(std::span<const double> forecast, std::span<const std::uint8_t> won) {
    const Order order = by_forecast(forecast);
    double wins = 0, losses = 0, pairs = 0;
    for (std::size_t i = 0; i < order.size();) {
        double tied_wins = 0, tied_losses = 0;
        const double value = forecast[order[i]];
        for (; i < order.size() && forecast[order[i]] == value; ++i)
            (won[order[i]] != 0 ? tied_wins : tied_losses) += 1;
        pairs += tied_wins * (losses + tied_losses / 2);
        wins += tied_wins;
        losses += tied_losses;
    }
    return wins == 0 || losses == 0 ? 0.5 : pairs / (wins * losses);
}

std::vector<ForecastBin> calibration_curve(std::span<const double> forecast, std::span<const std::uint8_t> won,
                                           int bins, double confidence) {
    std::vector<ForecastBin> curve;
    for (const BinSums& bin : sums_of_bins(forecast, won, bins)) {
        const auto deals = static_cast<std::int64_t>(bin.deals);
        curve.push_back(
            {bin.forecast / bin.deals, wilson_interval(static_cast<std::int64_t>(bin.won), deals, confidence), deals});
    }
    return curve;
}

MurphyParts murphy_parts(std::span<const double> forecast, std::span<const std::uint8_t> won, int bins) {
    const auto n = static_cast<double>(forecast.size());
    const double base = static_cast<double>(std::ranges::count(won, 1)) / n;
    MurphyParts parts;
    parts.uncertainty = base * (1 - base);
    for (const BinSums& bin : sums_of_bins(forecast, won, bins)) {
        const double share = bin.won / bin.deals;
        parts.reliability += bin.deals / n * std::pow(bin.forecast / bin.deals - share, 2);
        parts.resolution += bin.deals / n * std::pow(share - base, 2);
    }
    parts.within = brier_score(forecast, won) - (parts.reliability - parts.resolution + parts.uncertainty);
    return parts;
}

} // namespace assent
