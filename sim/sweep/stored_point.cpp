#include "sweep/stored_point.hpp"

#include "model/user_error.hpp"
#include "scenario/reader.hpp"
#include "scenario/settings.hpp"

#include <fmt/format.h>

namespace assent {

Model stored_scenario(SweepStore& store, std::int64_t point, std::size_t company,
                      const std::vector<std::string>& values) {
    const std::string origin = fmt::format("point {} of {}", point + 1, store.path().string());
    const std::string text = store.scenario(company);
    if (text.empty())
        throw UserError(
            fmt::format("{}: the store lacks its scenario (it was not played yet, or the store is damaged); "
                        "choose another point",
                        origin));
    Reading reading = read_scenario_text(text, origin, {});
    if (!reading.ok())
        throw UserError(fmt::format("{}: its scenario cannot be read ({}); the store is damaged: go back to a copy",
                                    origin, reading.problems.front().text()));
    ScenarioChanges changes;
    for (std::size_t i = 0; i < values.size(); ++i)
        if (!values[i].empty()) changes.set.push_back({store.manifest().axes.at(i).path, values[i]});
    return changes.empty() ? std::move(reading.model) : changed_scenario(reading.model, std::span(&changes, 1), origin);
}

} // namespace assent
