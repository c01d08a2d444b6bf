#include "report/svg_axes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace assent {
namespace {

double round_step(double span, int wanted) {
    const double rough = span / std::max(1, wanted);
    const double magnitude = std::pow(10.0, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 5.0})
        if (factor * magnitude >= rough * 0.999) return factor * magnitude;
    return 10 * magnitude;
}

std::vector<double> ticks_by(double step, double low, double high) {
    std::vector<double> ticks;
    const double slack = 1e-9 * step;
    for (double i = std::ceil((low - slack) / step); i * step <= high + slack; ++i) // + 0.0: no "-0" on an axis
        ticks.push_back(i * step + 0.0);
    return ticks;
}

} // namespace

double Scale::operator()(double value) const { return first + (value - low) / (high - low) * (last - first); }

double Scale::clamped(double value) const {
    const auto [least, greatest] = std::minmax(first, last);
    return std::clamp((*this)(value), least, greatest);
}

std::vector<double> round_ticks(double low, double high, int wanted) {
    return ticks_by(round_step(high - low, wanted), low, high);
}

std::vector<double> whole_ticks(double low, double high, int wanted) {
    return ticks_by(std::max(1.0, round_step(high - low, wanted)), low, high);
}

Plot::Plot(const Box& box, double x_low, double x_high, double y_low, double y_high)
    : area(box), x{x_low, x_high, box.x, box.right()}, y{y_low, y_high, box.bottom(), box.y} {}

void draw_bottom_axis(Svg& svg, const Plot& plot, const std::vector<double>& ticks, const TickLabel& label) {
    const double bottom = plot.area.bottom();
    svg.line({plot.area.x, bottom}, {plot.area.right(), bottom}, "axis");
    for (const double tick : ticks) {
        svg.line({plot.x(tick), bottom}, {plot.x(tick), bottom + 4}, "axis");
        svg.text({plot.x(tick), bottom + 16}, label(tick), "tick", Anchor::middle);
    }
}

void draw_left_axis(Svg& svg, const Plot& plot, const std::vector<double>& ticks, const TickLabel& label) {
    for (const double tick : ticks) {
        svg.line({plot.area.x, plot.y(tick)}, {plot.area.right(), plot.y(tick)}, "grid");
        svg.text({plot.area.x - 6, plot.y(tick) + 4}, label(tick), "tick", Anchor::end);
    }
}

void draw_value_grid(Svg& svg, const Plot& plot, const std::vector<double>& ticks, const TickLabel& label) {
    for (const double tick : ticks) {
        svg.line({plot.x(tick), plot.area.y}, {plot.x(tick), plot.area.bottom()}, "grid");
        svg.text({plot.x(tick), plot.area.bottom() + 14}, label(tick), "tick", Anchor::middle);
    }
}

void draw_whisker(Svg& svg, const Scale& x, double y, double estimate, double low, double high,
                  std::string_view style) {
    const double left = x.clamped(low);
    const double right = x.clamped(high);
    svg.line({left, y}, {right, y}, fmt::format("whisker {}", style));
    svg.line({left, y - 4}, {left, y + 4}, fmt::format("whisker {}", style));
    svg.line({right, y - 4}, {right, y + 4}, fmt::format("whisker {}", style));
    svg.circle({x.clamped(estimate), y}, 4.5, fmt::format("dot {}", style));
}

} // namespace assent
