#include "cli/terminal.hpp"

#include "report/number_words.hpp"

#include <algorithm>
#include <cmath>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <iostream>
#include <string_view>

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace assent::cli {
namespace {

constexpr int usual_width = 100;
constexpr int narrowest = 40;

std::atomic<bool> interrupted{false};
static_assert(std::atomic<bool>::is_always_lock_free); // so that a signal handler may touch it

bool is_terminal(int descriptor) { return ::isatty(descriptor) == 1; }

bool is_set(const char* variable) {
    const char* value = std::getenv(variable);
    return value != nullptr && *value != '\0';
}

bool is_dumb() {
    const char* terminal = std::getenv("TERM");
    return terminal == nullptr || std::string_view(terminal) == "dumb";
}

int width_of(int descriptor) {
    winsize size{};
    if (::ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return usual_width;
    return std::max<int>(narrowest, size.ws_col);
}

/// "3.1 M", "240 k", "75".
std::string rough(double number) {
    if (number >= 1e6) return fmt::format("{:.1f} M", number / 1e6);
    if (number >= 1e3) return fmt::format("{:.0f} k", number / 1e3);
    return fmt::format("{:.0f}", number);
}

extern "C" void on_interrupt(int) { interrupted.store(true); }

} // namespace

TextStyle output_style() {
    TextStyle style;
    if (!is_terminal(STDOUT_FILENO)) return style;
    style.width = width_of(STDOUT_FILENO);
    style.colour = !is_set("NO_COLOR") && !is_dumb();
    return style;
}

std::string duration(double seconds) {
    if (!std::isfinite(seconds)) return "?";
    const auto whole = static_cast<long>(std::ceil(std::max(0.0, seconds)));
    if (whole < 60) return fmt::format("{} s", whole);
    if (whole < 3600) return fmt::format("{} min {} s", whole / 60, whole % 60);
    return fmt::format("{} h {} min", whole / 3600, whole % 3600 / 60);
}

void note(const std::string& text) { std::cerr << text << '\n'; }

void note_on_terminal(const std::string& text) {
    if (is_terminal(STDERR_FILENO)) note(text);
}

std::function<void(const Progress&)> ProgressBar::observer() {
    if (!is_terminal(STDERR_FILENO) || is_dumb()) return {};
    return [this](const Progress& progress) {
        draw(static_cast<double>(progress.done) / static_cast<double>(std::max<std::int64_t>(1, progress.planned)),
             fmt::format("{} deals/s  {} left", rough(progress.replicates_per_second), duration(progress.seconds_left)));
    };
}

std::function<void(const SweepProgress&)> ProgressBar::sweep_observer() {
    if (!is_terminal(STDERR_FILENO) || is_dumb()) return {};
    return [this](const SweepProgress& progress) {
        draw(static_cast<double>(progress.done) / static_cast<double>(std::max<std::int64_t>(1, progress.planned)),
             fmt::format("{} of {} points  {} deals/s  {} left  {} leads with {:.0f} %", progress.done, progress.planned,
                         rough(progress.replicates_per_second), duration(progress.seconds_left), progress.leader,
                         100 * progress.leader_wins));
    };
}

void ProgressBar::draw(double share, const std::string& figures) {
    constexpr int length = 30;
    const int full = static_cast<int>(std::clamp(share, 0.0, 1.0) * length);
    std::string bar;
    for (int i = 0; i < length; ++i) bar += i < full ? "█" : "░";
    const std::string line = fmt::format("{} {:3.0f} %  {}", bar, 100 * share, figures);
    std::cerr << '\r' << shortened(line, width_of(STDERR_FILENO) - 1) << "\033[K" << std::flush;
    drawn_ = true;
}

void ProgressBar::clear() {
    if (drawn_) std::cerr << "\r\033[K" << std::flush;
    drawn_ = false;
}

Interruption::Interruption() {
    interrupted = false;
    struct sigaction action {};
    action.sa_handler = on_interrupt;
    action.sa_flags = static_cast<int>(SA_RESETHAND | SA_RESTART);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) ::sigaction(signal, &action, nullptr);
}

Interruption::~Interruption() {
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) std::signal(signal, SIG_DFL);
}

const std::atomic<bool>& Interruption::flag() const { return interrupted; }

} // namespace assent::cli
