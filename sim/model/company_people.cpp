// The people of a generated company and who listens to whom.
#include "model/company_parts.hpp"
#include "model/company_seats.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <tuple>

namespace assent {
namespace {

bool has(const Stakeholder& person, Role role) { return std::ranges::find(person.roles, role) != person.roles.end(); }

std::string name_of(const CompanyDraft& draft, int seat) {
    const auto& [given, family] = std::tie(draft.country.given, draft.country.family);
    const auto walk = [&](const std::string& what, const auto& names) { // nobody twice: a stride through a prime number
        const int count = static_cast<int>(names.size());
        const int start = draft.dice.whole(what, 0, count - 1),
                  stride = draft.dice.whole(what + ".stride", 1, count - 1);
        return std::string(names[static_cast<std::size_t>((start + seat * stride) % count)]);
    };
    const std::string first = walk("given", given), last = walk("family", family);
    return draft.country.family_first ? last + " " + first : first + " " + last;
}

std::string_view title_of(const Trade& trade, const Seat& seat) {
    switch (seat.titled) {
    case Seat::Title::user:
        return trade.user;
    case Seat::Title::technical:
        return trade.technical;
    case Seat::Title::influencer:
        return trade.influencer;
    case Seat::Title::evaluator:
        return trade.evaluator;
    case Seat::Title::own:
        break;
    }
    return seat.title;
}

/// What a seller sees of their support; a third of it he does not. Shares by history of the client: assumption.
Support support_of(const CompanyDraft& draft, const Stakeholder& person) {
    if (has(person, Role::champion)) return Support::mentor;
    if (has(person, Role::blocker)) return Support::non_supporter;
    if (draft.dice.chance(of("support.unknown", person.id), 1.0 / 3)) return Support::unknown;
    struct Shares {
        double supporter, neutral, non_supporter; // the rest: enemies
    };
    static constexpr Shares by_history[] = {{0.20, 0.55, 0.25}, {0.70, 0.25, 0.05}, {0.15, 0.40, 0.35}};
    const Shares& shares = by_history[static_cast<std::size_t>(draft.wish.history)];
    double left = draft.dice.share(of("support", person.id));
    if ((left -= shares.supporter) < 0) return Support::supporter;
    if ((left -= shares.neutral) < 0) return Support::neutral;
    return (left -= shares.non_supporter) < 0 ? Support::non_supporter : Support::enemy;
}

/// How present we are to a member: those who use what we sell and those who run a tender know us first.
double attention_of(const CompanyDraft& draft, const Stakeholder& person) {
    const bool current = draft.wish.history == ClientHistory::current, past = draft.wish.history == ClientHistory::past;
    const double least = current ? 0.3 : past ? 0.1 : 0.0;
    const bool near = has(person, Role::user) || has(person, Role::champion);
    const bool runs_tender =
        draft.wish.tender && (has(person, Role::legal_procurement) || has(person, Role::economic_buyer));
    return to_hundredths(draft.dice.number(of("attention", person.id), least, least + (near ? 0.3 : 0.1)) +
                         (runs_tender ? 0.3 : 0));
}

void draw_traits(const CompanyDraft& draft, Stakeholder& person) {
    const Situation& situation = draft.situation;
    const bool expert = has(person, Role::technical_buyer) || has(person, Role::evaluator);
    const double bonus = expert ? situation.expert_bonus : 0;
    person.expertise = about_share(
        draft.dice.number(of("expertise", person.id), situation.expertise.least, situation.expertise.greatest) + bonus,
        0.15);
    for (const auto& [what, trait] :
         {std::pair{"personal_stake", &person.personal_stake}, std::pair{"integrity", &person.integrity},
          std::pair{"patience", &person.patience}})
        if (draft.dice.chance(of(what, person.id), 0.3)) *trait = Number::unknown();
    person.support = support_of(draft, person);
    person.attention = attention_of(draft, person);
    if (draft.wish.history != ClientHistory::new_client) {
        const bool current = draft.wish.history == ClientHistory::current;
        person.trust = {{"ours", current ? Number::uniform(0.75, 0.95) : Number::uniform(0.3, 0.55)}};
    }
    const bool works_with_it = has(person, Role::user) || expert;
    if (works_with_it && draft.dice.chance(of("threatened", person.id), 0.3))
        person.threatened = Number::uniform(0, 0.6);
    if (has(person, Role::user) || has(person, Role::champion))
        person.features = {{std::string(draft.trade.feature), draft.dice.number(of("feature", person.id), 0.2, 0.8)}};
    const bool out_of_sight = has(person, Role::executive_sponsor) || has(person, Role::blocker);
    person.known = !out_of_sight || draft.dice.chance(of("known", person.id), 0.5);
}

/// New and risky purchases need the yes of one who can only say no (Miller & Heiman), the technical or the economic buyer.
void give_veto(CompanyDraft& draft) {
    if (!draft.new_task() || draft.wish.size < 2) return;
    const int technical = draft.model.centre.find("technical");
    const bool of_engineers = technical >= 0 && draft.dice.chance("veto", 0.6);
    draft.model.centre.stakeholder(of_engineers ? technical : draft.model.centre.find("finance")).veto = true;
}

void connect(CompanyDraft& draft, int from, int to, LinkKind kind, double least, double greatest) {
    const BuyingCentre& centre = draft.model.centre;
    const std::string address = of("link." + std::string(centre.stakeholder(from).id), centre.stakeholder(to).id);
    draft.model.centre.connect(from, to, {kind, draft.dice.number(address, least, greatest)});
}

bool linked(const BuyingCentre& centre, int one, int other) {
    const auto edges = centre.links();
    return std::ranges::any_of(edges, [&](const BuyingCentre::Edge& edge) {
        return (edge.from == one && edge.to == other) || (edge.from == other && edge.to == one);
    });
}

/// Up and down the hierarchy; the board speaks to the head and to finance.
void connect_levels(CompanyDraft& draft) {
    const BuyingCentre& centre = draft.model.centre;
    for (int member = 1; member < centre.size(); ++member) {
        const Seat& seat = seats()[static_cast<std::size_t>(member)];
        const int superior = centre.find(std::string(superior_of(seat, draft.trade.goods)));
        if (superior >= 0) {
            connect(draft, superior, member, LinkKind::reports_to, 0.8, 1.5); // an edge runs as influence does
            connect(draft, member, superior, LinkKind::influence, 0.5, 1.0);
        } else {
            connect(draft, member, 0, LinkKind::influence, 1.0, 1.6);
            connect(draft, 0, member, LinkKind::influence, 0.5, 1.0);
        }
    }
}

/// Those who know are heard by those who decide.
void connect_experts(CompanyDraft& draft) {
    const BuyingCentre& centre = draft.model.centre;
    const auto expert = [&](int member) {
        const Stakeholder& person = centre.stakeholder(member);
        return has(person, Role::technical_buyer) || has(person, Role::evaluator) || has(person, Role::influencer);
    };
    for (int member = 2; member < centre.size(); ++member)
        for (const int decider : {0, 1})
            if (expert(member) && !linked(centre, member, decider) &&
                draft.dice.chance(of("expert." + std::string(centre.stakeholder(member).id), std::to_string(decider)),
                                  0.6))
                connect(draft, member, decider, LinkKind::influence, 0.4, 1.0);
}

/// Friendships across departments; now and then two who cannot stand each other.
void connect_friends(CompanyDraft& draft) {
    const BuyingCentre& centre = draft.model.centre;
    for (int one = 0; one < centre.size(); ++one)
        for (int other = one + 1; other < centre.size(); ++other) {
            if (linked(centre, one, other)) continue;
            const double luck = draft.dice.share(
                of("friends." + std::string(centre.stakeholder(one).id), centre.stakeholder(other).id));
            constexpr double friends = 0.12, conflict = 0.04; // of all pairs; assumption
            if (luck < friends)
                connect(draft, other, one, LinkKind::informal, 0.3, 0.8);
            else if (luck < friends + conflict)
                connect(draft, other, one, LinkKind::conflict, 0.2, 0.5);
        }
}

} // namespace

void draw_people(CompanyDraft& draft) {
    const bool user_is_champion = draft.dice.chance("champion", 0.5);
    for (int seat = 0; seat < draft.wish.size; ++seat) {
        const Seat& place = seats()[static_cast<std::size_t>(seat)];
        Stakeholder person;
        person.id = place.id;
        person.name = name_of(draft, seat);
        person.title = draft.wish.size == 1 ? "Owner" : title_of(draft.trade, place);
        person.roles = roles_of(seat, draft.wish.size, user_is_champion);
        draw_traits(draft, person);
        draft.model.centre.add(std::move(person));
    }
    give_veto(draft);
}

void draw_links(CompanyDraft& draft) {
    connect_levels(draft);
    connect_experts(draft);
    connect_friends(draft);
}

} // namespace assent
