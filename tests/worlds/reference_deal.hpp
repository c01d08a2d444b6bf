#pragma once
// The slow reference simulator, part 4: a deal in play, and what goes on in the members' minds.
#include "engine/mind.hpp" // fixed_mind_utility
#include "engine/outcome.hpp"
#include "worlds/reference_build.hpp"

namespace assent::reference {

/// One deal of one strategy.
struct Deal {
    World& world;
    const Strategy& strategy;
    const Approach& approach;
    Luck luck;
    OutcomeRow row{};
    bool open = true;
    int week = 0;

    float need = 0;
    Stage stage = Stage::unaware;
    int stage_week = 0;
    float next_meeting = 0;
    bool asked_to_decide = false, decides_without_us = false;
    std::vector<float> price{}; ///< by supplier, as offered now
    float list_price = 0, floor_price = 0;
    float hours_left = 0, door = 1; ///< share of reach that the gatekeepers leave
    PilotState pilot = PilotState::none;
    float pilot_end = 0, pilot_chance = 0;
    bool offer_made = false, competitor_known = false, problem_solved = false, means_known = false;
    float extras_value = 0, extras_cost = 0, tailoring = 0;
    float letter = 0;   ///< quality of the one that is sent
    float oversold = 0; ///< the boldest claim that was believed
    bool bribed = false;
    std::vector<int> rule_uses{};
    std::vector<std::optional<int>> rule_last_week{};
    std::optional<std::size_t> vetoer{}; ///< who refused us at the last meeting

    [[nodiscard]] std::size_t size() const { return world.size(); }
    Person& person(std::size_t d) { return world.centre[d]; }
    [[nodiscard]] const Person& person(std::size_t d) const { return world.centre[d]; }
    float operator[](Assumption assumption) const { return world[assumption]; }

