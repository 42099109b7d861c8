"""Who agreed to what, when, in which words and on which channel.

Whether messages may go to an address stands at the address (`opted_out_at`), and is changed here alone, with
an entry of how that came about: who opts out of texts is not texted (47 CFR 64.1200(a)(10)), and whoever
sends has to be able to show the consent. The first message says that an automated assistant is writing, as
the law of some places asks (California B&P 17941), and what it said is an entry too. Entries are added and
never changed; their words are sealed under the person's key, and so erased with it.
"""

from datetime import datetime

from storage.ids import new_id
from storage.repositories.consents import Act, ConsentRow, How, Subject
from storage.repositories.contacts import AddressRow
from storage.unit_of_work import UnitOfWork


def opt_out(
    uow: UnitOfWork, address: AddressRow, channel: str, how: How, words: str | None, now: datetime
) -> None:
    """No more messages go there. What was so already is no entry."""
    uow.contacts.set_opted_out(address.brand_id, address.id, now)
    if address.opted_out_at is None:
        _note(uow, address, channel, "messages", "withdrawn", how, words, now)


def opt_in(
    uow: UnitOfWork, address: AddressRow, channel: str, how: How, words: str | None, now: datetime
) -> None:
    """Messages may go there again."""
    uow.contacts.set_opted_out(address.brand_id, address.id, None)
    _note(uow, address, channel, "messages", "given", how, words, now)


def wrote_first(uow: UnitOfWork, address: AddressRow, channel: str, words: str, now: datetime) -> None:
    """Somebody wrote to the brand, and so wants its answers there, unless they opted out before."""
    if address.opted_out_at is None:
        _note(uow, address, channel, "messages", "given", "wrote_first", words, now)


def was_told(uow: UnitOfWork, address: AddressRow, channel: str, words: str, now: datetime) -> None:
    """That an automated assistant is writing was said, in these words."""
    _note(uow, address, channel, "assistant", "told", "shown", words, now)


def _note(
    uow: UnitOfWork,
    address: AddressRow,
    channel: str,
    subject: Subject,
    act: Act,
    how: How,
    words: str | None,
    now: datetime,
) -> None:
    uow.consents.add(
        ConsentRow(
            new_id(), address.brand_id, address.person_id, address.id, channel, subject, act, how, now, words
        )
    )
