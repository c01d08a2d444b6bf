#include "viewer/centre_view.hpp"

#include "viewer/card.hpp"
#include "viewer/language.hpp"
#include "viewer/marks.hpp"

#include "report/narrator_people.hpp"

#include <imgui_internal.h>

#include <cmath>
#include <numbers>
#include <vector>

#include <fmt/format.h>

namespace assent::viewer {
namespace {

constexpr float pi = std::numbers::pi_v<float>;
/// Support above this counts as for us, below the other as against us.
constexpr double for_us = 0.55, against_us = 0.35;

/// A person with his place in the window.
struct Seat {
    const CentrePerson* person = nullptr;
    const KnownMember* known = nullptr;
    ImVec2 at;
    float core = 0; ///< radius of the disc
    std::string name, title;
    [[nodiscard]] float ring() const { return core * 1.28f; }
    [[nodiscard]] bool heard_of() const { return known->known; }
};

std::vector<Seat> seats_of(const Look& look, const Area& area, const CentreView& view) {
    const std::vector<CentrePerson>& people = view.client.picture.people;
    const float crowd = std::clamp(std::sqrt(6.0f / float(std::max<std::size_t>(people.size(), 1))), 0.4f, 1.0f);
    const float room = std::clamp(std::min(area.width / look.px(700), area.height / look.px(420)), 0.6f, 1.6f);
    std::vector<Seat> seats;
    std::vector<CentreBlock> blocks;
    std::vector<Point> places;
    for (const CentrePerson& person : people) {
        Seat seat{&person, &view.knowledge.members[std::size_t(person.member)], {}, 0, {}, {}};
        seat.core = look.px(33) * crowd * room * (0.82f + 0.36f * float(std::sqrt(person.authority)));
        const float width = look.px(150) * std::max(crowd, 0.6f);
        seat.name = fitted(look.fonts.strong, seat.heard_of() ? person.name : tr("Unknown voice"), width);
        seat.title =
            fitted(look.fonts.small, seat.heard_of() ? person.title : tr("names come up in discovery talks"), width);
        const float label =
            std::max(text_width(look.fonts.strong, seat.name), text_width(look.fonts.small, seat.title));
        blocks.push_back({double(seat.ring() + look.px(6)), double(label + look.px(16)), double(look.px(44))});
        places.push_back(person.place);
        seats.push_back(std::move(seat));
    }
    const std::vector<Point> placed = place_blocks(places, blocks, double(area.width), double(area.height));
    for (std::size_t i = 0; i < seats.size(); ++i)
        seats[i].at = {area.x + float(placed[i].x), area.y + float(placed[i].y)};
    return seats;
}

ImVec2 on_curve(const ImVec2 (&p)[4], float t) { return ImBezierCubicCalc(p[0], p[1], p[2], p[3], t); }

void draw_arrow(const Look& look, const Seat& from, const Seat& to, const CentreLink& link) {
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const ImVec2 way{to.at.x - from.at.x, to.at.y - from.at.y};
    const float length = std::max(1.0f, std::hypot(way.x, way.y));
    const ImVec2 along{way.x / length, way.y / length}, aside{-along.y, along.x};
    const float bend = std::min(length * 0.12f, look.px(34)),
                width = look.px(1.2f) + look.px(2.6f) * float(link.weight);
    const float head = look.px(6) + width * 1.6f;
    const auto point = [&](float share, float side, float shift) {
        return ImVec2(from.at.x + way.x * share + aside.x * side + along.x * shift,
                      from.at.y + way.y * share + aside.y * side + along.y * shift);
    };
    const ImVec2 curve[4] = {point(0, bend * 0.35f, from.ring() + look.px(4)), point(0.33f, bend, 0),
                             point(0.67f, bend, 0), point(1, bend * 0.35f, -(to.ring() + look.px(6) + head))};
    const bool known = from.heard_of() && to.heard_of();
    const ImU32 hue = known ? support_colour(look.theme, double(from.known->seen)) : look.theme.faint;
    const ImU32 colour = mixed(look.theme.card, hue, known ? 0.75f : 0.5f);
    constexpr int steps = 28;
    ImVec2 before = curve[0];
    for (int step = 1; step <= steps; ++step) {
        const ImVec2 now = on_curve(curve, float(step) / steps);
        if (known || step % 3 != 0) draw->AddLine(before, now, colour, width);
        before = now;
    }
    const ImVec2 tip{curve[3].x + along.x * head, curve[3].y + along.y * head};
    const ImVec2 back = on_curve(curve, 0.94f);
    const float turn = std::max(1.0f, std::hypot(tip.x - back.x, tip.y - back.y));
    const ImVec2 ahead{(tip.x - back.x) / turn, (tip.y - back.y) / turn};
    draw->AddTriangleFilled(tip, {curve[3].x - ahead.y * head * 0.55f, curve[3].y + ahead.x * head * 0.55f},
                            {curve[3].x + ahead.y * head * 0.55f, curve[3].y - ahead.x * head * 0.55f}, colour);
    if (link.kind == LinkKind::conflict) { // a bar across: they pull against each other
        const ImVec2 middle = on_curve(curve, 0.5f);
        draw->AddLine({middle.x - aside.x * look.px(7), middle.y - aside.y * look.px(7)},
                      {middle.x + aside.x * look.px(7), middle.y + aside.y * look.px(7)}, colour, look.px(2.5f));
    }
}

void draw_arc(ImVec2 centre, float radius, float from, float to, ImU32 colour, float width) {
    ImDrawList* draw = ImGui::GetWindowDrawList();
    draw->PathArcTo(centre, radius, from, to, std::max(6, int((to - from) * radius / 4)));
    draw->PathStroke(colour, 0, width);
}

/// A segment for each doubt that is known; how much of it is left is drawn full.
void draw_ring(const Look& look, const Client& client, const Seat& seat) {
    const std::vector<KnownObjection>& doubts = seat.known->objections;
    const float width = look.px(5), radius = seat.core * 1.16f;
    if (doubts.empty()) {
        ImGui::GetWindowDrawList()->AddCircle(seat.at, radius, look.theme.track, 64, width * 0.6f);
        return;
    }
    const float share = 2 * pi / float(doubts.size()), gap = doubts.size() > 1 ? 0.14f : 0.0f;
    for (std::size_t i = 0; i < doubts.size(); ++i) {
        const float begin = -pi / 2 + float(i) * share + gap / 2, span = share - gap;
        const ImU32 hue = topic_colour(look.theme, client.topic_number(doubts[i].topic));
        draw_arc(seat.at, radius, begin, begin + span, mixed(look.theme.card, hue, 0.22f), width);
        if (doubts[i].heard > 0.01f) draw_arc(seat.at, radius, begin, begin + span * doubts[i].heard, hue, width);
    }
}

void draw_unknown(const Look& look, const Seat& seat) {
    constexpr int dashes = 22;
    for (int dash = 0; dash < dashes; ++dash) {
        const float begin = 2 * pi * float(dash) / dashes;
        draw_arc(seat.at, seat.core, begin, begin + pi / dashes, look.theme.faint, look.px(1.6f));
    }
    ImFont* font = look.fonts.heading;
    draw_text(font, {seat.at.x, seat.at.y - font->FontSize / 2}, look.theme.muted, "?", 0.5f);
}

void draw_person(const Look& look, const Client& client, const Seat& seat, bool chosen, bool hovered) {
    const Theme& theme = look.theme;
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const ImU32 hue = support_colour(theme, double(seat.known->seen));
    draw->AddCircleFilled(seat.at, seat.ring() + look.px(2), theme.card, 64);
    draw->AddCircleFilled(seat.at, seat.core, mixed(theme.inset, hue, theme.dark ? 0.42f : 0.30f), 64);
    draw->AddCircleFilled({seat.at.x, seat.at.y - seat.core * 0.06f}, seat.core * 0.86f,
                          mixed(theme.inset, hue, theme.dark ? 0.58f : 0.42f), 64);
    draw_ring(look, client, seat);
    if (seat.person->veto) draw->AddCircle(seat.at, seat.core - look.px(2), theme.ink, 64, look.px(1.2f));
    if (chosen || hovered)
        draw->AddCircle(seat.at, seat.ring() + look.px(3), chosen ? theme.accent : theme.muted, 64, look.px(2));
    ImFont* font = seat.core > look.px(24) ? look.fonts.heading : look.fonts.strong;
    const std::string letters = initials(seat.person->name.empty() ? seat.person->title : seat.person->name);
    draw_text(font, {seat.at.x, seat.at.y - font->FontSize / 2}, theme.dark ? IM_COL32_WHITE : theme.ink, letters,
              0.5f);
}

void draw_label(const Look& look, const Seat& seat) {
    const float width = std::max(text_width(look.fonts.strong, seat.name), text_width(look.fonts.small, seat.title));
    const float top = seat.at.y + seat.ring() + look.px(5);
    const ImVec2 min{seat.at.x - width / 2 - look.px(8), top},
        max{seat.at.x + width / 2 + look.px(8), top + look.px(38)};
    ImGui::GetWindowDrawList()->AddRectFilled(min, max, faded(look.theme.inset, 0.88f), look.px(7));
    draw_text(look.fonts.strong, {seat.at.x, top + look.px(3)}, seat.heard_of() ? look.theme.ink : look.theme.muted,
              seat.name, 0.5f);
    draw_text(look.fonts.small, {seat.at.x, top + look.px(20)}, look.theme.muted, seat.title, 0.5f);
}

/// What the mouse is told about a person.
std::string told(const CentreView& view, const Seat& seat) {
    if (!seat.heard_of())
        return tr("Somebody has a say whom you have not heard of. Discovery talks with colleagues bring names up.");
    std::string text = fmt::format("{}\n{}", seat.person->name, seat.person->title);
    text += "\n" + trf("Support as last seen: {}", tr(support_word(double(seat.known->seen))));
    if (seat.known->seen >= 0)
        text += trf(" ({} %, week {})", int(std::lround(100 * seat.known->seen)), seat.known->seen_week);
    for (const KnownObjection& doubt : seat.known->objections) {
        text += "\n• " + trf("{}: {} % as last heard", topic_name(view.client.model, doubt.topic),
                             int(std::lround(100 * doubt.heard)));
    }
    if (seat.person->veto) text += std::string("\n") + tr("May refuse whatever the others choose.");
    if (seat.person->gatekeeper) text += std::string("\n") + tr("Decides whose call gets through.");
    return text;
}

} // namespace

const char* support_word(double seen) {
    if (seen < 0) return tr_later("not seen yet");
    if (seen >= 0.75) return tr_later("mentor");
    if (seen >= for_us) return tr_later("supporter");
    if (seen >= against_us) return tr_later("neutral");
    return seen >= 0.15 ? tr_later("non-supporter") : tr_later("enemy");
}

ImU32 support_colour(const Theme& theme, double seen) {
    if (seen < 0) return theme.accent;
    if (seen >= for_us) return theme.won;
    return seen >= against_us ? theme.warning : theme.lost;
}

std::string initials(std::string_view name) {
    std::string letters;
    bool at_start = true;
    int taken = 0;
    for (std::size_t i = 0; i < name.size() && taken < 2;) {
        const auto lead = static_cast<unsigned char>(name[i]);
        const std::size_t bytes = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        const bool letter = lead >= 0x80 || std::isalpha(lead) != 0;
        if (letter && at_start) {
            letters += name.substr(i, bytes);
            ++taken;
        }
        at_start = lead == ' ' || lead == '.' || lead == '-';
        i += bytes;
    }
    return letters;
}

std::optional<std::int32_t> draw_centre_view(const Look& look, const Area& area, const CentreView& view) {
    const std::vector<Seat> seats = seats_of(look, area, view);
    ImGui::PushClipRect(area.min(), area.max(), true);
    for (const Seat& seat : seats)
        if (seat.heard_of() && seat.known->seen >= 0)
            draw_glow(look, seat.at, seat.core * 2.1f,
                      faded(support_colour(look.theme, double(seat.known->seen)), look.theme.dark ? 0.42f : 0.30f));
    for (const CentreLink& link : view.client.picture.links)
        draw_arrow(look, seats[std::size_t(link.from)], seats[std::size_t(link.to)], link);
    std::optional<std::int32_t> pressed;
    for (const Seat& seat : seats) {
        const std::int32_t member = seat.person->member;
        ImGui::SetCursorScreenPos({seat.at.x - seat.ring(), seat.at.y - seat.ring()});
        ImGui::PushID(member);
        if (ImGui::InvisibleButton("person", {2 * seat.ring(), 2 * seat.ring()}) && seat.heard_of()) pressed = member;
        ImGui::PopID();
        mark("centre." + view.client.model.centre.stakeholder(int(member)).id);
        const bool hovered = ImGui::IsItemHovered();
        explain(look, hovered ? told(view, seat) : std::string());
        if (seat.heard_of())
            draw_person(look, view.client, seat, member == view.chosen, hovered);
        else
            draw_unknown(look, seat);
        draw_label(look, seat);
    }
    ImGui::PopClipRect();
    return pressed;
}

} // namespace assent::viewer
