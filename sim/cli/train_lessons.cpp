// The lessons.
#include "cli/command.hpp"
#include "cli/play_loop.hpp"
#include "cli/terminal.hpp"
#include "cli/train.hpp"
#include "model/user_error.hpp"
#include "report/scorm.hpp"
#include "report/training_report.hpp"
#include "scenario/findings.hpp"
#include "training/lesson_attempt.hpp"
#include "training/line_player.hpp"

#include <algorithm>
#include <iostream>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace assent::cli {
namespace {

const Lesson& find_lesson(const std::vector<Lesson>& lessons, const std::string& id) {
    const auto found = std::ranges::find_if(
        lessons, [&](const Lesson& each) { return each.id == id || std::to_string(each.place) == id; });
    if (found != lessons.end()) return *found;
    std::vector<std::string_view> ids;
    for (const Lesson& lesson : lessons) ids.push_back(lesson.id);
    const std::string_view meant = nearest(id, ids);
    throw UserError(fmt::format("lesson {} (there is no such one); {}they are {}", id,
                                meant.empty() ? std::string() : fmt::format("did you mean {}? ", meant),
                                fmt::join(ids, ", ")));
}

void list(const TrainOptions& options) {
    const std::vector<Lesson> lessons = load_lessons(options.lessons);
    std::optional<Profile> profile = open_profile_if_there(options);
    std::cout << lessons_text(lessons, profile ? profile->attempts() : std::vector<Attempt>{}, output_style());
}

void play_lesson(const TrainOptions& options) {
    const std::vector<Lesson> lessons = load_lessons(options.lessons);
    const Lesson& lesson = find_lesson(lessons, options.lesson);
    std::optional<Profile> profile = open_profile(options);
    if (profile) profile->begin_sitting();
    const TextStyle style = output_style();
    PlayGame game(begin_lesson(lesson), lesson.source, {}, style);
    std::cout << before_lesson(lesson, game.session().practice().model(), style);
    play_through(game, options.moves);
    game.end();
    const LessonResult result = judge_lesson(lesson, game.session());
    const auto forecasts = judged_forecasts(game.session(), game.session().current(), DebriefRequest{});
    std::cout << after_lesson(lesson, game.session().practice().model(), result, game.hints(), forecasts, style);
    keep(profile, attempt_of(lesson, result, game.hints()));
    if (!result.passed) throw CLI::RuntimeError(exit_check_failed);
}

LessonResult judged(const Lesson& lesson, const std::string& lines, const char* which) {
    Session session = begin_lesson(lesson);
    play_lines(session, lines, fmt::format("{} {}", lesson.id, which));
    return judge_lesson(lesson, session);
}

void package(const TrainOptions& options) {
    const std::vector<Lesson> lessons = load_lessons(options.lessons);
    std::vector<LessonQuestion> questions;
    for (const Lesson& lesson : lessons)
        questions.push_back({&lesson, judged(lesson, lesson.good, "good"), judged(lesson, lesson.bad, "bad"),
                             rehearsed_model(lesson.source).company.currency});
    write_scorm_package(options.package, questions);
}

/// For those who write lessons: does the good line pass and the bad one fail.
void check(const TrainOptions& options) {
    bool sound = true;
    for (const Lesson& lesson : load_lessons(options.lessons)) {
        const LessonResult good = judged(lesson, lesson.good, "good"), bad = judged(lesson, lesson.bad, "bad");
        sound = sound && good.passed && !bad.passed;
        std::cout << lesson_check_line(lesson, good, bad) << std::flush;
    }
    if (!sound) throw CLI::RuntimeError(exit_check_failed);
}

} // namespace

void add_lessons(CLI::App& train, const std::shared_ptr<TrainOptions>& options) {
    const auto add_folder = [&options](CLI::App& command) {
        command.add_option("--lessons", options->lessons, "Folder of lessons")
            ->type_name("FOLDER")
            ->capture_default_str();
    };
    CLI::App* all = train.add_subcommand("lessons", "The curriculum, with what you have done of it");
    add_folder(*all);
    add_profile_options(*all, *options);
    all->callback([options] { list(*options); });
    CLI::App* one = train.add_subcommand("lesson", "Play a lesson");
    one->add_option("lesson", options->lesson, "Its name or number")->required()->type_name("NAME");
    one->add_option("--moves", options->moves, "Lines to play instead of typed ones; -: standard input")
        ->type_name("FILE");
    add_folder(*one);
    add_profile_options(*one, *options);
    one->callback([options] { play_lesson(*options); });
    CLI::App* scorm = train.add_subcommand("scorm", "The lessons as questions, for a learning management system");
    scorm->add_option("package", options->package, "SCORM 1.2 package to write")->required()->type_name("FILE.zip");
    add_folder(*scorm);
    scorm->callback([options] { package(*options); });
    CLI::App* sound = train.add_subcommand("check", "Do the written lines of each lesson pass and fail as they should");
    add_folder(*sound);
    sound->callback([options] { check(*options); });
}

} // namespace assent::cli
