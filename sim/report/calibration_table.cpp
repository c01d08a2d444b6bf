#include "report/calibration_report.hpp"

#include "report/number_words.hpp"

#include <fmt/format.h>

namespace assent {
namespace {

std::string range(const Interval& interval, int decimals) {
    return decimal(interval.low, decimals) + " to " + decimal(interval.high, decimals);
}

std::string published(const WeightSummary& weight) {
    if (!weight.published) return "";
    return decimal(weight.published->first, 2) + "–" + decimal(weight.published->second, 2);
}

std::string weights_table(const Calibration& calibration, const TextStyle& style) {
    using Align = Table::Align;
    Table table({{"What the deals hold", "", Align::left},
                 {"Moves", "", Align::left},
                 {"Deals", ""},
                 {"Weight", "mean"},
                 {"", "90 %"},
                 {"Sign", "sure"},
                 {"Odds ×", "median"},
                 {"", "90 %"},
                 {"Others", "found"}},
                1);
    for (const WeightSummary& weight : calibration.weights) {
        const bool intercept = &weight == &calibration.weights.front();
        const bool clear = weight.sign_probability >= 0.95 && !intercept;
        table.add({{weight.name, clear ? Emphasis::strong : Emphasis::none},
                   weight.mechanism,
                   decimal(weight.deals, 0),
                   decimal(weight.weight.estimate, 2),
                   range(weight.weight, 2),
                   percent(weight.sign_probability),
                   intercept ? "" : decimal(weight.odds_ratio.estimate, 2),
                   intercept ? "" : range(weight.odds_ratio, 2),
                   published(weight)});
    }
    return table.text(style);
}

std::vector<Cell> score_row(const std::string& name, const ForecastScores& scores, const MurphyParts* murphy) {
    std::vector<Cell> cells{name,
                            decimal(scores.brier.estimate, 4),
                            range(scores.brier, 3),
                            decimal(scores.log_loss.estimate, 3),
                            decimal(scores.area.estimate, 3),
                            range(scores.area, 3)};
    for (const double MurphyParts::*part : {&MurphyParts::reliability, &MurphyParts::resolution})
        cells.emplace_back(murphy == nullptr ? std::string() : decimal(murphy->*part, 4));
    return cells;
}

std::string scores_table(const Calibration& calibration, const CrossValidation& validation, const TextStyle& style) {
    const std::string confidence = fmt::format("{:g} %", 100 * calibration.confidence);
    Table table({{"Forecast by", "", Table::Align::left},
                 {"Brier", ""},
                 {"", confidence},
                 {"Log-loss", ""},
                 {"AUC", ""},
                 {"", confidence},
                 {"Reliability", ""},
                 {"Resolution", ""}},
                1);
    table.add(score_row("Simulator", validation.simulator.scores, &validation.simulator.murphy));
    table.add(score_row("Logistic regression (ridge)", validation.regression.scores, &validation.regression.murphy));
    table.add(score_row("Share won, the same for all", validation.constant.scores, &validation.constant.murphy));
    table.add(score_row("Simulator − regression", validation.to_regression, nullptr));
    table.add(score_row("Simulator − share won", validation.to_constant, nullptr));
    return table.text(style);
}

std::string curve_table(const CrossValidation& validation, const TextStyle& style) {
    Table table({{"Forecast", "", Table::Align::right}, {"Won", ""}, {"between", ""}, {"Deals", ""}}, 1);
    for (const ForecastBin& bin : validation.curve)
        table.add({percent(bin.forecast), percent(bin.observed.estimate),
                   decimal(100 * bin.observed.low, 0) + "–" + percent(bin.observed.high), grouped(bin.deals)});
    return table.text(style);
}

std::string heading(const std::string& text, const TextStyle& style) {
    return "\n" + emphasised(text, Emphasis::strong, style) + "\n\n";
}

std::string trust_in_it(const Calibration& calibration) {
    double worst = 1;
    for (const WeightSummary& weight : calibration.weights) worst = std::max(worst, weight.scale_reduction);
    return fmt::format(
        "The fit ran on a surface through {} played companies ({} terms in {} quantities). Played again with other "
        "luck "
        "at the mean weights, deals differ from it by {} points (root mean square; greatest on {} companies not fitted "
        "to: {}). Weights were shrunk by a factor of {} that the deals chose. Chains: greatest scale reduction {} (1 "
        "is "
        "converged), {} of the steps accepted.",
        grouped(static_cast<std::int64_t>(calibration.surface.companies)), calibration.surface.terms,
        calibration.surface.axes, decimal(100 * calibration.played_gap, 1), calibration.surface.held_out,
        decimal(100 * calibration.surface.worst, 1), decimal(calibration.shrinkage, 2), decimal(worst, 3),
        percent(calibration.accepted));
}

} // namespace

std::string folds_in_words(const CrossValidation& validation) {
    const std::string who = validation.column.empty()
                                ? "every deal by itself, because the map names no client"
                                : fmt::format("deals of one {} kept together, {} in all, the largest with {} deals",
                                              validation.column, validation.groups, validation.largest_group);
    return fmt::format("{} folds, dealt {} times; {}", validation.folds, validation.repeats, who);
}

std::string deal_in_words(const Calibration& calibration) {
    std::string words;
    for (const auto& [column, word] : calibration.deal) words += fmt::format("{} = {}, ", column, word);
    return words + (words.empty() ? "every feature at its base" : "the rest at its base");
}

std::string calibration_text(const Calibration& calibration, const TextStyle& style) {
    std::string text =
        emphasised(fmt::format("{}: {} deals, {} won", printable(calibration.table),
                               grouped(static_cast<std::int64_t>(calibration.deals)), percent(calibration.base_rate)),
                   Emphasis::strong, style) +
        "\n" +
        wrapped(fmt::format("Map: {}. Company: {}, strategy: {}. Seed {}.", calibration.map_title,
                            calibration.scenario_title, calibration.strategy, calibration.seed),
                style);
    text += heading("What the deals say", style) + weights_table(calibration, style) + "\n" +
            wrapped("Odds ×: what a level does to the odds of winning against the base level, other features at "
                    "their base. Intervals hold the middle 90 % of the posterior. Bold: the sign is 95 % sure.",
                    style);
    text += wrapped(fmt::format("A deal with {}: won {} ({}–{}, 90 %).", deal_in_words(calibration),
                                percent(calibration.deal_rate.estimate), decimal(100 * calibration.deal_rate.low, 0),
                                percent(calibration.deal_rate.high)),
                    style);
    for (const CrossValidation& validation : calibration.validations)
        text += heading("Deals that the fit has not seen", style) + wrapped(folds_in_words(validation) + ".", style) +
                "\n" + scores_table(calibration, validation, style);
    text += heading("Is 70 % seventy of a hundred?", style) + curve_table(calibration.validations.front(), style);
    text += "\n" + wrapped(trust_in_it(calibration), style);
    for (const auto& [column, why] : calibration.left_out)
        text += wrapped(fmt::format("Left out: {} ({}).", column, why), style);
    return text;
}

} // namespace assent
