#include "calibration/cholesky.hpp"

#include <algorithm>
#include <cmath>

namespace assent {

Cholesky::Cholesky(std::vector<double> matrix, std::size_t size) : lower_(std::move(matrix)), size_(size) {
    double largest = 0;
    for (std::size_t i = 0; i < size; ++i) largest = std::max(largest, lower_[i * size + i]);
    for (std::size_t j = 0; j < size; ++j) {
        for (std::size_t i = j; i < size; ++i) {
            double sum = lower_[i * size + j];
            for (std::size_t k = 0; k < j; ++k) sum -= lower_[i * size + k] * lower_[j * size + k];
            lower_[i * size + j] = i == j ? std::sqrt(std::max(sum, 1e-9 * largest)) : sum / lower_[j * size + j];
        }
    }
}

std::vector<double> Cholesky::back(std::vector<double> z) const {
    for (std::size_t i = size_; i-- > 0;) {
        for (std::size_t k = i + 1; k < size_; ++k) z[i] -= lower_[k * size_ + i] * z[k];
        z[i] /= lower_[i * size_ + i];
    }
    return z;
}

std::vector<double> Cholesky::solve(std::span<const double> b) const {
    std::vector<double> x(b.begin(), b.end());
    for (std::size_t i = 0; i < size_; ++i) {
        for (std::size_t k = 0; k < i; ++k) x[i] -= lower_[i * size_ + k] * x[k];
        x[i] /= lower_[i * size_ + i];
    }
    return back(std::move(x));
}

double Cholesky::log_determinant() const {
    double sum = 0;
    for (std::size_t i = 0; i < size_; ++i) sum += 2 * std::log(lower_[i * size_ + i]);
    return sum;
}

} // namespace assent
