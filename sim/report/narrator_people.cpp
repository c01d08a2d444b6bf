#include "report/narrator_people.hpp"

#include "report/html_text.hpp"
#include "report/narrator_words.hpp"
#include "report/reason_words.hpp"
#include "report/sentence.hpp"

#include <algorithm>
#include <map>

namespace assent {
namespace {

constexpr std::size_t longest_name = 60; // characters; more is no longer a name in a sentence
constexpr std::size_t most_people = 4;   // in one list

bool small_letter(char letter) { return letter >= 'a' && letter <= 'z'; }
bool capital_letter(char letter) { return letter >= 'A' && letter <= 'Z'; }

/// Cut to a length that a sentence can bear, on one line.
std::string in_a_sentence(std::string_view text) {
    std::string result;
    for (std::size_t count = 0; !text.empty(); ++count) {
        if (count == longest_name) return result + "…";
        const char32_t character = next_character(text);
        append_character(result, character < 0x20 ? U' ' : character);
    }
    return result;
}

/// "Head of marketing" as "head of marketing"; "CFO" and "Chief Financial Officer" stay.
std::string title_in_a_sentence(const std::string& title) {
    std::string result = in_a_sentence(title);
    const bool word = result.size() > 1 && capital_letter(result[0]) && small_letter(result[1]);
    if (word && std::none_of(result.begin() + 1, result.end(), capital_letter))
        result[0] = static_cast<char>(result[0] - 'A' + 'a');
    return result;
}

/// Of the letters that English and Mongolian sentences begin with; others stay.
char32_t capital(char32_t letter) {
    if ((letter >= U'a' && letter <= U'z') || (letter >= U'а' && letter <= U'я')) return letter - 0x20;
    if (letter == U'ё') return U'Ё';
    if (letter == U'ө') return U'Ө';
    return letter == U'ү' ? U'Ү' : letter;
}

bool latin(std::string_view text) { return !text.empty() && (small_letter(text[0]) || capital_letter(text[0])); }

/// A title that takes an English article: "CEO" of "Гүйцэтгэх захирал (CEO)"; empty when there is none.
std::string latin_title(const std::string& title) {
    const std::string called = short_title(title);
    return latin(called) ? called : latin(title) ? title : std::string();
}

} // namespace

PeopleNames::PeopleNames(const Model& model) : model_(model) {
    std::map<std::string, int> holders;
    for (int member = 0; member < model.centre.size(); ++member) {
        titles_.push_back(latin_title(model.centre.stakeholder(member).title));
        ++holders[titles_.back()];
    }
    for (std::string& title : titles_)
        if (holders[title] > 1) title.clear();
    mentioned_.assign(titles_.size(), false);
}

std::string PeopleNames::who(int member) {
    if (member < 0 || member >= model_.centre.size()) return told(words::somebody);
    const Stakeholder& person = model_.centre.stakeholder(member);
    const auto place = static_cast<std::size_t>(member);
    const std::string name = in_a_sentence(person.name.empty() ? person.id : person.name);
    const bool first_time = !mentioned_[place];
    mentioned_[place] = true;
    if (titles_[place].empty()) {
        if (!first_time || person.title.empty() || person.name.empty()) return name;
        return filled(words::named_first_time, {{"name", name}, {"title", in_a_sentence(person.title)}});
    }
    const std::string title = title_in_a_sentence(titles_[place]);
    return first_time && !person.name.empty() ? filled(words::titled_first_time, {{"title", title}, {"name", name}})
                                              : filled(words::titled, {{"title", title}});
}

std::string PeopleNames::all_of(std::span<const int> members) {
    std::vector<std::string> names;
    // Of five people, the fifth is not worth a count.
    const bool all = members.size() <= most_people + 1;
    for (const int member : members.first(all ? members.size() : most_people)) names.push_back(who(member));
    if (all) return enumerated(names);
    return filled(words::list_rest,
                  {{"some", comma_separated(names)}, {"count", std::to_string(members.size() - most_people)}});
}

std::string alternative_name(const Model& model, int alternative) {
    if (alternative < 0 || alternative >= static_cast<int>(model.alternatives.size()))
        return told(words::lost_to_rival);
    const Alternative& chosen = model.alternatives[static_cast<std::size_t>(alternative)];
    if (chosen.kind == Alternative::Kind::ours) return told(words::us);
    if (chosen.kind == Alternative::Kind::nothing) return told(words::doing_nothing);
    return in_a_sentence(chosen.name.empty() ? chosen.id : chosen.name);
}

std::string topic_name(const Model& model, int topic) {
    if (topic < 0 || topic >= static_cast<int>(model.topics.size())) return "–";
    const Topic& named = model.topics[static_cast<std::size_t>(topic)];
    return in_a_sentence(told(named.name.empty() ? named.id : named.name));
}

std::string enumerated(const std::vector<std::string>& parts) {
    if (parts.empty()) return {};
    if (parts.size() == 1) return parts.front();
    return filled(words::list_last,
                  {{"others", comma_separated(std::span(parts).first(parts.size() - 1))}, {"last", parts.back()}});
}

std::string capitalised(std::string text) {
    if (text.empty()) return text;
    std::string_view rest = text;
    std::string result;
    append_character(result, capital(next_character(rest)));
    return result.append(rest);
}

} // namespace assent
