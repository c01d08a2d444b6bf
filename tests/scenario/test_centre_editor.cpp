// A scenario edited in its text: what was written stays, what is wrong is refused, every step can be undone.
#include "scenario/centre_editor.hpp"

#include "model/user_error.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

using namespace assent;

namespace {

const std::filesystem::path scenarios = std::filesystem::path(ASSENT_SOURCE_DIR) / "scenarios";

std::string file_text(const std::filesystem::path& path) {
    std::ostringstream text;
    text << std::ifstream(path).rdbuf();
    return text.str();
}

std::multiset<std::string> comments_of(const std::string& text) {
    std::multiset<std::string> comments;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);)
        if (const std::size_t at = line.find("# "); at != std::string::npos) comments.insert(line.substr(at));
    return comments;
}

int member_of(const Model& model, const std::string& id) {
    for (int member = 0; member < model.centre.size(); ++member)
        if (model.centre.stakeholder(member).id == id) return member;
    FAIL("no member " << id);
    return -1;
}

} // namespace

TEST_CASE("A number is changed in its place, and nothing else of the file is") {
    CentreEditor editor(scenarios / "three-heads.toml");
    const std::string before = editor.text();
    const int cfo = member_of(editor.model(), "cfo");
    editor.set_number(cfo, "authority", 0.9);
    CHECK(editor.model().centre.stakeholder(cfo).authority.a == doctest::Approx(0.9));
    CHECK(comments_of(editor.text()) == comments_of(before));
    std::string expected = before;
    const std::size_t place = expected.find("authority = 0.7", expected.find("id = \"cfo\""));
    expected.replace(place, 15, "authority = 0.9");
    CHECK(editor.text() == expected);
    CHECK(editor.changed());
}

TEST_CASE("A key that was not there is added to its own table") {
    CentreEditor editor(scenarios / "three-heads.toml");
    for (const char* id : {"ceo", "cfo", "marketing"}) {
        const int member = member_of(editor.model(), id);
        editor.set_number(member, "patience", 3.5);
        CHECK(editor.model().centre.stakeholder(member).patience.a == doctest::Approx(3.5));
    }
    CHECK(comments_of(editor.text()) == comments_of(file_text(scenarios / "three-heads.toml")));
}

TEST_CASE("Objections come and go where their holder stands") {
    CentreEditor editor(scenarios / "three-heads.toml");
    const int ceo = member_of(editor.model(), "ceo");
    const auto doubts = [&] { return editor.model().centre.stakeholder(ceo).objections; };
    REQUIRE(doubts().size() == 1);
    editor.add_objection(ceo, "urgency", 0.3, 1.25);
    REQUIRE(doubts().size() == 2);
    CHECK(doubts()[1].topic == "urgency");
    CHECK(doubts()[1].weight.a == doctest::Approx(1.25));
    editor.set_objection(ceo, 1, "known", "false");
    CHECK_FALSE(doubts()[1].known);
    editor.remove_objection(ceo, 0);
    REQUIRE(doubts().size() == 1);
    CHECK(doubts()[0].topic == "urgency");
    CHECK(editor.model().centre.stakeholder(member_of(editor.model(), "cfo")).objections.size() == 2);
}

TEST_CASE("Links and members come and go") {
    CentreEditor editor(scenarios / "three-heads.toml");
    const int links = editor.model().centre.link_count(), people = editor.model().centre.size();
    editor.add_member("Б. Сараа", "Head of procurement", Role::legal_procurement);
    REQUIRE(editor.model().centre.size() == people + 1);
    CHECK(editor.model().centre.stakeholder(people).id == "head_of_procurement");
    CHECK(editor.model().centre.stakeholder(people).name == "Б. Сараа");
    editor.add_link(people, 0, LinkKind::informal, 0.5);
    editor.set_link(people, 0, 2);
    CHECK(editor.model().centre.link_count() == links + 1);
    editor.remove_link(people, 0);
    CHECK(editor.model().centre.link_count() == links);
    editor.add_link(people, 0, LinkKind::influence, 1);
    editor.remove_member(people);
    CHECK(editor.model().centre.size() == people);
    CHECK(editor.model().centre.link_count() == links);
}

TEST_CASE("What would be no scenario is refused with the reader's words, and nothing is changed") {
    CentreEditor editor(scenarios / "three-heads.toml");
    const std::string before = editor.text();
    CHECK_THROWS_WITH_AS(editor.set_number(0, "authority", 1.5),
                         doctest::Contains("authority = 1.5 (a weight must be in [0, 1])"), UserError);
    CHECK_THROWS_AS(editor.add_objection(0, "no such topic", 0.5, 1), UserError);
    CHECK_THROWS_AS(editor.set(0, "name", "\"unclosed"), UserError);
    CHECK_THROWS_AS(editor.add_link(0, 0, LinkKind::influence, 1), UserError);
    CHECK_THROWS_AS(editor.remove_link(2, 2), UserError);
    CHECK_THROWS_AS(editor.remove_objection(0, 7), UserError);
    CHECK(editor.text() == before);
    CHECK_FALSE(editor.can_undo());
}

TEST_CASE("A member whom a rule names is not removed") {
    CentreEditor editor(scenarios / "three-heads.toml");
    const std::string before = editor.text();
    int refused = 0;
    for (int member = editor.model().centre.size() - 1; member >= 0; --member) {
        try {
            editor.remove_member(member);
            editor.undo();
        } catch (const UserError&) {
            ++refused;
        }
    }
    CHECK(refused > 0);
    CHECK(editor.text() == before);
}

