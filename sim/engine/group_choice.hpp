#pragma once
// A decision meeting: members choose, the rule of the company turns choices into one (Choffray & Lilien 1980;
// sim/ODD.md, section 9).
#include "engine/mind.hpp"

namespace assent::inline ASSENT_ISA {

/// Number of members whose choice is alternative i.
template <int N> Floats<N> votes_for(const Deal<N>& deal, std::int32_t i) {
    Floats<N> count(0.0f);
    for (std::int32_t d = 0; d < deal.plan.n_member; ++d)
        count += flag(deal.get(deal.at.choice, d) == Floats<N>(static_cast<float>(i)));
    return count;
}

/// Each member draws a choice from the softmax of his utilities.
template <int N> void draw_choices(Deal<N>& deal, Mask<N> meeting, Mask<N> excluded) {
    using F = Floats<N>;
    const Plan& plan = deal.plan;
    for (std::int32_t d = 0; d < plan.n_member; ++d) {
        const ChoiceChances<N> chances = choice_chances(deal, d, excluded);
        const F u = uniform(deal.luck(Purpose::vote, plan.who[std::size_t(d)]).word[0]);
        F choice(static_cast<float>(plan.n_supplier)), below(0.0f);
        Mask<N> open = Mask<N>::all(true);
        for (std::int32_t i = 0; i < plan.n_supplier; ++i) {
            below += chances.weight[i] / chances.sum;
            const Mask<N> chosen = open & (u < below);
            choice = select(chosen, F(static_cast<float>(i)), choice);
            open &= ~chosen;
        }
        deal.put(deal.at.choice, d, meeting, choice);
    }
}

/// The alternative with the most votes among those with at least `quota`; ties are split by `u`; -1: none has them.
template <int N> Floats<N> most_endorsed(const Deal<N>& deal, Floats<N> quota, Floats<N> u) {
    using F = Floats<N>;
    F most(0.0f), tied(0.0f);
    for (std::int32_t i = 0; i < deal.plan.n_alternative; ++i) most = greatest(most, votes_for(deal, i));
    for (std::int32_t i = 0; i < deal.plan.n_alternative; ++i) tied += flag(votes_for(deal, i) == most);
    const F pick = to_floats(to_ints(u * tied)); // 0 … tied - 1
    F chosen(-1.0f), passed(0.0f);
    for (std::int32_t i = 0; i < deal.plan.n_alternative; ++i) {
        const Mask<N> top = votes_for(deal, i) == most;
        chosen = select(top & (passed == pick), F(static_cast<float>(i)), chosen);
        passed += flag(top);
    }
    return select(most >= quota, chosen, F(-1.0f));
}

/// The choice of one member, found by voting weight: weight(d) sums to 1.
template <int N, class Weight> Floats<N> one_voice(const Deal<N>& deal, Weight weight, Floats<N> u) {
    using F = Floats<N>;
    F chosen = deal.get(deal.at.choice, deal.plan.n_member - 1), below(0.0f);
    Mask<N> open = Mask<N>::all(true);
    for (std::int32_t d = 0; d < deal.plan.n_member; ++d) {
        below += weight(d);
        const Mask<N> speaks = open & (u < below);
        chosen = select(speaks, deal.get(deal.at.choice, d), chosen);
        open &= ~speaks;
    }
    return chosen;
}

/// Each member ranks the alternatives by exploded logit (utility plus Gumbel noise). Sets the choices to the first
/// ranks and returns in `disagreement[i]` how many places the members together put before alternative i.
template <int N> void draw_rankings(Deal<N>& deal, Mask<N> meeting, Mask<N> excluded, Floats<N>* disagreement) {
    using F = Floats<N>;
    const Plan& plan = deal.plan;
    for (std::int32_t i = 0; i < plan.n_alternative; ++i) disagreement[i] = F(0.0f);
    for (std::int32_t d = 0; d < plan.n_member; ++d) {
        F key[most_alternatives];
        for (std::int32_t i = 0; i < plan.n_alternative; ++i) {
            const auto block = deal.luck(Purpose::ranking, plan.who[std::size_t(d)], static_cast<std::uint32_t>(i / 4));
            const F noise = -logarithm(-logarithm(uniform(block.word[i % 4])));
            key[i] = deal.get(deal.at.view, d * plan.n_alternative + i) + noise;
        }
        key[0] = select(excluded, F(-1e30f), key[0]);
        for (std::int32_t i = 0; i < plan.n_alternative; ++i) {
            F before(0.0f);
            for (std::int32_t j = 0; j < plan.n_alternative; ++j) before += flag(key[j] > key[i]);
            disagreement[i] += before;
            deal.put(deal.at.choice, d, meeting & (before == F(0.0f)), F(static_cast<float>(i)));
        }
    }
}

/// Preference perturbation: an alternative that all rank first wins, else one is drawn with chances as 1 / Q_i.
template <int N> Floats<N> perturbation(Deal<N>& deal, Mask<N> meeting, Mask<N> excluded, Floats<N> u) {
    using F = Floats<N>;
    F places[most_alternatives], chance[most_alternatives], total(0.0f), agreed(-1.0f);
    draw_rankings(deal, meeting, excluded, places);
    for (std::int32_t i = 0; i < deal.plan.n_alternative; ++i) {
        const Mask<N> unanimous = places[i] == F(0.0f);
        agreed = select(unanimous, F(static_cast<float>(i)), agreed);
        chance[i] = F(1.0f) / select(unanimous, F(1.0f), places[i]);
        if (i == 0) chance[i] = select(excluded, F(0.0f), chance[i]);
        total += chance[i];
    }
    F drawn(static_cast<float>(deal.plan.n_supplier)), below(0.0f);
    Mask<N> open = Mask<N>::all(true);
    for (std::int32_t i = 0; i < deal.plan.n_supplier; ++i) {
        below += chance[i] / total;
        const Mask<N> hit = open & (u < below);
        drawn = select(hit, F(static_cast<float>(i)), drawn);
        open &= ~hit;
    }
    return select(agreed >= F(0.0f), agreed, drawn);
}

/// What the rule makes of the members' choices: an alternative, or -1 for no agreement yet. Vetoes come after.
template <int N> Floats<N> settle(Deal<N>& deal, Mask<N> meeting, Mask<N> excluded) {
    using F = Floats<N>;
    const Plan& plan = deal.plan;
    const F u = uniform(deal.luck(Purpose::centre, plan.company_who).word[0]);
    const float members = static_cast<float>(plan.n_member);
    if (plan.rule == DecisionRule::perturbation) return perturbation(deal, meeting, excluded, u);
    draw_choices(deal, meeting, excluded);
    switch (plan.rule) {
    case DecisionRule::weighted:
        return one_voice(
            deal, [&](std::int32_t d) { return deal.get(deal.at.authority, d); }, u);
    case DecisionRule::equiprobability:
        return one_voice(
            deal, [&](std::int32_t) { return F(1.0f / members); }, u);
    case DecisionRule::autocracy:
        return deal.get(deal.at.choice, plan.autocrat);
    case DecisionRule::voting:
        return most_endorsed(deal, F(1.0f), u);
    case DecisionRule::minimum_endorsement:
        return most_endorsed(deal, F(static_cast<float>(plan.quota)), u);
    case DecisionRule::majority:
        return most_endorsed(deal, F(static_cast<float>(plan.n_member / 2 + 1)), u);
    default:
        return most_endorsed(deal, F(members), u);
    }
}

/// A member with a veto refuses what he likes less than doing nothing: chance = logistic of the difference. Returns the
/// choice with refused suppliers turned into -1; `vetoer` becomes the (last) one who refused us.
template <int N> Floats<N> hear_vetoes(Deal<N>& deal, Mask<N> meeting, Floats<N> choice) {
    using F = Floats<N>;
    const Plan& plan = deal.plan;
    const Mask<N> supplier = meeting & (choice >= F(0.0f)) & (choice < F(static_cast<float>(plan.n_supplier)));
    const Ints<N> chosen = to_ints(select(supplier, choice, F(0.0f)));
    Mask<N> refused = Mask<N>::all(false);
    for (std::int32_t d = 0; d < plan.n_member; ++d) {
        if (plan.veto[std::size_t(d)] == 0) continue;
        F offered = deal.get(deal.at.view, d * plan.n_alternative);
        for (std::int32_t i = 1; i < plan.n_supplier; ++i)
            offered = select(chosen == Ints<N>(i), deal.get(deal.at.view, d * plan.n_alternative + i), offered);
        const F nothing = deal.get(deal.at.view, d * plan.n_alternative + plan.n_supplier);
        const F u = uniform(deal.luck(Purpose::vote, plan.who[std::size_t(d)]).word[1]);
        const Mask<N> refuses = supplier & (u < logistic(nothing - offered));
        assign(deal.vetoer, refuses & (choice == F(0.0f)), F(static_cast<float>(d)));
        refused |= refuses;
        if (!refuses[0]) continue;
        deal.tell(TraceEvent::Kind::veto, [&](TraceEvent& event) {
            event.member = d;
            event.other = chosen[0];
        });
    }
    return select(refused, F(-1.0f), choice);
}

/// One decision meeting; returns the settled alternative or -1.
template <int N> Floats<N> meet(Deal<N>& deal, Mask<N> meeting) {
    using F = Floats<N>;
    const Mask<N> excluded = deal.excluded > F(0.0f);
    assign(deal.vetoer, meeting, F(-1.0f));
    F choice = settle(deal, meeting, excluded);
    for (std::int32_t d = 0; d < deal.plan.n_member && meeting[0]; ++d)
        deal.tell(TraceEvent::Kind::vote, [&](TraceEvent& event) {
            event.member = d;
            event.other = static_cast<std::int32_t>(deal.get(deal.at.choice, d)[0]);
        });
    choice = hear_vetoes(deal, meeting, choice);
    assign(deal.meetings, meeting, deal.meetings + F(1.0f));
    if (meeting[0])
        deal.tell(TraceEvent::Kind::meeting,
                  [&](TraceEvent& event) { event.other = static_cast<std::int32_t>(choice[0]); });
    return choice;
}

} // namespace assent::inline ASSENT_ISA
