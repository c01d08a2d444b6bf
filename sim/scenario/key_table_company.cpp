// Keys of the client company: who it is, how it decides, how it bargains.
#include "scenario/key_table.hpp"

namespace assent {

namespace {

std::vector<Key> need_keys() {
    return {
        key<Company>("name", &Company::name, "What the company is called.").cites("the case").for_telling(),
        key<Company>("about", &Company::about, "A few sentences for the reader and the report.").cites("the case"),
        key<Company>("currency", &Company::currency, "ISO 4217 code of all money; a label, never converted.")
            .cites("the case"),
        key<Company>("need", &Company::need, "How hot the need is in week 1.").in("share").from(0, 1),
        key<Company>("need_drift", &Company::need_drift, "Change of the need from week to week.")
            .in("per week")
            .from(-0.1, 0.1),
        key<Company>("need_shock", &Company::need_shock, "Standard deviation of the need's weekly shock.")
            .in("per week")
            .from(0, 0.5),
        key<Company>("comfort", &Company::comfort, "Utility of doing nothing when there is no need.")
            .in("logit")
            .from(-6, 6),
        key<Company>("urgency", &Company::urgency, "Utility that doing nothing loses at full need.")
            .in("logit")
            .from(0, 12),
    };
}

std::vector<Key> purchase_keys() {
    return {
        key<Company>("budget", &Company::budget, "Money set aside for this purchase.").in("currency").above(0, 1e12),
        key<Company>("required_quality", &Company::required_quality, "Quality that does the job.")
            .in("share")
            .from(0, 1),
        key<Company>("switching", &Company::switching,
                     "Cost of leaving the incumbent, borne by every alternative that is not it.")
            .in("logit")
            .from(0, 8),
        key<Company>("purchase", &Company::purchase, "How new the purchase is to the company (buygrid).")
            .cites("Robinson, Faris & Wind 1967"),
        key<Company>("history", &Company::history, "What the company has been to us so far.").cites("the case"),
        key<Company>("tender", &Company::tender, "Does the company buy by tender?").cites("the case"),
        key<Company>("segment_fit", &Company::segment_fit, "How well our prepared approach suits this kind of company.")
            .in("share")
            .from(0, 1),
        key<Company>("referral", &Company::referral, "How warmly somebody they know recommended us.")
            .in("share")
            .from(0, 1)
            .cites("fact B9"),
        key<Company>("referral_topic", &Company::referral_topic,
                     "Topic that he praised; our first words to each member confirm or contradict it.")
            .cites("fact B9"),
        key<Company>("scoring", &Company::scoring,
                     "Published weights of a tender; normalised, none: the tender gives no points.")
            .from(0, 100)
            .by("criterion")
            .cites("the case"),
        key<Company>("means", &Company::means,
                     "Own means by name; 1: the company has it, so an extra of that kind is worth nothing to it.")
            .in("share")
            .from(0, 1)
            .by("means")
            .cites("the case"),
    };
}

} // namespace

const Section& company_section() {
    static const Section result = [] {
        std::vector<Key> keys = need_keys();
        const std::vector<Key> more = purchase_keys();
        keys.insert(keys.end(), more.begin(), more.end());
        return section<Company>("company", "The client company.", std::move(keys));
    }();
    return result;
}

const Section& process_section() {
    static const Section result = section<Process>(
        "process", "The timetable of the client's process and its decision rule.",
        {
            key<Process>("horizon", &Process::horizon, "Weeks that are played; open until then counts as no decision.")
                .in("weeks")
                .from(1, Limits::horizon_weeks),
            key<Process>("screening_weeks", &Process::screening_weeks, "Least time in screening.")
                .in("weeks")
                .from(0, 520),
            key<Process>("coverage", &Process::coverage,
                         "Share of authority that must know us before we are evaluated.")
                .in("share")
                .from(0, 1),
            key<Process>("evaluation_weeks", &Process::evaluation_weeks,
                         "Least time in evaluation, unless a decision is asked for.")
                .in("weeks")
                .from(0, 520),
            key<Process>("decision_week", &Process::decision_week,
                         "When the company meets to decide, unless asked earlier.")
                .in("week")
                .from(1, 520),
            key<Process>("meeting_interval", &Process::meeting_interval, "Time between two decision meetings.")
                .in("weeks")
                .from(1, 52),
            key<Process>("pilot_weeks", &Process::pilot_weeks, "How long a trial lasts.").in("weeks").from(1, 52),
            key<Process>("rule", &Process::rule, "How the members' choices become the company's.")
                .cites("Choffray & Lilien 1980"),
            key<Process>("quota", &Process::quota, "Members who must agree; for minimum_endorsement only.")
                .in("members")
                .from(1, Limits::stakeholders)
                .cites("Choffray & Lilien 1980"),
        });
    return result;
}

static const Section& issue_section() {
    static const Section result = section<Issue>(
        "negotiation.issue", "One issue on the table; its value runs from 0 (all the buyer wants) to 1 (all we want).",
        {
            key<Issue>("id", &Issue::id, "Name of the issue; \"price\" moves the price and must be among them.")
                .needed()
                .cites("the case"),
            key<Issue>("our_weight", &Issue::our_weight, "Weight to us; normalised over the issues.").above(0, 1e6),
            key<Issue>("their_weight", &Issue::their_weight, "Weight to the buyer; normalised over the issues.")
                .above(0, 1e6),
            key<Issue>("cost", &Issue::cost, "What giving it away wholly costs us; not for price.")
                .in("currency")
                .from(0, 1e12),
        });
    return result;
}

const Section& relationship_section() {
    static const Section result = section<Relationship>(
        "relationship", "What follows a sale: quarters of use, service and renewal.",
        {
            key<Relationship>("quarters", &Relationship::quarters, "Played after a win; 0: the deal alone counts.")
                .in("quarters")
                .from(0, Limits::quarters),
            key<Relationship>("repeat", &Relationship::repeat, "Orders a quarter, as a share of the first one.")
                .in("share")
                .from(0, 10)
                .cites("the case"),
            key<Relationship>("discount_rate", &Relationship::discount_rate,
                              "What makes money a quarter later worth less.")
                .in("per quarter")
                .from(0, 0.5),
            key<Relationship>("recommendation", &Relationship::recommendation,
                              "Worth of one recommendation, as a share of the first margin.")
                .in("share")
                .from(0, 1)
                .cites("3.63 % of referred leads become deals (survey, B)"),
        });
    return result;
}

const Section& negotiation_section() {
    static const Section result = section<Negotiation>(
        "negotiation", "The bargaining after a favourable decision, seen from the buyer.",
        {
            key<Negotiation>("rounds", &Negotiation::rounds, "The buyer's deadline.")
                .in("rounds")
                .from(1, 60)
                .cites("Faratin, Sierra & Jennings 1998; value: assumption"),
            key<Negotiation>("rounds_per_week", &Negotiation::rounds_per_week, "Offers and counter-offers in a week.")
                .in("rounds")
                .from(1, 20),
            key<Negotiation>("tactic", &Negotiation::tactic, "How the buyer concedes.")
                .cites("Faratin, Sierra & Jennings 1998"),
            key<Negotiation>("beta", &Negotiation::beta,
                             "The buyer's concession exponent; below 1 Boulware, above 1 conceder.")
                .from(0.02, 50)
                .cites("Faratin, Sierra & Jennings 1998; value: assumption"),
            key<Negotiation>("reserve", &Negotiation::reserve,
                             "Utility below which the buyer walks away when power is even.")
                .in("utility")
                .from(0, 0.95),
        },
        {list_child<Negotiation>("issue", issue_section(), &Negotiation::issues)});
    return result;
}

} // namespace assent
