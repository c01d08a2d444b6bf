#include "calibration/typical_deal.hpp"

#include "model/user_error.hpp"
#include "scenario/reader.hpp"

namespace assent {
namespace {

constexpr const char* text = R"(
format = 1
title = "A typical deal"
[company]
name = "A mid-sized company"
need = { triangular = [0.4, 0.65, 0.9] }
comfort = -1.0
budget = { lognormal = [105_000, 0.2] }
required_quality = { triangular = [0.4, 0.5, 0.6] }
[process]
horizon = 26
decision_week = { triangular = [8, 12, 16] }
[[stakeholder]]
id = "head"
title = "Managing director"
roles = ["decision_maker"]
authority = 0.8
attention = { uniform = [0.2, 0.5] }
leaning = { normal = [0, 0.5] }
    [[stakeholder.objection]]
    topic = "status_quo"
    severity = { uniform = [0.2, 0.7] }
[[stakeholder]]
id = "finance"
title = "Finance director"
roles = ["economic_buyer"]
authority = 0.7
attention = { uniform = [0.2, 0.5] }
leaning = { normal = [0, 0.5] }
    [[stakeholder.objection]]
    topic = "price"
    severity = { uniform = [0.2, 0.7] }
[[stakeholder]]
id = "engineering"
title = "Technical lead"
roles = ["evaluator"]
authority = 0.5
attention = { uniform = [0.2, 0.5] }
leaning = { normal = [0, 0.5] }
    [[stakeholder.objection]]
    topic = "integration"
    severity = { uniform = [0.2, 0.7] }
[[stakeholder]]
id = "users"
title = "Head of the users"
roles = ["user"]
authority = 0.4
attention = { uniform = [0.2, 0.5] }
leaning = { normal = [0, 0.5] }
    [[stakeholder.objection]]
    topic = "change_risk"
    severity = { uniform = [0.2, 0.7] }
[[link]]
from = "engineering"
to = "head"
[[link]]
from = "finance"
to = "head"
[[link]]
from = "users"
to = "engineering"
[[alternative]]
id = "ours"
name = "Our offer"
kind = "ours"
price = 90_000
attributes = { quality = 0.7, service = 0.7, reliability = 0.7 }
[[alternative]]
id = "rival"
name = "A rival"
kind = "rival"
price = 85_000
attributes = { quality = 0.65, service = 0.65, reliability = 0.7 }
[[strategy]]
id = "plain"
name = "Meet, listen, answer, offer"
    [[strategy.rule]]
    when = { contacted = false }
    do = "introduce"
    target = "all"
    channel = "meeting"
    cooldown = 2
    [[strategy.rule]]
    when = { contacted = true, silent_for = 2 }
    do = "discover"
    target = "all"
    channel = "meeting"
    limit = 3
    [[strategy.rule]]
    when = { contacted = true, silent_for = 3 }
    do = "address"
    target = "weakest_link"
    channel = "meeting"
    [[strategy.rule]]
    when = { week_from = 6, offer_made = false, contacted = true }
    do = "offer"
    target = "finance"
    channel = "meeting"
)";

} // namespace

Model typical_deal() {
    Reading reading = read_scenario_text(text, "the built-in typical deal", {});
    if (!reading.ok()) throw UserError(reading.problems.front().text());
    return std::move(reading.model);
}

} // namespace assent
