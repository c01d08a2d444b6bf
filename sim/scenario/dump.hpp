#pragma once
// Comparing scenarios by what can be written of them.
#include "model/model.hpp"

#include <string>

namespace assent {

/// Of which keys a text speaks.
enum class KeysTold {
    all,
    played, ///< but for those that only pictures read: equal texts are played alike
    dealt,  ///< nor names and titles, which only words read: equal texts meet the same deals
};

/// Every key of every table of a model, defaults too, in the order of the key table: two models are the same scenario
/// when these texts are equal. It is no valid scenario file, because it also names what a file leaves out.
std::string dump_everything(const Model& model, KeysTold keys = KeysTold::all);
/// dump_scenario, without where pictures show people.
std::string dump_played(const Model& model);

} // namespace assent
