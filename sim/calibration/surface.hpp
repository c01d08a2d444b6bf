#pragma once
// Win rates of the simulator as a smooth function of the moves: a response surface (Box & Wilson 1951) over a design of
// companies that were really played. The fit runs on it, because it asks millions of times; figures that are reported
// are played again.
#include "calibration/deal_player.hpp"

#include <vector>

namespace assent {

/// Log-odds of winning and how they change with each move.
struct SurfaceResponse {
    double logit = 0;
    Moves slope{};
};

/// Product Legendre polynomials in the moves, each scaled by its limit; beyond the limits it is level.
class Surface {
  public:
    /// The log-odds are the leaning itself: makes a logistic regression of a fit.
    static Surface plain();
    /// `powers`: by term and axis; one coefficient a term.
    Surface(std::vector<std::array<std::uint8_t, axis_count>> powers, std::vector<double> coefficients);

    [[nodiscard]] SurfaceResponse at(const Moves& moves) const;

  private:
    bool plain_ = false;
    std::vector<std::array<std::uint8_t, axis_count>> powers_;
    std::vector<double> coefficients_;
};

/// How well the surface gives back companies that it was not fitted to.
struct SurfaceQuality {
    int axes = 0, degree = 0, terms = 0;
    std::size_t companies = 0, held_out = 0; ///< played in all; of the last ones played, left out of the fit
    std::int64_t replicates = 0;             ///< of each company
    double error = 0;                        ///< root mean square of played minus surface over those held out, share
    double worst = 0;                        ///< greatest of the same
    double luck = 0;                         ///< the part of `error` that the luck of the replicates explains, share
};

/// Fits a surface by weighted least squares to companies that it plays.
class SurfaceFitter {
  public:
    /// Plays a design over the axes that `used` marks (Halton 1960) that fills their limits.
    SurfaceFitter(const DealPlayer& player, const std::array<bool, axis_count>& used, const PlayRequest& request);

    /// Plays further companies: those where the surface has to be good.
    void refine(const std::vector<Moves>& companies);
    [[nodiscard]] Surface fit() const;
    /// Of a surface fitted to three quarters of the companies, on the others of those last played.
    [[nodiscard]] SurfaceQuality quality() const;

  private:
    enum class Part { all, without_held_out };
    [[nodiscard]] Surface fit(Part part) const;

    const DealPlayer& player_;
    PlayRequest request_;
    int axes_, degree_;
    std::vector<std::array<std::uint8_t, axis_count>> powers_;
    std::vector<Moves> points_;
    std::vector<double> rates_;
    std::size_t last_ = 0; ///< the first of the companies last played
};

} // namespace assent
