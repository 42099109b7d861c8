"""Making a letter of a record, and putting it into the queue: done again, it counts once."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from zoneinfo import ZoneInfo

from bot.confirming.pages import case_url
from bot.documents import check_url
from bot.letters.ordering import AWAIT_LETTER, AwaitLetter, SendLetter
from bot.printing.binding import pages_in
from bot.printing.sealing import sealed_pdf
from bot.records.pdf.letter import Posting, letter_of
from bot.records.stored import StoredRecord
from bot.seals import seal_of
from bot.wiring import Application
from channels.letter.sender import contact_lines
from channels.letter.windows import window_of
from dialogs.texts import Texts
from storage.ids import new_id
from storage.repositories.brands import AccountRow, BrandRow
from storage.repositories.documents import DocumentRow
from storage.repositories.effects import EffectRow, NewEffect
from storage.repositories.letters import LetterRow
from storage.unit_of_work import UnitOfWork

POSTED_WITHIN = timedelta(days=7)
"""A letter that is not said to be posted by then is shown to a person."""


@dataclass(frozen=True, slots=True)
class MadeLetter:
    """A sealed letter, and to whom."""

    content: bytes
    sealed_by: str
    addressee: tuple[str, ...]


def make_letter(
    app: Application,
    brand: BrandRow,
    account: AccountRow,
    stored: StoredRecord,
    texts: Texts,
    addressee: tuple[str, ...],
) -> MadeLetter:
    """The letter, dated today. Raises NoPress."""
    with app.database.read() as uow:
        key = uow.brands.signing_key(brand.id)
    posting = Posting(
        addressee=addressee,
        name=addressee[0],
        sender=account.address,
        contact=contact_lines(str(account.settings.get("contact", ""))),
        window=window_of(account.settings),
        made_at=app.clock().astimezone(ZoneInfo(brand.zone)),
    )
    accent = str(brand.settings.get("accent", ""))
    page = letter_of(stored, texts, check_url(app), posting, accent, case_url(app, brand, stored.number))
    seal = seal_of(brand, key)
    content = sealed_pdf(app.press.print_page(page), seal, brand.name, stored.number)
    return MadeLetter(content, " ".join(seal.fingerprints), addressee)


def queue_made(uow: UnitOfWork, row: EffectRow, wanted: SendLetter, made: MadeLetter, now: datetime) -> None:
    """Queue it for the next print run; the same effect queues one letter. Raises Erased."""
    record = uow.records.by_number(row.brand_id, wanted.number)
    assert record is not None, "records stay"
    nth = len(uow.letters.of_record(row.brand_id, record.id)) + 1
    letter = LetterRow(
        id=new_id(),
        brand_id=row.brand_id,
        person_id=record.person_id,
        record_id=record.id,
        number=record.number,
        form="letter" if nth == 1 else f"letter-{nth}",
        cause=row.key,
        why=wanted.why,
        state="queued",
        pages=pages_in(made.content),
        created_at=now,
        run_id=None,
        position=None,
        printed_at=None,
        posted_at=None,
        returned_at=None,
        note=None,
        addressee="\n".join(made.addressee),
    )
    if not uow.letters.add(letter):
        return
    digest = sha256(made.content).digest()
    uow.documents.keep(
        DocumentRow(
            record.id,
            letter.form,
            row.brand_id,
            record.person_id,
            digest,
            made.sealed_by,
            now,
            made.content,
        )
    )
    uow.outbox.add([_awaiting(row, letter, now)], now)


def key_of_awaiting(letter: LetterRow) -> str:
    """Under which it is waited for that a letter is posted."""
    return f"await_letter:{letter.id}"


def _awaiting(row: EffectRow, letter: LetterRow, now: datetime) -> NewEffect:
    return NewEffect(
        row.brand_id,
        key_of_awaiting(letter),
        "await_letter",
        AWAIT_LETTER.dump_json(AwaitLetter(letter.id)),
        now + POSTED_WITHIN,
        person_id=letter.person_id,
        case_id=row.case_id,
        conversation_id=row.conversation_id,
    )
