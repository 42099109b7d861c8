"""The consent log: added to and read, never changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import insert, select

from dialogs.ids import AddressId, BrandId, PersonId
from storage.repositories.rows import Repository, Shape
from storage.statements import given
from storage.tables import consent

Subject = Literal["messages", "assistant"]
"""Messages to an address; that an automated assistant is writing."""
Act = Literal["given", "withdrawn", "told"]
How = Literal["wrote_first", "wrote_again", "word", "wish", "provider", "shown"]
"""By writing first, or again where no word opts in; by a reserved word, such as STOP; in words of their own;
as the provider reports; and by a message that was shown."""


@dataclass(frozen=True, slots=True)
class ConsentRow:
    """One entry. ``words`` are those that were said, or shown; sealed for the person."""

    id: str
    brand_id: BrandId
    person_id: PersonId
    address_id: AddressId
    channel: str
    subject: Subject
    act: Act
    how: How
    at: datetime
    words: str | None


_CONSENT = Shape(consent, ConsentRow, sealed={"words": str})
_ADD = insert(consent)
_OF_PERSONS = (
    select(*_CONSENT.columns)
    .where(consent.c.brand_id == given("brand_id"), consent.c.person_id.in_(given("persons", expanding=True)))
    .order_by(consent.c.at, consent.c.id)
)


class Consents(Repository):
    """What people agreed to, took back and were told."""

    __slots__ = ()

    def add(self, row: ConsentRow) -> None:
        """Add an entry."""
        self._at.run(_ADD, _CONSENT.values(row, self._at.vault))

    def of_persons(self, brand_id: BrandId, persons: Sequence[PersonId]) -> list[ConsentRow]:
        """The entries of these persons, who are not erased, oldest first."""
        found = self._at.run(_OF_PERSONS, {"brand_id": brand_id, "persons": list(persons)}).all()
        return [_CONSENT.read(each, self._at.vault) for each in found]
