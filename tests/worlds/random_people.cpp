#include "worlds/random_model.hpp"

namespace assent::worlds {
namespace {

Objection random_objection(const Model& model, Dice& dice) {
    Objection objection;
    objection.topic = dice.pick(model.topics).id;
    objection.severity = dice.number(0, 1);
    objection.weight = dice.number(0, 2);
    objection.pretext = dice.chance(0.3);
    if (objection.pretext && dice.chance(0.8)) objection.root = dice.pick(model.topics).id;
    objection.known = dice.chance(0.6);
    return objection;
}

void fill_traits(Stakeholder& person, Dice& dice) {
    person.authority = dice.trait(0, 1);
    person.susceptibility = dice.trait(0, 0.9);
    person.expertise = dice.trait(0, 1);
    person.personal_stake = dice.trait(0, 1);
    person.integrity = dice.trait(0, 1);
    person.patience = dice.trait(0, 3);
    person.accessibility = dice.trait(0.2, 1);
    if (dice.chance(0.3)) person.self_weight = dice.number(0, 3);
    if (dice.chance(0.4)) person.felt_need = dice.number(0, 2);
    if (dice.chance(0.4)) person.leaning = dice.number(-1.5, 2);
    if (dice.chance(0.5)) person.support = dice.any_of<Support>(support_count);
    if (dice.chance(0.3)) person.threatened = dice.number(0, 1);
    if (dice.chance(0.5)) person.attention = dice.number(0, 0.6);
    person.veto = dice.chance(0.15);
    person.known = dice.chance(0.75);
    if (dice.chance(0.12)) person.mind = dice.chance(0.6) ? Mind::for_us : Mind::against_us;
}

Stakeholder random_person(const Model& model, Dice& dice, int number) {
    Stakeholder person;
    person.id = "person" + std::to_string(number);
    for (int k = dice.whole(0, 2); k > 0; --k) person.roles.push_back(dice.any_of<Role>(role_count));
    if (dice.chance(0.15)) person.roles.push_back(Role::gatekeeper);
    fill_traits(person, dice);
    for (const Criterion& criterion : model.criteria)
        if (dice.chance(0.4)) person.criteria.emplace_back(criterion.id, dice.number(0, 2));
    for (const char* feature : {"stairs", "night", "lift"})
        if (dice.chance(0.3)) person.features.emplace_back(feature, dice.number(0, 1));
    for (std::size_t i = 0; i + 1 < model.alternatives.size(); ++i)
        if (dice.chance(0.3)) person.trust.emplace_back(model.alternatives[i].id, dice.number(0, 1));
    for (int k = dice.whole(0, 4); k > 0; --k) person.objections.push_back(random_objection(model, dice));
    return person;
}

} // namespace

void add_random_people(Model& model, Dice& dice, int count) {
    for (int number = 0; number < count; ++number) model.centre.add(random_person(model, dice, number));
    if (dice.chance(0.9)) model.centre.stakeholder(0).known = true; // else the seller may know nobody at all
    if (count < 2) return;
    for (int k = dice.whole(0, 3 * count); k > 0; --k) {
        const int from = dice.whole(0, count - 1), step = dice.whole(1, count - 1);
        Link link;
        link.kind = dice.any_of<LinkKind>(link_kind_count);
        link.strength = dice.chance(0.1) ? Number(0.0) : dice.number(0, 5);
        model.centre.connect(from, (from + step) % count, link);
    }
}

} // namespace assent::worlds
