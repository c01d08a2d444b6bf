#pragma once
// The terminal: how wide, in colour or not, progress, and the key that interrupts.
#include "experiment/run.hpp"
#include "report/table.hpp"
#include "sweep/sweep.hpp"

#include <atomic>
#include <functional>
#include <string>

namespace assent::cli {

inline constexpr int exit_interrupted = 130; ///< 128 + SIGINT, as shells have it

/// How standard output wants its text: width of the terminal, or 100 columns when it is none; colour on a terminal only,
/// and not when NO_COLOR is set (no-color.org).
TextStyle output_style();

/// "4 s", "3 min 20 s", "2 h 5 min"; "?" for what is not finite.
std::string duration(double seconds);

/// Prints a note on standard error.
void note(const std::string& text);
/// The same, but only when somebody is sitting there.
void note_on_terminal(const std::string& text);

/// A bar on standard error, if that is a terminal; gone when it goes out of scope.
class ProgressBar {
  public:
    ProgressBar() = default;
    ProgressBar(const ProgressBar&) = delete;
    ProgressBar& operator=(const ProgressBar&) = delete;
    ~ProgressBar() { clear(); }
    void clear();
    [[nodiscard]] std::function<void(const Progress&)> observer();
    [[nodiscard]] std::function<void(const SweepProgress&)> sweep_observer();

  private:
    void draw(double share, const std::string& figures);
    bool drawn_ = false;
};

/// While it lives the first Ctrl-C only sets the flag; a second one ends the program at once.
class Interruption {
  public:
    Interruption();
    Interruption(const Interruption&) = delete;
    Interruption& operator=(const Interruption&) = delete;
    ~Interruption();
    [[nodiscard]] const std::atomic<bool>& flag() const;
    [[nodiscard]] bool happened() const { return flag().load(); }
};

} // namespace assent::cli
