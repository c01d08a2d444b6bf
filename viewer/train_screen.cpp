#include "viewer/train_screen.hpp"

#include "viewer/card.hpp"
#include "viewer/centre_view.hpp"
#include "viewer/composer.hpp"
#include "viewer/keys.hpp"
#include "viewer/marks.hpp"
#include "viewer/picker.hpp"

#include "model/user_error.hpp"
#include "report/number_words.hpp"
#include "report/reason_words.hpp"

#include <fmt/format.h>

namespace assent::viewer {
namespace {

const char* outcome_name(Outcome outcome) {
    constexpr const char* names[outcome_count] = {tr_later("Won"), tr_later("Lost"), tr_later("No decision"),
                                                  tr_later("Struck off the list")};
    return names[static_cast<std::size_t>(outcome)];
}

std::string state_of(const RehearsalDesk& table) {
    const Knowledge& knowledge = table.knowledge();
    const int horizon = table.client().plan.horizon;
    if (knowledge.decided) return trf("week {} · {}", knowledge.week, tr(outcome_name(knowledge.outcome)));
    return trf("week {} of {} · {}", knowledge.week, horizon, tr(stage_name(knowledge.stage)));
}

} // namespace

void TrainScreen::draw(Frame& frame) {
    see_puzzle(frame.wishes);
    if (std::holds_alternative<Seeking>(mode_))
        draw_seeking(frame);
    else if (on_table())
        draw_deal(frame);
    else
        draw_choice(frame);
}

void TrainScreen::draw_deal(Frame& frame) {
    const Look& look = frame.look;
    see_answers();
    handle_keys(frame);
    Area area = frame.area;
    const float gap = look.px(14);
    draw_course(frame, area.take_top(look.px(56), gap));
    if (!on_table()) return; // left just now
    if (shown_hint_ > 0) draw_hint(look, area.take_top(look.px(34), gap));
    Area side = area.take_right(std::clamp(area.width * 0.29f, look.px(290), look.px(420)), gap);
    Area bottom = area.take_bottom(std::clamp(area.height * 0.30f, look.px(150), look.px(300)), gap);
    draw_centre(frame, area);
    const Area told = bottom.take_left((bottom.width - gap) * 0.56f, gap);
    draw_conversation(frame, told);
    draw_support(frame, bottom);
    if (solving() != nullptr) {
        const Area asked = side.take_top(side.height * 0.68f, gap);
        draw_puzzle(frame, asked);
        return draw_member(frame, side);
    }
    const float row = course_.foretells() && !judged() ? look.px(33) : 0; // for the forecast
    const Area plan = side.take_top(side.height * 0.5f + row, gap);
    if (judged())
        draw_result(frame, plan);
    else
        draw_plan(frame, plan);
    draw_member(frame, side.take_bottom(side.height * 0.48f, gap));
    draw_variations(frame, side);
}

void TrainScreen::draw_centre(Frame& frame, const Area& area) {
    const Look& look = frame.look;
    const std::string state = state_of(shown());
    const char *title = tr("Buying centre"),
               *legend = tr("ring = known doubts   arrow = influence   light = stance as last seen");
    const bool has_room = text_width(look.fonts.strong, title) + text_width(look.fonts.small, legend) +
                              text_width(look.fonts.strong, state) + look.px(60) <
                          area.width;
    begin_card(look, "centre", area, title, has_room ? legend : "");
    const Area inside = card_area();
    const auto pressed = draw_centre_view(look, inside, shown().client(), shown().knowledge(), int(shown().chosen));
    if (pressed) shown().chosen = shown().draft.member = *pressed;
    draw_text(look.fonts.strong, {inside.x + inside.width, area.y + look.px(11)}, look.theme.ink, state, 1);
    end_card();
}

void TrainScreen::draw_plan(Frame& frame, const Area& area) {
    const Look& look = frame.look;
    const std::vector<std::string> sides{tr("no forecast"), tr("forecast")};
    const float switches =
        text_width(look.fonts.small, sides[0]) + text_width(look.fonts.small, sides[1]) + look.px(72);
    begin_card(look, "plan", area, fitted(look.fonts.strong, tr("Plan your week"), area.width - switches));
    const bool over = shown().knowledge().decided;
    const auto picked = draw_segments(look, "train.foretell", area.max().x - look.px(20), area.y + look.px(9), sides,
                                      course_.foretells() ? 1 : 0);
    ImGui::SetCursorScreenPos({area.x + look.px(14), area.y + look.px(36)});
    if (course_.foretells() && !over) draw_forecast(look);
    draw_composer(frame, shown());
    end_card();
    if (picked) foretell(*picked == 1, forecast_);
}

void TrainScreen::draw_forecast(const Look& look) {
    const Session& session = shown().session();
    if (session.played_from(session.current())) {
        const int said = session.tree()[static_cast<std::size_t>(session.current())].forecast;
        ImGui::TextDisabled("%s", said < 0 ? tr("The week was played from here before: too late for a forecast.")
                                           : trf("You said {} % here.", said).c_str());
        return;
    }
    ImGui::AlignTextToFramePadding();
    ImGui::TextDisabled("%s", tr("You say"));
    ImGui::SameLine(look.px(82));
    ImGui::SetNextItemWidth(-1);
    if (said_before_ != shown().knowledge().week) table_.forecast.reset(); // said of another week
    int percent = forecast_;
    std::string shown = table_.forecast ? trf("{} % to win", percent) : trf("{} %? Nothing said yet", percent);
    shown.replace(shown.find('%'), 1, "%%"); // it is a format of ImGui
    if (ImGui::SliderInt("##forecast", &percent, 0, 100, shown.c_str(), ImGuiSliderFlags_AlwaysClamp) ||
        ImGui::IsItemDeactivated()) // a press on the place where it stands says it too
        say(percent);
    mark("train.forecast");
    explain(look,
            tr("How likely do you take a win to be? Kept when the week is played; keys − and + change it. It is held "
               "against the chance there is from what you know, not against how the deal ends: that is luck."),
            "sim/ODD.md, 11");
}

void TrainScreen::draw_variations(Frame& frame, const Area& area) {
    const Look& look = frame.look;
    begin_card(look, "variations", area, tr("What-if branches"), tr("press one to stand there"));
    const Session& session = shown().session();
    std::optional<NodeId> wanted;
    begin_list("list", {0, 0});
    for (const Variation& variation : shown().variations()) {
        const Node& node = session.tree()[std::size_t(variation.node)];
        const bool here = variation.node == session.current();
        const ImVec2 at = ImGui::GetCursorScreenPos();
        ImGui::PushID(variation.node);
        if (ImGui::Selectable("##node", here, 0, {0, look.px(20)})) wanted = variation.node;
        if (here && ImGui::IsWindowAppearing()) ImGui::SetScrollHereY();
        ImGui::PopID();
        mark(fmt::format("variations.{}", variation.node));
        const float indent = look.px(6) + look.px(14) * float(std::min(variation.depth, 5));
        const std::string text = variation.plays_week
                                     ? trf("Week {} played", variation.week)
                                     : fmt::format("{}. {}", variation.week, move_title(shown().client(), node.move));
        ImFont* font = variation.plays_week ? look.fonts.small : look.fonts.text;
        if (variation.depth > 0)
            ImGui::GetWindowDrawList()->AddLine({at.x + indent - look.px(7), at.y + look.px(2)},
                                                {at.x + indent - look.px(7), at.y + look.px(18)}, look.theme.line,
                                                look.px(1.5f));
        draw_text(
            font, {at.x + indent, at.y + look.px(2)}, variation.on_path ? look.theme.ink : look.theme.muted,
            fitted(font, text + (node.note.empty() ? "" : "  — " + node.note), area.width - indent - look.px(40)));
    }
    if (shown().variations().empty()) ImGui::TextDisabled("%s", tr("Nothing done yet."));
    ImGui::EndChild();
    if (wanted) attempt(frame.wishes, [&] { shown().go_to(*wanted); });
    end_card();
}

void TrainScreen::draw_member(Frame& frame, const Area& area) {
    const Look& look = frame.look;
    const KnownMember& member = shown().knowledge().members[std::size_t(shown().chosen)];
    const Stakeholder& who = shown().client().model.centre.stakeholder(int(shown().chosen));
    begin_card(look, "member", area, member.known ? person_name(shown().client(), shown().chosen) : tr("Unknown voice"),
               member.known && !who.name.empty() ? who.title
                                                 : std::string()); // without a name the title is the headline
    const std::string seen = member.seen < 0 ? tr("not seen yet")
                                             : trf("{} · {} as seen in week {}", support_word(double(member.seen)),
                                                   percent(double(member.seen)), member.seen_week);
    ImGui::PushStyleColor(ImGuiCol_Text, support_colour(look.theme, double(member.seen)));
    ImGui::TextUnformatted(seen.c_str());
    ImGui::PopStyleColor();
    explain(look,
            tr("How likely they are to choose you, as you read it in your last talk; what you see by e-mail is less "
               "sure than what you see in a meeting."),
            "sim/ODD.md, 3");
    if (member.contacts > 0)
        ImGui::TextDisabled(
            "%s", trf("reached {} times, last touched in week {}", member.contacts, member.last_touch).c_str());
    for (const KnownObjection& doubt : member.objections) {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const float width = ImGui::GetContentRegionAvail().x, name = look.px(96),
                    bar = std::max(look.px(40), width - name - look.px(52));
        const ImU32 hue = topic_colour(look.theme, topic_number(known_topics(shown().knowledge()), doubt.topic));
        ImDrawList* draw = ImGui::GetWindowDrawList();
        const std::string topic = reason_name(shown().client().model, doubt.topic);
        draw_text(look.fonts.text, at, look.theme.ink, fitted(look.fonts.text, topic, name - look.px(6)));
        const float y = at.y + look.px(5), height = look.px(8);
        draw->AddRectFilled({at.x + name, y}, {at.x + name + bar, y + height}, look.theme.track, height / 2);
        if (doubt.heard > 0.01f)
            draw->AddRectFilled({at.x + name, y}, {at.x + name + std::max(height, bar * doubt.heard), y + height}, hue,
                                height / 2);
        draw_text(look.fonts.small, {at.x + width, at.y + look.px(1)}, look.theme.ink, percent(double(doubt.heard)), 1);
        ImGui::Dummy({width, look.px(17)});
        explain(look,
                doubt.heard_week == 0 ? std::string(tr("Known beforehand; not heard from them yet."))
                                      : trf("As heard in week {}.", doubt.heard_week),
                doubt.root_known ? std::string() : std::string(tr("There may be another reason behind it.")));
    }
    if (member.known && member.objections.empty())
        ImGui::TextDisabled("%s", tr("You know of no doubts. That need not mean that there are none."));
    end_card();
}

void TrainScreen::draw_conversation(Frame& frame, const Area& area) {
    const Look& look = frame.look;
    begin_card(look, "conversation", area, tr("Conversation"), tr("what you did, heard and saw"));
    begin_list("lines", {0, 0});
    int week = 0;
    for (const ConversationLine& line : shown().conversation()) {
        if (line.week != week) {
            week = line.week;
            ImGui::PushFont(look.fonts.small);
            ImGui::TextDisabled("%s", trf("Week {}", week).c_str());
            ImGui::PopFont();
        }
        const bool you = line.voice == ConversationLine::Voice::you;
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const ImU32 hue = you                                             ? look.theme.accent
                          : line.voice == ConversationLine::Voice::member ? look.theme.warning
                                                                          : look.theme.faint;
        ImGui::GetWindowDrawList()->AddRectFilled({at.x + look.px(2), at.y + look.px(2)},
                                                  {at.x + look.px(5), at.y + look.px(14)}, hue, look.px(1.5f));
        ImGui::SetCursorScreenPos({at.x + look.px(13), at.y});
        ImGui::PushStyleColor(ImGuiCol_Text, you ? look.theme.muted : look.theme.ink);
        ImGui::PushTextWrapPos(0);
        ImGui::TextUnformatted(line.text.c_str());
        ImGui::PopTextWrapPos();
        ImGui::PopStyleColor();
    }
    if (shown().conversation().empty()) {
        ImGui::PushTextWrapPos(0);
        if (lesson() != nullptr) ImGui::TextUnformatted(tr(lesson()->before).c_str());
        if (playing() != nullptr) ImGui::TextDisabled("%s", tr("Plan a move at the right and play the week."));
        ImGui::PopTextWrapPos();
    }
    if (told_ != shown().conversation().size()) ImGui::SetScrollHereY(1);
    told_ = shown().conversation().size();
    ImGui::EndChild();
    end_card();
}

void TrainScreen::draw_support(Frame& frame, const Area& area) {
    const Look& look = frame.look;
    begin_card(look, "support", area, tr("Support by week"), tr("as last seen, weighted by importance"));
    Area inside = card_area();
    const Area axis = inside.take_left(look.px(28));
    const Area weeks = inside.take_bottom(look.px(16));
    ImDrawList* draw = ImGui::GetWindowDrawList();
    for (const int level : {0, 25, 50, 75, 100}) {
        const float y = inside.y + inside.height * (1 - float(level) / 100);
        draw->AddLine({inside.x, y}, {inside.x + inside.width, y}, look.theme.line, 1);
        draw_text(look.fonts.small, {axis.x + axis.width - look.px(8), y - look.fonts.small->FontSize / 2},
                  look.theme.muted, fmt::format("{}", level), 1);
    }
    const std::vector<double>& support = shown().support_by_week();
    const int horizon = std::max(4, std::min(shown().client().plan.horizon, int(support.size()) + 5));
    const auto place = [&](std::size_t week) {
        return ImVec2(inside.x + inside.width * float(week) / float(horizon),
                      inside.y + inside.height * (1 - float(support[week])));
    };
    for (int week = 0; week <= horizon; week += std::max(1, horizon / 8))
        draw_text(look.fonts.small, {inside.x + inside.width * float(week) / float(horizon), weeks.y + look.px(3)},
                  look.theme.muted, fmt::format("{}", week), 0.5f);
    for (std::size_t week = 0; week < support.size(); ++week) {
        if (support[week] < 0) continue;
        const ImVec2 at = place(week);
        if (week > 0 && support[week - 1] >= 0) draw->AddLine(place(week - 1), at, look.theme.won, look.px(2));
        draw->AddCircleFilled(at, look.px(4.5f), look.theme.card, 20);
        draw->AddCircleFilled(at, look.px(3.2f), support_colour(look.theme, support[week]), 20);
    }
    end_card();
}

void TrainScreen::handle_keys(Frame& frame) {
    if (key::typing() || ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopup)) return;
    const auto on = [&](int number, bool control, auto deed) {
        if (key::pressed(number, control)) attempt(frame.wishes, deed);
    };
    if (const Solving* solving = this->solving()) {
        for (std::size_t choice = 0; choice < solving->puzzle.choices.size(); ++choice)
            on('A' + int(choice), false, [&] { answer(choice); });
        on('H', true, [&] { ask_hint(); });
        return;
    }
    on(key::left, false, [&] { shown().step_week(-1); });
    on(key::right, false, [&] { shown().step_week(1); });
    on('Z', true, [&] { shown().take_back(); });
    on('B', true, [&] { shown().step_week(-1); });
    if (!shown().knowledge().decided) {
        on(key::enter, true, [&] { shown().play_week(); });
        on(key::space, false, [&] { shown().play_week(); });
    }
    if (course_.foretells()) {
        on('-', false, [&] { say(forecast_ - 5); });
        on('=', false, [&] { say(forecast_ + 5); }); // where + is
    }
    on('H', true, [&] {
        if (!shown().knowledge().decided && !judged()) ask_hint();
    });
    on('S', true, [&] {
        const std::filesystem::path path =
            (lesson() != nullptr ? lesson()->id : shown().client().path.stem().string()) + ".train.toml";
        shown().save(path);
        frame.wishes.notice = trf("Saved as {}", std::filesystem::absolute(path).string());
    });
}

