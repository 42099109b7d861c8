"""Where the page of a case is."""

from bot.wiring import Application
from storage.repositories.brands import BrandRow


def case_url(app: Application, brand: BrandRow, number: str) -> str:
    """The address of the page on which a record's customer sees how their case stands."""
    return f"{app.settings.base_url}/case/{brand.slug}/{number}"
