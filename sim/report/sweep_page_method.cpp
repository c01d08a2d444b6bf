// How the figures were got, what they cannot say, and how to get them again.
#include "report/html_parts.hpp"
#include "report/html_text.hpp"
#include "report/number_words.hpp"
#include "report/sweep_page_parts.hpp"

#include <fmt/format.h>

namespace assent {
namespace {

std::string item(const std::string& text) { return "<li>" + text + "</li>\n"; }
std::string fact(std::string_view term, const std::string& words) {
    return fmt::format("<dt>{}</dt><dd>{}</dd>\n", term, words);
}

std::string sampling_words(const SweepPageInput& input) {
    switch (sampled(input.manifest)) {
    case Sampled::points:
        return "The points are a sample of the ranges. Intervals over points join two errors by the root of their "
               "squares: the luck of the deals, and the sampling of points (Student’s t between points).";
    case Sampled::companies:
        return "The companies count as a sample of companies like these. Intervals over points join two errors by the "
               "root of their squares: the luck of the deals, and the choice of companies (Student’s t between their "
               "means). If you chose the companies by hand, read them as if chosen by chance. Along the axis of "
               "companies itself, intervals cover only the luck of the deals.";
    default:
        return "The points are all that was asked for, not a sample. Intervals over points cover the luck of the deals "
               "only.";
    }
}

} // namespace

std::string sweep_method_section(const SweepPageInput& input) {
    std::string items = item(sampling_words(input));
    items +=
        item("All points and strategies meet the same luck, deal by deal. Differences are therefore sharper than "
             "levels; and as luck may push all points the same way, its error over many points is taken as that of "
             "a middling point, not divided by their number. That is on the safe side.");
    items +=
        item("Where one strategy is called best at a point, the comparison is paired and holds together for all "
             "strategies of that point, but not for all points at once: of many points, a few are called wrongly.");
    items += item("A mean over points is a mean over what you asked, not over what is likely. Change the axes, and it "
                  "changes. Two axes that depend on each other in life may have met in pairs that never occur.");
    items += item("The model knows what the scenario says and nothing else: people who join or leave, budgets that "
                  "move, several deals at once are left out. Constants without published figures are assumptions; "
                  "<code>assent explain</code> and <code>assent tornado</code> show them.");
    items += item("Shares explained: epsilon squared (Kelley 1935). Regret: Savage (1951). Intervals: Wilson (1927), "
                  "Bonett &amp; Price (2012), Student (1908); simultaneous ones by Bonferroni.");
    return section("method", "Method, limits, sources", "", "<ul>\n" + items + "</ul>\n");
}

std::string sweep_manifest_section(const SweepPageInput& input) {
    const Manifest& manifest = input.manifest;
    const auto code = [](const std::string& text) { return "<code>" + escaped(text) + "</code>"; };
    std::string facts = fact("Sweep", code(manifest.sweep_id));
    facts += fact("Points", fmt::format("{} of {}", grouped(input.summary.points), grouped(manifest.points)));
    facts += fact("Deals", grouped(input.summary.deals));
    facts += fact("Seed", fmt::format("<code>{}</code>", manifest.seed));
    facts += fact("Confidence", confidence_text(input));
    facts += fact("Played by", code("assent " + manifest.version) + " on " + isolated(manifest.host) + ", begun " +
                                   escaped(manifest.started));
    std::vector<std::vector<std::string>> axes;
    for (const StoredAxis& axis : manifest.axes) axes.push_back({code(axis.path), escaped(axis.written)});
    std::string body = "<dl class=\"facts\">\n" + facts + "</dl>\n";
    if (!axes.empty()) body += data_table("Axes", {"Key", "Values"}, axes, 2);
    if (manifest.companies.size() > 1) {
        std::string names;
        for (const std::string& name : manifest.companies)
            if (names.size() < 4000) names += "<li>" + isolated(name) + "</li>\n";
        body += folded(fmt::format("The {} companies", manifest.companies.size()), "<ul>\n" + names + "</ul>\n");
    }
    body += "<p>The same sweep, seed and version give the same figures bit for bit, on any number of threads and "
            "machines.</p>\n<div class=\"screen-only\">" +
            folded("All that the results depend on", "<pre>" + escaped(manifest.description) + "</pre>\n") + "</div>\n";
    return section("manifest", "Manifest", "", body);
}

} // namespace assent
