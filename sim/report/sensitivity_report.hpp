#pragma once
// What explains the spread of a strategy's result, as text for a terminal, CSV, JSON and a page.
#include "experiment/sensitivity.hpp"
#include "model/model.hpp"
#include "report/table.hpp"

#include <string>
#include <string_view>

namespace assent {

struct SensitivityResult {
    std::string file; ///< as the user named the scenario
    Model model;
    Sensitivity sensitivity;
};

/// Ranked bars of at most `top` numbers that stand out, the others by name; only a sentence where nothing does.
std::string sensitivity_text(const SensitivityResult& result, int top, const TextStyle& style);
/// One line for each number, largest first. Columns of the other method and of a flat result are empty.
std::string sensitivity_csv(const SensitivityResult& result);
/// One object with `numbers` and `pairs`.
std::string sensitivity_json(const SensitivityResult& result);
/// One self-contained page with a picture.
std::string sensitivity_html(const SensitivityResult& result, std::string_view version);

} // namespace assent
