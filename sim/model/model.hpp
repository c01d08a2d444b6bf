#pragma once
// The scenario as people think of it: names, roles, words, numbers that may be uncertain. A reader fills a Model, a
// compiler turns it into a Plan. Every field that a file can set stands in the key table (scenario/key_table.cpp),
// which gives its unit, range, default, meaning and source; defaults here and there are one and the same, because the
// table reads them from default-constructed objects.
#include "engine/assumptions.hpp"
#include "engine/terms.hpp"
#include "model/buying_centre.hpp"
#include "model/fact.hpp"
#include "model/sweep.hpp"
#include "model/number.hpp"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace assent {

/// Limits on sizes; a larger scenario is refused with the count.
struct Limits {
    static constexpr int stakeholders = 20'000;
    static constexpr int links = 400'000;
    static constexpr int objections_per_stakeholder = 16;
    static constexpr int topics = 32;
    static constexpr int criteria = 16;
    static constexpr int features = 32;
    static constexpr int extras = 16;
    static constexpr int alternatives = 8; ///< ours, at most six rivals, do nothing
    static constexpr int issues = 8;
    static constexpr int strategies = 64;
    static constexpr int rules_per_strategy = 64;
    static constexpr int horizon_weeks = 520;
    static constexpr int touches_per_member_and_week = 15;
    static constexpr int quarters = 80;
    static constexpr int letter_readers = 32;
};

enum class Purchase : std::uint8_t { straight_rebuy, modified_rebuy, new_task }; ///< buygrid (Robinson et al. 1967)
inline constexpr int purchase_count = 3;
enum class ClientHistory : std::uint8_t { new_client, current, past };
inline constexpr int client_history_count = 3;

/// The client company.
struct Company {
    std::string name;
    std::string about;             ///< a few sentences for the reader and the report
    std::string currency = "USD";  ///< ISO 4217 code; a label, never converted
    Number need = 0.6;             ///< [0, 1] how hot the need is in week 1
    Number need_drift = 0.0;       ///< per week, [-0.1, 0.1]
    Number need_shock = 0.02;      ///< per week, standard deviation, [0, 0.5]
    Number comfort = 0.8;          ///< logit, [-6, 6]: utility of doing nothing when there is no need
    Number urgency = 2.0;          ///< logit, [0, 12]: utility that doing nothing loses at full need
    Number budget = 100'000.0;     ///< currency, (0, 1e12]
    Number required_quality = 0.5; ///< [0, 1] quality that does the job
    Number switching = 0.5;        ///< logit, [0, 8]: cost of leaving the incumbent, borne by all who are not it
    Purchase purchase = Purchase::modified_rebuy;
    ClientHistory history = ClientHistory::new_client;
    bool tender = false;
    Number segment_fit = 1.0;   ///< [0, 1] how well our prepared approach suits this kind of company
    Number referral = 0.0;      ///< [0, 1] how warmly somebody they know recommended us
    std::string referral_topic; ///< what he praised; empty: nothing in particular
    NamedNumbers scoring;       ///< published weights of a tender by criterion, [0, 100], normalised; empty: no points
    NamedNumbers means; ///< own means by name, [0, 1]: 1 = the client has it (an extra of that kind is worth nothing)
};

/// The timetable of the client's process and its decision rule.
struct Process {
    int horizon = 52;              ///< weeks, 1 … 520
    Number screening_weeks = 2.0;  ///< weeks, [0, 520]: least time in screening
    Number coverage = 0.35;        ///< [0, 1]: share of authority that must know us before we are evaluated
    Number evaluation_weeks = 4.0; ///< weeks, [0, 520]: least time in evaluation unless a decision is asked for
    Number decision_week = 16.0;   ///< week, [1, 520]: when the company meets to decide unless asked earlier
    Number meeting_interval = 2.0; ///< weeks, [1, 52] between decision meetings
    Number pilot_weeks = 4.0;      ///< weeks, [1, 52] a trial lasts
    DecisionRule rule = DecisionRule::weighted;
    int quota = 1; ///< members who must agree (minimum_endorsement only), 1 … n_stakeholder
};

/// One issue on the negotiation table. Value runs from 0 (all the buyer wants) to 1 (all we want).
struct Issue {
    std::string id;          ///< "price" is the issue that moves the price; every negotiation has it
    double our_weight = 1;   ///< (0, 1e6], normalised over issues
    double their_weight = 1; ///< (0, 1e6], normalised over issues
    double cost = 0;         ///< currency, [0, 1e12]: what giving it away wholly costs us (not for price)
};

