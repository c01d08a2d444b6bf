#pragma once
// Playing on from the middle of deals: one state with many futures, or many states, each with its own.
#include "engine/kernel.hpp"
#include "engine/witness.hpp"

#include <vector>

namespace assent {

/// Everything a deal carries at the end of a week, with the uncertain numbers it was dealt; what the seller knows is a part.
/// It belongs to one plan. `values` has room for state_size floats before anything is saved in it.
struct DealState {
    std::int32_t strategy = 0; ///< played so far
    std::int32_t week = 0;     ///< 0: before the first
    bool decided = false;
    std::vector<float> values;
};

/// Floats of the state of a deal of this plan.
std::size_t state_size(const Plan& plan) noexcept;

/// Plays a replicate until the end of `week`, or to its decision if that comes earlier, and saves where it stands.
void save_state(const Plan& plan, const BlockRequest& replicate, std::int32_t week, float* workspace,
                DealState& state) noexcept;

/// Plays on from a state: row k is the future that replicate first_replicate + k has from there on, with its luck in all
/// weeks to come. Another strategy than the one played so far takes over with fresh rules and its own letter. The state of
/// replicate r, played on as replicate r with the same seed and strategy, ends as r does, bit for bit.
/// Arguments otherwise as for simulate_block.
void simulate_from(const Plan& plan, const DealState& state, const BlockRequest& request, float* workspace,
                   OutcomeRow* rows) noexcept;

/// What of a saved deal its seller knows; the pointers lead into the values of the state.
struct SellerView {
    const float *known, *contacts;                     ///< flag, touches that got through (n_member)
    const float *last_touch, *seen;                    ///< week, 0: never; support as last seen, -1: never (n_member)
    const float* touches;                              ///< tried in the last week (n_member)
    const float *objection_known, *root_known, *heard; ///< flag, flag, severity as last heard (n_objection)
    const float* means_known;                          ///< flag (n_extra)
    Stage stage;
    PilotState pilot;
    bool offer_made, competitor_known, asked; ///< asked: a decision was called for
    float price;                              ///< ours, currency: the list price until an offer was made
    float hours, spent;                       ///< so far
};

/// Reads a state that save_state filled.
SellerView seller_view(const Plan& plan, const DealState& state) noexcept;

/// States of many deals of one plan and strategy that stand in the same week.
struct DealStates {
    const float* values = nullptr;        ///< (states × state_size)
    const std::int32_t* places = nullptr; ///< rows of `values`, any number of times (count)
    std::int32_t count = 0;               ///< 1 …
    std::int32_t week = 0;
};

/// Plays on from many states: row k is the future of replicate first_replicate + k, which begins as state number
/// (first_replicate + k) mod count. The request's strategy goes on with the rules and the letter of the states.
void simulate_from_each(const Plan& plan, const DealStates& states, const BlockRequest& request, float* workspace,
                        OutcomeRow* rows) noexcept;

/// Deals before week 1, replicate first_replicate + k in row k of `states` (count × state_size).
void open_states(const Plan& plan, const BlockRequest& request, float* workspace, float* states) noexcept;

/// A week of a strategy as it was witnessed, in deals that may have come to it or not.
struct WitnessRequest {
    BlockRequest deals;    ///< row k has the luck of replicate first_replicate + k, wherever its state comes from
    std::int32_t week = 0; ///< played so far
};

/// Plays the states (count × state_size) one week on, in place, each so that it agrees with what was witnessed, with fresh
/// rules before and after. `log_likelihood` (count) receives how likely each state made it: the sum of the logarithms of
/// the chances or densities of what was seen, each at least `surprise`, constants left out that all states share.
void witness_week(const Plan& plan, const WitnessRequest& request, const WitnessedWeek& week, float* workspace,
                  float* states, float* log_likelihood) noexcept;

/// What is in the members' minds in one state of a matrix: support (n_member) and severity (n_objection), [0, 1].
void read_minds(const Plan& plan, const float* state, float* workspace, float* support, float* severity) noexcept;

} // namespace assent
