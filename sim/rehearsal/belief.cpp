#include "rehearsal/belief.hpp"

#include "engine/philox.hpp"
#include "model/user_error.hpp"
#include "rehearsal/witnessed_week.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <numeric>

namespace assent {
namespace {

constexpr int most_particles = 65'536;
constexpr double tail = 0.05; ///< of either side of a range that is told

/// Luck of the filter itself, which must not be that of the deals.
enum class Use : std::uint32_t { resampling, sampling, order };

/// A number in [0, 1), a pure function of its address.
double share(std::uint64_t seed, Use use, int week, std::uint32_t place = 0) {
    const PhiloxBlock<std::uint32_t> address{
        {place, static_cast<std::uint32_t>(week), static_cast<std::uint32_t>(use), 0x62656c66u}};
    const auto block = philox(address, static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32));
    return block.word[0] * 0x1p-32;
}

/// Systematic resampling (Kitagawa 1996): `count` places, each as often as its weight says, within one.
std::vector<std::int32_t> drawn(const std::vector<double>& weights, std::int32_t count, double offset) {
    std::vector<std::int32_t> places;
    places.reserve(static_cast<std::size_t>(count));
    double reached = 0;
    std::size_t at = 0;
    for (std::int32_t k = 0; k < count; ++k) {
        const double wanted = (k + offset) / count;
        while (at + 1 < weights.size() && reached + weights[at] <= wanted) reached += weights[at++];
        places.push_back(static_cast<std::int32_t>(at));
    }
    return places;
}

/// Weights after the evidence of a week, summing to 1.
std::vector<double> weighed(const std::vector<double>& before, const std::vector<float>& log_likelihood) {
    const float top = *std::ranges::max_element(log_likelihood);
    std::vector<double> weights(before.size());
    double total = 0;
    for (std::size_t k = 0; k < weights.size(); ++k)
        total += weights[k] = before[k] * std::exp(static_cast<double>(log_likelihood[k] - top));
    for (double& weight : weights) weight /= total;
    return weights;
}

/// Values with their weights, as mean and range.
Believed summary(std::vector<std::pair<float, double>> values) {
    Believed told;
    for (const auto& [value, weight] : values) told.mean += weight * static_cast<double>(value);
    std::ranges::sort(values);
    const auto quantile = [&](double share) {
        double below = 0;
        for (const auto& [value, weight] : values)
            if ((below += weight) >= share) return static_cast<double>(value);
        return static_cast<double>(values.back().first);
    };
    told.low = quantile(tail);
    told.high = quantile(1 - tail);
    return told;
}

/// What is known before week 1.
Knowledge first_knowledge(const Practice& practice) {
    const Plan& plan = practice.plan();
    DealState state;
    state.values.resize(state_size(plan));
    std::vector<float> workspace(workspace_size(plan));
    save_state(plan, {practice.manner(), 1, 0, 1}, 0, workspace.data(), state);
    return knowledge_of(plan, practice.manner(), state, {});
}

} // namespace

Belief::Belief(std::shared_ptr<const Practice> practice, std::uint64_t seed, int particles)
    : practice_(std::move(practice)), seed_(seed), known_(first_knowledge(*practice_)) {
    if (particles < 2 || particles > most_particles)
        throw UserError(fmt::format("{} particles (a belief has 2 to {}); 2048 are usual", particles, most_particles));
    const Line line = practice_->line();
    std::vector<float> workspace(workspace_size(line.plan()));
    auto states = std::make_shared<std::vector<float>>(static_cast<std::size_t>(particles) * state_size(line.plan()));
    open_states(line.plan(), {line.strategy(), seed, 0, particles}, workspace.data(), states->data());
    states_ = std::move(states);
    weights_.assign(static_cast<std::size_t>(particles), 1.0 / particles);
}

Belief Belief::played(const std::vector<Move>& week, std::span<const TraceEvent> witnessed,
                      const Knowledge& after) const {
    Belief next = *this;
    Line line = practice_->line();
    line.set(week_ + 1, week, -1, 0);
    const WeekWitness witness(practice_->plan(), line.plan(), witnessed, known_, after, stage_week_);
    std::vector<float> workspace(workspace_size(line.plan())), log_likelihood(weights_.size());
    auto states = std::make_shared<std::vector<float>>(*states_);
    witness_week(line.plan(), {{line.strategy(), seed_, 0, static_cast<std::int32_t>(particles())}, week_},
                 witness.week(), workspace.data(), states->data(), log_likelihood.data());
    next.states_ = std::move(states);
    next.weights_ = weighed(weights_, log_likelihood);
    next.week_ = week_ + 1;
    next.known_ = after;
    next.stage_week_ =
        after.stage == Stage::negotiation && known_.stage != Stage::negotiation ? week_ + 1 : witness.week().stage_week;
    if (next.effective_particles() < 0.5 * particles()) next.resample();
    return next;
}

