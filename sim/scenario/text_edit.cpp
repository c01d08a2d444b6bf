#include "scenario/text_edit.hpp"

#include "model/user_error.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace assent {
namespace {

std::string spelled(const EditPath& path) {
    std::string text;
    for (const EditStep& step : path)
        text += step.index >= 0 ? fmt::format("[{}]", step.index + 1) : (text.empty() ? "" : ".") + step.key;
    return text;
}

/// Offset of the beginning of a line, 1-based; the end of the text when it lies beyond.
std::size_t line_start(std::string_view text, int line) {
    std::size_t place = 0;
    for (int at = 1; at < line; ++at) {
        const std::size_t end = text.find('\n', place);
        if (end == std::string_view::npos) return text.size();
        place = end + 1;
    }
    return place;
}

std::string_view indent_of(std::string_view line) {
    return line.substr(0, std::min(line.find_first_not_of(" \t"), line.size()));
}

bool is_comment(std::string_view line) {
    const std::size_t first = line.find_first_not_of(" \t");
    return first != std::string_view::npos && line[first] == '#';
}

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r") == std::string_view::npos; }

} // namespace

TomlText::TomlText(std::string text, std::string name) {
    file_.name = std::move(name);
    replace(std::move(text));
}

void TomlText::replace(std::string text) {
    SourceFile next{file_.name, std::move(text), 0};
    if (!next.text.empty() && next.text.back() != '\n') next.text += '\n';
    const Document document = parse_toml(next);
    if (document.problem) throw UserError(document.problem->text());
    file_ = std::move(next);
    root_ = parse_toml(file_).root; // its values point to the file
}

const Value* TomlText::find(const EditPath& path) const {
    const Value* here = &root_;
    for (const EditStep& step : path) {
        if (step.index >= 0) {
            const bool there = here->kind == Value::Kind::array && step.index < int(here->children.size());
            here = there ? &here->children[std::size_t(step.index)] : nullptr;
        } else {
            here = here->find(step.key);
        }
        if (here == nullptr) return nullptr;
    }
    return here;
}

std::string TomlText::line_text(int line) const {
    const std::size_t begin = line_start(file_.text, line);
    return file_.text.substr(begin, file_.text.find('\n', begin) - begin);
}

int TomlText::line_count() const { return int(std::count(file_.text.begin(), file_.text.end(), '\n')); }

bool TomlText::has_header(const Value& table) const {
    if (table.kind != Value::Kind::table || table.line == 0 || &table == &root_) return false;
    const std::string line = line_text(table.line);
    const std::size_t first = line.find_first_not_of(" \t");
    // The header of a table begins its line; what is written {like = this} has none.
    return first != std::string::npos && line[first] == '[' && table.written().empty();
}

std::vector<TomlText::Header> TomlText::headers() const {
    std::vector<Header> found;
    struct Open {
        const Value* value;
        std::vector<const Value*> above;
    };
    std::vector<Open> open{{&root_, {}}};
    while (!open.empty()) {
        Open here = std::move(open.back());
        open.pop_back();
        if (has_header(*here.value)) found.push_back({here.value->line, here.value, here.above});
        here.above.push_back(here.value);
        for (const Value& child : here.value->children) open.push_back({&child, here.above});
    }
    std::ranges::sort(found, {}, &Header::line);
    return found;
}

int TomlText::end_of(const Value& table) const {
    for (const Header& header : headers()) {
        if (header.line <= table.line || std::ranges::find(header.above, &table) != header.above.end()) continue;
        int end = header.line;
        while (end > table.line + 1 && is_comment(line_text(end - 1))) --end;
        return end;
    }
    return line_count() + 1;
}

std::size_t TomlText::offset(int line, int column) const {
    std::size_t place = line_start(file_.text, line);
    for (int at = 1; at < column && place < file_.text.size(); ++at) {
        ++place;
        while (place < file_.text.size() && (static_cast<unsigned char>(file_.text[place]) & 0xc0) == 0x80) ++place;
    }
    return place;
}

void TomlText::append_item(const Value& list, const std::vector<std::string>& assignments) {
    std::string text = file_.text, item = "{ ";
    for (const std::string& assignment : assignments) item += (item.size() > 2 ? ", " : "") + assignment;
    item += " }";
    if (list.children.empty()) {
        replace(text.insert(offset(list.line, list.column) + 1, item));
        return;
    }
    const Value& last = list.children.back();
    std::size_t place = offset(last.end_line, last.end_column);
    const std::size_t next = text.find_first_not_of(" \t", place);
    const bool comma = next != std::string::npos && text[next] == ',';
    if (comma) place = next + 1;
    const bool by_lines = last.line != list.line;
    const std::string before = by_lines ? "\n" + std::string(indent_of(line_text(last.line))) : " ";
    replace(text.insert(place, (comma ? "" : ",") + before + item + (comma ? "," : "")));
}

void TomlText::erase_item(const Value& item) {
    std::string text = file_.text;
    std::size_t begin = offset(item.line, item.column), end = offset(item.end_line, item.end_column);
    end = std::min(text.find_first_not_of(" \t", end), text.size());
    if (end < text.size() && text[end] == ',') ++end; // a comma before the closing bracket may stay
    const std::size_t line = text.rfind('\n', begin) + 1, rest = text.find('\n', end);
    const bool alone = is_blank(std::string_view(text).substr(line, begin - line)) && rest != std::string::npos &&
                       is_blank(std::string_view(text).substr(end, rest - end));
    if (alone) {
        begin = line;
        end = rest + 1;
    }
    replace(text.erase(begin, end - begin));
}