/// Negotiation after a favourable decision (Faratin et al. 1998).
struct Negotiation {
    Number rounds = 8.0;            ///< the buyer's deadline, rounds, [1, 60]
    int rounds_per_week = 2;        ///< 1 … 20
    Tactic tactic = Tactic::linear; ///< the buyer's
    Number beta = 1.0;              ///< the buyer's concession exponent b, [0.02, 50]; < 1 Boulware, > 1 conceder
    Number reserve = 0.3;           ///< [0, 0.95] utility below which the buyer walks away at even power
    std::vector<Issue> issues;      ///< empty: price alone
};

struct Objection {
    std::string topic;     ///< what is said
    Number severity = 0.5; ///< [0, 1]
    Number weight = 1.0;   ///< logit, [0, 8]: utility lost at full severity
    bool pretext = false;  ///< the stated topic is not the true one
    std::string root;      ///< the true topic; empty: the stated one
    bool known = true;     ///< false: hidden from the seller until discovered
};

enum class Support : std::uint8_t { unknown, mentor, supporter, neutral, non_supporter, enemy };
inline constexpr int support_count = 6;

/// One member of the buying centre; a vertex of the graph.
/// Where a drawing shows somebody: shares of its width to the right and of its height downwards, both [0, 1].
struct DrawnPlace {
    double x = 0, y = 0;
    bool operator==(const DrawnPlace&) const = default;
};

struct Stakeholder {
    std::string id;
    std::string name;
    std::string title;
    std::vector<Role> roles;                 ///< may be empty: other
    Number authority = Number::unset();      ///< weight in the rule, [0, 1]
    Number susceptibility = Number::unset(); ///< to colleagues, [0, 0.99] (Friedkin & Johnsen 1990)
    Number expertise = Number::unset();      ///< [0, 1]
    Number personal_stake = Number::unset(); ///< [0, 1]: 0 buys for the company, 1 for himself
    Number integrity = Number::unset();      ///< [0, 1]
    Number patience = Number::unset();       ///< touches a week felt as normal, [0, 20]
    Number accessibility = Number::unset();  ///< [0, 1] chance factor of getting through
    Number self_weight = 0.0;                ///< [0, 10] weight of his own present view among those he listens to
    Number felt_need = 1.0;                  ///< ×, [0, 2]: how strongly he feels the company's need
    Number leaning = 0.0;                    ///< logit, [-6, 6]: for (+) or against (-) us, before anything is said
    Support support = Support::neutral;      ///< in the words of the field; adds to the leaning
    Number threatened = 0.0;                 ///< [0, 1] how much our coming endangers his interests (works on trials)
    Number attention = 0.0;                  ///< [0, 1] how present we are to him in week 1
    bool veto = false;
    bool known = true;      ///< false: the seller does not know that he exists
    Mind mind = Mind::free; ///< counterfactual: his mind fixed
    NamedNumbers criteria;  ///< weight by criterion, logit, [0, 20]; "price" is one of them
    NamedNumbers features;  ///< worth of a feature that only one alternative has, logit, [0, 8]
    NamedNumbers trust;     ///< initial trust by alternative, [0, 1]; default 0.5
    std::optional<DrawnPlace> place; ///< absent: drawings find one; nothing that is played depends on it
    std::vector<Objection> objections;
};

enum class LinkKind : std::uint8_t { influence, reports_to, informal, conflict };
inline constexpr int link_kind_count = 4;

/// Who influences whom; an edge of the graph from the one who influences to the one who is influenced.
struct Link {
    LinkKind kind = LinkKind::influence;
    Number strength = 1.0; ///< [0, 10], normalised over those who influence a member
};

/// A scripted move of a rival.
struct RivalMove {
    int week = 1; ///< 1 … horizon
    enum class Kind : std::uint8_t { contact, price_cut } kind = Kind::contact;
    std::string target;  ///< member id; empty: everyone (contact only)
    Number amount = 0.0; ///< price_cut: share of the price, [0, 0.9]; contact: trust events, [0, 10]
};

