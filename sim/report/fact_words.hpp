#pragma once
// The figures of a validation in words.
#include "validation/validate.hpp"

#include <string>

namespace assent {

/// A figure of a measure: "62.1 %", "11.4 weeks", "41 200 USD".
std::string figure(Measure measure, double value, const std::string& currency);
/// The same with its half-width: "62.1 ± 0.4 %".
std::string figure(Measure measure, const Interval& interval, const std::string& currency);
/// What was compared: "+5.1 points (4.2 to 6.0)", "× 3.2 (2.9 to 3.5)".
std::string comparison(const Expectation& expectation, const Interval& shown, const std::string& currency);
/// What was expected of it: "more than 0", "× 0.25 at most".
std::string demand(const Expectation& expectation, const std::string& currency);
/// "holds", "FAILS", "not shown".
std::string verdict_word(Verdict verdict);
/// "gone", "REMAINS", …; "–" where there is none.
std::string control_word(ControlVerdict verdict);
/// "22 of 24".
std::string companies_words(const FactResult& fact);
/// The command that plays the fact again.
std::string fact_command(const FactResult& fact);

} // namespace assent
