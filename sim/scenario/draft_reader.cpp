#include "scenario/draft_reader.hpp"

#include "scenario/distribution.hpp"
#include "scenario/key_table.hpp"
#include "scenario/value_reader.hpp"

#include <fmt/format.h>

#include <unordered_map>

namespace assent {
namespace {

/// A table on its way from the file to an object, with the tables around it: spells a dotted key only when a problem
/// needs it.
struct Place {
    const Place* parent = nullptr;
    std::string_view name;
    int position = 0; ///< 1-based in a list; 0: no list

    [[nodiscard]] std::string key(std::string_view last = {}) const {
        std::string path = parent == nullptr ? std::string() : parent->key();
        const auto append = [&path](std::string_view step) {
            path += path.empty() || step.empty() ? "" : ".";
            path += step;
        };
        append(name);
        path += position > 0 ? fmt::format("[{}]", position) : "";
        append(last);
        return path;
    }
};

class DraftReader {
  public:
    explicit DraftReader(Findings& findings) : findings_(findings) {}

    void read_table(const Section& section, void* object, const Value& table, const Place& place) {
        for (const Value& value : table.children) {
            if (const Key* key = section.key(value.key)) {
                read_slot(*key, key->slot(object), value, place.key(value.key), findings_);
            } else if (const Child* child = section.child(value.key)) {
                read_child(*child, object, value, Place{&place, child->name});
            } else {
                unknown_key(value, section.names(), place);
            }
        }
        for (const Key& key : section.keys) {
            if (key.required && table.find(key.name) == nullptr) {
                findings_.error_at(table, place.key(), fmt::format("has no {}", key.name),
                                   fmt::format("add {} = {}", key.name, key.name == "format" ? "1" : "\"…\""));
            }
        }
    }

  private:
    void unknown_key(const Value& value, const std::vector<std::string_view>& names, const Place& place) {
        const std::string near = findings_.suggest(value.key, names);
        const std::string here = place.key();
        findings_.error_at(value, place.key(value.key), "no such key",
                           !near.empty() ? near
                                         : "`assent keys" + (here.empty() ? "" : " " + std::string(place.name)) +
                                               "` lists the keys");
    }

    void read_child(const Child& child, void* object, const Value& value, const Place& place) {
        switch (child.shape) {
        case Child::Shape::table:
            return read_single(*child.section, child.element(object, 0), value, place);
        case Child::Shape::by_word:
            return read_words(child, object, value, place);
        case Child::Shape::list:
            return read_list(child, object, value, place);
        }
    }

    void read_single(const Section& section, void* object, const Value& value, const Place& place) {
        if (value.kind != Value::Kind::table) {
            findings_.error(value, place.key(), fmt::format("{}, where a table is wanted", value.kind_in_words()),
                            fmt::format("write [{}]", section.path));
            return;
        }
        read_table(section, object, value, place);
    }

    void read_words(const Child& child, void* object, const Value& value, const Place& place) {
        if (value.kind != Value::Kind::table) {
            findings_.error(value, place.key(), fmt::format("{}, where a table is wanted", value.kind_in_words()),
                            fmt::format("write [{}]", child.section->path));
            return;
        }
        for (const Value& table : value.children) {
            const int word = child.words->find(table.key);
            if (word < 0) {
                unknown_key(table, {child.words->words.begin(), child.words->words.end()}, place);
                continue;
            }
            read_single(*child.section, child.element(object, word), table,
                        Place{&place, child.words->words[static_cast<std::size_t>(word)]});
        }
    }

    void read_list(const Child& child, void* object, const Value& value, Place place) {
        if (value.kind != Value::Kind::array) {
            findings_.error_at(value, place.key(), fmt::format("{}, where a list is wanted", value.kind_in_words()),
                               fmt::format("write [[{}]]", child.section->path));
            return;
        }
        std::unordered_map<std::string, int> built_in;
        for (int i = 0; child.presets && i < child.count(object); ++i) {
            const Slot id = child.section->key("id")->slot(child.element(object, i));
            built_in.emplace(*std::get<TextSlot>(id), i);
        }
        for (const Value& item : value.children) {
            ++place.position;
            const Value* id = item.find("id");
            const auto found = id == nullptr ? built_in.end() : built_in.find(id->text);
            void* element = found == built_in.end() ? child.append(object) : child.element(object, found->second);
            if (item.kind == Value::Kind::table) {
                read_table(*child.section, element, item, place);
            } else {
                findings_.error(item, place.key(), fmt::format("{}, where a table is wanted", item.kind_in_words()),
                                fmt::format("write [[{}]]", child.section->path));
            }
        }
    }

    Findings& findings_;
};

} // namespace

Draft read_draft(const Value& tree, Findings& findings) {
    Draft draft = empty_draft();
    DraftReader(findings).read_table(scenario_section(), &draft, tree, Place{});
    return draft;
}

} // namespace assent
