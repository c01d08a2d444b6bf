#pragma once
// What every page of ours begins and ends with.
#include <string>
#include <string_view>
#include <vector>

namespace assent {

/// All up to the body: nothing is loaded from anywhere. The title is text.
std::string page_head(std::string_view title_text, std::string_view version);
/// The sign and name of Assent, what stands beside them (markup), and the button for the theme.
std::string page_bar(std::string_view beside = {});

/// A part of a long page; one without markup is left out.
struct PagePart {
    std::string_view id, name;
    std::string markup;
};
/// Links to the parts.
std::string page_navigation(const std::vector<PagePart>& parts);

/// The script and the end of the body.
std::string page_end();

} // namespace assent
