"""From a brand and a revision's source to what the checker works on."""

from functools import lru_cache

from dialogs.checker import World
from dialogs.script import Script, load
from storage.repositories.brands import BrandRow


@lru_cache(maxsize=32)
def script_of(source: str) -> Script:
    """The script, one object for one source: what is known about it is found once. Raises ScriptError."""
    return load(source)


def world_of(brand: BrandRow) -> World:
    """Samples as this brand's customers would see them."""
    return World(brand.name, brand.zone, brand.currency, brand.record_prefix)
