// Keys of the buying centre: its members, their objections, their links, and what is typical of a role.
#include "scenario/key_table.hpp"

namespace assent {
namespace {

/// The traits that a role typifies: keys of a member and of the priors alike.
template <class Owner> std::vector<Key> trait_keys(const std::string& otherwise) {
    std::vector<Key> keys;
    const auto add = [&](Key key) {
        keys.push_back(std::move(key).or_else(otherwise));
        keys.back().may_be_unknown = std::is_same_v<Owner, Stakeholder>;
    };
    add(key<Owner>("authority", &Owner::authority, "Weight in the decision rule.")
            .in("share")
            .from(0, 1)
            .called("a weight")
            .hint("a member who can only block has veto = true")
            .cites("Choffray & Lilien 1980; value: assumption"));
    add(key<Owner>("susceptibility", &Owner::susceptibility, "How far colleagues can move this mind.")
            .in("share")
            .from(0, 0.99)
            .cites("Friedkin & Johnsen 1990; value: assumption"));
    add(key<Owner>("expertise", &Owner::expertise, "Knowledge of the subject, against a full expert.")
            .in("share")
            .from(0, 1));
    add(key<Owner>("personal_stake", &Owner::personal_stake, "0 buys for the company, 1 for oneself.")
            .in("share")
            .from(0, 1));
    add(key<Owner>("integrity", &Owner::integrity, "Chance-like resistance to inducements.").in("share").from(0, 1));
    add(key<Owner>("patience", &Owner::patience, "Contact that is felt as normal.").in("touches per week").from(0, 20));
    add(key<Owner>("accessibility", &Owner::accessibility, "Factor on the chance of getting through.")
            .in("share")
            .from(0, 1));
    return keys;
}

Section objection_section_built() {
    return section<Objection>(
        "stakeholder.objection", "What a member holds against the purchase.",
        {
            key<Objection>("topic", &Objection::topic, "The topic as it is said.").needed().cites("the case"),
            key<Objection>("severity", &Objection::severity, "How strongly it is felt in week 1.")
                .in("share")
                .from(0, 1),
            key<Objection>("weight", &Objection::weight, "Utility lost at full severity.").in("logit").from(0, 8),
            key<Objection>("pretext", &Objection::pretext, "Is the topic that is said not the true one?")
                .cites("fact B6"),
            key<Objection>("root", &Objection::root, "The true topic behind a pretext; absent: the one that is said.")
                .cites("fact B6"),
            key<Objection>("known", &Objection::known, "Does the seller know of it from the start?").cites("the case"),
        });
}

const Section& objection_section() {
    static const Section result = objection_section_built();
    return result;
}

std::vector<Key> identity_keys() {
    return {
        key<Stakeholder>("id", &Stakeholder::id, "Short name that links, rules and reports use.")
            .needed()
            .cites("the case"),
        key<Stakeholder>("name", &Stakeholder::name, "Name of the person.").cites("the case").for_telling(),
        key<Stakeholder>("title", &Stakeholder::title, "Job title.").cites("the case").for_telling(),
        key<Stakeholder>("roles", &Stakeholder::roles, "Roles in the buying centre; none: other.")
            .cites("Webster & Wind 1972; Bonoma 1982"),
    };
}

std::vector<Key> mind_keys() {
    return {
        key<Stakeholder>("self_weight", &Stakeholder::self_weight,
                         "Weight of the own present view among those listened to.")
            .from(0, 10)
            .cites("Friedkin & Johnsen 1990; value: assumption"),
        key<Stakeholder>("felt_need", &Stakeholder::felt_need, "How strongly the company's need is felt.")
            .in("×")
            .from(0, 2),
        key<Stakeholder>("leaning", &Stakeholder::leaning, "For (+) or against (-) us before anything is said.")
            .in("logit")
            .from(-6, 6),
        key<Stakeholder>("support", &Stakeholder::support, "The same in the words of the field; adds to the leaning.")
            .cites("Miller & Heiman 1985; value: assumption"),
        key<Stakeholder>("threatened", &Stakeholder::threatened, "How much our coming endangers own interests.")
            .in("share")
            .from(0, 1)
            .cites("fact C5"),
        key<Stakeholder>("attention", &Stakeholder::attention, "How present we are to this mind in week 1.")
            .in("share")
            .from(0, 1),
    };
}

std::vector<Key> say_keys() {
    return {
        key<Stakeholder>("veto", &Stakeholder::veto, "Can this member alone block what the others want?")
            .cites("Miller & Heiman 1985"),
        key<Stakeholder>("known", &Stakeholder::known, "Does the seller know that this person exists?")
            .cites("the case"),
        key<Stakeholder>("mind", &Stakeholder::mind, "Counterfactual: the mind fixed, whatever happens.")
            .cites("your choice"),
        key<Stakeholder>("criteria", &Stakeholder::criteria, "What counts in an offer, by criterion.")
            .in("logit")
            .from(0, 20)
            .by("criterion")
            .or_else("by role"),
        key<Stakeholder>("features", &Stakeholder::features, "Worth of a feature that only one alternative has.")
            .in("logit")
            .from(0, 8)
            .by("feature")
            .cites("fact B8; value: assumption"),
        key<Stakeholder>("trust", &Stakeholder::trust, "Trust in week 1, by alternative.")
            .in("share")
            .from(0, 1)
            .by("alternative")
            .or_else("0.5 each")
            .cites("Jøsang & Ismail 2002; value: assumption"),
        key<Stakeholder>("place", &Stakeholder::place,
                         "Where pictures show this person: x to the right, y downwards; changes no result.")
            .in("share")
            .from(0, 1)
            .called("a share of the picture")
            .hint("write place = [x, y], x to the right, y downwards; without it a place is found")
            .or_else("found")
            .cites("your choice")
            .for_drawing(),
    };
}

} // namespace

const Section& stakeholder_section() {
    static const Section result = [] {
        std::vector<Key> keys = identity_keys();
        for (auto&& more : {trait_keys<Stakeholder>("by role"), mind_keys(), say_keys()}) {
            keys.insert(keys.end(), more.begin(), more.end());
        }
        return section<Stakeholder>(
            "stakeholder", "One member of the buying centre.", std::move(keys),
            {list_child<Stakeholder>("objection", objection_section(), &Stakeholder::objections)});
    }();
    return result;
}

const Section& prior_section() {
    static const Section result = [] {
        std::vector<Key> keys = trait_keys<RolePrior>("by role");
        keys.push_back(key<RolePrior>("criteria", &RolePrior::criteria, "What counts in an offer, by criterion.")
                           .in("logit")
                           .from(0, 20)
                           .by("criterion")
                           .or_else("by role"));
        return section<RolePrior>("priors.<role>",
                                  "What is typical of a role (the mean) and what \"unknown\" draws from (all of it).",
                                  std::move(keys));
    }();
    return result;
}

const Section& link_section() {
    static const Section result = section<LinkDraft>(
        "link", "Who influences whom.",
        {
            key<LinkDraft>("from", &LinkDraft::from, "Who influences; with reports_to the subordinate.")
                .needed()
                .cites("the case"),
            key<LinkDraft>("to", &LinkDraft::to, "Who is influenced; with reports_to the superior.")
                .needed()
                .cites("the case"),
            key<LinkDraft>(
                "kind", [](LinkDraft& draft) -> LinkKind& { return draft.link.kind; },
                "reports_to lets the superior influence the subordinate; conflict pushes views apart.")
                .cites("Johnston & Bonoma 1981"),
            key<LinkDraft>(
                "strength", [](LinkDraft& draft) -> Number& { return draft.link.strength; },
                "Strength; normalised over all who influence the same member.")
                .from(0, 10)
                .cites("Friedkin & Johnsen 1990; value: assumption"),
        });
    return result;
}

} // namespace assent
