// From the tables of five CRM systems to scenarios that can be played.
#include "model/compile.hpp"
#include "model/user_error.hpp"
#include "scenario/import_crm.hpp"
#include "scenario/reader.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <string>

namespace assent {
namespace {

using namespace std::chrono_literals;

const std::filesystem::path exports = std::filesystem::path(ASSENT_SOURCE_DIR) / "tests/data/crm";
constexpr Date june = 2026y / 6 / 1;

CrmCompanies read(const std::string& contacts, const std::string& deals, DateOrder order = DateOrder::automatic) {
    CrmTable<CrmDeal> table = read_crm_deals((exports / deals).string(), order);
    return gather_companies(read_crm_contacts((exports / contacts).string()), &table);
}

CrmCompanies of_text(const std::string& contacts, const std::string& deals = {}) {
    if (deals.empty()) return gather_companies(parse_crm_contacts(contacts, "c.csv"), nullptr);
    CrmTable<CrmDeal> table = parse_crm_deals(deals, "o.csv", DateOrder::automatic);
    return gather_companies(parse_crm_contacts(contacts, "c.csv"), &table);
}

/// The scenario passes the checks with no warning but that of isolated members, and compiles.
GraphImport played(const CrmCompany& company) {
    GraphImport result = import_crm(company, june, "c.csv");
    const std::string text = dump_scenario(result.model);
    const Reading reading = read_scenario_text(text, "imported", ".");
    for (const Problem& problem : reading.problems) {
        INFO(problem.text());
        CHECK(problem.text().find("isolated") != std::string::npos);
    }
    REQUIRE(reading.ok());
    CHECK(dump_scenario(reading.model) == text);
    CHECK(compile(reading.model).n_member == result.model.centre.size());
    CHECK(result.model.strategies.size() == 4);
    for (const std::string& note : result.notes) CHECK(note.find('\n') == std::string::npos);
    return result;
}

bool says(const std::vector<std::string>& notes, const std::string& part) {
    return std::ranges::any_of(notes, [&](const std::string& note) { return note.find(part) != std::string::npos; });
}
bool says(const CrmCompanies& all, const std::string& part) {
    return std::ranges::any_of(all.notes,
                               [&](const auto& note) { return note.second.find(part) != std::string::npos; });
}

const Stakeholder& member(const Model& model, const std::string& id) {
    const int index = model.centre.find(id);
    REQUIRE(index >= 0);
    return model.centre.stakeholder(index);
}

template <class Call> std::string refusal(Call&& call) {
    try {
        call();
    } catch (const UserError& error) {
        return error.what();
    }
    return "nothing was refused";
}

std::string texts(const Model& model) {
    std::string all = dump_scenario(model);
    std::ranges::transform(all, all.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
    return all;
}

} // namespace

TEST_CASE("Salesforce: report with footer, roles, managers by name, the open deal, what was won before") {
    const CrmCompanies all = read("salesforce_contacts.csv", "salesforce_opportunities.csv");
    REQUIRE(all.companies.size() == 2);
    const GraphImport result = played(company_named(all, "harbour freight lines", "c.csv"));
    const Model& model = result.model;
    REQUIRE(model.centre.size() == 4);
    CHECK(member(model, "ada_brook").roles == std::vector{Role::decision_maker});
    CHECK(member(model, "bela_stone").roles == std::vector{Role::economic_buyer}); // guessed
    CHECK(member(model, "cyrus_vale").roles == std::vector{Role::user, Role::evaluator});
    CHECK(member(model, "dora_dee_marsh").name == "Dora \"Dee\" Marsh");
    CHECK(member(model, "ada_brook").support == Support::unknown);
    CHECK(member(model, "ada_brook").authority.kind == Number::Kind::unknown);
    REQUIRE(model.centre.link_count() == 2);
    CHECK(model.centre.links()[0].link->kind == LinkKind::reports_to);
    CHECK(model.centre.stakeholder(model.centre.links()[0].from).id == "ada_brook"); // is listened to
    CHECK(model.title == "Harbour Freight Lines: Tracking for 40 lorries");
    CHECK(model.company.currency == "USD");
    CHECK(model.company.history == ClientHistory::current);
    CHECK(model.alternatives[0].price.a == 120'000);
    CHECK(model.company.budget == Number::uniform(120'000, 180'000));
    REQUIRE(model.alternatives.size() == 4);
    CHECK(model.alternatives[1].name == "Roadlog, Inc.");
    CHECK(model.alternatives[2].name == "FleetEye");
    CHECK(model.process.decision_week == Number::triangular(13, 13, 19)); // 88 days
    CHECK(says(all, "dates taken as month/day/year"));
    CHECK(says(all, "2 lines at the end that are no row left out, from line 9"));
    CHECK(says(all, "opportunity of a company without contacts, left out: Far Away Ltd (line 6)"));
    CHECK(says(result.notes, "same person twice, taken as one: Cyrus Vale (lines 4 and 6)"));
    CHECK(says(result.notes, "\"Harbour Freight Lines, Inc.\" (line 6) is taken as the same company"));
    CHECK(says(result.notes, "link left out: Dora \"Dee\" Marsh to Nobody Here"));
    CHECK(says(result.notes, "no role told, guessed: economic_buyer for \"CFO\""));
    CHECK(says(result.notes, "closed opportunities: 1 won, 1 lost, so taken as current"));
    CHECK(says(result.notes,
               "2 open opportunities: the one of the greatest amount is taken, left out: \"Extra sensors\""));
}

TEST_CASE("HubSpot: several buying roles in one cell, a contact without a name, a deal lost") {
    const CrmCompanies all = read("hubspot_contacts.csv", "hubspot_deals.csv");
    const GraphImport result = played(all.companies.front());
    CHECK(member(result.model, "freya_holt").roles == std::vector{Role::economic_buyer});
    CHECK(member(result.model, "goran_petty").roles == std::vector{Role::user, Role::champion});
    CHECK(member(result.model, "lawyer").roles == std::vector{Role::legal_procurement});
    CHECK(member(result.model, "ivo_marr").roles.empty());
    CHECK(result.model.company.history == ClientHistory::new_client);
    CHECK(result.model.process.decision_week.a == 16);
    CHECK(says(all, "personal columns left out: Phone Number, LinkedIn URL"));
    CHECK(says(result.notes, "currency not told: USD is a guess"));
}

TEST_CASE("Pipedrive: byte order mark, semicolons, decimal commas, days first, a deal won long ago") {
    const CrmCompanies all = read("pipedrive_people.csv", "pipedrive_deals.csv");
    const Model model = played(all.companies.front()).model;
    CHECK(member(model, "jana_króna").roles == std::vector{Role::decision_maker});
    CHECK(model.alternatives[0].price.a == 35'500);
    CHECK(model.company.currency == "EUR");
    CHECK(model.company.history == ClientHistory::past);
    CHECK(model.process.decision_week.a == 13);
}

TEST_CASE("Dynamics: tabs, Latin-1, a department makes a director the one with the money") {
    const CrmCompanies all = read("dynamics_contacts.csv", "dynamics_opportunities.csv");
    const Model model = played(all.companies.front()).model;
    CHECK(model.company.name == "Seehotel Böhm");
    CHECK(member(model, "nils_frey").roles == std::vector{Role::economic_buyer});
    CHECK(member(model, "nils_frey").title == "Director, Finance");
    CHECK(model.centre.link_count() == 2);
    CHECK(says(all, "not UTF-8: read as Windows-1252"));
}

TEST_CASE("SuiteCRM: raw field names, managers by id") {
    const Model model = played(read("suitecrm_contacts.csv", "suitecrm_opportunities.csv").companies.front()).model;
    CHECK(member(model, "pia_quill").roles == std::vector{Role::economic_buyer});
    CHECK(model.centre.link_count() == 2);
    CHECK(model.process.decision_week.a == 27);
    CHECK(model.process.horizon == 57);
}

TEST_CASE("nothing personal but names and titles gets into a scenario") {
    for (const auto& [contacts, deals] : {std::pair{"salesforce_contacts.csv", "salesforce_opportunities.csv"},
                                          {"hubspot_contacts.csv", "hubspot_deals.csv"},
                                          {"pipedrive_people.csv", "pipedrive_deals.csv"},
                                          {"dynamics_contacts.csv", "dynamics_opportunities.csv"},
                                          {"suitecrm_contacts.csv", "suitecrm_opportunities.csv"}}) {
        CAPTURE(contacts);
        for (const CrmCompany& company : read(contacts, deals).companies) {
            const GraphImport result = import_crm(company, june, "c.csv");
            std::string all = texts(result.model);
            for (const std::string& note : result.notes) all += note;
            for (const char* secret : {"@", "555-", "quay", "linkedin", "1965", "1970", "own er"})
                CHECK(all.find(secret) == std::string::npos);
        }
    }
}

TEST_CASE("messy: formulas are text, lines break in cells, the same person three times, nobody's lines") {
    const CrmCompanies all = gather_companies(read_crm_contacts((exports / "messy_contacts.csv").string()), nullptr);
    REQUIRE(all.companies.size() == 2);
    CHECK(all.companies[0].name == "@SUM(A1)");
    const GraphImport formula = played(all.companies[0]);
    CHECK(formula.model.centre.stakeholder(0).name == "=cmd|' /C calc'!A0");
    CHECK(formula.model.centre.stakeholder(0).title == "+1+1");
    const GraphImport acme = played(all.companies[1]);
    CHECK(acme.model.centre.size() == 2);
    CHECK(acme.model.centre.stakeholder(0).name == "Line break");
    CHECK(acme.model.centre.link_count() == 1);
    CHECK(says(acme.notes, "value not understood, left out: role = wizard"));
    CHECK(says(acme.notes, "reports to himself, link left out: Zoe"));
    CHECK(says(acme.notes, "same person with two titles, the first one kept: Zoe (\"Assistant to the CEO\", \"CTO\")"));
    CHECK(says(all, "contact without a company, left out: line 10"));
    CHECK(says(all, "no name and no title, left out: line 9, line 11, line 12"));
}

TEST_CASE("the same person: by name, or by address and last name; not by an address that several share") {
    const CrmCompanies all = of_text("Name,Email,Title\nAda Brook,a@x.example,CEO\nA. Brook,A@x.example,\n"
                                     "Bo Lee,info@x.example,\nCy Ray,info@x.example,\nBO  lee,,Nurse\n");
    REQUIRE(all.companies.size() == 1);
    REQUIRE(all.companies[0].people.size() == 3);
    CHECK(all.companies[0].people[1].title == "Nurse"); // what the first line lacks
    CHECK(all.companies[0].people[0].same_person.empty());
}

TEST_CASE("roles of one deal come from the table of opportunities too, which has a line for each person") {
    const CrmCompanies all = of_text("Name,Company\nAda Brook,X\nBo Lee,X\n",
                                     "Opportunity Name,Account Name,Contact Name,Contact Role,Amount\n"
                                     "Beds,X,Ada Brook,Decision Maker,5000\nBeds,x ltd.,Bo Lee,Evaluator,5000\n");
    CHECK(all.companies[0].people[0].roles == "Decision Maker");
    CHECK(all.companies[0].people[1].roles == "Evaluator");
    CHECK(all.companies[0].deals.size() == 1);
    CHECK(says(all.companies[0].notes, "same opportunity on several lines, counted once: \"Beds\" (line 3)"));
}

TEST_CASE("a table of contacts without companies belongs to the one company of the deals") {
    const CrmCompanies all = of_text("Name,Title\nAda Brook,\n", "Deal Name,Company\nBeds,Clinic\n");
    CHECK(all.companies[0].name == "Clinic");
    CHECK(all.companies[0].deals.size() == 1);
    CHECK(played(of_text("Name,Title\nAda Brook,\n").companies[0]).model.company.name == "Client company");
}

TEST_CASE("dates: told by the flag, by themselves, by each other, or left out") {
    const std::string heads = "Deal Name,Close Date\n";
    const auto dates = [&](const std::string& first, const std::string& second, DateOrder order) {
        const auto deals = parse_crm_deals(heads + "a," + first + "\nb,\"" + second + "\"\n", "o.csv", order);
        return std::pair{deals.records[0].close, deals.records[1].close};
    };
    constexpr Date april = 2026y / 4 / 3, march = 2026y / 3 / 4;
    CHECK(dates("3/4/2026", "", DateOrder::dmy).first == april);
    CHECK(dates("3.4.26", "", DateOrder::mdy).first == march);
    CHECK_FALSE(dates("3/4/2026", "", DateOrder::automatic).first);
    CHECK(dates("3/4/2026", "25/12/2026", DateOrder::automatic) ==
          std::pair(std::optional(april), std::optional(Date(2026y / 12 / 25))));
    CHECK(dates("3/4/2026", "12/25/2026 10:00 AM", DateOrder::automatic).first == march);
    CHECK(dates("2026-04-03T08:00:00Z", "April 3, 2026", DateOrder::mdy) ==
          std::pair(std::optional(april), std::optional(april)));
    CHECK(dates("03-Apr-26", "3 april 2026", DateOrder::ymd) == std::pair(std::optional(april), std::optional(april)));
    CHECK(dates("25/12/2026", "12/25/2026", DateOrder::automatic).second == Date(2026y / 12 / 25)); // each alone
    CHECK_FALSE(dates("30/2/2026", "soon", DateOrder::dmy).first);
    CHECK(says(parse_crm_deals(heads + "a,3/4/2026\n", "o.csv", DateOrder::automatic).notes,
               "date may be day/month or month/day, left out; say --dates dmy or --dates mdy: \"3/4/2026\" (line 2)"));
    CHECK(says(parse_crm_deals(heads + "a,soon\n", "o.csv", DateOrder::automatic).notes,
               "date not understood, left out: \"soon\" (line 2)"));
}

TEST_CASE("amounts in the habits of several countries") {
    const auto value = [](const char* text) {
        const auto amount = written_amount(text);
        return amount ? amount->value : -1;
    };
    CHECK(value("$12,500.00") == 12'500);
    CHECK(value("12.500,00 €") == 12'500);
    CHECK(value("EUR 12\u00A0500,5") == 12'500.5);
    CHECK(value("12'500") == 12'500);
    CHECK(value("1.250.000") == 1'250'000);
    CHECK(value("12,5") == 12.5);
    CHECK(value("12.500") == 12'500);
    for (const char* no : {"", "0", "-5", "(500)", "1.2M", "twelve", "1e400", "9999999999999", "=1+1", "1,2.3,4"}) {
        CAPTURE(no);
        CHECK(value(no) == -1);
    }
    CHECK(written_amount("₮5")->currency == "MNT");
}

TEST_CASE("what state a deal is in") {
    const auto state = [](const std::string& stage, const std::string& status) {
        return parse_crm_deals("Deal Name,Stage,Status\na," + stage + "," + status + "\n", "o.csv",
                               DateOrder::automatic)
            .records[0]
            .state;
    };
    CHECK(state("Closed Won", "") == CrmDealState::won);
    CHECK(state("closedlost", "") == CrmDealState::lost);
    CHECK(state("Offer", "Won") == CrmDealState::won);
    CHECK(state("Offer", "Out-Sold") == CrmDealState::lost);
    CHECK(state("Offer", "open") == CrmDealState::open);
    CHECK(state("", "") == CrmDealState::open);
    const auto flag = [](const std::string& won) {
        return parse_crm_deals("Name,IsClosed,IsWon\na,true," + won + "\n", "o.csv", DateOrder::automatic)
            .records[0]
            .state;
    };
    CHECK(flag("true") == CrmDealState::won);
    CHECK(flag("false") == CrmDealState::lost);
}

TEST_CASE("broken tables: place, problem, reason and remedy") {
    CHECK(refusal([] { of_text("Shoe size,Hat\n38,5\n"); }) ==
          "c.csv:1: no column of people's names (the columns are: Shoe size, Hat); name one \"First Name\" and \"Last "
          "Name\", or \"Name\"; the table of contacts comes first, that of opportunities second");
    CHECK(refusal([] { of_text("Name,Stage,Amount\nBeds,Won,5\n"); }) ==
          "c.csv:1: opportunities where contacts are expected (it has stages and amounts, and no people); give the "
          "table of contacts first, that of opportunities second");
    CHECK(refusal([] { of_text("Name,Company\n,X\n"); }) ==
          "c.csv: there is nobody in the table; a buying centre has members");
    CHECK(refusal([] { of_text("Name,Company\nAda,\n"); }) ==
          "c.csv: no contact has a company; fill in the column of the company, or leave it out when all belong to one");
    CHECK(refusal([] { of_text("Name,Company\nAda,X\nBo,Y\n", "Deal Name,Amount\nBeds,5\n"); }) ==
          "o.csv:1: no column says whose opportunity it is, and there are 2 companies; add \"Account Name\" or "
          "\"Company\"");
    CHECK(refusal([] { of_text("Name,Title\nAda,\n", "Deal Name,Company\nBeds,X\nChairs,Y\n"); }) ==
          "o.csv: opportunities of several companies, but no column says whose contacts those of the other table are; "
          "add \"Account Name\" or \"Company\" there");
    CHECK(
        refusal([] { of_text("Name,Title\nAda,\n", "Colour,Size\nred,5\n"); }) ==
        "o.csv:1: no column of opportunities (the columns are: Colour, Size); name one \"Opportunity Name\", \"Stage\" "
        "or \"Amount\"");
    const CrmCompanies all = of_text("Name,Company\nAda,Harbour Lines\nBo,Kiln\n");
    CHECK(refusal([&] { company_named(all, "Killn", "c.csv"); }) ==
          "c.csv: there is no company \"Killn\" (did you mean \"Kiln\"?); see the column of the company");
    CHECK(refusal([&] { company_named(all, "harbour", "c.csv"); }).find("(did you mean \"Harbour Lines\"?)") !=
          std::string::npos);
}

TEST_CASE("a company with more people than a scenario holds is refused before anything is made of it") {
    std::string text = "Name,Company\n";
    for (int i = 0; i <= Limits::stakeholders; ++i) text += "P" + std::to_string(i) + ",X\n";
    CHECK(refusal([&] { of_text(text); }) == "X has 20001 contacts, a scenario has at most 20000 stakeholders; export "
                                             "those who have a say in the deal");
}

TEST_CASE("time grows with the number of contacts, not with its square") {
    // All of one company, half of them twice: a search through all people would compare 400 million names.
    std::string text = "Name,Company,Email\n";
    for (int i = 0; i < 40'000; ++i) {
        const std::string number = std::to_string(i % 20'000);
        text += "P" + number + ",X,p" + number + "@x.example\n";
    }
    const auto start = std::chrono::steady_clock::now();
    const CrmCompanies all = of_text(text);
    CHECK(std::chrono::steady_clock::now() - start < 20s);
    CHECK(all.companies[0].people.size() == 20'000);
    CHECK(says(all.companies[0].notes, "same person twice, taken as one: P0 (lines 2 and 20002)"));
}

} // namespace assent
