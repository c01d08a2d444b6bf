#pragma once
// What all imports share: names for things, and what is assumed where no file tells.
#include "model/model.hpp"

#include <string>
#include <unordered_map>
#include <unordered_set>

namespace assent {

/// Letters, digits and `_` of a text, in lower case as far as ASCII goes, at most 40 of them; letters beyond ASCII stay.
/// Safe as the name of a file. Empty when the text has none.
std::string slug(const std::string& text);

/// Gives each thing an id of its own.
class FreeIds {
  public:
    /// The id itself or, when it is taken, with the first number from 2 on that makes it free.
    std::string take(const std::string& id);

  private:
    std::unordered_set<std::string> taken_;
    std::unordered_map<std::string, int> next_; ///< number to try, by id
};

/// Need, quality that does the job and decision week between wide ends; the seller's name.
void assume_situation(Model& model);

/// Our offer, with wide ends for every criterion of the model but the price.
Alternative assumed_offer(const Model& model, double price, double cost);

Alternative doing_nothing();

} // namespace assent
