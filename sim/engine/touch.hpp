#pragma once
// One touch: an act through a channel to a member. Its effect goes into the digestion queue, not to the mind.
#include "engine/guide.hpp"

namespace assent::inline ASSENT_ISA {

/// A touch as the rule ordered it, lane by lane.
template <int N> struct Touch {
    const RulePlan& rule;
    Groups<N> member;
    Ints<N> topic;    ///< -1: what the act speaks to by itself
    Words<N> who;     ///< identity of the member
    Words<N> ordinal; ///< how many touches the member had this week
    PhiloxBlock<Words<N>> luck;
};

template <int N> void add_at(float* array, std::int32_t element, Mask<N> mask, Floats<N> amount) {
    store(array + element * N, mask, load<N>(array + element * N) + amount);
}
template <int N> void add_at(float* array, const Groups<N>& groups, Mask<N> mask, Floats<N> amount) {
    groups.visit([&](std::int32_t element, Mask<N> lanes) { add_at(array, element, mask & lanes, amount); });
}
/// Trust events about us.
template <int N>
void add_events(const Deal<N>& deal, float* array, const Groups<N>& members, Mask<N> mask, Floats<N> events) {
    members.visit([&](std::int32_t member, Mask<N> lanes) {
        add_at(array, member * deal.plan.n_supplier, mask & lanes, events);
    });
}
/// Bad events weigh more than good ones (negative_weight); they are felt at once.
template <int N> void add_distrust(Deal<N>& deal, const Groups<N>& members, Mask<N> mask, Floats<N> events) {
    add_events(deal, deal.at.bad, members, mask, events * deal(Assumption::negative_weight));
}

/// Chance to get through: channel × accessibility (acquaintance and rapport open doors) × gatekeepers × preparation × letter
/// × willingness to meet.
template <int N> Floats<N> reach(const Deal<N>& deal, const Touch<N>& touch) {
    using F = Floats<N>;
    const ChannelPlan& channel = deal.plan.channels[static_cast<int>(touch.rule.channel)];
    const F access = deal(deal.plan.accessibility, touch.member);
    const Mask<N> acquainted = deal.get(deal.at.contacts, touch.member) > F(0.0f);
    const F familiar = select(acquainted, deal(Assumption::familiarity), F(0.0f));
    const F open = access + (F(1.0f) - access) * greatest(familiar, deal.get(deal.at.rapport, touch.member));
    const F unprepared = deal(Assumption::self_preparation);
    const F prepared =
        unprepared + (F(1.0f) - unprepared) * deal(deal.strategy.preparation) * deal(deal.plan.segment_fit);
    F chance = F(channel.reach) * open * prepared;
    if (channel.written) chance = chance * deal.letter;
    if (channel.granted) { // who feels no need gives no time
        const F felt = deal.need * deal(deal.plan.felt_need, touch.member);
        chance = chance * logistic(deal(Assumption::meeting_steepness) * (felt - deal(Assumption::meeting_need)));
    }
    if (!channel.gated) return chance;
    const Mask<N> keeps = touch.member.where([&](std::int32_t d) { return deal.plan.gatekeeper[std::size_t(d)] != 0; });
    return chance * select(acquainted | keeps, F(1.0f), deal.gate);
}

/// Mean seller competence on the topic of each lane, [0, 1].
template <int N> Floats<N> competence(const Deal<N>& deal, Ints<N> topic, Mask<N> mask) {
    const Ints<N> place = select(topic < Ints<N>(0), Ints<N>(deal.plan.n_topic), topic);
    return deal(deal.plan.competence, Groups<N>(place, mask));
}

/// Professionalism: a blunder during screening strikes us off the list, later it costs trust.
template <int N> Mask<N> check_professionalism(Deal<N>& deal, const Touch<N>& touch, Mask<N> landed) {
    using F = Floats<N>;
    const F luck = uniform(touch.luck.word[1]), professionalism = deal(deal.strategy.professionalism);
    Mask<N> blunder = landed & (luck >= professionalism);
    as_witnessed(deal, blunder, F(1.0f) - professionalism, [](const WitnessedTouch& seen) { return seen.blunder; });
    if (!any(blunder)) return landed;
    const F strictness = deal(Assumption::screening_strictness);
    Mask<N> screening = blunder & (deal.stage <= F(code(Stage::screening)));
    Mask<N> unforgiven = luck - professionalism < strictness * (F(1.0f) - professionalism);
    if (any(screening))
        as_witnessed(deal, unforgiven, strictness, [](const WitnessedTouch& seen) { return seen.eliminated; });
    screening &= unforgiven;
    add_distrust(deal, touch.member, blunder & ~screening, deal(Assumption::unprofessional_distrust));
    deal.tell(TraceEvent::Kind::blunder, [&](TraceEvent& event) {
        event.member = touch.member.each[0];
        event.flag = screening[0];
    });
    close(deal, screening, F(code(Outcome::eliminated)), F(-1.0f),
          F(static_cast<float>(deal.plan.n_topic) + code(Reason::unprofessional)), to_floats(touch.member.index));
    return landed & ~blunder;
}

/// A seller who knows less than the member costs trust at each contact (fact A7).
template <int N> void check_expertise(Deal<N>& deal, const Touch<N>& touch, Mask<N> landed, Floats<N> skill) {
    using F = Floats<N>;
    const F lacking = positive_part(deal(deal.plan.expertise, touch.member) - skill);
    const Mask<N> short_of = landed & (lacking > F(0.0f));
    if (!any(short_of)) return;
    add_distrust(deal, touch.member, short_of, lacking * deal(Assumption::expertise_distrust));
    deal.tell(TraceEvent::Kind::shortfall, [&](TraceEvent& event) {
        event.member = touch.member.each[0];
        event.value = lacking[0];
    });
}

/// An inflated claim is caught with a chance that grows with the member's expertise (fact B7).
template <int N> Mask<N> check_honesty(Deal<N>& deal, const Touch<N>& touch, Mask<N> landed) {
    using F = Floats<N>;
    if (!(touch.rule.inflate > 0)) return landed;
    const F chance =
        unit_interval(F(touch.rule.inflate) * deal(Assumption::detection) * deal(deal.plan.expertise, touch.member));
    Mask<N> caught = landed & (uniform(touch.luck.word[2]) < chance);
    as_witnessed(deal, caught, chance, [](const WitnessedTouch& seen) { return seen.caught; });
    assign(deal.oversold, landed & ~caught, greatest(deal.oversold, F(touch.rule.inflate)));
    if (!any(caught)) return landed;
    add_distrust(deal, touch.member, caught, deal(Assumption::caught_distrust));
    deal.tell(TraceEvent::Kind::caught, [&](TraceEvent& event) {
        event.member = touch.member.each[0];
        event.value = touch.rule.inflate;
    });
    return landed & ~caught;
}

/// A client who came by recommendation wants to hear from us what his friend told him (fact B9): the first words to each
/// member confirm it or contradict it.
template <int N> void check_message(Deal<N>& deal, const Touch<N>& touch, Mask<N> landed) {
    using F = Floats<N>;
    if (deal.plan.referral_topic < 0) return;
    const Mask<N> first = landed & (deal.get(deal.at.contacts, touch.member) == F(0.0f)) & (touch.topic >= Ints<N>(0));
    const Mask<N> same = touch.topic == Ints<N>(deal.plan.referral_topic);
    const F warmth = deal(deal.plan.referral);
    add_events(deal, deal.at.good, touch.member, first & same, warmth * deal(Assumption::referral_confirmed));
    add_distrust(deal, touch.member, first & ~same, warmth * deal(Assumption::referral_contradicted));
    if (!first[0] || !(warmth[0] > 0)) return;
    deal.tell(TraceEvent::Kind::referral, [&](TraceEvent& event) {
        event.member = touch.member.each[0];
        event.topic = static_cast<std::int16_t>(deal.plan.referral_topic);
        event.flag = same[0];
    });
}

/// Force of an argument: act × richness of the channel × competence × trust × evidence × embellishment.
template <int N> Floats<N> persuasion(const Deal<N>& deal, const Touch<N>& touch, Floats<N> skill) {
    using F = Floats<N>;
    const float richness = deal.plan.channels[static_cast<int>(touch.rule.channel)].richness;
    const F one(1.0f), floor_skill = deal(Assumption::competence_floor), floor_trust = deal(Assumption::distrust_floor);
    F force = F(richness) * (one + deal(Assumption::embellishment_gain) * F(touch.rule.inflate)) *
              (floor_skill + (one - floor_skill) * skill) *
              (floor_trust + (one - floor_trust) * deal.trust_in_us(touch.member));
    const std::uint32_t fitting = deal.plan.evidence_topics[static_cast<int>(touch.rule.evidence)];
    const Mask<N> misfit = (touch.topic >= Ints<N>(0)) & ~contains(fitting, touch.topic);
    return select(misfit, force * deal(Assumption::evidence_misfit), force);
}

/// How much a touch speaks to objection o: fully to its root, a little to its pretext.
template <int N>
Floats<N> relevance(const Deal<N>& deal, const Touch<N>& touch, std::int32_t objection, std::uint32_t act_topics) {
    using F = Floats<N>;
    const int stated = deal.plan.stated_topic[std::size_t(objection)],
              root = deal.plan.root_topic[std::size_t(objection)];
    const F one(1.0f), none(0.0f), little = deal(Assumption::pretext_effect);
    const F of_topic = select(touch.topic == Ints<N>(root), one, select(touch.topic == Ints<N>(stated), little, none));
    const F of_act = (act_topics >> root & 1u) != 0 ? one : (act_topics >> stated & 1u) != 0 ? little : none;
    return select(touch.topic < Ints<N>(0), of_act, of_topic);
}

/// Calls visit(objection, lanes that talk to the one who has it) for the objections of the members touched.
template <int N, class Visit>
void visit_objections(const Deal<N>& deal, const Touch<N>& touch, Mask<N> landed, Visit visit) {
    touch.member.visit([&](std::int32_t d, Mask<N> lanes) {
        const std::size_t member = std::size_t(d);
        for (std::int32_t o = deal.plan.objection_begin[member]; o < deal.plan.objection_begin[member + 1]; ++o)
            visit(o, landed & lanes);
    });
}

/// Queues what the argument does to the member: relief, trust, rapport, understanding.
template <int N> void queue_effects(Deal<N>& deal, const Touch<N>& touch, Mask<N> landed, Floats<N> force) {
    using F = Floats<N>;
    const Plan& plan = deal.plan;
    const ActPlan& act = plan.acts[static_cast<int>(touch.rule.act)];
    const auto& at = deal.at;
    F effect = force;
    if (touch.rule.act == Act::reference) { // concave in the number of references: c(n) - c(n-1) of 1 - exp(-c n)
        effect = effect * exponential(-deal(Assumption::reference_ceiling) * deal.get(at.references, touch.member));
        add_at(at.references, touch.member, landed, F(1.0f));
    }
    touch.member.visit([&](std::int32_t d, Mask<N> lanes) {
        add_at(at.queued_trust, d, landed & lanes, effect * F(act.trust));
        add_at(at.queued_rapport, d, landed & lanes, effect * F(act.rapport));
        add_at(at.queued_value, d, landed & lanes, effect * F(act.value));
    });
    if (!(act.relief > 0)) return;
    visit_objections(deal, touch, landed, [&](std::int32_t o, Mask<N> owner) {
        const F relief = effect * F(act.relief) * relevance(deal, touch, o, act.topics);
        const Mask<N> moved = owner & (relief > F(0.0f));
        add_at(at.queued_relief, o, moved, relief);
        if (!moved[0]) return;
        deal.tell(TraceEvent::Kind::relief, [&](TraceEvent& event) {
            event.member = touch.member.each[0];
            event.other = o;
            event.topic = plan.root_topic[std::size_t(o)];
            event.value = relief[0];
        });
    });
}

template <int N>
void tell_found(const Deal<N>& deal, TraceEvent::Kind kind, const Touch<N>& touch, std::int32_t objection,
                Mask<N> found, std::uint8_t topic) {
    if (!found[0]) return;
    deal.tell(kind, [&](TraceEvent& event) {
        event.member = touch.member.each[0];
        event.other = objection;
        event.topic = topic;
    });
}

/// Hidden objections come to light, and the roots behind pretexts. `depth` is the force of the talk, [0, 1].
template <int N> void find_objections(Deal<N>& deal, const Touch<N>& touch, Mask<N> landed, Floats<N> depth) {
    using F = Floats<N>;
    const Plan& plan = deal.plan;
    const auto& at = deal.at;
    const F find = unit_interval(deal(Assumption::discovery) * depth), known(1.0f);
    const F root = unit_interval(deal(Assumption::root_discovery) * depth);
    visit_objections(deal, touch, landed, [&](std::int32_t o, Mask<N> owner) {
        const Mask<N> hidden = owner & (deal.get(at.objection_known, o) == F(0.0f));
        const Mask<N> veiled = owner & (deal.get(at.root_known, o) == F(0.0f));
        if (!any(hidden | veiled)) return;
        const auto block =
            deal.luck(Purpose::find_objection, Words<N>(plan.objection_who[std::size_t(o)]), touch.ordinal);
        Mask<N> found = hidden & (uniform(block.word[0]) < find);
        if (any(hidden))
            as_witnessed(deal, found, chance_to_find(deal, o, find),
                         [o](const WitnessedTouch& seen) { return seen.objections.contain(o); });
        deal.put(at.objection_known, o, found, known);
        const Mask<N> said = veiled & (deal.get(at.objection_known, o) == known);
        Mask<N> unveiled = said & (uniform(block.word[1]) < root);
        if (any(said))
            as_witnessed(deal, unveiled, root, [o](const WitnessedTouch& seen) { return seen.roots.contain(o); });
        deal.put(at.root_known, o, unveiled, known);
        tell_found(deal, TraceEvent::Kind::objection_found, touch, o, found, plan.stated_topic[std::size_t(o)]);
        tell_found(deal, TraceEvent::Kind::root_found, touch, o, unveiled, plan.root_topic[std::size_t(o)]);
    });
}

/// Names of colleagues fall whom the seller did not know.
template <int N>
void find_colleagues(Deal<N>& deal, std::int32_t member, Words<N> ordinal, Mask<N> landed, Floats<N> find) {
    using F = Floats<N>;
    const Plan& plan = deal.plan;
    const std::int32_t last = plan.colleague_begin[std::size_t(member) + 1];
    for (std::int32_t k = plan.colleague_begin[std::size_t(member)]; k < last; ++k) {
        const std::int32_t colleague = plan.colleague[std::size_t(k)];
        const Mask<N> unknown = landed & (deal.get(deal.at.known, colleague) == F(0.0f));
        if (!any(unknown)) continue;
        const auto block = deal.luck(Purpose::find_colleague, Words<N>(plan.who[std::size_t(colleague)]), ordinal);
        Mask<N> found = unknown & (uniform(block.word[0]) < find);
        as_witnessed(deal, found, find,
                     [colleague](const WitnessedTouch& seen) { return seen.members.contain(colleague); });
        deal.put(deal.at.known, colleague, found, F(1.0f));
        if (found[0]) deal.tell(TraceEvent::Kind::member_found, [&](TraceEvent& event) { event.member = colleague; });
    }
}

/// A discovery talk: objections, roots, colleagues, the client's own means and its other bidders.
template <int N> void discover(Deal<N>& deal, const Touch<N>& touch, Mask<N> landed, Floats<N> depth) {
    using F = Floats<N>;
    const Plan& plan = deal.plan;
    const F find = unit_interval(deal(Assumption::discovery) * depth);
    find_objections(deal, touch, landed, depth);
    touch.member.visit(
        [&](std::int32_t d, Mask<N> lanes) { find_colleagues(deal, d, touch.ordinal, landed & lanes, find); });
    const auto luck = deal.luck(Purpose::inducement, touch.who, touch.ordinal);
    Mask<N> company_talk = landed & (uniform(luck.word[1]) < find);
    talk_as_witnessed(deal, company_talk, find);
    for (std::int32_t x = 0; x < plan.n_extra; ++x) deal.put(deal.at.means_known, x, company_talk, F(1.0f));
    assign(deal.competitor_known, company_talk & Mask<N>::all(plan.n_supplier > 1), F(1.0f));
    assign(deal.tailoring, landed, deal.tailoring + find * F(0.5f) * (F(1.0f) - deal.tailoring));
}

} // namespace assent::inline ASSENT_ISA
