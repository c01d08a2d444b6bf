#pragma once
// The parts of the generator of companies, in the order in which they are drawn.
#include "model/company_dice.hpp"
#include "model/company_generator.hpp"
#include "model/company_situation.hpp"
#include "model/company_world.hpp"

#include <string>

namespace assent {

/// What all parts of one company share.
struct CompanyDraft {
    CompanyDice dice;
    CompanyWish wish; ///< with size and purchase drawn
    const Situation& situation;
    const Country& country;
    const Trade& trade;
    int staff = 0;
    double price = 0; ///< of our offer, in the currency of the country
    Model model;

    [[nodiscard]] bool new_task() const { return wish.purchase == Purchase::new_task; }
};

/// "doubt" of "finance": the address of a draw.
inline std::string of(const std::string& what, const std::string& whom) { return what + "." + whom; }

/// A number that the seller knows to about `spread` either way, within [0, 1].
Number about_share(double likely, double spread);

void draw_company(CompanyDraft& draft);
void draw_people(CompanyDraft& draft);
void draw_links(CompanyDraft& draft);
void draw_doubts(CompanyDraft& draft);
void draw_offers(CompanyDraft& draft);
void write_strategies(CompanyDraft& draft);

} // namespace assent
