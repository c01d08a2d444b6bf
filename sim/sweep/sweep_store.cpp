#include "sweep/sweep_store.hpp"

#include "model/user_error.hpp"
#include "sweep/record_json.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/format.h>
#include <optional>

namespace assent {
namespace {

constexpr const char* tables = R"sql(
CREATE TABLE manifest (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE axis (id INTEGER PRIMARY KEY, path TEXT NOT NULL, written TEXT NOT NULL);
CREATE TABLE company (id INTEGER PRIMARY KEY, name TEXT NOT NULL, scenario TEXT NOT NULL DEFAULT '');
CREATE TABLE point (
  id INTEGER PRIMARY KEY, strong_id TEXT NOT NULL, company INTEGER NOT NULL REFERENCES company,
  axis_values TEXT NOT NULL, replicates INTEGER NOT NULL, signature TEXT NOT NULL, seconds REAL NOT NULL,
  pairs TEXT NOT NULL);
CREATE TABLE result (
  point INTEGER NOT NULL REFERENCES point, place INTEGER NOT NULL, strategy TEXT NOT NULL, name TEXT NOT NULL,
  replicates INTEGER NOT NULL, won INTEGER NOT NULL, lost INTEGER NOT NULL, no_decision INTEGER NOT NULL,
  eliminated INTEGER NOT NULL, details TEXT NOT NULL, PRIMARY KEY (point, place)) WITHOUT ROWID;
)sql";

constexpr std::int64_t merged_at_once = 256; ///< points

constexpr std::array stored_outcomes{Outcome::won, Outcome::lost, Outcome::no_decision, Outcome::eliminated};
static_assert(stored_outcomes.size() == outcome_count);

std::uint64_t hexadecimal(const std::string& text) {
    std::uint64_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value, 16);
    return value;
}

} // namespace

SweepStore::SweepStore(const std::filesystem::path& path, const Manifest& manifest)
    : database_(path, Database::Mode::create) {
    const bool empty = database_.integer("SELECT count(*) FROM sqlite_schema") == 0;
    if (!empty) check_kind(); // before anything is changed in a file that may be somebody else's
    database_.run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
    {
        Transaction transaction(database_);
        // Another process may have been first.
        if (database_.integer("SELECT count(*) FROM sqlite_schema") == 0) {
            make_tables(manifest.deals);
            write_manifest(manifest);
        }
        transaction.commit();
    }
    check_kind();
    read_manifest();
    if (manifest_.sweep_id != manifest.sweep_id)
        throw UserError(
            fmt::format("{}: holds another sweep (its scenario, axes, seed, replicates or version of assent "
                        "differ); name another file with --store, or go back to the sweep that began it",
                        path.string()));
    if (manifest_.deals != manifest.deals)
        throw UserError(fmt::format("{}: {}; name another file with --store, or go on {} --rows", path.string(),
                                    manifest_.deals ? "keeps every deal (it was begun with --rows)"
                                                    : "keeps no single deals (it was begun without --rows)",
                                    manifest_.deals ? "with" : "without"));
}

SweepStore::SweepStore(const std::filesystem::path& path) : database_(path, Database::Mode::read) {
    check_kind();
    read_manifest();
}

void SweepStore::make_tables(bool deals) {
    database_.run(tables);
    if (deals) database_.run(deal_tables);
    database_.run(fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}", application_id,
                              deals ? format_with_deals : format));
}

void SweepStore::check_kind() {
    const std::string name = database_.path().string();
    if (database_.integer("SELECT count(*) FROM sqlite_schema") == 0)
        throw UserError(fmt::format("{}: is empty (no store yet); give the sweep some time, or begin it anew", name));
    if (database_.integer("PRAGMA application_id") != application_id)
        throw UserError(
            fmt::format("{}: is a database of another program (not a store of assent); name another file", name));
    const std::int64_t version = database_.integer("PRAGMA user_version");
    if (version != format && version != format_with_deals)
        throw UserError(fmt::format("{}: is a store of format {} (this assent knows formats {} and {}); use the assent "
                                    "that wrote it, or sweep anew",
                                    name, version, format, format_with_deals));
    manifest_.deals = version == format_with_deals;
}

void SweepStore::write_manifest(const Manifest& manifest) {
    Statement entry = database_.prepare("INSERT INTO manifest VALUES (?, ?)");
    const auto put = [&](const char* key, const std::string& value) { entry.bind(0, key).bind(1, value).run(); };
    put("sweep_id", manifest.sweep_id);
    put("description", manifest.description);
    put("version", manifest.version);
    put("seed", fmt::to_string(manifest.seed));
    put("confidence", fmt::format("{}", manifest.confidence));
    put("points", fmt::to_string(manifest.points));
    put("points_per_company", fmt::to_string(manifest.points_per_company));
    put("currency", manifest.currency);
    put("host", manifest.host);
    put("started", manifest.started);
    Statement axis = database_.prepare("INSERT INTO axis VALUES (?, ?, ?)");
    for (std::size_t i = 0; i < manifest.axes.size(); ++i)
        axis.bind(0, static_cast<std::int64_t>(i))
            .bind(1, manifest.axes[i].path)
            .bind(2, manifest.axes[i].written)
            .run();
    Statement company = database_.prepare("INSERT INTO company (id, name) VALUES (?, ?)");
    for (std::size_t i = 0; i < manifest.companies.size(); ++i)
        company.bind(0, static_cast<std::int64_t>(i)).bind(1, manifest.companies[i]).run();
}

