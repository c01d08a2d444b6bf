// Law: money is a unit. Counting in units of another power of two scales every amount exactly and changes nothing else.
#include "model/compile.hpp"
#include "model/distribution_table.hpp"
#include "worlds/law.hpp"
#include "worlds/play.hpp"
#include "worlds/random_model.hpp"

#include <cmath>

namespace assent {
namespace {

using namespace worlds;

Model in_unit(Model model, double factor) {
    const auto rescale = [factor](Number& number) { number = scaled(number, factor); };
    rescale(model.company.budget);
    for (Alternative& alternative : model.alternatives) {
        rescale(alternative.price);
        rescale(alternative.floor_price);
        rescale(alternative.cost);
    }
    for (Extra& extra : model.extras) rescale(extra.cost);
    for (Issue& issue : model.negotiation.issues) issue.cost *= factor;
    for (ActEffect& act : model.acts) act.cost *= factor;
    for (ChannelTraits& channel : model.channels) channel.cost *= factor;
    for (Strategy& strategy : model.strategies) {
        strategy.budget *= factor;
        AfterSale& after = strategy.after_sale;
        for (double* cost : {&after.service_cost, &after.training_cost, &after.manager_cost, &after.loyalty_cost,
                             &after.win_back_cost})
            *cost *= factor;
        for (Rule& rule : strategy.rules) rule.extras_budget *= factor;
    }
    return model;
}

} // namespace

TEST_CASE("law: another unit of money scales amounts exactly and changes nothing else") {
    check_law("money", 50, [] {
        const std::uint64_t seed = any_seed();
        const int power = *rc::gen::inRange(-8, 9);
        const float factor = std::ldexp(1.0f, power);
        const Model model = random_model(seed), other = in_unit(model, double(factor));
        const Plan plan = compile(model), other_plan = compile(other);
        for (std::int32_t s = 0; s < static_cast<std::int32_t>(model.strategies.size()); ++s) {
            const Play what{.strategy = s, .count = 12};
            Played one = play(model, plan, what);
            for (OutcomeRow& row : one.rows)
                for (float* amount : {&row.price, &row.margin, &row.cost_of_sale, &row.lifetime_value})
                    *amount *= factor;
            RC_ASSERT(first_difference(one, play(other, other_plan, what)) == "");
        }
    });
}

} // namespace assent
