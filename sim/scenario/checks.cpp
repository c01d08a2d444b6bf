#include "scenario/checks.hpp"

#include <fmt/format.h>

namespace assent {
namespace {

constexpr std::size_t listed_ids = 12; ///< so many ids a message may list

} // namespace

Examination::Examination(const Draft& examined, const Value& read_from, const SourceFile& main, Findings& found)
    : draft(examined), tree(read_from), file(main), findings(found) {
    for (const Stakeholder& stakeholder : draft.stakeholders) {
        members.add(stakeholder.id);
    }
    for (const Alternative& alternative : draft.model.alternatives) {
        if (alternative.kind != Alternative::Kind::nothing) {
            alternatives.add(alternative.id);
        }
        for (const std::string& feature : alternative.features) {
            features.add(feature);
        }
    }
    for (const Topic& topic : draft.model.topics) {
        topics.add(topic.id);
    }
    for (const Criterion& criterion : draft.model.criteria) {
        criteria.add(criterion.id);
    }
    for (const Extra& extra : draft.model.extras) {
        extras.add(extra.id);
    }
}

const Value& value_or_table(const Value& table, std::string_view key) {
    const Value* value = table.find(key);
    return value == nullptr ? table : *value;
}

const Value& element_of(const Value& table, std::string_view list, std::size_t i) {
    const Value* found = table.find(list);
    return found == nullptr || i >= found->children.size() ? table : found->children[i];
}

const Value& Examination::element(std::string_view list, std::size_t i) const { return element_of(tree, list, i); }

void Examination::reference(const IdTable& table, const std::string& id, const Value& place,
                            const std::string& key) const {
    const bool list_was_refused = &table == &members && table.ids.empty() && tree.find("stakeholder") != nullptr;
    if (table.holds(id) || list_was_refused) {
        return;
    }
    std::string remedy = findings.suggest(id, table.ids);
    if (remedy.empty() && table.ids.empty()) {
        remedy = fmt::format("there are no {} at all", table.plural);
    } else if (remedy.empty() && table.ids.size() <= listed_ids) {
        remedy = fmt::format("the {} are {}", table.plural, fmt::join(table.ids, ", "));
    }
    findings.error(place, key, fmt::format("no {} is called \"{}\"", table.what, id), std::move(remedy));
}

void check_draft(const Draft& draft, const Value& tree, const SourceFile& file, Findings& findings) {
    const Examination exam(draft, tree, file, findings);
    check_sizes(exam);
    check_references(exam);
    check_centre(exam);
    check_offers(exam);
    check_strategies(exam);
    check_fact(exam);
}

} // namespace assent
