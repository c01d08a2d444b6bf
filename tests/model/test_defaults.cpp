// The built-in vocabulary and the priors of the roles.
#include "model/model.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace assent {
namespace {

double criterion(const RolePrior& prior, const std::string& id) {
    for (const auto& [name, weight] : prior.criteria)
        if (name == id) return weight.mean();
    return -1;
}

const RolePrior& prior_of(const Model& model, Role role) { return model.priors[static_cast<std::size_t>(role)]; }

/// Effect of one touch on a fully accessible member.
double effect(const ChannelTraits& channel) { return channel.reach * channel.richness; }

Number number(Number::Kind kind, double a, double b, double c = 0) {
    Number result;
    result.kind = kind;
    result.a = a;
    result.b = b;
    result.c = c;
    return result;
}

} // namespace

TEST_CASE("expected values of numbers") {
    using enum Number::Kind;
    CHECK(Number(2.5).mean() == 2.5);
    CHECK(number(uniform, 1, 4).mean() == 2.5);
    CHECK(number(triangular, 0, 1, 5).mean() == 2);
    CHECK(number(normal, -3, 9).mean() == -3);
    CHECK(number(lognormal, 10, 0.5).mean() == doctest::Approx(10 * std::exp(0.125)));
    CHECK(number(beta, 1, 3).mean() == 0.25);
    CHECK(Number::unset().mean() == 0);
    Number dice;
    dice.kind = discrete;
    dice.outcomes = {{10, 0.25}, {20, 0.75}};
    CHECK(dice.mean() == 17.5);
}

TEST_CASE("the defaults hold words and constants only") {
    const Model model = Model::defaults();
    CHECK(model.centre.size() == 0);
    CHECK(model.alternatives.empty());
    CHECK(model.strategies.empty());
    CHECK(model.extras.empty());
}

TEST_CASE("sixteen topics, each with an answer and with evidence that suits it") {
    const Model model = Model::defaults();
    CHECK(model.topics.size() == 16);
    std::set<std::string> ids;
    for (const Topic& topic : model.topics) {
        CAPTURE(topic.id);
        CHECK(ids.insert(topic.id).second);
        CHECK(!topic.name.empty());
        CHECK(!topic.answered_by.empty());
        CHECK(!topic.evidence.empty());
    }
    for (const char* id :
         {"price", "budget", "roi", "need", "urgency", "authority", "trust", "competitor", "status_quo", "change_risk",
          "fit", "integration", "security_compliance", "terms", "support", "indecision"})
        CHECK(ids.count(id) == 1);
}

TEST_CASE("every topic is relieved by each of its acts, and every act is felt") {
    const Model model = Model::defaults();
    for (const Topic& topic : model.topics)
        for (const Act act : topic.answered_by) CHECK(model.acts[static_cast<std::size_t>(act)].relief > 0);
    for (const ActEffect& act : model.acts) {
        CHECK(act.hours > 0);
        CHECK(act.attention > 0);
        CHECK(act.cost == 0); // a currency is only known in a scenario
    }
}

TEST_CASE("price and quality are among the criteria; quality and prestige serve the person") {
    const Model model = Model::defaults();
    CHECK(model.criteria.front().id == "price");
    for (const Criterion& criterion : model.criteria) {
        CAPTURE(criterion.id);
        CHECK(criterion.serves_person == (criterion.id == "quality" || criterion.id == "prestige"));
        CHECK(criterion.serves_task == (criterion.id != "prestige"));
    }
}

TEST_CASE("a meeting weighs more than a call, a call more than an e-mail, and costs more hours (fact B1)") {
    const Model model = Model::defaults();
    const auto channel = [&](Channel which) { return model.channels[static_cast<std::size_t>(which)]; };
    CHECK(effect(channel(Channel::meeting)) > effect(channel(Channel::video)));
    CHECK(effect(channel(Channel::video)) > effect(channel(Channel::phone)));
    CHECK(effect(channel(Channel::phone)) > 2 * effect(channel(Channel::email)));
    CHECK(channel(Channel::meeting).hours > channel(Channel::phone).hours);
    CHECK(channel(Channel::phone).hours > channel(Channel::email).hours);
    CHECK(channel(Channel::meeting).intrusion > channel(Channel::email).intrusion);
}

TEST_CASE("priors: complete, in range, uncertain") {
    const Model model = Model::defaults();
    for (const RolePrior& prior : model.priors) {
        for (const Number* share : {&prior.authority, &prior.susceptibility, &prior.expertise, &prior.personal_stake,
                                    &prior.integrity, &prior.accessibility}) {
            CHECK(share->kind == Number::Kind::beta);
            CHECK(share->mean() > 0);
            CHECK(share->mean() < 1);
        }
        CHECK(prior.patience.mean() > 0);
        CHECK(prior.patience.c <= 20);
        REQUIRE(prior.criteria.size() == model.criteria.size());
        for (std::size_t index = 0; index < prior.criteria.size(); ++index) {
            CHECK(prior.criteria[index].first == model.criteria[index].id);
            CHECK(prior.criteria[index].second.kind == Number::Kind::triangular);
        }
    }
}

TEST_CASE("roles look at what they are known for (fact A2)") {
    const Model model = Model::defaults();
    const RolePrior& finance = prior_of(model, Role::economic_buyer);
    const RolePrior& chief = prior_of(model, Role::decision_maker);
    const RolePrior& user = prior_of(model, Role::user);
    CHECK(criterion(finance, "price") > 2 * criterion(finance, "quality"));
    CHECK(criterion(chief, "quality") > criterion(chief, "price"));
    CHECK(criterion(user, "ease") > criterion(finance, "ease"));
    CHECK(criterion(user, "service") > criterion(chief, "service"));
    CHECK(finance.authority.mean() > user.authority.mean());
    CHECK(prior_of(model, Role::gatekeeper).authority.mean() < 0.15);
}

TEST_CASE("every constant of the mechanisms has its default within its range") {
    const Model model = Model::defaults();
    std::size_t index = 0;
#define ASSENT_ASSUMPTION(name, least, greatest, preset, unit, sentence, source)                                       \
    CHECK(model.assumptions[index].is_constant());                                                                     \
    CHECK(model.assumptions[index].a == (preset));                                                                     \
    CHECK((preset) >= (least));                                                                                        \
    CHECK((preset) <= (greatest));                                                                                     \
    ++index;
#include "engine/assumption_list.hpp"
#undef ASSENT_ASSUMPTION
    CHECK(index == assumption_count);
}

} // namespace assent
