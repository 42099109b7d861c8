"""How well labelled messages are understood: the figures, and the errors that do harm."""

import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.learning.hearing import Heard, Hearer
from bot.learning.labelled import Labelled
from dialogs.meaning import Label
from dialogs.understanding.utterances import ROUTES

PERSONS = frozenset({Label.HUMAN, Label.DISPUTE})
LEAVING = frozenset({Label.CANCEL, Label.AFFIRM})
STAYING = frozenset({Label.KEEP, Label.DENY})
SHOWN = 20
"""So many harmful errors of a kind are shown in words."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A labelled message, and what was heard."""

    given: Labelled
    heard: Heard
    milliseconds: float


@dataclass(frozen=True, slots=True)
class Figures:
    """Of one label, from 0 to 1; None where there is nothing to divide by."""

    precision: float | None
    recall: float | None
    f1: float | None
    rows: int


def judged(rows: Iterable[Labelled], hearer: Hearer) -> tuple[Judged, ...]:
    """Hear every message, one by one, and take the processor's time for what a chat does with it."""
    found = []
    for row in rows:
        began = time.thread_time()
        hearer.answered(row.text, row.lang, row.step)
        took = (time.thread_time() - began) * 1000
        found.append(Judged(row, hearer.hear(row.text, row.lang, row.step), took))
    return tuple(found)


def accuracy(pairs: Sequence[tuple[Label, Label]]) -> float:
    """The share of (label, heard) that are the same."""
    return sum(label is heard for label, heard in pairs) / max(len(pairs), 1)


def figures(pairs: Sequence[tuple[Label, Label]]) -> dict[Label, Figures]:
    """Precision, recall and F1 of each label that was given or heard."""
    given = Counter(label for label, _ in pairs)
    heard = Counter(label for _, label in pairs)
    right = Counter(label for label, said in pairs if label is said)
    return {
        label: _figures(right[label], heard[label], given[label])
        for label in ROUTES
        if given[label] or heard[label]
    }


def _figures(right: int, heard: int, given: int) -> Figures:
    precision, recall = right / heard if heard else None, right / given if given else None
    f1 = 2 * right / (heard + given)
    return Figures(precision, recall, f1, given)


def harmful(found: Iterable[Judged]) -> dict[str, list[Judged]]:
    """The errors that do harm, by what they do."""
    kinds: dict[str, list[Judged]] = {
        "executed, though keep or deny": [],
        "kept, though cancel or affirm": [],
        "decided, though about something else": [],
        "person missed, though human or dispute": [],
    }
    executed, kept, decided, missed = kinds.values()
    for each in found:
        label, heard = each.given.label, each.heard
        if label in STAYING and heard.decision == "yes":
            executed.append(each)
        elif label in LEAVING and heard.decision == "no":
            kept.append(each)
        elif label not in STAYING | LEAVING and heard.decision in ("yes", "no"):
            decided.append(each)
        if label in PERSONS and heard.label not in PERSONS:
            missed.append(each)
    return kinds


def report(found: Sequence[Judged]) -> Iterator[str]:
    """All of it, for people, line by line."""
    pairs = [(each.given.label, each.heard.label) for each in found]
    yield f"accuracy {accuracy(pairs):.4f} of {len(found)} messages"
    yield from _by_language(found)
    yield ""
    yield from table(figures(pairs))
    yield ""
    yield from confusion(pairs)
    yield ""
    yield from _harm(found)
    yield ""
    yield from _asked(found)
    yield _times([each.milliseconds for each in found])


def table(told: dict[Label, Figures]) -> Iterator[str]:
    """One line a label."""
    yield f"{'label':<9}{'precision':>10}{'recall':>8}{'f1':>8}{'rows':>7}"
    for label, each in told.items():
        shown = (_share(each.precision, 10), _share(each.recall, 8), _share(each.f1, 8))
        yield f"{label.value:<9}{''.join(shown)}{each.rows:>7}"


def confusion(pairs: Sequence[tuple[Label, Label]]) -> Iterator[str]:
    """What is heard (across) for what is meant (down)."""
    counted = Counter(pairs)
    yield "meant \\ heard " + "".join(f"{label.value:>8}" for label in ROUTES)
    for label in ROUTES:
        row = [counted[label, heard] for heard in ROUTES]
        if any(row):
            yield f"{label.value:<14}" + "".join(f"{count or '.':>8}" for count in row)


def _by_language(found: Sequence[Judged]) -> Iterator[str]:
    for lang in sorted({each.given.lang for each in found if each.given.lang}):
        pairs = [(each.given.label, each.heard.label) for each in found if each.given.lang == lang]
        yield f"  {lang} {accuracy(pairs):.4f} of {len(pairs)}"


def _harm(found: Sequence[Judged]) -> Iterator[str]:
    yield "harmful errors"
    people = sum(each.given.label in PERSONS for each in found)
    for kind, errors in harmful(found).items():
        share = f" ({len(errors) / people:.1%} of {people})" if kind.startswith("person") and people else ""
        yield f"  {kind}: {len(errors)}{share}"
        if not kind.startswith("person"):
            yield from (f"    {each.given.label}: {each.given.text[:80]!r}" for each in errors[:SHOWN])


def _asked(found: Sequence[Judged]) -> Iterator[str]:
    """Of what is clear to people: how much of it is asked back, and how much read as its opposite."""
    clear = [each for each in found if each.given.label in LEAVING | STAYING]
    turned = [
        each for each in clear if each.heard.label in (STAYING if each.given.label in LEAVING else LEAVING)
    ]
    plain = [each for each in found if each.given.label is Label.AFFIRM]
    if clear:
        yield f"wishes read as their opposite: {len(turned)} of {len(clear)} ({len(turned) / len(clear):.1%})"
    if plain:
        again = sum(each.heard.decision != "yes" for each in plain)
        yield f"yes asked again: {again} of {len(plain)} ({again / len(plain):.1%})"


def _times(milliseconds: Sequence[float]) -> str:
    ordered = sorted(milliseconds)
    middle, late = ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.95)]
    return (
        f"processor time a message: median {middle:.2f} ms, p95 {late:.2f} ms, longest {ordered[-1]:.2f} ms"
    )


def _share(value: float | None, width: int) -> str:
    return f"{'-' if value is None else f'{value:.2f}':>{width}}"
