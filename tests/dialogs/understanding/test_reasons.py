"""Why somebody leaves is heard beside their wish, and nowhere else."""

import pytest

from dialogs.meaning import Label, Question
from dialogs.understanding import packaged_phrases, understand

TOLD = {
    "I want to cancel, it is too expensive": "too-expensive",
    "cancel. i never use it": "not-used",
    "Cancel my plan!! TERRIBLE service": "quality",
    "please cancel, we are moving abroad": "moving",
    "Ich möchte kündigen, ich ziehe um": "moving",
    "Kündigen bitte! Viel zu langsam": "quality",
    "ich will kündigen, viel zu teuer und kaputt": "too-expensive",
    "I want to cancel": None,
    "I want to cancel. It is not too expensive": None,
    "it is too expensive": None,
    "where is my cancellation? too expensive": None,
}


@pytest.mark.parametrize("text", TOLD)
def test_the_reason_beside_the_wish(text: str) -> None:
    meaning = understand(text, Question(locales=("en", "de")), packaged_phrases())

    assert meaning.reason == TOLD[text]
    assert meaning.reason is None or meaning.label is Label.CANCEL
