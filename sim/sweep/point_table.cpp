#include "sweep/point_table.hpp"

#include "experiment/intervals.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <map>
#include <set>

namespace assent {
namespace {

StrategyColumn& column_of(PointTable& table, const StrategyRecord& strategy) {
    const auto found = std::ranges::find(table.strategies, strategy.id, &StrategyColumn::id);
    if (found != table.strategies.end()) return *found;
    StrategyColumn& fresh = table.strategies.emplace_back();
    fresh.id = strategy.id;
    fresh.name = strategy.name;
    return fresh;
}

/// To the reference at this point; to itself there is no difference.
Interval gap_of(const PointRecord& record, RankMeasure measure, std::size_t strategy, const std::string& reference,
                double confidence) {
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    const auto base = std::ranges::find(record.strategies, reference, &StrategyRecord::id);
    if (base == record.strategies.end()) return {none, none, none};
    const auto place = static_cast<std::size_t>(base - record.strategies.begin());
    if (place == strategy) return {};
    const std::int64_t count = std::ssize(record.strategies);
    return difference_by(record.tally, measure, strategy, place, share_confidence(confidence, count * (count - 1) / 2));
}

} // namespace

PointTable empty_table(const Manifest& manifest) {
    PointTable table;
    if (manifest.companies.size() > 1) table.axes.emplace_back(company_axis);
    for (const StoredAxis& axis : manifest.axes) table.axes.push_back(axis.path);
    table.values.resize(table.axes.size());
    return table;
}

void PointTable::see(const Manifest& manifest, const PointRecord& record, std::span<const MeasuredStrategy> ranked) {
    const std::size_t first = axes.size() - record.values.size();
    if (first > 0) values[0].push_back(manifest.companies[record.company]);
    for (std::size_t i = 0; i < record.values.size(); ++i) values[first + i].push_back(record.values[i]);
    for (const MeasuredStrategy& entry : ranked) {
        StrategyColumn& column = column_of(*this, record.strategies[entry.strategy]);
        column.point.push_back(numbers.size());
        column.measured.push_back(entry.measured.estimate);
        column.luck.push_back(entry.measured.half_width());
        column.among_best.push_back(&entry == &ranked.front() || entry.tied_with_best);
        column.regret.push_back(std::max(0.0, -entry.gap.estimate));
        column.regret_luck.push_back(entry.gap.half_width());
    }
    numbers.push_back(record.point);
    company.push_back(record.company);
}

void PointTable::compare(const Manifest& manifest, const PointRecord& record, RankMeasure measure,
                         const std::string& reference) {
    for (std::size_t s = 0; s < record.strategies.size(); ++s) {
        StrategyColumn& column = column_of(*this, record.strategies[s]);
        const Interval gap = gap_of(record, measure, s, reference, manifest.confidence);
        column.gap.push_back(gap.estimate);
        column.gap_luck.push_back(gap.half_width());
    }
}

Sampled sampled(const Manifest& manifest) {
    if (manifest.companies.size() > 1) return Sampled::companies;
    constexpr std::string_view key = "design = "; // comes before any word of the user's
    const std::string_view text = manifest.description;
    const std::size_t at = text.find(key);
    if (at == std::string_view::npos) return Sampled::nothing;
    const std::string_view design = text.substr(at + key.size(), text.find('\n', at) - at - key.size());
    return design == "latin_hypercube" || design == "sobol" ? Sampled::points : Sampled::nothing;
}

std::optional<double> number_of(const std::string& text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

ValueLevels levels_of(const std::vector<std::string>& values, std::size_t most, Rare rare) {
    std::vector<std::string> distinct;
    std::set<std::string> seen;
    ValueLevels result;
    result.numbers = true;
    for (const std::string& value : values) {
        if (!seen.insert(value).second) continue;
        distinct.push_back(value);
        result.numbers = result.numbers && number_of(value).has_value();
    }
    if (result.numbers)
        std::ranges::stable_sort(distinct, {}, [](const std::string& value) { return *number_of(value); });
    result.repeated = 2 * distinct.size() <= values.size() || distinct.size() <= 2;
    const auto root = static_cast<std::size_t>(std::sqrt(static_cast<double>(values.size())));
    const bool apart = result.repeated || !result.numbers || most <= 2 || rare == Rare::apart;
    const std::size_t count = std::min(distinct.size(), apart ? most : std::clamp<std::size_t>(root, 2, most));
    result.levels.resize(count);
    std::map<std::string, std::size_t> level;
    for (std::size_t i = 0; i < distinct.size(); ++i) {
        const std::size_t place = i * count / distinct.size();
        if (i == 0 || level[distinct[i - 1]] != place) result.levels[place].from = distinct[i];
        result.levels[place].to = distinct[i];
        level[distinct[i]] = place;
    }
    for (const std::string& value : values) result.of.push_back(level[value]);
    return result;
}

ValueLevels axis_levels(const PointTable& table, std::size_t axis, Sampled how) {
    return levels_of(table.values[axis], levels_limit, how == Sampled::points ? Rare::together : Rare::apart);
}

} // namespace assent
