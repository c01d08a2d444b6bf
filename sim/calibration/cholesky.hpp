#pragma once
// A symmetric positive definite matrix A = L L', factored: what least squares and Newton steps need.
#include <cstddef>
#include <span>
#include <vector>

namespace assent {

class Cholesky {
  public:
    /// `matrix`: row-major, size × size; the lower triangle is read. Precondition: positive definite up to rounding;
    /// pivots below a billionth of the largest are raised to it.
    Cholesky(std::vector<double> matrix, std::size_t size);

    [[nodiscard]] std::size_t size() const { return size_; }
    /// x with A x = b.
    [[nodiscard]] std::vector<double> solve(std::span<const double> b) const;
    /// x with L' x = z: for standard normal z a draw with covariance A⁻¹.
    [[nodiscard]] std::vector<double> back(std::vector<double> z) const;
    [[nodiscard]] double log_determinant() const;

  private:
    std::vector<double> lower_;
    std::size_t size_;
};

} // namespace assent
