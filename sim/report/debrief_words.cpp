#include "report/debrief_report.hpp"
#include "report/forecast_words.hpp"
#include "report/move_words.hpp"
#include "report/narrator_people.hpp"
#include "report/number_words.hpp"
#include "report/reason_words.hpp"
#include "report/translation.hpp"

#include <fmt/format.h>

namespace assent {
namespace {

std::string ending(const DebriefReport& report) {
    const Debrief& debrief = report.debrief;
    const Model& model = report.session.practice().model();
    const OutcomeRow& row = debrief.row;
    if (is_open(debrief))
        return told_with("The deal is open after week {}; your chance stands at {}.", weeks_played(debrief),
                         percent(debrief.end_value));
    switch (row.outcome) {
    case Outcome::won:
        return told_with("The deal was won in week {} at {}.", row.week, money(row.price, model.company.currency));
    case Outcome::lost:
        return told_with("The deal was lost to {} in week {}. What weighed most: {}.",
                         alternative_name(model, row.alternative), row.week,
                         loss_reason_name(model, row.reason_holder, row.reason));
    case Outcome::eliminated:
        return told_with("You were struck off the list in week {}.", row.week);
    case Outcome::no_decision:
        break;
    }
    return told_with("The client decided nothing until week {}. What weighed most: {}.", row.week,
                     loss_reason_name(model, row.reason_holder, row.reason));
}

std::string other_luck(const DebriefReport& report) {
    const Debrief& debrief = report.debrief;
    const std::string won = percent(debrief.other_luck_win), low = percent(debrief.other_luck_low),
                      high = percent(debrief.other_luck_high), confidence = percent(report.request.confidence);
    if (is_open(debrief)) // no forecast: who is still playing has moves to come
        return told_with("Your moves so far with this company, nothing after them, other luck: {} of deals won ({} to "
                         "{}, {} confidence).",
                         won, low, high, confidence);
    return told_with("The same moves with this company, nothing after them, other luck: {} of deals won ({} to {}, {} "
                     "confidence).",
                     won, low, high, confidence);
}

} // namespace

int weeks_played(const Debrief& debrief) {
    return debrief.moves.empty() ? 0 : debrief.moves.back().week - (debrief.moves.back().wait ? 0 : 1);
}

bool is_open(const Debrief& debrief) { return debrief.row.week > weeks_played(debrief); }

std::string_view word(MoveClass cls) {
    constexpr std::string_view words[move_class_count] = {to_tell("best"), to_tell("good"), to_tell("inaccuracy"),
                                                          to_tell("mistake"), to_tell("blunder")};
    return words[static_cast<std::size_t>(cls)];
}

std::string_view mark(MoveClass cls) {
    constexpr std::string_view marks[move_class_count] = {"★", "✓", "?!", "?", "??"};
    return marks[static_cast<std::size_t>(cls)];
}

std::string_view word(Skill skill) {
    constexpr std::string_view words[skill_count] = {to_tell("Coverage of the centre"), to_tell("Discovery"),
                                                     to_tell("Objection handling"),     to_tell("Pacing"),
                                                     to_tell("Price discipline"),       to_tell("Honesty")};
    return words[static_cast<std::size_t>(skill)];
}

std::string_view meaning(Skill skill) {
    constexpr std::string_view meanings[skill_count] = {
        to_tell("turn to everybody who matters"),       to_tell("ask before you argue"),
        to_tell("speak to each doubt you know of"),     to_tell("neither crowd anybody nor let the moment pass"),
        to_tell("give no money away before the talks"), to_tell("promise what is true, pay nobody")};
    return meanings[static_cast<std::size_t>(skill)];
}

std::string class_in_words(const JudgedMove& move) {
    if (!move.enough) return told("not enough rollouts");
    return fmt::format("{} {}{}", mark(move.cls), told(word(move.cls)), move.tentative ? " ~" : "");
}

std::string decision_sentence(const Model& model, const JudgedMove& move) {
    return move.wait ? told("Leave it at that and play the week.") : move_sentence(model, move.move);
}

std::string better_sentence(const Model& model, const JudgedMove& move) {
    if (!move.enough || (move.cls == MoveClass::best && !move.tentative)) return {};
    return move.better_waits ? told("Leave it at that and play the week.") : move_sentence(model, move.better);
}

std::vector<std::string> debrief_sentences(const DebriefReport& report) {
    const Debrief& debrief = report.debrief;
    const double behind = debrief.sum_behind;
    std::vector<std::string> sentences{
        ending(report),
        told_with("From what you could know, the chance to win went from {} to {}: {} points by luck, {} points by "
                  "your decisions, held against going on as the coach would.",
                  percent(debrief.start_value), percent(debrief.end_value), points(debrief.sum_luck), points(-behind)),
        other_luck(report),
    };
    if (std::string foretold = forecast_sentence(debrief.forecasts); !foretold.empty())
        sentences.push_back(std::move(foretold));
    return sentences;
}

std::string cost_note(const DebriefReport& report) {
    return fmt::format("Cost is against the best listed decision of each position, and what a skill lost is the sum of "
                       "the costs of its kind; the points by your decisions above are against the coach, so costs do "
                       "not add up to them. Costs have an interval each; chances, luck and points have none: they come "
                       "from {} deals for each decision.",
                       grouped(report.request.rollouts));
}

std::vector<double> decision_times(const std::vector<JudgedMove>& moves) {
    std::vector<double> times;
    for (std::size_t first = 0; first < moves.size();) {
        std::size_t end = first;
        while (end < moves.size() && moves[end].week == moves[first].week) ++end;
        for (std::size_t i = first; i < end; ++i)
            times.push_back(moves[first].week - 1 + static_cast<double>(i - first) / static_cast<double>(end - first));
        first = end;
    }
    return times;
}

std::vector<std::string> truth_sentences(const Model& model, const RevealedMember& member) {
    const std::string who = holder_name(model, member.member);
    std::vector<std::string> sentences;
    if (!member.known)
        sentences.push_back(fmt::format("{}: you never learned that he or she has a say. In the end {} for you.", who,
                                        percent(member.support)));
    else if (member.seen < 0)
        sentences.push_back(fmt::format("{}: in the end {} for you; you never saw it.", who, percent(member.support)));
    else
        sentences.push_back(fmt::format("{}: in the end {} for you; as last seen {}.", who, percent(member.support),
                                        percent(member.seen)));
    for (const RevealedObjection& doubt : member.objections) {
        std::string text = fmt::format("“{}”", topic_name(model, doubt.stated));
        if (doubt.root != doubt.stated)
            text += fmt::format(" was a pretext for “{}”{}", topic_name(model, doubt.root),
                                doubt.root_known ? ", which you found" : ", which you did not find");
        text += fmt::format(": {} in the end", percent(doubt.severity));
        if (!doubt.known)
            text += ", and you never heard of it";
        else if (doubt.heard >= 0)
            text += fmt::format(", as last heard {}", percent(doubt.heard));
        sentences.push_back(text + ".");
    }
    return sentences;
}

} // namespace assent
