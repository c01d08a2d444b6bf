#include "scenario/import_crm.hpp"

#include "model/company_strategies.hpp"
#include "model/words.hpp"
#include "scenario/import_parts.hpp"

#include <algorithm>
#include <set>
#include <unordered_map>

#include <fmt/format.h>

namespace assent {
namespace {

constexpr double assumed_price = 80'000;
constexpr double cost_share = 0.625;                        // of the price, as for a drawn graph
constexpr double budget_least = 1.0, budget_greatest = 1.5; // × price: the company asks for it, so it can pay it
constexpr int late_weeks = 6;                               // a close date in a CRM system is a hope
constexpr int weeks_after = 30;    // played after the close date, as after week 22 of the default 52
constexpr int current_months = 24; // a client who bought within two years is a current one

std::chrono::sys_days day(Date date) { return std::chrono::sys_days(date); }
std::string text_of(Date date) {
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day()));
}

/// Builds the model of one company; notes are collected on the way.
class CompanyImporter {
  public:
    CompanyImporter(const CrmCompany& company, Date today) : company_(company), today_(today) {}

    GraphImport run(const std::string& source) {
        result_ = import_people(drawn(), source);
        mark_unknown_support();
        result_.notes.insert(result_.notes.begin(), company_.notes.begin(), company_.notes.end());
        tell_managers();
        describe_company();
        take_history();
        take_deal();
        result_.model.strategies = ways_of_selling(result_.model, result_.model.alternatives.front().price.a);
        note("four strategies that fit any company stand there to compare yours with; no objections are told: add "
             "[[stakeholder.objection]] for what each member holds against the purchase");
        return std::move(result_);
    }

  private:
    const CrmCompany& company_;
    Date today_;
    GraphImport result_;
    Examples lost_managers_{"reports to somebody who is not among the contacts, link left out"};
    Examples own_managers_{"reports to himself, link left out"};

    void note(std::string text) { result_.notes.push_back(std::move(text)); }
    Model& model() { return result_.model; }

    /// The people as a graph in which a subordinate points at the superior.
    GraphFile drawn() {
        GraphFile file;
        std::unordered_map<std::string, int> by_id, by_name;
        for (const CrmContact& each : company_.people) {
            const int place = static_cast<int>(file.vertices.size());
            for (const std::string& id : each.ids) by_id.emplace(id, place);
            if (!each.name.empty()) by_name.emplace(name_key(each.name), place);
            file.vertices.push_back({{"id", each.name.empty() ? each.title : each.name},
                                     {"contact", each.name},
                                     {"title", each.title},
                                     {"department", each.department},
                                     {"role", each.roles},
                                     {"support", each.support},
                                     {"authority", each.influence}});
            std::erase_if(file.vertices.back(), [](const auto& attribute) { return attribute.second.empty(); });
        }
        for (std::size_t i = 0; i < company_.people.size(); ++i) {
            const std::string& manager = company_.people[i].manager;
            if (manager.empty()) continue;
            const auto with_id = by_id.find(manager);
            const auto found = with_id == by_id.end() ? by_name.find(name_key(manager)) : with_id;
            const bool known = with_id != by_id.end() || found != by_name.end();
            if (known && found->second == static_cast<int>(i))
                own_managers_.add(company_.people[i].name);
            else if (known)
                file.edges.push_back({static_cast<int>(i), found->second, {{"kind", "reports_to"}}});
            else
                lost_managers_.add(fmt::format("{} to {}", company_.people[i].name, manager));
        }
        return file;
    }

    void tell_managers() {
        lost_managers_.tell(result_.notes);
        own_managers_.tell(result_.notes);
    }

    void mark_unknown_support() {
        std::size_t unknown = 0;
        for (int i = 0; i < model().centre.size(); ++i)
            if (company_.people[static_cast<std::size_t>(i)].support.empty()) {
                model().centre.stakeholder(i).support = Support::unknown;
                ++unknown;
            }
        if (unknown > 0)
            note(fmt::format("who is for or against us is not told of {} of {}: support \"unknown\", which is not "
                             "neutral",
                             unknown, model().centre.size()));
    }

    void describe_company() {
        model().company.name = company_.name.empty() ? "Client company" : company_.name;
        model().company.about = "Imported from a CRM system. Fill in need, prices, objections and rivals before you "
                                "trust a result.";
        model().title = model().company.name;
        assume_situation(model());
        note("company: need uniform from 0.3 to 0.9, quality that does the job from 0.3 to 0.6 are guesses: fill in");
    }

    /// What was won and lost before.
    void take_history() {
        std::size_t won = 0, lost = 0;
        bool recently = false;
        const Date since = today_ - std::chrono::months(current_months);
        for (const CrmDeal& deal : company_.deals) {
            won += deal.state == CrmDealState::won;
            lost += deal.state == CrmDealState::lost;
            const bool recent = !deal.close || *deal.close >= since;
            recently = recently || (deal.state == CrmDealState::won && recent);
        }
        if (won + lost == 0) return;
        model().company.history = recently  ? ClientHistory::current
                                  : won > 0 ? ClientHistory::past
                                            : ClientHistory::new_client;
        note(fmt::format("closed opportunities: {} won, {} lost, so taken as {} (a current client has bought within {} "
                         "months)",
                         won, lost, word(model().company.history), current_months));
    }

