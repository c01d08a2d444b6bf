#pragma once
// Results as CSV (RFC 4180: comma, quotes where needed, CRLF), one header line, points as decimal marks.
#include "experiment/counterfactual.hpp"
#include "report/deal_cells.hpp"
#include "report/run_result.hpp"
#include "store/atomic_file.hpp"

#include <span>
#include <string>
#include <string_view>

namespace assent {

/// A text cell. Quoted where RFC 4180 asks for it; text that a spreadsheet would run as a formula (= + - @, tab or
/// carriage return in front) gets an apostrophe before it.
std::string csv_text(std::string_view text);
/// A number in the fewest digits that give it back; empty when it is not finite.
std::string csv_number(double number);

/// One line a strategy, best first: rates with limits and standard errors, differences to the best, weeks, money.
std::string ranking_csv(const RunResult& result);
/// One line a change, largest gain first.
std::string counterfactual_csv(const Model& model, const CounterfactualReport& report);

/// Every outcome row with names, written as they come: block by block of replicates, in each block by strategy.
class RowsCsv {
  public:
    /// `strategies`: places in the model of the strategies as the RowSink counts them.
    RowsCsv(const std::filesystem::path& path, const Model& model, const std::vector<std::int32_t>& strategies);
    void see(std::size_t strategy, std::span<const OutcomeRow> rows);
    void commit() { file_.commit(); }

  private:
    AtomicFile file_;
    DealCells cells_;
    std::string lines_;
};

} // namespace assent
