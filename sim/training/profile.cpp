#include "training/profile.hpp"

#include "model/user_error.hpp"
#include "training/repetition.hpp"

#include <chrono>
#include <cstdlib>
#include <fmt/format.h>

namespace assent {
namespace {

/// What each format added to the one before.
constexpr const char* tables[Profile::format] = {R"sql(
CREATE TABLE trainee (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE attempt (
  id INTEGER PRIMARY KEY, trainee INTEGER NOT NULL REFERENCES trainee, kind TEXT NOT NULL, item TEXT NOT NULL,
  value REAL NOT NULL, goal REAL NOT NULL, passed INTEGER NOT NULL, tries INTEGER NOT NULL, hints INTEGER NOT NULL,
  points REAL NOT NULL, seed TEXT NOT NULL, measure TEXT NOT NULL, at INTEGER NOT NULL);
CREATE TABLE due (
  trainee INTEGER NOT NULL REFERENCES trainee, kind TEXT NOT NULL, item TEXT NOT NULL, box INTEGER NOT NULL,
  sitting INTEGER NOT NULL, PRIMARY KEY (trainee, kind, item)) WITHOUT ROWID;
CREATE TABLE sitting (trainee INTEGER PRIMARY KEY REFERENCES trainee, number INTEGER NOT NULL);
)sql",
                                                 R"sql(
CREATE TABLE debrief (
  id INTEGER PRIMARY KEY, trainee INTEGER NOT NULL REFERENCES trainee, company TEXT NOT NULL, seed TEXT NOT NULL,
  deal INTEGER NOT NULL, title TEXT NOT NULL, won INTEGER NOT NULL, points REAL NOT NULL, at INTEGER NOT NULL,
  UNIQUE (trainee, company, seed, deal));
CREATE TABLE skill (
  debrief INTEGER NOT NULL REFERENCES debrief, skill INTEGER NOT NULL, share REAL NOT NULL,
  PRIMARY KEY (debrief, skill)) WITHOUT ROWID;
)sql",
                                                 R"sql(
CREATE TABLE forecast (
  debrief INTEGER NOT NULL REFERENCES debrief, week INTEGER NOT NULL, said REAL NOT NULL, worth REAL NOT NULL,
  PRIMARY KEY (debrief, week)) WITHOUT ROWID;
CREATE TABLE position (
  trainee INTEGER NOT NULL REFERENCES trainee, item TEXT NOT NULL, session TEXT NOT NULL,
  PRIMARY KEY (trainee, item)) WITHOUT ROWID;
)sql",
                                                 "ALTER TABLE trainee ADD COLUMN foretells INTEGER NOT NULL DEFAULT 0"};

/// Somebody sits there and waits.
constexpr DatabaseUse training_use{2, "a file that assent train wrote, or another one for a new profile",
                                   "and begin a new profile"};

} // namespace

Profile::Profile(const std::filesystem::path& path, std::string trainee)
    : database_(path, Database::Mode::create, training_use), trainee_(std::move(trainee)) {
    const bool empty = database_.integer("SELECT count(*) FROM sqlite_schema") == 0;
    if (!empty) check_kind(); // before anything is changed in a file that may be somebody else's
    Transaction transaction(database_);
    bring_up_to_date();
    id_ = trainee_id();
    Statement number = database_.prepare("SELECT number FROM sitting WHERE trainee = ?1");
    number.bind(0, id_);
    if (number.step()) sitting_ = number.integer(0);
    number.run();
    transaction.commit();
}

void Profile::begin_sitting() {
    Statement sit = database_.prepare("INSERT INTO sitting VALUES (?1, 1) ON CONFLICT (trainee) DO UPDATE SET number = "
                                      "number + 1");
    sit.bind(0, id_).run();
    ++sitting_;
}

void Profile::check_kind() {
    const std::string name = database_.path().string();
    if (database_.integer("PRAGMA application_id") != application_id)
        throw UserError(
            fmt::format("{}: is a database of another program (not a training profile); name another file", name));
    if (const std::int64_t version = database_.integer("PRAGMA user_version"); version < 1 || version > format)
        throw UserError(fmt::format("{}: is a profile of format {} (this assent knows format {}); use the assent that "
                                    "wrote it, or name another file",
                                    name, version, format));
}

void Profile::bring_up_to_date() {
    const bool empty = database_.integer("SELECT count(*) FROM sqlite_schema") == 0;
    const std::int64_t version = empty ? 0 : database_.integer("PRAGMA user_version");
    if (version == format) return;
    for (std::int64_t made = version; made < format; ++made) database_.run(tables[made]);
    database_.run(fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}", application_id, format));
}

std::int64_t Profile::trainee_id() {
    database_.prepare("INSERT OR IGNORE INTO trainee (name) VALUES (?1)").bind(0, trainee_).run();
    Statement find = database_.prepare("SELECT id FROM trainee WHERE name = ?1");
    find.bind(0, trainee_);
    const std::int64_t id = find.step() ? find.integer(0) : 0;
    find.run();
    return id;
}

