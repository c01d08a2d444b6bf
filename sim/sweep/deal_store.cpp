#include "sweep/deal_store.hpp"

#include "sweep/record_json.hpp"

#include <algorithm>
#include <stdexcept>

namespace assent {

const char* const deal_tables = R"sql(
CREATE TABLE deal_names (point INTEGER PRIMARY KEY REFERENCES point, names TEXT NOT NULL);
CREATE TABLE deal (
  point INTEGER NOT NULL REFERENCES point, place INTEGER NOT NULL, first INTEGER NOT NULL, count INTEGER NOT NULL,
  columns BLOB NOT NULL, PRIMARY KEY (point, place, first));
)sql";

namespace {

bool fits(std::int32_t number, const std::vector<std::string>& names) {
    return number >= -1 && number + 1 < static_cast<std::int32_t>(names.size());
}

void require_names(std::span<const OutcomeRow> rows, const RowNames& names) {
    const bool all = std::ranges::all_of(rows, [&](const OutcomeRow& row) {
        return fits(row.alternative, names.alternatives) && fits(row.reason, names.reasons) &&
               fits(row.reason_holder, names.members);
    });
    if (!all) throw std::runtime_error("a deal names what does not exist");
}

} // namespace

DealWriter::DealWriter(Database& database)
    : names_(database.prepare("INSERT INTO deal_names VALUES (?, ?)")),
      deals_(database.prepare("INSERT INTO deal VALUES (?, ?, ?, ?, ?)")) {}

void DealWriter::add(const PointRecord& record) {
    names_.bind(0, record.point).bind(1, names_json(record.names)).run();
    for (std::size_t s = 0; s < record.strategies.size(); ++s)
        for (const PackedRows& rows : record.strategies[s].rows) {
            deals_.bind(0, record.point).bind(1, static_cast<std::int64_t>(s)).bind(2, rows.first);
            deals_.bind(3, rows.count).bind_blob(4, rows.bytes).run();
        }
}

void read_deals(Database& database, const PointRecord& record, const DealSink& see) {
    Statement stored = database.prepare("SELECT names FROM deal_names WHERE point = ?");
    if (!stored.bind(0, record.point).step()) throw std::runtime_error("its deals are missing");
    const RowNames names = read_names(stored.text(0));
    Statement deals =
        database.prepare("SELECT place, first, count, columns FROM deal WHERE point = ? ORDER BY point, place, first");
    deals.bind(0, record.point);
    std::int64_t seen = 0;
    std::vector<OutcomeRow> rows;
    while (deals.step()) {
        const auto strategy = static_cast<std::size_t>(deals.integer(0));
        // Deal after deal of strategy after strategy: none is missing.
        if (static_cast<std::int64_t>(strategy) * record.tally.replicates + deals.integer(1) != seen ||
            strategy >= record.strategies.size())
            throw std::runtime_error("deals are missing");
        unpack({deals.integer(1), deals.integer(2), deals.blob(3)}, rows);
        require_names(rows, names);
        seen += std::ssize(rows);
        see(strategy, names, rows);
    }
    if (seen != record.tally.replicates * std::ssize(record.strategies)) throw std::runtime_error("deals are missing");
}

} // namespace assent
