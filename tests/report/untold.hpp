#pragma once
// Finds what a told deal says in English whatever the reader's language.
#include "model/model.hpp"
#include "report/conversation.hpp"
#include "report/narrator.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace assent::untold {

/// The same company with names that hold no Latin letter but Q: what has others in a told deal is the program's. Titles
/// of Q are called as titles are. Topics that are built in keep their names, which the catalogue knows.
inline Model renamed(Model model) {
    const auto rename = [](auto& named) {
        int count = 0;
        for (auto& each : named) each.name = "Ж" + std::to_string(++count);
    };
    for (int member = 0; member < model.centre.size(); ++member) {
        Stakeholder& person = model.centre.stakeholder(member);
        person.name = "Ж" + std::to_string(member);
        person.title = std::string(static_cast<std::size_t>(member) + 1, 'Q');
    }
    rename(model.alternatives);
    rename(model.extras);
    const std::vector<Topic> built_in = Model::defaults().topics;
    for (Topic& topic : model.topics)
        if (std::ranges::find(built_in, topic.name, &Topic::name) == built_in.end()) topic.name = "Q";
    model.company.currency = "MNT";
    return model;
}

inline bool is_english(std::string_view text) {
    return std::ranges::any_of(text, [](char letter) {
        return letter != 'Q' && ((letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z'));
    });
}

/// All that is told of a deal and of the client after it.
inline std::vector<std::string> told_lines(const Model& model, const Plan& plan, std::int32_t strategy,
                                           std::span<const TraceEvent> events) {
    std::vector<std::string> lines;
    for (const NarratedWeek& week : narrate(model, plan, strategy, events)) {
        lines.insert(lines.end(), {weeks_name(week), week.stage});
        lines.insert(lines.end(), week.lines.begin(), week.lines.end());
    }
    for (const NarratedQuarters& quarters : narrate_client(events)) {
        lines.push_back(quarters_name(quarters));
        lines.insert(lines.end(), quarters.lines.begin(), quarters.lines.end());
    }
    for (const ConversationLine& line : conversation(model, plan, events)) lines.push_back(line.text);
    return lines;
}

} // namespace assent::untold
