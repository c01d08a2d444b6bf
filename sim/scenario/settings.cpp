#include "scenario/settings.hpp"

#include "model/user_error.hpp"
#include "scenario/checks.hpp"
#include "scenario/dump.hpp"
#include "scenario/key_table.hpp"
#include "scenario/selectors.hpp"
#include "scenario/slot_text.hpp"
#include "scenario/text_encoding.hpp"
#include "scenario/value_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <set>

namespace assent {
namespace {

/// The value of a setting as a tree; a text that is no TOML is a text.
Value parsed(const Setting& setting, SourceFile& file) {
    file.text = "value = " + setting.value;
    Document document = parse_toml(file);
    Value* value = document.problem || document.root.children.size() != 1 ? nullptr : document.root.find("value");
    if (value != nullptr) {
        return std::move(*value);
    }
    Value text;
    text.kind = Value::Kind::text;
    text.file = &file;
    text.text = setting.value;
    return text;
}

/// ScenarioChanges one draft; problems go to the findings under the name of a file of their own for each setting.
class Changer {
  public:
    Changer(Draft& draft, Findings& findings, std::vector<std::string>& nobody, const std::string& origin)
        : draft_(draft), findings_(findings), nobody_(nobody), origin_(origin) {}

    void make(const ScenarioChanges& changes) {
        for (const std::string& path : changes.without) {
            take_out(path);
        }
        for (const Setting& setting : changes.set) {
            files_.push_back({origin_, "", static_cast<int>(files_.size())});
            path_ = setting.path;
            if (!is_utf8(setting.path) || !is_utf8(setting.value)) {
                path_ = is_utf8(path_) ? path_ : "a path";
                refuse("is no valid UTF-8", "write it in UTF-8");
                continue;
            }
            const std::vector<std::string> parts = parts_of(setting.path);
            set(scenario_section(), &draft_, parts, parsed(setting, files_.back()));
        }
    }

    /// Nothing came, nothing went, and everybody is called what he was called.
    [[nodiscard]] bool only_values() const { return only_values_; }

  private:
    using Parts = std::span<const std::string>;

    void refuse(const std::string& why, const std::string& remedy) {
        if (files_.empty()) {
            files_.push_back({origin_, "", 0});
        }
        Value here;
        here.file = &files_.back();
        findings_.error_at(here, path_, why, remedy);
    }

    void no_such_key(const Section& section, const std::string& name) {
        const std::vector<std::string_view> names = section.names();
        const std::string near = findings_.suggest(name, names);
        refuse(fmt::format("there is no {}", name.empty() ? "key without a name" : "\"" + name + "\""),
               !near.empty() ? near : fmt::format("`assent keys {}` lists the keys", section.path));
    }

    void set(const Section& section, void* object, Parts parts, const Value& value) {
        if (parts.empty()) {
            return set_all(section, object, value);
        }
        if (object == &draft_ && (parts.front() == "sweep" || parts.front() == "fact")) {
            return refuse("says what is asked of the company, and is no part of it",
                          "write it into the file, or use a flag of the command");
        }
        if (const Key* key = section.key(parts.front())) {
            return set_key(*key, object, parts.subspan(1), value);
        }
        const Child* child = section.child(parts.front());
        if (child == nullptr) {
            return no_such_key(section, parts.front());
        }
        set_child(*child, object, parts.subspan(1), value);
    }

    /// A table in the place of a value: every key in it.
    void set_all(const Section& section, void* object, const Value& value) {
        if (value.kind != Value::Kind::table) {
            return refuse(fmt::format("is a table, and {} cannot stand for one", value.kind_in_words()),
                          "name one of its keys");
        }
        for (const Value& child : value.children) {
            const std::vector<std::string> parts = parts_of(child.key);
            set(section, object, parts, child);
        }
    }

    void set_child(const Child& child, void* object, Parts parts, const Value& value) {
        if (child.shape == Child::Shape::table) {
            return set(*child.section, child.element(object, 0), parts, value);
        }
        if (parts.empty()) {
            return refuse("names nobody", fmt::format("write {}.*.<key> or name one of them", child.name));
        }
        for (const int place : places(child, object, parts.front(), true)) {
            set(*child.section, child.element(object, place), parts.subspan(1), value);
        }
    }

    /// The elements that a selector stands for; an objection that is not there is added when it is to be set.
    std::vector<int> places(const Child& child, void* object, const std::string& selector, bool to_set) {
        if (child.shape == Child::Shape::by_word) {
            return words(child, selector);
        }
        SelectorMatch found = select(draft_, child, object, selector);
        if (found.places.empty() && to_set && child.name == "objection" && selector != "*") {
            only_values_ = false;
            *std::get<TextSlot>(child.section->key("topic")->slot(child.append(object))) = selector;
            return {child.count(object) - 1};
        }
        if (!found.why.empty()) {
            refuse(found.why, found.remedy);
        } else if (found.places.empty() && to_set && selector != "*") {
            nobody_.push_back(child.name + "." + selector);
        }
        return std::move(found.places);
    }

