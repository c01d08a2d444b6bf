#pragma once
// The course of a debriefed deal as a picture.
#include "report/debrief_report.hpp"

#include <string>

namespace assent {

/// The chance to win after each decision, decisions with their marks, forecasts as crosses.
std::string draw_course(const DebriefReport& report, double width);

/// A share of the whole as a bar in a cell of a table.
std::string draw_share_bar(double share, std::string_view title);

} // namespace assent
