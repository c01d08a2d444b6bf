// What a sound file means.
#include "scenario/reader.hpp"

#include "model/user_error.hpp"

#include <unistd.h>

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <string>

namespace {

using namespace assent;
namespace fs = std::filesystem;

const std::string head = R"(format = 1
[[stakeholder]]
id = "ceo"
roles = ["Economic Decision Maker", "champion"]
authority = 0.6
[[stakeholder]]
id = "cfo"
roles = "BUDGET_HOLDER"
expertise = "unknown"
patience = { triangular = [1, 2, 3] }
criteria = { price = 2.0, quality = { normal = [1, 0.2] } }
trust = { us = 0.7 }
[[stakeholder.objection]]
topic = "competitor"
pretext = true
root = "budget"
known = false
[[alternative]]
id = "them"
price = 90
[[alternative]]
id = "us"
kind = "ours"
price = 100
features = ["warranty"]
)";

Reading read(const std::string& text) { return read_scenario_text(text, "case.toml", {}); }

Model sound(const std::string& text) {
    Reading reading = read(text);
    for (const Problem& problem : reading.problems) {
        CHECK_MESSAGE(problem.severity == Problem::Severity::warning, problem.text());
    }
    REQUIRE(reading.ok());
    return reading.model;
}

/// A folder of its own that goes away with the test.
struct Folder {
    fs::path path = fs::temp_directory_path() / ("assent-reading-" + std::to_string(::getpid()));
    Folder() { fs::create_directories(path); }
    ~Folder() { fs::remove_all(path); }
    void write(const std::string& name, const std::string& text) const { std::ofstream(path / name) << text; }
};

TEST_CASE("members keep their order, roles understand the words of CRM systems, numbers may be uncertain") {
    const Model model = sound(head);
    REQUIRE(model.centre.size() == 2);
    const Stakeholder& ceo = model.centre.stakeholder(0);
    const Stakeholder& cfo = model.centre.stakeholder(1);
    CHECK(ceo.roles == std::vector{Role::economic_buyer, Role::champion});
    CHECK(ceo.authority == Number(0.6));
    CHECK(cfo.roles == std::vector{Role::economic_buyer});
    CHECK(cfo.authority.kind == Number::Kind::unset);
    CHECK(cfo.expertise.kind == Number::Kind::unknown);
    CHECK(cfo.patience.kind == Number::Kind::triangular);
    CHECK(cfo.patience.c == 3);
    REQUIRE(cfo.criteria.size() == 2);
    CHECK(cfo.criteria[0].first == "price");
    CHECK(cfo.criteria[1].second.kind == Number::Kind::normal);
    REQUIRE(cfo.objections.size() == 1);
    CHECK(cfo.objections[0].root == "budget");
    CHECK(cfo.objections[0].pretext);
    CHECK_FALSE(cfo.objections[0].known);
}

TEST_CASE("our alternative comes first, doing nothing is added last") {
    const Model model = sound(head);
    REQUIRE(model.alternatives.size() == 3);
    CHECK(model.alternatives[0].id == "us");
    CHECK(model.alternatives[1].id == "them");
    CHECK(model.alternatives[2].kind == Alternative::Kind::nothing);
    CHECK(model.alternatives[2].id == "nothing");
}

TEST_CASE("reports_to lets the superior influence the subordinate; other links run as written") {
    const Model model = sound(head + "[[link]]\nfrom = 'cfo'\nto = 'ceo'\nkind = 'reports_to'\nstrength = 2\n"
                                     "[[link]]\nfrom = 'cfo'\nto = 'ceo'\n");
    const auto links = model.centre.links();
    REQUIRE(links.size() == 2);
    CHECK(links[0].from == 0);
    CHECK(links[0].to == 1);
    CHECK(links[0].link->strength == Number(2.0));
    CHECK(links[1].from == 1);
    CHECK(links[1].to == 0);
}