    /// The open deal of the greatest amount; null: there is none.
    const CrmDeal* chosen_deal() {
        std::vector<const CrmDeal*> open;
        for (const CrmDeal& deal : company_.deals)
            if (deal.state == CrmDealState::open) open.push_back(&deal);
        if (open.empty()) return nullptr;
        std::ranges::stable_sort(open, std::greater(), [](const CrmDeal* deal) { return deal->amount.value_or(0); });
        Examples others(
            fmt::format("{} open opportunities: the one of the greatest amount is taken, left out", open.size()));
        for (std::size_t i = 1; i < open.size(); ++i) others.add(name_of(*open[i]));
        others.tell(result_.notes);
        return open.front();
    }

    static std::string name_of(const CrmDeal& deal) {
        return deal.name.empty() ? fmt::format("line {}", deal.line) : fmt::format("\"{}\"", deal.name);
    }

    void take_deal() {
        const CrmDeal* deal = chosen_deal();
        const double price = deal == nullptr ? assumed_price : deal->amount.value_or(assumed_price);
        model().company.budget = Number::uniform(budget_least * price, budget_greatest * price);
        model().alternatives = {assumed_offer(model(), price, cost_share * price)};
        const bool is_told = deal != nullptr && deal->amount;
        note(fmt::format("our offer: price {:g}{}; cost {:g}, budget from {:g} to {:g}, attributes between 0.5 and 0.9 "
                         "are guesses: fill in",
                         price, is_told ? " is the amount of the opportunity" : " is a guess", cost_share * price,
                         budget_least * price, budget_greatest * price));
        if (deal != nullptr) {
            tell_deal(*deal);
            take_currency(*deal);
            take_close_date(*deal);
        } else {
            note("no open opportunity: decision between weeks 10 and 22 is a guess");
        }
        add_rivals(deal == nullptr ? std::string() : deal->competitor, price);
        model().alternatives.push_back(doing_nothing());
    }

    void tell_deal(const CrmDeal& deal) {
        if (!deal.name.empty()) {
            model().title = fmt::format("{}: {}", model().company.name, deal.name);
            model().alternatives.front().name = deal.name;
        }
        if (!deal.stage.empty())
            note(fmt::format("opportunity {} stands at \"{}\"; a play begins at the beginning", name_of(deal),
                             deal.stage));
    }

    void take_currency(const CrmDeal& deal) {
        if (!deal.currency.empty())
            model().company.currency = deal.currency;
        else if (deal.amount)
            note(fmt::format("currency not told: {} is a guess", model().company.currency));
    }

    void take_close_date(const CrmDeal& deal) {
        const std::string guess = "decision between weeks 10 and 22 is a guess";
        if (!deal.close) return note("no close date: " + guess);
        const auto days = (day(*deal.close) - day(today_)).count();
        if (days < 0)
            return note(
                fmt::format("close date {} has passed on {}: {}", text_of(*deal.close), text_of(today_), guess));
        const long last = Limits::horizon_weeks - late_weeks;
        const int week = static_cast<int>(std::clamp<long>((days + 6) / 7, 1, last));
        model().process.decision_week = Number::triangular(week, week, week + late_weeks);
        model().process.horizon = std::clamp(week + weeks_after, model().process.horizon, Limits::horizon_weeks);
        note(fmt::format("close date {} is week {} from {}; that it may be up to {} weeks later is a guess",
                         text_of(*deal.close), week, text_of(today_), late_weeks));
    }

    /// One rival for each name; "yes" is one whose name is not known.
    void add_rivals(const std::string& competitors, double price) {
        constexpr std::size_t most = Limits::alternatives - 2;
        FreeIds ids;
        ids.take("ours");
        ids.take("nothing");
        Examples too_many(fmt::format("more than {} rivals, left out", most));
        for (const std::string& name : rivals_in(competitors)) {
            if (model().alternatives.size() > most) {
                too_many.add(name);
                continue;
            }
            const std::string id = slug(name);
            Alternative rival = assumed_offer(model(), 0, 0);
            rival.id = ids.take(id.empty() ? "rival" : id);
            rival.name = name;
            rival.kind = Alternative::Kind::rival;
            rival.price = Number::uniform(0.8 * price, 1.1 * price);
            for (auto& attribute : rival.attributes) attribute.second = Number::uniform(0.4, 0.8);
            model().alternatives.push_back(std::move(rival));
        }
        too_many.tell(result_.notes);
        note(model().alternatives.size() == 1 ? "no rival is known: fill in those there are"
                                              : "rivals: price from 0.8 to 1.1 of ours, attributes between 0.4 and 0.8 "
                                                "are guesses: fill in");
    }

    /// Names apart by ; , / or |, but not "Acme, Inc."
    static std::vector<std::string> rivals_in(const std::string& text) {
        static const std::set<std::string_view> nobody{"", "no", "none", "unknown", "n", "a", "na"};
        std::vector<std::string> names;
        std::set<std::string> keys;
        for (std::size_t at = 0; at <= text.size();) {
            const std::size_t end = std::min(text.find_first_of(";,/|", at), text.size());
            const std::string name = one_line(text.substr(at, end - at)), key = name_key(name);
            if (is_legal_form(key) && !names.empty())
                names.back() += ", " + name;
            else if (!nobody.contains(key) && keys.insert(key).second)
                names.push_back(key == "yes" || key == "known" ? "A rival" : name);
            at = end + 1;
        }
        return names;
    }
};

} // namespace

GraphImport import_crm(const CrmCompany& company, Date today, const std::string& source) {
    return CompanyImporter(company, today).run(source);
}

} // namespace assent
