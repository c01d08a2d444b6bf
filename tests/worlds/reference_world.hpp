#pragma once
// The slow reference simulator, part 2: the company as a Boost graph of people, built from the Model and from nothing
// of the Plan.
#include "engine/terms.hpp"
#include "model/model.hpp"
#include "worlds/reference_luck.hpp"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <set>

namespace assent::reference {

struct Doubt {
    const Objection* objection = nullptr;
    std::string root; ///< the topic itself unless it is a pretext
    std::uint32_t who = 0;
    Quantity first_severity, weight;
    float expected_severity = 0, expected_weight = 0;
    // in play
    float severity = 0, relief_to_come = 0;
    float heard = 0; ///< severity as last heard
    bool known = false, root_known = false;
};

/// What a member has lived through with a supplier.
struct Experience {
    float good = 0, bad = 0; ///< events
};

/// What moves in a member during a deal.
struct StateOfMind {
    std::vector<float> utility, next_utility; ///< by alternative
    std::vector<Experience> with;             ///< by supplier
    std::vector<float> task, person;          ///< worth of each supplier without price, to the company and to himself
    float attention = 0, intrusion = 0, rapport = 0, understanding = 0, gift = 0;
    float trust_to_come = 0, attention_to_come = 0, rapport_to_come = 0, understanding_to_come = 0;
    int references = 0, contacts = 0, touches_this_week = 0;
    int last_touch = 0;        ///< week; 0: never
    std::optional<float> seen; ///< support as last seen
    bool known = false;
    int choice = 0; ///< at the last meeting
    float vote = 0; ///< voting weight, they sum to 1
};

struct Person {
    const Stakeholder* stakeholder = nullptr;
    std::size_t vertex = 0;
    std::uint32_t who = 0;
    bool gatekeeper = false;
    Quantity authority, susceptibility, expertise, personal_stake, integrity, patience, accessibility;
    Quantity felt_need, leaning, threatened, first_attention, self_weight, price_weight;
    std::vector<Quantity> criteria;                                ///< in the order of the model's criteria
    std::vector<Quantity> first_trust;                             ///< by supplier
    std::vector<std::pair<std::size_t, Quantity>> unique_features; ///< supplier that alone has it, worth
    std::vector<Doubt> doubts;
    float expected_authority = 0;
    double importance = 0; ///< as the seller sees it
    StateOfMind mind;
};

struct Tie {
    Quantity strength;
    bool conflict = false;
    float weight = 0; ///< share in what the listener hears
};

using Centre = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, Person, Tie>;

struct Supplier {
    const Alternative* alternative = nullptr;
    std::uint32_t who = 0;
    Quantity list_price, contact_hazard, contact_effect, price_cut_hazard, price_cut, doubts;
    std::vector<Quantity> attributes; ///< in the order of the model's criteria
    std::vector<Quantity> image;
    std::vector<Quantity> amounts; ///< of its scripted moves
};

struct ExtraOffer {
    Quantity value, means, cost;
};

/// Parameters of a strategy that may be uncertain.
struct Approach {
    Quantity professionalism, letter, second_letter, preparation, beta, reserve, rounds;
    Quantity service, training, quality_cut, availability, delivery, reliability; ///< after the sale
};

struct World {
    explicit World(const Model& of);
    World(const World&) = delete;
    World& operator=(const World&) = delete;

    const Model& model;
    Numbers numbers;
    Centre centre;
    std::vector<Supplier> suppliers; ///< ours first
    std::vector<ExtraOffer> extras;
    std::vector<Approach> approaches; ///< by strategy
    std::map<std::string, Quantity> competence_on;
    Quantity competence;
    std::array<Quantity, assumption_count> assumptions;
    Quantity need, need_drift, need_shock, comfort, urgency, budget, required_quality, switching, segment_fit;
    Quantity screening_weeks, coverage, evaluation_weeks, decision_week, meeting_interval, pilot_weeks;
    Quantity their_rounds, their_beta, their_reserve, floor_price, cost;
    Quantity referral, scarcity, promised, delivered, repeat, recommendation;
    std::vector<Quantity> scoring; ///< weights of a tender in the order of the criteria; empty: none published
    std::size_t quality = 0;       ///< place of this criterion
    std::size_t autocrat = 0;      ///< who decides alone
    std::size_t bargainer = 0;     ///< who speaks for the buyer in the negotiation

    [[nodiscard]] std::size_t size() const { return boost::num_vertices(centre); }
    [[nodiscard]] std::size_t nothing() const { return suppliers.size(); } ///< the alternative of doing nothing
    [[nodiscard]] float operator[](Assumption assumption) const {
        return assumptions[static_cast<std::size_t>(assumption)];
    }
};

inline bool holds(const Stakeholder& person, Role role) {
    return std::find(person.roles.begin(), person.roles.end(), role) != person.roles.end();
}

} // namespace assent::reference
