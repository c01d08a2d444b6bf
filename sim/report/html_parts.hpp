#pragma once
// Pieces that the sections of the report are made of. Arguments are markup unless they are called text.
#include "report/html_report.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace assent {

/// How many of something are drawn before the rest is only named.
inline constexpr std::size_t most_panels = 12;
inline constexpr std::size_t most_bars = 24;

/// A card with heading and one leading sentence. `id` is a word of ours.
std::string section(std::string_view id, std::string_view title_text, const std::string& lead, const std::string& body);
/// The same, and it may be broken over pages when printed.
std::string long_section(std::string_view id, std::string_view title_text, const std::string& lead,
                         const std::string& body);

/// A picture for wide and for narrow screens.
std::string pictures(const std::function<std::string(double width)>& draw);

/// Columns side by side on wide screens.
std::string side_by_side(const std::string& left, const std::string& right);

/// A table; the first cell of each row is its heading. Columns from `numbers_from` on are numbers, right aligned.
std::string data_table(std::string_view caption_text, const std::vector<std::string>& heads,
                       const std::vector<std::vector<std::string>>& rows, std::size_t numbers_from);

/// Folded away under a line of text.
std::string folded(const std::string& summary_text, const std::string& body);

/// A note in small print below a picture.
std::string note(const std::string& text);

/// "62.1 % (60.9–63.3 %)"
std::string interval_text(const Interval& interval, int decimals = 1);

/// “Name” of a strategy, as text.
std::string quoted_strategy(const ReportInput& input, const StrategyStanding& standing);

/// Confidence as text: "95 %".
std::string confidence_text(const ReportInput& input);

} // namespace assent
