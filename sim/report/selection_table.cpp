// A selection as a table for a terminal, and as CSV.
#include "report/csv_line.hpp"
#include "report/measure_words.hpp"
#include "report/number_words.hpp"
#include "report/ranking_table.hpp"
#include "report/selection_report.hpp"

#include <fmt/format.h>

#include <limits>

namespace assent {
namespace {

std::string verdict_words(SelectionVerdict verdict) {
    switch (verdict) {
    case SelectionVerdict::best:
        return "chosen";
    case SelectionVerdict::worse:
        return "worse";
    case SelectionVerdict::alike:
        return "as good";
    case SelectionVerdict::open:
        return "open";
    case SelectionVerdict::better:
        return "better?";
    case SelectionVerdict::unmeasured:
        return "no hours";
    }
    return {};
}

Emphasis emphasis_of(SelectionVerdict verdict) {
    return verdict == SelectionVerdict::best || verdict == SelectionVerdict::alike ? Emphasis::good : Emphasis::none;
}

constexpr double none = std::numeric_limits<double>::quiet_NaN(); // an empty cell

class SelectionTable {
  public:
    SelectionTable(const SelectionResult& result, const TextStyle& style)
        : result_(result), style_(style), measure_(result.played.request.measure) {}

    [[nodiscard]] std::string text() const {
        using Align = Table::Align;
        const bool win = measure_ == RankMeasure::win;
        const std::string level = fmt::format("{:g}\u202f%", 100 * result_.played.request.run.confidence);
        const std::string unit = win ? "of 100" : result_.model.company.currency;
        std::vector<Table::Column> columns{
            {"#", "", Align::right, 0},
            {"Strategy", "", Align::left, 0},
            {measure_heading(measure_), unit + ", " + level, Align::left, 1},
            {"Against the chosen", (win ? "points, all " : "all ") + level, Align::left, 2},
            {"Verdict", "", Align::left, 2},
            {"Deals", result_.played.fresh ? "select + show" : "", Align::right, 2},
        };
        Table table(std::move(columns), 2);
        int place = 0;
        for (const std::size_t system : result_.order()) table.add(row(++place, system));
        return table.text(style_);
    }

  private:
    [[nodiscard]] std::string plain(double amount) const {
        return decimal(measure_ == RankMeasure::win ? 100 * amount : amount, measure_ == RankMeasure::win ? 1 : 0);
    }
    [[nodiscard]] std::string change(double amount) const { return (amount > 0 ? "+" : "") + plain(amount); }

    [[nodiscard]] std::vector<Cell> row(int place, std::size_t system) const {
        const SelectedSystem& selected = result_.played.selection.systems[system];
        const auto& standings = result_.played.standings;
        std::vector<Cell> cells{fmt::to_string(place), printable(name_of(result_.strategy(system)))};
        if (system < standings.size()) {
            const SelectionStanding& standing = standings[system];
            const bool best = standing.verdict == SelectionVerdict::best;
            const bool known = standing.verdict != SelectionVerdict::unmeasured;
            const Emphasis emphasis = emphasis_of(standing.verdict);
            cells.emplace_back(known ? plain(standing.measured.estimate) + " ± " + plain(standing.measured.half_width())
                                     : "–",
                               emphasis);
            cells.emplace_back(best || !known ? "–"
                                              : fmt::format("{} ({} to {})", change(standing.gap.estimate),
                                                            change(standing.gap.low), change(standing.gap.high)));
            cells.emplace_back(verdict_words(standing.verdict), emphasis);
        } else
            for (const std::string& cell :
                 {plain(selected.estimate), std::string("–"), std::string(selected.left ? "worse" : "open")})
                cells.emplace_back(cell);
        std::string played = grouped(selected.batches * batch_deals);
        if (result_.played.fresh) played += " + " + grouped(standings[system].batches * batch_deals);
        cells.emplace_back(std::move(played));
        return cells;
    }

    const SelectionResult& result_;
    const TextStyle& style_;
    RankMeasure measure_;
};

std::string headline(const SelectionResult& result, const TextStyle& style) {
    const Model& model = result.model;
    const StrategySelectionRequest& request = result.played.request;
    const std::string how = request.budget > 0
                                ? fmt::format("A budget of {}, spent where it tells most (OCBA)", deals(request.budget))
                                : "All strategies meet the same luck; whoever falls behind is dropped (KN)";
    return emphasised(printable(model.title.empty() ? model.company.name : model.title), Emphasis::strong, style) +
           "\n" + wrapped(fmt::format("{}; seed {}", how, request.run.seed), style) + "\n";
}

} // namespace

std::string selection_text(const SelectionResult& result, const TextStyle& style) {
    std::string text = headline(result, style) + SelectionTable(result, style).text() + "\n";
    for (const std::string& sentence : selection_words(result)) text += wrapped(printable(sentence), style);
    return text;
}

std::string selection_csv(const SelectionResult& result) {
    std::string text;
    const StrategySelection& played = result.played;
    for (const std::size_t system : result.order()) {
        const SelectedSystem& selected = played.selection.systems[system];
        CsvLine line;
        line.text("strategy", result.strategy(system).id);
        line.text("measure", word(played.request.measure));
        line.text("procedure", procedure_word(played));
        line.text("end", end_word(played.selection.end));
        line.count("chosen", system == played.selection.best ? 1 : 0);
        line.number("indifference", played.selection.indifference);
        line.count("deals_to_select", selected.batches * batch_deals);
        line.number("estimate_of_selection", selected.measured ? selected.estimate : none);
        const bool known = system < played.standings.size() && selected.measured;
        const SelectionStanding standing =
            known ? played.standings[system] : SelectionStanding{0, {none, none, none}, {none, none, none}, {}};
        line.text("verdict", system < played.standings.size() ? word(played.standings[system].verdict) : "");
        line.interval("measured", standing.measured);
        line.interval("gap_to_chosen", standing.gap);
        line.count("fresh_deals", played.fresh ? standing.batches * batch_deals : 0);
        line.end(text);
    }
    return text;
}

} // namespace assent
