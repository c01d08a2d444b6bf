// How the deals of each strategy end.
#include "report/html_parts.hpp"
#include "report/html_sections.hpp"
#include "report/html_text.hpp"
#include "report/number_words.hpp"
#include "report/svg_charts.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace assent {
namespace {

double share(std::int64_t count, const StrategyTally& tally) {
    return tally.replicates == 0 ? 0 : static_cast<double>(count) / static_cast<double>(tally.replicates);
}

std::int64_t ended(const StrategyTally& tally, Outcome outcome) {
    return tally.outcomes[static_cast<std::size_t>(outcome)];
}

/// Colour and pattern of the rival's part; from the third on they repeat, and the name tells them apart.
BarPart rival_part(std::size_t rival, std::string name, double part) {
    const bool odd = rival % 2 == 1;
    return {std::move(name), part, odd ? "lost" : "lost2", odd ? "hatch" : "back"};
}

Bar bar_of(const ReportInput& input, const StrategyStanding& standing) {
    const StrategyTally& tally = input.result.counted(standing);
    Bar bar{name_of(input.result.strategy(standing)), {}};
    bar.parts.push_back({"won", share(ended(tally, Outcome::won), tally), "won", ""});
    bar.parts.push_back({"no decision", share(ended(tally, Outcome::no_decision), tally), "none", "dots"});
    const auto& alternatives = input.result.model.alternatives;
    std::int64_t named = 0;
    for (std::size_t i = 1; i + 1 < alternatives.size() && i < tally.lost_to.size(); ++i) {
        named += tally.lost_to[i];
        bar.parts.push_back(rival_part(i, "lost to " + name_of(alternatives[i]), share(tally.lost_to[i], tally)));
    }
    const std::int64_t unnamed = ended(tally, Outcome::lost) - named;
    if (unnamed > 0) bar.parts.push_back(rival_part(1, "lost", share(unnamed, tally)));
    bar.parts.push_back({"struck off the list", share(ended(tally, Outcome::eliminated), tally), "out", "cross"});
    return bar;
}

std::string legend(const std::vector<Bar>& bars) {
    std::vector<BarPart> seen;
    for (const Bar& bar : bars)
        for (const BarPart& part : bar.parts)
            if (part.share > 0 && std::ranges::find(seen, part.name, &BarPart::name) == seen.end())
                seen.push_back(part);
    std::string items;
    for (const BarPart& part : seen) items += fmt::format("<li>{}{}</li>\n", bar_mark(part), isolated(part.name));
    return "<ul class=\"legend\">\n" + items + "</ul>\n";
}

} // namespace

std::string outcomes_section(const ReportInput& input) {
    std::vector<Bar> bars;
    std::vector<std::vector<std::string>> rows;
    for (const StrategyStanding& standing : input.result.ranking.standings) {
        rows.push_back({isolated(name_of(input.result.strategy(standing))), percent(standing.win_rate.estimate, 1),
                        percent(standing.no_decision.estimate, 1), percent(standing.lost.estimate, 1),
                        percent(standing.eliminated.estimate, 1)});
        if (bars.size() < most_bars) bars.push_back(bar_of(input, standing));
    }
    std::string picture = pictures([&](double width) { return draw_stacked_bars(bars, width); }) + legend(bars);
    if (rows.size() > bars.size())
        picture +=
            note(fmt::format("Drawn are the first {} strategies; the table has all {}.", bars.size(), rows.size()));
    const std::string table =
        data_table("Shares of all deals", {"Strategy", "Won", "No decision", "Lost", "Struck off"}, rows, 1);
    return section("outcomes", "How the deals end", "Every deal ends in exactly one of these ways.",
                   side_by_side(picture, table));
}

} // namespace assent
