// The key table as text for a terminal of 100 columns.
#include "scenario/key_table.hpp"
#include "scenario/reader.hpp"
#include "scenario/slot_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace assent {
namespace {

constexpr std::size_t columns = 100;
constexpr std::size_t indent = 4; ///< of a sentence below its key

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

/// Characters, not bytes.
std::size_t width(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char byte) { return (static_cast<unsigned char>(byte) & 0xc0) != 0x80; }));
}

std::string padded(std::string text, std::size_t to) {
    const std::size_t have = width(text);
    text.append(have < to ? to - have : 0, ' ');
    return text + "  ";
}

/// Words in lines of the terminal's width, indented.
std::string wrapped(std::string_view text) {
    std::string result, line(indent, ' ');
    std::size_t place = 0;
    while (place < text.size()) {
        const std::size_t end = std::min(text.find(' ', place), text.size());
        const std::string_view next = text.substr(place, end - place);
        if (width(line) + 1 + width(next) > columns) {
            result += line + "\n";
            line.assign(indent, ' ');
        }
        line += width(line) > indent ? " " : "";
        line += next;
        place = end + 1;
    }
    return result + line + "\n";
}

struct Row {
    std::string name, type, unit, range, preset, text;
    bool shown = true;
};

Row row_of(const Key& key, const Section& section) {
    const Slot slot = key.slot(section.presets.get());
    const std::string words = words_of(slot);
    Row row{key.name, std::visit(SlotType{key}, slot), key.unit, "", default_of(key, slot), key.sentence};
    row.range = std::isfinite(key.range.least) ? key.range.text() : "";
    row.text += words.empty() ? "" : " Words: " + words + ".";
    row.text += key.source == "assumption" ? " Assumption." : " Source: " + key.source + ".";
    return row;
}

/// Columns of one section, each as wide as its widest cell.
std::string aligned(const std::vector<Row>& rows) {
    std::string Row::*const cells[] = {&Row::name, &Row::type, &Row::unit, &Row::range, &Row::preset};
    std::vector<std::size_t> widths;
    for (const auto cell : cells) {
        std::size_t widest = 0;
        for (const Row& row : rows) {
            widest = row.shown ? std::max(widest, width(row.*cell)) : widest;
        }
        widths.push_back(widest);
    }
    std::string text;
    for (const Row& row : rows) {
        if (!row.shown) {
            continue;
        }
        std::string line = "  ";
        for (std::size_t i = 0; i < widths.size(); ++i) {
            line += widths[i] == 0 ? "" : padded(row.*cells[i], widths[i]);
        }
        line.erase(line.find_last_not_of(' ') + 1);
        text += line + "\n" + wrapped(row.text);
    }
    return text;
}

/// Built-in values of the tables by word: a line a word, a column a key.
std::string built_in_table(const Child& child) {
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
    std::string text;
    for (const auto& line : lines) {
        std::string row = "  ";
        for (std::size_t i = 0; i < line.size(); ++i) {
            std::size_t widest = 0;
            for (const auto& other : lines) {
                widest = std::max(widest, width(other[i]));
            }
            row += padded(line[i], widest);
        }
        row.erase(row.find_last_not_of(' ') + 1);
        text += row + "\n";
    }
    return text;
}

/// Built-in values that are too wide for a table: a line a key under each word.
std::string built_in_lines(const Child& child) {
    void* presets = scenario_section().presets.get();
    std::string text;
    for (int i = 0; i < child.count(presets); ++i) {
        text += fmt::format("  {}\n", child.words->words[static_cast<std::size_t>(i)]);
        for (const Key& key : child.section->keys) {
            text += wrapped(fmt::format("{} = {}", key.name, slot_text(key.slot(child.element(presets, i)))));
        }
    }
    return text;
}

std::string ids_of(const Child& child) {
    void* presets = scenario_section().presets.get();
    std::string ids;
    for (int i = 0; i < child.count(presets); ++i) {
        const Slot id = child.section->key("id")->slot(child.element(presets, i));
        ids += (ids.empty() ? "" : ", ") + *std::get<TextSlot>(id);
    }
    return wrapped("Built in: " + ids + ".");
}

class Describer {
  public:
    explicit Describer(const std::string& pattern) : pattern_(pattern) {}

    std::string take() { return std::move(text_); }

    void describe(const Section& section, const Child* child, bool as_list) {
        std::vector<Row> rows;
        bool any = false;
        for (const Key& key : section.keys) {
            rows.push_back(row_of(key, section));
            rows.back().shown = matches(key, section, child);
            any = any || rows.back().shown;
        }
        if (any) {
            const std::string header = section.path.empty() ? "At the top of the file"
                                       : as_list            ? "[[" + section.path + "]]"
                                                            : "[" + section.path + "]";
            text_ +=
                fmt::format("{}{}\n{}{}", text_.empty() ? "" : "\n", header, wrapped(section.sentence), aligned(rows));
            text_ += child == nullptr ? "" : built_in(*child);
        }
        for (const Child& inner : section.children) {
            describe(*inner.section, &inner, inner.shape == Child::Shape::list);
        }
    }

  private:
    /// The key's path, or in a table by word any of its paths, contains the pattern.
    [[nodiscard]] bool matches(const Key& key, const Section& section, const Child* child) const {
        const std::string path = section.path.empty() ? key.name : section.path + "." + key.name;
        if (path.find(pattern_) != std::string::npos) {
            return true;
        }
        return child != nullptr && child->words != nullptr &&
               std::any_of(child->words->words.begin(), child->words->words.end(), [&](std::string_view word) {
                   return fmt::format("{}.{}.{}", child->name, word, key.name).find(pattern_) != std::string::npos;
               });
    }

    static std::string built_in(const Child& child) {
        if (child.presets) {
            return ids_of(child);
        }
        if (child.shape != Child::Shape::by_word) {
            return {};
        }
        const bool distributions = child.section->key("criteria") != nullptr;
        return "\n  Built in:\n" + (distributions ? built_in_lines(child) : built_in_table(child));
    }

    std::string pattern_;
    std::string text_;
};

constexpr std::string_view preface =
    "A number may be a distribution, drawn once in each replicate and cut to the key's range:\n"
    "  { uniform = [least, greatest] }          { triangular = [least, most likely, greatest] }\n"
    "  { normal = [mean, standard deviation] }  { lognormal = [median, sigma] }\n"
    "  { beta = [a, b] }                        { discrete = [[value, probability], …] }\n"
    "\"unknown\" draws from the wide prior of the member's role. A list of one needs no brackets.\n";

} // namespace

std::string describe_keys(const std::string& pattern) {
    Describer describer(pattern);
    describer.describe(scenario_section(), nullptr, false);
    std::string keys = describer.take();
    return pattern.empty() ? std::string(preface) + "\n" + keys : keys;
}

} // namespace assent
