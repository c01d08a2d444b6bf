// When deals are won: curves with bands, histograms, and the support of one told deal.
#include "report/number_words.hpp"
#include "report/svg_axes.hpp"
#include "report/svg_charts.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace assent {
namespace {

constexpr double panel_width = 300;
constexpr double left_margin = 46, right_margin = 12;
constexpr std::size_t most_bins = 40;

std::string week_label(double week) { return fmt::format("{:.0f}", week); }
std::string share_label(double share) { return percent(share); }

Plot week_plot(double width, double height, double last_week, double share_high) {
    return Plot({left_margin, 10, width - left_margin - right_margin, height}, 0, std::max(1.0, last_week), 0,
                share_high);
}

void draw_week_axis(Svg& svg, const Plot& plot, const char* caption) {
    draw_bottom_axis(svg, plot, whole_ticks(plot.x.low, plot.x.high, 6), week_label);
    svg.text({plot.area.right(), plot.area.bottom() + 30}, caption, "tick", Anchor::end);
}

/// Ticks of whole percent where there is room for them.
void draw_share_axis(Svg& svg, const Plot& plot) {
    const auto ticks = round_ticks(0, plot.y.high, 4);
    const bool fine = ticks.size() > 1 && ticks[1] < 0.0099;
    draw_left_axis(svg, plot, ticks, [fine](double share) { return fine ? percent(share, 1) : share_label(share); });
}

std::vector<Point> line_of(const WinCurve& curve, const Plot& plot) {
    std::vector<Point> line;
    for (std::size_t week = 0; week < curve.by_week.size(); ++week)
        line.push_back(plot.at(static_cast<double>(week), curve.by_week[week].estimate));
    return line;
}

std::vector<Point> band_of(const WinCurve& curve, const Plot& plot) {
    std::vector<Point> band;
    for (std::size_t week = 0; week < curve.by_week.size(); ++week)
        band.push_back(plot.at(static_cast<double>(week), curve.by_week[week].high));
    for (std::size_t week = curve.by_week.size(); week-- > 0;)
        band.push_back(plot.at(static_cast<double>(week), curve.by_week[week].low));
    return band;
}

struct Bins {
    std::size_t weeks_per_bin = 1;
    std::vector<double> shares; ///< bin b holds weeks b·k + 1 … (b + 1)·k; week 0 does not occur
};

Bins bins_of(const WeekCounts& counts) {
    const std::size_t weeks = counts.weeks.empty() ? 0 : counts.weeks.size() - 1;
    Bins bins;
    bins.weeks_per_bin = (weeks + most_bins - 1) / std::max<std::size_t>(most_bins, 1);
    bins.weeks_per_bin = std::max<std::size_t>(1, bins.weeks_per_bin);
    bins.shares.assign((weeks + bins.weeks_per_bin - 1) / bins.weeks_per_bin, 0.0);
    double total = 0;
    for (std::size_t week = 1; week <= weeks; ++week) {
        bins.shares[(week - 1) / bins.weeks_per_bin] += static_cast<double>(counts.weeks[week]);
        total += static_cast<double>(counts.weeks[week]);
    }
    for (double& share : bins.shares) share = total > 0 ? share / total : 0;
    return bins;
}

void draw_bins(Svg& svg, const Plot& plot, const Bins& bins, const WeekQuantiles& quantiles) {
    const auto width = static_cast<double>(bins.weeks_per_bin);
    for (std::size_t bin = 0; bin < bins.shares.size(); ++bin) {
        if (bins.shares[bin] <= 0) continue;
        const double first = static_cast<double>(bin) * width; // left edge: the week before the first one in the bin
        const bool inside = first + width >= quantiles.p10 && first + 1 <= quantiles.p90;
        const Point corner = plot.at(first, bins.shares[bin]);
        const double bar = plot.x(first + width) - corner.x;
        const double gap = std::min(1.5, bar * 0.25);
        svg.rectangle({corner.x + gap / 2, corner.y, bar - gap, plot.area.bottom() - corner.y},
                      inside ? "bin in" : "bin");
    }
}

} // namespace

