#pragma once
// A fact that the simulation must show: a claim about how companies buy, arms that differ in what it names, what must
// come out, and how its mechanism is switched off.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace assent {

/// One key of a scenario set to another value.
struct Setting {
    std::string path;  ///< dotted, with selectors: "stakeholder.role:user.leaning" (scenario/settings.hpp)
    std::string value; ///< as the file writes it (TOML)
    friend bool operator==(const Setting&, const Setting&) = default;
};

/// How a scenario is changed before it is played: first what is taken out, then the settings in their order.
struct ScenarioChanges {
    std::vector<Setting> set;
    std::vector<std::string> without; ///< paths of members, objections, links, alternatives, strategies, rules, …
    [[nodiscard]] bool empty() const { return set.empty() && without.empty(); }
};

/// What is measured of an arm over all deals played; validation/measures.cpp says how.
enum class Measure : std::uint8_t {
    win_rate,
    no_decision,
    lost,
    eliminated,
    chosen,
    support,
    median_week,
    week_won,
    week_ended,
    price,
    concession,
    margin,
    value,
    value_per_hour,
    lifetime_value,
    hours,
    members_reached,
    touches,
    meetings,
    pilot_passed,
    talks_failed,
    got_through,
    appointments,
    retained,
    quarters,
    satisfaction,
    orders,
    word_of_mouth,
    client_value,
};
inline constexpr int measure_count = 29;

/// One side of the comparison.
struct FactArm {
    std::string id;
    std::string name;
    std::string strategy; ///< id; empty: the only one
    ScenarioChanges changes;
};

/// What must come out: a comparison of two arms, or a band for one.
struct Expectation {
    std::string says; ///< a sentence
    Measure measure = Measure::win_rate;
    std::string whom; ///< selector of members (support) or alternatives (chosen)
    std::string of;   ///< arm
    std::string over; ///< arm it is compared with; empty: a band
    // One of these, in the unit of the measure; none: of > over.
    std::optional<double> by;                       ///< of - over is more than this
    std::optional<double> within;                   ///< |of - over| is at most this
    std::optional<double> ratio_above, ratio_below; ///< of / over
    std::optional<double> at_least, at_most;        ///< of alone
    ScenarioChanges control;                        ///< switches the mechanism off; empty: the fact's
};

struct Fact {
    std::string id; ///< empty: the scenario states no fact
    std::string claim;
    std::string mechanism;
    std::string source;
    ScenarioChanges setup; ///< made before everything else, in random companies too
    std::vector<FactArm> arms;
    std::vector<Expectation> expectations;
    ScenarioChanges control; ///< switches the mechanism off
    double companies = 0.5;  ///< [0, 1] least share of random companies in which the direction holds
};

} // namespace assent
