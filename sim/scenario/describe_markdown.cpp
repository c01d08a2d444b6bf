// The key table as Markdown, for sim/PARAMETERS.md.
#include "scenario/key_row.hpp"
#include "scenario/reader.hpp"

#include <fmt/format.h>

#include <cctype>
#include <cstdlib>
#include <span>

namespace assent {
namespace {

/// Text for a cell of a table.
std::string in_cell(const std::string& text) {
    std::string cell;
    for (const char letter : text) {
        cell += letter == '|' ? "\\|" : std::string(1, letter);
    }
    return cell;
}

std::string in_code(const std::string& text) { return text.empty() ? text : "`" + in_cell(text) + "`"; }

std::string line_of(std::span<const std::string> cells) {
    std::string line = "|";
    for (const std::string& cell : cells) {
        line += " " + cell + " |";
    }
    return line + "\n";
}

std::string rule_of(std::size_t columns) {
    std::string rule = "|";
    for (std::size_t i = 0; i < columns; ++i) {
        rule += "---|";
    }
    return rule + "\n";
}

std::string keys_table(const Section& section) {
    const std::vector<std::string> head{"key", "unit", "range", "default", "meaning", "source"};
    std::string text = line_of(head) + rule_of(head.size());
    for (const Key& key : section.keys) {
        const KeyRow row = key_row(key, section);
        text +=
            line_of(std::vector{in_code(row.name), in_cell(row.unit.empty() ? row.type : row.unit), in_cell(row.range),
                                in_cell(row.preset), in_cell(row.sentence), in_cell(row.source)});
    }
    return text;
}

/// The text with its numbers rounded to six digits: a built-in shape such as 1.7999999999999998 is written to be read
/// back exactly, here it is to be read by people.
std::string rounded(const std::string& text) {
    std::string result;
    for (const char* place = text.c_str(); *place != '\0';) {
        char* end = nullptr;
        const bool digit = std::isdigit(static_cast<unsigned char>(*place)) != 0;
        const double value = digit ? std::strtod(place, &end) : 0;
        result += digit ? fmt::format("{:.6g}", value) : std::string(1, *place);
        place = digit ? end : place + 1;
    }
    return result;
}

std::string built_in_values(const Child& child) {
    std::string text;
    for (const std::vector<std::string>& cells : built_in_cells(child)) {
        const bool head = text.empty();
        std::vector<std::string> line{in_code(cells.front())};
        for (std::size_t key = 1; key < cells.size(); ++key) {
            line.push_back(head ? in_code(cells[key]) : in_cell(rounded(cells[key])));
        }
        text += line_of(line) + (head ? rule_of(line.size()) : "");
    }
    return "\nBuilt in:\n\n" + text;
}

void append(std::string& text, const Section& section, const Child* child) {
    const bool as_list = child != nullptr && child->shape == Child::Shape::list;
    const std::string heading = section_heading(section, as_list);
    text += fmt::format("\n## {}\n\n{}\n\n{}", section.path.empty() ? heading : in_code(heading), section.sentence,
                        keys_table(section));
    if (child != nullptr && child->presets) {
        text += "\nBuilt in: " + built_in_ids(*child) + ".\n";
    } else if (child != nullptr && child->shape == Child::Shape::by_word) {
        text += built_in_values(*child);
    }
    for (const Child& inner : section.children) {
        append(text, *inner.section, &inner);
    }
}

constexpr std::string_view markdown_preface =
    "# All parameters\n\n"
    "Every number of the model is a key of the scenario file and stands in one table of the source, from which this "
    "page\n"
    "is made: `assent keys --markdown > sim/PARAMETERS.md`. A number may be a distribution, drawn once in each "
    "replicate\n"
    "and cut to its range; a test compares this page with the program. The source *assumption* means that no usable\n"
    "figure was found; `assent tornado` shows what such a number does to a ranking. Facts are those of section 9 of\n"
    "[ODD.md](ODD.md).\n";

} // namespace

std::string keys_markdown() {
    std::string text(markdown_preface);
    append(text, scenario_section(), nullptr);
    return text;
}

} // namespace assent
