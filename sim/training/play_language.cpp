#include "training/play_language.hpp"

#include "model/words.hpp"
#include "scenario/text_encoding.hpp"
#include "training/move_reader.hpp"
#include "training/sentence_words.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace assent {
namespace {

constexpr std::size_t shortest_name_part = 3; // letters; "Ц." is no name to call somebody by

std::string spaced(std::string_view text) {
    std::string result(text);
    std::ranges::replace(result, '_', ' ');
    return result;
}

/// "cfo" of "Санхүү эрхэлсэн захирал (CFO)".
std::string in_brackets(const std::string& title) {
    const std::size_t open = title.rfind('(');
    return title.ends_with(')') && open != std::string::npos ? title.substr(open + 1, title.size() - open - 2)
                                                             : std::string();
}

/// An amount of money without an exponent where it is whole.
std::string amount_text(float amount) {
    return amount == std::floor(amount) ? fmt::format("{:.0f}", amount) : fmt::format("{}", amount);
}

/// A share as a line of the game has it: "12.5%".
std::string share_text(float share) { return fmt::format("{:g}%", std::round(share * 1e5) / 1e3); }

} // namespace

PlayLanguage::PlayLanguage(const Model& model) : model_(model) {
    for (const PlayWord& word : play_words()) entries_.push_back({std::string(word.text), word.kind, word.value});
    for (int member = 0; member < model.centre.size(); ++member) add_member(member);
    for (std::size_t topic = 0; topic < model.topics.size(); ++topic) {
        add(model.topics[topic].id, WordKind::topic, static_cast<int>(topic));
        add(model.topics[topic].name, WordKind::topic, static_cast<int>(topic));
    }
    for (std::size_t extra = 0; extra < model.extras.size(); ++extra) {
        add(model.extras[extra].id, WordKind::extra, static_cast<int>(extra));
        add(model.extras[extra].name, WordKind::extra, static_cast<int>(extra));
    }
}

void PlayLanguage::add(std::string_view text, WordKind kind, int value) {
    if (text.empty()) return;
    std::string spoken;
    for (const std::string& word : sentence_words(spaced(text))) spoken += (spoken.empty() ? "" : " ") + word;
    if (!spoken.empty()) entries_.push_back({std::move(spoken), kind, value});
}

void PlayLanguage::add_member(int member) {
    const Stakeholder& person = model_.centre.stakeholder(member);
    add(person.id, WordKind::member, member);
    for (const std::string& called : {person.name, person.title, in_brackets(person.title)}) {
        add(called, WordKind::member, member);
        for (const std::string& part : sentence_words(called))
            if (part.size() >= shortest_name_part && !part.ends_with('.') && !says_nothing(part))
                add(part, WordKind::member, member);
    }
    for (const Role role : person.roles) add(word(role), WordKind::member, member);
}

const std::string& PlayLanguage::first_word(WordKind kind, int value) const {
    return std::ranges::find_if(entries_, [&](const Entry& each) { return each.kind == kind && each.value == value; })
        ->text;
}

PlayCommand PlayLanguage::understand(std::string_view line, const Knowledge& knowledge) const {
    return MoveReader(*this, line, knowledge).read();
}

std::string PlayLanguage::line_of(const Move& move) const {
    const Stakeholder& person = model_.centre.stakeholder(move.member);
    std::string line = fmt::format("{} \"{}\" by {}", first_word(WordKind::act, static_cast<int>(move.act)),
                                   spaced(person.id), first_word(WordKind::channel, static_cast<int>(move.channel)));
    if (move.topic >= 0) line += fmt::format(" about \"{}\"", spaced(model_.topics[std::size_t(move.topic)].id));
    if (move.evidence != Evidence::argument) line += fmt::format(" with {}", word(move.evidence));
    if (move.discount > 0) line += " discount " + share_text(move.discount);
    if (move.tailored) line += " tailored " + amount_text(move.extras_budget);
    for (std::size_t extra = 0; extra < model_.extras.size(); ++extra)
        if ((move.extras >> extra & 1) != 0) line += fmt::format(" extra \"{}\"", spaced(model_.extras[extra].id));
    for (int measure = 0; measure < safeguard_count; ++measure)
        if ((move.safeguards >> measure & 1) != 0)
            line += fmt::format(" with \"{}\"", first_word(WordKind::safeguard, measure));
    if (move.inflate > 0) line += " embellish " + share_text(move.inflate);
    return line;
}

std::vector<std::string> PlayLanguage::completions(std::string_view line, const Knowledge& knowledge) const {
    const bool begins_word = line.empty() || line.back() == ' ';
    std::vector<std::string> words = sentence_words(line);
    const std::string part = begins_word || words.empty() ? std::string() : words.back();
    const bool first = words.size() <= (begins_word ? 0 : 1);
    std::vector<std::string> found;
    for (const Entry& entry : entries_) {
        const bool begins_line =
            entry.kind == WordKind::session || entry.kind == WordKind::way || entry.kind == WordKind::act;
        const bool unknown =
            entry.kind == WordKind::member && !knowledge.members[static_cast<std::size_t>(entry.value)].known;
        const bool fits = first ? begins_line : entry.kind != WordKind::session && entry.kind != WordKind::way;
        if (fits && !unknown && entry.text.starts_with(part) && entry.text.find(' ') == std::string::npos)
            found.push_back(entry.text);
    }
    std::ranges::sort(found);
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

} // namespace assent