void Belief::resample() {
    const std::vector<std::int32_t> places =
        drawn(weights_, static_cast<std::int32_t>(particles()), share(seed_, Use::resampling, week_));
    const std::size_t size = states_->size() / weights_.size();
    auto states = std::make_shared<std::vector<float>>(states_->size());
    for (std::size_t k = 0; k < places.size(); ++k)
        std::copy_n(states_->begin() + static_cast<std::ptrdiff_t>(static_cast<std::size_t>(places[k]) * size), size,
                    states->begin() + static_cast<std::ptrdiff_t>(k * size));
    states_ = std::move(states);
    weights_.assign(weights_.size(), 1.0 / static_cast<double>(weights_.size()));
}

double Belief::effective_particles() const {
    return 1 / std::inner_product(weights_.begin(), weights_.end(), weights_.begin(), 0.0);
}

MemberBelief Belief::member(std::int32_t member) const {
    const Plan& plan = practice_->believed();
    const auto d = static_cast<std::size_t>(member);
    const std::size_t size = states_->size() / weights_.size();
    std::vector<float> workspace(workspace_size(plan)), support(static_cast<std::size_t>(plan.n_member)),
        severity(static_cast<std::size_t>(plan.n_objection));
    std::vector<std::pair<float, double>> supports;
    const std::int32_t first = plan.objection_begin[d], last = plan.objection_begin[d + 1];
    std::vector<std::vector<std::pair<float, double>>> severities(static_cast<std::size_t>(last - first));
    for (std::size_t k = 0; k < weights_.size(); ++k) {
        read_minds(plan, states_->data() + k * size, workspace.data(), support.data(), severity.data());
        supports.emplace_back(support[d], weights_[k]);
        for (std::int32_t o = first; o < last; ++o)
            severities[static_cast<std::size_t>(o - first)].emplace_back(severity[static_cast<std::size_t>(o)],
                                                                         weights_[k]);
    }
    MemberBelief believed;
    believed.support = summary(std::move(supports));
    const std::int32_t in_truth = practice_->plan().objection_begin[d];
    for (std::int32_t o = first; o < last; ++o) {
        BelievedDoubt doubt;
        doubt.topic = plan.stated_topic[static_cast<std::size_t>(o)];
        doubt.known = std::ranges::any_of(known_.members[d].objections, [&](const KnownObjection& each) {
            return each.objection - in_truth == o - first;
        });
        for (const auto& [value, weight] : severities[static_cast<std::size_t>(o - first)])
            doubt.chance += value > 0 ? weight : 0.0;
        doubt.severity = summary(std::move(severities[static_cast<std::size_t>(o - first)]));
        believed.doubts.push_back(doubt);
    }
    return believed;
}

std::vector<std::int32_t> Belief::sample(std::int32_t count) const {
    std::vector<std::int32_t> places = drawn(weights_, count, share(seed_, Use::sampling, week_));
    for (std::uint32_t k = static_cast<std::uint32_t>(count); k > 1; --k) // Fisher & Yates
        std::swap(places[k - 1], places[static_cast<std::size_t>(share(seed_, Use::order, week_, k) * k)]);
    return places;
}

DealStates Belief::states(std::span<const std::int32_t> places) const {
    return {states_->data(), places.data(), static_cast<std::int32_t>(places.size()), week_};
}

std::shared_ptr<const Belief> Beliefs::at(const Session& session, NodeId node) {
    const std::vector<NodeId> path = session.path(node);
    const Weeks weeks = session.weeks(node);
    if (!kept_.contains(0)) kept_[0] = std::make_shared<const Belief>(session.shared_practice(), seed_, particles_);
    std::shared_ptr<const Belief> belief = kept_[0];
    for (const NodeId step : path) {
        if (!session.tree()[static_cast<std::size_t>(step)].plays_week) continue;
        std::shared_ptr<const Belief>& kept = kept_[step];
        if (!kept) {
            const int week = belief->week() + 1;
            std::vector<TraceEvent> events = session.witnessed(step);
            std::erase_if(events,
                          [week](const TraceEvent& event) { return event.week != week || is_after_sale(event.kind); });
            kept = std::make_shared<const Belief>(
                belief->played(weeks[static_cast<std::size_t>(week - 1)], events, session.knowledge(step)));
        }
        belief = kept;
    }
    return belief;
}

Belief belief_at(const Session& session, NodeId node) { return *Beliefs().at(session, node); }

} // namespace assent
