#include "report/csv.hpp"

#include "experiment/intervals.hpp"
#include "model/words.hpp"
#include "report/csv_line.hpp"
#include "report/data_words.hpp"
#include "report/rule_words.hpp"

#include <cmath>
#include <fmt/format.h>

namespace assent {
namespace {

using Line = CsvLine;

double binomial_error(const Interval& share, std::int64_t trials) {
    return trials > 0 ? std::sqrt(share.estimate * (1 - share.estimate) / static_cast<double>(trials)) : 0;
}

void add_shares(Line& line, const RunResult& result, const StrategyStanding& standing) {
    const StrategyTally& counted = result.counted(standing);
    line.interval("p_win", standing.win_rate);
    line.number("p_win_se", binomial_error(standing.win_rate, counted.replicates));
    line.interval("p_win_decided", standing.win_rate_decided);
    line.interval("delta_p_win", standing.difference);
    line.interval("gap_to_best", standing.gap);
    line.count("ties_with_best", standing.tied_with_best ? 1 : 0);
    line.interval("p_no_decision", standing.no_decision);
    line.interval("p_lost", standing.lost);
    line.interval("p_eliminated", standing.eliminated);
    for (std::size_t i = 0; i < counted.lost_to.size(); ++i) {
        const Alternative& alternative = result.model.alternatives[i];
        if (alternative.kind == Alternative::Kind::rival)
            line.number("p_lost_to_" + alternative.id,
                        static_cast<double>(counted.lost_to[i]) / static_cast<double>(counted.replicates));
    }
}

void add_weeks(Line& line, const StrategyTally& counted) {
    const auto& weeks = counted.weeks[static_cast<std::size_t>(Outcome::won)];
    const bool won = counted.price.count > 0;
    for (const int percent : {5, 10, 25, 50, 75, 90, 95})
        if (won)
            line.count(fmt::format("weeks_to_win_p{:02}", percent), week_quantile(weeks, percent / 100.0));
        else
            line.text(fmt::format("weeks_to_win_p{:02}", percent), "");
}

void add_money(Line& line, const StrategyStanding& standing, const StrategyTally& counted) {
    line.mean("price", standing.price, counted.price);
    line.mean("margin", standing.margin, counted.margin);
    line.mean("margin_per_deal", standing.margin_per_deal, counted.margin_of_all());
    line.mean("lifetime_value", standing.lifetime, counted.lifetime);
    line.mean("value", standing.value, counted.value);
    line.count("clients", counted.clients);
    line.interval("p_retained", standing.retained);
    for (int cause = 1; cause < churn_count; ++cause)
        line.count(fmt::format("left_{}", word(static_cast<Churn>(cause))), counted.churn[std::size_t(cause)]);
    line.mean("client_quarters", standing.client_quarters, counted.client_quarters);
    line.mean("satisfaction", standing.satisfaction, counted.satisfaction);
    line.mean("orders", standing.orders, counted.orders);
    line.mean("word_of_mouth", standing.word_of_mouth, counted.word_of_mouth);
    line.mean("client_value", standing.client_value, counted.client_value);
    line.mean("hours", standing.hours, counted.hours);
    const auto n = static_cast<double>(counted.replicates);
    for (std::size_t c = 0; c < channel_count; ++c)
        line.number(fmt::format("hours_{}_mean", word(static_cast<Channel>(c))), counted.hours_by_channel[c] / n);
    if (counted.hours.sum > 0)
        line.interval("value_per_hour", standing.value_per_hour);
    else
        for (const char* heading : {"value_per_hour", "value_per_hour_low", "value_per_hour_high"})
            line.text(heading, "");
}

void add_reasons(Line& line, const Model& model, const StrategyStanding& standing) {
    for (std::size_t i = 0; i < 3; ++i) {
        const bool present = i < standing.reasons.size();
        const LossReason reason = present ? standing.reasons[i] : LossReason{-1, -1, 0, {}};
        const std::string heading = fmt::format("loss_reason_{}", i + 1);
        line.text(heading, reason_id(model, reason.reason));
        line.text(heading + "_holder", member_id(model, reason.holder));
        if (present)
            line.number(heading + "_share", reason.share.estimate);
        else
            line.text(heading + "_share", "");
    }
}

} // namespace

std::string csv_text(std::string_view text) {
    std::string cell;
    if (!text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos) cell = "'";
    const bool quote = text.find_first_of(",\"\r\n") != std::string_view::npos;
    if (!quote) return cell.append(text);
    cell.insert(0, 1, '"');
    for (const char letter : text) cell.append(letter == '"' ? 2 : 1, letter);
    return cell + '"';
}

std::string csv_number(double number) { return std::isfinite(number) ? fmt::to_string(number) : std::string(); }

std::string ranking_csv(const RunResult& result) {
    std::string out;
    for (std::size_t place = 0; place < result.ranking.standings.size(); ++place) {
        const StrategyStanding& standing = result.ranking.standings[place];
        const StrategyTally& counted = result.counted(standing);
        Line line;
        line.count("rank", static_cast<std::int64_t>(place) + 1);
        line.text("strategy", result.strategy(standing).id);
        line.text("name", name_of(result.strategy(standing)));
        line.count("replicates", counted.replicates);
        for (std::size_t o = 0; o < outcome_count; ++o) line.count(word(static_cast<Outcome>(o)), counted.outcomes[o]);
        add_shares(line, result, standing);
        add_weeks(line, counted);
        add_money(line, standing, counted);
        add_reasons(line, result.model, standing);
        line.text("rank_by", word(result.ranking.measure));
        line.number("confidence", result.ranking.confidence);
        line.text("seed", fmt::to_string(result.tally.seed));
        line.text("signature", fmt::format("{:016x}", result.tally.signature));
        line.end(out);
    }
    return out;
}

std::string counterfactual_csv(const Model& model, const CounterfactualReport& report) {
    std::string out;
    for (const Counterfactual& change : report.changes) {
        Line line;
        line.text("strategy", model.strategies[static_cast<std::size_t>(report.strategy)].id);
        line.text("change", kind_id(change.kind));
        line.text("member", member_id(model, change.member));
        line.text("topic", changed_topic(model, change));
        const bool of_link = change.kind == Counterfactual::Kind::link_cut;
        line.text("influenced_by", of_link ? member_id(model, change.other) : std::string());
        const bool of_rule = change.kind == Counterfactual::Kind::rule_dropped;
        line.text("rule", of_rule ? fmt::to_string(change.other + 1) : std::string());
        line.interval("p_win", change.win_rate);
        line.interval("delta_p_win", change.difference);
        line.text("words", change_sentence(model, report.strategy, change));
        line.end(out);
    }
    return out;
}

namespace {

std::vector<std::string> ids_of(const Model& model, const std::vector<std::int32_t>& strategies) {
    std::vector<std::string> ids;
    for (const std::int32_t strategy : strategies)
        ids.push_back(model.strategies[static_cast<std::size_t>(strategy)].id);
    return ids;
}

} // namespace

RowsCsv::RowsCsv(const std::filesystem::path& path, const Model& model, const std::vector<std::int32_t>& strategies)
    : file_(path), cells_(ids_of(model, strategies), row_names(model)) {
    file_.write(deal_headings());
    file_.write(csv_end_of_line);
}

void RowsCsv::see(std::size_t strategy, std::span<const OutcomeRow> rows) {
    lines_.clear();
    for (const OutcomeRow& row : rows) {
        cells_.append(lines_, strategy, row);
        lines_ += csv_end_of_line;
    }
    file_.write(lines_);
}

} // namespace assent
