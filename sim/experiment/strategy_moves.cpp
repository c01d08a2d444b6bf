#include "experiment/strategy_moves.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace assent {
namespace {

constexpr int most_moves = 4;

/// Does the act need somebody who is there: it cannot be done in writing or by a page.
bool needs_presence(Act act) {
    return act == Act::demonstrate || act == Act::pilot || act == Act::build_rapport || act == Act::problem_solving;
}

bool is_present(Channel channel) { return channel != Channel::email && channel != Channel::web; }

/// What the equations allow and nobody would do: one introduces oneself once, demonstrates nothing in a letter, and has
/// not a problem to solve for the client every week.
void make_sensible(Rule& rule) {
    if (rule.act == Act::introduce && rule.selector != Selector::uncontacted) rule.when.contacted = false;
    if (needs_presence(rule.act) && !is_present(rule.channel)) rule.channel = Channel::meeting;
    if (rule.act == Act::problem_solving || rule.act == Act::points) rule.limit = std::min(rule.limit, 2);
}

bool alike(const Rule& one, const Rule& other) {
    return one.act == other.act && one.selector == other.selector && one.member == other.member &&
           one.role == other.role && one.channel == other.channel && one.topic == other.topic;
}

/// A rule like an earlier one, in what, to whom, how and about what, would only get round its limit.
void drop_repetitions(std::vector<Rule>& rules) {
    std::vector<Rule> kept;
    for (const Rule& rule : rules)
        if (std::ranges::none_of(kept, [&](const Rule& earlier) { return alike(earlier, rule); })) kept.push_back(rule);
    rules = std::move(kept);
}

class Mover {
  public:
    Mover(const StrategySpace& space, std::span<const Rule> library, SearchLuck& luck)
        : space_(space), library_(library), luck_(luck) {}

    void move(Strategy& strategy) {
        const double which = luck_.share();
        std::vector<Rule>& rules = strategy.rules;
        if (which < 0.12)
            insert(rules, fresh_rule());
        else if (which < 0.24 && !library_.empty())
            insert(rules, luck_.pick(library_));
        else if (which < 0.30 && !rules.empty())
            insert(rules, changed(luck_.pick(rules)));
        else if (which < 0.40 && rules.size() > 1)
            rules.erase(rules.begin() + place(rules));
        else if (which < 0.52 && rules.size() > 1)
            reorder(rules);
        else if (which < 0.58 && space_.terms)
            change_terms(strategy);
        else if (which < 0.62)
            change_service(strategy.after_sale);
        else if (!rules.empty())
            rules[static_cast<std::size_t>(place(rules))] = changed(rules[static_cast<std::size_t>(place(rules))]);
    }

  private:
    [[nodiscard]] std::ptrdiff_t place(const std::vector<Rule>& rules) {
        return luck_.whole(0, static_cast<int>(rules.size()) - 1);
    }
    void insert(std::vector<Rule>& rules, const Rule& rule) {
        rules.insert(rules.begin() + luck_.whole(0, static_cast<int>(rules.size())), rule);
    }
    void reorder(std::vector<Rule>& rules) {
        const auto from = place(rules);
        const Rule rule = rules[static_cast<std::size_t>(from)];
        rules.erase(rules.begin() + from);
        insert(rules, rule);
    }
    template <class Value, class List> void choose(Value& value, const List& list) {
        if (!list.empty()) value = luck_.pick(list);
    }

    Rule fresh_rule() {
        Rule rule;
        choose(rule.act, space_.acts);
        choose(rule.channel, space_.channels);
        choose_target(rule);
        choose(rule.evidence, space_.evidence);
        if (luck_.chance(0.5)) change_week(rule.when);
        choose_pace(rule);
        if (luck_.chance(0.5)) choose_condition(rule.when);
        if (rule.act == Act::offer && luck_.chance(0.5)) choose_offer(rule);
        make_sensible(rule);
        return rule;
    }

