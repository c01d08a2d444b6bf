// Why a deal was not won: one company for each reason, in which nothing else speaks against us.
#include "model/compile.hpp"
#include "model/words.hpp"
#include "worlds/play.hpp"
#include "worlds/small_company.hpp"

#include <doctest/doctest.h>

#include <functional>
#include <string>

namespace assent {
namespace {

using namespace worlds;

void set(Model& model, Assumption assumption, double value) {
    model.assumptions[static_cast<std::size_t>(assumption)] = value;
}

/// Two people who know us, trust us and mind nothing, and yet do not choose us before the horizon.
Model contented_centre() {
    Model model = bare_centre(2, 1);
    model.company.budget = 1000;
    model.company.switching = 0.0;
    model.company.comfort = -6; // nobody wants to stay as he is
    model.process.horizon = 6;
    model.process.decision_week = 2;
    model.process.screening_weeks = 0;
    model.process.evaluation_weeks = 0;
    model.process.rule = DecisionRule::unanimity;
    set(model, Assumption::attention_weight, 0);
    for (int d = 0; d < 2; ++d) {
        Stakeholder& person = model.centre.stakeholder(d);
        person.attention = 1.0;
        person.trust = {{"ours", 1.0}};
        person.criteria = {{"price", 1.0}};
    }
    model.alternatives[1].price = 1000; // too dear a rival: only the minds below decide
    model.alternatives[1].doubts = 0.0;
    return model;
}

/// All reasons given for not winning.
int reason_of(const Model& model) {
    const Plan plan = compile(model);
    int reason = -2;
    for (const OutcomeRow& row : play(model, plan, {.count = 40}).rows) {
        if (row.outcome == Outcome::won) continue;
        if (reason != -2 && row.reason != reason) return -3; // several
        reason = row.reason;
    }
    return reason < plan.n_topic ? reason : reason - plan.n_topic + 100;
}

int built_in(Reason reason) { return 100 + static_cast<int>(reason); }

} // namespace

TEST_CASE("nothing but the others' votes: no agreement") {
    Model model = contented_centre();
    model.centre.stakeholder(1).mind = Mind::against_us;
    model.centre.stakeholder(1).authority = 0.0; // he blocks by his vote, not by his weight
    CHECK(reason_of(model) == built_in(Reason::no_agreement));
}

TEST_CASE("who vetoes is blamed, whatever his weight and wherever he stands") {
    for (const int vetoer : {0, 1}) {
        Model model = contented_centre();
        model.process.rule = DecisionRule::autocracy;
        Stakeholder &guard = model.centre.stakeholder(vetoer), &chief = model.centre.stakeholder(1 - vetoer);
        chief.mind = Mind::for_us;
        guard.mind = Mind::against_us;
        guard.veto = true;
        guard.authority = 0.0;
        for (const OutcomeRow& row : play(model, compile(model), {.count = 40}).rows) {
            CHECK(row.outcome == Outcome::no_decision);
            CHECK(row.reason_holder == vetoer);
        }
    }
}

TEST_CASE("each disadvantage is named when it is the largest") {
    const struct {
        std::string what;
        int reason;
        std::function<void(Model&, Stakeholder&)> make;
    } cases[] = {{"price", built_in(Reason::price),
                  [](Model& model, Stakeholder& person) {
                      model.company.budget = 30;
                      person.criteria = {{"price", 6.0}};
                  }},
                 {"quality", built_in(Reason::quality),
                  [](Model& model, Stakeholder&) { model.company.required_quality = 0.9; }},
                 {"distrust", built_in(Reason::distrust),
                  [](Model&, Stakeholder& person) {
                      person.trust = {{"ours", 0.0}};
                  }},
                 {"switching", built_in(Reason::switching),
                  [](Model& model, Stakeholder&) {
                      model.company.switching = 5.0;
                      model.alternatives[1].incumbent = true;
                  }},
                 {"leaning", built_in(Reason::leaning), [](Model&, Stakeholder& person) { person.leaning = -5; }},
                 {"forgotten", built_in(Reason::forgotten),
                  [](Model& model, Stakeholder& person) {
                      set(model, Assumption::attention_weight, 6);
                      person.attention = 0.3;
                  }},
                 {"no need", built_in(Reason::no_need), [](Model& model, Stakeholder&) { model.company.comfort = 6; }},
                 {"objection", 9, [](Model& model, Stakeholder& person) {
                      Objection objection;
                      objection.topic = model.topics[9].id;
                      objection.severity = 1.0;
                      objection.weight = 6;
                      person.objections = {objection};
                  }}};
    for (const auto& [what, reason, make] : cases) {
        INFO(what);
        Model model = contented_centre();
        for (int d = 0; d < 2; ++d) make(model, model.centre.stakeholder(d));
        CHECK(reason_of(model) == reason);
    }
}

} // namespace assent
