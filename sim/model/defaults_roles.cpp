// Priors of the roles in the buying centre: the distribution stands for "unknown", its mean for "typical".
//
// That members differ by role in what they look at, and how (finance: price; users: ease and service; engineers:
// quality and reliability), is the finding of Choffray & Lilien 1978 and 1980; the source document says the
// same of CEO and CFO (A2). The values are assumptions, wide enough to be wrong about.
#include "model/defaults_parts.hpp"

namespace assent {
namespace {

Number beta(double first_shape, double second_shape) {
    Number number;
    number.kind = Number::Kind::beta;
    number.a = first_shape;
    number.b = second_shape;
    return number;
}

/// A share whose mean is `mean`, as uncertain as after six observations (two tenths either way): assumption.
Number share(double mean) {
    constexpr double observations = 6;
    return beta(mean * observations, (1 - mean) * observations);
}

/// Something positive known to about half its size; its mean is `mean`: assumption.
Number about(double mean) { return Number::triangular(0.5 * mean, mean, 1.5 * mean); }

/// Typical traits of a role: shares, save patience in touches a week.
struct Traits {
    double authority, susceptibility, expertise, personal_stake, integrity, patience, accessibility;
};

/// Typical criteria weights of a role, logit between the worst and the best offer on that criterion (for price:
/// between one that takes the whole budget and one for nothing).
struct Weights {
    double price, quality, service, delivery, reliability, ease, prestige;
};

RolePrior prior(const Traits& traits, const Weights& weights) {
    RolePrior role;
    role.authority = share(traits.authority);
    role.susceptibility = share(traits.susceptibility);
    role.expertise = share(traits.expertise);
    role.personal_stake = share(traits.personal_stake);
    role.integrity = share(traits.integrity);
    role.patience = about(traits.patience);
    role.accessibility = share(traits.accessibility);
    role.criteria = {
        {"price", about(weights.price)},
        {"quality", about(weights.quality)},
        {"service", about(weights.service)},
        {"delivery", about(weights.delivery)},
        {"reliability", about(weights.reliability)},
        {"ease", about(weights.ease)},
        {"prestige", about(weights.prestige)},
    };
    return role;
}

} // namespace

std::array<RolePrior, role_count> default_priors() {
    std::array<RolePrior, role_count> priors;
    const auto set = [&priors](Role role, const Traits& traits, const Weights& weights) {
        priors[static_cast<std::size_t>(role)] = prior(traits, weights);
    };
    // clang-format off
    //                            authority suscept. expertise stake integrity patience access.
    //                            price quality service delivery reliability ease prestige
    set(Role::economic_buyer,    {0.80,     0.30,    0.55,     0.15, 0.85,     0.8,     0.40},
                                 {3.0,  0.5,    0.2,    0.2,     0.4,        0.1, 0.1});
    set(Role::decision_maker,    {0.75,     0.35,    0.50,     0.25, 0.80,     0.8,     0.35},
                                 {1.2,  1.3,    0.4,    0.3,     0.4,        0.2, 0.5});
    set(Role::technical_buyer,   {0.40,     0.30,    0.80,     0.15, 0.85,     1.2,     0.55},
                                 {0.8,  1.0,    0.3,    0.2,     0.8,        0.3, 0.1});
    set(Role::evaluator,         {0.30,     0.40,    0.70,     0.20, 0.80,     1.2,     0.60},
                                 {1.2,  0.9,    0.4,    0.3,     0.6,        0.3, 0.1});
    set(Role::user,              {0.25,     0.50,    0.50,     0.35, 0.80,     1.5,     0.70},
                                 {0.3,  0.7,    0.7,    0.2,     0.5,        1.0, 0.3});
    set(Role::champion,          {0.35,     0.35,    0.60,     0.40, 0.75,     2.0,     0.80},
                                 {0.8,  0.9,    0.4,    0.3,     0.4,        0.4, 0.5});
    set(Role::executive_sponsor, {0.65,     0.30,    0.45,     0.25, 0.80,     0.7,     0.30},
                                 {1.0,  1.1,    0.3,    0.3,     0.5,        0.1, 0.6});
    set(Role::influencer,        {0.30,     0.45,    0.55,     0.30, 0.75,     1.2,     0.60},
                                 {0.9,  0.8,    0.4,    0.3,     0.4,        0.4, 0.4});
    set(Role::legal_procurement, {0.35,     0.25,    0.60,     0.20, 0.80,     1.2,     0.60},
                                 {2.6,  0.4,    0.4,    0.5,     0.4,        0.1, 0.1});
    set(Role::blocker,           {0.40,     0.20,    0.60,     0.45, 0.70,     0.6,     0.40},
                                 {1.5,  0.6,    0.3,    0.3,     0.5,        0.3, 0.3});
    set(Role::gatekeeper,        {0.10,     0.50,    0.35,     0.30, 0.75,     1.2,     0.75},
                                 {0.8,  0.5,    0.4,    0.3,     0.3,        0.4, 0.2});
    set(Role::initiator,         {0.30,     0.45,    0.55,     0.35, 0.80,     1.5,     0.70},
                                 {0.7,  0.8,    0.5,    0.3,     0.4,        0.6, 0.3});
    set(Role::other,             {0.20,     0.50,    0.45,     0.30, 0.75,     1.0,     0.50},
                                 {1.0,  0.7,    0.4,    0.3,     0.4,        0.4, 0.3});
    // clang-format on
    return priors;
}

} // namespace assent
