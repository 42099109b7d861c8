"""The demo, in which records are sealed, on both databases."""

from tests.bot.web.conftest import house

__all__ = ["house"]
