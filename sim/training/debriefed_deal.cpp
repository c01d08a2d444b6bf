#include "training/debriefed_deal.hpp"

#include "rehearsal/session_file.hpp"

namespace assent {

DealKey key_of(const Session& session) {
    return {scenario_identity(session.practice().model()), session.seed(), session.replicate()};
}

std::optional<DebriefedDeal> debriefed_deal(const Session& session, NodeId leaf, const Debrief& debrief) {
    if (!session.decided(leaf)) return std::nullopt;
    DebriefedDeal deal;
    deal.key = key_of(session);
    deal.title = session.practice().model().title;
    deal.won = debrief.row.outcome == Outcome::won;
    deal.points = debrief.total;
    for (const SkillScore& score : debrief.skills)
        deal.skills[static_cast<std::size_t>(score.skill)] = score.of > 0 ? score.points / score.of : 0;
    deal.forecasts = debrief.forecasts;
    return deal;
}

} // namespace assent
