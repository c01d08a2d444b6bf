#include "scenario/key_row.hpp"

#include "scenario/slot_text.hpp"

#include <fmt/format.h>

#include <cmath>

namespace assent {
namespace {

struct SlotType {
    const Key& key;
    std::string operator()(NumberSlot) const { return key.may_be_unknown ? "number, \"unknown\"" : "number"; }
    std::string operator()(RealSlot) const { return "plain number"; }
    std::string operator()(OptionalRealSlot) const { return "plain number"; }
    std::string operator()(IntegerSlot) const { return "whole number"; }
    std::string operator()(OptionalIntegerSlot) const { return "whole number"; }
    std::string operator()(BooleanSlot) const { return "true, false"; }
    std::string operator()(OptionalBooleanSlot) const { return "true, false"; }
    std::string operator()(TextSlot) const { return "text"; }
    std::string operator()(NamedNumbersSlot) const { return "numbers by " + key.named_by; }
    std::string operator()(const TextsSlot& slot) const {
        return slot.flag == nullptr ? "texts" : fmt::format("texts, \"{}\"", slot.flag_word);
    }
    std::string operator()(const WordsSlot& slot) const {
        return slot.count == WordsSlot::Count::any ? "words" : "word";
    }
    std::string operator()(const PhraseSlot&) const { return "text"; }
    std::string operator()(PlaceSlot) const { return "[x, y]"; }
    std::string operator()(SettingsSlot) const { return "values by path"; }
};

/// The words that a key takes, if it takes words.
std::string words_of(const Slot& slot) {
    if (const auto* words = std::get_if<WordsSlot>(&slot)) {
        return fmt::format("{}", fmt::join(words->vocabulary->words, ", "));
    }
    if (const auto* phrase = std::get_if<PhraseSlot>(&slot)) {
        return fmt::format("{}, …", fmt::join(phrase->words, ", "));
    }
    return {};
}

std::string default_of(const Key& key, const Slot& slot) {
    if (key.required) {
        return "required";
    }
    if (!key.otherwise.empty()) {
        return key.otherwise;
    }
    const std::string text = slot_text(slot);
    return text.empty() || text == "\"\"" || text == "[]" || text == "{}" ? "none" : text;
}

} // namespace

KeyRow key_row(const Key& key, const Section& section) {
    const Slot slot = key.slot(section.presets.get());
    const std::string words = words_of(slot);
    KeyRow row{key.name,  std::visit(SlotType{key}, slot), key.unit, "", default_of(key, slot), key.sentence,
               key.source};
    row.range = std::isfinite(key.range.least) ? key.range.text() : "";
    row.sentence += words.empty() ? "" : " Words: " + words + ".";
    return row;
}

std::string section_heading(const Section& section, bool as_list) {
    if (section.path.empty()) return "At the top of the file";
    return as_list ? "[[" + section.path + "]]" : "[" + section.path + "]";
}

std::vector<std::vector<std::string>> built_in_cells(const Child& child) {
    void* presets = scenario_section().presets.get();
    std::vector<std::vector<std::string>> lines{{""}};
    for (const Key& key : child.section->keys) {
        lines.front().push_back(key.name);
    }
    for (int i = 0; i < child.count(presets); ++i) {
        lines.push_back({std::string(child.words->words[static_cast<std::size_t>(i)])});
        for (const Key& key : child.section->keys) {
            lines.back().push_back(slot_text(key.slot(child.element(presets, i))));
        }
    }
    return lines;
}

std::string built_in_ids(const Child& child) {
    void* presets = scenario_section().presets.get();
    std::string ids;
    for (int i = 0; i < child.count(presets); ++i) {
        const Slot id = child.section->key("id")->slot(child.element(presets, i));
        ids += (ids.empty() ? "" : ", ") + *std::get<TextSlot>(id);
    }
    return ids;
}

} // namespace assent
