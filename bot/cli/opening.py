"""What commands about a brand begin with: the application, and the brand that was named."""

from collections.abc import Iterator
from contextlib import contextmanager
from difflib import get_close_matches

import click

from bot.cli.failures import said_plainly
from bot.processes.open import open_application
from bot.processes.prepare import has_demo_key
from bot.settings import read_settings
from bot.wiring import Application
from dialogs.documents import NEAR_ENOUGH
from storage.repositories.brands import BrandRow
from storage.unit_of_work import UnitOfWork


@contextmanager
def application() -> Iterator[Application]:
    """The application, closed in the end."""
    with said_plainly():
        settings = read_settings()
        app = open_application(settings, demo=has_demo_key(settings))
        try:
            yield app
        finally:
            app.database.close()


def brand_of(uow: UnitOfWork, slug: str) -> BrandRow:
    """Raises ClickException, with the nearest brand."""
    brand = uow.brands.by_slug(slug)
    if brand is None:
        near = get_close_matches(slug, [each.slug for each in uow.brands.all()], 1, NEAR_ENOUGH)
        meant = f"; did you mean {near[0]!r}?" if near else ""
        raise click.ClickException(f"there is no brand {slug!r}{meant}")
    return brand
