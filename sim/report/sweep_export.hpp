#pragma once
// A store as files that a spreadsheet opens: runs, summary, percentiles, tornado, sensitivity, regret, manifest; and
// every deal where the store keeps them.
#include "sweep/sweep_store.hpp"

#include <filesystem>
#include <string>

namespace assent {

struct ExportWish {
    std::filesystem::path folder; ///< made when it does not exist
    RankMeasure measure = RankMeasure::win;
    std::string base;  ///< id of the strategy that differences are taken to; empty: the first of each point
    bool deals = true; ///< rows.csv too, where the store keeps every deal
};

/// Writes the files, each whole or not at all. Throws UserError.
void export_sweep(SweepStore& store, const ExportWish& wish);

} // namespace assent
