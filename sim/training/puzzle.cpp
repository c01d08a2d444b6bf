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

Advice look(const Session& session, const Belief& belief, std::uint64_t seed, std::vector<Move> also,
            const PuzzleRequest& request) {
    AdviceRequest wanted;
    wanted.rollouts = request.rollouts;
    wanted.seed = seed;
    wanted.threads = request.threads;
    wanted.only_also = !also.empty();
    wanted.also = std::move(also);
    return advise(session.practice(), belief, session.knowledge(), {}, wanted);
}

/// Moves by gain, best first; doing nothing more is no move.
std::vector<Advice::Line> moves_of(const Advice& advice) {
    std::vector<Advice::Line> lines;
    std::ranges::copy_if(advice.lines, std::back_inserter(lines), [](const Advice::Line& line) { return !line.wait; });
    std::ranges::stable_sort(lines, std::ranges::greater{}, &Advice::Line::gain);
    return lines;
}

/// The best move and others, spread from the next best to the worst.
std::vector<Move> choice_of(const std::vector<Advice::Line>& lines, int count) {
    std::vector<Move> moves{lines.front().move};
    const std::size_t others = std::min(lines.size() - 1, static_cast<std::size_t>(count - 1));
    for (std::size_t i = 0; i < others; ++i) {
        const std::size_t place = others < 2 ? 1 : 1 + i * (lines.size() - 2) / (others - 1);
        moves.push_back(lines[place].move);
    }
    return moves;
}

bool leads(const std::vector<Advice::Line>& lines, double lead) {
    return lines.size() >= 2 && lines[0].gain > 0 && lines[0].gain - lines[1].gain >= lead;
}

} // namespace

std::optional<Puzzle> puzzle_in(const std::shared_ptr<const Practice>& practice, std::uint64_t seed, std::uint64_t deal,
                                const PuzzleRequest& request) {
    Session session(practice, seed, deal);
    RandomStream luck(seed, RandomStream::Purpose::choice, static_cast<std::uint32_t>(deal));
    if (!play_on(session, luck)) return std::nullopt;
    const Belief belief = belief_at(session, session.current());
    const std::vector<Advice::Line> seen = moves_of(look(session, belief, first_look, {}, request));
    if (!leads(seen, request.lead)) return std::nullopt;
    const std::vector<Move> shown = choice_of(seen, request.choices);
    const std::vector<Advice::Line> checked = moves_of(look(session, belief, second_look, shown, request));
    if (!leads(checked, request.lead) || !(checked.front().move == shown.front())) return std::nullopt;
    Puzzle puzzle{deal, std::move(session), {}, 0};
    for (const Advice::Line& line : checked)
        puzzle.choices.push_back({line.move, line.gain, line.gain_low, line.gain_high});
    for (std::size_t i = puzzle.choices.size(); i > 1; --i)
        std::swap(puzzle.choices[i - 1], puzzle.choices[luck.below(i)]);
    puzzle.best = static_cast<std::size_t>(std::ranges::find(puzzle.choices, shown.front(), &PuzzleChoice::move) -
                                           puzzle.choices.begin());
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
