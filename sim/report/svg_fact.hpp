#pragma once
// The pictures of a validation, from plain numbers.
#include "experiment/summary.hpp"

#include <functional>
#include <string>
#include <vector>

namespace assent {

/// A figure with its interval as a bar from zero; `control`: with the mechanism switched off, drawn grey.
struct FigureBar {
    std::string name;
    std::string value; ///< as text at the end of the bar
    Interval figure;
    bool control = false;
};
std::string draw_figure_bars(const std::vector<FigureBar>& bars, const std::string& title,
                             const std::function<std::string(double)>& tick, double width);

/// A random company as a dot at its effect.
struct CompanyDot {
    std::string name;
    double effect = 0;
    bool holds = true;
};
/// Dots along one axis; `neutral` is the effect of no difference, where a line is drawn.
std::string draw_company_dots(const std::vector<CompanyDot>& dots, double neutral,
                              const std::function<std::string(double)>& tick, double width);

} // namespace assent
