#pragma once
// Selectors: which elements of a list a part of a path stands for.
#include "scenario/draft.hpp"
#include "scenario/key.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace assent {

/// What a selector found in a list.
struct SelectorMatch {
    std::vector<int> places; ///< in the order of the list
    bool is_kind = false;    ///< names a kind, of which there may be none; else one element
    std::string why, remedy; ///< why it found nothing, where that is an error
};

/// Places in a list of the table `owner` (a Draft, a Stakeholder, …) by a selector as scenario/settings.hpp lists them.
SelectorMatch select(const Draft& draft, const Child& child, void* owner, std::string_view selector);

/// The parts of a path: "a.\"b.c\".d" has three.
std::vector<std::string> parts_of(std::string_view path);

} // namespace assent
