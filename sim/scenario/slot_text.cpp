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
};

} // namespace

std::string slot_text(const Slot& slot) { return std::visit(SlotWriter{}, slot); }

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
