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

/// A quarter after the sale, or several in a row in which nothing happened.
struct NarratedQuarters {
    int first = 0, last = 0; ///< both inclusive
    double satisfaction = 0; ///< at the end, [0, 1]
    std::vector<std::string> lines;
};

/// Tells what followed a sale; empty when the deal was not won.
std::vector<NarratedQuarters> narrate_client(std::span<const TraceEvent> events);
/// "Quarter 3" or "Quarters 5–7".
std::string quarters_name(const NarratedQuarters& quarters);
/// The same as text for a terminal, with a heading; nothing when nothing followed.
std::string client_text(std::span<const TraceEvent> events, const TextStyle& style = {});

/// Deal and what followed it as text for a terminal.
std::string narrate_text(const Model& model, const Plan& plan, std::int32_t strategy,
                         std::span<const TraceEvent> events, const TextStyle& style = {});

} // namespace assent
