#pragma once
// What the account manager does in one touch.
#include "engine/plan.hpp"
#include "model/model.hpp"

#include <cstdint>

namespace assent {

/// One touch as it is planned. What its act does not use stays at its default.
struct Move {
    Act act = Act::introduce;
    Channel channel = Channel::meeting;
    std::int32_t member = 0; ///< place in the buying centre
    std::int8_t topic = -1;  ///< -1: what the act speaks to; to address: the largest doubt that is known of the member
    Evidence evidence = Evidence::argument;
    float inflate = 0;           ///< embellishment, [0, 1]
    float discount = 0;          ///< offer: share of the list price, [0, 0.9]
    std::uint16_t extras = 0;    ///< offer: bit set of places in Model::extras
    bool tailored = false;       ///< offer: extras chosen by what is known of the client's own means
    float extras_budget = 0;     ///< tailored: currency, [0, 1e12]
    std::uint8_t safeguards = 0; ///< pilot: bit set over Safeguard
    bool operator==(const Move&) const = default;
};

/// What a move takes, whether or not it gets through: hours, and currency.
double move_hours(const Plan& plan, const Move& move);
double move_cost(const Plan& plan, const Move& move);

/// The move as a rule of a strategy: in that week, once.
Rule rule_of(const Model& model, const Move& move, int week);

/// The same compiled; whom it turns to stands at `candidate` of Plan::candidates.
RulePlan planned_rule(const Move& move, int week, std::int32_t candidate);

} // namespace assent
