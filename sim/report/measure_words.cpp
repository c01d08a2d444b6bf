#include "report/measure_words.hpp"

#include "report/number_words.hpp"
#include "report/translation.hpp"

#include <fmt/format.h>

#include <cctype>
#include <cmath>
#include <vector>

namespace assent {

std::string measure_heading(RankMeasure measure) {
    switch (measure) {
    case RankMeasure::win:
        return to_tell("Win rate");
    case RankMeasure::margin:
        return to_tell("Margin per deal");
    case RankMeasure::value_per_hour:
        return to_tell("Value per hour");
    case RankMeasure::lifetime:
        return to_tell("Lifetime value");
    }
    return {};
}

std::string level_words(RankMeasure measure) {
    std::string words = measure_heading(measure);
    words.front() = static_cast<char>(std::tolower(static_cast<unsigned char>(words.front())));
    return words;
}

std::string most_words(RankMeasure measure) {
    switch (measure) {
    case RankMeasure::win:
        return "wins most often";
    case RankMeasure::margin:
        return "earns most per deal";
    case RankMeasure::value_per_hour:
        return "earns most per hour of selling";
    case RankMeasure::lifetime:
        return "earns most over the lifetime of the client";
    }
    return {};
}

std::string amount_words(RankMeasure measure, double amount, const std::string& currency) {
    if (measure == RankMeasure::win) return decimal(100 * amount, 1) + " of 100 deals";
    return money(amount, currency) + (measure == RankMeasure::margin ? " of margin" : "");
}

std::string measured_text(RankMeasure measure, double amount, const std::string& currency) {
    return measure == RankMeasure::win ? percent(amount, 1) : money(amount, currency);
}

std::string lead_words(RankMeasure measure, const Interval& lead, bool less, const std::string& currency) {
    const bool win = measure == RankMeasure::win;
    const auto plain = [&](double amount) { return win ? decimal(100 * amount, 1) : money(amount, currency); };
    const double turn = less ? -1 : 1;
    return fmt::format("{}{} {} ({} to {})", plain(turn * lead.estimate), win ? " of 100" : "",
                       less ? win ? "fewer" : "less" : "more", plain(less ? -lead.high : lead.low),
                       plain(less ? -lead.low : lead.high));
}

std::string signed_amount(RankMeasure measure, double difference, const std::string& currency) {
    if (measure == RankMeasure::win) return points(difference);
    return (difference > 0 ? "+" : "") + money(difference, currency);
}

std::string other_leaders(const RunResult& result) {
    const Ranking& ranking = result.ranking;
    std::vector<std::string> clauses;
    for (std::size_t m = 0; m < rank_measure_count; ++m) {
        const auto measure = static_cast<RankMeasure>(m);
        const MeasureLeader& leader = ranking.leaders[m];
        if (measure == ranking.measure || !leader.is_clear()) continue;
        clauses.push_back(fmt::format("“{}” {}: {}", name_of(result.strategy(ranking.standings[leader.place])),
                                      most_words(measure),
                                      lead_words(measure, leader.lead, false, result.model.company.currency)));
    }
    if (clauses.empty()) return {};
    return fmt::format("“{}” is not first by every measure. Compared with it, {}.",
                       name_of(result.strategy(ranking.standings.front())), fmt::join(clauses, "; "));
}

} // namespace assent
