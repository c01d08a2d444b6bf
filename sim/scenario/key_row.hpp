#pragma once
// What is told of a key to people: the cells of its row in a table of keys.
#include "scenario/key_table.hpp"

#include <string>
#include <vector>

namespace assent {

struct KeyRow {
    std::string name, type, unit, range, preset; ///< empty: nothing to say; preset: the default or what stands for it
    std::string sentence;                        ///< what it means, and the words it takes
    std::string source;                          ///< "assumption" where there is none
};
KeyRow key_row(const Key& key, const Section& section);

/// "[company]", "[[stakeholder]]", "At the top of the file".
std::string section_heading(const Section& section, bool as_list);

/// Built-in values of a table by word: the words and their keys, head first.
std::vector<std::vector<std::string>> built_in_cells(const Child& child);
/// Ids of the built-in elements of a list, comma separated.
std::string built_in_ids(const Child& child);

} // namespace assent
