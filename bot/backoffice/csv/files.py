"""Which files are meant, and what each of them is."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from bot.backoffice.csv.findings import Finding, Tell, either, meant
from bot.backoffice.csv.sheets import SHEETS, sheet_of

Files = Mapping[str, Sequence[Path]]
"""By the sheet's name."""

READ = tuple(sheet.file for sheet in SHEETS if sheet.table is not None)


def files_in(places: Sequence[Path], tell: Tell) -> Files:
    """The files that are named, and those in folders that are. Tells of what is no such file."""
    found: dict[str, list[Path]] = {}
    for path, asked_for in dict.fromkeys(_listed(places)):
        sheet = sheet_of(path.name)
        if sheet is not None and sheet.table is not None:
            found.setdefault(sheet.name, []).append(path)
        elif asked_for or sheet is None:
            _tell_of(path, asked_for, tell)
    if not found:
        tell(Finding(", ".join(map(str, places)), None, None, None, f"expected {either(READ)}"))
    return found


def _listed(places: Sequence[Path]) -> Iterator[tuple[Path, bool]]:
    """Each file, and whether it was named itself."""
    for place in places:
        if place.is_dir():
            yield from ((path, False) for path in sorted(place.glob("*.[cC][sS][vV]")))
        else:
            yield place, True


def _tell_of(path: Path, asked_for: bool, tell: Tell) -> None:
    if asked_for:
        tell(Finding(path.name, None, None, None, f"expected {either(READ)}{meant(path.name.lower(), READ)}"))
    else:
        said = f"this file is not read{meant(path.name.lower(), READ)}"
        tell(Finding(path.name, None, None, None, said, "warning"))
