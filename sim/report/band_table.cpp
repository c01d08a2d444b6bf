#include "report/band_table.hpp"

#include "report/csv_line.hpp"
#include "report/number_words.hpp"

#include <array>
#include <fmt/format.h>

namespace assent {
namespace {

std::string amount(BandUnit unit, double value) {
    switch (unit) {
    case BandUnit::share:
        return percent(value, 1);
    case BandUnit::points:
        return points(100 * value, 1);
    case BandUnit::days:
        return decimal(value, 0);
    case BandUnit::odds_ratio:
    case BandUnit::count:
        break;
    }
    return decimal(value, 2);
}

std::string range(BandUnit unit, double least, double greatest) {
    return fmt::format("{}–{}", amount(unit, least), amount(unit, greatest));
}

} // namespace

std::string_view word(Grade grade) {
    static constexpr std::array<std::string_view, 4> words{"B", "C", "deals", "exact"};
    return words[static_cast<std::size_t>(grade)];
}

std::string bands_text(std::span<const BandResult> results, const TextStyle& style) {
    using enum Table::Align;
    Table table({{"Figure", "", left}, {"Model", ""}, {"95 %", ""}, {"Band", ""}, {"Grade", "", left}, {"", "", left}},
                1);
    for (const BandResult& result : results) {
        const Band& band = *result.band;
        const Cell verdict = result.inside()   ? Cell("in", Emphasis::good)
                             : result.counts() ? Cell("OUT", Emphasis::bad)
                                               : Cell("out", Emphasis::faint);
        table.add({std::string(band.words), amount(band.unit, result.model.estimate),
                   range(band.unit, result.model.low, result.model.high), range(band.unit, band.least, band.greatest),
                   std::string(word(band.grade)), verdict});
    }
    std::string text = table.text(style) + "\n";
    for (const BandResult& result : results)
        text += wrapped(fmt::format("{}: {}. Published: {}; {}.", result.band->words, result.band->of,
                                    result.band->published, result.band->source),
                        style);
    return text;
}

std::string bands_summary(std::span<const BandResult> results) {
    std::string failed;
    int inside = 0;
    for (const BandResult& result : results) {
        inside += result.inside() ? 1 : 0;
        if (!result.inside() && result.counts())
            failed += (failed.empty() ? "" : "; ") + std::string(result.band->words);
    }
    return fmt::format("{} of {} figures lie in their band. {} Grade C and tables of deals are shown and do not fail: "
                       "they are confounded or of few trades.",
                       inside, results.size(),
                       failed.empty() ? "None of grade B or exact is out."
                                      : "Out, of grade B or exact: " + failed + ".");
}

std::string bands_csv(std::span<const BandResult> results) {
    std::string csv;
    for (const BandResult& result : results) {
        const Band& band = *result.band;
        CsvLine line;
        line.text("figure", band.words);
        line.text("of", band.of);
        line.interval("model", result.model);
        line.number("band_least", band.least);
        line.number("band_greatest", band.greatest);
        line.text("grade", word(band.grade));
        line.text("inside", result.inside() ? "true" : "false");
        line.text("counts", result.counts() ? "true" : "false");
        line.text("published", band.published);
        line.text("source", band.source);
        line.end(csv);
    }
    return csv;
}

} // namespace assent
