// What was tried, and what is known of the member chosen.
#include "viewer/rehearse_screen.hpp"

#include "viewer/centre_view.hpp"
#include "viewer/composer.hpp"
#include "viewer/debrief_work.hpp"
#include "viewer/marks.hpp"

#include "report/debrief_report.hpp"
#include "report/number_words.hpp"
#include "report/reason_words.hpp"

#include <imgui_stdlib.h>

#include <algorithm>
#include <map>

#include <fmt/format.h>

namespace assent::viewer {
namespace {

constexpr int deepest = 12; ///< steps of indentation shown

/// The main line of a tree runs down without indentation; only what branches off is moved in.
NodeId main_child(const Node& node) { return node.children.empty() ? -1 : node.children.front(); }

/// A name, a bar up to the mean with the range that holds nine of ten cases around its end, and the mean as a figure.
void draw_meter(const Look& look, const Area& row, const std::string& name, ImU32 colour, const Believed& value,
                bool guessed) {
    const Theme& theme = look.theme;
    const float y = row.y + look.px(9), left = row.x + row.width * 0.36f, right = row.x + row.width - look.px(48);
    const auto x = [&](double share) { return left + (right - left) * std::clamp(float(share), 0.0f, 1.0f); };
    ImDrawList* draw = ImGui::GetWindowDrawList();
    draw_text(look.fonts.small, {row.x, row.y + look.px(2)}, theme.muted,
              fitted(look.fonts.small, name, row.width * 0.34f));
    draw->AddRectFilled({left, y - look.px(3.5f)}, {right, y + look.px(3.5f)}, theme.track, look.px(3.5f));
    draw->AddRectFilledMultiColor({left, y - look.px(3.5f)}, {x(value.mean), y + look.px(3.5f)},
                                  mixed(colour, theme.card, 0.3f), colour, colour, mixed(colour, theme.card, 0.3f));
    if (value.high > value.low)
        draw->AddRectFilled({x(value.low), y - look.px(5)}, {x(value.high), y + look.px(5)}, faded(theme.ink, 0.22f),
                            look.px(4));
    draw->AddLine({x(value.mean), y - look.px(6)}, {x(value.mean), y + look.px(6)}, theme.ink, look.px(1.6f));
    draw_text(look.fonts.small, {row.x + row.width, row.y + look.px(2)}, theme.ink,
              (guessed ? "~" : "") + percent(value.mean), 1);
}

/// How likely the member would choose us now, as it may be thought.
void draw_support_belief(const Look& look, const Believed& support) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    ImGui::Dummy({width, look.px(17)});
    mark("rehearse.support");
    explain(look,
            trf("Would choose you now with {}; by all that you saw, in nine of ten cases {} to {}.",
                percent(support.mean), percent(support.low), percent(support.high)),
            tr("Belief from all that was witnessed (sim/ODD.md, Belief and advice)"));
    draw_meter(look, {at.x, at.y, width, look.px(17)}, tr("for you"), support_colour(look.theme, support.mean), support,
               false);
}

} // namespace

void RehearseScreen::draw_tree(Frame& frame, const Area& area) {
    const Look& look = frame.look;
    begin_card(look, "tree", area, tr("What-if branches"), tr("win % where it was looked at"));
    const Area list = card_area();
    begin_list("##nodes", {list.width, std::max(look.px(20), list.height - look.px(36))});
    draw_node(frame, 0, 0);
    shown_node_ = room_->session().current();
    ImGui::EndChild();
    const char* name = held_ == room_->session().current() ? tr("Held") : tr("Hold");
    const float held = text_width(look.fonts.text, name) + 2 * ImGui::GetStyle().FramePadding.x;
    ImGui::SetNextItemWidth(-held - look.px(8));
    if (ImGui::InputTextWithHint("##note", tr("note…"), &note_, ImGuiInputTextFlags_EnterReturnsTrue))
        act(frame.wishes, [&] {
            room_->change([&](RehearsalDesk& table) { table.annotate(note_); });
            frame.wishes.notice = tr("The note is kept with this position.");
        });
    mark("rehearse.note");
    ImGui::SameLine(0, look.px(8));
    if (ImGui::Button(name, {held, 0})) hold(frame.wishes);
    mark("rehearse.hold");
    explain(look, tr("Holds this position (◆): bar and charts then show it beside any other that you go to. Key H."));
    end_card();
}

