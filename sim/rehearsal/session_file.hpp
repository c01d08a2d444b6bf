#pragma once
// A session as one readable TOML file: which scenario, whose luck, and every move that was tried. Nothing that happened
// is kept: played again, the same moves meet the same deal.
//
//   format = 1
//   scenario = "three-heads.toml"    # beside this file; or scenario_text, the whole scenario
//   scenario_id = "…"                # of the resolved scenario without its names: another one is refused
//   settings = ["company.need=0.8"]  # as with --set
//   seed = 1
//   deal = 42
//   manner = "drawings_first"
//   at = 3                           # the move at which one stands, 0: the beginning
//   [[move]]                         # number 1; after = 0 unless said: the move before it in the file
//   week = 1
//   act = "discover"
//   channel = "phone"
//   member = "cfo"                   # topic, evidence, inflate, discount, extras, … where they matter
//   [[move]]
//   play_week = 1                    # the week is over and played
//   forecast = 60                    # percent: the chance to win that was foretold here, before the next week
#include "rehearsal/session.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace assent {

/// Limits on what is read; beyond them a clear error. The tree is bounded by SessionLimits.
inline constexpr std::size_t session_bytes_limit = 16u << 20;
inline constexpr std::size_t session_settings_limit = 64;

/// What a session was begun with.
struct SessionSource {
    std::string scenario;              ///< file, relative to the working folder; empty: kept as text
    std::string scenario_text;         ///< the whole scenario when it has no file of its own
    std::vector<std::string> settings; ///< PATH=VALUE, in their order
    std::string title;
};

struct SessionFile {
    SessionSource source;
    Session session;
};

/// The scenario with its settings. Throws UserError.
Model rehearsed_model(const SessionSource& source);
/// Name of a resolved scenario that none with other deals has (store/strong_id.hpp); names, titles and where pictures show
/// people do not count.
std::string scenario_identity(const Model& model);
/// Is that the scenario's identity, or the one of earlier versions, in which names and titles counted too.
bool has_identity(const Model& model, const std::string& id);

/// The file as text; the path of the scenario is written relative to `folder` where it can be.
std::string session_text(const Session& session, const SessionSource& source, const std::filesystem::path& folder);
/// Whole or not at all, and on the disk when it returns: saved after each move, a session survives a crash. Throws
/// UserError.
void save_session(const std::filesystem::path& path, const Session& session, const SessionSource& source);

/// Reads a session and plays it again. Throws UserError with every problem of the file: what is no session, a scenario
/// that is gone or has changed, a move that cannot be made.
SessionFile load_session(const std::filesystem::path& path);
/// The same for text; `name` stands for the file in messages, the scenario is looked for from `folder`.
SessionFile read_session_text(const std::string& text, const std::string& name, const std::filesystem::path& folder);

} // namespace assent
