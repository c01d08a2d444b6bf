// Companies made by chance: whatever is wished for is sound, plays, and keeps what the generator promises.
#include "engine/kernel.hpp"
#include "model/company_generator.hpp"
#include "model/compile.hpp"
#include "scenario/dump.hpp"
#include "scenario/reader.hpp"
#include "worlds/law.hpp"
#include "worlds/play.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>

namespace assent {
namespace {

CompanyWish any_wish() {
    CompanyWish wish;
    wish.size = *rc::gen::inRange(0, CompanyWish::greatest_size + 1);
    const int purchase = *rc::gen::inRange(0, purchase_count + 1);
    if (purchase < purchase_count) wish.purchase = static_cast<Purchase>(purchase);
    wish.history = static_cast<ClientHistory>(*rc::gen::inRange(0, client_history_count));
    wish.tender = *rc::gen::inRange(0, 2) == 1;
    wish.seed = worlds::any_seed();
    return wish;
}

CompanyWish wish_of(int size, Purchase purchase, std::uint64_t seed) {
    CompanyWish wish;
    wish.size = size;
    wish.purchase = purchase;
    wish.seed = seed;
    return wish;
}

int holders(const Model& model, Role role) {
    int count = 0;
    for (int member = 0; member < model.centre.size(); ++member) {
        const auto& roles = model.centre.stakeholder(member).roles;
        count += std::ranges::find(roles, role) != roles.end() ? 1 : 0;
    }
    return count;
}

/// How many people stand above each other, by the links of the hierarchy, which run down.
int levels(const Model& model) {
    std::map<int, int> level;
    int deepest = 1;
    for (const auto& edge : model.centre.links()) // a superior stands before those who report to him
        if (edge.link->kind == LinkKind::reports_to)
            deepest = std::max(deepest, level[edge.to] = std::max(1, level[edge.from]) + 1);
    return deepest;
}

bool says(const Model& model, const std::string& words) { return model.company.about.find(words) != std::string::npos; }

} // namespace

TEST_CASE("any wish gives a company that checks without a warning, round-trips and plays") {
    worlds::check_law("generated companies are sound", 150, [] {
        const CompanyWish wish = any_wish();
        const Model model = generate_company(wish);
        const std::string text = dump_scenario(model);
        const Reading again = read_scenario_text(text, "generated.toml", {});
        for (const Problem& problem : again.problems) RC_FAIL(problem.text());
        RC_ASSERT(dump_everything(again.model) == dump_everything(model));
        RC_ASSERT(model.centre.components() == 1);
        RC_ASSERT(model.company.history == wish.history);
        RC_ASSERT(model.company.tender == wish.tender);
        const Plan plan = compile(model);
        for (std::int32_t strategy = 0; strategy < 4; ++strategy) {
            worlds::Play deal;
            deal.strategy = strategy;
            deal.count = 8;
            RC_ASSERT(worlds::play_unchecked(plan, deal).rows.size() == 8u);
        }
    });
}

TEST_CASE("the same wish gives the same text, another seed another one") {
    CompanyWish wish = wish_of(7, Purchase::new_task, 3);
    const std::string text = dump_scenario(generate_company(wish));
    CHECK(dump_scenario(generate_company(wish)) == text);
    CHECK(identity(text) ==
          463922075u); // of this version, on any machine; it changes with every change of the generator
    wish.seed = 3 + (std::uint64_t{1} << 32); // all 64 bits of the seed count
    CHECK(dump_scenario(generate_company(wish)) != text);
}

TEST_CASE("people are as many as wished, or as the published counts by staff say") {
    std::map<int, int> sizes;
    for (std::uint64_t seed = 1; seed <= 2000; ++seed) {
        CompanyWish wish;
        wish.seed = seed;
        const Model drawn = generate_company(wish);
        ++sizes[drawn.centre.size()];
        if (seed > 40) continue;
        wish.size = drawn.centre.size(); // asked for by name it is the same company
        CHECK(dump_scenario(generate_company(wish)) == dump_scenario(drawn));
        for (wish.size = 1; wish.size <= CompanyWish::greatest_size; ++wish.size)
            CHECK(generate_company(wish).centre.size() == wish.size);
    }
    // 45 % of 3-4, 35 % of 4-6, 20 % of 5-7; four standard errors are about 0.045.
    const std::map<int, double> shares{
        {3, 0.225}, {4, 0.225 + 0.35 / 3}, {5, 0.35 / 3 + 0.2 / 3}, {6, 0.35 / 3 + 0.2 / 3}, {7, 0.2 / 3}};
    CHECK(sizes.size() == shares.size());
    for (const auto& [size, share] : shares) CHECK(std::abs(sizes[size] / 2000.0 - share) < 0.045);
}

TEST_CASE("roles are there as promised") {
    worlds::check_law("roles by size", 100, [] {
        const Model model = generate_company(any_wish());
        const int size = model.centre.size();
        for (const Role role : {Role::decision_maker, Role::economic_buyer, Role::user})
            RC_ASSERT(holders(model, role) >= 1);
        for (const Role role : {Role::gatekeeper, Role::technical_buyer})
            RC_ASSERT((holders(model, role) >= 1) == (size >= 4));
        RC_ASSERT((holders(model, Role::influencer) >= 1) == (size >= 5));
        for (const Role role : {Role::champion, Role::legal_procurement})
            RC_ASSERT((holders(model, role) >= 1) == (size >= 6));
        std::set<std::string> names, ids;
        for (int member = 0; member < size; ++member) {
            names.insert(model.centre.stakeholder(member).name);
            ids.insert(model.centre.stakeholder(member).id);
        }
        RC_ASSERT(names.size() == static_cast<std::size_t>(size));
        RC_ASSERT(ids.size() == static_cast<std::size_t>(size));
    });
}

TEST_CASE("departments and levels are those of Johnston & Bonoma") {
    int equipment = 0, services = 0;
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        const Model seven = generate_company(wish_of(7, Purchase::new_task, seed));
        const Model five = generate_company(wish_of(5, Purchase::new_task, seed));
        CHECK(says(seven, "7 people in 4 departments"));
        CHECK(says(five, "5 people in 4 departments"));
        CHECK(levels(seven) == 3);
        CHECK(levels(five) <= 3);
        (levels(five) == 3 ? equipment : services) += 1;
    }
    CHECK(equipment > 5);
    CHECK(services > 5);
}

