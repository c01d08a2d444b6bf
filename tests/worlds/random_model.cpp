#include "worlds/random_model.hpp"

#include <algorithm>

namespace assent::worlds {
namespace {

void fill_company(Model& model, Dice& dice, double scale) {
    Company& company = model.company;
    company.name = "Chance";
    company.need = dice.number(0.2, 1);
    company.need_drift = dice.number(-0.02, 0.02);
    company.need_shock = dice.number(0, 0.1);
    company.comfort = dice.number(-3, 1.5);
    company.urgency = dice.number(0, 4);
    company.budget = dice.number(0.8 * scale, 1.8 * scale);
    company.required_quality = dice.number(0.1, 0.7);
    company.switching = dice.number(0, 1.5);
    company.tender = dice.chance(0.3);
    company.segment_fit = dice.number(0.4, 1);
    if (company.tender && dice.chance(0.6))
        company.scoring = {
            {"price", dice.number(0, 5)}, {"quality", dice.number(0, 5)}, {"service", dice.number(0, 2)}};
    if (dice.chance(0.3)) company.referral = dice.number(0, 1);
    if (dice.chance(0.3)) company.referral_topic = dice.pick(model.topics).id;
    company.means = {{"vehicle", dice.number(0, 1)}, {"technicians", dice.number(0, 1)}};
}

void fill_process(Model& model, Dice& dice, DecisionRule rule, int members) {
    Process& process = model.process;
    process.horizon = dice.whole(4, 30);
    process.screening_weeks = dice.number(0, 3);
    process.coverage = dice.number(0, 0.5);
    process.evaluation_weeks = dice.number(0, 4);
    process.decision_week = dice.number(2, 16);
    process.meeting_interval = dice.number(1, 3.5);
    process.pilot_weeks = dice.number(1, 5);
    process.rule = rule;
    process.quota = dice.whole(1, std::min(members, 4));
}

void fill_negotiation(Model& model, Dice& dice, double scale) {
    Negotiation& talks = model.negotiation;
    talks.rounds = dice.number(2, 12);
    talks.rounds_per_week = dice.whole(1, 4);
    talks.tactic = dice.any_of<Tactic>(tactic_count);
    talks.beta = dice.number(0.1, 5);
    talks.reserve = dice.number(0, 0.6);
    const int issues = dice.whole(0, 4);
    const int place_of_price = dice.whole(0, issues);
    for (int k = 0; k <= issues && issues > 0; ++k) {
        Issue issue;
        issue.id = k == place_of_price ? "price" : "issue" + std::to_string(k);
        issue.our_weight = dice.real(0.1, 4);
        issue.their_weight = dice.real(0.1, 4);
        issue.cost = k == place_of_price ? 0 : dice.real(0, 0.05 * scale);
        talks.issues.push_back(issue);
    }
}

void fill_relationship(Model& model, Dice& dice) {
    Relationship& relationship = model.relationship;
    relationship.quarters = dice.whole(0, 10);
    relationship.repeat = dice.number(0, 0.5);
    relationship.discount_rate = dice.real(0, 0.1);
    relationship.recommendation = dice.number(0, 0.2);
}

/// What the acts and channels of the scenario say instead of the built-in ones.
void fill_touches(Model& model, Dice& dice, double scale) {
    for (ActEffect& act : model.acts) {
        if (dice.chance(0.5)) act.cost = dice.real(0, 0.01 * scale);
        if (dice.chance(0.3)) act.relief = dice.real(0, 0.6);
        if (dice.chance(0.2)) act.trust = dice.real(0, 2);
    }
    for (ChannelTraits& channel : model.channels) {
        if (dice.chance(0.3)) channel.cost = dice.real(0, 0.005 * scale);
        if (dice.chance(0.5)) channel.reach = dice.real(0.4, 1);
        if (dice.chance(0.2)) channel.intrusion = dice.real(0, 3);
        if (dice.chance(0.2)) channel.gated = !channel.gated;
        if (dice.chance(0.2)) channel.granted = !channel.granted;
    }
    for (Topic& topic : model.topics) {
        if (dice.chance(0.3)) topic.answered_by = {dice.any_of<Act>(act_count), dice.any_of<Act>(act_count)};
        if (dice.chance(0.3)) topic.evidence = {dice.any_of<Evidence>(evidence_count)};
    }
}

/// Every constant of the mechanisms may be a scenario's own.
void fill_assumptions(Model& model, Dice& dice) {
    const struct {
        double least, greatest;
    } ranges[] = {
#define ASSENT_ASSUMPTION(name, least, greatest, preset, unit, sentence, source) {least, greatest},
#include "engine/assumption_list.hpp"
#undef ASSENT_ASSUMPTION
    };
    for (std::size_t i = 0; i < model.assumptions.size(); ++i)
        if (dice.chance(0.25)) {
            const double preset = model.assumptions[i].a;
            model.assumptions[i] =
                dice.number(preset - (preset - ranges[i].least) / 2, preset + (ranges[i].greatest - preset) / 2);
        }
}

} // namespace

Model random_model(std::uint64_t seed) {
    Dice dice(seed);
    Model model = Model::defaults();
    const int members = 1 + static_cast<int>(seed % 12);
    model.title = "chance " + std::to_string(seed);
    const double scale = dice.real(1e3, 1e6); // of money
    model.seller.competence = dice.number(0.3, 1);
    model.seller.competences = {{"price", dice.number(0, 1)}, {"fit", dice.number(0, 1)}};
    model.seller.hours = dice.real(5, 40);
    model.seller.kickbacks = dice.chance(0.5);
    model.seller.embellishment = dice.chance(0.8);
    fill_company(model, dice, scale);
    fill_process(model, dice, static_cast<DecisionRule>((seed / 12) % decision_rule_count), members);
    fill_negotiation(model, dice, scale);
    fill_relationship(model, dice);
    fill_touches(model, dice, scale);
    fill_assumptions(model, dice);
    model.alternatives.resize(2); // ours and doing nothing; their prices are in the scale of the company's money
    model.alternatives.front().price = dice.number(0.6 * scale, 1.3 * scale);
    model.alternatives.front().cost = dice.number(0.3 * scale, 0.6 * scale);
    model.alternatives.front().scarcity = dice.number(0, 1);
    model.alternatives.front().promised = dice.number(0.3, 1);
    model.alternatives.front().delivered = dice.number(0.3, 1);
    add_random_offers(model, dice);
    add_random_people(model, dice, members);
    add_random_strategies(model, dice);
    return model;
}

} // namespace assent::worlds
