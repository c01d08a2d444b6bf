#include "validation/validate.hpp"

#include "experiment/intervals.hpp"
#include "model/user_error.hpp"
#include "scenario/reader.hpp"
#include "validation/fact_arms.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace assent {
namespace {

/// The least effect of another unit than a share that a control is asked about, relative to the figure compared with.
constexpr double least_relative = 0.001, least_points = 0.003, share_of_effect = 0.1;

/// The same two arms asked for their plain difference.
Expectation difference_of(Expectation expectation) {
    expectation.by = 0;
    expectation.within = expectation.ratio_above = expectation.ratio_below = std::nullopt;
    return expectation;
}

double tolerance_of(const Expectation& expectation, const PairTally& tally, double confidence) {
    const Answer effect = answer_of(tally, difference_of(expectation), confidence);
    const double least = traits_of(expectation.measure).unit == MeasureUnit::share
                             ? least_points
                             : least_relative * std::abs(effect.over.estimate);
    return std::max(least, share_of_effect * std::abs(effect.tested.estimate));
}

/// Deals that half the effect takes, and a control half as far from its tolerance.
double needed_for(const ComparedArms& arms, const PairTally& main, const PairTally& control, double confidence) {
    const Answer answer = answer_of(main, arms.expectation, confidence);
    const double distance = distance_inside(question_of(arms.expectation), answer.tested.estimate);
    double needed = deals_needed(distance / 2, answer.deviation, confidence, validation_power);
    if (arms.control_of < 0) return needed;
    const Answer without = answer_of(control, difference_of(arms.expectation), confidence);
    const double tolerance = tolerance_of(arms.expectation, main, confidence);
    // The pilot may have seen more by chance than there is: half the tolerance is planned for in any case.
    const double room = std::max(tolerance - std::abs(without.tested.estimate), tolerance / 2);
    return std::max(needed, deals_needed(room, without.deviation, confidence, validation_power));
}

std::int64_t deals_for(const FactArms& arms, const FactTallies& pilot, double confidence, std::int64_t limit,
                       std::vector<double>& needed) {
    double most = static_cast<double>(deals_least);
    for (std::size_t e = 0; e < arms.compared.size(); ++e) {
        needed.push_back(needed_for(arms.compared[e], pilot.main[e], pilot.control[e], confidence));
        most = std::max(most, needed.back());
    }
    const double rounded = std::ceil(most / static_cast<double>(deals_least)) * static_cast<double>(deals_least);
    return rounded < static_cast<double>(limit) ? static_cast<std::int64_t>(rounded) : limit;
}

Verdict verdict_of(const Question& question, const Interval& tested, double power) {
    if (tested.high <= question.low || tested.low >= question.high) return Verdict::fails;
    const bool inside = tested.low > question.low && tested.high < question.high;
    return inside && power >= validation_power ? Verdict::holds : Verdict::not_shown;
}

ControlVerdict control_verdict(const Interval& effect, const Answer& without, double tolerance, bool measured) {
    if (!measured) return ControlVerdict::remains; // of nothing it cannot be said that it vanishes
    if (without.deviation == 0 && without.tested.estimate == 0) return ControlVerdict::vanishes;
    if (without.tested.low >= -tolerance && without.tested.high <= tolerance) return ControlVerdict::gone;
    const bool reversed = effect.estimate > 0 ? without.tested.high < 0 : without.tested.low > 0;
    return reversed ? ControlVerdict::reversed : ControlVerdict::remains;
}

ExpectationResult judged(const ComparedArms& arms, const PairTally& main, const PairTally& control, double confidence) {
    ExpectationResult result;
    result.expectation = arms.expectation;
    result.answer = answer_of(main, arms.expectation, confidence);
    const Question question = question_of(arms.expectation);
    result.power =
        power_with(static_cast<double>(main.count()), distance_inside(question, result.answer.tested.estimate),
                   result.answer.deviation, confidence);
    result.verdict = verdict_of(question, result.answer.tested, result.power);
    if (arms.control_of < 0) return result;
    const Expectation difference = difference_of(arms.expectation);
    result.without = answer_of(control, difference, confidence);
    result.tolerance = tolerance_of(arms.expectation, main, confidence);
    const bool measured = control.below(0) > 0 && control.below(1) > 0;
    result.control =
        control_verdict(answer_of(main, difference, confidence).tested, result.without, result.tolerance, measured);
    return result;
}

/// The expectations that say which of two arms is ahead.
bool directed(const Expectation& expectation) { return !expectation.over.empty() && !expectation.within; }

void play_company(const FactFile& file, const ValidationRequest& request, double confidence, CompanyResult& result) {
    const std::string origin = fmt::format("company {}", result.seed);
    Reading reading = read_scenario_over(file.path, request.company(result.seed), origin);
    if (!reading.ok()) {
        result.why = reading.problems.front().text();
        return;
    }
    result.name = reading.model.company.name;
    const FactArms arms = arms_of(reading.model, false, origin);
    if (!arms.nobody.empty()) {
        result.why = fmt::format("has no {}", arms.nobody);
        return;
    }
    FactTallies tallies;
    if (!tally_arms(arms, {request.seed, 0, company_deals, request.threads, request.cancelled}, tallies)) return;
    using Direction = CompanyResult::Direction;
    result.direction = Direction::holds;
    for (std::size_t e = 0; e < arms.compared.size(); ++e) {
        const Expectation& expectation = arms.compared[e].expectation;
        const Answer answer = answer_of(tallies.main[e], expectation, confidence);
        if (e == 0) result.shown = answer.shown;
        if (!directed(expectation) || direction_holds(expectation, answer)) continue;
        const bool equal = answer.tested.low <= 0 && answer.tested.high >= 0;
        if (result.direction != Direction::against) result.direction = equal ? Direction::equal : Direction::against;
    }
}

void play_companies(const FactFile& file, const ValidationRequest& request, double confidence, FactResult& result) {
    if (std::ranges::none_of(file.fact().expectations, directed) || !request.company) return;
    for (int k = 1; k <= request.companies; ++k) {
        CompanyResult company;
        company.seed = static_cast<std::uint64_t>(k);
        try {
            play_company(file, request, confidence, company);
        } catch (const UserError& error) { // what the arms change cannot be made of this company
            company.why = error.what();
        }
        result.companies.push_back(std::move(company));
    }
}

FactResult empty_result(const FactFile& file) {
    const Fact& fact = file.fact();
    FactResult result;
    result.id = fact.id;
    result.claim = fact.claim;
    result.mechanism = fact.mechanism;
    result.source = fact.source;
    result.path = file.path.string();
    result.currency = file.model.company.currency;
    result.companies_wanted = fact.companies;
    for (const FactArm& arm : fact.arms) result.arms.emplace_back(arm.id, arm.name.empty() ? arm.id : arm.name);
    return result;
}

} // namespace

