// Maps that are made: guessed from a table, and written as a file.
#include "calibration/deal_map.hpp"
#include "model/user_error.hpp"
#include "scenario/slot_text.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace assent {
namespace {

using Heads = std::initializer_list<std::string_view>;

/// A level needs so many deals to be told apart, and a column of words at most so many levels to be one.
constexpr std::size_t least_level_deals = 5, most_guessed_levels = 8;

int first_of(const CsvTable& table, Heads heads) {
    for (const std::string_view head : heads)
        if (const int place = table.find(head); place >= 0) return place;
    return -1;
}

/// Words of a column and how often each occurs, by its plain form; the spelling is the first that was seen.
struct WordCount {
    std::string word;
    std::size_t deals = 0;
};
std::vector<WordCount> words_of(const CsvTable& table, int column) {
    std::map<std::string, WordCount> counts;
    for (const auto& row : table.rows) {
        const std::string& cell = row[static_cast<std::size_t>(column)];
        WordCount& count = counts[plain_word(cell)];
        if (count.deals++ == 0) count.word = cell;
    }
    counts.erase("");
    std::vector<WordCount> list;
    for (auto& [plain, count] : counts) list.push_back(std::move(count));
    std::ranges::stable_sort(list, std::greater<>(), &WordCount::deals);
    return list;
}

std::vector<std::string> present(const std::vector<WordCount>& words, Heads wanted) {
    std::vector<std::string> found;
    for (const WordCount& count : words)
        if (std::ranges::find(wanted, plain_word(count.word)) != wanted.end()) found.push_back(count.word);
    return found;
}

/// Finds the first column of the field's names whose words tell won and lost.
void guess_outcome(const CsvTable& table, DealMap& map) {
    for (const std::string_view head : Heads{"opportunityresult", "iswon", "outcome", "result", "status", "dealstatus",
                                             "stage", "stagename", "dealstage", "salesstage"}) {
        const int place = table.find(head);
        if (place < 0) continue;
        const auto words = words_of(table, place);
        map.won = present(words, {"won", "closedwon", "win", "true", "1", "yes"});
        map.lost = present(words, {"lost", "closedlost", "loss", "false", "0", "no"});
        map.outcome = table.columns[static_cast<std::size_t>(place)];
        if (!map.won.empty() && !map.lost.empty()) return;
    }
    throw UserError(fmt::format("{}: no column tells won and lost deals (looked for Status, Stage, Opportunity Result, "
                                "IsWon and the like with words like Won and Lost); give a --map with an [outcome]",
                                table.name));
}

/// What a column of this name moves, when nothing else is said.
std::string_view guessed_mechanism(const std::string& column) {
    const std::string head = plain_word(column);
    const auto holds = [&](std::string_view part) { return head.find(part) != std::string::npos; };
    if (holds("compet") || holds("tender")) return "competitor";
    if (holds("budget") || holds("budgt")) return "budget";
    if (head == "client" || head == "type" || holds("existing") || holds("customertype")) return "trust";
    if (holds("need")) return "need";
    return "leaning";
}

void guess_feature(const CsvTable& table, int column, DealMap& map) {
    const auto words = words_of(table, column);
    MapFeature feature;
    for (const WordCount& count : words)
        if (count.deals >= least_level_deals) feature.levels.push_back({count.word, {count.word}, {}, {}});
    if (feature.levels.size() < 2 || words.size() > most_guessed_levels || map.features.size() == map_features_limit)
        return;
    feature.column = feature.name = table.columns[static_cast<std::size_t>(column)];
    feature.mechanism = find_mechanism(guessed_mechanism(feature.column));
    map.features.push_back(std::move(feature));
}

std::string list_text(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : ", ") + in_quotes(word);
    return "[" + text + "]";
}

std::string prior_text(const WeightPrior& prior) {
    return fmt::format("prior = [{}, {}]", prior.mean, prior.deviation);
}

std::string feature_text(const MapFeature& feature) {
    std::string text = fmt::format("\n[[feature]]\ncolumn = {}\nname = {}\nmoves = {}\n", in_quotes(feature.column),
                                   in_quotes(feature.name), in_quotes(feature.mechanism->name));
    if (feature.number)
        return text + fmt::format("number = {{ centre = {}, scale = {}, logarithm = {}, {} }}\n",
                                  feature.number->centre, feature.number->scale, feature.number->logarithm,
                                  prior_text(feature.number->prior));
    text += fmt::format("base = {}\notherwise = {}\n", in_quotes(feature.levels[feature.base].name),
                        in_quotes(feature.levels[feature.otherwise].name));
    for (const MapLevel& level : feature.levels) {
        text += fmt::format("    [[feature.level]]\n    name = {}\n    words = {}\n    {}\n", in_quotes(level.name),
                            list_text(level.words), prior_text(level.prior));
        if (level.published)
            text += fmt::format("    published = [{}, {}]\n", level.published->first, level.published->second);
    }
    return text;
}

} // namespace

DealMap guess_deal_map(const CsvTable& table) {
    DealMap map;
    map.title = "guessed from the names of the columns";
    guess_outcome(table, map);
    const int client = first_of(table, {"accountname", "account", "company", "companyname", "organization",
                                        "organisation", "dealorganization", "clientname", "customer", "customername"});
    if (client >= 0) map.client = table.columns[static_cast<std::size_t>(client)];
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        if (const int column = static_cast<int>(i); column != client && column != table.find(map.outcome))
            guess_feature(table, column, map);
    if (map.features.empty())
        throw UserError(fmt::format("{}: no column has from two to {} words that occur {} times each; give a --map",
                                    table.name, most_guessed_levels, least_level_deals));
    return map;
}

std::string deal_map_text(const DealMap& map) {
    std::string text =
        fmt::format("format = 1\ntitle = {}\n\n[outcome]\ncolumn = {}\nwon = {}\nlost = {}\n", in_quotes(map.title),
                    in_quotes(map.outcome), list_text(map.won), list_text(map.lost));
    text += "\n[groups]\n";
    if (!map.client.empty()) text += fmt::format("client = {}\n", in_quotes(map.client));
    text += fmt::format("also = {}\n", list_text(map.groups));
    if (!map.left_out.empty()) text += "\n[left_out]\n";
    for (const auto& [column, why] : map.left_out) text += fmt::format("{} = {}\n", key_text(column), in_quotes(why));
    for (const MapFeature& feature : map.features) text += feature_text(feature);
    return text;
}

} // namespace assent
