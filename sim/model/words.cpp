#include "model/words.hpp"

#include <algorithm>
#include <array>

namespace assent {
namespace {

using Words = std::string_view;
using Alias = std::pair<std::string_view, int>;

constexpr std::array<Words, role_count> roles{"economic_buyer",
                                              "decision_maker",
                                              "technical_buyer",
                                              "evaluator",
                                              "user",
                                              "champion",
                                              "executive_sponsor",
                                              "influencer",
                                              "legal_procurement",
                                              "blocker",
                                              "gatekeeper",
                                              "initiator",
                                              "other"};
// Salesforce, HubSpot and SuiteCRM words for the same roles, Miller Heiman's coach, Webster & Wind's decider and buyer.
constexpr std::array role_aliases{
    Alias{"Economic Decision Maker", int(Role::economic_buyer)},
    Alias{"BUDGET_HOLDER", int(Role::economic_buyer)},
    Alias{"Primary Decision Maker", int(Role::economic_buyer)},
    Alias{"economic", int(Role::economic_buyer)},
    Alias{"Business Decision Maker", int(Role::decision_maker)},
    Alias{"decider", int(Role::decision_maker)},
    Alias{"Technical Decision Maker", int(Role::technical_buyer)},
    Alias{"technical", int(Role::technical_buyer)},
    Alias{"Technical Evaluator", int(Role::evaluator)},
    Alias{"Business Evaluator", int(Role::evaluator)},
    Alias{"Business User", int(Role::user)},
    Alias{"END_USER", int(Role::user)},
    Alias{"coach", int(Role::champion)},
    Alias{"LEGAL_AND_COMPLIANCE", int(Role::legal_procurement)},
    Alias{"buyer", int(Role::legal_procurement)},
};
constexpr std::array<Words, act_count> acts{"introduce",   "discover",        "address",      "value_case",
                                            "demonstrate", "pilot",           "reference",    "build_rapport",
                                            "offer",       "concede",         "ask_decision", "remind",
                                            "points",      "problem_solving", "kickback"};
constexpr std::array<Words, channel_count> channels{"email", "phone", "video", "meeting", "event", "web"};
constexpr std::array<Words, evidence_count> evidences{"argument", "data", "reference", "guarantee"};
constexpr std::array<Words, stage_count> stages{"unaware",  "screening",   "evaluation", "pilot",
                                                "decision", "negotiation", "closed"};
constexpr std::array<Words, outcome_count> outcomes{"won", "lost", "no_decision", "eliminated"};
constexpr std::array<Words, decision_rule_count> decision_rules{"weighted",  "autocracy",           "equiprobability",
                                                                "voting",    "minimum_endorsement", "majority",
                                                                "unanimity", "perturbation"};
constexpr std::array<Words, tactic_count> tactics{"boulware", "linear", "conceder", "tit_for_tat"};
constexpr std::array<Words, design_count> designs{"grid", "list", "zip", "latin_hypercube", "sobol"};
constexpr std::array<Words, loyalty_count> loyalties{"none", "points", "problem_solving", "kickback"};
constexpr std::array<Words, win_back_count> win_backs{"none", "discount", "cause"};
constexpr std::array<Words, churn_count> churns{"none", "promise", "breakdown", "quality_cut", "scandal", "rival"};
constexpr std::array<Words, selector_count> selectors{"member",    "role",        "most_influential", "most_opposed",
                                                      "undecided", "uncontacted", "weakest_link",     "all"};
constexpr std::array<Words, 2> topic_choices{"fixed", "largest_known"};
constexpr std::array<Words, pilot_state_count> pilot_states{"none", "running", "passed", "failed"};
constexpr std::array<Words, safeguard_count> safeguards{"inside_test", "own_material", "staff_training"};
constexpr std::array<Words, mind_count> minds{"free", "for_us", "against_us"};
constexpr std::array<Words, reason_count> reasons{"price",          "quality",     "distrust",     "switching",
                                                  "pestered",       "forgotten",   "no_need",      "rival_offer",
                                                  "unprofessional", "negotiation", "no_agreement", "leaning"};
constexpr std::array<Words, purchase_count> purchases{"straight_rebuy", "modified_rebuy", "new_task"};
constexpr std::array<Words, client_history_count> client_histories{"new_client", "current", "past"};
constexpr std::array<Words, support_count> supports{"unknown", "mentor",        "supporter",
                                                    "neutral", "non_supporter", "enemy"};
constexpr std::array support_aliases{Alias{"non-supporter", int(Support::non_supporter)}};
constexpr std::array<Words, link_kind_count> link_kinds{"influence", "reports_to", "informal", "conflict"};
constexpr std::array<Words, 2> move_kinds{"contact", "price_cut"};
constexpr std::array<Words, 3> alternative_kinds{"ours", "rival", "nothing"};
constexpr std::array<Words, measure_count> measures{
    "win_rate",    "no_decision",    "lost",           "eliminated",    "chosen",          "support",
    "median_week", "week_won",       "week_ended",     "price",         "concession",      "margin",
    "value",       "value_per_hour", "lifetime_value", "hours",         "members_reached", "touches",
    "meetings",    "pilot_passed",   "talks_failed",   "got_through",   "appointments",    "retained",
    "quarters",    "satisfaction",   "orders",         "word_of_mouth", "client_value"};

/// Lower case without space, `_` and `-`: what counts in an alias.
std::string folded(std::string_view text) {
    std::string result;
    for (const char letter : text) {
        if (letter == ' ' || letter == '_' || letter == '-') {
            continue;
        }
        result += letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    }
    return result;
}

} // namespace

int Vocabulary::find(std::string_view text) const {
    const auto same = std::find(words.begin(), words.end(), text);
    if (same != words.end()) {
        return static_cast<int>(same - words.begin());
    }
    if (aliases.empty()) {
        return -1;
    }
    const std::string wanted = folded(text);
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (folded(words[i]) == wanted) {
            return static_cast<int>(i);
        }
    }
    for (const auto& [alias, value] : aliases) {
        if (folded(alias) == wanted) {
            return value;
        }
    }
    return -1;
}

