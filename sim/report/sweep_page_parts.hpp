#pragma once
// Sections of the page over a sweep, and what they share. Each returns markup; empty: there is nothing to show.
#include "report/svg_charts.hpp"
#include "report/svg_sweep.hpp"
#include "report/svg_tornado.hpp"
#include "report/sweep_page.hpp"

#include <string>
#include <vector>

namespace assent {

std::string sweep_answer_section(const SweepPageInput& input);
std::string sweep_ranking_section(const SweepPageInput& input);
std::string sweep_regret_section(const SweepPageInput& input);
std::string sweep_lines_section(const SweepPageInput& input);
std::string sweep_maps_section(const SweepPageInput& input);
std::string sweep_tornado_section(const SweepPageInput& input);
std::string sweep_spread_section(const SweepPageInput& input);
std::string sweep_reasons_section(const SweepPageInput& input);
std::string sweep_method_section(const SweepPageInput& input);
std::string sweep_manifest_section(const SweepPageInput& input);

/// A picture that is drawn at any width; with a key when it is to stand by itself.
struct TitledPicture {
    std::string title;
    std::function<std::string(double width, const PictureKey& key)> draw;
};
std::vector<TitledPicture> line_pictures(const SweepPageInput& input);
std::vector<TitledPicture> map_pictures(const SweepPageInput& input);
std::vector<TitledPicture> tornado_pictures(const SweepPageInput& input);
std::vector<TitledPicture> spread_pictures(const SweepPageInput& input);
std::vector<TitledPicture> reason_pictures(const SweepPageInput& input);

/// The measure along an axis, of the strategies that are drawn.
LinePicture response_picture(const SweepPageInput& input, const Response& response);
/// How far a strategy moves along each axis, the farthest first: from the worst to the best level.
std::vector<SwingBar> swing_bars(const SweepPageInput& input, const std::string& strategy);
/// Distributions over all deals: weeks, hours and, of one company, price, margin and lifetime value.
std::vector<LinePicture> spread_lines(const SweepPageInput& input);
/// Why deals with a strategy are not won: holder by reason, the heaviest first; what does not fit is put together.
HeatMap reason_map(const PooledStrategy& strategy, std::size_t columns);
const PooledStrategy& pooled_of(const SweepPageInput& input, const std::string& id);

/// Place in the ranking of the strategy of this id.
std::size_t place_of(const SweepPageInput& input, const std::string& id);
const StrategyMean& mean_of(const SweepPageInput& input, const StrategyOverPoints& entry);
std::string confidence_text(const SweepPageInput& input); ///< "95 %"
/// A value of the measure with its unit, as text.
std::string shown(const SweepPageInput& input, double value);
std::string shown(const SweepPageInput& input, const Interval& interval);
/// A difference of the measure: "5.7" points or "4 100 €"; and what stands at the head of its column after a word.
std::string apart(const SweepPageInput& input, double difference);
std::string apart_heading(const SweepPageInput& input, std::string_view word);
/// A tick of an axis of the measure: no decimals where they say nothing.
std::string tick_text(const SweepPageInput& input, double value);
/// The letters of the strategies, with their colours and dashes, as a list.
std::string letters_list(const SweepPageInput& input);
PictureKey picture_key(const SweepPageInput& input);

/// A value of an axis as people read it: "weighted", "0.4", "42 M", "as it is".
std::string value_text(const std::string& written);
std::string number_tick(double value);
/// "0.4", "0.4–0.6", or of words "weighted, …".
std::string level_text(const ValueLevel& level);
/// The same where there is little room: of a range its middle, "≈0.5".
std::string short_level_text(const ValueLevel& level);
/// A sentence that says so where levels of an axis stand for several values; else empty.
std::string grouping_words(bool grouped);

} // namespace assent
