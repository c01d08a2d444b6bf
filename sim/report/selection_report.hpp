#pragma once
// A selection as text for a terminal, CSV and JSON.
#include "experiment/select_strategy.hpp"
#include "model/model.hpp"
#include "report/table.hpp"

#include <string>
#include <vector>

namespace assent {

struct SelectionResult {
    const Model& model;
    StrategySelection played;

    [[nodiscard]] const Strategy& strategy(std::size_t system) const {
        return model.strategies[static_cast<std::size_t>(played.request.run.strategies[system])];
    }
    /// Systems, the chosen one first, then by what was estimated.
    [[nodiscard]] std::vector<std::size_t> order() const;
};

/// The answer, how sure it is, and what it cost; plain sentences, the most important first. Something must have been played.
std::vector<std::string> selection_words(const SelectionResult& result);

/// A table of the strategies and the sentences.
std::string selection_text(const SelectionResult& result, const TextStyle& style);
/// One line a strategy, the chosen one first.
std::string selection_csv(const SelectionResult& result);
/// One object; `strategies` the chosen one first. What does not exist is null.
std::string selection_json(const SelectionResult& result);

/// "kn" or "ocba"; "decided", "equal", "limit", "interrupted".
std::string procedure_word(const StrategySelection& played);
std::string end_word(SelectionEnd end);

} // namespace assent
