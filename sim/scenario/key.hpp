#pragma once
// What a key of a scenario file is: name, unit, range, meaning, and the member of the model that it stands for.
#include "model/fact.hpp"
#include "model/words.hpp"

#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace assent {

/// Closed interval of a number, or open at its lower end.
struct Range {
    double least = -std::numeric_limits<double>::infinity();
    double greatest = std::numeric_limits<double>::infinity();
    bool above_least = false; ///< least itself is outside
    std::string what = {};    ///< what a number in it is: "a share"; empty: nothing to say
    [[nodiscard]] bool holds(double value) const {
        return (above_least ? value > least : value >= least) && value <= greatest;
    }
    [[nodiscard]] std::string text() const;        ///< "[0, 1]"
    [[nodiscard]] std::string requirement() const; ///< "a share must be in [0, 1]"
};

// The slot of a key: where its value lives in an object of the model, by kind. What can be read and written through
// such a slot is all that reader, dump, comparison, help and JSON Schema know about a key.
using NumberSlot = Number*;
using RealSlot = double*;
using IntegerSlot = int*;
using BooleanSlot = bool*;
using TextSlot = std::string*;
using NamedNumbersSlot = NamedNumbers*;
using OptionalRealSlot = std::optional<double>*;
using OptionalIntegerSlot = std::optional<int>*;
using OptionalBooleanSlot = std::optional<bool>*;
/// A list of texts; where `flag` is given, one word may stand in its place and sets the flag.
struct TextsSlot {
    std::vector<std::string>* texts = nullptr;
    bool* flag = nullptr;
    std::string_view flag_word;
};
/// One word of a vocabulary, at most one, or any number.
struct WordsSlot {
    enum class Count : std::uint8_t { one, at_most_one, any } count = Count::one;
    const Vocabulary* vocabulary = nullptr;
    std::function<std::vector<int>()> get;
    std::function<void(const std::vector<int>&)> set;
};
/// A text that stands for several members at once.
struct PhraseSlot {
    std::function<std::string()> get;
    std::function<std::string(const std::string&)> set; ///< returns why it was refused, or nothing
    std::vector<std::string_view> words;                ///< what may be written besides free text
};
using PlaceSlot = std::optional<DrawnPlace>*;
using SettingsSlot = std::vector<Setting>*; ///< a table of values by path
using Slot =
    std::variant<NumberSlot, RealSlot, IntegerSlot, BooleanSlot, TextSlot, NamedNumbersSlot, OptionalRealSlot,
                 OptionalIntegerSlot, OptionalBooleanSlot, TextsSlot, WordsSlot, PhraseSlot, PlaceSlot, SettingsSlot>;

/// One key of a table of the scenario file.
struct Key {
    std::string name;
    std::string unit; ///< empty: none
    Range range;
    std::string sentence;
    std::string source = "assumption";
    bool required = false;
    std::function<Slot(void*)> slot; ///< the place in an object of the section's type
    /// The value may be `"unknown"`: drawn from the prior of the member's role.
    bool may_be_unknown = false;
    /// Only pictures read it: scenarios that differ in nothing else are played alike.
    bool only_drawn = false;
    /// Only words and headings read it, a name or title: scenarios that differ in nothing else meet the same deals.
    bool only_told = false;
    /// What names stand in a table of numbers by name: "criterion", "topic", …
    std::string named_by;
    std::string remedy;    ///< what to do about a value out of range
    std::string otherwise; ///< what holds when the key is absent and no plain default says it

    // For the tables of keys, which read as one sentence a key.
    Key&& in(std::string text) && {
        unit = std::move(text);
        return std::move(*this);
    }
    Key&& from(double least, double greatest) && {
        range.least = least;
        range.greatest = greatest;
        return std::move(*this);
    }
    Key&& above(double least, double greatest) && {
        range.above_least = true;
        return std::move(*this).from(least, greatest);
    }
    /// What messages call a value: "a weight".
    Key&& called(std::string text) && {
        range.what = std::move(text);
        return std::move(*this);
    }
    /// What mends a value out of range.
    Key&& hint(std::string text) && {
        remedy = std::move(text);
        return std::move(*this);
    }
    Key&& cites(std::string text) && {
        source = std::move(text);
        return std::move(*this);
    }
    Key&& needed() && {
        required = true;
        return std::move(*this);
    }
    Key&& or_else(std::string text) && {
        otherwise = std::move(text);
        return std::move(*this);
    }
    Key&& for_drawing() && {
        only_drawn = true;
        return std::move(*this);
    }
    Key&& for_telling() && {
        only_told = true;
        return std::move(*this);
    }
    Key&& by(std::string text) && {
        named_by = std::move(text);
        return std::move(*this);
    }
};

struct Section;

/// A table within a table of the file.
struct Child {
    /// [name], [[name]], or [name.<word>] for each word of a vocabulary.
    enum class Shape : std::uint8_t { table, list, by_word } shape = Shape::table;
    std::string name;
    const Section* section = nullptr;
    const Vocabulary* words = nullptr;        ///< by_word
    bool presets = false;                     ///< list: built-in elements, which the file overrides by id
    std::function<int(void*)> count;          ///< elements in an object of the parent
    std::function<void*(void*, int)> element; ///< the i-th; address valid until the next append
    std::function<void*(void*)> append;       ///< list: adds one with default values
};

