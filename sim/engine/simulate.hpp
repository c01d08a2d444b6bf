#pragma once
// A block of replicates, N side by side. The units kernel_*.cpp instantiate this, each for an instruction set.
#include "engine/kernel_units.hpp"
#include "engine/process.hpp"
#include "engine/relationship.hpp"
#include "engine/row.hpp"

#include <utility>

namespace assent::inline ASSENT_ISA {

/// The replicates first … first + N - 1; lanes from `used` on are idle.
template <int N> void seat(Deal<N>& deal, std::uint64_t seed, std::uint64_t first, int used) noexcept {
    deal.luck.keys = PhiloxKeys(static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32));
    Ints<N> active(0);
    for (int lane = 0; lane < N; ++lane) {
        const std::uint64_t replicate = first + static_cast<std::uint64_t>(lane);
        deal.luck.replicate_low.set(lane, static_cast<std::uint32_t>(replicate));
        deal.luck.replicate_high.set(lane, static_cast<std::uint32_t>(replicate >> 32));
        active.set(lane, lane < used ? 1 : 0);
    }
    deal.active = active != Ints<N>(0);
}

template <int N> inline constexpr std::int32_t scalar_count = sizeof(DealScalars<N>) / sizeof(Floats<N>);
/// The scalars of a deal as an array of lanes, like its other arrays.
template <int N> float* scalars_of(Deal<N>& deal) {
    return reinterpret_cast<float*>(static_cast<DealScalars<N>*>(&deal));
}

/// Puts each lane of the deal into the saved state of its replicate.
template <int N> void resume(Deal<N>& deal, const Beginning& from) noexcept {
    const DealStates& states = from.states;
    const std::size_t size = std::size_t(deal.n_float) + std::size_t(scalar_count<N>);
    for (int lane = 0; lane < N; ++lane) {
        const std::uint64_t state = deal.luck.replicate(lane) % static_cast<std::uint64_t>(states.count);
        const float* value = states.values + std::size_t(states.places[state]) * size;
        for (std::int32_t i = 0; i < deal.n_float; ++i) deal.arrays[i * N + lane] = *value++;
        for (std::int32_t i = 0; i < scalar_count<N>; ++i) scalars_of(deal)[i * N + lane] = *value++;
    }
    if (!from.same_strategy) {
        deal.luck.week = 0;
        choose_letter(deal);
        open_rules(deal);
    }
    deal.week = states.week;
    if (from.decided) deal.active = Mask<N>::all(false);
}

/// Undecided lanes of `pool` take the places of decided lanes of `deal`, as many as there are; both are in one week.
template <int N> void refill(Deal<N>& deal, Deal<N>& pool) noexcept {
    const int places = N - count(deal.active), ready = count(pool.active);
    Ints<N> to_deal(0), to_pool(0), enters(0), leaves(0);
    for (int in = 0, out = 0, left = places < ready ? places : ready; left > 0; --left, ++in, ++out) {
        while (deal.active[in]) ++in;
        while (!pool.active[out]) ++out;
        to_deal.set(in, out);
        enters.set(in, 1);
        to_pool.set(out, in);
        leaves.set(out, 1);
    }
    const Mask<N> in = enters != Ints<N>(0), out = leaves != Ints<N>(0);
    const auto swap = [&](Floats<N>& mine, Floats<N>& theirs) {
        const Floats<N> kept = select(in, permute(theirs, to_deal), mine);
        theirs = select(out, permute(mine, to_pool), theirs);
        mine = kept;
    };
    const auto swap_arrays = [&](float* mine, float* theirs, std::int32_t elements) {
        for (std::int32_t i = 0; i < elements * N; i += N) {
            Floats<N> x = load<N>(mine + i), y = load<N>(theirs + i);
            swap(x, y);
            store(mine + i, x);
            store(theirs + i, y);
        }
    };
    const auto swap_words = [&](Words<N>& mine, Words<N>& theirs) {
        Floats<N> x = bits_as<float>(mine), y = bits_as<float>(theirs);
        swap(x, y);
        mine = bits_as<std::uint32_t>(x);
        theirs = bits_as<std::uint32_t>(y);
    };
    swap_words(deal.luck.replicate_low, pool.luck.replicate_low);
    swap_words(deal.luck.replicate_high, pool.luck.replicate_high);
    swap_arrays(deal.arrays, pool.arrays, deal.n_float);
    swap_arrays(scalars_of(deal), scalars_of(pool), scalar_count<N>);
    deal.active |= in;
    pool.active &= ~out;
}

