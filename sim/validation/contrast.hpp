#pragma once
// Statistics of two arms that met the same luck, deal by deal.
#include "experiment/summary.hpp"
#include "model/fact.hpp"
#include "validation/measures.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace assent {

/// Sums of what the deals of two arms add to a measure; the arms are 0 (of) and 1 (over). Added to in replicate order.
class PairTally {
  public:
    void add(const Quantity& of, const Quantity& over);

    [[nodiscard]] std::int64_t count() const { return count_; }
    /// The measure of an arm: sum above over sum below; 0 when nothing counts.
    [[nodiscard]] double ratio(int arm) const;
    /// Deals of an arm that count.
    [[nodiscard]] double below(int arm) const { return sums_[static_cast<std::size_t>(2 * arm + 1)]; }
    /// Covariance, deal by deal, of what one deal moves the measures of two arms by (influence values: the delta method;
    /// Cochran 1977, section 2.11). Divided by count() it is the covariance of the two measures.
    [[nodiscard]] double covariance(int arm, int other) const;
    /// Sum of products of two of the four sums: above and below of arm 0, of arm 1.
    [[nodiscard]] double product(int i, int j) const {
        return products_[static_cast<std::size_t>(i)][static_cast<std::size_t>(j)];
    }
    [[nodiscard]] double above(int arm) const { return sums_[static_cast<std::size_t>(2 * arm)]; }
    /// Deals that count by the whole week in which they ended: only for a median.
    [[nodiscard]] const std::vector<std::int64_t>& weeks(int arm) const {
        return weeks_[static_cast<std::size_t>(arm)];
    }

  private:
    std::int64_t count_ = 0;
    std::array<double, 4> sums_{};
    std::array<std::array<double, 4>, 4> products_{};
    std::array<std::vector<std::int64_t>, 2> weeks_;
};

/// What an expectation asks, as bounds on one number: of - factor · over lies above `low` and below `high`.
struct Question {
    double factor = 1;        ///< 0: the arm `of` alone
    double low = 0, high = 0; ///< ± infinity: no such bound
};
Question question_of(const Expectation& expectation);

/// The number that a question is about, with its interval, and what is shown of it.
struct Answer {
    Interval of, over;    ///< the two arms; over is empty for a band
    Interval tested;      ///< of - factor · over; decides
    Interval shown;       ///< the difference, or the ratio (Fieller 1954) where one is asked for
    double deviation = 0; ///< standard deviation that one deal has in `tested`; its error is this over √count
};
/// Intervals at a confidence. Shares of all deals: Wilson 1927, and Bonett & Price 2012 for their difference; medians by
/// order statistics, their difference by the two intervals at half the error each (Bonferroni), which is conservative;
/// all else by the delta method.
Answer answer_of(const PairTally& tally, const Expectation& expectation, double confidence);

/// How far inside the bounds of a question an estimate lies; negative: outside.
double distance_inside(const Question& question, double estimate);

/// Deals needed so that an effect at `distance` from its bound is found with a chance of `power`: the interval of
/// two-sided confidence `confidence` then excludes the bound. n = ((z_confidence + z_power) deviation / distance)²
/// (Fleiss 1981; normal approximation). Infinite for a distance of 0 or less.
double deals_needed(double distance, double deviation, double confidence, double power);

/// The chance of that with n deals: Φ(distance √n / deviation - z_confidence).
double power_with(double deals, double distance, double deviation, double confidence);

} // namespace assent
