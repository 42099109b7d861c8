"""What kind of business a brand is in, where that asks for more care than usual. Pure.

`profile=health` is for services from which follows something about somebody's health: a clinic's membership,
a therapy plan, a medical device. By it

- records are kept six years, and six years after the end: 45 CFR 164.316(b)(2)(i) has what documents an
  action kept six years from its making or from when it was last in effect, whichever is later;
- nothing goes further than its purpose needs, the minimum necessary of 45 CFR 164.502(b): services and
  things have neutral names from the moment at which the back office tells of them, no other plans are
  offered, and words of the customer's own go into no record's reason and no ticket.
"""

from dialogs.steps.survey import IN_WORDS
from dialogs.understanding.phrases import REASONS
from storage.repositories.brands import BrandRow

SETTING = "profile"
PROFILES = {
    "standard": "nothing special",
    "health": "records kept six years, neutral names everywhere, no free words in reasons and tickets",
}
HEALTH_YEARS = 6


def is_health(brand: BrandRow) -> bool:
    """Whether the brand's services tell something about somebody's health."""
    return brand.settings.get(SETTING) == "health"


def reason_of(brand_is_health: bool, reason: str | None) -> str | None:
    """The reason as it may be passed on: under the profile one that was picked, never somebody's words."""
    if not brand_is_health or reason is None or reason in REASONS:
        return reason
    return IN_WORDS


def problem_of_profile(value: str) -> str | None:
    """What is wrong with a profile that somebody wants to set."""
    if value in PROFILES:
        return None
    known = "".join(f"\n  {name}: {what}" for name, what in PROFILES.items())
    return f"{SETTING}: {value!r}; expected one of:{known}"
