#pragma once
// What the class of the purchase (buygrid: Robinson, Faris & Wind 1967) does to a generated company.
#include "model/model.hpp"

namespace assent {

/// All numbers of the generator that set how often a deal is won stand in this table, so that they can be calibrated in
/// one place. Ranges are [first, second]; one number is drawn from each.
struct Situation {
    struct Range {
        double least, greatest;
    };
    Range need;             ///< most likely need in week 1
    double comfort;         ///< logit
    double urgency;         ///< logit
    Range switching;        ///< logit
    double doubt_chance;    ///< factor on the chance of each doubt of a role
    Range severity;         ///< most likely severity of a doubt
    Range doubt_weight;     ///< logit
    double hidden, pretext; ///< share of the doubts that are hidden, that are pretexts
    Range expertise;        ///< of members who are no experts; experts have `expert_bonus` more
    double expert_bonus;
    int horizon;                           ///< weeks
    Range screening, evaluation, decision; ///< weeks
    double pilot_weeks;
    Range rivals; ///< how many
};

const Situation& situation_of(Purchase purchase);

} // namespace assent
