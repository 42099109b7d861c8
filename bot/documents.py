"""Records as files: made once, sealed, kept under the person's key, and the same bytes from then on.

Making one loads the press, so only the worker and the command line do it. Whoever hands one out reads it.
"""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from pydantic import TypeAdapter

from bot.confirming.pages import case_url
from bot.printing.sealing import sealed_pdf
from bot.records.kept import find_record
from bot.records.pdf.page import page_of
from bot.room import Room
from bot.seals import given_seal, seal_of
from bot.settings import SettingsError
from bot.wiring import Application
from channels.base import Attachment
from dialogs.ids import AddressId, BrandId, ConversationId
from dialogs.texts import Texts
from storage.errors import Erased
from storage.repositories.brands import BrandRow
from storage.repositories.cases import RecordRow
from storage.repositories.conversations import ConversationRow
from storage.repositories.documents import DocumentRow
from storage.repositories.effects import NewEffect
from storage.unit_of_work import UnitOfWork

MEDIA_TYPE = "application/pdf"
CONFIRMATION = "confirmation"
"""The form that is mailed, sent and downloaded."""


@dataclass(frozen=True, slots=True)
class Document:
    """A record as a PDF, as it was first made."""

    number: str
    content: bytes

    @property
    def attachment(self) -> Attachment:
        return Attachment(f"{self.number}.pdf", MEDIA_TYPE, self.content)


@dataclass(frozen=True, slots=True)
class SendDocument:
    """Send a record's PDF into the chat that confirmed it, or asked for it again."""

    number: str
    address: AddressId


@dataclass(frozen=True, slots=True)
class MakeDocument:
    """Make a record's PDF: somebody waits for it who cannot print."""

    number: str


SEND_DOCUMENT: TypeAdapter[SendDocument] = TypeAdapter(SendDocument)
MAKE_DOCUMENT: TypeAdapter[MakeDocument] = TypeAdapter(MakeDocument)


def queue_document(uow: UnitOfWork, room: Room, number: str, cause: str, now: datetime) -> None:
    """Queue the PDF for the room's chat, behind its messages.

    Args:
        cause: the key of what it follows from; the same one queues it once.
    """
    payload = SendDocument(number, room.address.id)
    new = NewEffect(
        room.brand.id,
        f"document:{cause}",
        "send_document",
        SEND_DOCUMENT.dump_json(payload),
        now,
        lane=f"address:{room.address.id}",
        person_id=room.conversation.person_id,
        conversation_id=room.conversation.id,
    )
    uow.outbox.add([new], now)


def queue_making(uow: UnitOfWork, conversation: ConversationRow, number: str, now: datetime) -> None:
    """Have the worker make a record's PDF; asked for often within a minute, it is made once."""
    new = NewEffect(
        conversation.brand_id,
        f"make_document:{number}:{int(now.timestamp()) // 60}",
        "make_document",
        MAKE_DOCUMENT.dump_json(MakeDocument(number)),
        now,
        person_id=conversation.person_id,
        conversation_id=ConversationId(conversation.id),
    )
    uow.outbox.add([new], now)


def kept_document(uow: UnitOfWork, brand: BrandId, number: str) -> Document | None:
    """The record's PDF; None when there is none yet, or its person was erased."""
    record = uow.records.by_number(brand, number)
    row = None if record is None else uow.documents.get(brand, record.id, CONFIRMATION)
    return None if row is None or row.content is None else Document(number, row.content)


def document_of(app: Application, brand: BrandRow, number: str, texts: Texts) -> Document | None:
    """The record's PDF, made now if there is none yet; None when the record is gone.

    Args:
        texts: of the brand, by which it is made.

    Raises:
        NoPress: nothing can be printed on this machine.
    """
    with app.database.read() as uow:
        kept = kept_document(uow, brand.id, number)
        record = uow.records.by_number(brand.id, number)
        stored = find_record(uow, brand.id, number)
        key = uow.brands.signing_key(brand.id)
    if kept is not None:
        return kept
    if record is None or stored is None:
        return None
    accent = str(brand.settings.get("accent", ""))
    page = page_of(stored, texts, check_url(app), accent, case_url(app, brand, number))
    seal = seal_of(brand, key)
    content = sealed_pdf(app.press.print_page(page), seal, brand.name, number)
    row = _keep(app, brand, record, content, " ".join(seal.fingerprints))
    return None if row is None or row.content is None else Document(number, row.content)


def check_url(app: Application) -> str:
    """Where anybody can check a document; it stands on each."""
    return f"{app.settings.base_url}/verify"


def _keep(
    app: Application, brand: BrandRow, record: RecordRow, content: bytes, sealed_by: str
) -> DocumentRow | None:
    """Keep it, unless somebody was faster: then theirs is the document. None where its person was erased."""
    try:
        with app.database.write() as uow:
            # Its person may have become another one since it was read.
            current = uow.records.by_number(brand.id, record.number) or record
            return uow.documents.keep(
                DocumentRow(
                    record.id,
                    CONFIRMATION,
                    brand.id,
                    current.person_id,
                    sha256(content).digest(),
                    sealed_by,
                    app.clock(),
                    content,
                )
            )
    except Erased:
        return None


@dataclass(frozen=True, slots=True)
class Known:
    """What is known here of a record's files."""

    digests: frozenset[bytes]
    """SHA-256 of each that was made."""
    certificates: frozenset[str]
    """SHA-256 of the certificates that sealed them, and of those that the brand seals with now."""


def known_of(uow: UnitOfWork, brand: BrandRow, number: str) -> Known:
    """What a PDF that claims to be of this record is compared with."""
    record = uow.records.by_number(brand.id, number)
    rows = [] if record is None else uow.documents.of_record(brand.id, record.id)
    sealed_by = {each for row in rows for each in row.sealed_by.split()}
    try:
        given = given_seal(brand)
    except SettingsError:
        given = None
    now = () if given is None else given.fingerprints
    return Known(frozenset(row.digest for row in rows), frozenset({*sealed_by, *now}))
