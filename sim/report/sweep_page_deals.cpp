// The deals behind the points: how long, how much work and money, and why not.
#include "experiment/intervals.hpp"
#include "report/html_parts.hpp"
#include "report/html_text.hpp"
#include "report/number_words.hpp"
#include "report/reason_words.hpp"
#include "report/svg_charts.hpp"
#include "report/sweep_page_parts.hpp"
#include "report/translation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace assent {
namespace {

constexpr double panel_width = 380;
constexpr std::size_t most_rows = 10, most_columns = 7, narrow_columns = 3, listed = 8;

using LineOf = std::function<Cumulative(const PooledStrategy&)>;

LinePicture spread_line(const SweepPageInput& input, const std::string& title, const std::string& x_name,
                        const LineOf& line_of) {
    LinePicture picture;
    picture.title = title;
    picture.x_name = x_name;
    picture.x_text = number_tick;
    for (const StrategyOverPoints& entry : input.summary.strategies) {
        if (picture.lines.size() == drawn_strategies) break;
        PictureLine line{picture.lines.size(), entry.name, {}};
        for (const auto& [x, share] : line_of(pooled_of(input, entry.id)).steps)
            line.points.push_back({x, {share, share, share}});
        picture.lines.push_back(std::move(line));
    }
    return picture;
}

LineOf of(StoredQuantity quantity) {
    return [quantity](const PooledStrategy& strategy) {
        return cumulative(strategy.histograms[static_cast<std::size_t>(quantity)]);
    };
}

struct Heaviest {
    std::vector<std::string> names; ///< the last may be "others"
    std::map<std::string, std::size_t> place;
};

/// Names by weight; what does not fit is put together.
Heaviest heaviest(const std::map<std::string, std::int64_t>& weights, std::size_t most) {
    std::vector<std::pair<std::string, std::int64_t>> order(weights.begin(), weights.end());
    std::ranges::stable_sort(order, std::ranges::greater{}, [](const auto& entry) { return entry.second; });
    const std::size_t shown = order.size() <= most + 1 ? order.size() : most;
    Heaviest result;
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (i < shown) result.names.push_back(order[i].first);
        result.place[order[i].first] = std::min(i, shown);
    }
    if (shown < order.size()) result.names.push_back(told("others"));
    return result;
}

std::string holder_text(const std::string& id) { return id.empty() ? told("the centre as a whole") : id; }

/// All points meet the same luck: the share is as sure as at a middling point, not as over all of them.
Interval reason_share(const PooledStrategy& strategy, std::int64_t count, std::int64_t points, double confidence) {
    const auto at_a_point = [points](std::int64_t deals) {
        return std::llround(static_cast<double>(deals) / static_cast<double>(points));
    };
    Interval share = wilson_interval(at_a_point(count), at_a_point(strategy.not_won), confidence);
    share.estimate = static_cast<double>(count) / static_cast<double>(strategy.not_won);
    return {share.estimate, std::min(share.low, share.estimate), std::max(share.high, share.estimate)};
}

std::string reason_table(const SweepPageInput& input, const PooledStrategy& strategy) {
    const std::int64_t points =
        std::ranges::find(input.summary.strategies, strategy.id, &StrategyOverPoints::id)->points;
    std::vector<std::pair<std::pair<std::string, std::string>, std::int64_t>> order(strategy.reasons.begin(),
                                                                                    strategy.reasons.end());
    std::ranges::stable_sort(order, std::ranges::greater{}, [](const auto& entry) { return entry.second; });
    std::vector<std::vector<std::string>> rows;
    for (const auto& [key, count] : order)
        if (rows.size() < listed)
            rows.push_back({escaped(reason_name(key.second)) + "<span class=\"sub\">" +
                                isolated(holder_text(key.first)) + "</span>",
                            interval_text(reason_share(strategy, count, points, input.manifest.confidence))});
    return data_table("Of the deals not won", {"Reason", "Share"}, rows, 1);
}

std::string reason_part(const SweepPageInput& input, const PooledStrategy& strategy) {
    return side_by_side(pictures([&](double width) {
                            return draw_heat_map(
                                reason_map(strategy, width == wide_picture ? most_columns : narrow_columns), width);
                        }),
                        reason_table(input, strategy));
}

} // namespace

const PooledStrategy& pooled_of(const SweepPageInput& input, const std::string& id) {
    return *std::ranges::find(input.pooled, id, &PooledStrategy::id);
}

