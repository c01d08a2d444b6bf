#include "rehearsal/believed_model.hpp"

#include "model/likely_doubts.hpp"

#include <algorithm>

namespace assent {
namespace {

/// Share of doubts that are not said aloud (model/company_situation.cpp, a modified rebuy), and chance of a doubt that is
/// not typical of a role. Assumptions.
constexpr double hidden_share = 0.25, unusual_chance = 0.25;

/// Chance that a member has a doubt of which nothing is known, given the chance that people of his role have it: a doubt
/// that were there would have been known with chance 1 - hidden_share.
double chance_hidden(double chance) { return chance * hidden_share / (chance * hidden_share + 1 - chance); }

/// Severity of a doubt that may not exist: 0, or anything from slight to grave.
Number severity_if_any(double chance) {
    constexpr int levels = 8;
    Number severity;
    severity.kind = Number::Kind::discrete;
    severity.outcomes.emplace_back(0.0, 1 - chance);
    for (int level = 0; level < levels; ++level) severity.outcomes.emplace_back(0.15 + 0.1 * level, chance / levels);
    return severity;
}

Role role_of(const Stakeholder& person) { return person.roles.empty() ? Role::other : person.roles.front(); }

Objection hidden_doubt(const std::string& topic, double chance) {
    Objection doubt;
    doubt.topic = topic;
    doubt.severity = severity_if_any(chance_hidden(chance));
    doubt.weight = Number::triangular(0.5, 1.0, 1.8);
    doubt.known = false;
    return doubt;
}

void hide_doubts(const Model& truth, Stakeholder& person) {
    const auto likely = likely_doubts(role_of(person));
    for (Objection& objection : person.objections) {
        if (objection.known) continue;
        const auto typical = std::ranges::find(likely, objection.topic, &LikelyDoubt::topic);
        const Objection hidden =
            hidden_doubt(objection.topic, typical == likely.end() ? unusual_chance : typical->chance);
        objection.severity = hidden.severity;
        objection.weight = hidden.weight;
    }
    for (const LikelyDoubt& doubt : likely) {
        const auto same = [&](const Objection& objection) { return objection.topic == doubt.topic; };
        const bool exists =
            std::ranges::any_of(truth.topics, [&](const Topic& topic) { return topic.id == doubt.topic; });
        if (exists && std::ranges::none_of(person.objections, same) &&
            person.objections.size() < std::size_t{Limits::objections_per_stakeholder})
            person.objections.push_back(hidden_doubt(std::string(doubt.topic), doubt.chance));
    }
}

/// Somebody of whom only the seat is known: what his role is usually like.
void hide_person(Stakeholder& person) {
    for (Number* trait : {&person.authority, &person.susceptibility, &person.expertise, &person.personal_stake,
                          &person.integrity, &person.patience, &person.accessibility})
        *trait = Number::unknown();
    for (auto& [criterion, weight] : person.criteria) weight = Number::unknown();
    person.felt_need = Number::triangular(0.5, 1.0, 1.5);
    person.leaning = 0.0;
    person.support = Support::unknown;
    person.threatened = Number::uniform(0, 0.5);
    person.attention = 0.0;
    person.veto = false;
    person.mind = Mind::free;
    person.features.clear();
    for (auto& [supplier, trust] : person.trust) trust = Number::uniform(0.3, 0.7);
    for (Objection& objection : person.objections) objection.known = false;
}

/// What a rival will do is not told beforehand: scripted moves become a habit of about that kind. One that the seller
/// does not know of is taken to be middling.
void hide_rival(const Model& truth, Alternative& rival) {
    bool calls = false, cuts = false;
    for (const RivalMove& move : rival.moves) (move.kind == RivalMove::Kind::contact ? calls : cuts) = true;
    rival.moves.clear();
    if (calls && rival.contact_hazard == Number(0.0)) rival.contact_hazard = Number::uniform(0, 0.2);
    if (cuts && rival.price_cut_hazard == Number(0.0)) {
        rival.price_cut_hazard = Number::uniform(0, 0.06);
        rival.price_cut = Number::uniform(0.02, 0.12);
    }
    if (rival.known) return;
    const double price = truth.alternatives.front().price.mean();
    rival.price = Number::uniform(0.8 * price, 1.1 * price);
    for (auto& [criterion, value] : rival.attributes) value = Number::uniform(0.3, 0.7);
    for (auto& [factor, value] : rival.image) value = Number::uniform(0.5, 1.0);
    rival.features.clear();
    rival.contact_hazard = Number::uniform(0, 0.2);
    rival.contact_effect = 0.5;
    rival.price_cut_hazard = Number::uniform(0, 0.06);
    rival.price_cut = Number::uniform(0.02, 0.12);
    rival.doubts = Number::uniform(0.2, 1.0);
}

/// Whether the client has its own van is known when it has come up, not before.
void hide_means(Company& company) {
    for (auto& [name, has] : company.means)
        if (has.is_constant()) {
            has.kind = Number::Kind::discrete;
            has.outcomes = {{0.0, 0.5}, {1.0, 0.5}};
        }
}

} // namespace

Model believed_model(const Model& truth) {
    Model model = truth;
    for (int d = 0; d < model.centre.size(); ++d) {
        Stakeholder& person = model.centre.stakeholder(d);
        if (!person.known) hide_person(person);
        hide_doubts(truth, person);
    }
    for (Alternative& alternative : model.alternatives)
        if (alternative.kind == Alternative::Kind::rival) hide_rival(truth, alternative);
    hide_means(model.company);
    for (Strategy& coach : coach_strategies(truth))
        if (model.strategies.size() < std::size_t{Limits::strategies}) model.strategies.push_back(std::move(coach));
    return model;
}

} // namespace assent
