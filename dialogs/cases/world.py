"""The small world of a case: its back office, its clock, its answers to effects."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Literal

from dialogs.case import Case, Ending, OfferShown
from dialogs.cases.form import Change, HasAlternative, HasCase, HasEnding, HasRestart, HasService, World
from dialogs.cases.orders import order_of, order_quoted
from dialogs.effects import (
    DisputeEnding,
    Effect,
    EndHandOff,
    HandOff,
    LookUpAccount,
    LookUpQuote,
    MergeCase,
    PreferWay,
)
from dialogs.events import AccountLookedUp, Event, OrderQuoted
from dialogs.ids import CaseId, ChallengeId, CustomerRef, OrderRef, ServiceRef
from dialogs.meaning import Urgency
from dialogs.packs import packaged_pack
from dialogs.turn import Facts, Identity, State
from dialogs.urgent import graver
from dialogs.values import (
    OTHER_PLAN,
    Alternative,
    AlternativeKind,
    Money,
    Order,
    OrderQuote,
    Quote,
    Restart,
    Selection,
    Service,
)

START = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
CODE = "123456"
CUSTOMER = CustomerRef("C-1")
MOST_ATTEMPTS = 5
CONTINUATION = "K7QM-4XRD"
ELSEWHERE = (
    ("webchat", f"https://northlight.example/chat/?continue={CONTINUATION}"),
    ("telegram", f"https://t.me/northlight_bot?start={CONTINUATION}"),
    ("sms", "+1 555 0100"),
)
"""The brand's channels, each with how it takes a code that another one shows."""


