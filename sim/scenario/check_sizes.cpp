#include "scenario/checks.hpp"

#include "model/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

namespace assent {
namespace {

void limit(const Examination& exam, const Value& place, const std::string& key, std::size_t count, int most) {
    if (count > static_cast<std::size_t>(most)) {
        exam.findings.error_at(place, key, fmt::format("{} of them", count), fmt::format("at most {} can be", most));
    }
}

void limit_list(const Examination& exam, std::string_view list, std::size_t count, int most) {
    limit(exam, value_or_table(exam.tree, list), std::string(list), count, most);
}

/// Two tables of a list with one id, by the ids that stand in the file.
void unique_ids(const Examination& exam, const Value& table, const std::string& list, const std::string& path) {
    const Value* elements = table.find(list);
    if (elements == nullptr) {
        return;
    }
    std::unordered_map<std::string_view, std::size_t> first;
    for (std::size_t i = 0; i < elements->children.size(); ++i) {
        const Value* id = elements->children[i].find("id");
        if (id == nullptr || id->kind != Value::Kind::text) {
            continue;
        }
        const std::string key = fmt::format("{}[{}].id", path, i + 1);
        if (id->text.empty()) {
            exam.findings.error(*id, key, "an id must not be empty");
        }
        const auto [earlier, is_new] = first.emplace(id->text, i);
        if (!is_new) {
            const Value& other = elements->children[earlier->second];
            const std::string where = other.file == id->file ? "" : other.file->name + ", ";
            exam.findings.error(
                *id, key,
                fmt::format("{}[{}] in {}line {} has this id already", path, earlier->second + 1, where, other.line),
                "give one of them another id");
        }
    }
}

/// Words that a rule's target or topic reads as something else.
void reserved_ids(const Examination& exam) {
    for (std::size_t i = 0; i < exam.draft.stakeholders.size(); ++i) {
        const std::string& id = exam.draft.stakeholders[i].id;
        if (from_word<Selector>(id) || id.starts_with("role:")) {
            exam.findings.error(value_or_table(exam.element("stakeholder", i), "id"),
                                fmt::format("stakeholder[{}].id", i + 1),
                                "a rule's target of this name means something else", "choose another id");
        }
    }
    if (exam.topics.holds(word(TopicChoice::largest_known))) {
        exam.findings.error_at(value_or_table(exam.tree, "topic"), "topic",
                               "\"largest_known\" means something else in a rule", "choose another id");
    }
}

} // namespace

void check_sizes(const Examination& exam) {
    const Draft& draft = exam.draft;
    const Model& model = draft.model;
    const bool has_nothing = model.alternatives.end() !=
                             std::find_if(model.alternatives.begin(), model.alternatives.end(),
                                          [](const auto& each) { return each.kind == Alternative::Kind::nothing; });
    limit_list(exam, "stakeholder", draft.stakeholders.size(), Limits::stakeholders);
    limit_list(exam, "link", draft.links.size(), Limits::links);
    limit_list(exam, "alternative", model.alternatives.size(),
               has_nothing ? Limits::alternatives : Limits::alternatives - 1);
    limit_list(exam, "topic", model.topics.size(), Limits::topics);
    limit_list(exam, "criterion", model.criteria.size(), Limits::criteria);
    limit_list(exam, "extra", model.extras.size(), Limits::extras);
    limit_list(exam, "strategy", model.strategies.size(), Limits::strategies);
    limit(exam, value_or_table(exam.tree, "alternative"), "alternative features", exam.features.ids.size(),
          Limits::features);
    limit(exam, value_or_table(value_or_table(exam.tree, "negotiation"), "issue"), "negotiation.issue",
          model.negotiation.issues.size(), Limits::issues);
    for (std::size_t i = 0; i < draft.stakeholders.size(); ++i) {
        limit(exam, exam.element("stakeholder", i), fmt::format("stakeholder[{}].objection", i + 1),
              draft.stakeholders[i].objections.size(), Limits::objections_per_stakeholder);
    }
    for (std::size_t i = 0; i < model.strategies.size(); ++i) {
        limit(exam, exam.element("strategy", i), fmt::format("strategy[{}].rule", i + 1),
              model.strategies[i].rules.size(), Limits::rules_per_strategy);
    }
    for (const char* list : {"stakeholder", "alternative", "topic", "criterion", "extra", "strategy"}) {
        unique_ids(exam, exam.tree, list, list);
    }
    unique_ids(exam, value_or_table(exam.tree, "negotiation"), "issue", "negotiation.issue");
    reserved_ids(exam);
}

} // namespace assent
