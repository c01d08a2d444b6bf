#include "report/svg_debrief.hpp"

#include "report/number_words.hpp"
#include "report/svg_axes.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace assent {
namespace {

constexpr double height = 300, left = 48, right = 14, top = 22, bottom = 44;
constexpr double cross = 4; ///< half of a forecast's mark

const char* style_of(const JudgedMove& move) {
    if (!move.enough) return "none";
    return move.cls >= MoveClass::mistake ? "lost" : move.cls == MoveClass::inaccuracy ? "lost2" : "won";
}

void draw_decision(Svg& svg, const DebriefReport& report, const JudgedMove& move, Point at) {
    svg.open_group(fmt::format("Week {}: {} {} Cost {} points ({} to {}).", move.week,
                               decision_sentence(report.session.practice().model(), move), class_in_words(move),
                               decimal(100 * move.loss, 1), decimal(100 * move.loss_low, 1),
                               decimal(100 * move.loss_high, 1)));
    const bool serious = move.enough && move.cls >= MoveClass::inaccuracy;
    svg.circle(at, serious ? 6 : 4, style_of(move));
    if (serious) svg.text({at.x, at.y - 11}, mark(move.cls), "value", Anchor::middle);
    svg.close_group();
}

void draw_forecast(Svg& svg, const Plot& plot, const JudgedForecast& forecast) {
    svg.open_group(fmt::format("Week {}: you said {}, it was {}.", forecast.week, percent(forecast.said),
                               percent(forecast.worth)));
    const Point said = plot.at(forecast.week - 1, forecast.said);
    svg.line(said, plot.at(forecast.week - 1, forecast.worth), "grid");
    svg.line({said.x - cross, said.y - cross}, {said.x + cross, said.y + cross}, "whisker");
    svg.line({said.x - cross, said.y + cross}, {said.x + cross, said.y - cross}, "whisker");
    svg.close_group();
}

} // namespace

std::string draw_course(const DebriefReport& report, double width) {
    const Debrief& debrief = report.debrief;
    const std::vector<double> times = decision_times(debrief.moves);
    const double last = debrief.moves.empty() ? 1 : debrief.moves.back().week;
    Svg svg(width, height, "Chance to win by week, from what could be known",
            fmt::format("From {} at the beginning to {} at the end.", percent(debrief.start_value),
                        percent(debrief.end_value)));
    const Plot plot({left, top, width - left - right, height - top - bottom}, 0, last, 0, 1);
    draw_left_axis(svg, plot, {0, 0.25, 0.5, 0.75, 1}, [](double share) { return percent(share); });
    std::vector<Point> line;
    for (std::size_t i = 0; i < times.size(); ++i) line.push_back(plot.at(times[i], debrief.moves[i].value_before));
    line.push_back(plot.at(last, debrief.end_value));
    std::vector<Point> area = line;
    area.push_back({line.back().x, plot.area.bottom()});
    area.push_back({line.front().x, plot.area.bottom()});
    svg.polygon(area, "area");
    svg.polyline(line, "curve");
    for (const JudgedForecast& forecast : debrief.forecasts) draw_forecast(svg, plot, forecast);
    for (std::size_t i = 0; i < times.size(); ++i) draw_decision(svg, report, debrief.moves[i], line[i]);
    draw_bottom_axis(svg, plot, whole_ticks(0, last, 10), [](double week) { return fmt::format("{:.0f}", week); });
    svg.text({plot.area.right(), plot.area.bottom() + 32}, "weeks played", "tick", Anchor::end);
    return std::move(svg).finish();
}

std::string draw_share_bar(double share, std::string_view title) {
    constexpr double bar_width = 150, bar_height = 10;
    Svg svg(bar_width, bar_height, title, percent(share));
    svg.rectangle({0, 0, bar_width, bar_height}, "track", bar_height / 2);
    if (share > 0) {
        const double length = std::clamp(bar_width * share, bar_height, bar_width);
        svg.rectangle({0, 0, length, bar_height}, share >= 0.5 ? "won" : "lost2", bar_height / 2);
    }
    return std::move(svg).finish();
}

} // namespace assent
