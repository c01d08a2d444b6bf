// Changing a scenario by paths: every form of path, and the exact words of every refusal.
#include "scenario/settings.hpp"

#include "model/user_error.hpp"
#include "model/words.hpp"
#include "scenario/dump.hpp"
#include "scenario/reader.hpp"
#include "worlds/small_company.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace {

using namespace assent;

Model set(const std::string& path, const std::string& value) {
    const ScenarioChanges changes{{{path, value}}, {}};
    return changed_scenario(worlds::small_company(), std::span(&changes, 1), "--set");
}

Model without(const std::string& path) {
    const ScenarioChanges changes{{}, {path}};
    return changed_scenario(worlds::small_company(), std::span(&changes, 1), "--set");
}

std::string refusal(const std::string& path, const std::string& value) {
    try {
        set(path, value);
    } catch (const UserError& error) {
        return error.what();
    }
    return "nothing refused";
}

const Stakeholder& person(const Model& model, int place) { return model.centre.stakeholder(place); }

} // namespace

TEST_CASE("keys of single tables and of tables by word are set") {
    CHECK(set("company.need", "0.25").company.need.a == 0.25);
    CHECK(set("company.need", "{ uniform = [0.1, 0.2] }").company.need.kind == Number::Kind::uniform);
    CHECK(set("process.rule", "\"unanimity\"").process.rule == DecisionRule::unanimity);
    CHECK(set("process.rule", "unanimity").process.rule == DecisionRule::unanimity); // the shell ate the quotes
    CHECK(set("channel.meeting.reach", "0.9").channels[static_cast<std::size_t>(Channel::meeting)].reach == 0.9);
    const Model all = set("channel.*.reach", "0.125");
    CHECK(std::ranges::all_of(all.channels, [](const ChannelTraits& channel) { return channel.reach == 0.125; }));
    const Model table = set("company", "{ need = 0.25, comfort = 2 }");
    CHECK(table.company.need.a == 0.25);
    CHECK(table.company.comfort.a == 2);
}

TEST_CASE("people are selected by id, role, influence and all together") {
    const Model before = worlds::small_company();
    const std::string id = person(before, 1).id;
    CHECK(person(set("stakeholder." + id + ".leaning", "-1"), 1).leaning.a == -1);
    CHECK(person(set("stakeholder.\"" + id + "\".leaning", "-1"), 1).leaning.a == -1);
    const Model all = set("stakeholder.*.leaning", "0.5");
    for (int d = 0; d < all.centre.size(); ++d) {
        CHECK(person(all, d).leaning.a == 0.5);
    }
    const std::vector<int> most = members_selected(before, "most_influential");
    const std::vector<int> least = members_selected(before, "least_influential");
    REQUIRE(most.size() == 1);
    REQUIRE(least.size() == 1);
    CHECK(most != least);
    CHECK(person(set("stakeholder.most_influential.leaning", "2"), most.front()).leaning.a == 2);
    CHECK(members_selected(before, "role:economic_buyer").size() == 1);
    CHECK(person(set("stakeholder.*.trust.rivals", "0.75"), 0).trust.front().second.a == 0.75);
}

TEST_CASE("a doubt that is not there is added with its defaults") {
    const Model model = set("stakeholder.*.objection.terms.severity", "0.875");
    for (int d = 0; d < model.centre.size(); ++d) {
        const auto& doubts = person(model, d).objections;
        const auto found = std::ranges::find(doubts, "terms", &Objection::topic);
        REQUIRE(found != doubts.end());
        CHECK(found->severity.a == 0.875);
        CHECK(found->weight.a == Objection{}.weight.a);
    }
}

TEST_CASE("rules are selected by number and act") {
    const Model before = worlds::small_company();
    const std::string path = "strategy." + before.strategies.front().id + ".rule.";
    CHECK(set(path + "1.cooldown", "7").strategies.front().rules.front().cooldown == 7);
    const Act act = before.strategies.front().rules.front().act;
    CHECK(set(path + "do:" + std::string(word(act)) + ".limit", "3").strategies.front().rules.front().limit == 3);
}

