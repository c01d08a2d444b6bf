#include "viewer/replay.hpp"

#include "viewer/language.hpp"

#include "experiment/run.hpp"
#include "experiment/told_replicate.hpp"
#include "model/user_error.hpp"
#include "report/reason_words.hpp"
#include "sweep/stored_point.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace assent::viewer {

DealList list_deals(const DealsQuestion& question, const std::atomic<bool>& cancelled,
                    const std::function<void(DealList)>&) {
    DealList list;
    list.question = question;
    try {
        SweepStore store(question.store);
        list.seed = store.manifest().seed;
        list.played = store.replicates(question.point);
        list.client =
            make_client(question.store, stored_scenario(store, question.point, question.company, question.values));
        const auto& strategies = list.client->model.strategies;
        const auto found = std::ranges::find(strategies, question.strategy, &Strategy::id);
        if (found == strategies.end())
            throw UserError(
                fmt::format("{}: the scenario of point {} has no strategy {} (the store is damaged); go back "
                            "to a copy",
                            question.store.string(), question.point + 1, question.strategy));
        list.strategy = static_cast<std::int32_t>(found - strategies.begin());
        RunRequest request;
        request.seed = list.seed;
        request.replicates = std::min(list.played, deals_listed);
        request.strategies = {list.strategy};
        request.threads = 1;
        request.cancelled = &cancelled;
        if (request.replicates > 0)
            run(list.client->plan, request, {}, [&](std::size_t, std::span<const OutcomeRow> rows) {
                list.rows.insert(list.rows.end(), rows.begin(), rows.end());
            });
    } catch (const UserError& error) {
        list.client = nullptr;
        list.problem = error.what();
    }
    return list;
}

Replay replay_deal(const ReplayQuestion& question, const std::atomic<bool>&, const std::function<void(Replay)>&) {
    const DealList& deals = *question.deals;
    const Plan& plan = deals.client->plan;
    Retold retold = retell(plan, deals.strategy, deals.seed, question.replicate);
    Replay replay{question.deals, retold.row, std::move(retold.events), {}, {}};
    replay.story = narrate(deals.client->model, plan, deals.strategy, replay.events);
    for (const TraceEvent& event : replay.events) {
        if (event.kind != TraceEvent::Kind::support) continue;
        const auto week = static_cast<std::size_t>(event.week);
        while (replay.support.size() <= week) // a week in which nobody's mind is told leaves all as they were
            replay.support.push_back(replay.support.empty()
                                         ? std::vector<float>(static_cast<std::size_t>(plan.n_member), -1)
                                         : replay.support.back());
        replay.support[week][static_cast<std::size_t>(event.member)] = event.value;
    }
    return replay;
}

Knowledge Replay::at(int week) const {
    const Plan& plan = deals->client->plan;
    Knowledge all;
    all.week = week;
    all.decided = week >= row.week;
    all.outcome = row.outcome;
    all.members.resize(static_cast<std::size_t>(plan.n_member));
    std::vector<float> severity(static_cast<std::size_t>(plan.n_objection));
    for (std::int32_t member = 0; member < plan.n_member; ++member) {
        KnownMember& person = all.members[static_cast<std::size_t>(member)];
        person.member = member;
        person.known = true;
        person.seen_week = week;
        person.seen = support[static_cast<std::size_t>(week)][static_cast<std::size_t>(member)];
    }
    for (const TraceEvent& event : events) {
        if (event.week > week || is_after_sale(event.kind)) break;
        if (event.kind == TraceEvent::Kind::severity) severity[static_cast<std::size_t>(event.other)] = event.value;
        if (event.kind == TraceEvent::Kind::stage) all.stage = static_cast<Stage>(event.other);
        if (event.kind != TraceEvent::Kind::touch || !event.flag) continue;
        KnownMember& person = all.members[static_cast<std::size_t>(event.member)];
        ++person.contacts;
        person.last_touch = event.week;
    }
    for (std::int32_t member = 0; member < plan.n_member; ++member)
        for (std::int32_t o = plan.objection_begin[static_cast<std::size_t>(member)];
             o < plan.objection_begin[static_cast<std::size_t>(member) + 1]; ++o)
            if (severity[static_cast<std::size_t>(o)] > 0)
                all.members[static_cast<std::size_t>(member)].objections.push_back(
                    {o, plan.root_topic[static_cast<std::size_t>(o)], true, severity[static_cast<std::size_t>(o)],
                     week});
    return all;
}

std::string outcome_words(const Model& model, const OutcomeRow& row) {
    if (row.outcome == Outcome::won) return trf("Won in week {}", row.week);
    const std::string why = loss_reason_name(model, row.reason_holder, row.reason);
    if (row.outcome == Outcome::no_decision) return trf("No decision until week {}: {}", row.week, why);
    if (row.outcome == Outcome::eliminated) return trf("Struck off the list in week {}: {}", row.week, why);
    return trf("Lost in week {}: {}", row.week, why);
}

} // namespace assent::viewer
