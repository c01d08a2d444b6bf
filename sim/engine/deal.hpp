#pragma once
// State of N deals side by side, and where each array of it lies in the workspace.
#include "engine/draws.hpp"
#include "engine/groups.hpp"
#include "engine/outcome.hpp"
#include "engine/plan.hpp"
#include "engine/trace.hpp"
#include "engine/witness.hpp"

#include <cstddef>

namespace assent::inline ASSENT_ISA {

/// Hands out consecutive pieces of the workspace; with a null base it only counts.
struct Carver {
    float* base;
    int lanes;
    std::size_t used = 0;
    float* take(std::int32_t count) {
        float* piece = base == nullptr ? nullptr : base + used;
        used += static_cast<std::size_t>(count) * static_cast<std::size_t>(lanes);
        return piece;
    }
};

/// Arrays of state; element i of an array is N consecutive floats. Flags are 0 or 1, weeks and counts whole numbers.
struct DealArrays {
    float* drawn;        // the uncertain numbers (n_draw)
    float* authority;    // sums to 1 (n_member)
    float* link_weight;  // sums to 1 over the arcs into a member (n_link)
    float* task;         // corporate worth without price, logit (n_member × n_supplier)
    float* person;       // personal worth, logit (n_member × n_supplier)
    float* image;        // image term, logit ≤ 0 (n_supplier)
    float* award;        // points of a tender without those for price, [0, 1] (n_supplier)
    float* view;         // utilities after influence, logit (n_member × n_alternative)
    float* next;         // those of the coming week (n_member × n_alternative)
    float* good;         // trust events (n_member × n_supplier)
    float* bad;          // (n_member × n_supplier)
    float* attention;    // [0, 1] (n_member)
    float* intrusion;    // felt touches (n_member)
    float* rapport;      // [0, 1] (n_member)
    float* value_seen;   // [0, 1] understanding of the business case (n_member)
    float* queued_trust; // not yet digested … (n_member)
    float* queued_attention;
    float* queued_rapport;
    float* queued_value;
    float* gift;            // inducements, logit (n_member)
    float* references;      // heard so far (n_member)
    float* contacts;        // touches that got through (n_member)
    float* last_touch;      // week, 0 never (n_member)
    float* seen;            // support as last seen, [0, 1]; -1 never (n_member)
    float* known;           // does the seller know of him (n_member)
    float* touches;         // tried this week (n_member)
    float* severity;        // [0, 1] (n_objection)
    float* queued_relief;   // (n_objection)
    float* objection_known; // (n_objection)
    float* root_known;      // (n_objection)
    float* heard;           // severity as last heard, [0, 1] (n_objection)
    float* price;           // currency (n_supplier)
    float* means_known;     // (n_extra)
    float* uses;            // of a rule (rules of the strategy)
    float* last_use;        // week, far past when never
    float* choice;          // alternative drawn at a meeting (n_member)

