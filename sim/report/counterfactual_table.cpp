#include "report/counterfactual_table.hpp"

#include "report/number_words.hpp"
#include "report/reason_words.hpp"
#include "report/rule_words.hpp"
#include "report/run_result.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace assent {
namespace {

using Changes = std::vector<const Counterfactual*>;

constexpr int least_sentence = 30; ///< columns
constexpr std::string_view indent = "  ";

std::string points_with_range(const Interval& difference) {
    return padded(points(difference.estimate), 6, true) +
           padded(fmt::format("({} to {})", points(difference.low), points(difference.high)), 19, true);
}

std::string more(std::size_t count, int top) {
    if (count <= static_cast<std::size_t>(top)) return {};
    return fmt::format("{}(and {} more; --top {} shows all)\n", indent, count - static_cast<std::size_t>(top), count);
}

/// Figures first, because the sentences are of any length.
std::string block(const Model& model, std::int32_t strategy, const Changes& changes, int top, const TextStyle& style) {
    std::string text;
    for (std::size_t i = 0; i < std::min(changes.size(), static_cast<std::size_t>(top)); ++i) {
        const Counterfactual& change = *changes[i];
        const std::string figures = std::string(indent) + points_with_range(change.difference) +
                                    padded(percent(change.win_rate.estimate, 1), 10, true) + std::string(indent);
        const int margin = text_width(figures);
        const TextStyle rest{std::max(style.width, margin + least_sentence), false};
        // Wrapped with the margin all over, then the figures take the place of the first one.
        const std::string sentence = wrapped(printable(change_sentence(model, strategy, change)), rest, margin);
        text += figures + sentence.substr(static_cast<std::size_t>(margin));
    }
    return text + more(changes.size(), top);
}

std::string heading(std::string_view title, const TextStyle& style) {
    return "\n" + emphasised(title, Emphasis::strong, style) + "\n";
}

/// What a change is about: a mind as a whole, or a single doubt, link or rule.
bool is_mind(const Counterfactual& change) {
    return change.kind == Counterfactual::Kind::mind_for_us || change.kind == Counterfactual::Kind::mind_against_us;
}

Changes chosen(const CounterfactualReport& report, bool (*wanted)(const Interval&)) {
    Changes changes;
    for (const Counterfactual& change : report.changes)
        if (!is_mind(change) && wanted(change.difference)) changes.push_back(&change);
    return changes;
}

/// One line a member: how much hangs on that mind in either direction, the weightiest first.
std::string minds_text(const Model& model, const CounterfactualReport& report, int top, const TextStyle& style) {
    struct Mind {
        const Counterfactual *for_us = nullptr, *against_us = nullptr;
        [[nodiscard]] double span() const {
            return (for_us != nullptr ? for_us->difference.estimate : 0) -
                   (against_us != nullptr ? against_us->difference.estimate : 0);
        }
    };
    std::map<std::int32_t, Mind> minds;
    for (const Counterfactual& change : report.changes) {
        if (change.kind == Counterfactual::Kind::mind_for_us) minds[change.member].for_us = &change;
        if (change.kind == Counterfactual::Kind::mind_against_us) minds[change.member].against_us = &change;
    }
    std::vector<std::pair<std::int32_t, Mind>> order(minds.begin(), minds.end());
    std::ranges::stable_sort(order, std::ranges::greater{}, [](const auto& mind) { return mind.second.span(); });
    if (order.empty()) return {};
    Table table({{"Member", "", Table::Align::left},
                 {"If for us", "whatever happens", Table::Align::right},
                 {"If against us", "whatever happens", Table::Align::right}},
                1);
    const auto cell = [](const Counterfactual* change) {
        return change == nullptr ? std::string() : points_with_range(change->difference);
    };
    for (std::size_t i = 0; i < std::min(order.size(), static_cast<std::size_t>(top)); ++i)
        table.add({holder_name(model, order[i].first), cell(order[i].second.for_us), cell(order[i].second.against_us)});
    return heading("Whose mind it hangs on", style) + table.text(style) + more(order.size(), top);
}

} // namespace

std::string counterfactual_text(const Model& model, const RunRequest& run, const CounterfactualReport& report, int top,
                                const TextStyle& style) {
    const Changes gains = chosen(report, [](const Interval& difference) { return difference.low > 0; });
    Changes losses = chosen(report, [](const Interval& difference) { return difference.high < 0; });
    std::ranges::reverse(losses); // heaviest first
    const Strategy& strategy = model.strategies[static_cast<std::size_t>(report.strategy)];
    std::string text = emphasised(printable(name_of(strategy)), Emphasis::strong, style) +
                       fmt::format(" wins {} of its deals ({} to {}).\n", percent(report.win_rate.estimate, 1),
                                   decimal(100 * report.win_rate.low, 1), decimal(100 * report.win_rate.high, 1));
    text +=
        wrapped(fmt::format("{} changes, each alone, over the same deals with the same luck. Gains and losses are in "
                            "points of 100 deals; their intervals, in brackets, hold together ({:g}\u202f% sure).",
                            report.changes.size(), 100 * run.confidence),
                style);
    text += minds_text(model, report, top, style);
    if (!gains.empty())
        text += heading("What would have won more, and the win rate then", style) +
                block(model, report.strategy, gains, top, style);
    if (!losses.empty())
        text += heading("What the wins rest on, and the win rate without it", style) +
                block(model, report.strategy, losses, top, style);
    const auto singles = std::ranges::count_if(report.changes, [](const auto& change) { return !is_mind(change); });
    const auto rest = singles - static_cast<std::ptrdiff_t>(gains.size() + losses.size());
    if (rest > 0)
        text +=
            "\n" + wrapped(fmt::format("{} more of the {} doubts, links and rules {} no difference that can be told "
                                       "from chance.",
                                       rest, singles, rest == 1 ? "makes" : "make"),
                           style);
    return text;
}

} // namespace assent
