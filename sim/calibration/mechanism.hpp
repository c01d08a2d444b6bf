#pragma once
// What a column of a CRM table can move in the simulated company: a short vocabulary of mechanisms of the model
// (sim/ODD.md), each of them a direction in the space of a few quantities.
#include "model/model.hpp"

#include <array>
#include <span>
#include <string>
#include <string_view>

namespace assent {

/// The quantities of the company that are moved. Logits of shares, so that a move never leaves [0, 1].
enum class Axis : std::uint8_t { leaning, comfort, trust, attention, need, budget };
inline constexpr int axis_count = 6;

/// How far the company is moved away from the base scenario, by axis: logit; of the budget the logarithm.
using Moves = std::array<double, axis_count>;

struct AxisTraits {
    std::string_view name;
    std::string_view unit;
    double limit; ///< moves beyond ± limit are held there, in the fit and in play alike
};
const AxisTraits& traits(Axis axis);

/// A word of the map file with what it stands for.
struct Mechanism {
    std::string_view name;
    std::string_view meaning;
    Moves direction; ///< moves of the axes for an effect of 1
};
std::span<const Mechanism> mechanisms();
/// The mechanism with this name, or nullptr.
const Mechanism* find_mechanism(std::string_view name);

/// Moves within the limits of their axes.
Moves held(Moves moves);

/// The company moved, with held moves. Leaning is that of every member towards us, trust that of every member in us.
Model moved(Model base, const Moves& moves);

/// A member's initial trust in an alternative; put there, at one half, when the scenario gives none.
Number& trust_in(NamedNumbers& trust, const std::string& alternative);

} // namespace assent