void Profile::add(const Attempt& attempt, const std::string& position) {
    Transaction transaction(database_);
    Statement insert = database_.prepare(
        "INSERT INTO attempt (trainee, kind, item, value, goal, passed, tries, hints, points, seed, measure, at) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)");
    insert.bind(0, id_).bind(1, attempt.kind).bind(2, attempt.item).bind(3, attempt.value).bind(4, attempt.goal);
    insert.bind(5, std::int64_t{attempt.passed}).bind(6, std::int64_t{attempt.tries});
    insert.bind(7, std::int64_t{attempt.hints}).bind(8, attempt.points).bind(9, fmt::to_string(attempt.seed));
    insert.bind(10, attempt.measure).bind(11, attempt.at).run();
    schedule(attempt, position);
    transaction.commit();
}

void Profile::schedule(const Attempt& attempt, const std::string& position) {
    Statement find = database_.prepare("SELECT box, sitting FROM due WHERE trainee = ?1 AND kind = ?2 AND item = ?3");
    find.bind(0, id_).bind(1, attempt.kind).bind(2, attempt.item);
    const bool scheduled = find.step();
    const Repetition before = scheduled ? Repetition{static_cast<int>(find.integer(0)), find.integer(1)} : Repetition{};
    find.run();
    const bool at_once = attempt.passed && attempt.tries <= 1 && attempt.hints == 0;
    if (!scheduled && at_once) return;
    const Repetition after = repeated(before, at_once, sitting_);
    Statement change =
        database_.prepare(after.known() ? "DELETE FROM due WHERE trainee = ?1 AND kind = ?2 AND item = ?3"
                                        : "INSERT OR REPLACE INTO due VALUES (?1, ?2, ?3, ?4, ?5)");
    change.bind(0, id_).bind(1, attempt.kind).bind(2, attempt.item);
    if (!after.known()) change.bind(3, std::int64_t{after.box}).bind(4, after.sitting);
    change.run();
    if (position.empty()) return;
    Statement keep = database_.prepare(after.known() ? "DELETE FROM position WHERE trainee = ?1 AND item = ?2"
                                                     : "INSERT OR REPLACE INTO position VALUES (?1, ?2, ?3)");
    keep.bind(0, id_).bind(1, attempt.item);
    if (!after.known()) keep.bind(2, position);
    keep.run();
}

std::string Profile::position(const std::string& item) {
    Statement find = database_.prepare("SELECT session FROM position WHERE trainee = ?1 AND item = ?2");
    find.bind(0, id_).bind(1, item);
    const std::string position = find.step() ? find.text(0) : std::string();
    find.run();
    return position;
}

void Profile::let_go(const std::string& item) {
    Transaction transaction(database_);
    for (const char* table : {"due WHERE kind = 'mistake' AND", "position WHERE"})
        database_.prepare(fmt::format("DELETE FROM {} trainee = ?1 AND item = ?2", table))
            .bind(0, id_)
            .bind(1, item)
            .run();
    transaction.commit();
}

bool Profile::foretells() {
    Statement find = database_.prepare("SELECT foretells FROM trainee WHERE id = ?1");
    find.bind(0, id_);
    const bool foretells = find.step() && find.integer(0) != 0;
    find.run();
    return foretells;
}

void Profile::set_foretells(bool on) {
    database_.prepare("UPDATE trainee SET foretells = ?1 WHERE id = ?2").bind(0, std::int64_t{on}).bind(1, id_).run();
}

bool Profile::add(const DebriefedDeal& deal) {
    Transaction transaction(database_);
    Statement find = database_.prepare(
        "SELECT count(*) FROM debrief WHERE trainee = ?1 AND company = ?2 AND seed = ?3 AND deal = ?4");
    find.bind(0, id_).bind(1, deal.key.company).bind(2, fmt::to_string(deal.key.seed));
    find.bind(3, static_cast<std::int64_t>(deal.key.deal));
    const bool there = find.step() && find.integer(0) > 0;
    find.run();
    if (there) return false;
    Statement insert =
        database_.prepare("INSERT INTO debrief (trainee, company, seed, deal, title, won, points, at) VALUES (?1, ?2, "
                          "?3, ?4, ?5, ?6, ?7, ?8)");
    insert.bind(0, id_).bind(1, deal.key.company).bind(2, fmt::to_string(deal.key.seed));
    insert.bind(3, static_cast<std::int64_t>(deal.key.deal)).bind(4, deal.title).bind(5, std::int64_t{deal.won});
    insert.bind(6, deal.points).bind(7, deal.at).run();
    const std::int64_t id = database_.integer("SELECT last_insert_rowid()");
    Statement share = database_.prepare("INSERT INTO skill VALUES (?1, ?2, ?3)");
    for (std::size_t skill = 0; skill < deal.skills.size(); ++skill)
        share.bind(0, id).bind(1, static_cast<std::int64_t>(skill)).bind(2, deal.skills[skill]).run();
    Statement forecast = database_.prepare("INSERT INTO forecast VALUES (?1, ?2, ?3, ?4)");
    for (const JudgedForecast& each : deal.forecasts)
        forecast.bind(0, id).bind(1, std::int64_t{each.week}).bind(2, each.said).bind(3, each.worth).run();
    transaction.commit();
    return true;
}

