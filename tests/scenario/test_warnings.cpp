// What is legal but odd.
#include "scenario/reader.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

namespace {

using namespace assent;

const std::string head = R"(format = 1
[company]
budget = 100
[[stakeholder]]
id = "ceo"
authority = 0.6
roles = ["economic_buyer"]
[[stakeholder]]
id = "cfo"
[[link]]
from = "ceo"
to = "cfo"
[[alternative]]
id = "us"
kind = "ours"
price = 90
)";
const std::string strategy = "[[strategy]]\nid = 's'\n[[strategy.rule]]\ndo = 'address'\n";

/// The warnings of a text that must have no errors.
std::vector<Problem> warnings(const std::string& text) {
    Reading reading = read_scenario_text(text, "case.toml", {});
    for (const Problem& problem : reading.problems) {
        CHECK_MESSAGE(problem.severity == Problem::Severity::warning, problem.text());
    }
    return reading.problems;
}

/// Exactly one warning, about this key, for a reason that contains these words.
void warns(const std::string& text, const std::string& key, const std::string& why) {
    const auto found = warnings(text);
    CAPTURE(text);
    REQUIRE(found.size() == 1);
    CHECK(found[0].key == key);
    CHECK_MESSAGE(found[0].why.find(why) != std::string::npos, found[0].text());
}

std::string rule(const std::string& keys) { return head + strategy + "[[strategy.rule]]\n" + keys; }

TEST_CASE("nothing is odd about a plain scenario") { CHECK(warnings(head + strategy).empty()); }

TEST_CASE("who has no link is isolated, except in a centre of one") {
    warns(head + strategy + "[[stakeholder]]\nid = 'cto'\n", "stakeholder[3]", "isolated");
    CHECK(warnings("format = 1\n[[stakeholder]]\nid = 'ceo'\nauthority = 1\n[[alternative]]\nid = 'us'\nkind = 'ours'\n"
                   "price = 1\n" +
                   strategy)
              .empty());
}

TEST_CASE("a rule that can never fire") {
    const std::string key = "strategy[1].rule[2]";
    warns(rule("do = 'remind'\nlimit = 0\n"), key, "limit is 0");
    warns(rule("do = 'remind'\nwhen = { week = 60 }\n"), key, "beyond the horizon");
    warns(rule("do = 'remind'\nwhen = { week_from = 9, week_to = 3 }\n"), key, "no week");
    warns(rule("do = 'remind'\nwhen = { week = 2, week_from = 3 }\n"), key, "no week");
    warns(rule("do = 'remind'\nwhen = { stage = 'closed' }\n"), key, "closed");
    warns(rule("do = 'remind'\nwhen = { support_below = 0.3, support_above = 0.4 }\n"), key, "below and above");
    warns(rule("do = 'remind'\nwhen = { coverage_above = 1 }\n"), key, "never above 1");
    warns(rule("do = 'remind'\ntarget = 'role:blocker'\n"), key, "nobody is blocker");
    warns(rule("do = 'remind'\ntarget = 'uncontacted'\nwhen = { contacted = true }\n"), key, "uncontacted");
    warns(rule("do = 'remind'\nwhen = { competitor_known = true }\n"), key, "no rival");
    warns(rule("do = 'remind'\nwhen = { pilot = 'passed' }\n"), key, "starts no trial");
    warns(rule("do = 'remind'\nwhen = { offer_made = true }\n"), key, "makes no offer");
    warns(rule("do = 'remind'\nwhen = { objection_known = 'price' }\n"), key, "no objection on");
    warns(head + "[[strategy]]\nid = 's'\nhours = 0.01\n[[strategy.rule]]\ndo = 'address'\n", "strategy[1].rule[1]",
          "hours");
    CHECK(warnings(rule("do = 'remind'\nlimit = 0\nenabled = false\n")).empty());
}

TEST_CASE("an objection that nobody can resolve, by its root") {
    const std::string objection = "[[stakeholder]]\nid = 'cio'\n[[link]]\nfrom = 'cio'\nto = 'cfo'\n"
                                  "[[stakeholder.objection]]\ntopic = 'competitor'\npretext = true\nroot = 'price'\n";
    const std::string other = "[[strategy]]\nid = 's'\n[[strategy.rule]]\ndo = 'remind'\n";
    warns(head + objection + other, "stakeholder[3].objection[1]", "no strategy speaks to \"price\"");
    CHECK(warnings(head + objection + strategy).empty());
    CHECK(warnings(head + objection + other + "[[strategy.rule]]\ndo = 'value_case'\n").empty());
}

TEST_CASE("a pretext without a root, a root without a pretext") {
    const std::string member =
        "[[stakeholder]]\nid = 'cio'\n[[link]]\nfrom = 'cio'\nto = 'cfo'\n[[stakeholder.objection]]\n";
    warns(head + strategy + member + "topic = 'price'\npretext = true\n", "stakeholder[3].objection[1]",
          "without a root");
    warns(head + strategy + member + "topic = 'price'\nroot = 'budget'\n", "stakeholder[3].objection[1]", "no pretext");
}

TEST_CASE("weights that had to be normalised") {
    const std::string issues =
        "[[negotiation.issue]]\nid = 'price'\nour_weight = 3\n[[negotiation.issue]]\nid = 'term'\n";
    warns(head + strategy + issues, "negotiation.issue our_weight", "sum to 4");
    CHECK(warnings(head + strategy + "[[negotiation.issue]]\nid = 'price'\n[[negotiation.issue]]\nid = 'term'\n")
              .empty());
    warns(head + strategy + "[process]\ncoverage = { discrete = [[0.1, 0.3333], [0.2, 0.6666]] }\n", "process.coverage",
          "normalised");
}

TEST_CASE("prices out of order") {
    const auto offer = [](const std::string& keys) {
        return head.substr(0, head.find("price = 90")) + keys + "\n" + strategy;
    };
    warns(offer("price = 90\nfloor_price = 95"), "alternative[1].floor_price", "above the list price");
    warns(offer("price = 190"), "alternative[1].price", "above the company's budget");
    warns(offer("price = 0"), "alternative[1]", "no price");
}

TEST_CASE("odd odds and ends") {
    warns(head, "", "no strategy");
    warns(head + "[[strategy]]\nid = 'lazy'\n", "strategy[1]", "has no rules");
    CHECK(warnings(head + "[[strategy]]\nid = 'do nothing'\n").empty());
    warns(head + strategy + "[process]\nquota = 2\n", "process.quota", "minimum_endorsement");
    warns(head + strategy + "[process]\ncoverage = { uniform = [0.5, 1.5] }\n", "process.coverage", "reaches beyond");
    warns(head + strategy + "[[alternative]]\nid = 'r'\n[[alternative.move]]\nweek = 99\n",
          "alternative[2].move[1].week", "beyond the horizon");
}

} // namespace
