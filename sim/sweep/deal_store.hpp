#pragma once
// The part of a sweep's store that keeps every deal, where that was asked for.
#include "store/database.hpp"
#include "sweep/point_record.hpp"

#include <functional>
#include <span>

namespace assent {

extern const char* const deal_tables; ///< SQL that makes them

/// Puts the deals of points there.
class DealWriter {
  public:
    explicit DealWriter(Database& database);
    void add(const PointRecord& record);

  private:
    Statement names_, deals_;
};

/// Sees rows of a strategy of the point, with what their numbers stand for.
using DealSink = std::function<void(std::size_t strategy, const RowNames& names, std::span<const OutcomeRow> rows)>;

/// The deals of a stored point, strategy by strategy, each in replicate order, some thousand at a time. Throws
/// std::exception for what is damaged or missing.
void read_deals(Database& database, const PointRecord& record, const DealSink& see);

} // namespace assent
