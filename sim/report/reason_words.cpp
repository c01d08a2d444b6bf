#include "report/reason_words.hpp"

#include "model/words.hpp"
#include "report/translation.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace assent {
namespace {

/// In the order of Reason. Worded so that none can be taken for a topic: "price too high" is no objection that somebody
/// raised, it is what the price did to his utility.
constexpr std::array<std::string_view, reason_count> reason_words{to_tell("Price too high"),
                                                                  to_tell("Quality below the need"),
                                                                  to_tell("No trust in us"),
                                                                  to_tell("Cost of switching"),
                                                                  to_tell("Pestered"),
                                                                  to_tell("Forgotten"),
                                                                  to_tell("No pressing need"),
                                                                  to_tell("A rival's better offer"),
                                                                  to_tell("Unprofessional contact"),
                                                                  to_tell("Negotiation broke off"),
                                                                  to_tell("No agreement found"),
                                                                  to_tell("Leaned against us")};

} // namespace

std::string reason_name(const Model& model, int reason) {
    const int topics = static_cast<int>(model.topics.size());
    if (reason < 0 || reason >= topics + reason_count) return told("No reason recorded");
    if (reason >= topics) return told(reason_words[static_cast<std::size_t>(reason - topics)]);
    const Topic& topic = model.topics[static_cast<std::size_t>(reason)];
    return told(topic.name.empty() ? topic.id : topic.name);
}

std::string reason_name(std::string_view stored) {
    for (std::size_t i = 0; i < reason_words.size(); ++i)
        if (stored == word(static_cast<Reason>(i))) return told(reason_words[i]);
    if (stored == "unknown") return told("No reason recorded");
    std::string name(stored);
    std::ranges::replace(name, '_', ' ');
    if (!name.empty() && name.front() >= 'a' && name.front() <= 'z') name.front() += 'A' - 'a';
    return told(name);
}

std::string short_title(const std::string& title) {
    const std::size_t open = title.rfind('(');
    if (open == std::string::npos || !title.ends_with(')')) return title;
    const std::string inside = title.substr(open + 1, title.size() - open - 2);
    return inside.empty() || inside.size() >= open ? title : inside;
}

std::string holder_name(const Model& model, int member) {
    if (member < 0 || member >= model.centre.size()) return told("the centre as a whole");
    const Stakeholder& person = model.centre.stakeholder(member);
    if (person.title.empty()) return person.name.empty() ? person.id : person.name;
    return person.name.empty() ? short_title(person.title) : short_title(person.title) + " " + person.name;
}

std::string short_holder_name(const Model& model, int member) {
    if (member < 0 || member >= model.centre.size()) return holder_name(model, member);
    const std::string title = short_title(model.centre.stakeholder(member).title);
    if (title.empty()) return holder_name(model, member);
    for (int other = 0; other < model.centre.size(); ++other)
        if (other != member && short_title(model.centre.stakeholder(other).title) == title)
            return holder_name(model, member);
    return title;
}

std::string loss_reason_name(const Model& model, int holder, int reason) {
    const std::string name = reason_name(model, reason);
    return holder < 0 ? name : name + ", " + holder_name(model, holder);
}

} // namespace assent
