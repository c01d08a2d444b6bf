#include "worlds/play.hpp"

#include "worlds/invariants.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <bit>

namespace assent::worlds {
namespace {

/// Fills scratch memory with what no state may depend on.
std::vector<float> dirty_workspace(const Plan& plan) { return std::vector<float>(workspace_size(plan), -7777.0f); }

void add_difference(std::string& text, const char* field, float one, float other) {
    if (std::bit_cast<std::uint32_t>(one) != std::bit_cast<std::uint32_t>(other))
        text += fmt::format(" {} {:a} != {:a}", field, one, other);
}
void add_difference(std::string& text, const char* field, std::int64_t one, std::int64_t other) {
    if (one != other) text += fmt::format(" {} {} != {}", field, one, other);
}

} // namespace

Played play_unchecked(const Plan& plan, const Play& play) {
    const auto size = static_cast<std::size_t>(plan.n_member * plan.n_alternative);
    const auto count = static_cast<std::size_t>(play.count);
    Played played{std::vector<OutcomeRow>(count), std::vector<float>(count * size)};
    std::vector<float> workspace = dirty_workspace(plan);
    for (std::int32_t done = 0; done < play.count; done += block_size) {
        const BlockRequest request{play.strategy, play.seed, play.first + static_cast<std::uint64_t>(done),
                                   std::min(play.count - done, block_size), play.isa};
        simulate_block(plan, request, workspace.data(), played.rows.data() + done,
                       played.utilities.data() + static_cast<std::size_t>(done) * size);
    }
    return played;
}

Played play(const Model& model, const Plan& plan, const Play& play, const std::function<void(const Told&)>& witness) {
    Played played = play_unchecked(plan, play);
    for (const OutcomeRow& row : played.rows) {
        const Told told = tell(plan, play.strategy, play.seed, row.replicate);
        std::vector<std::string> broken = check_invariants(model, plan, told);
        if (const std::string differs = difference(row, told.row); !differs.empty())
            broken.push_back("same draws, another replicate when told:" + differs);
        for (const std::string& what : broken)
            FAIL_CHECK(model.title, ", strategy ", play.strategy, ", seed ", play.seed, ", replicate ", row.replicate,
                       ": ", what);
        if (!broken.empty()) break; // the first says enough
        if (witness) witness(told);
    }
    return played;
}

Told tell(const Plan& plan, std::int32_t strategy, std::uint64_t seed, std::uint64_t replicate) {
    std::vector<float> workspace = dirty_workspace(plan);
    static std::vector<TraceEvent> room(1 << 16); // once: filling it costs more than most deals
    TraceBuffer trace{room.data(), static_cast<std::int64_t>(room.size())};
    const OutcomeRow row = trace_replicate(plan, strategy, seed, replicate, workspace.data(), trace);
    REQUIRE(trace.dropped == 0);
    return {strategy, seed, row, {room.begin(), room.begin() + trace.size}};
}

std::string difference(const OutcomeRow& one, const OutcomeRow& other) {
    std::string text;
    const auto whole = [&text](const char* field, auto x, auto y) {
        add_difference(text, field, static_cast<std::int64_t>(x), static_cast<std::int64_t>(y));
    };
    whole("replicate", one.replicate, other.replicate);
    whole("outcome", one.outcome, other.outcome);
    whole("stage", one.stage, other.stage);
    whole("alternative", one.alternative, other.alternative);
    whole("pilot", one.pilot, other.pilot);
    whole("week", one.week, other.week);
    whole("meetings", one.meetings, other.meetings);
    whole("touches", one.touches, other.touches);
    whole("got_through", one.got_through, other.got_through);
    whole("appointments", one.appointments, other.appointments);
    whole("members_reached", one.members_reached, other.members_reached);
    whole("reason", one.reason, other.reason);
    whole("reason_holder", one.reason_holder, other.reason_holder);
    whole("quarters", one.quarters, other.quarters);
    whole("retained", one.retained, other.retained);
    whole("churn", one.churn, other.churn);
    add_difference(text, "price", one.price, other.price);
    add_difference(text, "margin", one.margin, other.margin);
    add_difference(text, "concession", one.concession, other.concession);
    add_difference(text, "cost_of_sale", one.cost_of_sale, other.cost_of_sale);
    add_difference(text, "lifetime_value", one.lifetime_value, other.lifetime_value);
    add_difference(text, "satisfaction", one.satisfaction, other.satisfaction);
    add_difference(text, "orders", one.orders, other.orders);
    add_difference(text, "word_of_mouth", one.word_of_mouth, other.word_of_mouth);
    add_difference(text, "final_support", one.final_support, other.final_support);
    for (int channel = 0; channel < channel_count; ++channel)
        add_difference(text, "hours", one.hours[channel], other.hours[channel]);
    return text;
}

std::string first_difference(const Played& one, const Played& other) {
    if (one.rows.size() != other.rows.size()) return "another number of rows";
    for (std::size_t i = 0; i < one.rows.size(); ++i) {
        std::string text = difference(one.rows[i], other.rows[i]);
        const std::size_t size = one.utilities.size() / one.rows.size();
        for (std::size_t k = i * size; k < (i + 1) * size && text.empty(); ++k)
            add_difference(text, "utility", one.utilities[k], other.utilities[k]);
        if (!text.empty()) return fmt::format("row {}, replicate {}:{}", i, one.rows[i].replicate, text);
    }
    return {};
}

std::uint64_t signature(const std::vector<OutcomeRow>& rows) {
    std::uint64_t hash = signature_start;
    for (const OutcomeRow& row : rows) hash = mix_signature(hash, row);
    return hash;
}

} // namespace assent::worlds
