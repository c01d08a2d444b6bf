#pragma once
// What people and alternatives are called in a told deal.
#include "model/model.hpp"

#include <span>
#include <string>
#include <vector>

namespace assent {

/// Names members by title ("the CFO"), the first time with the name as well; by name where a title would not tell.
class PeopleNames {
  public:
    explicit PeopleNames(const Model& model);
    std::string who(int member);
    /// "the CFO, the CEO and the head of IT"; above four the rest as a count.
    std::string all_of(std::span<const int> members);

  private:
    const Model& model_;
    std::vector<std::string> titles_; ///< in Latin letters; empty when there is none or others have it too
    std::vector<bool> mentioned_;     ///< has the name been given
};

/// "you" for our own, "doing nothing", or the rival's name.
std::string alternative_name(const Model& model, int alternative);

/// Name of a topic by its place; the id when it has no name.
std::string topic_name(const Model& model, int topic);

/// "a, b and c"
std::string enumerated(const std::vector<std::string>& parts);

/// The same with its first letter as a capital one, Latin (a to z) or Cyrillic (of Mongolian).
std::string capitalised(std::string text);

} // namespace assent
