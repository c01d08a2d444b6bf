#include "training/play_words.hpp"

#include "training/play_command.hpp"

#include <algorithm>
#include <array>

namespace assent {
namespace {

using Kind = PlayCommand::Kind;
using enum WordKind;

template <class Enum> constexpr PlayWord entry(std::string_view text, WordKind kind, Enum value) {
    return {text, kind, static_cast<int>(value)};
}

constexpr std::array words{
    entry("week", session, Kind::week),
    entry("next week", session, Kind::week),
    entry("next", session, Kind::week),
    entry("play the week", session, Kind::week),
    entry("wait", session, Kind::week),
    entry("back", session, Kind::back),
    entry("undo", session, Kind::back),
    entry("branch", session, Kind::branch),
    entry("go", session, Kind::go),
    entry("go to", session, Kind::go),
    entry("tree", session, Kind::tree),
    entry("status", session, Kind::status),
    entry("people", session, Kind::status),
    entry("look", session, Kind::look),
    entry("look at", session, Kind::look),
    entry("plan", session, Kind::planned),
    entry("planned", session, Kind::planned),
    entry("story", session, Kind::story),
    entry("log", session, Kind::story),
    entry("advise", session, Kind::advise),
    entry("advice", session, Kind::advise),
    entry("hint", session, Kind::advise),
    entry("forecast", session, Kind::forecast),
    entry("note", session, Kind::note),
    entry("mark", session, Kind::mark),
    entry("bookmark", session, Kind::mark),
    entry("save", session, Kind::save),
    entry("help", session, Kind::help),
    entry("?", session, Kind::help),
    entry("quit", session, Kind::quit),
    entry("exit", session, Kind::quit),
    entry("q", session, Kind::quit),

    entry("meet", way, Channel::meeting),
    entry("visit", way, Channel::meeting),
    entry("call", way, Channel::phone),
    entry("phone", way, Channel::phone),
    entry("ring", way, Channel::phone),
    entry("mail", way, Channel::email),
    entry("e-mail", way, Channel::email),
    entry("email", way, Channel::email),
    entry("write", way, Channel::email),
    entry("video", way, Channel::video),
    entry("event", way, Channel::event),
    entry("web", way, Channel::web),
    entry("meeting", channel, Channel::meeting),
    entry("phone", channel, Channel::phone),
    entry("telephone", channel, Channel::phone),
    entry("mail", channel, Channel::email),
    entry("e-mail", channel, Channel::email),
    entry("email", channel, Channel::email),
    entry("letter", channel, Channel::email),
    entry("video", channel, Channel::video),
    entry("video call", channel, Channel::video),
    entry("event", channel, Channel::event),
    entry("web", channel, Channel::web),
    entry("person", channel, Channel::meeting),

    entry("introduce", act, Act::introduce),
    entry("introduce ourselves", act, Act::introduce),
    entry("introduce us", act, Act::introduce),
    entry("discover", act, Act::discover),
    entry("listen", act, Act::discover),
    entry("learn", act, Act::discover),
    entry("find out", act, Act::discover),
    entry("answer", act, Act::address),
    entry("address", act, Act::address),
    entry("value", act, Act::value_case),
    entry("value case", act, Act::value_case),
    entry("earn", act, Act::value_case),
    entry("demonstrate", act, Act::demonstrate),
    entry("demo", act, Act::demonstrate),
    entry("show", act, Act::demonstrate),
    entry("trial", act, Act::pilot),
    entry("pilot", act, Act::pilot),
    entry("test", act, Act::pilot),
    entry("reference", act, Act::reference),
    entry("vouch", act, Act::reference),
    entry("rapport", act, Act::build_rapport),
    entry("build rapport", act, Act::build_rapport),
    entry("get to know", act, Act::build_rapport),
    entry("lunch", act, Act::build_rapport),
    entry("offer", act, Act::offer),
    entry("propose", act, Act::offer),
    entry("concede", act, Act::concede),
    entry("give way", act, Act::concede),
    entry("ask for the decision", act, Act::ask_decision),
    entry("ask", act, Act::ask_decision),
    entry("ask decision", act, Act::ask_decision),
    entry("ask for decision", act, Act::ask_decision),
    entry("decide", act, Act::ask_decision),
    entry("remind", act, Act::remind),
    entry("points", act, Act::points),
    entry("solve", act, Act::problem_solving),
    entry("solve a problem", act, Act::problem_solving),
    entry("solve problem", act, Act::problem_solving),
    entry("problem solving", act, Act::problem_solving),
    entry("kickback", act, Act::kickback),
    entry("bribe", act, Act::kickback),

    entry("what matters", asks, Act::discover),
    entry("what she thinks", asks, Act::discover),
    entry("what he thinks", asks, Act::discover),

    entry("argument", evidence, Evidence::argument),
    entry("data", evidence, Evidence::data),
    entry("figures", evidence, Evidence::data),
    entry("reference", evidence, Evidence::reference),
    entry("guarantee", evidence, Evidence::guarantee),
    entry("inside test", safeguard, Safeguard::inside_test),
    entry("inside", safeguard, Safeguard::inside_test),
    entry("own material", safeguard, Safeguard::own_material),
    entry("their material", safeguard, Safeguard::own_material),
    entry("staff training", safeguard, Safeguard::staff_training),
    entry("training", safeguard, Safeguard::staff_training),

    entry("all", everybody, 0),
    entry("everybody", everybody, 0),
    entry("everyone", everybody, 0),
    entry("discount", discount, 0),
    entry("off", discount, 0),
    entry("less", discount, 0),
    entry("embellish", embellish, 0),
    entry("inflate", embellish, 0),
    entry("extras", extras, 0),
    entry("extra", extras, 0),
    entry("tailored", tailored, 0),
};

constexpr std::array<std::string_view, 31> empty_words{
    "the",  "a",      "an", "to",      "and",   "our",   "ours", "us",  "for", "of",    "at",
    "in",   "on",     "by", "via",     "with",  "about", "from", "his", "her", "their", "him",
    "them", "please", "it", "against", "doubt", "up",    "is",   "per", "that"};

} // namespace

std::span<const PlayWord> play_words() { return words; }

bool says_nothing(std::string_view word) { return std::ranges::find(empty_words, word) != empty_words.end(); }

} // namespace assent
