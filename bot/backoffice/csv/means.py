"""Means of payment in cells."""

import re
from dataclasses import dataclass

from bot.backoffice.csv.findings import nearest
from bot.backoffice.csv.kinds import Circumstances, NotRead
from bot.backoffice.paying import MONEY_FIRST

_WORD = re.compile(r"[a-z][a-z0-9_]{0,39}")


@dataclass(frozen=True, slots=True)
class Means:
    """One of the means that are known, or another word, which counts as money."""

    @property
    def expected(self) -> str:
        return f"{', '.join(MONEY_FIRST)} or another word of the letters a to z"

    def read(self, cell: str, given: Circumstances) -> str:
        word = cell.lower().replace(" ", "_").replace("-", "_")
        if not _WORD.fullmatch(word):
            raise NotRead(f"expected {self.expected}")
        near = None if word in MONEY_FIRST else nearest(word, MONEY_FIRST)
        if near is not None:
            given.doubts.append(
                f"taken for money, which goes back before vouchers do; did you mean {near!r}?"
            )
        return word

    def write(self, value: str, given: Circumstances) -> str:
        return value
