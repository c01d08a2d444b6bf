// Reading of session files; every problem of a file is told at once, and of its moves the first that cannot be made.
#include "model/user_error.hpp"
#include "model/words.hpp"
#include "rehearsal/session_file.hpp"
#include "scenario/plain_reader.hpp"
#include "scenario/sources.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <limits>

namespace assent {
namespace {

/// A session file before its scenario is known.
struct Outline {
    SessionSource source;
    std::string scenario_id, manner, note;
    std::uint64_t seed = 1;
    std::int64_t deal = 0, at = 0;
    bool bookmarked = false;
    int forecast = -1;
    const Value* moves = nullptr;
};

constexpr std::string_view head_keys[] = {"format",   "title",      "scenario", "scenario_text", "scenario_id",
                                          "settings", "seed",       "deal",     "manner",        "at",
                                          "note",     "bookmarked", "forecast", "move"};
constexpr std::string_view move_keys[] = {
    "after",    "week",   "play_week", "act",           "channel",    "member", "topic",      "evidence", "inflate",
    "discount", "extras", "tailored",  "extras_budget", "safeguards", "note",   "bookmarked", "forecast"};

class SessionReader : PlainReader {
  public:
    explicit SessionReader(Findings& findings) : PlainReader(findings, "a session") {}

    Outline outline(const Value& tree, const SourceFile& file, const std::filesystem::path& folder) {
        Outline outline;
        if (whole(tree, "format", "", 0, 1, 1) != 1 && tree.find("format") == nullptr)
            findings().error_in(file, "a session begins with format = 1", "give a file that assent saved");
        only(tree, "", head_keys);
        outline.source.title = text(tree, "title", "", false);
        outline.source.scenario_text = text(tree, "scenario_text", "", false);
        const std::string scenario = text(tree, "scenario", "", outline.source.scenario_text.empty());
        if (!scenario.empty()) outline.source.scenario = (folder / scenario).lexically_normal().string();
        outline.scenario_id = text(tree, "scenario_id", "", true);
        outline.source.settings = texts(tree, "settings", "");
        if (outline.source.settings.size() > session_settings_limit)
            findings().error_at(*tree.find("settings"), "settings",
                                fmt::format("are more than {}", session_settings_limit),
                                "write them into the scenario");
        outline.seed = seed(tree);
        outline.deal = whole(tree, "deal", "", 0, 0, (std::int64_t{1} << 40) - 1);
        outline.manner = text(tree, "manner", "", true);
        outline.moves = of_kind(tree, "move", "", Value::Kind::array, "tables [[move]]");
        const std::size_t count = outline.moves == nullptr ? 0 : outline.moves->children.size();
        if (count >= SessionLimits::nodes)
            findings().error_in(file, fmt::format("{} moves (fewer than {} are read)", count, SessionLimits::nodes),
                                "split the session");
        outline.at = whole(tree, "at", "", 0, 0, static_cast<std::int64_t>(count));
        outline.note = note(tree, "");
        outline.bookmarked = flag(tree, "bookmarked", "");
        outline.forecast = forecast(tree, "");
        return outline;
    }

    /// Makes all the moves again.
    void play(const Outline& outline, Session& session) {
        remark(session, 0, outline.note, outline.bookmarked, outline.forecast);
        const std::size_t count = outline.moves == nullptr ? 0 : outline.moves->children.size();
        for (std::size_t i = 0; i < count && findings().errors() == 0; ++i)
            play(outline.moves->children[i], static_cast<std::int64_t>(i) + 1, session);
        if (findings().errors() == 0) session.go_to(static_cast<NodeId>(outline.at));
    }

