// Edit as a whole: its client, its tools and its keys.
#include "viewer/edit_screen.hpp"

#include "viewer/card.hpp"
#include "viewer/composer.hpp"
#include "viewer/keys.hpp"
#include "viewer/marks.hpp"

#include "model/user_error.hpp"

#include <algorithm>

namespace assent::viewer {
namespace {

/// All of the centre, hidden or not.
Knowledge everything(const Client& client) {
    Knowledge all;
    for (std::int32_t member = 0; member < client.plan.n_member; ++member) {
        KnownMember known;
        known.member = member;
        known.known = true;
        const auto begin = std::size_t(client.plan.objection_begin[std::size_t(member)]);
        const auto end = std::size_t(client.plan.objection_begin[std::size_t(member) + 1]);
        for (std::size_t o = begin; o < end; ++o)
            known.objections.push_back(
                {std::int32_t(o), client.plan.root_topic[o], true, client.plan.severity[o].value, 0});
        all.members.push_back(std::move(known));
    }
    return all;
}

bool anybody_placed(const Model& model) {
    for (int member = 0; member < model.centre.size(); ++member)
        if (model.centre.stakeholder(member).place) return true;
    return false;
}

} // namespace

void EditScreen::take_client(const Desk& desk) {
    desk_ = desk;
    if (!desk.client) return;
    const std::filesystem::path& path = desk.client->path;
    const bool again = editor_ && same_file(path, editor_->path());
    if (again && editor_->changed()) return;
    trouble_.clear();
    try {
        if (again && !editor_->overtaken()) {
            editor_->replace(editor_->text()); // what it includes may have changed; its steps can still be undone
        } else {
            editor_.emplace(path);
            draft_ = desk.journals.empty() ? Draft() : Draft(desk.journals.parent_path() / "drafts", path);
            chosen_ = 0;
            restored_to_.clear();
        }
        edited();
    } catch (const UserError& error) {
        editor_.reset();
        draft_ = {};
        trouble_ = error.what();
    }
}

const std::string& EditScreen::id_of(std::int32_t member) const {
    return client_->model.centre.stakeholder(int(member)).id;
}

void EditScreen::choose(std::int32_t member) {
    if (member == chosen_) return;
    chosen_ = member;
    held_.clear(); // those were of somebody else
    typed_.clear();
}

void EditScreen::edited() {
    client_ = make_client(editor_->path(), editor_->model());
    seen_ = everything(*client_);
    chosen_ = std::clamp(chosen_, 0, client_->plan.n_member - 1);
    held_.clear();
    typed_.clear();
    hand_ = {}; // what the mouse holds may not be there any more
    grabbed_.reset();
}

void EditScreen::change(Wishes& wishes, const std::function<void(CentreEditor&)>& deed) {
    attempt(wishes, [&] {
        deed(*editor_);
        edited();
        keep_draft(wishes);
    });
    nudged_.reset();
    held_.clear();
    typed_.clear();
}

void EditScreen::draw(Frame& frame) {
    const Look& look = frame.look;
    if (!editor_) {
        draw_no_client(look, "edit", frame.area, trouble_);
        return;
    }
    handle_keys(frame);
    Area area = frame.area;
    const Area side = area.take_right(std::clamp(area.width * 0.36f, look.px(330), look.px(520)), look.px(14));
    draw_centre(frame, area);
    draw_person(frame, side);
}

void EditScreen::lay_out_anew(Wishes& wishes) {
    change(wishes, [](CentreEditor& editor) { editor.lay_out_anew(); });
}

void EditScreen::draw_tools(Frame& frame) {
    const Look& look = frame.look;
    const auto tool = [&](const char* name, const char* mark_name, bool usable) {
        ImGui::BeginDisabled(!usable);
        const bool pressed = ImGui::Button(tr(name));
        ImGui::EndDisabled();
        mark(mark_name);
        ImGui::SameLine(0, look.px(6));
        return pressed && usable;
    };
    if (tool(tr_later("Undo"), "edit.undo", editor_->can_undo()))
        change(frame.wishes, [](CentreEditor& editor) { editor.undo(); });
    if (tool(tr_later("Redo"), "edit.redo", editor_->can_redo()))
        change(frame.wishes, [](CentreEditor& editor) { editor.redo(); });
    if (tool(tr_later("Add a person"), "edit.add", true)) {
        change(frame.wishes,
               [](CentreEditor& editor) { editor.add_member(tr("New person"), tr("Colleague"), Role::influencer); });
        choose(client_->plan.n_member - 1);
    }
    if (tool(tr_later("Remove"), "edit.remove", client_->plan.n_member > 1))
        change(frame.wishes, [&](CentreEditor& editor) { editor.remove_member(int(chosen_)); });
    if (tool(tr_later("Save"), "edit.save", unsaved().has_value())) save(frame.wishes);
    if (anybody_placed(client_->model) && tool(tr_later("Lay out anew"), "edit.layout", true))
        lay_out_anew(frame.wishes);
    if (unsaved()) ImGui::TextDisabled("%s", tr("not saved yet"));
}

void EditScreen::handle_keys(Frame& frame) {
    if (ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopup)) return;
    if (key::pressed('S', true) && unsaved()) save(frame.wishes);
    if (key::typing()) return;
    if (key::pressed('Z', true) && editor_->can_undo())
        change(frame.wishes, [](CentreEditor& editor) { editor.undo(); });
    if ((key::pressed('Y', true) || key::pressed('Z', true, true)) && editor_->can_redo())
        change(frame.wishes, [](CentreEditor& editor) { editor.redo(); });
}

std::vector<Command> EditScreen::commands() {
    if (!editor_) return {};
    return {
        {tr("Undo"), "Ctrl+Z", [this](Wishes& wishes) { change(wishes, [](CentreEditor& editor) { editor.undo(); }); }},
        {tr("Redo"), "Ctrl+Y", [this](Wishes& wishes) { change(wishes, [](CentreEditor& editor) { editor.redo(); }); }},
        {tr("Lay out anew"), "", [this](Wishes& wishes) { lay_out_anew(wishes); }},
        {tr("Save the scenario"), "Ctrl+S", [this](Wishes& wishes) { save(wishes); }}};
}

} // namespace assent::viewer
