#pragma once
// Playing on from the middle of a deal: one state, many futures.
#include "engine/kernel.hpp"

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

} // namespace assent
