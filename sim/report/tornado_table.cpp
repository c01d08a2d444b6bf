// A tornado for a terminal and as CSV.
#include "experiment/tornado_across.hpp"
#include "report/csv_line.hpp"
#include "report/measure_words.hpp"
#include "report/number_words.hpp"
#include "report/ranking_table.hpp"
#include "report/tornado_words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace assent {
namespace {

using Align = Table::Align;

/// "−12.1 ± 2.0"; nothing for an end that is the value itself.
std::string change_cell(const TornadoResult& result, const TornadoBar& bar, const TornadoSide& side) {
    if (bar.number.stays_at(side.value)) return "–";
    const RankMeasure measure = result.tornado.request.measure;
    const double half = side.change.half_width();
    if (measure == RankMeasure::win)
        return fmt::format("{} ± {}", points(side.change.estimate), decimal(100 * half, 1));
    return fmt::format("{}{} ± {}", side.change.estimate > 0 ? "+" : "", decimal(side.change.estimate, 0),
                       decimal(half, 0));
}

bool moves(const TornadoBar& bar) { return bar.swing != 0 || bar.turns() || bar.settles(); }

std::string swings_table(const TornadoResult& result, int top, const TextStyle& style) {
    Table table({{"Number", "", Align::left},
                 {"Low", "value", Align::right},
                 {"High", "value", Align::right},
                 {"At low", "change", Align::right},
                 {"At high", "change", Align::right},
                 {"Leader", "changes", Align::left}},
                1);
    int shown = 0, all = 0;
    for (const TornadoBar& bar : result.tornado.bars) {
        if (!moves(bar)) continue;
        if (++all > top) continue;
        ++shown;
        table.add({short_key(bar.number),
                   value_words(bar.low.value),
                   value_words(bar.high.value),
                   change_cell(result, bar, bar.low),
                   change_cell(result, bar, bar.high),
                   {turn_words(bar), bar.turns() ? Emphasis::bad : Emphasis::none}});
    }
    if (shown == 0) return {};
    std::string text = "\n" + table.text(style);
    if (all > shown) text += fmt::format("(and {} with less swing; --top {} shows all)\n", all - shown, all);
    return text;
}

std::string leaders_text(const TornadoResult& result, const TextStyle& style) {
    std::string text;
    for (const TornadoBar& bar : result.tornado.bars)
        for (const std::string& sentence : leading_words(result, bar)) text += wrapped(printable(sentence), style, 2);
    return text.empty() ? text : "\n" + emphasised("Who leads then", Emphasis::strong, style) + "\n" + text;
}

std::string one_text(const TornadoResult& result, int top, const TextStyle& style) {
    const Tornado& tornado = result.tornado;
    std::string text = emphasised(printable(title_of(result.model)), Emphasis::strong, style) + "\n" +
                       wrapped(fmt::format("{} with each of {} at each value, seed {}", deals(tornado.replicates),
                                           result.model.strategies.size() == 1
                                               ? std::string("1 strategy")
                                               : fmt::format("{} strategies", result.model.strategies.size()),
                                           tornado.request.run.seed),
                               style) +
                       "\n";
    text += wrapped(printable(tornado_headline(result)), style);
    text += wrapped(printable(tornado_convention(result)), style);
    text += swings_table(result, top, style) + leaders_text(result, style);
    const std::string untouched = untouched_words(result);
    return untouched.empty() ? text : text + "\n" + wrapped(printable(untouched), style);
}

std::string across_text(std::span<const TornadoResult> results, const TextStyle& style) {
    std::vector<const Tornado*> tornados;
    for (const TornadoResult& result : results) tornados.push_back(&result.tornado);
    const RankMeasure measure = tornados.front()->request.measure;
    Table table({{"Constant", "", Align::left},
                 {"Turns", "companies", Align::right},
                 {"Ties", "companies", Align::right},
                 {"Median", "swing", Align::right},
                 {"Largest", "swing", Align::right}},
                1);
    for (const ConstantAcross& constant : constants_across(tornados)) {
        if (constant.largest_swing == 0) continue;
        table.add({short_key(constant.key), fmt::format("{} of {}", constant.turns, constant.companies),
                   fmt::to_string(constant.settles), swing_words(measure, constant.median_swing),
                   swing_words(measure, constant.largest_swing)});
    }
    return "\n" + emphasised(fmt::format("Over {} companies", results.size()), Emphasis::strong, style) + "\n" +
           table.text(style);
}

void add_side(CsvLine& line, const std::string& end, const TornadoResult& result, const TornadoSide& side) {
    line.number(end, side.value);
    line.interval("measured_at_" + end, side.measured);
    line.interval("delta_at_" + end, side.change);
    line.text("leader_at_" + end, result.model.strategies[side.leader].id);
    line.interval("lead_at_" + end, side.lead);
    line.text("order_at_" + end, word(side.turn));
}

} // namespace

std::string tornado_text(std::span<const TornadoResult> results, int top, const TextStyle& style) {
    std::string text;
    for (const TornadoResult& result : results) text += (text.empty() ? "" : "\n") + one_text(result, top, style);
    return results.size() > 1 ? text + across_text(results, style) : text;
}

std::string tornado_csv(std::span<const TornadoResult> results) {
    std::string csv;
    for (const TornadoResult& result : results)
        for (const TornadoBar& bar : result.tornado.bars) {
            const Tornado& tornado = result.tornado;
            CsvLine line;
            line.text("scenario", result.file);
            line.text("measure", word(tornado.request.measure));
            line.text("strategy", result.model.strategies[tornado.watched].id);
            line.text("leader", result.model.strategies[tornado.leader].id);
            line.text("key", bar.number.key);
            line.text("kind", bar.number.kind == PlanNumber::Kind::constant ? "constant" : "drawn");
            line.number("base", bar.number.preset);
            line.interval("measured", tornado.measured);
            add_side(line, "low", result, bar.low);
            add_side(line, "high", result, bar.high);
            line.number("swing", bar.swing);
            line.count("touched", bar.touched ? 1 : 0);
            line.count("turns", bar.turns() ? 1 : 0);
            line.count("replicates", tornado.replicates);
            line.end(csv);
        }
    return csv;
}

} // namespace assent
