#pragma once
// The buying centre of a scenario file being edited, with undo. Every change is made in the text and the text is read
// again, so what stands here is a valid scenario at any time.
#include "scenario/reader.hpp"
#include "scenario/text_edit.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace assent {

/// Steps that undo() can go back; the oldest are forgotten.
inline constexpr std::size_t undo_limit = 500;

class CentreEditor {
  public:
    /// Reads a scenario. Throws UserError as load_scenario does.
    explicit CentreEditor(std::filesystem::path path);
    CentreEditor(std::string text, std::filesystem::path path);

    [[nodiscard]] const std::string& text() const { return text_; }
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    [[nodiscard]] const Model& model() const { return model_; }
    [[nodiscard]] bool can_undo() const { return !before_.empty(); }
    [[nodiscard]] bool can_redo() const { return !after_.empty(); }
    /// Does the text differ from what was read or saved last.
    [[nodiscard]] bool changed() const { return text_ != saved_; }
    /// The text that was read or saved last.
    [[nodiscard]] const std::string& saved() const { return saved_; }
    /// Does the file hold something else by now: another program wrote it. One that is gone does not.
    [[nodiscard]] bool overtaken() const;

    // Places are those of the model. Each change throws UserError, and nothing is changed, when what it would give is no
    // valid scenario or what it touches stands in an included file.
    void set(int member, const std::string& key, const std::string& literal);
    void set_number(int member, const std::string& key, double value) { set(member, key, number_literal(value)); }
    void set_text(int member, const std::string& key, const std::string& text);
    void add_objection(int member, const std::string& topic, double severity, double weight);
    void set_objection(int member, int objection, const std::string& key, const std::string& literal);
    void remove_objection(int member, int objection);
    /// A member nobody has heard of before, with an id made of the title.
    void add_member(const std::string& name, const std::string& title, Role role);
    /// With all his links. A rule or rival's move that names him speaks against it.
    void remove_member(int member);
    void add_link(int from, int to, LinkKind kind, double strength);
    /// The first link from one to the other.
    void set_link(int from, int to, double strength);
    void remove_link(int from, int to);
    /// Where pictures show a member, to three decimals. `goes_on`: undo takes it back together with the change before.
    void set_place(int member, DrawnPlace place, bool goes_on = false);
    /// Takes all places off, so that pictures find them anew.
    void lay_out_anew();
    /// Another text in the place of this one, as one change.
    void replace(const std::string& text);

    bool undo();
    bool redo();
    /// Goes over to what the file holds by now; undo comes back to the text that was here. Throws UserError.
    void reread();
    /// Writes the text, whole or not at all. Throws UserError. (store/atomic_file.hpp does it; given as a function because
    /// a scenario knows no disk to write to.)
    template <class Write> void save(const std::filesystem::path& to, Write write) {
        write(to, text_);
        saved_ = text_;
        path_ = to;
    }

  private:
    /// Takes the text when it is a valid scenario.
    void take(std::string text);
    template <class Change> void change(Change edit);
    void remember(std::string old);
    [[nodiscard]] EditPath member_path(const TomlText& toml, int member) const;
    [[nodiscard]] EditPath objection_path(const TomlText& toml, int member, int objection) const;
    [[nodiscard]] EditPath link_path(const TomlText& toml, int from, int to) const;

    std::filesystem::path path_;
    std::string text_, saved_;
    Model model_;
    std::vector<std::string> before_, after_; ///< texts to go back and forth to
};

} // namespace assent
