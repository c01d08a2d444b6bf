#include "validation/bands.hpp"

#include "experiment/intervals.hpp"
#include "model/company_generator.hpp"
#include "validation/population.hpp"
#include "validation/prospecting.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>

namespace assent {
namespace {

constexpr int many_people = 4; ///< reached, from which on a deal counts as led with many

template <Outcome... outcomes> Share ended(const PlayedCompany&, const OutcomeRow& row) {
    return {((row.outcome == outcomes) || ...) ? 1.0 : 0.0, 1.0};
}

/// Whoever sells: the published curve asks whether a group buys, not from whom. What a company does that has struck us
/// off is not played, so that such a deal says nothing.
Share bought(const PlayedCompany&, const OutcomeRow& row) {
    const bool sold = row.outcome == Outcome::won || row.outcome == Outcome::lost;
    return {sold ? 1.0 : 0.0, row.outcome == Outcome::eliminated ? 0.0 : 1.0};
}

Share kept(const PlayedCompany&, const OutcomeRow& row) {
    const double won = row.outcome == Outcome::won ? 1 : 0;
    constexpr int quarters_of_a_year = 4; // in the fifth the first renewal is behind them
    return {row.quarters > quarters_of_a_year ? won : 0.0, won};
}

template <bool many> Share won_with(const PlayedCompany& company, const OutcomeRow& row) {
    const bool counts = company.size >= many_people && (row.members_reached >= many_people) == many;
    return {counts && row.outcome == Outcome::won ? 1.0 : 0.0, counts ? 1.0 : 0.0};
}

Interval shifted(const Interval& first, const Interval& second) {
    const double spread = std::hypot(first.half_width(), second.half_width());
    const double difference = first.estimate - second.estimate;
    return {difference, difference - spread, difference + spread};
}

/// Median week of the deals won, in days; the interval is that of an order statistic, with normal ranks.
Interval median_days(const Population& population) {
    std::vector<int> weeks;
    for (const PlayedCompany& company : population)
        for (const OutcomeRow& row : company.rows)
            if (row.outcome == Outcome::won) weeks.push_back(row.week);
    if (weeks.empty()) return {};
    std::ranges::sort(weeks);
    const auto count = static_cast<double>(weeks.size());
    const double spread = 0.5 * normal_factor(0.95) * std::sqrt(count);
    const auto days = [&](double rank) {
        return 7.0 * weeks[static_cast<std::size_t>(std::clamp(rank, 0.0, count - 1))];
    };
    return {days(count / 2), days(count / 2 - spread), days(count / 2 + spread)};
}

/// Odds of winning in the first population over those in the second, of their mean win rates; interval by the delta
/// method on the logarithm, as if they were independent, which is too wide for companies that are the same.
Interval odds_ratio(const Population& first, const Population& second) {
    const Interval one = mean_share(first, ended<Outcome::won>), other = mean_share(second, ended<Outcome::won>);
    const auto odds = [](const Interval& rate) { return rate.estimate / (1 - rate.estimate); };
    const auto spread = [](const Interval& rate) { return rate.half_width() / (rate.estimate * (1 - rate.estimate)); };
    const double ratio = odds(one) / odds(other), factor = std::exp(std::hypot(spread(one), spread(other)));
    return {ratio, ratio / factor, ratio * factor};
}

std::vector<Model> generated(const BandsRequest& request, std::initializer_list<int> sizes,
                             ClientHistory history = ClientHistory::new_client) {
    std::vector<Model> companies;
    CompanyWish wish;
    wish.history = history;
    for (int i = 0; i < request.companies; ++i) {
        wish.seed = request.seed + static_cast<std::uint64_t>(i);
        wish.size = std::data(sizes)[static_cast<std::size_t>(i) % sizes.size()];
        companies.push_back(generate_company(wish));
    }
    return companies;
}

bool is_rival(const Alternative& alternative) { return alternative.kind == Alternative::Kind::rival; }

/// A company that is blind to the price sells as often at a lower one, so that the money shows what a discount costs.
double discount_over_formula(const BandsRequest& request, const PopulationRequest& play) {
    Model model = request.library.front();
    constexpr double price = 100, cost = 60, discount = 10;
    for (int member = 0; member < model.centre.size(); ++member)
        model.centre.stakeholder(member).criteria = {{"quality", 1.0}, {"price", 0.0}};
    model.company.budget = 1e9;
    model.negotiation.issues.clear();
    model.extras.clear();
    std::array<double, 2> margins{};
    for (const bool reduced : {false, true}) {
        Alternative& ours = model.alternatives.front();
        ours.price = ours.floor_price = price - (reduced ? discount : 0);
        ours.cost = cost;
        for (Strategy& strategy : model.strategies)
            for (Rule& rule : strategy.rules) {
                rule.extras.clear();
                rule.tailored = false;
            }
        for (const PlayedCompany& company : play_population(std::span(&model, 1), play))
            for (const OutcomeRow& row : company.rows) margins[reduced ? 1 : 0] += row.margin;
    }
    return margins[0] / margins[1] / ((price - cost) / (price - cost - discount));
}

/// Takes each figure in its turn.
class Bands {
  public:
    explicit Bands(const BandsRequest& request)
        : request_(request), play_{request.seed, 128, request.threads, request.cancelled} {
        for (const Band& band : bands()) results_.push_back({&band, {}});
    }