std::vector<DebriefedDeal> Profile::debriefed() {
    Statement rows = database_.prepare(
        "SELECT id, company, seed, deal, title, won, points, at FROM debrief WHERE trainee = ?1 ORDER BY id");
    rows.bind(0, id_);
    Statement forecasts = database_.prepare("SELECT week, said, worth FROM forecast WHERE debrief = ?1 ORDER BY week");
    Statement shares = database_.prepare("SELECT skill, share FROM skill WHERE debrief = ?1");
    std::vector<DebriefedDeal> deals;
    while (rows.step()) {
        DebriefedDeal deal;
        deal.key = {rows.text(1), std::strtoull(rows.text(2).c_str(), nullptr, 10),
                    static_cast<std::uint64_t>(rows.integer(3))};
        deal.title = rows.text(4);
        deal.won = rows.integer(5) != 0;
        deal.points = rows.real(6);
        deal.at = rows.integer(7);
        shares.bind(0, rows.integer(0));
        while (shares.step())
            if (const std::int64_t skill = shares.integer(0); skill >= 0 && skill < skill_count)
                deal.skills[static_cast<std::size_t>(skill)] = shares.real(1);
        forecasts.bind(0, rows.integer(0));
        while (forecasts.step())
            deal.forecasts.push_back({static_cast<int>(forecasts.integer(0)), forecasts.real(1), forecasts.real(2)});
        deals.push_back(std::move(deal));
    }
    return deals;
}

std::vector<Attempt> Profile::attempts(bool all) {
    Statement rows =
        database_.prepare("SELECT name, kind, item, value, goal, passed, tries, hints, points, seed, measure, at FROM "
                          "attempt JOIN trainee "
                          "ON trainee.id = attempt.trainee WHERE ?1 OR trainee.id = ?2 ORDER BY attempt.id");
    rows.bind(0, std::int64_t{all}).bind(1, id_);
    std::vector<Attempt> attempts;
    while (rows.step()) {
        Attempt attempt;
        attempt.trainee = rows.text(0);
        attempt.kind = rows.text(1);
        attempt.item = rows.text(2);
        attempt.value = rows.real(3);
        attempt.goal = rows.real(4);
        attempt.passed = rows.integer(5) != 0;
        attempt.tries = static_cast<int>(rows.integer(6));
        attempt.hints = static_cast<int>(rows.integer(7));
        attempt.points = rows.real(8);
        attempt.seed = std::strtoull(rows.text(9).c_str(), nullptr, 10);
        attempt.measure = rows.text(10);
        attempt.at = rows.integer(11);
        attempts.push_back(std::move(attempt));
    }
    return attempts;
}

std::vector<std::string> Profile::due(const std::string& kind) {
    Statement rows = database_.prepare(
        "SELECT item FROM due WHERE trainee = ?1 AND kind = ?2 AND sitting <= ?3 ORDER BY sitting, item");
    rows.bind(0, id_).bind(1, kind).bind(2, sitting_);
    std::vector<std::string> items;
    while (rows.step()) items.push_back(rows.text(0));
    return items;
}

std::vector<LeaderRow> Profile::leaders() {
    Statement rows = database_.prepare(
        "SELECT name, sum(number), sum(passed), avg(best) FROM (SELECT trainee, "
        "count(*) AS number, max(passed) AS passed, "
        "max(points) AS best FROM attempt WHERE kind <> 'mistake' GROUP BY trainee, kind, item) JOIN trainee ON "
        "trainee.id = trainee GROUP BY name "
        "ORDER BY avg(best) DESC, sum(passed) DESC, name");
    std::vector<LeaderRow> leaders;
    while (rows.step())
        leaders.push_back(
            {rows.text(0), static_cast<int>(rows.integer(1)), static_cast<int>(rows.integer(2)), rows.real(3)});
    return leaders;
}

std::int64_t seconds_now() {
    using namespace std::chrono;
    return duration_cast<seconds>(system_clock::now().time_since_epoch()).count();
}

std::string usual_trainee() {
    const char* name = std::getenv("USER");
    return name == nullptr || *name == '\0' ? "trainee" : name;
}

std::filesystem::path usual_profile() {
    const auto set = [](const char* variable) {
        const char* value = std::getenv(variable);
        return std::string(value == nullptr ? "" : value);
    };
    if (const std::string data = set("XDG_DATA_HOME"); data.starts_with('/'))
        return std::filesystem::path(data) / "assent" / "profile.db";
    const std::string home = set("HOME");
    return home.empty() ? std::filesystem::path()
                        : std::filesystem::path(home) / ".local" / "share" / "assent" / "profile.db";
}

} // namespace assent
