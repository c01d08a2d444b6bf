// `assent run` in all its forms, and the verbs that tell more about a run.
#include "worlds/shell.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

namespace assent {
namespace {

using worlds::content_of;
using worlds::Ran;
using worlds::Scratch;
using worlds::shell;

/// Cells of a CSV line as RFC 4180 has it.
std::vector<std::string> cells(const std::string& line) {
    std::vector<std::string> found(1);
    bool quoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '"' && quoted && i + 1 < line.size() && line[i + 1] == '"')
            found.back() += line[++i];
        else if (line[i] == '"')
            quoted = !quoted;
        else if (line[i] == ',' && !quoted)
            found.emplace_back();
        else
            found.back() += line[i];
    }
    return found;
}

std::vector<std::vector<std::string>> csv(const std::string& text) {
    std::vector<std::vector<std::string>> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) {
        REQUIRE(line.ends_with('\r'));
        line.pop_back();
        lines.push_back(cells(line));
    }
    return lines;
}

std::size_t column(const std::vector<std::vector<std::string>>& lines, const std::string& heading) {
    const auto found = std::ranges::find(lines.at(0), heading);
    REQUIRE(found != lines[0].end());
    return static_cast<std::size_t>(found - lines[0].begin());
}

nlohmann::json json(const std::string& text) { return nlohmann::json::parse(text); }

} // namespace

TEST_CASE("CSV: one line a strategy, as many cells as headings, best first") {
    const Ran ran = shell("$assent run three-heads.toml --replicates 1000 --format csv");
    const auto lines = csv(ran.out);
    REQUIRE(lines.size() == 5);
    for (const auto& line : lines) CHECK(line.size() == lines[0].size());
    const std::size_t rate = column(lines, "p_win");
    for (std::size_t i = 1; i < lines.size(); ++i) {
        CHECK(lines[i][column(lines, "rank")] == std::to_string(i));
        CHECK(lines[i][column(lines, "replicates")] == "1000");
        if (i > 1) CHECK(std::stod(lines[i - 1][rate]) >= std::stod(lines[i][rate]));
    }
}

TEST_CASE("JSON: the same figures as the CSV, with names, seed and signature") {
    const auto lines = csv(shell("$assent run three-heads.toml --replicates 1000 --seed 7 --format csv").out);
    const nlohmann::json result =
        json(shell("$assent run three-heads.toml --replicates 1000 --seed 7 --format json").out);
    CHECK(result["seed"] == 7);
    CHECK(result["replicates"] == 1000);
    CHECK(result["signature"] == lines[1][column(lines, "signature")]);
    REQUIRE(result["strategies"].size() == 4);
    for (std::size_t i = 0; i < 4; ++i) {
        const nlohmann::json& strategy = result["strategies"][i];
        CHECK(strategy["id"] == lines[i + 1][column(lines, "strategy")]);
        CHECK(strategy["win_rate"]["estimate"] == std::stod(lines[i + 1][column(lines, "p_win")]));
        CHECK(strategy["difference_to_best"]["low"] == std::stod(lines[i + 1][column(lines, "delta_p_win_low")]));
        std::int64_t reasons = 0;
        for (const nlohmann::json& reason : strategy["loss_reasons"]) reasons += reason["count"].get<std::int64_t>();
        CHECK(reasons == 1000 - strategy["outcomes"]["won"].get<std::int64_t>());
    }
}

TEST_CASE("results do not depend on the number of threads: CSV and every single row") {
    const Scratch scratch;
    const auto play = [&](int threads) {
        const std::string rows = scratch / ("rows" + std::to_string(threads));
        const Ran ran = shell("$assent run three-heads.toml --replicates 1500 --format csv --threads " +
                              std::to_string(threads) + " --rows '" + rows + "'");
        CHECK(ran.code == 0);
        return ran.out + content_of(rows);
    };
    const std::string expected = play(1);
    for (const int threads : {2, 3, 5, 8, 16}) {
        CAPTURE(threads);
        CHECK(play(threads) == expected);
    }
}

TEST_CASE("rows: every deal of every strategy, in words") {
    const Scratch scratch;
    const std::string path = scratch / "rows.csv";
    const Ran ran =
        shell("$assent run three-heads.toml --replicates 300 --strategy within_budget --strategy remind_weekly "
              "--format json --rows '" +
              path + "'");
    const auto lines = csv(content_of(path));
    REQUIRE(lines.size() == 601);
    const std::size_t outcome = column(lines, "outcome"), strategy = column(lines, "strategy");
    std::int64_t won = 0;
    for (const auto& line : lines) {
        CHECK(line.size() == lines[0].size());
        won += line[strategy] == "within_budget" && line[outcome] == "won" ? 1 : 0;
    }
    const nlohmann::json result = json(ran.out);
    for (const nlohmann::json& standing : result["strategies"])
        if (standing["id"] == "within_budget") CHECK(standing["outcomes"]["won"] == won);
    CHECK(lines[1][column(lines, "replicate")] == "0");
    CHECK(lines[256][column(lines, "replicate")] == "255");
    CHECK(lines[257][column(lines, "strategy")] == "remind_weekly");
}

TEST_CASE("--precision stops when every half-width is there") {
    const nlohmann::json result = json(shell("$assent run three-heads.toml --precision 0.01 --format json").out);
    CHECK(result["replicates"].get<int>() % 4096 == 0);
    for (const nlohmann::json& standing : result["strategies"])
        CHECK(standing["win_rate"]["high"].get<double>() - standing["win_rate"]["low"].get<double>() <= 0.02);
}

