#include "scenario/slot_text.hpp"

#include "scenario/distribution.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace assent {
namespace {

std::string list_of(const std::vector<std::string>& texts) {
    std::string list;
    for (const std::string& text : texts) {
        list += (list.empty() ? "" : ", ") + in_quotes(text);
    }
    return "[" + list + "]";
}

/// With as many digits as it takes, and never as a whole number: TOML tells the two apart.
std::string real_text(double value) {
    const std::string text = fmt::format("{}", value);
    return text.find_first_not_of("-0123456789") == std::string::npos ? text + ".0" : text;
}

struct SlotWriter {
    std::string operator()(NumberSlot slot) const { return written_number(*slot); }
    std::string operator()(RealSlot slot) const { return written_number(*slot); }
    std::string operator()(IntegerSlot slot) const { return fmt::format("{}", *slot); }
    std::string operator()(BooleanSlot slot) const { return *slot ? "true" : "false"; }
    std::string operator()(TextSlot slot) const { return in_quotes(*slot); }

    std::string operator()(NamedNumbersSlot slot) const {
        std::string entries;
        for (const auto& [name, number] : *slot) {
            entries += fmt::format("{}{} = {}", entries.empty() ? "" : ", ", key_text(name), written_number(number));
        }
        return entries.empty() ? "{}" : "{ " + entries + " }";
    }

    std::string operator()(DrawnPlace* place) const {
        return fmt::format("[{}, {}]", real_text(place->x), real_text(place->y));
    }

    template <class Value> std::string operator()(std::optional<Value>* slot) const {
        return *slot ? (*this)(&**slot) : std::string();
    }

    std::string operator()(const TextsSlot& slot) const {
        return slot.flag != nullptr && *slot.flag ? in_quotes(slot.flag_word) : list_of(*slot.texts);
    }

    std::string operator()(const WordsSlot& slot) const {
        std::vector<std::string> words;
        for (const int word : slot.get()) {
            words.emplace_back(slot.vocabulary->words[static_cast<std::size_t>(word)]);
        }
        if (slot.count == WordsSlot::Count::any) {
            return list_of(words);
        }
        return words.empty() ? std::string() : in_quotes(words.front());
    }

    std::string operator()(const PhraseSlot& slot) const { return in_quotes(slot.get()); }

    std::string operator()(SettingsSlot slot) const {
        std::string entries;
        for (const auto& [path, value] : *slot) {
            entries += fmt::format("{}{} = {}", entries.empty() ? "" : ", ", key_text(path), value);
        }
        return entries.empty() ? "{}" : "{ " + entries + " }";
    }
};

} // namespace

std::string slot_text(const Slot& slot) { return std::visit(SlotWriter{}, slot); }

std::string value_text(const Value& value) {
    switch (value.kind) {
    case Value::Kind::table:
    case Value::Kind::array: {
        const bool table = value.kind == Value::Kind::table;
        std::string entries;
        for (const Value& child : value.children) {
            entries += entries.empty() ? "" : ", ";
            entries += table ? key_text(child.key) + " = " : std::string();
            entries += value_text(child);
        }
        return table ? (entries.empty() ? "{}" : "{ " + entries + " }") : "[" + entries + "]";
    }
    case Value::Kind::integer:
        return fmt::format("{}", value.integer);
    case Value::Kind::real:
        return real_text(value.real);
    case Value::Kind::boolean:
        return value.boolean ? "true" : "false";
    default:
        return in_quotes(value.text);
    }
}

std::string in_quotes(std::string_view text) {
    std::string result = "\"";
    for (const char letter : text) {
        const auto byte = static_cast<unsigned char>(letter);
        if (letter == '"' || letter == '\\') {
            result += '\\';
            result += letter;
        } else if (letter == '\n') {
            result += "\\n";
        } else if (byte < 0x20 || byte == 0x7f) {
            result += fmt::format("\\u{:04x}", byte);
        } else {
            result += letter;
        }
    }
    return result + "\"";
}

std::string key_text(std::string_view key) {
    const bool bare = !key.empty() && std::all_of(key.begin(), key.end(), [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
               (letter >= '0' && letter <= '9') || letter == '_' || letter == '-';
    });
    return bare ? std::string(key) : in_quotes(key);
}

} // namespace assent
