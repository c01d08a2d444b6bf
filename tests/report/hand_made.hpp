#pragma once
// A client, a tally and a trace made by hand: reports can be compared byte by byte whatever the kernel does.
#include "engine/plan.hpp"
#include "engine/trace.hpp"
#include "experiment/counterfactual.hpp"
#include "experiment/summary.hpp"
#include "model/model.hpp"

#include <cmath>
#include <string>
#include <vector>

namespace assent::hand_made {

struct Person {
    std::string id, name, title;
    Role role;
    double authority;
    std::vector<Objection> objections;
};

inline Objection objection(const std::string& topic, double severity, bool known = true) {
    Objection made;
    made.topic = topic;
    made.severity = severity;
    made.known = known;
    return made;
}

inline void add_person(Model& model, const Person& person) {
    Stakeholder member;
    member.id = person.id;
    member.name = person.name;
    member.title = person.title;
    member.roles = {person.role};
    member.authority = person.authority;
    member.objections = person.objections;
    model.centre.add(member);
}

inline void add_people(Model& model) {
    add_person(model, {"ceo", "Б. Мөнхбаяр", "CEO", Role::decision_maker, 0.35, {objection("urgency", 0.5)}});
    add_person(model, {"cfo",
                       "G. Ölziijargal",
                       "CFO",
                       Role::economic_buyer,
                       0.3,
                       {objection("price", 0.8), objection("roi", 0.4), objection("terms", 0.3, false)}});
    add_person(model, {"marketing", "S. Üürtsaikh", "Head of marketing", Role::user, 0.1, {objection("fit", 0.3)}});
    add_person(model, {"it",
                       "Anna Lindqvist",
                       "IT security lead",
                       Role::technical_buyer,
                       0.1,
                       {objection("security_compliance", 0.7), objection("integration", 0.5)}});
    add_person(model, {"buyer",
                       "D. Ganzorig",
                       "Procurement",
                       Role::legal_procurement,
                       0.12,
                       {objection("competitor", 0.6), objection("price", 0.5)}});
    add_person(model, {"secretary", "O. Tuya", "Secretary", Role::gatekeeper, 0.03, {}});
    model.centre.stakeholder(3).veto = true;
    model.centre.stakeholder(4).known = false;
    const auto connect = [&model](int from, int to, double strength, LinkKind kind = LinkKind::influence) {
        model.centre.connect(from, to, Link{kind, strength});
    };
    connect(1, 0, 2.0);
    connect(2, 0, 0.7);
    connect(0, 2, 0.7);
    connect(3, 1, 1.0);
    connect(3, 0, 0.4, LinkKind::informal);
    connect(4, 1, 1.2);
    connect(1, 4, 1.0, LinkKind::reports_to);
    connect(2, 4, 0.5, LinkKind::conflict);
    connect(5, 0, 0.3);
}

inline Strategy strategy(const std::string& id, const std::string& name, const std::string& about) {
    Strategy made;
    made.id = id;
    made.name = name;
    made.about = about;
    return made;
}

inline Alternative alternative(const std::string& id, const std::string& name, Alternative::Kind kind, double price) {
    Alternative made;
    made.id = id;
    made.name = name;
    made.kind = kind;
    made.price = price;
    return made;
}

/// Six people, two rivals, four strategies.
inline Model model() {
    Model made = Model::defaults();
    made.title = "Blue Sky replaces its call centre";
    made.company.name = "«Хөх Тэнгэр» ХХК";
    made.company.about = "A chain of 40 shops in Ulaanbaatar. Its call centre was built for ten of them.";
    made.company.currency = "MNT";
    made.company.budget = 480e6;
    made.alternatives = {alternative("ours", "Assent", Alternative::Kind::ours, 455e6),
                         alternative("northwind", "Northwind", Alternative::Kind::rival, 430e6),
                         alternative("steppe", "Steppe Systems", Alternative::Kind::rival, 390e6),
                         alternative("nothing", "Do nothing", Alternative::Kind::nothing, 0)};
    made.strategies = {strategy("price_first", "Price first", "Open with a discount."),
                       strategy("pilot_first", "Pilot first", "Prove it in one shop, then talk of money."),
                       strategy("executive", "Executive sponsor", "Win the CEO, let him carry it."),
                       strategy("mail", "Letters only", "Write to everybody, meet nobody.")};
    made.extras.push_back(Extra{"installation", "installation", "", 0.3, 0.0});
    made.extras.push_back(Extra{"training", "staff training", "", 0.3, 0.0});
    add_people(made);
    return made;
}

inline int topic(const Model& model, const std::string& id) {
    for (std::size_t i = 0; i < model.topics.size(); ++i)
        if (model.topics[i].id == id) return static_cast<int>(i);
    return -1;
}

/// As much of a Plan as a report looks at.
inline Plan plan(const Model& model) {
    Plan made;
    made.n_member = model.centre.size();
    made.n_topic = static_cast<std::int32_t>(model.topics.size());
    made.n_alternative = static_cast<std::int32_t>(model.alternatives.size());
    made.n_supplier = made.n_alternative - 1;
    made.horizon = 40;
    made.objection_begin = {0};
    for (int member = 0; member < made.n_member; ++member) {
        const Stakeholder& person = model.centre.stakeholder(member);
        made.authority.push_back({static_cast<float>(person.authority.mean()), -1});
        for (const Objection& held : person.objections) {
            made.severity.push_back({static_cast<float>(held.severity.mean()), -1});
            made.stated_topic.push_back(static_cast<std::uint8_t>(topic(model, held.topic)));
            made.root_topic.push_back(made.stated_topic.back());
        }
        made.objection_begin.push_back(static_cast<std::int32_t>(made.severity.size()));
    }
    made.n_objection = made.objection_begin.back();
    made.strategies.resize(model.strategies.size());
    made.rules.resize(model.strategies.size() * 4);
    for (std::size_t i = 0; i < model.strategies.size(); ++i) {
        made.strategies[i].first_rule = static_cast<std::int32_t>(4 * i);
        made.strategies[i].last_rule = static_cast<std::int32_t>(4 * i + 4);
    }
    for (RulePlan& rule : made.rules) rule.evidence = Evidence::data;
    return made;
}

/// How often a strategy ends how, out of 1000.
struct Record {
    int won, lost, no_decision, eliminated;
    double median_week;
};

/// Deals spread around the median week, skewed to the right.
inline std::vector<std::int64_t> spread(std::int64_t deals, double median, int horizon) {
    std::vector<std::int64_t> weeks(static_cast<std::size_t>(horizon) + 1, 0);
    std::vector<double> weights(weeks.size(), 0.0);
    double total = 0;
    for (std::size_t week = 3; week < weeks.size(); ++week) {
        const double z = (std::log(static_cast<double>(week)) - std::log(median)) / 0.35;
        total += weights[week] = std::exp(-z * z / 2) / static_cast<double>(week);
    }
    std::int64_t left = deals;
    for (std::size_t week = 3; week < weeks.size(); ++week)
        left -= weeks[week] = static_cast<std::int64_t>(static_cast<double>(deals) * weights[week] / total);
    weeks[static_cast<std::size_t>(median)] += left;
    return weeks;
}

inline void add_means(StrategyTally& tally, double price, double hours) {
    const auto won = tally.outcomes[0];
    const auto all = tally.replicates;
    const auto fill = [](Moments& moments, std::int64_t count, double mean) {
        const auto n = static_cast<double>(count);
        moments = {count, n * mean, n * mean * mean * 1.04};
    };
    const double win_share = all == 0 ? 0 : static_cast<double>(won) / static_cast<double>(all);
    fill(tally.price, won, price);
    fill(tally.margin, won, price * 0.3);
    fill(tally.concession, won, 0.06);
    fill(tally.value, all, win_share * price * 0.3 - 50'000 * hours);
    fill(tally.lifetime, all, win_share * price * 0.5 - 50'000 * hours);
    fill(tally.cost_of_sale, all, 50'000 * hours);
    fill(tally.hours, all, hours);
    fill(tally.members_reached, all, 4);
    fill(tally.touches, all, 20);
    tally.value_times_hours = tally.value.sum * hours;
}

inline StrategyTally strategy_tally(const Record& record, std::int64_t replicates, int alternatives, int topics) {
    StrategyTally tally;
    tally.replicates = replicates;
    const auto count = [replicates](int share) { return replicates * share / 1000; };
    tally.outcomes = {count(record.won), count(record.lost), count(record.no_decision), 0};
    tally.outcomes[3] = replicates - tally.outcomes[0] - tally.outcomes[1] - tally.outcomes[2];
    tally.lost_to.assign(static_cast<std::size_t>(alternatives), 0);
    if (alternatives > 2) {
        tally.lost_to[1] = tally.outcomes[1] * 2 / 3;
        tally.lost_to[static_cast<std::size_t>(alternatives) - 2] += tally.outcomes[1] - tally.lost_to[1];
    }
    for (std::size_t outcome = 0; outcome < tally.weeks.size(); ++outcome)
        tally.weeks[outcome] = spread(tally.outcomes[outcome], record.median_week + (outcome == 2 ? 18 : 0), 40);
    const std::int64_t failed = replicates - tally.outcomes[0];
    tally.reasons[{1, 0}] = failed * 34 / 100;
    tally.reasons[{4, 5}] = failed * 19 / 100;
    tally.reasons[{3, 12}] = failed * 15 / 100;
    tally.reasons[{0, 4}] = failed * 9 / 100;
    tally.reasons[{1, topics + static_cast<int>(Reason::distrust)}] = failed * 8 / 100;
    tally.reasons[{2, topics + static_cast<int>(Reason::forgotten)}] = failed * 5 / 100;
    tally.reasons[{-1, topics + static_cast<int>(Reason::no_agreement)}] = failed * 4 / 100;
    std::int64_t listed = 0;
    for (const auto& [reason, number] : tally.reasons) listed += number;
    tally.reasons[{0, topics + static_cast<int>(Reason::no_need)}] = failed - listed;
    add_means(tally, 440e6, 30 + record.median_week);
    return tally;
}

/// Products as if quantities of two strategies went together by nine tenths.
inline void add_paired_sums(RunTally& made) {
    const std::size_t n = made.strategies.size();
    made.paired.reset(n);
    const auto fill = [&](std::vector<double>& sums, auto quantity, auto other_quantity) {
        for (std::size_t i = 0; i < n; ++i)
            for (std::size_t j = 0; j < n; ++j) {
                const Moments one = quantity(made.strategies[i]), other = other_quantity(made.strategies[j]);
                const auto count = static_cast<double>(one.count);
                const double means = one.sum * other.sum / count;
                const double spread =
                    (one.squares - one.sum * one.sum / count) * (other.squares - other.sum * other.sum / count);
                sums[i * n + j] = means + (i == j ? 1 : 0.9) * std::sqrt(std::max(0.0, spread));
            }
    };
    const auto margin = [](const StrategyTally& each) { return each.margin_of_all(); };
    const auto lifetime = [](const StrategyTally& each) { return each.lifetime; };
    const auto value = [](const StrategyTally& each) { return each.value; };
    const auto hours = [](const StrategyTally& each) { return each.hours; };
    fill(made.paired.margin, margin, margin);
    fill(made.paired.lifetime, lifetime, lifetime);
    fill(made.paired.value, value, value);
    fill(made.paired.hours, hours, hours);
    fill(made.paired.value_hours, value, hours);
}

inline RunTally tally(const std::vector<Record>& records, std::int64_t replicates, int alternatives, int topics) {
    RunTally made;
    made.seed = 20261123;
    made.replicates = replicates;
    made.signature = 0x0123456789abcdefull;
    for (const Record& record : records)
        made.strategies.push_back(strategy_tally(record, replicates, alternatives, topics));
    const std::size_t n = records.size();
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j < n; ++j) {
            const std::int64_t least = std::min(made.strategies[i].outcomes[0], made.strategies[j].outcomes[0]);
            made.both_won.push_back(i == j ? least : least * 9 / 10);
        }
    if (replicates > 0)
        add_paired_sums(made);
    else
        made.paired.reset(n);
    return made;
}

inline RunTally tally(const Model& model, std::int64_t replicates = 20'000) {
    return tally({{412, 330, 240, 18, 14}, {618, 190, 180, 12, 17}, {604, 180, 204, 12, 15}, {121, 250, 560, 69, 22}},
                 replicates, static_cast<int>(model.alternatives.size()), static_cast<int>(model.topics.size()));
}

} // namespace assent::hand_made
