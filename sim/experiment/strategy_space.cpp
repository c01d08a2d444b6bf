#include "experiment/strategy_space.hpp"

#include <algorithm>

namespace assent {
namespace {

template <class Value> bool holds(const std::vector<Value>& list, const Value& value) {
    return std::ranges::find(list, value) != list.end();
}

template <class Value> void add_once(std::vector<Value>& list, const Value& value) {
    if (!holds(list, value)) list.push_back(value);
}

bool plays(const Stakeholder& person, Role role) {
    return person.roles.empty() ? role == Role::other : holds(person.roles, role);
}

std::vector<RuleTarget> targets_of(const Model& model) {
    std::vector<RuleTarget> targets;
    for (const Selector choice : {Selector::most_influential, Selector::most_opposed, Selector::undecided,
                                  Selector::uncontacted, Selector::weakest_link, Selector::all})
        targets.push_back({choice, {}, Role::other});
    std::vector<std::string> named;
    for (const Strategy& strategy : model.strategies)
        for (const Rule& rule : strategy.rules)
            if (rule.selector == Selector::member) add_once(named, rule.member);
    std::vector<Role> roles;
    for (int d = 0; d < model.centre.size(); ++d) {
        const Stakeholder& person = model.centre.stakeholder(d);
        if (!person.known && !holds(named, person.id)) continue;
        targets.push_back({Selector::member, person.id, Role::other});
        for (const Role role : person.roles) add_once(roles, role);
    }
    for (const Role role : roles) targets.push_back({Selector::role, {}, role});
    return targets;
}

std::vector<std::string> topics_of(const Model& model) {
    std::vector<std::string> topics;
    for (int d = 0; d < model.centre.size(); ++d)
        for (const Objection& objection : model.centre.stakeholder(d).objections)
            if (objection.known && model.centre.stakeholder(d).known) add_once(topics, objection.topic);
    for (const Strategy& strategy : model.strategies)
        for (const Rule& rule : strategy.rules)
            if (rule.topic_choice == TopicChoice::fixed && !rule.topic.empty()) add_once(topics, rule.topic);
    return topics;
}

/// Discounts as people give them; below the floor a discount is only a word.
std::vector<double> discounts_of(const Model& model, const SearchLimits& limits) {
    constexpr double usual_floor = 0.7; // Alternative::floor_price when it is not said
    const Alternative& ours = model.alternatives.front();
    const double price = ours.price.mean();
    const double floor = ours.floor_price.kind == Number::Kind::unset ? usual_floor * price : ours.floor_price.mean();
    const double deepest = std::min(limits.discount.value_or(0.9), price > 0 ? 1 - floor / price : 0.0);
    std::vector<double> discounts{0};
    for (const double share : {0.02, 0.03, 0.05, 0.08, 0.1, 0.12, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5})
        if (share <= deepest) discounts.push_back(share);
    return discounts;
}

/// The most that any strategy says of each price.
AfterSale price_book(const Model& model) {
    AfterSale book;
    for (const Strategy& strategy : model.strategies) {
        const AfterSale& said = strategy.after_sale;
        book.service_cost = std::max(book.service_cost, said.service_cost);
        book.training_cost = std::max(book.training_cost, said.training_cost);
        book.manager_cost = std::max(book.manager_cost, said.manager_cost);
        book.loyalty_cost = std::max(book.loyalty_cost, said.loyalty_cost);
        book.win_back_cost = std::max(book.win_back_cost, said.win_back_cost);
    }
    return book;
}

/// What a rule waits for and nobody brings about, what it cannot pay, whom it cannot find.
class Legality {
  public:
    Legality(const Model& model, const Strategy& strategy) : model_(model), strategy_(strategy) {}

    [[nodiscard]] bool can_fire(const Rule& rule) const {
        return rule.enabled && rule.limit > 0 && !contradicts_itself(rule) && !hopes_in_vain(rule) && affordable(rule);
    }

