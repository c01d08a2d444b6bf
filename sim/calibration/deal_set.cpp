#include "calibration/deal_set.hpp"

#include "model/user_error.hpp"
#include "scenario/findings.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <map>
#include <set>

namespace assent {
namespace {

constexpr std::size_t least_deals = 20, least_of_each = 5;
/// Wide enough for any share of won deals; not shrunk, because the share is not an effect.
constexpr double intercept_deviation = 2.5;

int column_of(const CsvTable& table, const std::string& column, const char* what) {
    const int place = table.find(column);
    if (place >= 0) return place;
    const std::vector<std::string_view> names(table.columns.begin(), table.columns.end());
    const std::string_view meant = nearest(column, names);
    throw UserError(fmt::format("{}: there is no column \"{}\" (the map names it as {}); {}it has: {}", table.name,
                                column, what, meant.empty() ? "" : fmt::format("did you mean \"{}\"? ", meant),
                                fmt::join(table.columns, ", ")));
}

bool is_one_of(const std::string& cell, const std::vector<std::string>& words) {
    return std::ranges::any_of(words, [&](const std::string& word) { return plain_word(word) == plain_word(cell); });
}

/// Reads the cells of one feature into covariates, and remembers what it did not understand.
class FeatureReader {
  public:
    FeatureReader(const MapFeature& feature, int column, int first_weight)
        : feature_(feature), column_(static_cast<std::size_t>(column)) {
        for (std::size_t level = 0; level < feature.levels.size(); ++level) {
            weight_.push_back(level == feature.base ? -1 : first_weight++);
            for (const std::string& word : feature.levels[level].words) level_of_.emplace(plain_word(word), level);
        }
        if (feature.number) weight_.push_back(first_weight);
    }

    void read(const std::vector<std::string>& row, Covariates& covariates) {
        const std::string& cell = row[column_];
        if (feature_.number) {
            if (const double amount = number(cell); amount != 0) covariates.emplace_back(weight_.front(), amount);
            return;
        }
        const auto found = level_of_.find(plain_word(cell));
        if (found == level_of_.end() && !cell.empty()) ++unknown_[cell];
        const std::size_t level = found == level_of_.end() ? feature_.otherwise : found->second;
        if (weight_[level] >= 0) covariates.emplace_back(weight_[level], 1.0);
    }

    [[nodiscard]] bool understood_all() const { return unknown_.empty(); }

    void tell(std::vector<std::string>& notes) const {
        std::size_t deals = 0;
        std::vector<std::string> words;
        for (const auto& [word, count] : unknown_) {
            deals += count;
            if (words.size() < 4) words.push_back("\"" + word + "\"");
        }
        if (deals == 0) return;
        const std::string taken = feature_.number
                                      ? "as the centre"
                                      : fmt::format("as level \"{}\"", feature_.levels[feature_.otherwise].name);
        notes.push_back(fmt::format("{}: {} cells with {}{} were taken {}", feature_.column, deals,
                                    fmt::join(words, ", "), unknown_.size() > 4 ? ", …" : "", taken));
    }

  private:
    /// Scaled amounts beyond this are slips of the pen: nothing lies twenty scales from the centre.
    static constexpr double greatest_amount = 20;

    double number(const std::string& cell) {
        if (cell.empty()) return 0;
        double value = 0;
        const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
        const MapNumber& scale = *feature_.number;
        const bool fits = error == std::errc() && end == cell.data() + cell.size() && std::isfinite(value) &&
                          (!scale.logarithm || value > 0);
        if (!fits) {
            ++unknown_[cell];
            return 0;
        }
        const double amount = scale.logarithm ? std::log(value / scale.centre) / std::log(scale.scale)
                                              : (value - scale.centre) / scale.scale;
        if (std::abs(amount) <= greatest_amount) return amount;
        ++unknown_[cell]; // one cell must not outweigh all others
        return 0;
    }

