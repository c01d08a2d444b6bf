#include "viewer/course.hpp"

#include "viewer/language.hpp"
#include "viewer/profile.hpp"

#include "model/user_error.hpp"

#include <algorithm>
#include <utility>

namespace assent::viewer {

void Course::open(const std::filesystem::path& scenarios, std::filesystem::path profile) {
    path_ = std::move(profile);
    trouble_.clear();
    try {
        lessons_ = load_lessons(scenarios / "lessons");
        levels_ = load_levels(scenarios / "levels");
        if (!path_.empty() && std::filesystem::exists(path_)) {
            profile_.emplace(path_, usual_trainee());
            look_up();
        }
    } catch (const UserError& error) {
        trouble_ = error.what();
    }
}

void Course::look_up() {
    const std::vector<Attempt> attempts = profile_->attempts();
    best_ = best_attempts(attempts, "lesson");
    for (const auto& [item, attempt] : best_attempts(attempts, "puzzle")) puzzles_.insert(item);
    const std::vector<std::string> due = profile_->due("lesson");
    due_ = {due.begin(), due.end()};
    due_puzzles_ = profile_->due("puzzle");
    due_mistakes_ = profile_->due("mistake");
    progress_ = progress_of(profile_->debriefed());
    foretells_ = profile_->foretells();
}

const Attempt* Course::best(const std::string& lesson) const {
    const auto found = best_.find(lesson);
    return found == best_.end() ? nullptr : &found->second;
}

int Course::passed() const {
    return static_cast<int>(std::ranges::count_if(lessons_, [&](const Lesson& lesson) {
        const Attempt* attempt = best(lesson.id);
        return attempt != nullptr && attempt->passed;
    }));
}

std::vector<std::uint64_t> Course::due_puzzles(const PuzzleSource& source) const {
    std::vector<std::uint64_t> deals;
    for (const std::string& item : due_puzzles_)
        if (const auto deal = source.deal_of(item)) deals.push_back(*deal);
    return deals;
}

std::uint64_t Course::fresh_puzzle(const PuzzleSource& source) const {
    std::uint64_t fresh = 0;
    for (const std::string& item : puzzles_)
        if (const auto deal = source.deal_of(item)) fresh = std::max(fresh, *deal + 1);
    return fresh;
}

std::uint64_t Course::fresh_deal(const Session& session) const {
    const DealKey key = key_of(session);
    std::uint64_t fresh = 0;
    for (const DebriefedDeal& deal : progress_.deals)
        if (deal.key.company == key.company && deal.key.seed == key.seed) fresh = std::max(fresh, deal.key.deal + 1);
    return fresh;
}

void Course::keep(Attempt attempt) {
    attempt.at = seconds_now();
    if (attempt.kind == "puzzle") {
        puzzles_.insert(attempt.item);
        std::erase(due_puzzles_, attempt.item);
    } else {
        const auto [entry, first] = best_.emplace(attempt.item, attempt);
        if (!first && attempt.points > entry->second.points) entry->second = attempt;
    }
    write([&](Profile& profile) { profile.add(attempt); });
}

void Course::keep(const Mistake& mistake, Attempt attempt) {
    attempt.at = seconds_now();
    std::erase(due_mistakes_, mistake.item);
    write([&](Profile& profile) { profile.add(attempt, position_text(mistake)); });
}

std::vector<Mistake> Course::mistakes_to_try() {
    if (!profile_) return {};
    DueMistakes due = assent::due_mistakes(*profile_);
    look_up();
    return std::move(due.mistakes);
}

void Course::set_foretells(bool on) {
    foretells_ = on;
    write([&](Profile& profile) { profile.set_foretells(on); });
}

void Course::keep(DebriefedDeal deal) {
    const auto same = [&](const DebriefedDeal& other) { return other.key == deal.key; };
    if (std::ranges::any_of(progress_.deals, same)) return;
    deal.at = seconds_now();
    write([&](Profile& profile) { profile.add(deal); });
    if (std::ranges::any_of(progress_.deals, same)) return; // looked up
    std::vector<DebriefedDeal> deals = progress_.deals;
    deals.push_back(std::move(deal));
    progress_ = progress_of(std::move(deals));
}

void Course::write(const std::function<void(Profile&)>& entry) {
    if (path_.empty()) return;
    try {
        if (!profile_) {
            make_folder(path_.parent_path(), tr("what you reach"));
            profile_.emplace(path_, usual_trainee());
        }
        if (!std::exchange(sat_down_, true)) profile_->begin_sitting();
        entry(*profile_);
        look_up();
        trouble_.clear();
    } catch (const UserError& error) {
        trouble_ = error.what();
    }
}

} // namespace assent::viewer
