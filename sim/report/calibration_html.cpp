#include "report/calibration_report.hpp"

#include "report/html_page.hpp"
#include "report/html_parts.hpp"
#include "report/html_style.hpp"
#include "report/html_text.hpp"
#include "report/number_words.hpp"
#include "report/svg_axes.hpp"
#include "report/svg_charts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace assent {
namespace {

std::string range_text(const Interval& interval, int decimals) {
    return fmt::format("<span class=\"n\">{}</span> <span class=\"sub\">{} to {}</span>",
                       decimal(interval.estimate, decimals), decimal(interval.low, decimals),
                       decimal(interval.high, decimals));
}

/// Forecast against outcome; on the diagonal 70 % is seventy of a hundred.
std::string draw_curve(const CrossValidation& validation, double width) {
    const double side = std::min(width, 420.0);
    Svg svg(side, side, "Calibration curve",
            "Share won against forecast, for groups of deals with like forecasts; on the diagonal forecasts hold.");
    const Plot plot({46, 10, side - 62, side - 52}, 0, 1, 0, 1);
    const auto ticks = round_ticks(0, 1, 5);
    const auto label = [](double tick) { return percent(tick); };
    draw_left_axis(svg, plot, ticks, label);
    draw_bottom_axis(svg, plot, ticks, label);
    svg.line(plot.at(0, 0), plot.at(1, 1), "axis");
    for (const ForecastBin& bin : validation.curve) {
        svg.open_group(fmt::format("forecast {}, won {} of {}", percent(bin.forecast), percent(bin.observed.estimate),
                                   grouped(bin.deals)));
        svg.line(plot.at(bin.forecast, bin.observed.low), plot.at(bin.forecast, bin.observed.high), "whisker");
        svg.circle(plot.at(bin.forecast, bin.observed.estimate), 4.5, "dot");
        svg.close_group();
    }
    svg.text({plot.area.centre().x, side - 6}, "forecast", "tick", Anchor::middle);
    svg.text({plot.area.x + 6, plot.area.y + 12}, "won", "tick");
    return std::move(svg).finish();
}

std::string odds_cell(const WeightSummary& weight) {
    const Interval logs{std::log(weight.odds_ratio.estimate), std::log(weight.odds_ratio.low),
                        std::log(weight.odds_ratio.high)};
    const std::string words = range_text(weight.odds_ratio, 2);
    return words + draw_whisker_cell({logs, -2.5, 2.5, weight.sign_probability < 0.95},
                                     "Odds ratio " + decimal(weight.odds_ratio.estimate, 2));
}

std::string weights_section(const Calibration& calibration) {
    std::vector<std::vector<std::string>> rows;
    for (const WeightSummary& weight : calibration.weights) {
        const bool intercept = &weight == &calibration.weights.front();
        rows.push_back(
            {isolated(weight.name), escaped(weight.mechanism), decimal(weight.deals, 0), range_text(weight.weight, 2),
             percent(weight.sign_probability), intercept ? "–" : odds_cell(weight),
             weight.crude_odds_ratio ? decimal(*weight.crude_odds_ratio, 2) : "–",
             weight.published ? decimal(weight.published->first, 2) + "–" + decimal(weight.published->second, 2)
                              : "–"});
    }
    const std::string lead =
        fmt::format("A deal with {}: won <strong>{}</strong> ({}–{}, 90 %).", escaped(deal_in_words(calibration)),
                    percent(calibration.deal_rate.estimate), decimal(100 * calibration.deal_rate.low, 0),
                    percent(calibration.deal_rate.high));
    return long_section("weights", "What the deals say", lead,
                        data_table("Posterior of each weight, with the middle 90 %",
                                   {"What the deals hold", "Moves", "Deals", "Weight", "Sign sure", "Odds ×",
                                    "In the table", "Others found"},
                                   rows, 2) +
                            note("Odds ×: what a level does to the odds of winning against the base level, other "
                                 "features at their base; in the table: counted without regard to other features, as "
                                 "others do. Lines run from 0.08 to 12 on a logarithmic scale, open dots "
                                 "are signs less than 95 % sure."));
}

std::vector<std::string> score_row(const char* name, const ForecastScores& scores) {
    return {name, range_text(scores.brier, 4), range_text(scores.log_loss, 3), range_text(scores.area, 3)};
}

std::string scores_part(const Calibration& calibration, const CrossValidation& validation) {
    std::vector<std::vector<std::string>> rows{score_row("Simulator", validation.simulator.scores),
                                               score_row("Logistic regression (ridge)", validation.regression.scores),
                                               score_row("Share won, the same for all", validation.constant.scores),
                                               score_row("Simulator − regression", validation.to_regression),
                                               score_row("Simulator − share won", validation.to_constant)};
    return "<h3>" + escaped(folds_in_words(validation)) + "</h3>\n" +
           data_table(fmt::format("With {:g} % intervals (bootstrap over what is kept together)",
                                  100 * calibration.confidence),
                      {"Forecast by", "Brier", "Log-loss", "AUC"}, rows, 1);
}

std::string scores_section(const Calibration& calibration) {
    std::string body;
    for (const CrossValidation& validation : calibration.validations) body += scores_part(calibration, validation);
    body +=
        note("Brier and log-loss: smaller is better. AUC: chance that a won deal had the higher forecast than a lost "
             "one. Every forecast comes from a fit that has not seen the deal.");
    return long_section("scores", "Deals that the fit has not seen", "", body);
}

std::string curve_section(const Calibration& calibration) {
    const CrossValidation& validation = calibration.validations.front();
    std::vector<std::vector<std::string>> rows;
    for (const ForecastBin& bin : validation.curve)
        rows.push_back({percent(bin.forecast), interval_text(bin.observed, 0), grouped(bin.deals)});
    return section("curve", "Is 70 % seventy of a hundred?", escaped(folds_in_words(validation)),
                   side_by_side(pictures([&](double width) { return draw_curve(validation, width); }),
                                data_table("Deals of like forecast", {"Forecast", "Won", "Deals"}, rows, 1)));
}

std::string method_section(const Calibration& calibration) {
    std::string body = fmt::format(
        "<p>Weights move quantities of the company “{}”, which the strategy “{}” is played against. The fit ran on a "
        "surface through {} companies of {} deals each; played again with other luck, deals differ from it by {} "
        "points "
        "(root mean square). Weights were shrunk by a factor of {} that the deals chose.</p>\n",
        isolated(calibration.scenario_title), isolated(calibration.strategy),
        grouped(static_cast<std::int64_t>(calibration.surface.companies)), grouped(calibration.surface.replicates),
        decimal(100 * calibration.played_gap, 1), decimal(calibration.shrinkage, 2));
    std::string items;
    for (const auto& [column, why] : calibration.left_out)
        items += fmt::format("<li>{}: {}</li>\n", isolated(column), escaped(why));
    if (!items.empty()) body += "<h3>Columns left out</h3>\n<ul>\n" + items + "</ul>\n";
    return section("method", "How it was done", "", body);
}

} // namespace

std::string calibration_html(const Calibration& calibration, const std::string& version) {
    const std::string title = "Calibration to " + calibration.table;
    std::string page = page_head("Assent: " + title, version) + "<body>\n" + pattern_definitions();
    page += fmt::format("<header>\n<div class=\"bar\"><span class=\"brand\">Assent</span><span>{}</span>"
                        "<button type=\"button\" id=\"theme\" hidden=\"hidden\">Theme</button></div>\n<h1>{}</h1>\n"
                        "<p class=\"about\">{} deals, {} won.</p>\n</header>\n<main>\n",
                        isolated(calibration.map_title), escaped(title),
                        grouped(static_cast<std::int64_t>(calibration.deals)), percent(calibration.base_rate));
    page += scores_section(calibration) + curve_section(calibration) + weights_section(calibration) +
            method_section(calibration);
    page += fmt::format("</main>\n<footer>Made by assent {}. Seed {}.</footer>\n", escaped(version), calibration.seed);
    return page + page_end();
}

} // namespace assent
