#pragma once
// Judging a deal beside the window, and what the judgement looks like as plots and tables.
#include "viewer/plot_lines.hpp"
#include "viewer/worker.hpp"

#include "report/debrief_report.hpp"

#include <functional>
#include <memory>
#include <string>

namespace assent::viewer {

/// Judges the way to a leaf; may throw UserError, and what the request's progress throws.
using DealJudge = std::function<Debrief(const Session& session, NodeId leaf, const DebriefRequest& request)>;

struct DebriefQuestion {
    std::shared_ptr<const Session> session; ///< a copy of its own: nobody else reads it
    NodeId leaf = 0;
    DebriefRequest request;
    DealJudge judge;
};

struct DebriefView {
    std::shared_ptr<const Session> session;
    NodeId leaf = 0;
    DebriefRequest request;
    int done = 0, planned = 0; ///< decisions judged
    bool ready = false;
    std::string problem; ///< why it cannot be judged
    Debrief debrief;     ///< when ready
};

/// Work for a Worker: publishes how far it is; what is unwanted ends at the next decision.
DebriefView judge_deal(const DebriefQuestion& question, const std::atomic<bool>& cancelled,
                       const std::function<void(DebriefView)>& publish);

/// The way to a node as text: equal for equal ways.
std::string way_text(const Session& session, NodeId leaf);

/// The decisions as tab-separated text with headings.
std::string decisions_tsv(const DebriefView& view);
/// What each skill earned, and what it cost.
std::string skills_tsv(const DebriefView& view);
/// Everybody and every doubt as it was, beside what was known of it; shares in percent.
std::string truth_tsv(const DebriefView& view);

/// Colour of a class; its mark says the same.
ImU32 class_colour(const Theme& theme, MoveClass cls);

} // namespace assent::viewer
