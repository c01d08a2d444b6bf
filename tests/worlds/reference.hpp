#pragma once
// The slow reference simulator, part 11: a replicate from its opening to its end.
#include "worlds/reference_customer.hpp"

namespace assent::reference {

struct Result {
    OutcomeRow row;
    std::vector<float> utilities; ///< (n_member × n_alternative)
};

inline void open_person(const World& world, Person& person) {
    StateOfMind& mind = person.mind = {};
    const std::size_t suppliers = world.suppliers.size();
    mind.with.resize(suppliers);
    mind.task.resize(suppliers);
    mind.person.resize(suppliers);
    mind.attention = person.first_attention;
    mind.known = person.stakeholder->known;
    for (std::size_t i = 0; i < suppliers; ++i) {
        for (std::size_t c = 0; c < world.model.criteria.size(); ++c) { // criteria first, then features
            const float found = person.criteria[c] * (world.suppliers[i].attributes[c] - 0.5f);
            if (world.model.criteria[c].serves_task) mind.task[i] += found;
            if (world.model.criteria[c].serves_person) mind.person[i] += found;
        }
        for (const auto& [owner, worth] : person.unique_features)
            if (owner == i) mind.task[i] += worth;
    }
    mind.with.front().good = world.referral * world[Assumption::referral_trust];
    for (Doubt& doubt : person.doubts) {
        doubt.severity = doubt.first_severity;
        doubt.heard = doubt.expected_severity;
        doubt.relief_to_come = 0;
        doubt.known = doubt.objection->known;
        doubt.root_known = doubt.root == doubt.objection->topic;
    }
}

/// Voting weights sum to 1, and so do the weights of those whom a member listens to (himself among them).
inline void share_weights(World& world) {
    float total = 0;
    for (std::size_t d = 0; d < world.size(); ++d) total += world.centre[d].authority;
    for (std::size_t d = 0; d < world.size(); ++d) {
        Person& person = world.centre[d];
        person.mind.vote = total > 0 ? person.authority / total : 1.0f / static_cast<float>(world.size());
        float sum = person.self_weight;
        const auto ties = boost::make_iterator_range(boost::in_edges(d, world.centre));
        for (const auto& tie : ties) sum += world.centre[tie].strength;
        for (const auto& tie : ties) world.centre[tie].weight = sum > 0 ? world.centre[tie].strength / sum : 0.0f;
    }
}

/// The version that more of the friends read to the end; the first one if as many did.
inline float better_letter(const Deal& deal) {
    if (!has_letter_test(deal.strategy)) return deal.approach.letter;
    int first = 0, second = 0;
    for (int reader = 0; reader < deal.strategy.letter_test; ++reader) {
        const auto luck = [&](int word) {
            return deal.luck(Purpose::letter, identity_of("company"), word, static_cast<std::uint32_t>(reader));
        };
        if (luck(0) < deal.approach.letter) ++first;
        if (luck(1) < deal.approach.second_letter) ++second;
    }
    return second > first ? deal.approach.second_letter : deal.approach.letter;
}

inline void open_deal(Deal& deal) {
    World& world = deal.world;
    world.numbers.draw(deal.luck);
    deal.letter = better_letter(deal);
    for (std::size_t d = 0; d < world.size(); ++d) open_person(world, world.centre[d]);
    share_weights(world);
    for (const Supplier& supplier : world.suppliers) {
        deal.price.push_back(supplier.list_price);
        if (supplier.alternative->kind == Alternative::Kind::rival && supplier.alternative->known)
            deal.competitor_known = true;
    }
    deal.list_price = deal.price.front();
    deal.floor_price = std::min(float(world.floor_price), deal.list_price);
    deal.need = world.need;
    deal.rule_uses.resize(deal.strategy.rules.size());
    deal.rule_last_week.resize(deal.strategy.rules.size());
    form_views(deal, true);
}

/// A meeting, if one is due.
inline void decide(Deal& deal, std::optional<Talks>& talks) {
    if (deal.stage != Stage::decision || static_cast<float>(deal.week) < deal.next_meeting) return;
    const std::optional<int> choice = meet(deal);
    if (!choice) {
        deal.next_meeting = static_cast<float>(deal.week) + deal.world.meeting_interval;
    } else if (*choice == 0) {
        talks = open_talks(deal);
        enter(deal, Stage::negotiation);
    } else {
        blame(deal, choice);
        const bool rival = *choice < static_cast<int>(deal.world.nothing());
        deal.close(rival ? Outcome::lost : Outcome::no_decision, *choice, deal.row.reason, deal.row.reason_holder);
    }
}

inline void play_week(Deal& deal, std::optional<Talks>& talks) {
    ++deal.week;
    deal.luck.week = static_cast<std::uint32_t>(deal.week);
    const bool talking = talks.has_value(); // talks begin in the week after the meeting
    move_need(deal);
    move_rivals(deal);
    sell(deal);
    if (!deal.open) return;
    for (std::size_t d = 0; d < deal.size(); ++d) digest(deal, deal.person(d));
    form_views(deal, false);
    end_pilot(deal);
    advance(deal);
    decide(deal, talks);
    for (int k = 0; k < deal.world.model.negotiation.rounds_per_week && talking && deal.open; ++k)
        negotiate_round(deal, *talks);
}

/// The horizon is reached and nothing was decided.
inline void run_out(Deal& deal) {
    blame(deal, std::nullopt);
    if (deal.stage == Stage::negotiation) {
        deal.row.reason = deal.built_in(Reason::negotiation);
        deal.row.reason_holder = static_cast<int>(deal.world.bargainer);
    }
    deal.close(Outcome::no_decision, -1, deal.row.reason, deal.row.reason_holder);
}

inline Result play(World& world, std::size_t strategy, std::uint64_t seed, std::uint64_t replicate) {
    Deal deal{world, world.model.strategies[strategy], world.approaches[strategy], Luck{seed, replicate}};
    std::optional<Talks> talks;
    open_deal(deal);
    while (deal.open && deal.week < world.model.process.horizon) play_week(deal, talks);
    if (deal.open) run_out(deal);
    serve(deal);

    Result result{deal.row, {}};
    result.row.replicate = replicate;
    result.row.stage = deal.stage;
    result.row.pilot = deal.pilot;
    for (std::size_t d = 0; d < world.size(); ++d) {
        const Person& person = world.centre[d];
        if (person.mind.contacts > 0) ++result.row.members_reached;
        result.row.final_support += person.mind.vote * support(person);
        result.utilities.insert(result.utilities.end(), person.mind.utility.begin(), person.mind.utility.end());
    }
    return result;
}

} // namespace assent::reference
