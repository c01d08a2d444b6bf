// The verdicts of a validation: what holds, what must fail, a control that remains; and the command around them.
#include "validation/validate.hpp"

#include "report/fact_report.hpp"
#include "report/fact_table.hpp"
#include "report/json.hpp"
#include "report/markup.hpp"
#include "scenario/reader.hpp"
#include "worlds/shell.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <fstream>

namespace {

using namespace assent;

const std::string folder = ASSENT_SOURCE_DIR "/scenarios/facts";

FactFile b6() {
    const std::vector<std::string> wanted{"B6"};
    std::vector<FactFile> files = load_facts(folder, wanted);
    REQUIRE(files.size() == 1);
    return files.front();
}

FactResult validated(const FactFile& file) {
    ValidationRequest request;
    request.replicates_limit = 8192;
    request.companies = 0;
    return validate_fact(file, request);
}

} // namespace

TEST_CASE("a fact holds, its control vanishes, and the same again gives the same") {
    const FactResult result = validated(b6());
    REQUIRE(result.expectations.size() == 1);
    const ExpectationResult& seen = result.expectations.front();
    CHECK(result.holds());
    CHECK(seen.verdict == Verdict::holds);
    CHECK(seen.control == ControlVerdict::vanishes);
    CHECK(seen.power >= validation_power);
    ValidationRequest request;
    request.replicates_limit = 8192;
    request.companies = 0;
    request.threads = 1;
    const FactResult again = validate_fact(b6(), request);
    CHECK(again.expectations.front().answer.tested.estimate == seen.answer.tested.estimate);
    CHECK(again.expectations.front().answer.tested.low == seen.answer.tested.low);
}

TEST_CASE("the opposite of a fact fails") {
    FactFile file = b6();
    std::swap(file.model.fact.expectations.front().of, file.model.fact.expectations.front().over);
    const FactResult result = validated(file);
    CHECK(result.expectations.front().verdict == Verdict::fails);
    CHECK_FALSE(result.holds());
}

TEST_CASE("what the limit cannot show is not shown") {
    FactFile file = b6();
    file.model.fact.expectations.front().by = validated(file).expectations.front().answer.tested.estimate;
    const FactResult result = validated(file);
    CHECK(result.expectations.front().verdict == Verdict::not_shown);
    CHECK(result.replicates == 8192);
    CHECK_FALSE(result.holds());
}

TEST_CASE("a control that does not switch the mechanism off remains") {
    FactFile file = b6();
    file.model.fact.control.set = {{"assumptions.pretext_effect", "0.1"}};
    const FactResult result = validated(file);
    CHECK(result.expectations.front().verdict == Verdict::holds);
    CHECK(result.expectations.front().control == ControlVerdict::remains);
    CHECK_FALSE(result.holds());
    CHECK(facts_text(std::span(&result, 1), {100, false}).find("REMAINS") != std::string::npos);
}

TEST_CASE("other companies take the place of the fact's own") {
    ValidationRequest request;
    request.replicates_limit = 4096;
    request.companies = 2;
    request.company = [](std::uint64_t seed) {
        Model model = load_scenario(ASSENT_SOURCE_DIR "/scenarios/three-heads.toml");
        model.strategies.clear();
        model.company.name = "Number " + std::to_string(seed);
        return dump_scenario(model);
    };
    const FactResult result = validate_fact(b6(), request);
    REQUIRE(result.companies.size() == 2);
    CHECK(result.companies.front().name == "Number 1");
    CHECK(result.companies_applying() == 2);
    FactFile gate = b6();
    request.company = [](std::uint64_t) { return std::string("format = 1\n"); };
    const FactResult none = validate_fact(gate, request);
    CHECK(none.companies_applying() == 0);
    CHECK(none.companies.front().why.find("no stakeholder") != std::string::npos);
}

TEST_CASE("the page is well formed and the data can be read") {
    const FactResult result = validated(b6());
    const markup::Page page = markup::Reader(facts_html(std::span(&result, 1), 1, "test")).read();
    CHECK(page.fault == "");
    CHECK(page.has_id("fact-B6"));
    CHECK(page.count("svg") >= 3);
    const auto json = nlohmann::json::parse(facts_json(std::span(&result, 1), 1));
    CHECK(json["facts"][0]["holds"] == true);
    CHECK(json["facts"][0]["expectations"][0]["control"] == "exactly 0");
    CHECK(facts_csv(std::span(&result, 1)).starts_with("fact,claim,says,"));
}

TEST_CASE("the command answers with its exit code") {
    const std::string facts = "'" + folder + "' ";
    const worlds::Ran good = worlds::shell("$assent validate " + facts + "--fact B6 --companies 0");
    CHECK(good.code == 0);
    CHECK(good.out.find("1 fact holds") != std::string::npos);
    const worlds::Ran unknown = worlds::shell("$assent validate " + facts + "--fact Z9");
    CHECK(unknown.code == 2);
    CHECK(unknown.err.find("--fact Z9 (there is no such fact)") != std::string::npos);
    const worlds::Ran nowhere = worlds::shell("$assent validate /nowhere");
    CHECK(nowhere.code == 2);
    CHECK(nowhere.err.find("/nowhere: no such folder") != std::string::npos);
    const worlds::Scratch scratch;
    std::filesystem::copy(folder, scratch.path(), std::filesystem::copy_options::recursive);
    std::ofstream(scratch.path() / "B6-root-not-pretext.toml", std::ios::app)
        << "\n[[fact.expect]]\nof = \"pretext\"\nover = \"root\"\n";
    const worlds::Ran bad = worlds::shell("$assent validate '" + scratch.path().string() + "' --fact B6 --companies 0");
    CHECK(bad.code == 1);
    CHECK(bad.out.find("not shown: B6") != std::string::npos);
}

TEST_CASE("what is wrong with a fact is said with its place") {
    const auto problem = [](const std::string& fact) {
        const std::string text = "format = 1\ninclude = \"usual-selling.toml\"\n[fact]\n" + fact;
        const Reading reading = read_scenario_text(text, "x.toml", folder);
        for (const Problem& each : reading.problems)
            if (each.severity == Problem::Severity::error) return each.text();
        return std::string("no error");
    };
    const std::string arms = "id = \"X1\"\narm = [{ id = \"a\", set = { \"company.need\" = 1 } }, { id = \"b\" }]\n";
    CHECK(problem("id = \"X1\"\n") == "x.toml:3:2: fact (has no arms); write [[fact.arm]]");
    CHECK(problem(arms + "expect = [{ of = \"a\", over = \"c\" }]\n") ==
          "x.toml:6:30: fact.expect[1].over = \"c\" (no arm is called \"c\"); did you mean \"a\"?");
    CHECK(problem(arms + "expect = [{ of = \"a\", by = 1 }]\n") ==
          "x.toml:6:11: fact.expect[1] (compares with nothing); add over = \"…\", the other arm");
    CHECK(problem(arms + "expect = [{ of = \"a\", over = \"b\", measure = \"support\" }]\n") ==
          "x.toml:6:11: fact.expect[1] (does not say whose support); add whom = \"…\"");
    CHECK(problem(arms + "control = { set = { \"company.need\" = 0 } }\nexpect = [{ of = \"a\", over = \"b\" }]\n") ==
          "x.toml:6:1: fact.control (sets company.need, which is what the arms differ in); switch off what makes the "
          "difference matter");
}
