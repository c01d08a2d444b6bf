// Writing of session files, and the scenario behind them.
#include "rehearsal/session_file.hpp"

#include "model/user_error.hpp"
#include "model/words.hpp"
#include "scenario/dump.hpp"
#include "scenario/settings.hpp"
#include "scenario/slot_text.hpp"
#include "scenario/text_encoding.hpp"
#include "store/atomic_file.hpp"
#include "store/strong_id.hpp"

#include <fmt/format.h>

namespace assent {
namespace {

/// `path` as it is written into a file in `folder`: it still leads there when both are moved together.
std::string seen_from(const std::filesystem::path& folder, const std::string& path) {
    std::error_code error;
    const std::filesystem::path target = std::filesystem::weakly_canonical(path, error);
    if (error) return path;
    const std::filesystem::path base = std::filesystem::weakly_canonical(folder.empty() ? "." : folder, error);
    const std::filesystem::path relative = error ? std::filesystem::path() : target.lexically_relative(base);
    return relative.empty() ? target.string() : relative.string();
}

std::string writable(std::string path) {
    if (is_utf8(path)) return path;
    throw UserError("the path of the scenario is not UTF-8, so no session file can name it; rename the file or folder");
}

std::string quoted_list(const std::vector<std::string>& texts) {
    std::vector<std::string> quoted;
    for (const std::string& text : texts) quoted.push_back(in_quotes(text));
    return fmt::format("[{}]", fmt::join(quoted, ", "));
}

template <class Items> std::vector<std::string> ids_of(const Items& items, unsigned chosen) {
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < items.size(); ++i)
        if ((chosen >> i & 1u) != 0) ids.push_back(items[i].id);
    return ids;
}

std::string whole_number(std::uint64_t number) {
    // TOML's integers end at 2^63 - 1.
    return number >> 63 == 0 ? std::to_string(number) : in_quotes(std::to_string(number));
}

std::string move_lines(const Model& model, const Move& move) {
    const Move plain;
    std::string text = fmt::format("act = \"{}\"\nchannel = \"{}\"\nmember = {}\n", word(move.act), word(move.channel),
                                   in_quotes(model.centre.stakeholder(move.member).id));
    if (move.topic >= 0)
        text += fmt::format("topic = {}\n", in_quotes(model.topics[static_cast<std::size_t>(move.topic)].id));
    if (move.evidence != plain.evidence) text += fmt::format("evidence = \"{}\"\n", word(move.evidence));
    if (move.inflate > 0) text += fmt::format("inflate = {}\n", move.inflate);
    if (move.discount > 0) text += fmt::format("discount = {}\n", move.discount);
    if (move.extras != 0) text += fmt::format("extras = {}\n", quoted_list(ids_of(model.extras, move.extras)));
    if (move.tailored) text += "tailored = true\n";
    if (move.extras_budget > 0) text += fmt::format("extras_budget = {}\n", move.extras_budget);
    std::vector<std::string> measures;
    for (int measure = 0; measure < safeguard_count; ++measure)
        if ((move.safeguards >> measure & 1) != 0) measures.emplace_back(word(static_cast<Safeguard>(measure)));
    if (!measures.empty()) text += fmt::format("safeguards = {}\n", quoted_list(measures));
    return text;
}

std::string remarks(const Node& node) {
    std::string text;
    if (!node.note.empty()) text += fmt::format("note = {}\n", in_quotes(node.note));
    if (node.bookmarked) text += "bookmarked = true\n";
    if (node.forecast >= 0) text += fmt::format("forecast = {}\n", node.forecast);
    return text;
}

std::string head(const Session& session, const SessionSource& source, const std::filesystem::path& folder, int at) {
    const Practice& practice = session.practice();
    std::string text = "# A rehearsal of Assent. The same moves meet the same deal: nothing else needs to be kept.\n"
                       "format = 1\n";
    if (!source.title.empty()) text += fmt::format("title = {}\n", in_quotes(source.title));
    if (source.scenario.empty())
        text += fmt::format("scenario_text = {}\n", in_quotes(source.scenario_text));
    else
        text += fmt::format("scenario = {}\n", in_quotes(writable(seen_from(folder, source.scenario))));
    text += fmt::format("scenario_id = \"{}\"\n", scenario_identity(practice.model()));
    if (!source.settings.empty()) text += fmt::format("settings = {}\n", quoted_list(source.settings));
    return text + fmt::format("seed = {}\ndeal = {}\nmanner = {}\nat = {}\n", whole_number(session.seed()),
                              session.replicate(), in_quotes(practice.manner_strategy().id), at);
}

} // namespace

Model rehearsed_model(const SessionSource& source) {
    Model model;
    if (!source.scenario.empty()) {
        model = load_scenario(source.scenario);
    } else {
        Reading reading = read_scenario_text(source.scenario_text, "scenario_text", {});
        for (const Problem& problem : reading.problems)
            if (problem.severity == Problem::Severity::error) throw UserError(problem.text());
        model = std::move(reading.model);
    }
    if (source.settings.empty()) return model;
    ScenarioChanges changes;
    for (const std::string& assignment : source.settings) changes.set.push_back(setting_of(assignment));
    return changed_scenario(model, std::vector<ScenarioChanges>{changes}, "settings");
}

std::string scenario_identity(const Model& model) { return strong_id(dump_everything(model, KeysTold::dealt)); }

bool has_identity(const Model& model, const std::string& id) {
    return scenario_identity(model) == id || strong_id(dump_everything(model, KeysTold::played)) == id;
}

std::string session_text(const Session& session, const SessionSource& source, const std::filesystem::path& folder) {
    const std::vector<Node>& tree = session.tree();
    std::vector<int> number(tree.size()); // those that were removed have none
    int count = 0;
    for (std::size_t id = 1; id < tree.size(); ++id)
        if (!tree[id].removed) number[id] = ++count;
    std::string text = head(session, source, folder, number[static_cast<std::size_t>(session.current())]);
    text += remarks(tree[0]);
    std::vector<int> week(tree.size());
    for (std::size_t id = 1; id < tree.size(); ++id) {
        const Node& node = tree[id];
        if (node.removed) continue;
        const auto parent = static_cast<std::size_t>(node.parent);
        week[id] = week[parent] + (node.plays_week ? 1 : 0);
        text += fmt::format("\n[[move]] # {}\n", number[id]);
        if (number[parent] != number[id] - 1) text += fmt::format("after = {}\n", number[parent]);
        if (node.plays_week)
            text += fmt::format("play_week = {}\n", week[id]);
        else
            text += fmt::format("week = {}\n", week[id] + 1) + move_lines(session.practice().model(), node.move);
        text += remarks(node);
    }
    return text;
}

void save_session(const std::filesystem::path& path, const Session& session, const SessionSource& source) {
    write_file(path, session_text(session, source, path.parent_path()));
}

} // namespace assent