void RehearseScreen::draw_node(Frame& frame, NodeId first, int depth) {
    const Look& look = frame.look;
    const Theme& theme = look.theme;
    for (NodeId id = first; id >= 0;) {
        const Node& node = room_->session().tree()[std::size_t(id)];
        const bool here = id == room_->session().current();
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const float width = ImGui::GetContentRegionAvail().x, indent = look.px(14) * float(std::min(depth, deepest));
        ImGui::PushID(id);
        const bool pressed = ImGui::Selectable("##node", here, 0, {0, look.px(17)});
        ImGui::PopID();
        mark(fmt::format("node.{}", id));
        if (!node.note.empty()) explain(look, node.note);
        std::string text = id == 0           ? tr("The beginning")
                           : node.plays_week ? trf("Week {} played", room_->session().week(id))
                                             : move_name(room_->client().model, node.move) + " → " +
                                                   member_name(room_->client().model, node.move.member);
        if (!node.note.empty()) text += " …";
        if (held_ == id) text = "◆ " + text;
        ImFont* font = node.plays_week || id == 0 ? look.fonts.strong : look.fonts.text;
        if (depth > 0)
            ImGui::GetWindowDrawList()->AddLine({at.x + indent - look.px(6), at.y - look.px(2)},
                                                {at.x + indent - look.px(6), at.y + look.px(10)}, theme.line);
        draw_text(font, {at.x + indent + look.px(4), at.y + look.px(1)},
                  node.plays_week || id == 0 || here ? theme.ink : theme.muted,
                  fitted(font, text, width - indent - look.px(66)));
        if (const auto verdict = room_->verdict(id)) {
            const std::string sign = (verdict->tentative ? "~" : "") + std::string(assent::mark(verdict->cls));
            draw_text(look.fonts.small, {at.x + width - look.px(36), at.y + look.px(2)},
                      class_colour(theme, verdict->cls), sign, 1);
        }
        if (const auto worth = room_->worth(id))
            draw_text(look.fonts.text, {at.x + width - look.px(6), at.y + look.px(1)}, theme.ink,
                      decimal(100 * worth->estimate, 0), 1);
        if (here && shown_node_ != id) ImGui::SetScrollHereY();
        const std::vector<NodeId> children = node.children;
        for (std::size_t other = 1; other < children.size(); ++other) draw_node(frame, children[other], depth + 1);
        const NodeId next = children.empty() ? -1 : main_child(node);
        if (pressed) act(frame.wishes, [&] { room_->change([&](RehearsalDesk& table) { table.go_to(id); }); });
        id = next;
    }
}

void RehearseScreen::draw_member(const Frame& frame, const Area& area) const {
    const Look& look = frame.look;
    const Model& model = room_->client().model;
    const Knowledge& knowledge = room_->knowledge();
    const KnownMember& known = knowledge.members[std::size_t(member_)];
    const Stakeholder& person = model.centre.stakeholder(member_);
    begin_card(look, "member", area, person_name(room_->client(), member_), person.name.empty() ? "" : person.title);
    const std::string seen = known.seen < 0
                                 ? std::string(tr("not met yet"))
                                 : trf("{} for you as seen in week {}", percent(known.seen), known.seen_week);
    const std::string touched =
        known.last_touch > 0 ? trf("last spoken to in week {}", known.last_touch) : std::string(tr("never spoken to"));
    ImGui::PushFont(look.fonts.small);
    ImGui::TextDisabled("%s · %s", seen.c_str(), touched.c_str());
    ImGui::PopFont();
    const std::shared_ptr<const MemberBelief> mind = room_->mind(member_);
    if (mind) draw_support_belief(look, mind->support);
    if (known.objections.empty())
        ImGui::TextDisabled("%s", tr("You know of no doubts here. That does not mean there are none."));
    for (const KnownObjection& objection : known.objections) draw_doubt(look, objection, mind.get());
    if (mind) draw_suspicions(look, *mind);
    end_card();
}

void RehearseScreen::draw_doubt(const Look& look, const KnownObjection& doubt, const MemberBelief* mind) const {
    const Plan& plan = room_->session().practice().plan();
    const auto place = std::size_t(doubt.objection - plan.objection_begin[std::size_t(member_)]);
    const Believed* believed = mind != nullptr ? &mind->doubts[place].severity : nullptr;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    ImGui::Dummy({width, look.px(17)});
    std::string text = doubt.heard_week > 0
                           ? trf("{} strong when you heard of it in week {}.", percent(doubt.heard), doubt.heard_week)
                           : std::string(tr("What the scenario expects of this doubt; you have not heard of it from "
                                            "him."));
    if (believed != nullptr)
        text += "\n" + trf("By all that you saw it is now {}, in nine of ten cases {} to {}.", percent(believed->mean),
                           percent(believed->low), percent(believed->high));
    explain(look, text,
            believed != nullptr ? tr("Belief from all that was witnessed (sim/ODD.md, Belief and advice)") : "");
    const int number = topic_number(known_topics(room_->knowledge()), doubt.topic);
    const bool guessed = doubt.heard_week == 0 && plan.severity[std::size_t(doubt.objection)].draw >= 0;
    const Area row{at.x, at.y, width, look.px(17)};
    draw_meter(look, row, reason_name(room_->client().model, doubt.topic), topic_colour(look.theme, number),
               believed != nullptr ? *believed : Believed{doubt.heard, doubt.heard, doubt.heard}, guessed);
}

void RehearseScreen::draw_suspicions(const Look& look, const MemberBelief& mind) const {
    constexpr double worth_telling = 0.1;   ///< chance
    std::map<std::int32_t, double> none_of; ///< topic: chance that no hidden doubt is about it
    for (const BelievedDoubt& doubt : mind.doubts)
        if (!doubt.known) none_of.try_emplace(doubt.topic, 1).first->second *= 1 - doubt.chance;
    std::vector<std::pair<double, std::int32_t>> likely;
    for (const auto& [topic, none] : none_of)
        if (1 - none >= worth_telling) likely.emplace_back(none - 1, topic);
    if (likely.empty()) return;
    std::ranges::sort(likely);
    std::string text;
    for (const auto& [chance, topic] : likely)
        text += fmt::format("{}{} {}", text.empty() ? "" : " · ", reason_name(room_->client().model, topic),
                            percent(-chance));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    ImGui::Dummy({width, look.px(17)});
    mark("rehearse.suspicions");
    explain(look, trf("Unsaid so far, and how likely it is there: {}.", text),
            tr("Belief from all that was witnessed (sim/ODD.md, Belief and advice)"));
    draw_text(look.fonts.small, {at.x, at.y + look.px(2)}, look.theme.muted,
              fitted(look.fonts.small, trf("unsaid? {}", text), width));
}

} // namespace assent::viewer
