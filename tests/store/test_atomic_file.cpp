// Files that appear whole or not at all.
#include "store/atomic_file.hpp"

#include "model/user_error.hpp"
#include "worlds/shell.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <filesystem>
#include <string>

namespace assent {
namespace {

using worlds::content_of;
using worlds::Scratch;

std::ptrdiff_t files_in(const std::filesystem::path& folder) {
    return std::distance(std::filesystem::directory_iterator(folder), std::filesystem::directory_iterator());
}

std::string error_of(const std::string& path) {
    try {
        write_file(path, "x");
    } catch (const UserError& error) {
        return error.what();
    }
    return {};
}

} // namespace

TEST_CASE("a file appears with commit and not before") {
    const Scratch scratch;
    AtomicFile file(scratch / "a.txt");
    file.write(std::string(3'000'000, 'x'));
    CHECK(!std::filesystem::exists(scratch / "a.txt"));
    file.write("end");
    file.commit();
    CHECK(content_of(scratch / "a.txt").size() == 3'000'003);
    CHECK(files_in(scratch.path()) == 1);
}

TEST_CASE("without commit the old file stays and nothing is left") {
    const Scratch scratch;
    write_file(scratch / "a.txt", "old");
    {
        AtomicFile file(scratch / "a.txt");
        file.write("new");
    }
    CHECK(content_of(scratch / "a.txt") == "old");
    CHECK(files_in(scratch.path()) == 1);
}

TEST_CASE("a replaced file keeps its mode; a link keeps pointing to it") {
    const Scratch scratch;
    write_file(scratch / "a.txt", "old");
    CHECK(::chmod((scratch / "a.txt").c_str(), 0640) == 0);
    std::filesystem::create_symlink("a.txt", scratch / "link");
    write_file(scratch / "link", "new");
    CHECK(std::filesystem::is_symlink(scratch / "link"));
    CHECK(content_of(scratch / "a.txt") == "new");
    struct stat status {};
    CHECK(::stat((scratch / "a.txt").c_str(), &status) == 0);
    CHECK((status.st_mode & 0777) == 0640);
}

TEST_CASE("devices are written, not replaced") {
    write_file("/dev/null", "x");
    CHECK(std::filesystem::is_character_file("/dev/null"));
    CHECK(error_of("/dev/full") ==
          "cannot write /dev/full (No space left on device); free some space, or name a file on another disk");
}

TEST_CASE("errors name path, reason and remedy") {
    const Scratch scratch;
    write_file(scratch / "file", "x");
    CHECK(error_of("") == "cannot write a file without a name (No such file or directory); name one");
    CHECK(error_of("/absent/x") ==
          "cannot write /absent/x (No such file or directory); create the folder first: mkdir -p '/absent'");
    CHECK(error_of(scratch.path()) ==
          "cannot write " + scratch.path().string() + " (Is a directory); name a file in that folder");
    CHECK(error_of(scratch / "file/x")
              .ends_with("(Not a directory); a part of this path is a file and not a folder; name another one"));
    CHECK(error_of(scratch / std::string(300, 'n')).ends_with("(File name too long); choose a shorter name"));
    CHECK(files_in(scratch.path()) == 1);
}

} // namespace assent
