#pragma once
// The map file: which column of the table is what, and what it moves in the simulated company.
#include "calibration/mechanism.hpp"
#include "scenario/csv_table.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace assent {

inline constexpr std::size_t map_features_limit = 40;
inline constexpr std::size_t map_levels_limit = 20; ///< of one feature

/// A normal prior of one weight, in the unit of its mechanism, before the common scale multiplies its deviation.
struct WeightPrior {
    double mean = 0;
    double deviation = 1;
};

/// What several words of a column mean.
struct MapLevel {
    std::string name;
    std::vector<std::string> words;                     ///< compared without case, space, `_` and `-`
    WeightPrior prior;                                  ///< of a level that is not the base
    std::optional<std::pair<double, double>> published; ///< odds ratio to the base that others found: from, to
};

/// A column of numbers: x counts as (x - centre) / scale, or as log(x / centre) / log(scale).
struct MapNumber {
    double centre = 0, scale = 1;
    bool logarithm = false;
    WeightPrior prior;
};

struct MapFeature {
    std::string column, name;
    const Mechanism* mechanism = nullptr;
    std::vector<MapLevel> levels;    ///< empty: a column of numbers
    std::size_t base = 0;            ///< the level that moves nothing
    std::size_t otherwise = 0;       ///< the level of blanks and of words that no level has
    std::optional<MapNumber> number; ///< blanks and what is no number count as the centre
};

struct DealMap {
    std::string title;
    std::string outcome;                ///< column
    std::vector<std::string> won, lost; ///< words; deals with another word are left out
    std::string client;                 ///< column whose deals share a fold; empty: none
    std::vector<std::string> groups;    ///< further columns by which deals are put into folds, for comparison
    std::vector<MapFeature> features;
    std::vector<std::pair<std::string, std::string>> left_out; ///< column and why it is not used
};

/// Reads a map (TOML). Throws UserError with all errors, each with its place.
DealMap read_deal_map(const std::filesystem::path& path);
DealMap read_deal_map_text(const std::string& text, const std::string& name);

/// A map for a table of which nothing is said: outcome, client and features by the column names of CRM systems. Throws
/// UserError when no outcome is found.
DealMap guess_deal_map(const CsvTable& table);

/// The map as a valid map file.
std::string deal_map_text(const DealMap& map);

} // namespace assent
