// Law: a smaller objection never hurts the win rate, on paired draws.
//
// Why there is a tolerance: more votes for us are fewer for somebody else, but not for everybody else. Where votes are
// counted, one who no longer doubts us may yet carry a rival over the quota or break a tie the other way, and a
// negotiation that opens a week earlier opens on other views. So of 32 replicates one may be lost, and of all that
// change at most a tenth for the worse.
#include "model/compile.hpp"
#include "model/distribution_table.hpp"
#include "worlds/law.hpp"
#include "worlds/play.hpp"
#include "worlds/random_model.hpp"

#include <algorithm>

namespace assent {
namespace {

using namespace worlds;

/// What we do does not depend on what we hear, and nobody does the contrary of what he hears.
void make_scripted(Model& model) {
    for (int edge = 0; edge < model.centre.link_count(); ++edge)
        if (model.centre.link(edge).kind == LinkKind::conflict) model.centre.link(edge).kind = LinkKind::informal;
    for (Strategy& strategy : model.strategies)
        for (Rule& rule : strategy.rules) {
            const Condition when = rule.when;
            rule.when = {};
            rule.when.week = when.week;
            rule.when.week_from = when.week_from;
            rule.when.week_to = when.week_to;
            rule.selector = Selector::all;
            rule.topic_choice = TopicChoice::fixed;
        }
}

/// A deal that can go either way, so that a doubt more or less matters.
void make_open(Model& model) {
    model.company.required_quality = 0.0;
    model.company.comfort = 0.0;
    model.process.coverage = 0.0;
    model.process.horizon = 24;
    model.process.decision_week = 6.0;
    for (Alternative& alternative : model.alternatives) alternative.image.clear();
    for (int d = 0; d < model.centre.size(); ++d) {
        Stakeholder& person = model.centre.stakeholder(d);
        person.mind = Mind::free;
        person.attention = 1.0;
        for (Objection& objection : person.objections) objection.weight = 2.0;
    }
}

struct Comparison {
    int helped = 0, hurt = 0, played = 0;
};

Comparison compare(const Model& larger, const Model& smaller, std::int32_t strategy, std::int32_t count) {
    const Play what{.strategy = strategy, .seed = 3, .count = count};
    const Played with_larger = play(larger, compile(larger), what),
                 with_smaller = play(smaller, compile(smaller), what);
    Comparison result;
    for (std::size_t k = 0; k < with_larger.rows.size(); ++k) {
        const bool before = with_larger.rows[k].outcome == Outcome::won;
        const bool after = with_smaller.rows[k].outcome == Outcome::won;
        result.helped += after && !before;
        result.hurt += before && !after;
        ++result.played;
    }
    return result;
}

} // namespace

TEST_CASE("law: a smaller objection never hurts the win rate") {
    Comparison all;
    check_law("smaller objection", 60, [&] {
        Model model = random_model(any_seed());
        make_scripted(model);
        make_open(model);
        const int member = *rc::gen::inRange(0, model.centre.size());
        RC_PRE(!model.centre.stakeholder(member).objections.empty());
        Model smaller = model;
        for (Objection& objection : smaller.centre.stakeholder(member).objections)
            objection.severity = scaled(objection.severity, 0.25);
        for (std::int32_t s = 0; s < static_cast<std::int32_t>(model.strategies.size()); ++s) {
            const Comparison one = compare(model, smaller, s, 32);
            RC_ASSERT(one.hurt <= std::max(1, one.helped));
            all.helped += one.helped;
            all.hurt += one.hurt;
            all.played += one.played;
        }
    });
    INFO(all.helped, " helped, ", all.hurt, " hurt of ", all.played);
    CHECK(all.helped >= 50); // else the worlds were too one-sided to show anything
    CHECK(10 * all.hurt <= all.helped);
}

} // namespace assent
