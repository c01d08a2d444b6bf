// The catalogue says everything that the window says, and its sentences have the places of the English ones.
#include "viewer/client.hpp"
#include "viewer/language.hpp"
#include "viewer/rehearsal_desk.hpp"

#include "experiment/told_replicate.hpp"
#include "model/model.hpp"
#include "rehearsal/move_problem.hpp"
#include "report/move_words.hpp"
#include "report/untold.hpp"
#include "training/lesson.hpp"
#include "training/level.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>

using namespace assent;
using namespace assent::viewer;

namespace {

const std::filesystem::path source = ASSENT_SOURCE_DIR;
const std::string catalogue = (source / "viewer/language/mn.po").string();

/// What a command of gettext writes; it must succeed.
std::string output(const std::string& command) {
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), [](FILE* open) {
        const int status = pclose(open);
        CHECK(status == 0);
        return status;
    });
    REQUIRE(pipe);
    std::string text;
    std::array<char, 4096> part{};
    for (std::size_t read = 0; (read = std::fread(part.data(), 1, part.size(), pipe.get())) > 0;)
        text.append(part.data(), read);
    return text;
}

/// The texts of a catalogue in the form of msgcat --no-wrap: English to translated, both as written there.
std::map<std::string, std::string> entries(const std::string& text) {
    std::map<std::string, std::string> result;
    std::string english, *last = nullptr;
    std::size_t begin = 0;
    for (std::size_t end = 0; (end = text.find('\n', begin)) != std::string::npos; begin = end + 1) {
        const std::string line = text.substr(begin, end - begin);
        const std::size_t quote = line.find('"');
        if (quote == std::string::npos || line.front() == '#') continue;
        if (line.starts_with("msgid ")) (last = &english)->clear();
        if (line.starts_with("msgstr ")) last = &result[english];
        REQUIRE(last != nullptr);
        *last += line.substr(quote + 1, line.size() - quote - 2);
    }
    result.erase(""); // the catalogue's header
    return result;
}

/// "{}", "{who}" … of a sentence, sorted: a translation may put them in another order when they have names.
std::vector<std::string> places(const std::string& sentence) {
    std::vector<std::string> result;
    for (std::size_t open = 0; (open = sentence.find('{', open)) != std::string::npos; ++open)
        result.push_back(sentence.substr(open, sentence.find('}', open) + 1 - open));
    std::ranges::sort(result);
    return result;
}

/// All that the sources mark.
std::map<std::string, std::string> marked() {
    return entries(
        output(fmt::format("cd '{}' && xgettext --c++ --from-code=UTF-8 --no-wrap --no-location --keyword "
                           "--keyword=tr --keyword=trf --keyword=tr_later --keyword=told --keyword=told_with "
                           "--keyword=to_tell --output=- viewer/*.cpp viewer/*.hpp sim/report/*.cpp sim/report/*.hpp",
                           source.string())));
}

/// What is told of the model, and what is shipped to train with.
std::vector<std::string> texts_of_data() {
    std::vector<std::string> texts{"inside test", "own material", "staff training"};
    for (const Topic& topic : Model::defaults().topics) texts.push_back(topic.name);
    for (auto kind = MoveProblem::Kind::decided; kind <= MoveProblem::Kind::deciding;
         kind = MoveProblem::Kind(int(kind) + 1))
        texts.emplace_back(short_reason(kind));
    for (const Lesson& lesson : load_lessons(source / "scenarios/lessons"))
        texts.insert(texts.end(), {lesson.title, lesson.before, lesson.after});
    for (const Level& level : load_levels(source / "scenarios/levels"))
        texts.insert(texts.end(), {level.title, level.about});
    return texts;
}

} // namespace

TEST_CASE("every text marked for translation has a Mongolian one, with the same places") {
    auto english = marked();
    for (const std::string& text : texts_of_data()) english[text];
    const auto mongolian = entries(output(fmt::format("msgattrib --no-wrap --no-obsolete '{}'", catalogue)));
    CHECK(english.size() > 300);
    for (const auto& [text, none] : english) {
        INFO(text);
        const auto found = mongolian.find(text);
        CHECK(found != mongolian.end());
        CHECK((found == mongolian.end() || !found->second.empty()));
    }
    for (const auto& [text, translation] : mongolian) {
        INFO(text);
        CHECK(places(text) == places(translation));
    }
}

TEST_CASE("the catalogue has nothing doubtful and nothing that msgfmt refuses") {
    CHECK(entries(output(fmt::format("msgattrib --no-wrap --only-fuzzy '{}'", catalogue))).empty());
    output(fmt::format("msgfmt --check --output-file=/dev/null '{}'", catalogue));
}

TEST_CASE("what was said is told anew in the language that is switched to, and back in the very same words") {
    use_catalogues(std::filesystem::path(ASSENT_BINARY).parent_path() / "locale");
    set_language(Language::english);
    RehearsalDesk table;
    table.begin(open_client(source / "scenarios/blue-sky.toml"), 1, 0, {});
    Move move;
    move.act = Act::discover;
    table.plan(move);
    table.play_week();
    const auto words = [&] {
        std::string text;
        for (const ConversationLine& line : table.conversation()) text += line.text + "\n";
        return text + move_sentence(table.client().model, move);
    };
    const std::string english = words();
    REQUIRE(table.conversation().size() > 1);
    set_language(Language::mongolian);
    CHECK(words() != english);
    CHECK(words().find(" to ") == std::string::npos);
    set_language(Language::english);
    CHECK(words() == english);
}

TEST_CASE("deals of every shipped company are told in Mongolian to the last word, and what follows a sale") {
    constexpr std::uint64_t deals_told = 100; // of each strategy
    use_catalogues(std::filesystem::path(ASSENT_BINARY).parent_path() / "locale");
    set_language(Language::mongolian);
    std::map<Outcome, int> outcomes;
    std::set<std::string> english;
    for (const auto& file : std::filesystem::directory_iterator(source / "scenarios")) {
        if (file.path().extension() != ".toml") continue;
        const auto client = open_client(file.path());
        const Model model = untold::renamed(client->model);
        for (std::int32_t strategy = 0; strategy < std::ssize(client->plan.strategies); ++strategy)
            for (std::uint64_t replicate = 0; replicate < deals_told; ++replicate) {
                const Retold deal = retell(client->plan, strategy, 1, replicate);
                ++outcomes[deal.row.outcome];
                for (const std::string& line : untold::told_lines(model, client->plan, strategy, deal.events))
                    if (untold::is_english(line)) english.insert(line);
            }
    }
    set_language(Language::english);
    for (const std::string& line : english) FAIL_CHECK(line);
    for (const Outcome outcome : {Outcome::won, Outcome::lost, Outcome::no_decision, Outcome::eliminated})
        CHECK(outcomes[outcome] > 20);
}

TEST_CASE("places are compared whatever their order") {
    CHECK(places("{who} asks {whom}") == places("{whom}: {who}"));
    CHECK(places("{} of {}") != places("{}"));
}