void TomlText::erase_entry(const EditPath& path, const Value& value) {
    std::string text = file_.text;
    constexpr const char* blanks = " \t";
    std::size_t begin = offset(value.key_line, value.key_column), end = offset(value.end_line, value.end_column);
    const std::size_t before = begin == 0 ? std::string::npos : text.find_last_not_of(blanks, begin - 1);
    if (before == std::string::npos || (text[before] != '{' && text[before] != ','))
        refuse(path, "it shares its line with others", "edit that line by hand");
    const std::size_t next = text.find_first_not_of(blanks, end);
    if (next != std::string::npos && text[next] == ',')
        end = std::min(text.find_first_not_of(blanks, next + 1), text.size());
    else
        begin = text[before] == ',' ? before : before + 1;
    replace(text.erase(begin, end - begin));
}

void TomlText::insert_lines(int before, const std::vector<std::string>& lines) {
    std::string text = file_.text, added;
    for (const std::string& line : lines) added += line + "\n";
    replace(text.insert(line_start(text, before), added));
}

void TomlText::remove_lines(int first, int end) {
    std::string text = file_.text;
    const std::size_t begin = line_start(text, first);
    replace(text.erase(begin, line_start(text, end) - begin));
}

void TomlText::refuse(const EditPath& path, const std::string& why, const std::string& remedy) const {
    throw UserError(fmt::format("{}: {} ({}); {}", file_.name, spelled(path), why, remedy));
}

void TomlText::add_key(const Value& table, const std::string& key, std::string_view literal) {
    const std::string assignment = fmt::format("{} = {}", key, literal);
    if (!has_header(table) && &table != &root_) { // {written = "like this"}
        std::string text = file_.text;
        const Value::Kind kind = table.kind;
        const std::size_t close = text.rfind('}', line_start(text, table.end_line + 1) - 1);
        if (kind != Value::Kind::table || close == std::string::npos)
            throw UserError(file_.name + ": no table to add to");
        replace(text.insert(close, (table.children.empty() ? " " : ", ") + assignment + " "));
        return;
    }
    int line = &table == &root_ ? 0 : table.line;
    std::string indent(&table == &root_ ? "" : indent_of(line_text(table.line)));
    for (const Value& child : table.children) {
        const bool elsewhere = has_header(child) || (child.kind == Value::Kind::array && !child.children.empty() &&
                                                     has_header(child.children.front()));
        if (elsewhere) continue;
        line = std::max(line, child.end_line);
        indent = indent_of(line_text(child.key_line));
    }
    insert_lines(line + 1, {indent + assignment});
}

void TomlText::set(const EditPath& path, std::string_view literal) {
    if (const Value* value = find(path)) {
        if (has_header(*value)) refuse(path, "it is a table", "change its keys one by one");
        std::string text = file_.text;
        const std::size_t begin = offset(value->line, value->column), end = offset(value->end_line, value->end_column);
        replace(text.replace(begin, end - begin, literal));
        return;
    }
    EditPath owner = path;
    owner.pop_back();
    const Value* table = find(owner);
    if (table == nullptr || path.back().index >= 0)
        refuse(path, "this file has no such place; it may stand in a file that it includes", "open and edit that one");
    add_key(*table, path.back().key, literal);
}

void TomlText::erase(const EditPath& path) {
    const Value* value = find(path);
    if (value == nullptr)
        refuse(path, "this file has no such place; it may stand in a file that it includes", "open and edit that one");
    if (has_header(*value)) {
        int first = value->line;
        const int end = end_of(*value);
        while (first > 1 && is_comment(line_text(first - 1))) --first;
        remove_lines(first, end);
        return;
    }
    if (path.back().index >= 0) {
        erase_item(*value);
        return;
    }
    const bool alone =
        value->key_line > 0 && indent_of(line_text(value->key_line)).size() + 1 == std::size_t(value->key_column);
    if (!alone) {
        erase_entry(path, *value);
        return;
    }
    remove_lines(value->key_line, value->end_line + 1);
}

void TomlText::append(const EditPath& owner, const std::string& name, const std::vector<std::string>& lines) {
    const Value* table = owner.empty() ? &root_ : find(owner);
    if (table == nullptr || (table != &root_ && !has_header(*table)))
        refuse(owner, "this file has no such table; it may stand in a file that it includes", "open and edit that one");
    const Value* list = table->find(name.substr(name.rfind('.') + 1));
    if (list != nullptr && list->kind == Value::Kind::array &&
        (list->children.empty() || !has_header(list->children.front()))) {
        append_item(*list, lines);
        return;
    }
    int before = table == &root_ ? line_count() + 1 : end_of(*table);
    while (before > 2 && is_blank(line_text(before - 1))) --before;
    const std::string indent = table == &root_ ? "" : std::string(indent_of(line_text(table->line))) + "    ";
    std::vector<std::string> added{"", fmt::format("{}[[{}]]", indent, name)};
    for (const std::string& line : lines) added.push_back(indent + line);
    insert_lines(before, added);
}

std::string number_literal(double number) {
    std::string text = fmt::format("{:.4f}", number);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text += '0';
    return text == "-0.0" ? "0.0" : text;
}

} // namespace assent
