// Puzzles: positions of simulated deals in which one move is clearly best.
#include "viewer/train_screen.hpp"

#include "viewer/card.hpp"
#include "viewer/composer.hpp"
#include "viewer/keys.hpp"
#include "viewer/marks.hpp"

#include "model/user_error.hpp"
#include "report/move_words.hpp"
#include "report/number_words.hpp"
#include "report/puzzle_words.hpp"

#include <cfloat>

#include <fmt/format.h>

namespace assent::viewer {
namespace {

/// Nothing where so much is planned that no move can be weighed.
std::optional<Puzzle> puzzle_of(const Mistake& mistake) try { return retry_of(mistake); } catch (const UserError&) {
    return std::nullopt;
}

} // namespace

PuzzleFound find_puzzle(const PuzzleQuestion& question, const std::atomic<bool>& cancelled,
                        const std::function<void(PuzzleFound)>& publish) {
    PuzzleFound found{{}, {}, question, 0};
    if (!question.practice) {
        while (!cancelled && !found.puzzle && !found.rest.mistakes.empty()) {
            found.mistake = found.rest.mistakes.front();
            found.rest.mistakes.erase(found.rest.mistakes.begin());
            found.puzzle = puzzle_of(*found.mistake);
        }
        return found;
    }
    while (!cancelled && !found.puzzle) {
        std::uint64_t deal = found.rest.from;
        if (found.rest.due.empty()) {
            ++found.rest.from;
        } else {
            deal = found.rest.due.front();
            found.rest.due.erase(found.rest.due.begin());
        }
        found.puzzle = puzzle_in(question.practice, question.seed, deal, {});
        ++found.tried;
        if (!found.puzzle) publish(found);
    }
    return found;
}

void TrainScreen::begin_puzzles() {
    puzzle_source_ = {desk_.client->path, desk_.seed};
    next_puzzle_ = {{},
                    std::make_shared<const Practice>(desk_.client->model, -1),
                    desk_.seed,
                    course_.due_puzzles(puzzle_source_),
                    course_.fresh_puzzle(puzzle_source_)};
    seek_puzzle();
}

void TrainScreen::try_again(std::vector<Mistake> mistakes) {
    next_puzzle_ = {};
    for (Mistake& mistake : mistakes)
        next_puzzle_.mistakes.push_back(std::make_shared<const Mistake>(std::move(mistake)));
    seek_puzzle();
}

void TrainScreen::seek_puzzle() {
    leave();
    mode_ = Seeking{};
    finder_->ask(next_puzzle_);
}

void TrainScreen::see_puzzle(Wishes& wishes) {
    if (!std::holds_alternative<Seeking>(mode_)) return;
    const auto found = finder_->latest();
    if (!found) return;
    next_puzzle_ = found->rest;
    if (found->puzzle) {
        const Session& session = found->puzzle->session;
        auto client = found->mistake ? make_client({}, session.practice().model()) : desk_.client;
        SessionSource source;
        source.scenario = client->path.string();
        puzzle_table_.begin(std::move(client), session, std::move(source), {});
        mode_ = Solving{
            *found->puzzle, {}, std::vector<bool>(found->puzzle->choices.size()), found->mistake, found->puzzle->best};
    } else if (!found->rest.practice) {
        leave();
        wishes.notice = tr("These were all of your mistakes for now.");
    }
}

void TrainScreen::answer(std::size_t choice) {
    Solving& solving = *this->solving();
    if (solving.answer.solved || solving.refused[choice]) return;
    if (!solving.puzzle.passes(choice)) {
        solving.refused[choice] = true;
        ++solving.answer.tries;
        return;
    }
    solving.answer.solved = true;
    solving.taken = choice;
    keep_answer();
}

void TrainScreen::leave_puzzle() {
    if (!solving()->answer.solved) keep_answer();
    seek_puzzle();
}

void TrainScreen::keep_answer() {
    const Solving& solving = *this->solving();
    if (solving.mistake)
        course_.keep(*solving.mistake, attempt_of(*solving.mistake, solving.puzzle, solving.answer));
    else
        course_.keep(attempt_of(solving.puzzle, solving.answer, puzzle_source_));
}

void TrainScreen::draw_seeking(Frame& frame) {
    const Look& look = frame.look;
    begin_card(look, "seeking", frame.area);
    const auto found = finder_->latest();
    const ImVec2 middle = frame.area.centre();
    const bool mistakes = !next_puzzle_.practice;
    draw_text(look.fonts.heading, {middle.x, middle.y - look.px(40)}, look.theme.ink,
              mistakes ? tr("Looking at what else could have been done …")
                       : tr("Looking for a position in which one move is clearly best …"),
              0.5f);
    draw_text(look.fonts.text, {middle.x, middle.y - look.px(12)}, look.theme.muted,
              mistakes ? trf("{} mistakes to go", next_puzzle_.mistakes.size())
                       : trf("{} deals looked at", found ? found->tried : 0),
              0.5f);
    const float width = look.px(140);
    ImGui::SetCursorScreenPos({middle.x - width / 2, middle.y + look.px(16)});
    if (ImGui::Button(tr("Leave"), {width, look.px(32)}) || key::pressed(key::escape)) leave();
    mark("train.leave");
    end_card();
}

std::string TrainScreen::puzzle_hint_words() const {
    const Puzzle& puzzle = solving()->puzzle;
    if (puzzle.choices[puzzle.best].wait) return tr("Nothing more this week: let it sink in.");
    const Move& best = puzzle.choices[puzzle.best].move;
    const std::string whom = person_name(shown().client(), best.member);
    return shown_hint_ < most_hints ? trf("Turn to {}.", whom) : trf("Turn to {}: {}.", whom, tr(act_name(best.act)));
}

void TrainScreen::draw_puzzle(Frame& frame, const Area& area) {
    const Look& look = frame.look;
    const PuzzleAnswer& answer = solving()->answer;
    const bool near = answer.solved && solving()->taken != solving()->puzzle.best;
    begin_card(look, "puzzle", area,
               near            ? tr("✓ Good enough")
               : answer.solved ? tr("✓ Right")
                               : tr("What is best now?"),
               answer.solved ? trf("{} points of 100", decimal(answer.points(), 0))
                             : trf("a wrong answer costs {} points", decimal(wrong_answer_costs, 0)));
    for (std::size_t place = 0; place < solving()->puzzle.choices.size(); ++place) draw_choice_of_puzzle(look, place);
    end_card();
}

void TrainScreen::draw_choice_of_puzzle(const Look& look, std::size_t place) {
    const Theme& theme = look.theme;
    const Puzzle& puzzle = solving()->puzzle;
    const PuzzleChoice& choice = puzzle.choices[place];
    const bool solved = solving()->answer.solved, best = solved && (place == puzzle.best || place == solving()->taken);
    const bool refused = solving()->refused[place];
    const char* sign = best ? "✓ " : refused ? "✗ " : "";
    const std::string text =
        fmt::format("{}{}  {}", sign, char('A' + place), choice_sentence(shown().client().model, choice));
    const float width = ImGui::GetContentRegionAvail().x, room = width - look.px(24);
    ImFont* font = look.fonts.text;
    const float height = font->CalcTextSizeA(font->FontSize, FLT_MAX, room, text.c_str()).y;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::PushID(int(place));
    ImGui::BeginDisabled(solved || refused);
    if (ImGui::Button("##choice", {width, height + look.px(solved ? 31.0f : 14.0f)})) answer(place);
    ImGui::EndDisabled();
    ImGui::PopID();
    mark(fmt::format("puzzle.{}", char('a' + place)));
    const ImU32 ink = best ? theme.won : refused ? theme.faint : theme.ink;
    ImGui::GetWindowDrawList()->AddText(font, font->FontSize, {at.x + look.px(12), at.y + look.px(7)}, ink,
                                        text.c_str(), nullptr, room);
    if (solved)
        draw_text(look.fonts.small, {at.x + look.px(12), at.y + height + look.px(9)}, theme.muted,
                  fitted(look.fonts.small,
                         trf("{} points ({} to {})", points(choice.gain), points(choice.low), points(choice.high)),
                         room));
}

} // namespace assent::viewer
