#pragma once
// Several processes that play one sweep.
#include "sweep/sweep.hpp"

namespace assent {

/// The processes that were started together. One of them leads: it alone has the store, talks to the user and hands out
/// points; the others play them. All of them read the same sweep.
class Crew {
  public:
    virtual ~Crew() = default;
    [[nodiscard]] virtual bool leads() const = 0;
    /// For the one that leads. Throws like play_sweep(), with the errors of the others too.
    virtual SweepDone lead(const SweepPlan& plan, SweepStore& store, const SweepRequest& request,
                           const std::function<void(const SweepProgress&)>& progress) = 0;
    /// For the others: plays what it is given, until there is no more.
    virtual void follow(const SweepPlan& plan, const std::string& sweep_id, Keep keep) = 0;
};

} // namespace assent
