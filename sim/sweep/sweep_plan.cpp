#include "sweep/sweep_plan.hpp"

#include "engine/opening.hpp"
#include "experiment/run.hpp"
#include "model/company_generator.hpp"
#include "model/distribution_table.hpp"
#include "model/user_error.hpp"
#include "model/words.hpp"
#include "scenario/dump.hpp"
#include "scenario/reader.hpp"
#include "scenario/settings.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace assent {
namespace {

constexpr std::size_t files_limit = 10'000;

/// Companies in a file or folder, in the order of their names. Files that state facts or are parts of others are none.
std::vector<std::filesystem::path> scenario_files(const std::filesystem::path& place) {
    std::error_code error;
    if (std::filesystem::is_regular_file(place, error)) return {place};
    if (!std::filesystem::is_directory(place, error))
        throw UserError(fmt::format("sweep.companies: {} (is no file and no folder); paths start at the folder of the "
                                    "sweep",
                                    place.string()));
    std::vector<std::filesystem::path> files = toml_files(place, error);
    if (files.empty())
        throw UserError(
            fmt::format("sweep.companies: {} (holds no .toml file); name a folder of scenarios", place.string()));
    return files;
}

double quantile_of(const SweepAxis& axis, double probability) {
    constexpr Bounds everything{-1e12, 1e12};
    std::vector<float> tables;
    const DrawSpec spec = draw_spec(axis.distribution, everything, axis.path, tables);
    return static_cast<double>(quantile(spec, tables.data(), Floats<1>(static_cast<float>(probability)))[0]);
}

bool fills_cube(Design design) { return design == Design::latin_hypercube || design == Design::sobol; }

} // namespace

SweepPlan::SweepPlan(Model model, const SweepWish& wish) : base_(std::move(model)), wish_(wish), sweep_(base_.sweep) {
    if (!wish_.settings.empty()) {
        const ScenarioChanges changes{wish_.settings, {}};
        base_ = changed_scenario(base_, std::span(&changes, 1), "--set");
    }
    base_.sweep = {};
    base_.fact = {};
    constexpr std::int64_t usual_replicates = 4096, most_replicates = 1'000'000'000;
    if (sweep_.replicates == 0)
        sweep_.replicates = static_cast<int>(
            sweep_.precision > 0 ? std::min(replicates_for(sweep_.precision, wish_.confidence), most_replicates)
                                 : usual_replicates);
    take_axes();
    count_points();
    take_companies();
    if (count() > points_limit)
        throw UserError(fmt::format("the sweep has {} points (at most {} fit); take fewer values or companies, or the "
                                    "design latin_hypercube or sobol",
                                    count(), points_limit));
    spread_over_design();
    try_values();
}

void SweepPlan::take_axes() {
    std::vector<Setting> wanted = sweep_.axes;
    for (const Setting& axis : wish_.axes) {
        const auto same = std::ranges::find(wanted, axis.path, &Setting::path);
        if (same == wanted.end())
            wanted.push_back(axis);
        else
            *same = axis;
    }
    sweep_.axes = wanted;
    for (const Setting& axis : wanted) axes_.push_back(axis_of(axis, "sweep.axes"));
    if (sweep_.design == Design::list) {
        if (!axes_.empty())
            throw UserError("sweep.design = \"list\" (plays the points listed, and there are axes too); take out the "
                            "axes, or choose another design");
        for (const SweepPoint& point : sweep_.listed)
            for (const Setting& setting : point.set)
                if (std::ranges::find(paths_, setting.path) == paths_.end()) paths_.push_back(setting.path);
        if (sweep_.listed.empty())
            throw UserError("sweep.design = \"list\" (and no [[sweep.point]] is listed); write at least one");
        return;
    }
    if (!sweep_.listed.empty())
        throw UserError(fmt::format("sweep.design = \"{}\" (and points are listed); write design = \"list\", or take "
                                    "out the points",
                                    word(sweep_.design)));
    for (const SweepAxis& axis : axes_) {
        paths_.push_back(axis.path);
        if (axis.count() == 0 && !fills_cube(sweep_.design))
            throw UserError(fmt::format("sweep.axes: {} = {} (does not say how many values a {} takes); add steps = 6",
                                        axis.path, axis.written, word(sweep_.design)));
    }
}