bool direction_holds(const Expectation& expectation, const Answer& answer) {
    const double of = answer.of.estimate, over = answer.over.estimate;
    if (expectation.ratio_below) return of < std::max(1.0, *expectation.ratio_below) * over;
    if (expectation.ratio_above) return of > std::min(1.0, *expectation.ratio_above) * over;
    return of - over > std::min(0.0, expectation.by.value_or(0));
}

FactResult validate_fact(const FactFile& file, const ValidationRequest& request) {
    const auto start = std::chrono::steady_clock::now();
    FactResult result = empty_result(file);
    const FactArms arms = arms_of(file.model, true, file.path.string());
    if (!arms.nobody.empty())
        throw UserError(
            fmt::format("{}: {} (there is none in the fact's own company); add one", result.path, arms.nobody));
    const double confidence = share_confidence(validation_confidence, static_cast<std::int64_t>(arms.compared.size()));
    FactTallies pilot, main;
    std::vector<double> needed;
    ArmsRequest play{request.seed, 0, pilot_deals, request.threads, request.cancelled};
    result.interrupted = !tally_arms(arms, play, pilot);
    if (result.interrupted) return result;
    play.first = pilot_deals;
    play.replicates = result.replicates = deals_for(arms, pilot, confidence, request.replicates_limit, needed);
    result.interrupted = !tally_arms(arms, play, main);
    for (std::size_t e = 0; e < arms.compared.size() && !result.interrupted; ++e) {
        result.expectations.push_back(judged(arms.compared[e], main.main[e], main.control[e], confidence));
        result.expectations.back().needed = needed[e];
    }
    if (!result.interrupted) play_companies(file, request, confidence, result);
    result.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return result;
}

int FactResult::companies_applying() const {
    return static_cast<int>(std::ranges::count_if(companies, [](const CompanyResult& company) {
        return company.direction != CompanyResult::Direction::does_not_apply;
    }));
}

int FactResult::companies_holding() const {
    return static_cast<int>(std::ranges::count(companies, CompanyResult::Direction::holds, &CompanyResult::direction));
}

bool FactResult::companies_ok() const {
    return companies.empty() ||
           (companies_applying() > 0 && companies_holding() >= companies_wanted * companies_applying());
}

bool FactResult::holds() const {
    return !expectations.empty() && companies_ok() && !interrupted &&
           std::ranges::all_of(expectations, [](const ExpectationResult& result) { return result.ok(); });
}

const std::string& FactResult::arm_name(const std::string& arm) const {
    return std::ranges::find(arms, arm, &std::pair<std::string, std::string>::first)->second;
}

} // namespace assent
