#pragma once
// How wide text will be, roughly: a picture is laid out before any browser has chosen a font.
#include <string>
#include <string_view>
#include <vector>

namespace assent {

/// Width in the units of `size`, on the wide side of the usual sans serif fonts so that labels rather keep apart.
double text_width(std::string_view text, double size);

/// The text itself when it fits, else its beginning with an ellipsis.
std::string shortened(std::string_view text, double size, double width);

/// Lines of at most `width`, broken at spaces, the last of `lines` shortened.
std::vector<std::string> wrapped(std::string_view text, double size, double width, std::size_t lines);

/// Up to two letters that stand for a name: "GÖ" for "G. Ölziijargal"; "?" when there are none.
std::string initials(std::string_view name);

} // namespace assent
