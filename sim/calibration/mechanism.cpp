#include "calibration/mechanism.hpp"

#include "calibration/logit.hpp"
#include "model/distribution_table.hpp"

#include <algorithm>

namespace assent {
namespace {

constexpr std::array<AxisTraits, axis_count> axes{{{"leaning", "logit", 4},
                                                   {"comfort", "logit", 3},
                                                   {"trust", "logit", 2.5},
                                                   {"attention", "logit", 2.5},
                                                   {"need", "logit", 2.5},
                                                   {"budget", "logarithm", 1}}};

// Only differences between alternatives count in a choice, so a rival that is worth more to everybody is the same as our
// offer and doing nothing worth less.
constexpr std::array<Mechanism, 7> vocabulary_of_moves{
    {{"leaning", "what every member thinks of us beforehand, logit", {1, 0, 0, 0, 0, 0}},
     {"competitor", "what every rival is worth to every member, logit; against us when above 0", {-1, -1, 0, 0, 0, 0}},
     {"comfort", "how well the company lives with doing nothing, logit", {0, 1, 0, 0, 0, 0}},
     {"trust", "initial trust of every member in us, logit of the share", {0, 0, 1, 0, 0, 0}},
     {"attention", "how present we are to every member in week 1, logit of the share", {0, 0, 0, 1, 0, 0}},
     {"need", "how hot the need is in week 1, logit of the share", {0, 0, 0, 0, 1, 0}},
     {"budget", "the budget, logarithm: 0.1 is a tenth more", {0, 0, 0, 0, 0, 1}}}};

/// Where a share of exactly 0 or 1 stands before it is moved: its own logit is infinite.
constexpr double least_share = 0.02;

double moved_share(double share, double move) {
    return logistic(logit(std::clamp(share, least_share, 1 - least_share)) + move);
}

/// A share moved by its logit: the parameters of a distribution move as its values would; a beta one keeps its weight.
Number moved_share(Number share, double move) {
    if (move == 0) return share;
    switch (share.kind) {
    case Number::Kind::constant:
    case Number::Kind::normal:
        share.a = moved_share(share.a, move);
        break;
    case Number::Kind::beta: {
        const double weight = share.a + share.b;
        share.a = weight * moved_share(share.a / weight, move);
        share.b = weight - share.a;
        break;
    }
    case Number::Kind::discrete:
        for (auto& [value, probability] : share.outcomes) value = moved_share(value, move);
        break;
    case Number::Kind::unset:
    case Number::Kind::unknown:
        break;
    default:
        for (double* corner : {&share.a, &share.b, &share.c}) *corner = moved_share(*corner, move);
    }
    return share;
}

} // namespace

const AxisTraits& traits(Axis axis) { return axes[static_cast<std::size_t>(axis)]; }

std::span<const Mechanism> mechanisms() { return vocabulary_of_moves; }

const Mechanism* find_mechanism(std::string_view name) {
    const auto found = std::ranges::find(vocabulary_of_moves, name, &Mechanism::name);
    return found == vocabulary_of_moves.end() ? nullptr : &*found;
}

Number& trust_in(NamedNumbers& trust, const std::string& alternative) {
    const auto found = std::ranges::find(trust, alternative, &NamedNumbers::value_type::first);
    return found != trust.end() ? found->second : trust.emplace_back(alternative, 0.5).second;
}

Moves held(Moves moves) {
    for (std::size_t k = 0; k < axis_count; ++k) moves[k] = std::clamp(moves[k], -axes[k].limit, axes[k].limit);
    return moves;
}

Model moved(Model base, const Moves& wanted) {
    const Moves moves = held(wanted);
    const auto move = [&](Axis axis) { return moves[static_cast<std::size_t>(axis)]; };
    for (int d = 0; d < base.centre.size(); ++d) {
        Stakeholder& person = base.centre.stakeholder(d);
        person.leaning = shifted(person.leaning, move(Axis::leaning));
        person.attention = moved_share(person.attention, move(Axis::attention));
        Number& trust = trust_in(person.trust, base.alternatives.front().id);
        trust = moved_share(trust, move(Axis::trust));
    }
    base.company.comfort = shifted(base.company.comfort, move(Axis::comfort));
    base.company.need = moved_share(base.company.need, move(Axis::need));
    base.company.budget = scaled(base.company.budget, std::exp(move(Axis::budget)));
    return base;
}

} // namespace assent