    /// Lays the arrays out; returns the number of floats used.
    static std::size_t lay_out(DealArrays& arrays, const Plan& plan, float* base, int lanes) {
        Carver carve{base, lanes};
        const std::int32_t members = plan.n_member, supplies = members * plan.n_supplier;
        std::int32_t rules = 0;
        for (const StrategyPlan& strategy : plan.strategies)
            rules = strategy.last_rule - strategy.first_rule > rules ? strategy.last_rule - strategy.first_rule : rules;
        for (float** array :
             {&arrays.authority, &arrays.attention, &arrays.intrusion, &arrays.rapport, &arrays.value_seen,
              &arrays.queued_trust, &arrays.queued_attention, &arrays.queued_rapport, &arrays.queued_value,
              &arrays.gift, &arrays.references, &arrays.contacts, &arrays.last_touch, &arrays.seen, &arrays.known,
              &arrays.touches, &arrays.choice})
            *array = carve.take(members);
        for (float** array :
             {&arrays.severity, &arrays.queued_relief, &arrays.objection_known, &arrays.root_known, &arrays.heard})
            *array = carve.take(plan.n_objection);
        for (float** array : {&arrays.task, &arrays.person, &arrays.good, &arrays.bad}) *array = carve.take(supplies);
        for (float** array : {&arrays.image, &arrays.award, &arrays.price}) *array = carve.take(plan.n_supplier);
        for (float** array : {&arrays.view, &arrays.next}) *array = carve.take(members * plan.n_alternative);
        for (float** array : {&arrays.uses, &arrays.last_use}) *array = carve.take(rules);
        arrays.drawn = carve.take(plan.n_draw);
        arrays.link_weight = carve.take(plan.n_link);
        arrays.means_known = carve.take(plan.n_extra);
        return carve.used;
    }
};

/// What a deal carries besides its arrays: floats and nothing else, so that it can be moved lane by lane.
template <int N> struct DealScalars {
    using F = Floats<N>;

    F assumption[assumption_count]; ///< spread over the lanes: they are read many times a week
    F need, stage, stage_week, next_meeting, meetings;
    F asked;    ///< a decision was asked for and nobody has met since
    F excluded; ///< the client decides without having evaluated us
    F list_price, floor_price;
    F hours_left, spent, touch_count, got_through, appointments;
    F hours[channel_count];
    F gate; ///< share of reach that the gatekeepers leave
    F pilot, pilot_end, pilot_chance;
    F offer_made, extras_value, extras_cost, problem_solved, tailoring, competitor_known;
    F price_award;                                ///< share of a tender's points that go to the price, [0, 1]
    F letter;                                     ///< quality of the letter that is sent, [0, 1]
    F oversold;                                   ///< greatest embellishment that was believed, [0, 1]
    F bribed;                                     ///< somebody took a kickback
    F round, our_level, their_level, their_floor; ///< negotiation: utilities in [0, 1]
    F our_gain_before, our_gain_last;             ///< what their last two offers were worth to us, -1: none yet
    F their_gain_before, their_gain_last;         ///< and ours to them
    F outcome, alternative, closed_week, reason, holder, vetoer, price_agreed, given_away, concession, support;
    // after the sale (engine/relationship.hpp); meaningful where the deal was won
    F later_value, client_quarters, retained, churn, satisfaction, orders, word_of_mouth;
};

/// N deals in play. Lanes that are not `active` are decided: what is said of them later stays as it is, while their minds
/// may run on among those of the others.
template <int N> struct Deal : DealScalars<N> {
    using F = Floats<N>;
    using I = Ints<N>;
    using M = Mask<N>;

    const Plan& plan;
    const StrategyPlan& strategy;
    TraceBuffer* trace;     ///< null unless N = 1 and the replicate is told
    Guide* guide = nullptr; ///< null unless N = 1 and the week is played as it was witnessed
    float* arrays;          ///< where `at` points: n_float elements of N lanes each
    std::int32_t n_float;
    DealArrays at;
    Luck<N> luck;
    int week = 0;
    M active;

    /// State is undefined until begin() (engine/process.hpp); `workspace` holds workspace_size floats.
    Deal(const Plan& of, std::int32_t strategy_index, float* workspace, TraceBuffer* recorder = nullptr)
        : plan(of), strategy(of.strategies[std::size_t(strategy_index)]), trace(recorder), arrays(workspace),
          n_float(static_cast<std::int32_t>(DealArrays::lay_out(at, of, workspace, N)) / N) {}

    /// Value of a parameter in every lane.
    F operator()(Parameter parameter) const {
        return parameter.draw < 0 ? F(parameter.value) : load<N>(at.drawn + parameter.draw * N);
    }
    const F& operator()(Assumption constant) const { return this->assumption[static_cast<int>(constant)]; }
    /// Parameter of the member, or whatever else the lanes turn to.
    F operator()(const std::vector<Parameter>& parameters, std::int32_t element) const {
        return (*this)(parameters[std::size_t(element)]);
    }
    F operator()(const std::vector<Parameter>& parameters, const Groups<N>& groups) const {
        return groups.gather([&](std::int32_t element) { return (*this)(parameters, element); });
    }
    [[nodiscard]] F get(const float* array, std::int32_t element) const { return load<N>(array + element * N); }
    [[nodiscard]] F get(const float* array, const Groups<N>& groups) const {
        return groups.gather([&](std::int32_t element) { return get(array, element); });
    }
    void put(float* array, std::int32_t element, M mask, F value) const { store(array + element * N, mask, value); }
    void put(float* array, const Groups<N>& groups, M mask, F value) const {
        groups.visit([&](std::int32_t element, M lanes) { put(array, element, mask & lanes, value); });
    }
    void set(float* array, std::int32_t element, F value) const { store(array + element * N, value); }

    [[nodiscard]] M in(Stage value) const { return this->stage == F(static_cast<float>(value)); }
    [[nodiscard]] M pilot_is(PilotState value) const { return this->pilot == F(static_cast<float>(value)); }

    /// Trust of a member in a supplier, [0, 1]: Beta reputation with a base rate (Jøsang & Ismail 2002).
    [[nodiscard]] F trust(std::int32_t member, int supplier) const {
        const std::int32_t slot = member * plan.n_supplier + supplier;
        return trust_value(get(at.good, slot), get(at.bad, slot), (*this)(plan.initial_trust[std::size_t(slot)]),
                           (*this)(Assumption::trust_prior_evidence));
    }
    /// Trust in us of the member to whom each lane turns.
    [[nodiscard]] F trust_in_us(const Groups<N>& members) const {
        const auto of = [&](const float* array) {
            return members.gather([&](std::int32_t member) { return get(array, member * plan.n_supplier); });
        };
        const F base_rate =
            members.gather([&](std::int32_t member) { return (*this)(plan.initial_trust, member * plan.n_supplier); });
        return trust_value(of(at.good), of(at.bad), base_rate, (*this)(Assumption::trust_prior_evidence));
    }
    static F trust_value(F good, F bad, F base_rate, F prior_evidence) {
        return (good + prior_evidence * base_rate) / (good + bad + prior_evidence);
    }

    /// Only single deals are told; the recorder costs the others nothing.
    template <class Fill> void tell(TraceEvent::Kind kind, Fill fill) const {
        if constexpr (N == 1) {
            if (trace == nullptr) return;
            TraceEvent event;
            event.kind = kind;
            event.week = static_cast<std::int16_t>(week);
            fill(event);
            trace->add(event);
        }
    }
};

/// Floats of workspace that one seat of `lanes` deals needs.
inline std::size_t floats_of(const Plan& plan, int lanes) {
    DealArrays arrays{};
    return DealArrays::lay_out(arrays, plan, nullptr, lanes);
}

/// A flag as 0 or 1.
template <int N> Floats<N> flag(Mask<N> mask) { return select(mask, Floats<N>(1.0f), Floats<N>(0.0f)); }
/// Sets a scalar of the state in the lanes of the mask.
template <int N> void assign(Floats<N>& scalar, Mask<N> mask, Floats<N> value) { scalar = select(mask, value, scalar); }

template <class Term> constexpr float code(Term term) { return static_cast<float>(static_cast<int>(term)); }

/// Ends the deal in the lanes of the mask; the first end counts.
template <int N>
void close(Deal<N>& deal, Mask<N> mask, Floats<N> outcome, Floats<N> alternative, Floats<N> reason, Floats<N> holder) {
    mask &= deal.active;
    if constexpr (N == 1)
        if (deal.guide != nullptr && !deal.guide->week.closed && mask[0]) { // it was seen to go on
            deal.guide->log_likelihood += surprise;
            return;
        }
    assign(deal.outcome, mask, outcome);
    assign(deal.alternative, mask, alternative);
    assign(deal.reason, mask, reason);
    assign(deal.holder, mask, holder);
    assign(deal.closed_week, mask, Floats<N>(static_cast<float>(deal.week)));
    deal.active &= ~mask;
}

} // namespace assent::inline ASSENT_ISA
