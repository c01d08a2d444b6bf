#pragma once
// A rehearsal as text for a terminal: what the player knows, and nothing else.
#include "rehearsal/advice.hpp"
#include "report/narrator_people.hpp"
#include "report/table.hpp"

#include <string>

namespace assent {

class PlayScreen {
  public:
    PlayScreen(const Practice& practice, TextStyle style);

    /// Who the client is, what is sold, and how to begin.
    [[nodiscard]] std::string opening() const;
    /// "week 3 · 5.5 h ▸ "; without colour, for line editors count characters.
    [[nodiscard]] std::string prompt(const Knowledge& knowledge) const;
    /// Stage, hours, money, offer in two lines.
    [[nodiscard]] std::string position(const Knowledge& knowledge) const;
    /// Everybody who is known: what to call him, how he was seen, which doubts are known.
    [[nodiscard]] std::string people(const Knowledge& knowledge) const;
    /// One member with all that is known of him.
    [[nodiscard]] std::string member(const Knowledge& knowledge, int member) const;
    /// A move that has been planned.
    [[nodiscard]] std::string planned(const Move& move, const Knowledge& after) const;
    [[nodiscard]] std::string plan_of_week(const std::vector<Move>& moves) const;
    /// What the player saw in the weeks from `first` on to the last one played, with what people said.
    [[nodiscard]] std::string story(std::span<const TraceEvent> witnessed, int first) const;
    /// The best few next moves with what each adds to the chance of winning.
    [[nodiscard]] std::string advice(const Advice& advice) const;
    [[nodiscard]] std::string tree(const Session& session) const;
    /// How it ended, what it was worth.
    [[nodiscard]] std::string ending(const OutcomeRow& row) const;

  private:
    [[nodiscard]] std::string strong(std::string_view text) const;
    [[nodiscard]] std::string faint(std::string_view text) const;
    [[nodiscard]] std::string gauge(double share, int length) const;
    [[nodiscard]] std::string call_name(int member) const;
    [[nodiscard]] std::vector<std::string> said(std::span<const TraceEvent> week, PeopleNames& people) const;
    [[nodiscard]] std::string answer(std::span<const TraceEvent> week, int member, double support) const;

    const Practice& practice_;
    const Model& model_;
    TextStyle style_;
};

/// What can be said.
std::string play_help(const TextStyle& style);

} // namespace assent
