#pragma once
// Changes of a scenario that are in no file of the user's yet, kept in the profile so that a crash loses none.
#include "store/file_lock.hpp"

#include <filesystem>
#include <optional>
#include <string>

namespace assent::viewer {

class Draft {
  public:
    /// What was found of an earlier time.
    struct Left {
        std::string text; ///< of the scenario with its changes
        std::string base; ///< identity of the text that was changed
    };

    Draft() = default; ///< keeps nothing
    /// Of this scenario, in this folder, which need not exist yet. What another window keeps there is its own.
    Draft(const std::filesystem::path& folder, const std::filesystem::path& scenario);

    [[nodiscard]] const std::optional<Left>& left() const { return left_; }
    /// Identity of a text.
    [[nodiscard]] static std::string identity(const std::string& text);
    /// Were the changes made to this text.
    [[nodiscard]] static bool made_from(const Left& left, const std::string& saved);

    /// Writes the changed text in the place of what was kept before; `base` is the identity of the text that was changed.
    /// Throws UserError.
    void keep(const std::string& text, const std::string& base);
    /// Nothing is to be kept any more.
    void drop();
    /// Leaves what was found for another time; what is kept from now on stands in a file of its own.
    void set_aside();

  private:
    [[nodiscard]] std::filesystem::path numbered(int number) const;
    void find_place();

    std::filesystem::path folder_, scenario_;
    std::filesystem::path path_; ///< empty: nothing is kept
    std::optional<FileLock> lock_;
    std::optional<Left> left_;
};

} // namespace assent::viewer
