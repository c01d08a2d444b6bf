#pragma once
// The sections of the report, in the order of the page. Each is one card; an empty string when there is nothing to show.
#include "report/html_report.hpp"

#include <string>

namespace assent {

std::string answer_section(const ReportInput& input);
std::string centre_section(const ReportInput& input);
std::string ranking_section(const ReportInput& input);
std::string outcomes_section(const ReportInput& input);
std::string timing_section(const ReportInput& input);
std::string reasons_section(const ReportInput& input);
std::string turning_section(const ReportInput& input);
std::string deals_section(const ReportInput& input);
std::string strategies_section(const ReportInput& input);
std::string limits_section(const ReportInput& input);
std::string reproduce_section(const ReportInput& input);

} // namespace assent
