#include "scenario/selectors.hpp"

#include "scenario/findings.hpp"
#include "scenario/key_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <numeric>

namespace assent {
namespace {

constexpr std::string_view role_prefix = "role:", from_prefix = "from:", to_prefix = "to:", act_prefix = "do:";

/// Places for which the predicate holds.
template <class List, class Predicate> std::vector<int> places_where(const List& list, Predicate predicate) {
    std::vector<int> places;
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (predicate(list[i])) {
            places.push_back(static_cast<int>(i));
        }
    }
    return places;
}

double expected_authority(const Model& model, const Stakeholder& person) {
    const bool told = person.authority.kind != Number::Kind::unset && person.authority.kind != Number::Kind::unknown;
    const Role role = person.roles.empty() ? Role::other : person.roles.front();
    return told ? person.authority.mean() : model.priors[static_cast<std::size_t>(role)].authority.mean();
}

/// Share of authority plus scope of influence, as the strategies' rules rank people (model/compile_members.cpp), but over
/// all people, known or not: what a fact changes is the company, not what is known of it.
std::vector<double> importance_of(const Draft& draft) {
    const Model whole = model_of(draft);
    std::vector<double> importance = whole.centre.influence();
    double total = 0;
    for (const Stakeholder& person : draft.stakeholders) {
        total += expected_authority(draft.model, person);
    }
    for (std::size_t d = 0; d < importance.size(); ++d) {
        importance[d] += total > 0 ? expected_authority(draft.model, draft.stakeholders[d]) / total : 0;
    }
    return importance;
}

/// The first of the most, or least, important people.
std::vector<int> extreme(const Draft& draft, bool most) {
    const std::vector<double> importance = importance_of(draft);
    if (importance.empty()) {
        return {};
    }
    const auto found = most ? std::max_element(importance.begin(), importance.end())
                            : std::min_element(importance.begin(), importance.end());
    return {static_cast<int>(found - importance.begin())};
}

SelectorMatch no_such_role(std::string_view role) {
    const std::string_view near = nearest(role, vocabulary<Role>().words);
    return {{},
            false,
            "no such role",
            near.empty() ? "roles are " + listed(vocabulary<Role>().words) : fmt::format("did you mean \"{}\"?", near)};
}

SelectorMatch people(const Draft& draft, std::string_view selector) {
    if (selector == "most_influential" || selector == "least_influential") {
        return {extreme(draft, selector.front() == 'm'), true, {}, {}};
    }
    if (!selector.starts_with(role_prefix)) {
        return {};
    }
    const auto role = from_word<Role>(selector.substr(role_prefix.size()));
    if (!role) {
        return no_such_role(selector.substr(role_prefix.size()));
    }
    return {places_where(draft.stakeholders,
                         [&](const Stakeholder& person) {
                             return std::find(person.roles.begin(), person.roles.end(), *role) != person.roles.end();
                         }),
            true,
            {},
            {}};
}

SelectorMatch offers(const Draft& draft, std::string_view selector) {
    const auto kind =
        selector == "rivals" ? std::optional(Alternative::Kind::rival) : from_word<Alternative::Kind>(selector);
    if (!kind) {
        return {};
    }
    return {places_where(draft.model.alternatives, [&](const Alternative& offer) { return offer.kind == *kind; }),
            true,
            {},
            {}};
}

SelectorMatch links(const Draft& draft, const Child& stakeholders, std::string_view selector) {
    const bool from = selector.starts_with(from_prefix);
    if (!from && !selector.starts_with(to_prefix)) {
        return {{}, false, "no such choice of links", "write *, from:<people> or to:<people>"};
    }
    Draft& open = const_cast<Draft&>(draft); // the key table hands out places to write, of which none is used here
    SelectorMatch ends = select(draft, stakeholders, &open, selector.substr((from ? from_prefix : to_prefix).size()));
    const std::vector<LinkDraft>& all = draft.links;
    std::vector<int> places = places_where(all, [&](const LinkDraft& link) {
        return std::any_of(ends.places.begin(), ends.places.end(), [&](int member) {
            return draft.stakeholders[static_cast<std::size_t>(member)].id == (from ? link.from : link.to);
        });
    });
    return {std::move(places), true, ends.why, ends.remedy};
}

/// A rule by its number or its act.
SelectorMatch rules(const Child& child, void* owner, std::string_view selector) {
    const int count = child.count(owner);
    if (selector.starts_with(act_prefix)) {
        const auto act = from_word<Act>(selector.substr(act_prefix.size()));
        SelectorMatch found{
            {}, true, act ? "" : "no such act", act ? "" : "acts are " + listed(vocabulary<Act>().words)};
        for (int i = 0; act && i < count; ++i) {
            if (static_cast<Rule*>(child.element(owner, i))->act == *act) {
                found.places.push_back(i);
            }
        }
        return found;
    }
    int number = 0;
    const auto [end, error] = std::from_chars(selector.data(), selector.data() + selector.size(), number);
    if (error == std::errc() && end == selector.data() + selector.size() && number >= 1 && number <= count) {
        return {{number - 1}, false, {}, {}};
    }
    return {{}, false, "no such place in the list", fmt::format("there are {}; count from 1, or write *", count)};
}

/// An element by its id, or an objection by its topic.
SelectorMatch by_id(const Child& child, void* owner, std::string_view selector) {
    const Key* id = child.section->key("id");
    id = id == nullptr ? child.section->key("topic") : id;
    SelectorMatch found;
    std::vector<std::string> ids;
    for (int i = 0; i < child.count(owner); ++i) {
        ids.push_back(*std::get<TextSlot>(id->slot(child.element(owner, i))));
        if (ids.back() == selector) {
            found.places.push_back(i);
        }
    }
    if (found.places.empty()) {
        const std::vector<std::string_view> views(ids.begin(), ids.end());
        const std::string_view near = nearest(selector, views);
        found.why = fmt::format("no {} is called \"{}\"", child.name, selector);
        found.remedy = near.empty() ? fmt::format("there are {}", ids.empty() ? "none" : listed(views))
                                    : fmt::format("did you mean \"{}\"?", near);
    }
    return found;
}

} // namespace

SelectorMatch select(const Draft& draft, const Child& child, void* owner, std::string_view selector) {
    if (selector == "*") {
        std::vector<int> all(static_cast<std::size_t>(child.count(owner)));
        std::iota(all.begin(), all.end(), 0);
        return {std::move(all), true, {}, {}};
    }
    SelectorMatch found;
    if (child.name == "stakeholder") {
        found = people(draft, selector);
    } else if (child.name == "alternative") {
        found = offers(draft, selector);
    } else if (child.name == "link") {
        return links(draft, *scenario_section().child("stakeholder"), selector);
    } else if (child.section->key("id") == nullptr && child.section->key("topic") == nullptr) {
        return rules(child, owner, selector);
    }
    if (child.name == "rule") {
        return rules(child, owner, selector);
    }
    return found.is_kind || !found.why.empty() ? found : by_id(child, owner, selector);
}

std::vector<std::string> parts_of(std::string_view path) {
    std::vector<std::string> parts(1);
    bool quoted = false;
    for (const char letter : path) {
        if (letter == '"') {
            quoted = !quoted;
        } else if (letter == '.' && !quoted) {
            parts.emplace_back();
        } else {
            parts.back() += letter;
        }
    }
    return parts;
}

} // namespace assent