TEST_CASE("Every step can be undone and done again") {
    CentreEditor editor(scenarios / "blue-sky.toml");
    std::vector<std::string> texts{editor.text()};
    const auto keep = [&] { texts.push_back(editor.text()); };
    editor.set_number(0, "authority", 0.123), keep();
    editor.add_objection(1, "price", 0.5, 1), keep();
    editor.set_text(0, "title", "A \"quoted\" title\nwith # a line"), keep();
    for (std::size_t step = texts.size() - 1; step > 0; --step) {
        CHECK(editor.undo());
        CHECK(editor.text() == texts[step - 1]);
    }
    CHECK_FALSE(editor.undo());
    CHECK_FALSE(editor.changed());
    for (std::size_t step = 1; step < texts.size(); ++step) {
        CHECK(editor.redo());
        CHECK(editor.text() == texts[step]);
    }
    CHECK_FALSE(editor.redo());
}

TEST_CASE("All shipped companies can be edited and keep their comments") {
    for (const auto& entry : std::filesystem::directory_iterator(scenarios)) {
        if (entry.path().extension() != ".toml") continue;
        CAPTURE(entry.path().string());
        CentreEditor editor(entry.path());
        const std::string before = editor.text();
        for (int member = 0; member < editor.model().centre.size(); ++member) {
            editor.set_number(member, "accessibility", 0.4375);
            CHECK(editor.model().centre.stakeholder(member).accessibility.a == doctest::Approx(0.4375));
            editor.add_objection(member, "price", 0.25, 0.5);
        }
        CHECK(comments_of(editor.text()).size() >=
              comments_of(before).size() - std::size_t(editor.model().centre.size()));
        for (int member = 0; member < editor.model().centre.size(); ++member)
            editor.remove_objection(member, int(editor.model().centre.stakeholder(member).objections.size()) - 1);
    }
}

TEST_CASE("What stands in an included file is not touched") {
    const std::filesystem::path folder = std::filesystem::temp_directory_path() / "assent-test-centre-editor";
    std::filesystem::create_directories(folder);
    std::ofstream(folder / "base.toml") << file_text(scenarios / "three-heads.toml");
    std::ofstream(folder / "over.toml") << "format = 1\ninclude = [\"base.toml\"]\n[company]\nneed = 0.5\n";
    CentreEditor editor(folder / "over.toml");
    CHECK_THROWS_WITH_AS(editor.set_number(0, "authority", 0.5),
                         doctest::Contains("stands in a file that this one includes"), UserError);
    std::filesystem::remove_all(folder);
}

TEST_CASE("People are put into places, which are taken off again, and comments stay") {
    CentreEditor editor(scenarios / "three-heads.toml");
    const std::string before = editor.text();
    const auto place = [&](int member) { return editor.model().centre.stakeholder(member).place; };
    editor.set_place(0, {0.12345, 1.5});
    CHECK(place(0) == DrawnPlace{0.123, 1});
    CHECK(editor.text().find("place = [0.123, 1.0]\n") != std::string::npos);
    editor.set_place(1, {0.25, 0.5});
    editor.set_place(1, {0.3, 0.5}, true); // goes on: one step with the one before
    editor.set_place(1, {0.35, 0.5}, true);
    CHECK(place(1) == DrawnPlace{0.35, 0.5});
    CHECK(comments_of(editor.text()) == comments_of(before));
    editor.undo();
    CHECK_FALSE(place(1));
    editor.redo();
    editor.lay_out_anew();
    CHECK(editor.text() == before);
    editor.undo();
    CHECK(place(0) == DrawnPlace{0.123, 1});
    editor.lay_out_anew();
    editor.lay_out_anew(); // nothing to take off, nothing to undo
    editor.undo();
    CHECK(place(1) == DrawnPlace{0.35, 0.5});
}

TEST_CASE("Places written in braces are taken off too, wherever they stand among the keys") {
    for (const auto& [with, without] : {std::pair("{ place = [0.1, 0.2], x = 1 }", "{ x = 1 }"),
                                        std::pair("{ x = 1, place = [0.1, 0.2] }", "{ x = 1 }"),
                                        std::pair("{ x = 1, place = [0.1, 0.2], y = 2 }", "{ x = 1, y = 2 }"),
                                        std::pair("{ place = [0.1, 0.2] }", "{ }")}) {
        TomlText toml(std::string("people = [") + with + "]\n", "made.toml");
        toml.erase({"people", 0, "place"});
        CHECK(toml.text() == std::string("people = [") + without + "]\n");
    }
}

TEST_CASE("A file that another program has written since is noticed, and can be gone over to") {
    const std::filesystem::path folder = std::filesystem::temp_directory_path() / "assent-test-centre-editor-2";
    std::filesystem::create_directories(folder);
    const std::string text = file_text(scenarios / "three-heads.toml");
    std::ofstream(folder / "mine.toml") << text;
    CentreEditor editor(folder / "mine.toml");
    CHECK_FALSE(editor.overtaken());
    editor.set_number(0, "authority", 0.5);
    CHECK_FALSE(editor.overtaken());
    const std::string mine = editor.text();
    std::ofstream(folder / "mine.toml") << text + "# theirs\n";
    CHECK(editor.overtaken());
    editor.reread();
    CHECK_FALSE(editor.overtaken());
    CHECK_FALSE(editor.changed());
    CHECK(editor.text() == text + "# theirs\n");
    editor.undo();
    CHECK(editor.text() == mine);
    CHECK(editor.changed());
    std::ofstream(folder / "mine.toml") << "broken = ";
    CHECK_THROWS_AS(editor.reread(), UserError);
    CHECK(editor.text() == mine);
    std::filesystem::remove_all(folder);
    CHECK_FALSE(editor.overtaken()); // gone: nothing would be written over
}
