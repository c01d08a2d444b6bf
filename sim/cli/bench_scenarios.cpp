#include "cli/bench_scenarios.hpp"

namespace assent::cli {

const char* const bench_company = R"toml(format = 1
title = "Fleet telematics for a haulier"
[company]
name = "Steppe Haulage"
need = 0.6
budget = 120000
required_quality = 0.6
[process]
horizon = 40
decision_week = 14
rule = "weighted"
[[stakeholder]]
id = "ceo"
roles = ["decision_maker", "executive_sponsor"]
authority = 0.9
veto = true
criteria = { quality = 2.0, prestige = 0.5, price = 1.0 }
[[stakeholder.objection]]
topic = "fit"
severity = 0.5
weight = 1.5
[[stakeholder]]
id = "cfo"
roles = ["economic_buyer"]
authority = 0.8
[[stakeholder.objection]]
topic = "price"
severity = { triangular = [0.3, 0.6, 0.9] }
weight = 2.0
[[stakeholder.objection]]
topic = "roi"
severity = 0.5
known = false
[[stakeholder]]
id = "dispatch"
roles = ["user"]
authority = 0.4
support = "supporter"
[[stakeholder.objection]]
topic = "change_risk"
severity = 0.6
[[stakeholder]]
id = "it"
roles = ["technical_buyer", "evaluator"]
authority = 0.5
expertise = "unknown"
[[stakeholder.objection]]
topic = "integration"
severity = 0.7
weight = 1.5
[[stakeholder]]
id = "office"
roles = ["gatekeeper"]
authority = 0.1
[[link]]
from = "ceo"
to = "cfo"
strength = 2
[[link]]
from = "cfo"
to = "ceo"
[[link]]
from = "it"
to = "ceo"
[[link]]
from = "it"
to = "cfo"
kind = "informal"
[[link]]
from = "dispatch"
to = "ceo"
kind = "reports_to"
[[link]]
from = "dispatch"
to = "it"
kind = "conflict"
[[alternative]]
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
price_cut_hazard = 0.03
attributes = { quality = 0.65, service = 0.5, ease = 0.7, reliability = 0.7 }
[[alternative]]
id = "nothing"
kind = "nothing"
[[strategy]]
id = "listen"
name = "Listen first"
hours = 8
[[strategy.rule]]
do = "introduce"
target = "uncontacted"
channel = "phone"
[[strategy.rule]]
do = "discover"
target = "most_influential"
cooldown = 3
limit = 4
[[strategy.rule]]
do = "address"
target = "most_opposed"
evidence = "data"
[[strategy.rule]]
do = "value_case"
target = "role:economic_buyer"
cooldown = 4
limit = 3
[[strategy.rule]]
do = "offer"
target = "role:decision_maker"
limit = 1
[strategy.rule.when]
week_from = 6
[[strategy.rule]]
do = "ask_decision"
target = "most_influential"
[strategy.rule.when]
week_from = 10
support_above = 0.55
[[strategy]]
id = "push"
name = "Push early"
hours = 8
tactic = "conceder"
[[strategy.rule]]
do = "offer"
target = "all"
channel = "email"
discount = 0.1
limit = 1
[[strategy.rule]]
do = "remind"
target = "all"
channel = "phone"
[[strategy.rule]]
do = "ask_decision"
target = "most_influential"
channel = "phone"
[strategy.rule.when]
week_from = 3
[[strategy]]
id = "trial"
name = "Trial"
hours = 8
[[strategy.rule]]
do = "introduce"
target = "uncontacted"
channel = "meeting"
[[strategy.rule]]
do = "pilot"
target = "role:technical_buyer"
safeguards = ["own_material", "staff_training"]
limit = 1
[strategy.rule.when]
week_from = 4
[[strategy.rule]]
do = "address"
target = "weakest_link"
)toml";

namespace {

/// Nine people of all remaining roles, two minds fixed, plain numbers: the group rules at work.
constexpr const char* council = R"toml(format = 1
title = "Council"
[company]
name = "Council"
need = 0.7
[process]
horizon = 30
decision_week = 8
meeting_interval = 1
quota = 4
[[stakeholder]]
id = "a"
roles = ["executive_sponsor"]
[[stakeholder]]
id = "b"
roles = ["economic_buyer"]
[[stakeholder.objection]]
topic = "budget"
severity = 0.5
[[stakeholder]]
id = "c"
roles = ["technical_buyer"]
[[stakeholder.objection]]
topic = "security_compliance"
severity = 0.6
[[stakeholder]]
id = "d"
roles = ["evaluator"]
[[stakeholder]]
id = "e"
roles = ["user"]
[[stakeholder.objection]]
topic = "change_risk"
severity = 0.4
[[stakeholder]]
id = "f"
roles = ["champion"]
mind = "for_us"
[[stakeholder]]
id = "g"
roles = ["influencer"]
mind = "against_us"
[[stakeholder]]
id = "h"
roles = ["legal_procurement"]
[[stakeholder]]
id = "i"
[[link]]
from = "a"
to = "b"
[[link]]
from = "b"
to = "c"
[[link]]
from = "c"
to = "d"
[[link]]
from = "d"
to = "a"
[[link]]
from = "f"
to = "e"
strength = 3
[[link]]
from = "g"
to = "h"
[[link]]
from = "e"
to = "i"
[[alternative]]
id = "us"
kind = "ours"
price = 60000
cost = 30000
attributes = { quality = 0.7 }
[[alternative]]
id = "one"
price = 65000
attributes = { quality = 0.7 }
[[alternative]]
id = "two"
price = 50000
attributes = { quality = 0.6 }
[[alternative]]
id = "nothing"
kind = "nothing"
[[strategy]]
id = "visit"
tactic = "linear"
[[strategy.rule]]
do = "introduce"
target = "uncontacted"
[[strategy.rule]]
do = "address"
target = "all"
[[strategy]]
id = "absent"
)toml";

} // namespace

const BenchScenario bench_scenarios[3] = {{"haulier", bench_company}, {"bazaar", bench_bazaar}, {"council", council}};

} // namespace assent::cli
