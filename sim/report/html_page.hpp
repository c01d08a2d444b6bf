#pragma once
// What every page of ours begins and ends with.
#include <string>
#include <string_view>

namespace assent {

/// All up to the body: nothing is loaded from anywhere. The title is text.
std::string page_head(std::string_view title_text, std::string_view version);
/// The sign of Assent as a picture.
std::string_view page_mark();
/// The script and the end of the body.
std::string page_end();

} // namespace assent
