#pragma once
// What a tornado found, in words.
#include "report/tornado_report.hpp"

#include <string>
#include <vector>

namespace assent {

/// Key without what all constants begin with: "trust_gain", "company.need".
std::string short_key(const PlanNumber& number);
std::string short_key(const std::string& key);

/// A value with three digits.
std::string value_words(double value);

/// "3 of 71 numbers turn the ranking: …; the others move the level but not who wins."
std::string tornado_headline(const TornadoResult& result);

/// How far the numbers were moved, and what the figures are.
std::string tornado_convention(const TornadoResult& result);

/// Who leads at an end: "trust_gain at 0.32: “Everyone, evenly” wins most often, 3.1 of 100 more (1.2 to 5.0)"; one for
/// each end at which somebody else clearly leads.
std::vector<std::string> leading_words(const TornadoResult& result, const TornadoBar& bar);

/// What became of the order: "turns", "settles a tie", "" — with the end: "turns (low)".
std::string turn_words(const TornadoBar& bar);
std::string_view word(Turn turn);

/// Numbers that change no deal, and those that change deals but not the measure; empty: there are none.
std::string untouched_words(const TornadoResult& result);

/// Share of the swing of a watched strategy: "12.1" points or "4.2 %", see swing_size().
std::string swing_words(RankMeasure measure, double size);

/// Name of the strategy at a place.
const std::string& strategy_name(const TornadoResult& result, std::size_t place);
/// Title of the scenario, or the name of the company.
const std::string& title_of(const Model& model);

} // namespace assent
