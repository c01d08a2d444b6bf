// The key table as text for a terminal of 100 columns.
#include "scenario/key_row.hpp"
#include "scenario/reader.hpp"
#include "scenario/slot_text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace assent {
namespace {

constexpr std::size_t columns = 100;
constexpr std::size_t indent = 4; ///< of a sentence below its key

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

struct Row : KeyRow {
    std::string text;
    bool shown = true;
};

Row row_of(const Key& key, const Section& section) {
    Row row{key_row(key, section), {}};
    row.text = row.sentence + (row.source == "assumption" ? " Assumption." : " Source: " + row.source + ".");
    return row;
}

/// Columns of one section, each as wide as its widest cell.
std::string aligned(const std::vector<Row>& rows) {
    std::string KeyRow::*const cells[] = {&KeyRow::name, &KeyRow::type, &KeyRow::unit, &KeyRow::range, &KeyRow::preset};
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
    const std::vector<std::vector<std::string>> lines = built_in_cells(child);
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
            const std::string header = section_heading(section, as_list);
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
            return wrapped("Built in: " + built_in_ids(child) + ".");
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
