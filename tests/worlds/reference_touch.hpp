#pragma once
// The slow reference simulator, part 5: one touch. Its effect waits to sink in; only experience is felt at once.
#include "worlds/reference_deal.hpp"

namespace assent::reference {

struct Touch {
    const Rule& rule;
    Person& person;
    std::optional<std::string> topic;
    std::uint32_t occasion; ///< how many touches he had this week before
};

inline const ActEffect& act_of(const Deal& deal, const Rule& rule) {
    return deal.world.model.acts[static_cast<std::size_t>(rule.act)];
}
inline const ChannelTraits& channel_of(const Deal& deal, const Rule& rule) {
    return deal.world.model.channels[static_cast<std::size_t>(rule.channel)];
}
inline float hours_of(const Deal& deal, const Rule& rule) {
    return static_cast<float>(act_of(deal, rule).hours) + static_cast<float>(channel_of(deal, rule).hours);
}
inline float cost_of(const Deal& deal, const Rule& rule) {
    return static_cast<float>(act_of(deal, rule).cost) + static_cast<float>(channel_of(deal, rule).cost);
}

template <class Items, class Item> bool contains(const Items& items, const Item& item) {
    return std::find(items.begin(), items.end(), item) != items.end();
}

/// Does the act speak to a topic without being told so.
inline bool answers(const Deal& deal, Act act, const std::string& topic) {
    return std::any_of(deal.world.model.topics.begin(), deal.world.model.topics.end(),
                       [&](const Topic& each) { return each.id == topic && contains(each.answered_by, act); });
}

inline float reach(const Deal& deal, const Touch& touch) {
    const World& world = deal.world;
    const ChannelTraits& channel = channel_of(deal, touch.rule);
    const Person& person = touch.person;
    const bool acquainted = person.mind.contacts > 0;
    const float familiar = acquainted ? deal[Assumption::familiarity] : 0.0f;
    const float open = person.accessibility + (1 - person.accessibility) * std::max(familiar, person.mind.rapport);
    const float least = deal[Assumption::self_preparation];
    const float prepared = least + (1 - least) * deal.approach.preparation * world.segment_fit;
    float chance = static_cast<float>(channel.reach) * open * prepared;
    if (channel.written) chance *= deal.letter;
    if (channel.granted) { // no need, no time
        const float felt = deal.need * person.felt_need;
        chance *= logistic(deal[Assumption::meeting_steepness] * (felt - deal[Assumption::meeting_need]));
    }
    if (channel.gated && !person.gatekeeper && !acquainted) chance *= deal.door;
    return chance;
}

inline float skill_on(const Deal& deal, const std::optional<std::string>& topic) {
    return topic ? deal.world.competence_on.at(*topic) : deal.world.competence;
}

/// Is what is said taken as it was meant; blunders and lies end the talk.
inline bool is_well_received(Deal& deal, const Touch& touch, float skill) {
    Person& person = touch.person;
    const float manners = deal.luck(Purpose::touch, person.who, 1, touch.occasion);
    const float professionalism = deal.approach.professionalism;
    if (manners >= professionalism) {
        const bool unforgiven =
            manners - professionalism < deal[Assumption::screening_strictness] * (1 - professionalism);
        if (deal.stage <= Stage::screening && unforgiven)
            deal.close(Outcome::eliminated, -1, deal.built_in(Reason::unprofessional), static_cast<int>(person.vertex));
        else
            distrust(deal, person, deal[Assumption::unprofessional_distrust]);
        return false;
    }
    if (person.expertise > skill)
        distrust(deal, person, (person.expertise - skill) * deal[Assumption::expertise_distrust]);
    const float inflate = static_cast<float>(touch.rule.inflate);
    const float detected = share(inflate * deal[Assumption::detection] * person.expertise);
    if (inflate > 0 && deal.luck(Purpose::touch, person.who, 2, touch.occasion) < detected) {
        distrust(deal, person, deal[Assumption::caught_distrust]);
        return false;
    }
    deal.oversold = std::max(deal.oversold, inflate);
    return true;
}

/// Who came by recommendation compares our first words with his friend's.
inline void hear_first_words(const Deal& deal, const Touch& touch) {
    const Company& company = deal.world.model.company;
    if (company.referral_topic.empty() || !touch.topic || touch.person.mind.contacts > 0) return;
    if (*touch.topic == company.referral_topic)
        touch.person.mind.with.front().good += deal.world.referral * deal[Assumption::referral_confirmed];
    else
        distrust(deal, touch.person, deal.world.referral * deal[Assumption::referral_contradicted]);
}

inline float force_of(const Deal& deal, const Touch& touch, float skill) {
    const float richness = static_cast<float>(channel_of(deal, touch.rule).richness);
    const float least_skill = deal[Assumption::competence_floor], least_trust = deal[Assumption::distrust_floor];
    float force = (richness * (1 + deal[Assumption::embellishment_gain] * static_cast<float>(touch.rule.inflate))) *
                  (least_skill + (1 - least_skill) * skill) *
                  (least_trust + (1 - least_trust) * trust(deal, touch.person, 0));
    if (touch.topic)
        for (const Topic& topic : deal.world.model.topics)
            if (topic.id == *touch.topic && !contains(topic.evidence, touch.rule.evidence))
                force *= deal[Assumption::evidence_misfit];
    return force;
}

/// What sinks in over the coming weeks.
inline void queue_effects(const Deal& deal, const Touch& touch, float force) {
    StateOfMind& mind = touch.person.mind;
    const ActEffect& act = act_of(deal, touch.rule);
    if (touch.rule.act == Act::reference) // the n-th reference tells less than the one before
        force *= exponential(-deal[Assumption::reference_ceiling] * static_cast<float>(mind.references++));
    mind.trust_to_come += force * static_cast<float>(act.trust);
    mind.rapport_to_come += force * static_cast<float>(act.rapport);
    mind.understanding_to_come += force * static_cast<float>(act.value);
    const auto speaks_to = [&](const std::string& topic) {
        return touch.topic ? *touch.topic == topic : answers(deal, touch.rule.act, topic);
    };
    for (Doubt& doubt : touch.person.doubts) {
        const float relief = force * static_cast<float>(act.relief);
        if (speaks_to(doubt.root))
            doubt.relief_to_come += relief;
        else if (speaks_to(doubt.objection->topic))
            doubt.relief_to_come += relief * deal[Assumption::pretext_effect];
    }
}

/// Hidden objections, roots behind pretexts, colleagues, the client's own means, other bidders.
inline void discover(Deal& deal, const Touch& touch, float force) {
    World& world = deal.world;
    const float find = share(deal[Assumption::discovery] * force);
    const float find_root = share(deal[Assumption::root_discovery] * force);
    for (Doubt& doubt : touch.person.doubts) {
        const auto luck = [&](int word) { return deal.luck(Purpose::find_objection, doubt.who, word, touch.occasion); };
        if (!doubt.known && luck(0) < find) doubt.known = true;
        if (doubt.known && !doubt.root_known && luck(1) < find_root) doubt.root_known = true;
    }
    for (std::size_t d = 0; d < world.size(); ++d) {
        const std::size_t speaker = touch.person.vertex;
        if (!boost::edge(d, speaker, world.centre).second && !boost::edge(speaker, d, world.centre).second) continue;
        Person& colleague = world.centre[d];
        if (deal.luck(Purpose::find_colleague, colleague.who, 0, touch.occasion) < find) colleague.mind.known = true;
    }
    if (deal.luck(Purpose::inducement, touch.person.who, 1, touch.occasion) < find) {
        deal.means_known = true;
        if (world.suppliers.size() > 1) deal.competitor_known = true;
    }
    deal.tailoring += find * 0.5f * (1 - deal.tailoring);
}

inline void choose_extras(Deal& deal, const Rule& rule) {
    float value = 0, cost = 0; // in the order of the scenario
    for (std::size_t x = 0; x < deal.world.extras.size(); ++x) {
        const ExtraOffer& extra = deal.world.extras[x];
        bool taken = contains(rule.extras, deal.world.model.extras[x].id);
        if (rule.tailored) // what fits the budget and is not known to be there already
            taken = cost + extra.cost <= static_cast<float>(rule.extras_budget) &&
                    !(deal.means_known && extra.means >= 0.5f);
        if (!taken) continue;
        value += extra.value * (1 - extra.means);
        cost += extra.cost;
    }
    deal.extras_value = value;
    deal.extras_cost = cost;
}

inline void make_offer(Deal& deal, const Rule& rule) {
    const float asked = std::max(deal.list_price * (1 - static_cast<float>(rule.discount)), deal.floor_price);
    deal.price[0] = std::min(deal.price[0], asked); // an offer once made is not taken back
    choose_extras(deal, rule);
    deal.offer_made = true;
}

inline void start_pilot(Deal& deal, const Rule& rule) {
    const World& world = deal.world;
    if (deal.pilot != PilotState::none) return;
    float threat = 0; // the most threatened member counts
    for (std::size_t d = 0; d < deal.size(); ++d) threat = std::max(threat, float(deal.person(d).threatened));
    const float spare = world.suppliers[0].attributes[world.quality] - world.required_quality;
    const float odds = deal[Assumption::pilot_success] + deal[Assumption::pilot_quality] * spare -
                       deal[Assumption::pilot_threat] * threat +
                       deal[Assumption::pilot_safeguard] * static_cast<float>(rule.safeguards.size());
    deal.pilot = PilotState::running;
    deal.pilot_chance = logistic(odds);
    deal.pilot_end = static_cast<float>(deal.week) + world.pilot_weeks;
}

inline void give_kickback(Deal& deal, const Touch& touch) {
    Person& person = touch.person;
    if (deal.luck(Purpose::inducement, person.who, 0, touch.occasion) >= person.integrity) {
        deal.bribed = true;
        person.mind.gift = std::max(person.mind.gift, deal[Assumption::kickback_gain] * person.personal_stake);
    } else
        distrust(deal, person, deal[Assumption::kickback_distrust]);
}

inline void do_act(Deal& deal, const Touch& touch, float force) {
    Person& person = touch.person;
    switch (touch.rule.act) {
    case Act::discover:
        return discover(deal, touch, force);
    case Act::offer:
        return make_offer(deal, touch.rule);
    case Act::concede:
        deal.price[0] -= deal[Assumption::concede_step] * (deal.price[0] - deal.floor_price);
        return;
    case Act::pilot:
        return start_pilot(deal, touch.rule);
    case Act::ask_decision:
        deal.asked_to_decide = true;
        return;
    case Act::points:
        person.mind.gift = std::max(person.mind.gift, deal[Assumption::points_gain] * person.personal_stake);
        return;
    case Act::problem_solving:
        deal.problem_solved = true;
        return;
    case Act::kickback:
        return give_kickback(deal, touch);
    default:
        return;
    }
}

/// What the seller takes home.
inline void take_note(Deal& deal, const Touch& touch) {
    Person& person = touch.person;
    ++person.mind.contacts;
    const float blur = 1 - static_cast<float>(channel_of(deal, touch.rule).richness);
    const float luck = deal.luck(Purpose::touch, person.who, 3, touch.occasion);
    const float error = deal[Assumption::seen_noise] * blur * normal_quantile(luck);
    person.mind.seen = share(support(person) + error);
    for (Doubt& doubt : person.doubts)
        if (doubt.known) doubt.heard = doubt.severity;
}

inline void perform(Deal& deal, const Rule& rule, std::size_t target, const std::optional<std::string>& topic) {
    Person& person = deal.person(target);
    const Touch touch{rule, person, topic, static_cast<std::uint32_t>(person.mind.touches_this_week)};
    const ChannelTraits& channel = channel_of(deal, rule);
    deal.hours_left -= hours_of(deal, rule);
    deal.row.hours[static_cast<std::size_t>(rule.channel)] += hours_of(deal, rule);
    deal.row.cost_of_sale += cost_of(deal, rule);
    ++deal.row.touches;
    ++person.mind.touches_this_week;
    person.mind.last_touch = deal.week;
    const bool landed = deal.luck(Purpose::touch, person.who, 0, touch.occasion) < reach(deal, touch);
    person.mind.intrusion +=
        static_cast<float>(channel.intrusion) * (landed ? 1.0f : deal[Assumption::intrusion_missed]);
    if (!landed) return;
    ++deal.row.got_through;
    if (channel.granted) ++deal.row.appointments;
    person.mind.attention_to_come += static_cast<float>(act_of(deal, rule).attention);
    const float skill = skill_on(deal, topic);
    if (!is_well_received(deal, touch, skill)) return;
    hear_first_words(deal, touch);
    const float force = force_of(deal, touch, skill);
    queue_effects(deal, touch, force);
    do_act(deal, touch, force);
    take_note(deal, touch);
}

} // namespace assent::reference
