#include "viewer/vector_picture.hpp"

#include "report/html_text.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <map>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <imgui_internal.h>

namespace assent::viewer {
namespace {

constexpr float near = 0.05f; ///< pixels: closer than this is the same place

struct Letter {
    const ImFont* font = nullptr;
    const ImFontGlyph* glyph = nullptr;
};

/// Finds a glyph by where it lies in the atlas.
class Letters {
  public:
    explicit Letters(const ImFontAtlas& atlas) {
        for (const ImFont* font : atlas.Fonts)
            for (const ImFontGlyph& glyph : font->Glyphs)
                if (glyph.Visible) places_[{glyph.U0, glyph.V0}] = {font, &glyph};
    }
    /// The glyph with this corner; one that was cut off at its window's rim begins elsewhere and is not found.
    [[nodiscard]] std::optional<Letter> at(ImVec2 corner) const {
        const auto found = places_.find({corner.x, corner.y});
        return found == places_.end() ? std::nullopt : std::optional(found->second);
    }

  private:
    std::map<std::pair<float, float>, Letter> places_;
};

bool same_place(ImVec2 one, ImVec2 other) {
    return std::abs(one.x - other.x) < near && std::abs(one.y - other.y) < near;
}

std::string number(float value) {
    std::string text = fmt::format("{:.2f}", value);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
    return text == "-0" ? "0" : text;
}

std::string utf8(ImWchar letter) {
    char bytes[5] = {};
    return ImTextCharToUtf8(bytes, letter);
}

/// fill="#rrggbb" and, where it shows through, its opacity; the same for stroke and stop.
std::string colour(std::string_view what, ImU32 value) {
    const ImVec4 parts = ImGui::ColorConvertU32ToFloat4(value);
    std::string text = fmt::format(" {}=\"#{:02x}{:02x}{:02x}\"", what == "stop" ? "stop-color" : what, value & 255U,
                                   value >> 8 & 255U, value >> 16 & 255U);
    if (parts.w < 1) text += fmt::format(" {}-opacity=\"{}\"", what, number(parts.w));
    return text;
}

class Writer {
  public:
    Writer(const Fonts& fonts, const VectorPicture& picture)
        : fonts_(fonts), area_(picture.area), letters_(*ImGui::GetIO().Fonts) {
        const ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
        white_ = atlas.TexUvWhitePixel;
    }

    void draw(const ImDrawList& list) {
        for (const ImDrawCmd& command : list.CmdBuffer) {
            if (command.UserCallback != nullptr || !clip(command.ClipRect)) continue;
            const std::span indices(list.IdxBuffer.Data + command.IdxOffset, command.ElemCount);
            const ImDrawVert* vertices = list.VtxBuffer.Data + command.VtxOffset;
            std::vector<ImDrawVert> corners; // of a fan of triangles around its first corner
            std::size_t first = 0;           // index of that corner
            for (std::size_t at = 0; at + 2 < indices.size(); at += 3) {
                const bool goes_on =
                    !corners.empty() && indices[at] == first && at > 0 && indices[at + 1] == indices[at - 1];
                if (!goes_on) {
                    shape(corners);
                    first = indices[at];
                    corners = {vertices[indices[at]], vertices[indices[at + 1]]};
                }
                corners.push_back(vertices[indices[at + 2]]);
            }
            shape(corners);
            flush();
        }
        end_clip();
    }

    [[nodiscard]] std::string definitions() const { return definitions_; }
    [[nodiscard]] std::string body() const { return body_; }

  private:
    // Strokes: quads one after another, each beginning where the one before ended.
    struct Stroke {
        std::vector<ImVec2> points;
        float width = 0;
        ImU32 colour = 0;
        std::vector<ImDrawVert> single; ///< the quad itself, while it is the only one
    };
    struct Line {
        const ImFont* font = nullptr;
        ImU32 colour = 0;
        float baseline = 0, pen = 0;
        std::string text, places;
    };

    /// Opens the group of a clip rectangle; false: nothing of it is in the picture.
    bool clip(const ImVec4& rect) {
        const ImVec4 cut(std::max(rect.x, area_.x), std::max(rect.y, area_.y), std::min(rect.z, area_.max().x),
                         std::min(rect.w, area_.max().y));
        if (cut.x >= cut.z || cut.y >= cut.w) return false;
        if (clipped_ && std::memcmp(&cut, &*clipped_, sizeof cut) == 0) return true;
        end_clip();
        clipped_ = cut;
        const std::string id = fmt::format("c{}", ++clips_);
        definitions_ +=
            fmt::format("<clipPath id=\"{}\"><rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/></clipPath>\n", id,
                        number(cut.x), number(cut.y), number(cut.z - cut.x), number(cut.w - cut.y));
        body_ += fmt::format("<g clip-path=\"url(#{})\">\n", id);
        return true;
    }

