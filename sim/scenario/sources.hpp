#pragma once
// Files of a scenario: reading them whole, following includes, merging the trees.
#include "scenario/findings.hpp"
#include "scenario/toml_document.hpp"

#include <deque>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace assent {

/// The file that another company can take the place of.
inline constexpr const char* company_file = "company.toml";

/// Reads one scenario with its includes into one tree. Keeps the texts, because the tree points into them.
class Sources {
  public:
    explicit Sources(Findings& findings) : findings_(findings) {}

    /// Refuses includes from outside this folder; without a fence they may come from anywhere.
    void fence(const std::filesystem::path& folder) { fence_ = folder; }
    /// Takes this text wherever a file called company.toml is included.
    void replace_company(std::string text, std::string name) {
        replacement_ = SourceFile{std::move(name), std::move(text), 1};
    }
    /// Reads a file ("-": standard input) and what it includes. Problems go to the findings.
    Value read(const std::filesystem::path& path);
    /// The same for a text that is in memory.
    Value read_text(std::string text, std::string name, const std::filesystem::path& folder);
    [[nodiscard]] bool replaced() const { return replaced_; }
    /// The scenario itself, without its includes.
    [[nodiscard]] const SourceFile& main() const { return files_.front(); }

  private:
    Value parse(SourceFile& file, const std::filesystem::path& folder);
    Value with_includes(Value tree, const std::filesystem::path& folder);
    Value read_include(const Value& wish, const std::string& key, const std::filesystem::path& folder);
    [[nodiscard]] bool outside_fence(const std::filesystem::path& path) const;

    Findings& findings_;
    std::deque<SourceFile> files_; ///< addresses must hold
    std::filesystem::path fence_;
    std::optional<SourceFile> replacement_; ///< of the first include
    bool replaced_ = false;
    std::vector<std::filesystem::path> chain_;       ///< files being read, outermost first
    std::set<std::filesystem::path> already_merged_; ///< a part that two parts share counts once
};

/// Lays `over` upon `base`: tables key by key, lists of tables with ids by id, further list items appended; anything
/// else, a distribution among it, is replaced.
Value merged(Value base, Value over);

} // namespace assent
