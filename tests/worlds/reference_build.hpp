#pragma once
// The slow reference simulator, part 3: from the Model to its world.
#include "worlds/reference_world.hpp"

namespace assent::reference {

constexpr Bounds unit{0, 1}, money{0, 1e12}, logit{0, 8};

inline Number leaning_of(const Stakeholder& person) {
    switch (person.support) {
    case Support::mentor:
        return shifted(person.leaning, 2);
    case Support::supporter:
        return shifted(person.leaning, 1);
    case Support::non_supporter:
        return shifted(person.leaning, -1);
    case Support::enemy:
        return shifted(person.leaning, -2);
    case Support::neutral:
        return person.leaning;
    case Support::unknown:
        break;
    }
    if (!person.leaning.is_constant()) return person.leaning;
    Number anything = person.leaning;
    anything.kind = Number::Kind::normal;
    anything.b = 1;
    return anything;
}

inline Doubt build_doubt(World& world, const Objection& objection, const std::string& path) {
    Doubt doubt;
    doubt.objection = &objection;
    doubt.root = objection.pretext && !objection.root.empty() ? objection.root : objection.topic;
    doubt.who = identity_of(path);
    doubt.first_severity = world.numbers.add(objection.severity, unit, path + "severity");
    doubt.weight = world.numbers.add(objection.weight, logit, path + "weight");
    doubt.expected_severity = expected(objection.severity, unit);
    doubt.expected_weight = expected(objection.weight, logit);
    return doubt;
}

inline void build_traits(World& world, Person& person, const RolePrior& prior, const std::string& path) {
    const Stakeholder& from = *person.stakeholder;
    const auto add = [&](const Number& number, const Number& typical, Bounds bounds, const char* key) {
        return world.numbers.add(resolved(number, typical), bounds, path + key);
    };
    const Number none(0.0);
    person.authority = add(from.authority, prior.authority, unit, "authority");
    person.expected_authority = expected(resolved(from.authority, prior.authority), unit);
    person.susceptibility = add(from.susceptibility, prior.susceptibility, {0, 0.99}, "susceptibility");
    person.expertise = add(from.expertise, prior.expertise, unit, "expertise");
    person.personal_stake = add(from.personal_stake, prior.personal_stake, unit, "personal_stake");
    person.integrity = add(from.integrity, prior.integrity, unit, "integrity");
    person.patience = add(from.patience, prior.patience, {0, 20}, "patience");
    person.accessibility = add(from.accessibility, prior.accessibility, unit, "accessibility");
    person.self_weight = add(from.self_weight, none, {0, 10}, "self_weight");
    person.felt_need = add(from.felt_need, none, {0, 2}, "felt_need");
    person.leaning = add(leaning_of(from), none, {-8, 8}, "leaning");
    person.threatened = add(from.threatened, none, unit, "threatened");
    person.first_attention = add(from.attention, none, unit, "attention");
    const auto weight = [&](const std::string& criterion) {
        const Number* own = find(from.criteria, criterion);
        const Number* typical = find(prior.criteria, criterion);
        return add(own != nullptr ? *own : Number::unset(), typical != nullptr ? *typical : none, {0, 20},
                   ("criteria." + criterion).c_str());
    };
    person.price_weight = weight("price");
    for (const Criterion& criterion : world.model.criteria) person.criteria.push_back(weight(criterion.id));
}

/// A feature is worth something only where one supplier alone has it.
inline void build_features(World& world, Person& person, const std::string& path) {
    const auto has = [](const Alternative& alternative, const std::string& feature) {
        return std::count(alternative.features.begin(), alternative.features.end(), feature);
    };
    for (const auto& [feature, worth] : person.stakeholder->features) {
        std::ptrdiff_t owners = 0;
        for (const Alternative& alternative : world.model.alternatives) owners += has(alternative, feature);
        for (std::size_t i = 0; i < world.nothing() && owners == 1; ++i)
            if (has(world.model.alternatives[i], feature) > 0)
                person.unique_features.emplace_back(i, world.numbers.add(worth, logit, path + "features." + feature));
    }
}

inline Person build_person(World& world, const Stakeholder& from) {
    Person person;
    person.stakeholder = &from;
    person.vertex = world.size();
    person.who = identity_of(from.id);
    person.gatekeeper = holds(from, Role::gatekeeper);
    const std::string path = "stakeholder." + from.id + ".";
    const Role role = from.roles.empty() ? Role::other : from.roles.front();
    build_traits(world, person, world.model.priors[static_cast<std::size_t>(role)], path);
    build_features(world, person, path);
    for (std::size_t i = 0; i < world.nothing(); ++i) {
        const std::string& id = world.model.alternatives[i].id;
        const Number* trust = find(from.trust, id);
        person.first_trust.push_back(
            world.numbers.add(trust != nullptr ? *trust : Number(0.5), unit, path + "trust." + id));
    }
    for (std::size_t k = 0; k < from.objections.size(); ++k)
        person.doubts.push_back(build_doubt(
            world, from.objections[k], path + "objection." + from.objections[k].topic + "." + std::to_string(k) + "."));
    return person;
}

inline void build_centre(World& world) {
    const BuyingCentre& from = world.model.centre;
    for (int d = 0; d < from.size(); ++d) boost::add_vertex(build_person(world, from.stakeholder(d)), world.centre);
    for (const BuyingCentre::Edge& edge : from.links()) {
        const std::string path = "link." + from.stakeholder(edge.from).id + "." + from.stakeholder(edge.to).id;
        Tie tie;
        tie.strength = world.numbers.add(edge.link->strength, {0, 10}, path + ".strength");
        tie.conflict = edge.link->kind == LinkKind::conflict;
        boost::add_edge(static_cast<std::size_t>(edge.from), static_cast<std::size_t>(edge.to), tie, world.centre);
    }
    // Importance: share of the expected authority plus scope of influence, among the people known from the start.
    float total = 0;
    BuyingCentre visible;
    std::map<int, int> place;
    for (int d = 0; d < from.size(); ++d) {
        if (!from.stakeholder(d).known) continue;
        total += world.centre[static_cast<std::size_t>(d)].expected_authority;
        place[d] = visible.add(from.stakeholder(d));
    }
    for (const BuyingCentre::Edge& edge : from.links())
        if (place.contains(edge.from) && place.contains(edge.to))
            visible.connect(place[edge.from], place[edge.to], *edge.link);
    const std::vector<double> seen = visible.influence();
    std::vector<double> scope(world.size(), 0.0);
    for (const auto& [member, where] : place)
        scope[static_cast<std::size_t>(member)] = seen[static_cast<std::size_t>(where)];
    for (std::size_t d = 0; d < world.size(); ++d) {
        const double authority =
            total > 0 ? double(world.centre[d].expected_authority / total) : 1.0 / static_cast<double>(world.size());
        world.centre[d].importance = authority + scope[d];
    }
}

/// The one with the most expected authority among those of the given roles, the first of equals.
inline std::optional<std::size_t> weightiest(const World& world, const std::set<Role>& roles) {
    std::optional<std::size_t> best;
    for (std::size_t d = 0; d < world.size(); ++d) {
        const Person& person = world.centre[d];
        const bool fits =
            std::any_of(roles.begin(), roles.end(), [&](Role role) { return holds(*person.stakeholder, role); });
        if ((fits || roles.empty()) && (!best || person.expected_authority > world.centre[*best].expected_authority))
            best = d;
    }
    return best;
}

inline Supplier build_supplier(World& world, const Alternative& from) {
    Supplier supplier;
    const std::string path = "alternative." + from.id;
    const auto add = [&](const Number& number, Bounds bounds, const std::string& key) {
        return world.numbers.add(number, bounds, path + "." + key);
    };
    supplier.alternative = &from;
    supplier.who = identity_of(path);
    supplier.list_price = add(from.price, money, "price");
    supplier.contact_hazard = add(from.contact_hazard, unit, "contact_hazard");
    supplier.contact_effect = add(from.contact_effect, {0, 10}, "contact_effect");
    supplier.price_cut_hazard = add(from.price_cut_hazard, unit, "price_cut_hazard");
    supplier.price_cut = add(from.price_cut, {0, 0.9}, "price_cut");
    supplier.doubts = add(from.doubts, logit, "doubts");
    for (const Criterion& criterion : world.model.criteria) {
        const Number* value = find(from.attributes, criterion.id);
        supplier.attributes.push_back(add(value != nullptr ? *value : Number(0.5), unit, "attributes." + criterion.id));
    }
    for (const auto& [factor, value] : from.image) supplier.image.push_back(add(value, unit, "image." + factor));
    for (std::size_t k = 0; k < from.moves.size(); ++k) {
        const bool cut = from.moves[k].kind == RivalMove::Kind::price_cut;
        supplier.amounts.push_back(
            add(from.moves[k].amount, cut ? Bounds{0, 0.9} : Bounds{0, 10}, "move." + std::to_string(k) + ".amount"));
    }
    return supplier;
}

inline void build_offers(World& world) {
    const Model& model = world.model;
    for (std::size_t i = 0; i + 1 < model.alternatives.size(); ++i)
        world.suppliers.push_back(build_supplier(world, model.alternatives[i]));
    while (model.criteria[world.quality].id != "quality") ++world.quality;
    const Alternative& ours = model.alternatives.front();
    const std::string path = "alternative." + ours.id + ".";
    // A floor that nobody gave is 70 % of the list price, drawn with the list price's own luck.
    world.floor_price = ours.floor_price.kind == Number::Kind::unset
                            ? world.numbers.add(scaled(ours.price, 0.7), money, path + "price")
                            : world.numbers.add(ours.floor_price, money, path + "floor_price");
    world.cost = world.numbers.add(ours.cost, money, path + "cost");
    world.scarcity = world.numbers.add(ours.scarcity, unit, path + "scarcity");
    world.promised = world.numbers.add(ours.promised, unit, path + "promised");
    world.delivered = world.numbers.add(ours.delivered, unit, path + "delivered");
    for (const Extra& extra : model.extras) {
        const Number* means = extra.means.empty() ? nullptr : find(model.company.means, extra.means);
        world.extras.push_back(
            {world.numbers.add(extra.value, logit, "extra." + extra.id + ".value"),
             world.numbers.add(means != nullptr ? *means : Number(0.0), unit, "company.means." + extra.means),
             world.numbers.add(extra.cost, money, "extra." + extra.id + ".cost")});
    }
}

inline void build_company(World& world) {
    const Company& company = world.model.company;
    const Process& process = world.model.process;
    const Negotiation& talks = world.model.negotiation;
    Numbers& numbers = world.numbers;
    world.need = numbers.add(company.need, unit, "company.need");
    world.need_drift = numbers.add(company.need_drift, {-0.1, 0.1}, "company.need_drift");
    world.need_shock = numbers.add(company.need_shock, {0, 0.5}, "company.need_shock");
    world.comfort = numbers.add(company.comfort, {-6, 6}, "company.comfort");
    world.urgency = numbers.add(company.urgency, {0, 12}, "company.urgency");
    world.budget = numbers.add(company.budget, {1e-6, 1e12}, "company.budget");
    world.required_quality = numbers.add(company.required_quality, unit, "company.required_quality");
    world.switching = numbers.add(company.switching, logit, "company.switching");
    world.segment_fit = numbers.add(company.segment_fit, unit, "company.segment_fit");
    world.referral = numbers.add(company.referral, unit, "company.referral");
    for (const Criterion& criterion : world.model.criteria) {
        const Number* weight = find(company.scoring, criterion.id);
        if (company.tender && !company.scoring.empty())
            world.scoring.push_back(
                numbers.add(weight != nullptr ? *weight : Number(0.0), {0, 100}, "company.scoring." + criterion.id));
    }
    world.repeat = numbers.add(world.model.relationship.repeat, {0, 10}, "relationship.repeat");
    world.recommendation = numbers.add(world.model.relationship.recommendation, unit, "relationship.recommendation");
    world.screening_weeks = numbers.add(process.screening_weeks, {0, 520}, "process.screening_weeks");
    world.coverage = numbers.add(process.coverage, unit, "process.coverage");
    world.evaluation_weeks = numbers.add(process.evaluation_weeks, {0, 520}, "process.evaluation_weeks");
    world.decision_week = numbers.add(process.decision_week, {1, 520}, "process.decision_week");
    world.meeting_interval = numbers.add(process.meeting_interval, {1, 52}, "process.meeting_interval");
    world.pilot_weeks = numbers.add(process.pilot_weeks, {1, 52}, "process.pilot_weeks");
    world.their_rounds = numbers.add(talks.rounds, {1, 60}, "negotiation.rounds");
    world.their_beta = numbers.add(talks.beta, {0.02, 50}, "negotiation.beta");
    world.their_reserve = numbers.add(talks.reserve, {0, 0.95}, "negotiation.reserve");
}

/// Is there a second letter, and does anybody compare them.
inline bool has_letter_test(const Strategy& strategy) {
    return strategy.letter_test > 0 && strategy.second_letter.kind != Number::Kind::unset;
}

inline void build_selling(World& world) {
    const Model& model = world.model;
    Numbers& numbers = world.numbers;
    for (const Topic& topic : model.topics) {
        const Number* own = find(model.seller.competences, topic.id);
        world.competence_on[topic.id] =
            numbers.add(own != nullptr ? *own : model.seller.competence, unit, "seller.competence." + topic.id);
    }
    world.competence = numbers.add(model.seller.competence, unit, "seller.competence");
    // The id of the strategy is not part of the paths: strategies that say the same share the same luck.
    for (const Strategy& from : model.strategies) {
        const auto own = [&](const Number& number, Bounds bounds, const char* key) {
            return numbers.add(number, bounds, std::string("strategy.") + key);
        };
        const AfterSale& after = from.after_sale;
        Approach approach;
        approach.professionalism = own(from.professionalism, unit, "professionalism");
        approach.letter = own(from.letter, unit, "letter");
        if (has_letter_test(from)) approach.second_letter = own(from.second_letter, unit, "second_letter");
        approach.preparation = own(from.preparation, unit, "preparation");
        approach.beta = own(from.beta, {0.02, 50}, "beta");
        approach.reserve = own(from.reserve, {0, 0.95}, "reserve");
        approach.rounds = own(from.rounds, {1, 60}, "rounds");
        approach.service = own(after.service, unit, "after_sale.service");
        approach.training = own(after.training, unit, "after_sale.training");
        approach.quality_cut = own(after.quality_cut, unit, "after_sale.quality_cut");
        approach.availability = own(after.availability, unit, "after_sale.availability");
        approach.delivery = own(after.delivery, unit, "after_sale.delivery");
        approach.reliability = own(after.reliability, unit, "after_sale.reliability");
        world.approaches.push_back(approach);
    }
}

inline World::World(const Model& of) : model(of) {
    const struct {
        const char* name;
        Bounds bounds;
    } constants[] = {
#define ASSENT_ASSUMPTION(name, least, greatest, preset, unit, sentence, source) {#name, {least, greatest}},
#include "engine/assumption_list.hpp"
#undef ASSENT_ASSUMPTION
    };
    for (std::size_t i = 0; i < assumptions.size(); ++i)
        assumptions[i] =
            numbers.add(model.assumptions[i], constants[i].bounds, std::string("assumptions.") + constants[i].name);
    build_company(*this);
    build_offers(*this);
    build_centre(*this);
    build_selling(*this);
    const auto anyone = weightiest(*this, {});
    autocrat = weightiest(*this, {Role::decision_maker, Role::economic_buyer}).value_or(*anyone);
    bargainer = weightiest(*this, {Role::legal_procurement})
                    .value_or(weightiest(*this, {Role::economic_buyer}).value_or(*anyone));
}

} // namespace assent::reference
