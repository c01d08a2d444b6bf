#include "experiment/plan_numbers.hpp"

#include "engine/opening.hpp"
#include "model/assumption_table.hpp"
#include "model/user_error.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace assent {

bool ConstantChoice::takes(std::size_t assumption) const {
    return all_sources || assumption_table[assumption].is_assumed();
}

void check_reach(double reach) {
    if (!(reach > 0 && reach <= 1))
        throw UserError(fmt::format("reach = {} (must be above 0 and at most 1); 0.8 is usual", reach));
}

PlanNumber constant_number(const Plan& plan, std::size_t assumption, double reach) {
    const AssumptionTraits& traits = assumption_table[assumption];
    const auto value = static_cast<double>(plan.assumptions[assumption].value);
    return {PlanNumber::Kind::constant,
            assumption,
            fmt::format("assumptions.{}", traits.name),
            value,
            value - reach * (value - traits.least),
            value + reach * (traits.greatest - value)};
}

PlanNumber drawn_number(const Plan& plan, std::size_t draw, const std::string& key) {
    return {PlanNumber::Kind::drawn,
            draw,
            key,
            quantile_of(plan, draw, 0.5),
            quantile_of(plan, draw, low_percentile),
            quantile_of(plan, draw, high_percentile)};
}

double quantile_of(const Plan& plan, std::size_t draw, double probability) {
    // The ends of what the kernel draws: its luck is never 0 or 1, where some quantiles are infinite.
    const float within = std::clamp(static_cast<float>(probability), 0x1p-25f, 1 - 0x1p-24f);
    return static_cast<double>(quantile(plan.draws[draw], plan.tables.data(), Floats<1>(within))[0]);
}

void move_number(Plan& plan, const PlanNumber& number, double value) {
    const auto constant = static_cast<float>(value);
    if (number.kind == PlanNumber::Kind::constant) {
        plan.assumptions[number.place] = {constant, -1};
        return;
    }
    DrawSpec& draw = plan.draws[number.place];
    const std::uint32_t who = draw.who;
    draw = {};
    draw.who = who;
    draw.a = draw.b = draw.low = draw.high = constant;
}

Plan moved(const Plan& plan, const PlanNumber& number, double value) {
    Plan copy = plan;
    move_number(copy, number, value);
    return copy;
}

} // namespace assent
