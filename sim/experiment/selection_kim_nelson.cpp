// Kim, S.-H. & Nelson, B. L. (2001): A fully sequential procedure for indifference-zone selection in simulation. ACM
// Transactions on Modeling and Computer Simulation 11 (3), 251-273.
#include "experiment/batch_estimate.hpp"
#include "experiment/intervals.hpp"
#include "experiment/selection.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace assent {
namespace {

/// Money is added up from floats of 24 bits: estimates that differ by less than this share were rounded differently.
constexpr double rounding = 0x1p-20;

class Race {
  public:
    Race(const KimNelsonRequest& request, const BatchSampler& sampler)
        : request_(request), sampler_(sampler), totals_(request.systems) {
        result_.systems.resize(request.systems);
        for (std::size_t i = 0; i < request.systems; ++i) living_.push_back(i);
    }

    Selection run() {
        if (!first_stage()) return std::move(result_);
        while (true) {
            screen();
            tell();
            if (living_.size() <= 1) return finish(SelectionEnd::decided);
            if (!margin_left()) return finish(SelectionEnd::equal);
            if (played_ >= request_.most) return finish(SelectionEnd::limit);
            const std::int64_t grown = request_.growth > 0 ? played_ / request_.growth : 0;
            if (!play(std::min(std::max(request_.stage, grown), request_.most - played_)))
                return finish(SelectionEnd::interrupted);
        }
    }

  private:
    bool first_stage() {
        if (!play(request_.first_stage)) return false;
        std::erase_if(living_, [&](std::size_t i) { return !result_.systems[i].measured; });
        result_.indifference = indifference_of(request_, result_.systems);
        const std::size_t k = request_.systems;
        const KimNelsonConstants constants(k, request_.confidence, request_.first_stage);
        const double unseen = unseen_variance(request_.event, request_.first_stage);
        variance_.assign(k * k, 0.0);
        double widest = 0;
        for (const std::size_t i : living_)
            for (const std::size_t j : living_) {
                if (i == j) continue;
                variance_[i * k + j] = batch_variance(sums_[i], sums_[j]) + unseen;
                widest = std::max(widest, variance_[i * k + j]);
            }
        h_squared_ = constants.h_squared;
        const double error = (1 - request_.confidence) / static_cast<double>(k - 1);
        const double student = student_factor(1 - 2 * error, request_.first_stage - 1);
        result_.equal_allocation = std::max(static_cast<double>(request_.first_stage),
                                            std::ceil(widest * std::pow(student / result_.indifference, 2)));
        return true;
    }

    bool play(std::int64_t count) {
        std::vector<BatchRange> ranges;
        for (const std::size_t i : living_) ranges.push_back({i, played_, count});
        if (!sampler_(ranges, sums_)) return false;
        played_ += count;
        for (std::size_t place = 0; place < living_.size(); ++place) {
            BatchTotal& total = totals_[living_[place]];
            total.add(sums_[place]);
            SelectedSystem& system = result_.systems[living_[place]];
            system = {total.batches, total.estimate(), total.measured(), false, 0};
        }
        return true;
    }

    /// Batches after which the triangle of the pair has closed: h² S² / delta².
    [[nodiscard]] double closing(std::size_t i, std::size_t j) const {
        return h_squared_ * variance_[i * request_.systems + j] / std::pow(result_.indifference, 2);
    }

    /// By how much the estimate of one may lie below that of the other without being given up.
    [[nodiscard]] double margin(std::size_t i, std::size_t j) const {
        const auto played = static_cast<double>(played_);
        return std::max(0.0, result_.indifference / 2 * (closing(i, j) - played) / played);
    }

    [[nodiscard]] bool margin_left() const {
        return std::ranges::any_of(living_, [&](std::size_t i) {
            return std::ranges::any_of(living_, [&](std::size_t j) { return i != j && margin(i, j) > 0; });
        });
    }

    [[nodiscard]] bool beaten(std::size_t i) const {
        const double own = result_.systems[i].estimate;
        return std::ranges::any_of(living_, [&](std::size_t j) {
            const double other = result_.systems[j].estimate;
            const double noise = rounding * std::max(std::abs(own), std::abs(other));
            return i != j && other - own > margin(i, j) + noise;
        });
    }

    void screen() {
        std::vector<std::size_t> stay;
        for (const std::size_t i : living_)
            if (beaten(i))
                result_.systems[i].left = true;
            else
                stay.push_back(i);
        living_ = std::move(stay);
    }

    void tell() const {
        if (!request_.watch) return;
        double last = static_cast<double>(played_);
        for (const std::size_t i : living_)
            for (const std::size_t j : living_)
                if (i != j) last = std::max(last, std::ceil(closing(i, j)));
        const auto more = static_cast<std::int64_t>(std::min(last, static_cast<double>(request_.most))) - played_;
        const std::int64_t done = result_.batches();
        request_.watch(done, done + std::max<std::int64_t>(0, more) * static_cast<std::int64_t>(living_.size()));
    }

    Selection finish(SelectionEnd end) {
        result_.end = end;
        result_.best = living_.empty() ? 0 : living_.front();
        for (const std::size_t i : living_)
            if (result_.systems[i].estimate > result_.systems[result_.best].estimate) result_.best = i;
        for (std::size_t i = 0; i < request_.systems; ++i)
            result_.systems[i].variance_to_best = variance_[result_.best * request_.systems + i];
        return std::move(result_);
    }

    const KimNelsonRequest& request_;
    const BatchSampler& sampler_;
    Selection result_;
    std::vector<BatchTotal> totals_;
    std::vector<std::size_t> living_;
    std::vector<std::vector<BatchSum>> sums_; ///< of the stage played last, by place in living_
    std::vector<double> variance_;            ///< (systems × systems), of the difference of two systems in one batch
    double h_squared_ = 0;
    std::int64_t played_ = 0; ///< batches of every living system
};

} // namespace

KimNelsonConstants::KimNelsonConstants(std::size_t systems, double confidence, std::int64_t first_stage) {
    const auto degrees = static_cast<double>(first_stage - 1);
    eta = (std::pow(2 * (1 - confidence) / static_cast<double>(systems - 1), -2 / degrees) - 1) / 2;
    h_squared = 2 * eta * degrees;
}

Selection select_kim_nelson(const KimNelsonRequest& request, const BatchSampler& sampler) {
    return Race(request, sampler).run();
}

} // namespace assent