void SweepPlan::count_points() {
    switch (sweep_.design) {
    case Design::list:
        per_company_ = std::ssize(sweep_.listed);
        return;
    case Design::zip:
        for (const SweepAxis& axis : axes_)
            if (axis.count() != axes_.front().count())
                throw UserError(fmt::format("sweep.axes: {} takes {} values and {} takes {} (zip goes through all axes "
                                            "together); give them equally many",
                                            axes_.front().path, axes_.front().count(), axis.path, axis.count()));
        per_company_ = axes_.empty() ? 1 : static_cast<std::int64_t>(axes_.front().count());
        return;
    case Design::grid: {
        double product = 1; // more than 64 bits hold is refused too
        for (const SweepAxis& axis : axes_) product *= static_cast<double>(axis.count());
        if (product > static_cast<double>(points_limit))
            throw UserError(fmt::format("the grid has {:.0f} points (at most {} fit); take fewer values, or the design "
                                        "latin_hypercube or sobol",
                                        product, points_limit));
        per_company_ = static_cast<std::int64_t>(product);
        return;
    }
    default:
        if (axes_.empty())
            throw UserError(fmt::format("sweep.design = \"{}\" (has no axes to spread over); add [sweep.axes]",
                                        word(sweep_.design)));
        per_company_ = sweep_.points;
        if (sweep_.design == Design::sobol && !std::has_single_bit(static_cast<unsigned>(sweep_.points)))
            throw UserError(fmt::format("sweep.points = {} (Sobol's points come in powers of two); write {} or {}",
                                        sweep_.points, std::bit_floor(static_cast<unsigned>(sweep_.points)),
                                        std::bit_ceil(static_cast<unsigned>(sweep_.points))));
    }
}

void SweepPlan::take_companies() {
    for (const std::string& place : sweep_.companies) {
        for (const std::filesystem::path& file : scenario_files(wish_.file.parent_path() / place)) {
            if (given_.size() == files_limit)
                throw UserError(
                    fmt::format("sweep.companies names more than {} files (too many); take fewer", files_limit));
            Model model = load_scenario(file);
            if (!wish_.settings.empty()) {
                const ScenarioChanges changes{wish_.settings, {}};
                model = changed_scenario(model, std::span(&changes, 1), "--set for " + file.string());
            }
            model.sweep = {};
            model.fact = {};
            given_.emplace_back(file.stem().string(), std::move(model));
        }
    }
    if (given_.empty() && sweep_.generated == 0)
        given_.emplace_back(wish_.file == "-" ? std::string("scenario") : wish_.file.stem().string(), base_);
    for (const auto& [name, model] : given_) (void)strategies(model);
}

std::size_t SweepPlan::companies() const { return given_.size() + static_cast<std::size_t>(sweep_.generated); }

std::string SweepPlan::company_name(std::size_t company) const {
    return company < given_.size() ? given_[company].first : fmt::format("generated-{}", company - given_.size() + 1);
}

Model SweepPlan::company(std::size_t company) const {
    if (company < given_.size()) return given_[company].second;
    CompanyWish wish;
    wish.size = sweep_.size;
    wish.seed = static_cast<std::uint64_t>(company - given_.size() + 1);
    Model model = generate_company(wish);
    if (wish_.settings.empty()) return model;
    const ScenarioChanges changes{wish_.settings, {}};
    return changed_scenario(model, std::span(&changes, 1), "--set for " + company_name(company));
}

void SweepPlan::spread_over_design() {
    if (sweep_.design == Design::latin_hypercube)
        cube_ = latin_hypercube(static_cast<std::size_t>(per_company_), axes_.size(), wish_.seed);
    else if (sweep_.design == Design::sobol)
        cube_ = scrambled_sobol(static_cast<unsigned>(std::countr_zero(static_cast<unsigned>(per_company_))),
                                axes_.size(), wish_.seed);
}

std::string SweepPlan::grid_value(const SweepAxis& axis, std::int64_t step) const {
    if (axis.kind == SweepAxis::Kind::values) return axis.values[static_cast<std::size_t>(step)];
    const double place = static_cast<double>(step);
    if (axis.kind == SweepAxis::Kind::distribution) return value_at(axis, (place + 0.5) / axis.steps);
    // Rounded to what people write: 0.6, not 0.6000000000000001.
    const double value =
        axis.steps == 1 ? (axis.from + axis.to) / 2 : axis.from + (axis.to - axis.from) * place / (axis.steps - 1);
    return fmt::format("{:.12g}", value);
}

std::string SweepPlan::value_at(const SweepAxis& axis, double share) const {
    switch (axis.kind) {
    case SweepAxis::Kind::values:
        return axis.values[static_cast<std::size_t>(share * static_cast<double>(axis.values.size()))];
    case SweepAxis::Kind::range:
        return number_text(axis.from + share * (axis.to - axis.from));
    default:
        return number_text(quantile_of(axis, share));
    }
}