std::string draw_win_curve(const WinCurve& curve, const std::vector<WinCurve>& others, double share_high) {
    const Interval last = curve.by_week.empty() ? Interval{} : curve.by_week.back();
    Svg svg(panel_width, 214, fmt::format("Share of deals won by the end of each week: {}", curve.name),
            fmt::format("After {} weeks {} of the deals are won.", curve.by_week.empty() ? 0 : curve.by_week.size() - 1,
                        percent(last.estimate, 1)));
    const auto last_week = static_cast<double>(curve.by_week.empty() ? 1 : curve.by_week.size() - 1);
    const Plot plot = week_plot(panel_width, 166, last_week, share_high);
    draw_share_axis(svg, plot);
    for (const WinCurve& other : others) svg.polyline(line_of(other, plot), "other");
    svg.polygon(band_of(curve, plot), "band");
    svg.polyline(line_of(curve, plot), "curve");
    draw_week_axis(svg, plot, "week");
    const double y = std::max(plot.y(last.high) - 8, plot.area.y + 8);
    svg.text({plot.area.right(), y}, percent(last.estimate, 1), "value", Anchor::end);
    return std::move(svg).finish();
}

double tallest_bin(const WeekCounts& counts) {
    const Bins bins = bins_of(counts);
    return bins.shares.empty() ? 0 : *std::ranges::max_element(bins.shares);
}

std::string draw_week_histogram(const WeekCounts& counts, double share_high) {
    const Bins bins = bins_of(counts);
    const WeekQuantiles& q = counts.quantiles;
    Svg svg(panel_width, 158, fmt::format("Week in which won deals are won: {}", counts.name),
            q.p50 == 0 ? "No deal was won."
                       : fmt::format(
                             "Half of the won deals are won by week {}, one in ten by week {}, nine in ten by week {}.",
                             q.p50, q.p10, q.p90));
    const double last_week = static_cast<double>(bins.shares.size() * bins.weeks_per_bin);
    const Plot plot = week_plot(panel_width, 110, last_week, std::max(share_high, 1e-3) * 1.14);
    draw_share_axis(svg, plot);
    if (q.p50 > 0) {
        draw_bins(svg, plot, bins, q);
        const double median = plot.x(q.p50 - 0.5);
        svg.line({median, plot.area.y}, {median, plot.area.bottom()}, "median");
        const bool right_half = median > plot.area.centre().x;
        svg.text({median + (right_half ? -6 : 6), plot.area.y + 9}, fmt::format("median week {}", q.p50),
                 "small strong", right_half ? Anchor::end : Anchor::start);
    } else {
        svg.text(plot.area.centre(), "no deal was won", "muted", Anchor::middle);
    }
    draw_week_axis(svg, plot, "week of the win");
    return std::move(svg).finish();
}

std::string draw_support(const std::vector<WeekSupport>& weeks, std::string_view title, double width) {
    const int last = weeks.empty() ? 1 : weeks.back().week;
    Svg svg(width, 132, title,
            weeks.empty() ? ""
                          : fmt::format("From {} in week {} to {} in week {}.", percent(weeks.front().support),
                                        weeks.front().week, percent(weeks.back().support), last));
    const Plot plot = week_plot(width, 84, last, 1);
    draw_left_axis(svg, plot, {0, 0.5, 1}, share_label);
    if (!weeks.empty()) {
        std::vector<Point> line, area;
        for (const WeekSupport& week : weeks) line.push_back(plot.at(week.week, week.support));
        area = line;
        area.push_back({line.back().x, plot.area.bottom()});
        area.push_back({line.front().x, plot.area.bottom()});
        svg.polygon(area, "area");
        svg.polyline(line, "curve");
        svg.circle(line.back(), 4.5, "dot");
    }
    draw_week_axis(svg, plot, "week");
    return std::move(svg).finish();
}

} // namespace assent
