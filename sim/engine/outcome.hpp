#pragma once
// What one replicate reports.
#include "engine/terms.hpp"

#include <cstdint>

namespace assent {

/// One row; every field is part of the repeatability contract. Money in the currency of the scenario.
struct OutcomeRow {
    std::uint64_t replicate = 0;
    Outcome outcome = Outcome::no_decision;
    Stage stage = Stage::unaware; ///< furthest stage before the end
    std::int8_t alternative = -1; ///< chosen alternative: 0 ours, a rival, n_supplier do nothing; -1 none
    PilotState pilot = PilotState::none;
    std::int16_t week = 0;     ///< in which the deal ended, 1 … horizon
    std::int32_t meetings = 0; ///< decision meetings of the client
    std::int32_t touches = 0;
    std::int32_t got_through = 0;  ///< of the touches
    std::int32_t appointments = 0; ///< of those, the ones for which a member gave his time
    std::int32_t members_reached = 0;
    std::int32_t reason = -1;        ///< topic, or n_topic + Reason; -1 when won
    std::int32_t reason_holder = -1; ///< member, or -1
    float price = 0;                 ///< agreed price; 0 unless won
    float margin = 0;                ///< price - cost - extras - what was given away on other issues; 0 unless won
    float concession = 0;            ///< share of the offered price given away in negotiation, [0, 1]
    float cost_of_sale = 0;          ///< acts, channels, inducements
    float hours[channel_count] = {};
    float lifetime_value = 0;  ///< margin - cost of sale + discounted quarters after the sale + word of mouth
    std::int16_t quarters = 0; ///< in which the company was our client, after the sale
    bool retained = false;     ///< still our client at the end of the quarters played
    Churn churn = Churn::none; ///< why it left first
    float satisfaction = 0;    ///< at the end, [0, 1]; 0 unless won
    float orders = 0;          ///< after the first one, in units of the first one
    float word_of_mouth = 0;   ///< recommendations less warnings sent to other companies
    float final_support = 0;   ///< authority-weighted probability of choosing us at the end, [0, 1]
};

/// Mixes every field of a row into a 64-bit FNV-1a hash: the signature of the repeatability contract.
constexpr std::uint64_t signature_start = 14695981039346656037ull;
std::uint64_t mix_signature(std::uint64_t hash, const OutcomeRow& row) noexcept;

} // namespace assent