    std::vector<int> words(const Child& child, const std::string& selector) {
        std::vector<int> all;
        for (int i = 0; i < child.count(nullptr); ++i) {
            if (selector == "*" || child.words->words[static_cast<std::size_t>(i)] == selector) {
                all.push_back(i);
            }
        }
        if (all.empty()) {
            const std::string near = findings_.suggest(selector, child.words->words);
            refuse(fmt::format("no such {}", child.words->what),
                   near.empty() ? "write " + listed(child.words->words) : near);
        }
        return all;
    }

    void set_key(const Key& key, void* object, Parts parts, const Value& value) {
        const Slot slot = key.slot(object);
        only_values_ = only_values_ && !std::holds_alternative<TextSlot>(slot);
        if (parts.empty()) {
            return read_slot(key, slot, value, path_, findings_);
        }
        const auto* named = std::get_if<NamedNumbersSlot>(&slot);
        if (named == nullptr || parts.size() > 1) {
            return refuse(fmt::format("there is nothing below {}", key.name), "end the path there");
        }
        for (const std::string& name : names(key, **named, parts.front())) {
            Value table;
            table.file = value.file;
            table.children.push_back(value);
            table.children.back().key = name;
            read_slot(key, slot, table, path_.substr(0, path_.rfind('.')), findings_);
        }
    }

    /// The names of numbers that the last part of a path stands for.
    std::vector<std::string> names(const Key& key, const NamedNumbers& numbers, const std::string& part) {
        std::vector<std::string> all;
        if (part == "*") {
            for (const auto& [name, number] : numbers) {
                all.push_back(name);
            }
        } else if (key.named_by == "alternative") {
            const Child& offers = *scenario_section().child("alternative");
            for (const int place : places(offers, &draft_, part, true)) {
                all.push_back(draft_.model.alternatives[static_cast<std::size_t>(place)].id);
            }
        } else {
            all.push_back(part);
        }
        return all;
    }

    void take_out(const std::string& path) {
        only_values_ = false;
        path_ = path;
        const std::vector<std::string> parts = parts_of(path);
        take_out(scenario_section(), &draft_, parts);
    }

    void take_out(const Section& section, void* object, Parts parts) {
        const Child* child = parts.empty() ? nullptr : section.child(parts.front());
        if (child == nullptr) {
            return parts.empty() || section.key(parts.front()) != nullptr
                       ? refuse("cannot be taken out", "name an element of a list, such as stakeholder.cfo")
                       : no_such_key(section, parts.front());
        }
        if (child->shape != Child::Shape::list) {
            return take_out(*child->section, child->element(object, 0), parts.subspan(1));
        }
        if (parts.size() < 2) {
            return refuse("names nobody", fmt::format("write {}.* or name one of them", child->name));
        }
        const std::vector<int> found = places(*child, object, parts[1], false);
        if (parts.size() > 2) {
            for (const int place : found) {
                take_out(*child->section, child->element(object, place), parts.subspan(2));
            }
            return;
        }
        erase(*child, object, found);
    }

    template <class List> static void erase_places(List& list, const std::vector<int>& places) {
        for (auto place = places.rbegin(); place != places.rend(); ++place) {
            list.erase(list.begin() + *place);
        }
    }

    void erase(const Child& child, void* object, const std::vector<int>& places) {
        if (child.name == "stakeholder") {
            erase_people(places);
        } else if (child.name == "objection") {
            erase_places(static_cast<Stakeholder*>(object)->objections, places);
        } else if (child.name == "link") {
            erase_places(draft_.links, places);
        } else if (child.name == "alternative") {
            erase_offers(places);
        } else if (child.name == "move") {
            erase_places(static_cast<Alternative*>(object)->moves, places);
        } else if (child.name == "strategy") {
            erase_places(draft_.model.strategies, places);
        } else if (child.name == "rule") {
            erase_places(static_cast<Strategy*>(object)->rules, places);
        } else if (child.name == "extra") {
            erase_places(draft_.model.extras, places);
        } else if (child.name == "issue") {
            erase_places(draft_.model.negotiation.issues, places);
        } else {
            refuse("cannot be taken out", "it is part of the vocabulary");
        }
    }

    /// Links of who leaves go with him.
    void erase_people(const std::vector<int>& places) {
        std::set<std::string> gone;
        for (const int place : places) {
            gone.insert(draft_.stakeholders[static_cast<std::size_t>(place)].id);
        }
        erase_places(draft_.stakeholders, places);
        std::erase_if(draft_.links,
                      [&](const LinkDraft& link) { return gone.contains(link.from) || gone.contains(link.to); });
        for (Alternative& offer : draft_.model.alternatives) {
            std::erase_if(offer.moves, [&](const RivalMove& move) { return gone.contains(move.target); });
        }
    }

