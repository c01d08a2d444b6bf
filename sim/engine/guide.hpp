#pragma once
// Playing a week as it was witnessed: whatever the seller saw happens, with the chance that this deal gave it as its
// likelihood; what he did not see is left to luck. All of it is for single deals under a guide and vanishes elsewhere.
#include "engine/mind.hpp"

namespace assent::inline ASSENT_ISA {

template <int N> Guide* guide_of(const Deal<N>& deal) {
    if constexpr (N == 1)
        return deal.guide;
    else
        return nullptr;
}

/// Counts an event of the given probability density or chance, at least `surprise`.
inline void count_evidence(Guide& guide, float log_density) {
    guide.log_likelihood += log_density > surprise ? log_density : surprise;
}
inline void count_chance(Guide& guide, float chance) {
    count_evidence(guide, logarithm(Floats<1>(chance > 0 ? chance : 0.0f))[0]);
}

/// The next touch of this kind among those witnessed.
template <int N> void look_at_touch(Deal<N>& deal, std::int32_t member, Act act) {
    if constexpr (N == 1) {
        Guide* guide = guide_of(deal);
        if (guide == nullptr) return;
        guide->touch = nullptr;
        for (std::int32_t t = guide->next_touch; t < guide->week.n_touch; ++t) {
            const WitnessedTouch& touch = guide->week.touches[t];
            if (touch.member != member || touch.act != act) continue;
            guide->touch = &touch;
            guide->next_touch = t + 1;
            return;
        }
        guide->log_likelihood += surprise;
    }
}

/// Something of the given chance has happened in a deal or not: under a guide it has happened as `seen(touch)` says.
template <int N, class Seen> void as_witnessed(Deal<N>& deal, Mask<N>& happened, Floats<N> chance, Seen seen) {
    if constexpr (N == 1) {
        Guide* guide = guide_of(deal);
        if (guide == nullptr || guide->touch == nullptr) return;
        const bool so = seen(*guide->touch);
        count_chance(*guide, so ? chance[0] : 1.0f - chance[0]);
        happened = Mask<N>::all(so);
    }
}

/// Distribution function of the standard normal within 1e-7 (Zelen & Severo, in Abramowitz & Stegun 26.2.17).
inline float normal_share(float x) {
    const float size = x < 0 ? -x : x, t = 1.0f / (1.0f + 0.2316419f * size);
    const float tail =
        exponential(Floats<1>(-0.5f * size * size))[0] * 0.39894228f * t *
        (0.319381530f + t * (-0.356563782f + t * (1.781477937f + t * (-1.821255978f + t * 1.330274429f))));
    return x < 0 ? tail : 1.0f - tail;
}
/// Logarithm of the normal density, without the constant.
inline float log_normal(float difference, float deviation) {
    const float z = difference / deviation;
    return -0.5f * z * z - logarithm(Floats<1>(deviation))[0];
}

/// What a touch showed: support with an error of the given deviation, cut to [0, 1].
inline void count_seen(Guide& guide, float support, float seen, float deviation) {
    const float spread = deviation > seen_tolerance ? deviation : seen_tolerance;
    if (seen <= 0)
        count_chance(guide, normal_share(-support / spread));
    else if (seen >= 1)
        count_chance(guide, normal_share((support - 1.0f) / spread));
    else
        count_evidence(guide, log_normal(seen - support, spread));
}

/// The member's support as seen, and how strong his known doubts are: from here on the deal has what was heard.
template <int N> void note_as_witnessed(Deal<N>& deal, std::int32_t member, Floats<N>& seen, Floats<N> deviation) {
    if constexpr (N == 1) {
        Guide* guide = guide_of(deal);
        if (guide == nullptr || guide->touch == nullptr) return;
        if (guide->touch->seen >= 0) {
            count_seen(*guide, support_of(deal, member)[0], guide->touch->seen, deviation[0]);
            seen = Floats<N>(guide->touch->seen);
        }
        if (guide->week.heard == nullptr) return;
        const std::size_t m = std::size_t(member);
        for (std::int32_t o = deal.plan.objection_begin[m]; o < deal.plan.objection_begin[m + 1]; ++o) {
            const float heard = guide->week.heard[o];
            if (heard < 0 || deal.at.objection_known[o] != 1.0f || deal.at.severity[o] == heard) continue;
            count_evidence(*guide,
                           log_normal(heard - deal.at.severity[o], heard_tolerance) - log_normal(0, heard_tolerance));
            deal.at.severity[o] = heard;
        }
    }
}

/// Our own price is what we offered.
template <int N> void price_as_witnessed(Deal<N>& deal) {
    if constexpr (N == 1) {
        const Guide* guide = guide_of(deal);
        if (guide != nullptr && guide->touch != nullptr && guide->touch->price >= 0)
            deal.at.price[0] = guide->touch->price;
    }
}

/// A doubt that this deal does not have is not found.
template <int N> Floats<N> chance_to_find(const Deal<N>& deal, std::int32_t objection, Floats<N> chance) {
    if constexpr (N == 1)
        if (guide_of(deal) != nullptr && !(deal(deal.plan.severity[std::size_t(objection)])[0] > 0))
            return Floats<N>(0.0f);
    return chance;
}

/// Does the talk bring up the client's own means and its other bidders: shown only while some of that is unknown.
template <int N> void talk_as_witnessed(Deal<N>& deal, Mask<N>& company_talk, Floats<N> chance) {
    if constexpr (N == 1) {
        if (guide_of(deal) == nullptr) return;
        bool shows = deal.plan.n_supplier > 1 && !(deal.competitor_known[0] > 0);
        for (std::int32_t x = 0; x < deal.plan.n_extra; ++x) shows |= deal.at.means_known[x] != 1.0f;
        if (shows) as_witnessed(deal, company_talk, chance, [](const WitnessedTouch& touch) { return touch.means; });
    }
}

/// A trial ends in the week in which it was seen to end.
template <int N> void end_trial_as_witnessed(Deal<N>& deal, Mask<N>& ends, Mask<N>& passes) {
    if constexpr (N == 1) {
        Guide* guide = guide_of(deal);
        if (guide == nullptr || !deal.pilot_is(PilotState::running)[0]) return;
        const bool ended = guide->week.pilot == PilotState::passed || guide->week.pilot == PilotState::failed;
        if (ended != ends[0]) guide->log_likelihood += surprise;
        ends = Mask<N>::all(ended);
        if (!ended) return;
        const bool passed = guide->week.pilot == PilotState::passed;
        count_chance(*guide, passed ? deal.pilot_chance[0] : 1.0f - deal.pilot_chance[0]);
        passes = Mask<N>::all(passed);
    }
}

/// The client stands where it was seen to stand.
template <int N> void stand_as_witnessed(Deal<N>& deal) {
    if constexpr (N == 1) {
        Guide* guide = guide_of(deal);
        if (guide == nullptr || deal.in(guide->week.stage)[0]) return;
        guide->log_likelihood += surprise;
        deal.stage = Floats<N>(code(guide->week.stage));
        deal.stage_week = Floats<N>(static_cast<float>(guide->week.stage_week));
        const bool unheard = guide->before <= Stage::screening && !(deal.asked[0] > 0);
        deal.excluded = Floats<N>(guide->week.stage == Stage::decision && unheard ? 1.0f : 0.0f);
    }
}

/// The centre meets in the weeks in which it was seen to meet.
template <int N> void meet_as_witnessed(Deal<N>& deal, Mask<N>& meeting) {
    if constexpr (N == 1) {
        Guide* guide = guide_of(deal);
        if (guide == nullptr || guide->week.met == meeting[0]) return;
        guide->log_likelihood += surprise;
        meeting = Mask<N>::all(guide->week.met);
        if (!guide->week.met) deal.next_meeting = Floats<N>(static_cast<float>(deal.week + 1));
    }
}

/// … and settles on what it was seen to settle on. Its chance is that of many meetings, each with luck of its own, which
/// `meet` holds: an estimate without bias.
template <int N, class Meet> void settle_as_witnessed(Deal<N>& deal, Floats<N>& choice, Meet meet) {
    if constexpr (N == 1) {
        Guide* guide = guide_of(deal);
        if (guide == nullptr) return;
        const Floats<N> settled(static_cast<float>(guide->week.settled)), meetings = deal.meetings;
        const Floats<N> vetoer = choice[0] == settled[0] ? deal.vetoer : Floats<N>(-1.0f);
        int agreed = 0;
        for (int draw = 0; draw < meeting_draws; ++draw) {
            deal.luck.week = static_cast<std::uint32_t>(deal.week + (draw << 10)); // no week of a deal is 1024
            agreed += (draw == 0 ? choice : meet())[0] == settled[0] ? 1 : 0;
        }
        deal.luck.week = static_cast<std::uint32_t>(deal.week);
        deal.meetings = meetings;
        count_chance(*guide, static_cast<float>(agreed) / static_cast<float>(meeting_draws));
        choice = settled;
        deal.vetoer = vetoer;
    }
}

/// The week is over: talks and the end of the deal agree with what was seen.
template <int N> void end_week_as_witnessed(Deal<N>& deal) {
    if constexpr (N == 1) {
        Guide* guide = guide_of(deal);
        if (guide == nullptr) return;
        const WitnessedWeek& week = guide->week;
        if (week.their_offer >= 0)
            count_evidence(*guide, log_normal(week.their_offer - deal.our_gain_last[0], offer_tolerance) -
                                       log_normal(0, offer_tolerance));
        const bool same_end = deal.outcome[0] == code(week.outcome) && !deal.active[0];
        if (week.closed && !same_end) guide->log_likelihood += surprise;
        if (week.closed) deal.active = Mask<N>::all(false);
    }
}

} // namespace assent::inline ASSENT_ISA
