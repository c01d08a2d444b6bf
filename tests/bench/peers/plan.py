"""The plan that both peers play: `assent explain SCENARIO --json`, read and checked.

The peers are the model of sim/ODD.md once more, as two people would write it who do not need Assent's speed. They know
what the company made for measuring asks for (`assent bench --print made-5`) and refuse anything else, so that nothing is
left out in silence. Left out, because that company has none of it: uncertain numbers, tenders, images, features, extras,
referrals, letters, gatekeepers, vetoes, people and objections the seller does not know of, pretexts, conflicts, rivals
who cut their price or follow a script, trials, inducements, false claims, concessions before the negotiation, several
issues in it, tit for tat, decision rules other than `weighted`, and after the sale outsourcing, cuts, loyalty schemes and
winning back. A discovery talk finds nothing then, and a meeting always decides.
"""

import json
import types

WON, LOST, NO_DECISION, ELIMINATED = range(4)  # in the order of the outcomes of Assent
COLUMNS = ("outcome", "week", "reason", "price", "hours", "lifetime_value")  # of a deal; reason -1 and price 0: as in Assent
ACTS = ("introduce", "discover", "address", "offer")
SELECTORS = ("uncontacted", "most_influential", "most_opposed", "role")
UNAWARE, SCREENING, EVALUATION, DECISION, NEGOTIATION = range(5)
OPEN_OBJECTION = 0.1  # severity, as last heard, above which a known objection counts as open
TOUCH_LIMIT = 15  # of one member in a week
MARKET_STANDARD = 0.5  # an attribute of this size is what the market offers


class Unsupported(Exception):
    """The plan asks for something that the peers do not play."""


def parse(text):
    """The plan as a namespace: fields as in sim/engine/plan.hpp, numbers, lists of numbers, and namespaces."""
    plan = json.loads(text, object_hook=lambda fields: types.SimpleNamespace(**fields))
    check(plan)
    return plan


def check(plan):
    """Raises Unsupported unless the peers can play all of it."""
    after = plan.strategies[0].after_sale
    rules = plan.rules
    wanted = {
        "one strategy": len(plan.strategies) == 1,
        "no uncertain numbers": not plan.draws,
        "no tender": not (plan.tender or plan.scored),
        "no image, features or extras": not (plan.image or plan.feature_worth or plan.extra_value),
        "no referral": plan.referral == 0,
        "one supplier besides us, who follows no script": len(plan.price) == 2 and not plan.rival_moves,
        "no price cuts": not any(plan.price_cut_hazard),
        "rule weighted": plan.rule == "weighted",
        "free and known people without veto": all(plan.known)
        and not any(plan.veto)
        and not any(plan.mind)
        and not any(plan.gatekeeper),
        "known objections that mean what they say": all(plan.objection_known) and plan.root_topic == plan.stated_topic,
        "no conflicts": not any(plan.link_conflict),
        "price alone to negotiate on": len(plan.frontier) == 2 and plan.frontier[0].price == 1,
        "no tit for tat": "tit_for_tat" not in (plan.their_tactic, plan.strategies[0].tactic),
        "acts " + ", ".join(ACTS): all(rule.act in ACTS for rule in rules),
        "targets " + ", ".join(SELECTORS): all(rule.selector in SELECTORS for rule in rules),
        "spoken channels": not any(getattr(plan.channels, rule.channel).written for rule in rules),
        "rules that ask for weeks alone": all(is_plain(rule) for rule in rules),
        "plain service after the sale": after.loyalty == "none"
        and after.win_back == "none"
        and after.quality_cut == 0
        and not (after.outsourced or after.personal_manager),
    }
    missing = [what for what, holds in wanted.items() if not holds]
    if missing:
        raise Unsupported("the peers play the likes of `assent bench --print made-5`; not so here: " + "; ".join(missing))


def is_plain(rule):
    """No condition but its weeks, nothing inflated, tailored or added, no topic of its own."""
    bounds = (rule.support_below, rule.support_above, rule.coverage_below, rule.coverage_above)
    unasked = (rule.competitor_known, rule.offer_made, rule.contacted, rule.objection_known, rule.topic)
    return (
        bounds == (2, -1, 2, -1)
        and unasked == (-1,) * 5
        and rule.stages & 63 == 63  # all stages before the last
        and rule.pilots == 15
        and rule.silent_for == 0
        and not (rule.inflate or rule.extras or rule.tailored or rule.forbidden)
    )


def bits(members):
    """Places of the bits that are set."""
    return [place for place in range(members.bit_length()) if members >> place & 1]


def worth_without_price(plan, criteria):
    """What each member finds in each supplier by a set of criteria, logit: [member][supplier]."""
    suppliers = len(plan.price)
    size = len(plan.attribute) // suppliers
    return [
        [
            sum(
                plan.criterion_weight[d * size + c] * (plan.attribute[i * size + c] - MARKET_STANDARD)
                for c in bits(criteria)
            )
            for i in range(suppliers)
        ]
        for d in range(len(plan.who))
    ]


def links_of(plan, member):
    """Whom a member listens to: (colleague, share of what he hears), shares sum to 1."""
    arcs = range(plan.link_begin[member], plan.link_begin[member + 1])
    total = sum(plan.link_strength[e] for e in arcs)
    return [(plan.link_from[e], plan.link_strength[e] / total if total > 0 else 0.0) for e in arcs]


def reason_index(plan, name):
    """Index of a built-in reason: after the topics."""
    return len(plan.names.topic) + plan.names.reason[len(plan.names.topic) :].index(name)
