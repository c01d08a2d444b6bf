#pragma once
// Rows of deals in little room, for keeping every one of them: column by column, so that like stands beside like, and
// compressed. packed_rows.cpp alone includes zstd. scenarios/README.md describes the bytes.
#include "engine/outcome.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace assent {

/// Rows of consecutive replicates of one strategy at one point.
struct PackedRows {
    std::int64_t first = 0; ///< replicate
    std::int64_t count = 0; ///< 1 … packed_rows_most
    std::string bytes;
};
inline constexpr std::int64_t packed_rows_most = 4096;

/// Packs rows as they come, in replicate order.
class RowPacker {
  public:
    void see(std::span<const OutcomeRow> rows);
    /// All that came, once; then the packer is empty.
    std::vector<PackedRows> take();

  private:
    void pack();
    std::vector<OutcomeRow> waiting_;
    std::vector<PackedRows> packed_;
};

/// The rows again, in place of what `rows` held. Throws std::exception for what was not packed so.
void unpack(const PackedRows& packed, std::vector<OutcomeRow>& rows);

} // namespace assent
