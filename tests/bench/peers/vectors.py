"""The vectorised peer: numpy over thousands of deals at once, in single precision like Assent itself.

Written to be fast in numpy: one array operation for all people and deals, touches worked out only for the deals and the
one person that they concern, decided deals thrown out as soon as they are a quarter of the batch.
Shapes: (n_member, n_deal), (n_alternative, n_member, n_deal), (n_slot, n_member, n_deal) for objections, where a slot is
the first, second, … objection of each member; unused ones weigh nothing.
"""

import numpy as np

from plan import COLUMNS, DECISION, EVALUATION, NEGOTIATION, OPEN_OBJECTION, SCREENING, TOUCH_LIMIT, UNAWARE
from plan import ELIMINATED, LOST, NO_DECISION, WON, links_of, reason_index, worth_without_price

NEVER = -1000  # week of a rule's last use
BATCH = 16_384  # deals at once: measured, half of it and twice as many are slower
F = np.float32


def column(values):
    """A number for each member, against deals."""
    return np.array(values, F)[:, None]


def logistic(x):
    return 1 / (1 + np.exp(-x))


def unit(x):
    return np.minimum(np.maximum(x, 0), 1)  # np.clip takes longer to begin


class Company:
    """What all deals have in common, as arrays."""

    def __init__(self, plan):
        self.plan, self.constants, self.strategy = plan, plan.assumptions, plan.strategies[0]
        self.members, self.suppliers = len(plan.who), len(plan.price)
        for trait in ("susceptibility", "expertise", "personal_stake", "patience", "accessibility", "felt_need"):
            setattr(self, trait, column(getattr(plan, trait)))
        self.leaning, self.price_weight = column(plan.leaning), column(plan.price_weight)
        total = sum(plan.authority)
        self.votes = column([vote / total if total > 0 else 1 / self.members for vote in plan.authority])
        self.reach_of_votes = np.cumsum(self.votes[:-1, 0])
        self.first_trust = np.array(plan.initial_trust, F).reshape(self.members, self.suppliers).T[:, :, None]
        self.task_worth = np.array(worth_without_price(plan, plan.task_criteria), F).T[:, :, None]
        self.person_worth = np.array(worth_without_price(plan, plan.person_criteria), F).T[:, :, None]
        criteria = len(plan.attribute) // self.suppliers
        qualities = [plan.attribute[i * criteria + plan.quality] for i in range(self.suppliers)]
        self.good_enough = [quality >= plan.required_quality for quality in qualities]
        self.set_links(plan)
        self.set_objections(plan)
        self.reasons = {name: reason_index(plan, name) for name in plan.names.reason[len(plan.names.topic) :]}

    def set_links(self, plan):
        """Links in slots: colleague and share of what is heard, 0 where a member listens to fewer people."""
        links = [links_of(plan, member) for member in range(self.members)]
        slots = max(len(each) for each in links)
        self.colleague = np.zeros((slots, self.members), int)
        self.hears = np.zeros((slots, self.members, 1), F)
        for member, each in enumerate(links):
            for slot, (colleague, share) in enumerate(each):
                self.colleague[slot, member], self.hears[slot, member] = colleague, share

    def set_objections(self, plan):
        begin = plan.objection_begin
        slots = max(end - start for start, end in zip(begin, begin[1:]))

        def in_slots(values, missing, kind):
            array = np.full((slots, self.members), missing, kind)
            for member in range(self.members):
                own = values[begin[member] : begin[member + 1]]
                array[: len(own), member] = own
            return array

        self.topic = in_slots(plan.root_topic, -1, int)
        self.severity = in_slots(plan.severity, 0, F)
        self.weight = in_slots(plan.objection_weight, 0, F)
        self.belief_weight = in_slots(plan.belief_objection_weight, 0, F)
        self.belief_severity = in_slots(plan.belief_severity, 0, F)