TEST_CASE("the table names every strategy and says in words what wins") {
    const std::string text = shell("$assent run three-heads.toml --replicates 5000").out;
    for (const std::string part : {"Keep calling", "Turn the one who doubts", "Why deals are not won",
                                   "wins most often", "What the model cannot know", "p10/p50/p90", "Lost to"})
        CHECK(text.find(part) != std::string::npos);
}

TEST_CASE("a single deal: nothing breaks, nothing is claimed") {
    const Ran ran = shell("$assent run three-heads.toml --replicates 1");
    CHECK(ran.code == 0);
    CHECK(ran.out.find(" nan") == std::string::npos);
    CHECK(ran.out.find(" inf") == std::string::npos);
    CHECK(ran.out.find("1 deal with each of 4 strategies") != std::string::npos);
    const nlohmann::json result = json(shell("$assent run three-heads.toml --replicates 1 --format json").out);
    CHECK(result["strategies"][0]["value_per_hour"]["low"].is_null());
}

TEST_CASE("strategies are sorted by what --rank-by names, and all figures stay those of the same deals") {
    const std::string call = "$assent run blue-sky.toml --replicates 2000 --format csv --rank-by ";
    const auto by_wins = csv(shell(call + "win").out);
    for (const auto& [measure, heading] : {std::pair{"win", "p_win"},
                                           {"margin", "margin_per_deal_mean"},
                                           {"value_per_hour", "value_per_hour"},
                                           {"lifetime", "lifetime_value_mean"}}) {
        CAPTURE(measure);
        const auto lines = csv(shell(call + measure).out);
        REQUIRE(lines.size() == by_wins.size());
        const std::size_t place = column(lines, heading), gap = column(lines, "gap_to_best");
        for (std::size_t i = 2; i < lines.size(); ++i)
            CHECK(std::stod(lines[i - 1][place]) >= std::stod(lines[i][place]));
        CHECK(std::stod(lines[1][gap]) == 0);
        CHECK(std::stod(lines[2][gap]) <= 0);
        CHECK(lines[1][column(lines, "rank_by")] == measure);
        CHECK(lines[1][column(lines, "signature")] == by_wins[1][column(by_wins, "signature")]);
    }
    const Ran wrong = shell("$assent run blue-sky.toml --rank-by money");
    CHECK(wrong.code == 2);
    CHECK(wrong.err.find("--rank-by: money not in") != std::string::npos);
}

TEST_CASE("the report is one file with the run in it") {
    const Scratch scratch;
    const std::string path = scratch / "report.html";
    CHECK(shell("$assent run three-heads.toml --replicates 500 --report '" + path + "'").code == 0);
    const std::string page = content_of(path);
    CHECK(page.size() > 20'000);
    CHECK(page.find("Turn the one who doubts") != std::string::npos);
}

TEST_CASE("trace tells a won deal, a failed one, an undecided one, and any one by its number") {
    const std::string call = "$assent trace three-heads.toml --strategy turn_the_doubter --replicate ";
    CHECK(shell(call + "win").out.find("The deal was won.") != std::string::npos);
    CHECK(shell(call + "loss").out.find("The deal was won.") == std::string::npos);
    CHECK(shell(call + "none").out.find("The client decided nothing") != std::string::npos);
    const Ran first = shell(call + "0"), again = shell(call + "0");
    CHECK(first.code == 0);
    CHECK(first.out == again.out);
    CHECK(first.out.find("deal 0 of seed 1") != std::string::npos);
    CHECK(first.out != shell(call + "0 --seed 2").out);
}

TEST_CASE("why ranks changes, as table, CSV and JSON") {
    const std::string call = "$assent why three-heads.toml --strategy turn_the_doubter --replicates 1000";
    const Ran table = shell(call + " --top 3");
    CHECK(table.code == 0);
    CHECK(table.out.find("Whose mind it hangs on") != std::string::npos);
    const auto lines = csv(shell(call + " --format csv").out);
    const nlohmann::json result = json(shell(call + " --format json").out);
    CHECK(result["changes"].size() == lines.size() - 1);
    CHECK(result["changes"][0]["words"] == lines[1][column(lines, "words")]);
    const std::size_t gain = column(lines, "delta_p_win");
    for (std::size_t i = 2; i < lines.size(); ++i) CHECK(std::stod(lines[i - 1][gain]) >= std::stod(lines[i][gain]));
}

TEST_CASE("explain shows names beside the indices that the kernel knows") {
    const std::string text = shell("$assent explain three-heads.toml").out;
    for (const std::string part : {"member 0", "strategy 3", "topic ", "KiB", "Finance director", "hidden",
                                   "1. Whenever hours allow: introduce ourselves", "uncertain"})
        CHECK(text.find(part) != std::string::npos);
}

TEST_CASE("every shipped scenario runs and is explained") {
    for (const auto& entry : std::filesystem::directory_iterator(ASSENT_SOURCE_DIR "/scenarios")) {
        if (entry.path().extension() != ".toml") continue;
        const std::string file = "'" + entry.path().string() + "'";
        CAPTURE(file);
        CHECK(shell("$assent run " + file + " --replicates 200").code == 0);
        CHECK(shell("$assent explain " + file).code == 0);
    }
}

} // namespace assent
