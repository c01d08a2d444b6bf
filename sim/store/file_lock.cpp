#include "store/file_lock.hpp"

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace assent {
namespace {

/// Is what was opened still what stands there, and not removed by its last holder in between.
bool stands_at(int descriptor, const std::filesystem::path& path) {
    struct stat opened {
    }, there{};
    return ::fstat(descriptor, &opened) == 0 && ::stat(path.c_str(), &there) == 0 && opened.st_ino == there.st_ino &&
           opened.st_dev == there.st_dev;
}

} // namespace

std::optional<FileLock> FileLock::take(const std::filesystem::path& file) {
    FileLock lock;
    std::error_code ignored;
    const std::filesystem::path target = std::filesystem::weakly_canonical(file, ignored);
    lock.beside_ = target.empty() ? file : target;
    lock.beside_.replace_filename("." + lock.beside_.filename().string() + ".lock");
    for (;;) {
        lock.descriptor_ = ::open(lock.beside_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
        if (lock.descriptor_ < 0) return lock; // nothing can be written there, so nothing can be lost
        const int error = ::flock(lock.descriptor_, LOCK_EX | LOCK_NB) == 0 ? 0 : errno;
        if (error == 0 && stands_at(lock.descriptor_, lock.beside_)) return lock;
        ::close(std::exchange(lock.descriptor_, -1));
        if (error == EWOULDBLOCK) return std::nullopt;
        if (error != 0 && error != EINTR) return lock; // a disk that knows no locks
    }
}

FileLock::FileLock(FileLock&& other) noexcept
    : beside_(std::move(other.beside_)), descriptor_(std::exchange(other.descriptor_, -1)) {}

FileLock& FileLock::operator=(FileLock&& other) noexcept {
    if (this == &other) return *this;
    release();
    beside_ = std::move(other.beside_);
    descriptor_ = std::exchange(other.descriptor_, -1);
    return *this;
}

FileLock::~FileLock() { release(); }

void FileLock::release() noexcept {
    if (descriptor_ < 0) return;
    ::unlink(beside_.c_str()); // while it is ours
    ::close(std::exchange(descriptor_, -1));
}

} // namespace assent
