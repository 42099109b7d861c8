"""What kind of business a brand is in, where that asks for more care than usual. Pure.

`profile=health` is for services from which follows something about somebody's health: a clinic's membership,
a therapy plan, a medical device. By it

- records are kept six years, and six years after the end: 45 CFR 164.316(b)(2)(i) has what documents an
  action kept six years from its making or from when it was last in effect, whichever is later;
- nothing goes further than its purpose needs, the minimum necessary of 45 CFR 164.502(b): services and
  things have neutral names from the moment at which the back office tells of them, no other plans are
  offered, and words of the customer's own go into no record's reason and no ticket.

A brand that has such services beside others, a gym with physiotherapy, names them: `health_services`. What
was told under its neutral name is known by that name ever after, whatever the settings say by then.
"""

from dialogs.case import Case
from dialogs.steps.survey import IN_WORDS
from dialogs.understanding.phrases import REASONS
from storage.repositories.brands import BrandRow

SETTING = "profile"
SERVICES = "health_services"
ABOUT_SERVICES = (
    "which of its services are for health, where not all are: names of services or plans, parted by commas"
)
PROFILES = {
    "standard": "nothing special",
    "health": "records kept six years, neutral names everywhere, no free words in reasons and tickets",
}
HEALTH_YEARS = 6


def is_health(brand: BrandRow) -> bool:
    """Whether all of the brand's services tell something about somebody's health."""
    return brand.settings.get(SETTING) == "health"


def has_health(brand: BrandRow) -> bool:
    """Whether some of them do."""
    return is_health(brand) or bool(_named(brand))


def is_health_kind(brand: BrandRow, *names: str | None) -> bool:
    """Whether a service of this name, or with this plan, does."""
    return is_health(brand) or not _named(brand).isdisjoint((name or "").casefold() for name in names)


def is_health_service(brand: BrandRow, ref: str | None, name: str | None) -> bool:
    """Whether a service that we were told of does, by a neutral name or by its own."""
    return is_health_kind(brand, name) or (ref is not None and name == neutral_name(brand.name, ref))


def is_health_case(brand: BrandRow, case: Case | None) -> bool:
    """Whether a case is about such a service. One of which that is not known yet counts as such."""
    if case is None or (case.service_name is None and case.order is None):
        return has_health(brand)
    return is_health_service(brand, case.service, case.service_name)


def neutral_name(brand: str, ref: str) -> str:
    """What a service is called where its name would tell too much.

    Args:
        brand: the brand's name.
        ref: the service's reference.
    """
    return f"{brand} {ref}"


def _named(brand: BrandRow) -> frozenset[str]:
    names = str(brand.settings.get(SERVICES) or "").split(",")
    return frozenset(name.strip().casefold() for name in names if name.strip())


def reason_of(minimal: bool, reason: str | None) -> str | None:
    """The reason as it may be passed on: under the profile one that was picked, never somebody's words."""
    if not minimal or reason is None or reason in REASONS:
        return reason
    return IN_WORDS


def problem_of_profile(value: str) -> str | None:
    """What is wrong with a profile that somebody wants to set."""
    if value in PROFILES:
        return None
    known = "".join(f"\n  {name}: {what}" for name, what in PROFILES.items())
    return f"{SETTING}: {value!r}; expected one of:{known}"
