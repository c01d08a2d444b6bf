#pragma once
// Gathers all problems of a scenario while it is read.
#include "scenario/reader.hpp"
#include "scenario/toml_document.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace assent {

/// Errors that are printed at most; the rest is counted.
inline constexpr int errors_shown = 50;

/// The candidate most like `word`, or nothing when none is near enough to be what was meant.
std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates);

/// Words in quotes with commas and a last "or": how a message lists what may be written.
std::string listed(std::span<const std::string_view> words);

/// The problems found so far.
class Findings {
  public:
    /// About a value: stands at it and repeats it.
    void error(const Value& place, std::string key, std::string why, std::string remedy = {});
    void warning(const Value& place, std::string key, std::string why, std::string remedy = {});
    /// About a key or a thing as a whole: stands at its key or header and repeats no value.
    void error_at(const Value& place, std::string key, std::string why, std::string remedy = {});
    void warning_at(const Value& place, std::string key, std::string why, std::string remedy = {});
    /// About a whole file.
    void error_in(const SourceFile& file, std::string why, std::string remedy = {});
    void warning_in(const SourceFile& file, std::string why, std::string remedy = {});
    /// A problem that is complete already; `order` is its file's.
    void add(Problem problem, int order);

    /// `did you mean "x"?` for the candidate nearest to a word; empty when none is near. Gives up after so many
    /// suggestions that nobody would read them.
    std::string suggest(std::string_view word, std::span<const std::string_view> candidates);

    [[nodiscard]] int errors() const { return errors_; }
    /// So many that further ones are only counted: not worth a search for their exact place.
    [[nodiscard]] bool only_counts() const;
    /// All problems in the order of the files, while the files they point into still live; of errors and of warnings the first fifty, then "(and N more)".
    [[nodiscard]] std::vector<Problem> take();

  private:
    struct Entry {
        Problem problem;
        int order;
        Value
            written_from; ///< where the value stands, without what is below it; its text is looked up when it is shown
    };
    void add(Problem::Severity severity, const Value& place, bool whole, std::string key, std::string why,
             std::string remedy);

    std::vector<Entry> entries_;
    int errors_ = 0, warnings_ = 0, suggestions_ = 0;
};

} // namespace assent
