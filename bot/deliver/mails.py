"""Seeing to a mail that came back: a bounce has its confirmation go another way, the rest is for a person."""

from datetime import timedelta

from bot.confirming.forwarding import not_delivered
from bot.deliver.confirmations import case_of_record
from bot.deliver.retry import Policy
from bot.deliver.settle import Done, Later, Never, Result, Unwanted
from bot.letters.ordering import order_letter, was_ordered
from bot.mails.taking import READ_MAIL, domain_of, sent_as
from bot.outbounds import letter_account, mail_account
from bot.reports import CODES, CONFIRMATIONS
from bot.wiring import Application
from channels.email.incoming import MailedBack
from dialogs.effects import SendConfirmation
from dialogs.turn import EFFECT
from storage.repositories.effects import Claimed, EffectRow
from storage.unit_of_work import UnitOfWork

FASTER_THAN_US = Policy(timedelta(seconds=20), timedelta(minutes=1), timedelta(minutes=3))
"""A bounce can come before it is written down what came back."""


def read_mail(app: Application, claimed: Claimed) -> Result:
    """What was not delivered counts as such; an answer, or what cannot be read, is shown to a person."""
    row = claimed.effect
    mail = READ_MAIL.validate_json(row.payload).mail
    if mail.said == "answer":
        return Never("somebody answered by e-mail")
    with app.database.read() as uow:
        account = mail_account(app.directory.accounts_of(uow, row.brand_id))
        about = sent_as(uow, row.brand_id, mail, domain_of(account))
    if about is None:
        return Later("a mail came back, and it is not known which", FASTER_THAN_US, expected=True)
    if mail.said == "unreadable":
        return Never("a mail came back, and the report does not tell why")
    if about.kind in CODES:
        return Unwanted("a one-time code came back; whoever waits for it can ask for another")
    return _came_back(app, about, mail)


def _came_back(app: Application, about: EffectRow, mail: MailedBack) -> Result:
    why = " ".join(each for each in (mail.status, mail.diagnostic) if each) or "no reason given"
    reason = f"the mail came back: {why}"

    def then(uow: UnitOfWork) -> tuple[EffectRow, ...]:
        if not _posted_instead(app, uow, about, reason):
            not_delivered(uow, about, reason, app.clock())
        return ()

    return Done(then) if about.kind in CONFIRMATIONS else Never(reason)


def _posted_instead(app: Application, uow: UnitOfWork, about: EffectRow, reason: str) -> bool:
    """A letter lasts as the mail does: where the brand writes those, it takes the mail's place, once."""
    if about.kind != "send_confirmation":
        return False
    effect = EFFECT.validate_json(about.payload)
    assert isinstance(effect, SendConfirmation)
    record = uow.records.by_number(about.brand_id, effect.number)
    case = case_of_record(uow, about.brand_id, effect.number)
    known = case is not None and case.customer is not None
    writes = letter_account(app.directory.accounts_of(uow, about.brand_id)) is not None
    if record is None or not known or not writes or was_ordered(uow, about.brand_id, effect.number):
        return False
    return order_letter(uow, record, about.conversation_id, reason, app.clock(), mail_came_back=True)
