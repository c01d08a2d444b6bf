#pragma once
// Scenarios filled at random through the key table, every key of every table: sound for the keys one by one, senseless
// as a whole.
#include "scenario/key_table.hpp"

#include <algorithm>
#include <cmath>
#include <random>
#include <string>
#include <vector>

namespace assent {

class RandomDraft {
  public:
    explicit RandomDraft(unsigned seed) : random_(seed) {}

    Draft make() {
        Draft draft = empty_draft();
        fill(scenario_section(), &draft);
        draft.include.clear();
        draft.model.format = 1;
        for (LinkDraft& link : draft.links) { // the only names that have to mean something
            link.from = draft.stakeholders[below(draft.stakeholders.size())].id;
            link.to = draft.stakeholders[below(draft.stakeholders.size())].id;
        }
        std::erase_if(draft.links, [](const LinkDraft& link) { return link.from == link.to; });
        return draft;
    }

  private:
    bool chance(double p) { return std::uniform_real_distribution<>(0, 1)(random_) < p; }
    std::size_t below(std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n - 1)(random_); }

    std::string text() {
        static const std::vector<std::string> pieces{"a", "b c", "\"",   "\\", "\n", "\t", "Ж", "…", "#",    "'",
                                                     "=", "[x]", "\x01", ".",  "1",  "{",  "}", ",", "\x7f", "\r"};
        std::string result;
        for (std::size_t i = below(5); i > 0; --i) {
            result += pieces[below(pieces.size())];
        }
        return result;
    }

    std::string fresh_text() { return text() + std::to_string(next_++); }

    double value_in(const Range& range) {
        const double least = std::isfinite(range.least) ? range.least : -1e9;
        const double greatest = std::isfinite(range.greatest) ? range.greatest : 1e9;
        const double value = std::uniform_real_distribution<>(least, greatest)(random_);
        return chance(0.3) ? greatest : value;
    }

    Number number(const Range& range, bool may_be_unknown) {
        Number result(value_in(range));
        if (may_be_unknown && chance(0.2)) {
            result = Number();
            result.kind = Number::Kind::unknown;
            return result;
        }
        const double a = value_in(range), b = value_in(range), c = value_in(range);
        const double least = std::min({a, b, c}), greatest = std::max({a, b, c});
        const double middle = a + b + c - least - greatest;
        switch (below(10)) {
        case 0:
            result.kind = Number::Kind::uniform;
            result.a = least;
            result.b = greatest;
            break;
        case 1:
            result.kind = Number::Kind::triangular;
            result.a = least;
            result.b = std::clamp(middle, least, greatest);
            result.c = greatest;
            break;
        case 2:
            result.kind = Number::Kind::normal;
            result.a = a;
            result.b = 0.5 + std::abs(a);
            break;
        case 3:
            if (range.greatest > 0) {
                result.kind = Number::Kind::lognormal;
                result.a = std::max(greatest, 0.001);
                result.b = 0.25;
            }
            break;
        case 4:
            if (range.least < 1 && range.greatest > 0) {
                result.kind = Number::Kind::beta;
                result.a = 0.5 + static_cast<double>(below(5));
                result.b = 1.0 / 3.0;
            }
            break;
        case 5:
            result.kind = Number::Kind::discrete;
            result.a = 0;
            result.outcomes = {{a, 0.1}, {b, 0.2}, {c, 0.7}};
            break;
        default:
            break;
        }
        return result;
    }

    void fill(const Section& section, void* object) {
        for (const Key& key : section.keys) {
            if (key.required || chance(0.5)) {
                const Slot slot = key.slot(object);
                std::visit([&](const auto& place) { fill_slot(key, place); }, slot);
            }
        }
        for (const Child& child : section.children) {
            const int elements = child.shape == Child::Shape::list ? static_cast<int>(below(4)) : 0;
            const int built_in = child.count(object);
            for (int i = 0; i < built_in; ++i) {
                if (!child.presets) { // the id of something built in must stay
                    fill(*child.section, child.element(object, i));
                }
            }
            for (int i = 0; i < elements + (child.name == "stakeholder" ? 1 : 0); ++i) {
                fill(*child.section, child.append(object));
            }
        }
    }

    void fill_slot(const Key& key, NumberSlot slot) { *slot = number(key.range, key.may_be_unknown); }
    void fill_slot(const Key& key, RealSlot slot) { *slot = value_in(key.range); }
    void fill_slot(const Key& key, OptionalRealSlot slot) { *slot = value_in(key.range); }
    void fill_slot(const Key& key, IntegerSlot slot) { *slot = static_cast<int>(value_in(key.range)); }
    void fill_slot(const Key& key, OptionalIntegerSlot slot) { *slot = static_cast<int>(value_in(key.range)); }
    void fill_slot(const Key&, BooleanSlot slot) { *slot = chance(0.5); }
    void fill_slot(const Key&, OptionalBooleanSlot slot) { *slot = chance(0.5); }
    void fill_slot(const Key&, TextSlot slot) { *slot = fresh_text(); }
    void fill_slot(const Key& key, NamedNumbersSlot slot) {
        for (auto& entry : *slot) {
            entry.second = number(key.range, false);
        }
        for (std::size_t i = below(3); i > 0; --i) {
            slot->emplace_back(fresh_text(), number(key.range, false));
        }
    }
    void fill_slot(const Key&, const TextsSlot& slot) {
        if (slot.flag != nullptr && chance(0.5)) {
            *slot.flag = true;
            return;
        }
        for (std::size_t i = below(3); i > 0; --i) {
            slot.texts->push_back(text());
        }
    }
    void fill_slot(const Key&, const WordsSlot& slot) {
        const auto word = static_cast<int>(below(slot.vocabulary->words.size()));
        slot.set({word});
    }
    void fill_slot(const Key& key, PlaceSlot slot) { *slot = DrawnPlace{value_in(key.range), value_in(key.range)}; }
    void fill_slot(const Key&, SettingsSlot slot) {
        static const std::vector<std::string> values{
            "1", "-0.25", "2.0", "true", "\"a \\\" b\"", "[1, \"x\"]", "{ uniform = [0, 1] }", "{}"};
        for (std::size_t i = below(3); i > 0; --i) {
            slot->push_back({fresh_text(), values[below(values.size())]});
        }
    }
    void fill_slot(const Key&, const PhraseSlot& slot) {
        slot.set(chance(0.5) ? std::string(slot.words[below(slot.words.size())]) : "someone " + fresh_text());
    }

    std::mt19937 random_;
    int next_ = 0;
};

} // namespace assent
