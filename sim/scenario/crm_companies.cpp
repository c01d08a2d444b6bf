#include "scenario/crm_companies.hpp"

#include "model/model.hpp"
#include "model/user_error.hpp"
#include "scenario/findings.hpp"

#include <algorithm>
#include <unordered_map>

#include <fmt/format.h>

namespace assent {
namespace {

/// What is compared of a name; of one without letters and digits the name itself.
std::string key_of(const std::string& name) {
    std::string key = name_key(name);
    return key.empty() ? name : key;
}

template <class Record> std::string company_key(const Record& record) {
    return record.company.empty() ? record.company_id : company_name_key(record.company);
}

/// Takes what an empty place lacks.
void fill(std::string& place, const std::string& other) {
    if (place.empty()) place = other;
}

/// Adds the roles of a list that are not there yet.
void add_roles(std::string& roles, const std::string& more) {
    if (more.empty() || roles == more) return;
    roles += (roles.empty() ? "" : ";") + more;
}

/// Merges people of one company who stand there twice.
class People {
  public:
    explicit People(CrmCompany& company) : company_(company) {}

    void add(CrmContact contact) {
        const std::string name = key_of(contact.name);
        const int known = find(name, contact.same_person);
        if (known >= 0) {
            merge(company_.people[static_cast<std::size_t>(known)], contact);
        } else {
            company_.people.push_back(std::move(contact));
        }
        const int place = known >= 0 ? known : static_cast<int>(company_.people.size()) - 1;
        const CrmContact& written = known >= 0 ? contact : company_.people.back();
        if (!name.empty()) places_.emplace("name " + name, place);
        if (!written.same_person.empty()) places_.emplace("mail " + written.same_person, place);
    }

    void finish() {
        twice_.tell(company_.notes);
        titles_.tell(company_.notes);
        for (CrmContact& each : company_.people) each.same_person.clear();
        if (company_.people.size() > Limits::stakeholders)
            throw UserError(fmt::format("{} has {} contacts, a scenario has at most {} stakeholders; export those who "
                                        "have a say in the deal",
                                        company_.name.empty() ? "the company" : company_.name, company_.people.size(),
                                        Limits::stakeholders));
    }

  private:
    CrmCompany& company_;
    std::unordered_map<std::string, int> places_;
    Examples twice_{"same person twice, taken as one"};
    Examples titles_{"same person with two titles, the first one kept"};

    [[nodiscard]] int find(const std::string& name, const std::string& same_person) const {
        const auto by_name = name.empty() ? places_.end() : places_.find("name " + name);
        if (by_name != places_.end()) return by_name->second;
        const auto by_address = same_person.empty() ? places_.end() : places_.find("mail " + same_person);
        return by_address == places_.end() ? -1 : by_address->second;
    }

    void merge(CrmContact& kept, const CrmContact& other) {
        twice_.add(fmt::format("{} (lines {} and {})", kept.name, kept.line, other.line));
        if (!kept.title.empty() && !other.title.empty() && key_of(kept.title) != key_of(other.title))
            titles_.add(fmt::format("{} (\"{}\", \"{}\")", kept.name, kept.title, other.title));
        for (auto field : {&CrmContact::title, &CrmContact::department, &CrmContact::support, &CrmContact::influence,
                           &CrmContact::manager})
            fill(kept.*field, other.*field);
        kept.ids.insert(kept.ids.end(), other.ids.begin(), other.ids.end());
        add_roles(kept.roles, other.roles);
    }
};

/// Deals of one company, each once however many lines it has; gives people the roles that a line tells.
class Deals {
  public:
    explicit Deals(CrmCompany& company) : company_(company) {
        for (std::size_t i = 0; i < company.people.size(); ++i) people_.emplace(key_of(company.people[i].name), i);
    }

    void add(CrmDeal deal) {
        const auto person = deal.contact.empty() ? people_.end() : people_.find(key_of(deal.contact));
        if (person != people_.end()) add_roles(company_.people[person->second].roles, deal.role);
        const std::string key = deal.id.empty() ? "name " + key_of(deal.name) : "id " + deal.id;
        const bool can_be_told = !deal.id.empty() || !deal.name.empty();
        if (can_be_told && !known_.emplace(key, deal.line).second)
            twice_.add(fmt::format("\"{}\" (line {})", deal.name, deal.line));
        else
            company_.deals.push_back(std::move(deal));
    }

    void finish() { twice_.tell(company_.notes); }

  private:
    CrmCompany& company_;
    std::unordered_map<std::string, std::size_t> people_;
    std::unordered_map<std::string, int> known_;
    Examples twice_{"same opportunity on several lines, counted once"};
};

/// Puts the lines of both tables to their companies.
class Gatherer {
  public:
    CrmCompanies run(CrmTable<CrmContact> contacts, CrmTable<CrmDeal>* deals) {
        take_contacts(contacts);
        add_notes(contacts.name, contacts.notes);
        if (deals != nullptr) {
            take_deals(*deals);
            add_notes(deals->name, deals->notes);
        }
        return std::move(result_);
    }

  private:
    CrmCompanies result_;
    std::unordered_map<std::string, std::size_t> place_; ///< of a company, by key and by id

