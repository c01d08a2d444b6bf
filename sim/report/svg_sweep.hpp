#pragma once
// The pictures of a sweep, from plain numbers to SVG text. A strategy has one letter and one colour in all of them.
#include "experiment/summary.hpp"

#include <functional>
#include <string>
#include <vector>

namespace assent {

/// Strategies that are drawn; further ones stand in the tables only.
inline constexpr std::size_t drawn_strategies = 8;

/// What a picture says of the letters when it stands by itself; empty on the page, which says it once.
using PictureKey = std::vector<std::string>;

/// Letter of a strategy by its place in the ranking: "A".
std::string strategy_letter(std::size_t place);

/// The measure of one strategy along an axis.
struct LinePoint {
    double x = 0;
    Interval y;
};
struct PictureLine {
    std::size_t place = 0; ///< letter and colour
    std::string name;
    std::vector<LinePoint> points;
};
struct LinePicture {
    std::string title;
    std::string x_name;             ///< below the axis
    std::vector<std::string> words; ///< of an axis of words: those at x = 0, 1, …; empty: x are numbers
    std::vector<PictureLine> lines;
    double low = 0, high = 1; ///< of y
    std::function<std::string(double)> x_text, y_text;
    PictureKey key;
};
/// Lines with bands over an axis of numbers, estimates with whiskers over one of words.
std::string draw_response(const LinePicture& picture, double width);
/// Rising lines without bands; y is a share from 0 to 1.
std::string draw_cumulative(const LinePicture& picture, double width);

struct MapCell {
    std::string letter; ///< empty: no point there
    std::string number; ///< shown where it fits
    std::string tooltip;
    std::size_t place = 0; ///< colour
    int depth = 4;         ///< 1 … 8
};
struct MapPicture {
    std::string title, across, down;
    std::vector<std::string> columns, rows;
    std::vector<MapCell> cells; ///< (row × column)
    PictureKey key;
};
std::string draw_best_map(const MapPicture& picture, double width);

/// Height of a key, and the key itself from `top` on.
double key_height(const PictureKey& key);
class Svg;
void draw_key(Svg& svg, const PictureKey& key, double top, double width);

} // namespace assent
