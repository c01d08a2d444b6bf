// A sensitivity analysis for a terminal and as CSV.
#include "report/csv_line.hpp"
#include "report/sensitivity_words.hpp"
#include "report/tornado_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace assent {
namespace {

using Align = Table::Align;
constexpr int bar_length = 20; ///< of the largest number

/// Full for what a number does alone, shaded for what it does together with others.
std::string bar(double alone, double whole, double largest) {
    const auto cells = [&](double size) {
        return static_cast<int>(std::lround(bar_length * std::clamp(size / largest, 0.0, 1.0)));
    };
    std::string text;
    for (int i = 0; i < cells(whole); ++i) text += i < cells(alone) ? "█" : "░";
    return text;
}

std::vector<Cell> row_of(const SensitivityResult& result, const SensitivityNumber& number, double largest) {
    if (result.sensitivity.request.method == SensitivityMethod::sobol)
        return {short_key(number.number),
                bar(number.share.first.estimate, number.share.total.estimate, largest),
                share_words(number.share.total),
                {share_words(number.share.first), Emphasis::faint}};
    const double size = number.effect.mean_absolute.estimate;
    return {short_key(number.number), bar(size, size, largest), effect_words(result, number.effect.mean_absolute),
            std::string(direction_words(number.effect))};
}

double size_of(const SensitivityResult& result, const SensitivityNumber& number) {
    return result.sensitivity.request.method == SensitivityMethod::sobol ? number.share.total.estimate
                                                                         : number.effect.mean_absolute.estimate;
}

std::string bars_text(const SensitivityResult& result, int top, const TextStyle& style) {
    const auto leading = leading_numbers(result);
    if (leading.empty()) return {};
    const bool shares = result.sensitivity.request.method == SensitivityMethod::sobol;
    const Align side = shares ? Align::right : Align::left;
    Table table({{"Number", "", Align::left},
                 {shares ? "█ alone ░ with others" : "", "", Align::left, 1},
                 {shares ? "Explains" : "Moves it by", "", Align::right, 1},
                 {shares ? "Alone" : "Which way", "", side, 1}},
                1);
    const double largest = size_of(result, *leading.front());
    const std::size_t shown = std::min(leading.size(), static_cast<std::size_t>(top));
    for (std::size_t i = 0; i < shown; ++i) table.add(row_of(result, *leading[i], largest));
    std::string text = "\n" + table.text(style);
    if (shown < leading.size())
        text += fmt::format("(and {} with less; --top {} shows all)\n", leading.size() - shown, leading.size());
    return text;
}

void add_or_empty(CsvLine& line, std::string_view heading, const Interval& interval, bool known) {
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    line.interval(heading, known ? interval : Interval{none, none, none});
}

} // namespace

std::string sensitivity_text(const SensitivityResult& result, int top, const TextStyle& style) {
    constexpr std::size_t most_sentences = 3;
    const auto leading = leading_numbers(result);
    std::string text = emphasised(printable(title_of(result.model)), Emphasis::strong, style) + "\n" +
                       wrapped(printable(spread_words(result)), style) + "\n";
    if (leading.empty()) return text + wrapped(printable(sensitivity_headline(result)), style);
    for (std::size_t i = 0; i < std::min(leading.size(), most_sentences); ++i)
        text += wrapped(printable(number_sentence(result, *leading[i])), style);
    for (const std::string& sentence : pair_sentences(result)) text += wrapped(printable(sentence), style);
    text += bars_text(result, top, style);
    for (const std::string& paragraph : {unnoticed_words(result), sensitivity_convention(result)})
        if (!paragraph.empty()) text += "\n" + wrapped(printable(paragraph), style);
    return text;
}

std::string sensitivity_csv(const SensitivityResult& result) {
    const Sensitivity& found = result.sensitivity;
    const bool shares = found.request.method == SensitivityMethod::sobol;
    std::string csv;
    for (const SensitivityNumber& number : found.numbers) {
        CsvLine line;
        line.text("scenario", result.file);
        line.text("strategy", result.model.strategies[found.watched].id);
        line.text("measure", word(found.request.measure));
        line.text("method", word(found.request.method));
        line.text("number", number.number.key);
        add_or_empty(line, "first", number.share.first, shares && !found.flat());
        add_or_empty(line, "total", number.share.total, shares && !found.flat());
        add_or_empty(line, "together", number.share.together, shares && !found.flat());
        add_or_empty(line, "mu_star", number.effect.mean_absolute, !shares);
        add_or_empty(line, "mu", number.effect.mean, !shares);
        add_or_empty(line, "sigma", number.effect.deviation, !shares);
        line.number("luck", number.luck);
        line.number("mean", found.mean);
        line.number("deviation", std::sqrt(found.variance));
        line.number("luck_share", found.luck_share);
        line.count("points", static_cast<std::int64_t>(found.points));
        line.count("replicates", found.request.run.replicates);
        line.end(csv);
    }
    return csv;
}

} // namespace assent
