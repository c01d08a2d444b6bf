#include "scenario/centre_editor.hpp"

#include "model/user_error.hpp"
#include "model/words.hpp"
#include "scenario/slot_text.hpp"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <optional>

#include <fmt/format.h>

namespace assent {
namespace {

std::string errors_of(const Reading& reading) {
    std::string errors;
    for (const Problem& problem : reading.problems)
        if (problem.severity == Problem::Severity::error) errors += (errors.empty() ? "" : "\n") + problem.text();
    return errors;
}

/// What a file holds; nothing where it cannot be read.
std::optional<std::string> bytes_of(const std::filesystem::path& path) {
    std::error_code none;
    std::ifstream file(path, std::ios::binary);
    if (!file || !std::filesystem::is_regular_file(path, none)) return std::nullopt;
    return std::string(std::istreambuf_iterator<char>(file), {});
}

std::string text_of(const std::filesystem::path& path) {
    static_cast<void>(load_scenario(path)); // says what is wrong with file and scenario as the command line does
    return bytes_of(path).value_or("");
}

/// "Head of marketing" as "head_of_marketing"; letters of other scripts are left out.
std::string id_from(const std::string& title) {
    std::string id;
    for (const char letter : title) {
        const bool plain = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
        if (letter >= 'A' && letter <= 'Z')
            id += static_cast<char>(letter + 32);
        else if (plain)
            id += letter;
        else if (letter == ' ' && !id.empty() && id.back() != '_')
            id += '_';
    }
    while (!id.empty() && id.back() == '_') id.pop_back();
    return id.empty() ? "member" : id;
}

const std::string& text_at(const Value& table, std::string_view key) {
    static const std::string none;
    const Value* value = table.find(key);
    return value == nullptr ? none : value->text;
}

} // namespace

CentreEditor::CentreEditor(std::filesystem::path path) : CentreEditor(text_of(path), path) {}

CentreEditor::CentreEditor(std::string text, std::filesystem::path path) : path_(std::move(path)) {
    take(std::move(text));
    saved_ = text_;
}

void CentreEditor::take(std::string text) {
    Reading reading = read_scenario_text(text, path_.string(), path_.parent_path());
    if (!reading.ok()) throw UserError(errors_of(reading));
    model_ = std::move(reading.model);
    text_ = std::move(text);
}

template <class Change> void CentreEditor::change(Change edit) {
    TomlText toml(text_, path_.string());
    edit(toml);
    std::string old = text_;
    take(toml.text());
    if (old != text_) remember(std::move(old));
}

void CentreEditor::remember(std::string old) {
    before_.push_back(std::move(old));
    if (before_.size() > undo_limit) before_.erase(before_.begin());
    after_.clear();
}

EditPath CentreEditor::member_path(const TomlText& toml, int member) const {
    const std::string& id = model_.centre.stakeholder(member).id;
    const Value* list = toml.find({"stakeholder"});
    for (int place = 0; list != nullptr && place < int(list->children.size()); ++place)
        if (text_at(list->children[std::size_t(place)], "id") == id) return {"stakeholder", place};
    throw UserError(fmt::format("{}: stakeholder {} (stands in a file that this one includes); open and edit that one",
                                path_.string(), id));
}

EditPath CentreEditor::objection_path(const TomlText& toml, int member, int objection) const {
    EditPath path = member_path(toml, member);
    path.insert(path.end(), {"objection", objection});
    if (toml.find(path) == nullptr)
        throw UserError(
            fmt::format("{}: objection {} of {} (stands in a file that this one includes); open and edit that one",
                        path_.string(), objection + 1, model_.centre.stakeholder(member).id));
    return path;
}

EditPath CentreEditor::link_path(const TomlText& toml, int from, int to) const {
    const std::string &one = model_.centre.stakeholder(from).id, &other = model_.centre.stakeholder(to).id;
    const Value* list = toml.find({"link"});
    for (int place = 0; list != nullptr && place < int(list->children.size()); ++place) {
        const Value& link = list->children[std::size_t(place)];
        if (text_at(link, "from") == one && text_at(link, "to") == other) return {"link", place};
    }
    throw UserError(
        fmt::format("{}: no link from {} to {} (it may stand in a file that this one includes); open and edit "
                    "that one",
                    path_.string(), one, other));
}

void CentreEditor::set(int member, const std::string& key, const std::string& literal) {
    change([&](TomlText& toml) {
        EditPath path = member_path(toml, member);
        path.emplace_back(key);
        toml.set(path, literal);
    });
}

void CentreEditor::set_text(int member, const std::string& key, const std::string& text) {
    set(member, key, in_quotes(text));
}

void CentreEditor::add_objection(int member, const std::string& topic, double severity, double weight) {
    change([&](TomlText& toml) {
        toml.append(member_path(toml, member), "stakeholder.objection",
                    {"topic = " + in_quotes(topic), "severity = " + number_literal(severity),
                     "weight = " + number_literal(weight)});
    });
}

void CentreEditor::set_objection(int member, int objection, const std::string& key, const std::string& literal) {
    change([&](TomlText& toml) {
        EditPath path = objection_path(toml, member, objection);
        path.emplace_back(key);
        toml.set(path, literal);
    });
}

void CentreEditor::remove_objection(int member, int objection) {
    change([&](TomlText& toml) { toml.erase(objection_path(toml, member, objection)); });
}

void CentreEditor::add_member(const std::string& name, const std::string& title, Role role) {
    const std::string stem = id_from(title);
    std::string id = stem;
    const auto taken = [&] {
        for (int member = 0; member < model_.centre.size(); ++member)
            if (model_.centre.stakeholder(member).id == id) return true;
        return false;
    };
    for (int number = 2; taken(); ++number) id = fmt::format("{}_{}", stem, number);
    change([&](TomlText& toml) {
        toml.append({}, "stakeholder",
                    {"id = " + in_quotes(id), "name = " + in_quotes(name), "title = " + in_quotes(title),
                     fmt::format("roles = [{}]", in_quotes(std::string(word(role))))});
    });
}

void CentreEditor::remove_member(int member) {
    const std::string id = model_.centre.stakeholder(member).id;
    change([&](TomlText& toml) {
        const auto link_of = [&]() -> int {
            const Value* list = toml.find({"link"});
            for (int place = 0; list != nullptr && place < int(list->children.size()); ++place) {
                const Value& link = list->children[std::size_t(place)];
                if (text_at(link, "from") == id || text_at(link, "to") == id) return place;
            }
            return -1;
        };
        for (int place = link_of(); place >= 0; place = link_of()) toml.erase({"link", place});
        toml.erase(member_path(toml, member));
    });
}

void CentreEditor::add_link(int from, int to, LinkKind kind, double strength) {
    change([&](TomlText& toml) {
        std::vector<std::string> lines{"from = " + in_quotes(model_.centre.stakeholder(from).id),
                                       "to = " + in_quotes(model_.centre.stakeholder(to).id)};
        if (kind != LinkKind::influence) lines.push_back("kind = " + in_quotes(std::string(word(kind))));
        lines.push_back("strength = " + number_literal(strength));
        toml.append({}, "link", lines);
    });
}

void CentreEditor::set_link(int from, int to, double strength) {
    change([&](TomlText& toml) {
        EditPath path = link_path(toml, from, to);
        path.emplace_back("strength");
        toml.set(path, number_literal(strength));
    });
}

void CentreEditor::remove_link(int from, int to) {
    change([&](TomlText& toml) { toml.erase(link_path(toml, from, to)); });
}

void CentreEditor::set_place(int member, DrawnPlace place, bool goes_on) {
    const auto decimals = [](double share) {
        return number_literal(std::round(std::clamp(share, 0.0, 1.0) * 1000) / 1000);
    };
    const std::size_t steps = before_.size();
    set(member, "place", fmt::format("[{}, {}]", decimals(place.x), decimals(place.y)));
    if (goes_on && steps > 0 && before_.size() > steps) before_.pop_back();
}

void CentreEditor::lay_out_anew() {
    int taken_off = 0;
    change([&](TomlText& toml) {
        for (int member = 0; toml.find({"stakeholder", member}) != nullptr; ++member) {
            const EditPath path{"stakeholder", member, "place"};
            if (toml.find(path) == nullptr) continue;
            toml.erase(path);
            ++taken_off;
        }
    });
    const auto placed = [&](int member) { return model_.centre.stakeholder(member).place.has_value(); };
    for (int member = 0; taken_off == 0 && member < model_.centre.size(); ++member)
        if (placed(member))
            throw UserError(
                fmt::format("{}: place of {} (stands in a file that this one includes); open and edit that one",
                            path_.string(), model_.centre.stakeholder(member).id));
}

void CentreEditor::replace(const std::string& text) {
    std::string old = text_;
    take(text);
    if (old != text_) remember(std::move(old));
}

bool CentreEditor::overtaken() const {
    const auto there = bytes_of(path_);
    return there && *there != saved_;
}

void CentreEditor::reread() {
    const std::string there = text_of(path_);
    replace(there);
    saved_ = there;
}

bool CentreEditor::undo() {
    if (before_.empty()) return false;
    std::string old = text_;
    take(before_.back());
    before_.pop_back();
    after_.push_back(std::move(old));
    return true;
}

bool CentreEditor::redo() {
    if (after_.empty()) return false;
    std::string old = text_;
    take(after_.back());
    after_.pop_back();
    before_.push_back(std::move(old));
    return true;
}

} // namespace assent
