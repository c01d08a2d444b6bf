#pragma once
// The deals of a table under a map: outcomes, covariates, groups.
#include "calibration/deal_map.hpp"
#include "calibration/likelihood.hpp"

#include <string>
#include <vector>

namespace assent {

/// Which level, or which number, a weight belongs to; the intercept belongs to none.
struct WeightPlace {
    int feature = -1, level = -1; ///< level -1: the number of the feature
    double deals = 0;             ///< that have the level, or a number
};

/// A way to put deals together into folds.
struct Grouping {
    std::string column; ///< empty: every deal by itself
    std::vector<int> group;
    int groups = 0;
};

struct DealSet {
    std::vector<Covariates> covariates; // (n_deal)
    std::vector<std::uint8_t> won;      // (n_deal)
    std::vector<Weight> weights;        // (n_weight); the intercept first
    std::vector<WeightPlace> places;    // (n_weight)
    std::vector<Grouping> groupings; ///< the strictest that the map asks for as client first, or every deal by itself
    std::size_t undecided = 0;       ///< rows whose outcome is neither won nor lost
    std::vector<std::string> notes;  ///< what was not understood, one sentence each

    [[nodiscard]] std::size_t size() const { return won.size(); }
    [[nodiscard]] double base_rate() const;
};

/// Throws UserError when a column is missing, or when there are too few deals to learn from.
DealSet gather_deals(const CsvTable& table, const DealMap& map);

/// A column and what stands in it.
using CellWord = std::pair<std::string, std::string>;

/// Covariates of a deal that has every feature at its base but for the cells given. Throws UserError for a column that
/// is no feature and for a word that the map does not know.
Covariates described_deal(const CsvTable& table, const DealMap& map, const std::vector<CellWord>& cells);

} // namespace assent
