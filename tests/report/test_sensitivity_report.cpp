// What explains the spread, in words, CSV, JSON and as a page, from figures made by hand.
#include "report/hand_made.hpp"
#include "report/sensitivity_report.hpp"
#include "report/sensitivity_words.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>

namespace assent {
namespace {

SensitivityNumber number(const std::string& key, const Interval& first, const Interval& total, double luck) {
    SensitivityNumber made;
    made.number = {PlanNumber::Kind::drawn, 0, key, 0.5, 0.2, 0.8};
    const double together = total.estimate - first.estimate;
    made.share = {first, total, {together, together - 0.05, together + 0.05}};
    made.luck = luck;
    return made;
}

SensitivityResult shares() {
    SensitivityResult result{"acme.toml", hand_made::model(), {}};
    Sensitivity& found = result.sensitivity;
    found.request.run.replicates = 128;
    found.points = 4096;
    found.mean = 0.42;
    found.variance = 0.01;
    found.luck_share = 0.03;
    found.numbers = {number("company.budget", {0.27, 0.2, 0.33}, {0.41, 0.35, 0.47}, 0.02),
                     number("company.need", {0.3, 0.25, 0.36}, {0.31, 0.26, 0.36}, 0.02),
                     number("a<b>", {0.01, -0.01, 0.03}, {0.02, 0.01, 0.03}, 0.02),
                     number("process.evaluation_weeks", {0, 0, 0}, {0, 0, 0}, 0)};
    found.pairs = {{0, 1, {0.1, 0.04, 0.16}}, {0, 2, {0.01, -0.03, 0.05}}};
    return result;
}

SensitivityResult effects() {
    SensitivityResult result = shares();
    result.sensitivity.request.method = SensitivityMethod::morris;
    result.sensitivity.pairs.clear();
    for (SensitivityNumber& number : result.sensitivity.numbers) {
        number.effect = {{number.share.total.estimate, number.share.total.low, number.share.total.high},
                         {-number.share.total.estimate, -number.share.total.high, -number.share.total.low},
                         {0.01, 0, 0.02}};
        number.share = {};
    }
    return result;
}

SensitivityResult flat() {
    SensitivityResult result = shares();
    result.sensitivity.variance = 0;
    for (SensitivityNumber& number : result.sensitivity.numbers) number.share = {}, number.luck = 0;
    for (PairShare& pair : result.sensitivity.pairs) pair.share = {};
    return result;
}

SensitivityResult blurred() {
    SensitivityResult result = shares();
    for (SensitivityNumber& number : result.sensitivity.numbers) number.luck = 0.5;
    result.sensitivity.luck_share = 0.5;
    return result;
}

bool has(const std::string& text, const std::string& words) { return text.find(words) != std::string::npos; }

/// One line, with plain spaces.
std::string plain(std::string text) {
    for (std::size_t at; (at = text.find("\u202f")) != std::string::npos;) text.replace(at, 3, " ");
    std::ranges::replace(text, '\n', ' ');
    return text;
}

} // namespace

TEST_CASE("the sentence of a number says how much, how sure, and what goes only with others") {
    CHECK(plain(sensitivity_headline(shares())) ==
          "company.budget explains 41 % (35–47 %) of the spread; a third of it only together with other numbers.");
    CHECK(has(plain(sensitivity_text(shares(), 20, {})),
              "company.need explains 31 % (26–36 %) of the spread, as far as can be told by itself."));
    CHECK(plain(sensitivity_headline(effects())) ==
          "company.budget moves the win rate by 41.0 (35.0 to 47.0) points on average over its range, mostly down.");
}

TEST_CASE("pairs that stand out are named, and that none does is said") {
    SensitivityResult result = shares();
    REQUIRE(pair_sentences(result).size() == 1);
    CHECK(has(pair_sentences(result).front(), "company.budget and company.need as a pair"));
    result.sensitivity.pairs.erase(result.sensitivity.pairs.begin());
    REQUIRE(pair_sentences(result).size() == 1);
    CHECK(has(pair_sentences(result).front(), "No pair"));
    CHECK(pair_sentences(effects()).empty());
}

TEST_CASE("a flat result and one of luck give a sentence in place of numbers") {
    const std::string same = plain(sensitivity_text(flat(), 20, {}));
    CHECK(has(same, "is the same at all 4 096 points"));
    CHECK(!has(same, "explains"));
    CHECK(!has(same, "█"));
    const std::string luck = plain(sensitivity_text(blurred(), 20, {}));
    CHECK(has(luck, "No number can be told from luck"));
    CHECK(has(luck, "50 % of the spread is the luck of few deals"));
    CHECK(!has(luck, "█"));
    CHECK(!has(sensitivity_html(flat(), "1"), "<svg class=\"wide\""));
}

TEST_CASE("numbers below luck and without effect are named without bars; --top leaves out the smallest") {
    const std::string text = plain(sensitivity_text(shares(), 20, {}));
    CHECK(has(text, "Too little to be told from luck (they explain at most 3.0 % each): a<b>."));
    CHECK(has(text, "Without any effect here: process.evaluation_weeks."));
    CHECK(has(plain(sensitivity_text(shares(), 1, {})), "(and 1 with less; --top 2 shows all)"));
}

TEST_CASE("CSV has a line for each number, with the cells of the other method empty") {
    const std::string csv = sensitivity_csv(shares());
    CHECK(csv.starts_with("scenario,strategy,measure,method,number,first,first_low,first_high,total,total_low,"
                          "total_high,together,together_low,together_high,mu_star,"));
    CHECK(std::ranges::count(csv, '\n') == 5);
    CHECK(has(csv, ",win,sobol,company.budget,0.27,0.2,0.33,0.41,0.35,0.47,"));
    CHECK(has(csv, ",,,,,,,,,0.02,0.42,0.1,0.03,4096,128\r\n"));
    CHECK(has(sensitivity_csv(effects()), ",morris,company.budget,,,,,,,,,,0.41,0.35,0.47,-0.41,-0.47,-0.35,0.01,"));
    CHECK(has(sensitivity_csv(flat()), ",sobol,company.budget,,,,,,,,,,"));
}

TEST_CASE("JSON holds the figures and the sentence") {
    const auto json = nlohmann::json::parse(sensitivity_json(shares()));
    CHECK(json["numbers"].size() == 4);
    CHECK(json["numbers"][0]["total"]["high"] == 0.47);
    CHECK(json["numbers"][2]["stands_out"] == false);
    CHECK(json["pairs"][0]["other"] == "company.need");
    CHECK(json["says"] == sensitivity_headline(shares()));
    const auto nothing = nlohmann::json::parse(sensitivity_json(flat()));
    CHECK(!nothing["numbers"][0].contains("total"));
    CHECK(nothing["pairs"].empty());
    CHECK(nlohmann::json::parse(sensitivity_json(effects()))["numbers"][0]["mu"]["low"] == -0.47);
}

TEST_CASE("the page shows bars and keeps names out of the markup") {
    const std::string page = sensitivity_html(shares(), "1");
    CHECK(has(page, "<svg"));
    CHECK(has(page, "company.budget"));
    CHECK(has(page, "a&lt;b&gt;"));
    CHECK(!has(page, "a<b>"));
}

} // namespace assent
