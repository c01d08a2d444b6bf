#include "training/move_reader.hpp"

#include "model/user_error.hpp"
#include "model/words.hpp"
#include "scenario/findings.hpp"
#include "training/sentence_words.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fmt/format.h>

namespace assent {
namespace {

using Kind = PlayCommand::Kind;
using enum WordKind;

constexpr std::size_t longest_phrase = 6;   // words
constexpr std::size_t most_suggestions = 6; // things a short word may mean that are told
constexpr int most_weeks = 520;

/// The words that say of what kind the next one is.
bool announces_topic(std::string_view word) { return word == "about" || word == "on" || word == "against"; }
bool announces_channel(std::string_view word) { return word == "by" || word == "via" || word == "in" || word == "at"; }

std::string listed_entries(const std::vector<std::string>& texts) {
    return fmt::format("{}", fmt::join(texts.begin(), texts.begin() + std::min(texts.size(), most_suggestions), ", "));
}

} // namespace

MoveReader::MoveReader(const PlayLanguage& language, std::string_view line, const Knowledge& knowledge)
    : language_(language), knowledge_(knowledge), line_(line), words_(sentence_words(line)) {}

PlayCommand MoveReader::read() {
    while (!at_end()) {
        const Entry* first = next({session, way, act});
        if (first == nullptr) continue;
        return first->kind == session ? session_command(static_cast<Kind>(first->value)) : move_command(*first);
    }
    return {};
}

bool MoveReader::may_be_said(const Entry& entry, Kinds allowed) const {
    if (std::ranges::find(allowed, entry.kind) == allowed.end()) return false;
    return entry.kind != member || knowledge_.members[static_cast<std::size_t>(entry.value)].known;
}

const MoveReader::Entry* MoveReader::next(Kinds allowed) {
    if (const Entry* found = exact(allowed)) return found;
    if (says_nothing(words_[cursor_])) {
        ++cursor_;
        return nullptr;
    }
    return shortened(allowed);
}

const MoveReader::Entry* MoveReader::exact(Kinds allowed) {
    for (std::size_t count = std::min(longest_phrase, words_.size() - cursor_); count > 0; --count) {
        std::string phrase = words_[cursor_];
        for (std::size_t i = 1; i < count; ++i) phrase += " " + words_[cursor_ + i];
        std::vector<const Entry*> found;
        for (const WordKind kind : allowed) { // in the order of preference
            for (const Entry& entry : language_.entries_)
                if (entry.kind == kind && entry.text == phrase && may_be_said(entry, allowed) &&
                    std::ranges::find(found, entry.value, &Entry::value) == found.end())
                    found.push_back(&entry);
            if (!found.empty()) break;
        }
        if (found.size() > 1) ambiguous(found);
        if (found.empty()) continue;
        cursor_ += count;
        return found.front();
    }
    return nullptr;
}

const MoveReader::Entry* MoveReader::shortened(Kinds allowed) {
    const std::string& part = words_[cursor_];
    std::vector<const Entry*> found;
    for (const Entry& entry : language_.entries_) {
        const auto same = [&](const Entry* other) { return other->kind == entry.kind && other->value == entry.value; };
        if (may_be_said(entry, allowed) && entry.text.starts_with(part) && std::ranges::none_of(found, same))
            found.push_back(&entry);
    }
    if (found.empty()) not_understood(allowed);
    const auto acts = std::ranges::count(found, act, &Entry::kind);
    if (!act_ && acts == 1) // that is what a line cannot do without
        found = {*std::ranges::find(found, act, &Entry::kind)};
    if (found.size() > 1) ambiguous(found);
    ++cursor_;
    return found.front();
}

void MoveReader::not_understood(Kinds allowed) const {
    std::vector<std::string_view> words;
    std::vector<std::string> first_words;
    for (const Entry& entry : language_.entries_) {
        if (!may_be_said(entry, allowed)) continue;
        if (entry.text.size() > 1) words.push_back(entry.text);
        if (allowed.size() == 1 && first_words.size() < language_.entries_.size() &&
            &language_.first_word(entry.kind, entry.value) == &entry.text)
            first_words.push_back(entry.text);
    }
    const std::string_view meant = nearest(words_[cursor_], words);
    const std::string remedy = !meant.empty()         ? fmt::format("did you mean {}?", meant)
                               : !first_words.empty() ? fmt::format("write one of {}", fmt::join(first_words, ", "))
                                                      : std::string("write help to see what can be said");
    throw UserError(fmt::format("“{}” (is not understood here); {}", words_[cursor_], remedy));
}

void MoveReader::ambiguous(const std::vector<const Entry*>& meant) const {
    std::vector<std::string> names;
    for (const Entry* entry : meant) names.push_back(entry->text);
    throw UserError(fmt::format("“{}” (may mean {} things); write more of one of {}", words_[cursor_], meant.size(),
                                listed_entries(names)));
}

PlayCommand MoveReader::session_command(Kind kind) {
    PlayCommand command;
    command.kind = kind;
    const bool takes_text = kind == Kind::note || kind == Kind::save || kind == Kind::help;
    if (takes_text) {
        command.text = after_first_word(line_);
        if (command.text.empty() && kind == Kind::save) throw UserError("save (where?); write save FILE");
        return command;
    }
    if (kind == Kind::forecast) {
        WrittenNumber number;
        const bool read = !at_end() && read_written_number(words_[cursor_++], number);
        const double percent = !read ? -1 : number.share ? 100 * number.value : number.value;
        const bool whole = std::fabs(percent - std::round(percent)) < 1e-9; // 7 % is read as 0.07
        if (!(percent > -0.5 && percent < 100.5) || !whole || !at_end())
            throw UserError(
                "forecast (your chance to win, a whole number of percent from 0 to 100); write forecast 60");
        command.number = static_cast<std::int32_t>(std::lround(percent));
        return command;
    }
    while (!at_end()) {
        WrittenNumber number;
        if (read_written_number(words_[cursor_], number) && !number.share && number.value >= 0 && number.value <= 1e6 &&
            number.value == static_cast<int>(number.value)) {
            command.number = static_cast<std::int32_t>(number.value);
            ++cursor_;
        } else if (const Entry* whom = next({member}); whom != nullptr) {
            command.member = whom->value;
        }
    }
    if (kind == Kind::week && (command.number < 1 || command.number > most_weeks))
        throw UserError(fmt::format("week {} (is no number of weeks); write week, or week 2", command.number));
    return command;
}

PlayCommand MoveReader::move_command(const Entry& first) {
    if (first.kind == way)
        channel_ = static_cast<Channel>(first.value);
    else
        act_ = static_cast<Act>(first.value);
    asks_ = first.text == "ask";
    while (!at_end()) read_detail();
    settle_number();
    const std::string& verb = language_.first_word(first.kind, first.value);
    if (members_.empty()) {
        std::vector<std::string> names;
        for (const KnownMember& known : knowledge_.members)
            if (known.known) names.push_back(language_.first_word(member, known.member));
        throw UserError(fmt::format("{} (whom?); write {} and one of {}, or all", verb, verb, listed_entries(names)));
    }
    settle_act();
    PlayCommand command;
    command.kind = Kind::move;
    move_.act = *act_;
    move_.channel = channel_.value_or(*act_ == Act::remind ? Channel::email : Channel::meeting);
    for (const int whom : members_) {
        move_.member = whom;
        command.moves.push_back(move_);
    }
    return command;
}

void MoveReader::read_detail() {
    const std::string& spoken = words_[cursor_];
    WrittenNumber number;
    if (read_written_number(spoken, number)) {
        ++cursor_;
        take_number(number.value, number.share);
        return;
    }
    const bool more = cursor_ + 1 < words_.size();
    if (announces_topic(spoken) && !more) throw UserError(fmt::format("{} (what?); write about and a topic", spoken));
    const Entry* entry = nullptr;
    if (announces_topic(spoken) && more) {
        ++cursor_;
        while (entry == nullptr && !at_end()) entry = next({topic});
    } else if (announces_channel(spoken) && more) {
        ++cursor_;
        while (entry == nullptr && !at_end()) entry = next({channel});
    } else if (spoken == "with" && more) {
        ++cursor_;
        while (entry == nullptr && !at_end())
            entry = next({evidence, safeguard, extra, extras, discount, tailored, member});
    } else if (act_) {
        entry = next({member, everybody, asks, channel, evidence, safeguard, extra, topic, discount, embellish, extras,
                      tailored});
    } else {
        entry = next({member, everybody, act, channel, evidence, safeguard, extra, topic, discount, embellish, extras,
                      tailored});
    }
    if (entry != nullptr) take(*entry);
}

void MoveReader::take(const Entry& entry) {
    switch (entry.kind) {
    case member:
        if (std::ranges::find(members_, entry.value) == members_.end()) members_.push_back(entry.value);
        break;
    case everybody:
        members_.clear();
        for (const KnownMember& known : knowledge_.members)
            if (known.known) members_.push_back(known.member);
        break;
    case asks:
    case act:
        act_ = static_cast<Act>(entry.value);
        break;
    case channel:
        channel_ = static_cast<Channel>(entry.value);
        break;
    case evidence:
        move_.evidence = static_cast<Evidence>(entry.value);
        evidence_said_ = true;
        break;
    case safeguard:
        move_.safeguards |= static_cast<std::uint8_t>(1u << entry.value);
        break;
    case topic:
        move_.topic = static_cast<std::int8_t>(entry.value);
        break;
    case extra:
        move_.extras |= static_cast<std::uint16_t>(1u << entry.value);
        break;
    case tailored:
        move_.tailored = true;
        [[fallthrough]];
    case discount:
    case embellish:
        if (number_ && entry.kind != tailored) {
            set_amount(entry.kind, number_->first, number_->second);
            number_.reset();
        } else {
            waits_for_number_ = entry.kind;
        }
        break;
    default:
        break;
    }
}

void MoveReader::take_number(double value, bool share) {
    if (number_) settle_number();
    if (waits_for_number_) {
        set_amount(*waits_for_number_, value, share);
        waits_for_number_.reset();
    } else {
        number_ = {value, share};
    }
}

void MoveReader::set_amount(WordKind of, double value, bool share) {
    if (of == tailored) {
        move_.extras_budget = static_cast<float>(value);
        return;
    }
    const std::string_view what = of == discount ? "discount" : "embellish";
    const double greatest = of == discount ? 0.9 : 1.0;
    const double fraction = share || value <= greatest ? value : value / 100; // "discount 5" means per cent
    if (!(fraction >= 0 && fraction <= greatest))
        throw UserError(
            fmt::format("{} {:g} (is not a share from 0 to {:.0f} %); write {} 5%", what, value, 100 * greatest, what));
    (of == discount ? move_.discount : move_.inflate) = static_cast<float>(fraction);
}

/// Refuses a number that belongs to nothing, and a word that a number should have followed.
void MoveReader::settle_number() {
    if (number_ && act_ == Act::offer && at_end()) { // "offer ceo 5%"
        set_amount(discount, number_->first, number_->second);
        return;
    }
    if (number_)
        throw UserError(
            fmt::format("{:g} (of what?); write discount 5%, embellish 20% or tailored 2000", number_->first));
    if (waits_for_number_)
        throw UserError(*waits_for_number_ == tailored
                            ? "tailored (for how much?); write tailored and an amount, such as tailored 2M"
                            : "discount or embellish (by how much?); write discount 5% or embellish 20%");
}

/// What a conversation is for when no act was named: the first one introduces, one about a topic answers it.
void MoveReader::settle_act() {
    const bool asks_about = act_ == Act::ask_decision && move_.topic >= 0 && asks_;
    if (asks_about) act_ = Act::discover; // "ask her about the price"
    if (asks_about) move_.topic = -1;
    if (act_) return;
    if (move_.topic >= 0 || evidence_said_)
        act_ = Act::address;
    else if (move_.discount > 0 || move_.extras != 0 || move_.tailored)
        act_ = Act::offer;
    else if (knowledge_.members[static_cast<std::size_t>(members_.front())].contacts == 0)
        act_ = Act::introduce;
    else
        throw UserError(
            "to do what? Add one of introduce, discover, answer, value, demonstrate, reference, rapport, trial, "
            "offer, concede, ask, remind");
}

} // namespace assent
