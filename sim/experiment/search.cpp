#include "experiment/search.hpp"

#include "engine/philox.hpp"
#include "experiment/intervals.hpp"
#include "experiment/search_parts.hpp"
#include "model/compile.hpp"
#include "model/user_error.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <numeric>

namespace assent {
namespace {

constexpr std::int64_t least_budget = 20'000, greatest_budget = std::int64_t{1} << 40;
constexpr double share_of_test = 0.2;                 // of the budget
constexpr std::int64_t deals_when_interrupted = 2048; // quick, and yet fresh

void check(const Model& model, const SearchRequest& request) {
    if (request.budget != 0 && (request.budget < least_budget || request.budget > greatest_budget))
        throw UserError(fmt::format("budget = {} (out of range); give {} to 2^40 deals", request.budget, least_budget));
    if (request.limits.rules < 1 || request.limits.rules > Limits::rules_per_strategy)
        throw UserError(fmt::format("size = {} (out of range); give 1 to {} rules", request.limits.rules,
                                    Limits::rules_per_strategy));
    if (model.strategies.size() >= static_cast<std::size_t>(Limits::strategies))
        throw UserError(
            fmt::format("the scenario has {} strategies, which is as many as it can have (there is no place "
                        "for another one); take one out",
                        model.strategies.size()));
}

/// The hand-written strategies as the limits let them be; one that does nothing stays, to be compared with.
std::vector<Strategy> held_to(const Model& model, const StrategySpace& space) {
    StrategySpace roomy = space;
    roomy.limits.rules = Limits::rules_per_strategy;
    std::vector<Strategy> held;
    for (const Strategy& strategy : model.strategies) {
        Strategy bare = strategy;
        bare.rules.clear();
        held.push_back(tidied(model, roomy, strategy).value_or(bare));
    }
    return held;
}

void name_it(const Model& model, SearchResult& result) {
    Strategy& found = result.found;
    result.descends_from = found.name.empty() ? found.id : found.name;
    const auto taken = [&](const std::string& id) {
        return std::ranges::any_of(model.strategies, [&](const Strategy& each) { return each.id == id; });
    };
    int number = 1;
    found.id = "found";
    while (taken(found.id)) found.id = fmt::format("found_{}", ++number);
    found.about = result.descends_from.empty()
                      ? "Built by assent search."
                      : fmt::format("Built by assent search; the changes began with “{}”.", result.descends_from);
    found.name = number == 1 ? "Found by search" : fmt::format("Found by search, no. {}", number);
}

/// The best of the hand-written ones that keep to the limit of hours; of all when none does.
std::optional<std::size_t> best_written(const SearchResult& result, const SearchLimits& limits) {
    std::optional<std::size_t> best;
    for (const StrategyStanding& standing : result.ranking.standings) {
        if (standing.strategy + 1 == result.played.size()) continue;
        if (!best) best = standing.strategy;
        if (standing.hours.estimate <= limits.hours_per_deal.value_or(standing.hours.estimate))
            return standing.strategy;
    }
    return best;
}

/// Everything that is reported, on luck that nobody has seen.
class FinalTest {
  public:
    FinalTest(SearchDesk& desk, SearchResult& result) : desk_(desk), result_(result) {}

    void take() {
        const auto strategies = static_cast<std::int64_t>(result_.played.size() + 1 + result_.found.rules.size());
        const std::int64_t deals =
            result_.interrupted ? deals_when_interrupted : desk_.share_of_budget(share_of_test) / strategies;
        compare(deals);
        if (!result_.interrupted) weigh_rules(deals);
    }

  private:
    void compare(std::int64_t deals) {
        const RunRequest& run = desk_.request.run;
        result_.tally = desk_.test(result_.played, deals, desk_.luck("final"), true);
        result_.ranking = rank(result_.tally, run.confidence, desk_.request.measure);
        result_.best_written = best_written(result_, desk_.request.limits);
        if (!result_.best_written) return;
        const auto written = static_cast<std::int64_t>(result_.played.size()) - 1;
        result_.gain = difference_by(result_.tally, desk_.request.measure, result_.played.size() - 1,
                                     *result_.best_written, share_confidence(run.confidence, written));
    }

    void weigh_rules(std::int64_t deals) {
        const std::size_t rules = result_.found.rules.size();
        std::vector<Strategy> variants(rules + 1, result_.found);
        for (std::size_t rule = 0; rule < rules; ++rule) variants[rule + 1].rules[rule].enabled = false;
        const RunTally tally = desk_.test(variants, deals, desk_.luck("final"));
        const double confidence = share_confidence(desk_.request.run.confidence, static_cast<std::int64_t>(rules));
        for (std::size_t rule = 0; rule < rules; ++rule)
            result_.worth.push_back({rule, difference_by(tally, desk_.request.measure, 0, rule + 1, confidence)});
        result_.worth_deals = tally.replicates;
    }

