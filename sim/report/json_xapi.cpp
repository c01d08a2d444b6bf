// Attempts as xAPI statements (ADL, Experience API 1.0.3).
#include "report/training_report.hpp"

#include <algorithm>
#include <ctime>
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace assent {
namespace {

constexpr const char* activities = "https://assent.invalid/xapi/";

std::string timestamp(std::int64_t seconds) {
    const auto time = static_cast<std::time_t>(seconds);
    return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(time));
}

nlohmann::ordered_json statement(const Attempt& attempt) {
    const char* verb = attempt.passed ? "passed" : "failed";
    nlohmann::ordered_json text;
    text["actor"] = {{"objectType", "Agent"},
                     {"name", attempt.trainee},
                     {"account", {{"homePage", "https://assent.invalid/"}, {"name", attempt.trainee}}}};
    text["verb"] = {{"id", fmt::format("http://adlnet.gov/expapi/verbs/{}", verb)}, {"display", {{"en", verb}}}};
    text["object"] = {
        {"objectType", "Activity"},
        {"id", fmt::format("{}{}/{}", activities, attempt.kind, attempt.item)},
        {"definition", {{"name", {{"en", attempt.item}}}, {"type", "http://adlnet.gov/expapi/activities/assessment"}}}};
    text["result"] = {
        {"success", attempt.passed},
        {"completion", true},
        {"score",
         {{"scaled", std::clamp(attempt.points / 100, 0.0, 1.0)}, {"raw", attempt.points}, {"min", 0}, {"max", 100}}},
        {"extensions",
         {{fmt::format("{}expected-value", activities), attempt.value},
          {fmt::format("{}goal", activities), attempt.goal},
          {fmt::format("{}measure", activities), attempt.measure},
          {fmt::format("{}tries", activities), attempt.tries},
          {fmt::format("{}hints", activities), attempt.hints}}}};
    text["timestamp"] = timestamp(attempt.at);
    return text;
}

} // namespace

std::string xapi_statements(std::span<const Attempt> attempts) {
    nlohmann::ordered_json statements = nlohmann::ordered_json::array();
    for (const Attempt& attempt : attempts) statements.push_back(statement(attempt));
    return statements.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

} // namespace assent
