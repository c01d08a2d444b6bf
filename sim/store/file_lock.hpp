#pragma once
// A file that one window at a time has for itself.
#include <filesystem>
#include <optional>

namespace assent {

/// Says to others who ask, in this process and elsewhere, that a file is in use. The kernel lets go of it when its holder
/// ends, however it ends. It binds only those who ask, and where a disk knows no locks nobody is kept out.
class FileLock {
  public:
    /// For a file that need not exist yet; nothing where somebody else has it.
    static std::optional<FileLock> take(const std::filesystem::path& file);

    FileLock(FileLock&& other) noexcept;
    FileLock& operator=(FileLock&& other) noexcept;
    ~FileLock();

  private:
    FileLock() = default;
    void release() noexcept;

    std::filesystem::path beside_; ///< ".NAME.lock": the file itself is replaced whenever it is written whole
    int descriptor_ = -1;
};

} // namespace assent
