#include "viewer/draft.hpp"

#include "viewer/language.hpp"
#include "viewer/profile.hpp"

#include "scenario/slot_text.hpp"
#include "store/atomic_file.hpp"
#include "store/strong_id.hpp"

#include <fstream>
#include <iterator>
#include <string_view>

#include <fmt/format.h>

namespace assent::viewer {
namespace {

constexpr int looked_for = 20;                                   ///< drafts of one scenario that are found again
constexpr std::string_view base_mark = "# changes of the text "; ///< second line; the first one names the scenario

Draft::Left read_draft(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::string scenario, base;
    std::getline(file, scenario);
    std::getline(file, base);
    Draft::Left left;
    if (base.starts_with(base_mark)) left.base = base.substr(base_mark.size());
    left.text.assign(std::istreambuf_iterator<char>(file), {});
    return left;
}

} // namespace

Draft::Draft(const std::filesystem::path& folder, const std::filesystem::path& scenario) : folder_(folder) {
    std::error_code none;
    scenario_ = std::filesystem::weakly_canonical(scenario, none);
    for (int number = 1; number <= looked_for; ++number) {
        const std::filesystem::path path = numbered(number);
        if (!std::filesystem::is_regular_file(path, none)) continue;
        lock_ = FileLock::take(path);
        if (!lock_) continue;
        path_ = path;
        left_ = read_draft(path);
        return;
    }
}

std::string Draft::identity(const std::string& text) { return strong_id(text); }

bool Draft::made_from(const Left& left, const std::string& saved) { return left.base == identity(saved); }

std::filesystem::path Draft::numbered(int number) const {
    return folder_ / fmt::format("{}-{}.draft.toml", strong_id(scenario_.string()), number);
}

void Draft::find_place() {
    make_folder(folder_, tr("changes that are not saved"));
    std::error_code none;
    for (int number = 1; path_.empty(); ++number) {
        const std::filesystem::path path = numbered(number);
        if (std::filesystem::exists(path, none)) continue;
        lock_ = FileLock::take(path);
        if (lock_) path_ = path;
    }
}

void Draft::keep(const std::string& text, const std::string& base) {
    if (folder_.empty()) return;
    if (path_.empty()) find_place();
    write_file(path_,
               fmt::format("# not saved into {}\n{}{}\n{}", in_quotes(scenario_.string()), base_mark, base, text));
}

void Draft::drop() {
    std::error_code none;
    if (!path_.empty()) std::filesystem::remove(path_, none);
    set_aside();
}

void Draft::set_aside() {
    path_.clear();
    lock_.reset();
    left_.reset();
}

} // namespace assent::viewer
