"""A brand's own labelled messages: judged before they are used, and learnt beside what ships.

They stand beside its model, as `brand-SLUG.jsonl`, so that it can be made anew when the phrases change.
"""

import hashlib
import json
from collections.abc import Callable, Sequence
from pathlib import Path

from bot.learning.files import alone_in, write
from bot.learning.labelled import Labelled, read_labelled
from bot.learning.making import learning_from
from bot.learning.models import brand_model
from dialogs.meaning import Label
from dialogs.understanding.packaged import packaged_utterances
from dialogs.understanding.routing import Model
from dialogs.understanding.routing.training import (
    EPOCHS,
    Knowledge,
    knowledge,
    learnt_beside,
    packed_knowledge,
)
from dialogs.understanding.utterances import Utterance

FOLDS = 5
FEWEST = 20
"""Rows that can be judged at all."""
REPEATED = 4
"""Each own row is learnt so many times as variants of itself: they are few beside what ships."""

Pair = tuple[Label, Label]


class Learner:
    """Learns a brand's rows beside what ships."""

    def __init__(
        self,
        told: Callable[[str], object] = lambda line: None,
        shipped: Callable[[], Sequence[Utterance]] = packaged_utterances,
    ) -> None:
        """
        Args:
            told: what is under way, in words: it takes a minute or two.
        """
        self._told = told
        self._shipped = shipped()
        told("learning what ships")
        self._base = knowledge(self._shipped)
        self._model = Model(packed_knowledge(self._base, "shipped"))

    def cross_validated(self, rows: Sequence[Labelled]) -> list[Pair]:
        """What each row would be heard as by a model that never saw it."""
        pairs: list[Pair] = []
        for fold in range(FOLDS):
            self._told(f"judging part {fold + 1} of {FOLDS}")
            kept = [row for at, row in enumerate(rows) if at % FOLDS != fold]
            held = [row for at, row in enumerate(rows) if at % FOLDS == fold]
            model = Model(packed_knowledge(self._learnt(kept), "judging"))
            pairs += [(row.label, model.guess(row.text, row.lang).label) for row in held]
        return pairs

    def before(self, rows: Sequence[Labelled]) -> list[Pair]:
        """What each row is heard as by what ships."""
        return [(row.label, self._model.guess(row.text, row.lang).label) for row in rows]

    def model(self, rows: Sequence[Labelled], learnt: str) -> bytes:
        """The bytes of the model that has learnt all rows."""
        return packed_knowledge(self._learnt(rows), learnt)

    def _learnt(self, rows: Sequence[Labelled]) -> Knowledge:
        own = [
            Utterance(row.text, row.label, row.lang or self._model.guess(row.text).language) for row in rows
        ]
        return learnt_beside(self._base, own, self._shipped, EPOCHS, REPEATED)


def require_enough(rows: Sequence[Labelled]) -> str | None:
    """Why there are too few rows to be learnt; None where there are enough."""
    if len(rows) < FEWEST:
        return f"expected {FEWEST} messages or more to judge them by, found {len(rows)}"
    return None


def rows_of(folder: Path, slug: str) -> Path:
    """Where the rows are that a brand uses."""
    return folder / f"brand-{slug}.jsonl"


def use(folder: Path, slug: str, rows: Sequence[Labelled], learner: Learner) -> Path:
    """Make the brand's model of these rows, and use it from now on. Raises OSError."""
    content = "".join(
        json.dumps({"text": row.text, "label": row.label, "lang": row.lang}, ensure_ascii=False) + "\n"
        for row in rows
    ).encode()
    learnt = f"{learning_from()} {hashlib.sha256(content).hexdigest()[:16]}"
    made = learner.model(rows, learnt)
    with alone_in(folder, wait=True):
        write(rows_of(folder, slug), content)
        write(brand_model(folder, slug), made)
    return brand_model(folder, slug)


def outdated(folder: Path, learnt_in: Callable[[Path], str | None]) -> list[str]:
    """The brands whose models have learnt from other phrases than those of now, or are damaged."""
    slugs = [path.stem.removeprefix("brand-") for path in sorted(folder.glob("brand-*.jsonl"))]
    return [
        slug for slug in slugs if not (learnt_in(brand_model(folder, slug)) or "").startswith(learning_from())
    ]


def renew(folder: Path, slugs: Sequence[str]) -> None:
    """Make the models of brands anew from the rows that they use. Raises DocumentError, OSError."""
    learner = Learner()
    for slug in slugs:
        use(folder, slug, read_labelled(rows_of(folder, slug)), learner)
