#include "viewer/script.hpp"

#include "viewer/keys.hpp"
#include "viewer/png_file.hpp"

#include "model/user_error.hpp"
#include "store/atomic_file.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <iostream>
#include <sstream>

#include <fmt/format.h>

namespace assent::viewer {
namespace {

struct NamedKey {
    std::string_view name;
    int number;
};
constexpr NamedKey named_keys[] = {
    {"enter", key::enter}, {"escape", key::escape}, {"tab", key::tab},         {"backspace", key::backspace},
    {"delete", key::del},  {"left", key::left},     {"right", key::right},     {"up", key::up},
    {"down", key::down},   {"home", key::home},     {"end", key::end},         {"f1", key::f1},
    {"f6", key::f6},       {"space", key::space},   {"page_up", key::page_up}, {"page_down", key::page_down}};

bool take_prefix(std::string& text, std::string_view prefix) {
    if (!text.starts_with(prefix)) return false;
    text.erase(0, prefix.size());
    return true;
}

void press(Headless& window, std::string keys) {
    bool control = false, shift = false;
    for (bool again = true; again;) {
        again = take_prefix(keys, "ctrl+");
        control |= again;
        const bool shifted = take_prefix(keys, "shift+");
        shift |= shifted;
        again |= shifted;
    }
    const auto* named = std::ranges::find(named_keys, keys, &NamedKey::name);
    const bool letter = keys.size() == 1 && ((keys[0] >= 'a' && keys[0] <= 'z') || (keys[0] >= '0' && keys[0] <= '9'));
    if (named == std::end(named_keys) && !letter)
        throw UserError(
            fmt::format("there is no key {}; write a letter, a digit, enter, escape, left, ctrl+b, …", keys));
    const int capital = letter && keys[0] >= 'a' ? keys[0] - 'a' + 'A' : letter ? keys[0] : 0;
    window.press(letter ? capital : named->number, control, shift);
}

void run_line(Headless& window, const std::string& verb, const std::string& rest, const std::filesystem::path& folder) {
    if (verb == "click")
        window.click(rest);
    else if (verb == "menu")
        window.click_right(rest);
    else if (verb == "hover")
        window.move_to(rest), window.frame();
    else if (verb == "type")
        window.type(rest);
    else if (verb == "key")
        press(window, rest);
    else if (verb == "wait")
        window.settle();
    else if (verb == "open")
        window.application().open(folder / rest), window.frame();
    else if (verb == "screen")
        window.application().show(rest), window.frame();
    else if (verb == "where") {
        const ImVec2 place = window.place_of(rest).centre();
        std::cout << fmt::format("{:.0f} {:.0f}\n", place.x, place.y);
    } else if (verb == "shot")
        write_file(folder / rest, png_of(picture_of(window)));
    else
        throw UserError(fmt::format(
            "there is no step {}; write click, menu, hover, type, key, wait, open, screen, where or shot", verb));
}

} // namespace

Image picture_of(Headless& window) {
    const std::array textures{font_texture()};
    return rasterise(*ImGui::GetDrawData(), textures, window.application().look().theme.page);
}

void run_script(Headless& window, const std::string& text, const std::string& name,
                const std::filesystem::path& folder) {
    std::istringstream lines(text);
    std::string line;
    for (int number = 1; std::getline(lines, line); ++number) {
        if (line.ends_with('\r')) line.pop_back();
        if (line.empty() || line.front() == '#') continue;
        const std::size_t end = std::min(line.find(' '), line.size());
        const std::string rest = end < line.size() ? line.substr(end + 1) : "";
        try {
            run_line(window, line.substr(0, end), rest, folder);
        } catch (const UserError& error) {
            throw UserError(fmt::format("{}:{}: {} ({})", name, number, line, error.what()));
        }
    }
}

void run_script_file(const Options& options) {
    std::ifstream file(options.script, std::ios::binary);
    std::ostringstream text;
    if (!file || !(text << file.rdbuf()))
        throw UserError(fmt::format("--script {}: cannot be read; name a file of steps", options.script.string()));
    Headless window(options);
    window.settle();
    run_script(window, text.str(), options.script.string(), std::filesystem::absolute(options.script).parent_path());
}

} // namespace assent::viewer
