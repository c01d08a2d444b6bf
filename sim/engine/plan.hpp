#pragma once
// The compiled scenario: flat arrays, integers, no names. Const once compiled (model/compile.hpp builds it), shared by
// all threads. The comment column gives the shape of each array.
//
//   n_member people, n_link arcs of influence, n_objection, n_alternative = n_supplier + 1 (ours is 0, do nothing last),
//   n_criterion, n_topic, n_extra, n_rule over all strategies, n_draw uncertain numbers.
#include "engine/assumptions.hpp"
#include "engine/terms.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace assent {

/// A number of the plan: the same in every replicate, or the result of draw number `draw`.
struct Parameter {
    float value = 0;        ///< used when draw < 0; otherwise the expected value
    std::int32_t draw = -1; ///< index into Plan::draws
};

/// How one uncertain number is drawn, once per replicate.
struct DrawSpec {
    enum class Kind : std::uint8_t { uniform, triangular, normal, lognormal, table, discrete };
    Kind kind = Kind::uniform;
    std::uint32_t who = 0;             ///< hash of the key's path: the draw does not move when others come or go
    float a = 0, b = 0, c = 0;         ///< as in Number
    float p_low = 0, p_high = 1;       ///< probability range left by the truncation to [low, high]
    float low = 0, high = 0;           ///< range of the key
    float factor = 1;                  ///< of the truncated value
    std::int32_t table = 0, cells = 0; ///< into Plan::tables: table: cells + 1 quantiles at equal steps of probability;
                                       ///< discrete: cells cumulative probabilities, then cells values
};

struct RulePlan {
    // when
    std::int16_t week_from = 1, week_to = 32767;                        ///< inclusive
    std::uint8_t stages = 0x7f;                                         ///< bit set over Stage
    std::uint8_t pilots = 0x0f;                                         ///< bit set over PilotState
    std::int8_t competitor_known = -1, offer_made = -1, contacted = -1; ///< -1: does not matter, 0: no, 1: yes
    std::int8_t objection_known = -1;                                   ///< topic, or -1
    std::int16_t silent_for = 0;                                        ///< weeks
    float support_below = 2, support_above = -1; ///< seen support of the target, exclusive bounds
    float coverage_below = 2, coverage_above = -1;
    bool needs_view = false; ///< a support bound was given: only members once seen qualify
    // do
    Act act = Act::introduce;
    Channel channel = Channel::meeting;
    Selector selector = Selector::all;
    TopicChoice topic_choice = TopicChoice::largest_known;
    std::int8_t topic = -1; ///< -1: none
    Evidence evidence = Evidence::argument;
    bool tailored = false;
    bool forbidden = false;      ///< against the ethics of seller or strategy: never done
    std::uint8_t safeguards = 0; ///< number of measures
    std::uint16_t extras = 0;    ///< bit set
    float inflate = 0, discount = 0, extras_budget = 0;
    std::int16_t cooldown = 1, limit = 520;
    std::int32_t first_candidate = 0, last_candidate = 0; ///< into Plan::candidates, half open
};

/// What a strategy does after the sale. Costs are of a quarter unless said, currency.
struct AfterSalePlan {
    Parameter service, training, quality_cut, availability, delivery, reliability; ///< [0, 1]
    bool outsourced = false, personal_manager = false;
    float service_cost = 0, training_cost = 0, manager_cost = 0, loyalty_cost = 0, win_back_cost = 0;
    float win_back_discount = 0; ///< share of the price
    Loyalty loyalty = Loyalty::none;
    WinBack win_back = WinBack::none;
    std::int16_t cut_from = 1, contract_quarters = 4, win_back_quarters = 0;
};

struct StrategyPlan {
    std::int32_t first_rule = 0, last_rule = 0; ///< into Plan::rules, half open
    float hours = 0;                            ///< per week
    float budget = 0;                           ///< currency
    Parameter professionalism, letter, preparation, beta, reserve, rounds;
    Parameter second_letter;
    std::int32_t letter_test = 0; ///< readers of each version; 0: the first one is sent
    Tactic tactic = Tactic::linear;
    AfterSalePlan after_sale;
};

struct ActPlan {
    float hours, cost, relief, trust, rapport, attention, value;
    std::uint32_t topics; ///< bit set of topics it speaks to
};

struct ChannelPlan {
    float reach, richness, hours, cost, intrusion;
    bool gated, written, granted;
};

/// A point of the Pareto frontier of the negotiation; between points everything is linear.
struct FrontierPoint {
    float ours, theirs; ///< utilities in [0, 1]; from (1, 0) to (0, 1)
    float price;        ///< 1: the offered price, 0: the floor
    float cost;         ///< currency: what we have given away on other issues
};

struct RivalMovePlan {
    std::int16_t week;
    std::int8_t alternative;
    bool price_cut;
    std::int32_t target; ///< member, or -1: everyone
    Parameter amount;
};

struct Plan {
    std::int32_t n_member = 0, n_objection = 0, n_link = 0, n_alternative = 0, n_supplier = 0, n_criterion = 0;
    std::int32_t n_topic = 0, n_extra = 0, n_draw = 0, n_feature = 0, n_image = 0;
    std::int32_t max_objections = 0; ///< of one member

