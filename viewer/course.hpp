#pragma once
// What can be trained and what was: lessons, levels, and the trainee's profile. It draws nothing.
#include "training/lesson_attempt.hpp"
#include "training/level.hpp"
#include "training/mistake.hpp"
#include "training/progress.hpp"
#include "training/puzzle_attempt.hpp"

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace assent::viewer {

class Course {
  public:
    /// Reads lessons and levels below `scenarios`. `profile`: database of the trainee, made when there is something to keep;
    /// empty: nothing is kept. What is wrong is told by trouble().
    void open(const std::filesystem::path& scenarios, std::filesystem::path profile);

    [[nodiscard]] const std::vector<Lesson>& lessons() const { return lessons_; }
    [[nodiscard]] const std::vector<Level>& levels() const { return levels_; }
    /// The best attempt at a lesson; null: never tried.
    [[nodiscard]] const Attempt* best(const std::string& lesson) const;
    /// Was it missed, and has it to be done again now (training/repetition.hpp).
    [[nodiscard]] bool due(const std::string& lesson) const { return due_.contains(lesson); }
    [[nodiscard]] int passed() const; ///< lessons
    /// Deals of the puzzles of a company that come back now.
    [[nodiscard]] std::vector<std::uint64_t> due_puzzles(const PuzzleSource& source) const;
    /// The first deal of which no puzzle was tried yet.
    [[nodiscard]] std::uint64_t fresh_puzzle(const PuzzleSource& source) const;
    /// How many of one's mistakes come back now, and which: those that can still be read. Throws UserError where the profile
    /// is damaged.
    [[nodiscard]] std::size_t due_mistakes() const { return due_mistakes_.size(); }
    std::vector<Mistake> mistakes_to_try();
    /// The first deal of a company and seed that was not debriefed yet: of that one nothing is known.
    [[nodiscard]] std::uint64_t fresh_deal(const Session& session) const;
    /// Does the trainee say before each week how likely he takes a win to be.
    [[nodiscard]] bool foretells() const { return foretells_; }
    void set_foretells(bool on);
    [[nodiscard]] const TrainingProgress& progress() const { return progress_; }
    /// Lessons or puzzles that were tried.
    [[nodiscard]] std::size_t tried(std::string_view kind) const {
        return kind == "puzzle" ? puzzles_.size() : best_.size();
    }
    /// Is what is reached kept from one day to the next.
    [[nodiscard]] bool keeps() const { return !path_.empty() && trouble_.empty(); }
    /// Why lessons or the profile cannot be used; empty: nothing is wrong.
    [[nodiscard]] const std::string& trouble() const { return trouble_; }

    /// Keeps an attempt of now. What is wrong with the profile is told by trouble(); the attempt counts until the window is
    /// closed.
    void keep(Attempt attempt);
    /// The same for a mistake that was tried again.
    void keep(const Mistake& mistake, Attempt attempt);
    /// The same for a deal that was debriefed; a second debrief of it changes nothing.
    void keep(DebriefedDeal deal);

  private:
    /// Writes to the profile, which is made when there is none.
    void write(const std::function<void(Profile&)>& entry);
    void look_up(); ///< attempts and what is due

    std::vector<Lesson> lessons_;
    std::vector<Level> levels_;
    std::filesystem::path path_;
    std::optional<Profile> profile_;
    std::map<std::string, Attempt> best_; ///< of lessons
    std::set<std::string> due_;           ///< lessons
    std::set<std::string> puzzles_;       ///< tried
    std::vector<std::string> due_puzzles_, due_mistakes_;
    TrainingProgress progress_;
    std::string trouble_;
    bool foretells_ = false;
    bool sat_down_ = false; ///< the sitting of this window is counted
};

} // namespace assent::viewer
