#include "report/html_report.hpp"

#include "store/atomic_file.hpp"
#include "report/html_page.hpp"
#include "report/html_sections.hpp"
#include "report/html_style.hpp"
#include "report/html_text.hpp"
#include "report/number_words.hpp"

#include <fmt/format.h>

#include <utility>

namespace assent {
namespace {

std::vector<PagePart> parts_of(const ReportInput& input) {
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

std::string page_title(const Model& model) { return model.title.empty() ? model.company.name : model.title; }

std::string heading(const ReportInput& input) {
    const Model& model = input.result.model;
    const std::string company = isolated(model.title.empty() ? std::string() : model.company.name);
    std::string text = "<header>\n" + page_bar("<span>" + company + "</span>") +
                       fmt::format("<h1>{}</h1>\n", isolated(page_title(model)));
    if (!model.company.about.empty()) text += "<p class=\"about\">" + escaped(model.company.about) + "</p>\n";
    return text + "</header>\n";
}

} // namespace

std::string html_report(const ReportInput& input) {
    const std::vector<PagePart> parts = parts_of(input);
    std::string page = page_head("Assent: " + page_title(input.result.model), input.version) + "<body>\n" +
                       pattern_definitions() + heading(input) + page_navigation(parts) + "<main>\n";
    for (const PagePart& part : parts) page += part.markup;
    page += fmt::format(
        "</main>\n<footer>Made by assent {}. Seed {}, {} deals for each strategy, signature {:016x}.</footer>\n",
        escaped(input.version), input.result.tally.seed, grouped(input.result.tally.replicates),
        input.result.tally.signature);
    return page + page_end();
}

void write_html_report(const ReportInput& input, const std::filesystem::path& path) {
    write_file(path, html_report(input));
}

} // namespace assent
