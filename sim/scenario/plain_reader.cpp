#include "scenario/plain_reader.hpp"

#include "model/user_error.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace assent {

void PlainReader::only(const Value& place, const std::string& path, std::span<const std::string_view> keys) {
    for (const Value& child : place.children)
        if (std::ranges::find(keys, child.key) == keys.end())
            findings_.error_at(child, path + child.key, "is no key of " + what_, findings_.suggest(child.key, keys));
}

const Value* PlainReader::of_kind(const Value& place, std::string_view key, const std::string& path, Value::Kind kind,
                                  const char* wanted) {
    const Value* value = place.find(key);
    if (value == nullptr || value->kind == kind) return value;
    findings_.error(*value, path + std::string(key), fmt::format("is {}", value->kind_in_words()),
                    fmt::format("write {}", wanted));
    return nullptr;
}

const Value* PlainReader::table(const Value& place, std::string_view key, const std::string& path) {
    return of_kind(place, key, path, Value::Kind::table, "a table");
}

std::string PlainReader::text(const Value& place, std::string_view key, const std::string& path, bool needed) {
    const Value* value = of_kind(place, key, path, Value::Kind::text, "a text in quotes");
    if (value != nullptr) return value->text;
    if (needed && place.find(key) == nullptr)
        findings_.error_at(place, path + std::string(key), "is missing", "write it");
    return {};
}

std::vector<std::string> PlainReader::texts(const Value& place, std::string_view key, const std::string& path) {
    const Value* list = of_kind(place, key, path, Value::Kind::array, "a list of texts, such as [\"Yes\"]");
    std::vector<std::string> words;
    if (list == nullptr) return words;
    for (const Value& item : list->children) {
        if (item.kind != Value::Kind::text)
            findings_.error(item, path + std::string(key), fmt::format("is {}", item.kind_in_words()),
                            "write a text in quotes");
        words.push_back(item.text);
    }
    return words;
}

double PlainReader::real(const Value& place, std::string_view key, const std::string& path, double preset) {
    const Value* value = place.find(key);
    if (value == nullptr) return preset;
    if (value->is_number() && std::isfinite(value->number())) return value->number();
    findings_.error(*value, path + std::string(key), "is no finite number", "write a number");
    return preset;
}

std::int64_t PlainReader::whole(const Value& place, std::string_view key, const std::string& path, std::int64_t preset,
                                std::int64_t least, std::int64_t greatest) {
    const Value* value = of_kind(place, key, path, Value::Kind::integer, "a whole number");
    if (value == nullptr) return preset;
    if (value->integer >= least && value->integer <= greatest) return value->integer;
    findings_.error(*value, path + std::string(key), "is out of range",
                    fmt::format("write a whole number from {} to {}", least, greatest));
    return preset;
}

bool PlainReader::flag(const Value& place, std::string_view key, const std::string& path) {
    const Value* value = of_kind(place, key, path, Value::Kind::boolean, "true or false");
    return value != nullptr && value->boolean;
}

void refuse_errors(Findings& findings) {
    if (findings.errors() == 0) return;
    std::string all;
    for (const Problem& problem : findings.take()) all += (all.empty() ? "" : "\n") + problem.text();
    throw UserError(all);
}

} // namespace assent
