// A file that one holder at a time has for itself.
#include "store/file_lock.hpp"

#include "worlds/shell.hpp"

#include <csignal>
#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>

namespace assent {
namespace {

using worlds::Scratch;

TEST_CASE("a second holder is kept out, in one process too, until the first lets go; nothing is left behind") {
    const Scratch scratch;
    const std::filesystem::path file = scratch / "deal.toml";
    {
        auto first = FileLock::take(file);
        REQUIRE(first);
        CHECK_FALSE(FileLock::take(file));
        CHECK(FileLock::take(scratch / "other.toml"));
        FileLock moved = std::move(*first);
        first.reset();
        CHECK_FALSE(FileLock::take(file));
    }
    CHECK(FileLock::take(file));
    CHECK(std::filesystem::is_empty(scratch / "."));
}

TEST_CASE("the lock of a holder that was killed is free, though its mark still stands there") {
    const Scratch scratch;
    const std::filesystem::path file = scratch / "deal.toml";
    int ready[2];
    REQUIRE(pipe(ready) == 0);
    const pid_t child = fork();
    if (child == 0) {
        const auto lock = FileLock::take(file);
        const char told = lock ? 'y' : 'n';
        static_cast<void>(!write(ready[1], &told, 1));
        for (;;) pause();
    }
    char told = 0;
    REQUIRE(read(ready[0], &told, 1) == 1);
    CHECK(told == 'y');
    CHECK_FALSE(FileLock::take(file));
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    close(ready[0]);
    close(ready[1]);
    CHECK(std::filesystem::exists(scratch / ".deal.toml.lock"));
    CHECK(FileLock::take(file));
}

TEST_CASE("where nothing can be written nobody is kept out") {
    const std::filesystem::path nowhere = "/proc/assent/deal.toml";
    const auto first = FileLock::take(nowhere), second = FileLock::take(nowhere);
    CHECK(first);
    CHECK(second);
}

} // namespace
} // namespace assent
