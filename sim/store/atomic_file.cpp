#include "store/atomic_file.hpp"

#include "model/user_error.hpp"

#include <cerrno>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace assent {
namespace {

constexpr std::size_t buffer_size = 1u << 20;

std::string remedy(int error, const std::filesystem::path& path) {
    if (path.empty()) return "name one";
    const std::string folder = path.has_parent_path() ? path.parent_path().string() : ".";
    std::error_code ignored;
    if (error == ENOENT && std::filesystem::exists(folder, ignored)) error = EACCES; // as in /proc
    switch (error) {
    case ENOENT:
        return fmt::format("create the folder first: mkdir -p '{}'", folder);
    case EACCES:
    case EPERM:
    case EROFS:
        return fmt::format("name a file in a folder that you may write to; '{}' is not one", folder);
    case ENOSPC:
    case EDQUOT:
        return "free some space, or name a file on another disk";
    case EISDIR:
        return "name a file in that folder";
    case ENOTDIR:
        return "a part of this path is a file and not a folder; name another one";
    case ENAMETOOLONG:
        return "choose a shorter name";
    default:
        return "name another file";
    }
}

/// Mode for a new file in place of an old one; nothing when there is none.
bool existing_mode(const std::filesystem::path& path, mode_t& mode) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) return false;
    mode = status.st_mode & 07777;
    return true;
}

} // namespace

AtomicFile::AtomicFile(std::filesystem::path path) : path_(std::move(path)), target_(path_) {
    std::error_code ignored;
    if (path_.empty()) fail(ENOENT);
    const auto status = std::filesystem::status(path_, ignored);
    if (std::filesystem::is_directory(status)) fail(EISDIR);
    if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status)) {
        descriptor_ = ::open(path_.c_str(), O_WRONLY | O_CLOEXEC);
        if (descriptor_ < 0) fail(errno);
    } else {
        if (std::filesystem::exists(status)) target_ = std::filesystem::canonical(path_, ignored);
        open_beside();
    }
    buffer_.reserve(buffer_size);
}

AtomicFile::~AtomicFile() { drop(); }

void AtomicFile::open_beside() {
    // A file that may not be written must not be replaced either, though its folder would allow it.
    if (::access(target_.c_str(), F_OK) == 0 && ::access(target_.c_str(), W_OK) != 0) fail(errno);
    for (int attempt = 0; descriptor_ < 0; ++attempt) {
        temporary_ = target_;
        temporary_.replace_filename(fmt::format(".{}.{}.{}", target_.filename().string(), ::getpid(), attempt));
        descriptor_ = ::open(temporary_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (descriptor_ < 0 && (errno != EEXIST || attempt == 100)) {
            temporary_.clear();
            fail(errno);
        }
    }
    mode_t mode = 0;
    if (existing_mode(target_, mode)) ::fchmod(descriptor_, mode);
}

void AtomicFile::write(std::string_view text) {
    buffer_ += text;
    if (buffer_.size() >= buffer_size) flush();
}

void AtomicFile::flush() {
    std::size_t done = 0;
    while (done < buffer_.size()) {
        const ssize_t written = ::write(descriptor_, buffer_.data() + done, buffer_.size() - done);
        if (written < 0 && errno != EINTR) fail(errno);
        if (written > 0) done += static_cast<std::size_t>(written);
    }
    buffer_.clear();
}

void AtomicFile::commit() {
    flush();
    const bool beside = !temporary_.empty();
    if (beside && ::fsync(descriptor_) != 0) fail(errno);
    const int closed = ::close(descriptor_);
    descriptor_ = -1;
    if (closed != 0) fail(errno);
    if (!beside) return;
    if (::rename(temporary_.c_str(), target_.c_str()) != 0) fail(errno);
    temporary_.clear();
}

void AtomicFile::drop() noexcept {
    if (descriptor_ >= 0) ::close(descriptor_);
    descriptor_ = -1;
    if (!temporary_.empty()) ::unlink(temporary_.c_str());
    temporary_.clear();
}

void AtomicFile::fail(int error) {
    drop();
    throw UserError(fmt::format("cannot write {} ({}); {}", path_.empty() ? "a file without a name" : path_.string(),
                                std::generic_category().message(error), remedy(error, path_)));
}

void write_file(const std::filesystem::path& path, std::string_view text) {
    AtomicFile file(path);
    file.write(text);
    file.commit();
}

} // namespace assent
