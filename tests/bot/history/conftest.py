"""The demo."""

from tests.bot.web.conftest import house

__all__ = ["house"]
