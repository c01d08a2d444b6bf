// Whatever a search makes passes the checks of a scenario file.
#include "experiment/strategy_moves.hpp"
#include "experiment/strategy_space.hpp"
#include "scenario/reader.hpp"
#include "worlds/small_company.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

namespace assent {
namespace {

std::vector<Rule> rules_of(const Model& model) {
    std::vector<Rule> rules;
    for (const Strategy& strategy : model.strategies)
        rules.insert(rules.end(), strategy.rules.begin(), strategy.rules.end());
    return rules;
}

/// A line of descent from the hand-written strategies, everyone tidied.
std::vector<Strategy> descendants(const Model& model, const StrategySpace& space, int count) {
    const std::vector<Rule> library = rules_of(model);
    std::vector<Strategy> all;
    for (const Strategy& strategy : model.strategies)
        if (const auto legal = tidied(model, space, strategy)) all.push_back(*legal);
    for (int i = 0; static_cast<int>(all.size()) < count && i < 20 * count; ++i) {
        SearchLuck luck(7, "test " + std::to_string(i) + " ");
        const Strategy parent = all.empty() ? Strategy{} : luck.pick(all);
        const Strategy other = all.empty() ? Strategy{} : luck.pick(all);
        const Strategy child = luck.chance(0.3) ? crossed(parent, other, luck) : parent;
        if (auto legal = tidied(model, space, mutated(space, library, child, luck))) all.push_back(std::move(*legal));
    }
    for (std::size_t i = 0; i < all.size(); ++i) all[i].id = "child" + std::to_string(i);
    return all;
}

/// Problems that concern strategies, of a file that holds these.
std::vector<std::string> problems(Model model, std::vector<Strategy> strategies) {
    model.strategies = std::move(strategies);
    std::vector<std::string> texts;
    for (const Problem& problem : read_scenario_text(dump_scenario(model), "made", ".").problems)
        if (problem.key.starts_with("strategy") || problem.severity == Problem::Severity::error)
            texts.push_back(problem.text());
    return texts;
}

Rule rule(Act act, Channel channel = Channel::phone) {
    Rule made;
    made.act = act;
    made.channel = channel;
    return made;
}

} // namespace

TEST_CASE("descendants of the shipped strategies are legal scenarios without warnings") {
    for (const auto& entry : std::filesystem::directory_iterator(ASSENT_SOURCE_DIR "/scenarios")) {
        if (entry.path().extension() != ".toml") continue;
        CAPTURE(entry.path().string());
        const Model model = load_scenario(entry.path());
        const std::vector<Strategy> made = descendants(model, space_of(model, {}), 64);
        REQUIRE(made.size() == 64);
        for (const std::string& text : problems(model, made)) FAIL_CHECK(text);
    }
}

TEST_CASE("limits hold for every descendant") {
    const Model model = load_scenario(ASSENT_SOURCE_DIR "/scenarios/gear-maker.toml");
    SearchLimits limits;
    limits.honest = true;
    limits.hours_per_week = 6;
    limits.cost = 3000;
    limits.discount = 0.05;
    limits.rules = 5;
    const std::vector<Strategy> made = descendants(model, space_of(model, limits), 64);
    REQUIRE(made.size() == 64);
    for (const Strategy& strategy : made) {
        CHECK(strategy.rules.size() <= 5);
        CHECK(strategy.hours.value_or(model.seller.hours) <= 6);
        CHECK(strategy.budget <= 3000);
        CHECK_FALSE(strategy.embellishment);
        CHECK_FALSE(strategy.kickbacks);
        for (const Rule& each : strategy.rules) {
            CHECK(each.inflate == 0);
            CHECK(each.discount <= 0.05);
        }
    }
    CHECK(problems(model, made).empty());
}

TEST_CASE("kickbacks are never used, also where seller and strategy allow them") {
    Model model = worlds::small_company();
    model.seller.kickbacks = true;
    Strategy strategy = model.strategies.front();
    strategy.kickbacks = true;
    strategy.after_sale.loyalty = Loyalty::kickback;
    strategy.rules = {rule(Act::kickback), rule(Act::introduce)};
    model.strategies = {strategy};
    const StrategySpace space = space_of(model, {});
    for (const Strategy& made : descendants(model, space, 64)) {
        CHECK(made.after_sale.loyalty != Loyalty::kickback);
        CHECK(std::ranges::none_of(made.rules, [](const Rule& each) { return each.act == Act::kickback; }));
    }
}

TEST_CASE("a rule that could never fire is left out, and with it the one that waits for it") {
    const Model model = worlds::small_company();
    const StrategySpace space = space_of(model, {});
    Strategy strategy;
    Rule waits = rule(Act::remind), offer = rule(Act::offer), seldom = rule(Act::introduce);
    waits.when.offer_made = true;
    offer.when.week_from = 5;
    offer.when.week_to = 4;
    strategy.rules = {waits, offer, seldom};
    const auto kept = tidied(model, space, strategy);
    REQUIRE(kept.has_value());
    REQUIRE(kept->rules.size() == 1);
    CHECK(kept->rules.front().act == Act::introduce);
    strategy.rules = {waits, offer};
    CHECK_FALSE(tidied(model, space, strategy).has_value());
}

TEST_CASE("only whom and what the seller knows can be named, unless a hand-written strategy names it") {
    Model model = worlds::small_company(); // marketing is not known, nor the doubt about the return
    const auto names = [](const StrategySpace& space, const std::string& id) {
        return std::ranges::any_of(space.targets, [&](const RuleTarget& target) { return target.member == id; });
    };
    const StrategySpace space = space_of(model, {});
    CHECK(names(space, "chief"));
    CHECK_FALSE(names(space, "marketing"));
    CHECK(std::ranges::find(space.topics, "roi") == space.topics.end());
    model.strategies.front().rules.front().selector = Selector::member;
    model.strategies.front().rules.front().member = "marketing";
    CHECK(names(space_of(model, {}), "marketing"));
}

TEST_CASE("service is changed only where it has a price") {
    Model model = worlds::small_company();
    const auto service = [&](const Strategy& strategy) { return strategy.after_sale.service.a; };
    const double written = service(model.strategies.front());
    for (const Strategy& made : descendants(model, space_of(model, {}), 64)) CHECK(service(made) == written);
    for (Strategy& strategy : model.strategies) strategy.after_sale.service_cost = 500;
    bool changed = false;
    for (const Strategy& made : descendants(model, space_of(model, {}), 300)) {
        changed |= service(made) != written;
        CHECK(made.after_sale.service_cost == 500);
    }
    CHECK(changed);
}

} // namespace assent
