#pragma once
// A picture of a page as a file of its own.
#include <string>
#include <string_view>

namespace assent {

/// A picture that Svg made, with the light colours and patterns of the page in it and on white: any viewer shows it.
std::string standalone_picture(std::string_view svg);

/// A speaking file name: letters, digits and hyphens in lower case; "picture" of nothing.
std::string file_name_of(std::string_view title);

} // namespace assent
