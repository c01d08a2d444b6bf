// The published figures that the model answers to, and how they are taken.
#include "scenario/reader.hpp"
#include "validation/bands.hpp"
#include "validation/fact_file.hpp"
#include "validation/population.hpp"

#include <doctest/doctest.h>

#include <filesystem>

namespace assent {
namespace {

namespace fs = std::filesystem;
const fs::path folder = fs::path(ASSENT_SOURCE_DIR) / "scenarios";

std::vector<BandResult> played(int threads, int companies) {
    std::vector<Model> library;
    for (const char* name : {"flour-contract.toml", "three-heads.toml", "blue-sky.toml"})
        library.push_back(load_scenario(folder / name));
    const std::vector<std::string> cold{"B5"};
    const std::vector<FactFile> facts = load_facts(folder / "facts", cold);
    BandsRequest request;
    request.threads = threads;
    request.companies = companies;
    request.library = library;
    request.cold_call = &facts.front().model;
    return play_bands(request);
}

} // namespace

TEST_CASE("figures that the model has to meet lie in their bands") {
    const std::vector<BandResult> results = played(0, 24);
    for (const Figure figure :
         {Figure::won, Figure::no_decision, Figure::dial, Figure::letter, Figure::referral, Figure::discount}) {
        const BandResult& result = results[static_cast<std::size_t>(figure)];
        CAPTURE(result.band->words);
        CAPTURE(result.model.estimate);
        CHECK(result.inside());
    }
}

TEST_CASE("the bands are the same for any number of threads") {
    const std::vector<BandResult> one = played(1, 4), three = played(3, 4);
    REQUIRE(one.size() == three.size());
    for (std::size_t i = 0; i < one.size(); ++i) CHECK(one[i].model.estimate == three[i].model.estimate);
}

TEST_CASE("each company weighs the same in a mean share, and one without such deals not at all") {
    Population population(3);
    population[0].rows.resize(1);
    population[0].rows[0].outcome = Outcome::won;
    population[1].rows.resize(3);
    const auto won = [](const PlayedCompany&, const OutcomeRow& row) {
        return Share{row.outcome == Outcome::won ? 1.0 : 0.0, 1.0};
    };
    CHECK(mean_share(population, won).estimate == doctest::Approx(0.5));
}

} // namespace assent
