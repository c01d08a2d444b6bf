#include "training/lesson.hpp"

#include "model/user_error.hpp"
#include "scenario/plain_reader.hpp"
#include "scenario/sources.hpp"
#include "training/line_value.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace assent {
namespace {

constexpr std::string_view head_keys[] = {"format", "id",   "title",  "facts", "scenario", "settings", "manner",
                                          "seed",   "deal", "before", "after", "goal",     "good",     "bad"};
constexpr std::string_view goal_keys[] = {"measure", "at_least"};
constexpr std::array goal_measures{RankMeasure::win, RankMeasure::margin, RankMeasure::lifetime};
constexpr std::int64_t greatest_seed = std::int64_t{1} << 40;

class LessonReader : PlainReader {
  public:
    explicit LessonReader(Findings& findings) : PlainReader(findings, "a lesson") {}

    Lesson read(const Value& tree, const SourceFile& file, const std::filesystem::path& folder) {
        if (whole(tree, "format", "", 0, 1, 1) != 1)
            findings().error_in(file, "a lesson begins with format = 1", "write format = 1 at its top");
        only(tree, "", head_keys);
        Lesson lesson;
        lesson.id = text(tree, "id", "", true);
        lesson.title = text(tree, "title", "", true);
        lesson.facts = texts(tree, "facts", "");
        if (lesson.facts.empty())
            findings().error_in(file, "a lesson names the facts that it rests on", "write facts = [\"B2\"]");
        lesson.source.scenario = (folder / text(tree, "scenario", "", true)).lexically_normal().string();
        lesson.source.settings = texts(tree, "settings", "");
        lesson.source.title = lesson.title;
        lesson.manner = text(tree, "manner", "", false);
        lesson.seed = static_cast<std::uint64_t>(whole(tree, "seed", "", 1, 0, greatest_seed));
        lesson.deal = static_cast<std::uint64_t>(whole(tree, "deal", "", 0, 0, greatest_seed - 1));
        lesson.before = text(tree, "before", "", true);
        lesson.after = text(tree, "after", "", true);
        lesson.good = text(tree, "good", "", true);
        lesson.bad = text(tree, "bad", "", true);
        read_goal(tree, file, lesson.goal);
        return lesson;
    }

  private:
    void read_goal(const Value& tree, const SourceFile& file, LessonGoal& goal) {
        const Value* place = table(tree, "goal");
        if (place == nullptr) {
            findings().error_in(file, "the table [goal] is missing",
                                "write measure = \"win\" and at_least = 0.5 in it");
            return;
        }
        only(*place, "goal", goal_keys);
        const std::string measure = text(*place, "measure", "goal.", true);
        const auto found =
            std::ranges::find(goal_measures, std::string_view(measure), [](RankMeasure each) { return word(each); });
        if (found == goal_measures.end())
            findings().error_at(*place, "goal.measure", "is nothing a lesson is judged by",
                                "write win, margin or lifetime");
        else
            goal.measure = *found;
        goal.at_least = real(*place, "at_least", "goal.", 0);
        if (place->find("at_least") == nullptr)
            findings().error_at(*place, "goal.at_least", "is missing", "write the value that has to be reached");
        else if (goal.measure == RankMeasure::win && !(goal.at_least > 0 && goal.at_least < 1))
            findings().error_at(*place, "goal.at_least", "is no share of deals", "write a number between 0 and 1");
    }
};

Lesson read_lesson(const std::filesystem::path& path) {
    Findings findings;
    Sources sources(findings);
    const Value tree = sources.read(path);
    refuse_errors(findings);
    Lesson lesson = LessonReader(findings).read(tree, sources.main(), path.parent_path());
    refuse_errors(findings);
    return lesson;
}

std::int32_t manner_of(const Lesson& lesson, const Model& model) {
    if (lesson.manner.empty()) return 0;
    const auto found = std::ranges::find(model.strategies, lesson.manner, &Strategy::id);
    if (found == model.strategies.end())
        throw UserError(fmt::format("lesson {}: manner = \"{}\" (the scenario has no such strategy); name one of it",
                                    lesson.id, lesson.manner));
    return static_cast<std::int32_t>(found - model.strategies.begin());
}

} // namespace

std::vector<Lesson> load_lessons(const std::filesystem::path& folder) {
    std::error_code failed;
    const std::vector<std::filesystem::path> files = toml_files(folder, failed);
    if (files.empty())
        throw UserError(fmt::format("{}: there are no lessons there; name a folder of lessons with --lessons, such as "
                                    "scenarios/lessons",
                                    folder.string()));
    std::vector<Lesson> lessons;
    for (const auto& file : files) {
        lessons.push_back(read_lesson(file));
        lessons.back().place = static_cast<int>(lessons.size());
    }
    return lessons;
}

Session begin_lesson(const Lesson& lesson) {
    Model model = rehearsed_model(lesson.source);
    const std::int32_t manner = manner_of(lesson, model);
    return {std::make_shared<const Practice>(std::move(model), manner), lesson.seed, lesson.deal};
}

LessonResult judge_lesson(const Lesson& lesson, const Session& session) {
    LineRequest request;
    request.measure = lesson.goal.measure;
    const Interval value = value_of_line(session.practice(), session.weeks(session.current()), request);
    return {value, value.estimate >= lesson.goal.at_least};
}

} // namespace assent
