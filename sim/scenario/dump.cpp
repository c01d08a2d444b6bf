#include "scenario/dump.hpp"

#include "scenario/key_table.hpp"
#include "scenario/reader.hpp"
#include "scenario/slot_text.hpp"

#include <fmt/format.h>

#include <unordered_map>

namespace assent {
namespace {

/// Writes the tables of a draft, comparing each with the object that holds its defaults.
class Dumper {
  public:
    Dumper(bool everything, KeysTold told) : everything_(everything), told_(told) {}

    std::string take() { return std::move(text_); }

    void write(const Section& section, void* object, void* presets) {
        text_ += keys(section, object, presets, "\n");
        for (const Child& child : section.children) {
            write_child(child, child.name, object, presets);
        }
    }

  private:
    /// `key = value` for each key that differs from its default or has to be there.
    [[nodiscard]] std::string keys(const Section& section, void* object, void* presets, std::string_view end) const {
        std::string lines;
        for (const Key& key : section.keys) {
            if (!told(key)) {
                continue;
            }
            const std::string value = slot_text(key.slot(object));
            const bool differs = everything_ || key.required || value != slot_text(key.slot(presets));
            if (differs && (everything_ || !value.empty())) {
                lines += fmt::format("{} = {}{}", key.name, value, end);
            }
        }
        return lines;
    }

    [[nodiscard]] bool told(const Key& key) const {
        return told_ == KeysTold::all || (!key.only_drawn && !(key.only_told && told_ == KeysTold::dealt));
    }

    void write_child(const Child& child, const std::string& path, void* object, void* presets) {
        switch (child.shape) {
        case Child::Shape::table:
            return write_table(child, fmt::format("[{}]", path), child.element(object, 0), child.element(presets, 0));
        case Child::Shape::by_word:
            for (int i = 0; i < child.count(object); ++i) {
                const auto word = child.words->words[static_cast<std::size_t>(i)];
                write_table(child, fmt::format("[{}.{}]", path, word), child.element(object, i),
                            child.element(presets, i));
            }
            return;
        case Child::Shape::list:
            return write_list(child, path, object, presets);
        }
    }

    void write_table(const Child& child, const std::string& header, void* object, void* presets) {
        const std::string lines = keys(*child.section, object, presets, "\n");
        if (!lines.empty()) {
            text_ += fmt::format("\n{}\n{}", header, lines);
        }
        for (const Child& inner : child.section->children) {
            write_child(inner, child.section->path + "." + inner.name, object, presets);
        }
    }

    void write_list(const Child& child, const std::string& path, void* object, void* presets) {
        std::unordered_map<std::string, void*> built_in;
        for (int i = 0; child.presets && i < child.count(presets); ++i) {
            void* preset = child.element(presets, i);
            built_in.emplace(slot_text(child.section->key("id")->slot(preset)), preset);
        }
        for (int i = 0; i < child.count(object); ++i) {
            void* element = child.element(object, i);
            void* preset = child.section->presets.get();
            if (child.presets) {
                const auto found = built_in.find(slot_text(child.section->key("id")->slot(element)));
                preset = found == built_in.end() ? preset : found->second;
                if (found != built_in.end() && !everything_ && same(*child.section, element, preset)) {
                    continue;
                }
            }
            write_element(*child.section, path, element, preset);
        }
    }

    void write_element(const Section& section, const std::string& path, void* element, void* preset) {
        text_ += fmt::format("\n[[{}]]\n{}", path, keys(section, element, preset, "\n"));
        for (const Child& inner : section.children) {
            if (inner.shape == Child::Shape::table) { // short: on one line, with the element it belongs to
                std::string entries = keys(*inner.section, inner.element(element, 0), inner.element(preset, 0), ", ");
                if (!entries.empty()) {
                    entries.resize(entries.size() - 2);
                    text_ += fmt::format("{} = {{ {} }}\n", inner.name, entries);
                }
            }
        }
        for (const Child& inner : section.children) {
            if (inner.shape == Child::Shape::list) {
                write_list(inner, path + "." + inner.name, element, preset);
            }
        }
    }

    static bool same(const Section& section, void* a, void* b) {
        for (const Key& key : section.keys) {
            if (slot_text(key.slot(a)) != slot_text(key.slot(b))) {
                return false;
            }
        }
        return true;
    }

    bool everything_;
    KeysTold told_;
    std::string text_;
};

std::string dump(const Model& model, bool everything, KeysTold told) {
    Draft draft = draft_of(model);
    Dumper dumper(everything, told);
    dumper.write(scenario_section(), &draft, scenario_section().presets.get());
    return dumper.take();
}

} // namespace

std::string dump_scenario(const Model& model) { return dump(model, false, KeysTold::all); }

std::string dump_played(const Model& model) { return dump(model, false, KeysTold::played); }

std::string dump_everything(const Model& model, KeysTold keys) { return dump(model, true, keys); }

} // namespace assent
