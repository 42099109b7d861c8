"""Reads the packs that ship."""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from dialogs.packs.pack import Pack, PackError, read_pack

PACKS = ("none", "us", "us-ca", "us-ny", "us-co", "us-mn", "de", "fr", "eu-withdrawal", "uk")
"""All of them; one that another extends stands before it."""


@cache
def packaged_packs() -> dict[str, Pack]:
    """Every pack by name, read once. Raises PackError, with file and line."""
    packs: dict[str, Pack] = {}
    for name in PACKS:
        source = files("dialogs.packs").joinpath(f"{name}.yaml")
        packs[name] = read_pack(name, source.read_text(encoding="utf-8"), f"dialogs/packs/{name}.yaml", packs)
    return packs


def ruling_pack(written_for: Sequence[str], brands: str) -> str:
    """The pack by which a script is followed: the brand's. Withdrawing has a law of its own.

    Args:
        written_for: the packs that the script names.
    """
    own = [name for name in written_for if packaged_pack(name).covers == "withdrawal"]
    return brands if not own or brands in own else own[0]


def packaged_pack(name: str) -> Pack:
    """The pack of that name. Raises PackError naming those that there are."""
    packs = packaged_packs()
    if name not in packs:
        raise PackError(f"there is no pack {name!r}; expected one of: {', '.join(PACKS)}")
    return packs[name]
