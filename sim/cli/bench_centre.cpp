#include "cli/bench_scenarios.hpp"

#include <iterator>

#include <fmt/format.h>

namespace assent::cli {
namespace {

constexpr const char* roles[] = {"decision_maker", "economic_buyer", "technical_buyer", "user", "influencer"};
constexpr const char* topics[] = {"fit", "price", "integration", "change_risk", "roi"};

constexpr const char* head = R"toml(format = 1
title = "A centre for measuring"
[company]
name = "Measure"
need = 0.6
budget = 120000
required_quality = 0.6
[process]
horizon = 40
decision_week = 14
rule = "weighted"
)toml";

constexpr const char* tail = R"toml([[alternative]]
id = "us"
kind = "ours"
price = 100000
cost = 60000
attributes = { quality = 0.75, service = 0.8, ease = 0.6, reliability = 0.7 }
[[alternative]]
id = "rival"
kind = "rival"
price = 92000
incumbent = true
contact_hazard = 0.15
attributes = { quality = 0.65, service = 0.5, ease = 0.7, reliability = 0.7 }
[[alternative]]
id = "nothing"
kind = "nothing"
[[strategy]]
id = "listen"
hours = 8
[[strategy.rule]]
do = "introduce"
target = "uncontacted"
channel = "phone"
[[strategy.rule]]
do = "discover"
target = "most_influential"
cooldown = 3
[[strategy.rule]]
do = "address"
target = "most_opposed"
evidence = "data"
[[strategy.rule]]
do = "offer"
target = "role:decision_maker"
limit = 1
[strategy.rule.when]
week_from = 6
)toml";

} // namespace

std::string bench_centre(int people) {
    std::string text = head;
    for (int k = 0; k < people; ++k)
        text += fmt::format("[[stakeholder]]\nid = \"p{}\"\nroles = [\"{}\"]\nauthority = {}\n"
                            "[[stakeholder.objection]]\ntopic = \"{}\"\nseverity = 0.5\n",
                            k, roles[k % std::ssize(roles)], k == 0 ? 0.9 : 0.3, topics[k % std::ssize(topics)]);
    for (int k = 0; k < people; ++k)
        for (const int step : {1, 2})
            text += fmt::format("[[link]]\nfrom = \"p{}\"\nto = \"p{}\"\n", k, (k + step) % people);
    return text + tail;
}

} // namespace assent::cli
