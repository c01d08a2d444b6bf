#include "worlds/small_company.hpp"

namespace assent::worlds {
namespace {

Objection doubt(const char* topic, double severity, bool known) {
    Objection objection;
    objection.topic = topic;
    objection.severity = severity;
    objection.weight = 1.2;
    objection.known = known;
    return objection;
}

Number uniform(double low, double high) {
    Number number;
    number.kind = Number::Kind::uniform;
    number.a = low;
    number.b = high;
    return number;
}

void add_people(Model& model) {
    Stakeholder chief;
    chief.id = "chief";
    chief.roles = {Role::decision_maker};
    chief.authority = 0.5;
    chief.criteria = {{"quality", 2.0}, {"price", 0.8}};
    chief.objections = {doubt("status_quo", 0.6, true)};

    Stakeholder finance;
    finance.id = "finance";
    finance.roles = {Role::economic_buyer};
    finance.authority = 0.3;
    finance.criteria = {{"price", 2.4}};
    finance.objections = {doubt("price", 0.8, true), doubt("roi", 0.5, false)};
    finance.objections.front().pretext = true;
    finance.objections.front().root = "roi";

    Stakeholder marketing;
    marketing.id = "marketing";
    marketing.roles = {Role::user};
    marketing.authority = 0.2;
    marketing.susceptibility = 0.6;
    marketing.objections = {doubt("fit", 0.7, true)};
    marketing.known = false;

    for (const Stakeholder& person : {chief, finance, marketing}) model.centre.add(person);
    model.centre.connect(0, 1, Link{LinkKind::influence, 1.0});
    model.centre.connect(0, 2, Link{LinkKind::influence, uniform(1, 3)});
    model.centre.connect(1, 2, Link{LinkKind::informal, 1.0});
    model.centre.connect(2, 0, Link{LinkKind::informal, 0.5});
}

void add_offers(Model& model) {
    Alternative ours, rival, nothing;
    ours.id = "ours";
    ours.kind = Alternative::Kind::ours;
    ours.price = 100'000;
    ours.floor_price = 80'000;
    ours.cost = 60'000;
    ours.attributes = {{"quality", uniform(0.6, 0.9)}, {"service", 0.7}};
    rival.id = "rival";
    rival.price = 85'000;
    rival.attributes = {{"quality", 0.55}};
    rival.contact_hazard = 0.2;
    rival.price_cut_hazard = 0.05;
    nothing.id = "nothing";
    nothing.kind = Alternative::Kind::nothing;
    model.alternatives = {ours, rival, nothing};
}

Rule rule(Act act, Channel channel, Selector selector) {
    Rule made;
    made.act = act;
    made.channel = channel;
    made.selector = selector;
    return made;
}

Strategy script() {
    Strategy strategy;
    strategy.id = "script";
    const auto at = [&](int week, Act act, Channel channel) {
        strategy.rules.push_back(rule(act, channel, Selector::all));
        strategy.rules.back().when.week = week;
    };
    at(1, Act::introduce, Channel::email);
    at(2, Act::introduce, Channel::phone);
    at(3, Act::value_case, Channel::meeting);
    at(5, Act::demonstrate, Channel::meeting);
    at(7, Act::reference, Channel::video);
    at(9, Act::offer, Channel::meeting);
    return strategy;
}

Strategy listening() {
    Strategy strategy;
    strategy.id = "listening";
    strategy.tactic = Tactic::tit_for_tat;
    strategy.rules = {
        rule(Act::introduce, Channel::phone, Selector::uncontacted),
        rule(Act::discover, Channel::meeting, Selector::weakest_link),
        rule(Act::address, Channel::meeting, Selector::all),
        rule(Act::pilot, Channel::meeting, Selector::most_influential),
        rule(Act::offer, Channel::email, Selector::most_opposed),
        rule(Act::ask_decision, Channel::phone, Selector::most_influential),
    };
    strategy.rules[3].when.coverage_above = 0.4;
    strategy.rules[4].when.pilot = PilotState::passed;
    strategy.rules[5].when.offer_made = true;
    return strategy;
}

} // namespace

Model small_company() {
    Model model = Model::defaults();
    model.title = "Small company";
    model.company.name = "Small";
    model.company.budget = 120'000;
    model.company.need = uniform(0.5, 0.9);
    model.process.horizon = 30;
    model.process.decision_week = 12;
    model.negotiation.issues = {{"price", 2, 1, 0}, {"payment", 1, 2, 1'500}};
    add_people(model);
    add_offers(model);
    Strategy silent;
    silent.id = "silent";
    model.strategies = {script(), listening(), silent};
    return model;
}

Model bare_centre(int members, int rivals) {
    Model model = Model::defaults();
    for (int number = 0; number < members; ++number) {
        Stakeholder person;
        person.id = "person" + std::to_string(number);
        person.authority = 0.5;
        model.centre.add(person);
    }
    const auto add = [&](const std::string& id, Alternative::Kind kind, double price) {
        Alternative alternative;
        alternative.id = id;
        alternative.kind = kind;
        alternative.price = price;
        model.alternatives.push_back(alternative);
    };
    add("ours", Alternative::Kind::ours, 100);
    for (int number = 0; number < rivals; ++number) add("rival" + std::to_string(number), Alternative::Kind::rival, 90);
    add("nothing", Alternative::Kind::nothing, 0);
    Strategy silent;
    silent.id = "silent";
    model.strategies = {silent};
    return model;
}

} // namespace assent::worlds
