#include "report/puzzle_words.hpp"

#include "report/move_words.hpp"
#include "report/narrator_people.hpp"
#include "report/narrator_words.hpp"
#include "report/number_words.hpp"
#include "report/play_screen.hpp"
#include "report/translation.hpp"

#include <fmt/format.h>

namespace assent {

std::string choice_sentence(const Model& model, const PuzzleChoice& choice) {
    return choice.wait ? told("Leave it at that and play the week.") : move_sentence(model, choice.move);
}

namespace {

std::string letter(std::size_t place) { return std::string(1, static_cast<char>('a' + place)); }

std::string choice_text(const Puzzle& puzzle, std::size_t place) {
    return printable(choice_sentence(puzzle.session.practice().model(), puzzle.choices[place]));
}

} // namespace

std::string puzzle_question(const Puzzle& puzzle, const TextStyle& style) {
    const PlayScreen screen(puzzle.session.practice(), style);
    const Knowledge& knowledge = puzzle.session.knowledge();
    std::string text = screen.story(puzzle.session.witnessed(puzzle.session.current()), 1);
    text += "\n" + screen.position(knowledge) + screen.people(knowledge) + "\n";
    for (std::size_t place = 0; place < puzzle.choices.size(); ++place)
        text +=
            wrapped(emphasised(letter(place), Emphasis::strong, style) + "  " + choice_text(puzzle, place), style, 2);
    return text;
}

std::string puzzle_hint(const Puzzle& puzzle, int hint) {
    const Move& move = puzzle.choices[puzzle.best].move;
    if (puzzle.choices[puzzle.best].wait) return "Nothing more this week: let it sink in.";
    PeopleNames people(puzzle.session.practice().model());
    if (hint <= 1) return fmt::format("Turn to {}.", printable(people.who(move.member)));
    return fmt::format("Turn to {} {}.", printable(people.who(move.member)),
                       words::purpose[static_cast<std::size_t>(move.act)]);
}

std::string puzzle_solution(const Puzzle& puzzle, const TextStyle& style) {
    std::string text;
    for (std::size_t place = 0; place < puzzle.choices.size(); ++place) {
        const PuzzleChoice& choice = puzzle.choices[place];
        const bool best = place == puzzle.best;
        text +=
            wrapped(fmt::format("{} {}  {} points ({} to {})  {}", best ? "✓" : " ", letter(place), points(choice.gain),
                                points(choice.low), points(choice.high), choice_text(puzzle, place)),
                    style, 2);
    }
    return text;
}

} // namespace assent
