// Layout, keys and commands of Rehearse.
#include "viewer/rehearse_screen.hpp"

#include "viewer/keys.hpp"
#include "viewer/marks.hpp"

#include "model/user_error.hpp"
#include <algorithm>
#include <fstream>
#include <iterator>
#include <utility>

#include <fmt/format.h>

namespace assent::viewer {

bool is_session_file(const std::filesystem::path& path) {
    if (path.extension() != ".toml") return false;
    std::ifstream file(path);
    for (std::string line; std::getline(file, line) && !line.starts_with('[');)
        if (line.starts_with("scenario_id")) return true;
    return false;
}

bool RehearseScreen::opens(const std::filesystem::path& path) {
    if (!is_session_file(path)) return false;
    room_ = std::make_unique<Room>(desk_, path, room_.get());
    held_.reset();
    greeted_ = false;
    trouble_.clear();
    return true;
}

void RehearseScreen::take_client(const Desk& desk) {
    desk_ = desk;
    room_.reset();
    greeted_ = false;
    held_.reset();
    trouble_.clear();
    member_ = 0;
    line_ = 0;
    if (!desk.client) return;
    try {
        room_ = std::make_unique<Room>(desk);
    } catch (const UserError& error) {
        trouble_ = error.what();
    }
}

void RehearseScreen::draw(Frame& frame) {
    const Look& look = frame.look;
    Area area = frame.area;
    if (!room_) {
        draw_no_client(look, "rehearse", area, trouble_);
        return;
    }
    outlook_ = room_->outlook();
    if (const bool greeted = std::exchange(greeted_, true); !greeted && !room_->greeting().empty())
        frame.wishes.notice = room_->greeting();
    handle_keys(frame.wishes);
    const float gap = look.px(14);
    Area right = area.take_right(std::max(look.px(320), area.width * 0.29f), gap);
    Area bottom = area.take_bottom(std::max(look.px(170), area.height * 0.285f), gap);
    draw_bar(frame, area.take_left(look.px(84), gap));
    draw_centre(frame, area);
    draw_win_by_week(frame, bottom.take_left((bottom.width - gap) * 0.57f, gap));
    draw_weeks(frame, bottom);
    draw_moves(frame, right.take_top(right.height * 0.47f, gap));
    const auto rows = float(3 + room_->knowledge().members[std::size_t(member_)].objections.size());
    draw_member(frame, right.take_bottom(std::clamp(look.px(54 + 24 * rows), look.px(100), right.height * 0.46f), gap));
    draw_tree(frame, right);
    if (const auto move = box_.draw(look, *room_))
        act(frame.wishes, [&] { room_->change([&](RehearsalDesk& table) { table.plan(*move); }); });
}

void RehearseScreen::act(Wishes& wishes, const std::function<void()>& action) {
    const NodeId before = room_->session().current();
    attempt(wishes, action);
    if (room_->session().current() == before) return;
    line_ = 0;
    note_ = room_->session().tree()[std::size_t(room_->session().current())].note;
}

void RehearseScreen::plan_chosen(Wishes& wishes) {
    if (!outlook_ || line_ >= outlook_->lines.size() || outlook_->lines[line_].wait) return;
    const Move move = outlook_->lines[line_].move;
    act(wishes, [&] { room_->change([&](RehearsalDesk& table) { table.plan(move); }); });
}

void RehearseScreen::handle_keys(Wishes& wishes) {
    if (key::typing() || ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId)) return;
    const std::size_t lines = outlook_ ? outlook_->lines.size() : 0;
    if (key::pressed(key::down) && line_ + 1 < lines) ++line_;
    if (key::pressed(key::up) && line_ > 0) --line_;
    if (key::pressed(key::enter)) plan_chosen(wishes);
    if (key::pressed(key::space)) act(wishes, [&] { room_->change([](RehearsalDesk& table) { table.play_week(); }); });
    if (key::pressed(key::left)) act(wishes, [&] { room_->change([](RehearsalDesk& table) { table.step_week(-1); }); });
    if (key::pressed('Z', true)) act(wishes, [&] { room_->change([](RehearsalDesk& table) { table.take_back(); }); });
    if (key::pressed(key::right)) act(wishes, [&] { room_->change([](RehearsalDesk& table) { table.step_week(1); }); });
    if (key::pressed('M')) box_.open(member_);
    if (key::pressed('H')) hold(wishes);
    if (key::pressed('C', true)) copy_table(wishes);
    if (key::pressed('S', true)) act(wishes, [&] { wishes.notice = trf("Saved as {}", room_->save().string()); });
    // A branch begins where the week began: what was planned stays beside it.
    if (key::pressed('B', true))
        act(wishes, [&] {
            const Session& session = room_->session();
            NodeId node = session.current();
            while (node != 0 && !session.tree()[std::size_t(node)].plays_week)
                node = session.tree()[std::size_t(node)].parent;
            if (node != session.current())
                room_->change([&](RehearsalDesk& table) { table.go_to(node); });
            else
                room_->change([](RehearsalDesk& table) { table.take_back(); });
            wishes.notice = tr("Plan another move: a new branch begins here.");
        });
}

void RehearseScreen::hold(Wishes& wishes) {
    const NodeId here = room_->session().current();
    if (held_ == here) {
        held_.reset();
        return;
    }
    if (!outlook_) {
        wishes.notice = tr("Nothing is known of this position yet; press H again in a moment.");
        return;
    }
    held_ = here;
    wishes.notice = tr("Held: go to another branch to compare it with this position (◆).");
}

void RehearseScreen::copy_table(Wishes& wishes) const {
    if (!outlook_) return;
    ImGui::SetClipboardText(moves_table(*room_, *outlook_).c_str());
    wishes.notice = tr("The table of moves is copied.");
}

std::vector<Command> RehearseScreen::commands() {
    if (!room_) return {};
    const auto with = [this](auto action) {
        return [this, action](Wishes& wishes) { act(wishes, [&] { action(wishes); }); };
    };
    return {{tr("Plan the chosen move"), "Enter", [this](Wishes& wishes) { plan_chosen(wishes); }},
            {tr("Play the week"), "Space",
             with([this](Wishes&) { room_->change([](RehearsalDesk& table) { table.play_week(); }); })},
            {tr("A move of your own"), "M", [this](Wishes&) { box_.open(member_); }},
            {held_ == room_->session().current() ? tr("Compare with this position no more")
                                                 : tr("Hold this position to compare others with it"),
             "H", [this](Wishes& wishes) { hold(wishes); }},
            {tr("Take back"), "Ctrl+Z",
             with([this](Wishes&) { room_->change([](RehearsalDesk& table) { table.take_back(); }); })},
            {tr("Forward"), "→",
             with([this](Wishes&) { room_->change([](RehearsalDesk& table) { table.step_week(1); }); })},
            {tr("Back to the beginning"), "",
             with([this](Wishes&) { room_->change([&](RehearsalDesk& table) { table.go_to(0); }); })},
            {tr("Copy the table of moves"), "Ctrl+C", [this](Wishes& wishes) { copy_table(wishes); }},
            {tr("Save the session"), "Ctrl+S",
             with([this](Wishes& wishes) { wishes.notice = trf("Saved as {}", room_->save().string()); })}};
}

} // namespace assent::viewer