    void end_clip() {
        flush();
        if (clipped_) body_ += "</g>\n";
        clipped_.reset();
    }

    void shape(const std::vector<ImDrawVert>& corners) {
        if (corners.size() < 3) return;
        if (corners[0].uv.x == white_.x && corners[0].uv.y == white_.y) return solid(corners);
        if (corners.size() != 4) return;
        end_stroke();
        if (const auto letter = letters_.at(corners[0].uv)) return write(*letter, corners);
        end_line();
        if (corners[0].uv.x == fonts_.glow_min.x && corners[0].uv.y == fonts_.glow_min.y) glow(corners);
    }

    void solid(const std::vector<ImDrawVert>& corners) {
        end_line();
        const bool plain =
            std::ranges::all_of(corners, [&](const ImDrawVert& each) { return each.col == corners[0].col; });
        if (plain && (corners[0].col & IM_COL32_A_MASK) == 0) return;
        if (plain && corners.size() == 4 && extend(corners)) return;
        end_stroke();
        if (plain && corners.size() == 4)
            stroke_ = {{middle(corners[0], corners[3]), middle(corners[1], corners[2])},
                       width(corners),
                       corners[0].col,
                       corners};
        else
            polygon(corners);
    }

    static ImVec2 middle(const ImDrawVert& one, const ImDrawVert& other) {
        return {(one.pos.x + other.pos.x) / 2, (one.pos.y + other.pos.y) / 2};
    }
    static float width(const std::vector<ImDrawVert>& quad) {
        return std::hypot(quad[0].pos.x - quad[3].pos.x, quad[0].pos.y - quad[3].pos.y);
    }

    /// Does the quad go on with the stroke being drawn.
    bool extend(const std::vector<ImDrawVert>& quad) {
        if (stroke_.points.empty() || stroke_.colour != quad[0].col || std::abs(stroke_.width - width(quad)) > near ||
            !same_place(stroke_.points.back(), middle(quad[0], quad[3])))
            return false;
        stroke_.points.push_back(middle(quad[1], quad[2]));
        return true;
    }

    void end_stroke() {
        const Stroke stroke = std::exchange(stroke_, {});
        if (stroke.points.empty()) return;
        if (stroke.points.size() == 2) return polygon(stroke.single);
        const bool closed = same_place(stroke.points.front(), stroke.points.back());
        body_ += closed ? "<polygon" : "<polyline";
        body_ += " fill=\"none\"" + colour("stroke", stroke.colour) +
                 fmt::format(" stroke-width=\"{}\"", number(stroke.width)) + " stroke-linejoin=\"round\" points=\"";
        for (std::size_t i = 0; i + (closed ? 1 : 0) < stroke.points.size(); ++i)
            body_ += fmt::format("{}{},{}", i == 0 ? "" : " ", number(stroke.points[i].x), number(stroke.points[i].y));
        body_ += "\"/>\n";
    }

    void polygon(const std::vector<ImDrawVert>& corners) {
        body_ += "<polygon" + fill(corners) + " points=\"";
        for (std::size_t i = 0; i < corners.size(); ++i)
            body_ += fmt::format("{}{},{}", i == 0 ? "" : " ", number(corners[i].pos.x), number(corners[i].pos.y));
        body_ += "\"/>\n";
    }

    /// One colour, or a gradient between the two corners that are farthest from each other in the direction along which
    /// the colours change.
    std::string fill(const std::vector<ImDrawVert>& corners) {
        const auto other =
            std::ranges::find_if(corners, [&](const ImDrawVert& each) { return each.col != corners[0].col; });
        if (other == corners.end()) return colour("fill", corners[0].col);
        const auto [left, right] =
            std::ranges::minmax_element(corners, {}, [](const ImDrawVert& each) { return each.pos.x; });
        const auto [top, bottom] =
            std::ranges::minmax_element(corners, {}, [](const ImDrawVert& each) { return each.pos.y; });
        const bool across = std::ranges::all_of(corners, [&, top = top](const ImDrawVert& each) {
            return std::abs(each.pos.y - top->pos.y) > near || each.col == top->col;
        });
        const ImDrawVert &from = across ? *top : *left, &to = across ? *bottom : *right;
        const std::string id = fmt::format("g{}", ++gradients_);
        definitions_ +=
            fmt::format("<linearGradient id=\"{}\" x1=\"0\" y1=\"0\" x2=\"{}\" y2=\"{}\"><stop offset=\"0\"{}/>"
                        "<stop offset=\"1\"{}/></linearGradient>\n",
                        id, across ? 0 : 1, across ? 1 : 0, colour("stop", from.col), colour("stop", to.col));
        return fmt::format(" fill=\"url(#{})\"", id);
    }

