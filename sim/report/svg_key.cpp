// Letters of strategies, and what they stand for.
#include "report/svg.hpp"
#include "report/svg_sweep.hpp"
#include "report/svg_text.hpp"

#include <fmt/format.h>

namespace assent {
namespace {

constexpr double row_height = 18;

} // namespace

std::string strategy_letter(std::size_t place) {
    return place < 26 ? std::string(1, static_cast<char>('A' + place)) : fmt::format("{}", place + 1);
}

double key_height(const PictureKey& key) { return key.empty() ? 0 : row_height * static_cast<double>(key.size()) + 8; }

void draw_key(Svg& svg, const PictureKey& key, double top, double width) {
    for (std::size_t i = 0; i < key.size(); ++i) {
        const double y = top + 14 + row_height * static_cast<double>(i);
        svg.rectangle({8, y - 9, 10, 10}, fmt::format("f{}", i), 2);
        svg.text({26, y}, strategy_letter(i), "strong");
        svg.text({42, y}, shortened(key[i], 12.5, width - 46), "");
    }
}

} // namespace assent