    void add_notes(const std::string& file, const std::vector<std::string>& notes) {
        for (const std::string& note : notes) result_.notes.emplace_back(one_line(file), note);
    }

    template <class Record> [[nodiscard]] std::size_t find(const Record& record) const {
        const auto by_name = place_.find("name " + company_key(record));
        const auto found = by_name == place_.end() ? place_.find("id " + record.company_id) : by_name;
        return found == place_.end() ? result_.companies.size() : found->second;
    }

    void take_contacts(CrmTable<CrmContact>& contacts) {
        std::vector<std::vector<CrmContact>> lines;
        Examples homeless("contact without a company, left out");
        for (CrmContact& contact : contacts.records) {
            if (contacts.has_company && company_key(contact).empty()) {
                homeless.add(fmt::format("line {}", contact.line));
                continue;
            }
            const std::size_t place = find(contact);
            if (place == result_.companies.size()) {
                result_.companies.emplace_back().name = contact.company.empty() ? contact.company_id : contact.company;
                lines.emplace_back();
            }
            if (std::string& name = result_.companies[place].name;
                name == contact.company_id && !contact.company.empty())
                name = contact.company; // only its number was known so far
            place_.emplace("name " + company_key(contact), place);
            tell_spelling(result_.companies[place], contact);
            if (!contact.company_id.empty()) place_.emplace("id " + contact.company_id, place);
            lines[place].push_back(std::move(contact));
        }
        if (result_.companies.empty())
            throw UserError(contacts.name +
                            ": no contact has a company; fill in the column of the company, or leave it "
                            "out when all belong to one");
        homeless.tell(contacts.notes);
        for (std::size_t place = 0; place < lines.size(); ++place) {
            People merged(result_.companies[place]);
            for (CrmContact& contact : lines[place]) merged.add(std::move(contact));
            merged.finish();
        }
    }

    /// Says once for each company that its name is also written in another way.
    static void tell_spelling(CrmCompany& company, const CrmContact& contact) {
        const bool other = !contact.company.empty() && contact.company != company.name;
        if (other && company.notes.empty())
            company.notes.push_back(fmt::format("\"{}\" (line {}) is taken as the same company; if it is not, give it "
                                                "another name",
                                                contact.company, contact.line));
    }

    void take_deals(CrmTable<CrmDeal>& deals) {
        const bool only_one = result_.companies.size() == 1;
        if (!deals.has_company && !only_one)
            throw UserError(fmt::format("{}:1: no column says whose opportunity it is, and there are {} companies; add "
                                        "\"Account Name\" or \"Company\"",
                                        deals.name, result_.companies.size()));
        name_after_deals(deals);
        std::vector<std::vector<CrmDeal>> of_company(result_.companies.size());
        Examples strangers("opportunity of a company without contacts, left out");
        for (CrmDeal& deal : deals.records) {
            const std::size_t place = deals.has_company ? find(deal) : 0;
            if (place == result_.companies.size())
                strangers.add(
                    fmt::format("{} (line {})", deal.company.empty() ? deal.company_id : deal.company, deal.line));
            else
                of_company[place].push_back(std::move(deal));
        }
        strangers.tell(deals.notes);
        for (std::size_t place = 0; place < of_company.size(); ++place) {
            Deals merged(result_.companies[place]);
            for (CrmDeal& deal : of_company[place]) merged.add(std::move(deal));
            merged.finish();
        }
    }

    /// Contacts that do not say whose they are belong to the company of the deals when that is one.
    void name_after_deals(const CrmTable<CrmDeal>& deals) {
        CrmCompany& first = result_.companies.front();
        if (!first.name.empty() || !deals.has_company || deals.records.empty()) return;
        const CrmDeal& any = deals.records.front();
        const bool all_alike = std::ranges::all_of(
            deals.records, [&](const CrmDeal& each) { return company_key(each) == company_key(any); });
        if (!all_alike)
            throw UserError(fmt::format("{}: opportunities of several companies, but no column says whose contacts "
                                        "those of the other table are; add \"Account Name\" or \"Company\" there",
                                        deals.name));
        first.name = any.company.empty() ? any.company_id : any.company;
        place_.emplace("name " + company_key(any), 0);
        first.notes.push_back("no column says whose the contacts are: taken as those of " + first.name);
    }
};

} // namespace

CrmCompanies gather_companies(CrmTable<CrmContact> contacts, CrmTable<CrmDeal>* deals) {
    return Gatherer().run(std::move(contacts), deals);
}

const CrmCompany& company_named(const CrmCompanies& all, std::string_view name, const std::string& file) {
    const std::string wanted = company_name_key(name);
    std::vector<std::string_view> names;
    for (const CrmCompany& each : all.companies) {
        if (company_name_key(each.name) == wanted) return each;
        names.push_back(each.name);
    }
    std::string_view like = nearest(name, names);
    for (const std::string_view each : names)
        if (like.empty() && company_name_key(each).find(wanted) != std::string::npos) like = each;
    throw UserError(fmt::format("{}: there is no company \"{}\"{}; see the column of the company", file, name,
                                like.empty() ? "" : fmt::format(" (did you mean \"{}\"?)", like)));
}

} // namespace assent
