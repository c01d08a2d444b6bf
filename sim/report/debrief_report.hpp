#pragma once
// A debrief in words: table for a terminal, sentences, JSON. sim/ODD.md, section 11, says what each number means.
#include "rehearsal/debrief.hpp"
#include "report/table.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace assent {

struct DebriefReport {
    const Session& session;
    const Debrief& debrief;
    const DebriefRequest& request;
    std::string file; ///< of the session
};

/// Whole weeks up to where the session stood.
int weeks_played(const Debrief& debrief);
/// Is the deal not decided yet; Debrief::row says then how it would end without a further move.
bool is_open(const Debrief& debrief);

/// "best", "good", "inaccuracy", "mistake", "blunder".
std::string_view word(MoveClass cls);
/// The mark of analysis boards: "★", "✓", "?!", "?", "??".
std::string_view mark(MoveClass cls);
/// "Coverage of the centre", …
std::string_view word(Skill skill);
/// What the skill asks for, in a few words.
std::string_view meaning(Skill skill);

/// "mistake", "mistake ~" when the interval reaches into that class only in part, "not enough rollouts".
std::string class_in_words(const JudgedMove& move);
/// What was decided: the move as a sentence, or "Leave it at that and play the week."
std::string decision_sentence(const Model& model, const JudgedMove& move);
/// What would have been better; empty for the best.
std::string better_sentence(const Model& model, const JudgedMove& move);
/// How the deal ended and how much of it was luck, in sentences.
std::vector<std::string> debrief_sentences(const DebriefReport& report);
/// Why costs do not add up to what the first sentences say, and what has no interval.
std::string cost_note(const DebriefReport& report);
/// What was true of a member beside what was known, in sentences; the first names him.
std::vector<std::string> truth_sentences(const Model& model, const RevealedMember& member);

/// When a decision was made, in weeks: those of one week stand side by side before its end.
std::vector<double> decision_times(const std::vector<JudgedMove>& moves);

/// A page that needs nothing else.
std::string debrief_html(const DebriefReport& report, std::string_view version);
std::string debrief_text(const DebriefReport& report, const TextStyle& style);
/// One object; `moves` in their order; of an open deal `outcome` is null and `week` the last one played.
std::string debrief_json(const DebriefReport& report);

} // namespace assent