    /// The sprite of the atlas (fonts.cpp): opacity falls as a smooth step from the middle.
    void glow(const std::vector<ImDrawVert>& corners) {
        const ImVec2 centre{(corners[0].pos.x + corners[2].pos.x) / 2, (corners[0].pos.y + corners[2].pos.y) / 2};
        const std::string id = fmt::format("g{}", ++gradients_);
        definitions_ += fmt::format("<radialGradient id=\"{}\">", id);
        constexpr int stops = 8;
        for (int stop = 0; stop <= stops; ++stop) {
            const float left = 1 - float(stop) / stops, share = left * left * (3 - 2 * left);
            const auto alpha = static_cast<ImU32>(float(corners[0].col >> IM_COL32_A_SHIFT) * share + 0.5f);
            definitions_ +=
                fmt::format("<stop offset=\"{}\"{}/>", number(1 - left),
                            colour("stop", (corners[0].col & ~IM_COL32_A_MASK) | alpha << IM_COL32_A_SHIFT));
        }
        definitions_ += "</radialGradient>\n";
        body_ += fmt::format("<circle cx=\"{}\" cy=\"{}\" r=\"{}\" fill=\"url(#{})\"/>\n", number(centre.x),
                             number(centre.y), number((corners[2].pos.x - corners[0].pos.x) / 2), id);
    }

    void write(const Letter& letter, const std::vector<ImDrawVert>& corners) {
        const ImFontGlyph& glyph = *letter.glyph;
        const float pen = corners[0].pos.x - glyph.X0, baseline = corners[0].pos.y - glyph.Y0 + letter.font->Ascent;
        const bool goes_on = line_.font == letter.font && line_.colour == corners[0].col &&
                             std::abs(line_.baseline - baseline) < near && pen > line_.pen - 1 &&
                             pen < line_.pen + letter.font->FontSize;
        if (!goes_on) {
            end_line();
            line_ = {letter.font, corners[0].col, baseline, pen, {}, {}};
        } else if (pen > line_.pen + 0.1f * letter.font->FontSize) {
            line_.text += ' '; // spaces are not drawn, they are seen by what they leave free
            line_.places += ' ' + number(line_.pen);
        }
        line_.text += escaped(utf8(static_cast<ImWchar>(glyph.Codepoint)));
        line_.places += (line_.places.empty() ? "" : " ") + number(pen);
        line_.pen = pen + glyph.AdvanceX;
    }

    void end_line() {
        const Line line = std::exchange(line_, {});
        if (line.text.empty()) return;
        const bool strong = line.font == fonts_.strong || line.font == fonts_.heading || line.font == fonts_.figure;
        body_ += fmt::format("<text y=\"{}\" x=\"{}\" font-size=\"{}\"{}{}>{}</text>\n", number(line.baseline),
                             line.places, number(line.font->FontSize / line_of_em),
                             strong ? " font-weight=\"600\"" : "", colour("fill", line.colour), line.text);
    }

    void flush() {
        end_stroke();
        end_line();
    }

    const Fonts& fonts_;
    Area area_;
    Letters letters_;
    ImVec2 white_;
    std::string definitions_, body_;
    std::optional<ImVec4> clipped_;
    int clips_ = 0, gradients_ = 0;
    Stroke stroke_;
    Line line_;
};

} // namespace

std::string svg_of(const ImDrawData& data, const Fonts& fonts, const VectorPicture& picture) {
    Writer writer(fonts, picture);
    for (int list = 0; list < data.CmdListsCount; ++list) writer.draw(*data.CmdLists[list]);
    const Area& area = picture.area;
    std::string svg = fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}\" height=\"{1}\" viewBox=\"{2} {3} {0} {1}\" "
        "font-family=\"Inter, 'DejaVu Sans', sans-serif\" role=\"img\">\n<title>{4}</title>\n",
        number(area.width), number(area.height), number(area.x), number(area.y), escaped(picture.name));
    svg += "<defs>\n" + writer.definitions() + "</defs>\n";
    svg += fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"{}/>\n", number(area.x), number(area.y),
                       number(area.width), number(area.height), colour("fill", picture.background));
    return svg + writer.body() + "</svg>\n";
}

void draw_sharp(bool sharp) {
    ImGuiStyle& style = ImGui::GetStyle();
    style.AntiAliasedLines = style.AntiAliasedFill = !sharp;
}

} // namespace assent::viewer
