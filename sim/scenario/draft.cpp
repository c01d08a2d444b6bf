#include "scenario/draft.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace assent {
namespace {

Alternative doing_nothing() {
    Alternative nothing;
    nothing.id = "nothing";
    nothing.name = "Do nothing";
    nothing.kind = Alternative::Kind::nothing;
    return nothing;
}

} // namespace

Draft empty_draft() {
    Draft draft;
    draft.model = Model::defaults();
    return draft;
}

Draft draft_of(const Model& model) {
    Draft draft;
    draft.model = model;
    draft.model.centre = BuyingCentre();
    const int members = model.centre.size();
    draft.stakeholders.reserve(static_cast<std::size_t>(members));
    for (int member = 0; member < members; ++member) {
        draft.stakeholders.push_back(model.centre.stakeholder(member));
    }
    const auto id = [&](int member) { return draft.stakeholders[static_cast<std::size_t>(member)].id; };
    for (const BuyingCentre::Edge& edge : model.centre.links()) {
        LinkDraft link{id(edge.from), id(edge.to), *edge.link};
        if (link.link.kind == LinkKind::reports_to) {
            std::swap(link.from, link.to);
        }
        draft.links.push_back(std::move(link));
    }
    return draft;
}

Model model_of(Draft draft) {
    Model model = std::move(draft.model);
    std::unordered_map<std::string, int> place_of;
    for (Stakeholder& stakeholder : draft.stakeholders) {
        const std::string id = stakeholder.id;
        place_of.emplace(id, model.centre.add(std::move(stakeholder)));
    }
    for (LinkDraft& link : draft.links) {
        int from = place_of.at(link.from), to = place_of.at(link.to);
        if (link.link.kind == LinkKind::reports_to) {
            std::swap(from, to); // who reports is influenced by his superior
        }
        model.centre.connect(from, to, std::move(link.link));
    }
    auto& alternatives = model.alternatives;
    // The kinds are declared in the order that the model wants: ours, rivals, doing nothing.
    std::stable_sort(alternatives.begin(), alternatives.end(),
                     [](const Alternative& a, const Alternative& b) { return a.kind < b.kind; });
    if (alternatives.empty() || alternatives.back().kind != Alternative::Kind::nothing) {
        alternatives.push_back(doing_nothing());
    }
    return model;
}

} // namespace assent
