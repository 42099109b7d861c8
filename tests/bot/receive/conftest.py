"""The demo, as the tests of its HTTP border open it."""

from tests.bot.web.conftest import dialogs, house, seeded_file, seeded_template, seeded_url

__all__ = ["dialogs", "house", "seeded_file", "seeded_template", "seeded_url"]
