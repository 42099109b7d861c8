"""Taking in a mail that came back: on disk, once, before whoever brought it is told that we have it."""

from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256

from pydantic import TypeAdapter

from channels.base import Account
from channels.email.incoming import MailedBack, read_mail
from channels.email.message import sender_of
from dialogs.ids import BrandId
from storage.errors import Erased
from storage.repositories.brands import AccountRow
from storage.repositories.effects import EffectRow, NewEffect
from storage.unit_of_work import UnitOfWork

KIND = "read_mail"
ABOUT_OURS = ("undelivered", "full", "answer", "unreadable")
"""What is seen to; nothing follows from the rest."""


@dataclass(frozen=True, slots=True)
class ReadMail:
    """See to a mail that came in."""

    mail: MailedBack
    received_at: datetime


READ_MAIL: TypeAdapter[ReadMail] = TypeAdapter(ReadMail)
MAILED_BACK: TypeAdapter[MailedBack] = TypeAdapter(MailedBack)


def take_mail(uow: UnitOfWork, brand: BrandId, domain: str, raw: bytes, now: datetime) -> MailedBack:
    """Queue what follows from a mail, if anything does; the same mail, brought again, is one.

    Args:
        domain: of the brand's own sender, in the Message-IDs of what it sends.

    Raises:
        NoMail: it is none.
    """
    mail = read_mail(raw)
    if mail.said not in ABOUT_OURS:
        return mail
    about = sent_as(uow, brand, mail, domain)
    new = NewEffect(
        brand,
        f"mail:{_identity(mail, raw)[:40]}",
        KIND,
        READ_MAIL.dump_json(ReadMail(mail, now)),
        now,
        # Whoever it is about: it goes with them when they are erased.
        person_id=None if about is None else about.person_id,
        case_id=None if about is None else about.case_id,
        conversation_id=None if about is None else about.conversation_id,
    )
    uow.outbox.add([new], now)
    return mail


def _identity(mail: MailedBack, raw: bytes) -> str:
    """The same for a mail that comes by another way, whose servers have put their own headers above it.

    Its Message-ID alone would not do: whoever writes two mails under one would have one of them unread.
    """
    named = raw if mail.id is None else MAILED_BACK.dump_json(mail)
    return sha256(named).hexdigest()


def forget_words(uow: UnitOfWork, row: EffectRow) -> None:
    """A person has seen to it: what somebody wrote is in the brand's own mailbox, and not kept here too."""
    read = READ_MAIL.validate_json(row.payload)
    emptied = replace(read, mail=MailedBack(read.mail.said, read.mail.about))
    uow.outbox.rewrite(row, READ_MAIL.dump_json(emptied))


def sent_as(uow: UnitOfWork, brand: BrandId, mail: MailedBack, domain: str) -> EffectRow | None:
    """What we sent that the mail is about; None where that is not known, or was erased."""
    by_envelope = () if mail.envelope is None else (f"<{mail.envelope}@{domain}>",)
    for message_id in (*by_envelope, *mail.about):
        try:
            found = uow.outbox.by_provider_ref(brand, message_id)
        except Erased:
            continue
        if found is not None:
            return found
    return None


def domain_of(account: AccountRow | None) -> str:
    """The domain of the brand's sender, which is in the Message-IDs of its mails; empty without one."""
    if account is None:
        return ""
    settings = {name: str(value) for name, value in account.settings.items()}
    return sender_of(Account(account.id, account.kind, account.address, settings)).domain
