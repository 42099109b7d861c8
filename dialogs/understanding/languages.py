"""Which language a message is written in, as far as the phrases can tell."""

from collections.abc import Sequence

from dialogs.meaning import Label, Question
from dialogs.understanding.guessing import guessed_language
from dialogs.understanding.normalise import normalise
from dialogs.understanding.phrases import Phrases
from dialogs.understanding.routing import Model
from dialogs.understanding.understand import understand


def language_of(text: str, spoken: Sequence[str], phrases: Phrases, model: Model | None = None) -> str | None:
    """The one language in which the message means something; None where that does not tell.

    Args:
        spoken: the languages to choose from.
        model: tells where the phrases do not, if it is sure.
    """
    heard = [
        locale
        for locale in spoken
        if understand(text, Question(locales=(locale,)), phrases).label is not Label.NONE
    ]
    if heard or model is None:
        return heard[0] if len(heard) == 1 else None
    return guessed_language(model.guess(text), normalise(text), spoken)
