#include "rehearsal/sensible_moves.hpp"

#include <algorithm>

namespace assent {
namespace {

constexpr float open_doubt = 0.1f; // as heard, above which the kernel counts it as open (engine/rules.hpp)
/// Offers that are weighed: list price and these shares off it.
constexpr float discounts[] = {0, 0.05f, 0.1f};
/// Budget of a tailored offer's extras, share of the price. Own choice.
constexpr double extras_share = 0.03;

/// Evidence that suits a topic; the most concrete of several.
Evidence fitting(const Plan& plan, std::int32_t topic) {
    for (const Evidence evidence : {Evidence::guarantee, Evidence::data, Evidence::reference})
        if ((plan.evidence_topics[static_cast<int>(evidence)] >> topic & 1u) != 0) return evidence;
    return Evidence::argument;
}

class Proposals {
  public:
    Proposals(const Practice& practice, const Knowledge& knowledge) : practice_(practice), knowledge_(knowledge) {}

    void to(const KnownMember& member) {
        member_ = member.member;
        if (member.contacts == 0) {
            add(Act::introduce, {Channel::phone, Channel::email, Channel::meeting});
            add(Act::discover, {Channel::meeting});
            return;
        }
        answer(member);
        add(Act::discover, {Channel::meeting, Channel::phone});
        add(Act::value_case, {Channel::meeting});
        add(Act::reference, {Channel::phone}, Evidence::reference);
        add(Act::demonstrate, {Channel::meeting}, Evidence::data);
        add(Act::build_rapport, {Channel::meeting});
        if (knowledge_.week + 1 - member.last_touch > 1) add(Act::remind, {Channel::email});
    }

    /// What is said to one person and concerns all.
    void terms_to(const KnownMember& member) {
        member_ = member.member;
        if (member.contacts == 0) return;
        offer();
        if (knowledge_.offer_made) add(Act::concede, {Channel::phone});
        add(Act::ask_decision, {Channel::phone, Channel::meeting});
        add(Act::problem_solving, {Channel::meeting});
        Move trial;
        trial.act = Act::pilot;
        trial.member = member_;
        trial.evidence = Evidence::data;
        trial.safeguards = (1u << safeguard_count) - 1;
        propose(trial);
    }

    [[nodiscard]] std::vector<Move> taken() && { return std::move(moves_); }
    [[nodiscard]] bool full() const { return moves_.size() >= most_sensible_moves; }

  private:
    void answer(const KnownMember& member) {
        for (const KnownObjection& doubt : member.objections) {
            if (!(doubt.heard > open_doubt)) continue;
            for (const Channel channel : {Channel::meeting, Channel::phone}) {
                Move move;
                move.act = Act::address;
                move.channel = channel;
                move.member = member_;
                move.topic = static_cast<std::int8_t>(doubt.topic);
                move.evidence = fitting(practice_.plan(), doubt.topic);
                propose(move);
            }
        }
    }

    void offer() {
        Move move;
        move.act = Act::offer;
        move.member = member_;
        for (const float discount : discounts) {
            move.discount = discount;
            propose(move);
        }
        if (practice_.plan().n_extra == 0) return;
        move.discount = 0;
        move.tailored = true;
        move.extras_budget = static_cast<float>(extras_share * static_cast<double>(knowledge_.price));
        propose(move);
    }

    void add(Act act, std::initializer_list<Channel> channels, Evidence evidence = Evidence::argument) {
        for (const Channel channel : channels) {
            Move move;
            move.act = act;
            move.channel = channel;
            move.member = member_;
            move.evidence = evidence;
            propose(move);
        }
    }

    void propose(const Move& move) {
        if (!full() && !problem_with(practice_, knowledge_, {}, move)) moves_.push_back(move);
    }

    const Practice& practice_;
    const Knowledge& knowledge_;
    std::int32_t member_ = 0;
    std::vector<Move> moves_;
};

} // namespace

std::vector<Move> sensible_moves(const Practice& practice, const Knowledge& knowledge) {
    std::vector<KnownMember> members;
    std::ranges::copy_if(knowledge.members, std::back_inserter(members), &KnownMember::known);
    const std::vector<float>& weight = practice.plan().belief_weight;
    std::ranges::stable_sort(members, [&](const KnownMember& x, const KnownMember& y) {
        return weight[static_cast<std::size_t>(x.member)] > weight[static_cast<std::size_t>(y.member)];
    });
    Proposals proposals(practice, knowledge);
    // Terms go to the most important one who has been reached: to whom they are said matters little.
    const auto reached = std::ranges::find_if(members, [](const KnownMember& member) { return member.contacts > 0; });
    if (reached != members.end()) proposals.terms_to(*reached);
    for (const KnownMember& member : members) proposals.to(member);
    return std::move(proposals).taken();
}

} // namespace assent