/// What remains to be done for N deals that are over, or whose horizon is reached: the reasons, the quarters after the
/// sale, the rows in the order of the replicates.
template <int N> void finish(Deal<N>& deal, const BlockRequest& request, OutcomeRow* rows, float* utilities) noexcept {
    if (any(deal.active)) run_out(deal);
    serve(deal);
    const Floats<N> support = final_support(deal);
    const std::int32_t size = deal.plan.n_member * deal.plan.n_alternative;
    for (int lane = 0; lane < N; ++lane) {
        const std::uint64_t replicate = deal.luck.replicate(lane), place = replicate - request.first_replicate;
        if (place >= static_cast<std::uint64_t>(request.count)) continue; // an idle lane
        rows[place] = row_of(deal, support, replicate, lane);
        if (utilities == nullptr) continue;
        for (std::int32_t i = 0; i < size; ++i)
            utilities[place * std::size_t(size) + std::size_t(i)] = deal.at.view[i * N + lane];
    }
}

/// Plays a block. N deals side by side fill a seat; as deals are decided its lanes fall idle. Half idle, a seat waits for
/// another that comes to the same week and takes the open deals over. No row can depend on it: a deal knows nothing of
/// its neighbours.
template <int N> class BlockPlay {
  public:
    /// `from`, when not null, says in which states the deals begin.
    BlockPlay(const Plan& plan, const BlockRequest& request, float* workspace, OutcomeRow* rows, float* utilities,
              const Beginning* from) noexcept
        : BlockPlay(plan, request, workspace, rows, utilities, from, std::make_index_sequence<seats_of(N)>()) {}

    void play() noexcept {
        for (int seat = next_seat(); seat >= 0; seat = next_seat()) play(seat);
    }

  private:
    template <std::size_t... Seat>
    BlockPlay(const Plan& plan, const BlockRequest& request, float* workspace, OutcomeRow* rows, float* utilities,
              const Beginning* from, std::index_sequence<Seat...>) noexcept
        : request_(request), from_(from), rows_(rows),
          utilities_(utilities), deals_{Deal<N>(plan, request.strategy, workspace + Seat * floats_of(plan, N))...} {}

    /// A free seat with the next replicates, or when there are no more the waiting seat of the earliest week; -1: none.
    int next_seat() noexcept {
        int free = -1, earliest = -1;
        for (int seat = 0; seat < seats_of(N); ++seat) {
            if (!waits_[seat])
                free = seat;
            else if (earliest < 0 || deals_[seat].week < deals_[earliest].week)
                earliest = seat;
        }
        if (started_ < request_.count) {
            const int used = request_.count - started_ < N ? request_.count - started_ : N;
            seat(deals_[free], request_.seed, request_.first_replicate + static_cast<std::uint64_t>(started_), used);
            started_ += used;
            if (from_ == nullptr)
                begin(deals_[free]);
            else
                resume(deals_[free], *from_);
            return free;
        }
        if (earliest >= 0) waits_[earliest] = false;
        return earliest;
    }

    void play(int seat) noexcept {
        Deal<N>& deal = deals_[seat];
        while (deal.week < deal.plan.horizon && any(deal.active)) {
            play_week(deal);
            if (N == 1 || deal.week % weeks_between_checks != 0) continue;
            const int open = count(deal.active);
            if (open == 0 || open > most_open) continue;
            const bool refilled = take_over(seat);
            if (!refilled && started_ < request_.count && room()) {
                waits_[seat] = true;
                return;
            }
        }
        finish(deal, request_, rows_, utilities_);
    }

    /// Takes over the open deals of a seat that waits in the same week.
    bool take_over(int seat) noexcept {
        for (int other = 0; other < seats_of(N); ++other) {
            if (!waits_[other] || deals_[other].week != deals_[seat].week) continue;
            refill(deals_[seat], deals_[other]);
            if (!any(deals_[other].active)) {
                waits_[other] = false;
                finish(deals_[other], request_, rows_, utilities_);
            }
            return true;
        }
        return false;
    }

    /// Is there another free seat for the next replicates.
    [[nodiscard]] bool room() const noexcept {
        int waiting = 0;
        for (const bool waits : waits_) waiting += waits ? 1 : 0;
        return waiting + 1 < seats_of(N);
    }

    static constexpr int weeks_between_checks = 2, most_open = 3 * N / 4;

    const BlockRequest& request_;
    const Beginning* from_;
    OutcomeRow* rows_;
    float* utilities_;
    int started_ = 0; ///< replicates that have been given a seat
    bool waits_[seats_of(N)] = {};
    Deal<N> deals_[seats_of(N)];
};

template <int N>
void simulate(const Plan& plan, const BlockRequest& request, float* workspace, OutcomeRow* rows, float* utilities,
              const Beginning* from = nullptr) noexcept {
    BlockPlay<N>(plan, request, workspace, rows, utilities, from).play();
}

} // namespace assent::inline ASSENT_ISA
