#pragma once
// Texts of the window in the reader's language, through gettext. The English text is the key of the catalogue.
#include "report/translation.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace assent::viewer {

enum class Language : std::uint8_t { english, mongolian };
inline constexpr std::string_view language_codes[] = {"en", "mn"};

/// Looks for catalogues below this folder: <folder>/mn/LC_MESSAGES/assent.mo. Without one all texts are English.
void use_catalogues(const std::filesystem::path& folder);
/// From now on tr() answers in this language.
void set_language(Language language);
Language current_language();

/// The text in the language set; the text itself where the catalogue has none.
const char* tr(const char* english);
inline std::string tr(const std::string& english) { return tr(english.c_str()); }

/// The same as a template of fmt, filled in. A translation that does not fit its arguments gives the English text.
template <class... Arguments> std::string trf(const char* english, const Arguments&... arguments) {
    return told_with(english, arguments...);
}

/// Marks a text for the catalogue that is looked up later, through tr.
constexpr const char* tr_later(const char* english) { return english; }

} // namespace assent::viewer
