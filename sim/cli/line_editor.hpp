#pragma once
// Lines that somebody types, with editing, history and completion where there is a terminal.
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assent::cli {

/// What the last word of the line so far may become.
using Completions = std::function<std::vector<std::string>(std::string_view line)>;

/// One at a time in a process.
class LineEditor {
  public:
    explicit LineEditor(Completions completions);
    LineEditor(const LineEditor&) = delete;
    LineEditor& operator=(const LineEditor&) = delete;
    ~LineEditor();

    /// The next line without its end; nothing at the end of input. Precondition: standard input is a terminal.
    std::optional<std::string> read(const std::string& prompt);
};

} // namespace assent::cli
