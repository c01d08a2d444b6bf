#include "scenario/bounds.hpp"
#include "scenario/checks.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace assent {
namespace {

/// Can this member have a say? Its own authority counts, or else what is typical of its roles.
bool may_decide(const Stakeholder& stakeholder, const Model& model) {
    const bool own =
        stakeholder.authority.kind != Number::Kind::unset && stakeholder.authority.kind != Number::Kind::unknown;
    if (own) {
        return greatest_of(stakeholder.authority) > 0;
    }
    const auto typical = [&](Role role) {
        return greatest_of(model.priors[static_cast<std::size_t>(role)].authority) > 0;
    };
    return stakeholder.roles.empty() ? typical(Role::other)
                                     : std::any_of(stakeholder.roles.begin(), stakeholder.roles.end(), typical);
}

void check_decision(const Examination& exam) {
    const auto& members = exam.draft.stakeholders;
    if (members.empty()) {
        if (exam.tree.find("stakeholder") == nullptr) {
            exam.findings.error_in(exam.file, "no stakeholder", "add a [[stakeholder]] with id and roles");
        }
        return;
    }
    const auto decides = [&](const Stakeholder& each) { return may_decide(each, exam.draft.model); };
    if (std::none_of(members.begin(), members.end(), decides)) {
        exam.findings.error_at(exam.element("stakeholder", 0), "stakeholder", "nobody decides: no authority is above 0",
                               "give at least one member authority");
    }
    const Process& process = exam.draft.model.process;
    const Value& table = value_or_table(exam.tree, "process");
    const bool quota_counts = process.rule == DecisionRule::minimum_endorsement;
    if (quota_counts && static_cast<std::size_t>(process.quota) > members.size()) {
        exam.findings.error(value_or_table(table, "quota"), "process.quota",
                            fmt::format("the centre has {} members", members.size()),
                            fmt::format("give one in [1, {}]", members.size()));
    }
    if (!quota_counts && table.find("quota") != nullptr) {
        exam.findings.warning(*table.find("quota"), "process.quota", "counts only with rule = \"minimum_endorsement\"",
                              "take it out or change the rule");
    }
}

void check_isolated(const Examination& exam) {
    std::unordered_set<std::string_view> linked;
    for (const LinkDraft& link : exam.draft.links) {
        linked.insert(link.from);
        linked.insert(link.to);
    }
    for (std::size_t i = 0; exam.draft.stakeholders.size() > 1 && i < exam.draft.stakeholders.size(); ++i) {
        const std::string& id = exam.draft.stakeholders[i].id;
        if (!linked.contains(id)) {
            exam.findings.warning_at(exam.element("stakeholder", i), fmt::format("stakeholder[{}]", i + 1),
                                     fmt::format("\"{}\" is isolated: influences nobody and listens to nobody", id),
                                     "add a [[link]]");
        }
    }
}

/// The topics that some rule of some strategy can speak to.
std::unordered_set<std::string_view> spoken_topics(const Model& model) {
    std::unordered_set<std::string_view> spoken;
    const auto answered_by = [&](Act act) {
        for (const Topic& topic : model.topics) {
            if (std::find(topic.answered_by.begin(), topic.answered_by.end(), act) != topic.answered_by.end()) {
                spoken.insert(topic.id);
            }
        }
    };
    for (const Strategy& strategy : model.strategies) {
        for (const Rule& rule : strategy.rules) {
            if (!rule.enabled || rule.limit == 0) {
                continue;
            }
            if (rule.topic_choice == TopicChoice::fixed) {
                spoken.insert(rule.topic);
            } else if (rule.act == Act::address) {
                for (const Topic& topic : model.topics) {
                    spoken.insert(topic.id);
                }
            }
            answered_by(rule.act);
        }
    }
    return spoken;
}

void check_objections(const Examination& exam) {
    const Model& model = exam.draft.model;
    const auto spoken = spoken_topics(model);
    const bool something_is_done = std::any_of(model.strategies.begin(), model.strategies.end(),
                                               [](const Strategy& each) { return !each.rules.empty(); });
    for (std::size_t i = 0; i < exam.draft.stakeholders.size(); ++i) {
        const auto& objections = exam.draft.stakeholders[i].objections;
        for (std::size_t j = 0; j < objections.size(); ++j) {
            const Objection& objection = objections[j];
            const Value& place = element_of(exam.element("stakeholder", i), "objection", j);
            const auto warn = [&](std::string why, std::string remedy) {
                exam.findings.warning_at(place, fmt::format("stakeholder[{}].objection[{}]", i + 1, j + 1),
                                         std::move(why), std::move(remedy));
            };
            const std::string& truth = objection.root.empty() ? objection.topic : objection.root;
            if (something_is_done && exam.topics.holds(truth) && !spoken.contains(truth)) {
                warn(fmt::format("no strategy speaks to \"{}\"", truth),
                     "add a rule that does, such as do = \"address\"");
            }
            if (objection.pretext && objection.root.empty()) {
                warn("a pretext without a root", "say with root what is behind it");
            }
            if (!objection.pretext && !objection.root.empty() && objection.root != objection.topic) {
                warn("has a root, but is no pretext", "add pretext = true or take the root out");
            }
        }
    }
}

} // namespace

void check_centre(const Examination& exam) {
    check_decision(exam);
    check_isolated(exam);
    check_objections(exam);
}

} // namespace assent
