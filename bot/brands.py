"""Making a brand: what is asked for is checked first, and what is wrong is said clearly."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from difflib import get_close_matches
from importlib import resources
from zoneinfo import available_timezones

from babel.numbers import list_currencies

from bot.audit.sample import MOST, USUAL, problem_of_size
from bot.audit.sample import SETTING as AUDIT_SAMPLE
from bot.letters.ordering import ABOUT as ABOUT_LETTERS
from bot.letters.ordering import SETTING as LETTERS
from bot.profile import ABOUT_SERVICES, PROFILES, SERVICES, problem_of_profile
from bot.profile import SETTING as PROFILE
from bot.records.numbers import is_prefix
from bot.tickets.target import SETTINGS as TICKETS
from bot.tickets.target import problem_of as problem_of_ticket
from dialogs.endings import LEAST_NOTICE
from dialogs.packs import PACKS, packaged_pack
from storage.repositories.brands import BrandRow
from storage.unit_of_work import UnitOfWork

_SLUG = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_LONGEST_SLUG = 40
_LONGEST_NAME = 60


BRAND_SETTINGS = {
    AUDIT_SAMPLE: f"how many cases an audit compares with the back office, 0 to {MOST}; default {USUAL}",
    "api_key": "signs requests of the brand's own systems, 32 characters or more; env:NAME or file:PATH",
    "notice_days_non_payment": "days' notice before a service is ended that is not paid for, from 14",
    "notice_days_inactivity": "days' notice before a service is ended that is not used, from 30",
    "notice_days_policy": "days' notice before a service is ended for breaking the rules, from 7",
    PROFILE: f"what kind of business it is: {', '.join(PROFILES)}; health has records kept for six years",
    SERVICES: ABOUT_SERVICES,
    "seal": "the key and certificate that seal PDFs, PKCS#12 or PEM; file:PATH or env:NAME (Base64 or PEM)",
    "seal_password": "the password of the seal; env:NAME or file:PATH",
    LETTERS: ABOUT_LETTERS,
    **TICKETS,
}
"""What can be set of a brand, each with what it is."""


_SECRET = frozenset({"api_key", "seal", "seal_password"})


class BrandRefused(ValueError):
    """A brand cannot be made like this. The message names each field, and what is expected."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("; ".join(problems))
        self.problems = tuple(problems)


@dataclass(frozen=True, slots=True)
class NewBrand:
    """A brand to be made.

    `zone` is an IANA name, `currency` an ISO 4217 code, `locales` are languages
    that we have texts in, the first one the brand's own. Record numbers begin
    with `record_prefix`. `pack` names the jurisdiction whose rules hold.
    """

    slug: str
    name: str
    zone: str
    currency: str
    locales: tuple[str, ...]
    record_prefix: str
    pack: str = "none"


def create_brand(work: UnitOfWork, new: NewBrand, now: datetime, *, demo: bool = False) -> BrandRow:
    """Make the brand, with keys of its own for look-ups, data and signatures.

    Raises `BrandRefused` with everything that is wrong at once.
    """
    problems = problems_of(new)
    if not problems and work.brands.by_slug(new.slug) is not None:
        problems = [f"slug: there is a brand {new.slug!r} already; expected another name"]
    if problems:
        raise BrandRefused(problems)
    return work.brands.add(
        slug=new.slug,
        name=new.name.strip(),
        zone=new.zone,
        currency=new.currency,
        locale=new.locales[0],
        locales=new.locales,
        pack=new.pack,
        record_prefix=new.record_prefix,
        now=now,
        demo=demo,
    )


def changed_settings(brand: BrandRow, given: Sequence[str]) -> BrandRow:
    """The brand with other settings. Raises `BrandRefused` with everything that is wrong."""
    problems = [problem for each in given if (problem := _problem_of_setting(each))]
    if problems:
        raise BrandRefused(problems)
    pairs = dict(each.split("=", 1) for each in given)
    return replace(brand, settings={**brand.settings, **pairs})


def _problem_of_setting(given: str) -> str | None:
    name, separator, value = given.partition("=")
    if not separator or name not in BRAND_SETTINGS:
        known = "".join(f"\n  {each}: {what}" for each, what in BRAND_SETTINGS.items())
        return f"{given!r} is no setting of a brand; expected NAME=VALUE of:{known}"
    if name in _SECRET and not value.startswith(("env:", "file:")):
        return f"{name} is a secret: expected env:NAME or file:PATH, never the secret itself"
    if name == PROFILE:
        return problem_of_profile(value)
    if name == AUDIT_SAMPLE:
        return problem_of_size(value)
    if name in TICKETS:
        return problem_of_ticket(name, value)
    least = next((days for cause, days in LEAST_NOTICE.items() if name == f"notice_days_{cause}"), 0)
    if least and not (value.isascii() and value.isdigit() and int(value) >= least):
        return f"{name}: {value!r}; expected a number of days, {least} or more"
    return None


def problems_of(new: NewBrand) -> list[str]:
    """What is wrong with it; nothing where it can be made, unless the slug is taken."""
    return [problem for found in (_naming(new), _place(new), _languages(new)) for problem in found]


def packaged_locales() -> tuple[str, ...]:
    """The languages that there are texts in."""
    folders = resources.files("locales").iterdir()
    return tuple(sorted(folder.name for folder in folders if folder.joinpath("messages.ftl").is_file()))


def _naming(new: NewBrand) -> list[str]:
    problems = []
    if not _SLUG.fullmatch(new.slug) or len(new.slug) > _LONGEST_SLUG:
        problems.append(
            f"slug: {new.slug!r} cannot stand in an address; expected lower-case letters, digits and single "
            f"hyphens, beginning with a letter, at most {_LONGEST_SLUG} characters"
        )
    if not new.name.strip() or len(new.name) > _LONGEST_NAME or not new.name.isprintable():
        problems.append(
            f"name: expected what customers call the brand, one line, 1 to {_LONGEST_NAME} characters"
        )
    if not is_prefix(new.record_prefix):
        problems.append(
            f"record prefix: {new.record_prefix!r}; expected 2 to 8 capital letters A-Z, such as BL"
        )
    return problems


def _place(new: NewBrand) -> list[str]:
    problems = []
    if new.zone not in available_timezones():
        problems.append(f"zone: {new.zone!r} is unknown; expected an IANA name such as Europe/Berlin")
    if new.currency not in list_currencies():
        problems.append(f"currency: {new.currency!r} is unknown; expected an ISO 4217 code such as EUR")
    if new.pack not in brand_packs():
        problems.append(f"pack: {new.pack!r} is unknown; {_nearest(new.pack)}")
    return problems


def brand_packs() -> tuple[str, ...]:
    """The packs that a brand can be put under: those about what the shipped script does, ending a service."""
    return tuple(name for name in PACKS if packaged_pack(name).covers == "termination")


def _nearest(pack: str) -> str:
    near = get_close_matches(pack.lower(), brand_packs(), cutoff=0.5)
    asked = f"did you mean {' or '.join(near)}? " if near else ""
    return f"{asked}expected one of: {', '.join(brand_packs())}"


def _languages(new: NewBrand) -> list[str]:
    known = packaged_locales()
    unknown = [locale for locale in new.locales if locale not in known]
    if new.locales and not unknown and len(set(new.locales)) == len(new.locales):
        return []
    found = ", ".join(map(repr, unknown or new.locales)) or "none"
    return [f"locales: {found}; expected one or more of: {', '.join(known)}, each once"]
