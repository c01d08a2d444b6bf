#pragma once
// The published figures of how companies buy, and what the model says of the same.
#include "experiment/summary.hpp"
#include "model/model.hpp"

#include <atomic>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace assent {

/// How much a published figure is worth.
enum class Grade : std::uint8_t {
    survey,   ///< B: a large named survey
    vendor,   ///< C: telemetry of a vendor, confounded
    deals,    ///< public tables of deals
    identity, ///< arithmetic: exact
};
enum class BandUnit : std::uint8_t { share, odds_ratio, days, count, points };

/// Which figure; the order of the table.
enum class Figure : std::uint8_t {
    won,
    lost,
    no_decision,
    size_1,
    size_2,
    size_3,
    size_5,
    size_6,
    won_new,
    won_current,
    rival_new,
    rival_current,
    cycle,
    cycle_small,
    cycle_large,
    dial,
    meeting,
    letter,
    touches,
    referral,
    many_contacts,
    contacts_gain,
    retention,
    discount,
};
inline constexpr int figure_count = 24;

/// A published figure as a range in which the model's has to lie.
struct Band {
    Figure figure;
    BandUnit unit;
    double least, greatest;
    Grade grade;
    std::string_view words;     ///< what is measured
    std::string_view of;        ///< of which deals of the model
    std::string_view published; ///< the figure itself, and how the range was made of it
    std::string_view source;
};
std::span<const Band> bands();

struct BandResult {
    const Band* band = nullptr;
    Interval model; ///< 95 %, over companies
    [[nodiscard]] bool inside() const;
    /// Figures of a vendor and of two tables of deals are shown and do not fail: they are confounded or of one trade.
    [[nodiscard]] bool counts() const;
};

struct BandsRequest {
    std::uint64_t seed = 1;
    int threads = 0;
    int companies = 96; ///< of the generator, for each figure
    std::span<const Model> library;
    const Model* cold_call = nullptr; ///< the scenario of fact B5
    const std::atomic<bool>* cancelled = nullptr;
};

/// Plays the library and companies of the generator; results in the order of bands(). Incomplete after a cancellation.
std::vector<BandResult> play_bands(const BandsRequest& request);

} // namespace assent
