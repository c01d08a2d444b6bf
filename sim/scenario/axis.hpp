#pragma once
// An axis of a sweep: a path of the scenario and what it runs over.
#include "model/model.hpp"

#include <string>
#include <vector>

namespace assent {

/// What a path runs over. Written as a list of values, `{ from = 0.4, to = 0.9, steps = 6 }` (short: 0.4:0.9:6), or a
/// distribution (scenarios/README.md) with or without `steps`.
struct SweepAxis {
    enum class Kind : std::uint8_t { values, range, distribution } kind = Kind::values;
    std::string path;                ///< as --set has it
    std::string written;             ///< as the user wrote it
    std::vector<std::string> values; ///< as a file writes them
    double from = 0, to = 0;         ///< range
    int steps = 0;                   ///< of a range or distribution in a grid or zip; 0: not given
    Number distribution;

    static constexpr int steps_limit = 1'000'000;

    /// Values that a grid takes; 0: none without steps.
    [[nodiscard]] std::size_t count() const {
        return kind == Kind::values ? values.size() : static_cast<std::size_t>(steps);
    }
};

/// Reads what an axis runs over. `origin` stands for the file in messages. Throws UserError with place, problem, remedy.
SweepAxis axis_of(const Setting& setting, const std::string& origin);

/// Does a value of --set mean an axis: a:b:n, or a list?
bool looks_like_axis(const std::string& value);

/// A number as a file writes it: the fewest digits that give it back.
std::string number_text(double number);

} // namespace assent
