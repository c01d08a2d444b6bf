// People are moved and ties are drawn in Edit, by mouse and by keys.
#include "viewer/card.hpp"
#include "viewer/edit_screen.hpp"
#include "viewer/keys.hpp"
#include "viewer/marks.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>
#include <utility>

namespace assent::viewer {
namespace {

/// Whose disc ("member.") or handle ("tie.") the mouse is over.
std::optional<std::int32_t> under_mouse(const Client& client, const char* what) {
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    for (std::int32_t member = 0; member < client.plan.n_member; ++member) {
        const auto place = marks().find(what + client.model.centre.stakeholder(int(member)).id);
        if (place && mouse.x >= place->min.x && mouse.x <= place->max.x && mouse.y >= place->min.y &&
            mouse.y <= place->max.y)
            return member;
    }
    return std::nullopt;
}

/// Who is next to a member in a direction, by the discs as they are shown; nobody there: the member himself. What lies aside
/// counts twice, so that the nearest one straight ahead is taken first.
std::int32_t neighbour(const Client& client, std::int32_t member, ImVec2 way) {
    const auto middle = [&](std::int32_t of) {
        const auto place = marks().find("member." + client.model.centre.stakeholder(int(of)).id);
        return place ? std::optional(place->centre()) : std::nullopt;
    };
    const auto here = middle(member);
    std::int32_t nearest = member;
    float least = std::numeric_limits<float>::infinity();
    for (std::int32_t other = 0; here && other < client.plan.n_member; ++other) {
        const auto there = middle(other);
        if (other == member || !there) continue;
        const float x = there->x - here->x, y = there->y - here->y;
        const float ahead = x * way.x + y * way.y, aside = std::abs(x * way.y) + std::abs(y * way.x);
        if (ahead <= 1 || ahead + 2 * aside >= least) continue;
        least = ahead + 2 * aside;
        nearest = other;
    }
    return nearest;
}

} // namespace

void EditScreen::draw_centre(Frame& frame, const Area& area) {
    const Look& look = frame.look;
    begin_card(look, "edit.centre", area, tr("Buying centre"),
               tr("drag somebody to move; drag the arrow at the ring, or with Shift, to say who influences whom"));
    Area inside = card_area();
    draw_tools(frame);
    inside.take_top(look.px(40));
    const auto pressed = draw_centre_view(look, inside, *client_, seen_, int(chosen_), Told::file, &hand_);
    if (pressed && !hand_.tied) choose(*pressed);
    handle_mouse(frame, inside);
    handle_arrows(frame, inside);
    end_card();
}

void EditScreen::handle_mouse(Frame& frame, const Area& view) {
    const Look& look = frame.look;
    const ImGuiIO& io = ImGui::GetIO();
    if (ImGui::IsMouseClicked(0) && !ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopup)) {
        const auto handle = under_mouse(*client_, "tie."), disc = under_mouse(*client_, "member.");
        hand_ = {};
        grabbed_.reset();
        if (handle || io.KeyShift) {
            hand_.tied = handle ? handle : disc;
        } else if ((grabbed_ = disc)) {
            const ImVec2 middle = marks().find("member." + id_of(*disc))->centre();
            grip_ = {middle.x - io.MousePos.x, middle.y - io.MousePos.y};
        }
    }
    if (ImGui::IsKeyPressed(key::escape)) {
        hand_ = {};
        grabbed_.reset();
    }
    const bool dragging = ImGui::IsMouseDragging(0, look.px(6));
    if (hand_.tied && dragging)
        if (const auto from = marks().find("member." + id_of(*hand_.tied)))
            ImGui::GetWindowDrawList()->AddLine(from->centre(), io.MousePos, look.theme.accent, look.px(2.5f));
    if (grabbed_ && dragging) {
        hand_.moved = *grabbed_;
        hand_.at = {std::clamp(io.MousePos.x + grip_.x, view.x, view.x + view.width),
                    std::clamp(io.MousePos.y + grip_.y, view.y, view.y + view.height)};
    }
    if (!ImGui::IsMouseDown(0)) let_go(frame, view);
}

void EditScreen::let_go(Frame& frame, const Area& view) {
    const CentreHand hand = std::exchange(hand_, {});
    grabbed_.reset();
    if (hand.moved) {
        const DrawnPlace place = place_in_view(frame.look, view, hand.at);
        change(frame.wishes, [&](CentreEditor& editor) { editor.set_place(*hand.moved, place); });
    }
    const auto under = under_mouse(*client_, "member.");
    if (hand.tied && under && *under != *hand.tied)
        change(frame.wishes,
               [&](CentreEditor& editor) { editor.add_link(*hand.tied, *under, LinkKind::influence, 1); });
}

void EditScreen::handle_arrows(Frame& frame, const Area& view) {
    const ImGuiIO& io = ImGui::GetIO();
    if (!io.KeyCtrl) nudged_.reset();
    if (key::typing() || ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopup) || ImGui::IsAnyItemActive()) return;
    const int next = key::pressed(key::page_down) ? 1 : key::pressed(key::page_up) ? -1 : 0; // as the file has them
    choose((chosen_ + next + client_->plan.n_member) % client_->plan.n_member);
    const auto from = marks().find("member." + id_of(chosen_));
    if (!from) return; // one of so many that not all are drawn
    for (const auto& [number, x, y] : {std::tuple(key::left, -1.f, 0.f), std::tuple(key::right, 1.f, 0.f),
                                       std::tuple(key::up, 0.f, -1.f), std::tuple(key::down, 0.f, 1.f)}) {
        if (key::pressed(number, true)) {
            const bool goes_on = nudged_ == chosen_;
            const auto put = client_->model.centre.stakeholder(int(chosen_)).place;
            // From where he is seen; then from where he was put, since among many he may not be seen there.
            const ImVec2 start = goes_on && put ? point_in_view(frame.look, view, *put) : from->centre();
            const float step = frame.look.px(12);
            const DrawnPlace place = place_in_view(frame.look, view, {start.x + x * step, start.y + y * step});
            change(frame.wishes, [&](CentreEditor& editor) { editor.set_place(int(chosen_), place, goes_on); });
            nudged_ = chosen_;
            return; // what is drawn has changed
        }
        if (key::pressed(number)) {
            choose(neighbour(*client_, chosen_, {x, y}));
            return;
        }
    }
}

} // namespace assent::viewer
