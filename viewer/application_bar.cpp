// The bar at the top: mark, tabs, company, switches of theme and language.
#include "viewer/application.hpp"
#include "viewer/card.hpp"
#include "viewer/marks.hpp"

#include <algorithm>
#include <memory>
#include <numeric>

#include <fmt/format.h>

namespace assent::viewer {
namespace {

/// Two discs, one agreeing with the other.
void draw_logo(const Look& look, ImVec2 centre) {
    ImDrawList* draw = ImGui::GetWindowDrawList();
    draw->AddCircleFilled({centre.x - look.px(1), centre.y + look.px(1)}, look.px(10), look.theme.won, 40);
    draw->AddCircleFilled({centre.x + look.px(6.5f), centre.y - look.px(6.5f)}, look.px(6.5f), look.theme.page, 32);
    draw->AddCircleFilled({centre.x + look.px(6.5f), centre.y - look.px(6.5f)}, look.px(4.5f), look.theme.topics[0],
                          32);
}

/// One segment of a row of switches; true when it is pressed.
bool segment(const Look& look, const char* id, const std::string& label, const Area& area, bool chosen) {
    ImGui::SetCursorScreenPos(area.min());
    const bool pressed = ImGui::InvisibleButton(id, {area.width, area.height});
    const bool hovered = ImGui::IsItemHovered();
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const Theme& theme = look.theme;
    if (chosen)
        draw->AddRectFilled(area.min(), area.max(), theme.dark ? mixed(theme.track, theme.accent, 0.16f) : theme.card,
                            look.px(7));
    if (chosen && !theme.dark) draw->AddRect(area.min(), area.max(), theme.line, look.px(7));
    ImFont* font = chosen ? look.fonts.strong : look.fonts.text;
    draw_text(font, {area.centre().x, area.centre().y - font->FontSize / 2},
              chosen || hovered ? theme.ink : theme.muted, fitted(font, label, area.width - look.px(6)), 0.5f);
    return pressed;
}

void draw_trough(const Look& look, const Area& area) {
    ImGui::GetWindowDrawList()->AddRectFilled(area.min(), area.max(),
                                              look.theme.dark ? look.theme.card : look.theme.track, look.px(9));
}

} // namespace

void Application::draw_top_bar(const Area& bar) {
    Area area = bar;
    const Area left = area.take_left(look_.px(118));
    draw_logo(look_, {left.x + look_.px(13), left.centre().y});
    draw_text(look_.fonts.heading, {left.x + look_.px(34), left.centre().y - look_.fonts.heading->FontSize / 2},
              look_.theme.ink, "Assent");
    draw_tabs(area.take_left(look_.px(89) * float(screens_.size()), look_.px(16)));
    draw_switches(area.take_right(look_.px(142), look_.px(14)));
    draw_client(area);
}

void Application::draw_tabs(const Area& area) {
    draw_trough(look_, area);
    Area rest = area.inner(look_.px(3));
    // Alike, unless a title has no room in its part: then each tab is as wide as its title needs.
    const float each = rest.width / float(screens_.size()), rim = look_.px(6);
    std::vector<float> widths;
    for (const auto& screen : screens_) widths.push_back(text_width(look_.fonts.strong, screen->title()) + rim);
    const bool alike = std::ranges::all_of(widths, [&](float width) { return width <= each; });
    const float spare = (rest.width - std::accumulate(widths.begin(), widths.end(), 0.0f)) / float(widths.size());
    for (std::size_t place = 0; place < screens_.size(); ++place) {
        const std::string name(screens_[place]->name());
        if (segment(look_, name.c_str(), screens_[place]->title(), rest.take_left(alike ? each : widths[place] + spare),
                    place == shown_))
            wishes_.show = name;
        mark("tab." + name);
    }
}

void Application::draw_client(const Area& area) {
    const std::shared_ptr<const Client> own = screen().client(), client = own ? own : desk_.client;
    if (!client) return;
    const float right = area.x + area.width;
    draw_text(look_.fonts.strong, {right, area.y + look_.px(1)}, look_.theme.ink,
              fitted(look_.fonts.strong, client->name(), area.width), 1);
    const std::string& title = client->model.title;
    const std::string name = title.empty() ? client->path.filename().string() : title;
    const std::optional<std::uint64_t> own_seed = screen().seed();
    const bool of_desk = desk_.client && client->path == desk_.client->path;
    const std::string note = own_seed || of_desk ? trf("{} · seed {}", name, own_seed.value_or(desk_.seed)) : name;
    draw_text(look_.fonts.small, {right, area.y + look_.px(17)}, look_.theme.muted,
              fitted(look_.fonts.small, note, area.width), 1);
}

void Application::draw_switches(const Area& area) {
    draw_trough(look_, area);
    Area rest = area.inner(look_.px(3));
    const bool dark = look_.theme.dark, english = current_language() == Language::english;
    const float each = look_.px(32);
    if (segment(look_, "##english", "EN", rest.take_left(each), english)) wishes_.language = Language::english;
    mark("language.en");
    if (segment(look_, "##mongolian", "МН", rest.take_left(each), !english)) wishes_.language = Language::mongolian;
    mark("language.mn");
    if (segment(look_, "##theme", dark ? tr("Light") : tr("Dark"), rest, false))
        wishes_.theme = dark ? ThemeKind::light : ThemeKind::dark;
    mark("theme");
}

} // namespace assent::viewer
