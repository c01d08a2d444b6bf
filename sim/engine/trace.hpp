#pragma once
// What happened in one replicate, event by event, as integers; report/narrator.cpp tells it in words.
#include "engine/terms.hpp"

#include <cstdint>

namespace assent {

struct TraceEvent {
    enum class Kind : std::uint8_t {
        need,            ///< value = need of the week, [0, 1]
        rival_contact,   ///< member, other = alternative, value = trust events
        rival_price_cut, ///< other = alternative, value = new price
        touch,           ///< member, act, channel, topic (-1 none), other = rule, flag = got through, value = hours
        blunder,         ///< member, flag = eliminated us
        shortfall,       ///< member, value = expertise lacking
        referral,        ///< member, topic = what the friend praised, flag = our first words said the same
        caught,          ///< member, value = embellishment
        relief,          ///< member, other = objection, topic = root, value = share queued
        objection_found, ///< member, other = objection, topic = stated topic
        root_found,      ///< member, other = objection, topic = root topic
        member_found,    ///< member
        support_seen,    ///< member, value = support as seen, [0, 1]
        doubt_heard,     ///< member, other = objection known to the seller, topic = as he takes it, value = its severity
        offer,           ///< member, value = price offered, other = bit set of extras
        pilot_start,     ///< member, value = chance of success
        pilot_end,       ///< flag = passed
        kickback,        ///< member, flag = accepted
        gift,            ///< member, act = points or problem_solving
        decision_asked,  ///< member
        stage,           ///< other = new stage
        support,         ///< member, value = probability of choosing us at the end of the week (every week, all)
        severity,        ///< member, other = objection, value = severity at the end of the week
        vote,            ///< member, other = alternative chosen at the meeting
        veto,            ///< member, other = alternative refused
        meeting,         ///< other = alternative the centre settled on, -1: no agreement yet
        our_offer,       ///< other = round, value = our utility, second = theirs
        their_offer,     ///< other = round, value = our utility, second = theirs
        agreement,       ///< value = price
        walk_away,       ///< other = round
        closed,          ///< other = outcome, member = holder of the reason or -1, topic = reason or -1
        // after the sale, in order of the quarter, which stands in `week`
        quarter,     ///< value = satisfaction, [0, 1]
        breakdown,   ///< value = satisfaction lost
        renewed,     ///< value = satisfaction
        client_left, ///< other = Churn, value = satisfaction
        won_back,    ///< other = Churn that was the cause, value = 1 if it had been learned
    };
    Kind kind = Kind::need;
    bool flag = false;
    std::int16_t week = 0;
    std::int32_t member = -1, other = -1;
    std::int16_t topic = -1;
    Act act = Act::introduce;
    Channel channel = Channel::meeting;
    float value = 0, second = 0;
};

/// Does the event belong to the quarters after the sale.
constexpr bool is_after_sale(TraceEvent::Kind kind) { return kind >= TraceEvent::Kind::quarter; }

/// Receives the events of a single deal; fixed room, so that the kernel stays free of allocation. When the room is
/// used up events are counted in `dropped` and left out.
struct TraceBuffer {
    TraceEvent* events = nullptr;
    std::int64_t capacity = 0, size = 0, dropped = 0;
    void add(const TraceEvent& event) noexcept {
        if (size < capacity)
            events[size++] = event;
        else
            ++dropped;
    }
};

} // namespace assent
