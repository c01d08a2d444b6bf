#pragma once
// The everyday words of the game and what they stand for.
#include <cstdint>
#include <span>
#include <string_view>

namespace assent {

enum class WordKind : std::uint8_t {
    session, ///< PlayCommand::Kind
    way,     ///< a channel that begins a line: meet, call
    channel, ///< Channel, after "by"
    act,     ///< Act
    asks,    ///< Act, after "ask"
    evidence,
    safeguard,
    everybody,
    discount,
    embellish,
    extras,
    tailored,
    member, ///< the rest comes from the scenario
    topic,
    extra,
};

struct PlayWord {
    std::string_view text; ///< lower case, words set apart by one space
    WordKind kind;
    int value = 0;
};

/// All words that do not depend on the scenario; of several for one thing the first is the one to show.
std::span<const PlayWord> play_words();

/// "the", "please": words that say nothing.
bool says_nothing(std::string_view word);

} // namespace assent
