#pragma once
// Train: a deal move by move as a trainee plays it: he sees what a seller sees, is told in words what happens, and nobody
// tells him what a move is worth. Lessons with a goal, or deals of one's own client at a chosen level.
#include "viewer/course.hpp"
#include "viewer/rehearsal_desk.hpp"
#include "viewer/screen.hpp"
#include "viewer/worker.hpp"

#include "store/file_lock.hpp"
#include "training/hint.hpp"

#include <optional>
#include <variant>

namespace assent::viewer {

struct HintQuestion {
    std::shared_ptr<const Session> session; ///< a copy of its own
};
struct HintAnswer {
    Hint hint;
    std::string problem; ///< why there is none
};
struct LessonQuestion {
    Lesson lesson;
    std::shared_ptr<const Session> session; ///< a copy of its own
};
struct LessonAnswer {
    LessonResult result;
    std::vector<JudgedForecast> forecasts;
    std::string problem; ///< why it cannot be judged
};

struct PuzzleQuestion {
    std::vector<std::shared_ptr<const Mistake>> mistakes; ///< to be tried again one after another, instead of all else
    std::shared_ptr<const Practice> practice;             ///< null: mistakes are asked
    std::uint64_t seed = 1;
    std::vector<std::uint64_t> due; ///< deals to be looked at first
    std::uint64_t from = 0;         ///< the first deal after those
};
struct PuzzleFound {
    std::optional<Puzzle> puzzle;
    std::shared_ptr<const Mistake> mistake; ///< that the puzzle is about; null: none
    PuzzleQuestion rest;                    ///< to be asked for the next one
    std::int64_t tried = 0;                 ///< deals looked at
};

/// "27 % of deals won"
std::string goal_words(const Lesson& lesson, const Client& client);
/// Looks at one deal after another; publishes how many, ends with a puzzle or when cancelled. Of mistakes it takes the next
/// one that leaves a choice; none: there is no further one. Work for a Worker.
PuzzleFound find_puzzle(const PuzzleQuestion& question, const std::atomic<bool>& cancelled,
                        const std::function<void(PuzzleFound)>& publish);
/// What the moves are worth, its interval, the goal.
std::string result_words(const Lesson& lesson, const LessonResult& result, const Client& client);

class TrainScreen : public Screen {
  public:
    [[nodiscard]] std::string_view name() const override { return "train"; }
    [[nodiscard]] std::string title() const override { return tr("Train"); }
    void draw(Frame& frame) override;
    [[nodiscard]] bool settled() const override;
    [[nodiscard]] std::vector<Command> commands() override;
    void take_client(const Desk& desk) override;
    /// The company of the deal being played.
    [[nodiscard]] std::shared_ptr<const Client> client() const override {
        return on_table() ? shown().shared_client() : nullptr;
    }

    /// Asks for decisions again, one after another.
    void try_again(std::vector<Mistake> mistakes);
    /// What is shown: the deal, or the position of a puzzle.
    [[nodiscard]] RehearsalDesk& shown() { return solving() != nullptr ? puzzle_table_ : table_; }
    [[nodiscard]] const RehearsalDesk& shown() const { return solving() != nullptr ? puzzle_table_ : table_; }
    /// Lesson or deal, also while puzzles are solved.
    [[nodiscard]] const RehearsalDesk& deal() const { return table_; }
    [[nodiscard]] const Course& course() const { return course_; }
    [[nodiscard]] Course& course() { return course_; }