  private:
    std::uint64_t seed(const Value& tree) {
        const Value* value = tree.find("seed");
        if (value == nullptr || value->kind != Value::Kind::text)
            return static_cast<std::uint64_t>(whole(tree, "seed", "", 1, 0, std::numeric_limits<std::int64_t>::max()));
        std::uint64_t number = 0;
        const char* end = value->text.data() + value->text.size();
        const auto [stop, error] = std::from_chars(value->text.data(), end, number);
        if (error != std::errc() || stop != end)
            findings().error(*value, "seed", "is no number below 2^64", "write a whole number");
        return number;
    }

    std::string note(const Value& place, const std::string& path) {
        std::string note = text(place, "note", path, false);
        if (note.size() <= SessionLimits::note_bytes) return note;
        findings().error_at(*place.find("note"), path + "note",
                            fmt::format("is longer than {} bytes", SessionLimits::note_bytes), "shorten it");
        return {};
    }

    int forecast(const Value& place, const std::string& path) {
        return static_cast<int>(whole(place, "forecast", path, -1, 0, 100));
    }

    static void remark(Session& session, NodeId node, const std::string& note, bool bookmarked, int forecast) {
        session.annotate(node, note);
        session.bookmark(node, bookmarked);
        if (forecast >= 0) session.foretell(node, forecast);
    }

    template <class Enum> Enum term(const Value& place, std::string_view key, const std::string& path, Enum preset) {
        const std::string written = text(place, key, path, false);
        if (written.empty()) return preset;
        if (const auto found = from_word<Enum>(written)) return *found;
        const Vocabulary& known = vocabulary<Enum>();
        findings().error(*place.find(key), path + std::string(key), fmt::format("is no {}", known.what),
                         fmt::format("{} write {}", findings().suggest(written, known.words), listed(known.words)));
        return preset;
    }

    /// Place of an id among those of the scenario.
    template <class Items>
    int place_of(const std::string& id, const Items& items, const Value& value, const std::string& path,
                 const char* what) {
        const auto found = std::ranges::find(items, id, [](const auto& item) { return item.id; });
        if (found != items.end()) return static_cast<int>(found - items.begin());
        findings().error(value, path, fmt::format("is no {} of the scenario", what), "write the id of one");
        return 0;
    }

    Move move(const Value& place, const std::string& path, const Model& model) {
        Move move;
        if (place.find("act") == nullptr)
            findings().error_at(place, path + "act", "is missing", "write an act, or play_week = true for the week");
        move.act = term(place, "act", path, move.act);
        move.channel = term(place, "channel", path, move.channel);
        const std::string member = text(place, "member", path, true);
        move.member = model.centre.find(member);
        if (const std::string topic = text(place, "topic", path, false); !topic.empty())
            move.topic =
                static_cast<std::int8_t>(place_of(topic, model.topics, *place.find("topic"), path + "topic", "topic"));
        move.evidence = term(place, "evidence", path, move.evidence);
        move.inflate = static_cast<float>(real(place, "inflate", path, 0));
        move.discount = static_cast<float>(real(place, "discount", path, 0));
        for (const std::string& extra : texts(place, "extras", path))
            move.extras = static_cast<std::uint16_t>(
                move.extras | 1u << place_of(extra, model.extras, *place.find("extras"), path + "extras", "extra"));
        move.tailored = flag(place, "tailored", path);
        move.extras_budget = static_cast<float>(real(place, "extras_budget", path, 0));
        for (const std::string& measure : texts(place, "safeguards", path)) {
            const auto found = from_word<Safeguard>(measure);
            if (found)
                move.safeguards = static_cast<std::uint8_t>(move.safeguards | 1u << static_cast<int>(*found));
            else
                findings().error(*place.find("safeguards"), path + "safeguards", "is no safeguard",
                                 fmt::format("write {}", listed(vocabulary<Safeguard>().words)));
        }
        return move;
    }

