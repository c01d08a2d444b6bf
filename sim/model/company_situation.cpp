#include "model/company_situation.hpp"

namespace assent {

// A new task takes longer, meets more and heavier doubts and finds people who know less; a straight rebuy is short and
// plain (Robinson, Faris & Wind 1967; Johnston & Bonoma 1981). That much is from the sources, the numbers are assumptions:
// the median deal of about 84 days (sim/ODD.md, section 9) lies near the modified rebuy.
const Situation& situation_of(Purchase purchase) {
    static constexpr Situation straight_rebuy{
        .need = {0.70, 0.90},
        .comfort = 0.45,
        .urgency = 2.0,
        .switching = {0.4, 0.8},
        .doubt_chance = 0.6,
        .severity = {0.25, 0.50},
        .doubt_weight = {0.7, 1.1},
        .hidden = 0.15,
        .pretext = 0.15,
        .expertise = {0.40, 0.70},
        .expert_bonus = 0.25,
        .horizon = 14,
        .screening = {1, 1},
        .evaluation = {1, 3},
        .decision = {4, 7},
        .pilot_weeks = 2,
        .rivals = {0, 2},
    };
    static constexpr Situation modified_rebuy{
        .need = {0.65, 0.90},
        .comfort = 0.45,
        .urgency = 2.0,
        .switching = {0.2, 0.6},
        .doubt_chance = 0.9,
        .severity = {0.35, 0.60},
        .doubt_weight = {0.8, 1.3},
        .hidden = 0.25,
        .pretext = 0.25,
        .expertise = {0.30, 0.60},
        .expert_bonus = 0.25,
        .horizon = 24,
        .screening = {1, 3},
        .evaluation = {3, 6},
        .decision = {9, 13},
        .pilot_weeks = 4,
        .rivals = {1, 3},
    };
    static constexpr Situation new_task{
        .need = {0.55, 0.85},
        .comfort = 0.45,
        .urgency = 2.0,
        .switching = {0.0, 0.2},
        .doubt_chance = 1.2,
        .severity = {0.40, 0.70},
        .doubt_weight = {0.9, 1.5},
        .hidden = 0.35,
        .pretext = 0.30,
        .expertise = {0.15, 0.40},
        .expert_bonus = 0.20,
        .horizon = 36,
        .screening = {2, 4},
        .evaluation = {5, 9},
        .decision = {15, 20},
        .pilot_weeks = 5,
        .rivals = {0, 3},
    };
    switch (purchase) {
    case Purchase::straight_rebuy:
        return straight_rebuy;
    case Purchase::new_task:
        return new_task;
    case Purchase::modified_rebuy:
        break;
    }
    return modified_rebuy;
}

} // namespace assent
