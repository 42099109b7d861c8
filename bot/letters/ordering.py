"""Ordering a letter: one a record, unless somebody asks for another.

Whoever wants a record sent by post calls `order_letter`. All that can be wrong with an address is found when
the letter is made (`bot.deliver.letters`), and shown on the desk.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter

from bot.backoffice.base import PostalAddress
from bot.records.contents import KINDS
from dialogs.ids import BrandId, ConversationId
from storage.repositories.brands import BrandRow
from storage.repositories.cases import RecordRow
from storage.repositories.effects import NewEffect
from storage.unit_of_work import UnitOfWork

SETTING = "letters"
EVERY = "all"


@dataclass(frozen=True, slots=True)
class SendLetter:
    """Make a letter of a record, and queue it for the day's print run."""

    number: str
    why: str
    """Why it goes by post, for whoever has to see to it."""
    unreached: bool = False
    """The chat does not reach the customer either: without a letter they are to be called."""
    mail_came_back: bool = False
    """It goes in place of a mail that was sent and did not arrive."""
    address: PostalAddress | None = None
    """Where this one goes, if not where the back office says."""


@dataclass(frozen=True, slots=True)
class AwaitLetter:
    """Look whether a letter was posted."""

    letter: str


@dataclass(frozen=True, slots=True)
class ReplaceLetter:
    """A letter came back: send its record in another way."""

    letter: str


SEND_LETTER: TypeAdapter[SendLetter] = TypeAdapter(SendLetter)
AWAIT_LETTER: TypeAdapter[AwaitLetter] = TypeAdapter(AwaitLetter)
REPLACE_LETTER: TypeAdapter[ReplaceLetter] = TypeAdapter(ReplaceLetter)


def first_cause(number: str) -> str:
    """The key of a record's first letter."""
    return f"letter:{number}"


def order_letter(
    uow: UnitOfWork,
    record: RecordRow,
    conversation: ConversationId | None,
    why: str,
    now: datetime,
    *,
    cause: str | None = None,
    unreached: bool = False,
    mail_came_back: bool = False,
    address: PostalAddress | None = None,
) -> bool:
    """Have a record sent by post; False where that was ordered before.

    Args:
        conversation: in whose view it stands on the desk if there is trouble.
        cause: the key of what another letter follows from; without one it is the record's first.
        address: where it goes, if not where the back office says.
    """
    payload = SendLetter(record.number, why, unreached, mail_came_back, address)
    new = NewEffect(
        record.brand_id,
        cause or first_cause(record.number),
        "send_letter",
        SEND_LETTER.dump_json(payload),
        now,
        lane=f"letter:{record.number}",
        person_id=record.person_id,
        case_id=record.case_id,
        conversation_id=conversation,
    )
    before = uow.outbox.by_key(record.brand_id, new.key)
    uow.outbox.add([new], now)
    return before is None


def was_ordered(uow: UnitOfWork, brand: BrandId, number: str) -> bool:
    """Whether the record went by post already, or was to."""
    return uow.outbox.by_key(brand, first_cause(number)) is not None


def orders_letter(brand: BrandRow, record: Mapping[str, Any]) -> bool:
    """Whether the brand has such records sent by post, whatever else reaches their customers."""
    wanted = wanted_of(str(brand.settings.get(SETTING) or ""))
    service = record.get("service") or {}
    named = {str(service.get("name") or "").casefold(), str(record["kind"])}
    return EVERY in wanted or bool(wanted & (named - {""}))


def wanted_of(setting: str) -> frozenset[str]:
    """Kinds of records, names of services and `all`, as a brand's setting names them."""
    return frozenset(each.strip().casefold() for each in setting.split(",") if each.strip())


ABOUT = (
    f"which records also go by post: `{EVERY}`, kinds of records ({', '.join(KINDS)}) or names of services, "
    "parted by commas; otherwise a letter goes where nothing else reaches the customer that lasts"
)
