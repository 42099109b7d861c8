"""The small world of a case: its back office, its clock, its answers to effects."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Literal

from dialogs.case import Case, OfferShown
from dialogs.cases.form import HasCase, HasService, World
from dialogs.effects import Effect, HandOff, LookUpAccount
from dialogs.events import AccountLookedUp, Event
from dialogs.ids import CaseId, ChallengeId, CustomerRef, ServiceRef
from dialogs.packs import packaged_pack
from dialogs.turn import Facts, Identity
from dialogs.values import Alternative, AlternativeKind, Money, Quote, Service

START = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
CODE = "123456"
CUSTOMER = CustomerRef("C-1")
MOST_ATTEMPTS = 5
CURRENCY = "EUR"


class Surroundings:
    """Everything that a case's conversation meets. Counts what is fresh, so that nothing is random."""

    def __init__(self, world: World, channel: str, shares_contact: bool, is_phone: bool) -> None:
        self.world = world
        self.now = START
        self._channel, self._shares_contact, self._is_phone = channel, shares_contact, is_phone
        self.person_comes = False
        """A person was asked for, and nobody has taken the chat yet."""
        self._fresh = 0
        self._attempts = 0

    def identity(self) -> Identity | None:
        return Identity(CUSTOMER, by="token") if self.world.vouched else None

    def facts(self) -> Facts:
        """Facts for the next turn, with ids that were not given out before."""
        self._fresh += 1
        world = self.world
        law = packaged_pack(world.pack).at(self.now.date())
        return Facts(
            now=self.now,
            brand="Northlight",
            zone="Europe/Berlin",
            channel=self._channel,
            can_share_contact=self._shares_contact,
            sender_phone="+491713920042" if self._is_phone else None,
            codes_allowed=world.codes_allowed,
            pack=law.pack,
            pack_version=law.version,
            rules=law.rules,
            agents_wait=world.agents_wait,
            person_comes=self.person_comes,
            cases=tuple(_case(has, n) for n, has in enumerate(world.cases)),
            fresh_case=CaseId(f"case-{self._fresh}"),
            fresh_challenge=ChallengeId(f"challenge-{self._fresh}"),
            fresh_number=f"NL-{self._fresh:06d}",
            fresh_reference=f"look-up-{self._fresh}",
        )

    def first_service(self) -> Service:
        """What an unquoted cancellation turns out to mean."""
        return service_of(self.world.services[0], 1)

    def verdict(self, code: str) -> Literal["right", "wrong", "locked"]:
        """Count the attempt, then compare."""
        self._attempts += 1
        if code == CODE and self.world.known and self._attempts <= MOST_ATTEMPTS:
            return "right"
        return "locked" if self._attempts >= MOST_ATTEMPTS else "wrong"

    def answers(self, effects: Sequence[Effect]) -> list[Event]:
        """What the back office says at once to what it was asked; a person who was asked for comes later."""
        self.person_comes |= any(isinstance(effect, HandOff) for effect in effects)
        asked = [effect for effect in effects if isinstance(effect, LookUpAccount)]
        return [] if self.world.office == "slow" else [self.looked_up(each.reference) for each in asked]

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
            services=tuple(service_of(has, n) for n, has in enumerate(self.world.services, 1)),
            reference=reference,
        )


def service_of(has: HasService, position: int) -> Service:
    price = Money(has.price, CURRENCY)
    quote = Quote(
        has.end_date,
        Money(has.fee, CURRENCY),
        Money(has.refund, CURRENCY),
        fee_reason="minimum-term" if has.fee else None,
        refund_reason="unused-time" if has.refund else None,
        last_charge=price,
        last_charged_on=date(2026, 11, 1),
        undo_until=START + timedelta(days=has.undo_days),
        remains=() if has.remains == "nothing" else (has.remains,),
    )
    return Service(
        ServiceRef(f"S-{position}"),
        has.name,
        "standard",
        price,
        has.interval,
        has.status,
        date(2024, 1, 1),
        quote if has.status in ("active", "paused") else None,
        has.end_date if has.status in ("ending", "ended") else None,
        tuple(alternative_of(kind, price) for kind in has.alternatives),
        None if has.free_date is None else _free(quote, has.free_date),
    )


def _free(quote: Quote, end_date: date) -> Quote:
    return replace(quote, end_date=end_date, fee=Money(Decimal(0), CURRENCY), fee_reason=None)


def alternative_of(kind: AlternativeKind, price: Money) -> Alternative:
    half = Money((price.amount / 2).quantize(Decimal("0.01")), price.currency)
    reduced = {"pause": Money(Decimal(0), price.currency), "later_date": price}.get(kind, half)
    return Alternative(
        kind,
        date(2027, 1, 1),
        None if kind == "downgrade" else date(2027, 3, 31),
        reduced,
        half if kind == "downgrade" else price,
        percent=50 if kind == "discount" else None,
        months=None if kind == "downgrade" else 3,
        plan="Small" if kind == "downgrade" else None,
    )


def _case(has: HasCase, position: int) -> Case:
    declared = START - timedelta(days=has.declared_days_ago)
    offer = None
    if has.offered is not None:
        alternative = alternative_of(has.offered, Money(Decimal("29.90"), CURRENCY))
        offer = OfferShown(alternative, declared, has.answer)
    return Case(
        CaseId(f"elsewhere-{position}"),
        declared,
        status="failed" if has.failed else "accepted" if has.decision else "requested",
        service=None if has.service is None else ServiceRef(has.service),
        service_name="Fibre 100" if has.service else None,
        customer=CUSTOMER,
        offer=offer,
        permission=has.permission,
        decision=has.decision,
        decided_at=declared if has.decision else None,
        record_number="NL-ELSEWH" if has.decision else None,
        record_kind="termination" if has.decision else None,
        reversing_since=declared if has.reversing else None,
    )
