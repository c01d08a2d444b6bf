#pragma once
// What a sensitivity analysis found, in words.
#include "report/sensitivity_report.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace assent {

/// "sobol", "morris"
std::string_view word(SensitivityMethod method);

/// Numbers that stand out and may explain at least a hundredth of the spread, largest first.
std::vector<const SensitivityNumber*> leading_numbers(const SensitivityResult& result);

/// "company.budget explains 41 % (35–47 %) of the spread; a third of it only together with other numbers." Or why no
/// number can be named.
std::string sensitivity_headline(const SensitivityResult& result);

/// The measure over the points: its mean, how far it spreads, and how much of that is luck.
std::string spread_words(const SensitivityResult& result);

/// What the figures mean and how the numbers were moved.
std::string sensitivity_convention(const SensitivityResult& result);

/// One sentence for a number that stands out, as in the headline.
std::string number_sentence(const SensitivityResult& result, const SensitivityNumber& number);
/// One sentence for each pair that stands out; of pairs that were looked at and do not, that none does.
std::vector<std::string> pair_sentences(const SensitivityResult& result);

/// The other numbers by name, and the most that they may be; empty: there are none.
std::string unnoticed_words(const SensitivityResult& result);

/// "41 % (35–47 %)" of a share, within 0 and 100 %, and "12.3 (10.1 to 14.5)" of an effect in points of 100 deals or currency.
std::string share_words(const Interval& share);
std::string effect_words(const SensitivityResult& result, const Interval& effect);
/// "up", "down" or "both ways"
std::string_view direction_words(const InputEffect& effect);

} // namespace assent
