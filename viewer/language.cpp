#include "viewer/language.hpp"

#include <atomic>
#include <clocale>
#include <cstdlib>

#include <libintl.h>

// GNU gettext looks a text up anew only after this counter has changed (its manual, section "gettext grok").
extern "C" int _nl_msg_cat_cntr; // NOLINT: the name is glibc's

namespace assent::viewer {
namespace {

constexpr char domain[] = "assent";
std::atomic<Language> language = Language::english; // workers tell sentences too

} // namespace

void use_catalogues(const std::filesystem::path& folder) {
    // Messages alone: numbers keep the point of the C locale. In the locale "C" gettext would translate nothing.
    std::setlocale(LC_MESSAGES, "C.UTF-8");
    bindtextdomain(domain, folder.c_str());
    bind_textdomain_codeset(domain, "UTF-8");
    set_language(language);
}

void set_language(Language wanted) {
    language = wanted;
    set_translator(tr);
    setenv("LANGUAGE", language_codes[static_cast<std::size_t>(wanted)].data(), 1);
    ++_nl_msg_cat_cntr;
}

Language current_language() { return language; }

const char* tr(const char* english) {
    if (language == Language::english || *english == '\0') return english; // "" is the catalogue's header
    return dgettext(domain, english);
}

} // namespace assent::viewer
