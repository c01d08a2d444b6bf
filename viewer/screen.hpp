#pragma once
// What a screen is and what it is given: it shows what it reads from the desk and returns wishes.
#include "viewer/area.hpp"
#include "viewer/client.hpp"
#include "viewer/language.hpp"
#include "viewer/look.hpp"
#include "viewer/options.hpp"
#include "viewer/theme.hpp"
#include "viewer/waker.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assent::viewer {

/// What all screens share. Changed between frames only, by the application.
struct Desk {
    std::shared_ptr<const Client> client; ///< null: nothing is open
    std::uint64_t seed = 1;
    std::int64_t rollouts = usual_rollouts; ///< of the advisor at a position, about
    std::vector<std::filesystem::path> recent; ///< files opened before, newest first
    std::filesystem::path folder;   ///< of the profile
    std::filesystem::path journals; ///< folder of sessions saved by themselves; empty: nothing is saved
    std::filesystem::path training; ///< database of what the trainee reached; empty: nothing is kept
    std::shared_ptr<Waker> waker = std::make_shared<Waker>();
};

/// A picture of the window or a part of it, to be written.
struct PictureWish {
    std::filesystem::path path; ///< .svg: as shapes and texts; else PNG
    std::string name;           ///< what is shown, in the reader's language
    Area area;                  ///< empty: the window
};

struct Wishes;

/// What the window asks before it goes on. The last answer is the one that changes nothing.
struct Question {
    struct Answer {
        std::string id;   ///< of its mark: "question.<id>"
        std::string name; ///< in the reader's language
        int key = 0;      ///< that gives it, see keys.hpp
        std::string key_name;
        std::function<void(Wishes&)> run; ///< null: nothing
    };
    std::string title, text;
    std::vector<Answer> answers;
};

/// What a screen would like to happen after the frame.
struct Wishes {
    std::optional<std::filesystem::path> open;
    std::optional<std::string> show;  ///< name of a screen
    std::optional<std::string> problem; ///< to be told in the window
    std::optional<std::string> notice; ///< to be told in passing
    std::optional<Question> question;
    std::optional<ThemeKind> theme;
    std::optional<Language> language;
    std::optional<PictureWish> picture;
    bool quit = false;
};

struct Frame {
    const Look& look;
    const Desk& desk;
    Wishes& wishes;
    Area area; ///< to be filled by the screen
};

/// Something that can be done, by its name in the palette or by its key.
struct Command {
    std::string name;  ///< in the reader's language
    std::string keys;  ///< as shown: "Ctrl+B"; empty: none
    std::function<void(Wishes&)> run;
};

class Screen {
  public:
    Screen() = default;
    Screen(const Screen&) = delete;
    Screen& operator=(const Screen&) = delete;
    virtual ~Screen() = default;

    /// As in --screen and in marks: "rehearse".
    [[nodiscard]] virtual std::string_view name() const = 0;
    /// Its tab, in the reader's language.
    [[nodiscard]] virtual std::string title() const = 0;
    virtual void draw(Frame& frame) = 0;
    /// Is nothing being computed that would change the picture.
    [[nodiscard]] virtual bool settled() const { return true; }
    /// What it was opened for and cannot show, as the command line says it; empty: nothing is wrong.
    [[nodiscard]] virtual std::string problem() const { return {}; }
    /// Does it move by itself, so that frames must follow without events.
    [[nodiscard]] virtual bool moving() const { return false; }
    [[nodiscard]] virtual std::vector<Command> commands() { return {}; }
    /// Makes the figures of a card (its id) as tab-separated text with a line of headings; empty: it has none.
    [[nodiscard]] virtual std::function<std::string()> table(std::string_view, const Look&) const { return {}; }
    /// Takes a file that is its own kind, such as a store; false: not its kind. Throws UserError when it is broken.
    virtual bool opens(const std::filesystem::path&) { return false; }
    /// The client that the screen is about, of the file taken by opens() or of a lesson; null: that of the desk, or none.
    [[nodiscard]] virtual std::shared_ptr<const Client> client() const { return nullptr; }
    /// The luck of what the file taken by opens() plays; empty: it says nothing of it.
    [[nodiscard]] virtual std::optional<std::uint64_t> seed() const { return {}; }
    /// The client has been opened or changed.
    virtual void take_client(const Desk&) {}
    /// What it has to ask about the client just taken.
    virtual std::optional<Question> asks() { return std::nullopt; }
    /// The file of which something was changed here that is not saved.
    [[nodiscard]] virtual std::optional<std::filesystem::path> unsaved() const { return std::nullopt; }
    /// Saves that, or drops it, and does `then` when nothing is unsaved any more; it may ask before.
    virtual void settle_unsaved(bool /*saved*/, Wishes&, std::function<void()> /*then*/) {}
};

/// Do two paths lead to one file.
bool same_file(const std::filesystem::path& one, const std::filesystem::path& other);

/// The screens of the window in the order of their tabs.
std::vector<std::unique_ptr<Screen>> all_screens();

} // namespace assent::viewer