std::vector<Command> TrainScreen::commands() {
    if (std::holds_alternative<Seeking>(mode_)) return {{tr("Leave the puzzles"), "Esc", [this](Wishes&) { leave(); }}};
    if (!on_table()) return choice_commands();
    if (solving() != nullptr) {
        return {{tr("Take a hint"), "Ctrl+H", [this](Wishes&) { ask_hint(); }},
                {tr("Leave the puzzles"), "", [this](Wishes&) { leave(); }}};
    }
    const auto with = [this](auto deed) {
        return [this, deed](Wishes& wishes) { attempt(wishes, [&] { deed(shown()); }); };
    };
    std::vector<Command> all{
        {tr("Play the week"), "Space", with([](RehearsalDesk& table) { table.play_week(); })},
        {tr("Take the last step back"), "Ctrl+Z", with([](RehearsalDesk& table) { table.take_back(); })},
        {tr("Branch: one week back, to try another way"), "Ctrl+B",
         with([](RehearsalDesk& table) { table.step_week(-1); })},
        {tr("One week forward again"), "→", with([](RehearsalDesk& table) { table.step_week(1); })},
        {tr("Back to the beginning"), "", with([](RehearsalDesk& table) { table.go_to(0); })},
        {tr("Leave the deal"), "", with([this](RehearsalDesk&) { leave(); })}};
    if (!shown().knowledge().decided && !judged())
        all.push_back({tr("Take a hint"), "Ctrl+H", with([this](RehearsalDesk&) { ask_hint(); })});
    all.push_back({course_.foretells() ? tr("No more forecasts before the week")
                                       : tr("Forecasts: say your chance before each week"),
                   "", [this](Wishes&) { foretell(!course_.foretells(), forecast_); }});
    if (lesson() != nullptr && !judged() && !playing()->judging)
        all.push_back({tr("Finish and judge"), "", with([this](RehearsalDesk&) { judge(); })});
    return all;
}

} // namespace assent::viewer
