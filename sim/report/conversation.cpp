#include "report/conversation.hpp"

#include "rehearsal/knowledge.hpp"
#include "report/conversation_words.hpp"
#include "report/narrator_people.hpp"
#include "report/narrator_words.hpp"
#include "report/number_words.hpp"
#include "report/reaction_words.hpp"
#include "report/sentence.hpp"

#include <algorithm>
#include <cmath>

namespace assent {
namespace {

using Kind = TraceEvent::Kind;
using Voice = ConversationLine::Voice;

constexpr float noticed = 0.05f;                  // change of a doubt that one hears
constexpr float weights[] = {0.1f, 0.35f, 0.65f}; // bounds between none, a little, some and heavy

class Talk {
  public:
    Talk(const Model& model, const Plan& plan)
        : model_(model), people_(model), heard_(static_cast<std::size_t>(plan.n_objection), -1.0f) {}

    std::vector<ConversationLine> tell(std::span<const TraceEvent> events) {
        for (const TraceEvent& event : events) {
            if (is_after_sale(event.kind) || !is_witnessed(event)) continue;
            week_ = event.week;
            if (event.kind == Kind::touch) {
                acknowledge();
                touch(event);
            } else if (!reaction(event)) {
                acknowledge();
                touched_ = -1;
                of_the_client(event);
            }
        }
        acknowledge();
        return std::move(lines_);
    }

  private:
    const Model& model_;
    PeopleNames people_;
    std::vector<float> heard_; ///< severity as last heard; negative: not yet (n_objection)
    std::vector<ConversationLine> lines_;
    int week_ = 0;
    int touched_ = -1; ///< whom the present talk is with
    Act act_ = Act::introduce;
    bool silent_ = false; ///< he has not said anything yet
    int settled_on_ = -1;
    ConversationLine impression_; ///< what he seems to think comes last

    void say(Voice voice, int member, std::string text) {
        lines_.push_back({week_, voice, member, capitalised(std::move(text))});
        if (voice == Voice::member) silent_ = false;
    }
    void say_of(int member, std::string_view sentence) {
        say(Voice::member, member, filled(sentence, {{"who", people_.who(member)}}));
    }

    void touch(const TraceEvent& event) {
        const auto channel = static_cast<std::size_t>(event.channel), act = static_cast<std::size_t>(event.act);
        std::string purpose = told(words::purpose[act]);
        if (event.topic >= 0)
            purpose = filled(words::on_topic, {{"purpose", purpose}, {"topic", topic_name(model_, event.topic)}});
        const std::string approach = filled(words::approach[channel], {{"whom", people_.who(event.member)}});
        if (event.flag)
            say(Voice::you, event.member, filled(words::touched, {{"approach", approach}, {"purpose", purpose}}));
        else
            say_of(event.member, words::unanswered[channel]);
        touched_ = event.flag ? event.member : -1;
        act_ = event.act;
        silent_ = event.flag;
    }

    /// Closes a talk: one who has said nothing in particular has at least listened.
    void acknowledge() {
        if (touched_ >= 0 && silent_) say_of(touched_, words::acknowledged[static_cast<std::size_t>(act_)]);
        silent_ = false;
        if (!impression_.text.empty()) lines_.push_back(std::move(impression_));
        impression_ = {};
    }

    /// What came of the present talk; false when the event is none of that.
    bool reaction(const TraceEvent& event) {
        switch (event.kind) {
        case Kind::blunder:
            say_of(event.member, event.flag ? words::struck_off : words::put_off);
            return true;
        case Kind::shortfall:
            say_of(event.member, words::outmatched);
            return true;
        case Kind::caught:
            say_of(event.member, words::saw_through);
            return true;
        case Kind::referral:
            say(Voice::member, event.member,
                filled(event.flag ? words::referral_confirmed : words::referral_contradicted,
                       {{"who", people_.who(event.member)}, {"topic", topic_name(model_, event.topic)}}));
            return true;
        case Kind::objection_found:
        case Kind::root_found:
        case Kind::doubt_heard:
            doubt(event);
            return true;
        case Kind::member_found:
            colleague(event.member);
            return true;
        case Kind::support_seen:
            see(event);
            return true;
        default:
            return deal_made(event);
        }
    }