    Rule changed(Rule rule) {
        switch (luck_.whole(0, 9)) {
        case 0:
            choose(rule.act, space_.acts);
            break;
        case 1:
            choose(rule.channel, space_.channels);
            break;
        case 2:
            choose_target(rule);
            break;
        case 3:
            choose_words(rule);
            break;
        case 4:
        case 5:
            change_week(rule.when);
            break;
        case 6:
        case 7:
            choose_pace(rule);
            break;
        case 8:
            choose_condition(rule.when);
            break;
        default:
            choose_details(rule);
        }
        make_sensible(rule);
        return rule;
    }

    void choose_target(Rule& rule) {
        if (space_.targets.empty()) return;
        const RuleTarget& target = luck_.pick(space_.targets);
        rule.selector = target.selector;
        rule.member = target.member;
        rule.role = target.role;
    }

    void choose_words(Rule& rule) {
        if (luck_.chance(0.5)) return choose(rule.evidence, space_.evidence);
        const bool fixed = !space_.topics.empty() && luck_.chance(0.6);
        rule.topic_choice = fixed ? TopicChoice::fixed : TopicChoice::largest_known;
        rule.topic = fixed ? luck_.pick(space_.topics) : std::string();
    }

    /// A bound of the weeks is moved, set or taken away.
    void change_week(Condition& when) {
        if (space_.weeks.empty()) return;
        if (when.week) when.week_from = when.week_to = std::exchange(when.week, std::nullopt);
        const bool first = luck_.chance(0.7);
        std::optional<int>& bound = first ? when.week_from : when.week_to;
        const double how = luck_.share();
        if (how < 0.15)
            bound.reset();
        else if (how < 0.7 && bound)
            bound = neighbour(*bound);
        else
            bound = luck_.pick(space_.weeks);
        if (when.week_from && when.week_to && *when.week_from > *when.week_to) std::swap(when.week_from, when.week_to);
    }
    /// A week up to four places off in the list of the weeks.
    int neighbour(int week) {
        const auto at = std::ranges::lower_bound(space_.weeks, week) - space_.weeks.begin();
        const auto last = std::ssize(space_.weeks) - 1;
        const auto to = std::clamp<std::ptrdiff_t>(at + luck_.whole(-4, 4), 0, last);
        return space_.weeks[static_cast<std::size_t>(to)];
    }

    void choose_pace(Rule& rule) {
        switch (luck_.whole(0, 2)) {
        case 0:
            return choose(rule.cooldown, space_.cooldowns);
        case 1:
            return choose(rule.limit, space_.uses);
        default:
            int silent = rule.when.silent_for.value_or(0);
            choose(silent, space_.silences);
            rule.when.silent_for = silent > 0 ? std::optional(silent) : std::nullopt;
        }
    }

    void choose_answer(std::optional<bool>& answer) {
        constexpr std::array<std::optional<bool>, 3> answers{std::nullopt, false, true};
        answer = luck_.pick(answers);
    }
    void choose_share(std::optional<double>& share) {
        constexpr std::array<std::optional<double>, 6> shares{std::nullopt, std::nullopt, 0.3, 0.45, 0.6, 0.8};
        share = luck_.pick(shares);
    }

    void choose_condition(Condition& when) {
        if (!space_.conditions) return;
        switch (luck_.whole(0, 8)) {
        case 0:
            return choose_answer(when.contacted);
        case 1:
            return choose_answer(when.offer_made);
        case 2:
            return choose_answer(when.competitor_known);
        case 3:
            return choose_share(when.support_below);
        case 4:
            return choose_share(when.support_above);
        case 5:
            return choose_share(luck_.chance(0.5) ? when.coverage_below : when.coverage_above);
        case 6:
            when.stage.clear();
            if (luck_.chance(0.7)) when.stage = {static_cast<Stage>(luck_.whole(0, 5))};
            return;
        case 7:
            when.pilot.reset();
            if (luck_.chance(0.5)) when.pilot = static_cast<PilotState>(luck_.whole(0, pilot_state_count - 1));
            return;
        default:
            when.objection_known.clear();
            if (luck_.chance(0.6)) choose(when.objection_known, space_.topics);
        }
    }

