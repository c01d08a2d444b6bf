#pragma once
// Everything that a report needs, by hand.
#include "report/hand_made_deal.hpp"
#include "report/html_report.hpp"

#include <numeric>

namespace assent::hand_made {

/// Owns what ReportInput refers to. Fill or change the model first, then call input().
struct Report {
    Model model = hand_made::model();
    std::vector<Record> records{
        {412, 330, 240, 18, 14}, {618, 190, 180, 12, 17}, {604, 180, 204, 12, 15}, {121, 250, 560, 69, 22}};
    std::int64_t replicates = 20'000;
    bool with_deals = true, with_changes = true;

    Plan plan;
    std::optional<RunResult> result;

    ReportInput input() {
        plan = hand_made::plan(model);
        RunTally counted = hand_made::tally(records, replicates, static_cast<int>(model.alternatives.size()),
                                            static_cast<int>(model.topics.size()));
        std::vector<std::int32_t> strategies(records.size());
        std::iota(strategies.begin(), strategies.end(), 0);
        result.emplace(RunResult{model, counted, rank(counted), strategies});
        result->uncertain_numbers = 7;
        ReportInput made{*result,
                         plan,
                         {},
                         {},
                         "format = 1\ntitle = \"" + model.title + "\"\n",
                         "0.0.0",
                         "assent run 'blue-sky.toml' --seed 20261123 --report 'blue-sky.html'"};
        if (with_deals) made.told = {told(true), told(false)};
        if (with_changes) made.counterfactuals = changes();
        return made;
    }

    [[nodiscard]] static ToldReplicate told(bool won) {
        ToldReplicate deal{records_leader, {}, hand_made::deal(won)};
        deal.row.replicate = won ? 4711 : 12;
        deal.row.outcome = won ? Outcome::won : Outcome::lost;
        deal.row.week = 9;
        deal.row.price = won ? 428.4e6f : 0;
        deal.row.reason = won ? -1 : 0;
        deal.row.reason_holder = won ? -1 : 1;
        return deal;
    }

    [[nodiscard]] static CounterfactualReport changes() {
        using Kind = Counterfactual::Kind;
        CounterfactualReport made;
        made.strategy = records_leader;
        made.win_rate = {0.618, 0.611, 0.625};
        const auto add = [&made](Kind kind, int member, int objection, int other, double gain) {
            const Interval rate{0.618 + gain, 0.61 + gain, 0.63 + gain}, difference{gain, gain - 0.012, gain + 0.012};
            made.changes.push_back({kind, member, objection, other, rate, difference});
        };
        add(Kind::mind_for_us, 1, -1, -1, 0.21);
        add(Kind::objection_removed, 1, 0, -1, 0.142);
        add(Kind::objection_halved, 1, 0, -1, 0.081);
        add(Kind::link_cut, 0, -1, 1, 0.031);
        add(Kind::objection_removed, 0, 0, -1, 0.006);
        add(Kind::mind_against_us, 0, -1, -1, -0.41);
        return made;
    }

    static constexpr int records_leader = 1; ///< the strategy that the deals and changes are of
};

} // namespace assent::hand_made
