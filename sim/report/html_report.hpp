#pragma once
// The report: one self-contained HTML file that answers which strategy, how sure, how long, and why deals fail.
#include "engine/outcome.hpp"
#include "engine/plan.hpp"
#include "engine/trace.hpp"
#include "experiment/counterfactual.hpp"
#include "report/run_result.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace assent {

/// One deal to be told week by week (report/replicate_choice.hpp picks them, trace_replicate plays them again).
struct ToldReplicate {
    std::size_t strategy = 0; ///< place in the tally
    OutcomeRow row;
    std::vector<TraceEvent> events;
};

struct ReportInput {
    const RunResult& result;
    const Plan& plan;
    std::vector<ToldReplicate> told;
    std::optional<CounterfactualReport> counterfactuals; ///< its `strategy` counts in the model
    std::string scenario_dump;                           ///< the resolved scenario, as dump_scenario gives it
    std::string version;
    std::string command; ///< that makes the same report again
};

/// The page as text. It loads nothing from anywhere, works without script, and treats every word of the scenario as
/// hostile. Equal input gives equal bytes.
std::string html_report(const ReportInput& input);

/// The same into a file, whole or not at all. Throws UserError when it cannot be written.
void write_html_report(const ReportInput& input, const std::filesystem::path& path);

} // namespace assent
