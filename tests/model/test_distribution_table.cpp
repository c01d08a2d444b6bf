// Tables of quantiles are kept from one compilation to the next: that must never show.
#include "model/distribution_table.hpp"

#include <doctest/doctest.h>

using namespace assent;

namespace {

std::vector<float> table_of(double a, double b, Bounds bounds) {
    Number number;
    number.kind = Number::Kind::beta;
    number.a = a;
    number.b = b;
    std::vector<float> tables{-1.0f}; // another one is there already
    const DrawSpec spec = draw_spec(number, bounds, "key", tables);
    CHECK(spec.table == 1);
    CHECK(tables.size() == static_cast<std::size_t>(spec.cells) + 2);
    return tables;
}

} // namespace

TEST_CASE("a beta distribution has the same table however many others came between") {
    const std::vector<float> first = table_of(2, 3, {0, 1});
    CHECK(first[1] == 0.0f);
    CHECK(first.back() == 1.0f);
    CHECK(first[1 + 128] == doctest::Approx(0.38573).epsilon(1e-4)); // median of Beta(2, 3)
    for (int k = 0; k < 300; ++k) CHECK(table_of(1 + 0.01 * k, 2, {0, 1}) != first);
    CHECK(table_of(2, 3, {0, 1}) == first);
}

TEST_CASE("the same distribution within other bounds has a table of its own") {
    const std::vector<float> whole = table_of(2, 3, {0, 1}), half = table_of(2, 3, {0, 0.5});
    CHECK(half.back() == doctest::Approx(0.5));
    CHECK(table_of(2, 3, {0, 1}) == whole);
    CHECK(table_of(2, 3, {0, 0.5}) == half);
    CHECK(table_of(3, 2, {0, 1}) != whole);
}
