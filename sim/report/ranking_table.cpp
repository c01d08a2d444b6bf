#include "report/ranking_table.hpp"

#include "report/measure_words.hpp"
#include "report/number_words.hpp"
#include "report/reason_words.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <functional>
#include <initializer_list>

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

std::string weeks(const StrategyStanding& standing) {
    if (standing.weeks.p50 == 0) return none;
    return fmt::format("{}/{}/{}", standing.weeks.p10, standing.weeks.p50, standing.weeks.p90);
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

/// A unit for a column of money in which its largest amount has few digits.
struct MoneyUnit {
    double size = 1;
    int decimals = 0;
    std::string name;
};

MoneyUnit money_unit(const RunResult& result, const std::function<double(const StrategyStanding&)>& amount) {
    const std::string currency = currency_sign(result.model.company.currency);
    double largest = 0;
    for (const StrategyStanding& standing : result.ranking.standings)
        largest = std::max(largest, std::abs(amount(standing)));
    if (largest >= 1e9) return {1e9, 3, "bn " + currency};
    if (largest >= 1e6) return {1e6, largest >= 1e8 ? 1 : 2, "M " + currency};
    if (largest >= 1e5) return {1e3, 0, "k " + currency};
    return {1, largest < 100 ? 1 : 0, currency};
}

std::string in_unit(double amount, const MoneyUnit& unit) { return decimal(amount / unit.size, unit.decimals); }

/// The columns of the ranking, and how to fill them.
class RankingTable {
  public:
    RankingTable(const RunResult& result, const TextStyle& style)
        : result_(result), style_(style), rivals_(winners_against_us(result.tally)),
          price_(money_unit(result, [](const auto& standing) { return standing.price.estimate; })),
          margin_(money_unit(result, [](const auto& standing) { return standing.margin.estimate; })),
          per_hour_(money_unit(result, [](const auto& standing) { return standing.value_per_hour.estimate; })),
          client_value_(money_unit(result, [](const auto& standing) { return standing.client_value.estimate; })),
          lifetime_(money_unit(result, [](const auto& standing) { return standing.lifetime.estimate; })),
          clients_(std::ranges::any_of(result.tally.strategies, [](const auto& tally) { return tally.clients > 0; })),
          measured_(money_unit(
              result, [&](const auto& standing) { return standing.measured(result.ranking.measure).estimate; })) {}

    [[nodiscard]] std::string text() const {
        Table table(columns(), 2);
        for (std::size_t place = 0; place < result_.ranking.standings.size(); ++place) table.add(row(place));
        return table.text(style_);
    }

  private:
    [[nodiscard]] std::vector<Table::Column> columns() const {
        using Align = Table::Align;
        const std::string level = fmt::format("{:g}\u202f%", 100 * result_.ranking.confidence);
        std::vector<Table::Column> columns{
            {"#", "", Align::right, 0},
            {"Strategy", "", Align::left, 0},
        };
        add_measure_columns(columns, level);
        const std::initializer_list<Table::Column> ends{
            {"Won of", "decided", Align::right, 2},
            {"No", "decision", Align::right, 2},
            {"Struck", "off", Align::right, 2},
        };
        columns.insert(columns.end(), ends);
        const int label = style_.width < 100 ? 10 : 14;
        for (const std::size_t rival : rivals_)
            columns.push_back(
                {"Lost to", shortened(printable(name_of(result_.model.alternatives[rival])), label), Align::right, 2});
        columns.push_back({"Weeks to win", "p10/p50/p90", Align::right, 3});
        columns.push_back({"Price", price_.name, Align::right, 3});
        columns.push_back({"Margin", margin_.name, Align::right, 3});
        columns.push_back({"Hours", "", Align::right, 3});
        columns.push_back({"Value/hour", per_hour_.name, Align::right, 3});
        if (!clients_) return columns;
        columns.push_back({"Still", "clients", Align::right, 4});
        columns.push_back({"Satis-", "faction", Align::right, 4});
        columns.push_back({"Further", "orders", Align::right, 4});
        columns.push_back({"Worth of", "a client, " + client_value_.name, Align::right, 4});
        columns.push_back({"Lifetime value", "a deal, " + lifetime_.name, Align::right, 4});
        return columns;
    }

    void add_measure_columns(std::vector<Table::Column>& columns, const std::string& level) const {
        using Align = Table::Align;
        const std::string together = "all together " + level;
        if (by_wins()) {
            columns.push_back({"Won", "of all", Align::right, 1});
            columns.push_back({"Interval", level, Align::right, 1});
            columns.push_back({"Against the best", "points, " + together, Align::left, 1});
        } else {
            columns.push_back({measure_heading(result_.ranking.measure), measured_.name, Align::right, 1});
            columns.push_back({"Interval", level, Align::right, 1});
            columns.push_back({"Against the best", together, Align::left, 1});
            columns.push_back({"Won", "of all", Align::right, 2});
        }
    }

    [[nodiscard]] std::vector<Cell> row(std::size_t place) const {
        const StrategyStanding& standing = result_.ranking.standings[place];
        const StrategyTally& counted = result_.counted(standing);
        const bool decided = counted.replicates > counted.outcomes[static_cast<std::size_t>(Outcome::no_decision)];
        std::vector<Cell> cells{
            std::to_string(place + 1),
            {name_of(result_.strategy(standing)), place == 0 ? Emphasis::strong : Emphasis::none},
        };
        add_measure(cells, standing, place == 0);
        cells.emplace_back(decided ? percent(standing.win_rate_decided.estimate, 1) : none);
        cells.emplace_back(percent(standing.no_decision.estimate, 1));
        cells.emplace_back(percent(standing.eliminated.estimate, 1));
        for (const std::size_t rival : rivals_)
            cells.emplace_back(
                percent(static_cast<double>(counted.lost_to[rival]) / static_cast<double>(counted.replicates), 1));
        add_effort(cells, standing, counted.price.count > 0);
        if (clients_) add_clients(cells, standing, counted.clients > 0);
        return cells;
    }

    [[nodiscard]] bool by_wins() const { return result_.ranking.measure == RankMeasure::win; }

    /// What the ranking goes by, its interval, and the difference to the best.
    void add_measure(std::vector<Cell>& cells, const StrategyStanding& standing, bool leader) const {
        const Interval& measured = standing.measured(result_.ranking.measure);
        const bool per_hour = result_.ranking.measure == RankMeasure::value_per_hour;
        const bool exists = !per_hour || standing.hours.estimate > 0; // what costs no hour has no value per hour
        const auto amount = [this](double money) { return in_unit(money, measured_); };
        if (by_wins()) {
            cells.emplace_back(percent(measured.estimate, 1), Emphasis::strong);
            cells.emplace_back(range(measured));
        } else {
            cells.emplace_back(exists ? amount(measured.estimate) : none, Emphasis::strong);
            cells.emplace_back(exists ? amount(measured.low) + " to " + amount(measured.high) : none);
        }
        cells.push_back(leader ? Cell{"best", Emphasis::good} : exists ? versus_best(standing) : Cell(none));
        if (!by_wins()) cells.emplace_back(percent(standing.win_rate.estimate, 1));
    }

    [[nodiscard]] Cell versus_best(const StrategyStanding& standing) const {
        const auto with_sign = [this](double difference) {
            return by_wins() ? points(difference) : (difference > 0 ? "+" : "") + in_unit(difference, measured_);
        };
        const Interval& gap = standing.gap;
        const std::string text =
            fmt::format("{} ({} to {})", with_sign(gap.estimate), with_sign(gap.low), with_sign(gap.high));
        return standing.tied_with_best ? Cell(text + " ties", Emphasis::bad) : Cell(text);
    }

    /// What became of those who bought, and what a deal is worth with that.
    void add_clients(std::vector<Cell>& cells, const StrategyStanding& standing, bool sold) const {
        cells.emplace_back(sold ? percent(standing.retained.estimate, 1) : none);
        cells.emplace_back(sold ? percent(standing.satisfaction.estimate, 0) : none);
        cells.emplace_back(sold ? decimal(standing.orders.estimate, 2) : none);
        cells.emplace_back(sold ? in_unit(standing.client_value.estimate, client_value_) : none);
        cells.emplace_back(in_unit(standing.lifetime.estimate, lifetime_) + " ± " +
                           in_unit(standing.lifetime.half_width(), lifetime_));
    }

    void add_effort(std::vector<Cell>& cells, const StrategyStanding& standing, bool won) const {
        const Interval& per_hour = standing.value_per_hour;
        cells.emplace_back(weeks(standing));
        cells.emplace_back(won ? in_unit(standing.price.estimate, price_) : none);
        cells.emplace_back(won ? in_unit(standing.margin.estimate, margin_) : none);
        cells.emplace_back(decimal(standing.hours.estimate, 1));
        cells.emplace_back(standing.hours.estimate > 0 ? in_unit(per_hour.estimate, per_hour_) + " ± " +
                                                             in_unit(per_hour.half_width(), per_hour_)
                                                       : none);
    }

    const RunResult& result_;
    const TextStyle& style_;
    std::vector<std::size_t> rivals_;
    MoneyUnit price_, margin_, per_hour_, client_value_, lifetime_;
    bool clients_; ///< did anybody live through quarters after a sale
    MoneyUnit measured_;
};

std::string headline(const RunResult& result, const TextStyle& style) {
    const RunTally& tally = result.tally;
    const std::string title = result.model.title.empty() ? result.model.company.name : result.model.title;
    return emphasised(printable(title), Emphasis::strong, style) + "\n" +
           wrapped(fmt::format("{} with each of {} {}, seed {}, all with the same luck", deals(tally.replicates),
                               tally.strategies.size(), tally.strategies.size() == 1 ? "strategy" : "strategies",
                               tally.seed),
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
    std::string text =
        headline(result, style) + RankingTable(result, style).text() + "\n" + reasons_text(result, style) + "\n";
    for (const std::string& sentence : verdict(result)) text += wrapped(printable(sentence), style);
    return text;
}

} // namespace assent
