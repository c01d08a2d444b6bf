// assent import crm.
#include "worlds/shell.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>

namespace assent {

using worlds::content_of;
using worlds::Ran;
using worlds::Scratch;
using worlds::shell;

namespace {

const std::string exports = "cd ../tests/data/crm; ";
const std::string salesforce = "$assent import crm salesforce_contacts.csv salesforce_opportunities.csv ";

} // namespace

TEST_CASE("what each of the five systems exports is checked and played") {
    for (const std::string pair : {"salesforce_contacts.csv salesforce_opportunities.csv --company 'Lund & Sons'",
                                   "hubspot_contacts.csv hubspot_deals.csv", "pipedrive_people.csv pipedrive_deals.csv",
                                   "dynamics_contacts.csv dynamics_opportunities.csv --dates dmy",
                                   "suitecrm_contacts.csv suitecrm_opportunities.csv"}) {
        CAPTURE(pair);
        const std::string call = exports + "$assent import crm " + pair + " --today 2026-06-01";
        const Ran made = shell(call);
        CHECK(made.code == 0);
        CHECK(made.out.starts_with("# Written by `assent import`. What it guessed:\n# - "));
        CHECK(made.err.find(": note: ") != std::string::npos);
        CHECK(shell(call + " 2>/dev/null | $assent check - 2>/dev/null").out.starts_with("stdin: ok ("));
        CHECK(shell(call + " 2>/dev/null | $assent run - --replicates 64 --format csv").code == 0);
    }
}

TEST_CASE("a scenario for each company, in files that are not overwritten unasked") {
    const Scratch scratch;
    const std::string folder = scratch / "new/clients";
    const std::string call = exports + salesforce + "--today 2026-06-01 --output '" + folder + "'";
    const Ran made = shell(call);
    CHECK(made.code == 0);
    CHECK(made.out == folder + "/harbour_freight_lines.toml\n" + folder + "/lund_sons.toml\n");
    CHECK(made.err.find("salesforce_contacts.csv: 2 scenarios in " + folder + "; each says on top") !=
          std::string::npos);
    const std::string before = content_of(folder + "/lund_sons.toml");
    CHECK(before.find("Edda Lund") != std::string::npos);

    const Ran again = shell(call);
    CHECK(again.code == 2);
    CHECK(again.out.empty());
    CHECK(again.err == folder + "/harbour_freight_lines.toml: is there already (with 1 more), so nothing was written; "
                                "name another folder or say --overwrite\n");
    CHECK(shell(call + " --overwrite").code == 0);
    CHECK(content_of(folder + "/lund_sons.toml") == before);
}

TEST_CASE("names of files are safe and differ") {
    const Scratch scratch;
    const std::string folder = scratch / "out", long_name(40, 'x');
    const Ran made = shell("printf 'Name,Company\\nA,../../etc\\nB,CON\\nC,***\\nD," + long_name + "1\\nE," +
                           long_name + "2\\n' | $assent import crm - --output '" + folder + "'");
    CHECK(made.code == 0);
    CHECK(made.out == folder + "/etc.toml\n" + folder + "/company_con.toml\n" + folder + "/" + long_name + ".toml\n" +
                          folder + "/" + long_name + "_2.toml\n");
    CHECK(made.err.find("contact without a company, left out: line 4") != std::string::npos);
}

TEST_CASE("what cannot be imported is refused with exit code 2, place, reason and remedy") {
    const auto refused = [](const std::string& call) {
        const Ran ran = shell(exports + "$assent import crm " + call);
        CHECK(ran.code == 2);
        CHECK(ran.out.empty());
        return ran.err;
    };
    CHECK(refused("salesforce_contacts.csv") ==
          "salesforce_contacts.csv: 2 companies (\"Harbour Freight Lines\", \"Lund & Sons\"), and a scenario is one "
          "company; pick one with --company NAME, or write all of them with --output DIR\n");
    CHECK(refused("none.csv") == "none.csv: cannot be read (no such file, or no right to); check the path\n");
    CHECK(refused(".") == ".: is a folder; name a table in it\n");
    CHECK(refused("- -") == "assent import crm: both tables are standard input; name a file for one of them\n");
    CHECK(refused("hubspot_contacts.csv --today 1/6/2026") ==
          "assent import crm: --today 1/6/2026 is no date; write it as 2026-05-01\n");
    CHECK(refused("hubspot_contacts.csv --dates soon").starts_with("assent import: --dates: soon not in "));
    CHECK(refused("- < /dev/null") == "stdin: is empty; give a table with a line of column names\n");
    CHECK(refused("- <<< $'Name,Company\\nAda,X,Y'") ==
          "stdin:2: 3 cells, but 2 columns (each line needs a cell for every column); put cells with separators or "
          "line ends in quotes\n");
    CHECK(refused("hubspot_contacts.csv --output /proc/none") ==
          "cannot write to /proc/none (No such file or directory); name a folder that can be written\n");
}

} // namespace assent
