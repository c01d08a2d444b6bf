#include "model/company_generator.hpp"

#include "model/company_parts.hpp"
#include "model/company_seats.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>

#include <fmt/format.h>

namespace assent {
namespace {

/// Staff of a company and the people who decide with it: 100-499 staff 3-4, 500-999 4-6, from 1000 on 5-7 (survey figures
/// in sim/ODD.md, section 9). Who wants fewer gets a small firm, who wants more a large one, as recent counts of up to 16
/// are of those. Shares of the bands: assumption.
struct StaffBand {
    int least_staff, greatest_staff, least_people, greatest_people;
    double scale; ///< of the price, against 100 to 499 staff
};
constexpr StaffBand small_firm{8, 90, 1, 2, 0.3};
constexpr StaffBand bands[] = {{100, 490, 3, 4, 1.0}, {500, 990, 4, 6, 2.0}, {1000, 4000, 5, 7, 4.0}};
constexpr double share_of_first = 0.45, share_of_second = 0.35;

const StaffBand& band_of(const CompanyDice& dice, int size) {
    const double luck = dice.share("staff.band");
    const StaffBand& drawn = bands[luck < share_of_first ? 0 : luck < share_of_first + share_of_second ? 1 : 2];
    const auto suits = [size](const StaffBand& band) {
        return size >= band.least_people && size <= band.greatest_people;
    };
    if (size == 0 || suits(drawn)) return drawn;
    if (suits(small_firm)) return small_firm;
    const auto* const found = std::ranges::find_if(bands, suits);
    return found == std::end(bands) ? bands[2] : *found;
}

Purchase draw_purchase(const CompanyDice& dice) {
    const double luck = dice.share("purchase");
    return luck < 0.3 ? Purchase::straight_rebuy : luck < 0.75 ? Purchase::modified_rebuy : Purchase::new_task;
}

/// Hypothesis of Choffray & Lilien: one buyer decides a straight rebuy, most must agree to a modified one, and a new and
/// risky task wants all of them; of more than four people who all must agree none ever would, so that most must there
/// too. How many are most: quota_of.
DecisionRule rule_of(const CompanyDraft& draft) {
    if (draft.wish.purchase == Purchase::straight_rebuy) return DecisionRule::autocracy;
    if (draft.new_task() && draft.wish.size <= 4) return DecisionRule::unanimity;
    return DecisionRule::minimum_endorsement;
}

Number about_weeks(const CompanyDice& dice, const std::string& what, const Situation::Range& range) {
    const double likely = std::round(dice.number(what, range.least, range.greatest));
    return likely < 3 ? Number(likely) : Number::triangular(std::round(0.8 * likely), likely, std::round(1.3 * likely));
}

/// Six of ten, so that nobody important is simply outvoted. Assumption.
int quota_of(int size) { return (3 * size + 4) / 5; }

/// The more people, the harder to find a date for all of them. Assumption.
double weeks_between_meetings(int size) { return std::round(1.0 + 1.25 * size); }

void draw_process(CompanyDraft& draft) {
    const Situation& situation = draft.situation;
    Process& process = draft.model.process;
    process.horizon = situation.horizon;
    process.screening_weeks = about_weeks(draft.dice, "screening", situation.screening);
    process.evaluation_weeks = about_weeks(draft.dice, "evaluation", situation.evaluation);
    process.decision_week = about_weeks(draft.dice, "decision", situation.decision);
    process.pilot_weeks = situation.pilot_weeks;
    process.rule = rule_of(draft);
    if (process.rule == DecisionRule::minimum_endorsement) process.quota = quota_of(draft.wish.size);
    process.meeting_interval = weeks_between_meetings(draft.wish.size);
    Negotiation& talks = draft.model.negotiation;
    talks.rounds = Number::uniform(5, 10);
    talks.reserve = Number::triangular(0.2, 0.3, 0.45);
    const auto cost = [&](double share) { return to_three_digits(share * draft.price); };
    talks.issues = {
        {"price", 0.6, 0.55, 0}, {"days_to_pay", 0.2, 0.25, cost(0.01)}, {"warranty", 0.2, 0.2, cost(0.01)}};
}

std::string company_name(const CompanyDraft& draft) {
    const Country& country = draft.country;
    return fmt::format("{}{}{}{}{}", country.opening, draft.dice.pick("name.stem", country.stems), country.joint,
                       draft.dice.pick("name.second", country.second_stems), country.closing);
}

std::string what_is_bought(const CompanyDraft& draft) {
    if (draft.wish.purchase == Purchase::straight_rebuy)
        return fmt::format("It buys {} again, much as it did before.", draft.trade.product);
    if (draft.new_task())
        return fmt::format("It has never bought {} before, and nobody there has taken such a decision.",
                           draft.trade.product);
    return fmt::format("{}; it looks at {} again and wants it better this time.", draft.trade.old_state,
                       draft.trade.product);
}

std::string where_we_stand(const CompanyDraft& draft) {
    static constexpr std::string_view sentences[] = {"We have never sold to it.", "It is a customer of ours.",
                                                     "It was a customer of ours and left two years ago."};
    std::string text(sentences[static_cast<std::size_t>(draft.wish.history)]);
    if (draft.wish.tender) text += " Purchasing runs a tender with a written specification.";
    return text;
}

std::string who_decides(const CompanyDraft& draft) {
    if (draft.wish.size == 1) return "The owner decides alone.";
    std::set<Seat::Department> departments;
    for (int seat = 0; seat < draft.wish.size; ++seat)
        departments.insert(seats()[static_cast<std::size_t>(seat)].department);
    return fmt::format("{} people in {} departments have a say.", draft.wish.size, departments.size());
}

NamedNumbers competences(const CompanyDraft& draft) {
    NamedNumbers drawn;
    for (const char* topic : {"roi", "fit", "integration"})
        drawn.emplace_back(topic, draft.dice.number(of("competence", topic), 0.45, 0.8));
    return drawn;
}

} // namespace

Number about_share(double likely, double spread) {
    return Number::triangular(to_hundredths(std::max(0.0, likely - spread)), to_hundredths(likely),
                              to_hundredths(std::min(1.0, likely + spread)));
}

void draw_company(CompanyDraft& draft) {
    const CompanyDice& dice = draft.dice;
    const Situation& situation = draft.situation;
    Company& company = draft.model.company;
    company.name = company_name(draft);
    company.about = fmt::format("{} is {} in {} with {} staff. {} {} {}", company.name, draft.trade.kind,
                                dice.pick("town", draft.country.towns), draft.staff, what_is_bought(draft),
                                where_we_stand(draft), who_decides(draft));
    draft.model.title = fmt::format("{}: {}", company.name, draft.trade.product);
    company.currency = draft.country.currency;
    company.need = about_share(dice.number("need", situation.need.least, situation.need.greatest), 0.15);
    company.comfort = situation.comfort;
    company.urgency = situation.urgency;
    const double budget = draft.price / dice.number("budget", 0.70, 0.95);
    company.budget =
        Number::triangular(to_three_digits(0.95 * budget), to_three_digits(budget), to_three_digits(1.05 * budget));
    company.required_quality = about_share(dice.number("required_quality", 0.40, 0.50), 0.08);
    company.switching = dice.number("switching", situation.switching.least, situation.switching.greatest);
    company.purchase = *draft.wish.purchase;
    company.history = draft.wish.history;
    company.tender = draft.wish.tender;
    company.segment_fit = dice.number("segment_fit", 0.95, 1.0);
    draft.model.seller.name = "Account manager";
    draft.model.seller.hours = 12;
    draft.model.seller.competences = competences(draft);
    draft.model.acts[static_cast<std::size_t>(Act::pilot)].cost = to_three_digits(0.015 * draft.price);
    draw_process(draft);
}

Model generate_company(const CompanyWish& wish) {
    const CompanyDice dice(wish.seed);
    CompanyWish drawn = wish;
    if (!drawn.purchase) drawn.purchase = draw_purchase(dice);
    const StaffBand& band = band_of(dice, wish.size);
    if (wish.size == 0) drawn.size = dice.whole("size", band.least_people, band.greatest_people);
    CompanyDraft draft{dice,
                       drawn,
                       situation_of(*drawn.purchase),
                       dice.pick("country", countries()),
                       dice.pick("trade", trades()),
                       dice.whole("staff", band.least_staff, band.greatest_staff),
                       0,
                       Model::defaults()};
    draft.price =
        to_three_digits(1000 * draft.trade.price * draft.country.rate * band.scale * dice.number("price", 0.7, 1.4));
    draw_company(draft);
    draw_people(draft);
    draw_links(draft);
    draw_doubts(draft);
    draw_offers(draft);
    write_strategies(draft);
    return draft.model;
}

} // namespace assent