    void close(Outcome outcome, int alternative, int reason, int holder) {
        row.outcome = outcome;
        row.alternative = static_cast<std::int8_t>(alternative);
        row.reason = reason;
        row.reason_holder = holder;
        row.week = static_cast<std::int16_t>(week);
        open = false;
    }
    [[nodiscard]] int built_in(Reason reason) const {
        return static_cast<int>(world.model.topics.size()) + static_cast<int>(reason);
    }
};

/// Trust of a member in a supplier: Beta reputation with a base rate.
inline float trust(const Deal& deal, const Person& person, std::size_t supplier) {
    const Experience& lived = person.mind.with[supplier];
    const float weight = deal[Assumption::trust_prior_evidence];
    return (lived.good + weight * person.first_trust[supplier]) / (lived.good + lived.bad + weight);
}

/// Bad events weigh more than good ones.
inline void distrust(const Deal& deal, Person& person, float events) {
    person.mind.with.front().bad += events * deal[Assumption::negative_weight];
}

inline bool aware(const Deal& deal, const Person& person) {
    return person.mind.attention >= deal[Assumption::awareness_threshold];
}

/// Touches felt beyond the member's patience.
inline float pestering(const Person& person) { return positive(person.mind.intrusion - person.patience); }

inline float felt_price(const Deal& deal, const Person& person, std::size_t supplier) {
    if (supplier > 0) return deal.price[supplier];
    return deal.price[0] * (1 - deal[Assumption::value_framing] * person.mind.understanding);
}

/// Two purchases in one: the company's and his own.
inline float worth(const Deal& deal, const Person& person, std::size_t supplier) {
    const World& world = deal.world;
    float corporate = -deal[Assumption::quality_penalty];
    if (world.suppliers[supplier].attributes[world.quality] >= world.required_quality) {
        corporate =
            person.mind.task[supplier] + person.price_weight * (1 - felt_price(deal, person, supplier) / world.budget);
        if (supplier == 0) corporate += deal.extras_value;
        if (supplier == 0 && deal.problem_solved) corporate += deal[Assumption::problem_gain];
    }
    const float unaffordable = deal.price[supplier] > world.budget ? deal[Assumption::budget_penalty] : 0.0f;
    const float stake = person.personal_stake * deal[Assumption::personal_purchase];
    return (1 - stake) * corporate + stake * person.mind.person[supplier] - unaffordable;
}

/// Factors multiply; a perfect image costs nothing.
inline float image_term(const Deal& deal, std::size_t supplier) {
    float product = 1;
    for (const Quantity& factor : deal.world.suppliers[supplier].image) product *= factor;
    return deal[Assumption::image_gain] * (product - 1);
}

/// Points of a bid by the published weights, in logit around the middle; the cheapest has all those for price.
inline float tender_score(const Deal& deal, std::size_t supplier) {
    const World& world = deal.world;
    float total = 0, points = 0, for_price = 0; // price last of the points, first of the total
    for (std::size_t c = 0; c < world.scoring.size(); ++c)
        if (world.model.criteria[c].id == "price") for_price = world.scoring[c];
    total = for_price;
    for (std::size_t c = 0; c < world.scoring.size(); ++c) {
        if (world.model.criteria[c].id == "price") continue;
        total += world.scoring[c];
        points += world.scoring[c] * world.suppliers[supplier].attributes[c];
    }
    if (!(total > 0)) return 0;
    const float cheapest = *std::min_element(deal.price.begin(), deal.price.end());
    const float ratio = deal.price[supplier] > 0 ? cheapest / deal.price[supplier] : 1.0f;
    return deal[Assumption::tender_points] * (points / total + for_price / total * ratio - 0.5f);
}

inline float own_view(const Deal& deal, const Person& person, std::size_t alternative) {
    const World& world = deal.world;
    if (alternative == world.nothing()) return world.comfort - world.urgency * share(deal.need * person.felt_need);
    float utility = worth(deal, person, alternative) + image_term(deal, alternative) +
                    deal[Assumption::trust_gain] * (2 * trust(deal, person, alternative) - 1);
    if (!world.suppliers[alternative].alternative->incumbent) utility -= world.switching;
    if (!world.scoring.empty()) utility += tender_score(deal, alternative);
    if (alternative > 0) return utility - world.suppliers[alternative].doubts;
    if (world.model.company.tender) utility += deal[Assumption::tender_tailoring] * deal.tailoring;
    utility += person.leaning + person.mind.gift +
               person.personal_stake * deal[Assumption::rapport_gain] * person.mind.rapport;
    float burden = 0; // summed first, then taken off
    for (const Doubt& doubt : person.doubts) burden += doubt.weight * doubt.severity;
    utility -= burden;
    utility -= deal[Assumption::attention_weight] * (1 - person.mind.attention);
    return utility - deal[Assumption::intrusion_weight] * pestering(person);
}

/// Friedkin & Johnsen: what colleagues said last week, weighed against one's own view. About our offer only those are
/// heard who know of it; from an opponent one hears the contrary.
inline float after_listening(const Deal& deal, std::size_t listener, std::size_t alternative, float own) {
    const Centre& centre = deal.world.centre;
    float heard = 0, total = 0; // oneself first, then the others in the order of their links
    const auto hear = [&](const Person& speaker, float weight, bool conflict) {
        if (alternative == 0 && !aware(deal, speaker)) return;
        const float said = speaker.mind.utility[alternative];
        heard += weight * (conflict ? own + own - said : said);
        total += weight;
    };
    const Person& person = centre[listener];
    float sum = person.self_weight;
    for (const auto& tie : boost::make_iterator_range(boost::in_edges(listener, centre))) sum += centre[tie].strength;
    if (sum > 0) hear(person, person.self_weight / sum, false);
    for (const auto& tie : boost::make_iterator_range(boost::in_edges(listener, centre)))
        hear(centre[boost::source(tie, centre)], centre[tie].weight, centre[tie].conflict);
    if (!(total > 0)) return own;
    return person.susceptibility * (heard / total) + (1 - person.susceptibility) * own;
}

/// Everyone's utilities for the coming week; before the first there is no colleague yet.
inline void form_views(Deal& deal, bool alone) {
    for (std::size_t d = 0; d < deal.size(); ++d) {
        Person& person = deal.person(d);
        person.mind.next_utility.assign(deal.world.nothing() + 1, 0.0f);
        const Mind fixed = person.stakeholder->mind;
        if (fixed != Mind::free) {
            person.mind.next_utility[0] = fixed == Mind::for_us ? fixed_mind_utility : -fixed_mind_utility;
            continue;
        }
        for (std::size_t i = 0; i <= deal.world.nothing(); ++i) {
            const float own = own_view(deal, person, i);
            person.mind.next_utility[i] = alone ? own : after_listening(deal, d, i, own);
        }
    }
    for (std::size_t d = 0; d < deal.size(); ++d) deal.person(d).mind.utility = deal.person(d).mind.next_utility;
}

/// Chances that a member with these utilities chooses each alternative; ours is out of the question if `without_us`.
inline std::vector<float> chances(const std::vector<float>& utility, bool without_us) {
    const float top = *std::max_element(utility.begin(), utility.end());
    std::vector<float> weight;
    float sum = 0; // ours first, doing nothing last
    for (std::size_t i = 0; i < utility.size(); ++i) {
        weight.push_back(i == 0 && without_us ? 0.0f : exponential(utility[i] - top));
        sum += weight.back();
    }
    for (float& each : weight) each /= sum;
    return weight;
}

inline float support(const Person& person) { return chances(person.mind.utility, false).front(); }

/// Takes this week's share out of what waits to sink in.
inline float digested(const Deal& deal, float& waiting) {
    const float moved = waiting * deal[Assumption::digestion];
    waiting -= moved;
    return moved;
}

inline void digest(const Deal& deal, Person& person) {
    StateOfMind& mind = person.mind;
    const auto grow = [](float& level, float by) { level += share(by) * (1 - level); };
    mind.attention *= deal[Assumption::attention_kept];
    grow(mind.attention, digested(deal, mind.attention_to_come));
    grow(mind.rapport, digested(deal, mind.rapport_to_come));
    grow(mind.understanding, digested(deal, mind.understanding_to_come));
    for (Experience& lived : mind.with) {
        lived.good *= deal[Assumption::trust_forgetting];
        lived.bad *= deal[Assumption::trust_forgetting];
    }
    mind.with.front().good += digested(deal, mind.trust_to_come);
    distrust(deal, person, pestering(person) * deal[Assumption::intrusion_distrust]);
    for (Doubt& doubt : person.doubts) doubt.severity *= 1 - share(digested(deal, doubt.relief_to_come));
}

} // namespace assent::reference
