// The buying centre as graph and as table.
#include "report/html_parts.hpp"
#include "report/html_sections.hpp"
#include "report/html_text.hpp"
#include "report/number_words.hpp"
#include "report/svg_centre.hpp"
#include "report/svg_charts.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace assent {
namespace {

constexpr std::size_t drawn_wide = 24, drawn_narrow = 12; // people; more do not fit with their names
constexpr std::size_t open_rows = 9;                      // of the table; the rest is folded
constexpr std::size_t most_rows = 60;
constexpr std::size_t most_topics = 14; // in the legend

std::string badges(const CentrePerson& person) {
    std::string text;
    if (person.veto) text += " <span class=\"badge\">can veto</span>";
    if (person.gatekeeper) text += " <span class=\"badge\">gatekeeper</span>";
    if (!person.known) text += " <span class=\"badge\">unknown to you</span>";
    return text;
}

std::string doubts(const CentrePerson& person) {
    std::vector<CentreObjection> objections = person.objections;
    std::ranges::stable_sort(objections, std::ranges::greater{}, &CentreObjection::severity);
    std::string text;
    for (const CentreObjection& objection : objections)
        text += fmt::format("{}{} {}{}", text.empty() ? "" : ", ", isolated(objection.topic),
                            decimal(objection.severity, 2), objection.known ? "" : " (hidden)");
    return text.empty() ? "none" : text;
}

std::string people_table(const std::vector<const CentrePerson*>& people) {
    std::vector<std::vector<std::string>> rows;
    for (const CentrePerson* person : people)
        rows.push_back(
            {isolated(person->name) + badges(*person) + "<span class=\"sub\">" + escaped(person->title) + "</span>",
             doubts(*person), percent(person->authority)});
    // Numbers stand last, so that doubts have room in between.
    return data_table("Doubts with their severity from 0 to 1; say = share of authority", {"Who", "Doubts", "Say"},
                      rows, 2);
}

std::string all_people(const CentrePicture& picture) {
    std::vector<const CentrePerson*> people;
    for (const CentrePerson& person : picture.people) people.push_back(&person);
    std::ranges::stable_sort(people, std::ranges::greater{},
                             [](const CentrePerson* person) { return person->authority; });
    const std::size_t shown = std::min(people.size(), most_rows), open = std::min(shown, open_rows);
    std::string table = people_table({people.begin(), people.begin() + static_cast<std::ptrdiff_t>(open)});
    if (shown > open)
        table += folded(fmt::format("{} more people", shown - open),
                        people_table({people.begin() + static_cast<std::ptrdiff_t>(open),
                                      people.begin() + static_cast<std::ptrdiff_t>(shown)}));
    const std::size_t left_out = static_cast<std::size_t>(picture.left_out) + people.size() - shown;
    if (left_out > 0) table += note(fmt::format("{} further people with less authority are not listed.", left_out));
    return table;
}

std::string topic_legend(const CentrePicture& picture) {
    std::string items;
    for (std::size_t i = 0; i < std::min(picture.topics.size(), most_topics); ++i)
        items += fmt::format("<li>{}{}</li>\n", topic_mark(static_cast<int>(i) + 1), isolated(picture.topics[i]));
    if (picture.topics.size() > most_topics)
        items += fmt::format("<li>and {} more topics</li>\n", picture.topics.size() - most_topics);
    return items.empty() ? "" : "<ul class=\"legend\">\n" + items + "</ul>\n";
}

} // namespace

std::string centre_section(const ReportInput& input) {
    const Model& model = input.result.model;
    const auto layout = model.centre.layout();
    const CentrePicture wide = centre_picture(model, input.plan, layout, drawn_wide);
    const CentrePicture narrow = centre_picture(model, input.plan, layout, drawn_narrow);
    const CentrePicture listed = centre_picture(model, input.plan, layout, most_rows);
    std::string picture =
        pictures([&](double width) { return draw_centre(width == wide_picture ? wide : narrow, width); });
    picture += topic_legend(wide);
    picture +=
        note("Disc = say. Ring = doubts by topic, full when severe. Arrow = who influences whom, wide when strong; "
             "dotted = informal, open head = reporting line, red with a bar = conflict. Dashed = unknown to you. "
             "V = can veto, G = gatekeeper.");
    if (wide.left_out > 0)
        picture += note(fmt::format("Drawn are the {} people with most authority; {} others are left out.",
                                    wide.people.size(), wide.left_out));
    const std::string lead =
        fmt::format("{} {} decide. <strong>Who has a say</strong>, what they doubt, and whom they listen to.",
                    model.centre.size(), model.centre.size() == 1 ? "person" : "people");
    return long_section("centre", "The buying centre", lead, side_by_side(picture, all_people(listed)));
}

} // namespace assent
