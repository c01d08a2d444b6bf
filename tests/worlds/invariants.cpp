#include "worlds/invariants.hpp"

#include "engine/process.hpp"

#include <fmt/format.h>

#include <cmath>

namespace assent::worlds {
namespace {

/// Sums of up to a dozen floats that are 1 in real numbers.
constexpr double rounding = 1e-5;

template <class... Args>
void expect(Broken& broken, bool holds, fmt::format_string<const Args&...> otherwise, const Args&... args) {
    if (!holds) broken.push_back(fmt::format(otherwise, args...));
}

bool is_share(float value) { return value >= 0.0f && value <= 1.0f; }

void check_end(const Plan& plan, const OutcomeRow& row, Broken& broken) {
    const int choice = row.alternative, nothing = plan.n_supplier;
    const bool negotiated = row.stage == Stage::negotiation;
    switch (row.outcome) {
    case Outcome::won:
        expect(broken, choice == 0 && negotiated, "won, but we were not chosen or nothing was negotiated");
        expect(broken, row.reason == -1 && row.reason_holder == -1, "won, with a reason for losing");
        break;
    case Outcome::lost:
        expect(broken, choice > 0 && choice < nothing, "lost to nobody");
        expect(broken, row.stage >= Stage::decision, "lost before a decision");
        break;
    case Outcome::no_decision:
        expect(broken, choice == -1 || choice == nothing, "no decision, but somebody was chosen");
        expect(broken, choice == nothing || row.week == plan.horizon, "given up before the horizon");
        break;
    case Outcome::eliminated:
        expect(broken, choice == -1 && row.stage <= Stage::screening, "eliminated after screening");
        break;
    }
    if (row.outcome == Outcome::won) return;
    expect(broken, row.price == 0 && row.margin == 0 && row.concession == 0, "a price that nobody pays");
    expect(broken, row.reason >= 0 && row.reason < plan.n_topic + reason_count, "no reason for losing");
    expect(broken, row.reason_holder >= 0 && row.reason_holder < plan.n_member, "nobody holds the reason");
}

/// A member with a veto whose mind is fixed against us.
bool surely_vetoed(const Model& model) {
    for (int d = 0; d < model.centre.size(); ++d) {
        const Stakeholder& person = model.centre.stakeholder(d);
        if (person.veto && person.mind == Mind::against_us) return true;
    }
    return false;
}

} // namespace

void check_row(const Model& model, const Plan& plan, const Told& told, Broken& broken) {
    const OutcomeRow& row = told.row;
    check_end(plan, row, broken);
    expect(broken, row.outcome != Outcome::won || !surely_vetoed(model), "won against a fixed veto");
    expect(broken, row.week >= 1 && row.week <= plan.horizon, "ended in week {}", row.week);
    expect(broken, row.stage < Stage::closed, "closed is no stage to end from");
    expect(broken, is_share(row.final_support) || std::abs(row.final_support - 1) < rounding, "final support {}",
           row.final_support);
    expect(broken, is_share(row.concession), "concession {}", row.concession);
    expect(broken, row.members_reached <= plan.n_member && row.members_reached <= row.touches, "reached too many");
    const double value = double(row.margin) - double(row.cost_of_sale);
    const bool served = row.outcome == Outcome::won && plan.quarters > 0;
    expect(broken, served || std::abs(row.lifetime_value - value) <= rounding * (1 + std::abs(value) + row.price),
           "value is not margin less cost of sale");
    expect(broken, served ? row.quarters >= 1 && row.quarters <= plan.quarters : row.quarters == 0, "{} quarters",
           row.quarters);
    expect(broken, is_share(row.satisfaction), "satisfaction {}", row.satisfaction);
    expect(broken, row.orders >= 0 && (served || row.orders == 0), "orders {}", row.orders);
    expect(broken, served ? row.retained || row.churn != Churn::none : !row.retained && row.churn == Churn::none,
           "neither retained nor gone");
    const double budget = model.strategies[static_cast<std::size_t>(told.strategy)].budget;
    expect(broken, double(row.cost_of_sale) <= budget * (1 + 1e-6), "more was spent than the budget");
}

void check_opening(const Plan& plan, const Told& told, Broken& broken) {
    std::vector<float> workspace(workspace_size(plan));
    Deal<1> deal(plan, told.strategy, workspace.data());
    const std::uint64_t replicate = told.row.replicate;
    deal.luck = {PhiloxKeys(static_cast<std::uint32_t>(told.seed), static_cast<std::uint32_t>(told.seed >> 32)),
                 Words<1>(static_cast<std::uint32_t>(replicate)), Words<1>(static_cast<std::uint32_t>(replicate >> 32)),
                 0};
    deal.active = Mask<1>::all(true);
    begin(deal);
    double total = 0;
    for (std::int32_t d = 0; d < plan.n_member; ++d) {
        expect(broken, is_share(deal.at.authority[d]), "a voting weight outside [0, 1]");
        total += double(deal.at.authority[d]);
        double heard = 0;
        const std::int32_t first = plan.link_begin[std::size_t(d)], last = plan.link_begin[std::size_t(d) + 1];
        for (std::int32_t e = first; e < last; ++e) heard += double(deal.at.link_weight[e]);
        expect(broken, heard == 0 || std::abs(heard - 1) < rounding, "member {} listens with a weight of {}", d, heard);
    }
    expect(broken, std::abs(total - 1) < rounding, "voting weights sum to {}", total);
    if (told.row.outcome != Outcome::won) return;
    // One unit in the last place: floor + share · (offered - floor) is rounded three times.
    const double slack = 3e-7 * double(deal.list_price[0]);
    expect(broken,
           told.row.price >= double(deal.floor_price[0]) - slack &&
               told.row.price <= double(deal.list_price[0]) + slack,
           "price {} outside [{}, {}]", told.row.price, deal.floor_price[0], deal.list_price[0]);
}

std::vector<std::string> check_invariants(const Model& model, const Plan& plan, const Told& told) {
    Broken broken;
    check_row(model, plan, told, broken);
    check_opening(plan, told, broken);
    check_story(model, plan, told, broken);
    check_seller(model, told, broken);
    return broken;
}

} // namespace assent::worlds