    SearchDesk& desk_;
    SearchResult& result_;
};

/// Looks, chooses and prunes; what there is so far when the user wants it to stop.
void look(SearchDesk& desk, SearchResult& result) {
    try {
        desk.set_least_value();
    } catch (const Cancelled&) {
        result.interrupted = true;
        return;
    }
    Evolution evolution = evolve(desk);
    result.generations = evolution.generations;
    result.tried = evolution.tried;
    result.interrupted = evolution.interrupted;
    if (evolution.best.empty()) return;
    result.found = evolution.best.front();
    if (result.interrupted) return;
    try {
        result.found = choose_finalist(desk, evolution.best);
        const Strategy lean = pruned(desk, result.found);
        result.rules_pruned = static_cast<int>(result.found.rules.size() - lean.rules.size());
        result.found = lean;
    } catch (const Cancelled&) {
        result.interrupted = true;
    }
}

} // namespace

SearchDesk::SearchDesk(const Model& searched, const SearchRequest& wanted,
                       const std::function<void(const Progress&)>& listener)
    : model(searched), request(wanted), budget(wanted.budget == 0 ? usual_budget(searched) : wanted.budget),
      space(wanted.space.value_or(space_of(searched, wanted.limits))), listener_(listener) {
    space.limits = wanted.limits;
    written = held_to(searched, space);
}

std::uint64_t SearchDesk::luck(std::string_view purpose, std::int64_t number) const {
    const std::uint64_t seed = request.run.seed;
    const auto block =
        philox<std::uint32_t>({{identity(purpose), static_cast<std::uint32_t>(number), identity("search"), 0}},
                              static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32));
    return std::uint64_t{block.word[0]} << 32 | block.word[1];
}

std::int64_t SearchDesk::share_of_budget(double share) const {
    return static_cast<std::int64_t>(share * static_cast<double>(budget));
}

void SearchDesk::play(StrategyField& field, std::span<const std::size_t> places, std::int64_t deals) {
    field.play(places, deals, {request.run.threads, request.run.cancelled});
    spent_ += static_cast<std::int64_t>(places.size()) * deals;
    tell(0);
}

RunTally SearchDesk::test(std::vector<Strategy> strategies, std::int64_t deals, std::uint64_t seed, bool to_the_end) {
    const auto count = static_cast<std::int64_t>(strategies.size());
    Model part = model;
    part.strategies = std::move(strategies);
    RunRequest run_request = request.run;
    run_request.seed = seed;
    run_request.replicates = deals;
    run_request.precision = 0;
    run_request.strategies.clear();
    if (to_the_end) run_request.cancelled = nullptr;
    RunTally tally = run(compile(part), run_request, [&](const Progress& part_done) { tell(part_done.done * count); });
    if (tally.replicates < deals) throw Cancelled();
    spent_ += deals * count;
    return tally;
}

void SearchDesk::set_least_value() {
    if (request.measure != RankMeasure::value_per_hour || written.empty()) return;
    constexpr double share_of_this = 0.02;
    StrategyField field(model, written, luck("least value"));
    std::vector<std::size_t> places(field.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    play(field, places, share_of_budget(share_of_this) / static_cast<std::int64_t>(places.size()));
    for (const std::size_t place : places)
        least_value_ = std::max(least_value_.value_or(0), field.showing(place).value_per_deal());
}

bool SearchDesk::is_before(const StrategyField& field, std::size_t one, std::size_t other) const {
    const auto excess = [&](std::size_t place) {
        const std::optional<double>& limit = request.limits.hours_per_deal;
        return limit ? std::max(0.0, field.showing(place).hours_per_deal() - *limit) : 0.0;
    };
    const double over = excess(one), over_other = excess(other);
    if (over != over_other) return over < over_other;
    const auto shortfall = [&](std::size_t place) {
        return least_value_ ? std::max(0.0, *least_value_ - field.showing(place).value_per_deal()) : 0.0;
    };
    const double lacks = shortfall(one), lacks_other = shortfall(other);
    if (lacks != lacks_other) return lacks < lacks_other;
    const double score = field.showing(one).score(request.measure), than = field.showing(other).score(request.measure);
    if (score != than) return score > than;
    return field.strategy(one).rules.size() < field.strategy(other).rules.size();
}

std::vector<std::size_t> SearchDesk::best_first(const StrategyField& field, std::vector<std::size_t> places) const {
    std::ranges::stable_sort(places, [&](std::size_t one, std::size_t other) { return is_before(field, one, other); });
    std::vector<std::uint64_t> seen;
    std::erase_if(places, [&](std::size_t place) {
        const std::uint64_t fingerprint = field.showing(place).fingerprint;
        const bool again = std::ranges::find(seen, fingerprint) != seen.end();
        seen.push_back(fingerprint);
        return again;
    });
    return places;
}

void SearchDesk::tell(std::int64_t more) const {
    if (!listener_) return;
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
    Progress progress;
    progress.done = std::min(spent_ + more, budget);
    progress.planned = budget;
    progress.replicates_per_second = static_cast<double>(progress.done) / std::max(1e-9, seconds);
    progress.seconds_left = static_cast<double>(progress.planned - progress.done) / progress.replicates_per_second;
    listener_(progress);
}

std::int64_t usual_budget(const Model& model) {
    constexpr std::int64_t of_people = 15'000'000, least = 1'500'000, greatest = 4'000'000;
    return std::clamp(of_people / (1 + std::int64_t{model.centre.size()}), least, greatest);
}

SearchResult search(const Model& model, const SearchRequest& request,
                    const std::function<void(const Progress&)>& progress) {
    check(model, request);
    SearchDesk desk(model, request, progress);
    SearchResult result;
    result.budget = desk.budget;
    look(desk, result);
    if (result.found.rules.empty()) return result;
    name_it(model, result);
    result.played = desk.written;
    result.played.push_back(result.found);
    try {
        FinalTest(desk, result).take();
    } catch (const Cancelled&) {
        result.interrupted = true;
    }
    result.deals = desk.spent();
    return result;
}

} // namespace assent
