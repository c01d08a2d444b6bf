// A lesson or deal under way: how it begins and ends, hints, the judgement.
#include "viewer/train_screen.hpp"

#include "viewer/card.hpp"
#include "viewer/composer.hpp"
#include "viewer/marks.hpp"
#include "viewer/profile.hpp"
#include "viewer/start_screen.hpp"

#include "model/user_error.hpp"
#include "report/forecast_words.hpp"
#include "report/move_words.hpp"
#include "report/number_words.hpp"

#include <fmt/format.h>

namespace assent::viewer {
namespace {

HintAnswer answer_of(const HintQuestion& question, const std::atomic<bool>& cancelled) {
    try {
        return {hint_at(*question.session, &cancelled), {}};
    } catch (const UserError& error) {
        return {{}, error.what()};
    }
}

LessonAnswer answer_of(const LessonQuestion& question) {
    try {
        const Session& session = *question.session;
        return {
            judge_lesson(question.lesson, session), judged_forecasts(session, session.current(), DebriefRequest{}), {}};
    } catch (const UserError& error) {
        return {{}, {}, error.what()};
    }
}

} // namespace

void TrainScreen::take_client(const Desk& desk) {
    const bool first = hinter_ == nullptr;
    desk_ = desk;
    if (first) {
        course_.open(shipped_folder(), desk.training);
        foretell(course_.foretells(), forecast_);
        hinter_ = std::make_unique<Worker<HintQuestion, HintAnswer>>(
            desk.waker, [](const HintQuestion& question, const std::atomic<bool>& cancelled, const auto&) {
                return answer_of(question, cancelled);
            });
        judge_ = std::make_unique<Worker<LessonQuestion, LessonAnswer>>(
            desk.waker,
            [](const LessonQuestion& question, const std::atomic<bool>&, const auto&) { return answer_of(question); });
        finder_ = std::make_unique<Worker<PuzzleQuestion, PuzzleFound>>(
            desk.waker, [](const PuzzleQuestion& question, const std::atomic<bool>& cancelled, const auto& publish) {
                return find_puzzle(question, cancelled, publish);
            });
    }
    const bool puzzles = solving() != nullptr || std::holds_alternative<Seeking>(mode_);
    const bool of_client = puzzles ? next_puzzle_.practice != nullptr : playing() != nullptr && lesson() == nullptr;
    if (of_client && (!shown().open() || desk.client != shown().shared_client())) leave(); // of another company
}

bool TrainScreen::settled() const { return !hinter_ || (!hinter_->busy() && !judge_->busy() && !finder_->busy()); }

std::filesystem::path TrainScreen::journal(const std::string& name) const {
    return desk_.journals.empty() ? std::filesystem::path() : desk_.journals / (name + ".train.toml");
}

std::string TrainScreen::deal_name() const {
    return desk_.client->path.stem().string() + "-" + course_.levels()[level_].id;
}

std::filesystem::path TrainScreen::claimed(const std::filesystem::path& journal) {
    if (journal.empty()) return {};
    make_folder(journal.parent_path(), tr("sessions"));
    journal_lock_ = FileLock::take(journal);
    if (!journal_lock_)
        throw UserError(
            trf("{}: is being played in another window; leave it there first, or open this window with another "
                "--profile",
                journal.string()));
    return journal;
}

void TrainScreen::begin_lesson(std::size_t place) {
    const Lesson& lesson = course_.lessons()[place];
    Session session = assent::begin_lesson(lesson);
    auto client = make_client(lesson.source.scenario, session.practice().model());
    leave();
    table_.begin(std::move(client), std::move(session), lesson.source, claimed(journal("lesson-" + lesson.id)));
    mode_.emplace<Playing>().lesson = place;
    chosen_ = place;
}

void TrainScreen::begin_deal() {
    SessionSource source;
    source.scenario = desk_.client->path.string();
    source.settings = settings_for(course_.levels()[level_], desk_.client->model);
    auto client = source.settings.empty() ? desk_.client : make_client(desk_.client->path, rehearsed_model(source));
    Session session(std::make_shared<const Practice>(client->model, -1), desk_.seed, 0);
    if (const std::uint64_t fresh = course_.fresh_deal(session); fresh > 0)
        session = {session.shared_practice(), desk_.seed, fresh};
    leave();
    table_.begin(std::move(client), std::move(session), std::move(source), claimed(journal(deal_name())));
    mode_ = Playing{};
}

void TrainScreen::go_on(const std::filesystem::path& journal) {
    leave();
    table_.resume(journal, claimed(journal));
    mode_ = Playing{};
}

void TrainScreen::go_on_with_lesson(std::size_t place) {
    go_on(journal("lesson-" + course_.lessons()[place].id));
    playing()->lesson = place;
    chosen_ = place;
}

TrainScreen::Interrupted TrainScreen::latest() const {
    Interrupted latest;
    std::filesystem::file_time_type when;
    const auto look_at = [&](const std::filesystem::path& file, std::optional<std::size_t> lesson) {
        std::error_code none;
        const auto written = std::filesystem::last_write_time(file, none);
        if (none || (!latest.journal.empty() && written <= when)) return;
        latest = {file, lesson};
        when = written;
    };
    for (std::size_t place = 0; place < course_.lessons().size(); ++place)
        look_at(journal("lesson-" + course_.lessons()[place].id), place);
    if (desk_.client && !course_.levels().empty()) look_at(journal(deal_name()), {});
    return latest;
}

void TrainScreen::go_on_with(const Interrupted& interrupted) {
    if (interrupted.lesson) return go_on_with_lesson(*interrupted.lesson);
    go_on(interrupted.journal);
}

void TrainScreen::foretell(bool on, int percent) {
    if (on != course_.foretells()) course_.set_foretells(on);
    forecast_ = std::clamp(percent, 0, 100);
    table_.forecast.reset(); // until it is said of this week
}

void TrainScreen::say(int percent) {
    foretell(true, percent);
    table_.forecast = forecast_;
    said_before_ = table_.knowledge().week;
}

void TrainScreen::leave() {
    mode_ = Choosing{};
    journal_lock_.reset();
    hint_at_ = -1;
    shown_hint_ = 0;
    finder_->cancel();
    hinter_->cancel();
    judge_->cancel();
}

void TrainScreen::ask_hint() {
    if (Solving* solving = this->solving()) {
        if (solving->answer.solved || shown_hint_ == most_hints) return;
        hint_at_ = shown().session().current();
        solving->answer.hints = ++shown_hint_;
        return;
    }
    const NodeId here = shown().session().current();
    if (hint_at_ != here) {
        hint_at_ = here;
        shown_hint_ = 0;
        hinter_->ask({std::make_shared<const Session>(shown().session())});
    }
    if (shown_hint_ == most_hints) return;
    ++shown_hint_;
    ++playing()->hints;
}

const Lesson* TrainScreen::lesson() const {
    return playing() == nullptr || !playing()->lesson ? nullptr : &course_.lessons()[*playing()->lesson];
}

void TrainScreen::judge() {
    playing()->judging = true;
    judge_->ask({*lesson(), std::make_shared<const Session>(shown().session())});
}

void TrainScreen::see_answers() {
    if (hint_at_ != shown().session().current()) shown_hint_ = 0;
    Playing* playing = this->playing();
    if (playing == nullptr || !playing->judging || judge_->busy()) return;
    const auto answer = judge_->latest();
    if (!answer) return;
    playing->judging = false;
    playing->result = *answer;
    if (answer->problem.empty()) course_.keep(attempt_of(*lesson(), answer->result, playing->hints));
}

void TrainScreen::draw_course(Frame& frame, const Area& area) {
    const Look& look = frame.look;
    begin_card(look, "course", area);
    Area room = area.inner(look.px(10));
    const bool over = shown().knowledge().decided;
    const float height = look.px(28), step = look.px(8);
    // Buttons from the right end.
    const auto button = [&](const char* name, const std::string& text, bool primary, bool possible, auto deed) {
        const float width = text_width(look.fonts.text, text) + look.px(26);
        const Area place = room.take_right(width, step);
        ImGui::SetCursorScreenPos({place.x, area.y + (area.height - height) / 2});
        ImGui::BeginDisabled(!possible);
        const bool pressed = primary ? primary_button(look, text.c_str(), {width, height})
                                     : ImGui::Button(text.c_str(), {width, height});
        ImGui::EndDisabled();
        mark(name);
        if (pressed) attempt(frame.wishes, deed);
    };
    button("train.leave", tr("Leave"), false, true, [&] { leave(); });
    const bool solved = solving() != nullptr && solving()->answer.solved;
    if (solving() != nullptr)
        button("train.skip",
               !solved              ? tr("Skip")
               : solving()->mistake ? tr("Next one")
                                    : tr("Next puzzle"),
               solved, true, [&] { leave_puzzle(); });
    else if (lesson() != nullptr)
        button("train.judge", playing()->judging ? tr("Judging …") : tr("Finish and judge"), over,
               !playing()->judging && !judged(), [&] { judge(); });
    else if (playing() != nullptr)
        button("train.debrief", tr("Debrief"), over, true, [&] { frame.wishes.show = "debrief"; });
    if (!on_table()) return end_card(); // left just now
    const bool more = shown_hint_ < most_hints && !over && !judged() && !solved;
    const double price = solving() != nullptr ? puzzle_hint_costs : lesson() != nullptr ? lesson_hint_costs : 0;
    const std::string cost = price == 0 ? std::string() : trf(" (−{} points)", decimal(price, 0));
    button("train.hint", (shown_hint_ == 0 ? tr("Hint: whom?") : tr("Hint: with what?")) + cost, false, more,
           [&] { ask_hint(); });
    const Client& client = shown().client();
    std::string title = client.name(), goal = tr("Win them over; the debrief tells what it was worth.");
    if (solving() != nullptr && solving()->mistake) {
        title = trf("Your mistake once more: {}", client.name());
        goal = trf("Choose again: what is within {} points of the best passes. {} to go.",
                   decimal(100 * retry_tolerance, 1), next_puzzle_.mistakes.size());
    } else if (solving() != nullptr) {
        title = trf("Puzzle: {}", client.name());
        goal = tr("One move is clearly best for who knows what you know. Which?");
    } else if (lesson() != nullptr) {
        title = trf("Lesson {}: {}", lesson()->place, tr(lesson()->title));
        goal = trf("Goal: {}", goal_words(*lesson(), client));
    }
    draw_text(look.fonts.heading, {room.x + look.px(4), area.y + look.px(9)}, look.theme.ink,
              fitted(look.fonts.heading, title, room.width));
    const int hints = playing() != nullptr ? playing()->hints : 0;
    const std::string taken = hints == 0 ? std::string() : trf(" · hints taken: {}", hints);
    draw_text(look.fonts.small, {room.x + look.px(4), area.y + look.px(31)}, look.theme.muted,
              fitted(look.fonts.small, goal + taken, room.width));
    end_card();
}

void TrainScreen::draw_hint(const Look& look, const Area& area) const {
    begin_card(look, "hint", area);
    std::string text = tr("Looking …");
    if (solving() != nullptr)
        text = puzzle_hint_words();
    else if (const auto answer = hinter_->latest(); answer && !hinter_->busy()) {
        const Hint& hint = answer->hint;
        const Client& client = shown().client();
        if (!answer->problem.empty())
            text = answer->problem;
        else if (hint.wait)
            text = tr("Nothing more this week: let it sink in.");
        else if (shown_hint_ < most_hints)
            text = trf("Turn to {}.", person_name(client, hint.move.member));
        else
            text = trf("{} ({} points of win probability, 90 % interval {} to {})",
                       move_sentence(client.model, hint.move), points(hint.gain), points(hint.low), points(hint.high));
    }
    draw_text(look.fonts.text, {area.x + look.px(14), area.y + look.px(8)}, look.theme.ink,
              fitted(look.fonts.text, "→ " + text, area.width - look.px(28)));
    end_card();
}

void TrainScreen::draw_result(Frame& frame, const Area& area) {
    const Look& look = frame.look;
    const auto& [result, forecasts, problem] = *playing()->result;
    const bool judged = problem.empty();
    begin_card(look, "result", area,
               !judged         ? tr("It cannot be judged")
               : result.passed ? tr("✓ Passed")
                               : tr("✗ Not yet"),
               judged ? trf("{} points of 100", decimal(lesson_points(*lesson(), result, playing()->hints), 0))
                      : std::string());
    const float height = look.px(32), gap = look.px(6);
    const Area room = card_area();
    ImGui::BeginChild("told", {0, room.height - 2 * height - 2 * gap - look.px(4)}, false);
    ImGui::PushTextWrapPos(0);
    ImGui::TextUnformatted(judged ? result_words(*lesson(), result, shown().client()).c_str() : problem.c_str());
    if (const std::string foretold = forecast_sentence(forecasts); !foretold.empty())
        ImGui::TextUnformatted(foretold.c_str());
    ImGui::Dummy({1, look.px(2)});
    ImGui::PushStyleColor(ImGuiCol_Text, look.theme.muted);
    ImGui::TextUnformatted(tr(lesson()->after).c_str());
    if (!course_.trouble().empty()) ImGui::TextUnformatted(course_.trouble().c_str());
    ImGui::PopStyleColor();
    ImGui::PopTextWrapPos();
    ImGui::EndChild();
    const float half = (room.width - gap) / 2;
    if (ImGui::Button(tr("Debrief"), {half, height})) frame.wishes.show = "debrief";
    mark("train.debrief");
    ImGui::SameLine(0, gap);
    const std::size_t place = *playing()->lesson;
    const bool passed = judged && result.passed, last = place + 1 == course_.lessons().size();
    const auto go_to_next = [&] {
        if (last) return leave();
        begin_lesson(place + 1);
    };
    // What is best done next is the large button.
    const std::string again = tr("Try again"), next = last ? tr("All lessons") : tr("Next lesson");
    const bool side = ImGui::Button((passed ? again : next).c_str(), {half, height});
    mark(passed ? "train.again" : "train.next");
    const bool main = primary_button(look, (passed ? next : again).c_str(), {-1, height});
    mark(passed ? "train.next" : "train.again");
    if (side || main) attempt(frame.wishes, [&] { main == passed ? go_to_next() : begin_lesson(place); });
    end_card();
}

} // namespace assent::viewer
