// Single deals told week by week.
#include "report/html_parts.hpp"
#include "report/html_sections.hpp"
#include "report/html_text.hpp"
#include "report/narrator.hpp"
#include "report/number_words.hpp"
#include "report/reason_words.hpp"
#include "report/svg_charts.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace assent {
namespace {

constexpr std::size_t most_weeks = 120; // told; a deal of ten years is not read to its end

std::string title(const ToldReplicate& told) {
    return told.row.outcome == Outcome::won ? "A win of middle length" : "A typical failure";
}

std::string summary(const ReportInput& input, const ToldReplicate& told, const std::string& strategy) {
    std::string text =
        fmt::format("{}, deal number {}: ", isolated(strategy), grouped(static_cast<std::int64_t>(told.row.replicate)));
    if (told.row.outcome == Outcome::won)
        return text + fmt::format("won in week {} at {}.", told.row.week,
                                  escaped(money(told.row.price, input.result.model.company.currency)));
    constexpr std::string_view ends[] = {"won", "lost to a rival", "no decision", "struck off the list"};
    text += fmt::format("{} in week {}", ends[static_cast<std::size_t>(told.row.outcome)], told.row.week);
    if (told.row.reason < 0) return text + ".";
    return text + fmt::format("; what weighed most: {}.",
                              escaped(loss_reason_name(input.result.model, told.row.reason_holder, told.row.reason)));
}

std::string week_entry(const NarratedWeek& week) {
    std::string lines;
    for (const std::string& line : week.lines) lines += "<li>" + isolated(line) + "</li>";
    return fmt::format("<li{}><h4>{} <span>· {} · support {}</span></h4><ul>{}</ul></li>\n",
                       week.week < week.last_week ? " class=\"quiet\"" : "", escaped(weeks_name(week)),
                       escaped(week.stage), percent(week.support), lines);
}

std::string quarter_entry(const NarratedQuarters& quarters) {
    std::string lines;
    for (const std::string& line : quarters.lines) lines += "<li>" + isolated(line) + "</li>";
    if (lines.empty()) lines = "<li>Nothing out of the ordinary.</li>";
    return fmt::format("<li><h4>{} <span>· satisfaction {}</span></h4><ul>{}</ul></li>\n",
                       escaped(quarters_name(quarters)), percent(quarters.satisfaction), lines);
}

std::string article(const ReportInput& input, const ToldReplicate& told) {
    const auto strategy = input.result.strategies[told.strategy];
    const std::string& name = name_of(input.result.model.strategies[static_cast<std::size_t>(strategy)]);
    const auto weeks = narrate(input.result.model, input.plan, strategy, told.events);
    std::vector<WeekSupport> support;
    std::string entries;
    for (std::size_t i = 0; i < weeks.size(); ++i) {
        support.push_back({weeks[i].last_week, weeks[i].support});
        if (i < most_weeks) entries += week_entry(weeks[i]);
    }
    std::string text = "<article>\n<h3>" + title(told) + "</h3>\n<p>" + summary(input, told, name) + "</p>\n";
    text += pictures([&](double width) {
        return draw_support(support, "Support for us by week: " + title(told), width == wide_picture ? 540 : width);
    });
    for (const NarratedQuarters& quarters : narrate_client(told.events)) entries += quarter_entry(quarters);
    text += "<ol class=\"weeks\">\n" + entries + "</ol>\n";
    if (weeks.size() > most_weeks)
        text += note(fmt::format("{} further entries are left out.", weeks.size() - most_weeks));
    return text + "</article>\n";
}

} // namespace

std::string deals_section(const ReportInput& input) {
    std::string articles;
    for (const ToldReplicate& told : input.told) articles += article(input, told);
    if (articles.empty()) return {};
    return long_section(
        "deals", input.told.size() == 1 ? "One deal, week by week" : "Single deals, week by week",
        "Told by someone who saw everything; you would have known less. The curve is the support for us, "
        "weighted by authority.",
        "<div class=\"deals\">\n" + articles + "</div>\n");
}

} // namespace assent
