// Strategies, best first, with intervals drawn.
#include "report/html_parts.hpp"
#include "report/html_sections.hpp"
#include "report/html_text.hpp"
#include "report/measure_words.hpp"
#include "report/number_words.hpp"
#include "report/reason_words.hpp"
#include "report/svg_charts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace assent {
namespace {

/// The scales that all rows share.
struct Scales {
    double rate_high = 1;
    double gap_low = 0, gap_high = 0;
};

Scales scales_of(const Ranking& ranking) {
    const std::vector<StrategyStanding>& standings = ranking.standings;
    Scales scales;
    const double least = 0.01 * (ranking.measure == RankMeasure::win || standings.empty()
                                     ? 1
                                     : std::abs(standings.front().measured(ranking.measure).estimate));
    scales.gap_low = -least;
    scales.gap_high = least;
    double highest = 0;
    for (const StrategyStanding& standing : standings) {
        highest = std::max(highest, standing.win_rate.high);
        scales.gap_low = std::min(scales.gap_low, standing.gap.low);
        scales.gap_high = std::max(scales.gap_high, standing.gap.high);
    }
    scales.rate_high = std::min(1.0, std::ceil(highest * 5 + 0.01) / 5);
    return scales;
}

std::string cell(std::string_view label, const std::string& content) {
    return fmt::format("<td data-label=\"{}\">{}</td>", label, content);
}

std::string badge(std::size_t place, const StrategyStanding& standing, std::size_t count) {
    if (count < 2) return {};
    if (place == 0) return " <span class=\"badge first\">ahead</span>";
    return standing.tied_with_best ? " <span class=\"badge\">level with the first</span>" : "";
}

std::string rate_cell(std::size_t place, const StrategyStanding& standing, const Scales& scales) {
    const std::string words = interval_text(standing.win_rate);
    return cell("Win rate",
                "<span><strong>" + percent(standing.win_rate.estimate, 1) + "</strong> <span class=\"sub\">" +
                    decimal(100 * standing.win_rate.low, 1) + " to " + percent(standing.win_rate.high, 1) +
                    "</span></span>" +
                    draw_whisker_cell({standing.win_rate, 0, scales.rate_high, place > 0 && standing.tied_with_best},
                                      "Win rate " + words));
}

std::string gap_cell(const ReportInput& input, std::size_t place, const Scales& scales) {
    const Ranking& ranking = input.result.ranking;
    const StrategyStanding& standing = ranking.standings[place];
    if (place == 0) return cell("To the first", "–");
    const auto words = [&](double amount) {
        return signed_amount(ranking.measure, amount, input.result.model.company.currency);
    };
    const Interval& gap = standing.gap;
    const std::string limits = words(gap.low) + " to " + words(gap.high);
    const std::string_view unit = ranking.measure == RankMeasure::win ? ", points" : "";
    return cell("To the first", "<span>" + words(gap.estimate) + " <span class=\"sub\">" + limits + "</span></span>" +
                                    draw_whisker_cell({gap, scales.gap_low, scales.gap_high, standing.tied_with_best},
                                                      fmt::format("Difference to the first{}: {}", unit, limits)));
}

/// What the ranking goes by, unless that is the win rate, which has a column in any case.
std::string measure_cell(const ReportInput& input, const StrategyStanding& standing) {
    const RankMeasure measure = input.result.ranking.measure;
    if (measure == RankMeasure::win) return {};
    const auto words = [&](double amount) { return money(amount, input.result.model.company.currency); };
    const Interval& measured = standing.measured(measure);
    return cell(measure_heading(measure),
                fmt::format("<span><strong>{}</strong> <span class=\"sub\">{} to {}</span></span>",
                            escaped(words(measured.estimate)), escaped(words(measured.low)),
                            escaped(words(measured.high))));
}

/// Numbers with their unit on one line.
std::string unbroken(const std::string& text) { return "<span class=\"n\">" + escaped(text) + "</span>"; }

std::string weeks_text(const WeekQuantiles& weeks) {
    if (weeks.p50 == 0) return "–";
    return fmt::format("<span>{} <span class=\"sub\">{} to {}</span></span>", weeks.p50, weeks.p10, weeks.p90);
}

/// With the holder's title alone: the column is narrow, and the heat map below has the names.
std::string short_reason(const Model& model, const LossReason& reason) {
    const std::string name = reason_name(model, reason.reason);
    return reason.holder < 0 ? name : name + " ·\u00a0" + short_holder_name(model, reason.holder);
}

std::string reason_text(const ReportInput& input, const StrategyStanding& standing) {
    std::string text;
    const std::size_t shown = std::min<std::size_t>(3, standing.reasons.size());
    for (std::size_t i = 0; i < shown; ++i) {
        const LossReason& reason = standing.reasons[i];
        text += fmt::format("<span class=\"sub\">{} {}</span>", percent(reason.share.estimate),
                            isolated(short_reason(input.result.model, reason)));
    }
    return text.empty() ? "–" : "<span>" + text + "</span>";
}

/// Of a deal, and what became of the clients.
std::string lifetime_text(const StrategyStanding& standing, const StrategyTally& tally, const std::string& currency) {
    const std::string worth = unbroken(money(standing.lifetime.estimate, currency));
    if (tally.clients == 0) return worth;
    return fmt::format("<span>{} <span class=\"sub\">{} still clients, satisfaction {}</span></span>", worth,
                       percent(standing.retained.estimate), percent(standing.satisfaction.estimate));
}

std::string row(const ReportInput& input, std::size_t place, const Scales& scales) {
    const auto& standings = input.result.ranking.standings;
    const StrategyStanding& standing = standings[place];
    const Strategy& strategy = input.result.strategy(standing);
    const StrategyTally& tally = input.result.counted(standing);
    const std::string& currency = input.result.model.company.currency;
    std::string cells = "<th scope=\"row\">" + isolated(name_of(strategy)) + badge(place, standing, standings.size());
    if (!strategy.about.empty()) cells += "<span class=\"sub\">" + escaped(strategy.about) + "</span>";
    cells += "</th>" + measure_cell(input, standing) + rate_cell(place, standing, scales);
    if (standings.size() > 1) cells += gap_cell(input, place, scales);
    cells += cell("Of those decided", percent(standing.win_rate_decided.estimate, 1));
    cells += cell("Weeks to win", weeks_text(standing.weeks));
    cells += cell("Price agreed", tally.price.count == 0 ? "–" : unbroken(money(standing.price.estimate, currency)));
    cells += cell("Value per deal", unbroken(money(standing.value.estimate, currency)));
    cells += cell("Lifetime value", lifetime_text(standing, tally, currency));
    cells += cell("Hours per deal", fmt::format("<span>{} <span class=\"sub\">{} per hour</span></span>",
                                                decimal(standing.hours.estimate, 1),
                                                escaped(money(standing.value_per_hour.estimate, currency))));
    return "<tr>" + cells + cell("Why not won", reason_text(input, standing)) + "</tr>\n";
}

std::string heads(const ReportInput& input) {
    const bool several = input.result.ranking.standings.size() > 1;
    const RankMeasure measure = input.result.ranking.measure;
    std::string cells = "<th scope=\"col\">Strategy</th>";
    if (measure != RankMeasure::win) cells += fmt::format("<th scope=\"col\">{}</th>", measure_heading(measure));
    cells += "<th scope=\"col\">Win rate</th>";
    if (several)
        cells += fmt::format("<th scope=\"col\">To the first{}</th>", measure == RankMeasure::win ? ", points" : "");
    for (const char* head : {"Of those decided", "Weeks to win", "Price agreed", "Value per deal", "Lifetime value",
                             "Hours per deal", "Why not won"})
        cells += fmt::format("<th scope=\"col\">{}</th>", head);
    return "<thead><tr>" + cells + "</tr></thead>\n";
}

} // namespace

std::string ranking_section(const ReportInput& input) {
    const auto& standings = input.result.ranking.standings;
    const Scales scales = scales_of(input.result.ranking);
    std::string rows;
    for (std::size_t place = 0; place < standings.size(); ++place) rows += row(input, place, scales);
    const std::string lead = fmt::format(
        "Each strategy played {} deals against the same luck. Dots are estimates, lines are {} intervals; an "
        "open dot is level with the first.",
        grouped(input.result.tally.replicates), confidence_text(input));
    const std::string body =
        "<div class=\"scroll\"><table class=\"rank\">\n" + heads(input) + "<tbody>\n" + rows +
        "</tbody></table></div>\n" +
        note("Win rate counts all deals, “of those decided” leaves out those that end without a decision. Weeks: "
             "median, and "
             "the range of eight of ten. Value is margin less the cost of selling, over all deals. Intervals of "
             "differences hold together for all comparisons.");
    return long_section("ranking", "Strategies compared", lead, body);
}

} // namespace assent
