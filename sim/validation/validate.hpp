#pragma once
// Putting a fact to the test: its arms with the same luck, its mechanism switched off, other companies.
#include "validation/contrast.hpp"
#include "validation/fact_file.hpp"

#include <atomic>
#include <functional>
#include <string>
#include <vector>

namespace assent {

/// A random company as scenario text; the same seed gives the same company.
using CompanySource = std::function<std::string(std::uint64_t seed)>;

struct ValidationRequest {
    std::uint64_t seed = 1;
    int threads = 0;
    std::int64_t replicates_limit = 1 << 18; ///< deals of each arm at most, at least deals_least
    int companies = 24;                      ///< random companies; 0: none
    CompanySource company;
    const std::atomic<bool>* cancelled = nullptr;
};

/// All intervals of one fact hold together at this confidence (Bonferroni over its expectations). A fact that is true is
/// to be seen with this chance, even when the effect is only half of what the pilot saw.
inline constexpr double validation_confidence = 0.99, validation_power = 0.99;
inline constexpr std::int64_t pilot_deals = 4096; ///< the first deals; they choose the number, and are not used again
inline constexpr std::int64_t deals_least = 4096;
inline constexpr std::int64_t company_deals = 4096; ///< of each arm in each random company

enum class Verdict : std::uint8_t {
    holds,
    fails,    ///< the interval lies outside of what is expected
    not_shown ///< the interval holds both, or the power is too small
};

/// What is left of an effect without its mechanism: it is gone when the interval of the difference lies within
/// ± max(0.3 points, 10 % of the effect seen), for other units than shares 0.1 % of the figure compared with; it is reversed
/// when the interval lies beyond 0 on the other side, because without the mechanism other forces win.
enum class ControlVerdict : std::uint8_t { none, vanishes, gone, reversed, remains };

struct ExpectationResult {
    Expectation expectation;
    Answer answer;
    Verdict verdict = Verdict::not_shown;
    double power = 0;  ///< chance to see an effect of the size seen
    double needed = 0; ///< deals that half the effect of the pilot takes
    ControlVerdict control = ControlVerdict::none;
    Answer without;       ///< the same with the mechanism switched off; a difference
    double tolerance = 0; ///< that the control may keep
    [[nodiscard]] bool ok() const { return verdict == Verdict::holds && control != ControlVerdict::remains; }
};

/// One random company.
struct CompanyResult {
    enum class Direction : std::uint8_t { holds, equal, against, does_not_apply } direction = Direction::does_not_apply;
    std::uint64_t seed = 0;
    std::string name;
    std::string why; ///< it does not apply
    Interval shown;  ///< of the first expectation
};

struct FactResult {
    std::string id, claim, mechanism, source, path;
    std::string currency;
    std::vector<std::pair<std::string, std::string>> arms; ///< id and name
    std::vector<ExpectationResult> expectations;
    std::vector<CompanyResult> companies;
    double companies_wanted = 0; ///< least share of those it applies to
    std::int64_t replicates = 0; ///< of each arm
    double seconds = 0;
    bool interrupted = false;

    [[nodiscard]] int companies_applying() const;
    [[nodiscard]] int companies_holding() const;
    [[nodiscard]] bool companies_ok() const;
    [[nodiscard]] bool holds() const;
    [[nodiscard]] const std::string& arm_name(const std::string& arm) const;
};

/// Plays a pilot, then as many deals as its power asks for, then the random companies. Throws UserError when the arms
/// cannot be made of the scenario.
FactResult validate_fact(const FactFile& file, const ValidationRequest& request);

/// Does the effect go the way that is expected, whatever its size?
bool direction_holds(const Expectation& expectation, const Answer& answer);

} // namespace assent
