#pragma once
// The client company that deals are fitted to when no scenario is given.
#include "model/model.hpp"

namespace assent {

/// A mid-sized company (four people; 3–4 are usual for 100–499 staff), one rival, a plain strategy. Its level does not
/// matter: the intercept of a calibration moves it to where the deals are.
Model typical_deal();

} // namespace assent
