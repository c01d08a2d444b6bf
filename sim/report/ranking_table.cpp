#include "report/ranking_table.hpp"

#include "report/number_words.hpp"
#include "report/reason_words.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace assent {
namespace {

constexpr const char* none = "–"; ///< there is no such number
constexpr std::size_t reasons_shown = 3;

/// Decimals that show a half-width in two digits; never more than three, because replicates are not the world.
int decimals_for(double half_width) { return half_width < 0.001 ? 2 : 1; }

std::string range(const Interval& share) {
    const int decimals = decimals_for(share.half_width());
    return decimal(100 * share.low, decimals) + "–" + decimal(100 * share.high, decimals);
}

std::string points_range(const Interval& difference) {
    return fmt::format("{} to {}", points(difference.low), points(difference.high));
}

Cell versus_best(const StrategyStanding& standing, bool leader) {
    if (leader) return {"best", Emphasis::good};
    const std::string text = points(standing.difference.estimate) + " (" + points_range(standing.difference) + ")";
    return standing.tied_with_best ? Cell(text + " ties", Emphasis::bad) : Cell(text);
}

std::string weeks(const StrategyStanding& standing) {
    if (standing.weeks.p50 == 0) return none;
    return fmt::format("{} / {} / {}", standing.weeks.p10, standing.weeks.p50, standing.weeks.p90);
}

/// Rivals that at least one deal was lost to, by alternative.
std::vector<std::size_t> winners_against_us(const RunTally& tally) {
    std::vector<std::size_t> rivals;
    const std::size_t alternatives = tally.strategies.empty() ? 0 : tally.strategies.front().lost_to.size();
    for (std::size_t i = 0; i < alternatives; ++i)
        if (std::ranges::any_of(tally.strategies, [i](const StrategyTally& s) { return s.lost_to[i] > 0; }))
            rivals.push_back(i);
    return rivals;
}

std::vector<Table::Column> columns(const RunResult& result, const std::vector<std::size_t>& rivals) {
    using Align = Table::Align;
    const std::string currency = currency_sign(result.model.company.currency);
    const std::string level = fmt::format("{:g} %", 100 * result.ranking.confidence);
    std::vector<Table::Column> columns{
        {"#", "", Align::right, 0},
        {"Strategy", "", Align::left, 0},
        {"Won", "of all", Align::right, 1},
        {"Interval", level, Align::right, 1},
        {"Against the best", "points, all pairs " + level, Align::left, 1},
        {"Won", "of decided", Align::right, 1},
        {"No decision", "of all", Align::right, 2},
        {"Struck off", "of all", Align::right, 2},
    };
    for (const std::size_t rival : rivals)
        columns.push_back({"Lost to", shortened(name_of(result.model.alternatives[rival]), 18), Align::right, 2});
    columns.push_back({"Weeks to close", "p10 / p50 / p90", Align::right, 3});
    columns.push_back({"Price", currency, Align::right, 3});
    columns.push_back({"Margin", currency, Align::right, 3});
    columns.push_back({"Hours", "per deal", Align::right, 3});
    columns.push_back({"Value per hour", currency, Align::right, 3});
    return columns;
}

std::vector<Cell> row(const RunResult& result, std::size_t place, const std::vector<std::size_t>& rivals) {
    const StrategyStanding& standing = result.ranking.standings[place];
    const StrategyTally& counted = result.counted(standing);
    const bool won = counted.price.count > 0;
    std::vector<Cell> cells{
        std::to_string(place + 1),
        {name_of(result.strategy(standing)), place == 0 ? Emphasis::strong : Emphasis::none},
        {percent(standing.win_rate.estimate, 1), Emphasis::strong},
        range(standing.win_rate),
        versus_best(standing, place == 0),
        percent(standing.win_rate_decided.estimate, 1),
        percent(standing.no_decision.estimate, 1),
        percent(standing.eliminated.estimate, 1),
    };
    for (const std::size_t rival : rivals)
        cells.emplace_back(percent(static_cast<double>(counted.lost_to[rival]) /
                                       static_cast<double>(std::max<std::int64_t>(1, counted.replicates)),
                                   1));
    cells.emplace_back(weeks(standing));
    cells.emplace_back(won ? decimal(standing.price.estimate, 0) : none);
    cells.emplace_back(won ? decimal(standing.margin.estimate, 0) : none);
    cells.emplace_back(decimal(standing.hours.estimate, 1));
    const Interval& per_hour = standing.value_per_hour;
    cells.emplace_back(standing.hours.estimate > 0
                           ? fmt::format("{} ± {}", decimal(per_hour.estimate, 0), decimal(per_hour.half_width(), 0))
                           : none);
    return cells;
}

std::string headline(const RunResult& result, const TextStyle& style) {
    const RunTally& tally = result.tally;
    const std::string title = result.model.title.empty() ? result.model.company.name : result.model.title;
    return emphasised(wrapped(printable(title), style), Emphasis::strong, style) +
           wrapped(fmt::format("{} deals with each of {} {}, seed {}, all with the same luck",
                               grouped(tally.replicates), tally.strategies.size(),
                               tally.strategies.size() == 1 ? "strategy" : "strategies", tally.seed),
                   style) +
           "\n";
}

std::string reasons_text(const RunResult& result, const TextStyle& style) {
    std::string text = emphasised("Why deals are not won", Emphasis::strong, style) +
                       emphasised("  (share of the deals that the strategy does not win)", Emphasis::faint, style) +
                       "\n";
    for (std::size_t place = 0; place < result.ranking.standings.size(); ++place) {
        const StrategyStanding& standing = result.ranking.standings[place];
        text += fmt::format("  {}  {}\n", place + 1, printable(name_of(result.strategy(standing))));
        for (std::size_t i = 0; i < std::min(reasons_shown, standing.reasons.size()); ++i) {
            const LossReason& reason = standing.reasons[i];
            text +=
                padded(percent(reason.share.estimate, 1), 13, true) + "  " +
                shortened(printable(loss_reason_name(result.model, reason.holder, reason.reason)), style.width - 15) +
                "\n";
        }
        if (standing.reasons.empty()) text += "       every deal was won\n";
    }
    return text;
}

} // namespace

std::string ranking_text(const RunResult& result, const TextStyle& style) {
    if (result.tally.replicates == 0) return "Nothing was played to its end.\n";
    const auto rivals = winners_against_us(result.tally);
    Table table(columns(result, rivals), 2);
    for (std::size_t place = 0; place < result.ranking.standings.size(); ++place) table.add(row(result, place, rivals));
    std::string text = headline(result, style) + table.text(style) + "\n" + reasons_text(result, style) + "\n";
    for (const std::string& sentence : verdict(result)) text += wrapped(printable(sentence), style);
    return text;
}

} // namespace assent