HeatMap reason_map(const PooledStrategy& strategy, std::size_t columns) {
    std::map<std::string, std::int64_t> holders, reasons;
    for (const auto& [key, count] : strategy.reasons) {
        holders[holder_text(key.first)] += count;
        reasons[reason_name(key.second)] += count;
    }
    const Heaviest rows = heaviest(holders, most_rows), heads = heaviest(reasons, columns);
    HeatMap map{"Why deals with “" + strategy.name + "” are not won", rows.names, heads.names, {}};
    map.shares.assign(rows.names.size() * heads.names.size(), 0.0);
    for (const auto& [key, count] : strategy.reasons)
        map.shares[rows.place.at(holder_text(key.first)) * heads.names.size() +
                   heads.place.at(reason_name(key.second))] +=
            static_cast<double>(count) / static_cast<double>(strategy.not_won);
    return map;
}

std::vector<LinePicture> spread_lines(const SweepPageInput& input) {
    std::vector<LinePicture> lines;
    lines.push_back(spread_line(input, to_tell("Weeks to a decision"), to_tell("weeks"),
                                [](const PooledStrategy& strategy) { return cumulative_weeks(strategy.decided); }));
    lines.push_back(
        spread_line(input, to_tell("Hours of selling per deal"), to_tell("hours"), of(StoredQuantity::hours)));
    if (input.manifest.companies.size() > 1) return lines;
    const std::string currency = currency_sign(input.manifest.currency);
    lines.push_back(spread_line(input, to_tell("Price of the deals won"), currency, of(StoredQuantity::price)));
    lines.push_back(spread_line(input, to_tell("Margin less cost of selling"), currency, of(StoredQuantity::value)));
    lines.push_back(spread_line(input, to_tell("Lifetime value per deal"), currency, of(StoredQuantity::lifetime)));
    return lines;
}

std::vector<TitledPicture> spread_pictures(const SweepPageInput& input) {
    std::vector<TitledPicture> pictures;
    for (const LinePicture& line : spread_lines(input))
        pictures.push_back({line.title, [line](double width, const PictureKey& key) {
                                LinePicture keyed = line;
                                keyed.key = key;
                                return draw_cumulative(keyed, width);
                            }});
    return pictures;
}

std::vector<TitledPicture> reason_pictures(const SweepPageInput& input) {
    std::vector<TitledPicture> pictures;
    for (const StrategyOverPoints& entry : input.summary.strategies) {
        const PooledStrategy& strategy = pooled_of(input, entry.id);
        if (pictures.size() < drawn_strategies && !strategy.reasons.empty())
            pictures.push_back({"loss reasons " + entry.name, [&strategy](double width, const PictureKey&) {
                                    return draw_heat_map(reason_map(strategy, most_columns), width);
                                }});
    }
    return pictures;
}

std::string sweep_spread_section(const SweepPageInput& input) {
    std::string figures;
    for (const TitledPicture& picture : spread_pictures(input))
        figures += "<figure><figcaption>" + escaped(picture.title) + "</figcaption><div class=\"pic\">" +
                   picture.draw(panel_width, {}) + "</div></figure>\n";
    std::string notes = "Weeks: of the deals that were decided, for us or against us. Price: of the deals won. The "
                        "rest: of all deals, lost ones too. The outermost hundredth on either side is not drawn; "
                        "values are counted in bins of 3 %.";
    if (input.manifest.companies.size() > 1)
        notes += " Money is not drawn: the companies are of different size, and one picture of them would mislead.";
    return long_section("spread", "Weeks, hours and money of a deal",
                        "Read a line like this: at a height of 50 % stands the value that half of the deals stay "
                        "below. All points of the sweep together.",
                        letters_list(input) + "<div class=\"panels maps\">\n" + figures + "</div>\n" + note(notes));
}

std::string sweep_reasons_section(const SweepPageInput& input) {
    std::string first, others;
    for (std::size_t i = 0; i < std::min(input.summary.strategies.size(), drawn_strategies); ++i) {
        const PooledStrategy& strategy = pooled_of(input, input.summary.strategies[i].id);
        if (strategy.reasons.empty()) continue;
        if (i == 0)
            first = reason_part(input, strategy);
        else
            others += "<h3>" + isolated(strategy.name) + "</h3>\n" + reason_part(input, strategy);
    }
    if (first.empty() && others.empty()) return {};
    return long_section("reasons", "Why deals are not won",
                        fmt::format("With <strong>{}</strong>, over all points: the largest thing against us in the "
                                    "mind of the one who decided or blocked it. Percent of the deals not won.",
                                    isolated(input.summary.strategies.front().name)),
                        first + (others.empty() ? "" : folded("The same for the other strategies", others)));
}

} // namespace assent
