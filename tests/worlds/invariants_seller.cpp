// What the account manager may do: within his hours, his budget and his ethics, with people and on topics that he knows
// of. Read from the model and the trace alone.
#include "worlds/invariants.hpp"

#include <fmt/format.h>

#include <map>
#include <set>

namespace assent::worlds {
namespace {

using Kind = TraceEvent::Kind;

class Seller {
  public:
    Seller(const Model& model, const Told& told, Broken& broken)
        : model_(model), strategy_(model.strategies[static_cast<std::size_t>(told.strategy)]), broken_(broken) {
        for (int d = 0; d < model.centre.size(); ++d) {
            const Stakeholder& person = model.centre.stakeholder(d);
            if (person.known) known_members_.insert(d);
            for (const Objection& objection : person.objections) {
                const bool veiled = objection.pretext && !objection.root.empty();
                doubts_.push_back({d, &objection, objection.known, !veiled || objection.root == objection.topic});
            }
        }
    }

    void hear(const TraceEvent& event) {
        if (event.week != week_) hours_ = 0;
        week_ = event.week;
        switch (event.kind) {
        case Kind::touch:
            touch(event);
            break;
        case Kind::member_found:
            expect(known_members_.insert(event.member).second, "a member found twice");
            break;
        case Kind::objection_found:
            expect(!std::exchange(doubt(event).known, true), "an objection found twice");
            break;
        case Kind::root_found:
            expect(doubt(event).known, "the root of an unknown objection");
            expect(!std::exchange(doubt(event).root_known, true), "a root found twice");
            break;
        case Kind::doubt_heard:
            expect(doubt(event).known, "an unknown objection heard");
            break;
        default:
            break;
        }
    }

  private:
    struct Doubt {
        int holder;
        const Objection* objection;
        bool known, root_known;
    };

    template <class... Args>
    void expect(bool holds, fmt::format_string<const Args&...> otherwise, const Args&... args) {
        if (!holds) broken_.push_back(fmt::format("week {}: ", week_) + fmt::format(otherwise, args...));
    }

    Doubt& doubt(const TraceEvent& event) {
        Doubt& found = doubts_.at(static_cast<std::size_t>(event.other));
        expect(found.holder == event.member, "an objection of somebody else");
        return found;
    }

    void touch(const TraceEvent& event) {
        const auto place = static_cast<std::size_t>(event.other);
        expect(place < strategy_.rules.size(), "a touch by no rule");
        if (place >= strategy_.rules.size()) return;
        const Rule& rule = strategy_.rules[place];
        expect(event.act == rule.act && event.channel == rule.channel, "another act or channel than the rule's");
        expect(known_members_.contains(event.member), "member {} is not known yet", event.member);
        check_means(event);
        check_ethics(rule);
        check_uses(event.other, rule);
        check_target(rule, event);
        check_topic(rule, event);
    }

    void check_means(const TraceEvent& event) {
        hours_ += double(event.value);
        cost_ += model_.acts[static_cast<std::size_t>(event.act)].cost +
                 model_.channels[static_cast<std::size_t>(event.channel)].cost;
        const double most = strategy_.hours.value_or(model_.seller.hours);
        expect(hours_ <= most * (1 + 1e-5), "{} hours of {}", hours_, most);
        expect(cost_ <= strategy_.budget * (1 + 1e-5), "{} spent of {}", cost_, strategy_.budget);
        const auto day = std::pair(week_, event.member);
        expect(++touches_[day] <= Limits::touches_per_member_and_week, "a member touched too often in a week");
    }

    void check_ethics(const Rule& rule) {
        expect(rule.act != Act::kickback || (model_.seller.kickbacks && strategy_.kickbacks), "a forbidden kickback");
        expect(rule.inflate <= 0 || (model_.seller.embellishment && strategy_.embellishment),
               "a forbidden embellishment");
        expect(rule.enabled, "a rule that was dropped");
    }

    /// A rule for all is used once in a week, however many it turns to.
    void check_uses(int place, const Rule& rule) {
        const int first = rule.when.week.value_or(rule.when.week_from.value_or(1));
        const int last = rule.when.week.value_or(rule.when.week_to.value_or(Limits::horizon_weeks));
        expect(week_ >= first && week_ <= last, "rule {} out of its weeks", place);
        const auto before = last_use_.find(place);
        if (before != last_use_.end() && before->second == week_) {
            expect(rule.selector == Selector::all, "rule {} turned to two members", place);
            return;
        }
        if (before != last_use_.end())
            expect(week_ - before->second >= rule.cooldown, "rule {} before its cooldown", place);
        expect(++uses_[place] <= rule.limit, "rule {} beyond its limit", place);
        last_use_[place] = week_;
    }

    void check_target(const Rule& rule, const TraceEvent& event) {
        const Stakeholder& person = model_.centre.stakeholder(event.member);
        if (rule.selector == Selector::member) expect(person.id == rule.member, "another member than the rule's");
        if (rule.selector != Selector::role) return;
        bool plays = person.roles.empty() && rule.role == Role::other;
        for (const Role role : person.roles) plays = plays || role == rule.role;
        expect(plays, "a member who does not play the role");
    }

    /// Where the rule finds its topic, it is what the seller takes a known objection to be about.
    void check_topic(const Rule& rule, const TraceEvent& event) {
        if (rule.act != Act::address || rule.topic_choice != TopicChoice::largest_known) return;
        bool heard = false;
        for (const Doubt& doubt : doubts_) {
            if (doubt.holder != event.member || !doubt.known) continue;
            const Objection& objection = *doubt.objection;
            const bool veiled = objection.pretext && !objection.root.empty();
            const std::string& topic = veiled && doubt.root_known ? objection.root : objection.topic;
            heard = heard || (event.topic >= 0 && model_.topics[static_cast<std::size_t>(event.topic)].id == topic);
        }
        expect(heard, "a topic that nobody told the seller");
    }

    const Model& model_;
    const Strategy& strategy_;
    Broken& broken_;
    std::vector<Doubt> doubts_;
    std::set<std::int32_t> known_members_;
    std::map<std::pair<int, std::int32_t>, int> touches_; ///< by week and member
    std::map<int, int> uses_, last_use_;                  ///< by rule
    double hours_ = 0, cost_ = 0;
    int week_ = 0;
};

} // namespace

void check_seller(const Model& model, const Told& told, Broken& broken) {
    Seller seller(model, told, broken);
    for (const TraceEvent& event : told.events) seller.hear(event);
}

} // namespace assent::worlds