class Deals:
    """A batch of deals. `state` holds every array that a deal has a column of."""

    def __init__(self, company, deals, luck):
        plan = company.plan
        self.company, self.plan, self.constants, self.luck = company, plan, company.constants, luck
        self.week = 0
        self.rows = {name: np.zeros(deals, F) for name in ("outcome", "week", "reason", "price", "hours", "cost")}
        self.rows["reason"][:] = -1
        people, slots = (company.members, deals), (len(company.topic), company.members, deals)
        self.state = {
            "row": np.arange(deals),
            "active": np.ones(deals, bool),
            "need": np.full(deals, plan.need, F),
            "stage": np.full(deals, UNAWARE, np.int8),
            "stage_week": np.zeros(deals, np.int16),
            "without_us": np.zeros(deals, bool),
            "price": np.full((company.suppliers, deals), column(plan.price), F),
            "hours": np.zeros(deals, F),
            "cost": np.zeros(deals, F),
            "round": np.zeros(deals, F),
            "their_reserve": np.zeros(deals, F),
            "uses": np.zeros((len(plan.rules), deals), np.int16),
            "last_use": np.full((len(plan.rules), deals), NEVER, np.int16),
            "good": np.zeros((company.suppliers, *people), F),
            "bad": np.zeros((company.suppliers, *people), F),
            "attention": np.full(people, column(plan.attention), F),
            "severity": np.full(slots, company.severity[:, :, None], F),
            "heard": np.full(slots, company.belief_severity[:, :, None], F),
            "relief_to_come": np.zeros(slots, F),
            "contacts": np.zeros(people, np.int16),
            "last_touch": np.zeros(people, np.int16),
        }
        for name in ("intrusion", "rapport", "understanding", "seen"):
            self.state[name] = np.zeros(people, F)
        for name in ("attention", "rapport", "understanding", "trust"):
            self.state[name + "_to_come"] = np.zeros(people, F)
        self.form_views(alone=True)

    def __getattr__(self, name):
        try:
            return self.state[name]
        except KeyError:
            raise AttributeError(name) from None

    def random(self, shape):
        return self.luck.random(shape, dtype=F)

    def normal(self, shape):
        return self.luck.standard_normal(shape, dtype=F)

    def close(self, deals, outcome, reason, price=0):
        """Ends the deals at these places; outcome and reason may be arrays."""
        rows = self.row[deals]
        values = {"outcome": outcome, "week": self.week, "reason": reason, "price": price}
        for name, value in {**values, "hours": self.hours[deals], "cost": self.cost[deals]}.items():
            self.rows[name][rows] = value
        self.active[deals] = False

    def throw_out(self):
        """Drops decided deals once they are a quarter of the batch."""
        active = self.active
        if np.count_nonzero(active) < 0.75 * len(active):
            self.state = {name: array[..., active] for name, array in self.state.items()}

    # The seller

    def sell(self):
        self.state["intrusion"] *= F(self.constants.intrusion_kept)
        self.touches = np.zeros_like(self.contacts)
        self.hours_left = np.full(len(self.active), self.company.strategy.hours, F)
        for place, rule in enumerate(self.plan.rules):
            if not rule.week_from <= self.week <= rule.week_to:
                continue
            deals, targets = self.choose(rule, self.applies(rule, place))
            if len(deals) == 0:
                continue
            self.perform(rule, deals, targets)
            self.uses[place, deals] += 1
            self.last_use[place, deals] = self.week

    def price_of(self, rule):
        act, channel = getattr(self.plan.acts, rule.act), getattr(self.plan.channels, rule.channel)
        return F(act.hours + channel.hours), F(act.cost + channel.cost)

    def applies(self, rule, place):
        hours, cost = self.price_of(rule)
        mask = self.active & (self.hours_left >= hours) & (self.cost + cost <= self.company.strategy.budget)
        mask &= self.uses[place] < rule.limit
        return np.flatnonzero(mask & (self.week - self.last_use[place] >= rule.cooldown))

    def choose(self, rule, deals):
        """Of these deals the ones in which the rule finds somebody to turn to, and whom: the most wanted, of equals the
        most important."""
        members = self.plan.candidates[rule.first_candidate : rule.last_candidate]
        if len(deals) == 0 or not members:
            return deals[:0], deals[:0]
        places = np.ix_(members, deals)
        may = self.touches[places] < TOUCH_LIMIT
        if rule.act == "address":
            may &= (self.heard[:, members][:, :, deals] > OPEN_OBJECTION).any(axis=0)
        wanted = np.zeros(may.shape, F)
        if rule.selector == "uncontacted":
            may &= self.contacts[places] == 0
        elif rule.selector == "most_opposed":
            may &= self.contacts[places] > 0
            wanted = -self.seen[places]
        elif rule.selector == "role":
            wanted = -self.last_touch[places].astype(F)
        best = np.where(may, wanted, F(-1e30)).argmax(axis=0)
        found = may[best, np.arange(len(deals))]
        return deals[found], np.array(members)[best[found]]

    def perform(self, rule, deals, who):
        """One touch in each of these deals, of the member `who`; both (n_touch)."""
        company, constants = self.company, self.constants
        act, channel = getattr(self.plan.acts, rule.act), getattr(self.plan.channels, rule.channel)
        hours, cost = self.price_of(rule)
        self.hours_left[deals] -= hours
        self.hours[deals] += hours
        self.cost[deals] += cost
        self.touches[who, deals] += 1
        self.last_touch[who, deals] = self.week
        landed = self.random(len(deals)) < self.reach(channel, deals, who)
        felt = np.where(landed, F(channel.intrusion), F(channel.intrusion * constants.intrusion_missed))
        self.intrusion[who, deals] += felt
        deals, who = deals[landed], who[landed]
        self.attention_to_come[who, deals] += F(act.attention)
        topic = self.largest_known(deals, who) if rule.act == "address" else np.full(len(deals), -1)
        skill = np.array(self.plan.competence, F)[topic]
        well = self.well_received(deals, who, skill)
        deals, who, topic, skill = deals[well], who[well], topic[well], skill[well]
        force = self.force(rule, channel, deals, who, topic, skill)
        self.trust_to_come[who, deals] += force * F(act.trust)
        self.rapport_to_come[who, deals] += force * F(act.rapport)
        self.understanding_to_come[who, deals] += force * F(act.value)
        theirs = company.topic[:, who]
        answered = (act.topics >> np.maximum(theirs, 0) & 1).astype(bool) & (theirs >= 0)
        speaks_to = np.where(topic >= 0, theirs == topic, answered)
        self.relief_to_come[:, who, deals] += np.where(speaks_to, force * F(act.relief), F(0))
        if rule.act == "offer":
            asked = max(self.plan.price[0] * (1 - rule.discount), self.plan.floor_price)
            self.price[0, deals] = np.minimum(self.price[0, deals], F(asked))
        self.take_note(channel, deals, who)

    def reach(self, channel, deals, who):
        company, constants = self.company, self.constants
        familiar = np.where(self.contacts[who, deals] > 0, F(constants.familiarity), F(0))
        accessibility = company.accessibility[who, 0]
        openness = accessibility + (1 - accessibility) * np.maximum(familiar, self.rapport[who, deals])
        least = constants.self_preparation
        prepared = least + (1 - least) * company.strategy.preparation * self.plan.segment_fit
        chance = F(channel.reach * prepared) * openness
        if channel.granted:
            felt = self.need[deals] * company.felt_need[who, 0]
            chance *= logistic(F(constants.meeting_steepness) * (felt - F(constants.meeting_need)))
        return chance

    def largest_known(self, deals, who):
        """Topic of the largest open objection of each."""
        heard = self.heard[:, who, deals]
        size = np.where(heard > OPEN_OBJECTION, self.company.belief_weight[:, who] * heard, F(-1))
        return self.company.topic[size.argmax(axis=0), who]

    def well_received(self, deals, who, skill):
        constants, professionalism = self.constants, F(self.company.strategy.professionalism)
        blunder = self.random(len(deals)) - professionalism
        well = blunder < 0
        unforgiven = ~well & (self.stage[deals] <= SCREENING)
        unforgiven &= blunder < F(constants.screening_strictness) * (1 - professionalism)
        lacking = np.maximum(self.company.expertise[who, 0] - skill, 0) * F(constants.expertise_distrust)
        events = np.where(well, lacking, np.where(unforgiven, F(0), F(constants.unprofessional_distrust)))
        self.bad[0, who, deals] += events * F(constants.negative_weight)
        if unforgiven.any():
            self.close(deals[unforgiven], ELIMINATED, self.company.reasons["unprofessional"])
        return well

    def force(self, rule, channel, deals, who, topic, skill):
        constants = self.constants
        skilled = constants.competence_floor + F(1 - constants.competence_floor) * skill
        trusted = constants.distrust_floor + F(1 - constants.distrust_floor) * self.trust(0, (who, deals))
        suits = (getattr(self.plan.evidence_topics, rule.evidence) >> np.maximum(topic, 0) & 1) | (topic < 0)
        return F(channel.richness) * skilled * trusted * np.where(suits, F(1), F(constants.evidence_misfit))

    def take_note(self, channel, deals, who):
        self.contacts[who, deals] += 1
        error = F(self.constants.seen_noise * (1 - channel.richness)) * self.normal(len(deals))
        utility = self.utility[:, who, deals]
        weights = np.exp(utility - utility.max(axis=0))
        self.seen[who, deals] = unit(weights[0] / weights.sum(axis=0) + error)
        self.heard[:, who, deals] = self.severity[:, who, deals]

    # Minds

    def trust(self, supplier, places=...):
        """Trust in a supplier: of everyone, or at places (members, deals)."""
        weight = F(self.constants.trust_prior_evidence)
        good, bad = self.good[supplier][places], self.bad[supplier][places]
        first = self.company.first_trust[supplier]
        if places is not ...:
            first = first[places[0], 0]
        return (good + weight * first) / (good + bad + weight)

    def aware(self):
        return self.attention >= self.constants.awareness_threshold

    def pestering(self):
        return np.maximum(self.intrusion - self.company.patience, 0)

    def digest(self):
        constants, state = self.constants, self.state
        share = F(constants.digestion)
        state["attention"] *= F(constants.attention_kept)
        for name in ("attention", "rapport", "understanding"):
            state[name] += unit(state[name + "_to_come"] * share) * (1 - state[name])
        state["good"] *= F(constants.trust_forgetting)
        state["bad"] *= F(constants.trust_forgetting)
        state["good"][0] += state["trust_to_come"] * share
        state["bad"][0] += self.pestering() * F(constants.intrusion_distrust * constants.negative_weight)
        state["severity"] *= 1 - unit(state["relief_to_come"] * share)
        for name in ("attention", "rapport", "understanding", "trust", "relief"):
            state[name + "_to_come"] *= 1 - share

    def felt_price(self, supplier):
        price = self.price[supplier]
        return price * (1 - F(self.constants.value_framing) * self.understanding) if supplier == 0 else price

    def worth(self, supplier):
        """The company's purchase and everyone's own: (n_member, n_deal)."""
        company, constants, budget = self.company, self.constants, F(self.plan.budget)
        corporate = F(-constants.quality_penalty)
        if company.good_enough[supplier]:
            paid = self.felt_price(supplier) / budget
            corporate = company.task_worth[supplier] + company.price_weight * (1 - paid)
        stake = company.personal_stake * F(constants.personal_purchase)
        worth = (1 - stake) * corporate + stake * company.person_worth[supplier]
        return worth - F(constants.budget_penalty) * (self.price[supplier] > budget)

    def own_view_of_nothing(self):
        return F(self.plan.comfort) - F(self.plan.urgency) * unit(self.need * self.company.felt_need)

    def own_views(self):
        """(n_alternative, n_member, n_deal)."""
        company, constants, plan = self.company, self.constants, self.plan
        views = np.empty((company.suppliers + 1, company.members, len(self.active)), F)
        for i in range(company.suppliers):
            views[i] = self.worth(i) + F(constants.trust_gain) * (2 * self.trust(i) - 1)
            views[i] -= F(plan.switching * (not plan.incumbent[i]) + plan.doubts[i])
        views[0] += company.leaning + company.personal_stake * F(constants.rapport_gain) * self.rapport
        views[0] -= (company.weight[:, :, None] * self.severity).sum(axis=0)
        views[0] -= F(constants.attention_weight) * (1 - self.attention)
        views[0] -= F(constants.intrusion_weight) * self.pestering()
        views[-1] = self.own_view_of_nothing()
        return views

    def form_views(self, alone=False):
        """Friedkin & Johnsen; about our offer only those are heard who know of it."""
        own = self.own_views()
        if not alone:
            heard, total = np.zeros_like(own), np.zeros_like(own)
            aware = np.ones_like(own)
            aware[0] = self.aware()
            spoken = self.utility * aware
            for colleague, share in zip(self.company.colleague, self.company.hears):
                heard += share * spoken[:, colleague]
                total += share * aware[:, colleague]
            listens = self.company.susceptibility * (total > 0)
            own += listens * (heard / np.maximum(total, F(1e-9)) - own)
        self.state["utility"] = own

    # The client

    def move_client(self):
        plan, deals = self.plan, len(self.active)
        shock = F(plan.need_shock) * self.normal(deals)
        self.state["need"] = unit(self.need + F(plan.need_drift) + shock)
        called = np.flatnonzero(self.random(deals) < plan.contact_hazard[1])
        self.good[1, self.by_vote(len(called)), called] += F(plan.contact_effect[1])

    def by_vote(self, count):
        return np.searchsorted(self.company.reach_of_votes, self.random(count), side="right")

    def enter(self, mask, stage):
        self.stage[mask] = stage
        self.stage_week[mask] = self.week

    def advance(self):
        plan = self.plan
        awareness = (self.company.votes * self.aware()).sum(axis=0)
        self.enter((self.stage == UNAWARE) & (awareness > 0), SCREENING)
        screened = (self.week - self.stage_week >= plan.screening_weeks) & (awareness >= plan.coverage)
        self.enter((self.stage == SCREENING) & screened, EVALUATION)
        if self.week < plan.decision_week:
            return
        early = self.stage <= SCREENING
        self.state["without_us"] |= early
        evaluated = (self.stage == EVALUATION) & (self.week - self.stage_week >= plan.evaluation_weeks)
        self.enter(early | evaluated, DECISION)

    def decide(self):
        """One member's choice counts, drawn by voting weight."""
        deals = np.flatnonzero(self.active & (self.stage == DECISION))
        if len(deals) == 0:
            return
        utility = self.utility[:, self.by_vote(len(deals)), deals]
        weights = np.exp(utility - utility.max(axis=0))
        weights[0, self.without_us[deals]] = 0
        reached = np.cumsum(weights, axis=0)
        choice = (self.random(len(deals)) * reached[-1] >= reached[:-1]).sum(axis=0)
        ours = choice == 0
        self.open_talks(deals[ours])
        others, choice = deals[~ours], choice[~ours]
        outcome = np.where(choice < self.company.suppliers, LOST, NO_DECISION)
        self.close(others, outcome, self.blame(others, choice))

    def blame(self, deals, choice):
        """Reasons of those who stood in the way most; choice None: whatever each of them liked best."""
        utility = self.utility[:, :, deals]
        best = utility[1:].max(axis=0)
        holder = (self.company.votes * (best - utility[0])).argmax(axis=0)
        if choice is None:
            liked = utility[:, holder, np.arange(len(deals))]
            choice = np.where(liked[-1] >= liked[1], self.company.suppliers, 1)
        reason = self.reason_of(deals, holder, choice)
        return np.where(self.without_us[deals], self.company.reasons["forgotten"], reason)

    def reason_of(self, deals, who, other):
        company, constants, plan, reasons = self.company, self.constants, self.plan, self.company.reasons
        nothing = other == company.suppliers
        budget, corporate = F(plan.budget), 1 - company.personal_stake[who, 0]
        felt = np.where(nothing, budget, self.price[1, deals])
        ours = self.felt_price(0)[who, deals]
        dear = F(constants.budget_penalty) * (self.price[0, deals] > budget)
        dear += corporate * company.price_weight[who, 0] * np.maximum(ours - felt, 0) / budget
        safe = (nothing | bool(plan.incumbent[1])) & (not plan.incumbent[0])
        worse = self.worth(1)[who, deals] - self.worth(0)[who, deals] - dear
        doing_nothing = self.own_view_of_nothing()[who, deals]
        terms = {
            "price": dear,
            "quality": corporate * F(constants.quality_penalty * (not company.good_enough[0])),
            "distrust": F(constants.trust_gain) * (1 - 2 * self.trust(0)[who, deals]),
            "switching": F(plan.switching) * safe,
            "pestered": F(constants.intrusion_weight) * self.pestering()[who, deals],
            "forgotten": F(constants.attention_weight) * (1 - self.attention[who, deals]),
            "leaning": -company.leaning[who, 0],
            "no_need": np.where(nothing, doing_nothing, F(0)),
            "rival_offer": np.where(nothing, F(0), worse),
        }
        sizes = np.concatenate([company.weight[:, who] * self.severity[:, who, deals], np.stack(list(terms.values()))])
        built_in = np.array([reasons[name] for name in terms])[:, None].repeat(len(deals), axis=1)
        names = np.concatenate([company.topic[:, who], built_in])
        largest, column_of = sizes.argmax(axis=0), np.arange(len(deals))
        return np.where(sizes[largest, column_of] > 0, names[largest, column_of], reasons["no_agreement"])

    # The negotiation on the price; levels are shares of the way from the floor to our offer

    def open_talks(self, deals):
        plan, constants = self.plan, self.constants
        utility = self.utility[:, :, deals]
        behind = (self.company.votes * (utility[1:].max(axis=0) - utility[0])).sum(axis=0)
        reserve = plan.their_reserve + F(constants.power_gain) * behind - F(constants.scarcity_gain * plan.scarcity)
        self.their_reserve[deals] = np.clip(reserve, 0.02, 0.95)
        self.enter(deals, NEGOTIATION)

    def demand(self, beta, rounds, reserve, at):
        opening = F(self.constants.opening_concession)
        given_up = opening + (1 - opening) * np.minimum(at / F(rounds), 1) ** F(1 / beta)
        return 1 - given_up * (1 - reserve)

    def negotiate(self, talking):
        """A round in the deals that talk."""
        plan, strategy = self.plan, self.company.strategy
        deals = talking[self.active[talking]]
        if len(deals) == 0:
            return
        self.round[deals] += 1
        at = self.round[deals]
        us = (strategy.beta, strategy.rounds, F(strategy.reserve))
        them = (plan.their_beta, plan.their_rounds, self.their_reserve[deals])
        asked, offered = self.demand(*us, at), 1 - self.demand(*them, at)
        they_accept = 1 - asked >= self.demand(*them, at + 1)
        agreed = they_accept | (offered >= self.demand(*us, at + 1))
        share = np.where(they_accept, asked, offered)[agreed]
        floor = F(min(plan.floor_price, plan.price[0]))
        done = deals[agreed]
        self.close(done, WON, -1, floor + share * (self.price[0, done] - floor))
        gone = deals[~agreed & (at >= plan.their_rounds)]
        liked = (self.company.votes * self.utility[1:, :, gone]).sum(axis=1)
        nothing = liked.argmax(axis=0) == self.company.suppliers - 1
        self.close(gone, np.where(nothing, NO_DECISION, LOST), self.company.reasons["negotiation"])

    # The whole batch

    def play_week(self):
        self.week += 1
        self.move_client()
        self.sell()
        self.throw_out()
        self.digest()
        self.form_views()
        talking = np.flatnonzero(self.active & (self.stage == NEGOTIATION))
        self.advance()
        self.decide()
        for _ in range(self.plan.rounds_per_week):
            self.negotiate(talking)
        self.throw_out()

    def play(self):
        while self.week < self.plan.horizon and self.active.any():
            self.play_week()
        rest = np.flatnonzero(self.active)
        if len(rest) > 0:
            talking = self.stage[rest] == NEGOTIATION
            reason = np.where(talking, self.company.reasons["negotiation"], self.blame(rest, None))
            self.close(rest, NO_DECISION, reason)
        self.serve()
        return self.rows

    def serve(self):
        """The quarters after a sale."""
        plan, constants, conduct = self.plan, self.constants, self.company.strategy.after_sale
        won = self.rows["outcome"] == WON
        price = self.rows["price"][won]
        margin = price - F(plan.cost)
        value, open_deals = np.zeros_like(price), np.ones(len(price), bool)
        satisfaction, volume = np.full_like(price, 0.5), np.ones_like(price)
        contract_from, recommended, money = np.zeros_like(price), np.zeros_like(price), 1.0
        made_good = constants.service_gain * conduct.service + constants.training_gain * conduct.training
        gap = plan.delivered + (1 - plan.delivered) * min(max(made_good, 0), 1) - plan.promised
        deserved = 0.5 + constants.satisfaction_gap * (gap if gap > 0 else gap * constants.negative_weight)
        deserved = min(max(deserved, 0), 1)
        filled = conduct.availability * (1 - constants.delivery_loss * (1 - conduct.delivery))
        for quarter in range(1, plan.quarters + 1):
            money *= plan.discount_factor
            satisfaction += F(constants.satisfaction_rate) * (F(deserved) - satisfaction)
            breaks = self.random(len(price)) < constants.breakdown * (1 - conduct.reliability)
            satisfaction = unit(satisfaction - breaks * F(constants.breakdown_loss * (1 - conduct.service)))
            mood = satisfaction - F(0.5)
            cost = conduct.service_cost * conduct.service + (conduct.training_cost * conduct.training) * (quarter == 1)
            value += open_deals * F(money) * (F(plan.repeat * filled) * volume * margin - F(cost))
            talk = np.where(mood > 0, mood, mood * F(constants.negative_weight))
            recommended += open_deals * F(2 * constants.recommending) * talk
            volume = np.clip(volume * (1 + F(constants.volume_growth) * mood), 0.1, 5)
            due = quarter - contract_from >= conduct.contract_quarters
            odds = F(constants.renewal + plan.switching) + F(constants.renewal_satisfaction) * mood
            renewed = self.random(len(price)) < logistic(odds)
            open_deals &= ~due | renewed
            contract_from[due] = quarter
        self.rows["lifetime_value"] = -self.rows["cost"]
        value += recommended * F(plan.recommendation) * np.maximum(margin, 0)
        self.rows["lifetime_value"][won] += margin + value


def play(plan, deals, seed):
    """Plays so many deals. Columns as in plan.COLUMNS, as arrays."""
    company, luck = Company(plan), np.random.Generator(np.random.SFC64(seed))
    batches = [Deals(company, min(BATCH, deals - first), luck).play() for first in range(0, deals, BATCH)]
    return {name: np.concatenate([batch[name] for batch in batches]) for name in COLUMNS}
