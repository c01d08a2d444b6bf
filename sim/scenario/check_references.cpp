#include "scenario/checks.hpp"

#include "model/words.hpp"

#include <fmt/format.h>

namespace assent {
namespace {

/// The names of a table of numbers by name.
void named(const Examination& exam, const IdTable& table, const NamedNumbers& numbers, const Value& owner,
           const std::string& path, std::string_view key) {
    const Value& place = value_or_table(owner, key);
    for (const auto& entry : numbers) {
        if (!table.holds(entry.first)) {
            exam.reference(table, entry.first, exam.findings.only_counts() ? place : value_or_table(place, entry.first),
                           fmt::format("{}.{}.{}", path, key, entry.first));
        }
    }
}

void check_objections(const Examination& exam, const Stakeholder& stakeholder, const Value& table,
                      const std::string& path) {
    for (std::size_t i = 0; i < stakeholder.objections.size(); ++i) {
        const Objection& objection = stakeholder.objections[i];
        const Value& place = element_of(table, "objection", i);
        if (place.find("topic") != nullptr && !exam.topics.holds(objection.topic)) {
            exam.reference(exam.topics, objection.topic, value_or_table(place, "topic"),
                           fmt::format("{}.objection[{}].topic", path, i + 1));
        }
        if (!objection.root.empty() && !exam.topics.holds(objection.root)) {
            exam.reference(exam.topics, objection.root, value_or_table(place, "root"),
                           fmt::format("{}.objection[{}].root", path, i + 1));
        }
    }
}

void check_members(const Examination& exam) {
    for (std::size_t i = 0; i < exam.draft.stakeholders.size(); ++i) {
        const Stakeholder& stakeholder = exam.draft.stakeholders[i];
        const Value& table = exam.element("stakeholder", i);
        const std::string path = fmt::format("stakeholder[{}]", i + 1);
        named(exam, exam.criteria, stakeholder.criteria, table, path, "criteria");
        named(exam, exam.features, stakeholder.features, table, path, "features");
        named(exam, exam.alternatives, stakeholder.trust, table, path, "trust");
        check_objections(exam, stakeholder, table, path);
    }
}

void check_links(const Examination& exam) {
    for (std::size_t i = 0; i < exam.draft.links.size(); ++i) {
        const LinkDraft& link = exam.draft.links[i];
        const Value& table = exam.element("link", i);
        for (const auto& [end, id] : {std::pair("from", &link.from), std::pair("to", &link.to)}) {
            if (table.find(end) != nullptr && !exam.members.holds(*id)) {
                exam.reference(exam.members, *id, value_or_table(table, end), fmt::format("link[{}].{}", i + 1, end));
            }
        }
        if (link.from == link.to && !link.from.empty()) {
            exam.findings.error(value_or_table(table, "to"), fmt::format("link[{}].to", i + 1),
                                "a link from a member to itself", "self_weight says how much the own view counts");
        }
    }
}

void check_rule(const Examination& exam, const Rule& rule, const Value& table, const std::string& path) {
    if (rule.selector == Selector::member && !exam.members.holds(rule.member)) {
        exam.reference(exam.members, rule.member, value_or_table(table, "target"), path + ".target");
    }
    if (rule.topic_choice == TopicChoice::fixed && !exam.topics.holds(rule.topic)) {
        exam.reference(exam.topics, rule.topic, value_or_table(table, "topic"), path + ".topic");
    }
    if (!rule.when.objection_known.empty() && !exam.topics.holds(rule.when.objection_known)) {
        exam.reference(exam.topics, rule.when.objection_known,
                       value_or_table(value_or_table(table, "when"), "objection_known"),
                       path + ".when.objection_known");
    }
    for (const std::string& extra : rule.extras) {
        exam.reference(exam.extras, extra, value_or_table(table, "extras"), path + ".extras");
    }
}

void check_rules(const Examination& exam) {
    const auto& strategies = exam.draft.model.strategies;
    for (std::size_t i = 0; i < strategies.size(); ++i) {
        for (std::size_t j = 0; j < strategies[i].rules.size(); ++j) {
            check_rule(exam, strategies[i].rules[j], element_of(exam.element("strategy", i), "rule", j),
                       fmt::format("strategy[{}].rule[{}]", i + 1, j + 1));
        }
    }
}

void check_alternatives(const Examination& exam) {
    const auto& alternatives = exam.draft.model.alternatives;
    for (std::size_t i = 0; i < alternatives.size(); ++i) {
        const Value& table = exam.element("alternative", i);
        const std::string path = fmt::format("alternative[{}]", i + 1);
        named(exam, exam.criteria, alternatives[i].attributes, table, path, "attributes");
        for (std::size_t j = 0; j < alternatives[i].moves.size(); ++j) {
            const std::string& target = alternatives[i].moves[j].target;
            if (!target.empty() && !exam.members.holds(target)) {
                exam.reference(exam.members, target, value_or_table(element_of(table, "move", j), "target"),
                               fmt::format("{}.move[{}].target", path, j + 1));
            }
        }
    }
}

void check_company(const Examination& exam) {
    const Company& company = exam.draft.model.company;
    const Value& table = value_or_table(exam.tree, "company");
    named(exam, exam.criteria, company.scoring, table, "company", "scoring");
    if (!company.referral_topic.empty() && !exam.topics.holds(company.referral_topic)) {
        exam.reference(exam.topics, company.referral_topic, value_or_table(table, "referral_topic"),
                       "company.referral_topic");
    }
}

} // namespace

void check_references(const Examination& exam) {
    check_company(exam);
    check_members(exam);
    check_links(exam);
    check_rules(exam);
    check_alternatives(exam);
    const Value& seller = value_or_table(exam.tree, "seller");
    named(exam, exam.topics, exam.draft.model.seller.competences, seller, "seller", "competences");
    for (std::size_t role = 0; role < exam.draft.model.priors.size(); ++role) {
        const auto name = word(static_cast<Role>(role));
        const Value& place = value_or_table(value_or_table(exam.tree, "priors"), name);
        named(exam, exam.criteria, exam.draft.model.priors[role].criteria, place, fmt::format("priors.{}", name),
              "criteria");
    }
    // Means that nobody declares are means that the company lacks; only what looks like a slip is worth a word.
    std::vector<std::string_view> means;
    for (const auto& entry : exam.draft.model.company.means) {
        means.push_back(entry.first);
    }
    for (std::size_t i = 0; i < exam.draft.model.extras.size(); ++i) {
        const std::string& wanted = exam.draft.model.extras[i].means;
        const std::string_view near = nearest(wanted, means);
        if (!near.empty() && near != wanted) {
            exam.findings.warning(value_or_table(exam.element("extra", i), "means"),
                                  fmt::format("extra[{}].means", i + 1), "the company declares no such means",
                                  fmt::format("did you mean \"{}\"?", near));
        }
    }
}

} // namespace assent
