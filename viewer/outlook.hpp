#pragma once
// What a position is worth, from what the account manager knows: the advisor's answer in the form the window shows.
#include "viewer/options.hpp"

#include "experiment/summary.hpp"
#include "rehearsal/advice.hpp"
#include "rehearsal/session.hpp"

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

namespace assent::viewer {

struct OutlookRequest {
    Session session;               ///< standing where one looks from
    std::vector<Interval> earlier; ///< win probability after 0, 1, … weeks where it is known already
    std::int64_t rollouts = usual_rollouts;
};

struct OutlookLine {
    Move move;
    bool wait = false; ///< nothing more this week
    Interval win;      ///< when it is made next
    Interval gain;     ///< against the policy going on at once, same luck
    bool alive = true; ///< not found behind early and looked at less since
};

/// All intervals at 90 %.
struct Outlook {
    Interval won;
    double none = 0, lost = 0;      ///< shares; lost: to a rival, or struck off; with `won` they sum to 1
    std::vector<OutlookLine> lines; ///< best first
    std::vector<Interval> past;     ///< win probability after 0 … n weeks played, from what was known then
    std::vector<Interval> won_in;   ///< share of deals won in week w, from week 0 to the horizon; each by itself
    double median_week = 0;         ///< of the deals won; 0: none
    std::int64_t rollouts = 0;      ///< of all lines
    std::int64_t going_on = 0;      ///< of the policy: behind `won`, shares and weeks
    double rollouts_per_second = 0;
    std::shared_ptr<const Belief> belief; ///< what it was looked at from; null: the deal is decided
    bool final = false;
};

/// Looks ahead in rounds and publishes after each; returns early when cancelled. `beliefs` keeps what was worked out.
Outlook look_ahead(const OutlookRequest& request, Beliefs& beliefs, const std::atomic<bool>& cancelled,
                   const std::function<void(Outlook)>& publish);

} // namespace assent::viewer
