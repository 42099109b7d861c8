"""What surrounds a desk: the time, a sender that sends nothing, and a back office with moods."""

import uuid
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from bot.backoffice import base as office
from bot.backoffice.base import BackOfficeError, Cancelled, IdentifierKind, Unavailable
from bot.backoffice.local import LocalBackOffice
from channels.base import Outgoing, Refused, Sent
from dialogs.ids import CustomerRef, ServiceRef
from dialogs.values import Alternative, Quote, Service
from storage.database import Database
from storage.repositories.brands import BrandRow


class Clock:
    """The time, which tests can move on."""

    def __init__(self) -> None:
        self.ahead = timedelta()

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self.ahead


@dataclass
class Sender:
    """Sends nothing: keeps what it was given, or refuses."""

    sent: list[Outgoing] = field(default_factory=list)
    refusing: str | None = None

    def send(self, outgoing: Outgoing) -> Sent:
        if self.refusing:
            raise Refused(self.refusing)
        self.sent.append(outgoing)
        return Sent(f"sent-{uuid.uuid4().hex}")

    def close(self) -> None:
        pass


@dataclass
class Office:
    """The built-in back office, which can be made to refuse or to fall silent."""

    database: Database
    clock: Clock
    refusing: BackOfficeError | None = None
    silent: bool = False
    ended: bool = False
    """Nobody has any service left that could be meant."""

    def of(self, brand: BrandRow) -> "MoodyOffice":
        return MoodyOffice(self, brand)


class MoodyOffice(LocalBackOffice):
    def __init__(self, office: Office, brand: BrandRow) -> None:
        super().__init__(office.database, brand, office.clock)
        self._office = office

    def cancel(self, customer: CustomerRef, service: ServiceRef, quote: Quote, key: str) -> Cancelled:
        if self._office.refusing is not None:
            raise self._office.refusing
        return super().cancel(customer, service, quote, key)

    def services(self, customer: CustomerRef, today: date, timeout: float = 2.0) -> tuple[Service, ...]:
        return () if self._office.ended else super().services(customer, today, timeout)

    def revoke(self, customer: CustomerRef, service: ServiceRef, alternative: Alternative, key: str) -> None:
        if self._office.refusing is not None:
            raise self._office.refusing
        super().revoke(customer, service, alternative, key)

    def reinstate(self, customer: CustomerRef, service: ServiceRef, key: str) -> None:
        if self._office.refusing is not None:
            raise self._office.refusing
        super().reinstate(customer, service, key)

    def find_customer(
        self, identifier: str, kind: IdentifierKind, timeout: float = 2.0
    ) -> office.Customer | None:
        if self._office.silent:
            raise Unavailable("no answer within 2 s")
        return super().find_customer(identifier, kind, timeout)
