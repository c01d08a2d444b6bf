#pragma once
// A deal told by hand, with every kind of event in it.
#include "report/hand_made.hpp"

namespace assent::hand_made {

/// Writes events down week by week.
struct Story {
    std::vector<TraceEvent> events;
    int week = 1;

    TraceEvent& add(TraceEvent::Kind kind, int member = -1, int other = -1, double value = 0, bool flag = false) {
        TraceEvent event;
        event.kind = kind;
        event.week = static_cast<std::int16_t>(week);
        event.member = member;
        event.other = other;
        event.value = static_cast<float>(value);
        event.flag = flag;
        return events.emplace_back(event);
    }
    void touch(int member, Act act, Channel channel, bool through, int topic = -1) {
        TraceEvent& event = add(TraceEvent::Kind::touch, member, static_cast<int>(act) % 4, 1.5, through);
        event.act = act;
        event.channel = channel;
        event.topic = static_cast<std::int16_t>(topic);
    }
    /// Minds at the end of the week: support and severities, one value each.
    void end_week(double support, double severity) {
        for (int member = 0; member < 6; ++member) add(TraceEvent::Kind::support, member, -1, support);
        constexpr int holders[] = {0, 1, 1, 1, 2, 3, 3, 4, 4};
        for (int objection = 0; objection < 9; ++objection)
            add(TraceEvent::Kind::severity, holders[objection], objection, severity);
        ++week;
    }
};

inline void tell_opening(Story& story) {
    using Kind = TraceEvent::Kind;
    story.add(Kind::need, -1, -1, 0.6);
    for (int member = 0; member < 4; ++member) story.touch(member, Act::introduce, Channel::email, member % 2 == 0);
    story.add(Kind::stage, -1, static_cast<int>(Stage::screening));
    story.end_week(0.2, 0.6);
    story.add(Kind::need, -1, -1, 0.75);
    story.add(Kind::rival_contact, 1, 1, 0.5);
    story.add(Kind::rival_price_cut, -1, 2, 371e6);
    story.touch(1, Act::discover, Channel::meeting, true);
    story.add(Kind::shortfall, 1, -1, 0.2);
    story.add(Kind::caught, 3, -1, 0.2);
    story.add(Kind::blunder, 2, -1, 0);
    story.add(Kind::objection_found, 1, 3).topic = 13;
    story.add(Kind::root_found, 1, 1).topic = 2;
    story.add(Kind::member_found, 4);
    story.add(Kind::support_seen, 1, -1, 0.31);
    story.add(Kind::support_seen, 0, -1, 0.84);
    story.add(Kind::doubt_heard, 1, 3, 0.5).topic = 13;
    story.add(Kind::stage, -1, static_cast<int>(Stage::evaluation));
    story.end_week(0.24, 0.6);
    for (int quiet = 0; quiet < 3; ++quiet) story.end_week(0.23, 0.59);
}

inline void tell_trial(Story& story) {
    using Kind = TraceEvent::Kind;
    story.touch(3, Act::pilot, Channel::meeting, true);
    story.add(Kind::pilot_start, 3, -1, 0.62);
    story.add(Kind::stage, -1, static_cast<int>(Stage::pilot));
    story.touch(1, Act::address, Channel::phone, true, 0);
    story.add(Kind::relief, 1, 1, 0.45).topic = 0;
    story.touch(4, Act::points, Channel::event, true);
    story.add(Kind::referral, 4, -1, 0, true).topic = 0;
    story.add(Kind::referral, 3, -1, 0, false).topic = 0;
    story.add(Kind::gift, 4).act = Act::points;
    story.add(Kind::gift, 0).act = Act::problem_solving;
    story.add(Kind::kickback, 4, -1, 0, false);
    story.add(Kind::kickback, 2, -1, 0, true);
    story.end_week(0.4, 0.4);
    story.add(Kind::pilot_end, -1, -1, 0, true);
    story.touch(1, Act::offer, Channel::meeting, true);
    story.add(Kind::offer, 1, 3, 441e6);
    story.touch(0, Act::ask_decision, Channel::meeting, true);
    story.add(Kind::decision_asked, 0);
    story.end_week(0.55, 0.2);
}

inline void tell_client(Story& story) {
    using Kind = TraceEvent::Kind;
    const auto quarter = [&](int number, Kind kind, int other, double value) {
        story.add(kind, -1, other, value).week = static_cast<std::int16_t>(number);
    };
    quarter(1, Kind::quarter, 0, 0.55);
    quarter(2, Kind::quarter, 0, 0.58);
    quarter(3, Kind::breakdown, 0, 0.2);
    quarter(3, Kind::quarter, 0, 0.37);
    quarter(4, Kind::quarter, 0, 0.4);
    quarter(4, Kind::renewed, 0, 0.4);
    quarter(5, Kind::quarter, 0, 0.3);
    quarter(5, Kind::client_left, static_cast<int>(Churn::breakdown), 0.3);
    quarter(7, Kind::won_back, static_cast<int>(Churn::breakdown), 1);
    quarter(8, Kind::quarter, 0, 0.5);
}

inline void tell_decision(Story& story, bool won) {
    using Kind = TraceEvent::Kind;
    story.add(Kind::stage, -1, static_cast<int>(Stage::decision));
    constexpr int choices[] = {0, 1, 0, 3, 1, 0};
    for (int member = 0; member < 6; ++member) story.add(Kind::vote, member, choices[member]);
    story.add(Kind::veto, 3, 0);
    story.add(Kind::meeting, -1, -1);
    story.end_week(0.56, 0.2);
    for (int member = 0; member < 6; ++member) story.add(Kind::vote, member, won ? 0 : 1);
    story.add(Kind::meeting, -1, won ? 0 : 1);
    if (!won) {
        story.add(Kind::closed, 1, static_cast<int>(Outcome::lost)).topic = 0;
        story.end_week(0.31, 0.25);
        return;
    }
    story.add(Kind::stage, -1, static_cast<int>(Stage::negotiation));
    for (int round = 1; round <= 5; ++round) {
        story.add(Kind::our_offer, -1, round, 1.0 - 0.1 * round);
        story.add(Kind::their_offer, -1, round, 0.1 * round);
    }
    story.add(Kind::agreement, -1, -1, 428.4e6);
    story.add(Kind::closed, -1, static_cast<int>(Outcome::won));
    story.end_week(0.7, 0.18);
    tell_client(story);
}

inline std::vector<TraceEvent> deal(bool won) {
    Story story;
    tell_opening(story);
    tell_trial(story);
    tell_decision(story, won);
    return story.events;
}

} // namespace assent::hand_made
