#include "experiment/counterfactual.hpp"

#include "experiment/intervals.hpp"
#include "experiment/joint_progress.hpp"
#include "experiment/win_record.hpp"
#include "model/compile.hpp"
#include "model/distribution_table.hpp"
#include "model/user_error.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace assent {
namespace {

using Kind = Counterfactual::Kind;

bool is_zero(const Number& number) { return number.is_constant() && number.a == 0; }

Counterfactual change(Kind kind, int member, int objection = -1, int other = -1) {
    Counterfactual counterfactual;
    counterfactual.kind = kind;
    counterfactual.member = member;
    counterfactual.objection = objection;
    counterfactual.other = other;
    return counterfactual;
}

/// Every single change that changes anything.
std::vector<Counterfactual> changes_of(const Model& model, std::size_t strategy) {
    std::vector<Counterfactual> changes;
    for (int member = 0; member < model.centre.size(); ++member) {
        const Stakeholder& person = model.centre.stakeholder(member);
        for (std::size_t i = 0; i < person.objections.size(); ++i) {
            if (is_zero(person.objections[i].severity)) continue;
            changes.push_back(change(Kind::objection_removed, member, static_cast<int>(i)));
            changes.push_back(change(Kind::objection_halved, member, static_cast<int>(i)));
        }
        if (person.mind != Mind::for_us) changes.push_back(change(Kind::mind_for_us, member));
        if (person.mind != Mind::against_us) changes.push_back(change(Kind::mind_against_us, member));
    }
    // Two links between the same two people count as one influence and are cut together.
    std::vector<std::pair<int, int>> seen;
    for (const BuyingCentre::Edge& edge : model.centre.links()) {
        if (!is_zero(edge.link->strength)) seen.emplace_back(edge.to, edge.from);
    }
    std::ranges::sort(seen);
    seen.erase(std::unique(seen.begin(), seen.end()), seen.end());
    for (const auto& [to, from] : seen) changes.push_back(change(Kind::link_cut, to, -1, from));
    const std::vector<Rule>& rules = model.strategies[strategy].rules;
    for (std::size_t rule = 0; rule < rules.size(); ++rule)
        if (rules[rule].enabled) changes.push_back(change(Kind::rule_dropped, -1, -1, static_cast<int>(rule)));
    return changes;
}

/// The model with the change made; places and ids stay as they are, and with them all draws.
Model changed(const Model& model, const Counterfactual& change, std::size_t strategy) {
    Model copy = model;
    const auto objection = [&]() -> Objection& {
        return copy.centre.stakeholder(change.member).objections[static_cast<std::size_t>(change.objection)];
    };
    switch (change.kind) {
    case Kind::objection_removed:
        objection().severity = 0.0;
        break;
    case Kind::objection_halved:
        objection().severity = scaled(objection().severity, 0.5);
        break;
    case Kind::link_cut: {
        const auto links = model.centre.links();
        for (std::size_t i = 0; i < links.size(); ++i)
            if (links[i].from == change.other && links[i].to == change.member)
                copy.centre.link(static_cast<int>(i)).strength = 0.0;
        break;
    }
    case Kind::mind_for_us:
        copy.centre.stakeholder(change.member).mind = Mind::for_us;
        break;
    case Kind::mind_against_us:
        copy.centre.stakeholder(change.member).mind = Mind::against_us;
        break;
    case Kind::rule_dropped:
        copy.strategies[strategy].rules[static_cast<std::size_t>(change.other)].enabled = false;
        break;
    }
    return copy;
}

class Comparison {
  public:
    Comparison(const Model& model, std::int32_t strategy, const RunRequest& request,
               const std::function<void(const Progress&)>& progress)
        : model_(model), strategy_(static_cast<std::size_t>(strategy)), request_(request), progress_(progress) {
        request_.strategies = {strategy};
    }

    CounterfactualReport compare() {
        CounterfactualReport report;
        report.strategy = request_.strategies.front();
        std::vector<Counterfactual> changes = changes_of(model_, strategy_);
        progress_.plan_runs(static_cast<std::int64_t>(changes.size()) + 1);
        const RunTally unchanged = play(model_, [&](auto rows) { baseline_.append(rows); });
        const std::int64_t won = baseline_.won();
        report.win_rate = wilson_interval(won, unchanged.replicates, request_.confidence);
        // All further runs are as long as this one, however its length came about.
        request_.replicates = std::max<std::int64_t>(1, unchanged.replicates);
        request_.precision = 0;
        const double confidence = share_confidence(request_.confidence, static_cast<std::int64_t>(changes.size()));
        for (Counterfactual& change : changes) {
            if (cancelled()) break;
            if (!compare(change, unchanged.replicates, confidence)) break;
            report.changes.push_back(change);
        }
        std::ranges::stable_sort(report.changes, std::ranges::greater{},
                                 [](const Counterfactual& change) { return change.difference.estimate; });
        return report;
    }

  private:
    [[nodiscard]] bool cancelled() const { return request_.cancelled != nullptr && *request_.cancelled; }

    /// False when the run was cancelled before its end.
    bool compare(Counterfactual& change, std::int64_t replicates, double confidence) {
        WinRecord record;
        play(changed(model_, change, strategy_), [&](auto rows) { record.append(rows); });
        if (record.size() != replicates) return false;
        const std::int64_t won = record.won();
        const std::int64_t both = record.won_with(baseline_);
        change.win_rate = wilson_interval(won, replicates, request_.confidence);
        change.difference = paired_interval(won - both, baseline_.won() - both, replicates, confidence);
        return true;
    }

    template <class Sink> RunTally play(const Model& model, Sink sink) {
        const RunTally tally = run(compile(model), request_, progress_.observer(),
                                   [&](std::size_t, std::span<const OutcomeRow> rows) { sink(rows); });
        progress_.finish_run(tally.replicates);
        return tally;
    }

    const Model& model_;
    std::size_t strategy_;
    RunRequest request_;
    JointProgress progress_;
    WinRecord baseline_;
};

} // namespace

CounterfactualReport explain_losses(const Model& model, std::int32_t strategy, const RunRequest& request,
                                    const std::function<void(const Progress&)>& progress) {
    if (strategy < 0 || static_cast<std::size_t>(strategy) >= model.strategies.size())
        throw UserError(
            fmt::format("strategy number {} does not exist; the scenario has {}", strategy, model.strategies.size()));
    return Comparison(model, strategy, request, progress).compare();
}

} // namespace assent
