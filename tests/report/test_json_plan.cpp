// assent explain --json: the numbers of the plan and no others.
#include "model/compile.hpp"
#include "report/json_plan.hpp"
#include "worlds/small_company.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace assent;
using Json = nlohmann::json;

TEST_CASE("the plan as JSON has the plan's arrays, words for its terms and names by index") {
    const Model model = worlds::small_company();
    const Plan plan = compile(model);
    const Json json = Json::parse(plan_json(model, plan));

    CHECK(json["names"]["member"].size() == static_cast<std::size_t>(plan.n_member));
    CHECK(json["names"]["member"][0] == model.centre.stakeholder(0).id);
    CHECK(json["names"]["reason"].size() == model.topics.size() + reason_count);
    CHECK(json["authority"].size() == plan.authority.size());
    CHECK(json["attribute"].size() == plan.attribute.size());
    CHECK(json["rules"].size() == plan.rules.size());
    CHECK(json["draws"].size() == plan.draws.size());
    CHECK(json["candidates"] == Json(plan.candidates));
    CHECK(json["horizon"] == plan.horizon);
    CHECK(json["rule"] == "weighted");
    CHECK(json["assumptions"].size() == assumption_count);
    CHECK(json["assumptions"]["trust_gain"].get<float>() == plan[Assumption::trust_gain].value);
    CHECK(json["acts"]["address"]["relief"].get<float>() == plan.acts[static_cast<int>(Act::address)].relief);
    CHECK(json["channels"]["phone"]["reach"].get<float>() == plan.channels[static_cast<int>(Channel::phone)].reach);
    CHECK(json["strategies"][0]["hours"].get<float>() == plan.strategies[0].hours);
}

TEST_CASE("an uncertain number in the JSON of a plan names its draw and what to expect of it") {
    Model model = worlds::small_company();
    model.company.need = Number(0.3);
    const Json certain = Json::parse(plan_json(model, compile(model)));
    CHECK(certain["need"].is_number());

    model.company.need = Number(0.2);
    model.company.need.kind = Number::Kind::uniform;
    model.company.need.b = 0.6;
    const Plan plan = compile(model);
    const Json json = Json::parse(plan_json(model, plan));
    REQUIRE(json["need"].is_object());
    CHECK(json["need"]["expected"].get<double>() == doctest::Approx(0.4));
    const Json& draw = json["draws"][json["need"]["draw"].get<std::size_t>()];
    CHECK(draw["kind"] == "uniform");
    CHECK(draw["a"].get<float>() == 0.2f);
    CHECK(draw["b"].get<float>() == 0.6f);
}
