#include "scenario/crm_tables.hpp"

#include "model/user_error.hpp"
#include "scenario/csv_table.hpp"

#include <algorithm>
#include <array>
#include <map>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace assent {
namespace {

/// Heads of one meaning by their plain_word, the most telling first.
using Heads = std::vector<std::string_view>;

/// What the CRM systems call what we look for; raw field names, labels and report columns.
namespace heads {
const Heads id{"id", "contactid", "recordid", "recordidcontact", "personid", "(donotmodify)contact"};
const Heads first_name{"firstname", "contactfirstname", "personfirstname", "givenname"};
const Heads last_name{"lastname", "contactlastname", "personlastname", "surname", "familyname"};
const Heads name{"name", "fullname", "contactname", "personname", "contact", "dealcontactperson", "primarycontact"};
const Heads title{"title", "jobtitle", "contacttitle", "personjobtitle", "function", "position"};
const Heads department{"department", "contactdepartment", "persondepartment"};
const Heads role{"role",       "contactrole", "buyingrole",  "hsbuyingrole", "opportunityrole",
                 "personrole", "roles",       "contactroles"};
const Heads support{"support", "supportlevel", "stance", "attitude", "sentiment"};
const Heads influence{"influence", "influencelevel", "authority", "decisionpower"};
const Heads manager{"reportsto", "reportstoname", "reportsto.name", "reporttoname",
                    "manager",   "managername",   "reportstoid",    "managerid"};
const Heads email{"email", "emailaddress", "personemail", "personemailwork", "email1", "emailaddress1"};
const Heads company{"accountname",
                    "account",
                    "account.name",
                    "companyname",
                    "primarycompany",
                    "company",
                    "personorganization",
                    "associatedcompany(primary)",
                    "associatedcompany",
                    "organization",
                    "organisation",
                    "organizationname",
                    "contactorganization",
                    "dealorganization",
                    "parentcustomer",
                    "potentialcustomer",
                    "customer",
                    "client"};
const Heads company_id{"accountid", "associatedcompanyids(primary)", "associatedcompanyids", "organizationid",
                       "companyid"};

const Heads deal_id{"opportunityid", "dealid", "id", "recordid", "recordiddeal", "(donotmodify)opportunity"};
const Heads deal_name{"opportunityname", "dealname", "dealtitle", "opportunity", "deal", "topic", "name", "title"};
const Heads stage{"stage", "stagename", "dealstage", "salesstage", "pipelinestage", "pipelinephase"};
const Heads outcome{"opportunityresult", "iswon", "isclosedwon", "dealstatus", "status", "outcome", "won"};
const Heads closed{"isclosed", "closed"};
const Heads amount{"amount",     "opportunityamount", "opportunityamountusd", "dealamount", "dealvalue",
                   "closevalue", "est.revenue",       "estimatedrevenue",     "value"};
const Heads currency{"currency",        "currencyisocode", "amountcurrency", "dealcurrencyofvalue",
                     "currencyofvalue", "dealcurrency"};
const Heads close{"closedate",     "expectedclosedate",  "dealexpectedclosedate",
                  "est.closedate", "estimatedclosedate", "dateclosed"};
const Heads done{"dealwontime", "wontime", "actualclosedate", "deallosttime", "dealclosedon"};
const Heads deal_contact{"contactname", "contact", "primarycontact", "dealcontactperson", "personname", "fullname"};
const Heads competitor{"competitor",        "competitors", "maincompetitor(s)", "maincompetitors", "maincompetitor",
                       "primarycompetitor", "rival"};
} // namespace heads

bool has(const Heads& heads, std::string_view head) { return std::ranges::find(heads, head) != heads.end(); }

/// "Title, Phone and 3 more" of at most twelve.
std::string listing(const std::vector<std::string>& words) {
    constexpr std::size_t shown = 12;
    const std::vector<std::string> first(words.begin(),
                                         words.begin() + static_cast<std::ptrdiff_t>(std::min(words.size(), shown)));
    return words.size() > shown ? fmt::format("{} and {} more", fmt::join(first, ", "), words.size() - shown)
                                : fmt::format("{}", fmt::join(first, ", "));
}

/// Does a column tell something about a person that no deal needs?
bool is_personal(std::string_view head) {
    constexpr std::array parts{"address", "street",      "city",     "zip",      "postal", "birth",
                               "gender",  "linkedin",    "twitter",  "skype",    "im",     "salutation",
                               "marital", "nationality", "passport", "religion", "photo",  "whatsapp"};
    return is_address(head) || std::ranges::any_of(parts, [&](std::string_view part) {
               return part == "im" ? head == part : head.find(part) != std::string_view::npos;
           });
}

/// "-", "--None--" and the like stand for an empty cell; so do not "None" and "Na", which are names too.
bool says_something(const std::string& cell) {
    constexpr std::array blanks{"--None--", "[not provided]", "N/A", "n/a", "#N/A", "NULL", "(null)"};
    return !name_key(cell).empty() && std::ranges::find(blanks, cell) == blanks.end();
}

/// The cells of one table by meaning.
class Cells {
  public:
    Cells(const CsvTable& table, std::initializer_list<const Heads*> wanted) : table_(table) {
        for (const Heads* each : wanted)
            for (const std::string_view head : *each)
                if (const int place = table.find(head); place >= 0) places_[each].push_back(place);
    }
    [[nodiscard]] bool has(const Heads& what) const { return places_.contains(&what); }
    /// The first cell of that meaning that says something.
    [[nodiscard]] std::string of(std::size_t row, const Heads& what) const {
        const auto found = places_.find(&what);
        if (found == places_.end()) return {};
        for (const int place : found->second)
            if (std::string cell = one_line(table_.rows[row][static_cast<std::size_t>(place)]); says_something(cell))
                return cell;
        return {};
    }

