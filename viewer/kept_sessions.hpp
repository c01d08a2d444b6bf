#pragma once
// The sessions that the window keeps of a client by itself, in the profile: their names, and whose they are.
#include "viewer/screen.hpp"

#include "rehearsal/session_file.hpp"

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace assent::viewer {

/// "<name>.session.toml", or with a number from 2, in the folder of the desk. A name near the limit of file systems (255
/// bytes) is cut at a letter and ends in eight digits that tell it from others.
std::filesystem::path numbered_session(const Desk& desk, const std::string& name, int number);
/// The name under which sessions of the desk's client are kept.
std::string session_name(const Desk& desk);
/// Is the session one of this very scenario and luck.
bool belongs(const SessionFile& file, const Desk& desk);

/// The kept sessions of the desk's client as it was opened. Those that cannot be read now are not among them.
std::vector<std::filesystem::path> kept_sessions(const Desk& desk);
/// These sessions as files that hold their scenario themselves, so that they can be opened whatever becomes of its file.
/// Throws UserError.
std::vector<std::pair<std::filesystem::path, std::string>>
with_their_scenario(const std::vector<std::filesystem::path>& sessions);

} // namespace assent::viewer
