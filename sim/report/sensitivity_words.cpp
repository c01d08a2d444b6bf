#include "report/sensitivity_words.hpp"

#include "report/html_parts.hpp"
#include "report/measure_words.hpp"
#include "report/number_words.hpp"
#include "report/run_result.hpp"
#include "report/sentence.hpp"
#include "report/tornado_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace assent {
namespace {

constexpr double much_luck = 0.25; ///< share of the spread from which on more deals are advised

bool by_variance(const SensitivityResult& result) {
    return result.sensitivity.request.method == SensitivityMethod::sobol;
}

const std::string& watched_name(const SensitivityResult& result) {
    return name_of(result.model.strategies[result.sensitivity.watched]);
}

/// The nearest everyday fraction.
std::string_view fraction_words(double share) {
    struct Fraction {
        double size;
        std::string_view words;
    };
    constexpr std::array<Fraction, 9> fractions{{{0.1, "a tenth"},
                                                 {0.2, "a fifth"},
                                                 {0.25, "a quarter"},
                                                 {1.0 / 3, "a third"},
                                                 {0.5, "half"},
                                                 {2.0 / 3, "two thirds"},
                                                 {0.75, "three quarters"},
                                                 {0.9, "most"},
                                                 {1, "nearly all"}}};
    return std::ranges::min_element(fractions, {},
                                    [&](const Fraction& fraction) { return std::abs(fraction.size - share); })
        ->words;
}

/// An amount of the measure without a sign of its own: points of 100 deals, or money.
std::string size_words(const SensitivityResult& result, double size) {
    return result.sensitivity.request.measure == RankMeasure::win ? decimal(100 * size, 1)
                                                                  : money(size, result.model.company.currency);
}

std::string share_sentence(const SensitivityNumber& number) {
    const InputShare& share = number.share;
    const std::string key = short_key(number.number);
    // Luck of few deals looks like an effect of everything together.
    if (share.together.low <= number.luck)
        return fmt::format("{} explains {} of the spread, as far as can be told by itself.", key,
                           share_words(share.total));
    return fmt::format("{} explains {} of the spread; {} of it only together with other numbers.", key,
                       share_words(share.total),
                       fraction_words(std::min(1.0, share.together.estimate / share.total.estimate)));
}

std::string effect_sentence(const SensitivityResult& result, const SensitivityNumber& number) {
    const InputEffect& effect = number.effect;
    const std::string_view direction = direction_words(effect);
    const bool win = result.sensitivity.request.measure == RankMeasure::win;
    const std::string much = fmt::format("{}{}", effect_words(result, effect.mean_absolute), win ? " points" : "");
    if (direction == "both ways")
        return fmt::format("{} moves the {} by {} on average over its range, up or down as the other numbers stand.",
                           short_key(number.number), level_words(result.sensitivity.request.measure), much);
    return fmt::format("{} moves the {} by {} on average over its range, mostly {}.", short_key(number.number),
                       level_words(result.sensitivity.request.measure), much, direction);
}

/// Is it certain that the number explains next to nothing?
bool is_small(const SensitivityResult& result, const SensitivityNumber& number) {
    constexpr double small = 0.01;
    return by_variance(result) && number.share.total.high < small;
}

std::string samples_option(const SensitivityResult& result) {
    return by_variance(result) ? "--samples" : "--trajectories";
}

} // namespace

std::string_view word(SensitivityMethod method) { return method == SensitivityMethod::sobol ? "sobol" : "morris"; }

std::vector<const SensitivityNumber*> leading_numbers(const SensitivityResult& result) {
    std::vector<const SensitivityNumber*> leading;
    for (const SensitivityNumber& number : result.sensitivity.numbers)
        if (result.sensitivity.stands_out(number) && !is_small(result, number)) leading.push_back(&number);
    return leading;
}

std::string sensitivity_headline(const SensitivityResult& result) {
    const Sensitivity& found = result.sensitivity;
    const std::string level = level_words(found.request.measure);
    if (found.flat())
        return fmt::format("The {} of “{}” is the same at all {} points: none of the numbers moves it.", level,
                           watched_name(result), grouped(static_cast<std::int64_t>(found.points)));
    const auto leading = leading_numbers(result);
    if (!leading.empty()) return number_sentence(result, *leading.front());
    return fmt::format("No number can be told from luck: every interval begins below what luck alone would give{}. "
                       "More samples ({}) or more "
                       "deals at each point (--replicates) may show more.",
                       found.luck_share > much_luck
                           ? fmt::format("; {} of the spread is the luck of few deals", percent(found.luck_share))
                           : "",
                       samples_option(result));
}