  private:
    const CsvTable& table_;
    std::map<const Heads*, std::vector<int>> places_;
};

CsvWish wish_for(std::string_view what, std::initializer_list<const Heads*> wanted) {
    CsvWish wish;
    wish.what = what;
    wish.rows = crm_rows_limit;
    wish.bytes = crm_bytes_limit;
    wish.may_have_footer = true;
    wish.keeps = [all = std::vector<const Heads*>(wanted)](const std::string& head) {
        return std::ranges::any_of(all, [&](const Heads* each) { return has(*each, head); });
    };
    return wish;
}

void tell_reading(const CsvTable& table, std::vector<std::string>& notes) {
    if (table.was_latin)
        notes.push_back("not UTF-8: read as Windows-1252 (Latin-1); if letters look wrong, export it as UTF-8");
    std::vector<std::string> personal, other;
    for (const std::string& head : table.dropped)
        if (!head.empty()) (is_personal(plain_word(head)) ? personal : other).push_back(one_line(head));
    if (!personal.empty()) notes.push_back("personal columns left out: " + listing(personal));
    if (!other.empty()) notes.push_back("columns without a use here, left out: " + listing(other));
    if (!table.footer.empty())
        notes.push_back(fmt::format("{} at the end that {} no row left out, from line {}",
                                    table.footer.size() == 1 ? "1 line" : fmt::format("{} lines", table.footer.size()),
                                    table.footer.size() == 1 ? "is" : "are", table.footer.front()));
}

[[noreturn]] void refuse_heads(const CsvTable& table, std::string_view what, std::string_view looked_for) {
    std::vector<std::string> all = table.columns;
    all.insert(all.end(), table.dropped.begin(), table.dropped.end());
    for (std::string& head : all) head = one_line(head);
    throw UserError(fmt::format("{}:1: no column of {} (the columns are: {}); name one {}", table.name, what,
                                listing(all), looked_for));
}

const std::initializer_list<const Heads*> contact_heads{
    &heads::id,         &heads::first_name, &heads::last_name, &heads::name,      &heads::title,
    &heads::department, &heads::role,       &heads::support,   &heads::influence, &heads::manager,
    &heads::email,      &heads::company,    &heads::company_id};

/// Last word of a name, which a person keeps when the first one is shortened.
std::string last_word(const std::string& key) { return key.substr(key.rfind(' ') + 1); }

CrmContact contact_of(const Cells& cells, std::size_t row) {
    CrmContact contact;
    if (std::string id = cells.of(row, heads::id); !id.empty()) contact.ids.push_back(std::move(id));
    contact.name = one_line(cells.of(row, heads::first_name) + " " + cells.of(row, heads::last_name));
    if (contact.name.empty()) contact.name = cells.of(row, heads::name);
    contact.title = cells.of(row, heads::title);
    contact.department = cells.of(row, heads::department);
    contact.roles = cells.of(row, heads::role);
    contact.support = cells.of(row, heads::support);
    contact.influence = cells.of(row, heads::influence);
    contact.manager = cells.of(row, heads::manager);
    contact.company = cells.of(row, heads::company);
    contact.company_id = cells.of(row, heads::company_id);
    const std::string address = cells.of(row, heads::email), key = name_key(contact.name);
    if (!address.empty() && !key.empty()) contact.same_person = plain_word(address) + ' ' + last_word(key);
    return contact;
}

/// A deal has a name too; nobody shall be made a person by mistake.
void refuse_deals(const CsvTable& table, const Cells& cells) {
    const auto is_there = [&](const Heads& what) {
        return std::ranges::any_of(table.dropped, [&](const std::string& head) { return has(what, plain_word(head)); });
    };
    const bool has_people = cells.has(heads::first_name) || cells.has(heads::last_name) || cells.has(heads::title);
    if (!has_people && is_there(heads::stage) && is_there(heads::amount))
        throw UserError(fmt::format("{}:1: opportunities where contacts are expected (it has stages and amounts, and "
                                    "no people); give the table of contacts first, that of opportunities second",
                                    table.name));
}

CrmTable<CrmContact> contacts_of(const CsvTable& table) {
    const Cells cells(table, contact_heads);
    if (!cells.has(heads::first_name) && !cells.has(heads::last_name) && !cells.has(heads::name) &&
        !cells.has(heads::title))
        refuse_heads(table, "people's names",
                     "\"First Name\" and \"Last Name\", or \"Name\"; the table of contacts comes first, that of "
                     "opportunities second");
    refuse_deals(table, cells);
    CrmTable<CrmContact> result;
    result.name = table.name;
    result.has_company = cells.has(heads::company) || cells.has(heads::company_id);
    tell_reading(table, result.notes);
    if (cells.has(heads::email))
        result.notes.push_back("e-mail addresses only tell who stands there twice; none is kept");
    Examples nameless("no name and no title, left out");
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        CrmContact contact = contact_of(cells, row);
        contact.line = table.lines[row];
        if (contact.name.empty() && contact.title.empty())
            nameless.add(fmt::format("line {}", contact.line));
        else
            result.records.push_back(std::move(contact));
    }
    nameless.tell(result.notes);
    if (result.records.empty())
        throw UserError(table.name + ": there is nobody in the table; a buying centre has members");
    return result;
}

