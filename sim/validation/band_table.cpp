// Every published figure and its range stand here and nowhere else. Where a source gives a point, the range is ours:
// ten points either way for the shares of qualified deals and of the curve over the size, and as said for the others.
#include "validation/bands.hpp"

#include <array>

namespace assent {
namespace {

constexpr std::string_view library = "shipped companies, all their strategies alike";
constexpr std::string_view generated = "new clients of the generator";
constexpr std::string_view outcomes = "survey of sales organisations (CSO Insights)";
constexpr std::string_view curve = "survey of 3 000 people who buy (CEB; Adamson et al. 2015)";
constexpr std::string_view tables = "two public tables of deals";
constexpr std::string_view calls = "survey of cold calls";
constexpr std::string_view telemetry = "telemetry of vendors";
constexpr std::string_view buys = "new clients; somebody's offer is bought";

// clang-format off
constexpr std::array<Band, figure_count> table{{
    {Figure::won,           BandUnit::share,      .36, .56, Grade::survey, "Qualified deals won", library, "46 %, ± 10 points", outcomes},
    {Figure::lost,          BandUnit::share,      .20, .40, Grade::survey, "Qualified deals lost", library, "30 %, ± 10 points", outcomes},
    {Figure::no_decision,   BandUnit::share,      .15, .60, Grade::survey, "Qualified deals without a decision", library, "25 %, − 10 points; others 40–60 %", "the same; Dixon & McKenna 2022"},
    {Figure::size_1,        BandUnit::share,      .71, .91, Grade::survey, "Purchase with 1 person", buys, "81 %, ± 10 points", curve},
    {Figure::size_2,        BandUnit::share,      .45, .65, Grade::survey, "Purchase with 2 people", buys, "55 %, ± 10 points", curve},
    {Figure::size_3,        BandUnit::share,      .50, .70, Grade::survey, "Purchase with 3 people", buys, "60 %, ± 10 points", curve},
    {Figure::size_5,        BandUnit::share,      .40, .60, Grade::survey, "Purchase with 5 people", buys, "~50 %, ± 10 points", curve},
    {Figure::size_6,        BandUnit::share,      .21, .41, Grade::survey, "Purchase with 6 to 8 people", buys, "31 % (6 and more), ± 10 points", curve},
    {Figure::won_new,       BandUnit::share,      .12, .22, Grade::deals,  "Won, new customer", generated, "17 %, ± 5 points", tables},
    {Figure::won_current,   BandUnit::share,      .59, .75, Grade::deals,  "Won, customer of ours", "the same companies as clients of ours", "64–70 %, ± 5 points", tables},
    {Figure::rival_new,     BandUnit::odds_ratio, .39, .49, Grade::deals,  "Odds of winning with rivals against none, new", "new clients with rivals, and the same without", "0.39–0.49", tables},
    {Figure::rival_current, BandUnit::odds_ratio, .25, .41, Grade::deals,  "The same, customer of ours", "clients of ours with rivals, and the same without", "0.25–0.41", tables},
    {Figure::cycle,         BandUnit::days,       60, 110, Grade::vendor,  "Median days to a win", generated, "84, ± 25", telemetry},
    {Figure::cycle_small,   BandUnit::days,       14, 40,  Grade::vendor,  "The same, small", "new clients of 1 or 2 people", "14–40", telemetry},
    {Figure::cycle_large,   BandUnit::days,       90, 180, Grade::vendor,  "The same, large", "new clients of 6 to 8 people", "90–180 and more", telemetry},
    {Figure::dial,          BandUnit::share,      .03, .13, Grade::survey, "Cold dial leads to a conversation", "cold arm of fact B5", "5.4 %, best quarter 13 %", calls},
    {Figure::meeting,       BandUnit::share,      .015, .048, Grade::survey, "Cold conversation leads to a meeting", "cold arm of fact B5", "1.5–4.8 %", calls},
    {Figure::letter,        BandUnit::share,      .01, .107, Grade::vendor, "Cold letter is answered", "the same by e-mail; read counts as answered", "3.4 %, best tenth 10.7 %", telemetry},
    {Figure::touches,       BandUnit::count,      5, 11,   Grade::survey,  "Touches to a first meeting", "decision makers of new clients; call, write, ask", "8, best sellers 5", "survey (RAIN Group)"},
    {Figure::referral,      BandUnit::odds_ratio, 1.7, 3.4, Grade::survey, "Odds of winning, referred against not", "new clients, and the same recommended", "3.63 % against 1.55 %: 2.4; factor 1.4 either way", "survey of lead sources"},
    {Figure::many_contacts, BandUnit::share,      .48, .68, Grade::vendor, "Won with 4 or more people reached", "shipped companies of 4 and more", "58 %, ± 10 points", telemetry},
    {Figure::contacts_gain, BandUnit::points,     0, 1,    Grade::vendor,  "Their lead over deals with fewer", "shipped companies of 4 and more", "above 0; it may be survivorship", telemetry},
    {Figure::retention,     BandUnit::share,      .90, .95, Grade::survey, "Clients kept after the first year", library, "90–95 %", "survey of retention"},
    {Figure::discount,      BandUnit::count,      .999, 1.001, Grade::identity, "Break-even after a discount: w m / (m − d)", "a shipped company blind to the price: model over formula", "1, exactly", "arithmetic"},
}};
// clang-format on

constexpr bool in_order() {
    for (std::size_t i = 0; i < table.size(); ++i)
        if (table[i].figure != static_cast<Figure>(i)) return false;
    return true;
}
static_assert(in_order(), "a line for each figure, in their order");

} // namespace

std::span<const Band> bands() { return table; }

bool BandResult::inside() const { return model.estimate >= band->least && model.estimate <= band->greatest; }

bool BandResult::counts() const { return band->grade == Grade::survey || band->grade == Grade::identity; }

} // namespace assent