    void choose_offer(Rule& rule) {
        if (space_.extras.empty() || luck_.chance(0.5)) return choose(rule.discount, space_.discounts);
        rule.extras.clear();
        rule.tailored = luck_.chance(0.4);
        if (rule.tailored) return choose(rule.extras_budget, space_.extras_budgets);
        for (const std::string& extra : space_.extras)
            if (luck_.chance(0.4)) rule.extras.push_back(extra);
    }

    void choose_details(Rule& rule) {
        if (rule.act == Act::offer) return choose_offer(rule);
        if (rule.act != Act::pilot || luck_.chance(0.3)) return choose(rule.inflate, space_.inflations);
        rule.safeguards.clear();
        for (const Safeguard safeguard : space_.safeguards)
            if (luck_.chance(0.7)) rule.safeguards.push_back(safeguard);
    }

    void change_terms(Strategy& strategy) {
        constexpr std::array exponents{0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0};
        constexpr std::array reserves{0.02, 0.05, 0.1, 0.15, 0.2, 0.3};
        const int which = luck_.whole(0, 2);
        if (which == 0) strategy.tactic = static_cast<Tactic>(luck_.whole(0, tactic_count - 1));
        if (which == 1) strategy.beta = luck_.pick(exponents);
        if (which == 2) strategy.reserve = luck_.pick(reserves);
    }

    /// Only what has a price; and at that price.
    void change_service(AfterSale& service) {
        constexpr std::array levels{0.0, 0.2, 0.4, 0.6, 0.8, 1.0};
        const AfterSale& prices = space_.prices;
        const int which = luck_.whole(0, 4);
        if (which == 0 && prices.service_cost > 0) {
            service.service = luck_.pick(levels);
            service.service_cost = prices.service_cost;
        } else if (which == 1 && prices.training_cost > 0) {
            service.training = luck_.pick(levels);
            service.training_cost = prices.training_cost;
        } else if (which == 2 && prices.manager_cost > 0) {
            service.personal_manager = !service.personal_manager;
            service.manager_cost = prices.manager_cost;
        } else if (which == 3 && prices.loyalty_cost > 0) {
            service.loyalty = static_cast<Loyalty>(luck_.whole(0, static_cast<int>(Loyalty::problem_solving)));
            service.loyalty_cost = prices.loyalty_cost;
        } else if (which == 4 && prices.win_back_cost > 0) {
            service.win_back = static_cast<WinBack>(luck_.whole(0, win_back_count - 1));
            service.win_back_cost = prices.win_back_cost;
        }
    }

    const StrategySpace& space_;
    std::span<const Rule> library_;
    SearchLuck& luck_;
};

} // namespace

Strategy mutated(const StrategySpace& space, std::span<const Rule> library, Strategy strategy, SearchLuck& luck) {
    Mover mover(space, library, luck);
    int moves = 1;
    while (moves < most_moves && luck.chance(0.5)) ++moves;
    for (int i = 0; i < moves; ++i) mover.move(strategy);
    drop_repetitions(strategy.rules);
    return strategy;
}

Strategy crossed(const Strategy& first, const Strategy& second, SearchLuck& luck) {
    Strategy child = first;
    const auto cut = luck.whole(0, static_cast<int>(first.rules.size()));
    const auto from = luck.whole(0, static_cast<int>(second.rules.size()));
    child.rules.assign(first.rules.begin(), first.rules.begin() + cut);
    child.rules.insert(child.rules.end(), second.rules.begin() + from, second.rules.end());
    drop_repetitions(child.rules);
    return child;
}

} // namespace assent