const std::initializer_list<const Heads*> deal_heads{
    &heads::deal_id,    &heads::deal_name,  &heads::stage,        &heads::outcome,
    &heads::closed,     &heads::amount,     &heads::currency,     &heads::close,
    &heads::done,       &heads::competitor, &heads::company,      &heads::company_id,
    &heads::first_name, &heads::last_name,  &heads::deal_contact, &heads::role};

/// By the result column where it decides, else by the stage; a word that says neither is of an open deal.
CrmDealState state_of(const Cells& cells, std::size_t row, const std::string& stage) {
    const std::string outcome = plain_word(cells.of(row, heads::outcome)), word = plain_word(stage);
    const auto says = [&](std::initializer_list<std::string_view> parts) {
        return std::ranges::any_of(parts, [&](std::string_view part) {
            return outcome.find(part) != std::string::npos || word.find(part) != std::string::npos;
        });
    };
    if (outcome == "true" || outcome == "yes" || outcome == "1") return CrmDealState::won;
    if (says({"lost", "dead", "abandoned", "cancel", "disqualified", "outsold", "deleted"})) return CrmDealState::lost;
    if (says({"won"})) return CrmDealState::won;
    const std::string closed = plain_word(cells.of(row, heads::closed));
    return closed == "true" || closed == "yes" || closed == "1" ? CrmDealState::lost : CrmDealState::open;
}

/// Reads the deals; dates wait until all have been seen, because they tell the order of each other.
class DealReader {
  public:
    explicit DealReader(const CsvTable& table) : table_(table), cells_(table, deal_heads) {}

    CrmTable<CrmDeal> run(DateOrder order) {
        if (!cells_.has(heads::deal_name) && !cells_.has(heads::amount) && !cells_.has(heads::stage))
            refuse_heads(table_, "opportunities", "\"Opportunity Name\", \"Stage\" or \"Amount\"");
        result_.name = table_.name;
        result_.has_company = cells_.has(heads::company) || cells_.has(heads::company_id);
        tell_reading(table_, result_.notes);
        for (std::size_t row = 0; row < table_.rows.size(); ++row) take_row(row);
        amounts_.tell(result_.notes);
        take_dates(order);
        return std::move(result_);
    }

