#pragma once
// Sentences in another language than English: the program says who translates, the report asks for each text as it is
// told. The English text is the key; without a translator, and for what the translator does not know, it is the answer.
#include <string>
#include <string_view>

#include <fmt/format.h>

namespace assent {

/// Gives the text in the reader's language, or `english` itself. Called from any thread.
using Translator = const char* (*)(const char* english);

/// From now on texts are told by this translator; nullptr: in English. Thread-safe.
void set_translator(Translator translator);

/// The text in the reader's language.
std::string told(std::string_view english);

/// The same as a template of fmt, filled in. A translation that does not fit its arguments gives the English text.
template <class... Arguments> std::string told_with(const char* english, const Arguments&... arguments) {
    try {
        return fmt::format(fmt::runtime(told(english)), arguments...);
    } catch (const fmt::format_error&) {
        return fmt::format(fmt::runtime(english), arguments...);
    }
}

/// Marks a text for the catalogue (xgettext) that is told later, through told() or filled().
constexpr const char* to_tell(const char* english) { return english; }

} // namespace assent
