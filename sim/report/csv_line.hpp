#pragma once
// One line of CSV in the making, with the headings of its columns.
#include "experiment/intervals.hpp"
#include "report/csv.hpp"

#include <fmt/format.h>

#include <string>
#include <string_view>

namespace assent {

inline constexpr std::string_view csv_end_of_line = "\r\n";

/// Cells of the line under way, side by side with their headings: one list of columns makes both.
class CsvLine {
  public:
    void text(std::string_view heading, std::string_view value) { add(heading, csv_text(value)); }
    void number(std::string_view heading, double value) { add(heading, csv_number(value)); }
    void count(std::string_view heading, std::int64_t value) { add(heading, fmt::to_string(value)); }
    /// Estimate and limits.
    void interval(std::string_view heading, const Interval& value) {
        number(heading, value.estimate);
        number(fmt::format("{}_low", heading), value.low);
        number(fmt::format("{}_high", heading), value.high);
    }
    /// The same of a mean, with its standard error; empty when nothing was counted.
    void mean(std::string_view heading, const Interval& value, const Moments& moments) {
        const bool empty = moments.count == 0;
        const auto cell = [&](double number) { return empty ? std::string() : csv_number(number); };
        add(fmt::format("{}_mean", heading), cell(value.estimate));
        add(fmt::format("{}_se", heading), moments.count < 2 ? std::string() : csv_number(standard_error(moments)));
        add(fmt::format("{}_low", heading), cell(value.low));
        add(fmt::format("{}_high", heading), cell(value.high));
    }
    /// Of the line under way, without its end.
    [[nodiscard]] const std::string& headings() const { return headings_; }
    [[nodiscard]] const std::string& cells() const { return cells_; }
    void end(std::string& out) {
        if (out.empty()) out += headings_ + std::string(csv_end_of_line);
        out += cells_ + std::string(csv_end_of_line);
        headings_.clear();
        cells_.clear();
    }

  private:
    void add(std::string_view heading, std::string_view cell) {
        if (!headings_.empty()) headings_ += ',', cells_ += ',';
        headings_ += csv_text(heading);
        cells_ += cell;
    }
    std::string headings_, cells_;
};

} // namespace assent
