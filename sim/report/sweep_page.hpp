#pragma once
// The report over a sweep's store: one self-contained HTML page, and its pictures as files.
#include "sweep/axis_effect.hpp"
#include "sweep/pooled_strategy.hpp"
#include "sweep/response_line.hpp"
#include "sweep/sweep_summary.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace assent {

/// All that the page shows. A store without points gives one without strategies.
struct SweepPageInput {
    Manifest manifest;
    SweepSummary summary;
    PointTable table;
    std::vector<AxisEffect> effects;
    std::vector<Response> responses; ///< by axis of the table
    std::vector<StrategyMean> means; ///< in the order of the table
    std::vector<PooledStrategy> pooled;
    std::vector<std::size_t> axes; ///< places in the table, the most influential first
    std::string version;           ///< of the assent that writes the page
};
SweepPageInput sweep_page_input(SweepStore& store, RankMeasure measure, const std::string& version);

/// The page as text. It loads nothing from anywhere, works without script, and treats every word of the store as hostile.
/// Equal input gives equal bytes.
std::string sweep_page(const SweepPageInput& input);

/// A picture of the page by itself.
struct SweepPicture {
    std::string file; ///< "response-company-need.svg"
    std::string svg;
};
std::vector<SweepPicture> sweep_pictures(const SweepPageInput& input);

} // namespace assent
