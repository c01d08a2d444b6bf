#include "model/plan_builder.hpp"
#include "model/user_error.hpp"

#include <algorithm>
#include <unordered_set>

namespace assent {
namespace {

/// What a support word adds to the leaning, logit. Own choice: one step is worth the odds e : 1.
Number leaning_of(const Stakeholder& person) {
    switch (person.support) {
    case Support::mentor:
        return shifted(person.leaning, 2);
    case Support::supporter:
        return shifted(person.leaning, 1);
    case Support::non_supporter:
        return shifted(person.leaning, -1);
    case Support::enemy:
        return shifted(person.leaning, -2);
    case Support::unknown: {
        if (!person.leaning.is_constant()) return person.leaning;
        Number anything;
        anything.kind = Number::Kind::normal;
        anything.a = person.leaning.a;
        anything.b = 1;
        return anything;
    }
    default:
        return person.leaning;
    }
}

const RolePrior& prior_of(const Model& model, const Stakeholder& person) {
    const Role role = person.roles.empty() ? Role::other : person.roles.front();
    return model.priors[static_cast<std::size_t>(role)];
}

bool holds(const Stakeholder& person, Role role) {
    return std::find(person.roles.begin(), person.roles.end(), role) != person.roles.end();
}

/// Weight of a criterion: the member's own, else what is typical of the role, else 0.
Number criterion_weight(const Stakeholder& person, const RolePrior& prior, const std::string& id) {
    static const Number none(0.0);
    const Number& typical = named(prior.criteria, id, none);
    return PlanBuilder::resolved(named(person.criteria, id, Number::unset()), typical);
}

void compile_traits(PlanBuilder& builder, const Stakeholder& person, const std::string& path) {
    Plan& plan = builder.plan;
    const RolePrior& prior = prior_of(builder.model, person);
    const auto add = [&](std::vector<Parameter>& array, const Number& number, const Number& typical, Bounds bounds,
                         const char* key) {
        array.push_back(builder.parameter(PlanBuilder::resolved(number, typical), bounds, path + key));
    };
    add(plan.authority, person.authority, prior.authority, unit_range, "authority");
    add(plan.susceptibility, person.susceptibility, prior.susceptibility, {0, 0.99}, "susceptibility");
    add(plan.expertise, person.expertise, prior.expertise, unit_range, "expertise");
    add(plan.personal_stake, person.personal_stake, prior.personal_stake, unit_range, "personal_stake");
    add(plan.integrity, person.integrity, prior.integrity, unit_range, "integrity");
    add(plan.patience, person.patience, prior.patience, {0, 20}, "patience");
    add(plan.accessibility, person.accessibility, prior.accessibility, unit_range, "accessibility");
    plan.felt_need.push_back(builder.parameter(person.felt_need, {0, 2}, path + "felt_need"));
    plan.leaning.push_back(builder.parameter(leaning_of(person), {-8, 8}, path + "leaning"));
    plan.threatened.push_back(builder.parameter(person.threatened, unit_range, path + "threatened"));
    plan.attention.push_back(builder.parameter(person.attention, unit_range, path + "attention"));
    plan.veto.push_back(person.veto);
    plan.known.push_back(person.known);
    plan.gatekeeper.push_back(holds(person, Role::gatekeeper));
    plan.mind.push_back(static_cast<std::uint8_t>(person.mind));
    plan.price_weight.push_back(
        builder.parameter(criterion_weight(person, prior, "price"), {0, 20}, path + "criteria.price"));
    for (const Criterion& criterion : builder.model.criteria)
        plan.criterion_weight.push_back(builder.parameter(criterion_weight(person, prior, criterion.id), {0, 20},
                                                          path + "criteria." + criterion.id));
}

void compile_objections(PlanBuilder& builder, const Stakeholder& person, const std::string& path) {
    Plan& plan = builder.plan;
    for (std::size_t k = 0; k < person.objections.size(); ++k) {
        const Objection& objection = person.objections[k];
        const std::string key = path + "objection." + objection.topic + "." + std::to_string(k) + ".";
        const int stated = builder.topic(objection.topic);
        const bool veiled = objection.pretext && !objection.root.empty();
        plan.severity.push_back(builder.parameter(objection.severity, unit_range, key + "severity"));
        plan.objection_weight.push_back(builder.parameter(objection.weight, logit_weight_range, key + "weight"));
        plan.stated_topic.push_back(static_cast<std::uint8_t>(stated));
        plan.root_topic.push_back(static_cast<std::uint8_t>(veiled ? builder.topic(objection.root) : stated));
        plan.objection_known.push_back(objection.known);
        plan.belief_severity.push_back(plan.severity.back().value);
        plan.belief_objection_weight.push_back(plan.objection_weight.back().value);
        plan.objection_who.push_back(identity(key));
    }
    plan.objection_begin.push_back(static_cast<std::int32_t>(plan.severity.size()));
    plan.n_objection = plan.objection_begin.back();
    plan.max_objections = std::max(plan.max_objections, static_cast<std::int32_t>(person.objections.size()));
}

/// Draws are told apart by the identity of the member: two ids with the same one would share their luck.
void require_distinct(const Plan& plan, const Model& model) {
    std::unordered_set<std::uint32_t> seen;
    for (std::size_t d = 0; d < plan.who.size(); ++d)
        if (!seen.insert(plan.who[d]).second)
            throw UserError("stakeholder id \"" + model.centre.stakeholder(static_cast<int>(d)).id +
                            "\" collides with another one (their 32-bit hashes are equal); change it a little");
}

/// The member who decides alone: of those with the role of decider or economic buyer, else of all, the weightiest.
std::int32_t weightiest(const PlanBuilder& builder, std::initializer_list<Role> roles) {
    const Plan& plan = builder.plan;
    std::int32_t best = -1;
    for (std::int32_t d = 0; d < plan.n_member; ++d) {
        const Stakeholder& person = builder.model.centre.stakeholder(d);
        const bool fits = roles.size() == 0 ||
                          std::any_of(roles.begin(), roles.end(), [&](Role role) { return holds(person, role); });
        if (fits && (best < 0 || plan.authority[std::size_t(d)].value > plan.authority[std::size_t(best)].value))
            best = d;
    }
    return best;
}

/// Scope of influence as the seller knows it: over the members and the links between them that are known from the start.
std::vector<double> known_influence(const BuyingCentre& centre) {
    BuyingCentre visible;
    std::vector<int> place(std::size_t(centre.size()), -1);
    for (int d = 0; d < centre.size(); ++d)
        if (centre.stakeholder(d).known) place[std::size_t(d)] = visible.add(centre.stakeholder(d));
    for (const BuyingCentre::Edge& edge : centre.links())
        if (place[std::size_t(edge.from)] >= 0 && place[std::size_t(edge.to)] >= 0)
            visible.connect(place[std::size_t(edge.from)], place[std::size_t(edge.to)], *edge.link);
    const std::vector<double> of_visible = visible.influence();
    std::vector<double> influence(std::size_t(centre.size()), 0.0);
    for (std::size_t d = 0; d < influence.size(); ++d)
        if (place[d] >= 0) influence[d] = of_visible[std::size_t(place[d])];
    return influence;
}

/// What the seller takes as importance: expected authority relative to that of the members he knows, and influence.
void weigh_importance(PlanBuilder& builder) {
    Plan& plan = builder.plan;
    float largest = 0, total = 0;
    for (std::size_t d = 0; d < plan.authority.size(); ++d) {
        if (plan.known[d] == 0) continue;
        largest = std::max(largest, plan.authority[d].value);
        total += plan.authority[d].value;
    }
    const std::vector<double> influence = known_influence(builder.model.centre);
    for (std::size_t d = 0; d < plan.authority.size(); ++d) {
        const float relative = largest > 0 ? std::min(plan.authority[d].value / largest, 1.0f) : 1.0f;
        plan.belief_weight.push_back(plan.veto[d] != 0 ? 1.0f : relative);
        const double share = total > 0 ? plan.authority[d].value / total : 1.0 / plan.n_member;
        builder.importance.push_back(share + influence[d]);
    }
}

} // namespace

void compile_members(PlanBuilder& builder) {
    Plan& plan = builder.plan;
    plan.objection_begin.push_back(0);
    for (int d = 0; d < plan.n_member; ++d) {
        const Stakeholder& person = builder.model.centre.stakeholder(d);
        const std::string path = "stakeholder." + person.id + ".";
        plan.who.push_back(identity(person.id));
        compile_traits(builder, person, path);
        compile_objections(builder, person, path);
    }
    require_distinct(plan, builder.model);

    weigh_importance(builder);
    const auto or_anyone = [&](std::int32_t found) { return found >= 0 ? found : weightiest(builder, {}); };
    plan.autocrat = or_anyone(weightiest(builder, {Role::decision_maker, Role::economic_buyer}));
    const std::int32_t procurement = weightiest(builder, {Role::legal_procurement});
    plan.terms_holder = procurement >= 0 ? procurement : or_anyone(weightiest(builder, {Role::economic_buyer}));
}

void compile_links(PlanBuilder& builder) {
    Plan& plan = builder.plan;
    const BuyingCentre& centre = builder.model.centre;
    const std::vector<BuyingCentre::Edge> edges = centre.links();
    std::vector<std::vector<const BuyingCentre::Edge*>> into(std::size_t(plan.n_member));
    std::vector<std::vector<std::int32_t>> colleagues(std::size_t(plan.n_member));
    for (const BuyingCentre::Edge& edge : edges) {
        into[std::size_t(edge.to)].push_back(&edge);
        colleagues[std::size_t(edge.to)].push_back(edge.from);
        colleagues[std::size_t(edge.from)].push_back(edge.to);
    }
    plan.link_begin.push_back(0);
    plan.colleague_begin.push_back(0);
    for (int d = 0; d < plan.n_member; ++d) {
        const Stakeholder& person = centre.stakeholder(d);
        const auto add = [&](int from, const Number& strength, const std::string& key, bool conflict) {
            plan.link_from.push_back(from);
            plan.link_strength.push_back(builder.parameter(strength, {0, 10}, key));
            plan.link_conflict.push_back(conflict);
        };
        if (person.self_weight != Number(0.0))
            add(d, person.self_weight, "stakeholder." + person.id + ".self_weight", false);
        for (const BuyingCentre::Edge* edge : into[std::size_t(d)])
            add(edge->from, edge->link->strength,
                "link." + centre.stakeholder(edge->from).id + "." + person.id + ".strength",
                edge->link->kind == LinkKind::conflict);
        plan.link_begin.push_back(static_cast<std::int32_t>(plan.link_from.size()));
        auto& near = colleagues[std::size_t(d)];
        std::sort(near.begin(), near.end());
        near.erase(std::unique(near.begin(), near.end()), near.end());
        plan.colleague.insert(plan.colleague.end(), near.begin(), near.end());
        plan.colleague_begin.push_back(static_cast<std::int32_t>(plan.colleague.size()));
    }
    plan.n_link = static_cast<std::int32_t>(plan.link_from.size());
}

} // namespace assent
