"""Which language a message is written in, as far as the phrases can tell."""

from collections.abc import Sequence

from dialogs.meaning import Label, Question
from dialogs.understanding.phrases import Phrases
from dialogs.understanding.understand import understand


def language_of(text: str, spoken: Sequence[str], phrases: Phrases) -> str | None:
    """The one language in which the message means something; None where that does not tell.

    Args:
        spoken: the languages to choose from.
    """
    heard = [
        locale
        for locale in spoken
        if understand(text, Question(locales=(locale,)), phrases).label is not Label.NONE
    ]
    return heard[0] if len(heard) == 1 else None
