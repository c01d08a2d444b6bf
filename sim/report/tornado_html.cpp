#include "experiment/tornado_across.hpp"
#include "report/html_page.hpp"
#include "report/html_parts.hpp"
#include "report/html_style.hpp"
#include "report/html_text.hpp"
#include "report/measure_words.hpp"
#include "report/number_words.hpp"
#include "report/svg_tornado.hpp"
#include "report/tornado_words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace assent {
namespace {

std::string amount(const TornadoResult& result, double value) {
    return result.tornado.request.measure == RankMeasure::win ? percent(value, 1)
                                                              : money(value, result.model.company.currency);
}

std::string picture(const TornadoResult& result) {
    const Tornado& tornado = result.tornado;
    std::vector<SwingBar> bars;
    for (const TornadoBar& bar : tornado.bars)
        if (bar.swing != 0 && bars.size() < most_bars)
            bars.push_back({short_key(bar.number), value_words(bar.low.value), value_words(bar.high.value),
                            bar.low.measured.estimate, bar.high.measured.estimate, bar.turns()});
    if (bars.empty()) return {};
    const auto tick = [&](double value) {
        return tornado.request.measure == RankMeasure::win ? percent(value) : amount(result, value);
    };
    return pictures([&](double width) {
               return draw_tornado(bars, tornado.measured.estimate, measure_heading(tornado.request.measure), tick,
                                   width);
           }) +
           note(
               fmt::format("Line: the scenario as it is ({}). Plain: the number at its low value; hatched: at its high "
                           "one. The values stand at the ends.",
                           escaped(amount(result, tornado.measured.estimate))));
}

std::string change_text(const TornadoResult& result, const TornadoBar& bar, const TornadoSide& side) {
    if (bar.number.stays_at(side.value)) return "–";
    const auto signed_text = [&](double value) {
        return signed_amount(result.tornado.request.measure, value, result.model.company.currency);
    };
    return escaped(fmt::format("{} ({} to {})", signed_text(side.change.estimate), signed_text(side.change.low),
                               signed_text(side.change.high)));
}

std::string table(const TornadoResult& result) {
    std::vector<std::vector<std::string>> rows;
    for (const TornadoBar& bar : result.tornado.bars) {
        if (bar.swing == 0) continue;
        rows.push_back({escaped(short_key(bar.number)), escaped(turn_words(bar)), value_words(bar.low.value),
                        value_words(bar.high.value), change_text(result, bar, bar.low),
                        change_text(result, bar, bar.high)});
    }
    return folded("All numbers with any swing",
                  data_table("Changes against the scenario as it is",
                             {"Number", "Leader", "Low value", "High value", "Change at low", "Change at high"}, rows,
                             2));
}

std::string company_section(const TornadoResult& result, std::size_t place) {
    std::string body = "<p>" + escaped(tornado_convention(result)) + "</p>\n" + picture(result);
    std::string items;
    for (const TornadoBar& bar : result.tornado.bars)
        for (const std::string& sentence : leading_words(result, bar)) items += "<li>" + escaped(sentence) + "</li>\n";
    if (!items.empty()) body += "<h3>Who leads then</h3>\n<ul>\n" + items + "</ul>\n";
    body += table(result);
    const std::string untouched = untouched_words(result);
    if (!untouched.empty()) body += note(escaped(untouched));
    return long_section(fmt::format("company-{}", place + 1), title_of(result.model), escaped(tornado_headline(result)),
                        body);
}

std::string across_section(std::span<const TornadoResult> results) {
    std::vector<const Tornado*> tornados;
    for (const TornadoResult& result : results) tornados.push_back(&result.tornado);
    const RankMeasure measure = tornados.front()->request.measure;
    std::vector<std::vector<std::string>> rows;
    for (const ConstantAcross& constant : constants_across(tornados)) {
        if (constant.largest_swing == 0) continue;
        rows.push_back({escaped(short_key(constant.key)), fmt::format("{} of {}", constant.turns, constant.companies),
                        fmt::to_string(constant.settles), swing_words(measure, constant.median_swing),
                        swing_words(measure, constant.largest_swing)});
    }
    return long_section("across", fmt::format("Over {} companies", results.size()),
                        "In how many companies each constant changes who leads, and how far it moves the leader.",
                        data_table("Constants by the companies whose ranking they turn",
                                   {"Constant", "Turns", "Settles a tie", "Median swing", "Largest swing"}, rows, 1));
}

} // namespace

std::string tornado_html(std::span<const TornadoResult> results, std::string_view version) {
    std::string page = page_head("Assent: which numbers matter", version) + "<body>\n" + pattern_definitions();
    page += fmt::format("<header>\n{}"
                        "<h1>Which numbers change who leads</h1>\n<p class=\"about\">Many constants of the model are "
                        "assumptions. A ranking that turns with one of them is not to be trusted; one that stays is "
                        "worth more than the level of its win rates.</p>\n</header>\n<main>\n",
                        page_bar());
    if (results.size() > 1) page += across_section(results);
    for (std::size_t i = 0; i < results.size(); ++i) page += company_section(results[i], i);
    page += fmt::format("</main>\n<footer>Made by assent {}. Seed {}.</footer>\n", escaped(version),
                        results.front().tornado.request.run.seed);
    return page + page_end();
}

} // namespace assent
