"""Kinds of cells: what is expected in one, how it is read, and how it is written.

Reading is strict where a guess could cost somebody money or a day, and lenient about what has one meaning
only. What a kind writes it reads again as the same value.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol

import phonenumbers

from bot.backoffice.csv.findings import either, one_of
from dialogs.understanding.identifiers import first_email

LONGEST_TEXT = 500
LONGEST_REF = 100
EARLIEST, LATEST = date(1900, 1, 1), date(2199, 12, 31)

_SPACES = re.compile(r"[\t\r\n]+")
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_OTHER_DATE = re.compile(r"([0-9]{1,2})([./-])([0-9]{1,2})\2([0-9]{4})")
_WHOLE = re.compile(r"-?[0-9]{1,18}")
_PHONE = re.compile(r"\+?[0-9(][0-9 ()./-]{3,30}")


class NotRead(ValueError):
    """A cell that cannot be read; the message says what was expected."""


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What cells are read and written with: the row's currency, and where national numbers are at home.

    `doubts` gathers what is taken, yet worth a look.
    """

    currency: str = ""
    region: str | None = None
    doubts: list[str] = field(default_factory=list)


class Kind(Protocol):
    """How the cells of a column are read and written. An empty cell is nobody's business here."""

    @property
    def expected(self) -> str:
        """What stands in such a cell, in words that follow upon "expected"."""
        ...

    def read(self, cell: str, given: Circumstances) -> Any:
        """The value. Raises NotRead."""
        ...

    def write(self, value: Any, given: Circumstances) -> str:
        """The cell that is read as this value."""
        ...


@dataclass(frozen=True, slots=True)
class Words:
    """Text of one line; line breaks and tabs become spaces."""

    longest: int = LONGEST_TEXT
    what: str = "text"

    @property
    def expected(self) -> str:
        return f"{self.what} of at most {self.longest} characters"

    def read(self, cell: str, given: Circumstances) -> str:
        text = _SPACES.sub(" ", cell)
        if len(text) > self.longest:
            raise NotRead(f"expected {self.expected}, not {len(text)}")
        unprintable = next((char for char in text if unicodedata.category(char) in ("Cc", "Cs")), None)
        if unprintable is not None:
            raise NotRead(f"expected {self.expected}, without the control character U+{ord(unprintable):04X}")
        return text

    def write(self, value: str, given: Circumstances) -> str:
        return value


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few words, in any case."""

    names: Sequence[str]

    @property
    def expected(self) -> str:
        return either(self.names)

    def read(self, cell: str, given: Circumstances) -> str:
        word = cell.lower().replace(" ", "_").replace("-", "_")
        if word not in self.names:
            raise NotRead(one_of(self.names, word))
        return word

    def write(self, value: str, given: Circumstances) -> str:
        return value


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number within bounds."""

    least: int
    most: int

    @property
    def expected(self) -> str:
        return f"a whole number from {self.least} to {self.most}"

    def read(self, cell: str, given: Circumstances) -> int:
        if not _WHOLE.fullmatch(cell) or not self.least <= int(cell) <= self.most:
            raise NotRead(f"expected {self.expected}")
        return int(cell)

    def write(self, value: int, given: Circumstances) -> str:
        return str(value)


@dataclass(frozen=True, slots=True)
class Day:
    """A calendar day, in the one form that every country reads alike."""

    @property
    def expected(self) -> str:
        return "a day as YYYY-MM-DD"

    def read(self, cell: str, given: Circumstances) -> date:
        if not _ISO.fullmatch(cell):
            raise NotRead(f"expected {self.expected}{_meant_day(cell)}")
        try:
            day = date.fromisoformat(cell)
        except ValueError as error:
            raise NotRead(f"expected {self.expected}; there is no such day") from error
        if not EARLIEST <= day <= LATEST:
            raise NotRead(f"expected {self.expected} from {EARLIEST} to {LATEST}")
        return day

    def write(self, value: date, given: Circumstances) -> str:
        return value.isoformat()


@dataclass(frozen=True, slots=True)
class Phone:
    """A phone number; kept in E.164."""

    @property
    def expected(self) -> str:
        return "a phone number with its country (+49 171 3920001), or a national one with --region"

    def read(self, cell: str, given: Circumstances) -> str:
        if not _PHONE.fullmatch(cell):
            raise NotRead(f"expected {self.expected}")
        if not cell.startswith("+") and given.region is None:
            raise NotRead(f"expected {self.expected}: which country's is it?")
        try:
            number = phonenumbers.parse(cell, given.region)
        except phonenumbers.NumberParseException as error:
            raise NotRead(f"expected {self.expected}") from error
        if not phonenumbers.is_possible_number(number):
            return self._kept(cell, given)
        if not phonenumbers.is_valid_number(number):
            given.doubts.append("taken, though no number of that country looks like this")
        return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)

    def write(self, value: str, given: Circumstances) -> str:
        return value

    def _kept(self, cell: str, given: Circumstances) -> str:
        """What was written in full is taken as it is: nobody is called by it unasked."""
        number = "+" + re.sub(r"[^0-9]", "", cell)
        if not cell.startswith("+") or not 8 <= len(number) <= 16:
            raise NotRead(f"expected {self.expected}; this is too short or too long")
        given.doubts.append("taken, though no number of that country is as long as this")
        return number


@dataclass(frozen=True, slots=True)
class Email:
    """An e-mail address that the chat would understand as one; kept in lower case."""

    @property
    def expected(self) -> str:
        return "an e-mail address"

    def read(self, cell: str, given: Circumstances) -> str:
        address = cell.lower()
        if len(address) > LONGEST_TEXT or not address.isprintable() or first_email(address) != address:
            raise NotRead(f"expected {self.expected}")
        return address

    def write(self, value: str, given: Circumstances) -> str:
        return value


REF = Words(LONGEST_REF, "a number or name")


def _meant_day(cell: str) -> str:
    """How a day is to be written that was written in another way, if that can be told."""
    found = _OTHER_DATE.fullmatch(cell)
    if found is None:
        return ""
    first, second, year = int(found[1]), int(found[3]), int(found[4])
    days = dict.fromkeys(filter(None, (_iso(year, second, first), _iso(year, first, second))))
    if not days:
        return "; there is no such day"
    if len(days) == 1:
        return f"; did you mean {next(iter(days))}?"
    return f"; this is {' or '.join(days)}, and nobody can tell which"


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
