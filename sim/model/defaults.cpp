// The built-in vocabulary: topics, criteria, acts, channels and constants. Each value that no source gives is an
// assumption; all of them can be overridden in a scenario.
#include "model/assumption_table.hpp"
#include "model/defaults_parts.hpp"
#include "model/model.hpp"

#include <algorithm>

namespace assent {
namespace {

/// The sixteen objections of sim/ODD.md, section 9. Which act answers a topic unasked, and which evidence
/// suits it, follows the usual sales teaching (Rackham 1988; Dixon & McKenna 2022 for indecision); assumption.
std::vector<Topic> default_topics() {
    using enum Act;
    constexpr auto argument = Evidence::argument, data = Evidence::data, case_story = Evidence::reference,
                   guarantee = Evidence::guarantee;
    // clang-format off
    return {
        {"price",               "Price",                    {value_case, concede},         {data}},
        {"budget",              "Budget",                   {value_case, concede},         {data}},
        {"roi",                 "Return on investment",     {value_case, reference},       {data, case_story}},
        {"need",                "No need seen",             {discover, value_case},        {data, argument}},
        {"urgency",             "Not now",                  {value_case},                  {data, argument}},
        {"authority",           "Not mine to decide",       {discover, build_rapport},     {argument}},
        {"trust",               "Trust in the supplier",    {reference, build_rapport},    {case_story, guarantee}},
        {"competitor",          "A competitor is preferred", {demonstrate},                {data, case_story}},
        {"status_quo",          "What we have works",       {discover, value_case},        {data, argument}},
        {"change_risk",         "Risk of the change",       {pilot, reference},            {case_story, guarantee}},
        {"fit",                 "Does it do our job",       {demonstrate, pilot},          {data, case_story}},
        {"integration",         "Fit with what is there",   {demonstrate, pilot},          {data, case_story}},
        {"security_compliance", "Security and compliance",  {pilot},                       {data, guarantee}},
        {"terms",               "Contract terms",           {offer, concede},              {guarantee, argument}},
        {"support",             "Service after the sale",   {reference, problem_solving},  {guarantee, case_story}},
        {"indecision",          "Fear of deciding wrongly", {pilot, reference},            {guarantee, argument}},
    };
    // clang-format on
}

/// What offers are compared by. Price must be there: the mechanism treats it apart. Quality serves both the task and
/// the person, prestige the person alone (fact A3 and A4).
std::vector<Criterion> default_criteria() {
    return {
        {"price", "Price", true, false},
        {"quality", "Quality", true, true},
        {"service", "Service", true, false},
        {"delivery", "Delivery", true, false},
        {"reliability", "Reliability", true, false},
        {"ease", "Ease of use", true, false},
        {"prestige", "Prestige", false, true},
    };
}

/// Hours are those of preparing and doing, without the way there, which is the channel's. Costs are zero because a
/// currency is only known in a scenario. Effects are per touch through a channel of full richness; assumption.
std::array<ActEffect, act_count> default_acts() {
    std::array<ActEffect, act_count> acts;
    const auto set = [&acts](Act act, const ActEffect& effect) { acts[static_cast<std::size_t>(act)] = effect; };
    // clang-format off
    //                          hours cost relief trust rapport attention value
    set(Act::introduce,       {0.3,  0,   0,     0.3,  0.05,   0.60,     0.05});
    set(Act::discover,        {0.8,  0,   0.05,  0.5,  0.10,   0.40,     0.10});
    set(Act::address,         {1.0,  0,   0.45,  0.3,  0.03,   0.35,     0.10});
    set(Act::value_case,      {3.0,  0,   0.40,  0.3,  0.03,   0.40,     0.60});
    set(Act::demonstrate,     {2.5,  0,   0.30,  0.4,  0.05,   0.50,     0.25});
    set(Act::pilot,           {7.0,  0,   0.10,  0.3,  0.05,   0.50,     0.20});
    set(Act::reference,       {0.8,  0,   0.25,  1.0,  0.03,   0.30,     0.15});
    set(Act::build_rapport,   {1.5,  0,   0.05,  0.4,  0.25,   0.40,     0.00});
    set(Act::offer,           {2.0,  0,   0.10,  0.1,  0.00,   0.50,     0.10});
    set(Act::concede,         {0.5,  0,   0.10,  0.0,  0.02,   0.20,     0.00});
    set(Act::ask_decision,    {0.5,  0,   0.00,  0.0,  0.00,   0.30,     0.00});
    set(Act::remind,          {0.1,  0,   0.00,  0.0,  0.01,   0.40,     0.00});
    set(Act::points,          {0.3,  0,   0.00,  0.0,  0.10,   0.20,     0.00});
    set(Act::problem_solving, {4.0,  0,   0.20,  0.8,  0.15,   0.40,     0.00});
    set(Act::kickback,        {0.5,  0,   0.00,  0.0,  0.10,   0.10,     0.00});
    // clang-format on
    return acts;
}

/// Meeting > video > phone > e-mail for each touch, e-mail cheapest by far in hours: a request made in person is
/// granted 34 times as often by strangers as one by e-mail (Roghanizad & Bohns 2017; fact B1). Reach is meant for
/// a fully accessible member: with an executive's 0.3 a cold call gets through in about one of eight tries, where
/// surveys say 5 to 13 % (sim/ODD.md, section 9). Hours and intrusion: assumption.
std::array<ChannelTraits, channel_count> default_channels() {
    std::array<ChannelTraits, channel_count> channels;
    const auto set = [&channels](Channel channel, const ChannelTraits& traits) {
        channels[static_cast<std::size_t>(channel)] = traits;
    };
    // clang-format off
    //                     reach richness hours cost intrusion gated  written granted
    set(Channel::email,   {0.50, 0.15,    0.20, 0,   0.25,     true,  true,  false});
    set(Channel::phone,   {0.45, 0.50,    0.35, 0,   0.80,     true,  false, false});
    set(Channel::video,   {0.55, 0.75,    0.60, 0,   0.80,     true,  false, true});
    set(Channel::meeting, {0.65, 1.00,    2.00, 0,   1.00,     true,  false, true});
    set(Channel::event,   {0.35, 0.65,    4.00, 0,   0.30,     false, false, true});
    set(Channel::web,     {0.40, 0.10,    0.20, 0,   0.05,     false, true,  false});
    // clang-format on
    return channels;
}

std::array<Number, assumption_count> default_assumptions() {
    std::array<Number, assumption_count> values;
    std::ranges::transform(assumption_table, values.begin(),
                           [](const AssumptionTraits& assumption) { return Number(assumption.preset); });
    return values;
}

} // namespace

Model Model::defaults() {
    Model model;
    model.topics = default_topics();
    model.criteria = default_criteria();
    model.acts = default_acts();
    model.channels = default_channels();
    model.priors = default_priors();
    model.assumptions = default_assumptions();
    return model;
}

} // namespace assent