TEST_CASE("who is taken out takes links along") {
    const Model before = worlds::small_company();
    const Model model = without("stakeholder.role:economic_buyer.objection.*");
    CHECK(model.centre.size() == before.centre.size());
    const Model alone = without("alternative.rivals");
    CHECK(alone.alternatives.size() == 2);
    CHECK(without("link.*").centre.link_count() == 0);
    CHECK(without("stakeholder.role:blocker").centre.size() == before.centre.size()); // none is no matter
}

TEST_CASE("a changed scenario is the one that a file of it would be read as") {
    // A value alone is judged without a text, all else by reading one: they must be the same.
    const std::pair<const char*, const char*> changes[] = {
        {"company.need", "0.3333333333333333"}, {"company.need", "{ normal = [0.1, 0.02] }"},
        {"stakeholder.*.leaning", "1e-7"},      {"stakeholder.*.criteria.quality", "0.125"},
        {"stakeholder.*.trust.rivals", "0.75"}, {"stakeholder.*.objection.terms.severity", "0.875"},
        {"alternative.ours.price", "19999.99"}, {"process.rule", "unanimity"},
        {"channel.*.reach", "0.125"},           {"link.*.strength", "{ uniform = [0.1, 0.2] }"},
        {"strategy.*.rule.*.cooldown", "7"},    {"company.name", "Ө & \"Ү\""},
        {"stakeholder.*.known", "true"},        {"seller.hours", "11.5"}};
    for (const auto& [path, value] : changes) {
        CAPTURE(path);
        const Model changed = set(path, value);
        const Reading read = read_scenario_text(dump_scenario(changed), "changed", {});
        REQUIRE(read.ok());
        CHECK(dump_everything(read.model) == dump_everything(changed));
    }
}

TEST_CASE("what only the whole can tell is told of a value alone too") {
    const ScenarioChanges changes{{{"process.rule", "minimum_endorsement"}, {"process.quota", "9"}}, {}};
    const ChangedScenario changed = change_scenario(worlds::small_company(), std::span(&changes, 1), "--set");
    REQUIRE(changed.problems.size() == 1);
    CHECK(changed.problems.front().text() == "--set: process.quota = 9 (the centre has 3 members); give one in [1, 3]");
    CHECK(refusal("stakeholder.*.authority", "0").find("nobody decides") != std::string::npos);
    CHECK(refusal("stakeholder.*.criteria.colour", "0.5").find("no criterion is called \"colour\"") !=
          std::string::npos);
}

TEST_CASE("refusals say what and why") {
    CHECK(refusal("company.need", "1.4") == "--set: company.need = 1.4 (must be in [0, 1])");
    CHECK(refusal("company.ned", "1") == "--set: company.ned (there is no \"ned\"); did you mean \"need\"?");
    CHECK(refusal("company.need.x", "1") == "--set: company.need.x (there is nothing below need); end the path there");
    CHECK(refusal("stakeholder.leaning", "1") ==
          "--set: stakeholder.leaning (no stakeholder is called \"leaning\"); there are \"chief\", \"finance\" or "
          "\"marketing\"");
    CHECK(refusal("stakeholder.role:chief.leaning", "1").find("no such role") != std::string::npos);
    CHECK(refusal("stakeholder.role:blocker.leaning", "1") ==
          "--set: stakeholder.role:blocker (there is none in this company); name somebody else");
    CHECK(
        refusal("sweep.replicates", "64") ==
        "--set: sweep.replicates (says what is asked of the company, and is no part of it); write it into the file, or "
        "use a flag of the command");
    CHECK(refusal("alternative.ours.features", "\xff").find("is no valid UTF-8") != std::string::npos);
    CHECK(refusal("company.means.\xff", "0.5").find("is no valid UTF-8") != std::string::npos);
    CHECK(refusal("company", "3") ==
          "--set: company (is a table, and a whole number cannot stand for one); name one of its keys");
    CHECK_THROWS_WITH_AS(setting_of("company.need"),
                         "--set company.need (names no value); write --set company.need=0.4", UserError);
}

TEST_CASE("an offer that was tailored can be made plain again") {
    Model model = worlds::small_company();
    model.strategies.front().rules.front().tailored = true;
    const ScenarioChanges changes{{{"strategy." + model.strategies.front().id + ".rule.1.extras", "[]"}}, {}};
    CHECK_FALSE(changed_scenario(model, std::span(&changes, 1), "--set").strategies.front().rules.front().tailored);
}
