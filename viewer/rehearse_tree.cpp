// What was tried, and what is known of the member chosen.
#include "viewer/rehearse_screen.hpp"

#include "viewer/centre_view.hpp"
#include "viewer/debrief_work.hpp"
#include "viewer/marks.hpp"

#include "report/debrief_report.hpp"
#include "report/number_words.hpp"
#include "report/reason_words.hpp"

#include <imgui_stdlib.h>

#include <algorithm>

#include <fmt/format.h>

namespace assent::viewer {
namespace {

constexpr int deepest = 12; ///< steps of indentation shown

/// The main line of a tree runs down without indentation; only what branches off is moved in.
NodeId main_child(const Node& node) { return node.children.empty() ? -1 : node.children.front(); }

} // namespace

void RehearseScreen::draw_tree(Frame& frame, const Area& area) {
    const Look& look = frame.look;
    begin_card(look, "tree", area, tr("What-if branches"), tr("win % where it was looked at"));
    const Area list = card_area();
    ImGui::BeginChild("##nodes", {list.width, std::max(look.px(20), list.height - look.px(36))});
    draw_node(frame, 0, 0);
    shown_node_ = room_->session().current();
    ImGui::EndChild();
    ImGui::SetNextItemWidth(-1);
    if (ImGui::InputTextWithHint("##note", tr("note…"), &note_, ImGuiInputTextFlags_EnterReturnsTrue))
        act(frame.wishes, [&] {
            room_->change([&](RehearsalDesk& table) { table.annotate(note_); });
            frame.wishes.notice = tr("The note is kept with this position.");
        });
    mark("rehearse.note");
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
    const Theme& theme = look.theme;
    const Model& model = room_->client().model;
    const Knowledge& knowledge = room_->knowledge();
    const KnownMember& known = knowledge.members[std::size_t(member_)];
    const Stakeholder& person = model.centre.stakeholder(member_);
    begin_card(look, "member", area, person.name.empty() ? person.id : person.name, person.title);
    const std::vector<int> topics = known_topics(knowledge);
    const std::string seen = known.seen < 0
                                 ? std::string(tr("not met yet"))
                                 : trf("{} for you as seen in week {}", percent(known.seen), known.seen_week);
    const std::string touched =
        known.last_touch > 0 ? trf("last spoken to in week {}", known.last_touch) : std::string(tr("never spoken to"));
    ImGui::PushFont(look.fonts.small);
    ImGui::TextDisabled("%s · %s", seen.c_str(), touched.c_str());
    ImGui::PopFont();
    if (known.objections.empty())
        ImGui::TextDisabled("%s", tr("You know of no doubts here. That does not mean there are none."));
    for (const KnownObjection& objection : known.objections) {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const float width = ImGui::GetContentRegionAvail().x, y = at.y + look.px(9);
        ImGui::Dummy({width, look.px(17)});
        const Parameter& prior = room_->session().practice().plan().severity[std::size_t(objection.objection)];
        explain(look,
                objection.heard_week > 0
                    ? trf("How strong this doubt was when you heard of it in week {}.", objection.heard_week)
                    : std::string(tr("What the scenario expects of this doubt; you have not heard of it from him.")));
        const float left = at.x + width * 0.36f, right = at.x + width - look.px(48);
        draw_text(look.fonts.small, {at.x, at.y + look.px(2)}, theme.muted,
                  fitted(look.fonts.small, reason_name(model, objection.topic), width * 0.34f));
        ImDrawList* draw = ImGui::GetWindowDrawList();
        const ImU32 colour = topic_colour(theme, topic_number(topics, objection.topic));
        const float end = left + (right - left) * std::clamp(objection.heard, 0.0f, 1.0f);
        draw->AddRectFilled({left, y - look.px(3.5f)}, {right, y + look.px(3.5f)}, theme.track, look.px(3.5f));
        draw->AddRectFilledMultiColor({left, y - look.px(3.5f)}, {end, y + look.px(3.5f)},
                                      mixed(colour, theme.card, 0.3f), colour, colour, mixed(colour, theme.card, 0.3f));
        draw->AddLine({end, y - look.px(6)}, {end, y + look.px(6)}, theme.ink, look.px(1.6f));
        draw_text(look.fonts.small, {at.x + width, at.y + look.px(2)}, theme.ink,
                  (objection.heard_week == 0 && prior.draw >= 0 ? "~" : "") + percent(objection.heard), 1);
    }
    end_card();
}

} // namespace assent::viewer
