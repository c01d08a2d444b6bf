#include "viewer/centre_view.hpp"

#include "viewer/card.hpp"
#include "viewer/language.hpp"
#include "viewer/marks.hpp"

#include "report/number_words.hpp"
#include "report/reason_words.hpp"
#include "report/svg_text.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <numbers>
#include <utility>

namespace assent::viewer {
namespace {

constexpr float pi = std::numbers::pi_v<float>;

/// A person with place and sizes in the window.
struct Disc {
    const CentrePerson* person;
    const KnownMember* known;
    std::string letters;
    std::string name, title; ///< who has no name is called by his title, and his id stands below
    ImVec2 at;
    float radius; ///< of the disc; the ring lies outside
};

/// Who decides, who pays, who judges the matter, who uses it: roles as hues; the title below says it in words.
ImU32 role_colour(const Theme& theme, const std::vector<Role>& roles) {
    if (roles.empty()) return theme.none;
    switch (roles.front()) {
    case Role::decision_maker:
    case Role::executive_sponsor:
        return theme.topics[1];
    case Role::economic_buyer:
    case Role::legal_procurement:
        return theme.topics[4];
    case Role::technical_buyer:
    case Role::evaluator:
        return theme.topics[5];
    case Role::user:
    case Role::champion:
    case Role::initiator:
        return theme.topics[3];
    default:
        return theme.none;
    }
}

void draw_arc(ImVec2 centre, float radius, float from, float to, ImU32 colour, float width) {
    ImDrawList* draw = ImGui::GetWindowDrawList();
    draw->PathArcTo(centre, radius, from, to, std::max(3, static_cast<int>((to - from) * 9)));
    draw->PathStroke(colour, 0, width);
}

/// A disc lit from above.
void draw_ball(ImVec2 centre, float radius, ImU32 colour, const Theme& theme) {
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const int first = draw->VtxBuffer.Size;
    draw->AddCircleFilled(centre, radius, colour, 48);
    ImGui::ShadeVertsLinearColorGradientKeepAlpha(
        draw, first, draw->VtxBuffer.Size, {centre.x, centre.y - radius}, {centre.x, centre.y + radius},
        mixed(colour, IM_COL32_WHITE, theme.dark ? 0.18f : 0.3f), mixed(colour, IM_COL32_BLACK, 0.3f));
}

void draw_stranger(const Look& look, const Disc& disc) {
    const Theme& theme = look.theme;
    ImGui::GetWindowDrawList()->AddCircleFilled(disc.at, disc.radius + look.px(6), theme.inset, 48);
    constexpr int dashes = 20;
    for (int dash = 0; dash < dashes; ++dash)
        draw_arc(disc.at, disc.radius, 2 * pi * float(dash) / dashes, 2 * pi * (float(dash) + 0.55f) / dashes,
                 theme.faint, look.px(1.6f));
    draw_text(look.fonts.figure, {disc.at.x, disc.at.y - look.fonts.figure->FontSize / 2}, theme.faint, "?", 0.5f);
}

void draw_person(const Look& look, const Disc& disc, const std::vector<int>& topics, ImU32 hue, bool chosen,
                 bool hovered) {
    const Theme& theme = look.theme;
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const float ring = disc.radius + look.px(5.5f), width = look.px(4);
    draw->AddCircleFilled(disc.at, ring + look.px(4), theme.card, 48);
    draw->AddCircle(disc.at, ring, faded(theme.ink, 0.09f), 48, width);
    const auto& objections = disc.known->objections;
    const float share = 2 * pi / float(std::max<std::size_t>(1, objections.size()));
    for (std::size_t i = 0; i < objections.size(); ++i) {
        const ImU32 colour = topic_colour(theme, topic_number(topics, objections[i].topic));
        const float from = -pi / 2 + share * float(i) + 0.12f, room = share - 0.24f;
        draw_arc(disc.at, ring, from, from + room, faded(colour, 0.22f), width);
        draw_arc(disc.at, ring, from, from + room * std::clamp(objections[i].heard, 0.04f, 1.0f), colour, width);
    }
    if (chosen || hovered)
        draw->AddCircle(disc.at, ring + look.px(4.5f), chosen ? theme.accent : theme.faint, 48, look.px(1.6f));
    const bool met = disc.known->contacts > 0;
    draw_ball(disc.at, disc.radius, mixed(hue, theme.card, met ? 0.15f : 0.5f), theme);
    const ImVec2 at{disc.at.x, disc.at.y - look.fonts.heading->FontSize / 2};
    draw_text(look.fonts.heading, at, IM_COL32_WHITE, disc.letters, 0.5f);
}

void draw_label(const Look& look, const Disc& disc, float room) {
    const Theme& theme = look.theme;
    const bool known = disc.known->known;
    const std::string name = fitted(look.fonts.strong, known ? disc.name : tr("Somebody else"), room);
    const std::string title = fitted(look.fonts.small, known ? disc.title : tr("you have not heard of yet"), room);
    const float width =
        std::max(text_width(look.fonts.strong, name), text_width(look.fonts.small, title)) + look.px(16);
    const float y = disc.at.y + disc.radius + look.px(13);
    ImGui::GetWindowDrawList()->AddRectFilled({disc.at.x - width / 2, y}, {disc.at.x + width / 2, y + look.px(35)},
                                              faded(theme.inset, 0.92f), look.px(6));
    draw_text(look.fonts.strong, {disc.at.x, y + look.px(2)}, known ? theme.ink : theme.muted, name, 0.5f);
    draw_text(look.fonts.small, {disc.at.x, y + look.px(18)}, theme.muted, title, 0.5f);
}

/// A bent arrow from one disc to another.
void draw_influence(const Look& look, const Disc& from, const Disc& to, double weight, ImU32 colour) {
    const ImVec2 way{to.at.x - from.at.x, to.at.y - from.at.y};
    const float length = std::hypot(way.x, way.y);
    const float margin = from.radius + look.px(14);
    if (length < 2 * margin + look.px(10)) return;
    const ImVec2 unit{way.x / length, way.y / length}, side{-unit.y, unit.x};
    const float bend = length * 0.09f;
    const ImVec2 middle{(from.at.x + to.at.x) / 2 + side.x * bend, (from.at.y + to.at.y) / 2 + side.y * bend};
    const auto off = [&](ImVec2 centre, float distance) {
        const float x = middle.x - centre.x, y = middle.y - centre.y, far = std::hypot(x, y);
        return ImVec2(centre.x + x / far * distance, centre.y + y / far * distance);
    };
    const float width = look.px(1.2f + 2.6f * float(weight)), head = look.px(6) + width * 1.3f;
    const ImVec2 start = off(from.at, margin), end = off(to.at, margin), neck = off(to.at, margin + head * 0.8f);
    ImDrawList* draw = ImGui::GetWindowDrawList();
    draw->AddBezierQuadratic(start, middle, neck, colour, width, 24);
    const float x = end.x - neck.x, y = end.y - neck.y, far = std::max(0.1f, std::hypot(x, y));
    const ImVec2 across{-y / far * head * 0.5f, x / far * head * 0.5f};
    draw->AddTriangleFilled(end, {neck.x + across.x, neck.y + across.y}, {neck.x - across.x, neck.y - across.y},
                            colour);
}

/// Where a tie is drawn from: at the ring of a disc, to the upper right.
ImVec2 handle_of(const Look& look, const Disc& disc) {
    const float away = (disc.radius + look.px(16)) * 0.7071f;
    return {disc.at.x + away, disc.at.y - away};
}

/// A round handle with an arrow that leads away from the disc.
void draw_handle(const Look& look, const Disc& disc, bool hovered) {
    const ImVec2 at = handle_of(look, disc);
    const float arm = look.px(3.2f), thick = look.px(1.6f);
    ImDrawList* draw = ImGui::GetWindowDrawList();
    draw->AddCircleFilled(at, look.px(hovered ? 9.5f : 8), look.theme.card, 24);
    draw->AddCircleFilled(at, look.px(hovered ? 8.5f : 7), look.theme.accent, 24);
    draw->AddLine({at.x - arm, at.y + arm}, {at.x + arm, at.y - arm}, look.theme.on_accent, thick);
    draw->AddLine({at.x - arm * 0.5f, at.y - arm}, {at.x + arm, at.y - arm}, look.theme.on_accent, thick);
    draw->AddLine({at.x + arm, at.y + arm * 0.5f}, {at.x + arm, at.y - arm}, look.theme.on_accent, thick);
}

/// Takes the mouse for the handle of a disc, where it is shown: at who is chosen, tied or under the mouse. True: it is hot.
bool take_handle(const Look& look, const Disc& disc, const std::string& id, bool chosen, const CentreHand& hand) {
    const ImVec2 mouse = ImGui::GetIO().MousePos, at = handle_of(look, disc);
    const bool near = std::hypot(mouse.x - disc.at.x, mouse.y - disc.at.y) < disc.radius + look.px(26);
    if (!chosen && !near && hand.tied != disc.person->member) return false;
    const float reach = look.px(9);
    ImGui::SetCursorScreenPos({at.x - reach, at.y - reach});
    ImGui::InvisibleButton("##tie", {2 * reach, 2 * reach});
    mark("tie." + id);
    explain(look, tr("Drag this to somebody to say who is influenced."));
    return ImGui::IsItemHovered() || ImGui::IsItemActive();
}

/// The part of the view in which people stand; below it is the legend.
Area people_area(const Look& look, Area area, Area* legend = nullptr) {
    const Area below = area.take_bottom(look.px(18), look.px(4));
    if (legend != nullptr) *legend = below;
    return area;
}

/// "CFO" where the id is that short, else the first letters of the title's first and last word.
std::string letters_of_nameless(const Stakeholder& who) {
    std::string letters = who.id;
    if (letters.size() <= 3) {
        std::ranges::transform(letters, letters.begin(),
                               [](unsigned char letter) { return static_cast<char>(std::toupper(letter)); });
        return letters;
    }
    const std::size_t last = who.title.find_last_of(' ');
    return last == std::string::npos ? initials(who.title)
                                     : initials(who.title.substr(0, who.title.find(' ')) + who.title.substr(last));
}

std::vector<Disc> placed(const Look& look, const Area& area, const Client& client, const Knowledge& knowledge,
                         const CentreHand* hand) {
    const auto& people = client.picture.people;
    const float radius = look.px(people.size() > 16 ? 15.0f : people.size() > 8 ? 22.0f : 30.0f);
    std::vector<Point> places;
    std::vector<CentreBlock> blocks;
    for (const CentrePerson& person : people) {
        places.push_back(person.place);
        blocks.push_back({radius + look.px(11), look.px(130), look.px(38), person.put});
        if (hand != nullptr && hand->moved == person.member)
            blocks.back().put = Point{double(hand->at.x - area.x) / double(std::max(1.0f, area.width)),
                                      double(hand->at.y - area.y) / double(std::max(1.0f, area.height))};
    }
    const auto at = place_blocks(places, blocks, area.width, area.height);
    std::vector<Disc> discs;
    for (std::size_t i = 0; i < people.size(); ++i) {
        const Stakeholder& who = client.model.centre.stakeholder(people[i].member);
        const bool nameless = who.name.empty() && !who.title.empty();
        discs.push_back({&people[i],
                         &knowledge.members[std::size_t(people[i].member)],
                         nameless ? letters_of_nameless(who) : initials(people[i].name),
                         nameless ? who.title : people[i].name,
                         nameless ? who.id : people[i].title,
                         {area.x + float(at[i].x), area.y + float(at[i].y)},
                         radius});
    }
    for (Disc& disc : discs)
        if (hand != nullptr && hand->moved == disc.person->member) disc.at = hand->at;
    return discs;
}

/// The topics by their colours; before them, how many people are not drawn.
void draw_legend(const Look& look, const Area& area, const Client& client, const std::vector<int>& topics) {
    float x = area.x;
    if (const int left_out = client.picture.left_out; left_out > 0) {
        const std::string more = trf("and {} more people", left_out);
        draw_text(look.fonts.small, {x, area.y + look.px(1)}, look.theme.muted, more);
        x += text_width(look.fonts.small, more);
        ImGui::SetCursorScreenPos({area.x, area.y});
        ImGui::Dummy({x - area.x, area.height});
        mark("centre.left_out");
        explain(look, trf("{} people have no room in the picture. In Edit, Page Down goes to them too.", left_out));
        x += look.px(18);
    }
    for (std::size_t i = 0; i < topics.size(); ++i) {
        const std::string name = reason_name(client.model, topics[i]);
        const float width = text_width(look.fonts.small, name) + look.px(26);
        if (x + width > area.x + area.width) break;
        ImGui::GetWindowDrawList()->AddCircleFilled({x + look.px(5), area.y + look.px(8)}, look.px(4),
                                                    topic_colour(look.theme, int(i) + 1), 16);
        draw_text(look.fonts.small, {x + look.px(14), area.y + look.px(1)}, look.theme.muted, name);
        x += width;
    }
}

void explain_member(const Look& look, const Model& model, const Disc& disc, Told told) {
    if (!disc.known->known) {
        explain(look, tr("Somebody with a say of whom you know nothing. Ask around: who finds out what matters may "
                         "hear of him."));
        return;
    }
    std::string text = holder_name(model, disc.person->member);
    if (told != Told::file)
        text += "\n" + (disc.known->seen < 0
                            ? std::string(tr("never seen"))
                            : trf("{} ({} for you), seen in week {}", support_word(double(disc.known->seen)),
                                  percent(disc.known->seen), disc.known->seen_week));
    for (const KnownObjection& objection : disc.known->objections)
        text += fmt::format("\n• {} {}", reason_name(model, objection.topic), percent(objection.heard));
    const char* source = told == Told::truth ? tr("As it was at the end of the week, hidden things too.")
                         : told == Told::file
                             ? tr("Drag to move, or Ctrl and an arrow key. Drag the arrow at the ring to somebody, or "
                                  "hold Shift, to say who is influenced.")
                             : tr("What you know: as last heard and seen, not what is true now.");
    explain(look, text, source);
}

} // namespace

ImU32 support_colour(const Theme& theme, double seen) {
    if (seen < 0) return theme.none;
    const float share = static_cast<float>(seen);
    return share < 0.5f ? mixed(theme.lost, theme.none, share * 2) : mixed(theme.none, theme.won, share * 2 - 1);
}

const char* support_word(double seen) {
    if (seen < 0) return tr("never seen");
    if (seen < 0.2) return tr("against you");
    if (seen < 0.4) return tr("doubtful");
    if (seen < 0.6) return tr("undecided");
    return seen < 0.8 ? tr("inclined to you") : tr("for you");
}

std::vector<int> known_topics(const Knowledge& knowledge) {
    std::vector<int> topics;
    for (const KnownMember& member : knowledge.members)
        for (const KnownObjection& objection : member.objections) topics.push_back(objection.topic);
    std::ranges::sort(topics);
    topics.erase(std::ranges::unique(topics).begin(), topics.end());
    return topics;
}

int topic_number(const std::vector<int>& topics, int topic) {
    return 1 + static_cast<int>(std::ranges::find(topics, topic) - topics.begin());
}

DrawnPlace place_in_view(const Look& look, const Area& area, ImVec2 at) {
    const Area people = people_area(look, area);
    return {std::clamp(double(at.x - people.x) / double(std::max(1.0f, people.width)), 0.0, 1.0),
            std::clamp(double(at.y - people.y) / double(std::max(1.0f, people.height)), 0.0, 1.0)};
}

ImVec2 point_in_view(const Look& look, const Area& area, const DrawnPlace& place) {
    const Area people = people_area(look, area);
    return {people.x + float(place.x) * people.width, people.y + float(place.y) * people.height};
}

std::optional<int> draw_centre_view(const Look& look, const Area& whole, const Client& client,
                                    const Knowledge& knowledge, int chosen, Told told, const CentreHand* hand) {
    Area legend;
    const Area area = people_area(look, whole, &legend);
    const std::vector<int> topics = known_topics(knowledge);
    const std::vector<Disc> discs = placed(look, area, client, knowledge, hand);
    for (const Disc& disc : discs)
        if (disc.known->known && disc.known->seen >= 0)
            draw_glow(look, disc.at, disc.radius * 2.5f,
                      faded(support_colour(look.theme, double(disc.known->seen)), look.theme.dark ? 0.5f : 0.42f));
    for (const CentreLink& link : client.picture.links) {
        const Disc &from = discs[std::size_t(link.from)], &to = discs[std::size_t(link.to)];
        if (from.known->known && to.known->known)
            draw_influence(look, from, to, link.weight,
                           mixed(support_colour(look.theme, double(from.known->seen)), look.theme.card, 0.35f));
    }
    std::optional<int> pressed;
    std::vector<std::pair<const Disc*, bool>> handles; // and whether the mouse is on them
    for (const Disc& disc : discs) {
        const int member = disc.person->member;
        const std::string& id = client.model.centre.stakeholder(member).id;
        ImGui::PushID(member);
        const bool handle_hot = hand != nullptr && take_handle(look, disc, id, member == chosen, *hand);
        ImGui::SetCursorScreenPos({disc.at.x - disc.radius, disc.at.y - disc.radius});
        if (ImGui::InvisibleButton("##member", {2 * disc.radius, 2 * disc.radius}) && disc.known->known)
            pressed = member;
        ImGui::PopID();
        mark("member." + id);
        const bool hovered = ImGui::IsItemHovered();
        if (hand == nullptr || (!hand->moved && !hand->tied)) explain_member(look, client.model, disc, told);
        if (disc.known->known)
            draw_person(look, disc, topics, role_colour(look.theme, client.model.centre.stakeholder(member).roles),
                        member == chosen, hovered);
        else
            draw_stranger(look, disc);
        draw_label(look, disc, look.px(150));
        if (hand != nullptr && marks().find("tie." + id)) handles.emplace_back(&disc, handle_hot);
    }
    for (const auto& [disc, hot] : handles) draw_handle(look, *disc, hot); // over all labels
    draw_legend(look, legend, client, topics);
    return pressed;
}

} // namespace assent::viewer
