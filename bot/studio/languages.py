"""Languages that a brand offers and a script does not speak: what becomes of customers who write them."""

from collections.abc import Sequence

from babel import Locale, UnknownLocaleError

from bot.room import locale_of
from bot.studio.workshop import Workshop


def words_for_unspoken(workshop: Workshop) -> str:
    """The warning about such languages, in a sentence or two; empty where there are none."""
    if not workshop.unspoken:
        return ""
    missing = listed([language(code) for code in workshop.unspoken])
    answered = language(locale_of(None, workshop.script.locales, workshop.brand.locale))
    return (
        f"{workshop.brand.name} offers {missing}, which the script {workshop.name!r} does not speak. "
        f"Whoever writes in {'it' if len(workshop.unspoken) == 1 else 'one of them'} is not understood "
        f"and is answered in {answered}."
    )


def language(code: str) -> str:
    """A language by its English name."""
    try:
        return Locale.parse(code, sep="-").get_display_name("en") or code
    except (UnknownLocaleError, ValueError):
        return code


def listed(words: Sequence[str]) -> str:
    *others, last = words
    return f"{', '.join(others)} and {last}" if others else last
