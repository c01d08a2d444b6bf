#include "report/tornado_words.hpp"

#include "report/measure_words.hpp"
#include "report/number_words.hpp"
#include "report/run_result.hpp"
#include "report/sentence.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>

namespace assent {
namespace {

constexpr std::string_view constants_prefix = "assumptions.";
constexpr double twentieth = 0.05;

template <class Wanted> std::vector<std::string> keys_where(const TornadoResult& result, Wanted wanted) {
    std::vector<std::string> keys;
    for (const TornadoBar& bar : result.tornado.bars)
        if (wanted(bar)) keys.push_back(short_key(bar.number));
    return keys;
}

std::string numbers_words(std::size_t count) { return fmt::format("{} {}", count, count == 1 ? "number" : "numbers"); }

std::string ties_words(const TornadoResult& result) {
    std::vector<std::string> names;
    for (const std::size_t place : result.tornado.tied)
        names.push_back(fmt::format("“{}”", strategy_name(result, place)));
    if (names.empty()) return {};
    return fmt::format(" As it is, “{}” cannot be told apart from {}.", strategy_name(result, result.tornado.leader),
                       comma_separated(names));
}

/// For a scenario in which nothing can be ranked.
std::string only_level(const TornadoResult& result) {
    const Tornado& tornado = result.tornado;
    const auto heavy = keys_where(
        result, [&](const TornadoBar& bar) { return bar.swing > twentieth * std::abs(tornado.measured.estimate); });
    return fmt::format("There is only one strategy, so nothing can turn a ranking. {} of {} move its {} by more than a "
                       "twentieth.",
                       heavy.size(), numbers_words(tornado.bars.size()), level_words(tornado.request.measure));
}

} // namespace

std::string short_key(const std::string& key) {
    return key.starts_with(constants_prefix) ? key.substr(constants_prefix.size()) : key;
}

std::string short_key(const PlanNumber& number) { return short_key(number.key); }

std::string value_words(double value) {
    const std::string digits = fmt::format("{:.3g}", value);
    // From a thousand on without the power of ten.
    return digits.find('e') == std::string::npos ? (value < 0 ? "−" : "") + fmt::format("{:.3g}", std::fabs(value))
                                                 : decimal(value, std::fabs(value) < 1 ? 6 : 0);
}

const std::string& strategy_name(const TornadoResult& result, std::size_t place) {
    return name_of(result.model.strategies[place]);
}

const std::string& title_of(const Model& model) { return model.title.empty() ? model.company.name : model.title; }

std::string tornado_headline(const TornadoResult& result) {
    if (result.model.strategies.size() == 1) return only_level(result);
    const auto turning = keys_where(result, [](const TornadoBar& bar) { return bar.turns(); });
    const auto settling = keys_where(result, [](const TornadoBar& bar) { return bar.settles(); });
    const std::string of = numbers_words(result.tornado.bars.size());
    std::string text = turning.empty() ? fmt::format("None of {} turns the ranking", of)
                                       : fmt::format("{} of {} {} the ranking: {}", turning.size(), of,
                                                     turning.size() == 1 ? "turns" : "turn", comma_separated(turning));
    const bool wins = result.tornado.request.measure == RankMeasure::win;
    const std::size_t others = result.tornado.bars.size() - turning.size() - settling.size();
    text += others == 0 ? "."
                        : fmt::format("; {} only the level, not who {}.",
                                      others == 1 ? "the other moves" : "the others move", wins ? "wins" : "leads");
    if (!settling.empty())
        text += fmt::format(" {} {} only between strategies that are level as it is: {}.", settling.size(),
                            settling.size() == 1 ? "decides" : "decide", comma_separated(settling));
    return text + ties_words(result);
}

std::string tornado_convention(const TornadoResult& result) {
    const Tornado& tornado = result.tornado;
    const TornadoRequest& request = tornado.request;
    const bool win = request.measure == RankMeasure::win;
    const std::string& currency = result.model.company.currency;
    return fmt::format(
        "Each number is moved alone and the same deals are played again with the same luck: a constant {} of the way "
        "from its value to either end of the range that its key allows{}. Changes are those of “{}” ({}), {}; all "
        "intervals hold together ({:g}\u202f% sure).",
        percent(request.reach),
        request.drawn ? ", an uncertain number of the scenario to its 10th and 90th percentile" : "",
        strategy_name(result, tornado.watched), amount_words(request.measure, tornado.measured.estimate, currency),
        win ? "in points of 100 deals" : "in " + currency_sign(currency), 100 * request.run.confidence);
}

std::vector<std::string> leading_words(const TornadoResult& result, const TornadoBar& bar) {
    std::vector<std::string> sentences;
    const RankMeasure measure = result.tornado.request.measure;
    for (const TornadoSide* side : {&bar.low, &bar.high}) {
        if (side->turn == Turn::stays) continue;
        sentences.push_back(fmt::format("{} at {}: “{}” {}, {}{}", short_key(bar.number), value_words(side->value),
                                        strategy_name(result, side->leader), most_words(measure),
                                        lead_words(measure, side->lead, false, result.model.company.currency),
                                        side->turn == Turn::settles ? "; level with the leader as it is" : ""));
    }
    return sentences;
}

std::string_view word(Turn turn) {
    constexpr std::array<std::string_view, 3> words{"stays", "settles", "turns"};
    return words[static_cast<std::size_t>(turn)];
}

std::string turn_words(const TornadoBar& bar) {
    const Turn wanted = bar.turns() ? Turn::turns : Turn::settles;
    const bool low = bar.low.turn == wanted, high = bar.high.turn == wanted;
    if (!low && !high) return {};
    return fmt::format("{} ({})", bar.turns() ? "turns" : "tie", low && high ? "both" : low ? "low" : "high");
}

std::string untouched_words(const TornadoResult& result) {
    const auto untouched = keys_where(result, [](const TornadoBar& bar) { return !bar.touched; });
    const auto level = keys_where(result, [](const TornadoBar& bar) { return bar.touched && bar.swing == 0; });
    std::string text;
    if (!untouched.empty())
        text += fmt::format("{} {} no deal here: {}.", numbers_words(untouched.size()),
                            untouched.size() == 1 ? "touches" : "touch", comma_separated(untouched));
    if (!level.empty())
        text +=
            fmt::format("{}{} change deals but not the {}: {}.", text.empty() ? "" : " ", numbers_words(level.size()),
                        level_words(result.tornado.request.measure), comma_separated(level));
    return text;
}

std::string swing_words(RankMeasure measure, double size) {
    return measure == RankMeasure::win ? decimal(100 * size, 1) : percent(size, 1);
}

} // namespace assent