    const MapFeature& feature_;
    std::size_t column_;
    std::vector<int> weight_; ///< by level; -1: the base
    std::map<std::string, std::size_t> level_of_, unknown_;
};

void add_weights(const MapFeature& feature, int place, DealSet& deals) {
    const auto add = [&](const WeightPrior& prior, int level) {
        deals.weights.push_back({feature.mechanism->direction, prior.mean, prior.deviation, true});
        deals.places.push_back({place, level, 0});
    };
    if (feature.number) add(feature.number->prior, -1);
    for (std::size_t level = 0; level < feature.levels.size(); ++level)
        if (level != feature.base) add(feature.levels[level].prior, static_cast<int>(level));
}

Grouping grouping_by(const CsvTable& table, const std::vector<std::size_t>& rows, const std::string& column) {
    Grouping grouping{column, {}, 0};
    const int place = column_of(table, column, "a group");
    std::map<std::string, int> numbers;
    for (const std::size_t row : rows) {
        const std::string& cell = table.rows[row][static_cast<std::size_t>(place)];
        // A deal without a client is a client of its own.
        const std::string key = cell.empty() ? fmt::format("\n{}", row) : plain_word(cell);
        grouping.group.push_back(numbers.emplace(key, static_cast<int>(numbers.size())).first->second);
    }
    grouping.groups = static_cast<int>(numbers.size());
    return grouping;
}

Grouping each_by_itself(std::size_t deals) {
    Grouping grouping{"", {}, static_cast<int>(deals)};
    for (std::size_t i = 0; i < deals; ++i) grouping.group.push_back(static_cast<int>(i));
    return grouping;
}

void check_enough(const CsvTable& table, const DealMap& map, const DealSet& deals) {
    const auto won = static_cast<std::size_t>(std::ranges::count(deals.won, 1));
    if (deals.size() >= least_deals && won >= least_of_each && deals.size() - won >= least_of_each) return;
    throw UserError(fmt::format("{}: {} won and {} lost deals by column \"{}\" (at least {} deals with {} of each are "
                                "needed); check the words for won and lost in the map",
                                table.name, won, deals.size() - won, map.outcome, least_deals, least_of_each));
}

/// Rows that were decided; their outcomes go to the deals.
std::vector<std::size_t> decided_rows(const CsvTable& table, const DealMap& map, DealSet& deals) {
    const auto outcome = static_cast<std::size_t>(column_of(table, map.outcome, "the outcome"));
    std::vector<std::size_t> rows;
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const std::string& cell = table.rows[i][outcome];
        const bool won = is_one_of(cell, map.won);
        if (!won && !is_one_of(cell, map.lost)) {
            ++deals.undecided;
            continue;
        }
        rows.push_back(i);
        deals.won.push_back(won ? 1 : 0);
    }
    return rows;
}

void tell_unused_columns(const CsvTable& table, const DealMap& map, std::vector<std::string>& notes) {
    std::set<std::string> used{plain_word(map.outcome), plain_word(map.client)};
    for (const std::string& column : map.groups) used.insert(plain_word(column));
    for (const MapFeature& feature : map.features) used.insert(plain_word(feature.column));
    for (const auto& [column, why] : map.left_out) used.insert(plain_word(column));
    std::vector<std::string> unused;
    for (const std::string& column : table.columns)
        if (!used.contains(plain_word(column))) unused.push_back(column);
    if (!unused.empty()) notes.push_back(fmt::format("columns the map does not speak of: {}", fmt::join(unused, ", ")));
}

} // namespace

double DealSet::base_rate() const {
    return static_cast<double>(std::ranges::count(won, 1)) / static_cast<double>(won.size());
}

DealSet gather_deals(const CsvTable& table, const DealMap& map) {
    DealSet deals;
    const std::vector<std::size_t> rows = decided_rows(table, map, deals);
    check_enough(table, map, deals);
    if (deals.undecided > 0)
        deals.notes.push_back(fmt::format("{} rows are neither won nor lost and were left out", deals.undecided));
    deals.weights.push_back({find_mechanism("leaning")->direction, 0, intercept_deviation, false});
    deals.places.push_back({});
    deals.covariates.resize(rows.size());
    for (std::size_t f = 0; f < map.features.size(); ++f) {
        const MapFeature& feature = map.features[f];
        FeatureReader reader(feature, column_of(table, feature.column, "a feature"),
                             static_cast<int>(deals.weights.size()));
        add_weights(feature, static_cast<int>(f), deals);
        for (std::size_t i = 0; i < rows.size(); ++i) reader.read(table.rows[rows[i]], deals.covariates[i]);
        reader.tell(deals.notes);
    }
    for (const Covariates& covariates : deals.covariates)
        for (const auto& [weight, amount] : covariates) deals.places[static_cast<std::size_t>(weight)].deals += 1;
    deals.groupings.push_back(map.client.empty() ? each_by_itself(rows.size()) : grouping_by(table, rows, map.client));
    for (const std::string& column : map.groups) deals.groupings.push_back(grouping_by(table, rows, column));
    tell_unused_columns(table, map, deals.notes);
    return deals;
}

Covariates described_deal(const CsvTable& table, const DealMap& map, const std::vector<CellWord>& cells) {
    Covariates covariates;
    std::set<std::string> left;
    for (const auto& [column, word] : cells) left.insert(plain_word(column));
    int weight = 1;
    for (const MapFeature& feature : map.features) {
        FeatureReader reader(feature, column_of(table, feature.column, "a feature"), weight);
        weight += feature.number ? 1 : static_cast<int>(feature.levels.size()) - 1;
        for (const auto& [column, word] : cells) {
            if (plain_word(column) != plain_word(feature.column)) continue;
            left.erase(plain_word(column));
            reader.read(std::vector<std::string>(table.columns.size(), word), covariates);
            if (!reader.understood_all())
                throw UserError(fmt::format("--deal {}={} (the map knows no such word of this column); write one of "
                                            "its words",
                                            column, word));
        }
    }
    if (!left.empty())
        throw UserError(fmt::format("--deal {} (the map has no feature of this column); name a column of a [[feature]]",
                                    *left.begin()));
    return covariates;
}

} // namespace assent
