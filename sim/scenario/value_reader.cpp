#include "scenario/value_reader.hpp"

#include "scenario/distribution.hpp"
#include "scenario/slot_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <unordered_set>

namespace assent {
namespace {

constexpr std::size_t text_limit = 100'000; ///< bytes of one text

/// Reads by the kind of the slot.
class SlotReader {
  public:
    SlotReader(const Key& key, const Value& value, const std::string& path, Findings& findings)
        : key_(key), value_(value), path_(path), findings_(findings) {}

    void operator()(NumberSlot slot) {
        if (value_.kind == Value::Kind::text && key_.may_be_unknown && value_.text == "unknown") {
            *slot = Number();
            slot->kind = Number::Kind::unknown;
        } else if (value_.kind == Value::Kind::text && value_.text == "unknown") {
            findings_.error(value_, path_, "only a member's traits may be unknown",
                            "write a distribution such as { uniform = [least, greatest] }");
        } else if (auto number = read_number(value_, key_.range, path_, key_.remedy, findings_)) {
            *slot = std::move(*number);
        }
    }

    void operator()(RealSlot slot) { read_plain(slot); }
    void operator()(OptionalRealSlot slot) { read_plain(slot); }
    void operator()(IntegerSlot slot) { read_integer(slot); }
    void operator()(OptionalIntegerSlot slot) { read_integer(slot); }
    void operator()(BooleanSlot slot) { read_boolean(slot); }
    void operator()(OptionalBooleanSlot slot) { read_boolean(slot); }

    void operator()(TextSlot slot) {
        if (is_text(value_, path_)) {
            *slot = value_.text;
        }
    }

    void operator()(NamedNumbersSlot slot) {
        if (value_.kind != Value::Kind::table) {
            wrong_kind(fmt::format("a table of numbers by {}", key_.named_by),
                       fmt::format("write {} = {{ name = 0.5 }}", key_.name));
            return;
        }
        std::unordered_map<std::string_view, std::size_t> place_of;
        for (std::size_t i = 0; i < slot->size(); ++i) {
            place_of.emplace((*slot)[i].first, i);
        }
        NamedNumbers added; // apart, so that the views into the names above stay valid
        for (const Value& child : value_.children) {
            auto number = read_number(child, key_.range, path_ + "." + child.key, key_.remedy, findings_);
            if (!number) {
                continue;
            }
            const auto found = place_of.find(child.key);
            if (found == place_of.end()) {
                added.emplace_back(child.key, std::move(*number));
            } else {
                (*slot)[found->second].second = std::move(*number);
            }
        }
        slot->insert(slot->end(), std::make_move_iterator(added.begin()), std::make_move_iterator(added.end()));
    }

    void operator()(const TextsSlot& slot) {
        if (slot.flag != nullptr && value_.kind == Value::Kind::text && value_.text == slot.flag_word) {
            *slot.flag = true;
            return;
        }
        std::vector<std::string> texts;
        for (const Value* item : items()) {
            if (!is_text(*item, path_)) {
                return;
            }
            texts.push_back(item->text);
        }
        *slot.texts = std::move(texts);
        if (slot.flag != nullptr) {
            *slot.flag = false;
        }
    }

    void operator()(const WordsSlot& slot) {
        if (slot.count != WordsSlot::Count::any) {
            const int word = find_word(value_, *slot.vocabulary);
            if (word >= 0) {
                slot.set({word});
            }
            return;
        }
        std::vector<int> words;
        std::unordered_set<int> seen;
        for (const Value* item : items()) {
            const int word = find_word(*item, *slot.vocabulary);
            if (word < 0) {
                return;
            }
            if (seen.insert(word).second) {
                words.push_back(word);
            }
        }
        slot.set(words);
    }

