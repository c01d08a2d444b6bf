// Why deals are not won: holder by topic.
#include "report/html_parts.hpp"
#include "report/html_sections.hpp"
#include "report/html_text.hpp"
#include "report/number_words.hpp"
#include "report/reason_words.hpp"
#include "report/svg_charts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace assent {
namespace {

constexpr std::size_t listed_reasons = 8;
constexpr std::size_t most_rows = 12;
constexpr std::size_t wide_columns = 7, narrow_columns = 3; // besides "others"

/// Keys with the greatest sums, greatest first.
std::vector<std::int32_t> greatest(const std::map<std::int32_t, double>& sums, std::size_t most) {
    std::vector<std::int32_t> keys;
    for (const auto& [key, sum] : sums) keys.push_back(key);
    std::ranges::stable_sort(keys, std::ranges::greater{}, [&](std::int32_t key) { return sums.at(key); });
    keys.resize(std::min(keys.size(), most));
    return keys;
}

std::size_t place_of(const std::vector<std::int32_t>& keys, std::int32_t key) {
    return static_cast<std::size_t>(std::ranges::find(keys, key) - keys.begin());
}

/// Rows and columns by weight; what does not fit is added up in a last row and column.
HeatMap heat_map(const ReportInput& input, const StrategyStanding& standing, std::size_t most_columns) {
    std::map<std::int32_t, double> by_holder, by_reason;
    for (const LossReason& reason : standing.reasons) {
        by_holder[reason.holder] += reason.share.estimate;
        by_reason[reason.reason] += reason.share.estimate;
    }
    const auto holders = greatest(by_holder, most_rows);
    const auto reasons = greatest(by_reason, by_reason.size() == most_columns + 1 ? most_columns + 1 : most_columns);
    HeatMap map{"Why deals with " + quoted_strategy(input, standing) + " are not won", {}, {}, {}};
    for (const std::int32_t holder : holders) map.rows.push_back(short_holder_name(input.result.model, holder));
    for (const std::int32_t reason : reasons) map.columns.push_back(reason_name(input.result.model, reason));
    if (holders.size() < by_holder.size()) map.rows.emplace_back("others");
    if (reasons.size() < by_reason.size()) map.columns.emplace_back("others");
    map.shares.assign(map.rows.size() * map.columns.size(), 0.0);
    for (const LossReason& reason : standing.reasons) {
        const std::size_t row = place_of(holders, reason.holder), column = place_of(reasons, reason.reason);
        map.shares[row * map.columns.size() + column] += reason.share.estimate;
    }
    return map;
}

std::string map_pictures(const ReportInput& input, const StrategyStanding& standing) {
    return pictures([&](double width) {
        return draw_heat_map(heat_map(input, standing, width == wide_picture ? wide_columns : narrow_columns), width);
    });
}

std::string reason_table(const ReportInput& input, const StrategyStanding& standing) {
    std::vector<std::vector<std::string>> rows;
    for (const LossReason& reason : standing.reasons) {
        if (rows.size() == listed_reasons) break;
        std::string name = isolated(reason_name(input.result.model, reason.reason));
        name += "<span class=\"sub\">" + escaped(holder_name(input.result.model, reason.holder)) + "</span>";
        rows.push_back({name, interval_text(reason.share)});
    }
    std::string table = data_table("Of the deals not won", {"Reason", "Share"}, rows, 1);
    if (standing.reasons.size() > rows.size())
        table += note(fmt::format("and {} rarer ones", standing.reasons.size() - rows.size()));
    return table;
}

std::string other_strategies(const ReportInput& input) {
    const auto& standings = input.result.ranking.standings;
    std::string body;
    const std::size_t shown = std::min(standings.size(), most_panels);
    for (std::size_t i = 1; i < shown; ++i)
        if (!standings[i].reasons.empty())
            body += "<h3>" + isolated(name_of(input.result.strategy(standings[i]))) + "</h3>\n" +
                    side_by_side(map_pictures(input, standings[i]), reason_table(input, standings[i]));
    return body.empty() ? "" : folded("The same for the other strategies", body);
}

} // namespace

std::string reasons_section(const ReportInput& input) {
    const auto& standings = input.result.ranking.standings;
    if (standings.empty() || standings.front().reasons.empty()) return {};
    const StrategyStanding& best = standings.front();
    const std::string lead = fmt::format(
        "With <strong>{}</strong>: in each deal that is not won, the largest thing against us in the mind of "
        "the one who decided or blocked it. Percent of the deals not won.",
        isolated(name_of(input.result.strategy(best))));
    return long_section("reasons", "Why deals are not won", lead,
                        side_by_side(map_pictures(input, best), reason_table(input, best)) + other_strategies(input));
}

} // namespace assent
