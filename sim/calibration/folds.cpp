#include "calibration/folds.hpp"

#include "experiment/random_stream.hpp"

#include <algorithm>
#include <map>

namespace assent {

std::vector<int> assign_folds(std::span<const int> group, int folds, std::uint64_t seed, std::uint32_t repeat) {
    std::map<int, int> sizes;
    for (const int g : group) ++sizes[g];
    struct Shuffled {
        int group, size;
        std::uint32_t place;
    };
    RandomStream random(seed, RandomStream::Purpose::folds, repeat);
    std::vector<Shuffled> order;
    for (const auto& [g, size] : sizes) order.push_back({g, size, random.word()});
    std::ranges::sort(order, [](const Shuffled& a, const Shuffled& b) {
        return a.size != b.size ? a.size > b.size : a.place < b.place;
    });
    std::vector<int> filled(static_cast<std::size_t>(folds), 0);
    std::map<int, int> fold_of;
    for (const Shuffled& item : order) {
        const auto emptiest = std::ranges::min_element(filled);
        *emptiest += item.size;
        fold_of[item.group] = static_cast<int>(emptiest - filled.begin());
    }
    std::vector<int> result;
    for (const int g : group) result.push_back(fold_of[g]);
    return result;
}

} // namespace assent
