#include "cli/play_game.hpp"

#include "cli/terminal.hpp"
#include "model/user_error.hpp"
#include "report/move_words.hpp"
#include "training/hint.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iostream>

namespace assent::cli {
namespace {

using Kind = PlayCommand::Kind;
constexpr int people_shown = 8; ///< after each week; more on request

} // namespace

PlayGame::PlayGame(Session session, SessionSource source, std::string file, TextStyle style)
    : session_(std::move(session)), source_(std::move(source)), file_(std::move(file)),
      screen_(session_.practice(), style), language_(session_.practice().model()), style_(style) {}

void PlayGame::begin() {
    std::cout << screen_.opening() << '\n';
    if (session_.current() != 0) std::cout << screen_.story(session_.witnessed(session_.current()), 1);
    show_position();
    std::cout << screen_.people(session_.knowledge()) << '\n';
}

bool PlayGame::perform(std::string_view line) {
    const PlayCommand command = language_.understand(line, session_.knowledge());
    switch (command.kind) {
    case Kind::nothing:
        break;
    case Kind::move:
        plan(command.moves);
        break;
    case Kind::week:
        play_weeks(command.number);
        break;
    case Kind::back:
        back(command.number);
        break;
    case Kind::branch:
        branch();
        break;
    case Kind::go:
        session_.go_to(command.number);
        show_position();
        break;
    case Kind::tree:
        std::cout << screen_.tree(session_);
        break;
    case Kind::status:
        look(-1);
        break;
    case Kind::look:
        look(command.member);
        break;
    case Kind::planned:
        std::cout << screen_.plan_of_week(session_.planned(session_.current()));
        break;
    case Kind::story:
        show_story();
        break;
    case Kind::advise:
        advise_player();
        break;
    case Kind::forecast:
        foretell(command.number);
        break;
    case Kind::note:
        session_.annotate(session_.current(), command.text);
        break;
    case Kind::mark:
        session_.bookmark(session_.current(), true);
        break;
    case Kind::save:
        save(command.text);
        break;
    case Kind::help:
        std::cout << play_help(style_);
        break;
    case Kind::quit:
        return false;
    }
    if (!file_.empty()) save_session(file_, session_, source_);
    return true;
}

void PlayGame::save(const std::string& file) {
    save_session(file, session_, source_);
    if (file_.empty()) file_ = file; // from now on it is kept there
    std::cout << fmt::format("  Saved; go on another time with: assent play --session {}\n", file);
}

std::vector<std::string> PlayGame::completions(std::string_view line) const {
    return language_.completions(line, session_.knowledge());
}

/// All of them or none.
void PlayGame::plan(const std::vector<Move>& moves) {
    const NodeId before = session_.current();
    std::string text;
    for (const Move& move : moves) {
        if (const auto problem = session_.problem(move)) {
            session_.go_to(before);
            throw UserError(move_problem_sentence(session_.practice().model(), move, *problem));
        }
        session_.apply(move);
        text += screen_.planned(move, session_.knowledge());
    }
    std::cout << text;
}

void PlayGame::play_weeks(int count) {
    if (session_.decided(session_.current())) throw UserError("the deal is over; branch to try another way, or quit");
    const int first = session_.week(session_.current()) + 1;
    for (int week = 0; week < count && !session_.decided(session_.current()); ++week) session_.play_week();
    std::cout << '\n' << screen_.story(session_.witnessed(session_.current()), first);
    if (session_.decided(session_.current())) {
        show_end();
        return;
    }
    std::cout << '\n';
    show_position();
    const auto known = std::ranges::count_if(session_.knowledge().members, &KnownMember::known);
    if (known <= people_shown) std::cout << screen_.people(session_.knowledge()) << '\n';
}

void PlayGame::back(int count) {
    if (session_.current() == 0) throw UserError("this is the beginning; there is nothing to take back");
    for (int step = 0; step < count; ++step) session_.back();
    show_position();
}

/// The position in which the week of a node began.
NodeId PlayGame::week_begin(NodeId node) const {
    while (node != 0 && !session_.tree()[static_cast<std::size_t>(node)].plays_week)
        node = session_.tree()[static_cast<std::size_t>(node)].parent;
    return node;
}

void PlayGame::branch() {
    const NodeId left = session_.current();
    NodeId begin = week_begin(left);
    if (begin == left && left != 0) begin = week_begin(session_.tree()[static_cast<std::size_t>(left)].parent);
    if (begin == left) throw UserError("nothing has been done yet; branch leads back to the beginning of a week");
    session_.go_to(begin);
    std::cout << fmt::format("  Another way from here. What you did stays: go {} leads back to it.\n", left);
    show_position();
}

void PlayGame::look(int member) {
    if (member >= 0) {
        std::cout << screen_.member(session_.knowledge(), member);
        return;
    }
    show_position();
    std::cout << screen_.people(session_.knowledge());
}

void PlayGame::show_position() { std::cout << screen_.position(session_.knowledge()); }

void PlayGame::show_story() {
    if (session_.week(session_.current()) == 0) throw UserError("no week has been played yet; write week to play one");
    std::cout << screen_.story(session_.witnessed(session_.current()), 1);
}

void PlayGame::advise_player() {
    const NodeId here = session_.current();
    if (session_.decided(here)) throw UserError("the deal is over; go back to ask what would have been best");
    std::cout << screen_.advice(
        advise(session_.practice(), belief_at(session_, here), session_.knowledge(), session_.planned(here)));
    hints_ += most_hints;
}

void PlayGame::foretell(int percent) {
    const NodeId here = session_.current();
    if (session_.decided(here)) throw UserError("the deal is over; a forecast comes before its week");
    if (session_.played_from(here))
        throw UserError("the week was played from here already; a forecast comes before its week");
    session_.foretell(here, percent);
    std::cout << fmt::format("  You say {} %. The debrief holds it against the chance there was from what you knew.\n",
                             percent);
}

void PlayGame::show_end() { std::cout << screen_.ending(session_.row(session_.current())); }

void PlayGame::end() {
    if (!session_.decided(session_.current()))
        std::cout << fmt::format("  You leave in week {}; nothing is decided.\n",
                                 session_.week(session_.current()) + 1);
    if (!file_.empty())
        note(fmt::format("what each decision was worth, and what was true: assent debrief {}", printable(file_)));
}

} // namespace assent::cli
