#pragma once
// The numbers of a Plan that an experiment can move: constants of the mechanisms and uncertain numbers of the scenario.
#include "engine/plan.hpp"

#include <string>
#include <vector>

namespace assent {

/// A number that is moved.
struct PlanNumber {
    enum class Kind : std::uint8_t {
        constant, ///< of the mechanisms; its ends are a share of the way to either end of its key's range
        drawn,    ///< a distribution of the scenario; its ends are the 10th and the 90th percentile
    } kind = Kind::constant;
    std::size_t place = 0;    ///< in Plan::assumptions or in Plan::draws
    std::string key;          ///< dotted, as in a scenario: "assumptions.trust_gain", "company.need"
    double preset = 0;        ///< the scenario's value; of a distribution its median
    double low = 0, high = 0; ///< low <= preset <= high
    /// A constant at an end of its range has one end that is its value.
    [[nodiscard]] bool stays_at(double value) const { return kind == Kind::constant && value == preset; }
};

/// The ends of an uncertain number, as probabilities: the usual ones of a tornado.
inline constexpr double low_percentile = 0.1, high_percentile = 0.9;

/// Which constants are moved.
struct ConstantChoice {
    bool all_sources = false; ///< also those with a published figure
    /// How far, as a share of the way from the value to either end of the range that the key allows, in (0, 1]. Our
    /// convention 0.8: what is left out at either end is a tenth of the range of a constant in its middle.
    double reach = 0.8;
    [[nodiscard]] bool takes(std::size_t assumption) const;
};

/// Throws UserError unless the reach lies in (0, 1].
void check_reach(double reach);

/// A constant. Precondition: it is not drawn.
PlanNumber constant_number(const Plan& plan, std::size_t assumption, double reach);
/// An uncertain number; `key` names it.
PlanNumber drawn_number(const Plan& plan, std::size_t draw, const std::string& key);

/// Value of an uncertain number at a probability in [0, 1], as the kernel draws it.
double quantile_of(const Plan& plan, std::size_t draw, double probability);

/// Puts a number of the plan at a value. Whatever else is drawn is drawn as before.
void move_number(Plan& plan, const PlanNumber& number, double value);
/// The same in a copy.
Plan moved(const Plan& plan, const PlanNumber& number, double value);

} // namespace assent