void SweepStore::read_manifest() {
    const auto get = [this](const char* key) {
        Statement entry = database_.prepare("SELECT value FROM manifest WHERE key = ?");
        entry.bind(0, key);
        if (!entry.step())
            throw UserError(fmt::format("{}: the manifest lacks {} (the store is damaged); go back to a copy of it",
                                        database_.path().string(), key));
        return entry.text(0);
    };
    const auto whole = [&](const char* key) { return std::strtoll(get(key).c_str(), nullptr, 10); };
    manifest_.sweep_id = get("sweep_id");
    manifest_.description = get("description");
    manifest_.version = get("version");
    manifest_.seed = std::strtoull(get("seed").c_str(), nullptr, 10);
    const std::string confidence = get("confidence");
    std::from_chars(confidence.data(), confidence.data() + confidence.size(), manifest_.confidence);
    manifest_.points = whole("points");
    manifest_.points_per_company = whole("points_per_company");
    manifest_.currency = get("currency");
    manifest_.host = get("host");
    manifest_.started = get("started");
    Statement axis = database_.prepare("SELECT path, written FROM axis ORDER BY id");
    while (axis.step()) manifest_.axes.push_back({axis.text(0), axis.text(1)});
    Statement company = database_.prepare("SELECT name FROM company ORDER BY id");
    while (company.step()) manifest_.companies.push_back(company.text(0));
}

std::int64_t SweepStore::count() { return database_.integer("SELECT count(*) FROM point"); }

std::int64_t SweepStore::replicates(std::int64_t point) {
    Statement found = database_.prepare("SELECT replicates FROM point WHERE id = ?");
    found.bind(0, point);
    return found.step() ? found.integer(0) : 0;
}

std::vector<bool> SweepStore::stored() {
    std::vector<bool> flags(static_cast<std::size_t>(manifest_.points));
    Statement points = database_.prepare("SELECT id FROM point");
    while (points.step())
        if (const std::int64_t id = points.integer(0); id >= 0 && id < manifest_.points)
            flags[static_cast<std::size_t>(id)] = true;
    return flags;
}

void SweepStore::add_company(std::size_t company, const std::string& scenario) {
    database_.prepare("UPDATE company SET scenario = ? WHERE id = ? AND scenario = ''")
        .bind(0, scenario)
        .bind(1, static_cast<std::int64_t>(company))
        .run();
}

std::string SweepStore::scenario(std::size_t company) {
    Statement entry = database_.prepare("SELECT scenario FROM company WHERE id = ?");
    entry.bind(0, static_cast<std::int64_t>(company));
    return entry.step() ? entry.text(0) : std::string();
}