/// What the company can choose: our offer, a rival's, or doing nothing.
struct Alternative {
    enum class Kind : std::uint8_t { ours, rival, nothing };
    std::string id;
    std::string name;
    Kind kind = Kind::rival;
    Number price = 0.0;                   ///< currency, [0, 1e12]: list price
    Number floor_price = Number::unset(); ///< currency: lowest price (ours); unset: 70 % of the list price
    Number cost = 0.0;                    ///< currency, [0, 1e12]: what it costs us to deliver
    bool incumbent = false;
    bool known = true;                 ///< does the seller know of this rival from the start
    NamedNumbers attributes;           ///< by criterion, [0, 1]; "quality" is one of them
    NamedNumbers image;                ///< factors of the image, [0, 1]; they multiply
    std::vector<std::string> features; ///< what it has; worth something only if no other alternative has it
    Number promised = 0.8;             ///< [0, 1] service level promised
    Number delivered = 0.8;            ///< [0, 1] service level delivered
    Number contact_hazard = 0.0;       ///< chance per week that the rival calls on somebody, [0, 1]
    Number contact_effect = 0.5;       ///< trust events of one such call, [0, 10]
    Number price_cut_hazard = 0.0;     ///< chance per week, [0, 1]
    Number price_cut = 0.05;           ///< share of the price, [0, 0.9]
    Number doubts = 0.6;   ///< logit, [0, 8]: what members hold against it (rivals; doubts about us are objections)
    Number scarcity = 0.0; ///< [0, 1] how hard it is to get elsewhere what we have (ours)
    std::vector<RivalMove> moves;
};

struct Topic {
    std::string id;
    std::string name;
    std::vector<Act> answered_by;   ///< acts that speak to it without being told so
    std::vector<Evidence> evidence; ///< evidence that suits it
};

struct Criterion {
    std::string id;
    std::string name;
    bool serves_task = true;    ///< counts in the corporate purchase
    bool serves_person = false; ///< counts in the personal purchase
};

/// Something we can add to the offer.
struct Extra {
    std::string id;
    std::string name;
    std::string means;  ///< the client's own means that make it worthless; empty: always of use
    Number value = 0.3; ///< logit, [0, 8]: worth to each member of a client who lacks the means
    Number cost = 0.0;  ///< currency, [0, 1e12]
};

/// What an act does when it lands; all effects pass through digestion.
struct ActEffect {
    double hours = 0.5;     ///< [0, 400] on top of the channel's
    double cost = 0;        ///< currency, [0, 1e12]
    double relief = 0;      ///< [0, 1] share of the severity of the topics it speaks to
    double trust = 0;       ///< good trust events, [0, 10]
    double rapport = 0;     ///< [0, 1]
    double attention = 0.4; ///< [0, 1]
    double value = 0;       ///< [0, 1] understanding of the business case
};

struct ChannelTraits {
    double reach = 0.5;     ///< [0, 1] chance to get through to a fully accessible member
    double richness = 0.5;  ///< [0, 1] share of an act's effect that comes across
    double hours = 0.5;     ///< [0, 400]
    double cost = 0;        ///< currency, [0, 1e12]
    double intrusion = 0.5; ///< [0, 10] felt touches
    bool gated = true;      ///< passes the gatekeeper
    bool written = false;   ///< reach depends on the quality of the letter
    bool granted = false;   ///< takes the member's time: he must want to give it
};

struct Seller {
    std::string name;
    Number competence = 0.6;   ///< [0, 1] on topics not listed
    NamedNumbers competences;  ///< by topic, [0, 1]
    double hours = 10;         ///< per week for this client, [0, 168]
    bool kickbacks = false;    ///< are they allowed at all
    bool embellishment = true; ///< may claims be inflated at all
};

/// When a rule applies; every condition given must hold. Only what the seller can know appears here.
struct Condition {
    std::optional<int> week;               ///< exactly this week
    std::optional<int> week_from, week_to; ///< weeks, inclusive
    std::vector<Stage> stage;              ///< any of these
    std::string objection_known;   ///< topic: an open objection on it is known at the target (or at anyone: `all`)
    std::optional<int> silent_for; ///< weeks since the last touch of the target
    std::optional<double> support_below, support_above;   ///< of the target as last seen, [0, 1]
    std::optional<double> coverage_below, coverage_above; ///< share of known members reached, [0, 1]
    std::optional<bool> contacted;                        ///< has the target been reached
    std::optional<bool> competitor_known;
    std::optional<bool> offer_made;
    std::optional<PilotState> pilot;
};

struct Rule {
    Condition when;
    Act act = Act::introduce;
    Selector selector = Selector::all;
    std::string member;      ///< selector member
    Role role = Role::other; ///< selector role
    Channel channel = Channel::meeting;
    TopicChoice topic_choice = TopicChoice::largest_known;
    std::string topic; ///< topic_choice fixed
    Evidence evidence = Evidence::argument;
    double inflate = 0;                ///< [0, 1] embellishment
    double discount = 0;               ///< [0, 0.9] share of the list price (offer)
    std::vector<std::string> extras;   ///< offer
    bool tailored = false;             ///< offer: extras chosen by what is known of the client's means
    double extras_budget = 0;          ///< currency (tailored)
    std::vector<Safeguard> safeguards; ///< pilot
    int cooldown = 1;                  ///< weeks between two uses, 1 … 520
    int limit = 520;                   ///< uses, 0 … 520
    bool enabled = true;               ///< counterfactual: rule dropped
};