    void operator()(PlaceSlot slot) {
        const auto& items = value_.children;
        const bool a_pair =
            value_.kind == Value::Kind::array && items.size() == 2 && items[0].is_number() && items[1].is_number();
        if (!a_pair) {
            const bool numbers = value_.kind == Value::Kind::array &&
                                 std::ranges::all_of(items, [](const Value& item) { return item.is_number(); });
            findings_.error(value_, path_,
                            numbers ? fmt::format("a list of {}, where two numbers are wanted", items.size())
                                    : fmt::format("{}, where two numbers are wanted", value_.kind_in_words()),
                            key_.remedy);
            return;
        }
        const auto x = read_number(items[0], key_.range, path_, key_.remedy, findings_);
        const auto y = read_number(items[1], key_.range, path_, key_.remedy, findings_);
        if (x && y) {
            *slot = DrawnPlace{x->a, y->a};
        }
    }

    /// Values keep the form of the file until they are set; what they may be depends on the key that the path names.
    void operator()(SettingsSlot slot) {
        if (value_.kind != Value::Kind::table) {
            wrong_kind("a table of values by path", fmt::format("write {} = {{ \"company.need\" = 0.5 }}", key_.name));
            return;
        }
        for (const Value& child : value_.children) {
            slot->push_back({child.key, value_text(child)});
        }
    }

    void operator()(const PhraseSlot& slot) {
        if (!is_text(value_, path_)) {
            return;
        }
        if (std::string why = slot.set(value_.text); !why.empty()) {
            const auto& roles = vocabulary<Role>().words;
            const bool role = value_.text.starts_with("role:");
            findings_.error(value_, path_, std::move(why),
                            role ? "roles are " + listed(roles) : "name a member, a role or " + listed(slot.words));
        }
    }

  private:
    void wrong_kind(std::string_view wanted, std::string remedy = {}) {
        findings_.error(value_, path_, fmt::format("{}, where {} is wanted", value_.kind_in_words(), wanted),
                        std::move(remedy));
    }

    template <class Target> void read_plain(Target* slot) {
        if (value_.kind == Value::Kind::table) {
            wrong_kind("a plain number", "this key takes no distribution");
        } else if (const auto number = read_number(value_, key_.range, path_, key_.remedy, findings_)) {
            *slot = number->a;
        }
    }

    template <class Target> void read_integer(Target* slot) {
        const bool whole =
            value_.is_number() && std::isfinite(value_.number()) && value_.number() == std::floor(value_.number());
        if (!whole) {
            wrong_kind("a whole number", fmt::format("give one in {}", key_.range.text()));
        } else if (!key_.range.holds(value_.number())) {
            findings_.error(value_, path_, key_.range.requirement(), key_.remedy);
        } else {
            *slot = static_cast<int>(value_.number());
        }
    }

    template <class Target> void read_boolean(Target* slot) {
        if (value_.kind == Value::Kind::boolean) {
            *slot = value_.boolean;
        } else {
            wrong_kind("true or false");
        }
    }

    bool is_text(const Value& item, const std::string& path) {
        if (item.kind != Value::Kind::text) {
            findings_.error(item, path, fmt::format("{}, where a text is wanted", item.kind_in_words()),
                            item.is_number() ? "put it in quotes" : "");
            return false;
        }
        if (item.text.size() > text_limit) {
            findings_.error_at(item, path, fmt::format("a text of {} bytes", item.text.size()),
                               fmt::format("{} are enough", text_limit));
            return false;
        }
        return true;
    }

    /// A list, or one text in the place of a list of one.
    std::vector<const Value*> items() const {
        if (value_.kind != Value::Kind::array) {
            return {&value_};
        }
        std::vector<const Value*> all;
        for (const Value& item : value_.children) {
            all.push_back(&item);
        }
        return all;
    }

    int find_word(const Value& item, const Vocabulary& vocabulary) {
        if (!is_text(item, path_)) {
            return -1;
        }
        const int found = vocabulary.find(item.text);
        if (found < 0) {
            const std::string near = findings_.suggest(item.text, vocabulary.words);
            findings_.error(item, path_, fmt::format("no such {}", vocabulary.what),
                            near.empty() ? "write " + listed(vocabulary.words) : near);
        }
        return found;
    }

    const Key& key_;
    const Value& value_;
    const std::string& path_;
    Findings& findings_;
};

} // namespace

void read_slot(const Key& key, const Slot& slot, const Value& value, const std::string& path, Findings& findings) {
    std::visit(SlotReader(key, value, path, findings), slot);
}

} // namespace assent
