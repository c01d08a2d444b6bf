#pragma once
// How good forecasts were: proper scores, discrimination, calibration.
#include "experiment/summary.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace assent {

/// Mean squared error of the forecasts (Brier 1950), [0, 1]; 0 is perfect.
double brier_score(std::span<const double> forecast, std::span<const std::uint8_t> won);
/// Mean of minus the logarithm of the chance given to what happened; forecasts are held within 1e-6 of 0 and 1.
double log_loss(std::span<const double> forecast, std::span<const std::uint8_t> won);
/// Chance that a won deal had the higher forecast than a lost one, ties half (Mann & Whitney); 0.5 when either is missing.
double area_under_curve(std::span<const double> forecast, std::span<const std::uint8_t> won);

/// Brier = reliability - resolution + uncertainty + within (Murphy 1973; the last, what bins lump together, Stephenson
/// et al. 2008).
struct MurphyParts {
    double reliability = 0, resolution = 0, uncertainty = 0, within = 0;
};

/// Deals of like forecast.
struct ForecastBin {
    double forecast = 0; ///< mean
    Interval observed;   ///< share won, Wilson
    std::int64_t deals = 0;
};
/// Equally many deals in each bin, lowest forecasts first; equal forecasts stay together.
std::vector<ForecastBin> calibration_curve(std::span<const double> forecast, std::span<const std::uint8_t> won,
                                           int bins, double confidence);
MurphyParts murphy_parts(std::span<const double> forecast, std::span<const std::uint8_t> won, int bins);

} // namespace assent
