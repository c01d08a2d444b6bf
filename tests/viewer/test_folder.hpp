#pragma once
// A folder of its own for each test.
#include <cstdlib>
#include <filesystem>
#include <string>

namespace assent::worlds {

/// A folder for one test, gone with it.
class TestFolder {
  public:
    TestFolder() {
        std::string name = (std::filesystem::temp_directory_path() / "assent-viewer-XXXXXX").string();
        path_ = mkdtemp(name.data());
    }
    TestFolder(const TestFolder&) = delete;
    TestFolder& operator=(const TestFolder&) = delete;
    ~TestFolder() {
        std::error_code none;
        std::filesystem::remove_all(path_, none);
    }
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

} // namespace assent::worlds
