// What a generated company can choose, and what we can add.
#include "model/company_parts.hpp"

#include <algorithm>
#include <cmath>

namespace assent {
namespace {

/// Attributes by criterion, each within the ends given. Ours are a little better, rivals come cheaper; assumption.
NamedNumbers attributes(const CompanyDraft& draft, const std::string& whose, double least, double greatest) {
    NamedNumbers drawn;
    for (const char* criterion : {"quality", "service", "delivery", "reliability", "ease", "prestige"})
        drawn.emplace_back(criterion, draft.dice.number(of("attribute." + whose, criterion), least, greatest));
    return drawn;
}

Alternative our_offer(const CompanyDraft& draft) {
    Alternative ours;
    ours.id = "ours";
    ours.name = draft.trade.offer;
    ours.kind = Alternative::Kind::ours;
    ours.price = draft.price;
    ours.floor_price = to_three_digits(draft.price * draft.dice.number("floor", 0.82, 0.90));
    ours.cost = to_three_digits(draft.price * draft.dice.number("cost", 0.58, 0.70));
    ours.incumbent = draft.wish.history == ClientHistory::current && !draft.new_task();
    ours.attributes = attributes(draft, "ours", 0.55, 0.80);
    ours.features = {std::string(draft.trade.feature)};
    return ours;
}

void add_move(const CompanyDraft& draft, Alternative& rival) {
    if (!draft.dice.chance(of("move", rival.id), 0.4)) return;
    RivalMove move;
    move.week = draft.dice.whole(of("move.week", rival.id), 3, static_cast<int>(draft.situation.decision.least) - 1);
    move.target =
        draft.model.centre.stakeholder(draft.dice.whole(of("move.target", rival.id), 0, draft.wish.size - 1)).id;
    move.amount = draft.dice.number(of("move.amount", rival.id), 0.5, 1.0);
    rival.moves.push_back(move);
}

Alternative rival(const CompanyDraft& draft, int number, bool incumbent) {
    const auto names = suppliers();
    const int count = static_cast<int>(names.size());
    const int stride = draft.dice.whole("rival.stride", 1, count - 1);
    Alternative rival;
    rival.id = "rival_" + std::to_string(number + 1);
    rival.name =
        names[static_cast<std::size_t>((draft.dice.whole("rival.name", 0, count - 1) + number * stride) % count)];
    if (incumbent) rival.name += ", the present supplier";
    rival.incumbent = incumbent;
    const double price = draft.price * draft.dice.number(of("price", rival.id), 0.78, 1.08);
    rival.price =
        Number::triangular(to_three_digits(0.93 * price), to_three_digits(price), to_three_digits(1.07 * price));
    rival.attributes = attributes(draft, rival.id, 0.40, 0.75);
    rival.doubts = draft.dice.number(of("doubts", rival.id), 1.0, 1.6);
    rival.contact_hazard = draft.dice.number(of("contact", rival.id), 0.03, 0.15);
    rival.price_cut_hazard = draft.dice.number(of("price_cut", rival.id), 0.0, 0.04);
    rival.known = incumbent || draft.wish.tender || draft.dice.chance(of("known", rival.id), 0.7);
    add_move(draft, rival);
    return rival;
}

void add_rivals(CompanyDraft& draft) {
    const bool supplied = !draft.new_task(); // somebody delivers today
    const bool by_us = draft.wish.history == ClientHistory::current;
    const int least = draft.wish.tender ? 2 : supplied && !by_us ? 1 : 0; // a tender of one is none
    const Situation::Range& range = draft.situation.rivals;
    const int count =
        std::max(least, draft.dice.whole("rivals", static_cast<int>(range.least), static_cast<int>(range.greatest)));
    for (int number = 0; number < count; ++number)
        draft.model.alternatives.push_back(rival(draft, number, supplied && !by_us && number == 0));
}

/// Extras that suit what is sold; each is worth nothing to a company that can do it itself (fact C1).
void add_extras(CompanyDraft& draft) {
    struct Offered {
        const char *id, *name, *means;
        double cost; ///< share of the price
    };
    static constexpr Offered of_goods[] = {{"unloading", "Unloading and placing on site", "crane", 0.012},
                                           {"training", "Training of the staff", "trainers", 0.015},
                                           {"maintenance", "Maintenance for two years", "service_technicians", 0.018}};
    static constexpr Offered of_services[] = {{"data", "We move the old records", "data_team", 0.015},
                                              {"training", "Training of the staff", "trainers", 0.015},
                                              {"help_desk", "Help by telephone, day and night", "help_desk", 0.018}};
    for (const Offered& each : draft.trade.goods ? of_goods : of_services) {
        const double has = draft.dice.share(of("means", each.means)); // a third each: has it, has it perhaps, lacks it
        const Number means = has < 1.0 / 3   ? Number(1.0)
                             : has < 2.0 / 3 ? Number::uniform(0, 1)
                                             : Number(draft.dice.number(of("means.little", each.means), 0.0, 0.2));
        draft.model.company.means.emplace_back(each.means, means);
        Extra extra;
        extra.id = each.id;
        extra.name = each.name;
        extra.means = each.means;
        extra.value = draft.dice.number(of("extra", each.id), 0.3, 0.5);
        extra.cost = to_three_digits(each.cost * draft.price);
        draft.model.extras.push_back(extra);
    }
}

} // namespace

void draw_offers(CompanyDraft& draft) {
    draft.model.alternatives = {our_offer(draft)};
    add_rivals(draft);
    Alternative nothing;
    nothing.id = "nothing";
    nothing.name = draft.trade.nothing;
    nothing.kind = Alternative::Kind::nothing;
    draft.model.alternatives.push_back(nothing);
    add_extras(draft);
}

} // namespace assent