    void play(const Value& place, std::int64_t number, Session& session) {
        const std::string path = fmt::format("move[{}].", number);
        if (place.kind != Value::Kind::table) {
            findings().error(place, fmt::format("move[{}]", number), "is no table", "write [[move]]");
            return;
        }
        only(place, path, move_keys);
        const auto after = static_cast<NodeId>(whole(place, "after", path, number - 1, 0, number - 1));
        const bool plays_week = place.find("play_week") != nullptr;
        const Move planned = plays_week ? Move{} : move(place, path, session.practice().model());
        const std::string remarks = note(place, path);
        const bool bookmarked = flag(place, "bookmarked", path);
        const int foretold = forecast(place, path);
        if (findings().errors() > 0) return;
        session.go_to(after);
        const int week = session.week(after) + 1;
        const std::string_view key = plays_week ? "play_week" : "week";
        if (whole(place, key, path, week, week, week) != week) return;
        if (plays_week && session.decided(after)) {
            findings().error_at(place, path + "play_week", "comes after the end of the deal", "take it out");
            return;
        }
        if (const auto problem = plays_week ? std::nullopt : session.problem(planned)) {
            findings().error_at(place, fmt::format("move[{}]", number),
                                fmt::format("cannot be made there: {}", short_reason(problem->kind)),
                                "take it out with all that comes after it");
            return;
        }
        const NodeId node = plays_week ? session.play_week() : session.apply(planned);
        if (node != number) {
            findings().error_at(place, fmt::format("move[{}]", number),
                                fmt::format("is the same as move[{}] at the same place", node), "take it out");
            return;
        }
        remark(session, node, remarks, bookmarked, foretold);
    }
};

std::int32_t manner_of(const Model& model, const std::string& id, const std::string& file) {
    std::vector<std::string_view> ids;
    for (const Strategy& strategy : model.strategies) ids.push_back(strategy.id);
    const auto found = std::ranges::find(ids, id);
    if (found != ids.end()) return static_cast<std::int32_t>(found - ids.begin());
    throw UserError(
        fmt::format("{}: manner = \"{}\" (is no strategy of the scenario); write {}", file, id, listed(ids)));
}

Model same_scenario(const Outline& outline, const std::string& file) {
    Model model;
    try {
        model = rehearsed_model(outline.source);
    } catch (const UserError& error) {
        throw UserError(fmt::format(
            "{}: the scenario of this session cannot be played; bring it back, or begin anew\n{}", file, error.what()));
    }
    if (has_identity(model, outline.scenario_id)) return model;
    throw UserError(fmt::format("{}: scenario = \"{}\" (has changed since, so that the same moves would meet another "
                                "deal); bring back the version that was played, or begin a new session",
                                file, outline.source.scenario));
}

SessionFile replayed(Sources& sources, Findings& findings, const Value& tree, const std::filesystem::path& folder) {
    refuse_errors(findings); // of the syntax: then nothing else can be judged
    const SourceFile& file = sources.main();
    if (file.text.size() > session_bytes_limit)
        findings.error_in(file, fmt::format("larger than the {} MB of a session", session_bytes_limit >> 20),
                          "give a file that assent saved");
    refuse_errors(findings);
    SessionReader reader(findings);
    const Outline outline = reader.outline(tree, file, folder);
    refuse_errors(findings);
    Model model = same_scenario(outline, file.name);
    const std::int32_t manner = manner_of(model, outline.manner, file.name);
    SessionFile result{outline.source, Session(std::make_shared<const Practice>(std::move(model), manner), outline.seed,
                                               static_cast<std::uint64_t>(outline.deal))};
    reader.play(outline, result.session);
    refuse_errors(findings);
    return result;
}

} // namespace

SessionFile load_session(const std::filesystem::path& path) {
    Findings findings;
    Sources sources(findings);
    const Value tree = sources.read(path);
    return replayed(sources, findings, tree, path.parent_path());
}

SessionFile read_session_text(const std::string& text, const std::string& name, const std::filesystem::path& folder) {
    Findings findings;
    Sources sources(findings);
    const Value tree = sources.read_text(text, name, folder);
    return replayed(sources, findings, tree, folder);
}

} // namespace assent