    std::vector<BandResult> results() {
        library();
        sizes();
        histories(ClientHistory::new_client, Figure::won_new, Figure::rival_new);
        histories(ClientHistory::current, Figure::won_current, Figure::rival_current);
        first_contacts();
        return results_;
    }

  private:
    void set(Figure figure, const Interval& value) { results_[static_cast<std::size_t>(figure)].model = value; }

    void library() {
        const Population played = play_population(request_.library, play_);
        set(Figure::won, mean_share(played, ended<Outcome::won>));
        set(Figure::lost, mean_share(played, ended<Outcome::lost, Outcome::eliminated>));
        set(Figure::no_decision, mean_share(played, ended<Outcome::no_decision>));
        set(Figure::retention, mean_share(played, kept));
        const Interval many = mean_share(played, won_with<true>), few = mean_share(played, won_with<false>);
        set(Figure::many_contacts, many);
        set(Figure::contacts_gain, shifted(many, few));
        const double ratio = discount_over_formula(request_, play_);
        set(Figure::discount, {ratio, ratio, ratio});
    }

    void sizes() {
        const auto curve = [&](Figure figure, std::initializer_list<int> sizes) {
            const Population played = play_population(generated(request_, sizes), play_);
            set(figure, mean_share(played, bought));
            return played;
        };
        Population small = curve(Figure::size_1, {1});
        for (PlayedCompany& company : curve(Figure::size_2, {2})) small.push_back(std::move(company));
        set(Figure::cycle_small, median_days(small));
        curve(Figure::size_3, {3});
        curve(Figure::size_5, {5});
        set(Figure::cycle_large, median_days(curve(Figure::size_6, {6, 7, 8})));
    }

    void histories(ClientHistory history, Figure won, Figure odds) {
        std::vector<Model> companies = generated(request_, {0}, history);
        const Population all = play_population(companies, play_);
        set(won, mean_share(all, ended<Outcome::won>));
        if (history == ClientHistory::new_client) {
            set(Figure::cycle, median_days(all));
            for (Model& company : companies) company.company.referral = 1.0;
            set(Figure::referral, odds_ratio(play_population(companies, play_), all));
            for (Model& company : companies) company.company.referral = 0.0;
        }
        std::erase_if(companies, [](const Model& each) { return std::ranges::none_of(each.alternatives, is_rival); });
        const Population with = play_population(companies, play_);
        for (Model& company : companies) std::erase_if(company.alternatives, is_rival);
        set(odds, odds_ratio(with, play_population(companies, play_)));
    }

    void first_contacts() {
        const ColdCalls called = cold_calls(request_, Channel::phone), written = cold_calls(request_, Channel::email);
        set(Figure::dial, wilson_interval(called.conversations, called.calls, 0.95));
        set(Figure::meeting, wilson_interval(called.meetings, called.conversations, 0.95));
        set(Figure::letter, wilson_interval(written.conversations, written.calls, 0.95));
        set(Figure::touches, touches_to_a_meeting(generated(request_, {0}), request_));
    }

    const BandsRequest& request_;
    PopulationRequest play_;
    std::vector<BandResult> results_;
};

} // namespace

std::vector<BandResult> play_bands(const BandsRequest& request) { return Bands(request).results(); }

} // namespace assent
