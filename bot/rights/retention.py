"""How long a brand keeps what: its settings, and when a record's time is over. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any, cast

from bot.profile import HEALTH_YEARS, is_health
from bot.records.contents import KINDS, RecordKind
from dialogs.documents import one_of
from storage.repositories.brands import BrandRow

RECORD_YEARS = 3
FEWEST_YEARS, MOST_YEARS = 1, 7
TRANSCRIPT_DAYS = 365
FEWEST_DAYS, MOST_DAYS = 1, 3650
YEARS_AFTER_END = 1
"""A record outlives the end that it proves by this much, whatever the brand says. California asks for the
longer of three years and one year after the end (B&P 17602)."""

LEAST_YEARS: Mapping[str, int] = {"us-ca": 3}
"""By pack, where its law says how long proof is kept."""

_SETTING = "retention"


class RetentionRefused(ValueError):
    """Settings that cannot be. The message says what was expected."""


@dataclass(frozen=True, slots=True)
class Retention:
    """How long things are kept: records in years after they were sealed, by kind; transcripts in days.

    A transcript's days count from when the person was last heard of.
    """

    years: Mapping[RecordKind, int]
    transcript_days: int = TRANSCRIPT_DAYS
    years_after_end: int = YEARS_AFTER_END

    @property
    def fewest_years(self) -> int:
        """No record's time is over sooner."""
        return min(self.years.values())

    def until(self, kind: str, sealed: date, end: date | None, *, health: bool = False) -> date:
        """The first day on which nobody needs the record any more.

        Args:
            end: the last day of what the record ended, if it ended something.
            health: whether that was a service for health.
        """
        least = HEALTH_YEARS if health else 0
        over = _years_after(sealed, max(self.years[cast(RecordKind, kind)], least))
        return over if end is None else max(over, _years_after(end, max(self.years_after_end, least)))

    def transcripts_before(self, now: datetime) -> datetime:
        """Whoever was last heard of before this moment is forgotten."""
        return now - timedelta(days=self.transcript_days)


def retention_of(brand: BrandRow) -> Retention:
    """What the brand's settings say, and the defaults for the rest. Raises RetentionRefused."""
    given = brand.settings.get(_SETTING, {})
    if not isinstance(given, Mapping) or not given.keys() <= {"records", "transcripts"}:
        raise RetentionRefused(f"settings: {_SETTING}: expected records and transcripts, found {given!r}")
    records = given.get("records", {})
    if not isinstance(records, Mapping):
        raise RetentionRefused(f"settings: {_SETTING}: records: expected years by kind, found {records!r}")
    default = max(RECORD_YEARS, _least_years(brand))
    after_end = HEALTH_YEARS if is_health(brand) else YEARS_AFTER_END
    kept = Retention(dict.fromkeys(KINDS, default), years_after_end=after_end)
    for kind, years in records.items():
        if is_health(brand) and isinstance(years, int):
            # Set before the profile was: it asks for more.
            years = max(years, HEALTH_YEARS)
        kept = with_years(kept, brand, kind, years)
    return with_days(kept, given.get("transcripts", TRANSCRIPT_DAYS))


def with_years(kept: Retention, brand: BrandRow, kind: str, years: object) -> Retention:
    """The same with other years for one kind of record. Raises RetentionRefused."""
    if kind not in KINDS:
        raise RetentionRefused(f"records: {kind!r} is no kind; {one_of(KINDS, kind)}")
    least = _least_years(brand)
    if not _is_whole(years, least, MOST_YEARS):
        law = f" under the pack {brand.pack}" if least > FEWEST_YEARS else ""
        law = " under the profile health" if is_health(brand) else law
        raise RetentionRefused(f"records: expected {least} to {MOST_YEARS} years{law}, found {years!r}")
    return replace(kept, years={**kept.years, kind: cast(int, years)})


def with_days(kept: Retention, days: object) -> Retention:
    """The same with other days for transcripts. Raises RetentionRefused."""
    if not _is_whole(days, FEWEST_DAYS, MOST_DAYS):
        raise RetentionRefused(f"transcripts: expected {FEWEST_DAYS} to {MOST_DAYS} days, found {days!r}")
    return replace(kept, transcript_days=cast(int, days))


def settings_with(brand: BrandRow, kept: Retention) -> dict[str, Any]:
    """The brand's settings with these."""
    written = {"records": dict(kept.years), "transcripts": kept.transcript_days}
    return {**brand.settings, _SETTING: written}


def _least_years(brand: BrandRow) -> int:
    by_profile = HEALTH_YEARS if is_health(brand) else FEWEST_YEARS
    return max(by_profile, LEAST_YEARS.get(brand.pack, 0))


def _is_whole(value: object, least: int, most: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and least <= value <= most


def _years_after(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # the 29th of February
        return date(day.year + years, 3, 1)