    /// So does trust in an offer that is gone.
    void erase_offers(const std::vector<int>& places) {
        std::set<std::string> gone;
        for (const int place : places) {
            gone.insert(draft_.model.alternatives[static_cast<std::size_t>(place)].id);
        }
        erase_places(draft_.model.alternatives, places);
        for (Stakeholder& person : draft_.stakeholders) {
            std::erase_if(person.trust, [&](const auto& entry) { return gone.contains(entry.first); });
        }
    }

    Draft& draft_;
    Findings& findings_;
    std::vector<std::string>& nobody_;
    const std::string& origin_;
    std::deque<SourceFile> files_; ///< addresses must hold
    std::string path_;             ///< of the change under way
    bool only_values_ = true;
};

/// What people think of a feature goes with the last offer that had it.
void forget_features(Draft& draft, const Model& before) {
    std::set<std::string> gone;
    for (const Alternative& offer : before.alternatives) {
        gone.insert(offer.features.begin(), offer.features.end());
    }
    for (const Alternative& offer : draft.model.alternatives) {
        for (const std::string& feature : offer.features) {
            gone.erase(feature);
        }
    }
    for (Stakeholder& person : draft.stakeholders) {
        std::erase_if(person.features, [&](const auto& entry) { return gone.contains(entry.first); });
    }
}

/// Errors without the places in a text that nobody has seen.
std::vector<Problem> errors_of(std::vector<Problem> problems, const std::string& origin) {
    std::erase_if(problems, [](const Problem& problem) { return problem.severity == Problem::Severity::warning; });
    for (Problem& problem : problems) {
        problem.file = origin;
        problem.line = problem.column = 0;
    }
    return problems;
}

/// What only the whole can tell, without the places in a text that a message needs.
bool is_sound(const Draft& draft) {
    const SourceFile file;
    Value nowhere;
    nowhere.file = &file;
    Findings findings;
    check_draft(draft, nowhere, file, findings);
    return findings.errors() == 0;
}

} // namespace

ChangedScenario change_scenario(const Model& model, std::span<const ScenarioChanges> changes,
                                const std::string& origin) {
    ChangedScenario result;
    Draft draft = draft_of(model);
    draft.model.fact = {};
    draft.model.sweep = {};
    Findings findings;
    Changer changer(draft, findings, result.nobody, origin);
    for (const ScenarioChanges& each : changes) {
        changer.make(each);
    }
    result.problems = errors_of(findings.take(), origin);
    if (!result.ok()) {
        return result;
    }
    forget_features(draft, model);
    if (changer.only_values() && is_sound(draft)) { // a sweep does this at each point
        result.model = model_of(std::move(draft));
        return result;
    }
    // What the changes make has to be as sound as a file that says the same.
    Reading reading = read_scenario_text(dump_scenario(model_of(std::move(draft))), origin, {});
    result.problems = errors_of(std::move(reading.problems), origin);
    result.model = std::move(reading.model);
    return result;
}

Model changed_scenario(const Model& model, std::span<const ScenarioChanges> changes, const std::string& origin) {
    ChangedScenario changed = change_scenario(model, changes, origin);
    std::string errors;
    for (const Problem& problem : changed.problems) {
        errors += (errors.empty() ? "" : "\n") + problem.text();
    }
    for (const std::string& selector : changed.nobody) {
        errors += fmt::format("{}{}: {} (there is none in this company); name somebody else",
                              errors.empty() ? "" : "\n", origin, selector);
    }
    if (!errors.empty()) {
        throw UserError(errors);
    }
    return std::move(changed.model);
}

Setting setting_of(const std::string& assignment) {
    const std::size_t sign = assignment.find('=');
    if (sign == std::string::npos || sign == 0) {
        throw UserError(fmt::format("--set {} (names no value); write --set company.need=0.4", assignment));
    }
    const auto trimmed = [](std::string text) {
        text.erase(0, text.find_first_not_of(' '));
        text.erase(text.find_last_not_of(' ') + 1);
        return text;
    };
    return {trimmed(assignment.substr(0, sign)), trimmed(assignment.substr(sign + 1))};
}

namespace {

std::vector<int> selected(const Model& model, const char* list, const std::string& selector) {
    Draft draft = draft_of(model);
    return select(draft, *scenario_section().child(list), &draft, selector).places;
}

} // namespace

std::vector<int> members_selected(const Model& model, const std::string& selector) {
    return selected(model, "stakeholder", selector);
}

std::vector<int> alternatives_selected(const Model& model, const std::string& selector) {
    return selected(model, "alternative", selector);
}

} // namespace assent
