// read(dump(m)) == m.
#include "scenario/random_draft.hpp"

#include "scenario/draft_reader.hpp"
#include "scenario/dump.hpp"
#include "scenario/reader.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>

namespace {

using namespace assent;
namespace fs = std::filesystem;

TEST_CASE("dumping a model filled at random and reading it back gives the same model") {
    for (unsigned seed = 0; seed < 200; ++seed) {
        CAPTURE(seed);
        const Model model = model_of(RandomDraft(seed).make());
        const SourceFile file{"dump.toml", dump_scenario(model), 0};
        CAPTURE(file.text);
        const Document document = parse_toml(file);
        REQUIRE_MESSAGE(!document.problem, document.problem->text());
        Findings findings;
        const Model again = model_of(read_draft(document.root, findings));
        for (const Problem& problem : findings.take()) {
            FAIL_CHECK(problem.text());
        }
        REQUIRE(dump_everything(again) == dump_everything(model));
    }
}

TEST_CASE("every shipped scenario is sound, and survives being dumped and read back") {
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(ASSENT_SOURCE_DIR) / "scenarios")) {
        const std::string folder = entry.path().parent_path().filename().string();
        if (entry.path().extension() != ".toml" || folder == "maps" || folder == "lessons" || folder == "levels") {
            continue; // formats of their own (tests/calibration, tests/training)
        }
        CAPTURE(entry.path().string());
        const Reading reading = read_scenario(entry.path());
        for (const Problem& problem : reading.problems) {
            CHECK_MESSAGE(problem.severity == Problem::Severity::warning, problem.text());
        }
        if (!reading.ok() || reading.model.centre.size() == 0) {
            continue;
        }
        const std::string dump = dump_scenario(reading.model);
        const Reading again = read_scenario_text(dump, "dump.toml", {});
        REQUIRE(again.ok());
        CHECK(dump_everything(again.model) == dump_everything(reading.model));
        CHECK(dump_scenario(again.model) == dump);
    }
}

TEST_CASE("dump_everything tells two models apart by any one key") {
    const Model model = model_of(RandomDraft(7).make());
    Model other = model;
    other.company.need_shock = Number(0.123);
    CHECK(dump_everything(other) != dump_everything(model));
    other = model;
    other.alternatives.front().known = !other.alternatives.front().known;
    CHECK(dump_everything(other) != dump_everything(model));
}

TEST_CASE("places in pictures survive the dump, and what is played is the same text with them and without") {
    Model model = model_of(RandomDraft(7).make());
    model.centre.stakeholder(0).place.reset();
    const std::string played = dump_played(model), all_played = dump_everything(model, KeysTold::played);
    const std::string before = dump_everything(model);
    model.centre.stakeholder(0).place = DrawnPlace{0.125, 1};
    CHECK(dump_scenario(model).find("place = [0.125, 1.0]") != std::string::npos);
    CHECK(dump_everything(model) != before);
    CHECK(dump_played(model) == played);
    CHECK(dump_everything(model, KeysTold::played) == all_played);
    CHECK(all_played.find("place = ") == std::string::npos);
}

} // namespace
