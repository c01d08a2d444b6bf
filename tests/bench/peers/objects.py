"""The plain-object peer: people, objections and deals as objects, one deal after the other, in ordinary Python."""

import math
import random

from plan import COLUMNS, DECISION, EVALUATION, NEGOTIATION, OPEN_OBJECTION, SCREENING, TOUCH_LIMIT, UNAWARE
from plan import ELIMINATED, LOST, NO_DECISION, WON, bits, links_of, reason_index, worth_without_price


def logistic(x):
    return 1 / (1 + math.exp(-x))


def unit(x):
    return min(max(x, 0.0), 1.0)


class Objection:
    def __init__(self, topic, weight, severity, belief_weight, belief_severity):
        self.topic = topic
        self.weight = weight
        self.severity = severity
        self.belief_weight = belief_weight
        self.heard = belief_severity
        self.relief_to_come = 0.0

    def is_open(self):
        return self.heard > OPEN_OBJECTION


class Person:
    """A stakeholder: traits that stay, a mind that moves."""

    def __init__(self, company, place):
        plan = company.plan
        self.place = place
        self.vote = company.votes[place]
        for trait in ("susceptibility", "expertise", "personal_stake", "patience", "accessibility", "felt_need"):
            setattr(self, trait, getattr(plan, trait)[place])
        self.leaning = plan.leaning[place]
        self.price_weight = plan.price_weight[place]
        self.task_worth = company.task_worth[place]
        self.person_worth = company.person_worth[place]
        suppliers = len(plan.price)
        self.first_trust = plan.initial_trust[place * suppliers : (place + 1) * suppliers]
        self.objections = [
            Objection(
                plan.root_topic[o],
                plan.objection_weight[o],
                plan.severity[o],
                plan.belief_objection_weight[o],
                plan.belief_severity[o],
            )
            for o in range(plan.objection_begin[place], plan.objection_begin[place + 1])
        ]
        self.links = company.links[place]
        self.good = [0.0] * suppliers
        self.bad = [0.0] * suppliers
        self.attention = plan.attention[place]
        self.intrusion = self.rapport = self.understanding = 0.0
        self.attention_to_come = self.rapport_to_come = self.understanding_to_come = self.trust_to_come = 0.0
        self.contacts = self.touches = self.last_touch = 0
        self.seen = None
        self.utility = []

    def largest_known(self):
        """The largest open objection, or None."""
        still_open = [objection for objection in self.objections if objection.is_open()]
        return max(still_open, key=lambda objection: objection.belief_weight * objection.heard, default=None)

    def pestering(self):
        return max(self.intrusion - self.patience, 0.0)

    def chances(self, without_us=False):
        """Chance to choose each alternative."""
        top = max(self.utility)
        weights = [math.exp(utility - top) for utility in self.utility]
        if without_us:
            weights[0] = 0.0
        total = sum(weights)
        return [weight / total for weight in weights]


class Company:
    """What all deals have in common."""

    def __init__(self, plan):
        self.plan = plan
        self.constants = plan.assumptions
        self.strategy = plan.strategies[0]
        self.rules = plan.rules
        total = sum(plan.authority)
        size = len(plan.who)
        self.votes = [authority / total if total > 0 else 1 / size for authority in plan.authority]
        self.task_worth = worth_without_price(plan, plan.task_criteria)
        self.person_worth = worth_without_price(plan, plan.person_criteria)
        self.links = [links_of(plan, member) for member in range(size)]
        self.nothing = len(plan.price)
        criteria = len(plan.attribute) // self.nothing
        self.good_enough = [
            plan.attribute[i * criteria + plan.quality] >= plan.required_quality for i in range(self.nothing)
        ]
        self.reasons = {
            name: reason_index(plan, name)
            for name in plan.names.reason[len(plan.names.topic) :]
        }


class Talks:
    """The negotiation on the price: levels are shares of the way from the floor to our offer."""

    def __init__(self, deal):
        plan, constants, strategy = deal.plan, deal.constants, deal.company.strategy
        behind = sum(person.vote * (max(person.utility[1:]) - person.utility[0]) for person in deal.people)
        reserve = plan.their_reserve + constants.power_gain * behind - constants.scarcity_gain * plan.scarcity
        self.us = (strategy.beta, strategy.rounds, strategy.reserve)
        self.them = (plan.their_beta, plan.their_rounds, min(max(reserve, 0.02), 0.95))
        self.opening = constants.opening_concession
        self.round = 0

    def demand(self, party, at):
        beta, rounds, reserve = party
        time = min(at / rounds, 1.0)
        given_up = self.opening + (1 - self.opening) * time ** (1 / beta)
        return 1 - given_up * (1 - reserve)


