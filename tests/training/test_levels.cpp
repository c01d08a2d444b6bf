// Levels change named parameters and nothing else.
#include "model/user_error.hpp"
#include "scenario/reader.hpp"
#include "scenario/settings.hpp"
#include "training/level.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>

namespace assent {
namespace {

const std::string shipped = ASSENT_SOURCE_DIR "/scenarios/";

Model levelled(const std::string& scenario, const std::string& id) {
    const Model model = load_scenario(shipped + scenario);
    ScenarioChanges changes;
    for (const std::string& text : settings_for(load_level(shipped + "levels", id), model))
        changes.set.push_back(setting_of(text));
    return changed_scenario(model, std::span(&changes, 1), "level");
}

} // namespace

TEST_CASE("every level fits every shipped company") {
    for (const auto& entry : std::filesystem::directory_iterator(shipped)) {
        if (entry.path().extension() != ".toml") continue;
        for (const std::string id : {"apprentice", "seller", "master"}) {
            CAPTURE(entry.path().string());
            CHECK_NOTHROW(levelled(entry.path().filename().string(), id));
        }
    }
}

TEST_CASE("an apprentice knows everybody, a master no doubt") {
    const Model easy = levelled("hospital-group.toml", "apprentice"), hard = levelled("hospital-group.toml", "master");
    const Model plain = levelled("hospital-group.toml", "seller");
    CHECK(dump_scenario(plain) == dump_scenario(load_scenario(shipped + "hospital-group.toml")));
    for (int member = 0; member < easy.centre.size(); ++member) {
        CHECK(easy.centre.stakeholder(member).known);
        CHECK(hard.centre.stakeholder(member).known == plain.centre.stakeholder(member).known);
        for (const Objection& objection : easy.centre.stakeholder(member).objections) CHECK(objection.known);
        for (const Objection& objection : hard.centre.stakeholder(member).objections) CHECK_FALSE(objection.known);
    }
}

TEST_CASE("a level that is not there is refused with those that are") {
    CHECK_THROWS_WITH_AS(load_level(shipped + "levels", "wizard"),
                         "--level wizard (is no level); there are apprentice, seller, master", UserError);
    CHECK_THROWS_AS(load_level("/absent", "seller"), UserError);
}

} // namespace assent
