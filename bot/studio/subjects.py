"""From a brand to what the checker works on."""

from dialogs.checker import World
from storage.repositories.brands import BrandRow


def world_of(brand: BrandRow) -> World:
    """Samples as this brand's customers would see them."""
    return World(brand.name, brand.zone, brand.currency, brand.record_prefix)
