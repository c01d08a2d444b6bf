#pragma once
// One replicate told in words, week by week, from its trace.
#include "engine/plan.hpp"
#include "engine/trace.hpp"
#include "model/model.hpp"
#include "report/table.hpp"

#include <span>
#include <string>
#include <vector>

namespace assent {

/// One week, or several in a row in which the same happened.
struct NarratedWeek {
    int week = 0, last_week = 0;    ///< both inclusive; 0: before the first week
    std::string stage;              ///< in which the client's process was when the week began
    std::vector<std::string> lines; ///< sentences in the order of events
    double support = 0;             ///< at the end: authority-weighted probability of choosing us, [0, 1]
};

/// Tells the events of trace_replicate. `strategy` is the one that was played. What the account manager could not know
/// is told too: this is the view of someone who saw everything.
std::vector<NarratedWeek> narrate(const Model& model, const Plan& plan, std::int32_t strategy,
                                  std::span<const TraceEvent> events);

/// "Week 3" or "Weeks 5–7".
std::string weeks_name(const NarratedWeek& week);

/// The same as text for a terminal.
std::string narrate_text(const Model& model, const Plan& plan, std::int32_t strategy,
                         std::span<const TraceEvent> events, const TextStyle& style = {});

} // namespace assent
