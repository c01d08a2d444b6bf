// A search in sentences.
#include "model/words.hpp"
#include "report/measure_words.hpp"
#include "report/number_words.hpp"
#include "report/ranking_table.hpp"
#include "report/run_result.hpp"
#include "report/search_report.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace assent {
namespace {

const StrategyStanding& standing_of(const SearchReport& report, std::size_t place) {
    return *std::ranges::find(report.result.ranking.standings, place, &StrategyStanding::strategy);
}

std::string spaced(std::string_view term) {
    std::string text(term);
    std::ranges::replace(text, '_', ' ');
    return text;
}

/// "76.8 of 100 deals", "12 400 € of margin a deal", "310 € an hour of selling", "…€ a deal over the lifetime".
std::string earned_words(RankMeasure measure, double amount, const std::string& currency) {
    const std::string words = amount_words(measure, amount, currency);
    switch (measure) {
    case RankMeasure::win:
        return words;
    case RankMeasure::margin:
        return words + " a deal";
    case RankMeasure::value_per_hour:
        return words + " an hour of selling";
    case RankMeasure::lifetime:
        break;
    }
    return words + " a deal, counting the client's later years";
}

Interval turned(const Interval& interval) { return {-interval.estimate, -interval.high, -interval.low}; }

/// What is paid for it: hours always, margin where the search did not go by money.
std::string price_of_it(const SearchReport& report) {
    const SearchResult& result = report.result;
    const StrategyStanding& found = standing_of(report, result.played.size() - 1);
    const StrategyStanding& other = standing_of(report, *result.best_written);
    std::string text = fmt::format(" It takes {} hours a deal, the other {}", decimal(found.hours.estimate, 1),
                                   decimal(other.hours.estimate, 1));
    if (report.request.measure == RankMeasure::win) {
        const std::string& currency = report.model.company.currency;
        text +=
            fmt::format("; it earns {} of margin a deal, the other {}", money(found.margin_per_deal.estimate, currency),
                        money(other.margin_per_deal.estimate, currency));
    }
    return text + ".";
}

/// A number as the strategy has it; "~" before the mean of a distribution.
std::string shown(const Number& number) {
    return number.is_constant() ? fmt::format("{:g}", number.a) : fmt::format("~{:.2g}", number.mean());
}

} // namespace

std::string search_headline(const SearchReport& report) {
    const SearchResult& result = report.result;
    const RankMeasure measure = report.request.measure;
    const std::string& currency = report.model.company.currency;
    const Interval& measured = standing_of(report, result.played.size() - 1).measured(measure);
    const bool win = measure == RankMeasure::win;
    const auto plain = [&](double amount) { return win ? decimal(100 * amount, 1) : money(amount, currency); };
    std::string text =
        fmt::format("“{}” {} {} ({} to {}).", name_of(result.found), win ? "wins" : "earns",
                    earned_words(measure, measured.estimate, currency), plain(measured.low), plain(measured.high));
    if (!result.best_written) return text + " There is no hand-written strategy to compare it with.";
    const std::string& other = name_of(result.played[*result.best_written]);
    if (result.is_better())
        return text +
               fmt::format(" That is {} than the best hand-written one, “{}”.",
                           lead_words(measure, result.gain, false, currency), other) +
               price_of_it(report);
    return text + fmt::format(" No better one was found: it cannot be told apart from the best hand-written one, “{}” "
                              "(difference {} to {}). A larger --budget may find one.",
                              other, signed_amount(measure, result.gain.low, currency),
                              signed_amount(measure, result.gain.high, currency));
}

std::string search_evidence(const SearchReport& report) {
    const SearchResult& result = report.result;
    return fmt::format("{} strategies tried in {} generations. The figures come from {} with each strategy shown, all "
                       "under the same fresh luck, which the search had not seen (seed {}, {} intervals).",
                       grouped(result.tried), grouped(result.generations), deals(result.tally.replicates),
                       report.request.run.seed, percent(report.request.run.confidence));
}

std::string search_caution() {
    return "This is the best found in this model. The search knows the client as the scenario describes it, hidden "
           "doubts "
           "included, and uses whatever the equations allow; the gain in life may be smaller. Take it as a "
           "proposal: leave out what you would not do, and play it again.";
}

std::vector<std::string> other_choices(const SearchReport& report) {
    const Strategy& found = report.result.found;
    std::vector<std::string> sentences;
    sentences.push_back(fmt::format("In the talks: tactic {}, exponent {}, we walk away below {} of the range.",
                                    spaced(word(found.tactic)), shown(found.beta), shown(found.reserve)));
    const std::string& origin = report.result.descends_from;
    sentences.push_back(fmt::format("Quality of the work{}: preparation {}, letters {}; {:g} hours a week.",
                                    origin.empty() ? "" : fmt::format(", as in “{}”", origin), shown(found.preparation),
                                    shown(found.letter), found.hours.value_or(report.model.seller.hours)));
    const AfterSale& after = found.after_sale;
    if (report.request.measure == RankMeasure::lifetime)
        sentences.push_back(fmt::format("After the sale: service {}{}, training {}, {} personal manager; loyalty: {}; "
                                        "clients who left are asked back by: {}.",
                                        shown(after.service), after.outsourced ? " by others" : "",
                                        shown(after.training), after.personal_manager ? "a" : "no",
                                        spaced(word(after.loyalty)), spaced(word(after.win_back))));
    return sentences;
}

std::string worth_sentence(const SearchReport& report, const RuleWorth& worth) {
    const RankMeasure measure = report.request.measure;
    const std::string& currency = report.model.company.currency;
    if (worth.loss.low > 0)
        return fmt::format("Without it {}.", lead_words(measure, turned(worth.loss), true, currency));
    return fmt::format("Without it no clear difference ({} to {}).", signed_amount(measure, -worth.loss.high, currency),
                       signed_amount(measure, -worth.loss.low, currency));
}

} // namespace assent
