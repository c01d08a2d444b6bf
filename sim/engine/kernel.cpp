#include "engine/kernel.hpp"

#include "engine/kernel_units.hpp"
#include "engine/simulate.hpp"

#include <array>

namespace assent {
namespace {

/// What the week left in everyone's mind.
void tell_minds(const Deal<1>& deal) noexcept {
    for (std::int32_t d = 0; d < deal.plan.n_member; ++d) {
        const float support = support_of(deal, d)[0];
        deal.tell(TraceEvent::Kind::support, [&](TraceEvent& event) {
            event.member = d;
            event.value = support;
        });
        for (std::int32_t o = deal.plan.objection_begin[std::size_t(d)];
             o < deal.plan.objection_begin[std::size_t(d) + 1]; ++o)
            deal.tell(TraceEvent::Kind::severity, [&](TraceEvent& event) {
                event.member = d;
                event.other = o;
                event.topic = deal.plan.root_topic[std::size_t(o)];
                event.value = deal.at.severity[o];
            });
    }
}

void save(const Deal<1>& deal, float* values) noexcept {
    for (std::int32_t i = 0; i < deal.n_float; ++i) *values++ = deal.arrays[i];
    const DealScalars<1>& scalars = deal;
    __builtin_memcpy(values, &scalars, sizeof scalars);
}

void simulate_with(const Plan& plan, const BlockRequest& request, float* workspace, OutcomeRow* rows, float* utilities,
                   const Beginning* from) noexcept {
    switch (request.isa) {
#if defined(__x86_64__)
    case Isa::avx512:
        return simulate_avx512(plan, request, workspace, rows, utilities, from);
    case Isa::avx2:
        return simulate_avx2(plan, request, workspace, rows, utilities, from);
#endif
    case Isa::one:
        return simulate<1>(plan, request, workspace, rows, utilities, from);
    default:
        return simulate<lanes_of(Isa::sse2)>(plan, request, workspace, rows, utilities, from);
    }
}

} // namespace

std::size_t workspace_size(const Plan& plan) noexcept {
    return floats_of(plan, most_lanes) * std::size_t(seats_of(most_lanes));
}

void simulate_block(const Plan& plan, const BlockRequest& request, float* workspace, OutcomeRow* rows,
                    float* utilities) noexcept {
    simulate_with(plan, request, workspace, rows, utilities, nullptr);
}

std::size_t state_size(const Plan& plan) noexcept { return floats_of(plan, 1) + scalar_count<1>; }

void save_state(const Plan& plan, const BlockRequest& replicate, std::int32_t week, float* workspace,
                DealState& state) noexcept {
    Deal<1> deal(plan, replicate.strategy, workspace);
    seat(deal, replicate.seed, replicate.first_replicate, 1);
    begin(deal);
    while (deal.week < week && deal.week < plan.horizon && any(deal.active)) play_week(deal);
    state.strategy = replicate.strategy;
    state.week = deal.week;
    state.decided = !any(deal.active);
    save(deal, state.values.data());
}

SellerView seller_view(const Plan& plan, const DealState& state) noexcept {
    DealArrays at{};
    // The arrays are laid over the state to read it.
    const std::size_t floats = DealArrays::lay_out(at, plan, const_cast<float*>(state.values.data()), 1);
    DealScalars<1> scalars;
    __builtin_memcpy(static_cast<void*>(&scalars), state.values.data() + floats, sizeof(scalars));
    float hours = 0;
    for (const Floats<1> of_channel : scalars.hours) hours += of_channel[0];
    return {at.known,
            at.contacts,
            at.last_touch,
            at.seen,
            at.touches,
            at.objection_known,
            at.root_known,
            at.heard,
            at.means_known,
            static_cast<Stage>(static_cast<int>(scalars.stage[0])),
            static_cast<PilotState>(static_cast<int>(scalars.pilot[0])),
            scalars.offer_made[0] > 0,
            scalars.competitor_known[0] > 0,
            scalars.asked[0] > 0,
            at.price[0],
            hours,
            scalars.spent[0]};
}

void simulate_from(const Plan& plan, const DealState& state, const BlockRequest& request, float* workspace,
                   OutcomeRow* rows) noexcept {
    constexpr std::int32_t place = 0;
    const Beginning from{
        {state.values.data(), &place, 1, state.week}, state.decided, state.strategy == request.strategy};
    simulate_with(plan, request, workspace, rows, nullptr, &from);
}

void simulate_from_each(const Plan& plan, const DealStates& states, const BlockRequest& request, float* workspace,
                        OutcomeRow* rows) noexcept {
    const Beginning from{states};
    simulate_with(plan, request, workspace, rows, nullptr, &from);
}

void open_states(const Plan& plan, const BlockRequest& request, float* workspace, float* states) noexcept {
    Deal<1> deal(plan, request.strategy, workspace);
    for (std::int32_t k = 0; k < request.count; ++k) {
        seat(deal, request.seed, request.first_replicate + static_cast<std::uint64_t>(k), 1);
        begin(deal);
        save(deal, states + std::size_t(k) * state_size(plan));
    }
}

void witness_week(const Plan& plan, const WitnessRequest& request, const WitnessedWeek& week, float* workspace,
                  float* states, float* log_likelihood) noexcept {
    const BlockRequest& deals = request.deals;
    Deal<1> deal(plan, deals.strategy, workspace);
    constexpr std::int32_t place = 0;
    for (std::int32_t k = 0; k < deals.count; ++k) {
        float* state = states + std::size_t(k) * state_size(plan);
        seat(deal, deals.seed, deals.first_replicate + static_cast<std::uint64_t>(k), 1);
        resume(deal, {{state, &place, 1, request.week}});
        open_rules(deal);
        Guide guide{week, static_cast<Stage>(static_cast<int>(deal.stage[0]))};
        deal.guide = &guide;
        play_week(deal);
        open_rules(deal);
        save(deal, state);
        log_likelihood[k] = guide.log_likelihood;
    }
}

void read_minds(const Plan& plan, const float* state, float* workspace, float* support, float* severity) noexcept {
    Deal<1> deal(plan, 0, workspace);
    seat(deal, 0, 0, 1);
    constexpr std::int32_t place = 0;
    resume(deal, {{state, &place, 1, 0}});
    for (std::int32_t d = 0; d < plan.n_member; ++d) support[d] = support_of(deal, d)[0];
    for (std::int32_t o = 0; o < plan.n_objection; ++o) severity[o] = deal.at.severity[o];
}

OutcomeRow trace_replicate(const Plan& plan, std::int32_t strategy, std::uint64_t seed, std::uint64_t replicate,
                           float* workspace, TraceBuffer& trace) noexcept {
    Deal<1> deal(plan, strategy, workspace, &trace);
    seat(deal, seed, replicate, 1);
    begin(deal);
    tell_minds(deal);
    while (deal.week < plan.horizon && any(deal.active)) {
        play_week(deal);
        tell_minds(deal);
    }
    if (any(deal.active)) run_out(deal);
    deal.tell(TraceEvent::Kind::closed, [&](TraceEvent& event) {
        event.other = static_cast<std::int32_t>(deal.outcome[0]);
        event.member = static_cast<std::int32_t>(deal.holder[0]);
        event.topic = static_cast<std::int16_t>(deal.reason[0]);
    });
    serve(deal);
    return row_of(deal, final_support(deal), replicate, 0);
}

namespace {

constexpr std::uint64_t fnv_prime = 1099511628211ull;
/// Powers 0 … 8 of the prime.
constexpr auto fnv_powers = [] {
    std::array<std::uint64_t, 9> powers{1};
    for (std::size_t k = 1; k < powers.size(); ++k) powers[k] = powers[k - 1] * fnv_prime;
    return powers;
}();

} // namespace

std::uint64_t mix_signature(std::uint64_t hash, const OutcomeRow& row) noexcept {
    const auto mix = [&hash](std::uint64_t value) {
        std::size_t bytes = 8;
        for (; value != 0; value >>= 8, --bytes) hash = (hash ^ (value & 0xffu)) * fnv_prime;
        hash *= fnv_powers[bytes]; // zero bytes only multiply, all of them at once
    };
    const auto bits = [](float value) { return std::uint64_t{__builtin_bit_cast(std::uint32_t, value)}; };
    const auto whole = [](std::int64_t value) { return static_cast<std::uint64_t>(value); };
    mix(row.replicate);
    mix(whole(static_cast<int>(row.outcome)) | whole(static_cast<int>(row.stage)) << 8 |
        whole(static_cast<int>(row.pilot)) << 16 | whole(row.alternative & 0xff) << 24 | whole(row.week) << 32);
    mix(whole(row.meetings) | whole(row.touches) << 32);
    mix(whole(row.members_reached) | whole(row.quarters) << 32 | whole(row.retained ? 1 : 0) << 48 |
        whole(static_cast<int>(row.churn)) << 56);
    mix(whole(row.got_through) | whole(row.appointments) << 32);
    mix(whole(row.reason));
    mix(whole(row.reason_holder));
    for (const float value : {row.price, row.margin, row.concession, row.cost_of_sale, row.lifetime_value,
                              row.final_support, row.satisfaction, row.orders, row.word_of_mouth})
        mix(bits(value));
    for (const float hours : row.hours) mix(bits(hours));
    return hash;
}

} // namespace assent
