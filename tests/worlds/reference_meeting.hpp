#pragma once
// The slow reference simulator, part 8: a decision meeting (Choffray & Lilien 1980) and why we were not chosen.
#include "worlds/reference_client.hpp"

namespace assent::reference {

/// First alternative whose cumulative chance exceeds u; the last one gets the rest.
inline int drawn(const std::vector<float>& chance, float u) {
    float below = 0;
    for (std::size_t i = 0; i + 1 < chance.size(); ++i) {
        below += chance[i];
        if (u < below) return static_cast<int>(i);
    }
    return static_cast<int>(chance.size()) - 1;
}

/// The alternative with the most votes if it has at least `quota`, ties split by u.
inline std::optional<int> most_endorsed(const Deal& deal, int quota, float u) {
    std::map<int, int> votes;
    for (std::size_t d = 0; d < deal.size(); ++d) ++votes[deal.person(d).mind.choice];
    int most = 0;
    std::vector<int> leaders;
    for (const auto& [alternative, count] : votes) most = std::max(most, count);
    for (const auto& [alternative, count] : votes)
        if (count == most) leaders.push_back(alternative);
    if (most < quota) return std::nullopt;
    return leaders[static_cast<std::size_t>(u * static_cast<float>(leaders.size()))];
}

/// Everyone ranks all alternatives (exploded logit: utility plus Gumbel noise); what all put first is chosen, else one is
/// drawn with chances as one over the number of places that were put before it.
inline int perturbation(Deal& deal, float u) {
    const std::size_t count = deal.world.nothing() + 1;
    std::vector<float> places(count, 0.0f);
    for (std::size_t d = 0; d < deal.size(); ++d) {
        Person& person = deal.person(d);
        std::vector<float> key;
        for (std::size_t i = 0; i < count; ++i) {
            const float luck =
                deal.luck(Purpose::ranking, person.who, static_cast<int>(i % 4), static_cast<std::uint32_t>(i / 4));
            key.push_back(person.mind.utility[i] - logarithm(-logarithm(luck)));
        }
        if (deal.decides_without_us) key[0] = -1e30f;
        for (std::size_t i = 0; i < count; ++i) {
            const auto before = std::count_if(key.begin(), key.end(), [&](float other) { return other > key[i]; });
            places[i] += static_cast<float>(before);
            if (before == 0) person.mind.choice = static_cast<int>(i);
        }
    }
    std::vector<float> chance;
    float total = 0;
    for (std::size_t i = 0; i < count; ++i) {
        if (places[i] == 0) return static_cast<int>(i);
        chance.push_back(i == 0 && deal.decides_without_us ? 0.0f : 1 / places[i]);
        total += chance.back();
    }
    for (float& each : chance) each /= total;
    return drawn(chance, u);
}

/// What the rule makes of the members' choices, before vetoes; nothing: no agreement yet.
inline std::optional<int> settle(Deal& deal) {
    const Process& process = deal.world.model.process;
    const float u = deal.luck(Purpose::centre, identity_of("company"), 0);
    if (process.rule == DecisionRule::perturbation) return perturbation(deal, u);
    for (std::size_t d = 0; d < deal.size(); ++d) {
        Person& person = deal.person(d);
        person.mind.choice =
            drawn(chances(person.mind.utility, deal.decides_without_us), deal.luck(Purpose::vote, person.who, 0));
    }
    const int members = static_cast<int>(deal.size());
    switch (process.rule) {
    case DecisionRule::weighted:
        return deal.person(by_vote(deal, u)).mind.choice;
    case DecisionRule::equiprobability: {
        float below = 0; // a sum, not a product: that is how the voice is found
        for (std::size_t d = 0; d < deal.size(); ++d) {
            below += 1.0f / static_cast<float>(members);
            if (u < below) return deal.person(d).mind.choice;
        }
        return deal.person(deal.size() - 1).mind.choice;
    }
    case DecisionRule::autocracy:
        return deal.person(deal.world.autocrat).mind.choice;
    case DecisionRule::voting:
        return most_endorsed(deal, 1, u);
    case DecisionRule::minimum_endorsement:
        return most_endorsed(deal, process.quota, u);
    case DecisionRule::majority:
        return most_endorsed(deal, members / 2 + 1, u);
    default:
        return most_endorsed(deal, members, u);
    }
}

/// Does anybody with a veto refuse the supplier that was settled on.
inline bool refused(Deal& deal, std::size_t choice) {
    bool any = false;
    for (std::size_t d = 0; d < deal.size(); ++d) {
        const Person& person = deal.person(d);
        if (!person.stakeholder->veto) continue;
        const float dislike = person.mind.utility[deal.world.nothing()] - person.mind.utility[choice];
        if (deal.luck(Purpose::vote, person.who, 1) >= logistic(dislike)) continue;
        any = true;
        if (choice == 0) deal.vetoer = d;
    }
    return any;
}

/// A decision meeting: the alternative that is settled on, or nothing yet.
inline std::optional<int> meet(Deal& deal) {
    deal.vetoer.reset();
    ++deal.row.meetings;
    const std::optional<int> choice = settle(deal);
    const int nothing = static_cast<int>(deal.world.nothing());
    if (choice && *choice < nothing && refused(deal, static_cast<std::size_t>(*choice))) return std::nullopt;
    return choice;
}

/// The reason that weighs most in a member's mind against us and for the other choice.
inline int reason_of(const Deal& deal, const Person& person, std::size_t other) {
    const World& world = deal.world;
    const bool nothing = other == world.nothing();
    float largest = 0;
    int reason = deal.built_in(Reason::no_agreement);
    const auto consider = [&](float size, int as) {
        if (!(size > largest)) return;
        largest = size;
        reason = as;
    };
    for (const Doubt& doubt : person.doubts)
        for (std::size_t t = 0; t < world.model.topics.size(); ++t)
            if (world.model.topics[t].id == doubt.root) consider(doubt.weight * doubt.severity, static_cast<int>(t));
    const float corporate = 1 - person.personal_stake;
    const float felt = nothing ? float(world.budget) : felt_price(deal, person, other);
    float dear = deal.price[0] > world.budget ? deal[Assumption::budget_penalty] : 0.0f;
    dear += corporate * person.price_weight * positive(felt_price(deal, person, 0) - felt) / world.budget;
    consider(dear, deal.built_in(Reason::price));
    if (world.suppliers[0].attributes[world.quality] < world.required_quality)
        consider(corporate * deal[Assumption::quality_penalty], deal.built_in(Reason::quality));
    consider(deal[Assumption::trust_gain] * (1 - 2 * trust(deal, person, 0)), deal.built_in(Reason::distrust));
    const bool safe = nothing || world.suppliers[other].alternative->incumbent;
    if (safe && !world.suppliers[0].alternative->incumbent) consider(world.switching, deal.built_in(Reason::switching));
    consider(deal[Assumption::intrusion_weight] * pestering(person), deal.built_in(Reason::pestered));
    consider(deal[Assumption::attention_weight] * (1 - person.mind.attention), deal.built_in(Reason::forgotten));
    consider(-person.leaning, deal.built_in(Reason::leaning));
    if (nothing)
        consider(own_view(deal, person, other), deal.built_in(Reason::no_need));
    else
        consider(worth(deal, person, other) - worth(deal, person, 0) - dear, deal.built_in(Reason::rival_offer));
    return reason;
}

/// Who stood in the way most, or vetoed, and why. `choice`: what was chosen instead of us.
inline void blame(Deal& deal, std::optional<int> choice) {
    const std::size_t nothing = deal.world.nothing();
    std::size_t holder = 0, other = nothing;
    float most = -1e30f;
    for (std::size_t d = 0; d < deal.size(); ++d) {
        const Person& person = deal.person(d);
        std::size_t best = nothing; // wins a draw with a rival
        for (std::size_t i = 1; i < nothing; ++i)
            if (person.mind.utility[i] > person.mind.utility[best]) best = i;
        const float block = person.mind.vote * (person.mind.utility[best] - person.mind.utility[0]);
        if (!(block > most)) continue;
        most = block;
        holder = d;
        other = best;
    }
    if (deal.vetoer) {
        holder = *deal.vetoer;
        other = nothing;
    }
    if (choice) other = static_cast<std::size_t>(*choice);
    deal.row.reason =
        deal.decides_without_us ? deal.built_in(Reason::forgotten) : reason_of(deal, deal.person(holder), other);
    deal.row.reason_holder = static_cast<int>(holder);
}

} // namespace assent::reference
