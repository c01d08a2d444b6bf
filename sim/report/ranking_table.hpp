#pragma once
// The result of a run for reading in a terminal.
#include "report/run_result.hpp"
#include "report/table.hpp"

namespace assent {

/// Title, ranking, reasons for losing, and what it all means in plain words.
std::string ranking_text(const RunResult& result, const TextStyle& style);

/// "1 deal", "20 000 deals".
std::string deals(std::int64_t count);

/// The same in a few sentences: what wins, how sure that is, why deals are not won, what the model cannot know.
std::vector<std::string> verdict(const RunResult& result);

} // namespace assent