/// One kind of table: its keys, the tables in it, and an object with the default values.
struct Section {
    std::string path; ///< dotted: "strategy.rule"; empty for the file as a whole
    std::string sentence;
    std::vector<Key> keys;
    std::vector<Child> children;
    std::shared_ptr<void> presets; ///< default-constructed, or the built-in one

    [[nodiscard]] const Key* key(std::string_view name) const;
    [[nodiscard]] const Child* child(std::string_view name) const;
    /// All names that may stand in the table, keys first.
    [[nodiscard]] std::vector<std::string_view> names() const;
};

inline Slot slot_of(Number& value) { return &value; }
inline Slot slot_of(double& value) { return &value; }
inline Slot slot_of(int& value) { return &value; }
inline Slot slot_of(bool& value) { return &value; }
inline Slot slot_of(std::string& value) { return &value; }
inline Slot slot_of(NamedNumbers& value) { return &value; }
inline Slot slot_of(std::vector<Setting>& value) { return &value; }
inline Slot slot_of(std::optional<double>& value) { return &value; }
inline Slot slot_of(std::optional<int>& value) { return &value; }
inline Slot slot_of(std::optional<bool>& value) { return &value; }
inline Slot slot_of(std::optional<DrawnPlace>& value) { return &value; }
inline Slot slot_of(std::vector<std::string>& value) { return TextsSlot{&value, nullptr, {}}; }

template <class Enum>
requires std::is_enum_v<Enum> Slot slot_of(Enum& value) {
    return WordsSlot{WordsSlot::Count::one, &vocabulary<Enum>(),
                     [&value] { return std::vector{static_cast<int>(value)}; },
                     [&value](const std::vector<int>& words) { value = static_cast<Enum>(words.front()); }};
}

template <class Enum>
requires std::is_enum_v<Enum> Slot slot_of(std::optional<Enum>& value) {
    return WordsSlot{WordsSlot::Count::at_most_one, &vocabulary<Enum>(),
                     [&value] { return value ? std::vector{static_cast<int>(*value)} : std::vector<int>{}; },
                     [&value](const std::vector<int>& words) { value = static_cast<Enum>(words.front()); }};
}

template <class Enum>
requires std::is_enum_v<Enum> Slot slot_of(std::vector<Enum>& value) {
    return WordsSlot{WordsSlot::Count::any, &vocabulary<Enum>(),
                     [&value] {
                         std::vector<int> words;
                         for (const Enum term : value) {
                             words.push_back(static_cast<int>(term));
                         }
                         return words;
                     },
                     [&value](const std::vector<int>& words) {
                         value.clear();
                         for (const int term : words) {
                             value.push_back(static_cast<Enum>(term));
                         }
                     }};
}

/// A key for the member that `access` finds in an Owner: a pointer to a member, or a function from Owner& to a
/// reference or a slot.
template <class Owner, class Access> Key key(std::string name, Access access, std::string sentence) {
    Key result;
    result.name = std::move(name);
    result.sentence = std::move(sentence);
    result.slot = [access](void* owner) -> Slot {
        auto&& found = std::invoke(access, *static_cast<Owner*>(owner));
        if constexpr (std::is_constructible_v<Slot, decltype(found)> && !std::is_lvalue_reference_v<decltype(found)>) {
            return std::move(found);
        } else {
            return slot_of(found);
        }
    };
    return result;
}

/// A table within each Owner.
template <class Owner, class Access> Child table_child(std::string name, const Section& section, Access access) {
    Child child;
    child.name = std::move(name);
    child.section = &section;
    child.count = [](void*) { return 1; };
    child.element = [access](void* owner, int) -> void* { return &std::invoke(access, *static_cast<Owner*>(owner)); };
    return child;
}

/// A list of tables within each Owner, kept in a std::vector.
template <class Owner, class Access> Child list_child(std::string name, const Section& section, Access access) {
    Child child;
    child.shape = Child::Shape::list;
    child.name = std::move(name);
    child.section = &section;
    const auto list = [access](void* owner) -> auto& { return std::invoke(access, *static_cast<Owner*>(owner)); };
    child.count = [list](void* owner) { return static_cast<int>(list(owner).size()); };
    child.element = [list](void* owner, int i) -> void* { return &list(owner)[static_cast<std::size_t>(i)]; };
    child.append = [list](void* owner) -> void* { return &list(owner).emplace_back(); };
    return child;
}

/// A table for each word of a vocabulary, kept in an array in the order of the words.
template <class Owner, class Access>
Child by_word_child(std::string name, const Section& section, const Vocabulary& words, Access access) {
    Child child = table_child<Owner>(std::move(name), section, access);
    child.shape = Child::Shape::by_word;
    child.words = &words;
    child.count = [&words](void*) { return static_cast<int>(words.words.size()); };
    child.element = [access](void* owner, int i) -> void* {
        return &std::invoke(access, *static_cast<Owner*>(owner))[static_cast<std::size_t>(i)];
    };
    return child;
}

} // namespace assent
