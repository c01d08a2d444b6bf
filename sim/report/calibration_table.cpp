#include "report/calibration_report.hpp"

#include "report/number_words.hpp"

#include <fmt/format.h>

namespace assent {
namespace {

/// "0.55 (0.39, 0.72)"
std::string with_range(const Interval& interval, int decimals) {
    return fmt::format("{} ({}, {})", decimal(interval.estimate, decimals), decimal(interval.low, decimals),
                       decimal(interval.high, decimals));
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
                 {"Weight", "mean (90 %)"},
                 {"Sign", "sure"},
                 {"Odds ×", "median (90 %)", Align::right, 1},
                 {"Odds ×", "in the table", Align::right, 1},
                 {"Odds ×", "others found", Align::right, 1}},
                1);
    for (const WeightSummary& weight : calibration.weights) {
        const bool intercept = &weight == &calibration.weights.front();
        const bool clear = weight.sign_probability >= 0.95 && !intercept;
        table.add({{weight.name, clear ? Emphasis::strong : Emphasis::none},
                   weight.mechanism,
                   decimal(weight.deals, 0),
                   with_range(weight.weight, 2),
                   percent(weight.sign_probability),
                   intercept ? "" : with_range(weight.odds_ratio, 2),
                   weight.crude_odds_ratio ? decimal(*weight.crude_odds_ratio, 2) : "",
                   published(weight)});
    }
    return table.text(style);
}

void add_scores(Table& table, const std::string& name, const ForecastScores& scores) {
    table.add({name, with_range(scores.brier, 3), with_range(scores.log_loss, 3), with_range(scores.area, 3)});
}

std::string scores_table(const Calibration& calibration, const CrossValidation& validation, const TextStyle& style) {
    const std::string confidence = fmt::format("({:g} %)", 100 * calibration.confidence);
    Table table(
        {{"Forecast by", "", Table::Align::left}, {"Brier", confidence}, {"Log-loss", confidence}, {"AUC", confidence}},
        1);
    add_scores(table, "Simulator", validation.simulator.scores);
    add_scores(table, "Logistic regression", validation.regression.scores);
    add_scores(table, "Share won for all", validation.constant.scores);
    add_scores(table, "Simulator − regression", validation.to_regression);
    add_scores(table, "Simulator − share", validation.to_constant);
    const MurphyParts& parts = validation.simulator.murphy;
    return table.text(style) + "\n" +
           wrapped(fmt::format("Brier score of the simulator, {} = reliability {} − resolution {} + uncertainty {} + "
                               "within bins {} (Murphy).",
                               decimal(validation.simulator.scores.brier.estimate, 4), decimal(parts.reliability, 4),
                               decimal(parts.resolution, 4), decimal(parts.uncertainty, 4), decimal(parts.within, 4)),
                   style);
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
    const std::string dealt = validation.repeats == 1 ? "once" : fmt::format("{} times", validation.repeats);
    return fmt::format("{} folds, dealt {}; {}", validation.folds, dealt, who);
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
    text +=
        heading("What the deals say", style) + weights_table(calibration, style) + "\n" +
        wrapped("Odds ×: what a level does to the odds of winning against the base level, other features at "
                "their base. In the table: the same without regard to other features, which is also how others count. "
                "Intervals hold the middle 90 % of the posterior. Bold: the sign is 95 % sure.",
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
