// From drawn graphs to scenarios that can be played.
#include "model/compile.hpp"
#include "model/user_error.hpp"
#include "scenario/import_graph.hpp"
#include "scenario/reader.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <sys/wait.h>

namespace assent {
namespace {

const std::filesystem::path graphs = std::filesystem::path(ASSENT_SOURCE_DIR) / "tests/data/graphs";

GraphImport imported(const std::string& name) {
    std::ifstream in(graphs / name, std::ios::binary);
    REQUIRE(in);
    return import_graph(name.ends_with(".dot") ? read_dot(in) : read_graphml(in), name);
}

bool has_note(const GraphImport& result, const std::string& part) {
    return std::any_of(result.notes.begin(), result.notes.end(),
                       [&part](const std::string& note) { return note.find(part) != std::string::npos; });
}

const Stakeholder& member(const Model& model, const std::string& id) {
    const int index = model.centre.find(id);
    REQUIRE(index >= 0);
    return model.centre.stakeholder(index);
}

/// The link between two members, from who influences to who is influenced.
const Link* link_between(const Model& model, const std::string& from, const std::string& to) {
    for (const auto& edge : model.centre.links())
        if (model.centre.stakeholder(edge.from).id == from && model.centre.stakeholder(edge.to).id == to)
            return edge.link;
    return nullptr;
}

/// The scenario passes the checks without a warning other than isolation, compiles, and survives its own text.
void check_playable(const Model& model) {
    const std::string text = dump_scenario(model);
    const Reading reading = read_scenario_text(text, "imported", ".");
    for (const Problem& problem : reading.problems) {
        INFO(problem.text());
        CHECK(problem.severity == Problem::Severity::warning);
        CHECK(problem.text().find("isolated") != std::string::npos);
    }
    REQUIRE(reading.ok());
    CHECK(dump_scenario(reading.model) == text);
    CHECK(compile(reading.model).n_member == model.centre.size());
}

struct Ending {
    int code;
    std::string text; ///< of stdout or stderr
};

Ending ending_of(const std::string& arguments) {
    const std::string command = std::string(ASSENT_BINARY) + " " + arguments;
    std::FILE* pipe = popen(command.c_str(), "r");
    REQUIRE(pipe != nullptr);
    std::string text;
    std::array<char, 4096> block{};
    for (std::size_t count = 0; (count = std::fread(block.data(), 1, block.size(), pipe)) > 0;)
        text.append(block.data(), count);
    const int status = pclose(pipe);
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, text};
}

std::string quoted(const std::filesystem::path& path) { return "'" + path.string() + "'"; }

} // namespace

TEST_CASE("every shipped graph that holds somebody becomes a playable scenario") {
    for (const char* name : {"centre.graphml", "yed.graphml", "team.dot", "friends.dot"}) {
        CAPTURE(name);
        check_playable(imported(name).model);
    }
}

TEST_CASE("GraphML: attributes in any spelling, CRM roles, ratings, shares on a scale of ten") {
    const GraphImport result = imported("centre.graphml");
    const Stakeholder& boss = member(result.model, "boss");
    CHECK(boss.name == "Б. Мөнхбаяр");
    CHECK(boss.title == "CEO");
    CHECK(boss.roles == std::vector{Role::decision_maker});
    CHECK(boss.authority.a == doctest::Approx(0.9));
    CHECK(boss.support == Support::supporter);
    CHECK_FALSE(boss.veto);
    CHECK(boss.expertise.kind == Number::Kind::unknown);

    const Stakeholder& money = member(result.model, "money");
    CHECK(money.name == "Dolores & \"Lola\" Ruiz");
    CHECK(money.roles == std::vector{Role::economic_buyer});
    CHECK(money.support == Support::non_supporter);
    REQUIRE(money.objections.size() == 2);
    CHECK(money.objections[1].topic == "roi");

    const Stakeholder& it = member(result.model, "it");
    CHECK(it.roles == std::vector{Role::technical_buyer, Role::user});
    CHECK(it.veto);
    CHECK(it.expertise.a == 0.75);

    CHECK(has_note(result, "influence of at most 9 divided by 10"));
    CHECK(has_note(result, "guessed: economic_buyer for \"Finance director\""));
    CHECK(has_note(result, "without a meaning here, left out: shoesize"));
    CHECK(has_note(result, "not understood, left out: objection = weather"));
    CHECK(has_note(result, "are \"unknown\""));
    CHECK_FALSE(has_note(result, "no objections told"));
}

