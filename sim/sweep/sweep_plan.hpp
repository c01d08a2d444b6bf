#pragma once
// What a sweep is to play: companies times points of the design. A point is worked out from its number when its turn
// comes, so a sweep of millions takes no more room than one of ten.
#include "experiment/design.hpp"
#include "model/model.hpp"
#include "scenario/axis.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace assent {

/// What is asked for besides what the file says; flags win over the file.
struct SweepWish {
    std::filesystem::path file;    ///< of the sweep; companies are looked for beside it
    std::vector<Setting> axes;     ///< further ones; one of the same path replaces that of the file
    std::vector<Setting> settings; ///< the same at every point
    std::uint64_t seed = 1;
    double confidence = 0.95;
};

class SweepPlan {
  public:
    static constexpr std::int64_t points_limit = 10'000'000;

    /// Throws UserError for axes that are none, absurd sizes, companies that cannot be read, strategies that do not exist.
    /// Every value of every axis is tried once in the first company, so that a sweep does not stop half-way for a typing
    /// error.
    SweepPlan(Model model, const SweepWish& wish);

    [[nodiscard]] std::int64_t count() const { return per_company_ * static_cast<std::int64_t>(companies()); }
    [[nodiscard]] std::int64_t per_company() const { return per_company_; }
    [[nodiscard]] std::size_t companies() const;
    [[nodiscard]] std::size_t company_of(std::int64_t point) const {
        return static_cast<std::size_t>(point / per_company_);
    }
    [[nodiscard]] std::string company_name(std::size_t company) const;
    /// The scenario before the values of a point are set.
    [[nodiscard]] Model company(std::size_t company) const;
    /// The values of a point, one for each path, as a file writes them.
    [[nodiscard]] std::vector<std::string> values(std::int64_t point) const;
    [[nodiscard]] const std::vector<std::string>& paths() const { return paths_; }
    [[nodiscard]] const std::vector<SweepAxis>& axes() const { return axes_; }
    /// The scenario of a point. Throws UserError that names the point when its values do not go together.
    [[nodiscard]] Model scenario(std::int64_t point) const;
    /// Places of the strategies that are played, in a scenario of this sweep.
    [[nodiscard]] std::vector<std::int32_t> strategies(const Model& model) const;

    [[nodiscard]] const Sweep& asked() const { return sweep_; }
    [[nodiscard]] std::uint64_t seed() const { return wish_.seed; }
    [[nodiscard]] double confidence() const { return wish_.confidence; }
    /// All that the results depend on, as text.
    [[nodiscard]] std::string description() const;

  private:
    void take_axes();
    void take_companies();
    void count_points();
    void try_values() const;
    void spread_over_design();
    [[nodiscard]] std::string grid_value(const SweepAxis& axis, std::int64_t step) const;
    [[nodiscard]] std::string value_at(const SweepAxis& axis, double share) const;
    [[nodiscard]] Model with(const Model& base, const std::vector<std::string>& values,
                             const std::string& origin) const;

    Model base_; ///< settings made
    SweepWish wish_;
    Sweep sweep_;
    std::vector<SweepAxis> axes_;
    std::vector<std::string> paths_;
    std::vector<std::pair<std::string, Model>> given_; ///< companies by name, settings made
    DesignMatrix cube_;                                ///< Latin hypercube, Sobol: (point × axis)
    std::int64_t per_company_ = 1;
};

} // namespace assent
