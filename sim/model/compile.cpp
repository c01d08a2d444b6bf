#include "model/compile.hpp"

#include "model/assumption_table.hpp"
#include "model/plan_builder.hpp"
#include "model/user_error.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace assent {
namespace {

template <class Items> std::unordered_map<std::string, int> by_id(const Items& items) {
    std::unordered_map<std::string, int> index;
    for (std::size_t i = 0; i < items.size(); ++i) index.emplace(items[i].id, static_cast<int>(i));
    return index;
}

int found(const std::unordered_map<std::string, int>& index, const std::string& id, const char* what) {
    const auto place = index.find(id);
    if (place == index.end()) throw UserError(std::string(what) + " \"" + id + "\" is not defined in the scenario");
    return place->second;
}

void require_within(std::size_t count, int limit, const char* what) {
    if (count > static_cast<std::size_t>(limit))
        throw UserError(std::to_string(count) + " " + what + " (at most " + std::to_string(limit) +
                        " are possible); leave some out");
}

void check_limits(const Model& model) {
    require_within(static_cast<std::size_t>(model.centre.size()), Limits::stakeholders, "stakeholders");
    require_within(static_cast<std::size_t>(model.centre.link_count()), Limits::links, "links");
    require_within(model.topics.size(), Limits::topics, "topics");
    require_within(model.criteria.size(), Limits::criteria, "criteria");
    require_within(model.extras.size(), Limits::extras, "extras");
    require_within(model.alternatives.size(), Limits::alternatives, "alternatives");
    require_within(model.strategies.size(), Limits::strategies, "strategies");
    if (model.centre.size() == 0) throw UserError("the buying centre has no stakeholders; add a [[stakeholder]]");
    if (model.alternatives.size() < 2)
        throw UserError("there is nothing to choose from; a scenario needs our offer and doing nothing");
}

} // namespace

std::uint32_t identity(std::string_view text) {
    std::uint32_t hash = 2166136261u;
    for (const char letter : text) {
        hash ^= static_cast<unsigned char>(letter);
        hash *= 16777619u;
    }
    return hash;
}

const Number& named(const NamedNumbers& numbers, const std::string& name, const Number& otherwise) {
    const auto place =
        std::find_if(numbers.begin(), numbers.end(), [&](const auto& item) { return item.first == name; });
    return place == numbers.end() ? otherwise : place->second;
}

PlanBuilder::PlanBuilder(const Model& scenario)
    : model(scenario), topics_(by_id(scenario.topics)), criteria_(by_id(scenario.criteria)),
      extras_(by_id(scenario.extras)) {
    for (int d = 0; d < model.centre.size(); ++d) members_.emplace(model.centre.stakeholder(d).id, d);
}

int PlanBuilder::topic(const std::string& id) const { return found(topics_, id, "topic"); }
int PlanBuilder::criterion(const std::string& id) const { return found(criteria_, id, "criterion"); }
int PlanBuilder::extra(const std::string& id) const { return found(extras_, id, "extra"); }
int PlanBuilder::member(const std::string& id) const { return found(members_, id, "stakeholder"); }

Number PlanBuilder::resolved(const Number& number, const Number& prior) {
    if (number.kind == Number::Kind::unset) return scaled(Number(prior.mean()), number.factor);
    if (number.kind == Number::Kind::unknown) return scaled(prior, number.factor);
    return number;
}

Parameter PlanBuilder::parameter(const Number& number, Bounds bounds, const std::string& path) {
    Parameter result;
    if (number.is_constant()) {
        result.value = static_cast<float>(std::clamp(number.a, bounds.low, bounds.high));
        return result;
    }
    result.value = static_cast<float>(std::clamp(number.mean(), bounds.low, bounds.high));
    result.draw = static_cast<std::int32_t>(plan.draws.size());
    plan.draws.push_back(draw_spec(number, bounds, path, plan.tables));
    draw_paths.push_back(path);
    plan.n_draw = static_cast<std::int32_t>(plan.draws.size());
    return result;
}

namespace {

/// Everything compiled, with the names of what is drawn.
PlanBuilder built(const Model& model) {
    check_limits(model);
    PlanBuilder builder(model);
    Plan& plan = builder.plan;
    plan.n_member = model.centre.size();
    plan.n_alternative = static_cast<std::int32_t>(model.alternatives.size());
    plan.n_supplier = plan.n_alternative - 1;
    plan.n_criterion = static_cast<std::int32_t>(model.criteria.size());
    plan.n_topic = static_cast<std::int32_t>(model.topics.size());
    plan.n_extra = static_cast<std::int32_t>(model.extras.size());
    for (std::size_t i = 0; i < assumption_count; ++i)
        plan.assumptions[i] =
            builder.parameter(model.assumptions[i], {assumption_table[i].least, assumption_table[i].greatest},
                              fmt::format("assumptions.{}", assumption_table[i].name));
    compile_company(builder);
    compile_members(builder);
    compile_links(builder);
    compile_alternatives(builder);
    compile_negotiation(builder);
    compile_relationship(builder);
    compile_selling(builder);
    compile_strategies(builder);
    return builder;
}

} // namespace

Plan compile(const Model& model) { return std::move(built(model).plan); }

std::vector<std::string> drawn_keys(const Model& model) { return std::move(built(model).draw_paths); }

} // namespace assent
