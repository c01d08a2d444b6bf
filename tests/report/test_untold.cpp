// Every word that the program says of a deal is told, so that it can be said in another language.
#include "report/hand_made_deal.hpp"
#include "report/translation.hpp"
#include "report/untold.hpp"

#include <doctest/doctest.h>

#include <map>
#include <span>

namespace assent {
namespace {

using hand_made::Story;
using Kind = TraceEvent::Kind;

/// The text with ж for each Latin letter outside its gaps.
const char* masked(const char* english) {
    static std::map<std::string, std::string> texts; // the answers must stay
    std::string& text = texts[english];
    if (!text.empty()) return text.c_str();
    bool gap = false;
    for (const char letter : std::string_view(english)) {
        gap = letter == '{' || (gap && letter != '}');
        if (!gap && untold::is_english(std::string(1, letter)))
            text += "ж";
        else
            text += letter;
    }
    return text.c_str();
}

/// Installed for one test.
struct Masked {
    Masked() { set_translator(masked); }
    ~Masked() { set_translator(nullptr); }
};

void check_told(const Model& model, const Plan& plan, std::span<const TraceEvent> events) {
    const auto lines = untold::told_lines(model, plan, 1, events);
    CHECK(!lines.empty());
    for (const std::string& line : lines) {
        INFO(line);
        CHECK(!untold::is_english(line));
    }
}

} // namespace

TEST_CASE("what is looked for is found: in English everything counts as untold, but no names") {
    const Model model = untold::renamed(hand_made::model());
    const auto lines = untold::told_lines(model, hand_made::plan(model), 1, hand_made::deal(true));
    for (const std::string& line : lines) CHECK(untold::is_english(line));
    CHECK(!untold::is_english("QQQ (Ж3), 40\u202f%"));
}

TEST_CASE("deals with every kind of event, by every rule, are told to the last word") {
    const Masked installed;
    const Model model = untold::renamed(hand_made::model());
    Plan plan = hand_made::plan(model);
    for (int rule = 0; rule < decision_rule_count; ++rule) {
        plan.rule = static_cast<DecisionRule>(rule);
        for (const bool won : {true, false}) check_told(model, plan, hand_made::deal(won));
    }
}

TEST_CASE("so are every act by every channel, every stage, end, stance and cause of leaving") {
    const Masked installed;
    const Model model = untold::renamed(hand_made::model());
    Story story;
    story.end_week(0.3, 0.6);
    for (int act = 0; act < act_count; ++act)
        for (int channel = 0; channel < channel_count; ++channel) {
            for (const bool through : {true, false})
                story.touch(act % 6, static_cast<Act>(act), static_cast<Channel>(channel), through, act % 3 - 1);
            story.end_week(0.3, 0.6);
        }
    for (int stage = 0; stage < stage_count; ++stage) {
        story.add(Kind::stage, -1, stage);
        story.add(Kind::support_seen, 1, -1, stage / 7.0);
        story.add(Kind::doubt_heard, 1, 1, stage / 7.0).topic = 0;
        story.add(Kind::blunder, 1, -1, 0, stage % 2 == 0);
        story.end_week(0.3, stage % 2 == 0 ? 0.9 : 0.1);
    }
    story.add(Kind::rival_contact, -1, 1);
    story.add(Kind::our_offer, -1, 1, 0.9);
    story.end_week(0.3, 0.6);
    story.add(Kind::their_offer, -1, 2, 0.4);
    story.add(Kind::walk_away, -1, 2);
    for (int outcome = 0; outcome < outcome_count; ++outcome) {
        story.end_week(0.3, 0.6);
        story.add(Kind::closed, 1, outcome).topic = static_cast<std::int16_t>(16 + outcome);
    }
    for (int cause = 0; cause < churn_count; ++cause) {
        story.end_week(0.3, 0.6);
        story.add(Kind::client_left, -1, cause);
        story.add(Kind::won_back, -1, cause, cause % 2);
    }
    check_told(model, hand_made::plan(model), story.events);
}

} // namespace assent
