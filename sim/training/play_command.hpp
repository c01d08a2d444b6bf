#pragma once
// What a line of the game asks for.
#include "rehearsal/move.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace assent {

struct PlayCommand {
    enum class Kind : std::uint8_t {
        nothing, ///< an empty line or a comment
        move,    ///< moves
        week,    ///< play `number` weeks
        back,    ///< take back `number` moves or weeks
        branch,  ///< to the beginning of the last week, to try another way
        go,      ///< to position `number` of the tree
        tree,
        status, ///< everybody who is known
        look,   ///< at `member`
        planned,
        story,
        advise,   ///< what is best next
        forecast, ///< `number` percent: the chance to win, before the week
        note,     ///< text
        mark,
        save, ///< text: a file
        help, ///< text: about what
        quit,
    };
    Kind kind = Kind::nothing;
    std::vector<Move> moves; ///< one for each member who is meant
    std::int32_t number = 1;
    std::int32_t member = -1;
    std::string text;
};

} // namespace assent
