#include "viewer/outlook.hpp"

#include "experiment/intervals.hpp"

#include <algorithm>
#include <cmath>

namespace assent::viewer {
namespace {

constexpr std::int64_t past_rollouts = 4096;
constexpr double outlook_confidence = 0.9;

AdviceRequest request_of(const Session& session, std::int64_t rollouts, const std::atomic<bool>& cancelled) {
    AdviceRequest request;
    request.seed = session.seed();
    request.cancelled = &cancelled;
    request.confidence = outlook_confidence;
    request.rollouts = rollouts;
    return request;
}

/// Lines set aside early were played on other luck than the policy since: their gain, which is paired, is told from its value,
/// so that the figures of one list can be compared.
Interval worth_of(const Advice& advice, const Advice::Line& line) {
    if (line.alive) return {line.value, line.low, line.high};
    const auto share = [&](double gain) { return std::clamp(advice.value + gain, 0.0, 1.0); };
    return {share(line.gain), share(line.gain_low), share(line.gain_high)};
}

Outlook outlook_of(const Advice& advice) {
    Outlook outlook;
    outlook.won = {advice.value, advice.low, advice.high};
    outlook.none = advice.none;
    outlook.lost = advice.lost;
    for (const Advice::Line& line : advice.lines)
        if (line.alive || outlook.lines.size() < 8)
            outlook.lines.push_back(
                {line.move, line.wait, worth_of(advice, line), {line.gain, line.gain_low, line.gain_high}, line.alive});
    for (const double share : advice.weeks_histogram)
        outlook.won_in.push_back(wilson_interval(std::llround(share * static_cast<double>(advice.going_on)),
                                                 std::max<std::int64_t>(1, advice.going_on), outlook_confidence));
    outlook.median_week = advice.median_weeks;
    outlook.rollouts = advice.rollouts;
    outlook.going_on = advice.going_on;
    outlook.rollouts_per_second = advice.rollouts_per_second;
    return outlook;
}

/// Win probability from what was known after a week that was played.
Interval worth_of(const Session& session, NodeId node, Beliefs& beliefs, const std::atomic<bool>& cancelled) {
    AdviceRequest request = request_of(session, past_rollouts, cancelled);
    request.only_also = true;
    const Advice advice = advise(session.practice(), *beliefs.at(session, node), session.knowledge(node), {}, request);
    return {advice.value, advice.low, advice.high};
}

void look_back(Outlook& outlook, const OutlookRequest& request, Beliefs& beliefs, const std::atomic<bool>& cancelled) {
    const Session& session = request.session;
    outlook.past = request.earlier;
    std::size_t week = 0;
    for (const NodeId node : session.path(session.current())) {
        if (node != 0 && !session.tree()[std::size_t(node)].plays_week) continue;
        if (week++ < outlook.past.size()) continue;
        if (cancelled) return;
        if (session.decided(node)) {
            const double won = session.row(node).outcome == Outcome::won ? 1 : 0;
            outlook.past.push_back({won, won, won});
            return;
        }
        const bool looked_at = node == session.current() && !outlook.won_in.empty(); // one figure for one position
        outlook.past.push_back(looked_at ? outlook.won : worth_of(session, node, beliefs, cancelled));
    }
}

} // namespace

Outlook look_ahead(const OutlookRequest& request, Beliefs& beliefs, const std::atomic<bool>& cancelled,
                   const std::function<void(Outlook)>& publish) {
    const Session& session = request.session;
    Outlook outlook;
    if (!session.decided(session.current())) {
        const std::shared_ptr<const Belief> belief = beliefs.at(session, session.current());
        AdviceSearch search(*belief, session.knowledge(), session.planned(session.current()),
                            request_of(session, request.rollouts, cancelled));
        while (!cancelled && search.step()) {
            outlook = outlook_of(search.advice());
            outlook.belief = belief;
            publish(outlook);
        }
    }
    look_back(outlook, request, beliefs, cancelled);
    outlook.final = true;
    return outlook;
}

} // namespace assent::viewer
