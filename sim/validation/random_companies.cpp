#include "validation/random_companies.hpp"

#include "model/user_error.hpp"
#include "model/words.hpp"
#include "scenario/reader.hpp"
#include "scenario/settings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <random>

namespace assent {
namespace {

/// A share in thousandths: the same on every machine, unlike the distributions of the standard library.
double share_of(std::mt19937& random) { return static_cast<double>(random() % 1000) / 999; }

/// Rules that every company can decide by, whatever its size.
constexpr DecisionRule rules[] = {DecisionRule::weighted, DecisionRule::voting, DecisionRule::majority,
                                  DecisionRule::perturbation};

ScenarioChanges variation(const Model& model, std::uint64_t seed) {
    std::mt19937 random(static_cast<std::mt19937::result_type>(seed));
    ScenarioChanges changes;
    const auto set = [&](const std::string& path, std::string value) {
        changes.set.push_back({path, std::move(value)});
    };
    set("company.need", fmt::format("{:.3f}", 0.4 + 0.5 * share_of(random)));
    set("company.comfort", fmt::format("{:.3f}", 0.5 + share_of(random)));
    set("process.rule", fmt::format("\"{}\"", word(rules[random() % std::size(rules)])));
    for (int member = 0; member < model.centre.size(); ++member)
        set(fmt::format("stakeholder.\"{}\".authority", model.centre.stakeholder(member).id),
            fmt::format("{:.3f}", 0.1 + 0.9 * share_of(random)));
    return changes;
}

} // namespace

CompanySource random_companies(const std::filesystem::path& facts) {
    std::vector<std::filesystem::path> files;
    std::error_code error;
    const auto folder = facts.has_filename() ? facts.parent_path() : facts.parent_path().parent_path();
    for (const auto& entry : std::filesystem::directory_iterator(folder.empty() ? "." : folder, error))
        if (entry.path().extension() == ".toml") files.push_back(entry.path());
    std::ranges::sort(files);
    std::vector<Model> companies;
    for (const auto& file : files) {
        Model model = load_scenario(file);
        if (model.centre.size() == 0) continue;
        model.strategies.clear();
        companies.push_back(std::move(model));
    }
    if (companies.empty())
        throw UserError(fmt::format("{}: no company to vary in the folder above; give --companies 0", facts.string()));
    return [companies](std::uint64_t seed) {
        const Model& model = companies[seed % companies.size()];
        const ScenarioChanges changes = variation(model, seed);
        return dump_scenario(changed_scenario(model, std::span(&changes, 1), fmt::format("company {}", seed)));
    };
}

} // namespace assent
