"""A room: everything a turn needs to know about one conversation, loaded in one transaction."""

from dataclasses import dataclass, replace
from datetime import datetime

from pydantic import TypeAdapter

from bot.publishing import Dialog
from bot.wiring import Application
from channels.base import ChannelKind
from channels.registry import CHANNELS
from dialogs.engine import begin
from dialogs.ids import BrandId, CaseId, ChallengeId, ConversationId, RevisionId
from dialogs.turn import CASE, Identity, State
from dialogs.understanding import language_of, packaged_phrases
from storage.errors import Erased
from storage.repositories.brands import AccountRow, BrandRow
from storage.repositories.cases import CaseRow
from storage.repositories.contacts import AddressRow
from storage.repositories.conversations import ConversationRow
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Kept:
    """The dialog's state as a conversation keeps it. The case is kept in its own table."""

    state: State
    prompt_number: int = 0
    """Number of the message that carries the present question's choices."""
    origin: str = ""
    """A keyed hash of where a web visitor comes from, for limits; empty elsewhere."""
    page_challenge: ChallengeId | None = None
    """The code that the page of a case asks for in this browser."""
    page_number: str = ""
    """Of the record whose page that is."""
    proved: Identity | None = None
    """Who proved on the page of a case to be its customer. The dialog's own identification stands apart."""
    came_from: RevisionId | None = None
    """The revision that the conversation followed before it went over to a withdrawal."""

    @property
    def known_as(self) -> tuple[Identity, ...]:
        """As whom somebody is known in this chat, or on the pages of cases in this browser."""
        return tuple(each for each in (self.state.identity, self.proved) if each is not None)


KEPT: TypeAdapter[Kept] = TypeAdapter(Kept)


@dataclass(frozen=True, slots=True)
class Room:
    """One conversation with all that belongs to it."""

    brand: BrandRow
    account: AccountRow
    kind: ChannelKind
    address: AddressRow
    conversation: ConversationRow
    dialog: Dialog
    kept: Kept
    case_row: CaseRow | None

    @property
    def state(self) -> State:
        """The state with the case as it is stored now."""
        case = None if self.case_row is None else CASE.validate_json(self.case_row.data)
        return replace(self.kept.state, case=case)


def enter_room(
    app: Application,
    uow: UnitOfWork,
    account: AccountRow,
    sender: str,
    locale: str | None,
    now: datetime,
    text: str = "",
) -> Room:
    """The room of a sender; a new conversation on the published revision when none is open.

    Args:
        locale: the client's language, a hint.
        text: the first words; the language they are written in goes before the hint.
    """
    brand = app.directory.brand(uow, account.brand_id)
    address = uow.contacts.meet(brand.id, account.id, sender, now)
    conversation = uow.conversations.open_of(brand.id, address.id)
    if conversation is None:
        model = app.models.of(brand.slug) if text else None
        written = language_of(text, brand.locales, packaged_phrases(), model) if text else None
        return open_room(app, uow, brand, account, address, written or locale, None, now)
    return _room(app, uow, brand, account, address, conversation)


def open_room(
    app: Application,
    uow: UnitOfWork,
    brand: BrandRow,
    account: AccountRow,
    address: AddressRow,
    locale: str | None,
    identity: Identity | None,
    now: datetime,
    origin: str = "",
    script: str | None = None,
) -> Room:
    """A new conversation; it stays on the revision that is published now."""
    dialog = app.dialogs.published(uow, brand, script)
    spoken = locale_of(locale, dialog.script.locales, brand.locale)
    kept = Kept(begin(dialog.script, spoken, identity), origin=origin)
    conversation = uow.conversations.create(
        address, revision_id=dialog.revision, locale=spoken, state=KEPT.dump_json(kept), now=now
    )
    return Room(brand, account, CHANNELS[account.kind], address, conversation, dialog, kept, None)


class NoConversation(LookupError):
    """There is no such conversation, or no more: a demo was put back as it was made."""


def room_of(app: Application, uow: UnitOfWork, brand: BrandId, conversation: ConversationId) -> Room:
    """The room of a conversation. Raises NoConversation when the brand has none such."""
    row = uow.conversations.get(brand, conversation)
    if row is None:
        raise NoConversation(f"there is no conversation {conversation!r}")
    address = uow.contacts.address(brand, row.address_id)
    if address is None:
        raise LookupError(f"conversation {conversation!r} has no address")
    brand_row = app.directory.brand(uow, brand)
    return _room(app, uow, brand_row, app.directory.account(uow, row.account_id), address, row)


def _room(
    app: Application,
    uow: UnitOfWork,
    brand: BrandRow,
    account: AccountRow,
    address: AddressRow,
    conversation: ConversationRow,
) -> Room:
    if conversation.revision_id is None:
        raise LookupError(f"conversation {conversation.id!r} has no revision")
    dialog = app.dialogs.of(uow, brand, conversation.revision_id)
    case_row = case_of(uow, brand.id, conversation.case_id)
    kept = KEPT.validate_json(conversation.state)
    return Room(brand, account, CHANNELS[account.kind], address, conversation, dialog, kept, case_row)


def case_of(uow: UnitOfWork, brand: BrandId, case_id: CaseId | None) -> CaseRow | None:
    """The conversation's case; where it went into another one meanwhile, that one."""
    row = None if case_id is None else _unless_erased(uow, brand, case_id)
    while row is not None and row.status == "merged":
        into = CASE.validate_json(row.data).merged_into
        found = None if into is None else _unless_erased(uow, brand, into)
        if found is None:
            break
        row = found
    return row


def _unless_erased(uow: UnitOfWork, brand: BrandId, case: CaseId) -> CaseRow | None:
    """The case; None also where its person was erased: whoever wrote of it elsewhere can go on."""
    try:
        return uow.cases.get(brand, case)
    except Erased:
        return None


def locale_of(wanted: str | None, spoken: tuple[str, ...], default: str) -> str:
    """The language to speak: the wanted one (``de-AT`` gives ``de``), the brand's, or the first there is."""
    if wanted:
        for candidate in (wanted, wanted.split("-")[0].lower()):
            if candidate in spoken:
                return candidate
    return default if default in spoken else spoken[0]


def region_of(room: Room) -> str:
    """The region for phone numbers written without country code, by the brand's settings."""
    region = room.account.settings.get("region") or room.brand.settings.get("region")
    return str(region or "US")
