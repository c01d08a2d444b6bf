// What moved without a word of the account manager: need, rivals, and what sank in.
#include "report/narrator_week.hpp"
#include "report/narrator_words.hpp"
#include "report/number_words.hpp"
#include "report/sentence.hpp"

#include <algorithm>
#include <cmath>

namespace assent {
namespace {

// Changes since last told that are worth a sentence.
constexpr double notable_need = 0.1;
constexpr double notable_doubt = 0.05;
constexpr double notable_support = 0.05;
constexpr std::size_t members_told = 4; // whose doubts moved in one week

struct Move {
    const TraceEvent* event;
    double before;
    [[nodiscard]] double size() const { return std::fabs(event->value - before); }
};

} // namespace

void WeekTeller::tell_need() {
    const TraceEvent* need = last_of(Kind::need);
    if (need == nullptr) return;
    if (need_told_ < 0) need_told_ = need->value;
    const double change = need->value - need_told_;
    if (std::fabs(change) < notable_need) return;
    const Filling now{"now", percent(need->value)};
    const Filling before{"before", percent(need_told_)};
    say(change > 0 ? filled(words::need_rose, {now, before}) : filled(words::need_fell, {now, before}));
    need_told_ = need->value;
}

void WeekTeller::tell_rivals() {
    for (std::size_t rival = 0; rival < model_.alternatives.size(); ++rival) {
        std::vector<int> called;
        bool everybody = false;
        for (const TraceEvent& event : events_) {
            if (event.kind != Kind::rival_contact || event.other != static_cast<std::int32_t>(rival)) continue;
            everybody |= event.member < 0;
            if (std::ranges::find(called, event.member) == called.end()) called.push_back(event.member);
        }
        const std::string name = alternative_name(model_, static_cast<int>(rival));
        if (!called.empty())
            say(filled(words::rival_called,
                       {{"rival", name}, {"whom", everybody ? told(words::everybody) : people_.all_of(called)}}));
        for (const TraceEvent& event : events_)
            if (event.kind == Kind::rival_price_cut && event.other == static_cast<std::int32_t>(rival))
                say(filled(words::rival_cut,
                           {{"rival", name}, {"price", money(event.value, model_.company.currency)}}));
    }
}

void WeekTeller::tell_doubts() {
    std::vector<Move> moves;
    for (const TraceEvent& event : events_) {
        const auto objection = static_cast<std::size_t>(event.other);
        if (event.kind != Kind::severity || objection >= severity_told_.size()) continue;
        double& told = severity_told_[objection];
        if (told < 0) told = event.value;
        if (std::fabs(event.value - told) >= notable_doubt) moves.push_back({&event, told});
    }
    std::ranges::stable_sort(moves, std::ranges::greater{}, &Move::size);
    std::vector<std::pair<int, std::vector<std::string>>> by_member;
    std::size_t untold = 0;
    for (const Move& move : moves) {
        const auto objection = static_cast<std::size_t>(move.event->other);
        severity_told_[objection] = move.event->value;
        auto entry = std::ranges::find(by_member, move.event->member, &std::pair<int, std::vector<std::string>>::first);
        if (entry == by_member.end() && by_member.size() < members_told)
            entry = by_member.insert(by_member.end(), {move.event->member, {}});
        if (entry == by_member.end()) {
            ++untold;
            continue;
        }
        entry->second.push_back(filled(move.event->value < move.before ? words::doubt_fell : words::doubt_rose,
                                       {{"topic", topic_name(model_, plan_.root_topic[objection])},
                                        {"now", percent(move.event->value)},
                                        {"before", percent(move.before)}}));
    }
    for (const auto& [member, told] : by_member)
        say(filled(words::doubts, {{"who", people_.who(member)}, {"moves", enumerated(told)}}));
    if (untold > 0) say(filled(words::further_doubts, {{"count", std::to_string(untold)}}));
}

void WeekTeller::tell_support() {
    double weighted = 0, weights = 0;
    for (const TraceEvent& event : events_) {
        if (event.kind != Kind::support || event.member < 0) continue;
        const auto member = static_cast<std::size_t>(event.member);
        const double authority = member < plan_.authority.size() ? plan_.authority[member].value : 1.0;
        weighted += authority * event.value;
        weights += authority;
    }
    if (weights <= 0) return;
    support_ = weighted / weights;
    if (support_told_ < 0) support_told_ = support_;
    const double change = support_ - support_told_;
    if (std::fabs(change) < notable_support) return;
    const Filling now{"now", percent(support_)};
    const Filling before{"before", percent(support_told_)};
    say(change > 0 ? filled(words::support_rose, {now, before}) : filled(words::support_fell, {now, before}));
    support_told_ = support_;
}

} // namespace assent
