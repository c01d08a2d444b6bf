// What the axes do: lines, maps, tornado.
#include "report/html_parts.hpp"
#include "report/html_text.hpp"
#include "report/measure_words.hpp"
#include "report/number_words.hpp"
#include "report/svg_charts.hpp"
#include "report/svg_tornado.hpp"
#include "report/sweep_page_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <tuple>

namespace assent {
namespace {

constexpr std::size_t open_axes = 6, mapped_axes = 4, most_bars_shown = 15;
constexpr double panel_width = 380, map_width = 460;

double middle_of(const ValueLevel& level) { return (*number_of(level.from) + *number_of(level.to)) / 2; }

/// Bounds that all pictures of lines share, a little wider than the bands; a share stays within 0 and 1.
std::pair<double, double> bounds(const SweepPageInput& input) {
    double low = INFINITY, high = -INFINITY;
    for (const Response& response : input.responses)
        for (const ResponseLine& line : response.lines) {
            if (place_of(input, line.strategy) >= drawn_strategies) continue;
            for (const ResponseLevel& level : line.levels) {
                if (level.points == 0) continue;
                low = std::min(low, level.mean.low);
                high = std::max(high, level.mean.high);
            }
        }
    const double room = std::max((high - low) * 0.06, 1e-3 * std::max(1.0, std::abs(high)));
    if (input.summary.measure != RankMeasure::win) return {low - room, high + room};
    return {std::max(0.0, low - room), std::min(1.0, high + room)};
}

bool any_grouped(const std::vector<Response>& responses) {
    return std::ranges::any_of(responses, [](const Response& response) {
        return std::ranges::any_of(response.lines.front().levels,
                                   [](const ResponseLevel& level) { return level.level.from != level.level.to; });
    });
}

std::string figure(const TitledPicture& picture, const std::string& caption, double width) {
    return "<figure><figcaption>" + isolated(caption) + "</figcaption><div class=\"pic\">" + picture.draw(width, {}) +
           "</div></figure>\n";
}

std::string response_table(const SweepPageInput& input) {
    std::vector<std::vector<std::string>> rows;
    for (const std::size_t axis : input.axes)
        for (const StrategyOverPoints& entry : input.summary.strategies) {
            const Response& response = input.responses[axis];
            for (const ResponseLevel& level :
                 std::ranges::find(response.lines, entry.id, &ResponseLine::strategy)->levels)
                if (level.points > 0 && rows.size() < 600)
                    rows.push_back({escaped(response.axis), escaped(level_text(level.level)), isolated(entry.name),
                                    grouped(level.points), escaped(shown(input, level.mean)),
                                    escaped(shown(input, level.least) + " to " + shown(input, level.greatest))});
        }
    return "<div class=\"screen-only\">" +
           folded("The same as a table",
                  data_table("Means over the points at each value",
                             {"Axis", "Value", "Strategy", "Points", "Mean", "Points reach from"}, rows, 3)) +
           "</div>\n";
}

MapCell map_cell(const SweepPageInput& input, const BestMap& map, std::size_t at, double low, double high) {
    const BestCell& cell = map.cells[at];
    const std::string where =
        fmt::format("{} = {}, {} = {}", map.across, level_text(map.columns[at % map.columns.size()]), map.down,
                    level_text(map.rows[at / map.columns.size()]));
    if (cell.points == 0) return {"", "", where + ": no point", 0, 0};
    const StrategyColumn& best = input.table.strategies[cell.strategy];
    const std::size_t place = place_of(input, best.id);
    const double share = high > low ? (cell.mean.estimate - low) / (high - low) : 0.5;
    const std::string letter = strategy_letter(place);
    return {cell.throughout ? letter : "(" + letter + ")",
            input.summary.measure == RankMeasure::win ? decimal(100 * cell.mean.estimate, 0) : "",
            fmt::format("{}: {} with {}, {} {}{}", where, best.name, shown(input, cell.mean), grouped(cell.points),
                        cell.points == 1 ? "point" : "points",
                        cell.throughout ? "" : ", best on average but not at every point"),
            std::min(place, drawn_strategies - 1), 2 + static_cast<int>(std::lround(5 * share))};
}

std::string draw_map(const SweepPageInput& input, const BestMap& map, double width, const PictureKey& key) {
    MapPicture picture{
        fmt::format("Best strategy over {} and {}", map.across, map.down), map.across, map.down, {}, {}, {}, key};
    for (const ValueLevel& level : map.columns) picture.columns.push_back(short_level_text(level));
    for (const ValueLevel& level : map.rows) picture.rows.push_back(short_level_text(level));
    double low = INFINITY, high = -INFINITY;
    for (const BestCell& cell : map.cells)
        if (cell.points > 0) {
            low = std::min(low, cell.mean.estimate);
            high = std::max(high, cell.mean.estimate);
        }
    for (std::size_t i = 0; i < map.cells.size(); ++i) picture.cells.push_back(map_cell(input, map, i, low, high));
    return draw_best_map(picture, width);
}

std::string effects_table(const SweepPageInput& input) {
    const StrategyOverPoints& best = input.summary.strategies.front();
    std::vector<std::vector<std::string>> rows;
    for (const std::size_t axis : input.axes)
        for (const AxisEffect& effect : input.effects) {
            if (effect.strategy != best.id || effect.axis != input.table.axes[axis]) continue;
            const Interval& share = effect.first_order;
            rows.push_back({escaped(effect.axis), escaped(apart(input, effect.swing())),
                            std::isnan(share.estimate) ? "too few points" : interval_text(share, 0)});
        }
    return data_table("Of the first strategy", {"Axis", apart_heading(input, "Swing"), "Share explained"}, rows, 1);
}

} // namespace

LinePicture response_picture(const SweepPageInput& input, const Response& response) {
    LinePicture picture;
    picture.title = fmt::format("{} along {}", measure_heading(input.summary.measure), response.axis);
    picture.x_name = response.axis;
    std::tie(picture.low, picture.high) = bounds(input);
    picture.x_text = number_tick;
    picture.y_text = [&input](double value) { return tick_text(input, value); };
    for (const StrategyOverPoints& entry : input.summary.strategies) {
        if (picture.lines.size() == drawn_strategies) break;
        const auto line = std::ranges::find(response.lines, entry.id, &ResponseLine::strategy);
        PictureLine drawn{picture.lines.size(), entry.name, {}};
        for (std::size_t l = 0; l < line->levels.size(); ++l)
            if (const ResponseLevel& level = line->levels[l]; level.points > 0)
                drawn.points.push_back(
                    {response.numbers ? middle_of(level.level) : static_cast<double>(l), level.mean});
        picture.lines.push_back(std::move(drawn));
    }
    if (!response.numbers)
        for (const ResponseLevel& level : response.lines.front().levels)
            picture.words.push_back(short_level_text(level.level));
    return picture;
}

std::vector<SwingBar> swing_bars(const SweepPageInput& input, const std::string& strategy) {
    std::vector<SwingBar> bars;
    for (const std::size_t axis : input.axes)
        for (const AxisEffect& effect : input.effects) {
            if (effect.strategy != strategy || effect.axis != input.table.axes[axis] || effect.swing() <= 0) continue;
            std::vector<AxisLevel> levels;
            std::ranges::copy_if(effect.levels, std::back_inserter(levels),
                                 [](const AxisLevel& level) { return level.points > 0; });
            const auto [least, greatest] = std::ranges::minmax_element(levels, {}, &AxisLevel::mean);
            bars.push_back({effect.axis, short_level_text({least->from, least->to}),
                            short_level_text({greatest->from, greatest->to}), least->mean, greatest->mean, false});
        }
    std::ranges::stable_sort(bars, std::ranges::greater{},
                             [](const SwingBar& bar) { return bar.at_high - bar.at_low; });
    bars.resize(std::min(bars.size(), most_bars_shown));
    return bars;
}

std::vector<TitledPicture> line_pictures(const SweepPageInput& input) {
    std::vector<TitledPicture> pictures;
    for (const std::size_t axis : input.axes) {
        const Response& response = input.responses[axis];
        pictures.push_back({"response " + response.axis, [&input, &response](double width, const PictureKey& key) {
                                LinePicture picture = response_picture(input, response);
                                picture.key = key;
                                return draw_response(picture, width);
                            }});
    }
    return pictures;
}

std::vector<TitledPicture> map_pictures(const SweepPageInput& input) {
    std::vector<TitledPicture> pictures;
    std::vector<std::size_t> axes;
    for (const std::size_t axis : input.axes)
        if (axes.size() < mapped_axes && input.responses[axis].lines.front().levels.size() > 1) axes.push_back(axis);
    for (std::size_t second = 1; second < axes.size(); ++second)
        for (std::size_t first = 0; first < second; ++first) {
            const BestMap map =
                best_map(input.table, axes[first], axes[second], sampled(input.manifest), input.manifest.confidence);
            pictures.push_back(
                {fmt::format("best {} by {}", map.across, map.down),
                 [&input, map](double width, const PictureKey& key) { return draw_map(input, map, width, key); }});
        }
    return pictures;
}

std::vector<TitledPicture> tornado_pictures(const SweepPageInput& input) {
    std::vector<TitledPicture> pictures;
    for (const StrategyOverPoints& entry : input.summary.strategies) {
        if (pictures.size() == drawn_strategies) break;
        const std::vector<SwingBar> bars = swing_bars(input, entry.id);
        if (bars.empty()) continue;
        pictures.push_back({"tornado " + entry.name, [&input, &entry, bars](double width, const PictureKey&) {
                                return draw_tornado(
                                    bars, entry.mean,
                                    fmt::format("{} of {}", measure_heading(input.summary.measure), entry.name),
                                    [&](double value) { return tick_text(input, value); }, width);
                            }});
    }
    return pictures;
}

std::string sweep_lines_section(const SweepPageInput& input) {
    const std::vector<TitledPicture> pictures = line_pictures(input);
    if (pictures.empty()) return {};
    std::string first, rest;
    for (std::size_t i = 0; i < pictures.size(); ++i)
        (i < open_axes ? first : rest) += figure(pictures[i], input.table.axes[input.axes[i]], panel_width);
    std::string body = letters_list(input) + "<div class=\"panels maps\">\n" + first + "</div>\n";
    if (!rest.empty())
        body += folded(fmt::format("The other {} {}", pictures.size() - open_axes,
                                   pictures.size() == open_axes + 1 ? "axis" : "axes"),
                       "<div class=\"panels maps\">\n" + rest + "</div>\n");
    const Sampled how = sampled(input.manifest);
    body += note(fmt::format("Bands and bars are {} intervals of the mean. {}", confidence_text(input),
                             how == Sampled::nothing ? "They show the luck of the deals only: the points asked for are "
                                                       "all there. As all points meet the same "
                                                       "luck, it is not averaged away over them."
                             : how == Sampled::points ? "They show two things together: the luck of the deals, and "
                                                        "that other points could have been drawn from "
                                                        "the same ranges."
                                                      : "They show two things together: the luck of the deals, and "
                                                        "that other companies of the same kind could "
                                                        "have been taken.") +
                 grouping_words(any_grouped(input.responses)));
    if (input.summary.strategies.size() > drawn_strategies)
        body += note(fmt::format("The {} best strategies are drawn; the table has all.", drawn_strategies));
    return long_section("lines", measure_heading(input.summary.measure) + " along each axis",
                        "Averaged over all other axes; the axis that matters most comes first.",
                        body + response_table(input));
}

std::string sweep_maps_section(const SweepPageInput& input) {
    std::string figures;
    for (const TitledPicture& picture : map_pictures(input))
        figures += "<figure><div class=\"pic\">" + picture.draw(map_width, {}) + "</div></figure>\n";
    if (figures.empty()) return {};
    const std::string number =
        input.summary.measure == RankMeasure::win ? " and how many deals of a hundred it wins there" : "";
    return long_section("maps", "Who is best where",
                        fmt::format("Each cell names the strategy with the best mean at these two values{}; a deeper "
                                    "shade is more. Other axes are averaged over.",
                                    number),
                        letters_list(input) + "<div class=\"panels maps\">\n" + figures + "</div>\n" +
                            note("A letter in brackets is best on average only: at some point of the cell another one "
                                 "is clearly ahead, so the other axes decide. A cell without a letter has no point. "
                                 "Point at a cell for its numbers and their intervals." +
                                 grouping_words(figures.find("≈") != std::string::npos)));
}

std::string sweep_tornado_section(const SweepPageInput& input) {
    const std::vector<TitledPicture> drawn = tornado_pictures(input);
    if (drawn.empty()) return {};
    const auto both_widths = [](const TitledPicture& picture) {
        return pictures([&](double width) { return picture.draw(width, {}); });
    };
    const std::string first = both_widths(drawn.front());
    std::string others;
    for (std::size_t i = 1; i < drawn.size(); ++i)
        others += "<h3>" + escaped(drawn[i].title.substr(8)) + "</h3>\n" + both_widths(drawn[i]);
    return long_section(
        "tornado", "Which axes matter",
        fmt::format("For <strong>{}</strong>: the mean at the worst and at the best value of each axis, averaged over "
                    "the others.",
                    isolated(input.summary.strategies.front().name)),
        side_by_side(first +
                         note(fmt::format("Line: the mean over all points, {}. Plain: the worst value; hatched: "
                                          "the best one.{}",
                                          escaped(shown(input, mean_of(input, input.summary.strategies.front()).mean)),
                                          grouping_words(first.find("≈") != std::string::npos))),
                     effects_table(input) +
                         note("Share explained: how much of the differences between points the axis explains by "
                              "itself, chance taken off (epsilon squared; jackknife interval). What is missing to "
                              "100 % lies in the interplay of axes and in luck.")) +
            (others.empty() ? "" : folded("The same for the other strategies", others)));
}

} // namespace assent
