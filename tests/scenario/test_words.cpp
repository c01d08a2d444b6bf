#include "model/words.hpp"

#include <doctest/doctest.h>

#include <set>

namespace {

using namespace assent;

template <class Enum> void check_vocabulary(int count) {
    const Vocabulary& vocabulary = assent::vocabulary<Enum>();
    CAPTURE(vocabulary.what);
    CHECK(static_cast<int>(vocabulary.words.size()) == count);
    std::set<std::string_view> seen;
    for (int i = 0; i < count; ++i) {
        const auto term = static_cast<Enum>(i);
        CHECK(word(term).size() > 0);
        CHECK(seen.insert(word(term)).second);
        CHECK(from_word<Enum>(word(term)) == term);
    }
    CHECK_FALSE(from_word<Enum>("no such word"));
    CHECK_FALSE(from_word<Enum>(""));
}

TEST_CASE("every term has a word of its own, and the word leads back to it") {
    check_vocabulary<Role>(role_count);
    check_vocabulary<Act>(act_count);
    check_vocabulary<Channel>(channel_count);
    check_vocabulary<Evidence>(evidence_count);
    check_vocabulary<Stage>(stage_count);
    check_vocabulary<Outcome>(outcome_count);
    check_vocabulary<DecisionRule>(decision_rule_count);
    check_vocabulary<Tactic>(tactic_count);
    check_vocabulary<Selector>(selector_count);
    check_vocabulary<TopicChoice>(2);
    check_vocabulary<PilotState>(pilot_state_count);
    check_vocabulary<Safeguard>(safeguard_count);
    check_vocabulary<Mind>(mind_count);
    check_vocabulary<Reason>(reason_count);
    check_vocabulary<Purchase>(purchase_count);
    check_vocabulary<ClientHistory>(client_history_count);
    check_vocabulary<Support>(support_count);
    check_vocabulary<LinkKind>(link_kind_count);
    check_vocabulary<RivalMove::Kind>(2);
    check_vocabulary<Alternative::Kind>(3);
}

TEST_CASE("words stand in the order of their terms") {
    CHECK(word(Role::legal_procurement) == "legal_procurement");
    CHECK(word(Role::other) == "other");
    CHECK(word(Act::kickback) == "kickback");
    CHECK(word(Act::value_case) == "value_case");
    CHECK(word(Channel::web) == "web");
    CHECK(word(Stage::negotiation) == "negotiation");
    CHECK(word(DecisionRule::minimum_endorsement) == "minimum_endorsement");
    CHECK(word(Reason::leaning) == "leaning");
    CHECK(word(Reason::pestered) == "pestered");
    CHECK(word(Selector::weakest_link) == "weakest_link");
    CHECK(word(Support::non_supporter) == "non_supporter");
    CHECK(word(LinkKind::reports_to) == "reports_to");
}

TEST_CASE("roles understand Salesforce, HubSpot and SuiteCRM, ignoring case, space, underscore and hyphen") {
    CHECK(from_word<Role>("Economic Buyer") == Role::economic_buyer);
    CHECK(from_word<Role>("BUDGET_HOLDER") == Role::economic_buyer);
    CHECK(from_word<Role>("Primary Decision Maker") == Role::economic_buyer);
    CHECK(from_word<Role>("business-decision-maker") == Role::decision_maker);
    CHECK(from_word<Role>("Technical Decision Maker") == Role::technical_buyer);
    CHECK(from_word<Role>("Business Evaluator") == Role::evaluator);
    CHECK(from_word<Role>("END_USER") == Role::user);
    CHECK(from_word<Role>("CHAMPION") == Role::champion);
    CHECK(from_word<Role>("Executive Sponsor") == Role::executive_sponsor);
    CHECK(from_word<Role>("LEGAL_AND_COMPLIANCE") == Role::legal_procurement);
    CHECK(from_word<Support>("non-supporter") == Support::non_supporter);
    CHECK_FALSE(from_word<Act>("ADDRESS")); // only what CRM systems export is read loosely
}

} // namespace
