// Draws the buying centre.
#include "report/svg_centre.hpp"

#include "report/number_words.hpp"
#include "report/palette.hpp"
#include "report/reason_words.hpp"
#include "report/svg_centre_parts.hpp"
#include "report/svg_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace assent {
namespace {

constexpr double name_size = 12.5, title_size = 11;
constexpr double least_radius = 17, greatest_radius = 34; // of the core
constexpr std::size_t numbered_segments = 6;              // beyond, the numbers around a disc would collide

int topic_style(int number) { return std::min(number, topic_colours) - 1; }

double core_radius(const CentrePerson& person, double greatest_authority) {
    const double share = greatest_authority > 0 ? person.authority / greatest_authority : 0;
    return least_radius + (greatest_radius - least_radius) * std::sqrt(share);
}

std::vector<DrawnPerson> laid_out(const CentrePicture& picture, double width, double height) {
    double greatest = 0;
    for (const CentrePerson& person : picture.people) greatest = std::max(greatest, person.authority);
    const double room = width >= 500 ? 158 : 104;
    std::vector<DrawnPerson> all;
    std::vector<Point> places;
    std::vector<CentreBlock> blocks;
    for (const CentrePerson& person : picture.people) {
        DrawnPerson drawn{&person,
                          core_radius(person, greatest),
                          {},
                          shortened(person.name, name_size, room),
                          shortened(short_title(person.title), title_size, room),
                          {}};
        drawn.block.radius = drawn.edge() + 3;
        drawn.block.label_width = std::max(text_width(drawn.name, name_size), text_width(drawn.title, title_size)) + 10;
        drawn.block.label_height = person.title.empty() ? 20 : 35;
        drawn.block.put = person.put;
        blocks.push_back(drawn.block);
        places.push_back(person.place);
        all.push_back(std::move(drawn));
    }
    const auto placed = place_blocks(places, blocks, width, height);
    for (std::size_t i = 0; i < all.size(); ++i) all[i].at = placed[i];
    return all;
}

void draw_ring(Svg& svg, const DrawnPerson& drawn) {
    const auto& objections = drawn.person->objections;
    const double span = 1.0 / static_cast<double>(objections.size());
    const double gap = objections.size() == 1 ? 0.004 : std::min(0.018, span * 0.2);
    // No segment has its middle, and with it its number, at the bottom: there stands the name.
    const double turn = objections.size() % 2 == 1 ? span / 2 : 0;
    for (std::size_t i = 0; i < objections.size(); ++i) {
        const CentreObjection& objection = objections[i];
        const double from = turn + span * static_cast<double>(i) + gap,
                     to = turn + span * static_cast<double>(i + 1) - gap;
        const int style = topic_style(objection.number);
        svg.open_group(fmt::format("{}: severity {}{}", objection.topic, percent(objection.severity),
                                   objection.known ? "" : ", unknown to the seller"));
        svg.arc(drawn.at, drawn.ring(), from, to, fmt::format("seg rest s{}", style));
        if (objection.severity > 0.01)
            svg.arc(drawn.at, drawn.ring(), from, from + (to - from) * objection.severity,
                    fmt::format("seg s{}{}", style, objection.known ? "" : " unknown"));
        if (objections.size() <= numbered_segments) {
            const double angle = 2 * std::numbers::pi * (from + to) / 2;
            const double out = drawn.edge() + (objection.number < 10 ? 7 : 10);
            svg.text({drawn.at.x + out * std::sin(angle), drawn.at.y - out * std::cos(angle) + 3.5},
                     std::to_string(objection.number), "small muted", Anchor::middle);
        }
        svg.close_group();
    }
}

void draw_sign(Svg& svg, Point at, const char* letter, const char* style, const char* tooltip) {
    svg.open_group(tooltip);
    svg.rectangle({at.x - 8, at.y - 8, 16, 16}, style, style == std::string_view("veto") ? 8 : 3);
    svg.text({at.x, at.y + 3.8}, letter, "sign", Anchor::middle);
    svg.close_group();
}

void draw_person(Svg& svg, const DrawnPerson& drawn) {
    const CentrePerson& person = *drawn.person;
    const Point at = drawn.at;
    svg.open_group(fmt::format("{}, {}: {} of the say{}", person.name, person.title, percent(person.authority),
                               person.known ? "" : "; unknown to the seller"));
    const Box label = drawn.label();
    svg.rectangle(label, "plate", 6);
    svg.circle(at, drawn.edge(), "disc");
    svg.circle(at, drawn.core, person.known ? "core" : "core hidden");
    svg.text({at.x, at.y + 4.5}, initials(person.name), "initials", Anchor::middle);
    svg.text({at.x, label.y + 14}, drawn.name, "strong", Anchor::middle);
    svg.text({at.x, label.y + 28}, drawn.title, "small muted", Anchor::middle);
    svg.close_group();
    if (!person.objections.empty()) draw_ring(svg, drawn);
    const double diagonal = drawn.edge() * 0.74;
    if (person.veto) draw_sign(svg, {at.x + diagonal, at.y - diagonal}, "V", "veto", "can veto");
    if (person.gatekeeper)
        draw_sign(svg, {at.x - diagonal, at.y - diagonal}, "G", "gate", "gatekeeper: decides who gets through");
}

double height_for(std::size_t people, double width) {
    const auto count = static_cast<double>(people);
    return width >= 500 ? std::clamp(240 + 50 * count, 340.0, 1300.0) : std::clamp(150 + 62 * count, 260.0, 1300.0);
}

} // namespace

std::string draw_centre(const CentrePicture& picture, double width) {
    const double height = height_for(picture.people.size(), width);
    std::string description;
    for (const CentrePerson& person : picture.people)
        description += fmt::format("{}, {}. ", person.name, percent(person.authority));
    Svg svg(width, height, "The buying centre: who has a say, who influences whom", description);
    const std::vector<DrawnPerson> people = laid_out(picture, width, height);
    for (const CentreLink& link : picture.links)
        draw_link(svg, link, people[static_cast<std::size_t>(link.from)], people[static_cast<std::size_t>(link.to)]);
    for (const DrawnPerson& drawn : people) draw_person(svg, drawn);
    return std::move(svg).finish();
}

std::string topic_mark(int number) {
    Svg svg(16, 16, "", "");
    svg.circle({8, 8}, 8, fmt::format("f{}", topic_style(number)));
    svg.text({8, 11.8}, std::to_string(number), "sign", Anchor::middle);
    return std::move(svg).finish();
}

} // namespace assent
