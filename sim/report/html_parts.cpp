#include "report/html_parts.hpp"

#include "report/html_text.hpp"
#include "report/number_words.hpp"
#include "report/svg_charts.hpp"

#include <fmt/format.h>

namespace assent {
namespace {

std::string card(std::string_view style, std::string_view id, std::string_view title, const std::string& lead,
                 const std::string& body) {
    const std::string leading = lead.empty() ? "" : fmt::format("<p class=\"lead\">{}</p>\n", lead);
    return fmt::format(
        "<section class=\"{0}\" id=\"{1}\" aria-labelledby=\"{1}-title\">\n<h2 id=\"{1}-title\">{2}</h2>\n"
        "{3}{4}</section>\n",
        style, id, escaped(title), leading, body);
}

} // namespace

std::string section(std::string_view id, std::string_view title_text, const std::string& lead,
                    const std::string& body) {
    return card("card", id, title_text, lead, body);
}

std::string long_section(std::string_view id, std::string_view title_text, const std::string& lead,
                         const std::string& body) {
    return card("card long", id, title_text, lead, body);
}

std::string pictures(const std::function<std::string(double width)>& draw) {
    return "<div class=\"pic wide\">" + draw(wide_picture) + "</div>\n<div class=\"pic narrow\">" +
           draw(narrow_picture) + "</div>\n";
}

std::string side_by_side(const std::string& left, const std::string& right) {
    return "<div class=\"split\">\n<div>" + left + "</div>\n<div>" + right + "</div>\n</div>\n";
}

std::string data_table(std::string_view caption_text, const std::vector<std::string>& heads,
                       const std::vector<std::vector<std::string>>& rows, std::size_t numbers_from) {
    std::string table = "<div class=\"scroll\"><table><caption>" + escaped(caption_text) + "</caption>\n<thead><tr>";
    for (std::size_t i = 0; i < heads.size(); ++i)
        table += fmt::format("<th scope=\"col\"{}>{}</th>", i >= numbers_from ? " class=\"r\"" : "", escaped(heads[i]));
    table += "</tr></thead>\n<tbody>\n";
    for (const auto& row : rows) {
        table += "<tr>";
        for (std::size_t i = 0; i < row.size(); ++i)
            table += i == 0 ? "<th scope=\"row\">" + row[i] + "</th>"
                            : fmt::format("<td{}>{}</td>", i >= numbers_from ? " class=\"r\"" : "", row[i]);
        table += "</tr>\n";
    }
    return table + "</tbody></table></div>\n";
}

std::string folded(const std::string& summary_text, const std::string& body) {
    return "<details><summary>" + escaped(summary_text) + "</summary>\n" + body + "</details>\n";
}

std::string note(const std::string& text) { return "<p class=\"note\">" + text + "</p>\n"; }

std::string interval_text(const Interval& interval, int decimals) {
    return fmt::format("{} ({}–{})", percent(interval.estimate, decimals), decimal(100 * interval.low, decimals),
                       percent(interval.high, decimals));
}

std::string quoted_strategy(const ReportInput& input, const StrategyStanding& standing) {
    return "“" + name_of(input.result.strategy(standing)) + "”";
}

std::string confidence_text(const ReportInput& input) {
    return fmt::format("{:g}\u202f%", 100 * input.result.ranking.confidence);
}

} // namespace assent
