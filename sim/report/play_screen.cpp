#include "report/play_screen.hpp"

#include "report/move_words.hpp"
#include "report/narrator_week.hpp"
#include "report/narrator_words.hpp"
#include "report/number_words.hpp"
#include "report/reaction_words.hpp"
#include "report/reason_words.hpp"
#include "report/sentence.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <map>

namespace assent {
namespace {

constexpr double warm = 0.6, cold = 0.4; ///< support at which a view is coloured
constexpr int gauge_length = 5;
constexpr std::size_t moves_advised = 4;

Emphasis mood(double support) {
    return support >= warm ? Emphasis::good : support < cold ? Emphasis::bad : Emphasis::none;
}

std::string ago(int weeks) {
    return weeks <= 0 ? "this week" : weeks == 1 ? "last week" : fmt::format("{} weeks ago", weeks);
}

std::string hours_text(double hours) {
    const double shown = std::round(hours * 10) / 10;
    return shown == std::round(shown) ? fmt::format("{:.0f} h", shown) : fmt::format("{:.1f} h", shown);
}

/// As part of a sentence that goes on.
std::string without_stop(std::string sentence) {
    if (sentence.ends_with('.')) sentence.pop_back();
    return printable(sentence);
}

std::string doubts_of(const Model& model, const KnownMember& known) {
    std::vector<KnownObjection> doubts = known.objections;
    std::ranges::stable_sort(doubts, std::ranges::greater{}, &KnownObjection::heard);
    std::vector<std::string> parts;
    for (const KnownObjection& doubt : doubts)
        parts.push_back(fmt::format("{} {}{}", topic_name(model, doubt.topic), percent(doubt.heard),
                                    doubt.heard_week == 0 ? "?" : ""));
    return printable(comma_separated(parts));
}

} // namespace

PlayScreen::PlayScreen(const Practice& practice, TextStyle style)
    : practice_(practice), model_(practice.model()), style_(style) {}

std::string PlayScreen::strong(std::string_view text) const { return emphasised(text, Emphasis::strong, style_); }
std::string PlayScreen::faint(std::string_view text) const { return emphasised(text, Emphasis::faint, style_); }

std::string PlayScreen::gauge(double share, int length) const {
    const int full = static_cast<int>(std::lround(std::clamp(share, 0.0, 1.0) * length));
    std::string text;
    for (int i = 0; i < length; ++i) text += i < full ? "▰" : "▱";
    return text;
}

std::string PlayScreen::call_name(int member) const { return printable(model_.centre.stakeholder(member).id); }

std::string PlayScreen::opening() const {
    const Alternative& ours = model_.alternatives.front();
    std::string text = "\n" + strong(printable(model_.title.empty() ? "A deal" : model_.title)) + "\n";
    text += faint(fmt::format("{} · you sell “{}” for {}",
                              printable(model_.company.name.empty() ? "A client company" : model_.company.name),
                              printable(ours.name.empty() ? ours.id : ours.name),
                              money(practice_.plan().price.front().value, model_.company.currency))) +
            "\n\n";
    if (!model_.company.about.empty()) text += wrapped(printable(model_.company.about), style_, 2) + "\n";
    return text + wrapped("A week is a turn. Say what you do, as in: meet " + call_name(0) +
                              " to introduce, and then: week. “help” tells the words.",
                          style_, 2);
}

std::string PlayScreen::prompt(const Knowledge& knowledge) const {
    if (knowledge.decided) return "the end ▸ ";
    return fmt::format("week {} · {} ▸ ", knowledge.week + 1, hours_text(knowledge.hours_left));
}

std::string PlayScreen::position(const Knowledge& knowledge) const {
    if (knowledge.decided) return strong(fmt::format("Over in week {}", knowledge.week)) + "\n";
    const double hours = practice_.plan().strategies[static_cast<std::size_t>(practice_.manner())].hours;
    const std::string_view stage = words::stage_name[static_cast<std::size_t>(knowledge.stage)];
    std::string text = strong(fmt::format("Week {} of {} · {}", std::min(knowledge.week + 1, practice_.plan().horizon),
                                          practice_.plan().horizon, stage));
    text += fmt::format(" · {} {} of {} left", gauge(hours > 0 ? knowledge.hours_left / hours : 0, gauge_length),
                        hours_text(knowledge.hours_left), hours_text(hours));
    std::vector<std::string> parts;
    if (knowledge.offer_made) parts.push_back("your price " + money(knowledge.price, model_.company.currency));
    if (knowledge.money_spent > 0) parts.push_back(money(knowledge.money_spent, model_.company.currency) + " spent");
    if (knowledge.competitor_known) parts.emplace_back("there is a rival");
    if (knowledge.pilot == PilotState::running) parts.emplace_back("a trial is running");
    parts.push_back(fmt::format("{} of those you know reached", percent(knowledge.coverage)));
    return text + "\n" + faint(capitalised(comma_separated(parts, " · "))) + "\n";
}

std::string PlayScreen::people(const Knowledge& knowledge) const {
    using Align = Table::Align;
    Table table({{"say", "", Align::left},
                 {"who", "", Align::left},
                 {"seen as", "", Align::left},
                 {"doubts you know of", "", Align::left}},
                1);
    for (const KnownMember& known : knowledge.members) {
        if (!known.known) continue;
        std::string seen = known.contacts > 0 ? "reached" : known.last_touch > 0 ? "not reached yet" : "–";
        if (known.seen >= 0)
            seen = fmt::format("{} {}, {}", gauge(known.seen, gauge_length), stance_name(known.seen),
                               ago(knowledge.week - known.seen_week));
        table.add({{call_name(known.member), Emphasis::strong},
                   printable(short_holder_name(model_, known.member)),
                   {seen, known.seen >= 0 ? mood(known.seen) : Emphasis::faint},
                   doubts_of(model_, known)});
    }
    const auto supposed = [](const KnownMember& known) {
        return known.known && std::ranges::any_of(
                                  known.objections, [](int week) { return week == 0; }, &KnownObjection::heard_week);
    };
    std::string text = table.text(style_);
    if (std::ranges::any_of(knowledge.members, supposed)) text += faint("? as you suppose; not heard yet") + "\n";
    return text;
}

std::string PlayScreen::member(const Knowledge& knowledge, int member) const {
    const Stakeholder& person = model_.centre.stakeholder(member);
    const KnownMember& known = knowledge.members[static_cast<std::size_t>(member)];
    std::string text = strong(printable(holder_name(model_, member))) + "\n";
    if (person.title != short_title(person.title)) text += wrapped(printable(person.title), style_, 2);
    if (known.seen >= 0)
        text += wrapped(fmt::format("Last seen {}: {} ({}).", ago(knowledge.week - known.seen_week),
                                    stance_name(known.seen), percent(known.seen)),
                        style_, 2);
    text += wrapped(
        known.contacts == 0 ? "You have not spoken yet."
        : known.contacts == 1
            ? fmt::format("You spoke once; last try {}.", ago(knowledge.week - known.last_touch))
            : fmt::format("You spoke {} times; last try {}.", known.contacts, ago(knowledge.week - known.last_touch)),
        style_, 2);
    if (known.objections.empty()) text += wrapped("You know of no doubt. There may be some.", style_, 2);
    for (const KnownObjection& doubt : known.objections)
        text += wrapped(fmt::format("{}: {}, {}", topic_name(model_, doubt.topic), percent(doubt.heard),
                                    doubt.heard_week == 0 ? std::string("as you suppose; not heard yet")
                                                          : "heard " + ago(knowledge.week - doubt.heard_week)),
                        style_, 2);
    return text;
}

std::string PlayScreen::planned(const Move& move, const Knowledge& after) const {
    return wrapped(fmt::format("{} {} ({}; {} left).", emphasised("✓", Emphasis::good, style_),
                               without_stop(move_sentence(model_, move)),
                               hours_text(move_hours(practice_.plan(), move)), hours_text(after.hours_left)),
                   style_, 2);
}

std::string PlayScreen::plan_of_week(const std::vector<Move>& moves) const {
    if (moves.empty()) return wrapped("Nothing is planned for this week.", style_, 2);
    std::string text;
    for (const Move& move : moves)
        text += wrapped(fmt::format("{} ({})", without_stop(move_sentence(model_, move)),
                                    hours_text(move_hours(practice_.plan(), move))),
                        style_, 2);
    return text;
}

/// What a member says in a week: of the doubt he came out with, else of the largest he was heard on.
std::string PlayScreen::answer(std::span<const TraceEvent> week, int member, double support) const {
    using Kind = TraceEvent::Kind;
    const TraceEvent* largest = nullptr;
    for (const TraceEvent& event : week) {
        if (event.member != member) continue;
        if (event.kind == Kind::objection_found || event.kind == Kind::root_found)
            return said_of_doubt(model_, event.topic, 1);
        if (event.kind == Kind::doubt_heard && (largest == nullptr || event.value > largest->value)) largest = &event;
    }
    return largest == nullptr ? said_of_support(support, week.front().week + member)
                              : said_of_doubt(model_, largest->topic, largest->value);
}

/// One line for each who was spoken to: how he seemed, and what he said.
std::vector<std::string> PlayScreen::said(std::span<const TraceEvent> week, PeopleNames& people) const {
    std::map<int, float> seen;
    for (const TraceEvent& event : week)
        if (event.kind == TraceEvent::Kind::support_seen) seen[event.member] = event.value;
    std::vector<std::string> lines;
    for (const auto& [member, support] : seen)
        lines.push_back(fmt::format("{}, {} ({}): “{}”", printable(capitalised(people.who(member))),
                                    emphasised(stance_name(support), mood(support), style_), percent(support),
                                    printable(answer(week, member, support))));
    return lines;
}

std::string PlayScreen::story(std::span<const TraceEvent> witnessed, int first) const {
    WeekTeller teller(model_, practice_.plan(), -1);
    PeopleNames people(model_);
    std::string text;
    while (!witnessed.empty() && !is_after_sale(witnessed.front().kind)) {
        const int week = witnessed.front().week;
        const auto end = std::ranges::find_if(
            witnessed, [week](const TraceEvent& event) { return event.week != week || is_after_sale(event.kind); });
        const auto events = witnessed.first(static_cast<std::size_t>(end - witnessed.begin()));
        witnessed = witnessed.subspan(events.size());
        std::vector<TraceEvent> told(events.begin(), events.end());
        std::erase_if(told, [](const TraceEvent& event) { return event.kind == TraceEvent::Kind::support_seen; });
        const std::vector<std::string> lines = told.empty() ? std::vector<std::string>{} : teller.tell(told).lines;
        if (week < first) continue;
        text += strong(fmt::format("Week {}", week)) + "\n";
        for (const std::string& line : lines) text += wrapped(printable(line), style_, 2);
        for (const std::string& line : said(events, people)) text += wrapped(line, style_, 2);
    }
    return text;
}

std::string PlayScreen::advice(const Advice& advice) const {
    std::string text =
        wrapped(fmt::format("From what you know you win {} of such deals ({} to {}) if you go on as usual. In points "
                            "of that, the best next:",
                            percent(advice.value), percent(advice.low), percent(advice.high)),
                style_, 2);
    for (std::size_t place = 0; place < std::min(moves_advised, advice.lines.size()); ++place) {
        const Advice::Line& line = advice.lines[place];
        const std::string what = line.wait ? "Nothing more this week." : printable(move_sentence(model_, line.move));
        text += wrapped(fmt::format("{} ({} to {})  {}", emphasised(points(line.gain), Emphasis::strong, style_),
                                    points(line.gain_low), points(line.gain_high), what),
                        style_, 2);
    }
    return text;
}

std::string PlayScreen::ending(const OutcomeRow& row) const {
    const std::string& currency = model_.company.currency;
    const bool won = row.outcome == Outcome::won;
    std::string text = "\n" + emphasised(won ? "Won." : "Not won.", won ? Emphasis::good : Emphasis::bad, style_) + " ";
    double hours = 0;
    for (const float of_channel : row.hours) hours += of_channel;
    if (won)
        text += fmt::format("{} in week {}, a margin of {}, {} of work; worth {} with what came after the sale.\n",
                            money(row.price, currency), row.week, money(row.margin, currency), hours_text(hours),
                            money(row.lifetime_value, currency));
    else
        text += fmt::format("Week {}, {} of work. What weighed most: {}.\n", row.week, hours_text(hours),
                            printable(loss_reason_name(model_, row.reason_holder, row.reason)));
    return text;
}

} // namespace assent
