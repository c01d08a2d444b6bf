#pragma once
// The slow reference simulator, part 10: the customer after the sale, quarter by quarter.
#include "worlds/reference_talks.hpp"

namespace assent::reference {

/// A company that bought.
struct Customer {
    bool ours = true;
    float satisfaction = 0.5f, volume = 1, price = 0, promised = 0;
    bool cut_stopped = false;
    int contract_from = 0; ///< quarter
    std::map<Churn, float> harm{{Churn::promise, 0.0f}, {Churn::breakdown, 0.0f}, {Churn::quality_cut, 0.0f}};
    Churn left_for = Churn::none;
    int quarters_away = 0;
    bool told_why = false;
};

/// The sale as the customer lives with it.
struct Service {
    const Deal& deal;
    const AfterSale& conduct = deal.strategy.after_sale;
    Loyalty scheme = allowed_scheme();
    float effect = service_effect(); ///< of the service, [0, 1]
    float level = delivered_level(); ///< without a cut of quality, [0, 1]
    float stake = 0, crooked = 0;    ///< personal stakes by voting weight, of all and of those who take kickbacks

    explicit Service(const Deal& of) : deal(of) {
        for (std::size_t d = 0; d < deal.size(); ++d) {
            const Person& person = deal.person(d);
            const float share_of_stake = person.mind.vote * person.personal_stake;
            stake += share_of_stake;
            crooked += share_of_stake * (1 - person.integrity);
        }
    }
    [[nodiscard]] Loyalty allowed_scheme() const {
        const bool allowed = deal.world.model.seller.kickbacks && deal.strategy.kickbacks;
        return conduct.loyalty == Loyalty::kickback && !allowed ? Loyalty::none : conduct.loyalty;
    }
    [[nodiscard]] float service_effect() const {
        return deal.approach.service * (conduct.outsourced ? deal[Assumption::outsourced_service] : 1.0f);
    }
    [[nodiscard]] float delivered_level() const {
        const float made_good =
            share(deal[Assumption::service_gain] * effect + deal[Assumption::training_gain] * deal.approach.training);
        return deal.world.delivered + (1 - deal.world.delivered) * made_good;
    }
    [[nodiscard]] float costs(int quarter) const {
        float cost = static_cast<float>(conduct.service_cost) * deal.approach.service;
        if (conduct.outsourced) cost *= 1 - deal[Assumption::outsourced_saving];
        if (quarter == 1) cost += static_cast<float>(conduct.training_cost) * deal.approach.training;
        if (conduct.personal_manager) cost += static_cast<float>(conduct.manager_cost);
        if (scheme != Loyalty::none) cost += static_cast<float>(conduct.loyalty_cost);
        return cost;
    }
    /// What binds the customer besides satisfaction, log-odds.
    [[nodiscard]] float tie() const {
        const float gain = deal[Assumption::loyalty_gain];
        if (scheme == Loyalty::kickback) return gain * crooked;
        const float expected_again = deal.bribed ? gain * crooked : 0.0f;
        if (scheme == Loyalty::points) return gain * stake - expected_again;
        if (scheme == Loyalty::problem_solving) return gain - expected_again;
        return -expected_again;
    }
};

/// Satisfaction of a quarter.
inline void use_it(const Service& service, Customer& customer, float cut, float luck) {
    const Deal& deal = service.deal;
    const float gain = deal[Assumption::satisfaction_gap], loss = gain * deal[Assumption::negative_weight];
    const float missing = deal[Assumption::cut_effect] * cut;
    const float gap = service.level - missing - customer.promised;
    const float deserved = share(0.5f + gain * positive(gap) - loss * positive(-gap));
    customer.satisfaction += deal[Assumption::satisfaction_rate] * (deserved - customer.satisfaction);
    const float rate = deal[Assumption::satisfaction_rate],
                broken_promise = positive(customer.promised - service.level);
    customer.harm[Churn::promise] += rate * loss * broken_promise;
    customer.harm[Churn::quality_cut] += rate * loss * (positive(-gap) - broken_promise);
    if (luck < deal[Assumption::breakdown] * (1 - deal.approach.reliability)) {
        const float harm = deal[Assumption::breakdown_loss] * (1 - service.effect);
        customer.satisfaction -= harm;
        customer.harm[Churn::breakdown] += harm;
    }
    customer.satisfaction = share(customer.satisfaction);
}

/// Orders and word of mouth of a quarter; returns the money.
inline float trade(const Service& service, Customer& customer, float cut, int quarter, OutcomeRow& row) {
    const Deal& deal = service.deal;
    const float filled =
        deal.approach.availability * (1 - deal[Assumption::delivery_loss] * (1 - deal.approach.delivery));
    const float orders = deal.world.repeat * customer.volume * filled;
    const float margin = customer.price - deal.world.cost * (1 - deal[Assumption::cut_saving] * cut);
    row.orders += orders;
    ++row.quarters;
    const float mood = customer.satisfaction - 0.5f;
    const float talk = mood > 0 ? mood : -(deal[Assumption::negative_weight] * -mood);
    row.word_of_mouth += deal[Assumption::recommending] * 2 * talk;
    customer.volume = between(customer.volume * (1 + deal[Assumption::volume_growth] * mood), 0.1f, 5.0f);
    return orders * margin - service.costs(quarter);
}

inline void leave(Customer& customer, Churn cause, OutcomeRow& row) {
    customer.ours = false;
    customer.left_for = cause;
    customer.quarters_away = 0;
    customer.told_why = false;
    if (row.churn == Churn::none) row.churn = cause;
}

/// What has harmed most; the earlier one of equals, a rival if nothing has.
inline Churn worst(const Customer& customer) {
    Churn cause = Churn::rival;
    float most = 0;
    for (const auto& [term, harm] : customer.harm)
        if (harm > most) {
            most = harm;
            cause = term;
        }
    return cause;
}

inline void renew(const Service& service, Customer& customer, int quarter, float luck, float scandal, OutcomeRow& row) {
    const Deal& deal = service.deal;
    const bool guilty = service.scheme == Loyalty::kickback || deal.bribed;
    if (guilty && scandal < deal[Assumption::kickback_hazard]) {
        row.word_of_mouth -= deal[Assumption::scandal];
        return leave(customer, Churn::scandal, row);
    }
    if (quarter - customer.contract_from < service.conduct.contract_quarters) return;
    float odds = deal[Assumption::renewal] + deal.world.switching +
                 deal[Assumption::renewal_satisfaction] * (customer.satisfaction - 0.5f) + service.tie();
    if (service.conduct.personal_manager) odds += deal[Assumption::manager_gain];
    if (luck < logistic(odds))
        customer.contract_from = quarter;
    else
        leave(customer, worst(customer), row);
}

/// Asks the customer back; returns what that costs.
inline float ask_back(const Service& service, Customer& customer, int quarter, float luck, float talk) {
    const Deal& deal = service.deal;
    const AfterSale& conduct = service.conduct;
    const bool hopeless = customer.left_for == Churn::scandal || conduct.win_back == WinBack::none;
    if (customer.quarters_away++ >= conduct.win_back_quarters || hopeless) return 0;
    float odds = deal[Assumption::win_back_base];
    const bool by_cause = conduct.win_back == WinBack::cause;
    if (by_cause && talk < deal[Assumption::exit_interview]) customer.told_why = true;
    if (by_cause && customer.told_why) odds += deal[Assumption::win_back_mended];
    if (!by_cause) odds += deal[Assumption::win_back_price] * static_cast<float>(conduct.win_back_discount);
    if (luck < logistic(odds)) {
        customer.ours = true;
        customer.contract_from = quarter;
        if (!by_cause) customer.price = deal.row.price * (1 - static_cast<float>(conduct.win_back_discount));
        if (customer.told_why) {
            customer.promised = std::min(customer.promised, service.level);
            customer.cut_stopped = true;
            customer.satisfaction = 0.5f;
            for (auto& [term, harm] : customer.harm) harm = 0;
        }
    }
    return static_cast<float>(conduct.win_back_cost);
}

/// All quarters of a deal that was won.
inline void serve(Deal& deal) {
    const World& world = deal.world;
    OutcomeRow& row = deal.row;
    row.lifetime_value = row.margin - row.cost_of_sale;
    const Relationship& relationship = world.model.relationship;
    if (row.outcome != Outcome::won || relationship.quarters == 0) return;
    const Service service(deal);
    Customer customer;
    customer.price = row.price;
    customer.promised = world.promised + deal.oversold * (1 - world.promised);
    float value = 0, worth_of_money = 1;
    for (int quarter = 1; quarter <= relationship.quarters; ++quarter) {
        deal.luck.week = static_cast<std::uint32_t>(quarter);
        worth_of_money *= static_cast<float>(1 / (1 + relationship.discount_rate));
        const auto luck = [&](int word) { return deal.luck(Purpose::quarter, identity_of("company"), word); };
        if (!customer.ours) {
            value -= worth_of_money * ask_back(service, customer, quarter, luck(3),
                                               deal.luck(Purpose::exit_talk, identity_of("company"), 0));
            continue;
        }
        const bool cutting = quarter >= service.conduct.cut_from && !customer.cut_stopped;
        const float cut = cutting ? float(deal.approach.quality_cut) : 0.0f;
        use_it(service, customer, cut, luck(0));
        value += worth_of_money * trade(service, customer, cut, quarter, row);
        renew(service, customer, quarter, luck(1), luck(2), row);
    }
    row.retained = customer.ours;
    row.satisfaction = customer.satisfaction;
    row.lifetime_value += value;
    row.lifetime_value += row.word_of_mouth * world.recommendation * positive(row.margin);
}

} // namespace assent::reference
