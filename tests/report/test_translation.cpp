// Texts of the report in another language.
#include "report/translation.hpp"

#include "report/sentence.hpp"

#include <doctest/doctest.h>

#include <string_view>

using namespace assent;

namespace {

const char* backwards(const char* english) {
    const std::string_view text = english;
    if (text == "{who} took {what}.") return "{what}: {who}!";
    if (text == "{} of {}") return "{1} → {0}";
    if (text == "week {}") return "{} {} {}"; // does not fit
    return english;
}

/// Installed for one test.
struct Installed {
    Installed() { set_translator(backwards); }
    ~Installed() { set_translator(nullptr); }
};

} // namespace

TEST_CASE("without a translator texts are English") {
    CHECK(told("“Price”") == "“Price”");
    CHECK(filled("{who} took {what}.", {{"who", "Anna"}, {"what", "it"}}) == "Anna took it.");
    CHECK(told_with("{} of {}", 2, 3) == "2 of 3");
}

TEST_CASE("a translator changes sentences and the order of what is filled in, and leaves what it does not know") {
    const Installed installed;
    CHECK(filled("{who} took {what}.", {{"who", "Anna"}, {"what", "{who}"}}) == "{who}: Anna!");
    CHECK(told_with("{} of {}", 2, 3) == "3 → 2");
    CHECK(told("unknown to it") == "unknown to it");
    CHECK(told("").empty());
}

TEST_CASE("a translation that asks for more than there is gives the English text") {
    const Installed installed;
    CHECK(told_with("week {}", 3) == "week 3");
}
