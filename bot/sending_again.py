"""A confirmation is asked for again, by one way: by an agent, by the brand's own system, or by its customer.

The receipt and the PDF are those that were first sent, to the byte. Each sending is written down where the
staff reads the chat, and in the history.
"""

from dataclasses import dataclass
from datetime import datetime

from bot.backoffice.base import BackOfficeError, Customer
from bot.confirming.forwarding import ForwardConfirmation, conversation_about, queue_forward
from bot.confirming.ways import NAMES, customer_of, places_of
from bot.receive.inbox import again_on_conflict
from bot.records.numbers import read_number
from bot.resending import MOST_MAILS_AGAIN, spend_resending
from bot.room import case_of
from bot.transcript import Body
from bot.wiring import Application
from dialogs.case import Case
from dialogs.ids import AgentId
from dialogs.turn import CASE
from dialogs.values import Way
from storage.errors import Erased
from storage.repositories.brands import BrandRow
from storage.repositories.cases import CaseRow, RecordRow
from storage.repositories.conversations import ConversationRow
from storage.repositories.messages import NewMessage
from storage.unit_of_work import UnitOfWork


class NotSentAgain(Exception):
    """It was not queued; the message says why. `code` is the reason's short name."""

    code = "not_sent"


class NoSuchRecord(NotSentAgain):
    """The brand has no such record, or what it says was erased."""

    code = "unknown_record"


class NoWay(NotSentAgain):
    """The customer cannot be reached so."""

    code = "no_way"


class TooOften(NotSentAgain):
    """It was sent often enough within the hour."""

    code = "too_often"


class OfficeDown(NotSentAgain):
    """Where the customer can be reached is not known just now."""

    code = "back_office"


@dataclass(frozen=True, slots=True)
class Asker:
    """Who wants it: an agent of the brand, or something else, in English for the brand's people."""

    name: str
    agent: AgentId | None = None


@dataclass(frozen=True, slots=True)
class About:
    """A record with what belongs to it."""

    record: RecordRow
    row: CaseRow | None
    conversation: ConversationRow

    @property
    def case(self) -> Case | None:
        return None if self.row is None else CASE.validate_json(self.row.data)


def ways_for(app: Application, brand: BrandRow, about: About) -> tuple[Way, ...]:
    """By which ways its customer can be reached now. Raises OfficeDown."""
    customer = customer_about(app, brand, about)
    contact = None if about.row is None else about.row.contact_id
    with app.database.read() as uow:
        places = places_of(app, uow, brand.id, about.case, contact, customer)
    return tuple(place.way for place in places)


def customer_about(app: Application, brand: BrandRow, about: About) -> Customer | None:
    """Whose record it is, as the back office knows them. Raises OfficeDown."""
    try:
        return customer_of(app, brand, about.case)
    except BackOfficeError as error:
        raise OfficeDown("The back office does not answer; please try again in a minute.") from error


def send_again(app: Application, brand: BrandRow, number: str, way: Way, asker: Asker) -> None:
    """Have a record's confirmation sent once more, by this way.

    Raises NoSuchRecord, NoWay, TooOften, OfficeDown.
    """
    with app.database.read() as uow:
        about = find_about(uow, brand, number)
    if way not in ways_for(app, brand, about):
        raise NoWay(f"The customer cannot be reached by {NAMES[way]}.")

    def work() -> None:
        with app.database.write() as uow:
            _queue(uow, brand, about, way, asker, app.clock())

    again_on_conflict(work)


def find_about(uow: UnitOfWork, brand: BrandRow, number: str) -> About:
    """Raises NoSuchRecord."""
    given = read_number(number)
    record = None if given is None else uow.records.by_number(brand.id, given)
    if record is None:
        raise NoSuchRecord("There is no record with this number.")
    try:
        conversation = None if record.body is None else conversation_about(uow, record)
    except Erased:
        conversation = None
    if conversation is None:
        raise NoSuchRecord("What this record says was erased.")
    return About(record, case_of(uow, brand.id, record.case_id), conversation)


def _queue(uow: UnitOfWork, brand: BrandRow, about: About, way: Way, asker: Asker, now: datetime) -> None:
    """Queue it, and write down who wanted it. Raises TooOften, Conflict."""
    record = about.record
    key = spend_again(uow, brand, record.number, now)
    queue_forward(
        uow, record, about.conversation.id, ForwardConfirmation(record.number, way, asker.name), key, now
    )
    words = f"{asker.name} had the confirmation {record.number} sent again by {NAMES[way]}"
    note_asked(uow, about, asker, words, "sent_again", now)


def spend_again(uow: UnitOfWork, brand: BrandRow, number: str, now: datetime) -> str:
    """The key of one more sending. Raises TooOften, Conflict."""
    key = spend_resending(uow, brand.id, number, now)
    if key is None:
        raise TooOften(f"It was sent again {MOST_MAILS_AGAIN} times within the hour; please wait.")
    return key


def note_asked(uow: UnitOfWork, about: About, asker: Asker, words: str, form: str, now: datetime) -> None:
    """Write down who wanted what, where the staff reads the chat. Raises Conflict."""
    body = Body(words, purpose="event", form=form, name=asker.name)
    noted = NewMessage("event", "system", body.dumped(), now, agent_id=asker.agent)
    current = uow.conversations.get(about.record.brand_id, about.conversation.id)
    assert current is not None, "just read"
    conversation, _ = uow.messages.append(current, [noted])
    uow.conversations.save(conversation, current.version, now)
