#include "experiment/tornado_across.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace assent {
namespace {

/// Precondition: not empty.
double median(std::vector<double> values) {
    std::ranges::sort(values);
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

} // namespace

double swing_size(const Tornado& tornado, const TornadoBar& bar) {
    if (tornado.request.measure == RankMeasure::win) return bar.swing;
    const double earned = std::abs(tornado.measured.estimate);
    return earned > 0 ? bar.swing / earned : 0;
}

std::vector<ConstantAcross> constants_across(std::span<const Tornado* const> tornados) {
    std::map<std::string, std::vector<double>> swings;
    std::map<std::string, ConstantAcross> found;
    for (const Tornado* tornado : tornados)
        for (const TornadoBar& bar : tornado->bars) {
            if (!bar.number.key.starts_with("assumptions.")) continue;
            ConstantAcross& constant = found[bar.number.key];
            constant.key = bar.number.key;
            ++constant.companies;
            constant.turns += bar.turns();
            constant.settles += bar.settles();
            constant.touches += bar.touched;
            swings[bar.number.key].push_back(swing_size(*tornado, bar));
        }
    std::vector<ConstantAcross> constants;
    for (auto& [key, constant] : found) {
        constant.median_swing = median(swings[key]);
        constant.largest_swing = std::ranges::max(swings[key]);
        constants.push_back(constant);
    }
    std::ranges::stable_sort(constants, std::ranges::greater{}, [](const ConstantAcross& constant) {
        return std::tuple(constant.turns, constant.largest_swing);
    });
    return constants;
}

} // namespace assent