  private:
    const CsvTable& table_;
    Cells cells_;
    CrmTable<CrmDeal> result_;
    std::vector<WrittenDate> dates_;
    std::vector<std::string> written_;
    Examples amounts_{"amount not understood, left out"};

    void take_row(std::size_t row) {
        CrmDeal deal;
        deal.line = table_.lines[row];
        deal.id = cells_.of(row, heads::deal_id);
        deal.name = cells_.of(row, heads::deal_name);
        deal.stage = cells_.of(row, heads::stage);
        deal.state = state_of(cells_, row, deal.stage);
        deal.competitor = cells_.of(row, heads::competitor);
        deal.company = cells_.of(row, heads::company);
        deal.company_id = cells_.of(row, heads::company_id);
        deal.role = cells_.of(row, heads::role);
        if (!deal.role.empty()) take_contact(deal, row);
        take_amount(deal, row);
        const std::string done = cells_.of(row, heads::done), planned = cells_.of(row, heads::close);
        written_.push_back(done.empty() || deal.state == CrmDealState::open ? planned : done);
        dates_.push_back(written_date(written_.back()));
        result_.records.push_back(std::move(deal));
    }

    void take_contact(CrmDeal& deal, std::size_t row) const {
        deal.contact = one_line(cells_.of(row, heads::first_name) + " " + cells_.of(row, heads::last_name));
        if (deal.contact.empty()) deal.contact = cells_.of(row, heads::deal_contact);
    }

    void take_amount(CrmDeal& deal, std::size_t row) {
        const std::string text = cells_.of(row, heads::amount), currency = cells_.of(row, heads::currency);
        const auto amount = written_amount(text);
        if (!amount && !text.empty()) amounts_.add(fmt::format("\"{}\" (line {})", text, deal.line));
        if (amount) deal.amount = amount->value;
        const auto told = written_amount("1 " + currency); // a column of codes or signs
        deal.currency = told && !told->currency.empty() ? told->currency : amount ? amount->currency : std::string();
    }

    void take_dates(DateOrder order) {
        const bool found = order == DateOrder::automatic;
        if (found) order = order_of(dates_);
        Examples unread("date not understood, left out"), doubtful("date may be day/month or month/day, left out; say "
                                                                   "--dates dmy or --dates mdy");
        std::size_t followed = 0;
        for (std::size_t i = 0; i < dates_.size(); ++i) {
            result_.records[i].close = dates_[i].in(order);
            const bool either = dates_[i].day_first && dates_[i].month_first;
            followed += found && either && order != DateOrder::automatic;
            if (result_.records[i].close || written_[i].empty()) continue;
            (either && found ? doubtful : unread)
                .add(fmt::format("\"{}\" (line {})", written_[i], result_.records[i].line));
        }
        if (followed > 0)
            result_.notes.push_back(fmt::format("dates taken as {}, as the other dates of the table tell; if not so, "
                                                "say --dates",
                                                order == DateOrder::dmy ? "day/month/year" : "month/day/year"));
        doubtful.tell(result_.notes);
        unread.tell(result_.notes);
    }
};

CsvWish contact_wish() { return wish_for("contacts", contact_heads); }
CsvWish deal_wish() { return wish_for("opportunities", deal_heads); }

} // namespace

void Examples::add(std::string example) {
    constexpr std::size_t shown = 5;
    if (count_++ < shown) shown_.push_back(std::move(example));
}

void Examples::tell(std::vector<std::string>& notes) const {
    if (count_ == 0) return;
    notes.push_back(fmt::format("{}: {}{}", what_, fmt::join(shown_, ", "),
                                count_ > shown_.size() ? fmt::format(" and {} more", count_ - shown_.size()) : ""));
}

CrmTable<CrmContact> read_crm_contacts(const std::string& path) {
    return contacts_of(read_csv_table(path, contact_wish()));
}

CrmTable<CrmDeal> read_crm_deals(const std::string& path, DateOrder order) {
    return DealReader(read_csv_table(path, deal_wish())).run(order);
}

CrmTable<CrmContact> parse_crm_contacts(std::string_view text, const std::string& name) {
    return contacts_of(parse_csv_table(text, name, contact_wish()));
}

CrmTable<CrmDeal> parse_crm_deals(std::string_view text, const std::string& name, DateOrder order) {
    return DealReader(parse_csv_table(text, name, deal_wish())).run(order);
}

} // namespace assent
