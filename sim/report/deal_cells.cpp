#include "report/deal_cells.hpp"

#include "model/words.hpp"
#include "report/csv.hpp"

#include <fmt/format.h>
#include <iterator>

namespace assent {
namespace {

std::vector<std::string> cells_of(std::span<const std::string> texts) {
    std::vector<std::string> cells;
    for (const std::string& text : texts) cells.push_back(csv_text(text));
    return cells;
}

} // namespace

std::string deal_headings() {
    std::string headings = "replicate,strategy,outcome,week,stage,alternative,pilot,meetings,touches,got_through,"
                           "appointments,members_reached,reason,"
                           "reason_holder,price,margin,concession,cost_of_sale,hours";
    for (std::size_t c = 0; c < channel_count; ++c) headings += fmt::format(",hours_{}", word(static_cast<Channel>(c)));
    return headings + ",lifetime_value,quarters,retained,churn,satisfaction,orders,word_of_mouth,final_support";
}

DealCells::DealCells(std::span<const std::string> strategies, const RowNames& names)
    : strategies_(cells_of(strategies)), names_{cells_of(names.alternatives), cells_of(names.reasons),
                                                cells_of(names.members)} {}

void DealCells::append(std::string& line, std::size_t strategy, const OutcomeRow& row) const {
    const auto after_none = [](auto index) { return static_cast<std::size_t>(index + 1); };
    float hours = 0;
    for (const float spent : row.hours) hours += spent;
    fmt::format_to(std::back_inserter(line), "{},{},", row.replicate, strategies_[strategy]);
    fmt::format_to(std::back_inserter(line), "{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{:.7g}",
                   word(row.outcome), row.week, word(row.stage), names_.alternatives[after_none(row.alternative)],
                   word(row.pilot), row.meetings, row.touches, row.got_through, row.appointments, row.members_reached,
                   names_.reasons[after_none(row.reason)], names_.members[after_none(row.reason_holder)], row.price,
                   row.margin, row.concession, row.cost_of_sale, hours);
    for (const float spent : row.hours) fmt::format_to(std::back_inserter(line), ",{}", spent);
    fmt::format_to(std::back_inserter(line), ",{},{},{},{},{},{},{},{}", row.lifetime_value, row.quarters,
                   row.retained ? 1 : 0, word(row.churn), row.satisfaction, row.orders, row.word_of_mouth,
                   row.final_support);
}

} // namespace assent
