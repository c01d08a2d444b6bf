// From Model and Plan to what is drawn of a buying centre.
#include "report/reason_words.hpp"
#include "report/svg_centre.hpp"

#include <algorithm>
#include <map>
#include <numeric>

namespace assent {
namespace {

double authority_of(const Plan& plan, int member) {
    const auto place = static_cast<std::size_t>(member);
    return place < plan.authority.size() ? plan.authority[place].value : 0;
}

/// The members with most authority, in the order of the file.
std::vector<int> most_important(const Model& model, const Plan& plan, std::size_t most_people) {
    std::vector<int> members(static_cast<std::size_t>(model.centre.size()));
    std::iota(members.begin(), members.end(), 0);
    std::ranges::stable_sort(members, std::ranges::greater{}, [&](int member) { return authority_of(plan, member); });
    members.resize(std::min(members.size(), most_people));
    std::ranges::sort(members);
    return members;
}

CentrePerson person_of(const Model& model, const Plan& plan, int member, double all_authority) {
    const Stakeholder& stakeholder = model.centre.stakeholder(member);
    CentrePerson person;
    person.member = member;
    person.name = stakeholder.name.empty() ? stakeholder.id : stakeholder.name;
    person.title = stakeholder.title;
    person.authority = all_authority > 0 ? authority_of(plan, member) / all_authority : 0;
    person.veto = stakeholder.veto;
    person.known = stakeholder.known;
    if (stakeholder.place) person.put = Point{stakeholder.place->x, stakeholder.place->y};
    person.gatekeeper = std::ranges::find(stakeholder.roles, Role::gatekeeper) != stakeholder.roles.end();
    const auto first = static_cast<std::size_t>(plan.objection_begin[static_cast<std::size_t>(member)]);
    for (std::size_t i = 0; i < stakeholder.objections.size() && first + i < plan.severity.size(); ++i) {
        CentreObjection objection;
        objection.topic = reason_name(model, plan.root_topic[first + i]);
        objection.severity = std::clamp(static_cast<double>(plan.severity[first + i].value), 0.0, 1.0);
        objection.known = stakeholder.objections[i].known;
        person.objections.push_back(objection);
    }
    return person;
}

/// Numbers topics by how much authority-weighted severity stands behind them, so that the first colours go to what counts.
void number_topics(CentrePicture& picture) {
    std::map<std::string, double> weight;
    for (const CentrePerson& person : picture.people)
        for (const CentreObjection& objection : person.objections)
            weight[objection.topic] += objection.severity * (person.authority + 0.01);
    for (const auto& [topic, of_topic] : weight) picture.topics.push_back(topic);
    std::ranges::stable_sort(picture.topics, std::ranges::greater{},
                             [&](const std::string& topic) { return weight[topic]; });
    for (CentrePerson& person : picture.people)
        for (CentreObjection& objection : person.objections)
            objection.number =
                1 + static_cast<int>(std::ranges::find(picture.topics, objection.topic) - picture.topics.begin());
}

void add_links(CentrePicture& picture, const Model& model) {
    std::map<int, int> place;
    for (std::size_t i = 0; i < picture.people.size(); ++i) place[picture.people[i].member] = static_cast<int>(i);
    double strongest = 0;
    for (const BuyingCentre::Edge& edge : model.centre.links()) {
        if (!place.contains(edge.from) || !place.contains(edge.to)) continue;
        const Number& strength = edge.link->strength;
        const bool has_mean = strength.kind != Number::Kind::unset && strength.kind != Number::Kind::unknown;
        const double weight = has_mean ? std::max(0.0, strength.mean()) : 1.0;
        picture.links.push_back({place[edge.from], place[edge.to], weight, edge.link->kind});
        strongest = std::max(strongest, weight);
    }
    for (CentreLink& link : picture.links) link.weight = strongest > 0 ? link.weight / strongest : 0;
}

} // namespace

CentrePicture centre_picture(const Model& model, const Plan& plan, const std::vector<std::pair<double, double>>& layout,
                             std::size_t most_people) {
    CentrePicture picture;
    double all_authority = 0;
    for (int member = 0; member < model.centre.size(); ++member) all_authority += authority_of(plan, member);
    for (const int member : most_important(model, plan, most_people)) {
        picture.people.push_back(person_of(model, plan, member, all_authority));
        const auto& [x, y] = layout[static_cast<std::size_t>(member)];
        picture.people.back().place = {x, y};
    }
    picture.left_out = model.centre.size() - static_cast<int>(picture.people.size());
    number_topics(picture);
    add_links(picture, model);
    return picture;
}

} // namespace assent
