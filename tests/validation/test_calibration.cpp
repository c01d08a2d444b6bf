// Deals that the simulator itself has won and lost, under weights that are known.
#include "calibration/calibrate.hpp"
#include "calibration/logit.hpp"
#include "experiment/random_stream.hpp"
#include "calibration/typical_deal.hpp"
#include "experiment/in_parallel.hpp"
#include "report/calibration_report.hpp"
#include "scenario/reader.hpp"

#include <cmath>
#include <doctest/doctest.h>
#include <filesystem>
#include <fmt/format.h>

namespace assent {
namespace {

constexpr double rival_weight = 1.2, trust_weight = 1.6, intercept = 1.0;

const char* const map_text = R"(format = 1
title = "synthetic"
[outcome]
column = "Status"
won = ["Won"]
lost = ["Lost"]
[groups]
client = "Account"
[[feature]]
column = "Rival"
moves = "competitor"
level = [{ name = "No" }, { name = "Yes", published = [0.25, 0.49] }]
[[feature]]
column = "Client"
moves = "trust"
level = [{ name = "New" }, { name = "Current" }]
)";

const DealPlayer& player() {
    static const DealPlayer typical(typical_deal(), 0);
    return typical;
}

Moves company(bool rival, bool current) {
    Moves moves{};
    moves[static_cast<std::size_t>(Axis::leaning)] = intercept - (rival ? rival_weight : 0);
    moves[static_cast<std::size_t>(Axis::comfort)] = rival ? -rival_weight : 0;
    moves[static_cast<std::size_t>(Axis::trust)] = current ? trust_weight : 0;
    return moves;
}

/// Each deal is one replicate of a company of its own kind.
CsvTable played_deals(int count) {
    const std::vector<Moves> kinds{company(false, false), company(false, true), company(true, false),
                                   company(true, true)};
    PlayRequest request;
    request.seed = 77;
    request.replicates = 8192;
    const std::vector<double> rates = player().win_rates(kinds, request);
    RandomStream random(5, RandomStream::Purpose::choice);
    std::string text = "Status,Account,Rival,Client\n";
    for (int i = 0; i < count; ++i) {
        const std::size_t kind = random.below(4);
        text += fmt::format("{},a{},{},{}\n", random.uniform() < rates[kind] ? "Won" : "Lost", i / 3,
                            kind >= 2 ? "Yes" : "No", kind % 2 == 1 ? "Current" : "New");
    }
    return parse_csv_table(text, "played.csv");
}

CalibrationRequest small_request() {
    CalibrationRequest request;
    request.folds = 4;
    request.repeats = 1;
    request.replicates = 256;
    return request;
}

const Calibration& calibrated() {
    static const Calibration calibration =
        calibrate(played_deals(800), read_deal_map_text(map_text, "map.toml"), player(), small_request());
    return calibration;
}

} // namespace

TEST_CASE("the posterior covers the weights that made the deals") {
    const Calibration& calibration = calibrated();
    REQUIRE(calibration.weights.size() == 3);
    const double truth[] = {intercept, rival_weight, trust_weight};
    for (std::size_t j = 0; j < 3; ++j) {
        const Interval& weight = calibration.weights[j].weight;
        CAPTURE(calibration.weights[j].name);
        const double deviation = weight.half_width() / 1.645;
        CHECK(std::abs(weight.estimate - truth[j]) < 4 * deviation);
        CHECK(deviation < 0.45); // and it has learnt something
        CHECK(calibration.weights[j].scale_reduction < 1.1);
    }
    CHECK(calibration.weights[1].odds_ratio.high < 1);
    CHECK(calibration.weights[2].odds_ratio.low > 1);
    CHECK(calibration.weights[1].sign_probability > 0.99);
    CHECK(calibration.played_gap < 0.06);
    const CrossValidation& validation = calibration.validations.front();
    CHECK(validation.column == "Account");
    CHECK(validation.to_constant.brier.high < 0);
    CHECK(std::abs(validation.to_regression.brier.estimate) < 0.01);
    CHECK(validation.surface_gap < 0.1);
}

TEST_CASE("a calibration is the same for any number of threads") {
    const CsvTable table = played_deals(120);
    const DealMap map = read_deal_map_text(map_text, "map.toml");
    CalibrationRequest request = small_request();
    request.threads = 1;
    const std::string one = calibration_json(calibrate(table, map, player(), request));
    request.threads = 3;
    CHECK(calibration_json(calibrate(table, map, player(), request)) == one);
    request.seed = 2;
    CHECK(calibration_json(calibrate(table, map, player(), request)) != one);
}

TEST_CASE("a calibration that is told to stop stops") {
    const std::atomic<bool> stop = true;
    CalibrationRequest request = small_request();
    request.cancelled = &stop;
    CHECK_THROWS_AS(calibrate(played_deals(60), read_deal_map_text(map_text, "map.toml"), player(), request),
                    Cancelled);
}

