#pragma once
// Sentences with named gaps, so that a translation may put its words in another order.
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace assent {

using Filling = std::pair<std::string_view, std::string>;

/// "{who} took the kickback." with {"who", "the CFO"}. A gap without a filling stays as written; what is filled in is
/// not looked at again, so a name with braces in it is only a name. The sentence is told in the reader's language.
std::string filled(std::string_view english, std::initializer_list<Filling> fillings);

/// "a, b, c"
template <class Strings> std::string comma_separated(const Strings& parts, const char* separator = ", ") {
    std::string result;
    for (const auto& part : parts) (result += result.empty() ? "" : separator) += part;
    return result;
}

} // namespace assent
