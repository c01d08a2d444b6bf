#include "report/html_page.hpp"

#include "report/html_style.hpp"
#include "report/html_text.hpp"

#include <fmt/format.h>

namespace assent {
namespace {

std::string_view sign() {
    // Two discs, one saying yes to the other.
    return R"svg(<svg class="mark" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 26 26" aria-hidden="true"><circle cx="11" cy="15" r="10" style="fill:var(--won)"/><circle cx="20" cy="6" r="5" style="fill:var(--t0)"/><path d="M6.5 15.2l3.2 3.2 6-6.4" style="fill:none;stroke:var(--card);stroke-width:2.4;stroke-linecap:round;stroke-linejoin:round"/></svg>)svg";
}

} // namespace

std::string page_head(std::string_view title_text, std::string_view version) {
    return fmt::format(
        "<!DOCTYPE html>\n<html lang=\"en\" xmlns=\"http://www.w3.org/1999/xhtml\">\n<head>\n"
        "<meta charset=\"utf-8\"/>\n<meta http-equiv=\"Content-Security-Policy\" content=\"{}\"/>\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
        "<meta name=\"color-scheme\" content=\"light dark\"/>\n<meta name=\"generator\" content=\"assent {}\"/>\n"
        "<title>{}</title>\n<style>\n{}</style>\n</head>\n",
        content_policy(), escaped(version), escaped(title_text), style_sheet());
}

std::string page_bar(std::string_view beside) {
    return fmt::format("<div class=\"bar\">{}<span class=\"brand\">Assent</span>{}"
                       "<button type=\"button\" id=\"theme\" hidden=\"hidden\">Theme</button></div>\n",
                       sign(), beside);
}

std::string page_navigation(const std::vector<PagePart>& parts) {
    std::string items;
    for (const PagePart& part : parts)
        if (!part.markup.empty()) items += fmt::format("<li><a href=\"#{}\">{}</a></li>\n", part.id, part.name);
    return "<nav aria-label=\"Sections\"><ul>\n" + items + "</ul></nav>\n";
}

std::string page_end() { return "<script>" + theme_script() + "</script>\n</body>\n</html>\n"; }

} // namespace assent
