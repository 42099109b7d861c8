"""The confirmation of a stored record as it is read out by phone. Pure.

It states what the mail states, taken from the record itself, without what only somebody who reads could use.
"""

import re

from bot.records.facts import Words, stated_in
from bot.records.numbers import ALPHABET, LENGTH
from bot.records.stored import StoredRecord
from dialogs.texts import Texts

_NUMBER = re.compile(rf"\b[A-Z]{{2,8}}-[{ALPHABET}]{{{LENGTH}}}\b")


class SpokenRecord:
    """What can be said by phone about one record, in its customer's language, each as lines."""

    def __init__(self, stored: StoredRecord, texts: Texts) -> None:
        self._words = Words(stored.record, texts)
        self.locale = self._words.locale

    @property
    def confirmation(self) -> tuple[str, ...]:
        """The whole confirmation, and which keys can be pressed."""
        facts = (f"{fact.label}: {fact.value.rstrip('.')}." for fact in stated_in(self._words))
        lines = (self._words.line(f"mail-lead-{self._words.opening}"), *facts)
        return (self.line("greeting"), *map(spelt, lines), self.line("keys"))

    def line(self, name: str) -> str:
        """One of the lines that a call says beside it; only ``greeting`` and ``keys`` belong to it."""
        return self._words.line(f"call-{name}")


def spelt(line: str) -> str:
    """The line with the numbers of records letter by letter, as they can be written down."""
    return _NUMBER.sub(lambda found: ", ".join(found[0].replace("-", "")), line).replace("\n", " ")
