#pragma once
// The closed vocabulary of the simulation, as integers. The words that people read and write for these terms live in
// model/words.hpp: nothing on this side of the Plan knows a name.
#include <cstdint>

namespace assent {

/// Roles in the buying centre (Webster & Wind 1972; Bonoma 1982; canonical names of sim/ODD.md, section 9).
enum class Role : std::uint8_t {
    economic_buyer,
    decision_maker,
    technical_buyer,
    evaluator,
    user,
    champion,
    executive_sponsor,
    influencer,
    legal_procurement,
    blocker,
    gatekeeper,
    initiator,
    other,
};
inline constexpr int role_count = 13;

/// What the account manager can do in one touch.
enum class Act : std::uint8_t {
    introduce,
    discover,
    address,
    value_case,
    demonstrate,
    pilot,
    reference,
    build_rapport,
    offer,
    concede,
    ask_decision,
    remind,
    points,
    problem_solving,
    kickback,
};
inline constexpr int act_count = 15;

/// How a touch travels.
enum class Channel : std::uint8_t { email, phone, video, meeting, event, web };
inline constexpr int channel_count = 6;

/// What backs an argument.
enum class Evidence : std::uint8_t { argument, data, reference, guarantee };
inline constexpr int evidence_count = 4;

/// Stages of the client's process; a replicate only ever moves forward through them.
enum class Stage : std::uint8_t { unaware, screening, evaluation, pilot, decision, negotiation, closed };
inline constexpr int stage_count = 7;

/// How a deal ends; every replicate ends in exactly one of these.
enum class Outcome : std::uint8_t { won, lost, no_decision, eliminated };
inline constexpr int outcome_count = 4;

/// How the centre turns its members' choices into one (Choffray & Lilien 1980; sim/ODD.md, section 9).
enum class DecisionRule : std::uint8_t {
    weighted,
    autocracy,
    equiprobability,
    voting,
    minimum_endorsement,
    majority,
    unanimity,
    perturbation,
};
inline constexpr int decision_rule_count = 8;

/// Concession tactics (Faratin, Sierra & Jennings 1998).
enum class Tactic : std::uint8_t { boulware, linear, conceder, tit_for_tat };
inline constexpr int tactic_count = 4;

/// What is done to keep a customer after the sale (fact D3).
enum class Loyalty : std::uint8_t { none, points, problem_solving, kickback };
inline constexpr int loyalty_count = 4;

/// How a customer that left is approached (fact D5).
enum class WinBack : std::uint8_t { none, discount, cause };
inline constexpr int win_back_count = 3;

/// Why a customer left.
enum class Churn : std::uint8_t { none, promise, breakdown, quality_cut, scandal, rival };
inline constexpr int churn_count = 6;

/// Whom a rule of a strategy turns to.
enum class Selector : std::uint8_t {
    member,
    role,
    most_influential,
    most_opposed,
    undecided,
    uncontacted,
    weakest_link,
    all,
};
inline constexpr int selector_count = 8;

/// Which topic a rule speaks to: a fixed one, or one chosen from what is known of the target.
enum class TopicChoice : std::uint8_t { fixed, largest_known };

/// State of the trial, as rules may ask for it.
enum class PilotState : std::uint8_t { none, running, passed, failed };
inline constexpr int pilot_state_count = 4;

/// Measures that protect a trial against a threatened insider (fact C5); bits of Rule::safeguards.
enum class Safeguard : std::uint8_t { inside_test, own_material, staff_training };
inline constexpr int safeguard_count = 3;

/// A member's mind in a counterfactual: free, or fixed for or against us whatever happens.
enum class Mind : std::uint8_t { free, for_us, against_us };
inline constexpr int mind_count = 3;

/// Built-in reasons for losing that are not objections; a loss reason is a topic index (0 … n_topic-1) or
/// n_topic + one of these.
enum class Reason : std::uint8_t {
    price,
    quality,
    distrust,
    switching,
    pestered,
    forgotten,
    no_need,
    rival_offer,
    unprofessional,
    negotiation,
    no_agreement,
    leaning,
};
inline constexpr int reason_count = 12;

} // namespace assent
