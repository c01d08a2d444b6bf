// What is changed in Edit and not saved yet: kept, offered again, asked about, written.
#include "viewer/composer.hpp"
#include "viewer/edit_screen.hpp"
#include "viewer/kept_sessions.hpp"
#include "viewer/keys.hpp"

#include "model/user_error.hpp"
#include "store/atomic_file.hpp"

#include <utility>

namespace assent::viewer {

std::optional<Question> EditScreen::asks() {
    if (!editor_ || !draft_.left() || editor_->changed()) return std::nullopt;
    const Draft::Left left = *draft_.left();
    std::string text = trf("You had unsaved changes of {} when the window ended.", editor_->path().string());
    if (!Draft::made_from(left, editor_->saved()))
        text +=
            "\n" + std::string(tr("The file has changed since; to restore them takes back what was changed there."));
    const auto restore = [this, left](Wishes& wishes) {
        if (!Draft::made_from(left, editor_->saved())) restored_to_ = left.base; // to save asks once more
        change(wishes, [&](CentreEditor& editor) { editor.replace(left.text); });
        if (wishes.problem) draft_.set_aside();
        wishes.show = "edit";
    };
    return Question{tr("Restore your changes?"),
                    text,
                    {{"restore", tr("Restore"), key::enter, "Enter", restore},
                     {"drop", tr("Drop them"), 'D', "D", [this](Wishes&) { draft_.drop(); }},
                     {"later", tr("Later"), key::escape, "Esc", [this](Wishes&) { draft_.set_aside(); }}}};
}

std::optional<std::filesystem::path> EditScreen::unsaved() const {
    return editor_ && (editor_->changed() || half_typed()) ? std::optional(editor_->path()) : std::nullopt;
}

std::optional<std::string> EditScreen::half_typed() const {
    const Stakeholder& who = client_->model.centre.stakeholder(int(chosen_));
    for (const auto& [key, text] : typed_)
        if (text != (key == "name" ? who.name : who.title)) return key;
    return std::nullopt;
}

void EditScreen::take_typed(Wishes& wishes) {
    while (!wishes.problem && half_typed()) {
        const std::string key = *half_typed(), text = typed_[key];
        change(wishes, [&](CentreEditor& editor) { editor.set_text(int(chosen_), key, text); });
    }
}

void EditScreen::settle_unsaved(bool saved, Wishes& wishes, std::function<void()> then) {
    if (wishes.problem) return;
    if (saved) return save(wishes, std::move(then));
    restored_to_.clear();
    change(wishes, [](CentreEditor& editor) { editor.replace(editor.saved()); });
    draft_.drop();
    then();
}

void EditScreen::keep_draft(Wishes& wishes) try {
    if (editor_->changed())
        draft_.keep(editor_->text(), restored_to_.empty() ? Draft::identity(editor_->saved()) : restored_to_);
    else
        draft_.drop();
    draft_fails_ = false;
} catch (const UserError& error) {
    if (!std::exchange(draft_fails_, true)) wishes.problem = error.what();
}

void EditScreen::save(Wishes& wishes, std::function<void()> then) {
    take_typed(wishes);
    if (wishes.problem) return;
    if (!editor_->overtaken() && restored_to_.empty()) return save_over(wishes, std::move(then));
    const auto reread = [this, then](Wishes& to_do) {
        restored_to_.clear();
        change(to_do, [](CentreEditor& editor) { editor.reread(); });
        if (then && !unsaved()) then();
    };
    wishes.question =
        Question{tr("The file has changed"),
                 trf("Another program has written {} since it was read here. To write over it takes back what was "
                     "changed there.",
                     editor_->path().string()),
                 {{"overwrite", tr("Write over it"), 'W', "W", [this, then](Wishes& to_do) { save_over(to_do, then); }},
                  {"reread", tr("Read it, drop mine"), 'R', "R", reread},
                  {"cancel", tr("Cancel"), key::escape, "Esc", {}}}};
}

void EditScreen::save_over(Wishes& wishes, std::function<void()> then) {
    std::vector<std::filesystem::path> ended;
    if (scenario_identity(editor_->model()) != scenario_identity(desk_.client->model)) ended = kept_sessions(desk_);
    if (ended.empty()) return write(wishes, then, ended);
    std::string names;
    for (const std::filesystem::path& path : ended) names += (names.empty() ? "" : "\n") + path.string();
    wishes.question = Question{
        tr("A new deal begins"),
        trf("What you changed changes the deal. The one you play in Rehearse was of the scenario as it was; it is kept "
            "with that scenario and can be opened again:\n{}",
            names),
        {{"begin", tr("Save"), key::enter, "Enter", [this, then, ended](Wishes& to_do) { write(to_do, then, ended); }},
         {"cancel", tr("Cancel"), key::escape, "Esc", {}}}};
}

void EditScreen::write(Wishes& wishes, const std::function<void()>& then,
                       const std::vector<std::filesystem::path>& ended) {
    attempt(wishes, [&] {
        const auto sessions = with_their_scenario(ended); // while it can still be read
        editor_->save(editor_->path(),
                      [](const std::filesystem::path& to, const std::string& text) { write_file(to, text); });
        restored_to_.clear();
        draft_.drop();
        for (const auto& [path, text] : sessions) write_file(path, text);
        wishes.notice = trf("Saved as {}", editor_->path().string());
        if (then)
            then();
        else
            wishes.open = editor_->path();
    });
}

} // namespace assent::viewer
