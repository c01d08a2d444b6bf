#include "report/sweep_page.hpp"

#include "report/html_page.hpp"
#include "report/html_style.hpp"
#include "report/html_text.hpp"
#include "report/number_words.hpp"
#include "report/svg_charts.hpp"
#include "report/svg_file.hpp"
#include "report/sweep_page_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace assent {
namespace {

std::vector<PagePart> parts_of(const SweepPageInput& input) {
    if (input.summary.points == 0)
        return {{"answer", "Answer", sweep_answer_section(input)},
                {"manifest", "Manifest", sweep_manifest_section(input)}};
    return {{"answer", "Answer", sweep_answer_section(input)},
            {"ranking", "Strategies", sweep_ranking_section(input)},
            {"lines", "Along each axis", sweep_lines_section(input)},
            {"maps", "Who is best where", sweep_maps_section(input)},
            {"tornado", "What matters", sweep_tornado_section(input)},
            {"spread", "Weeks, hours, money", sweep_spread_section(input)},
            {"reasons", "Why not", sweep_reasons_section(input)},
            {"regret", "Regret", sweep_regret_section(input)},
            {"method", "Method", sweep_method_section(input)},
            {"manifest", "Manifest", sweep_manifest_section(input)}};
}

std::string subject(const Manifest& manifest) {
    return manifest.companies.size() == 1 ? manifest.companies.front()
                                          : fmt::format("{} companies", manifest.companies.size());
}

std::string heading(const SweepPageInput& input) {
    return "<header>\n" + page_bar("<span>sweep</span>") +
           fmt::format("<h1>What if: {}</h1>\n</header>\n", isolated(subject(input.manifest)));
}

/// Intervals of means reach no further than a share can.
void keep_within_shares(SweepPageInput& input) {
    const auto keep = [](Interval& mean) {
        mean.low = std::max(0.0, mean.low);
        mean.high = std::min(1.0, mean.high);
    };
    for (StrategyMean& strategy : input.means) keep(strategy.mean);
    for (Response& response : input.responses)
        for (ResponseLine& line : response.lines)
            for (ResponseLevel& level : line.levels) keep(level.mean);
}

/// Who leads is known only after all points.
void compare_with_leader(SweepPageInput& input, SweepStore& store) {
    const std::string leader = input.summary.strategies.front().id;
    const bool counted = input.summary.measure == RankMeasure::win;
    std::size_t row = 0;
    store.each(
        [&](const PointRecord& record) {
            // A sweep that goes on meanwhile may have added points.
            if (row == input.table.numbers.size() || input.table.numbers[row] != record.point) return;
            input.table.compare(input.manifest, record, input.summary.measure, leader);
            ++row;
        },
        counted ? SweepStore::Part::counts : SweepStore::Part::whole);
}

} // namespace

SweepPageInput sweep_page_input(SweepStore& store, RankMeasure measure, const std::string& version) {
    SweepPageInput input;
    input.manifest = store.manifest();
    input.version = version;
    input.summary.measure = measure;
    input.table = empty_table(input.manifest);
    store.each([&](const PointRecord& record) {
        const std::vector<MeasuredStrategy> ranked = rank_by(record.tally, input.manifest.confidence, measure);
        input.summary.see(record, ranked);
        input.table.see(input.manifest, record, ranked);
        pool(input.pooled, record);
    });
    input.summary.finish();
    if (input.summary.points == 0) return input;
    compare_with_leader(input, store);
    const Sampled how = sampled(input.manifest);
    const double confidence = input.manifest.confidence;
    input.effects = axis_effects(input.table, how, confidence);
    input.responses = response_lines(input.table, how, confidence);
    input.means = strategy_means(input.table, how, confidence);
    if (measure == RankMeasure::win) keep_within_shares(input);
    input.axes = by_influence(input.table, input.effects);
    return input;
}

std::string sweep_page(const SweepPageInput& input) {
    const std::vector<PagePart> parts = parts_of(input);
    std::string markup;
    for (const PagePart& part : parts) markup += part.markup;
    return page_head("Assent: what if, " + subject(input.manifest), input.version) + "<body>\n" +
           pattern_definitions() + heading(input) + page_navigation(parts) + "<main>\n" + markup +
           fmt::format("</main>\n<footer>Made by assent {}. {} of {} points, seed {}, sweep {}.</footer>\n",
                       escaped(input.version), grouped(input.summary.points), grouped(input.manifest.points),
                       input.manifest.seed, escaped(input.manifest.sweep_id)) +
           page_end();
}

std::vector<SweepPicture> sweep_pictures(const SweepPageInput& input) {
    std::vector<SweepPicture> files;
    if (input.summary.points == 0) return files;
    std::set<std::string> names;
    for (const auto& pictures : {line_pictures(input), map_pictures(input), tornado_pictures(input),
                                 spread_pictures(input), reason_pictures(input)})
        for (const TitledPicture& picture : pictures) {
            std::string name = file_name_of(picture.title);
            for (int again = 2; !names.insert(name).second; ++again)
                name = fmt::format("{}-{}", file_name_of(picture.title), again);
            files.push_back({name + ".svg", standalone_picture(picture.draw(wide_picture, picture_key(input)))});
        }
    return files;
}

} // namespace assent
