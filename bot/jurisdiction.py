"""Which pack's rules hold for a case: those of the day of its declaration, at the brand's place."""

from datetime import datetime
from zoneinfo import ZoneInfo

from dialogs.case import Case
from dialogs.packs import packaged_pack
from dialogs.packs.rules import InForce
from storage.repositories.brands import BrandRow


def in_force(brand: BrandRow, case: Case | None, now: datetime) -> InForce:
    """The rules for this case; for the one that a message might begin now where there is none yet."""
    declared = now if case is None else case.declared_at
    return packaged_pack(brand.pack).at(declared.astimezone(ZoneInfo(brand.zone)).date())
