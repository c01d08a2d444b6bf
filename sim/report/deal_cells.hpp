#pragma once
// A deal as cells of a CSV line: the same columns wherever every deal is written.
#include "engine/outcome.hpp"
#include "model/row_names.hpp"

#include <span>
#include <string>
#include <vector>

namespace assent {

/// From `replicate` on, without the end of the line.
std::string deal_headings();

class DealCells {
  public:
    /// `strategies`: ids.
    DealCells(std::span<const std::string> strategies, const RowNames& names);
    /// The cells under deal_headings(), without the end of the line.
    void append(std::string& line, std::size_t strategy, const OutcomeRow& row) const;

  private:
    std::vector<std::string> strategies_;
    RowNames names_; ///< as cells
};

} // namespace assent