class Deal:
    """One replicate."""

    def __init__(self, company, luck):
        plan = company.plan
        self.company, self.plan, self.constants, self.luck = company, plan, company.constants, luck
        self.people = [Person(company, place) for place in range(len(plan.who))]
        self.outcome = self.reason = None
        self.week = 0
        self.need = plan.need
        self.stage, self.stage_week = UNAWARE, 0
        self.without_us = False
        self.offers = list(plan.price)
        self.hours = self.hours_left = self.cost_of_sale = 0.0
        self.uses = [0] * len(plan.rules)
        self.last_use = [None] * len(plan.rules)
        self.talks = None
        self.price = self.margin = self.lifetime_value = 0.0
        self.form_views(alone=True)

    def close(self, outcome, reason):
        self.outcome, self.reason = outcome, reason

    # The seller

    def sell(self):
        self.hours_left = self.company.strategy.hours
        for person in self.people:
            person.intrusion *= self.constants.intrusion_kept
            person.touches = 0
        for place, rule in enumerate(self.company.rules):
            if self.outcome is not None:
                return
            if not self.applies(rule, place):
                continue
            target = self.choose(rule)
            if target is None:
                continue
            self.perform(rule, target)
            self.uses[place] += 1
            self.last_use[place] = self.week

    def applies(self, rule, place):
        hours, cost = self.price_of(rule)
        rested = self.last_use[place] is None or self.week - self.last_use[place] >= rule.cooldown
        return (
            rule.week_from <= self.week <= rule.week_to
            and hours <= self.hours_left
            and self.cost_of_sale + cost <= self.company.strategy.budget
            and self.uses[place] < rule.limit
            and rested
        )

    def price_of(self, rule):
        act, channel = getattr(self.plan.acts, rule.act), getattr(self.plan.channels, rule.channel)
        return act.hours + channel.hours, act.cost + channel.cost

    def choose(self, rule):
        """The member that the rule turns to: the most wanted, of equals the most important."""
        best, most = None, None
        for place in self.plan.candidates[rule.first_candidate : rule.last_candidate]:
            person = self.people[place]
            if person.touches >= TOUCH_LIMIT or (rule.act == "address" and person.largest_known() is None):
                continue
            wanted = 0.0
            if rule.selector == "uncontacted" and person.contacts > 0:
                continue
            if rule.selector == "most_opposed":
                if person.contacts == 0:
                    continue
                wanted = -person.seen
            if rule.selector == "role":
                wanted = -person.last_touch
            if most is None or wanted > most:
                best, most = person, wanted
        return best

    def perform(self, rule, person):
        constants = self.constants
        act, channel = getattr(self.plan.acts, rule.act), getattr(self.plan.channels, rule.channel)
        hours, cost = self.price_of(rule)
        self.hours_left -= hours
        self.hours += hours
        self.cost_of_sale += cost
        person.touches += 1
        person.last_touch = self.week
        landed = self.luck.random() < self.reach(channel, person)
        person.intrusion += channel.intrusion * (1 if landed else constants.intrusion_missed)
        if not landed:
            return
        person.attention_to_come += act.attention
        topic = person.largest_known().topic if rule.act == "address" else None
        skill = self.plan.competence[-1 if topic is None else topic]
        if not self.is_well_received(person, skill):
            return
        force = self.force(rule, channel, person, topic, skill)
        person.trust_to_come += force * act.trust
        person.rapport_to_come += force * act.rapport
        person.understanding_to_come += force * act.value
        for objection in person.objections:
            if objection.topic == topic if topic is not None else objection.topic in bits(act.topics):
                objection.relief_to_come += force * act.relief
        if rule.act == "offer":
            self.offers[0] = min(self.offers[0], max(self.plan.price[0] * (1 - rule.discount), self.plan.floor_price))
        self.take_note(channel, person)

    def reach(self, channel, person):
        constants = self.constants
        familiar = constants.familiarity if person.contacts > 0 else 0.0
        openness = person.accessibility + (1 - person.accessibility) * max(familiar, person.rapport)
        least = constants.self_preparation
        prepared = least + (1 - least) * self.company.strategy.preparation * self.plan.segment_fit
        chance = channel.reach * openness * prepared
        if channel.granted:
            felt = self.need * person.felt_need
            chance *= logistic(constants.meeting_steepness * (felt - constants.meeting_need))
        return chance

    def is_well_received(self, person, skill):
        constants, professionalism = self.constants, self.company.strategy.professionalism
        blunder = self.luck.random() - professionalism
        if blunder >= 0:
            if self.stage <= SCREENING and blunder < constants.screening_strictness * (1 - professionalism):
                self.close(ELIMINATED, self.company.reasons["unprofessional"])
            else:
                self.distrust(person, constants.unprofessional_distrust)
            return False
        if person.expertise > skill:
            self.distrust(person, (person.expertise - skill) * constants.expertise_distrust)
        return True

    def force(self, rule, channel, person, topic, skill):
        constants = self.constants
        force = (
            channel.richness
            * (constants.competence_floor + (1 - constants.competence_floor) * skill)
            * (constants.distrust_floor + (1 - constants.distrust_floor) * self.trust(person, 0))
        )
        if topic is not None and not getattr(self.plan.evidence_topics, rule.evidence) >> topic & 1:
            force *= constants.evidence_misfit
        return force

    def take_note(self, channel, person):
        person.contacts += 1
        error = self.constants.seen_noise * (1 - channel.richness) * self.luck.gauss(0, 1)
        person.seen = unit(person.chances()[0] + error)
        for objection in person.objections:
            objection.heard = objection.severity

    # Minds

    def trust(self, person, supplier):
        weight = self.constants.trust_prior_evidence
        good, bad = person.good[supplier], person.bad[supplier]
        return (good + weight * person.first_trust[supplier]) / (good + bad + weight)

    def distrust(self, person, events):
        person.bad[0] += events * self.constants.negative_weight

    def is_aware(self, person):
        return person.attention >= self.constants.awareness_threshold

    def digest(self, person):
        constants = self.constants
        share = constants.digestion

        def grown(level, waiting):
            return level + unit(waiting * share) * (1 - level)

        person.attention = grown(person.attention * constants.attention_kept, person.attention_to_come)
        person.rapport = grown(person.rapport, person.rapport_to_come)
        person.understanding = grown(person.understanding, person.understanding_to_come)
        person.good = [events * constants.trust_forgetting for events in person.good]
        person.bad = [events * constants.trust_forgetting for events in person.bad]
        person.good[0] += person.trust_to_come * share
        self.distrust(person, person.pestering() * constants.intrusion_distrust)
        for objection in person.objections:
            objection.severity *= 1 - unit(objection.relief_to_come * share)
            objection.relief_to_come *= 1 - share
        person.attention_to_come *= 1 - share
        person.rapport_to_come *= 1 - share
        person.understanding_to_come *= 1 - share
        person.trust_to_come *= 1 - share

    def felt_price(self, person, supplier):
        if supplier > 0:
            return self.offers[supplier]
        return self.offers[0] * (1 - self.constants.value_framing * person.understanding)

    def worth(self, person, supplier):
        """The company's purchase and his own."""
        plan, constants = self.plan, self.constants
        corporate = -constants.quality_penalty
        if self.company.good_enough[supplier]:
            paid = self.felt_price(person, supplier) / plan.budget
            corporate = person.task_worth[supplier] + person.price_weight * (1 - paid)
        unaffordable = constants.budget_penalty if self.offers[supplier] > plan.budget else 0.0
        stake = person.personal_stake * constants.personal_purchase
        return (1 - stake) * corporate + stake * person.person_worth[supplier] - unaffordable

    def own_view(self, person, alternative):
        plan, constants = self.plan, self.constants
        if alternative == self.company.nothing:
            return plan.comfort - plan.urgency * unit(self.need * person.felt_need)
        view = self.worth(person, alternative) + constants.trust_gain * (2 * self.trust(person, alternative) - 1)
        if not plan.incumbent[alternative]:
            view -= plan.switching
        if alternative > 0:
            return view - plan.doubts[alternative]
        view += person.leaning + person.personal_stake * constants.rapport_gain * person.rapport
        view -= sum(objection.weight * objection.severity for objection in person.objections)
        view -= constants.attention_weight * (1 - person.attention)
        return view - constants.intrusion_weight * person.pestering()

    def form_views(self, alone=False):
        """Everyone's views for the coming week; colleagues are heard as they spoke last week."""
        views = []
        for person in self.people:
            own = [self.own_view(person, alternative) for alternative in range(self.company.nothing + 1)]
            views.append(own if alone else [self.after_listening(person, i, view) for i, view in enumerate(own)])
        for person, utility in zip(self.people, views):
            person.utility = utility

    def after_listening(self, person, alternative, own):
        """Friedkin & Johnsen; about our offer only those are heard who know of it."""
        heard = total = 0.0
        for colleague, weight in person.links:
            speaker = self.people[colleague]
            if alternative == 0 and not self.is_aware(speaker):
                continue
            heard += weight * speaker.utility[alternative]
            total += weight
        if total <= 0:
            return own
        return person.susceptibility * heard / total + (1 - person.susceptibility) * own

    # The client

    def move_rival(self):
        plan = self.plan
        if self.luck.random() < plan.contact_hazard[1]:
            self.by_vote().good[1] += plan.contact_effect[1]

    def by_vote(self):
        return self.luck.choices(self.people, self.company.votes)[0]

    def enter(self, stage):
        self.stage, self.stage_week = stage, self.week

    def advance(self):
        plan = self.plan
        awareness = sum(person.vote for person in self.people if self.is_aware(person))
        if self.stage == UNAWARE and awareness > 0:
            self.enter(SCREENING)
        screened = self.week - self.stage_week >= plan.screening_weeks and awareness >= plan.coverage
        if self.stage == SCREENING and screened:
            self.enter(EVALUATION)
        if self.week < plan.decision_week:
            return
        if self.stage <= SCREENING:
            self.without_us = True
            self.enter(DECISION)
        elif self.stage == EVALUATION and self.week - self.stage_week >= plan.evaluation_weeks:
            self.enter(DECISION)

    def decide(self):
        """One member's choice counts, drawn by voting weight."""
        alternatives = range(self.company.nothing + 1)
        choice = self.luck.choices(alternatives, self.by_vote().chances(self.without_us))[0]
        if choice == 0:
            self.talks = Talks(self)
            self.enter(NEGOTIATION)
            return
        self.close(LOST if choice < self.company.nothing else NO_DECISION, self.blame(choice))

    def blame(self, choice):
        """The reason of the member who stood in the way most."""
        nothing = self.company.nothing
        if self.without_us:
            return self.company.reasons["forgotten"]
        holder, other, most = None, nothing, -math.inf
        for person in self.people:
            best = max(range(nothing, 0, -1), key=lambda i: person.utility[i])
            block = person.vote * (person.utility[best] - person.utility[0])
            if block > most:
                holder, other, most = person, best, block
        return self.reason_of(holder, other if choice is None else choice)

    def reason_of(self, person, other):
        plan, constants, reasons = self.plan, self.constants, self.company.reasons
        nothing = other == self.company.nothing
        corporate = 1 - person.personal_stake
        felt = plan.budget if nothing else self.felt_price(person, other)
        dear = constants.budget_penalty if self.offers[0] > plan.budget else 0.0
        dear += corporate * person.price_weight * max(self.felt_price(person, 0) - felt, 0.0) / plan.budget
        terms = [(objection.weight * objection.severity, objection.topic) for objection in person.objections]
        terms.append((dear, reasons["price"]))
        if not self.company.good_enough[0]:
            terms.append((corporate * constants.quality_penalty, reasons["quality"]))
        terms.append((constants.trust_gain * (1 - 2 * self.trust(person, 0)), reasons["distrust"]))
        if (nothing or plan.incumbent[other]) and not plan.incumbent[0]:
            terms.append((plan.switching, reasons["switching"]))
        terms.append((constants.intrusion_weight * person.pestering(), reasons["pestered"]))
        terms.append((constants.attention_weight * (1 - person.attention), reasons["forgotten"]))
        terms.append((-person.leaning, reasons["leaning"]))
        if nothing:
            terms.append((self.own_view(person, other), reasons["no_need"]))
        else:
            terms.append((self.worth(person, other) - self.worth(person, 0) - dear, reasons["rival_offer"]))
        size, reason = max(terms, key=lambda term: term[0])
        return reason if size > 0 else reasons["no_agreement"]

    # The negotiation

    def negotiate(self):
        talks = self.talks
        talks.round += 1
        asked = talks.demand(talks.us, talks.round)
        if 1 - asked >= talks.demand(talks.them, talks.round + 1):
            return self.agree(asked)
        offered = 1 - talks.demand(talks.them, talks.round)
        if offered >= talks.demand(talks.us, talks.round + 1):
            return self.agree(offered)
        if talks.round >= talks.them[1]:
            self.walk_away()
        return None

    def agree(self, share):
        self.close(WON, -1)
        floor = min(self.plan.floor_price, self.plan.price[0])
        self.price = floor + share * (self.offers[0] - floor)
        self.margin = self.price - self.plan.cost

    def walk_away(self):
        nothing = self.company.nothing
        liked = [sum(person.vote * person.utility[i] for person in self.people) for i in range(1, nothing + 1)]
        best = 1 + liked.index(max(liked))
        self.close(NO_DECISION if best == nothing else LOST, self.company.reasons["negotiation"])

    # The whole deal

    def play_week(self):
        self.week += 1
        talking = self.talks is not None
        plan = self.plan
        self.need = unit(self.need + plan.need_drift + plan.need_shock * self.luck.gauss(0, 1))
        self.move_rival()
        self.sell()
        if self.outcome is not None:
            return
        for person in self.people:
            self.digest(person)
        self.form_views()
        self.advance()
        if self.stage == DECISION:
            self.decide()
        for _ in range(plan.rounds_per_week if talking else 0):
            if self.outcome is None:
                self.negotiate()

    def play(self):
        while self.outcome is None and self.week < self.plan.horizon:
            self.play_week()
        if self.outcome is None:
            talking = self.stage == NEGOTIATION
            self.close(NO_DECISION, self.company.reasons["negotiation"] if talking else self.blame(None))
        self.serve()
        return self

    def serve(self):
        """The quarters after a sale."""
        self.lifetime_value = self.margin - self.cost_of_sale
        if self.outcome != WON or self.plan.quarters == 0:
            return
        plan, constants, conduct = self.plan, self.constants, self.company.strategy.after_sale
        made_good = constants.service_gain * conduct.service + constants.training_gain * conduct.training
        gap = plan.delivered + (1 - plan.delivered) * unit(made_good) - plan.promised
        gain = constants.satisfaction_gap
        deserved = unit(0.5 + gain * (gap if gap > 0 else gap * constants.negative_weight))
        filled = conduct.availability * (1 - constants.delivery_loss * (1 - conduct.delivery))
        satisfaction, volume, contract_from, recommended, money = 0.5, 1.0, 0, 0.0, 1.0
        for quarter in range(1, plan.quarters + 1):
            money *= plan.discount_factor
            satisfaction += constants.satisfaction_rate * (deserved - satisfaction)
            if self.luck.random() < constants.breakdown * (1 - conduct.reliability):
                satisfaction -= constants.breakdown_loss * (1 - conduct.service)
            satisfaction = unit(satisfaction)
            mood = satisfaction - 0.5
            orders = plan.repeat * volume * filled
            cost = conduct.service_cost * conduct.service + (conduct.training_cost * conduct.training) * (quarter == 1)
            self.lifetime_value += money * (orders * (self.price - plan.cost) - cost)
            recommended += constants.recommending * 2 * (mood if mood > 0 else mood * constants.negative_weight)
            volume = min(max(volume * (1 + constants.volume_growth * mood), 0.1), 5.0)
            if quarter - contract_from < conduct.contract_quarters:
                continue
            odds = constants.renewal + plan.switching + constants.renewal_satisfaction * mood
            if self.luck.random() >= logistic(odds):
                break
            contract_from = quarter
        self.lifetime_value += recommended * plan.recommendation * max(self.margin, 0.0)


def play(plan, deals, seed):
    """Plays so many deals. Columns as in plan.COLUMNS, as lists."""
    company, luck = Company(plan), random.Random(seed)
    played = [Deal(company, luck).play() for _ in range(deals)]
    return {name: [getattr(deal, name) for deal in played] for name in COLUMNS}
