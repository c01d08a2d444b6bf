#include "scenario/sources.hpp"

#include "scenario/distribution.hpp"

#include <algorithm>
#include <unordered_map>

namespace assent {
namespace {

/// A list that was written as [[name]] or as a list of tables.
bool is_table_list(const Value& value) {
    return value.kind == Value::Kind::array && !value.children.empty() &&
           std::all_of(value.children.begin(), value.children.end(),
                       [](const Value& item) { return item.kind == Value::Kind::table; });
}

const std::string* id_of(const Value& item) {
    const Value* id = item.find("id");
    return id != nullptr && id->kind == Value::Kind::text ? &id->text : nullptr;
}

Value merged_lists(Value base, Value over) {
    std::unordered_map<std::string, std::size_t> place_of;
    for (std::size_t i = 0; i < base.children.size(); ++i) {
        if (const std::string* id = id_of(base.children[i])) {
            place_of.emplace(*id, i);
        }
    }
    for (Value& item : over.children) {
        const std::string* id = id_of(item);
        const auto found = id == nullptr ? place_of.end() : place_of.find(*id);
        if (found == place_of.end()) {
            base.children.push_back(std::move(item));
        } else {
            Value& below = base.children[found->second];
            place_of.erase(found); // a second one of this id in the same file is a duplicate, and stays one
            below = merged(std::move(below), std::move(item));
        }
    }
    return base;
}

} // namespace

Value merged(Value base, Value over) {
    if (is_table_list(base) && is_table_list(over)) {
        return merged_lists(std::move(base), std::move(over));
    }
    const bool both_tables = base.kind == Value::Kind::table && over.kind == Value::Kind::table;
    if (!both_tables || looks_like_distribution(base) || looks_like_distribution(over)) {
        return over;
    }
    // The position of the later table stands for both; keys that only the base has keep theirs.
    std::vector<Value> upper = std::move(over.children);
    over.children = std::move(base.children);
    std::unordered_map<std::string, std::size_t> place_of;
    for (std::size_t i = 0; i < over.children.size(); ++i) {
        place_of.emplace(over.children[i].key, i);
    }
    for (Value& child : upper) {
        const auto found = place_of.find(child.key);
        if (found == place_of.end()) {
            over.children.push_back(std::move(child));
        } else {
            Value& below = over.children[found->second];
            below = merged(std::move(below), std::move(child));
        }
    }
    return over;
}

} // namespace assent
