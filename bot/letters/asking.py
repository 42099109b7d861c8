"""Somebody asks for a letter about a record: an agent, the brand's own system, or the command line.

The address is that of the back office, or one that is given for this letter alone. It is held against the
window before anything is ordered.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.backoffice.base import Customer, PostalAddress
from bot.backoffice.csv.addresses import Country, is_country
from bot.letters.addressing import addressee_of
from bot.letters.ordering import first_cause, order_letter, was_ordered
from bot.outbounds import letter_account
from bot.receive.inbox import again_on_conflict
from bot.sending_again import (
    About,
    Asker,
    NotSentAgain,
    customer_about,
    find_about,
    note_asked,
    spend_again,
)
from bot.wiring import Application
from channels.letter.fitting import DoesNotFit
from channels.letter.windows import Window, window_of
from storage.repositories.brands import AccountRow, BrandRow
from storage.repositories.letters import LetterRow
from storage.unit_of_work import UnitOfWork


class NoLetters(NotSentAgain):
    """The brand has no account of letters, or nobody knows whose record it is."""

    code = "no_letters"


class WrongAddress(NotSentAgain):
    """There is no postal address, or it does not show in the window; says what was expected."""

    code = "bad_address"


class OrderedBefore(NotSentAgain):
    """A letter about this record was ordered, and no other one was asked for."""

    code = "ordered_before"


@dataclass(frozen=True, slots=True)
class Envelope:
    """What a letter about a record would look like from outside, and those there were."""

    name: str
    address: PostalAddress | None
    """As the back office has it."""
    home: str
    """Where letters are posted: the country of an address that is still to be written."""
    problem: str | None
    """Why the address does not do, with what was expected."""
    window: Window
    ordered: bool
    letters: tuple[LetterRow, ...]


def envelope_for(app: Application, brand: BrandRow, number: str) -> Envelope:
    """Raises NoSuchRecord, NoLetters, OfficeDown."""
    about, account, customer = _found(app, brand, number)
    with app.database.read() as uow:
        letters = tuple(uow.letters.of_record(brand.id, about.record.id))
        ordered = was_ordered(uow, brand.id, about.record.number)
    problem = None
    try:
        addressee_of(customer, brand, account)
    except DoesNotFit as error:
        problem = str(error)
    home = str(account.settings.get("country", ""))
    window = window_of(account.settings)
    return Envelope(customer.name, customer.postal, home, problem, window, ordered, letters)


def ask_for_letter(
    app: Application,
    brand: BrandRow,
    number: str,
    asker: Asker,
    address: PostalAddress | None = None,
    *,
    again: bool = False,
    was_shown: bool = False,
) -> None:
    """Have a record sent by post.

    Args:
        address: where this one letter goes instead of where the back office says.
        was_shown: whoever asks had the address of the back office before them. Left as it is, it is none of
            its own: the letter goes where the back office says, also if that is put right meanwhile.
        again: another letter, where one was ordered before.

    Raises NoSuchRecord, NoLetters, WrongAddress, OrderedBefore, TooOften, OfficeDown.
    """
    about, account, customer = _found(app, brand, number)
    if was_shown and address == customer.postal:
        address = None
    if address is not None:
        customer = replace(customer, postal=address)
    try:
        addressee_of(customer, brand, account)
    except DoesNotFit as error:
        raise WrongAddress(f"The letter was not ordered: {error}.") from error

    def work() -> None:
        with app.database.write() as uow:
            _order(uow, brand, about, asker, address, app.clock(), again=again)

    again_on_conflict(work)


def read_address(lines: Sequence[str], country: str) -> PostalAddress | None:
    """An address as somebody wrote it; None where they wrote none. Raises WrongAddress."""
    written = tuple(line for line in (" ".join(each.split()) for each in lines) if line)
    if not written:
        return None
    code = country.strip().upper()
    if not is_country(code):
        raise WrongAddress(f"The country is not known: expected {Country().expected}.")
    return PostalAddress(written, code)


def _found(app: Application, brand: BrandRow, number: str) -> tuple[About, AccountRow, Customer]:
    with app.database.read() as uow:
        about = find_about(uow, brand, number)
        account = letter_account(app.directory.accounts_of(uow, brand.id))
    if account is None:
        raise NoLetters(
            f"{brand.name} sends no letters yet: cancelbot brand account {brand.slug} --kind letter "
            '--address "Sender, street, place" --set country=DE'
        )
    customer = customer_about(app, brand, about)
    if customer is None:
        raise NoLetters("It is not known which customer this is: expected one that the back office knows.")
    return about, account, customer


def _order(
    uow: UnitOfWork,
    brand: BrandRow,
    about: About,
    asker: Asker,
    address: PostalAddress | None,
    now: datetime,
    *,
    again: bool,
) -> None:
    """Raises OrderedBefore, TooOften, Conflict."""
    record, cause = about.record, None
    if was_ordered(uow, brand.id, record.number):
        if not again:
            raise OrderedBefore(
                "A letter about it was sent by post before, or is on its way; "
                "ask for another if it is wanted."
            )
        cause = f"{first_cause(record.number)}:{spend_again(uow, brand, record.number, now)}"
        _settle_given_up(uow, brand, about, now)
    why = f"asked for by {asker.name}"
    order_letter(uow, record, about.conversation.id, why, now, cause=cause, address=address)
    words = f"{asker.name} had the confirmation {record.number} sent by post"
    note_asked(uow, about, asker, words, "letter_ordered", now)


def _settle_given_up(uow: UnitOfWork, brand: BrandRow, about: About, now: datetime) -> None:
    """A letter that could not be written is not waited for any more: this one takes its place."""
    for row in uow.outbox.given_up_of_lane(brand.id, f"letter:{about.record.number}"):
        if row.kind == "send_letter":
            uow.outbox.resolve(brand.id, row.id, now, done=False)