TEST_CASE("the class of purchase sets the rule, the veto and the timetable") {
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
        const auto made = [&](int size, Purchase purchase) { return generate_company(wish_of(size, purchase, seed)); };
        const Model straight = made(5, Purchase::straight_rebuy), modified = made(5, Purchase::modified_rebuy),
                    fresh = made(5, Purchase::new_task);
        CHECK(straight.process.rule == DecisionRule::autocracy);
        for (const Model& most : {modified, fresh}) {
            CHECK(most.process.rule == DecisionRule::minimum_endorsement);
            CHECK(most.process.quota == 3); // of five
        }
        CHECK(made(4, Purchase::new_task).process.rule == DecisionRule::unanimity);
        const auto vetoes = [](const Model& model) {
            int count = 0;
            for (int member = 0; member < model.centre.size(); ++member)
                count += model.centre.stakeholder(member).veto ? 1 : 0;
            return count;
        };
        CHECK(vetoes(straight) == 0);
        CHECK(vetoes(modified) == 0);
        CHECK(vetoes(fresh) == 1);
        CHECK(straight.process.decision_week.mean() < modified.process.decision_week.mean());
        CHECK(modified.process.decision_week.mean() < fresh.process.decision_week.mean());
    }
}

TEST_CASE("somebody delivers today, except in a new task; a tender has two rivals") {
    worlds::check_law("the incumbent", 100, [] {
        const CompanyWish wish = any_wish();
        const Model model = generate_company(wish);
        const auto& offers = model.alternatives;
        const auto incumbents = std::ranges::count_if(offers, [](const Alternative& each) { return each.incumbent; });
        RC_ASSERT(incumbents == (model.company.purchase == Purchase::new_task ? 0 : 1));
        RC_ASSERT(offers.front().incumbent == (incumbents == 1 && wish.history == ClientHistory::current));
        const auto rivals = static_cast<int>(offers.size()) - 2;
        RC_ASSERT(rivals >= (wish.tender ? 2 : 0));
        RC_ASSERT(rivals <= 3);
        const double share = offers.front().price.mean() / model.company.budget.mean();
        RC_ASSERT(share > 0.69);
        RC_ASSERT(share < 0.96);
    });
}

TEST_CASE("another size keeps the people who stay; another class keeps the company, its people and its links") {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const Model six = generate_company(wish_of(6, Purchase::modified_rebuy, seed)),
                    seven = generate_company(wish_of(7, Purchase::modified_rebuy, seed)),
                    other = generate_company(wish_of(6, Purchase::straight_rebuy, seed));
        CHECK(six.company.name == seven.company.name);
        CHECK(six.company.name == other.company.name);
        for (int member = 0; member < 6; ++member) {
            const Stakeholder &of_six = six.centre.stakeholder(member), &of_seven = seven.centre.stakeholder(member),
                              &of_other = other.centre.stakeholder(member);
            CHECK(of_six.name == of_seven.name);
            CHECK(of_six.name == of_other.name);
            CHECK(of_six.roles == of_seven.roles);
            CHECK(of_six.support == of_seven.support);
            REQUIRE(of_six.objections.size() == of_seven.objections.size());
            for (std::size_t k = 0; k < of_six.objections.size(); ++k)
                CHECK(of_six.objections[k].severity == of_seven.objections[k].severity);
        }
        CHECK(six.centre.link_count() == other.centre.link_count());
        CHECK(six.centre.link_count() < seven.centre.link_count());
    }
}

TEST_CASE("new tasks meet more doubts than straight rebuys") {
    const auto doubts = [](Purchase purchase) {
        std::size_t count = 0;
        for (std::uint64_t seed = 1; seed <= 50; ++seed) {
            const Model model = generate_company(wish_of(6, purchase, seed));
            for (int member = 0; member < 6; ++member) count += model.centre.stakeholder(member).objections.size();
        }
        return count;
    };
    CHECK(doubts(Purchase::straight_rebuy) < doubts(Purchase::modified_rebuy));
    CHECK(doubts(Purchase::modified_rebuy) < doubts(Purchase::new_task));
}

} // namespace assent
