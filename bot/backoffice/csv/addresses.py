"""Kinds of cells for postal addresses. What no window of an envelope shows is refused here already."""

from collections.abc import Sequence
from dataclasses import dataclass

from babel import Locale

from bot.backoffice.csv.kinds import Circumstances, NotRead
from bot.printing.measuring import text_width
from channels.letter.fitting import DoesNotFit, fitted, letters_in
from channels.letter.windows import DIN, US, Window

SEPARATOR = "|"
MOST_LINES = min(DIN.lines, US.lines) - 1
"""The name stands above them."""
_NARROWEST: Window = min((DIN, US), key=letters_in)


@dataclass(frozen=True, slots=True)
class AddressLines:
    """The lines below the name, as they show in the window of an envelope, whichever of ours it is."""

    @property
    def expected(self) -> str:
        return f"1 to {MOST_LINES} lines parted by |, each of about {letters_in(_NARROWEST)} letters at most"

    def read(self, cell: str, given: Circumstances) -> tuple[str, ...]:
        lines = tuple(" ".join(line.split()) for line in cell.split(SEPARATOR) if line.strip())
        if not 1 <= len(lines) <= MOST_LINES:
            raise NotRead(f"expected {self.expected}, not {len(lines)} lines")
        try:
            return fitted("", lines, _NARROWEST, text_width)
        except DoesNotFit as error:
            raise NotRead(f"expected {self.expected}; {error}") from error

    def write(self, value: Sequence[str], given: Circumstances) -> str:
        return f" {SEPARATOR} ".join(value)


@dataclass(frozen=True, slots=True)
class Country:
    """A country's two letters."""

    @property
    def expected(self) -> str:
        return "a country's two letters (ISO 3166), such as DE"

    def read(self, cell: str, given: Circumstances) -> str:
        code = cell.upper()
        if not is_country(code):
            raise NotRead(f"expected {self.expected}")
        return code

    def write(self, value: str, given: Circumstances) -> str:
        return value


def is_country(code: str) -> bool:
    """Whether that is a country of ISO 3166-1, by its two letters."""
    return (
        len(code) == 2 and code.isalpha() and code in Locale("en").territories and code not in _NO_COUNTRIES
    )


_NO_COUNTRIES = frozenset({"EU", "EZ", "UN", "XA", "XB", "ZZ", "QO"})
"""Unions, tests and what is unknown, which have two letters as well (CLDR)."""
