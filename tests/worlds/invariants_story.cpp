// The row against the trace: one end, stages forward, probabilities, meetings, vetoes, prices.
#include "worlds/invariants.hpp"

#include <fmt/format.h>

#include <cmath>
#include <set>

namespace assent::worlds {
namespace {

using Kind = TraceEvent::Kind;

/// Reads the trace from the first event to the last.
class Story {
  public:
    Story(const Model& model, const Plan& plan, Broken& broken) : model_(model), plan_(plan), broken_(broken) {}

    void hear(const TraceEvent& event) {
        if (is_after_sale(event.kind)) return follow_client(event);
        expect(!closed_, "something happened after the end");
        expect(event.week >= week_, "weeks run backwards");
        expect(event.member >= -1 && event.member < plan_.n_member, "an event with nobody we know");
        week_ = event.week;
        check_share(event);
        follow(event);
    }

    void compare(const OutcomeRow& row) {
        expect(closed_, "the deal has no end");
        expect(outcome_ == static_cast<int>(row.outcome), "another outcome than in the row");
        expect(quarters_ == row.quarters, "{} quarters told, the row has {}", quarters_, row.quarters);
        expect(row.quarters == 0 || client_ == row.retained, "another end than in the row");
        expect(week_ == row.week, "the end is told in week {}, the row has {}", week_, row.week);
        expect(stage_ == static_cast<int>(row.stage), "another stage than in the row");
        expect(touches_ == row.touches, "another number of touches than in the row");
        expect(meetings_ == row.meetings, "another number of meetings than in the row");
        expect(static_cast<int>(reached_.size()) == row.members_reached, "other members reached than in the row");
        expect(agreed_ == (row.outcome == Outcome::won), "won without agreement, or agreed and not won");
        expect(!agreed_ || price_ == row.price, "another price than in the row");
        expect(blundered_ == (row.outcome == Outcome::eliminated), "eliminated without a blunder in screening");
        for (int channel = 0; channel < channel_count; ++channel)
            expect(std::abs(row.hours[channel] - hours_[channel]) <= 1e-4f * (1 + hours_[channel]),
                   "other hours than in the row");
    }

  private:
    template <class... Args>
    void expect(bool holds, fmt::format_string<const Args&...> otherwise, const Args&... args) {
        if (!holds) broken_.push_back(fmt::format("week {}: ", week_) + fmt::format(otherwise, args...));
    }

    void check_share(const TraceEvent& event) {
        const bool is_share = event.kind == Kind::need || event.kind == Kind::support ||
                              event.kind == Kind::support_seen || event.kind == Kind::severity ||
                              event.kind == Kind::doubt_heard || event.kind == Kind::pilot_start ||
                              event.kind == Kind::our_offer || event.kind == Kind::their_offer;
        if (!is_share) return;
        for (const float value : {event.value, event.second})
            expect(value >= 0.0f && value <= 1.0f, "{} outside [0, 1] in an event of kind {}", value,
                   static_cast<int>(event.kind));
    }

    void follow(const TraceEvent& event) {
        switch (event.kind) {
        case Kind::stage:
            expect(event.other > stage_, "a stage backwards");
            stage_ = event.other;
            // Talks begin in the week of the meeting that settled on us, and nobody there refused.
            if (stage_ == static_cast<int>(Stage::negotiation))
                expect(last_choice_ == 0 && meeting_week_ == week_ && !vetoed_, "talks without a favourable meeting");
            break;
        case Kind::touch:
            ++touches_;
            hours_[static_cast<int>(event.channel)] += event.value;
            break;
        case Kind::support_seen:
            reached_.insert(event.member);
            break;
        case Kind::blunder:
            blundered_ = blundered_ || event.flag;
            break;
        case Kind::agreement:
            agreed_ = true;
            price_ = event.value;
            break;
        case Kind::closed:
            closed_ = true;
            outcome_ = event.other;
            break;
        default:
            follow_meeting(event);
        }
    }

    /// Quarters come in order, only after a win, and none is lived as a client after leaving.
    void follow_client(const TraceEvent& event) {
        expect(closed_ && outcome_ == static_cast<int>(Outcome::won), "a quarter without a sale");
        expect(event.week >= quarter_ && event.week >= 1 && event.week <= plan_.quarters, "quarter {}", event.week);
        expect(event.value >= 0 && event.value <= 1, "satisfaction {}", event.value);
        quarter_ = event.week;
        if (event.kind == Kind::client_left) client_ = false;
        if (event.kind == Kind::won_back) client_ = true;
        if (event.kind != Kind::quarter) return;
        expect(client_, "served somebody who had left");
        ++quarters_;
    }

    void follow_meeting(const TraceEvent& event) {
        if (event.kind == Kind::vote) {
            expect(event.other >= 0 && event.other < plan_.n_alternative, "a vote for nothing on the table");
            voted_.insert(event.member);
        }
        if (event.kind == Kind::veto) {
            expect(model_.centre.stakeholder(event.member).veto, "a veto of somebody who has none");
            vetoed_now_ = true;
        }
        if (event.kind != Kind::meeting) return;
        ++meetings_;
        expect(static_cast<int>(voted_.size()) == plan_.n_member, "not everybody voted");
        expect(!vetoed_now_ || event.other == -1, "what was vetoed was settled on");
        last_choice_ = event.other;
        meeting_week_ = week_;
        vetoed_ = vetoed_now_;
        voted_.clear();
        vetoed_now_ = false;
    }

    const Model& model_;
    const Plan& plan_;
    Broken& broken_;
    int week_ = 0, stage_ = 0, outcome_ = -1, touches_ = 0, meetings_ = 0, last_choice_ = -2, meeting_week_ = -1;
    int quarter_ = 0, quarters_ = 0;
    bool client_ = true;
    bool closed_ = false, agreed_ = false, blundered_ = false, vetoed_ = false, vetoed_now_ = false;
    float price_ = 0, hours_[channel_count] = {};
    std::set<std::int32_t> reached_, voted_;
};

} // namespace

void check_story(const Model& model, const Plan& plan, const Told& told, Broken& broken) {
    Story story(model, plan, broken);
    for (const TraceEvent& event : told.events) story.hear(event);
    story.compare(told.row);
}

} // namespace assent::worlds
