#pragma once
// What a trainee has done, in a database of his own.
//
//   trainee  (id, name, foretells)                 foretells: does he say his chance before each week
//   attempt  (id, trainee, kind, item, value, goal, passed, tries, hints, points, seed, measure, at)
//            kind: lesson, puzzle or mistake; item: id of the lesson, "scenario/seed/deal" of the puzzle, or a name of the
//            position of the mistake;
//            value: expected value of what was played, by measure; points: 0 … 100; at: seconds since 1970, UTC
//   due      (trainee, kind, item, box, sitting)   what comes back, and from which sitting on (repetition.hpp)
//   sitting  (trainee, number)                     how often training was begun
//   debrief  (id, trainee, company, seed, deal, title, won, points, at)   deals that were debriefed, each once
//   skill    (debrief, skill, share)               by Skill of rehearsal/debrief.hpp
//   forecast (debrief, week, said, worth)          what was foretold before a week, and the chance there was, [0, 1]
//   position (trainee, item, session)              of a mistake that comes back: a session file (mistake.hpp)
//
// application_id and user_version of SQLite say that the file is one of these, and which format it has. Format 1 ended with sitting,
// format 2 with skill, format 3 had no foretells; opened, they become format 4.
#include "store/database.hpp"
#include "training/debriefed_deal.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace assent {

struct Attempt {
    std::string trainee, kind, item, measure;
    double value = 0, goal = 0; ///< expected value reached and wanted
    bool passed = false;
    int tries = 1, hints = 0;
    double points = 0; ///< 0 … 100
    std::uint64_t seed = 0;
    std::int64_t at = 0; ///< seconds since 1970, UTC
};

struct LeaderRow {
    std::string trainee;
    int attempts = 0, passed = 0;
    double points = 0; ///< mean over the items of the best that was reached in each
};

class Profile {
  public:
    static constexpr std::int64_t application_id = 0x41535450; ///< "ASTP"
    static constexpr std::int64_t format = 4;

    /// Opens or makes the file. Throws UserError when it is no profile, of another format, damaged or cannot be written; it
    /// is left as it is then.
    Profile(const std::filesystem::path& path, std::string trainee);

    [[nodiscard]] const std::string& trainee() const { return trainee_; }
    /// Training begins anew; what was missed before may come back (repetition.hpp).
    void begin_sitting();
    /// Keeps an attempt of this trainee, and when it has to come back. `position`: that of a mistake, kept while it comes
    /// back.
    void add(const Attempt& attempt, const std::string& position = {});
    /// The position of a mistake that comes back; empty: it does not.
    std::string position(const std::string& item);
    /// A mistake does not come back any more.
    void let_go(const std::string& item);
    /// Keeps a debriefed deal. False: it was there already, and stays as it was.
    bool add(const DebriefedDeal& deal);
    /// The debriefed deals of the trainee in their order.
    std::vector<DebriefedDeal> debriefed();
    /// Does the trainee say before each week how likely he takes a win to be.
    bool foretells();
    void set_foretells(bool on);
    /// All attempts of the trainee in their order; of everybody with `all`.
    std::vector<Attempt> attempts(bool all = false);
    /// Items of a kind that are due in this sitting, those longest due first.
    std::vector<std::string> due(const std::string& kind);
    /// Everybody, best first, by lessons and puzzles: one's own mistakes are no exercise that others had.
    std::vector<LeaderRow> leaders();

  private:
    void check_kind();
    void bring_up_to_date(); ///< makes the tables that are missing
    std::int64_t trainee_id();
    void schedule(const Attempt& attempt, const std::string& position);

    Database database_;
    std::string trainee_;
    std::int64_t id_ = 0, sitting_ = 0;
};

/// Seconds since 1970, UTC.
std::int64_t seconds_now();
/// The name of the user, or "trainee".
std::string usual_trainee();
/// $XDG_DATA_HOME/assent/profile.db, or ~/.local/share/assent/profile.db; empty when there is no home.
std::filesystem::path usual_profile();

} // namespace assent