class Surroundings:
    """Everything that a case's conversation meets. Counts what is fresh, so that nothing is random."""

    def __init__(self, world: World, channel: str, shares_contact: bool, is_phone: bool) -> None:
        self.world = world
        self.began = world.now or START
        self.now = self.began
        self._channel, self._shares_contact, self._is_phone = channel, shares_contact, is_phone
        self.person_comes = False
        """A person was asked for, and nobody has taken the chat yet."""
        self._waits_for = ""
        self._called_for: Urgency | None = None
        self.attempted = False
        """The back office was asked already to carry out the cancellation at hand."""
        self._met: dict[CaseId, Case] = {}
        self._merged: set[CaseId] = set()
        self._ended: dict[CaseId, Case] = {}
        self._was_asked = False
        """By which way they prefer their confirmations."""
        self._disputed_at: datetime | None = None
        self._fresh = 0
        self._attempts = 0

    def change(self, change: Change) -> None:
        """From now on this is so; what is not named stays."""
        given = {name: getattr(change, name) for name in change.model_fields_set}
        self.world = self.world.model_copy(update=given)

    def remember(self, case: Case | None) -> None:
        """Cases outlive the talk about them: one that another one follows is found again."""
        if case is None:
            return
        if case.id not in self._met:
            self.attempted = False
        self._met[case.id] = case

    def remember_ending(self, case: Case | None) -> None:
        """What the brand ends stands beside the talk's own case."""
        if case is not None:
            self._ended[case.id] = case

    def endings(self) -> tuple[Case, ...]:
        """What the brand ends of this customer's, newest first: told in this talk, and before."""
        before = (self._ending(has, n) for n, has in enumerate(self.world.endings))
        return (
            *reversed(self._ended.values()),
            *(each for each in before if each.id not in self._ended),
        )

    def identity(self) -> Identity | None:
        return Identity(CUSTOMER, by="token") if self.world.vouched else None

    def facts(self) -> Facts:
        """Facts for the next turn, with ids that were not given out before."""
        self._fresh += 1
        world = self.world
        law = packaged_pack(world.pack).at(self.now.date())
        return Facts(
            now=self.now,
            brand=world.brand,
            zone=world.zone,
            channel=self._channel,
            can_share_contact=self._shares_contact,
            sender_phone="+491713920042" if self._is_phone else None,
            codes_allowed=world.codes_allowed,
            pack=law.pack,
            pack_version=law.version,
            rules=law.rules,
            agents_wait=world.agents_wait,
            unprompted=world.unprompted,
            ways=() if self._was_asked else world.ways,
            letters=world.letters,
            person_comes=self.person_comes,
            called_for=self._called_for if self.person_comes else None,
            region=world.region,
            attempted=self.attempted,
            cases=self._cases(),
            endings=self.endings(),
            disputed_at=self._disputed_at if self.person_comes else None,
            mailed_enough=tuple((number, self.now) for number in self._numbers()),
            fresh_case=CaseId(f"case-{self._fresh}"),
            fresh_challenge=ChallengeId(f"challenge-{self._fresh}"),
            fresh_number=f"NL-{self._fresh:06d}",
            fresh_reference=f"look-up-{self._fresh}",
            fresh_code=CONTINUATION,
            elsewhere=tuple(way for way in ELSEWHERE if way[0] != self._channel),
        )

    def before(self) -> tuple[Case, ...]:
        """The cases that other channels left behind, newest first."""
        return tuple(self._case(has, n) for n, has in enumerate(self.world.cases))

    def _cases(self) -> tuple[Case, ...]:
        """Newest first: those of this talk, then those of before."""
        before = (case for case in self.before() if case.id not in self._met)
        every = (*reversed(self._met.values()), *before)
        return tuple(case for case in every if case.id not in self._merged)

    def _numbers(self) -> tuple[str, ...]:
        """Of the records whose confirmation is not sent again just now."""
        if not self.world.mailed_enough:
            return ()
        return tuple(case.record_number for case in self._cases() if case.record_number)

    def first_service(self) -> Service:
        """What an unquoted cancellation turns out to mean."""
        return self._service(self.world.services[0], 1)

    def changed_service(self) -> Service:
        """What a confirmed cancellation means by now."""
        after_yes = self.world.after_yes
        return self.first_service() if after_yes is None else self._service(after_yes, 1)

    def verdict(self, code: str) -> Literal["right", "wrong", "locked"]:
        """Count the attempt, then compare."""
        self._attempts += 1
        if code == CODE and self.world.known and self._attempts <= MOST_ATTEMPTS:
            return "right"
        return "locked" if self._attempts >= MOST_ATTEMPTS else "wrong"

    def answers(self, effects: Sequence[Effect]) -> list[Event]:
        """What the back office says at once to what it was asked; a person who was asked for comes later."""
        self.note(effects)
        if self.world.office == "slow":
            return []
        answers: list[Event] = []
        for effect in effects:
            if isinstance(effect, LookUpAccount):
                answers.append(self.looked_up(effect.reference))
            if isinstance(effect, LookUpQuote):
                answers.append(self.quoted(effect.reference, effect.order, effect.selection))
        return answers

    def note(self, effects: Sequence[Effect]) -> None:
        """Keep in mind what later facts tell of it."""
        self._wait(effects)
        self._merged |= {effect.case for effect in effects if isinstance(effect, MergeCase)}
        self._was_asked |= any(isinstance(effect, PreferWay) for effect in effects)
        self._dispute({effect.case for effect in effects if isinstance(effect, DisputeEnding)})

    def _dispute(self, disputed: set[CaseId]) -> None:
        for case in self.endings():
            if case.id in disputed and case.ending is not None:
                self.remember_ending(replace(case, ending=replace(case.ending, disputed_at=self.now)))

    def answer_to(self, state: State) -> Event:
        """What the back office says, late, to what the conversation waits for."""
        reference, case = state.looking_up or "", state.case
        if state.account == "found" and case is not None and case.order is not None:
            return self.quoted(reference, case.order, case.selection)
        return self.looked_up(reference)

    def quoted(self, reference: str, order: OrderRef, selection: Selection) -> OrderQuoted:
        """What the back office says of cancelling that much of an order."""
        if self.world.office in ("down", "no_quotes"):
            return OrderQuoted("unavailable", self.now, reference=reference)
        there = next((each for each in self._orders() if each.ref == order), None)
        quote = None if there is None else order_quoted(there, selection, self.began.date())
        if quote is None:
            return OrderQuoted("none", self.now, reference=reference)
        return OrderQuoted("found", self.now, quote, reference)

    def _wait(self, effects: Sequence[Effect]) -> None:
        """Who waits for a person waits until the person was there, or what it was for is settled."""
        for effect in effects:
            if isinstance(effect, HandOff):
                self._waits_for = effect.reason if not self.person_comes else self._waits_for
                self._called_for = graver(self._called_for if self.person_comes else None, effect.reason)
                self.person_comes = True
                self._disputed_at = self.now if effect.reason in ("dispute", "legal") else self._disputed_at
            if isinstance(effect, EndHandOff) and effect.reason == self._waits_for:
                self.person_comes = False

    def looked_up(self, reference: str) -> AccountLookedUp:
        """What the back office says of the customer."""
        if self.world.office == "down":
            return AccountLookedUp("unavailable", self.now, reference=reference)
        if not self.world.known:
            return AccountLookedUp("none", self.now, reference=reference)
        return AccountLookedUp(
            "found",
            self.now,
            customer=CUSTOMER,
            name="Kim Novak",
            risk=self.world.risk,
            services=self.services(),
            orders=self._orders(),
            postal=self.world.letters and self.world.postal,
            reference=reference,
        )

    def services(self) -> tuple[Service, ...]:
        """What the customer has, as the back office lists it."""
        return tuple(self._service(has, n) for n, has in enumerate(self.world.services, 1))

    def requoted(self, order: OrderRef, selection: Selection) -> OrderQuote | None:
        """What a confirmed cancellation of an order means by now; None where it has not so much any more."""
        orders = self.world.orders_after_yes or self.world.orders
        found = (order_of(has, self.world.currency, self.began.date()) for has in orders)
        there = next((each for each in found if each.ref == order), None)
        return None if there is None else order_quoted(there, selection, self.began.date())

    def _orders(self) -> tuple[Order, ...]:
        today = self.began.date()
        return tuple(order_of(has, self.world.currency, today) for has in self.world.orders)

    def _service(self, has: HasService, position: int) -> Service:
        price = self._money(has.price)
        quote = self._quote(has)
        return Service(
            ServiceRef(f"S-{position}"),
            has.name,
            has.plan,
            price,
            has.interval,
            has.status,
            has.started_on,
            quote if has.status in ("active", "paused") else None,
            has.end_date if has.status in ("ending", "ended") else None,
            tuple(self._alternative(each, price) for each in has.alternatives),
            None if has.free_date is None else self._free(quote, has.free_date),
            None if has.withdrawal is None else self._withdrawal(quote, has.withdrawal),
            None if has.restart is None else self._restart(has.restart),
        )

    def _restart(self, has: HasRestart) -> Restart:
        """As of the day on which it is asked for."""
        price = self._money(has.price)
        return Restart(self.now.date(), price, has.interval, has.minimum_until, has.notice_days)

    def _withdrawal(self, quote: Quote, refund: Decimal) -> Quote:
        reason = "withdrawal" if refund else None
        paid, nothing = self._money(refund), self._money(Decimal(0))
        return Quote(self.began.date(), nothing, paid, refund_reason=reason, remains=quote.remains)

    def _quote(self, has: HasService) -> Quote:
        return Quote(
            has.end_date,
            self._money(has.fee),
            self._money(has.refund),
            has.notice_days,
            fee_reason="minimum-term" if has.fee else None,
            refund_reason="unused-time" if has.refund else None,
            last_charge=self._money(has.price),
            last_charged_on=has.last_charged_on,
            undo_until=has.undo_until or self.began + timedelta(days=has.undo_days),
            remains=() if has.remains == "nothing" else (has.remains,),
        )

    def _free(self, quote: Quote, end_date: date) -> Quote:
        return replace(quote, end_date=end_date, fee=self._money(Decimal(0)), fee_reason=None)

    def _alternative(self, has: AlternativeKind | HasAlternative, price: Money) -> Alternative:
        if not isinstance(has, HasAlternative):
            return alternative_of(has, price)
        return Alternative(
            has.kind,
            has.starts_on,
            has.ends_on,
            self._money(has.price),
            self._money(has.price_after),
            has.percent,
            has.months,
            has.plan,
            None if has.amount is None else self._money(has.amount),
            None if has.price_before is None else self._money(has.price_before),
        )

    def _money(self, amount: Decimal) -> Money:
        return Money(amount, self.world.currency)

    def _case(self, has: HasCase, position: int) -> Case:
        declared = self.began - timedelta(days=has.declared_days_ago)
        offer = None
        if has.offered is not None:
            offer = OfferShown(alternative_of(has.offered, self._money(PRICE)), declared, has.answer)
        done = has.status in ("executed", "reconciled")
        return Case(
            CaseId(f"elsewhere-{position}"),
            declared,
            has.kind,
            status=has.status or ("failed" if has.failed else "accepted" if has.decision else "requested"),
            service=None if has.service is None else ServiceRef(has.service),
            service_name=has.order or (has.service_name if has.service else None),
            order=None if has.order is None else OrderRef(has.order),
            customer=CUSTOMER if has.identified else None,
            offer=offer,
            permission=has.permission,
            quote=None if has.end_date is None else self._quote_of_case(has, has.end_date),
            decision=has.decision,
            decided_at=declared if has.decision else None,
            executed_at=declared if done else None,
            end_date=has.end_date if done else None,
            record_number=has.number if has.decision else None,
            record_kind=has.kind if has.decision else None,
            reversing_since=declared if has.reversing else None,
            restart=self._restart(HasRestart()) if has.kind == "restart" else None,
        )

    def _ending(self, has: HasEnding, position: int) -> Case:
        declared = self.began - timedelta(days=has.declared_days_ago)
        disputed_at = declared if has.disputed else None
        notice = (has.last_day - declared.date()).days
        return Case(
            CaseId(f"ending-{position}"),
            declared,
            "ending",
            has.status,
            service=ServiceRef("S-1"),
            service_name=has.service_name,
            customer=CUSTOMER,
            end_date=has.last_day,
            record_number=has.number,
            record_kind="ending",
            ending=Ending("before", has.cause, has.last_day, notice, has.facts, disputed_at),
        )

    def _quote_of_case(self, has: HasCase, end_date: date) -> Quote:
        undo_until = self.began + timedelta(days=has.undo_days)
        return Quote(end_date, self._money(has.fee), self._money(has.refund), undo_until=undo_until)


PRICE = Decimal("29.90")
"""Of a service that was offered something elsewhere."""


def alternative_of(kind: AlternativeKind, price: Money) -> Alternative:
    """An alternative in the usual terms of its kind."""
    half, nothing = Money((price.amount / 2).quantize(Decimal("0.01")), price.currency), _nothing(price)
    reduced = {"pause": nothing, "extension": nothing, "store_credit": nothing, "later_date": price}
    new = reduced.get(kind, half)
    for_good = kind in OTHER_PLAN
    return Alternative(
        kind,
        date(2027, 1, 1),
        None if for_good else date(2027, 3, 31),
        new,
        new if for_good else price,
        percent=50 if kind == "discount" else None,
        months=3 if kind not in ("store_credit", *OTHER_PLAN) else None,
        plan={"downgrade": "Small", "exchange": "Other"}.get(kind),
        amount=Money(3 * price.amount, price.currency) if kind == "store_credit" else None,
        price_before=price if kind == "exchange" else None,
    )


def _nothing(price: Money) -> Money:
    return Money(Decimal(0), price.currency)
