#include "viewer/theme.hpp"

#include <algorithm>
#include <string_view>

namespace assent::viewer {
namespace {

constexpr int hex_digit(char c) { return c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10; }

constexpr ImU32 from_hex(std::string_view text) { // "#rrggbb"
    const auto byte = [&](std::size_t at) { return ImU32(hex_digit(text[at]) * 16 + hex_digit(text[at + 1])); };
    return IM_COL32(byte(1), byte(3), byte(5), 255);
}

ImU32 named(std::string_view name, bool dark) {
    const auto* found = std::ranges::find(theme_colours, name, &ThemeColour::name);
    return from_hex(dark ? found->dark : found->light);
}

ImVec4 floats(ImU32 colour) { return ImGui::ColorConvertU32ToFloat4(colour); }

void apply_sizes(ImGuiStyle& style, float scale) {
    style = ImGuiStyle();
    style.WindowPadding = {14, 12};
    style.DisplaySafeAreaPadding = {14, 14}; // notes and lists stay within the margin of the page
    style.FramePadding = {10, 5};
    style.ItemSpacing = {8, 7};
    style.ItemInnerSpacing = {6, 5};
    style.CellPadding = {6, 4};
    style.WindowRounding = style.ChildRounding = style.PopupRounding = 10;
    style.FrameRounding = 6;
    style.GrabRounding = style.ScrollbarRounding = 6;
    style.TabRounding = 6;
    style.ScrollbarSize = 10;
    style.GrabMinSize = 12;
    style.WindowBorderSize = style.PopupBorderSize = style.ChildBorderSize = 1;
    style.FrameBorderSize = 0;
    style.WindowTitleAlign = {0, 0.5f};
    style.ScaleAllSizes(scale);
    style.WindowBorderSize = style.PopupBorderSize = style.ChildBorderSize = std::max(1.0f, scale * 0.75f);
}

void apply_colours(ImGuiStyle& style, const Theme& theme) {
    const auto set = [&](ImGuiCol place, ImU32 colour) { style.Colors[place] = floats(colour); };
    set(ImGuiCol_Text, theme.ink);
    set(ImGuiCol_TextDisabled, theme.muted);
    set(ImGuiCol_WindowBg, theme.card);
    set(ImGuiCol_ChildBg, faded(theme.card, 0));
    set(ImGuiCol_PopupBg, theme.raised);
    set(ImGuiCol_Border, theme.line);
    set(ImGuiCol_BorderShadow, 0);
    for (const ImGuiCol frame : {ImGuiCol_FrameBg, ImGuiCol_TitleBg, ImGuiCol_TitleBgActive, ImGuiCol_TitleBgCollapsed,
                                 ImGuiCol_MenuBarBg, ImGuiCol_TableHeaderBg})
        set(frame, theme.inset);
    set(ImGuiCol_FrameBg, theme.track);
    set(ImGuiCol_FrameBgHovered, mixed(theme.track, theme.accent, 0.15f));
    set(ImGuiCol_FrameBgActive, mixed(theme.track, theme.accent, 0.25f));
    set(ImGuiCol_ScrollbarBg, faded(theme.card, 0));
    set(ImGuiCol_ScrollbarGrab, theme.line);
    set(ImGuiCol_ScrollbarGrabHovered, mixed(theme.line, theme.ink, 0.2f));
    set(ImGuiCol_ScrollbarGrabActive, mixed(theme.line, theme.ink, 0.3f));
    for (const ImGuiCol mark : {ImGuiCol_CheckMark, ImGuiCol_NavHighlight, ImGuiCol_DragDropTarget})
        set(mark, theme.accent);
    // A number is written across the handle of its slider and has to be read there.
    set(ImGuiCol_SliderGrab, mixed(theme.accent, theme.card, 0.45f));
    set(ImGuiCol_SliderGrabActive, mixed(theme.accent, theme.card, 0.3f));
    set(ImGuiCol_Button, theme.track);
    set(ImGuiCol_ButtonHovered, mixed(theme.track, theme.accent, 0.3f));
    set(ImGuiCol_ButtonActive, mixed(theme.track, theme.accent, 0.45f));
    set(ImGuiCol_Header, mixed(theme.card, theme.accent, 0.25f));
    set(ImGuiCol_HeaderHovered, mixed(theme.card, theme.accent, 0.15f));
    set(ImGuiCol_HeaderActive, mixed(theme.card, theme.accent, 0.35f));
    for (const ImGuiCol line : {ImGuiCol_Separator, ImGuiCol_TableBorderStrong, ImGuiCol_TableBorderLight})
        set(line, theme.line);
    set(ImGuiCol_TableRowBg, faded(theme.card, 0));
    set(ImGuiCol_TableRowBgAlt, faded(theme.ink, 0.02f));
    set(ImGuiCol_TextSelectedBg, faded(theme.accent, 0.35f));
    set(ImGuiCol_ModalWindowDimBg, faded(theme.dark ? IM_COL32_BLACK : theme.ink, theme.dark ? 0.55f : 0.35f));
    set(ImGuiCol_ResizeGrip, faded(theme.line, 0));
}

} // namespace

Theme make_theme(ThemeKind kind) {
    Theme theme{};
    const bool dark = theme.dark = kind == ThemeKind::dark;
    const auto of = [&](std::string_view name) { return named(name, dark); };
    theme.page = dark ? mixed(of("page"), IM_COL32_BLACK, 0.35f) : of("page");
    theme.card = of("card");
    theme.inset = of("inset");
    theme.ink = of("ink");
    theme.muted = of("muted");
    theme.line = of("line");
    theme.track = of("track");
    theme.raised = dark ? mixed(theme.card, theme.track, 0.5f) : theme.card;
    theme.faint = mixed(theme.muted, theme.card, 0.35f);
    theme.accent = of("accent");
    theme.on_accent = of("on-accent");
    theme.won = of("won");
    theme.none = of("none");
    theme.lost = of("lost");
    theme.warning = of("lost2");
    theme.out = of("out");
    for (int t = 0; t < topic_colours; ++t) {
        const char name[] = {'t', char('0' + t), '\0'};
        theme.topics[std::size_t(t)] = of(name);
    }
    return theme;
}

ImU32 topic_colour(const Theme& theme, int number) {
    return theme.topics[std::size_t(std::clamp(number, 1, topic_colours) - 1)];
}

ImU32 mixed(ImU32 first, ImU32 second, float share) {
    const auto channel = [&](int shift) {
        const float a = float((first >> shift) & 0xff), b = float((second >> shift) & 0xff);
        return ImU32(a + (b - a) * std::clamp(share, 0.0f, 1.0f) + 0.5f) << shift;
    };
    return channel(0) | channel(8) | channel(16) | channel(24);
}

ImU32 faded(ImU32 colour, float opacity) {
    return (colour & ~IM_COL32_A_MASK) | ImU32(std::clamp(opacity, 0.0f, 1.0f) * 255 + 0.5f) << IM_COL32_A_SHIFT;
}

void apply_style(const Theme& theme, float scale) {
    ImGuiStyle& style = ImGui::GetStyle();
    apply_sizes(style, scale);
    apply_colours(style, theme);
}

} // namespace assent::viewer