#define ASSENT_VOCABULARY(Enum, ...)                                                                                   \
    template <> const Vocabulary& vocabulary<Enum>() {                                                                 \
        static constexpr Vocabulary words{__VA_ARGS__};                                                                \
        return words;                                                                                                  \
    }

ASSENT_VOCABULARY(Role, "role", roles, role_aliases)
ASSENT_VOCABULARY(Act, "act", acts)
ASSENT_VOCABULARY(Channel, "channel", channels)
ASSENT_VOCABULARY(Evidence, "evidence", evidences)
ASSENT_VOCABULARY(Stage, "stage", stages)
ASSENT_VOCABULARY(Outcome, "outcome", outcomes)
ASSENT_VOCABULARY(DecisionRule, "decision rule", decision_rules)
ASSENT_VOCABULARY(Tactic, "tactic", tactics)
ASSENT_VOCABULARY(Design, "design", designs)
ASSENT_VOCABULARY(Loyalty, "loyalty scheme", loyalties)
ASSENT_VOCABULARY(WinBack, "way to win back", win_backs)
ASSENT_VOCABULARY(Churn, "cause of leaving", churns)
ASSENT_VOCABULARY(Selector, "selector", selectors)
ASSENT_VOCABULARY(TopicChoice, "choice of topic", topic_choices)
ASSENT_VOCABULARY(PilotState, "state of the trial", pilot_states)
ASSENT_VOCABULARY(Safeguard, "safeguard", safeguards)
ASSENT_VOCABULARY(Mind, "state of mind", minds)
ASSENT_VOCABULARY(Reason, "reason", reasons)
ASSENT_VOCABULARY(Purchase, "kind of purchase", purchases)
ASSENT_VOCABULARY(ClientHistory, "client history", client_histories)
ASSENT_VOCABULARY(Support, "support", supports, support_aliases)
ASSENT_VOCABULARY(LinkKind, "kind of link", link_kinds)
ASSENT_VOCABULARY(RivalMove::Kind, "kind of move", move_kinds)
ASSENT_VOCABULARY(Alternative::Kind, "kind of alternative", alternative_kinds)
ASSENT_VOCABULARY(Measure, "measure", measures)

#undef ASSENT_VOCABULARY

} // namespace assent
