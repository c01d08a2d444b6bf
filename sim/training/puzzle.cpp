#include "training/puzzle.hpp"

#include "experiment/random_stream.hpp"

#include <algorithm>

namespace assent {
namespace {

constexpr int most_weeks = 8;            ///< played before the position
constexpr int most_moves = 3;            ///< a week
constexpr std::uint64_t first_look = 11; ///< seeds of futures; any two that differ
constexpr std::uint64_t second_look = 12;

/// Plays some weeks as somebody would who does sensible things without a plan. False: the deal was decided on the way.
bool play_on(Session& session, RandomStream& luck) {
    const int weeks = 1 + static_cast<int>(luck.below(most_weeks));
    for (int week = 0; week < weeks; ++week) {
        for (int move = 0; move < most_moves; ++move) {
            const std::vector<Move> sensible = sensible_moves(session.practice(), session.knowledge());
            if (sensible.empty()) break;
            const Move& taken = sensible[luck.below(sensible.size())];
            if (taken.act != Act::ask_decision && !session.problem(taken)) session.apply(taken);
        }
        session.play_week();
        if (session.decided(session.current())) return false;
    }
    return true;
}

using Lines = std::vector<Advice::Line>;

/// Looks at the sensible moves and `also`, or with `only` at these alone. Lines by gain, best first.
Lines look(const Session& session, const Belief& belief, std::uint64_t seed, std::vector<Move> also, bool only,
           const PuzzleRequest& request) {
    AdviceRequest wanted;
    wanted.rollouts = request.rollouts;
    wanted.seed = seed;
    wanted.threads = request.threads;
    wanted.only_also = only;
    wanted.also = std::move(also);
    Lines lines =
        advise(session.practice(), belief, session.knowledge(), session.planned(session.current()), wanted).lines;
    std::ranges::stable_sort(lines, std::ranges::greater{}, &Advice::Line::gain);
    return lines;
}

/// Doing nothing more is no move.
Lines moves_of(Lines lines) {
    std::erase_if(lines, [](const Advice::Line& line) { return line.wait; });
    return lines;
}

std::vector<Move> moves_in(const Lines& lines) {
    std::vector<Move> moves;
    for (const Advice::Line& line : moves_of(lines)) moves.push_back(line.move);
    return moves;
}

bool same_decision(const Advice::Line& one, const Advice::Line& other) {
    return one.wait == other.wait && (one.wait || one.move == other.move);
}

/// The best one and others, spread from the next best to the worst.
Lines choice_of(const Lines& lines, int count) {
    Lines chosen{lines.front()};
    const std::size_t others = std::min(lines.size() - 1, static_cast<std::size_t>(count - 1));
    for (std::size_t i = 0; i < others; ++i) {
        const std::size_t place = others < 2 ? 1 : 1 + i * (lines.size() - 2) / (others - 1);
        chosen.push_back(lines[place]);
    }
    return chosen;
}

/// A puzzle of what a second look found, in an order that tells nothing.
Puzzle puzzle_of(Session session, const Lines& checked, const Advice::Line& best, RandomStream& luck) {
    Puzzle puzzle{session.replicate(), std::move(session), {}, 0};
    for (const Advice::Line& line : checked)
        puzzle.choices.push_back({line.move, line.wait, line.gain, line.gain_low, line.gain_high});
    for (std::size_t i = puzzle.choices.size(); i > 1; --i)
        std::swap(puzzle.choices[i - 1], puzzle.choices[luck.below(i)]);
    puzzle.best = static_cast<std::size_t>(std::ranges::find_if(puzzle.choices,
                                                                [&](const PuzzleChoice& choice) {
                                                                    return choice.wait == best.wait &&
                                                                           (best.wait || choice.move == best.move);
                                                                }) -
                                           puzzle.choices.begin());
    return puzzle;
}

bool leads(const Lines& lines, double lead) {
    return lines.size() >= 2 && lines[0].gain > 0 && lines[0].gain - lines[1].gain >= lead;
}

} // namespace

std::optional<Puzzle> puzzle_in(const std::shared_ptr<const Practice>& practice, std::uint64_t seed, std::uint64_t deal,
                                const PuzzleRequest& request) {
    Session session(practice, seed, deal);
    RandomStream luck(seed, RandomStream::Purpose::choice, static_cast<std::uint32_t>(deal));
    if (!play_on(session, luck)) return std::nullopt;
    const Belief belief = belief_at(session, session.current());
    const Lines seen = moves_of(look(session, belief, first_look, {}, false, request));
    if (!leads(seen, request.lead)) return std::nullopt;
    const Lines shown = choice_of(seen, request.choices);
    const Lines checked = moves_of(look(session, belief, second_look, moves_in(shown), true, request));
    if (!leads(checked, request.lead) || !same_decision(checked.front(), shown.front())) return std::nullopt;
    return puzzle_of(std::move(session), checked, shown.front(), luck);
}

std::optional<Puzzle> puzzle_at(const Session& session, const std::optional<Move>& decided,
                                const PuzzleRequest& request) {
    const Belief belief = belief_at(session, session.current());
    const auto made = [&](const Advice::Line& line) {
        return decided ? !line.wait && line.move == *decided : line.wait;
    };
    const std::vector<Move> also = decided ? std::vector<Move>{*decided} : std::vector<Move>{};
    const Lines seen = look(session, belief, first_look, also, false, request);
    if (seen.size() < 2) return std::nullopt;
    Lines shown = choice_of(seen, request.choices);
    if (const auto own = std::ranges::find_if(seen, made); own != seen.end() && std::ranges::none_of(shown, made))
        shown.back() = *own;
    Lines checked = look(session, belief, second_look, moves_in(shown), true, request);
    std::erase_if(checked, [&](const Advice::Line& line) {
        return std::ranges::none_of(shown, [&](const Advice::Line& each) { return same_decision(line, each); });
    });
    RandomStream luck(session.seed(), RandomStream::Purpose::choice, static_cast<std::uint32_t>(session.replicate()));
    Puzzle puzzle = puzzle_of(session, checked, shown.front(), luck);
    puzzle.tolerance = retry_tolerance;
    return puzzle;
}

PuzzleBatch make_puzzles(const std::shared_ptr<const Practice>& practice, std::uint64_t seed, std::size_t count,
                         std::int64_t most_tries, const PuzzleRequest& request) {
    PuzzleBatch batch;
    while (batch.puzzles.size() < count && batch.tried < most_tries)
        if (auto puzzle = puzzle_in(practice, seed, static_cast<std::uint64_t>(batch.tried++), request))
            batch.puzzles.push_back(std::move(*puzzle));
    return batch;
}

} // namespace assent
