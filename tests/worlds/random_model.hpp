#pragma once
// Models made by chance from a number: sound for the compiler, senseless as companies. Together they reach every act,
// channel, selector, decision rule, tactic and kind of distribution (tests/reference checks that they do).
#include "model/model.hpp"
#include "worlds/dice.hpp"

#include <cstdint>

namespace assent::worlds {

/// 1 … 12 members (by the seed), 0 … 6 rivals, 1 … 3 strategies.
Model random_model(std::uint64_t seed);

// The parts of random_model(), in the order in which it calls them.
void add_random_offers(Model& model, Dice& dice);            ///< random_offers.cpp
void add_random_people(Model& model, Dice& dice, int count); ///< random_people.cpp
void add_random_strategies(Model& model, Dice& dice);        ///< random_strategies.cpp

} // namespace assent::worlds