TEST_CASE("GraphML: doubles merged, loops dropped, negative weights are conflicts, who reports is influenced") {
    const GraphImport result = imported("centre.graphml");
    REQUIRE(result.model.centre.link_count() == 3);
    CHECK(link_between(result.model, "money", "boss")->strength.a == doctest::Approx(1.2));
    REQUIRE(link_between(result.model, "boss", "it") != nullptr);
    CHECK(link_between(result.model, "boss", "it")->kind == LinkKind::reports_to);
    CHECK(link_between(result.model, "it", "money")->kind == LinkKind::conflict);
    CHECK(link_between(result.model, "it", "money")->strength.a == 0.5);
    CHECK(has_note(result, "1 edge from a member to himself left out"));
    CHECK(has_note(result, "1 edge between the same two members merged"));
}

TEST_CASE("yEd: labels of two lines are name and title, groups departments, edge labels strength or kind") {
    const Model model = imported("yed.graphml").model;
    REQUIRE(model.centre.size() == 3);
    CHECK(model.centre.stakeholder(0).name == "Г. Өлзийжаргал");
    CHECK(model.centre.stakeholder(0).title == "CFO, Finance");
    CHECK(model.centre.stakeholder(0).roles == std::vector{Role::economic_buyer});
    CHECK(model.centre.stakeholder(1).roles == std::vector{Role::decision_maker});
    CHECK(model.centre.stakeholder(2).roles == std::vector{Role::gatekeeper});
    CHECK(model.centre.stakeholder(2).id == "reception");
    REQUIRE(model.centre.link_count() == 2);
    CHECK(model.centre.links()[0].link->strength.a == 2);
    CHECK(model.centre.links()[1].link->kind == LinkKind::reports_to);
    CHECK(model.centre.links()[1].from == 1);
}

TEST_CASE("DOT: shares in words and percent, groups unfolded, HTML labels, kinds in the words of people") {
    const GraphImport result = imported("team.dot");
    const Model& model = result.model;
    REQUIRE(model.centre.size() == 5);
    CHECK(model.centre.stakeholder(0).id == "ceo"); // in the order of the file
    CHECK(model.centre.stakeholder(0).authority.a == 0.75);
    CHECK(model.centre.stakeholder(0).title == "CEO");
    CHECK(member(model, "cfo").authority.a == doctest::Approx(0.8));
    CHECK(member(model, "cfo").support == Support::non_supporter);
    CHECK(member(model, "head_of_marketing").support == Support::mentor);
    CHECK(member(model, "procurement").roles == std::vector{Role::legal_procurement});
    CHECK(member(model, "security").name.find("Anna") == 0);
    CHECK(member(model, "security").veto);
    CHECK(link_between(model, "cfo", "ceo")->strength.a == 2);
    CHECK(link_between(model, "ceo", "head_of_marketing")->strength.a == 1);
    CHECK(link_between(model, "cfo", "procurement")->kind == LinkKind::reports_to);
    CHECK(link_between(model, "head_of_marketing", "procurement")->kind == LinkKind::informal);
    CHECK(link_between(model, "security", "procurement")->kind == LinkKind::conflict);
    CHECK(has_note(result, "not understood, left out: support = ?"));
}

TEST_CASE("DOT: an undirected friendship goes both ways") {
    const GraphImport result = imported("friends.dot");
    CHECK(result.model.centre.link_count() == 4);
    CHECK(link_between(result.model, "bert", "anna") != nullptr);
    CHECK(link_between(result.model, "carla", "bert")->strength.a == 2); // drawn twice
    CHECK(has_note(result, "3 members without a role"));
}

