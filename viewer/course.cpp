#include "viewer/course.hpp"

#include "viewer/language.hpp"

#include "model/user_error.hpp"

#include <algorithm>
#include <chrono>
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
    best_ = best_attempts(profile_->attempts(), "lesson");
    const std::vector<std::string> due = profile_->due("lesson");
    due_ = {due.begin(), due.end()};
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

void Course::keep(Attempt attempt) {
    using std::chrono::system_clock;
    attempt.at = std::chrono::duration_cast<std::chrono::seconds>(system_clock::now().time_since_epoch()).count();
    const auto [entry, first] = best_.emplace(attempt.item, attempt);
    if (!first && attempt.points > entry->second.points) entry->second = attempt;
    if (path_.empty()) return;
    try {
        if (!profile_) {
            std::error_code failed;
            std::filesystem::create_directories(path_.parent_path(), failed);
            if (failed)
                throw UserError(trf("{}: cannot be made ({}); what you reach is not kept; choose another folder with "
                                    "--profile",
                                    path_.parent_path().string(), failed.message()));
            profile_.emplace(path_, usual_trainee());
        }
        if (!std::exchange(sat_down_, true)) profile_->begin_sitting();
        profile_->add(attempt);
        look_up();
        trouble_.clear();
    } catch (const UserError& error) {
        trouble_ = error.what();
    }
}

} // namespace assent::viewer