void SweepStore::add(const std::vector<PointRecord>& records) {
    Transaction transaction(database_);
    Statement known = database_.prepare("SELECT 1 FROM point WHERE id = ?");
    Statement point = database_.prepare("INSERT INTO point VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    Statement result = database_.prepare("INSERT INTO result VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    std::optional<DealWriter> deals;
    if (manifest_.deals) deals.emplace(database_);
    for (const PointRecord& record : records) {
        if (known.bind(0, record.point).step()) {
            while (known.step()) {
            }
            continue;
        }
        point.bind(0, record.point).bind(1, record.strong_id).bind(2, static_cast<std::int64_t>(record.company));
        point.bind(3, texts_json(record.values)).bind(4, record.tally.replicates);
        point.bind(5, fmt::format("{:016x}", record.tally.signature)).bind(6, record.seconds);
        point.bind(7, pairs_json(record.tally)).run();
        for (std::size_t s = 0; s < record.strategies.size(); ++s) {
            const StrategyTally& tally = record.tally.strategies[s];
            result.bind(0, record.point).bind(1, static_cast<std::int64_t>(s)).bind(2, record.strategies[s].id);
            result.bind(3, record.strategies[s].name).bind(4, tally.replicates);
            for (std::size_t o = 0; o < outcome_count; ++o)
                result.bind(static_cast<int>(5 + o), tally.outcomes[static_cast<std::size_t>(stored_outcomes[o])]);
            result.bind(9, details_json(tally, record.strategies[s])).run();
        }
        if (deals) deals->add(record);
    }
    transaction.commit();
}

namespace {

void read_result(const Statement& results, PointRecord& record, SweepStore::Part part) {
    StrategyTally& tally = record.tally.strategies.emplace_back();
    StrategyRecord& strategy = record.strategies.emplace_back();
    strategy.id = results.text(0);
    strategy.name = results.text(1);
    tally.replicates = results.integer(2);
    for (std::size_t o = 0; o < outcome_count; ++o)
        tally.outcomes[static_cast<std::size_t>(stored_outcomes[o])] = results.integer(static_cast<int>(3 + o));
    if (part == SweepStore::Part::whole)
        read_details(results.text(7), tally, strategy);
    else
        read_value(results.text(7), tally);
}

/// Is what strategies have in common there for each two of them?
bool fits_together(const PointRecord& record) {
    const std::size_t n = record.strategies.size();
    const PairedSums& paired = record.tally.paired;
    return n > 0 && record.tally.both_won.size() == n * n &&
           std::ranges::all_of(
               std::array{&paired.margin, &paired.lifetime, &paired.value, &paired.hours, &paired.value_hours},
               [n](const std::vector<double>* sums) { return sums->size() == n * n; });
}

} // namespace

void SweepStore::each(const std::function<void(const PointRecord&)>& see, Part part) {
    Statement points = database_.prepare(
        "SELECT id, strong_id, company, axis_values, replicates, signature, seconds, pairs FROM point ORDER BY id");
    Statement results = database_.prepare(fmt::format(
        "SELECT strategy, name, replicates, won, lost, no_decision, eliminated, {} FROM result WHERE point = ? "
        "ORDER BY place",
        part == Part::whole ? "details" : "json_extract(details, '$.value')"));
    while (points.step()) {
        PointRecord record;
        record.point = points.integer(0);
        try {
            record.strong_id = points.text(1);
            record.company = static_cast<std::size_t>(points.integer(2));
            record.values = read_texts(points.text(3));
            record.tally.seed = manifest_.seed;
            record.tally.replicates = points.integer(4);
            record.tally.signature = hexadecimal(points.text(5));
            record.seconds = points.real(6);
            read_pairs(points.text(7), record.tally);
            results.bind(0, record.point);
            while (results.step()) read_result(results, record, part);
            if (!fits_together(record) || record.company >= manifest_.companies.size() ||
                record.values.size() != manifest_.axes.size())
                throw std::runtime_error("parts do not fit together");
        } catch (const UserError&) {
            throw;
        } catch (const std::exception& error) {
            damaged(record.point, error);
        }
        see(record);
    }
}

void SweepStore::each_deal(const PointRecord& record, const DealSink& see) {
    try {
        read_deals(database_, record, see);
    } catch (const UserError&) {
        throw;
    } catch (const std::exception& error) {
        damaged(record.point, error);
    }
}

void SweepStore::damaged(std::int64_t point, const std::exception& error) const {
    throw UserError(fmt::format("{}: point {} cannot be read ({}); the store is damaged: go back to a copy",
                                database_.path().string(), point + 1, error.what()));
}

void SweepStore::require(const Manifest& manifest, const std::filesystem::path& other) const {
    const std::string path = database_.path().string();
    if (manifest_.sweep_id != manifest.sweep_id)
        throw UserError(
            fmt::format("{}: holds another sweep than {} (its scenario, axes, seed, replicates or version of "
                        "assent differ); merge stores of one sweep only",
                        path, other.string()));
    if (manifest_.deals != manifest.deals)
        throw UserError(
            fmt::format("{}: keeps {}, other than {} (only one was played with --rows); merge stores of one "
                        "kind only",
                        path, manifest_.deals ? "every deal" : "no single deals", other.string()));
}

std::int64_t SweepStore::merge(const std::filesystem::path& other) {
    SweepStore(other).require(manifest_, database_.path());
    const std::int64_t before = count();
    try {
        database_.attach(other, "other");
        database_.run("UPDATE company SET scenario = (SELECT scenario FROM other.company AS its WHERE its.id = "
                      "company.id) WHERE scenario = ''");
        // Many transactions, so that the log beside the store does not grow to the size of the other one.
        const std::int64_t last = database_.integer("SELECT max(id) FROM other.point");
        for (std::int64_t from = -1; from < last;) {
            const std::int64_t to = database_.integer(
                fmt::format("SELECT max(id) FROM (SELECT id FROM other.point WHERE id > {} ORDER BY id LIMIT {})", from,
                            merged_at_once));
            merge_part(from, to);
            from = to;
        }
        database_.run("DETACH other");
    } catch (const UserError& error) {
        throw UserError(fmt::format("{} was not taken over whole: {}", other.string(), error.what()));
    }
    return count() - before;
}

void SweepStore::merge_part(std::int64_t after, std::int64_t last) {
    Transaction transaction(database_);
    const auto take = [&](std::string_view table, std::string_view point) {
        database_.run(
            fmt::format("INSERT INTO {0} SELECT * FROM other.{0} WHERE {1} > {2} AND {1} <= {3} AND {1} NOT IN "
                        "(SELECT id FROM point)",
                        table, point, after, last));
    };
    take("result", "point");
    if (manifest_.deals) {
        take("deal_names", "point");
        take("deal", "point");
    }
    take("point", "id"); // last: it says which of the rest are there
    transaction.commit();
}

} // namespace assent
