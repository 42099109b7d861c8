"""The demo, as the tests of its HTTP border open it."""

from tests.bot.web.conftest import house

__all__ = ["house"]
