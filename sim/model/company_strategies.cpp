// Four ways of selling that fit any company: they name roles that nearly every company has, and selectors.
#include "model/company_strategies.hpp"

#include "model/company_parts.hpp"

#include <algorithm>
#include <cmath>

namespace assent {
namespace {

Rule to(Selector selector, Act act, Channel channel) {
    Rule rule;
    rule.act = act;
    rule.selector = selector;
    rule.channel = channel;
    return rule;
}

Rule to(Role role, Act act, Channel channel) {
    Rule rule = to(Selector::role, act, channel);
    rule.role = role;
    return rule;
}

/// A rule for those who know us, used at most `limit` times.
Rule often(Rule rule, int cooldown, int limit = Rule().limit) {
    rule.when.contacted = true;
    rule.cooldown = cooldown;
    rule.limit = limit;
    return rule;
}

Rule from(int week, Rule rule) {
    rule.when.week_from = week;
    return rule;
}

Rule silent(int weeks, Rule rule) {
    rule.when.silent_for = weeks;
    return rule;
}

Rule with(Evidence evidence, Rule rule) {
    rule.evidence = evidence;
    return rule;
}

Rule offer(int week, Role role, Channel channel, double discount) {
    Rule rule = from(week, to(role, Act::offer, channel));
    rule.when.offer_made = false;
    rule.discount = discount;
    return rule;
}

/// Extras that this company lacks, instead of a discount.
Rule tailored(Rule rule, double extras_budget) {
    rule.tailored = true;
    rule.extras_budget = extras_budget;
    return rule;
}

Rule ask(int week) {
    Rule rule = from(week, to(Role::decision_maker, Act::ask_decision, Channel::meeting));
    rule.when.offer_made = true;
    rule.cooldown = 2;
    return rule;
}

Rule introduce(Channel channel) { return to(Selector::uncontacted, Act::introduce, channel); }
Rule remind() { return silent(3, often(to(Selector::all, Act::remind, Channel::email), 2)); }

/// The week at this share of the time until the company means to decide.
struct Timetable {
    double decision_week;
    [[nodiscard]] int at(double share) const {
        return std::max(1, static_cast<int>(std::floor(share * decision_week)));
    }
};

Strategy price_first(const Timetable& week) {
    Strategy strategy;
    strategy.id = "price_first";
    strategy.name = "Sharp price, quick decision";
    strategy.about = "Ten per cent off in an early offer, a concession or two, and asking until they answer.";
    strategy.tactic = Tactic::conceder;
    strategy.beta = 1.5;
    strategy.preparation = 0.6;
    Rule concede = often(to(Role::economic_buyer, Act::concede, Channel::phone), 3, 2);
    concede.when.offer_made = true;
    strategy.rules = {
        introduce(Channel::phone),
        offer(week.at(0.3), Role::economic_buyer, Channel::phone, 0.1),
        concede,
        with(Evidence::data, silent(2, often(to(Selector::all, Act::address, Channel::phone), 2))),
        ask(week.at(0.6)),
        remind(),
    };
    return strategy;
}

Strategy listen_first(const Timetable& week, double price) {
    Strategy strategy;
    strategy.id = "listen_first";
    strategy.name = "Listen, then answer";
    strategy.about =
        "Everybody is heard before the offer, doubts are answered one by one, and extras that this company "
        "lacks take the place of a discount.";
    strategy.preparation = 0.9;
    strategy.letter = 0.8;
    Rule discover = silent(2, often(to(Selector::all, Act::discover, Channel::video), 2, 4));
    discover.when.week_to = week.at(0.6);
    strategy.rules = {
        introduce(Channel::phone),
        discover,
        from(week.at(0.25),
             with(Evidence::data, often(to(Role::economic_buyer, Act::value_case, Channel::meeting), 3, 2))),
        from(week.at(0.3), with(Evidence::data, silent(1, to(Selector::weakest_link, Act::address, Channel::meeting)))),
        from(week.at(0.4),
             with(Evidence::reference, silent(2, often(to(Selector::all, Act::address, Channel::video), 2)))),
        tailored(offer(week.at(0.5), Role::decision_maker, Channel::meeting, 0), to_three_digits(0.04 * price)),
        ask(week.at(0.9)),
        remind(),
    };
    return strategy;
}

Strategy prove_it(const Timetable& week) {
    Strategy strategy;
    strategy.id = "prove_it";
    strategy.name = "A trial with their own people";
    strategy.about =
        "A trial with the users, rehearsed inside first, with their own material; its result goes to finance.";
    strategy.preparation = 0.85;
    strategy.letter = 0.8;
    Rule trial = from(week.at(0.25), often(to(Role::user, Act::pilot, Channel::meeting), 4));
    trial.when.pilot = PilotState::none;
    trial.safeguards = {Safeguard::inside_test, Safeguard::own_material, Safeguard::staff_training};
    Rule result = often(to(Role::economic_buyer, Act::value_case, Channel::meeting), 3, 2);
    result.when.pilot = PilotState::passed;
    strategy.rules = {
        introduce(Channel::phone),
        silent(2, often(to(Selector::all, Act::discover, Channel::video), 3, 2)),
        trial,
        with(Evidence::data, result),
        from(week.at(0.35), with(Evidence::data, silent(1, to(Selector::weakest_link, Act::address, Channel::video)))),
        offer(week.at(0.6), Role::decision_maker, Channel::meeting, 0.03),
        ask(week.at(1.0)),
        remind(),
    };
    return strategy;
}

Strategy top_down(const Timetable& week) {
    Strategy strategy;
    strategy.id = "top_down";
    strategy.name = "Win the one who decides";
    strategy.about =
        "All time goes to the decision maker and, later, to whoever holds the money; the others will follow.";
    strategy.preparation = 0.9;
    const auto decider = [](Act act) { return to(Role::decision_maker, act, Channel::meeting); };
    Rule meet = decider(Act::introduce);
    meet.when.contacted = false;
    Rule finance = from(week.at(0.3), to(Role::economic_buyer, Act::introduce, Channel::phone));
    finance.when.contacted = false;
    strategy.rules = {
        meet,
        finance,
        often(decider(Act::discover), 2, 2),
        often(decider(Act::build_rapport), 3, 3),
        from(week.at(0.3), with(Evidence::reference, often(decider(Act::address), 2))),
        from(week.at(0.35),
             with(Evidence::data, often(to(Role::economic_buyer, Act::value_case, Channel::meeting), 3, 2))),
        offer(week.at(0.5), Role::decision_maker, Channel::meeting, 0.03),
        ask(week.at(0.8)),
        remind(),
    };
    return strategy;
}

bool has_role(const Model& model, Role role) {
    for (int member = 0; member < model.centre.size(); ++member)
        if (std::ranges::count(model.centre.stakeholder(member).roles, role) > 0) return true;
    return false;
}

} // namespace

std::vector<Strategy> ways_of_selling(const Model& model, double price) {
    const Timetable week{model.process.decision_week.mean()};
    std::vector<Strategy> strategies{price_first(week), listen_first(week, price), prove_it(week), top_down(week)};
    for (Strategy& strategy : strategies)
        for (Rule& rule : strategy.rules)
            if (rule.selector == Selector::role && !has_role(model, rule.role)) {
                rule.selector = Selector::most_influential;
                rule.role = Rule().role;
            }
    return strategies;
}

void write_strategies(CompanyDraft& draft) { draft.model.strategies = ways_of_selling(draft.model, draft.price); }

} // namespace assent
