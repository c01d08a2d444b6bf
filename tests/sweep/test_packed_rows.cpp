// Packed rows: what is unpacked is what was packed, bit for bit, and bytes that nobody packed are refused.
#include "engine/outcome.hpp"
#include "sweep/packed_rows.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <random>

namespace assent {
namespace {

std::vector<OutcomeRow> some_rows(std::size_t count, std::uint64_t first) {
    std::mt19937 random(7); // NOLINT: the same rows in every run
    const auto below = [&](int most) { return static_cast<int>(random() % static_cast<unsigned>(most)); };
    std::vector<OutcomeRow> rows(count);
    for (std::size_t i = 0; i < count; ++i) {
        OutcomeRow& row = rows[i];
        row.replicate = first + i;
        row.outcome = static_cast<Outcome>(below(outcome_count));
        row.stage = static_cast<Stage>(below(stage_count));
        row.alternative = static_cast<std::int8_t>(below(8) - 1);
        row.pilot = static_cast<PilotState>(below(pilot_state_count));
        row.week = static_cast<std::int16_t>(below(300));
        row.meetings = below(5);
        row.touches = below(70'000);
        row.reason = below(20) - 1;
        row.reason_holder = below(8) - 1;
        row.price = static_cast<float>(below(1'000'000)) / 3;
        row.margin = -row.price;
        row.hours[5] = static_cast<float>(below(10)) / 2;
        row.quarters = static_cast<std::int16_t>(below(12));
        row.retained = below(2) == 1;
        row.churn = static_cast<Churn>(below(churn_count));
        row.final_support = static_cast<float>(below(1000)) / 1000;
    }
    return rows;
}

/// Any difference in any field, by the hash of the repeatability contract.
std::uint64_t signature_of(std::span<const OutcomeRow> rows) {
    std::uint64_t hash = signature_start;
    for (const OutcomeRow& row : rows) hash = mix_signature(hash, row);
    return hash;
}

std::vector<OutcomeRow> unpacked(const std::vector<PackedRows>& packed) {
    std::vector<OutcomeRow> all, rows;
    for (const PackedRows& part : packed) {
        unpack(part, rows);
        all.insert(all.end(), rows.begin(), rows.end());
    }
    return all;
}

} // namespace

TEST_CASE("rows come back as they were, whatever the blocks in which they came") {
    const std::vector<OutcomeRow> rows = some_rows(10'000, 512);
    for (const std::size_t block : {std::size_t{1}, std::size_t{256}, std::size_t{10'000}}) {
        RowPacker packer;
        for (std::size_t at = 0; at < rows.size(); at += block)
            packer.see(std::span(rows).subspan(at, std::min(block, rows.size() - at)));
        const std::vector<PackedRows> packed = packer.take();
        REQUIRE(packed.size() == 3);
        CHECK(packed[1].first == 512 + packed_rows_most);
        CHECK(packed[2].count == 10'000 - 2 * packed_rows_most);
        CHECK(signature_of(unpacked(packed)) == signature_of(rows));
        CHECK(packer.take().empty());
    }
}

TEST_CASE("no number is too strange to keep") {
    std::vector<OutcomeRow> rows(3);
    rows[0].price = std::numeric_limits<float>::infinity();
    rows[0].margin = std::nanf("7");
    rows[1].lifetime_value = -0.0f;
    rows[1].touches = std::numeric_limits<std::int32_t>::min();
    rows[2].week = -1;
    for (std::size_t i = 0; i < rows.size(); ++i) rows[i].replicate = i;
    RowPacker packer;
    packer.see(rows);
    CHECK(signature_of(unpacked(packer.take())) == signature_of(rows));
}

TEST_CASE("bytes that are no rows are refused") {
    RowPacker packer;
    packer.see(some_rows(100, 0));
    const PackedRows good = packer.take().front();
    std::vector<OutcomeRow> rows;
    const auto refused = [&](PackedRows bad) { CHECK_THROWS_AS(unpack(bad, rows), std::exception); };
    refused({0, 99, good.bytes});
    refused({0, 101, good.bytes});
    refused({0, 0, good.bytes});
    refused({0, std::int64_t{1} << 40, good.bytes});
    refused({0, 100, {}});
    refused({0, 100, good.bytes.substr(0, good.bytes.size() / 2)});
    refused({0, 100, std::string(200, 'x')});
}

} // namespace assent
