"""A press for those who send, keep or erase documents and do not read them: every page is the same one.

Laying out a page takes longer than all else that a chat does. What is on the pages of records and letters is
held by tests/bot/records/pdf and tests/bot/printing; that a chat's own record is what is sent, by
tests/bot/web/chat and tests/bot/confirming.
"""

from datetime import UTC, datetime
from functools import lru_cache

from bot.printing.press import Page, Press

PAGE = Page(
    '<html lang="en"><head><title>Confirmation</title></head><body><p>A page</p></body></html>',
    datetime(2026, 3, 10, tzinfo=UTC),
    "page.json",
    b"{}",
    bytes(16),
)


class OnePagePress(Press):
    """A real page, printed once a process by the press that is given, in place of each that is asked for."""

    def __init__(self, press: Press) -> None:
        super().__init__()
        self._printed = lru_cache(maxsize=1)(lambda: press.print_page(PAGE))

    @property
    def problem(self) -> str | None:
        return None

    def print_page(self, page: Page) -> bytes:
        return self._printed()