std::string spread_words(const SensitivityResult& result) {
    const Sensitivity& found = result.sensitivity;
    const RankMeasure measure = found.request.measure;
    std::string text = fmt::format(
        "“{}”: {} on average over {} points, each with {} deals and other values of {} numbers.", watched_name(result),
        amount_words(measure, found.mean, result.model.company.currency),
        grouped(static_cast<std::int64_t>(found.points)), grouped(found.request.run.replicates), found.numbers.size());
    if (found.flat()) return text;
    text += fmt::format(" Spread: {} more or less (standard deviation); about {} of it is the luck of so few deals",
                        size_words(result, std::sqrt(found.variance)), percent(found.luck_share));
    return text + (found.luck_share > much_luck ? ", which is much: play more with --replicates." : ".");
}

std::string sensitivity_convention(const SensitivityResult& result) {
    const SensitivityRequest& request = result.sensitivity.request;
    std::string text =
        by_variance(result)
            ? "All numbers vary at once, each over what your scenario says of it; every point meets the same luck. A "
              "number explains what it does alone, which finding it out would take off the variance, and what it does "
              "only together with others. The latter counts for each of them, so shares can add up to more than "
              "100\u202f%."
            : "From point to point one number moves, the others standing anywhere; every point meets the same luck. An "
              "uncertain number goes from its 10th to its 90th percentile.";
    if (request.constants)
        text += fmt::format(" Constants of the model vary evenly over {} of the way to either end of their range.",
                            percent(request.choice.reach));
    return text +
           fmt::format(" Intervals: {:g}\u202f%, by resampling, each number for itself.", 100 * request.run.confidence);
}

std::string number_sentence(const SensitivityResult& result, const SensitivityNumber& number) {
    return by_variance(result) ? share_sentence(number) : effect_sentence(result, number);
}

std::vector<std::string> pair_sentences(const SensitivityResult& result) {
    const Sensitivity& found = result.sensitivity;
    std::vector<std::string> sentences;
    for (const PairShare& pair : found.pairs)
        if (pair.share.low > 0)
            sentences.push_back(fmt::format("{} and {} as a pair: {} of the spread beyond what each explains alone.",
                                            short_key(found.numbers[pair.one].number),
                                            short_key(found.numbers[pair.other].number), share_words(pair.share)));
    if (sentences.empty() && !found.pairs.empty() && !leading_numbers(result).empty())
        sentences.emplace_back("No pair of the leading numbers explains more than its two numbers alone, as far as can "
                               "be told.");
    return sentences;
}

std::string unnoticed_words(const SensitivityResult& result) {
    const Sensitivity& found = result.sensitivity;
    if (found.flat()) return {};
    std::vector<std::string> blurred, small, nothing;
    double most = 0;
    for (const SensitivityNumber& number : found.numbers) {
        const double high = by_variance(result) ? number.share.total.high : number.effect.mean_absolute.high;
        const std::string key = short_key(number.number);
        if (high <= 0)
            nothing.push_back(key);
        else if (is_small(result, number))
            small.push_back(key);
        else if (!found.stands_out(number))
            blurred.push_back(key), most = std::max(most, high);
    }
    std::vector<std::string> sentences;
    if (!blurred.empty())
        sentences.push_back(fmt::format("Too little to be told from luck ({} at most {} each): {}.",
                                        by_variance(result) ? "they explain" : "they move it by",
                                        by_variance(result) ? percent(most, 1) : size_words(result, most),
                                        comma_separated(blurred)));
    if (!small.empty()) sentences.push_back(fmt::format("Less than 1\u202f% each: {}.", comma_separated(small)));
    if (!nothing.empty()) sentences.push_back(fmt::format("Without any effect here: {}.", comma_separated(nothing)));
    return comma_separated(sentences, " ");
}

std::string share_words(const Interval& share) {
    const auto within = [](double estimate) { return std::clamp(estimate, 0.0, 1.0); };
    return interval_text({within(share.estimate), within(share.low), within(share.high)}, 0);
}

std::string effect_words(const SensitivityResult& result, const Interval& effect) {
    return fmt::format("{} ({} to {})", size_words(result, effect.estimate), size_words(result, effect.low),
                       size_words(result, effect.high));
}

std::string_view direction_words(const InputEffect& effect) {
    return effect.mean.low > 0 ? "up" : effect.mean.high < 0 ? "down" : "both ways";
}

} // namespace assent
