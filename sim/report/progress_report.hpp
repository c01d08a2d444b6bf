#pragma once
// How a trainee gets on from deal to deal, in words and as a table.
#include "report/table.hpp"
#include "training/progress.hpp"

#include <string>

namespace assent {

/// 1: better, -1: worse by more than what is shown as 0; 0: neither is clear. `scale` makes points of 100 of the change.
int clear_direction(const Change& change, double scale, bool enough);
/// "+6.0 (−2.1 to +14.1)" in points of 100; "too few deals to say" without an interval, "no change" where
/// deals do not differ at all.
std::string change_words(const Change& change, double scale, bool enough);
/// How many deals, and whether they got better, in one or two sentences.
std::string progress_sentence(const TrainingProgress& progress);

/// For a terminal: the sentence, then points and skills by halves.
std::string deals_text(const TrainingProgress& progress, const TextStyle& style);

} // namespace assent
