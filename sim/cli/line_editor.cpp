#include "cli/line_editor.hpp"

#include <clocale>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <string>

#include <editline/readline.h>

namespace assent::cli {
namespace {

Completions completions; // libedit's interface is C without a place for our own data
std::vector<std::string> found;

/// libedit asks again and again, with 0 first; it frees what it gets.
char* next_completion(const char* part, int state) {
    static std::size_t place = 0;
    if (state == 0) {
        place = 0;
        const std::string line(rl_line_buffer, static_cast<std::size_t>(rl_point));
        found = completions(line);
    }
    const std::size_t length = std::strlen(part);
    while (place < found.size()) {
        const std::string& word = found[place++];
        if (word.compare(0, length, part) == 0) return ::strdup(word.c_str());
    }
    return nullptr;
}

char** complete(const char* part, int, int) {
    rl_attempted_completion_over = 1; // never names of files
    return rl_completion_matches(part, next_completion);
}

} // namespace

LineEditor::LineEditor(Completions offered) {
    completions = std::move(offered);
    std::setlocale(LC_CTYPE, "C.UTF-8"); // libedit counts the columns of letters by it
    rl_readline_name = const_cast<char*>("assent");
    rl_attempted_completion_function = complete;
    using_history();
    stifle_history(1000);
}

LineEditor::~LineEditor() { completions = {}; }

std::optional<std::string> LineEditor::read(const std::string& prompt) {
    const std::unique_ptr<char, void (*)(void*)> line(::readline(prompt.c_str()), std::free);
    if (line == nullptr) return std::nullopt;
    if (*line != '\0') add_history(line.get());
    return std::string(line.get());
}

} // namespace assent::cli
