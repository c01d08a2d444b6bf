#include "scenario/key_table.hpp"

#include <algorithm>

namespace assent {

const Key* Section::key(std::string_view name) const {
    const auto found = std::find_if(keys.begin(), keys.end(), [&](const Key& key) { return key.name == name; });
    return found == keys.end() ? nullptr : &*found;
}

const Child* Section::child(std::string_view name) const {
    const auto found =
        std::find_if(children.begin(), children.end(), [&](const Child& child) { return child.name == name; });
    return found == children.end() ? nullptr : &*found;
}

std::vector<std::string_view> Section::names() const {
    std::vector<std::string_view> all;
    for (const Key& key : keys) {
        all.push_back(key.name);
    }
    for (const Child& child : children) {
        all.push_back(child.name);
    }
    return all;
}

const std::vector<DistributionForm>& distribution_forms() {
    static const std::vector<DistributionForm> forms{
        {"uniform", Number::Kind::uniform, {"least", "greatest"}},
        {"triangular", Number::Kind::triangular, {"least", "most likely", "greatest"}},
        {"normal", Number::Kind::normal, {"mean", "standard deviation"}},
        {"lognormal", Number::Kind::lognormal, {"median", "sigma"}},
        {"beta", Number::Kind::beta, {"a", "b"}},
        {"discrete", Number::Kind::discrete, {}},
    };
    return forms;
}

namespace {

std::vector<Key> scenario_keys() {
    return {
        key<Draft>(
            "format", [](Draft& draft) -> int& { return draft.model.format; },
            "Version of the scenario format that the file is written in.")
            .from(1, 1)
            .needed()
            .cites("format"),
        key<Draft>(
            "title", [](Draft& draft) -> std::string& { return draft.model.title; },
            "One line that tells this scenario from others.")
            .cites("format")
            .for_telling(),
        key<Draft>("include", &Draft::include,
                   "Files to read first, relative to this one; what stands here overrides them key by key.")
            .cites("format"),
    };
}

std::vector<Child> scenario_children() {
    const auto in_model = [](auto member) {
        return [member](Draft & draft) -> auto& { return draft.model.*member; };
    };
    Child topics = list_child<Draft>("topic", topic_section(), in_model(&Model::topics));
    Child criteria = list_child<Draft>("criterion", criterion_section(), in_model(&Model::criteria));
    topics.presets = true;
    criteria.presets = true;
    return {
        table_child<Draft>("company", company_section(), in_model(&Model::company)),
        table_child<Draft>("process", process_section(), in_model(&Model::process)),
        table_child<Draft>("negotiation", negotiation_section(), in_model(&Model::negotiation)),
        table_child<Draft>("relationship", relationship_section(), in_model(&Model::relationship)),
        list_child<Draft>("stakeholder", stakeholder_section(), &Draft::stakeholders),
        list_child<Draft>("link", link_section(), &Draft::links),
        list_child<Draft>("alternative", alternative_section(), in_model(&Model::alternatives)),
        table_child<Draft>("seller", seller_section(), in_model(&Model::seller)),
        list_child<Draft>("strategy", strategy_section(), in_model(&Model::strategies)),
        list_child<Draft>("extra", extra_section(), in_model(&Model::extras)),
        topics,
        criteria,
        by_word_child<Draft>("act", act_section(), vocabulary<Act>(), in_model(&Model::acts)),
        by_word_child<Draft>("channel", channel_section(), vocabulary<Channel>(), in_model(&Model::channels)),
        by_word_child<Draft>("priors", prior_section(), vocabulary<Role>(), in_model(&Model::priors)),
        table_child<Draft>("assumptions", assumption_section(), in_model(&Model::assumptions)),
        table_child<Draft>("fact", fact_section(), in_model(&Model::fact)),
        table_child<Draft>("sweep", sweep_section(), in_model(&Model::sweep)),
    };
}

} // namespace

const Section& scenario_section() {
    static const Section result = [] {
        Section root;
        root.sentence = "One client company, what it can choose, and what we may do about it.";
        root.keys = scenario_keys();
        root.children = scenario_children();
        root.presets = std::make_shared<Draft>(empty_draft());
        return root;
    }();
    return result;
}

} // namespace assent
