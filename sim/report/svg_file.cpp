#include "report/svg_file.hpp"

#include "report/html_style.hpp"

namespace assent {

std::string standalone_picture(std::string_view svg) {
    const std::size_t head = svg.find('>') + 1;
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + std::string(svg.substr(0, head)) + "<style>\n" +
           picture_style_sheet() + "</style>\n" + pattern_definitions() +
           "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>" + std::string(svg.substr(head));
}

std::string file_name_of(std::string_view title) {
    constexpr std::size_t longest = 80;
    std::string name;
    for (const char letter : title) {
        if (name.size() == longest) break;
        const bool capital = letter >= 'A' && letter <= 'Z';
        if (capital || (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9'))
            name += capital ? static_cast<char>(letter - 'A' + 'a') : letter;
        else if (!name.empty() && name.back() != '-')
            name += '-';
    }
    while (!name.empty() && name.back() == '-') name.pop_back();
    return name.empty() ? "picture" : name;
}

} // namespace assent
