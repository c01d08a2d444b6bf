#include "report/sweep_export.hpp"

#include "experiment/intervals.hpp"
#include "model/user_error.hpp"
#include "model/words.hpp"
#include "report/csv_line.hpp"
#include "report/deal_cells.hpp"
#include "report/json_sweep.hpp"
#include "report/sweep_table.hpp"
#include "scenario/toml_document.hpp"
#include "sweep/axis_effect.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <utility>

namespace assent {
namespace {

/// A file of lines that are written as they come.
class CsvFile {
  public:
    explicit CsvFile(const std::filesystem::path& path) : file_(path) {}
    void end(const CsvLine& line) {
        start(line.headings());
        file_.write(line.cells());
        file_.write(csv_end_of_line);
    }
    /// Puts the headings before the first line.
    void start(std::string_view headings) {
        if (std::exchange(started_, true)) return;
        file_.write(headings);
        file_.write(csv_end_of_line);
    }
    void write(std::string_view lines) { file_.write(lines); }
    void commit() { file_.commit(); }

  private:
    AtomicFile file_;
    bool started_ = false;
};

/// A text without the quotes and escapes of a file; all else as a file writes it.
std::string cell_text(const std::string& value) {
    if (value.size() < 2 || value.front() != '"' || value.back() != '"') return value;
    if (value.find('\\') == std::string::npos) return value.substr(1, value.size() - 2);
    const SourceFile source{{}, "value = " + value, 0};
    const Document document = parse_toml(source);
    const Value* text = document.problem ? nullptr : document.root.find("value");
    return text == nullptr || text->kind != Value::Kind::text ? value : text->text;
}

void add_point(CsvLine& line, const Manifest& manifest, const PointRecord& record) {
    line.count("point", record.point + 1);
    line.text("company", manifest.companies[record.company]);
    for (std::size_t i = 0; i < manifest.axes.size(); ++i)
        line.text(manifest.axes[i].path, cell_text(record.values[i]));
}

void add_run(CsvFile& file, const Manifest& manifest, const PointRecord& record, std::size_t s) {
    const StrategyTally& tally = record.tally.strategies[s];
    CsvLine line;
    add_point(line, manifest, record);
    line.text("strategy", record.strategies[s].id);
    line.text("name", record.strategies[s].name);
    line.count("replicates", tally.replicates);
    for (std::size_t o = 0; o < outcome_count; ++o) line.count(word(static_cast<Outcome>(o)), tally.outcomes[o]);
    const auto most =
        std::ranges::max_element(record.strategies[s].reasons, {}, [](const auto& entry) { return entry.second; });
    const bool none = most == record.strategies[s].reasons.end();
    line.text("loss_reason", none ? std::string() : most->first.second);
    line.text("loss_reason_holder", none ? std::string() : most->first.first);
    line.count("loss_reason_count", none ? 0 : most->second);
    line.text("seed", fmt::to_string(manifest.seed));
    line.text("signature", fmt::format("{:016x}", record.tally.signature));
    line.text("strong_id", record.strong_id);
    file.end(line);
}

constexpr std::array percentiles{0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95};

void add_percentiles(CsvLine& line, const Bins& bins) {
    for (const double probability : percentiles) {
        const std::string heading = fmt::format("p{:02.0f}", 100 * probability);
        if (bins.empty())
            line.text(heading, {});
        else
            line.number(heading, histogram_quantile(bins, probability));
    }
}

std::size_t base_of(const PointRecord& record, const std::string& base) {
    if (base.empty()) return 0;
    const auto found = std::ranges::find(record.strategies, base, &StrategyRecord::id);
    if (found == record.strategies.end())
        throw UserError(fmt::format("--base {} (point {} has no such strategy); name one that is played everywhere",
                                    base, record.point + 1));
    return static_cast<std::size_t>(found - record.strategies.begin());
}

/// To itself there is no difference, and nothing uncertain about that.
Interval delta(const RunTally& tally, RankMeasure measure, std::size_t s, std::size_t base, double confidence) {
    return s == base ? Interval{} : difference_by(tally, measure, s, base, confidence);
}

void add_summary(CsvFile& file, const Manifest& manifest, const PointRecord& record, const Ranking& ranking,
                 std::size_t place, std::size_t base) {
    const StrategyStanding& standing = ranking.standings[place];
    const std::size_t s = standing.strategy;
    const StrategyTally& tally = record.tally.strategies[s];
    CsvLine line;
    add_point(line, manifest, record);
    line.count("rank", static_cast<std::int64_t>(place) + 1);
    line.text("strategy", record.strategies[s].id);
    line.count("replicates", tally.replicates);
    line.interval("p_win", standing.win_rate);
    line.interval("p_win_decided", standing.win_rate_decided);
    line.mean("price", standing.price, tally.price);
    line.mean("margin", standing.margin, tally.margin);
    line.mean("value", standing.value, tally.value);
    line.mean("hours", standing.hours, tally.hours);
    line.mean("lifetime", standing.lifetime, tally.lifetime);
    add_percentiles(line, record.strategies[s].histograms[static_cast<std::size_t>(StoredQuantity::value)]);
    line.text("base", record.strategies[base].id);
    line.interval("delta_p_win", delta(record.tally, RankMeasure::win, s, base, manifest.confidence));
    line.interval("delta_lifetime", delta(record.tally, RankMeasure::lifetime, s, base, manifest.confidence));
    line.count("tied_with_best", place == 0 || standing.tied_with_best ? 1 : 0);
    line.text("rank_by", word(ranking.measure));
    line.number("confidence", manifest.confidence);
    file.end(line);
}

void add_quantities(CsvFile& file, const Manifest& manifest, const PointRecord& record, std::size_t s) {
    for (std::size_t q = 0; q < quantity_count; ++q) {
        CsvLine line;
        add_point(line, manifest, record);
        line.text("strategy", record.strategies[s].id);
        line.text("quantity", quantity_names[q]);
        std::int64_t count = 0;
        for (const auto& bin : record.strategies[s].histograms[q]) count += bin.second;
        line.count("count", count);
        add_percentiles(line, record.strategies[s].histograms[q]);
        file.end(line);
    }
}

/// Every deal of a point.
void add_deals(CsvFile& file, SweepStore& store, const PointRecord& record) {
    CsvLine point;
    add_point(point, store.manifest(), record);
    file.start(point.headings() + "," + deal_headings());
    std::vector<std::string> strategies;
    for (const StrategyRecord& strategy : record.strategies) strategies.push_back(strategy.id);
    std::optional<DealCells> cells;
    std::string lines;
    store.each_deal(record, [&](std::size_t strategy, const RowNames& names, std::span<const OutcomeRow> rows) {
        if (!cells) cells.emplace(strategies, names);
        lines.clear();
        for (const OutcomeRow& row : rows) {
            lines += point.cells();
            lines += ',';
            cells->append(lines, strategy, row);
            lines += csv_end_of_line;
        }
        file.write(lines);
    });
}

/// What is written at the end, from all points.
struct Gathered {
    PointTable table;
    SweepSummary summary;
};

Gathered write_points(SweepStore& store, const ExportWish& wish) {
    const Manifest& manifest = store.manifest();
    std::optional<CsvFile> deals;
    if (manifest.deals && wish.deals) deals.emplace(wish.folder / "rows.csv");
    CsvFile runs(wish.folder / "runs.csv"), summary(wish.folder / "summary.csv"),
        quantities(wish.folder / "percentiles.csv");
    Gathered gathered{empty_table(manifest), {}};
    gathered.summary.measure = wish.measure;
    store.each([&](const PointRecord& record) {
        const Ranking ranking = rank(record.tally, manifest.confidence, wish.measure);
        const std::size_t base = base_of(record, wish.base);
        for (std::size_t s = 0; s < record.strategies.size(); ++s) {
            add_run(runs, manifest, record, s);
            add_summary(summary, manifest, record, ranking, s, base);
            add_quantities(quantities, manifest, record, s);
        }
        if (deals) add_deals(*deals, store, record);
        const std::vector<MeasuredStrategy> ranked = rank_by(record.tally, manifest.confidence, wish.measure);
        gathered.table.see(manifest, record, ranked);
        gathered.summary.see(record, ranked);
    });
    gathered.summary.finish();
    for (CsvFile* file : {&runs, &summary, &quantities}) file->commit();
    if (deals) deals->commit();
    return gathered;
}

void write_effects(const PointTable& table, const Manifest& manifest, const ExportWish& wish) {
    CsvFile tornado(wish.folder / "tornado.csv"), sensitivity(wish.folder / "sensitivity.csv");
    for (const AxisEffect& effect : axis_effects(table, sampled(manifest), manifest.confidence)) {
        const AxisLevel &low = effect.levels.front(), &high = effect.levels.back();
        CsvLine bar;
        bar.text("strategy", effect.strategy);
        bar.text("axis", effect.axis);
        bar.text("low_value", low.from);
        bar.text("high_value", high.to);
        bar.number("mean", effect.mean);
        bar.number("low_mean", low.mean);
        bar.number("high_mean", high.mean);
        bar.number("swing", effect.swing());
        bar.text("measure", word(wish.measure));
        tornado.end(bar);
        CsvLine share;
        share.text("strategy", effect.strategy);
        share.text("axis", effect.axis);
        share.count("levels", static_cast<std::int64_t>(effect.first_order_levels));
        share.interval("first_order", effect.first_order);
        share.text("measure", word(wish.measure));
        sensitivity.end(share);
    }
    tornado.commit();
    sensitivity.commit();
}

} // namespace

void export_sweep(SweepStore& store, const ExportWish& wish) {
    if (store.count() == 0)
        throw UserError("the store holds no point yet (nothing to export); give the sweep some time, or resume it");
    std::error_code error;
    std::filesystem::create_directories(wish.folder, error);
    if (error)
        throw UserError(fmt::format("{}: cannot be made ({}); name a folder that you may write to",
                                    wish.folder.string(), error.message()));
    const Gathered gathered = write_points(store, wish);
    write_effects(gathered.table, store.manifest(), wish);
    write_file(wish.folder / "regret.csv", sweep_csv(gathered.summary));
    write_file(wish.folder / "manifest.json", sweep_manifest_json(store.manifest(), store.count()));
}

} // namespace assent
