#include "report/fact_table.hpp"

#include "model/words.hpp"
#include "report/csv_line.hpp"
#include "report/fact_words.hpp"
#include "report/number_words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace assent {
namespace {

constexpr int indent = 6;

/// "all agree 62.1 ± 0.4 %, the doubter 50.0 ± 0.5 %: +12.1 points (11.2 to 13.0), more than 0"
std::string comparison_line(const FactResult& fact, const ExpectationResult& result) {
    const Expectation& asked = result.expectation;
    std::string text =
        fmt::format("{} {}", fact.arm_name(asked.of), figure(asked.measure, result.answer.of, fact.currency));
    if (!asked.over.empty())
        text += fmt::format(", {} {}: {}", fact.arm_name(asked.over),
                            figure(asked.measure, result.answer.over, fact.currency),
                            comparison(asked, result.answer.shown, fact.currency));
    return text + fmt::format("; expected {}", demand(asked, fact.currency));
}

std::string control_line(const FactResult& fact, const ExpectationResult& result) {
    Expectation difference;
    difference.measure = result.expectation.measure;
    difference.over = result.expectation.over;
    return fmt::format("without the mechanism: {} ({}; may be ± {})", control_word(result.control),
                       comparison(difference, result.without.shown, fact.currency),
                       figure(difference.measure, result.tolerance, fact.currency));
}

std::string power_line(const FactResult& fact, const ExpectationResult& result) {
    return fmt::format("not shown: {} deals of each arm have a chance of {} to see an effect of this size, and half of "
                       "it takes {}; raise --replicates-limit",
                       grouped(fact.replicates), percent(result.power),
                       result.needed < 1e12 ? grouped(static_cast<std::int64_t>(result.needed)) : "more than any");
}

std::string expectation_text(const FactResult& fact, const ExpectationResult& result, const TextStyle& style) {
    const std::string says = result.expectation.says.empty() ? std::string(traits_of(result.expectation.measure).words)
                                                             : result.expectation.says;
    const Emphasis emphasis = result.ok() ? Emphasis::good : Emphasis::bad;
    std::string text(indent, ' ');
    text += emphasised(padded(verdict_word(result.verdict), 10), emphasis, style);
    text += printable(shortened(says, style.width - indent - 10)) + "\n";
    text += wrapped(printable(comparison_line(fact, result)), style, indent + 10);
    if (result.control != ControlVerdict::none)
        text += wrapped(printable(control_line(fact, result)), style, indent + 10);
    if (result.verdict == Verdict::not_shown) text += wrapped(power_line(fact, result), style, indent + 10);
    return text;
}

std::string companies_line(const FactResult& fact) {
    std::string text = fmt::format("{} deals of each arm, {} s", grouped(fact.replicates), decimal(fact.seconds, 1));
    if (fact.companies.empty()) return text;
    text = fmt::format("random companies: the direction holds in {}{}; ", companies_words(fact),
                       fact.companies_ok() ? "" : fmt::format(", fewer than {}", percent(fact.companies_wanted))) +
           text;
    const auto others = static_cast<int>(fact.companies.size()) - fact.companies_applying();
    if (others == 0) return text;
    const auto why =
        std::ranges::find(fact.companies, CompanyResult::Direction::does_not_apply, &CompanyResult::direction);
    return text + fmt::format("; {} to which it does not apply ({})", others, why->why);
}

std::string fact_text(const FactResult& fact, const TextStyle& style) {
    const bool ok = fact.holds();
    const std::string verdict = fact.interrupted ? "stopped" : ok ? "holds" : "FAILS";
    std::string text = emphasised(padded(printable(fact.id), indent), Emphasis::strong, style) +
                       emphasised(padded(verdict, 10), ok ? Emphasis::good : Emphasis::bad, style);
    const std::string claim = wrapped(printable(fact.claim), style, indent + 10);
    text += emphasised(claim.substr(std::min<std::size_t>(claim.size(), indent + 10)), Emphasis::strong, style);
    for (const ExpectationResult& result : fact.expectations) text += expectation_text(fact, result, style);
    return text + wrapped(printable(companies_line(fact)), style, indent + 10);
}

} // namespace

std::string facts_text(std::span<const FactResult> facts, const TextStyle& style) {
    std::string text;
    for (const FactResult& fact : facts) text += (text.empty() ? "" : "\n") + fact_text(fact, style);
    return text;
}

std::string facts_summary(std::span<const FactResult> facts) {
    const auto held = std::ranges::count_if(facts, [](const FactResult& fact) { return fact.holds(); });
    if (held == std::ssize(facts))
        return fmt::format("{} {} hold{} at 99\u202f% confidence", held, held == 1 ? "fact" : "facts",
                           held == 1 ? "s" : "");
    std::string failed;
    for (const FactResult& fact : facts)
        if (!fact.holds()) failed += (failed.empty() ? "" : ", ") + fact.id;
    return fmt::format("{} of {} facts hold; not shown: {}", held, facts.size(), failed);
}

std::string facts_csv(std::span<const FactResult> facts) {
    std::string csv;
    for (const FactResult& fact : facts) {
        for (const ExpectationResult& result : fact.expectations) {
            CsvLine line;
            const Expectation& asked = result.expectation;
            line.text("fact", fact.id);
            line.text("claim", fact.claim);
            line.text("says", asked.says);
            line.text("measure", word(asked.measure));
            line.text("arm", asked.of);
            line.text("arm_compared", asked.over);
            line.interval("of", result.answer.of);
            line.interval("over", result.answer.over);
            line.interval("compared", result.answer.shown);
            line.text("verdict", verdict_word(result.verdict));
            line.number("power", result.power);
            line.text("control", control_word(result.control));
            line.interval("control", result.without.shown);
            line.number("control_tolerance", result.tolerance);
            line.count("companies_hold", fact.companies_holding());
            line.count("companies", fact.companies_applying());
            line.count("replicates", fact.replicates);
            line.text("fact_holds", fact.holds() ? "true" : "false");
            line.end(csv);
        }
    }
    return csv;
}

} // namespace assent
