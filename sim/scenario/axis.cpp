#include "scenario/axis.hpp"

#include "model/user_error.hpp"
#include "scenario/distribution.hpp"
#include "scenario/slot_text.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <optional>

namespace assent {
namespace {

constexpr const char* forms =
    "write a list of values, { from = 0.4, to = 0.9, steps = 6 }, 0.4:0.9:6, or a distribution such as "
    "{ uniform = [0.2, 0.8] }";

[[noreturn]] void refuse(const Setting& setting, const std::string& origin, const std::string& why,
                         const std::string& remedy = forms) {
    throw UserError(fmt::format("{}: {} = {} ({}); {}", origin, setting.path, setting.value, why, remedy));
}

std::optional<double> number_in(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
    return value;
}

std::vector<std::string_view> split_at_colons(std::string_view text) {
    std::vector<std::string_view> parts;
    for (std::size_t colon = text.find(':'); colon != std::string_view::npos; colon = text.find(':')) {
        parts.push_back(text.substr(0, colon));
        text.remove_prefix(colon + 1);
    }
    parts.push_back(text);
    return parts;
}

/// 0.4:0.9:6, or nothing when it is something else.
std::optional<SweepAxis> short_range(const std::string& text) {
    const std::vector<std::string_view> parts = split_at_colons(text);
    if (parts.size() < 2 || parts.size() > 3) return std::nullopt;
    const auto from = number_in(parts[0]), to = number_in(parts[1]);
    const auto steps = parts.size() == 3 ? number_in(parts[2]) : 0.0;
    if (!from || !to || !steps || *steps != std::floor(*steps) || *steps < 0 || *steps > SweepAxis::steps_limit)
        return std::nullopt;
    SweepAxis axis;
    axis.kind = SweepAxis::Kind::range;
    axis.from = *from;
    axis.to = *to;
    axis.steps = static_cast<int>(*steps);
    return axis;
}

/// Numbers between colons, if not such as a range has.
bool looks_like_range(const std::string& text) {
    const std::vector<std::string_view> parts = split_at_colons(text);
    return (parts.size() == 2 || parts.size() == 3) && std::ranges::all_of(parts, [](std::string_view part) {
               double value = 0;
               const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), value);
               return error != std::errc::invalid_argument && end == part.data() + part.size();
           });
}

int steps_of(const Value& steps, const Setting& setting, const std::string& origin) {
    if (steps.kind != Value::Kind::integer || steps.integer < 1 || steps.integer > SweepAxis::steps_limit)
        refuse(setting, origin, "steps is no whole number from 1 to 1 000 000", "write steps = 6");
    return static_cast<int>(steps.integer);
}

SweepAxis range_in(const Value& table, const Setting& setting, const std::string& origin) {
    SweepAxis axis;
    axis.kind = SweepAxis::Kind::range;
    for (const Value& child : table.children) {
        if (child.key == "steps")
            axis.steps = steps_of(child, setting, origin);
        else if ((child.key == "from" || child.key == "to") && child.is_number() && std::isfinite(child.number()))
            (child.key == "from" ? axis.from : axis.to) = child.number();
        else
            refuse(setting, origin, fmt::format("{} means nothing here", child.key));
    }
    if (table.find("from") == nullptr || table.find("to") == nullptr) refuse(setting, origin, "a range has two ends");
    return axis;
}

SweepAxis distribution_in(Value table, const Setting& setting, const std::string& origin) {
    SweepAxis axis;
    axis.kind = SweepAxis::Kind::distribution;
    if (const Value* steps = table.find("steps"); steps != nullptr) {
        axis.steps = steps_of(*steps, setting, origin);
        std::erase_if(table.children, [](const Value& child) { return child.key == "steps"; });
    }
    if (!looks_like_distribution(table)) refuse(setting, origin, "is no range and no distribution");
    Findings findings;
    const std::optional<Number> number = read_number(table, {}, setting.path, {}, findings);
    if (!number) {
        const std::vector<Problem> problems = findings.take();
        refuse(setting, origin, problems.empty() ? "is no distribution" : problems.front().why);
    }
    axis.distribution = *number;
    return axis;
}

SweepAxis axis_in(const Value& value, const Setting& setting, const std::string& origin) {
    SweepAxis axis;
    switch (value.kind) {
    case Value::Kind::array:
        for (const Value& item : value.children) axis.values.push_back(value_text(item));
        if (axis.values.empty()) refuse(setting, origin, "the list is empty");
        return axis;
    case Value::Kind::table:
        return value.find("from") != nullptr || value.find("to") != nullptr ? range_in(value, setting, origin)
                                                                            : distribution_in(value, setting, origin);
    case Value::Kind::text:
        if (const std::optional<SweepAxis> range = short_range(value.text)) return *range;
        [[fallthrough]];
    default:
        refuse(setting, origin, "is a single value", "an axis takes several, such as [0.4, 0.6], or 0.4:0.9:6");
    }
}

} // namespace

SweepAxis axis_of(const Setting& setting, const std::string& origin) {
    std::optional<SweepAxis> axis = short_range(setting.value);
    if (!axis && looks_like_range(setting.value))
        refuse(setting, origin, "is no range", "write from:to:steps, such as 0.4:0.9:6, with at most 1 000 000 steps");
    if (!axis) {
        const SourceFile source{origin, "axis = " + setting.value, 0};
        const Document document = parse_toml(source);
        const Value* value = document.problem ? nullptr : document.root.find("axis");
        if (value == nullptr || document.root.children.size() != 1) refuse(setting, origin, "is no axis");
        axis = axis_in(*value, setting, origin);
    }
    axis->path = setting.path;
    axis->written = setting.value;
    if (axis->kind == SweepAxis::Kind::range && !(axis->from < axis->to))
        refuse(setting, origin, "a range runs from less to more");
    return *axis;
}

bool looks_like_axis(const std::string& value) { return looks_like_range(value) || value.starts_with('['); }

std::string number_text(double number) { return fmt::format("{}", number); }

} // namespace assent
