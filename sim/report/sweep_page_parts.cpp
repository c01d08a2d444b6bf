#include "report/sweep_page_parts.hpp"

#include "report/html_text.hpp"
#include "report/measure_words.hpp"
#include "report/number_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace assent {

std::size_t place_of(const SweepPageInput& input, const std::string& id) {
    return static_cast<std::size_t>(std::ranges::find(input.summary.strategies, id, &StrategyOverPoints::id) -
                                    input.summary.strategies.begin());
}

const StrategyMean& mean_of(const SweepPageInput& input, const StrategyOverPoints& entry) {
    return *std::ranges::find(input.means, entry.id, &StrategyMean::strategy);
}

std::string confidence_text(const SweepPageInput& input) {
    return fmt::format("{:g}\u202f%", 100 * input.manifest.confidence);
}

std::string shown(const SweepPageInput& input, double value) {
    return measured_text(input.summary.measure, value, input.manifest.currency);
}

std::string shown(const SweepPageInput& input, const Interval& interval) {
    return fmt::format("{} ({} to {})", shown(input, interval.estimate), shown(input, interval.low),
                       shown(input, interval.high));
}

std::string apart(const SweepPageInput& input, double difference) {
    return input.summary.measure == RankMeasure::win ? decimal(100 * difference, 1)
                                                     : money(difference, input.manifest.currency);
}

std::string apart_heading(const SweepPageInput& input, std::string_view word) {
    return fmt::format("{}{}", word, input.summary.measure == RankMeasure::win ? ", points" : "");
}

std::string tick_text(const SweepPageInput& input, double value) {
    if (input.summary.measure != RankMeasure::win) return money(value, input.manifest.currency);
    const bool whole = std::abs(100 * value - std::round(100 * value)) < 1e-6;
    return percent(value, whole ? 0 : 1);
}

PictureKey picture_key(const SweepPageInput& input) {
    PictureKey key;
    for (const StrategyOverPoints& entry : input.summary.strategies)
        if (key.size() < drawn_strategies) key.push_back(entry.name);
    return key;
}

std::string letters_list(const SweepPageInput& input) {
    std::string items;
    const PictureKey key = picture_key(input);
    for (std::size_t i = 0; i < key.size(); ++i)
        items += fmt::format("<li><svg viewBox=\"0 0 34 12\" aria-hidden=\"true\"><line x1=\"0\" y1=\"6\" x2=\"34\" "
                             "y2=\"6\" class=\"line k{0} s{0}\"/></svg><b>{1}</b> {2}</li>\n",
                             i, strategy_letter(i), isolated(key[i]));
    return "<ul class=\"letters\">\n" + items + "</ul>\n";
}

std::string number_tick(double value) {
    const double size = std::abs(value);
    if (size >= 1e6) return fmt::format("{:.4g}", value / 1e6) + "\u202fM";
    if (size >= 1e4) return decimal(value, 0);
    return fmt::format("{:.3g}", value + 0.0);
}

std::string value_text(const std::string& written) {
    if (written.empty()) return "as it is";
    if (const auto number = number_of(written)) return number_tick(*number);
    if (written.size() >= 2 && written.front() == '"' && written.back() == '"')
        return written.substr(1, written.size() - 2);
    return written;
}

std::string level_text(const ValueLevel& level) {
    const std::string from = value_text(level.from), to = value_text(level.to);
    if (from == to) return from;
    return number_of(level.from) ? from + "–" + to : from + ", …";
}

namespace {

double round_to_three_digits(double value) { return number_of(fmt::format("{:.3g}", value)).value_or(value); }

} // namespace

std::string short_level_text(const ValueLevel& level) {
    const auto from = number_of(level.from), to = number_of(level.to);
    return level.from == level.to || !from || !to ? level_text(level)
                                                  : "≈" + number_tick(round_to_three_digits((*from + *to) / 2));
}

std::string grouping_words(bool grouped) {
    return grouped
               ? " There are too many values to draw each. Neighbouring values are put together; ≈ marks the middle "
                 "of a group."
               : "";
}

} // namespace assent
