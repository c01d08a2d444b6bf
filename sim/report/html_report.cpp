#include "report/html_report.hpp"

#include "report/atomic_file.hpp"
#include "report/html_sections.hpp"
#include "report/html_style.hpp"
#include "report/html_text.hpp"
#include "report/number_words.hpp"

#include <fmt/format.h>

#include <utility>

namespace assent {
namespace {

/// Two discs, one saying yes to the other.
constexpr const char* mark =
    R"svg(<svg class="mark" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 26 26" aria-hidden="true"><circle cx="11" cy="15" r="10" style="fill:var(--won)"/><circle cx="20" cy="6" r="5" style="fill:var(--t0)"/><path d="M6.5 15.2l3.2 3.2 6-6.4" style="fill:none;stroke:var(--card);stroke-width:2.4;stroke-linecap:round;stroke-linejoin:round"/></svg>)svg";

struct Part {
    std::string_view id, name;
    std::string markup;
};

std::vector<Part> parts_of(const ReportInput& input) {
    return {{"answer", "Answer", answer_section(input)},
            {"centre", "Centre", centre_section(input)},
            {"ranking", "Strategies", ranking_section(input)},
            {"outcomes", "Outcomes", outcomes_section(input)},
            {"timing", "Timing", timing_section(input)},
            {"reasons", "Why not", reasons_section(input)},
            {"turning", "What would turn it", turning_section(input)},
            {"deals", "Told deals", deals_section(input)},
            {"strategies", "Rules", strategies_section(input)},
            {"limits", "Limits", limits_section(input)},
            {"reproduce", "Reproduce", reproduce_section(input)}};
}

std::string navigation(const std::vector<Part>& parts) {
    std::string items;
    for (const Part& part : parts)
        if (!part.markup.empty()) items += fmt::format("<li><a href=\"#{}\">{}</a></li>\n", part.id, part.name);
    return "<nav aria-label=\"Sections\"><ul>\n" + items + "</ul></nav>\n";
}

std::string page_title(const Model& model) { return model.title.empty() ? model.company.name : model.title; }

std::string heading(const ReportInput& input) {
    const Model& model = input.result.model;
    std::string text = fmt::format(
        "<header>\n<div class=\"bar\">{}<span class=\"brand\">Assent</span><span>{}</span>"
        "<button type=\"button\" id=\"theme\" hidden=\"hidden\">Theme</button></div>\n<h1>{}</h1>\n",
        mark, isolated(model.title.empty() ? std::string() : model.company.name), isolated(page_title(model)));
    if (!model.company.about.empty()) text += "<p class=\"about\">" + escaped(model.company.about) + "</p>\n";
    return text + "</header>\n";
}

std::string head(const ReportInput& input) {
    return fmt::format(
        "<!DOCTYPE html>\n<html lang=\"en\" xmlns=\"http://www.w3.org/1999/xhtml\">\n<head>\n"
        "<meta charset=\"utf-8\"/>\n<meta http-equiv=\"Content-Security-Policy\" content=\"{}\"/>\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
        "<meta name=\"color-scheme\" content=\"light dark\"/>\n<meta name=\"generator\" content=\"assent {}\"/>\n"
        "<title>{}</title>\n<style>\n{}</style>\n</head>\n",
        content_policy(), escaped(input.version), escaped("Assent: " + page_title(input.result.model)), style_sheet());
}

} // namespace

std::string html_report(const ReportInput& input) {
    const std::vector<Part> parts = parts_of(input);
    std::string page =
        head(input) + "<body>\n" + pattern_definitions() + heading(input) + navigation(parts) + "<main>\n";
    for (const Part& part : parts) page += part.markup;
    page += fmt::format(
        "</main>\n<footer>Made by assent {}. Seed {}, {} deals for each strategy, signature {:016x}.</footer>\n",
        escaped(input.version), input.result.tally.seed, grouped(input.result.tally.replicates),
        input.result.tally.signature);
    return page + "<script>" + theme_script() + "</script>\n</body>\n</html>\n";
}

void write_html_report(const ReportInput& input, const std::filesystem::path& path) {
    write_file(path, html_report(input));
}

} // namespace assent
