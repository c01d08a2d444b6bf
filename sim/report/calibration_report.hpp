#pragma once
// A calibration in the forms that people and programs read.
#include "calibration/calibrate.hpp"
#include "report/table.hpp"

#include <filesystem>
#include <string>

namespace assent {

/// For a terminal.
std::string calibration_text(const Calibration& calibration, const TextStyle& style);
/// One line a figure: section, name, grouping, estimate, low, high, further columns by section.
std::string calibration_csv(const Calibration& calibration);
std::string calibration_json(const Calibration& calibration);
/// One self-contained page.
std::string calibration_html(const Calibration& calibration, const std::string& version);
/// A part of a scenario (TOML) with the quantities that the described deal moves, for the company that was played.
/// It goes after the scenario in an include list.
std::string calibration_part(const Calibration& calibration, Model base);
/// The whole scenario with these quantities: for a company that is in no file.
std::string calibrated_scenario(const Calibration& calibration, Model base);

/// What a set of folds keeps together, in words.
std::string folds_in_words(const CrossValidation& validation);
/// The described deal in words: "Client = New, the rest at its base".
std::string deal_in_words(const Calibration& calibration);

} // namespace assent
