#include "viewer/options.hpp"

#include "model/user_error.hpp"

#include <charconv>
#include <iostream>
#include <map>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace assent::viewer {
namespace {

constexpr int least_side = 320, greatest_side = 8192, most_frames = 100000;

} // namespace

void parse_size(const std::string& text, int& width, int& height) {
    const char* end = text.data() + text.size();
    const auto [x, bad_width] = std::from_chars(text.data(), end, width);
    const bool has_x = bad_width == std::errc() && x != end && *x == 'x';
    const auto [rest, bad_height] =
        has_x ? std::from_chars(x + 1, end, height) : std::from_chars_result{end, std::errc::invalid_argument};
    const auto possible = [](int side) { return side >= least_side && side <= greatest_side; };
    if (bad_height == std::errc() && rest == end && possible(width) && possible(height)) return;
    throw UserError(fmt::format("assent-viewer: --size {} (no size of a window); give width and height from {} to {}, "
                                "such as 1280x800",
                                text, least_side, greatest_side));
}

std::optional<Options> parse_options(int argc, char** argv) {
    Options options;
    std::string size, theme, language;
    CLI::App app("The window of Assent: rehearse a deal move by move, train, watch a sweep, go over what you did.",
                 "assent-viewer");
    app.set_version_flag("--version", std::string("assent-viewer ") + ASSENT_VERSION);
    app.add_option("file", options.file, "Scenario, saved session or store of a sweep")->type_name("FILE");
    app.add_option("--screen", options.screen, "Screen to begin with: start, train, rehearse, sweep, debrief, edit");
    app.add_option("--snapshot", options.snapshot, "Write a picture of the screen and open no window")
        ->type_name("FILE.png");
    app.add_option(
           "--script", options.script,
           "Take the steps of a file without a window (click, menu, hover, type, key, wait, open, screen, where, shot)")
        ->type_name("FILE");
    app.add_option("--measure", options.measured_frames,
                   "Draw so many frames in the real window, leave it alone for 10 s, print what that took and close it")
        ->type_name("FRAMES")
        ->check(CLI::Range(1, most_frames).description(""))
        ->excludes("--snapshot")
        ->excludes("--script");
    app.add_option("--size", size, "Size of the window or picture in pixels")->default_str("1280x800");
    app.add_option("--theme", theme, "dark or light")->check(CLI::IsMember({"dark", "light"}).description(""));
    app.add_option("--language", language, "en or mn")->check(CLI::IsMember({"en", "mn"}).description(""));
    app.add_option("--seed", options.seed, "Which luck is played")->capture_default_str();
    app.add_option("--rollouts", options.rollouts,
                   "How much the advisor of Rehearse plays of a position, about: fewer are sooner there and less sure")
        ->check(CLI::Range(least_rollouts, most_rollouts).description(""))
        ->capture_default_str();
    app.add_option("--profile", options.profile, "Folder of settings and autosaved sessions")->type_name("FOLDER");
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() != 0)
            throw UserError(fmt::format("assent-viewer: {}; see: assent-viewer --help", error.what()));
        app.exit(error);
        return std::nullopt;
    }
    if (!size.empty()) parse_size(size, options.width, options.height);
    if (!theme.empty()) options.theme = theme == "dark" ? ThemeKind::dark : ThemeKind::light;
    if (!language.empty()) options.language = language == "mn" ? Language::mongolian : Language::english;
    return options;
}

} // namespace assent::viewer
