"""What became of a letter: posted, or returned. Said by a person or by the printer's list."""

from datetime import datetime

from bot.letters.making import key_of_awaiting
from bot.letters.naming import NoLetter, reference_of
from bot.letters.ordering import REPLACE_LETTER, ReplaceLetter
from storage.repositories.effects import NewEffect
from storage.repositories.letters import LetterRow
from storage.unit_of_work import UnitOfWork

LONGEST_NOTE = 200


def mark_posted(uow: UnitOfWork, letter: LetterRow, at: datetime, now: datetime) -> bool:
    """It was handed to the post at that time. False where that was known. Raises NoLetter."""
    if letter.state in ("posted", "returned"):
        return False
    if not uow.letters.move(letter, ["printed"], state="posted", posted_at=at):
        raise NoLetter(f"the letter {reference_of(letter)} is not printed yet, but {letter.state}")
    awaited = key_of_awaiting(letter)
    if not uow.outbox.settle_by_key(letter.brand_id, awaited, "done", now):
        shown = uow.outbox.by_key(letter.brand_id, awaited)
        if shown is not None:
            uow.outbox.resolve(letter.brand_id, shown.id, now, done=True)
    return True


def mark_returned(uow: UnitOfWork, letter: LetterRow, why: str, at: datetime, now: datetime) -> bool:
    """It came back, so its record goes in another way. False where that was known. Raises NoLetter."""
    if letter.state == "returned":
        return False
    if letter.state == "printed":
        # It was in the post, whether or not anybody said so.
        mark_posted(uow, letter, at, now)
    note = " ".join(why.split())[:LONGEST_NOTE] or "no reason given"
    changes = {"state": "returned", "returned_at": at, "note": note}
    if not uow.letters.move(letter, ["posted"], **changes):
        raise NoLetter(f"the letter {reference_of(letter)} was not posted yet, but is {letter.state}")
    cause = uow.outbox.by_key(letter.brand_id, letter.cause)
    new = NewEffect(
        letter.brand_id,
        f"replace_letter:{letter.id}",
        "replace_letter",
        REPLACE_LETTER.dump_json(ReplaceLetter(letter.id)),
        now,
        person_id=letter.person_id,
        case_id=None if cause is None else cause.case_id,
        conversation_id=None if cause is None else cause.conversation_id,
    )
    uow.outbox.add([new], now)
    return True
