// Whatever can be played can be told and reported: models made by chance, deals of the real kernel.
#include "experiment/counterfactual.hpp"
#include "model/compile.hpp"
#include "report/html_report.hpp"
#include "report/markup.hpp"
#include "report/narrator.hpp"
#include "report/number_words.hpp"
#include "report/replicate_choice.hpp"
#include "experiment/told_replicate.hpp"
#include "worlds/random_model.hpp"

#include <doctest/doctest.h>

#include <numeric>
#include <string>

namespace assent {
namespace {

RunRequest request_for(const Plan& plan) {
    RunRequest request;
    request.replicates = 128;
    request.threads = 1;
    request.strategies.resize(plan.strategies.size());
    std::iota(request.strategies.begin(), request.strategies.end(), 0);
    return request;
}

bool says(const NarratedWeek& week, const std::string& words) {
    return std::ranges::any_of(week.lines,
                               [&](const std::string& line) { return line.find(words) != std::string::npos; });
}

/// The account ends as the row says, and leaves no week out.
void check_account(const Model& model, const std::vector<NarratedWeek>& weeks, const OutcomeRow& row) {
    REQUIRE(!weeks.empty());
    int next = weeks.front().week;
    CHECK(next <= 1);
    for (const NarratedWeek& week : weeks) {
        CHECK(week.week == next);
        CHECK(!week.lines.empty());
        next = week.last_week + 1;
    }
    const NarratedWeek& last = weeks.back();
    CHECK(last.last_week == row.week);
    const char* const ends[] = {"The deal was won.", "The deal was lost to ", "The client decided nothing",
                                "you were no longer considered"};
    for (int outcome = 0; outcome < outcome_count; ++outcome)
        CHECK(says(last, ends[outcome]) == (outcome == static_cast<int>(row.outcome)));
    if (row.outcome == Outcome::won) CHECK(says(last, "Agreed at " + money(row.price, model.company.currency)));
}

} // namespace

TEST_CASE("models made by chance: every deal is told to its true end, every report is sound") {
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        CAPTURE(seed);
        const Model model = worlds::random_model(seed);
        const Plan plan = compile(model);
        const RunRequest request = request_for(plan);
        ReplicateChoice choice;
        RunResult result{model,
                         run(plan, request, {}, [&](std::size_t s, auto rows) { choice.see(s, rows); }),
                         {},
                         request.strategies};
        result.ranking = rank(result.tally);
        ReportInput input{result, plan, {}, {}, {}, "0", {}};
        for (std::size_t s = 0; s < plan.strategies.size(); ++s) {
            const ChosenReplicates chosen = choice.choose(s);
            for (const auto& replicate : {chosen.median_win, chosen.typical_loss}) {
                if (!replicate) continue;
                const auto strategy = static_cast<std::int32_t>(s);
                Retold told = retell(plan, strategy, request.seed, *replicate);
                check_account(model, narrate(model, plan, strategy, told.events), told.row);
                input.told.push_back({s, told.row, std::move(told.events)});
            }
        }
        if (seed % 10 == 0) input.counterfactuals = explain_losses(model, 0, request);
        CHECK(markup::read(html_report(input)).fault == "");
    }
}

} // namespace assent
