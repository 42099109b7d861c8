"""What customers write, by what they want: the examples from which the routing classifier learns.

A language's `utterances.yaml` maps each of the `ROUTES` to a list of messages. They are messy on purpose,
and decide nothing: what decides is in the closed vocabulary (see `dialogs.understanding.phrases`). A line may
stand for several messages: "(cancel|end) my plan".
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dialogs.meaning import Label
from dialogs.understanding.alternatives import composed
from dialogs.understanding.phrasefile import PhraseFile
from dialogs.understanding.phrases import DEEDS, Language

ROUTES = (
    *(Label.CANCEL, Label.AFFIRM, Label.DENY, Label.KEEP, Label.HUMAN, Label.DISPUTE, Label.REFUND),
    *(Label.STATUS, Label.RESEND, Label.HELP, Label.GREET, Label.THANKS, Label.BYE, Label.CHANGE),
    Label.NONE,
)
"""The labels that a guess tells apart, in the order of the files and of a model's columns."""

FEWEST = 100
"""Messages of a label in a language: with fewer, what is learnt holds for these messages alone."""

ROUTE_OF: Mapping[Label, Label] = {
    Label.RESTART: Label.KEEP,
    Label.CHARGES: Label.REFUND,
    Label.ENDS: Label.STATUS,
    Label.WITHDRAW: Label.CANCEL,
    Label.STOP_TEXTS: Label.CANCEL,
    Label.WHY: Label.HELP,
    Label.REMAINS: Label.NONE,
    Label.BACK: Label.NONE,
    Label.LANGUAGE: Label.NONE,
    Label.OTHER: Label.NONE,
    Label.ELSEWHERE: Label.NONE,
    Label.PREFER: Label.NONE,
}
"""Labels that only the closed phrases know, by the route that comes nearest."""

_LEARNT_ELSEWHERE = frozenset({Label.WITHDRAW, Label.REMAINS, Label.LANGUAGE, Label.PREFER})


@dataclass(frozen=True, slots=True)
class Utterance:
    """A message with what it wants and the code of its language."""

    text: str
    label: Label
    language: str


def read_utterances(code: str, text: str, name: str) -> tuple[Utterance, ...]:
    """Read a language's file. Raises PhrasesError naming file, line and what was expected."""
    file = PhraseFile(text, name)
    file.expect_keys((), [label.value for label in ROUTES])
    labels: dict[str, Label] = {}
    found: list[Utterance] = []
    for label in ROUTES:
        texts = file.texts(label.value)
        if len(texts) < FEWEST:
            raise file.error((label.value,), f"expected {FEWEST} messages or more, found {len(texts)}")
        for position, written in enumerate(texts):
            same = " ".join(written.lower().split())
            if same in labels:
                raise file.error((label.value, position), f"{written!r} is there already, as {labels[same]}")
            labels[same] = label
            found.extend(Utterance(text, label, code) for text in composed(written))
    return tuple(found)


def closed_utterances(language: Language) -> Iterable[Utterance]:
    """The closed phrases as further examples: what they say for certain a guess must not contradict."""
    for label, texts in language.examples.items():
        route = ROUTE_OF.get(label, label)
        if label not in _LEARNT_ELSEWHERE:
            yield from (Utterance(text, route, language.code) for text in texts)
    for deed, texts in language.decisions.items():
        yield from (Utterance(text, DEEDS[deed], language.code) for text in texts)
