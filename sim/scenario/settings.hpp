#pragma once
// Changing a scenario by paths: the settings of a fact's arms, of `--set`, of a sweep. What a value may be is what the
// key table says, as in a file.
//
// A path is a dotted key, and a selector where the file has a list:
//   company.need   process.rule   assumptions.digestion   channel.meeting.reach   act.value_case.value
//   stakeholder.<people>.leaning        people: an id, * (all there are), role:<role>, most_influential, least_influential
//   stakeholder.<people>.criteria.price, .trust.ours, .objection.<topic or *>.severity
//   alternative.<offers>.price          offers: an id, ours, nothing, rivals, *
//   link.<links>.strength               links: *, from:<people>, to:<people>
//   strategy.<id or *>.rule.<rules>.inflate    rules: a number from 1 on, *, do:<act>
//   extra.<id or *>.value, and so for every list of tables with ids
// A part that holds a dot is put in quotes. A value that is a table sets every key in it.
#include "scenario/findings.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace assent {

/// A scenario with changes made to it.
struct ChangedScenario {
    Model model;                     ///< complete only when ok(); states no fact
    std::vector<Problem> problems;   ///< errors in the changes, else in the scenario that they make
    std::vector<std::string> nobody; ///< selectors of a kind of people or offers of which there are none
    [[nodiscard]] bool ok() const { return problems.empty() && nobody.empty(); }
};

/// Makes the changes one after another: in each first what is taken out, then the settings. Most and least influential
/// count the people who are left at that moment. `*` may stand for none; a kind (role:user, rivals) of which there is
/// none goes to `nobody` when it is to be set, and is no matter when it is to be taken out; an id that does not exist is
/// an error. A doubt on a topic that a person does not have is added, with the defaults of the key table.
/// `origin` stands for the file in messages: "--set".
ChangedScenario change_scenario(const Model& model, std::span<const ScenarioChanges> changes,
                                const std::string& origin);

/// The same, throwing UserError with all problems as one text.
Model changed_scenario(const Model& model, std::span<const ScenarioChanges> changes, const std::string& origin);

/// "PATH=VALUE" as a setting; a value that is no TOML is taken as a text. Throws UserError when there is no =.
Setting setting_of(const std::string& assignment);

/// Places in the model of the members, or of the alternatives, that a selector stands for; empty: none.
std::vector<int> members_selected(const Model& model, const std::string& selector);
std::vector<int> alternatives_selected(const Model& model, const std::string& selector);

} // namespace assent