/// What we do after the sale, quarter by quarter; part of a strategy.
struct AfterSale {
    Number service = 0.5;          ///< [0, 1] set-up, maintenance, answers: how much of the best possible service
    bool outsourced = false;       ///< service by somebody else
    double service_cost = 0;       ///< currency a quarter of the best own service, [0, 1e12]
    Number training = 0.3;         ///< [0, 1] how well the client's staff is trained
    double training_cost = 0;      ///< currency, once, for full training, [0, 1e12]
    bool personal_manager = false; ///< one person the client can always call
    double manager_cost = 0;       ///< currency a quarter, [0, 1e12]
    Loyalty loyalty = Loyalty::none;
    double loyalty_cost = 0;    ///< currency a quarter, [0, 1e12]
    Number quality_cut = 0.0;   ///< [0, 1] how much is saved on what is delivered
    int cut_from = 1;           ///< quarter, 1 … 80
    Number availability = 0.95; ///< [0, 1] share of orders that we can fill
    Number delivery = 0.8;      ///< [0, 1] promptness; late deliveries lose orders
    Number reliability = 0.8;   ///< [0, 1] 1: nothing ever breaks down
    int contract_quarters = 4;  ///< 1 … 40 between two renewals
    WinBack win_back = WinBack::none;
    double win_back_cost = 0;       ///< currency for each attempt, [0, 1e12]
    double win_back_discount = 0.2; ///< share of the price, [0, 0.9] (win_back = discount)
    int win_back_quarters = 4;      ///< quarters after leaving in which we try, 0 … 80
};

struct Strategy {
    std::string id;
    std::string name;
    std::string about;
    std::optional<double> hours;   ///< per week, overrides the seller's
    double budget = 1e12;          ///< currency for acts, channels and inducements
    Number professionalism = 0.99; ///< [0, 1] chance that a touch is without a blunder
    Number letter = 0.7;           ///< [0, 1] quality of written approaches: chance that one is read to the end
    Number second_letter = Number::unset(); ///< [0, 1] quality of another version; unset: there is none
    int letter_test = 0;                    ///< friends who read each version first; the better one is sent, 0 … 32
    Number preparation = 0.7;               ///< [0, 1]
    bool kickbacks = false;                 ///< does this strategy allow itself kickbacks
    bool embellishment = true;
    Tactic tactic = Tactic::linear;
    Number beta = 1.0;    ///< our concession exponent, [0.02, 50]
    Number reserve = 0.1; ///< [0, 0.95] utility below which we walk away
    Number rounds = 8.0;  ///< rounds until we expect the deadline, [1, 60]
    AfterSale after_sale;
    std::vector<Rule> rules;
};

/// What follows a sale: quarters of use, service and renewal.
struct Relationship {
    int quarters = 12;            ///< simulated after a win, 0 … 80
    Number repeat = 0.06;         ///< [0, 10] orders a quarter, as a share of the first one
    double discount_rate = 0.025; ///< a quarter, [0, 0.5]: what makes money later worth less
    Number recommendation = 0.04; ///< [0, 1] worth of one recommendation, as a share of the first margin
};

/// Priors of one role: what is meant by "unknown", and (as their means) what is typical.
struct RolePrior {
    Number authority, susceptibility, expertise, personal_stake, integrity, patience, accessibility;
    NamedNumbers criteria;
};

struct Model {
    int format = 1;
    std::string title;
    Company company;
    Process process;
    Negotiation negotiation;
    Relationship relationship;
    BuyingCentre centre;                   ///< stakeholders and links
    std::vector<Alternative> alternatives; ///< ours first, do nothing last
    std::vector<Topic> topics;
    std::vector<Criterion> criteria;
    std::vector<Extra> extras;
    std::array<ActEffect, act_count> acts;
    std::array<ChannelTraits, channel_count> channels;
    Seller seller;
    std::vector<Strategy> strategies;
    std::array<RolePrior, role_count> priors;
    std::array<Number, assumption_count> assumptions;
    Fact fact; ///< what the scenario is to show; without id: nothing
    Sweep sweep; ///< what `assent sweep` is to play; without axes, points and companies: the scenario alone

    /// Built-in topics, criteria, acts, channels, priors and assumptions; no company, members, alternatives, strategies.
    [[nodiscard]] static Model defaults();
};

} // namespace assent
