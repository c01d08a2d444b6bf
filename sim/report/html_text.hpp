#pragma once
// Text from scenarios on its way into markup. A scenario is hostile input: nothing of it may become markup.
#include <string>
#include <string_view>

namespace assent {

/// Text for the content or a quoted attribute of HTML and SVG. Markup characters become references; broken UTF-8,
/// control characters and marks that turn the direction of writing become U+FFFD.
std::string escaped(std::string_view text);

/// The next character of UTF-8 text as a code point, `text` advanced past it; U+FFFD for broken input, one byte at a
/// time. Precondition: text is not empty.
char32_t next_character(std::string_view& text);

/// Appends a code point as UTF-8.
void append_character(std::string& text, char32_t character);

/// The same text in a span that the browser keeps apart from the direction of writing around it.
std::string isolated(std::string_view text);

} // namespace assent
