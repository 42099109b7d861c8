"""Cells that a spreadsheet must not run as formulas.

A spreadsheet takes for a formula what begins with one of `FORMULA`, also behind a separator inside a cell if
it was told another separator than the file has. An apostrophe in front makes it text; `unguarded` takes off
exactly what `guarded` puts there, and what people put before a phone number for the same reason. Numbers
stay as they are: `-5.00` is no formula and shall be added up.
"""

import re

FORMULA = "=+\\-@\t\r\n＝＋－＠"
_SEPARATORS = ",;\t\r\n"

_RISK = re.compile(rf"(^|[{_SEPARATORS}])(?='*[{FORMULA}])")
_GUARD = re.compile(rf"(^|[{_SEPARATORS}])'(?='*[{FORMULA}])")
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")


def guarded(text: str) -> str:
    """The cell as it may stand in a file that is opened in a spreadsheet."""
    return text if _NUMBER.fullmatch(text) else _RISK.sub(r"\1'", text)


def unguarded(cell: str) -> str:
    """What `guarded` was given; a cell that it would not have changed stays as it is."""
    return _GUARD.sub(r"\1", cell)
