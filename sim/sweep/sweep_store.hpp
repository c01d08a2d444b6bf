#pragma once
// The file in which a sweep keeps its results: SQLite in WAL mode. What was stored is on the disk, whatever happens to the
// program or the machine. scenarios/README.md describes the tables.
#include "store/database.hpp"
#include "sweep/deal_store.hpp"
#include "sweep/point_record.hpp"

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace assent {

struct StoredAxis {
    std::string path, written;
};

/// What a store says of the sweep as a whole.
struct Manifest {
    std::string sweep_id;    ///< strong id of the description
    std::string description; ///< all that the results depend on
    std::string version;     ///< of assent
    std::uint64_t seed = 1;
    double confidence = 0.95;
    std::int64_t points = 0; ///< of the whole sweep, not of a shard
    std::int64_t points_per_company = 0;
    std::string currency; ///< of the first company
    std::vector<StoredAxis> axes;
    std::vector<std::string> companies; ///< names
    std::string host, started;          ///< of whoever made the store; no result depends on them
    bool deals = false;                 ///< every single deal is kept; no result depends on that either
};

class SweepStore {
  public:
    static constexpr std::int64_t application_id = 0x41534e54;       ///< "ASNT"
    static constexpr std::int64_t format = 1, format_with_deals = 2; ///< the second has further tables

    /// Opens a store to add to, making it when it does not exist. Throws UserError when it holds another sweep, or keeps
    /// deals and the manifest says no, or the other way round.
    SweepStore(const std::filesystem::path& path, const Manifest& manifest);
    /// Opens a finished or growing store to read.
    explicit SweepStore(const std::filesystem::path& path);

    /// Throws UserError when it is no part of the same as the store `other`, which says this: it holds another sweep, or
    /// only one of them keeps deals.
    void require(const Manifest& manifest, const std::filesystem::path& other) const;

    [[nodiscard]] const Manifest& manifest() const { return manifest_; }
    [[nodiscard]] const std::filesystem::path& path() const { return database_.path(); }
    [[nodiscard]] std::int64_t count(); ///< points stored
    /// Deals that were played of each strategy at a stored point; 0: it is not stored.
    std::int64_t replicates(std::int64_t point);
    /// Which points are stored: one flag a point.
    std::vector<bool> stored();
    /// Stores points in one transaction; one that is there already, from another process, stays as it is.
    void add(const std::vector<PointRecord>& records);
    /// What is read of a point.
    enum class Part : std::uint8_t {
        whole,
        counts, ///< outcomes, value, and what strategies have in common: all that a ranking by win rate looks at
    };
    /// Stored points in their order. Throws UserError for a damaged record.
    void each(const std::function<void(const PointRecord&)>& see, Part part = Part::whole);
    /// See read_deals(). Throws UserError for a damaged record.
    void each_deal(const PointRecord& record, const DealSink& see);
    /// Takes over the points of another store of the same sweep; how many were new.
    std::int64_t merge(const std::filesystem::path& other);
    /// Scenario of a company, once.
    void add_company(std::size_t company, const std::string& scenario);
    /// The scenario of a company before the values of a point are set, as text; empty: none of its points is stored.
    std::string scenario(std::size_t company);

  private:
    void make_tables(bool deals);
    void check_kind();
    void write_manifest(const Manifest& manifest);
    void read_manifest();
    [[noreturn]] void damaged(std::int64_t point, const std::exception& error) const;
    /// The points with ids above `after` up to `last` of the attached store.
    void merge_part(std::int64_t after, std::int64_t last);

    Database database_;
    Manifest manifest_;
};

} // namespace assent
