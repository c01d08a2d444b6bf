// The answer in plain words, and one hundred deals.
#include "report/html_parts.hpp"
#include "report/html_sections.hpp"
#include "report/html_text.hpp"
#include "report/measure_words.hpp"
#include "report/number_words.hpp"
#include "report/reason_words.hpp"
#include "report/svg_charts.hpp"

#include <fmt/format.h>

namespace assent {
namespace {

using Standings = std::vector<StrategyStanding>;

const StrategyStanding& leader(const ReportInput& input) { return input.result.ranking.standings.front(); }

/// Those that cannot be told from the leader, the leader included.
std::vector<const StrategyStanding*> level_with_leader(const Standings& standings) {
    std::vector<const StrategyStanding*> level;
    for (std::size_t i = 0; i < standings.size(); ++i)
        if (i == 0 || standings[i].tied_with_best) level.push_back(&standings[i]);
    return level;
}

std::string emphasised(const ReportInput& input, const StrategyStanding& standing) {
    return "<em>" + isolated(name_of(input.result.strategy(standing))) + "</em>";
}

int of_hundred(double share) { return static_cast<int>(100 * share + 0.5); }

/// The verdict of a ranking by money.
std::string earning_words(const ReportInput& input) {
    const Ranking& ranking = input.result.ranking;
    const StrategyStanding& best = leader(input);
    const std::size_t level = level_with_leader(ranking.standings).size() - 1;
    const std::string amount = escaped(
        amount_words(ranking.measure, best.measured(ranking.measure).estimate, input.result.model.company.currency));
    if (level == 0) return fmt::format("{} {}: {}.", emphasised(input, best), most_words(ranking.measure), amount);
    return fmt::format("{} is ahead with {}, but {} level with it.", emphasised(input, best), amount,
                       level == 1 ? std::string("another is") : fmt::format("{} others are", level));
}

std::string verdict_words(const ReportInput& input) {
    const Standings& standings = input.result.ranking.standings;
    const StrategyStanding& best = leader(input);
    if (best.win_rate.estimate <= 0)
        return standings.size() == 1 ? emphasised(input, best) + " does not win this deal."
                                     : "No strategy wins this deal.";
    if (input.result.ranking.measure != RankMeasure::win) return earning_words(input);
    const auto level = level_with_leader(standings);
    const int won = of_hundred(best.win_rate.estimate);
    const std::string rate = won == 0 ? "less than one deal in 100" : fmt::format("{} of 100 deals", won);
    if (level.size() == 1)
        return fmt::format("{} wins {}{}.", emphasised(input, best), standings.size() == 1 ? "" : "most often: ", rate);
    if (level.size() == 2)
        return fmt::format("{} and {} are level: each wins about {}.", emphasised(input, *level[0]),
                           emphasised(input, *level[1]), rate);
    return fmt::format("{} is ahead with {}, but {} others are level with it.", emphasised(input, best), rate,
                       level.size() - 1);
}

/// What the ranking goes by, and what share of the deals is won, with their intervals.
std::string measured_words(const ReportInput& input) {
    const StrategyStanding& best = leader(input);
    const RankMeasure measure = input.result.ranking.measure;
    std::string earned;
    if (measure != RankMeasure::win) {
        const auto words = [&](double amount) { return escaped(money(amount, input.result.model.company.currency)); };
        const Interval& measured = best.measured(measure);
        earned = fmt::format("{} {} ({} to {}). ", measure_heading(measure), words(measured.estimate),
                             words(measured.low), words(measured.high));
    }
    return earned + fmt::format("Win rate {}, {} interval, from {} simulated deals.", interval_text(best.win_rate),
                                confidence_text(input), grouped(input.result.tally.replicates));
}

std::string how_sure(const ReportInput& input) {
    const Standings& standings = input.result.ranking.standings;
    const StrategyStanding& best = leader(input);
    std::string text = measured_words(input);
    if (standings.size() < 2 || best.win_rate.estimate <= 0) return text;
    const StrategyStanding& next = standings[1];
    const std::string name = isolated(name_of(input.result.strategy(next)));
    const Ranking& ranking = input.result.ranking;
    const bool win = ranking.measure == RankMeasure::win;
    const std::string behind =
        win ? fmt::format("is {} ({} to {}) points behind", decimal(-100 * next.gap.estimate, 1),
                          decimal(-100 * next.gap.high, 1), decimal(-100 * next.gap.low, 1))
            : "earns " + escaped(lead_words(ranking.measure, next.gap, true, input.result.model.company.currency));
    if (!next.tied_with_best)
        return text + fmt::format(" The next, {}, {}, deal for deal with the same luck.", name, behind);
    return text +
           fmt::format(" {} {}: the interval includes zero, so these deals cannot tell them apart. Choose by cost "
                       "and speed, or simulate more deals.",
                       name, behind);
}

std::string how_long(const ReportInput& input) {
    const WeekQuantiles& weeks = leader(input).weeks;
    if (weeks.p50 == 0) return {};
    return fmt::format("Half of the won deals are won by week {}; eight of ten between week {} and week {}.", weeks.p50,
                       weeks.p10, weeks.p90);
}

std::string lost_to(const ReportInput& input) {
    const StrategyTally& tally = input.result.counted(leader(input));
    std::string rivals;
    for (std::size_t i = 1; i + 1 < tally.lost_to.size() && i < input.result.model.alternatives.size(); ++i) {
        const double share = static_cast<double>(tally.lost_to[i]) / static_cast<double>(tally.replicates);
        if (share >= 0.005)
            rivals += fmt::format("{}{} to {}", rivals.empty() ? "" : ", ", percent(share),
                                  isolated(name_of(input.result.model.alternatives[i])));
    }
    return rivals.empty() ? "" : " (" + rivals + ")";
}

std::string why_not(const ReportInput& input) {
    const StrategyStanding& best = leader(input);
    if (best.win_rate.estimate >= 1) return "Every deal was won.";
    std::string text = fmt::format("{} end without a decision, {} are lost to a rival{}",
                                   percent(best.no_decision.estimate), percent(best.lost.estimate), lost_to(input));
    if (best.eliminated.estimate >= 0.005)
        text += fmt::format(", in {} we are struck off the list", percent(best.eliminated.estimate));
    text += ".";
    if (best.reasons.empty()) return text;
    const LossReason& reason = best.reasons.front();
    const std::string name = escaped(loss_reason_name(input.result.model, reason.holder, reason.reason));
    return text + fmt::format(" What weighs most: <strong>{}</strong>, in {} of the deals not won.", name,
                              percent(reason.share.estimate));
}

std::string cannot_know(const ReportInput& input) {
    int unknown = 0;
    const BuyingCentre& centre = input.result.model.centre;
    for (int member = 0; member < centre.size(); ++member) unknown += centre.stakeholder(member).known ? 0 : 1;
    std::string text = "Whether the client is as the scenario says. The intervals measure the luck of the draw only";
    if (input.result.uncertain_numbers > 0)
        text += fmt::format(", with {} uncertain number{} drawn anew in every deal", input.result.uncertain_numbers,
                            input.result.uncertain_numbers == 1 ? "" : "s");
    text += ".";
    if (unknown > 0)
        text += fmt::format(" {} of the {} people are unknown to you at the start.", unknown, centre.size());
    return text + " <a href=\"#limits\">More on limits</a>";
}

std::string entry(std::string_view term, const std::string& words) {
    return words.empty() ? "" : fmt::format("<dt>{}</dt><dd>{}</dd>\n", term, words);
}

std::string hundred_deals(const ReportInput& input) {
    const StrategyStanding& best = leader(input);
    const std::array<double, outcome_count> shares{best.win_rate.estimate, best.lost.estimate,
                                                   best.no_decision.estimate, best.eliminated.estimate};
    const auto counts = of_a_hundred(shares);
    constexpr std::pair<Outcome, std::string_view> legend[] = {{Outcome::won, "won"},
                                                               {Outcome::no_decision, "no decision"},
                                                               {Outcome::lost, "lost to a rival"},
                                                               {Outcome::eliminated, "struck off the list"}};
    std::string items;
    for (const auto& [outcome, words] : legend)
        if (const int count = counts[static_cast<std::size_t>(outcome)]; count > 0)
            items += fmt::format("<li>{}{} {}</li>\n", outcome_mark(outcome), count, words);
    return fmt::format(
        "<div class=\"hundred\"><p>One hundred deals with {}</p>{}<ul class=\"legend\">\n{}</ul></div>\n",
        isolated(name_of(input.result.strategy(best))), draw_hundred_deals(shares), items);
}

} // namespace

std::string answer_section(const ReportInput& input) {
    if (input.result.ranking.standings.empty() || input.result.tally.replicates == 0)
        return "<section class=\"card\" id=\"answer\"><h2>Nothing was simulated</h2></section>\n";
    return "<section class=\"card answer\" id=\"answer\" aria-labelledby=\"answer-title\">\n<div>"
           "<h2 class=\"verdict\" id=\"answer-title\">" +
           verdict_words(input) + "</h2>\n<dl>\n" + entry("How sure", how_sure(input)) +
           entry("By other measures", escaped(other_leaders(input.result))) + entry("How long", how_long(input)) +
           entry("Why not the rest", why_not(input)) + entry("What it cannot know", cannot_know(input)) +
           "</dl></div>\n" + hundred_deals(input) + "</section>\n";
}

} // namespace assent
