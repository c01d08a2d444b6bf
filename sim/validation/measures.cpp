#include "validation/measures.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace assent {
namespace {

constexpr bool share = true;

double won(const SeenDeal& deal) { return deal.row.outcome == Outcome::won ? 1.0 : 0.0; }

template <Outcome outcome> Quantity ended(const SeenDeal& deal) { return {deal.row.outcome == outcome ? 1.0 : 0.0, 1}; }

/// A field of won deals.
template <auto field> Quantity of_won(const SeenDeal& deal) {
    return {won(deal) * static_cast<double>(deal.row.*field), won(deal)};
}

/// A field of all deals.
template <auto field> Quantity of_all(const SeenDeal& deal) { return {static_cast<double>(deal.row.*field), 1}; }

double hours_of(const OutcomeRow& row) {
    double hours = 0;
    for (const float part : row.hours) hours += part;
    return hours;
}

double value_of(const OutcomeRow& row) { return static_cast<double>(row.margin) - row.cost_of_sale; }

Quantity chosen(const SeenDeal& deal) {
    return {std::ranges::find(deal.whom, deal.row.alternative) != deal.whom.end() ? 1.0 : 0.0, 1};
}

/// Chance that the members choose us by their last views (multinomial logit), their mean.
Quantity support(const SeenDeal& deal) {
    double sum = 0;
    for (const int member : deal.whom) {
        const auto views = deal.utilities.subspan(static_cast<std::size_t>(member * deal.alternatives),
                                                  static_cast<std::size_t>(deal.alternatives));
        double all = 0;
        for (const float view : views) all += std::exp(static_cast<double>(view - views[0]));
        sum += 1 / all;
    }
    return {deal.whom.empty() ? 0 : sum / static_cast<double>(deal.whom.size()), 1};
}

/// Talks failed where our offer was chosen but not sold.
Quantity talks_failed(const SeenDeal& deal) {
    const bool talked = deal.row.stage >= Stage::negotiation;
    return {talked ? 1 - won(deal) : 0.0, talked ? 1.0 : 0.0};
}

/// Of those who were spoken to otherwise, how many gave an appointment.
Quantity appointments(const SeenDeal& deal) {
    const double given = deal.row.appointments;
    return {given, deal.row.got_through - given};
}

Quantity pilot_passed(const SeenDeal& deal) {
    const PilotState pilot = deal.row.pilot;
    const bool known = pilot == PilotState::passed || pilot == PilotState::failed;
    return {pilot == PilotState::passed ? 1.0 : 0.0, known ? 1.0 : 0.0};
}

// clang-format off
constexpr std::array<MeasureTraits, measure_count> table{{
    {Measure::win_rate,        MeasureUnit::share,          "won",               ended<Outcome::won>,         share},
    {Measure::no_decision,     MeasureUnit::share,          "no decision",       ended<Outcome::no_decision>, share},
    {Measure::lost,            MeasureUnit::share,          "lost to a rival",   ended<Outcome::lost>,        share},
    {Measure::eliminated,      MeasureUnit::share,          "struck off",        ended<Outcome::eliminated>,  share},
    {Measure::chosen,          MeasureUnit::share,          "chosen",            chosen,                      share},
    {Measure::support,         MeasureUnit::share,          "support",           support, false, false, true},
    {Measure::median_week,     MeasureUnit::weeks,          "median week of winning", of_won<&OutcomeRow::week>, false, true},
    {Measure::week_won,        MeasureUnit::weeks,          "mean week of winning",   of_won<&OutcomeRow::week>},
    {Measure::week_ended,      MeasureUnit::weeks,          "mean week of the end",   of_all<&OutcomeRow::week>},
    {Measure::price,           MeasureUnit::money,          "price when won",    of_won<&OutcomeRow::price>},
    {Measure::concession,      MeasureUnit::share,          "given away in talks", of_won<&OutcomeRow::concession>},
    {Measure::margin,          MeasureUnit::money,          "margin when won",   of_won<&OutcomeRow::margin>},
    {Measure::value,           MeasureUnit::money,          "value a deal",      [](const SeenDeal& deal) { return Quantity{value_of(deal.row), 1}; }},
    {Measure::value_per_hour,  MeasureUnit::money_per_hour, "value an hour",     [](const SeenDeal& deal) { return Quantity{value_of(deal.row), hours_of(deal.row)}; }},
    {Measure::lifetime_value,  MeasureUnit::money,          "lifetime value",    of_all<&OutcomeRow::lifetime_value>},
    {Measure::hours,           MeasureUnit::hours,          "hours",             [](const SeenDeal& deal) { return Quantity{hours_of(deal.row), 1}; }},
    {Measure::members_reached, MeasureUnit::count,          "people reached",    of_all<&OutcomeRow::members_reached>},
    {Measure::touches,         MeasureUnit::count,          "touches",           of_all<&OutcomeRow::touches>},
    {Measure::meetings,        MeasureUnit::count,          "decision meetings", of_all<&OutcomeRow::meetings>},
    {Measure::pilot_passed,    MeasureUnit::share,          "trials passed",     pilot_passed},
    {Measure::talks_failed,    MeasureUnit::share,          "talks failed",      talks_failed},
    {Measure::got_through,     MeasureUnit::share,          "got through",       [](const SeenDeal& deal) { return Quantity{double(deal.row.got_through), double(deal.row.touches)}; }},
    {Measure::appointments,    MeasureUnit::share,          "appointments a conversation", appointments},
    {Measure::retained,        MeasureUnit::share,          "still clients",     [](const SeenDeal& deal) { return Quantity{deal.row.retained ? 1.0 : 0.0, won(deal)}; }},
    {Measure::quarters,        MeasureUnit::count,          "quarters as clients", of_won<&OutcomeRow::quarters>},
    {Measure::satisfaction,    MeasureUnit::share,          "satisfaction",      of_won<&OutcomeRow::satisfaction>},
    {Measure::orders,          MeasureUnit::count,          "further orders",    of_won<&OutcomeRow::orders>},
    {Measure::word_of_mouth,   MeasureUnit::count,          "recommendations less warnings", of_won<&OutcomeRow::word_of_mouth>},
    {Measure::client_value,    MeasureUnit::money,          "lifetime value of a client", of_won<&OutcomeRow::lifetime_value>},
}};
// clang-format on

constexpr bool in_order() {
    for (std::size_t i = 0; i < table.size(); ++i)
        if (table[i].measure != static_cast<Measure>(i)) return false;
    return true;
}
static_assert(in_order(), "a line for each measure, in their order");

} // namespace

const MeasureTraits& traits_of(Measure measure) { return table[static_cast<std::size_t>(measure)]; }

} // namespace assent
