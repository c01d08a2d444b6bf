#include "training/line_player.hpp"

#include "model/user_error.hpp"
#include "training/play_language.hpp"

#include <fmt/format.h>
#include <sstream>

namespace assent {
namespace {

void perform(Session& session, const PlayCommand& command) {
    using Kind = PlayCommand::Kind;
    if (command.kind == Kind::move) {
        for (const Move& move : command.moves) session.apply(move);
    } else if (command.kind == Kind::week) {
        for (int week = 0; week < command.number && !session.decided(session.current()); ++week) session.play_week();
    } else if (command.kind != Kind::nothing) {
        throw UserError("only moves and weeks can be played here; leave the line out");
    }
}

} // namespace

void play_lines(Session& session, const std::string& lines, const std::string& name) {
    const PlayLanguage language(session.practice().model());
    std::istringstream in(lines);
    std::string line;
    for (int number = 1; std::getline(in, line) && !session.decided(session.current()); ++number) {
        try {
            perform(session, language.understand(line, session.knowledge()));
        } catch (const UserError& error) {
            throw UserError(fmt::format("{}:{}: {}: {}", name, number, line, error.what()));
        }
    }
}

} // namespace assent
