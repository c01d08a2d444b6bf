#include "report/html_page.hpp"
#include "report/html_parts.hpp"
#include "report/html_style.hpp"
#include "report/html_text.hpp"
#include "report/measure_words.hpp"
#include "report/number_words.hpp"
#include "report/sensitivity_words.hpp"
#include "report/svg_shares.hpp"
#include "report/tornado_words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace assent {
namespace {

bool by_variance(const SensitivityResult& result) {
    return result.sensitivity.request.method == SensitivityMethod::sobol;
}

ShareBar bar_of(const SensitivityResult& result, const SensitivityNumber& number) {
    const std::string key = short_key(number.number);
    if (by_variance(result)) {
        const auto within = [](double share) { return std::clamp(share, 0.0, 1.0); };
        const Interval& total = number.share.total;
        return {key,
                share_words(total),
                within(number.share.first.estimate),
                within(total.estimate),
                within(total.low),
                within(total.high)};
    }
    const Interval& size = number.effect.mean_absolute;
    return {key,           fmt::format("{}, {}", effect_words(result, size), direction_words(number.effect)),
            size.estimate, size.estimate,
            size.low,      size.high};
}

std::string picture(const SensitivityResult& result) {
    std::vector<ShareBar> bars;
    for (const SensitivityNumber* number : leading_numbers(result))
        if (bars.size() < most_bars) bars.push_back(bar_of(result, *number));
    if (bars.empty()) return {};
    const RankMeasure measure = result.sensitivity.request.measure;
    const auto tick = [&](double value) {
        return by_variance(result) || measure == RankMeasure::win ? percent(value)
                                                                  : money(value, result.model.company.currency);
    };
    const std::string title = by_variance(result) ? "Share of the spread explained" : "Mean size of the effect";
    return pictures([&](double width) { return draw_shares(bars, title, tick, width); }) +
           note(by_variance(result) ? "Plain: what the number explains alone; hatched: what it explains together with "
                                      "others. The line is the interval of the whole."
                                    : "How far the number moves the result on average; the line is the interval.");
}

std::string table(const SensitivityResult& result) {
    const bool shares = by_variance(result);
    std::vector<std::vector<std::string>> rows;
    for (const SensitivityNumber* number : leading_numbers(result)) {
        const auto words = [&](const Interval& share, const Interval& effect) {
            return escaped(shares ? share_words(share) : effect_words(result, effect));
        };
        rows.push_back({escaped(short_key(number->number)), value_words(number->number.low),
                        value_words(number->number.high), words(number->share.total, number->effect.mean_absolute),
                        words(number->share.first, number->effect.mean),
                        words(number->share.together, number->effect.deviation)});
    }
    const std::vector<std::string> heads =
        shares ? std::vector<std::string>{"Number", "Low value", "High value", "Explains", "Alone", "With others"}
               : std::vector<std::string>{"Number", "Low value", "High value", "Mean size", "Mean", "Deviation"};
    return folded("All numbers that stand out",
                  data_table("Values: 10th and 90th percentile, or the ends of a constant", heads, rows, 1));
}

std::string list_of(const std::vector<std::string>& sentences) {
    std::string items;
    for (const std::string& sentence : sentences) items += "<li>" + escaped(sentence) + "</li>\n";
    return items.empty() ? items : "<ul>\n" + items + "</ul>\n";
}

std::string body_of(const SensitivityResult& result) {
    std::string body = "<p>" + escaped(spread_words(result)) + "</p>\n";
    const auto leading = leading_numbers(result);
    if (leading.empty()) return body;
    body += picture(result);
    std::vector<std::string> sentences;
    for (const SensitivityNumber* number : leading) sentences.push_back(number_sentence(result, *number));
    sentences.erase(sentences.begin()); // the headline
    const std::vector<std::string> pairs = pair_sentences(result);
    sentences.insert(sentences.end(), pairs.begin(), pairs.end());
    body += list_of(sentences) + table(result);
    for (const std::string& text : {unnoticed_words(result), sensitivity_convention(result)})
        if (!text.empty()) body += note(escaped(text));
    return body;
}

} // namespace

std::string sensitivity_html(const SensitivityResult& result, std::string_view version) {
    const Sensitivity& found = result.sensitivity;
    std::string page = page_head("Assent: what explains the spread", version) + "<body>\n" + pattern_definitions();
    page += fmt::format("<header>\n{}"
                        "<h1>What explains the {}</h1>\n<p class=\"about\">You do not know every number of a client. "
                        "The ones with long bars are worth finding out; the others are not.</p>\n</header>\n<main>\n",
                        page_bar(), level_words(found.request.measure));
    page += long_section("spread", title_of(result.model), escaped(sensitivity_headline(result)), body_of(result));
    page += fmt::format("</main>\n<footer>Made by assent {}. Seed {}.</footer>\n", escaped(version),
                        found.request.run.seed);
    return page + page_end();
}

} // namespace assent