TEST_CASE("a rule says when, whom, about what and with what") {
    const Model model = sound(head + R"(
[[extra]]
id = "delivery"
[[strategy]]
id = "s"
[[strategy.rule]]
do = "introduce"
when = { week = 1 }
[[strategy.rule]]
do = "address"
target = "role:champion"
topic = "price"
evidence = "data"
when = { stage = "evaluation", week_from = 4, objection_known = "competitor", support_below = 0.5 }
[[strategy.rule]]
do = "offer"
target = "cfo"
extras = "tailored"
[[strategy.rule]]
do = "offer"
target = "most_opposed"
extras = ["delivery"]
)");
    REQUIRE(model.strategies.size() == 1);
    const auto& rules = model.strategies[0].rules;
    REQUIRE(rules.size() == 4);
    CHECK(rules[0].selector == Selector::all);
    CHECK(rules[0].topic_choice == TopicChoice::largest_known);
    CHECK(rules[0].when.week == 1);
    CHECK(rules[1].selector == Selector::role);
    CHECK(rules[1].role == Role::champion);
    CHECK(rules[1].topic_choice == TopicChoice::fixed);
    CHECK(rules[1].topic == "price");
    CHECK(rules[1].when.stage == std::vector{Stage::evaluation});
    CHECK(rules[1].when.support_below == 0.5);
    CHECK(rules[2].selector == Selector::member);
    CHECK(rules[2].member == "cfo");
    CHECK(rules[2].tailored);
    CHECK(rules[3].selector == Selector::most_opposed);
    CHECK(rules[3].extras == std::vector<std::string>{"delivery"});
}

TEST_CASE("built-in topics, acts, channels, priors and assumptions are there, and are overridden key by key") {
    const Model built_in = Model::defaults();
    const Model model = sound(head + R"(
[act.address]
relief = 0.9
[channel.phone]
reach = 0.25
[priors.champion]
authority = 0.3
[assumptions]
trust_gain = { uniform = [1, 2] }
[[topic]]
id = "price"
name = "Money"
[[topic]]
id = "colour"
answered_by = ["demonstrate"]
)");
    const auto address = static_cast<std::size_t>(Act::address);
    CHECK(model.acts[address].relief == 0.9);
    CHECK(model.acts[address].hours == built_in.acts[address].hours);
    CHECK(model.channels[static_cast<std::size_t>(Channel::phone)].reach == 0.25);
    CHECK(model.priors[static_cast<std::size_t>(Role::champion)].authority == Number(0.3));
    CHECK(model.assumptions[0].kind == Number::Kind::uniform);
    REQUIRE(model.topics.size() == built_in.topics.size() + 1);
    CHECK(model.topics[0].name == "Money");
    CHECK(model.topics[0].answered_by == built_in.topics[0].answered_by);
    CHECK(model.topics.back().id == "colour");
}

TEST_CASE("an including file overrides what it includes: tables by key, lists by id, the rest is appended") {
    const Folder folder;
    folder.write("base.toml", head + "[company]\nname = 'Base'\nneed = { uniform = [0.1, 0.2] }\nurgency = 3\n");
    folder.write("more.toml", "[company]\nurgency = 4\n");
    folder.write("top.toml", "format = 1\ninclude = ['base.toml', 'more.toml', 'base.toml']\n[company]\n"
                             "need = { normal = [0.5, 0.1] }\n[[stakeholder]]\nid = 'cfo'\nveto = true\n"
                             "[[stakeholder]]\nid = 'cto'\n");
    const Reading reading = read_scenario(folder.path / "top.toml");
    REQUIRE(reading.ok());
    const Model& model = reading.model;
    CHECK(model.company.name == "Base");
    CHECK(model.company.urgency == Number(4.0));
    CHECK(model.company.need.kind == Number::Kind::normal);
    REQUIRE(model.centre.size() == 3);
    CHECK(model.centre.stakeholder(1).veto);
    CHECK(model.centre.stakeholder(1).patience.kind == Number::Kind::triangular);
    CHECK(model.centre.stakeholder(2).id == "cto");
}

TEST_CASE("load_scenario throws all errors as one text, and hands over warnings") {
    const Folder folder;
    folder.write("bad.toml", head + "[company]\nneed = 2\nurgency = -1\n");
    folder.write("odd.toml", head);
    const auto load = [&](const char* name, std::vector<Problem>* warnings) {
        return load_scenario(folder.path / name, warnings);
    };
    try {
        load("bad.toml", nullptr);
        FAIL("nothing was thrown");
    } catch (const UserError& error) {
        const std::string text = error.what();
        CHECK(text.find("company.need = 2") != std::string::npos);
        CHECK(text.find("company.urgency = -1") != std::string::npos);
    }
    std::vector<Problem> warnings;
    CHECK(load("odd.toml", &warnings).centre.size() == 2);
    CHECK(warnings.size() > 0);
}

} // namespace