  private:
    [[nodiscard]] bool contradicts_itself(const Rule& rule) const {
        const Condition& when = rule.when;
        const int horizon = model_.process.horizon;
        const int from = std::max(when.week_from.value_or(1), when.week.value_or(1));
        const int to = std::min({when.week_to.value_or(horizon), when.week.value_or(horizon), horizon});
        const bool nobody = rule.selector == Selector::uncontacted && when.contacted.value_or(false);
        return from > to || nobody || when.stage == std::vector{Stage::closed} ||
               empty_band(when.support_below, when.support_above) ||
               empty_band(when.coverage_below, when.coverage_above);
    }
    static bool empty_band(const std::optional<double>& below, const std::optional<double>& above) {
        return (below && *below <= 0) || (above && *above >= 1) || (below && above && *below <= *above);
    }
    [[nodiscard]] bool does(Act act) const {
        return std::ranges::any_of(strategy_.rules, [&](const Rule& rule) {
            return rule.act == act && rule.enabled && rule.limit > 0 && !contradicts_itself(rule) && affordable(rule);
        });
    }
    [[nodiscard]] bool anybody(const auto& fits) const {
        for (int d = 0; d < model_.centre.size(); ++d)
            if (fits(model_.centre.stakeholder(d))) return true;
        return false;
    }
    [[nodiscard]] bool has_doubt(const Rule& rule) const {
        const std::string& wanted = rule.when.objection_known;
        return wanted.empty() || anybody([&](const Stakeholder& person) {
                   return (rule.selector != Selector::member || rule.member == person.id) &&
                          std::ranges::any_of(person.objections, [&](const Objection& doubt) {
                              return doubt.topic == wanted || doubt.root == wanted;
                          });
               });
    }
    [[nodiscard]] bool hopes_in_vain(const Rule& rule) const {
        const Condition& when = rule.when;
        const bool rival = std::ranges::any_of(
            model_.alternatives, [](const Alternative& each) { return each.kind == Alternative::Kind::rival; });
        const bool role_missing = rule.selector == Selector::role &&
                                  !anybody([&](const Stakeholder& person) { return plays(person, rule.role); });
        return (when.pilot.value_or(PilotState::none) != PilotState::none && !does(Act::pilot)) ||
               (when.offer_made.value_or(false) && !does(Act::offer)) ||
               (when.competitor_known.value_or(false) && !rival) || role_missing || !has_doubt(rule);
    }
    [[nodiscard]] bool affordable(const Rule& rule) const {
        const ActEffect& act = model_.acts[static_cast<std::size_t>(rule.act)];
        const ChannelTraits& channel = model_.channels[static_cast<std::size_t>(rule.channel)];
        return act.hours + channel.hours <= strategy_.hours.value_or(model_.seller.hours) &&
               act.cost + channel.cost <= strategy_.budget;
    }

    const Model& model_;
    const Strategy& strategy_;
};

void tidy_rule(const StrategySpace& space, const Strategy& strategy, Rule& rule) {
    if (space.limits.honest || !strategy.embellishment) rule.inflate = 0;
    if (rule.act != Act::offer) {
        rule.discount = rule.extras_budget = 0;
        rule.extras.clear();
        rule.tailored = false;
    }
    if (!rule.tailored) rule.extras_budget = 0;
    rule.discount = std::min(rule.discount, space.limits.discount.value_or(0.9));
    if (rule.act != Act::pilot) rule.safeguards.clear();
    const bool said_twice = rule.selector == Selector::uncontacted && !rule.when.contacted.value_or(true);
    if (said_twice) rule.when.contacted.reset();
    if (rule.when.week) rule.when.week_from.reset(), rule.when.week_to.reset();
}

void tidy_terms(const Model& model, const SearchLimits& limits, Strategy& strategy) {
    strategy.kickbacks = false;
    strategy.embellishment = strategy.embellishment && model.seller.embellishment && !limits.honest;
    if (limits.hours_per_week)
        strategy.hours = std::min(strategy.hours.value_or(model.seller.hours), *limits.hours_per_week);
    strategy.budget = std::min(strategy.budget, limits.cost.value_or(strategy.budget));
    if (strategy.after_sale.loyalty == Loyalty::kickback) strategy.after_sale.loyalty = Loyalty::none;
}

} // namespace

StrategySpace space_of(const Model& model, const SearchLimits& limits) {
    StrategySpace space;
    space.limits = limits;
    for (int act = 0; act < act_count; ++act)
        if (static_cast<Act>(act) != Act::kickback) space.acts.push_back(static_cast<Act>(act));
    for (int channel = 0; channel < channel_count; ++channel) space.channels.push_back(static_cast<Channel>(channel));
    for (int evidence = 0; evidence < evidence_count; ++evidence)
        space.evidence.push_back(static_cast<Evidence>(evidence));
    for (int week = 1; week <= model.process.horizon; ++week) space.weeks.push_back(week);
    space.targets = targets_of(model);
    space.topics = topics_of(model);
    space.silences = {0, 1, 2, 3, 4, 6};
    space.cooldowns = {1, 2, 3, 4, 6, 8};
    space.uses = {1, 2, 3, 4, 6, 520};
    space.discounts = discounts_of(model, limits);
    space.inflations = {0, 0.1, 0.2, 0.3, 0.5};
    double all_extras = 0;
    for (const Extra& extra : model.extras) {
        space.extras.push_back(extra.id);
        all_extras += extra.cost.mean();
    }
    space.extras_budgets = {all_extras / 4, all_extras / 2, all_extras};
    space.safeguards = {Safeguard::inside_test, Safeguard::own_material, Safeguard::staff_training};
    space.prices = price_book(model);
    return space;
}

std::optional<Strategy> tidied(const Model& model, const StrategySpace& space, Strategy strategy) {
    tidy_terms(model, space.limits, strategy);
    std::erase_if(strategy.rules, [](const Rule& rule) { return rule.act == Act::kickback; });
    for (Rule& rule : strategy.rules) tidy_rule(space, strategy, rule);
    // The rule that is left out may be the one that another waits for.
    for (std::size_t before = 0; before != strategy.rules.size();) {
        before = strategy.rules.size();
        const auto most = static_cast<std::size_t>(space.limits.rules);
        if (strategy.rules.size() > most) strategy.rules.resize(most);
        const Strategy whole = strategy;
        const Legality legality(model, whole);
        std::erase_if(strategy.rules, [&](const Rule& rule) { return !legality.can_fire(rule); });
    }
    if (strategy.rules.empty()) return std::nullopt;
    return strategy;
}

} // namespace assent