TEST_CASE("a fit on the plain surface is ridge logistic regression") {
    // Two groups of deals: 30 of 40 and 10 of 40 won. With wide priors the weights are the log-odds themselves.
    const std::vector<Weight> weights{{Moves{1}, 0, 100, false}, {Moves{1}, 0, 100, false}};
    const std::vector<DealGroup> deals{{{}, 40, 30}, {{{1, 1.0}}, 40, 10}};
    const Surface plain = Surface::plain();
    const Likelihood likelihood(plain, weights, deals);
    const Mode mode = find_mode(likelihood, 1);
    CHECK(mode.theta[0] == doctest::Approx(logit(0.75)).epsilon(1e-3));
    CHECK(mode.theta[1] == doctest::Approx(logit(0.25) - logit(0.75)).epsilon(1e-3));
    ChainRequest request;
    request.draws = 2000;
    const Chain chain = run_chain(likelihood, mode, request);
    double mean = 0, squares = 0;
    for (const auto& theta : chain.draws) mean += theta[1] / 2000;
    for (const auto& theta : chain.draws) squares += std::pow(theta[1] - mean, 2) / 1999;
    // Each share has variance 1 / (40 · 3/16) in its log-odds; the posterior is a little wider and skewed.
    CHECK(mean == doctest::Approx(mode.theta[1]).epsilon(0.1));
    CHECK(std::sqrt(squares) == doctest::Approx(std::sqrt(2 / 7.5)).epsilon(0.15));
}

TEST_CASE("the surface gives back what is played") {
    PlayRequest request;
    request.replicates = 1024;
    const SurfaceFitter fitter(player(), {true, false, true, false, false, false}, request);
    const SurfaceQuality quality = fitter.quality();
    CHECK(quality.axes == 2);
    CHECK(quality.held_out >= 16);
    CHECK(quality.error < 0.03);
    const Surface surface = fitter.fit();
    const Moves at{1.0, 0, 0.5};
    Moves beside = at;
    beside[2] += 1e-5;
    CHECK((surface.at(beside).logit - surface.at(at).logit) / 1e-5 ==
          doctest::Approx(surface.at(at).slope[2]).epsilon(1e-3));
    CHECK(surface.at({100, 0, 0}).logit == doctest::Approx(surface.at({4, 0, 0}).logit));
}

TEST_CASE("moving the rival up is the same as moving our offer and doing nothing down") {
    const Mechanism* rival = find_mechanism("competitor");
    REQUIRE(rival != nullptr);
    PlayRequest request;
    request.replicates = 2048;
    const std::vector<Moves> companies{Moves{}, rival->direction};
    const std::vector<double> rates = player().win_rates(companies, request);
    CHECK(rates[1] < rates[0]);
    const Model base = typical_deal();
    const Model with = moved(base, rival->direction);
    CHECK(with.company.comfort.mean() == doctest::Approx(base.company.comfort.mean() - 1));
    CHECK(with.centre.stakeholder(0).leaning.mean() == doctest::Approx(base.centre.stakeholder(0).leaning.mean() - 1));
}

TEST_CASE("the part that is written can be included after its scenario") {
    const std::filesystem::path scenario = ASSENT_SOURCE_DIR "/scenarios/three-heads.toml";
    const DealPlayer heads(load_scenario(scenario), 0);
    CalibrationRequest request = small_request();
    request.deal = {{"Rival", "Yes"}, {"Client", "Current"}};
    const Calibration calibration =
        calibrate(played_deals(120), read_deal_map_text(map_text, "map.toml"), heads, request);
    const std::filesystem::path part = std::filesystem::temp_directory_path() / "assent-calibrated-part.toml";
    std::FILE* file = std::fopen(part.c_str(), "w");
    REQUIRE(file != nullptr);
    const std::string text = calibration_part(calibration, heads.base());
    CHECK(std::fwrite(text.data(), 1, text.size(), file) == text.size());
    CHECK(std::fclose(file) == 0);
    const Reading reading = read_scenario_text(
        fmt::format("format = 1\ninclude = [\"{}\", \"{}\"]\n", scenario.string(), part.string()), "all.toml", {});
    for (const Problem& problem : reading.problems)
        CHECK_MESSAGE(problem.severity == Problem::Severity::warning, problem.text());
    REQUIRE(reading.ok());
    CHECK(reading.model.centre.stakeholder(0).leaning.kind == Number::Kind::normal);
    CHECK(reading.model.company.comfort != heads.base().company.comfort);
    std::filesystem::remove(part);
    const Reading whole = read_scenario_text(calibrated_scenario(calibration, heads.base()), "whole.toml", {});
    REQUIRE(whole.ok());
    CHECK(whole.model.centre.stakeholder(0).leaning == reading.model.centre.stakeholder(0).leaning);
}

TEST_CASE("what the table holds cannot become markup, and every figure is told") {
    Calibration calibration = calibrated();
    calibration.table = "<script>alert(1)</script>.csv";
    calibration.weights[1].name = "Rival: <b>";
    const std::string page = calibration_html(calibration, "test");
    CHECK(page.find("<script>alert") == std::string::npos);
    CHECK(page.find("Rival: &lt;b&gt;") != std::string::npos);
    CHECK(page.find("id=\"curve\"") != std::string::npos);
    const std::string text = calibration_text(calibrated(), {100, false});
    CHECK(text.find("Client: Current") != std::string::npos);
    CHECK(text.find("0.25–0.49") != std::string::npos);
    CHECK(text.find("Simulator − regression") != std::string::npos);
    CHECK(calibration_csv(calibrated()).find("score,simulator,brier,Account,") != std::string::npos);
}

} // namespace assent
