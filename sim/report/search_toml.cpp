// The strategy found as a scenario file, with the evidence in comments.
#include "report/rule_words.hpp"
#include "report/search_report.hpp"
#include "scenario/reader.hpp"

#include <fmt/format.h>

namespace assent {
namespace {

constexpr TextStyle comment_style{116, false};

/// Every line behind a #.
std::string commented(const std::string& text) {
    std::string out;
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t to = std::min(text.find('\n', from), text.size());
        out += to == from ? "#" : "# " + text.substr(from, to - from);
        out += "\n";
        from = to + 1;
    }
    return out;
}

std::string paragraph(const std::string& text) { return commented(wrapped(printable(text), comment_style)); }

std::string evidence(const SearchReport& report, std::string_view version) {
    const SearchResult& result = report.result;
    std::string text =
        paragraph(fmt::format("assent {} search of {}, seed {}, budget {}, ranked by {}.", version, report.file,
                              report.request.run.seed, result.budget, word(report.request.measure)));
    text += paragraph(search_headline(report)) + paragraph(search_evidence(report)) + paragraph(search_caution());
    text += "#\n";
    for (std::size_t i = 0; i < result.found.rules.size(); ++i) {
        std::string line = fmt::format("{}. {}", i + 1, rule_sentence(report.model, result.found.rules[i]));
        if (i < result.worth.size()) line += " " + worth_sentence(report, result.worth[i]);
        text += paragraph(line);
    }
    return text + "\n";
}

} // namespace

std::string search_toml(const SearchReport& report, const std::string& include, std::string_view version) {
    Model model = include.empty() ? report.model : Model::defaults();
    model.strategies.push_back(report.result.found);
    std::string text = dump_scenario(model);
    if (!include.empty()) {
        const std::string first = fmt::format("format = {}\n", model.format);
        std::string quoted;
        for (const char letter : include) (quoted += letter == '"' || letter == '\\' ? "\\" : "") += letter;
        text.replace(text.find(first), first.size(), first + fmt::format("include = \"{}\"\n", quoted));
    }
    return evidence(report, version) + text;
}

} // namespace assent