    // company and process
    Parameter need, need_drift, need_shock, comfort, urgency, budget, required_quality, switching, segment_fit;
    bool tender = false;
    Parameter referral;               ///< [0, 1]
    std::int32_t referral_topic = -1; ///< -1: nothing in particular
    bool scored = false;              ///< the tender publishes weights
    std::int32_t horizon = 52;
    Parameter screening_weeks, coverage, evaluation_weeks, decision_week, meeting_interval, pilot_weeks;
    DecisionRule rule = DecisionRule::weighted;
    std::int32_t quota = 1;
    std::int32_t autocrat = 0; ///< the member who decides alone
    std::uint32_t company_who = 0;

    // negotiation
    Parameter their_rounds, their_beta, their_reserve;
    Tactic their_tactic = Tactic::linear;
    std::int32_t rounds_per_week = 2;
    std::int32_t terms_holder = 0;       ///< who speaks for the buyer: member
    std::vector<FrontierPoint> frontier; // n_issue + 1

    // after the sale
    std::int32_t quarters = 0;
    Parameter repeat,
        recommendation;        ///< orders a quarter, worth of a recommendation: shares of the first order, margin
    float discount_factor = 1; ///< of one quarter

    // members
    std::vector<std::uint32_t> who;   // hash of the id (n_member)
    std::vector<Parameter> authority; // [0, 1], normalised per replicate (n_member)
    std::vector<Parameter> susceptibility, expertise, personal_stake, integrity, patience, accessibility; // (n_member)
    std::vector<Parameter> felt_need, leaning, threatened, attention;                                     // (n_member)
    std::vector<std::uint8_t> veto, known, gatekeeper, mind;                                              // (n_member)
    std::vector<float> belief_weight;        // what the seller takes as importance, [0, 1] (n_member)
    std::vector<Parameter> price_weight;     // logit (n_member)
    std::vector<Parameter> criterion_weight; // logit (n_member × n_criterion)
    std::vector<Parameter> initial_trust;    // [0, 1] (n_member × n_supplier)
    std::vector<std::int32_t> feature_begin; // (n_member × n_supplier + 1)
    std::vector<Parameter> feature_worth;    // unique features, logit (n_feature)

    // objections, grouped by member
    std::vector<std::int32_t> objection_begin;                           // (n_member + 1)
    std::vector<Parameter> severity, objection_weight;                   // (n_objection)
    std::vector<std::uint8_t> stated_topic, root_topic, objection_known; // (n_objection)
    std::vector<float> belief_severity, belief_objection_weight;         // expected values (n_objection)
    std::vector<std::uint32_t> objection_who;                            // (n_objection)

    // influence: arcs into each member
    std::vector<std::int32_t> link_begin;                 // (n_member + 1)
    std::vector<std::int32_t> link_from;                  // (n_link)
    std::vector<Parameter> link_strength;                 // normalised over a member's arcs per replicate (n_link)
    std::vector<std::uint8_t> link_conflict;              // mirrored about one's own view (n_link)
    std::vector<std::int32_t> colleague_begin, colleague; // who is in touch with whom, both directions

    // alternatives
    std::vector<Parameter> attribute;                 // [0, 1] (n_supplier × n_criterion)
    std::vector<std::int32_t> image_begin;            // (n_supplier + 1)
    std::vector<Parameter> image;                     // factors, [0, 1] (n_image)
    std::vector<Parameter> price;                     // currency (n_supplier)
    Parameter floor_price, cost;                      // currency, ours
    Parameter scarcity, promised, delivered;          // ours, [0, 1]
    std::vector<Parameter> doubts;                    // logit; ours 0 (n_supplier)
    std::vector<Parameter> scoring;                   // weights of a tender, not yet normalised (n_criterion)
    Parameter price_scoring;                          // the same for price
    std::vector<std::uint8_t> incumbent, rival_known; // (n_supplier)
    std::vector<Parameter> contact_hazard, contact_effect, price_cut_hazard, price_cut; // (n_supplier)
    std::vector<std::uint32_t> alternative_who;                                         // (n_supplier)
    std::vector<RivalMovePlan> rival_moves;                                             // by week
    std::int32_t quality = 0;                                                           ///< criterion
    std::uint32_t task_criteria = 0, person_criteria = 0;                               ///< bit sets

    // selling
    std::uint32_t evidence_topics[evidence_count] = {};          ///< bit set of topics that the evidence suits
    std::vector<Parameter> competence;                           // by topic, then one for no topic (n_topic + 1)
    std::vector<Parameter> extra_value, extra_means, extra_cost; // logit, [0, 1], currency (n_extra)
    ActPlan acts[act_count] = {};
    ChannelPlan channels[channel_count] = {};
    std::vector<StrategyPlan> strategies;
    std::vector<RulePlan> rules;
    std::vector<std::int32_t> candidates; // members, most important first; ties by order in the file

    // uncertainty
    Parameter assumptions[assumption_count];
    std::vector<DrawSpec> draws; // (n_draw)
    std::vector<float> tables;

    [[nodiscard]] Parameter operator[](Assumption assumption) const {
        return assumptions[static_cast<int>(assumption)];
    }
};

} // namespace assent
