// The result of a run in plain sentences.
#include "model/assumption_table.hpp"
#include "report/measure_words.hpp"
#include "report/number_words.hpp"
#include "report/ranking_table.hpp"
#include "report/reason_words.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace assent {
namespace {

/// Differences below this are of no use to anybody, however sure they are: points of 1, shares of the money. Our choice.
constexpr double smallest_win_matter = 0.002, smallest_money_matter = 0.005;
/// Fewer deals than this are not worth proposing, and more neither.
constexpr double least_deals = 20'000, most_deals = 1e9;

std::string level(const RunResult& result) { return fmt::format("{:g}\u202f%", 100 * result.ranking.confidence); }

std::string quoted(const RunResult& result, const StrategyStanding& standing) {
    return fmt::format("“{}”", name_of(result.strategy(standing)));
}

std::string listed(const std::vector<std::string>& names) {
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i)
        text += (i == 0 ? "" : i + 1 == names.size() ? " and " : ", ") + names[i];
    return text;
}

std::string who_wins(const RunResult& result) {
    const StrategyStanding& best = result.ranking.standings.front();
    const RankMeasure measure = result.ranking.measure;
    const std::string& currency = result.model.company.currency;
    if (best.win_rate.estimate == 0 && measure == RankMeasure::win)
        return fmt::format("No deal was won, by any strategy ({} each).", deals(result.tally.replicates));
    const Interval& measured = best.measured(measure);
    const auto limit = [&](double amount) {
        return measure == RankMeasure::win ? decimal(100 * amount, 1) : money(amount, currency);
    };
    const std::string amount = fmt::format("{} ({} to {}, {} sure)", amount_words(measure, measured.estimate, currency),
                                           limit(measured.low), limit(measured.high), level(result));
    if (result.ranking.standings.size() > 1)
        return fmt::format("{} {}: {}.", quoted(result, best), most_words(measure), amount);
    return measure == RankMeasure::win
               ? fmt::format("{} wins {}.", quoted(result, best), amount)
               : fmt::format("{}: {} {}.", quoted(result, best), measure_heading(measure), amount);
}

/// Below this a difference is of no use to anybody: of wins in shares, of money as a share of what the leader earns.
double smallest_matter(const Ranking& ranking) {
    if (ranking.measure == RankMeasure::win) return smallest_win_matter;
    return smallest_money_matter * std::abs(ranking.standings.front().measured(ranking.measure).estimate);
}

/// How many deals would show whether a difference as large as the one seen is real.
std::string deals_to_tell(const RunResult& result, const StrategyStanding& tied) {
    const double seen = std::abs(tied.gap.estimate);
    const double factor = std::pow(tied.gap.half_width() / std::max(seen, 1e-12), 2);
    // Half as many again, because the difference seen is itself uncertain; few deals say too little to plan by.
    const double needed = std::max(1.5 * factor * static_cast<double>(result.tally.replicates), least_deals);
    const double at_most = std::max(std::abs(tied.gap.low), std::abs(tied.gap.high));
    if (at_most < smallest_matter(result.ranking)) return "the difference is too small to matter";
    if (needed > most_deals)
        return static_cast<double>(result.tally.replicates) < least_deals ? "play more of them"
                                                                          : "no run of a sensible length would";
    const double digits = std::pow(10, std::floor(std::log10(needed)) - 1);
    return fmt::format("--replicates {:.0f} would probably tell", std::ceil(needed / digits) * digits);
}

std::string how_sure(const RunResult& result) {
    const auto& standings = result.ranking.standings;
    std::vector<const StrategyStanding*> tied;
    std::vector<std::string> names;
    for (std::size_t i = 1; i < standings.size(); ++i) {
        if (!standings[i].tied_with_best) continue;
        tied.push_back(&standings[i]);
        names.push_back(quoted(result, standings[i]));
    }
    if (tied.empty()) {
        const StrategyStanding& next = standings[1];
        return fmt::format("It is the best of the {}, {} sure: the next, {}, {} {}.", standings.size(), level(result),
                           quoted(result, next), result.ranking.measure == RankMeasure::win ? "wins" : "earns",
                           lead_words(result.ranking.measure, next.gap, true, result.model.company.currency));
    }
    return fmt::format("{} {} with it: {} cannot tell them apart; {}.", listed(names),
                       tied.size() == 1 ? "ties" : "tie", deals(result.tally.replicates),
                       deals_to_tell(result, *tied.front()));
}

std::string why_lost(const RunResult& result) {
    const StrategyStanding& best = result.ranking.standings.front();
    std::string text = fmt::format("Of its deals {} end without a decision and {} are lost to a rival",
                                   percent(best.no_decision.estimate), percent(best.lost.estimate));
    if (best.eliminated.estimate >= 0.005)
        text += fmt::format("; {} are over because we are struck off the list", percent(best.eliminated.estimate));
    text += ".";
    if (best.reasons.empty()) return text;
    const LossReason& reason = best.reasons.front();
    const std::string cause = reason_name(result.model, reason.reason);
    text += reason.holder < 0 ? fmt::format(" The most frequent cause is “{}”", cause)
                              : fmt::format(" The most frequent cause is “{}” with {}", cause,
                                            holder_name(result.model, reason.holder));
    return text + fmt::format(": {} of the deals it does not win.", percent(reason.share.estimate));
}

std::string what_nobody_knows(const RunResult& result) {
    std::string text = "What the model cannot know: the intervals measure luck, not whether the scenario is right. ";
    if (result.uncertain_numbers > 0)
        text += fmt::format("{} of its numbers {} drawn anew in every deal because {} uncertain; ",
                            result.uncertain_numbers, result.uncertain_numbers == 1 ? "was" : "were",
                            result.uncertain_numbers == 1 ? "it is" : "they are");
    return text + fmt::format("{} constants of the mechanisms are assumptions without a published figure. `assent "
                              "explain` shows both.",
                              assumed_constants());
}

} // namespace

std::string deals(std::int64_t count) { return grouped(count) + (count == 1 ? " deal" : " deals"); }

std::vector<std::string> verdict(const RunResult& result) {
    if (result.ranking.standings.empty() || result.tally.replicates == 0) return {};
    const StrategyStanding& best = result.ranking.standings.front();
    std::vector<std::string> sentences{who_wins(result)};
    const bool some_won = best.win_rate.estimate > 0 || result.ranking.measure != RankMeasure::win;
    if (result.ranking.standings.size() > 1 && some_won) sentences.back() += " " + how_sure(result);
    if (best.win_rate.estimate < 1) sentences.push_back(why_lost(result));
    if (std::string others = other_leaders(result); !others.empty()) sentences.push_back(std::move(others));
    sentences.push_back(what_nobody_knows(result));
    return sentences;
}

} // namespace assent
