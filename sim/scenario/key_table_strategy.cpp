// Keys of a strategy and its rules.
#include "scenario/key_table.hpp"

namespace assent {
namespace {

constexpr std::string_view role_prefix = "role:";

/// `target` stands for selector, member and role: a selector's word, "role:champion", or a member's id.
PhraseSlot target_slot(Rule& rule) {
    PhraseSlot slot;
    slot.get = [&rule]() -> std::string {
        switch (rule.selector) {
        case Selector::member:
            return rule.member;
        case Selector::role:
            return std::string(role_prefix) + std::string(word(rule.role));
        default:
            return std::string(word(rule.selector));
        }
    };
    slot.set = [&rule](const std::string& text) -> std::string {
        if (text.starts_with(role_prefix)) {
            const auto role = from_word<Role>(std::string_view(text).substr(role_prefix.size()));
            if (!role) {
                return "no such role";
            }
            rule.selector = Selector::role;
            rule.role = *role;
            return {};
        }
        const auto selector = from_word<Selector>(text);
        const bool by_name = !selector || *selector == Selector::member || *selector == Selector::role;
        rule.selector = by_name ? Selector::member : *selector;
        rule.member = by_name ? text : std::string();
        return text.empty() ? "names nobody" : "";
    };
    for (const std::string_view text : vocabulary<Selector>().words) {
        if (text != word(Selector::member) && text != word(Selector::role)) {
            slot.words.push_back(text);
        }
    }
    return slot;
}

/// `topic` stands for topic_choice and topic: "largest_known" or a topic's id.
PhraseSlot topic_slot(Rule& rule) {
    PhraseSlot slot;
    slot.get = [&rule] {
        return rule.topic_choice == TopicChoice::fixed ? rule.topic : std::string(word(TopicChoice::largest_known));
    };
    slot.set = [&rule](const std::string& text) -> std::string {
        const bool largest = text == word(TopicChoice::largest_known);
        rule.topic_choice = largest ? TopicChoice::largest_known : TopicChoice::fixed;
        rule.topic = largest ? std::string() : text;
        return text.empty() ? "names no topic" : "";
    };
    slot.words = {word(TopicChoice::largest_known)};
    return slot;
}

/// What nobody can look up, because it is what the author wants to try.
std::vector<Key> chosen(std::vector<Key> keys) {
    for (Key& key : keys) {
        key.source = key.source == "assumption" ? "your choice" : key.source;
    }
    return keys;
}

std::vector<Key> condition_keys() {
    return {
        key<Condition>("week", &Condition::week, "Exactly this week.").in("week").from(1, Limits::horizon_weeks),
        key<Condition>("week_from", &Condition::week_from, "This week or later.")
            .in("week")
            .from(1, Limits::horizon_weeks),
        key<Condition>("week_to", &Condition::week_to, "This week or earlier.")
            .in("week")
            .from(1, Limits::horizon_weeks),
        key<Condition>("stage", &Condition::stage, "The client's process is in one of these stages."),
        key<Condition>("objection_known", &Condition::objection_known,
                       "An open objection on this topic is known at the target (with target all: at anyone)."),
        key<Condition>("silent_for", &Condition::silent_for, "At least so long since the last touch of the target.")
            .in("weeks")
            .from(0, Limits::horizon_weeks),
        key<Condition>("support_below", &Condition::support_below, "Support of the target, as last seen, is below.")
            .in("share")
            .from(0, 1),
        key<Condition>("support_above", &Condition::support_above, "Support of the target, as last seen, is above.")
            .in("share")
            .from(0, 1),
        key<Condition>("coverage_below", &Condition::coverage_below, "Share of known members reached is below.")
            .in("share")
            .from(0, 1),
        key<Condition>("coverage_above", &Condition::coverage_above, "Share of known members reached is above.")
            .in("share")
            .from(0, 1),
        key<Condition>("contacted", &Condition::contacted, "Has the target been reached?"),
        key<Condition>("competitor_known", &Condition::competitor_known, "Is a rival known?"),
        key<Condition>("offer_made", &Condition::offer_made, "Has an offer been made?"),
        key<Condition>("pilot", &Condition::pilot, "State of the trial."),
    };
}

const Section& condition_section() {
    static const Section result = section<Condition>(
        "strategy.rule.when", "When a rule applies: every condition given must hold, as far as the seller can know.",
        chosen(condition_keys()));
    return result;
}

std::vector<Key> rule_keys() {
    return {
        key<Rule>("do", &Rule::act, "The act.").needed(),
        key<Rule>("target", target_slot, "Whom: a member's id, \"role:<role>\", or a choice made each week."),
        key<Rule>("channel", &Rule::channel, "How the touch travels."),
        key<Rule>("topic", topic_slot, "What is spoken to: a topic's id, or the largest objection known."),
        key<Rule>("evidence", &Rule::evidence, "What backs the argument."),
        key<Rule>("inflate", &Rule::inflate, "Embellishment of the claims.").in("share").from(0, 1),
        key<Rule>("discount", &Rule::discount, "Off the list price (offer).").in("share").from(0, 0.9),
        key<Rule>(
            "extras",
            [](Rule& rule) {
                return TextsSlot{&rule.extras, &rule.tailored, "tailored"};
            },
            "Extras in the offer, or \"tailored\": those that what is known of the client's means makes best."),
        key<Rule>("extras_budget", &Rule::extras_budget, "What tailored extras may cost.").in("currency").from(0, 1e12),
        key<Rule>("safeguards", &Rule::safeguards, "Measures that protect a trial (pilot).").cites("fact C5"),
        key<Rule>("cooldown", &Rule::cooldown, "Least time between two uses.").in("weeks").from(1, 520),
        key<Rule>("limit", &Rule::limit, "Uses in one deal.").in("times").from(0, 520),
        key<Rule>("enabled", &Rule::enabled, "Counterfactual: false drops the rule."),
    };
}

const Section& rule_section() {
    static const Section result =
        section<Rule>("strategy.rule", "One rule: when … do …; rules are tried in order until the hours run out.",
                      chosen(rule_keys()), {table_child<Rule>("when", condition_section(), &Rule::when)});
    return result;
}

std::vector<Key> service_keys() {
    return {
        key<AfterSale>("service", &AfterSale::service, "Set-up, maintenance, answers: how much of the best service.")
            .in("share")
            .from(0, 1)
            .cites("fact D2"),
        key<AfterSale>("outsourced", &AfterSale::outsourced, "Is the service somebody else's?").cites("fact D2"),
        key<AfterSale>("service_cost", &AfterSale::service_cost, "Cost of the best own service.")
            .in("currency a quarter")
            .from(0, 1e12),
        key<AfterSale>("training", &AfterSale::training, "How well the client's staff is trained.")
            .in("share")
            .from(0, 1)
            .cites("fact D2"),
        key<AfterSale>("training_cost", &AfterSale::training_cost, "Cost of full training, once.")
            .in("currency")
            .from(0, 1e12),
        key<AfterSale>("personal_manager", &AfterSale::personal_manager, "One person whom the client can always call.")
            .cites("fact D2"),
        key<AfterSale>("manager_cost", &AfterSale::manager_cost, "Cost of that person.")
            .in("currency a quarter")
            .from(0, 1e12),
        key<AfterSale>("loyalty", &AfterSale::loyalty, "What is given to keep the client.").cites("fact D3"),
        key<AfterSale>("loyalty_cost", &AfterSale::loyalty_cost, "Cost of that.")
            .in("currency a quarter")
            .from(0, 1e12),
    };
}

std::vector<Key> delivery_keys() {
    return {
        key<AfterSale>("quality_cut", &AfterSale::quality_cut, "How much is saved on what is delivered.")
            .in("share")
            .from(0, 1)
            .cites("fact D4"),
        key<AfterSale>("cut_from", &AfterSale::cut_from, "When the saving begins.")
            .in("quarter")
            .from(1, Limits::quarters),
        key<AfterSale>("availability", &AfterSale::availability, "Share of orders that we can fill.")
            .in("share")
            .from(0, 1)
            .cites("fact D6"),
        key<AfterSale>("delivery", &AfterSale::delivery, "Promptness; late deliveries lose orders.")
            .in("share")
            .from(0, 1)
            .cites("fact D6"),
        key<AfterSale>("reliability", &AfterSale::reliability, "1: nothing ever breaks down.")
            .in("share")
            .from(0, 1)
            .cites("fact D6"),
        key<AfterSale>("contract_quarters", &AfterSale::contract_quarters, "Time between two renewals.")
            .in("quarters")
            .from(1, 40)
            .cites("fact D6"),
        key<AfterSale>("win_back", &AfterSale::win_back, "How a client that left is asked back.").cites("fact D5"),
        key<AfterSale>("win_back_cost", &AfterSale::win_back_cost, "Cost of each attempt.")
            .in("currency")
            .from(0, 1e12),
        key<AfterSale>("win_back_discount", &AfterSale::win_back_discount, "Off the price, to win it back by discount.")
            .in("share")
            .from(0, 0.9),
        key<AfterSale>("win_back_quarters", &AfterSale::win_back_quarters, "How long we try.")
            .in("quarters")
            .from(0, Limits::quarters),
    };
}

const Section& after_sale_section() {
    static const Section result = [] {
        std::vector<Key> keys = service_keys();
        const std::vector<Key> more = delivery_keys();
        keys.insert(keys.end(), more.begin(), more.end());
        return section<AfterSale>("strategy.after_sale", "What we do after the sale, quarter by quarter.",
                                  chosen(std::move(keys)));
    }();
    return result;
}

} // namespace

const Section& strategy_section() {
    static const Section result = section<Strategy>(
        "strategy", "What we might do, as ordered rules; the strategies of a scenario are compared.",
        {
            key<Strategy>("id", &Strategy::id, "Short name that the command line and reports use.")
                .needed()
                .cites("the case"),
            key<Strategy>("name", &Strategy::name, "What it is called.").cites("the case").for_telling(),
            key<Strategy>("about", &Strategy::about, "A sentence or two for the reader.").cites("the case"),
            key<Strategy>("hours", &Strategy::hours, "Time for this client; absent: the seller's.")
                .in("per week")
                .from(0, 168)
                .or_else("the seller's")
                .cites("your choice"),
            key<Strategy>("budget", &Strategy::budget, "Money for acts, channels and inducements.")
                .in("currency")
                .from(0, 1e12)
                .cites("your choice"),
            key<Strategy>("professionalism", &Strategy::professionalism, "Chance that a touch is without a blunder.")
                .in("chance")
                .from(0, 1),
            key<Strategy>("letter", &Strategy::letter,
                          "Quality of written approaches: chance that one is read to the end.")
                .in("share")
                .from(0, 1),
            key<Strategy>("second_letter", &Strategy::second_letter, "Quality of another version of the letter.")
                .in("share")
                .from(0, 1)
                .or_else("there is none")
                .cites("fact B4"),
            key<Strategy>("letter_test", &Strategy::letter_test,
                          "Friends who read both versions first; the better one is sent.")
                .in("readers")
                .from(0, Limits::letter_readers)
                .cites("fact B4"),
            key<Strategy>("preparation", &Strategy::preparation, "How well touches are prepared.")
                .in("share")
                .from(0, 1),
            key<Strategy>("kickbacks", &Strategy::kickbacks, "Does this strategy allow itself kickbacks?")
                .cites("fact C6"),
            key<Strategy>("embellishment", &Strategy::embellishment, "Does this strategy allow itself inflated claims?")
                .cites("fact B7"),
            key<Strategy>("tactic", &Strategy::tactic, "How we concede.").cites("Faratin, Sierra & Jennings 1998"),
            key<Strategy>("beta", &Strategy::beta, "Our concession exponent; below 1 Boulware, above 1 conceder.")
                .from(0.02, 50)
                .cites("Faratin, Sierra & Jennings 1998; value: assumption"),
            key<Strategy>("reserve", &Strategy::reserve, "Utility below which we walk away.")
                .in("utility")
                .from(0, 0.95),
            key<Strategy>("rounds", &Strategy::rounds, "Rounds until we expect the deadline.").in("rounds").from(1, 60),
        },
        {table_child<Strategy>("after_sale", after_sale_section(), &Strategy::after_sale),
         list_child<Strategy>("rule", rule_section(), &Strategy::rules)});
    return result;
}

} // namespace assent
