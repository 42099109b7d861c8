"""Stripe Billing as a `BackOffice`."""

import logging
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any
from zlib import crc32
from zoneinfo import ZoneInfo

from bot.backoffice.base import (
    Cancelled,
    Charge,
    Customer,
    IdentifierKind,
    NotPossible,
    Refund,
    Restarted,
    ServiceState,
    TermsChanged,
    Unavailable,
)
from bot.backoffice.local import REMEMBERED, spellings
from bot.backoffice.local_restarting import still_told
from bot.backoffice.local_rows import require_revocable, still_quoted
from bot.backoffice.stripe_billing import money, names
from bot.backoffice.stripe_billing.amounts import day_of, minor_of
from bot.backoffice.stripe_billing.calls import Json, Stripe
from bot.backoffice.stripe_billing.changing import change, change_back
from bot.backoffice.stripe_billing.ending import begin_end, finish_end, take_back
from bot.backoffice.stripe_billing.fees import drop_fee, require_no_fee_taken
from bot.backoffice.stripe_billing.journal import Due, Note, done, due, ending, noted
from bot.backoffice.stripe_billing.postal import postal_address
from bot.backoffice.stripe_billing.reading import (
    Subscribed,
    is_service,
    products_of,
    read,
    service_of,
    state_of,
    status_on,
    still_offered,
)
from bot.backoffice.stripe_billing.restarting import begin, done_before, restart_of
from bot.backoffice.terms import unused
from dialogs.ids import ChargeRef, CustomerRef, OrderRef, ServiceRef
from dialogs.values import Alternative, Money, Quote, Restart, Service

log = logging.getLogger("cancelbot.backoffice")

WRITE_SECONDS = 20.0
"""For all requests of a write: less than the time for which the worker holds what it carries out."""
_TURNS = 64


