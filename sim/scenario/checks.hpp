#pragma once
// What can only be judged when a scenario is seen as a whole: references, sizes, contradictions, odd things.
#include "scenario/draft.hpp"
#include "scenario/findings.hpp"

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace assent {

/// The ids of one kind of thing.
struct IdTable {
    std::string_view what;   ///< "member", "topic", …
    std::string_view plural; ///< "members", "topics", …
    std::vector<std::string_view> ids;
    std::unordered_set<std::string_view> lookup;

    IdTable(std::string_view singular, std::string_view many) : what(singular), plural(many) {}
    void add(std::string_view id) {
        if (lookup.insert(id).second) {
            ids.push_back(id);
        }
    }
    [[nodiscard]] bool holds(std::string_view id) const { return lookup.contains(id); }
};

/// A draft under examination, with the tree that it was read from: the i-th element of a list of the draft was read
/// from the i-th table of that list in the tree (topics and criteria excepted, which begin with those built in).
struct Examination {
    const Draft& draft;
    const Value& tree;
    const SourceFile& file;
    Findings& findings;
    IdTable members{"member", "members"}, alternatives{"alternative", "alternatives"}, topics{"topic", "topics"},
        criteria{"criterion", "criteria"}, extras{"extra", "extras"}, features{"feature", "features"};

    Examination(const Draft& examined, const Value& read_from, const SourceFile& main, Findings& found);

    /// The i-th table of a list: ("stakeholder", 0).
    [[nodiscard]] const Value& element(std::string_view list, std::size_t i) const;
    /// Reports an id that names nothing.
    void reference(const IdTable& table, const std::string& id, const Value& place, const std::string& key) const;
};

/// The value of a key in a table, or the table itself when the key is absent.
const Value& value_or_table(const Value& table, std::string_view key);
/// The i-th table of a list in a table.
const Value& element_of(const Value& table, std::string_view list, std::size_t i);

void check_sizes(const Examination& exam);      ///< limits, duplicate ids
void check_references(const Examination& exam); ///< ids that name nothing, links to oneself
void check_centre(const Examination& exam);     ///< somebody decides; nobody stands apart; objections can be resolved
void check_offers(const Examination& exam);     ///< one offer of ours, prices in order, issues
void check_strategies(const Examination& exam); ///< forbidden acts, rules that can never fire

void check_fact(const Examination& exam); ///< arms and what is expected of them

/// All of the above.
void check_draft(const Draft& draft, const Value& tree, const SourceFile& file, Findings& findings);

} // namespace assent
