#pragma once
// Shared by the parts of the compiler: looks names up, turns numbers into parameters of the plan.
#include "model/compile.hpp"
#include "model/distribution_table.hpp"

#include <string>
#include <unordered_map>
#include <vector>

namespace assent {

/// Ranges of keys that several places share.
inline constexpr Bounds unit_range{0, 1};
inline constexpr Bounds money_range{0, 1e12};
inline constexpr Bounds logit_weight_range{0, 8};

/// A plan in the making. The parts (compile_*.cpp) run in the order of compile().
class PlanBuilder {
  public:
    explicit PlanBuilder(const Model& model);

    const Model& model;
    Plan plan;
    std::vector<std::string> draw_paths; ///< key of each of plan.draws
    std::vector<double> importance; ///< of each member as the seller sees it: authority and scope of influence, ≥ 0

    /// A number of the plan; a distribution becomes a draw named by `path`, truncated to `bounds`.
    Parameter parameter(const Number& number, Bounds bounds, const std::string& path);
    /// The number with `unset` and `unknown` resolved by the prior of the role.
    static Number resolved(const Number& number, const Number& prior);

    /// Position of a topic, criterion, extra or alternative by id; the model was checked, so it exists.
    /// Throws UserError otherwise.
    [[nodiscard]] int topic(const std::string& id) const;
    [[nodiscard]] int criterion(const std::string& id) const;
    [[nodiscard]] int extra(const std::string& id) const;
    [[nodiscard]] int member(const std::string& id) const;

  private:
    std::unordered_map<std::string, int> topics_, criteria_, extras_, members_;
};

// compile_members.cpp: people, objections, links
void compile_members(PlanBuilder& builder);
void compile_links(PlanBuilder& builder);
// compile_offers.cpp: company, process, alternatives, negotiation, extras
void compile_company(PlanBuilder& builder);
void compile_alternatives(PlanBuilder& builder);
void compile_negotiation(PlanBuilder& builder);
void compile_relationship(PlanBuilder& builder);
// compile_strategies.cpp: acts, channels, competence, strategies and rules
void compile_selling(PlanBuilder& builder);
void compile_strategies(PlanBuilder& builder);

/// Value of a name in a list of named numbers, or the default.
const Number& named(const NamedNumbers& numbers, const std::string& name, const Number& otherwise);

} // namespace assent
