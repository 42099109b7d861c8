"""Which pack's rules hold for a case: those of the day of its declaration, at the brand's place."""

from datetime import datetime

from dialogs.case import Case
from dialogs.packs import packaged_pack, ruling_pack
from dialogs.packs.rules import InForce
from dialogs.script import Script
from storage.repositories.brands import BrandRow


def in_force(brand: BrandRow, script: Script, case: Case | None, now: datetime) -> InForce:
    """The rules for this case; for the one that a message might begin now where there is none yet."""
    pack = ruling_pack(script.policies.packs, brand.pack)
    declared = now if case is None else case.declared_at
    return packaged_pack(pack).at(brand.day_of(declared))
