#include "worlds/random_model.hpp"

namespace assent::worlds {
namespace {

void fill_attributes(Model& model, Alternative& supplier, Dice& dice) {
    for (const Criterion& criterion : model.criteria)
        if (dice.chance(0.8)) supplier.attributes.emplace_back(criterion.id, dice.number(0.2, 1));
    for (const char* factor : {"renown", "looks", "people"})
        if (dice.chance(0.3)) supplier.image.emplace_back(factor, dice.number(0.3, 1));
    for (const char* feature : {"stairs", "night", "lift", "scan"})
        if (dice.chance(0.35)) supplier.features.emplace_back(feature);
}

void add_moves(Alternative& rival, Dice& dice, int horizon) {
    for (int k = dice.whole(0, 3); k > 0; --k) {
        RivalMove move;
        move.week = dice.whole(1, horizon);
        move.kind = dice.chance(0.5) ? RivalMove::Kind::contact : RivalMove::Kind::price_cut;
        move.amount = dice.number(0, move.kind == RivalMove::Kind::contact ? 3 : 0.3);
        if (move.kind == RivalMove::Kind::contact && dice.chance(0.6)) move.target = "person0"; // always there
        rival.moves.push_back(move);
    }
}

Alternative random_rival(Model& model, Dice& dice, int number) {
    const double scale = model.alternatives.front().price.mean();
    Alternative rival;
    rival.id = "rival" + std::to_string(number);
    rival.kind = Alternative::Kind::rival;
    rival.price = dice.number(0.6 * scale, 1.3 * scale);
    rival.known = dice.chance(0.5);
    fill_attributes(model, rival, dice);
    rival.contact_hazard = dice.number(0, 0.4);
    rival.contact_effect = dice.number(0, 2);
    rival.price_cut_hazard = dice.number(0, 0.1);
    rival.price_cut = dice.number(0, 0.2);
    rival.doubts = dice.number(0, 1.5);
    if (dice.chance(0.5)) add_moves(rival, dice, model.process.horizon);
    return rival;
}

} // namespace

void add_random_offers(Model& model, Dice& dice) {
    Alternative& ours = model.alternatives.front();
    ours.id = "ours";
    ours.kind = Alternative::Kind::ours;
    if (dice.chance(0.6)) ours.floor_price = dice.number(0.5 * ours.price.mean(), 0.95 * ours.price.mean());
    fill_attributes(model, ours, dice);
    model.alternatives.back().id = "nothing";
    model.alternatives.back().kind = Alternative::Kind::nothing;

    const int rivals = dice.chance(0.1) ? 6 : dice.whole(0, 3);
    for (int number = 0; number < rivals; ++number)
        model.alternatives.insert(model.alternatives.end() - 1, random_rival(model, dice, number));
    const int incumbent = dice.whole(-2, rivals); // one of ours and the rivals, or nobody
    if (incumbent >= 0) model.alternatives[static_cast<std::size_t>(incumbent)].incumbent = true;

    for (int number = dice.whole(0, 5); number > 0; --number) {
        Extra extra;
        extra.id = "extra" + std::to_string(number);
        if (dice.chance(0.7)) extra.means = dice.pick<std::string>({"vehicle", "technicians", "nobody has it"});
        extra.value = dice.number(0, 1);
        extra.cost = dice.number(0, 0.05 * model.alternatives.front().price.mean());
        model.extras.push_back(extra);
    }
}

} // namespace assent::worlds
