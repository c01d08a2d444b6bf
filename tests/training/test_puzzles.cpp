// Puzzles: one move is clearly best, and stays so.
#include "scenario/reader.hpp"
#include "training/puzzle.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>

namespace assent {
namespace {

std::shared_ptr<const Practice> three_heads() {
    return std::make_shared<const Practice>(load_scenario(ASSENT_SOURCE_DIR "/scenarios/three-heads.toml"), 0);
}

PuzzleRequest quick() {
    PuzzleRequest request;
    request.rollouts = 8'192;
    return request;
}

} // namespace

TEST_CASE("puzzles have a best move that leads clearly, with futures that were not used to find it") {
    const auto practice = three_heads();
    const PuzzleBatch batch = make_puzzles(practice, 1, 3, 200, quick());
    REQUIRE(batch.puzzles.size() == 3);
    CHECK(batch.tried >= 3);
    for (const Puzzle& puzzle : batch.puzzles) {
        CAPTURE(puzzle.deal);
        CHECK(puzzle.choices.size() >= 2);
        for (const PuzzleChoice& choice : puzzle.choices) CHECK_FALSE(puzzle.session.problem(choice.move));
        AdviceRequest third;
        third.seed = 77;
        third.rollouts = 16'384;
        third.only_also = true;
        for (const PuzzleChoice& choice : puzzle.choices) third.also.push_back(choice.move);
        const Advice advice = advise(*practice, belief_at(puzzle.session, puzzle.session.current()),
                                     puzzle.session.knowledge(), {}, third);
        const auto best = std::ranges::max_element(advice.lines, {}, &Advice::Line::gain);
        CHECK_FALSE(best->wait);
        CHECK(best->move == puzzle.choices[puzzle.best].move);
    }
}

TEST_CASE("the same seed makes the same puzzles for any number of threads, another one others") {
    const auto practice = three_heads();
    PuzzleRequest threaded = quick();
    threaded.threads = 3;
    const PuzzleBatch one = make_puzzles(practice, 1, 2, 200, quick()),
                      two = make_puzzles(practice, 1, 2, 200, threaded);
    REQUIRE(one.puzzles.size() == 2);
    REQUIRE(two.puzzles.size() == 2);
    CHECK(one.tried == two.tried);
    for (std::size_t i = 0; i < 2; ++i) {
        CHECK(one.puzzles[i].deal == two.puzzles[i].deal);
        CHECK(one.puzzles[i].best == two.puzzles[i].best);
        for (std::size_t c = 0; c < one.puzzles[i].choices.size(); ++c)
            CHECK(one.puzzles[i].choices[c].gain == two.puzzles[i].choices[c].gain);
        const auto again = puzzle_in(practice, 1, one.puzzles[i].deal, quick());
        REQUIRE(again);
        CHECK(again->choices[again->best].move == one.puzzles[i].choices[one.puzzles[i].best].move);
    }
    const PuzzleBatch other = make_puzzles(practice, 2, 2, 200, quick());
    CHECK_FALSE(std::ranges::equal(one.puzzles, other.puzzles, {}, &Puzzle::deal, &Puzzle::deal));
}

TEST_CASE("no more deals are looked at than allowed") {
    PuzzleRequest hopeless = quick();
    hopeless.lead = 0.9;
    const PuzzleBatch batch = make_puzzles(three_heads(), 1, 1, 3, hopeless);
    CHECK(batch.puzzles.empty());
    CHECK(batch.tried == 3);
}

} // namespace assent