std::vector<std::string> SweepPlan::values(std::int64_t point) const {
    std::int64_t rest = point % per_company_;
    std::vector<std::string> values(paths_.size());
    if (sweep_.design == Design::list) {
        for (const Setting& setting : sweep_.listed[static_cast<std::size_t>(rest)].set)
            values[static_cast<std::size_t>(std::ranges::find(paths_, setting.path) - paths_.begin())] = setting.value;
        return values;
    }
    for (std::size_t i = axes_.size(); i-- > 0;) { // the last axis runs fastest
        const SweepAxis& axis = axes_[i];
        if (cube_.rows > 0) {
            values[i] = value_at(axis, cube_.at(static_cast<std::size_t>(rest), i));
        } else if (sweep_.design == Design::zip) {
            values[i] = grid_value(axis, rest);
        } else {
            const auto steps = static_cast<std::int64_t>(axis.count());
            values[i] = grid_value(axis, rest % steps);
            rest /= steps;
        }
    }
    return values;
}

Model SweepPlan::with(const Model& base, const std::vector<std::string>& values, const std::string& origin) const {
    ScenarioChanges changes;
    for (std::size_t i = 0; i < values.size(); ++i)
        if (!values[i].empty()) changes.set.push_back({paths_[i], values[i]});
    return changes.empty() ? base : changed_scenario(base, std::span(&changes, 1), origin);
}

Model SweepPlan::scenario(std::int64_t point) const {
    const std::size_t place = company_of(point);
    return with(company(place), values(point), fmt::format("point {} ({})", point + 1, company_name(place)));
}

void SweepPlan::try_values() const {
    constexpr std::int64_t tried_at_most = 1000;
    const Model first = company(0);
    // Spread over all of them: values that are right by themselves need not go together.
    const std::int64_t tried = std::min(per_company_, tried_at_most);
    for (std::int64_t i = 0; i < tried; ++i) {
        const std::int64_t point = tried == 1 ? 0 : i * (per_company_ - 1) / (tried - 1);
        (void)with(first, values(point), fmt::format("point {}", point + 1));
    }
    if (sweep_.design != Design::grid || tried == per_company_) return;
    for (std::size_t i = 0; i < axes_.size(); ++i)
        for (std::int64_t step = 0;
             step < std::min<std::int64_t>(static_cast<std::int64_t>(axes_[i].count()), tried_at_most); ++step) {
            std::vector<std::string> values(paths_.size());
            values[i] = grid_value(axes_[i], step);
            (void)with(first, values, "sweep.axes");
        }
}

std::vector<std::int32_t> SweepPlan::strategies(const Model& model) const {
    std::vector<std::int32_t> places;
    for (std::size_t i = 0; i < model.strategies.size(); ++i)
        if (sweep_.strategies.empty() ||
            std::ranges::find(sweep_.strategies, model.strategies[i].id) != sweep_.strategies.end())
            places.push_back(static_cast<std::int32_t>(i));
    for (const std::string& id : sweep_.strategies)
        if (std::ranges::find(model.strategies, id, &Strategy::id) == model.strategies.end()) {
            std::vector<std::string> ids;
            for (const Strategy& strategy : model.strategies) ids.push_back(strategy.id);
            throw UserError(fmt::format("sweep.strategies: {} ({} has no such strategy); it has: {}", id,
                                        model.company.name, fmt::join(ids, ", ")));
        }
    if (places.empty()) throw UserError("the scenario has no strategy to play; write at least one [[strategy]]");
    return places;
}

std::string SweepPlan::description() const {
    std::string text = fmt::format(
        "design = {}\npoints = {}\nreplicates = {}\nprecision = {}\nconfidence = {}\nseed = {}\n", word(sweep_.design),
        per_company_, sweep_.replicates, sweep_.precision, wish_.confidence, wish_.seed);
    text += fmt::format("strategies = {}\ngenerated = {} of size {}\n", fmt::join(sweep_.strategies, ", "),
                        sweep_.generated, sweep_.size);
    for (const Setting& setting : wish_.settings) text += fmt::format("set {} = {}\n", setting.path, setting.value);
    for (const Setting& axis : sweep_.axes) text += fmt::format("axis {} = {}\n", axis.path, axis.value);
    for (const SweepPoint& point : sweep_.listed) {
        text += fmt::format("point {}\n", point.name);
        for (const Setting& setting : point.set) text += fmt::format("  {} = {}\n", setting.path, setting.value);
    }
    for (const auto& [name, model] : given_) text += fmt::format("company {}\n{}\n", name, dump_played(model));
    return text;
}

} // namespace assent
