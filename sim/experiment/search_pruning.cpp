// What a strategy can do without: rules that give nothing beyond chance, and words that change no deal.
#include "experiment/intervals.hpp"
#include "experiment/search_parts.hpp"

#include <algorithm>
#include <array>
#include <numeric>

namespace assent {
namespace {

constexpr double share_of_pass = 0.04;  // of the budget, for one pass over all rules
constexpr double share_of_words = 0.05; // of the budget, for leaving out words
constexpr int most_passes = 64;

using Simplification = void (*)(Rule&);

constexpr std::array<Simplification, 17> simplifications{
    [](Rule& rule) { rule.inflate = 0; },
    [](Rule& rule) { rule.when.stage.clear(); },
    [](Rule& rule) { rule.when.pilot.reset(); },
    [](Rule& rule) { rule.when.objection_known.clear(); },
    [](Rule& rule) { rule.when.competitor_known.reset(); },
    [](Rule& rule) { rule.when.coverage_below.reset(); },
    [](Rule& rule) { rule.when.coverage_above.reset(); },
    [](Rule& rule) { rule.when.support_below.reset(); },
    [](Rule& rule) { rule.when.support_above.reset(); },
    [](Rule& rule) { rule.when.contacted.reset(); },
    [](Rule& rule) { rule.when.offer_made.reset(); },
    [](Rule& rule) { rule.when.silent_for.reset(); },
    [](Rule& rule) { rule.when.week_from.reset(); },
    [](Rule& rule) { rule.when.week_to.reset(); },
    [](Rule& rule) { rule.cooldown = 1; },
    [](Rule& rule) { rule.limit = Rule{}.limit; },
    [](Rule& rule) {
        rule.topic_choice = TopicChoice::largest_known;
        rule.topic.clear();
        rule.evidence = Evidence::argument;
    },
};

std::optional<Strategy> without_rule(const SearchDesk& desk, Strategy strategy, std::size_t rule) {
    strategy.rules.erase(strategy.rules.begin() + static_cast<std::ptrdiff_t>(rule));
    return tidied(desk.model, desk.space, std::move(strategy));
}

/// The strategy without the rule that is missed least, if it is not missed beyond chance; nothing: all are needed.
std::optional<Strategy> one_rule_less(SearchDesk& desk, const Strategy& strategy, const Strategy& original) {
    std::vector<Strategy> variants{strategy, original};
    for (std::size_t rule = 0; rule < strategy.rules.size(); ++rule)
        if (auto less = without_rule(desk, strategy, rule)) variants.push_back(std::move(*less));
    const auto count = static_cast<std::int64_t>(variants.size());
    if (count == 2) return std::nullopt;
    const std::int64_t deals = std::max<std::int64_t>(1, desk.share_of_budget(share_of_pass) / count);
    const RunTally tally = desk.test(variants, deals, desk.luck("pruning"));
    const RankMeasure measure = desk.request.measure;
    const double confidence = desk.request.run.confidence;
    std::optional<std::size_t> least;
    double least_loss = 0;
    for (std::size_t i = 2; i < variants.size(); ++i) {
        const Interval loss = difference_by(tally, measure, 0, i, share_confidence(confidence, count - 2));
        const bool missed = loss.low > 0 || difference_by(tally, measure, 1, i, confidence).low > 0;
        if (missed || (least && loss.estimate >= least_loss)) continue;
        least = i;
        least_loss = loss.estimate;
    }
    if (!least) return std::nullopt;
    return variants[*least];
}

/// Places in `variants` of those of which so many deals are all as those of the first: what they lack does nothing.
std::vector<std::size_t> alike(SearchDesk& desk, const std::vector<Strategy>& variants, std::int64_t deals) {
    StrategyField field(desk.model, variants, desk.luck("words"));
    std::vector<std::size_t> places(variants.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    desk.play(field, places, deals);
    std::erase_if(places, [&](std::size_t place) {
        return place == 0 || field.showing(place).fingerprint != field.showing(0).fingerprint;
    });
    return places;
}

/// Leaves out words one rule after another, because two that do nothing each may do something together.
Strategy in_fewer_words(SearchDesk& desk, Strategy strategy) {
    const auto plays = static_cast<std::int64_t>(strategy.rules.size() * (simplifications.size() + 1));
    const auto deals = std::clamp<std::int64_t>(desk.share_of_budget(share_of_words) / plays, 64, 1024);
    for (std::size_t rule = 0; rule < strategy.rules.size(); ++rule) {
        std::vector<Strategy> variants{strategy};
        for (const Simplification simplify : simplifications) {
            variants.push_back(strategy);
            simplify(variants.back().rules[rule]);
        }
        Strategy all = strategy, first = strategy;
        const std::vector<std::size_t> idle = alike(desk, variants, deals);
        for (const std::size_t place : idle) simplifications[place - 1](all.rules[rule]);
        if (!idle.empty()) first = variants[idle.front()];
        strategy = alike(desk, {strategy, all}, deals).empty() ? first : all;
    }
    return tidied(desk.model, desk.space, strategy).value_or(strategy);
}

} // namespace

Strategy pruned(SearchDesk& desk, const Strategy& strategy) {
    Strategy lean = strategy;
    for (int pass = 0; pass < most_passes; ++pass) {
        std::optional<Strategy> less = one_rule_less(desk, lean, strategy);
        if (!less) break;
        lean = std::move(*less);
    }
    return in_fewer_words(desk, lean);
}

} // namespace assent
