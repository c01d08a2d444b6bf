#pragma once
// Files that appear whole or not at all.
#include <filesystem>
#include <string>
#include <string_view>

namespace assent {

/// Writes beside the place asked for and moves the file there when it is complete; until then, and after any error, what
/// stood there before is untouched. A device or pipe is written directly, a symbolic link is followed.
/// Every member but the destructor throws UserError with path, reason and remedy.
class AtomicFile {
  public:
    explicit AtomicFile(std::filesystem::path path);
    AtomicFile(const AtomicFile&) = delete;
    AtomicFile& operator=(const AtomicFile&) = delete;
    ~AtomicFile(); ///< drops what was not committed

    void write(std::string_view text);
    /// Puts the file in its place, on the disk and not in a cache only. Nothing may be written afterwards.
    void commit();

  private:
    void open_beside();
    void flush();
    void drop() noexcept;
    [[noreturn]] void fail(int error);

    std::filesystem::path path_;      ///< as the user wrote it
    std::filesystem::path target_;    ///< with links followed
    std::filesystem::path temporary_; ///< empty: written directly
    std::string buffer_;
    int descriptor_ = -1;
};

/// The whole of a file at once.
void write_file(const std::filesystem::path& path, std::string_view text);

} // namespace assent
