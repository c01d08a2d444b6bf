#pragma once
// Written lines of play, played.
#include "rehearsal/session.hpp"

#include <string>

namespace assent {

/// Plays lines of moves and weeks, one command a line, until they end or the deal is decided. Throws UserError that names
/// `name`, the line, the problem and the remedy.
void play_lines(Session& session, const std::string& lines, const std::string& name);

} // namespace assent