TEST_CASE("ids: unique, short, and never a word that means others") {
    GraphFile file;
    file.vertices = {{{"id", "n0"}, {"label", "Anna B."}},
                     {{"id", "n1"}, {"label", "anna b"}},
                     {{"id", "all"}},
                     {{"id", "***"}},
                     {{"id", std::string(100'000, 'x')}},
                     {{"id", "Үүрцайх"}}};
    const Model model = import_graph(file, "test").model;
    std::vector<std::string> ids;
    for (int index = 0; index < model.centre.size(); ++index) ids.push_back(model.centre.stakeholder(index).id);
    CHECK(ids[0] == "anna_b");
    CHECK(ids[1] == "anna_b_2");
    CHECK(ids[2] == "person_all");
    CHECK(ids[3] == "person");
    CHECK(ids[4].size() == 40);
    CHECK(ids[5] == "Үүрцайх");
    check_playable(model);
}

TEST_CASE("values that mislead: NaN, infinity, negative, huge, control characters") {
    GraphFile file;
    file.vertices = {{{"id", "a"}, {"authority", "nan"}, {"expertise", "-1"}, {"patience", "1e999"}},
                     {{"id", "b"}, {"authority", "inf"}, {"name", "x\n# y\x01"}, {"role", "wizard\nformat = 2"}},
                     {{"id", "c"}, {"authority", "50"}}};
    file.edges = {{0, 1, {{"weight", "1e300"}}}, {1, 2, {{"weight", "0"}, {"kind", "magic"}}}};
    const GraphImport result = import_graph(file, "test");
    for (const std::string& note : result.notes)
        CHECK(note.find('\n') == std::string::npos); // notes become comments of the scenario
    CHECK(member(result.model, "a").authority.kind == Number::Kind::unknown);
    CHECK(member(result.model, "a").expertise.kind == Number::Kind::unknown);
    CHECK(member(result.model, "c").authority.a == doctest::Approx(0.5));
    CHECK(member(result.model, "b").name == "x # y");
    CHECK(has_note(result, "kind = magic"));
    check_playable(result.model);
}

TEST_CASE("nobody, and more than there may be") {
    CHECK_THROWS_WITH_AS(import_graph(GraphFile{}, "x.dot"),
                         "x.dot: there is nobody in the graph; a buying centre has members", UserError);
    GraphFile crowd;
    crowd.vertices.resize(Limits::stakeholders + 1);
    CHECK_THROWS_AS(import_graph(crowd, "x.dot"), UserError);
}

TEST_CASE("the command writes a scenario to stdout and its guesses to stderr") {
    const Ending out = ending_of("import dot " + quoted(graphs / "team.dot") + " 2>/dev/null");
    CHECK(out.code == 0);
    CHECK(out.text.starts_with("# Written by `assent import`"));
    CHECK(read_scenario_text(out.text, "imported", ".").ok());
    const Ending notes = ending_of("import dot " + quoted(graphs / "team.dot") + " 2>&1 >/dev/null");
    CHECK(notes.text.find(": note: weight of at most 20 divided by 10\n") != std::string::npos);
    const Ending piped = ending_of("import graphml - 2>/dev/null < " + quoted(graphs / "yed.graphml"));
    CHECK(piped.code == 0);
    CHECK(piped.text.find("\"Г. Өлзийжаргал\"") != std::string::npos);
}

TEST_CASE("the command refuses what it cannot read with exit code 2 and the reason") {
    const auto refused = [](const std::string& arguments) {
        const Ending ending = ending_of("import " + arguments + " 2>&1 >/dev/null");
        CHECK(ending.code == 2);
        return ending.text;
    };
    CHECK(refused("graphml " + quoted(graphs / "broken.graphml")).find("GraphML: line 4: ") != std::string::npos);
    CHECK(refused("dot " + quoted(graphs / "broken.dot")).find("DOT: ") != std::string::npos);
    CHECK(refused("dot " + quoted(graphs / "nobody.dot")).find("nobody in the graph") != std::string::npos);
    CHECK(refused("graphml " + quoted(graphs / "nobody.graphml")).find("nobody in the graph") != std::string::npos);
    CHECK(refused("graphml " + quoted(graphs / "none.graphml")).find("cannot be opened") != std::string::npos);
    CHECK(refused("graphml " + quoted(graphs)).find(graphs.string()) != std::string::npos);
    CHECK(refused("graphml /dev/zero").find("bytes, at most") != std::string::npos);
    CHECK_FALSE(refused("pptx x").empty());
    CHECK_FALSE(refused("").empty());
}

TEST_CASE("x and y of everybody become places in pictures, and of some only nothing") {
    const auto people = [](const std::string& last_y) {
        std::istringstream file("digraph { a [x=10, y=\"-5\"]; b [x=30, y=5]; c [x=20, y=\"" + last_y +
                                "\"]; a -> b; b -> c }");
        return import_people(read_dot(file), "made.dot");
    };
    const GraphImport drawn = people("15");
    CHECK(member(drawn.model, "a").place == DrawnPlace{0, 0});
    CHECK(member(drawn.model, "b").place == DrawnPlace{1, 0.5});
    CHECK(member(drawn.model, "c").place == DrawnPlace{0.5, 1});
    CHECK(has_note(drawn, "places in pictures as drawn"));
    for (const char* none : {"", "high", "nan"}) {
        const GraphImport half = people(none);
        CHECK_FALSE(member(half.model, "a").place);
        CHECK_FALSE(has_note(half, "places"));
    }
}

} // namespace assent
