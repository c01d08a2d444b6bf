// The constants over all companies, for sim/ODD.md.
#include "experiment/tornado_across.hpp"
#include "model/assumption_table.hpp"
#include "report/number_words.hpp"
#include "report/sentence.hpp"
#include "report/tornado_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

namespace assent {
namespace {

const AssumptionTraits& traits_of(const ConstantAcross& constant) {
    return *std::ranges::find(assumption_table, short_key(constant.key), &AssumptionTraits::name);
}

std::string in_code(const std::string& text) { return "`" + text + "`"; }

template <class Wanted> std::vector<std::string> names_where(const std::vector<ConstantAcross>& all, Wanted wanted) {
    std::vector<std::string> names;
    for (const ConstantAcross& constant : all)
        if (wanted(constant)) names.push_back(in_code(short_key(constant.key)));
    return names;
}

std::string companies_words(std::span<const TornadoResult> results) {
    std::vector<std::string> names;
    for (const TornadoResult& result : results) names.push_back(std::filesystem::path(result.file).stem().string());
    return fmt::format("{} ({})", results.size() == 1 ? "1 company" : fmt::format("{} companies", results.size()),
                       comma_separated(names));
}

std::string heading(std::span<const TornadoResult> results, const std::vector<ConstantAcross>& all) {
    const Tornado& first = results.front().tornado;
    const auto turning = names_where(all, [](const ConstantAcross& constant) { return constant.turns > 0; });
    return fmt::format("Ranked by `{}`, over {}; {} deals of each strategy at each value. {} of {} constants turn who "
                       "leads in at least one company.\n\n",
                       word(first.request.measure), companies_words(results), first.replicates,
                       turning.size(), all.size());
}

std::string row(const ConstantAcross& constant, double reach, RankMeasure measure) {
    const AssumptionTraits& traits = traits_of(constant);
    return fmt::format("| `{}` | {} | {} – {} | {} | {} | {} | {} |\n", traits.name, value_words(traits.preset),
                       value_words(traits.preset - reach * (traits.preset - traits.least)),
                       value_words(traits.preset + reach * (traits.greatest - traits.preset)), constant.turns,
                       constant.settles, swing_words(measure, constant.median_swing),
                       swing_words(measure, constant.largest_swing));
}

} // namespace

std::string tornado_markdown(std::span<const TornadoResult> results) {
    std::vector<const Tornado*> tornados;
    for (const TornadoResult& result : results) tornados.push_back(&result.tornado);
    const std::vector<ConstantAcross> all = constants_across(tornados);
    const TornadoRequest& request = tornados.front()->request;
    std::string text = heading(results, all);
    text += fmt::format("| constant | default | low – high | turns | ties | median swing | largest swing |\n"
                        "|---|---|---|---|---|---|---|\n");
    for (const ConstantAcross& constant : all)
        if (constant.largest_swing > 0) text += row(constant, request.reach, request.measure);
    const auto untouched = names_where(all, [](const ConstantAcross& constant) { return constant.touches == 0; });
    const auto level = names_where(
        all, [](const ConstantAcross& constant) { return constant.touches > 0 && constant.largest_swing == 0; });
    if (!level.empty()) text += fmt::format("\nChange deals, but not this measure: {}.\n", comma_separated(level));
    if (!untouched.empty())
        text += fmt::format("\nChange no deal of these companies: {}.\n", comma_separated(untouched));
    return text;
}

} // namespace assent