  private:
    // train_choice.cpp
    void draw_choice(Frame& frame);
    void draw_lessons(Frame& frame, const Area& area);
    void draw_lesson_row(const Look& look, std::size_t place, float height);
    void draw_lesson(Frame& frame, const Area& area);
    void draw_own_deal(Frame& frame, const Area& area);
    void handle_choice_keys(Frame& frame);
    [[nodiscard]] std::vector<Command> choice_commands();
    // train_course.cpp
    void begin_lesson(std::size_t place);
    void begin_deal();
    void go_on(const std::filesystem::path& journal);
    void go_on_with_lesson(std::size_t place);
    /// What was played last and can be gone on with: a lesson, or a deal of the open client; empty: nothing.
    struct Interrupted {
        std::filesystem::path journal;
        std::optional<std::size_t> lesson;
    };
    [[nodiscard]] Interrupted latest() const;
    void go_on_with(const Interrupted& interrupted);
    void leave();
    void ask_hint();
    void judge();
    void see_answers();
    void draw_course(Frame& frame, const Area& area);
    void draw_hint(const Look& look, const Area& area) const;
    void draw_result(Frame& frame, const Area& area);
    /// Where a deal of this name is kept; empty: nowhere. Throws UserError where the folder cannot be made.
    [[nodiscard]] std::filesystem::path journal(const std::string& name) const;
    /// Makes the journal this window's own, until it is left. Throws UserError where another window has it.
    std::filesystem::path claimed(const std::filesystem::path& journal);
    std::optional<FileLock> journal_lock_;
    [[nodiscard]] std::string deal_name() const; ///< of the open client at the chosen level
    [[nodiscard]] const Lesson* lesson() const;  ///< being played; null: none
    // train_puzzle.cpp
    void begin_puzzles();
    void seek_puzzle();
    void see_puzzle(Wishes& wishes);
    void answer(std::size_t choice);
    void leave_puzzle(); ///< for the next one
    void keep_answer();
    void draw_seeking(Frame& frame);
    void draw_puzzle(Frame& frame, const Area& area);
    void draw_choice_of_puzzle(const Look& look, std::size_t place);
    [[nodiscard]] std::string puzzle_hint_words() const;
    // train_screen.cpp
    void draw_deal(Frame& frame);
    void draw_centre(Frame& frame, const Area& area);
    void draw_plan(Frame& frame, const Area& area);
    void draw_forecast(const Look& look);
    void foretell(bool on, int percent); ///< forecasts are asked for, or no more; `percent` is where the slider stands
    void say(int percent);               ///< the forecast of this week
    void draw_variations(Frame& frame, const Area& area);
    void draw_member(Frame& frame, const Area& area);
    void draw_conversation(Frame& frame, const Area& area);
    void draw_support(Frame& frame, const Area& area);
    void handle_keys(Frame& frame);

    // What the screen is about: one of these at a time.
    struct Choosing {};
    struct Seeking {}; ///< a puzzle, or the next mistake
    struct Playing {
        std::optional<std::size_t> lesson; ///< its place; nothing: a deal of one's own
        int hints = 0;                     ///< taken
        bool judging = false;
        std::optional<LessonAnswer> result; ///< of the lesson, once it was judged
    };
    struct Solving {
        Puzzle puzzle;
        PuzzleAnswer answer;
        std::vector<bool> refused;              ///< by choice: tried, and not good enough
        std::shared_ptr<const Mistake> mistake; ///< that is tried again; null: a puzzle
        std::size_t taken = 0;                  ///< the choice that solved it
    };
    [[nodiscard]] Playing* playing() { return std::get_if<Playing>(&mode_); }
    [[nodiscard]] const Playing* playing() const { return std::get_if<Playing>(&mode_); }
    [[nodiscard]] Solving* solving() { return std::get_if<Solving>(&mode_); }
    [[nodiscard]] const Solving* solving() const { return std::get_if<Solving>(&mode_); }
    [[nodiscard]] bool on_table() const {
        return playing() != nullptr || solving() != nullptr;
    } ///< a position is shown
    /// A lesson or deal that was judged is over, whatever its deal says.
    [[nodiscard]] bool judged() const { return playing() != nullptr && playing()->result.has_value(); }

    std::variant<Choosing, Seeking, Playing, Solving> mode_;
    Course course_;
    RehearsalDesk table_, puzzle_table_;
    Desk desk_;              ///< as it was when the client was taken
    std::size_t chosen_ = 0; ///< lesson that is looked at
    std::size_t level_ = 1;  ///< of a deal of one's own
    int shown_hint_ = 0;     ///< of the position: 1 whom, 2 with what too; 0: none
    NodeId hint_at_ = -1;    ///< position that the hint is about
    std::unique_ptr<Worker<HintQuestion, HintAnswer>> hinter_;
    std::unique_ptr<Worker<LessonQuestion, LessonAnswer>> judge_;
    std::unique_ptr<Worker<PuzzleQuestion, PuzzleFound>> finder_;
    PuzzleQuestion next_puzzle_;
    PuzzleSource puzzle_source_;
    int forecast_ = 50;    ///< percent, where the slider stands
    int said_before_ = -1; ///< weeks played when the forecast was said
    std::size_t told_ = 0; ///< lines of the conversation drawn last
};

} // namespace assent::viewer