class StripeBackOffice:
    """Implements `BackOffice` over the brand's Stripe account.

    Writes for one customer take turns within a process. Between processes the outbox sees to it: what
    is done for one case is done one after the other, and a service has one open case; the same write
    twice at the same time meets its own idempotency key at Stripe.
    """

    def __init__(self, stripe: Stripe, zone: str, reference: str, clock: Callable[[], datetime]) -> None:
        self._stripe, self._zone, self._reference, self._clock = stripe, zone, reference, clock
        self._turns = [threading.Lock() for _ in range(_TURNS)]

    def close(self) -> None:
        self._stripe.close()

    def find_customer(self, identifier: str, kind: IdentifierKind, timeout: float = 2.0) -> Customer | None:
        """The one customer with this identifier; none when several share it. Raises `Unavailable`."""
        wanted = identifier.strip()
        if not wanted:
            return None
        with self._stripe.within(timeout):
            found = self._with_account(wanted) if kind == "account" else self._with_address(kind, wanted)
        return _customer(found[0]) if len(found) == 1 else None

    def services(self, customer: CustomerRef, today: date, timeout: float = 2.0) -> tuple[Service, ...]:
        """All services but those that ended more than two years ago, oldest first.

        Raises `Unavailable`, also where the terms of one cannot be read.
        """
        with self._stripe.within(timeout):
            subscriptions = self._stripe.subscriptions(customer)
            found = self._read_all(subscriptions)
            known = [each for each in found if each.ends_on is None or each.ends_on >= today - REMEMBERED]
            return tuple(self._told(each, subscriptions, today) for each in known)

    def cancel(self, customer: CustomerRef, service: ServiceRef, quote: Quote, key: str) -> Cancelled:
        """End the service on the quote's terms.

        Raises `TermsChanged`, `NotPossible`, `Unavailable`, `OutcomeUnknown`.
        """
        with self._writing(customer) as subscriptions:
            note = done(subscriptions, key, "cancel", service)
            if note is None:
                today = self._today()
                standing = self._open(subscriptions, customer, service, today)
                if not still_quoted(standing.contract, quote, today, self._zone):
                    raise TermsChanged(f"the terms of {service} are no longer those that were quoted")
                note = self._note_of_end("cancel", key, quote.end_date, quote.fee)
                self._end(subscriptions, customer, service, note, quote.refund)
            else:
                self._go_on(subscriptions, customer, service, note)
        return _cancelled(service, note)

    def terminate(self, customer: CustomerRef, service: ServiceRef, end_date: date, key: str) -> Cancelled:
        """End it because the brand does. Raises `NotPossible`, `Unavailable`, `OutcomeUnknown`."""
        with self._writing(customer) as subscriptions:
            note = done(subscriptions, key, "terminate", service)
            if note is None:
                today = self._today()
                standing = self._open(subscriptions, customer, service, today)
                if end_date < today:
                    raise NotPossible(f"{service} cannot end on {end_date}, a day that is over")
                note = self._note_of_end("terminate", key, end_date, None)
                self._end(subscriptions, customer, service, note, unused(standing.contract, end_date))
            else:
                self._go_on(subscriptions, customer, service, note)
        return _cancelled(service, note)

    def apply(self, customer: CustomerRef, service: ServiceRef, alternative: Alternative, key: str) -> None:
        """Apply the alternative. Raises `NotPossible`, `Unavailable`, `OutcomeUnknown`."""
        with self._writing(customer) as subscriptions:
            if done(subscriptions, key, "apply", service) is not None:
                return
            today = self._today()
            standing = self._open(subscriptions, customer, service, today)
            if not still_offered(standing, alternative, today):
                raise NotPossible(f"{alternative.kind} on these terms is not offered for {service} any more")
            note, stored = Note(key, "apply", today), _theirs(subscriptions, customer, service)
            step_key = self._step_key(key, "apply")
            change(self._stripe, stored, standing, alternative, note, step_key, self._zone)

    def revoke(self, customer: CustomerRef, service: ServiceRef, alternative: Alternative, key: str) -> None:
        """Take an applied alternative back. Raises `NotPossible`, `Unavailable`, `OutcomeUnknown`."""
        with self._writing(customer) as subscriptions:
            if done(subscriptions, key, "revoke", service) is not None:
                return
            today = self._today()
            standing = self._open(subscriptions, customer, service, today)
            require_revocable(standing.applied, alternative, today)
            note, stored = Note(key, "revoke", today), _theirs(subscriptions, customer, service)
            change_back(self._stripe, stored, alternative, note, self._step_key(key, "revoke"))

    def reinstate(self, customer: CustomerRef, service: ServiceRef, key: str) -> None:
        """Take a cancellation back. Raises `NotPossible`, `Unavailable`, `OutcomeUnknown`."""
        with self._writing(customer) as subscriptions:
            stored = _theirs(subscriptions, customer, service)
            note = done(subscriptions, key, "reinstate", service)
            if note is None:
                note = self._take_back(stored, customer, key)
            undone = None if note.undoes is None else noted(stored, note.undoes)
            if undone is not None and undone.fee:
                drop_fee(self._stripe, customer, undone, self._zone)

    def restart(self, customer: CustomerRef, service: ServiceRef, terms: Restart, key: str) -> Restarted:
        """Take up again what has ended, as a new subscription, whose first payment is taken with it.

        Raises `NotPossible`, also where that payment fails, `Unavailable`, `OutcomeUnknown`.
        """
        with self._writing(customer) as subscriptions:
            made = done_before(subscriptions, key, service)
            if made is None:
                today, stored = self._today(), _theirs(subscriptions, customer, service)
                (standing,) = self._read_all([stored])
                if status_on(standing, today) != "ended":
                    raise NotPossible(f"{service} has not ended")
                products = self._stripe.products(products_of([stored]))
                if not still_told(
                    lambda day: restart_of(stored, standing, products, subscriptions, day), terms, today
                ):
                    raise NotPossible(f"{service} is not taken up again on these terms any more")
                made = begin(self._stripe, stored, products, Note(key, "restart", today))
        return Restarted(ServiceRef(made["id"]), day_of(made["start_date"], self._zone))

    def read_back(self, customer: CustomerRef, service: ServiceRef, timeout: float = 2.0) -> ServiceState:
        """The service as it stands today. Raises `NotPossible` when the customer has none, `Unavailable`."""
        with self._stripe.within(timeout):
            (standing,) = self._read_all([self._settled(customer, service)])
        return state_of(standing, self._today())

    def charges(
        self, customer: CustomerRef, service: ServiceRef, since: date, timeout: float = 2.0
    ) -> tuple[Charge, ...]:
        """What was charged on that day or later, and kept. Raises `NotPossible`, `Unavailable`."""
        with self._stripe.within(timeout):
            _theirs(self._stripe.subscriptions(customer), customer, service)
            return money.charges(money.payments(self._stripe, customer, service, since, self._zone))

    def refund(
        self, customer: CustomerRef, service: ServiceRef, charge: ChargeRef, amount: Money, key: str
    ) -> tuple[Refund, ...]:
        """Pay so much of a charge back. Raises `NotPossible`, `Unavailable`, `OutcomeUnknown`."""
        with self._writing(customer) as subscriptions:
            _theirs(subscriptions, customer, service)
            found = self._payments(customer, service)
            made = self._refunds_for(key, found)
            if not made:
                minor = money.require_refundable(found, charge, amount)
                self._stripe.refund(charge, minor, {names.KEY: key}, f"{key}:refund")
                made = self._refunds_for(key, self._payments(customer, service))
        return made

    def refunds(
        self, customer: CustomerRef, item: ServiceRef | OrderRef, timeout: float = 2.0
    ) -> tuple[Refund, ...]:
        """What is or was paid back, and what will be. Raises `NotPossible`, `Unavailable`."""
        today = self._today()
        with self._stripe.within(timeout):
            service = ServiceRef(item)
            stored = self._settled(customer, service)
            found = money.refunds_of(self._stripe, self._payments(customer, service))
        made = [money.told(each, self._zone, today) for each in found]
        owed = due(stored)
        if owed is not None and all(each.cause != owed.key for each in made):
            note = ending(stored)
            made.append(money.promised(owed, owed.day if note is None or note.end is None else note.end))
        return tuple(made)

    def _told(self, read: Subscribed, subscriptions: list[Json], today: date) -> Service:
        """The service as the customer is told of it; what has ended also with what going on would mean."""
        service = service_of(read, today, self._zone)
        if service.status != "ended":
            return service
        stored = next(each for each in subscriptions if each["id"] == service.ref)
        products = self._stripe.products(products_of([stored]))
        return replace(service, restart=restart_of(stored, read, products, subscriptions, today))

    def _with_account(self, wanted: str) -> list[Json]:
        """The customer of that id, or with that account number, the way it was written first."""
        if wanted.startswith("cus_"):
            found = self._stripe.customer(wanted)
            return [] if found is None or found.get("deleted") else [found]
        ways = spellings(wanted)
        field = f'metadata["{self._reference}"]'
        met = self._stripe.customers(" OR ".join(f"{field}:{_quoted(way)}" for way in ways))
        for way in ways:
            exact = [each for each in met if each["metadata"].get(self._reference) == way]
            if exact:
                return exact
        return []

    def _with_address(self, field: str, wanted: str) -> list[Json]:
        """Stripe's search overlooks case, as addresses do; all else must be the same."""
        found = self._stripe.customers(f"{field}:{_quoted(wanted)}")
        return [each for each in found if str(each.get(field) or "").lower() == wanted.lower()]

    @contextmanager
    def _writing(self, customer: CustomerRef) -> Iterator[list[Json]]:
        """The customer's subscriptions, and nobody else of this process writes to them meanwhile."""
        turn = self._turns[crc32(customer.encode()) % _TURNS]
        with self._stripe.within(WRITE_SECONDS):
            if not turn.acquire(timeout=WRITE_SECONDS):
                raise Unavailable(f"others keep changing the services of {customer}")
            try:
                yield self._stripe.subscriptions(customer)
            finally:
                turn.release()

    def _open(
        self, subscriptions: list[Json], customer: CustomerRef, service: ServiceRef, today: date
    ) -> Subscribed:
        """The service, if it goes on. Raises `NotPossible`."""
        stored = _theirs(subscriptions, customer, service)
        try:
            standing = read(stored, self._stripe.products(products_of([stored])), self._zone)
        except ValueError as fault:
            raise NotPossible(f"the terms of {service} cannot be read: {fault}") from fault
        status = status_on(standing, today)
        if status == "ended":
            raise NotPossible(f"{service} has ended on {standing.ends_on} already")
        if status == "ending":
            raise NotPossible(f"{service} is already being ended, on {standing.ends_on}")
        return standing

    def _note_of_end(self, did: Any, key: str, end: date, fee: Money | None) -> Note:
        today = self._today()
        return Note(key, did, today, end, "now" if end <= today else "at", minor_of(fee) if fee else 0)

    def _end(
        self,
        subscriptions: list[Json],
        customer: CustomerRef,
        service: ServiceRef,
        note: Note,
        refund: Money,
    ) -> None:
        stored, today = _theirs(subscriptions, customer, service), self._today()
        owed = None if refund.is_zero else Due(note.key, minor_of(refund), stored["currency"], today)
        step_key = self._step_key(note.key, f"end-{note.how}")
        changed = begin_end(self._stripe, stored, note, owed, self._zone, step_key)
        finish_end(self._stripe, customer, changed, note, self._zone, today)

    def _go_on(
        self, subscriptions: list[Json], customer: CustomerRef, service: ServiceRef, note: Note
    ) -> None:
        """The write was noted before: do what was not done of it, if anything."""
        stored = _theirs(subscriptions, customer, service)
        finish_end(self._stripe, customer, stored, note, self._zone, self._today())

    def _take_back(self, stored: Json, customer: CustomerRef, key: str) -> Note:
        (standing,) = self._read_all([stored])
        today = self._today()
        status = status_on(standing, today)
        if status == "ended":
            raise NotPossible(f"{standing.ref} has ended on {standing.ends_on}")
        if status != "ending":
            raise NotPossible(f"{standing.ref} is not being ended")
        undone = ending(stored)
        if undone is not None and undone.how == "now":
            raise NotPossible(f"{standing.ref} is being ended at once")
        if undone is not None and undone.fee:
            require_no_fee_taken(self._stripe, customer, undone, self._zone)
        note = Note(key, "reinstate", today, undoes=None if undone is None else undone.key)
        take_back(self._stripe, stored, standing, note, self._step_key(key, "reinstate"), self._zone)
        return note

    def _settled(self, customer: CustomerRef, service: ServiceRef) -> Json:
        """The subscription, with what was due at its end sent off.

        It is looked at after its last day, and money every day until it is there: nothing else has to
        remember what is to be paid back at a later end.
        """
        stored = _theirs(self._stripe.subscriptions(customer), customer, service)
        try:
            money.send_due(self._stripe, customer, stored, self._zone, self._today())
        except NotPossible as error:
            raise Unavailable(error.reason) from error
        return stored

    def _payments(self, customer: CustomerRef, service: ServiceRef) -> list[money.Payment]:
        return money.payments(self._stripe, customer, service, self._today() - money.REMEMBERED, self._zone)

    def _refunds_for(self, key: str, found: list[money.Payment]) -> tuple[Refund, ...]:
        made = money.refunds_of(self._stripe, found)
        ours = [each for each in made if each["metadata"].get(names.KEY) == key]
        return tuple(money.told(each, self._zone, self._today()) for each in ours)

    def _read_all(self, subscriptions: list[Json]) -> list[Subscribed]:
        known = [each for each in subscriptions if is_service(each)]
        for each in subscriptions:
            if each not in known:
                log.info("subscription %s is none that can be cancelled here", each["id"])
        products: Mapping[str, Json] = self._stripe.products(products_of(known)) if known else {}
        try:
            return [read(each, products, self._zone) for each in known]
        except ValueError as fault:
            # Wrong terms are the brand's mistake: the customer can still leave, without a quote.
            raise Unavailable(f"the terms of a subscription cannot be read: {fault}") from fault

    def _step_key(self, key: str, step: str) -> str:
        """Stripe's key for a request that says how something is to be, and may be sent twice.

        Stripe keeps its answer for a day under the key, a server error as well: after an hour it is
        asked again. What moves money has one key for ever, and waits for that day.
        """
        return f"{key}:{step}:{self._clock().astimezone(UTC):%Y-%m-%dT%H}"

    def _today(self) -> date:
        return self._clock().astimezone(ZoneInfo(self._zone)).date()


def _theirs(subscriptions: list[Json], customer: CustomerRef, service: ServiceRef) -> Json:
    """The subscription; another customer's is as unknown as none at all."""
    found = next((each for each in subscriptions if each["id"] == service and is_service(each)), None)
    if found is None:
        raise NotPossible(f"customer {customer} has no service {service}")
    return found


def _cancelled(service: ServiceRef, note: Note) -> Cancelled:
    assert note.end is not None, "an end has a day"
    return Cancelled(service, note.end)


def _customer(found: Json) -> Customer:
    locales = found.get("preferred_locales") or [None]
    return Customer(
        CustomerRef(found["id"]),
        found.get("name") or "",
        (found.get("email") or "").lower() or None,
        found.get("phone"),
        "high" if found["metadata"].get(names.RISK) == "high" else "normal",
        locales[0],
        postal_address(found.get("address") or {}),
    )


def _quoted(text: str) -> str:
    """A text in Stripe's search language."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
