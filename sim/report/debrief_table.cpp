// A debrief for a terminal.
#include "report/debrief_report.hpp"
#include "report/number_words.hpp"

#include <fmt/format.h>

namespace assent {
namespace {

using Align = Table::Align;

Emphasis emphasis_of(const JudgedMove& move) {
    if (!move.enough) return Emphasis::faint;
    return move.cls >= MoveClass::mistake ? Emphasis::bad
           : move.cls == MoveClass::best  ? Emphasis::good
                                          : Emphasis::none;
}

/// A loss with its interval: "4.1 (2.0 to 6.2)".
std::string cost(const JudgedMove& move) {
    if (move.loss <= 0 && move.loss_high <= 0) return "–";
    return fmt::format("{} ({} to {})", decimal(100 * move.loss, 1), decimal(100 * move.loss_low, 1),
                       decimal(100 * move.loss_high, 1));
}

std::string decisions(const DebriefReport& report, const TextStyle& style) {
    const Model& model = report.session.practice().model();
    Table table({{"Week", "", Align::right},
                 {"Decision", "", Align::left},
                 {"Chance", "before", Align::right},
                 {"Cost", "points", Align::right},
                 {"Luck", "points", Align::right},
                 {"Class", "", Align::left}},
                2);
    for (const JudgedMove& move : report.debrief.moves) {
        table.add({{std::to_string(move.week)},
                   {printable(decision_sentence(model, move))},
                   {percent(move.value_before)},
                   {cost(move)},
                   {points(move.luck)},
                   {class_in_words(move), emphasis_of(move)}});
    }
    return table.text(style) + wrapped(cost_note(report), style);
}

std::string better(const DebriefReport& report, const TextStyle& style) {
    const Model& model = report.session.practice().model();
    std::string text;
    for (const int place : report.debrief.turning_points) {
        const JudgedMove& move = report.debrief.moves[static_cast<std::size_t>(place)];
        text += wrapped(fmt::format("Week {}: from {} to {} ({} by luck, {} by the decision).", move.week,
                                    percent(move.value_before), percent(move.value_after), points(move.luck),
                                    points(-move.behind)),
                        style, 2);
    }
    if (!text.empty()) text = emphasised("Turning points", Emphasis::strong, style) + "\n" + text + "\n";
    std::string list;
    for (const JudgedMove& move : report.debrief.moves) {
        if (move.cls < MoveClass::inaccuracy) continue;
        const std::string sentence = better_sentence(model, move);
        if (!sentence.empty())
            list += wrapped(printable(fmt::format("Week {}, instead of “{}”: {}", move.week,
                                                  decision_sentence(model, move), sentence)),
                            style, 2);
    }
    if (list.empty()) return text;
    return text +
           emphasised("What would have been better (best of the listed moves under this model)", Emphasis::strong,
                      style) +
           "\n" + list + "\n";
}

std::string skills(const DebriefReport& report, const TextStyle& style) {
    Table table({{"Skill", "", Align::left},
                 {"Points", "", Align::right},
                 {"Of", "", Align::right},
                 {"Done", "", Align::right},
                 {"Lost", "points of chance", Align::right},
                 {"It asks to", "", Align::left}},
                1);
    for (const SkillScore& skill : report.debrief.skills)
        table.add({{std::string(word(skill.skill))},
                   {decimal(skill.points, 1)},
                   {decimal(skill.of, 0)},
                   {percent(skill.done)},
                   {decimal(100 * skill.lost, 1)},
                   {std::string(meaning(skill.skill))}});
    table.add({{"Together", Emphasis::strong},
               {decimal(report.debrief.total, 1)},
               {"100"},
               {""},
               {decimal(100 * report.debrief.sum_loss, 1)},
               {"decide well, whatever luck does"}});
    return table.text(style);
}

std::string truth(const DebriefReport& report, const TextStyle& style) {
    std::string text = emphasised("What was true", Emphasis::strong, style) + "\n";
    for (const RevealedMember& member : report.debrief.members) {
        int indent = 2;
        for (const std::string& sentence : truth_sentences(report.session.practice().model(), member)) {
            text += wrapped(printable(sentence), style, indent);
            indent = 4;
        }
    }
    return text;
}

} // namespace

std::string debrief_text(const DebriefReport& report, const TextStyle& style) {
    std::string text;
    for (const std::string& sentence : debrief_sentences(report)) text += wrapped(printable(sentence), style);
    return text + "\n" + decisions(report, style) + "\n" + better(report, style) + skills(report, style) + "\n" +
           truth(report, style);
}

} // namespace assent