    bool deal_made(const TraceEvent& event) {
        switch (event.kind) {
        case Kind::offer:
            say(Voice::scene, event.member,
                filled(words::offer, {{"price", money(event.value, model_.company.currency)}, {"extras", ""}}));
            return true;
        case Kind::pilot_start:
            say_of(event.member, words::trial_begins);
            return true;
        case Kind::kickback:
            say_of(event.member, event.flag ? words::kickback_taken : words::kickback_refused);
            return true;
        case Kind::gift:
            return true; // acknowledged like any talk
        case Kind::decision_asked:
            say_of(event.member, words::agrees_to_decide);
            return true;
        default:
            return false;
        }
    }

    void doubt(const TraceEvent& event) {
        const std::string who = people_.who(event.member), topic = topic_name(model_, event.topic);
        const auto place = static_cast<std::size_t>(event.other);
        if (event.kind == Kind::objection_found) {
            say(Voice::member, event.member, doubt_sentence(model_, event.topic, who));
            return;
        }
        const std::initializer_list<Filling> fillings{{"who", who}, {"topic", topic}};
        if (event.kind == Kind::root_found) {
            say(Voice::member, event.member, filled(words::root_raised, fillings));
            return;
        }
        if (place >= heard_.size()) return;
        const float before = std::exchange(heard_[place], event.value);
        const auto weight = static_cast<std::size_t>(std::ranges::lower_bound(weights, event.value) - weights);
        if (before < 0 || (weight == 0 && before > weights[0]))
            say(Voice::member, event.member, filled(words::doubt_weighs[weight], fillings));
        else if (std::fabs(event.value - before) >= noticed)
            say(Voice::member, event.member,
                filled(event.value < before ? words::doubt_weighs_less : words::doubt_weighs_more, fillings));
        else
            heard_[place] = before; // small steps add up until they are heard
    }

    void colleague(int member) {
        const std::string name = people_.who(member);
        if (touched_ >= 0)
            say(Voice::member, touched_,
                filled(words::names_colleague, {{"who", people_.who(touched_)}, {"colleague", name}}));
        else
            say(Voice::scene, member, filled(words::colleague_named, {{"colleague", name}}));
    }

    void see(const TraceEvent& event) {
        impression_ = {week_, Voice::member, event.member,
                       capitalised(filled(words::impression, {{"who", people_.who(event.member)},
                                                              {"stance", stance_name(event.value)},
                                                              {"support", percent(event.value)}}))};
    }

    void scene(std::string text) { say(Voice::scene, -1, std::move(text)); }

    /// Trial, stages, meetings, talks and the end.
    void of_the_client(const TraceEvent& event) {
        switch (event.kind) {
        case Kind::pilot_end:
            scene(told(event.flag ? words::pilot_passed : words::pilot_failed));
            break;
        case Kind::stage:
            if (const auto reached = words::stage_reached[event.other]; !reached.empty()) scene(told(reached));
            break;
        case Kind::meeting:
            settled_on_ = event.other;
            scene(filled(words::met, {{"result", result()}}));
            break;
        case Kind::our_offer:
        case Kind::their_offer:
            scene(filled(event.kind == Kind::our_offer ? words::asked_for : words::left_you,
                         {{"round", std::to_string(event.other)}, {"share", percent(event.value)}}));
            break;
        case Kind::agreement:
            scene(filled(words::agreement_at_once, {{"price", money(event.value, model_.company.currency)}}));
            break;
        case Kind::walk_away:
            scene(filled(words::walk_away, {{"round", std::to_string(event.other)}}));
            break;
        case Kind::closed:
            scene(filled(words::ended[event.other], {{"choice", alternative_name(model_, settled_on_)}}));
            break;
        default:
            break;
        }
    }

    [[nodiscard]] std::string result() const {
        if (settled_on_ < 0) return told(words::not_settled);
        if (settled_on_ + 1 == static_cast<int>(model_.alternatives.size())) return told(words::settled_on_nothing);
        return filled(words::settled, {{"choice", alternative_name(model_, settled_on_)}});
    }
};

} // namespace

std::vector<ConversationLine> conversation(const Model& model, const Plan& plan, std::span<const TraceEvent> events) {
    return Talk(model, plan).tell(events);
}

} // namespace assent
