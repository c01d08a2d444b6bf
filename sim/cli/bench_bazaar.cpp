#include "cli/bench_scenarios.hpp"

namespace assent::cli {

const char* const bench_bazaar = R"toml(format = 1
title = "Everything at once"
[company]
name = "Bazaar"
need = { beta = [4, 3] }
need_drift = { normal = [0.0, 0.01] }
need_shock = { lognormal = [0.03, 0.5] }
budget = { triangular = [80000, 100000, 140000] }
required_quality = { uniform = [0.4, 0.7] }
switching = { discrete = [[0.2, 0.5], [1.0, 0.5]] }
purchase = "new_task"
tender = true
segment_fit = 0.8
means = { truck = 0.0, loader = { beta = [2, 2] } }
[process]
horizon = 52
quota = 2
screening_weeks = { uniform = [0, 4] }
[negotiation]
tactic = "tit_for_tat"
rounds = { uniform = [4, 12] }
[[negotiation.issue]]
id = "price"
our_weight = 2
their_weight = 3
[[negotiation.issue]]
id = "payment"
our_weight = 1
their_weight = 2
cost = 3000
[[negotiation.issue]]
id = "warranty"
their_weight = 0.5
cost = 1500
[[stakeholder]]
id = "owner"
roles = ["decision_maker"]
authority = "unknown"
susceptibility = "unknown"
integrity = "unknown"
patience = "unknown"
personal_stake = { beta = [2, 3] }
self_weight = 0.5
features = { gps = 1.0 }
trust = { us = 0.4, rival = { uniform = [0.3, 0.8] } }
[[stakeholder.objection]]
topic = "price"
pretext = true
root = "trust"
severity = { beta = [3, 2] }
[[stakeholder]]
id = "buyer"
roles = ["legal_procurement", "blocker"]
veto = true
personal_stake = 0.9
integrity = 0.2
support = "enemy"
threatened = 0.6
accessibility = "unknown"
[[stakeholder.objection]]
topic = "competitor"
severity = { normal = [0.6, 0.2] }
[[stakeholder.objection]]
topic = "terms"
severity = 0.4
known = false
[[stakeholder]]
id = "cousin"
roles = ["influencer"]
known = false
support = "mentor"
[[stakeholder]]
id = "desk"
roles = ["gatekeeper", "initiator"]
support = "unknown"
[[link]]
from = "cousin"
to = "owner"
kind = "informal"
strength = { lognormal = [1.0, 0.4] }
[[link]]
from = "buyer"
to = "owner"
[[link]]
from = "desk"
to = "buyer"
kind = "reports_to"
[[link]]
from = "cousin"
to = "buyer"
kind = "conflict"
[[extra]]
id = "delivery"
means = "truck"
value = 0.6
cost = 900
[[extra]]
id = "unloading"
means = "loader"
value = { uniform = [0.2, 0.5] }
cost = 400
[[alternative]]
id = "us"
kind = "ours"
price = { uniform = [90000, 110000] }
floor_price = 70000
cost = 55000
features = ["gps"]
image = { site = 0.9, references = 0.8 }
attributes = { quality = 0.7, delivery = 0.8, prestige = 0.6 }
[[alternative]]
id = "rival"
known = false
price = 95000
incumbent = true
contact_hazard = 0.2
contact_effect = 0.8
price_cut_hazard = 0.1
price_cut = { uniform = [0.02, 0.1] }
attributes = { quality = 0.6, delivery = 0.5, prestige = 0.8 }
[[alternative.move]]
week = 5
target = "buyer"
amount = 1.5
[[alternative.move]]
week = 9
kind = "price_cut"
amount = 0.08
[[alternative]]
id = "cheap"
price = 70000
attributes = { quality = 0.45, delivery = 0.4 }
[[alternative]]
id = "nothing"
kind = "nothing"
[seller]
competence = { uniform = [0.4, 0.8] }
competences = { price = 0.9 }
hours = 12
kickbacks = true
[[strategy]]
id = "honest"
tactic = "boulware"
beta = 0.3
letter = { uniform = [0.5, 0.9] }
[[strategy.rule]]
do = "introduce"
target = "uncontacted"
channel = "email"
[[strategy.rule]]
do = "discover"
channel = "meeting"
target = "all"
cooldown = 3
[strategy.rule.when]
contacted = true
[[strategy.rule]]
do = "address"
topic = "trust"
target = "owner"
evidence = "reference"
channel = "video"
[strategy.rule.when]
objection_known = "trust"
[[strategy.rule]]
do = "demonstrate"
target = "undecided"
channel = "event"
cooldown = 5
[[strategy.rule]]
do = "reference"
target = "most_opposed"
channel = "video"
cooldown = 4
[[strategy.rule]]
do = "build_rapport"
target = "cousin"
cooldown = 2
[[strategy.rule]]
do = "offer"
target = "owner"
extras = "tailored"
extras_budget = 1200
limit = 2
cooldown = 6
[strategy.rule.when]
week_from = 7
stage = ["screening", "evaluation"]
[[strategy.rule]]
do = "problem_solving"
target = "owner"
cooldown = 8
limit = 2
[[strategy.rule]]
do = "remind"
target = "all"
channel = "email"
[strategy.rule.when]
silent_for = 3
offer_made = true
[[strategy]]
id = "tricky"
tactic = "tit_for_tat"
kickbacks = true
professionalism = { beta = [30, 2] }
preparation = 0.3
[[strategy.rule]]
do = "introduce"
target = "all"
channel = "web"
limit = 2
[[strategy.rule]]
do = "value_case"
target = "most_influential"
inflate = 0.6
channel = "phone"
cooldown = 2
[[strategy.rule]]
do = "kickback"
target = "buyer"
cooldown = 10
limit = 2
[[strategy.rule]]
do = "points"
target = "role:decision_maker"
cooldown = 5
[[strategy.rule]]
do = "pilot"
target = "role:decision_maker"
safeguards = ["inside_test"]
limit = 1
[strategy.rule.when]
week_from = 3
competitor_known = true
[[strategy.rule]]
do = "offer"
target = "owner"
discount = 0.05
extras = ["delivery", "unloading"]
channel = "video"
limit = 1
[strategy.rule.when]
pilot = "passed"
[[strategy.rule]]
do = "concede"
target = "buyer"
cooldown = 3
limit = 3
[strategy.rule.when]
offer_made = true
support_below = 0.5
[[strategy.rule]]
do = "ask_decision"
target = "weakest_link"
[strategy.rule.when]
coverage_above = 0.6
)toml";

} // namespace assent::cli
