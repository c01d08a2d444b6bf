#pragma once
// A small canvas that writes SVG. Colours come from the style sheet of the page by class, so that one picture serves
// light, dark and paper; numbers are written with fixed digits, so that equal input gives equal bytes.
#include <string>
#include <string_view>
#include <vector>

namespace assent {

struct Point {
    double x = 0, y = 0;
};

struct Box {
    double x = 0, y = 0, width = 0, height = 0;
    [[nodiscard]] double right() const { return x + width; }
    [[nodiscard]] double bottom() const { return y + height; }
    [[nodiscard]] Point centre() const { return {x + width / 2, y + height / 2}; }
};

enum class Anchor { start, middle, end };

class Svg {
  public:
    /// `title` and `description` are what a screen reader says in place of the picture.
    Svg(double width, double height, std::string_view title, std::string_view description);

    // `style` is one or more classes of the page's style sheet; texts are escaped.
    void rectangle(const Box& box, std::string_view style, double corner = 0);
    void line(Point from, Point to, std::string_view style);
    void polyline(const std::vector<Point>& points, std::string_view style);
    void polygon(const std::vector<Point>& points, std::string_view style);
    void circle(Point centre, double radius, std::string_view style);
    void text(Point at, std::string_view text, std::string_view style, Anchor anchor = Anchor::start);
    /// Text that runs downwards at `degrees` and ends at `at`.
    void slanted_text(Point at, std::string_view text, std::string_view style, double degrees);
    /// Part of a circle's line, clockwise from `from` to `to` in turns from twelve o'clock; less than a whole turn.
    void arc(Point centre, double radius, double from, double to, std::string_view style);
    /// Quadratic curve.
    void curve(Point from, Point bend, Point to, std::string_view style, double stroke_width);

    /// What is drawn until close_group() shows `tooltip` when pointed at.
    void open_group(std::string_view tooltip, std::string_view style = {});
    void close_group();

    [[nodiscard]] std::string finish() &&;

  private:
    std::string markup_;
    void points(std::string_view element, const std::vector<Point>& points, std::string_view style);
};

/// A coordinate as in the markup: one decimal, no trailing zero, no negative zero.
std::string coordinate(double value);

} // namespace assent
