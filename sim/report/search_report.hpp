#pragma once
// What a search found: for a terminal, as JSON, and as a scenario file that plays it.
#include "experiment/search.hpp"
#include "report/table.hpp"

#include <string>
#include <string_view>

namespace assent {

struct SearchReport {
    std::string file;   ///< as the user named the scenario
    const Model& model; ///< without the strategy found
    SearchRequest request;
    SearchResult result; ///< with a strategy found
};

/// What was found and how sure that is, the comparison, its rules in sentences with what each is worth, and what the
/// figures do not say.
std::string search_text(const SearchReport& report, const TextStyle& style);
/// One object; strategies best first, rules in their order.
std::string search_json(const SearchReport& report);
/// A scenario file with the strategy and, in comments, the evidence. `include`: the searched file as the new one must name
/// it; empty: the whole scenario is written.
std::string search_toml(const SearchReport& report, const std::string& include, std::string_view version);

// Shared by these.
/// What was found, in a sentence or two.
std::string search_headline(const SearchReport& report);
/// How the figures came about.
std::string search_evidence(const SearchReport& report);
/// What they do not say.
std::string search_caution();
/// Terms of the talks and service, in sentences; such as are not rules.
std::vector<std::string> other_choices(const SearchReport& report);
/// "Without it 4.1 of 100 fewer (3.0 to 5.2)."
std::string worth_sentence(const SearchReport& report, const RuleWorth& worth);

} // namespace assent
