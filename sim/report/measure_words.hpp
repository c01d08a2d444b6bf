#pragma once
// The measures that strategies are ranked by, in words and with their units.
#include "report/run_result.hpp"

#include <string>

namespace assent {

/// What is measured, at the head of a column: "Win rate", "Margin per deal".
std::string measure_heading(RankMeasure measure);
/// The same in a sentence: "win rate".
std::string level_words(RankMeasure measure);

/// What the first by a measure does: "wins most often", "earns most per deal".
std::string most_words(RankMeasure measure);

/// The amount with its unit: "41.2 of 100 deals", "12 400 € of margin", "310 €".
std::string amount_words(RankMeasure measure, double amount, const std::string& currency);

/// "61.2 %" or "41 200 €", for a table.
std::string measured_text(RankMeasure measure, double amount, const std::string& currency);

/// Lead of one over another as a positive amount with its limits: "3.1 of 100 more (1.2 to 5.0)"; `less`: turned round,
/// "3.1 of 100 fewer (1.2 to 5.0)".
std::string lead_words(RankMeasure measure, const Interval& lead, bool less, const std::string& currency);

/// A difference with its sign: "+1.2" points or "−4 100 €".
std::string signed_amount(RankMeasure measure, double difference, const std::string& currency);

/// Who clearly leads by another measure than that of the ranking, in one sentence; empty: nobody.
std::string other_leaders(const RunResult& result);

} // namespace assent
