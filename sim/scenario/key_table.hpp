#pragma once
// The one table of keys. Reader, dump, range checks, `assent keys` and the JSON Schema all run off it.
#include "scenario/draft.hpp"
#include "scenario/key.hpp"

namespace assent {

/// The file as a whole; every other section hangs below it. Its objects are Drafts.
const Section& scenario_section();

// The parts of the table, one file each.
const Section& company_section();
const Section& process_section();
const Section& negotiation_section();
const Section& relationship_section();
const Section& stakeholder_section();
const Section& link_section();
const Section& prior_section();
const Section& alternative_section();
const Section& topic_section();
const Section& criterion_section();
const Section& extra_section();
const Section& act_section();
const Section& channel_section();
const Section& seller_section();
const Section& strategy_section();
const Section& assumption_section();
const Section& fact_section();
const Section& sweep_section();

/// The table of a distribution: name and the parameters it takes.
struct DistributionForm {
    std::string_view name;
    Number::Kind kind;
    std::vector<std::string_view> parameters; ///< empty: list of [value, probability]
};
const std::vector<DistributionForm>& distribution_forms();

/// A section with the default values of a default-constructed Owner.
template <class Owner>
Section section(std::string path, std::string sentence, std::vector<Key> keys, std::vector<Child> children = {}) {
    Section result;
    result.path = std::move(path);
    result.sentence = std::move(sentence);
    result.keys = std::move(keys);
    result.children = std::move(children);
    result.presets = std::make_shared<Owner>();
    return result;
}

} // namespace assent
