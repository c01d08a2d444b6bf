#pragma once
// The words that people read and write for the terms of engine/terms.hpp and model/model.hpp.
#include "engine/terms.hpp"
#include "model/model.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace assent {

/// The words of one enumeration, in the order of its values.
struct Vocabulary {
    std::string_view what; ///< what one word names: "role", "stage", …
    std::span<const std::string_view> words;
    /// Further spellings accepted on input; case, space, `_` and `-` do not count in them.
    std::span<const std::pair<std::string_view, int>> aliases = {};

    /// Value of a word or of one of its other spellings, or -1.
    [[nodiscard]] int find(std::string_view text) const;
};

/// The vocabulary of an enumeration; there is one for every enumeration that a scenario or a report can name.
template <class Enum> const Vocabulary& vocabulary();

template <> const Vocabulary& vocabulary<Role>();
template <> const Vocabulary& vocabulary<Act>();
template <> const Vocabulary& vocabulary<Channel>();
template <> const Vocabulary& vocabulary<Evidence>();
template <> const Vocabulary& vocabulary<Stage>();
template <> const Vocabulary& vocabulary<Outcome>();
template <> const Vocabulary& vocabulary<DecisionRule>();
template <> const Vocabulary& vocabulary<Tactic>();
template <> const Vocabulary& vocabulary<Loyalty>();
template <> const Vocabulary& vocabulary<WinBack>();
template <> const Vocabulary& vocabulary<Churn>();
template <> const Vocabulary& vocabulary<Selector>();
template <> const Vocabulary& vocabulary<TopicChoice>();
template <> const Vocabulary& vocabulary<PilotState>();
template <> const Vocabulary& vocabulary<Safeguard>();
template <> const Vocabulary& vocabulary<Mind>();
template <> const Vocabulary& vocabulary<Reason>();
template <> const Vocabulary& vocabulary<Purchase>();
template <> const Vocabulary& vocabulary<ClientHistory>();
template <> const Vocabulary& vocabulary<Support>();
template <> const Vocabulary& vocabulary<LinkKind>();
template <> const Vocabulary& vocabulary<RivalMove::Kind>();
template <> const Vocabulary& vocabulary<Alternative::Kind>();
template <> const Vocabulary& vocabulary<Measure>();
template <> const Vocabulary& vocabulary<Design>();

/// The word for a term.
template <class Enum> std::string_view word(Enum term) {
    return vocabulary<Enum>().words[static_cast<std::size_t>(term)];
}

/// The term for a word, or nothing when there is no such word.
template <class Enum> std::optional<Enum> from_word(std::string_view text) {
    const int value = vocabulary<Enum>().find(text);
    return value < 0 ? std::nullopt : std::optional(static_cast<Enum>(value));
}

} // namespace assent
