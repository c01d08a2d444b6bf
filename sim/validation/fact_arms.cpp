#include "validation/fact_arms.hpp"

#include "model/compile.hpp"
#include "model/user_error.hpp"
#include "scenario/settings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace assent {
namespace {

/// Makes each plan once.
class Maker {
  public:
    Maker(const Model& model, const std::string& origin, FactArms& arms)
        : model_(model), origin_(origin), arms_(arms) {}

    int arm(const std::string& id, const ScenarioChanges* control) {
        const auto known =
            std::ranges::find_if(made_, [&](const Made& made) { return made.id == id && made.control == control; });
        if (known != made_.end()) return static_cast<int>(known - made_.begin());
        const FactArm& arm = *std::ranges::find(model_.fact.arms, id, &FactArm::id);
        const std::array<ScenarioChanges, 3> changes{model_.fact.setup, arm.changes,
                                                     control != nullptr ? *control : ScenarioChanges{}};
        add(arm, changes);
        made_.push_back({id, control});
        return static_cast<int>(made_.size()) - 1;
    }

    [[nodiscard]] const Model& model_of(int arm) const { return models_[static_cast<std::size_t>(arm)]; }

  private:
    struct Made {
        std::string id;
        const ScenarioChanges* control;
    };

    void add(const FactArm& arm, std::span<const ScenarioChanges> changes) {
        ChangedScenario changed = change_scenario(model_, changes, fmt::format("{}, arm {}", origin_, arm.id));
        models_.emplace_back();
        arms_.played.emplace_back();
        if (changed.problems.empty() && !changed.nobody.empty()) {
            arms_.nobody = changed.nobody.front();
            return;
        }
        if (!changed.problems.empty()) throw UserError(changed.problems.front().text());
        const auto& strategies = changed.model.strategies;
        const auto found = std::ranges::find_if(
            strategies, [&](const Strategy& each) { return arm.strategy.empty() || each.id == arm.strategy; });
        if (found == strategies.end())
            throw UserError(fmt::format("{}, arm {}: its strategy was taken out; leave it in", origin_, arm.id));
        arms_.played.back().plan = compile(changed.model);
        arms_.played.back().strategy = static_cast<std::int32_t>(found - strategies.begin());
        models_.back() = std::move(changed.model);
    }

    const Model& model_;
    const std::string& origin_;
    FactArms& arms_;
    std::vector<Made> made_;
    std::vector<Model> models_;
};

/// A band and an equality have no effect that could go.
bool has_control(const Expectation& expectation) { return !expectation.over.empty() && !expectation.within; }

/// The members or alternatives that each arm's measure is about.
std::vector<std::vector<int>> whom_in(const Maker& maker, const Expectation& expectation, FactArms& arms) {
    std::vector<std::vector<int>> whom(arms.played.size());
    if (expectation.whom.empty()) return whom;
    const bool members = expectation.measure == Measure::support;
    for (std::size_t a = 0; a < whom.size(); ++a) {
        const Model& model = maker.model_of(static_cast<int>(a));
        whom[a] = members ? members_selected(model, expectation.whom) : alternatives_selected(model, expectation.whom);
        if (whom[a].empty()) arms.nobody = expectation.whom;
    }
    return whom;
}

} // namespace

FactArms arms_of(const Model& model, bool with_control, const std::string& origin) {
    FactArms arms;
    Maker maker(model, origin, arms);
    for (const Expectation& expectation : model.fact.expectations) {
        ComparedArms compared{expectation};
        compared.of = maker.arm(expectation.of, nullptr);
        compared.over = expectation.over.empty() ? compared.of : maker.arm(expectation.over, nullptr);
        const ScenarioChanges& control = expectation.control.empty() ? model.fact.control : expectation.control;
        if (with_control && has_control(expectation) && !control.empty()) {
            compared.control_of = maker.arm(expectation.of, &control);
            compared.control_over = maker.arm(expectation.over, &control);
        }
        arms.compared.push_back(std::move(compared));
    }
    if (!arms.nobody.empty()) return arms;
    for (const Expectation& expectation : model.fact.expectations) {
        arms.whom.push_back(whom_in(maker, expectation, arms));
        if (traits_of(expectation.measure).needs_utilities)
            for (PlayedArm& arm : arms.played) arm.utilities = true;
    }
    return arms;
}

bool tally_arms(const FactArms& arms, const ArmsRequest& request, FactTallies& tallies) {
    const std::size_t n = arms.compared.size();
    tallies.main.resize(n);
    tallies.control.resize(n);
    const auto add = [&](const PlayedBlock& block, std::size_t e, int of, int over, PairTally& tally) {
        const MeasureTraits& measure = traits_of(arms.compared[e].expectation.measure);
        const auto quantity = [&](int at, std::size_t i) {
            const auto a = static_cast<std::size_t>(at);
            const Plan& plan = arms.played[a].plan;
            const auto size = static_cast<std::size_t>(plan.n_member * plan.n_alternative);
            std::span<const float> utilities;
            if (arms.played[a].utilities) utilities = std::span(block.utilities[a]).subspan(i * size, size);
            return measure.of({block.rows[a][i], utilities, plan.n_alternative, arms.whom[e][a]});
        };
        for (std::size_t i = 0; i < block.count; ++i) tally.add(quantity(of, i), quantity(over, i));
    };
    return play_arms(arms.played, request, [&](const PlayedBlock& block) {
        for (std::size_t e = 0; e < n; ++e) {
            const ComparedArms& compared = arms.compared[e];
            add(block, e, compared.of, compared.over, tallies.main[e]);
            if (compared.control_of >= 0) add(block, e, compared.control_of, compared.control_over, tallies.control[e]);
        }
    });
}

} // namespace assent
