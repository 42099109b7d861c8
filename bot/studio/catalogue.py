"""The texts of a script as a list: by the step that says them, then by the headings under which they ship."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.studio.workshop import Workshop
from dialogs.checker import (
    Reader,
    Sayings,
    loaded_texts,
    packaged_sections,
)
from dialogs.script import Script
from dialogs.texts import TextError, Texts

BUTTONS = "Buttons"
OTHERS = "Other texts"
FIRST = "Before the first message"


@dataclass(frozen=True, slots=True)
class TextLine:
    """A text with an example of how it reads in each language, and where the draft changed it."""

    name: str
    samples: Mapping[str, str]
    changed: frozenset[str]
    used: bool
    """Whether this script ever says it."""


@dataclass(frozen=True, slots=True)
class Group:
    """Texts that belong together; `step` is set for those of one step."""

    title: str
    lines: tuple[TextLine, ...]
    step: str | None = None
    kind: str | None = None


def texts_of_step(script: Script, name: str, sayings: Sayings) -> tuple[str, ...]:
    """The ids of what a step says: its prompt with its variants, then the labels under it."""
    step = script.steps[name]
    prompts = [step.text, getattr(step, "without_quote", None) or ""]
    if step.kind == "offer" or getattr(step, "per_alternative", False):
        prompts = sorted(text for text in sayings.names() if text.startswith(f"{step.text}-"))
    prompts = [text for text in prompts if text]
    labels = [
        choice.label
        for text in prompts
        for said in sayings.messages.get(text, ())
        for choice in said.say.choices
    ]
    return tuple(dict.fromkeys([*prompts, *labels]))


def catalogue_of(
    workshop: Workshop, query: str = "", step: str | None = None, *, only_changed: bool = False
) -> tuple[Group, ...]:
    """The texts that match: a word of their id or of what they say, in any language.

    Args:
        step: only those that this step says, its labels included.
    """
    lines = _lines(workshop)
    groups = _step_groups(workshop, lines, step) if step else _all_groups(workshop, lines)
    found = (_matching(group, query.casefold().split(), only_changed) for group in groups)
    return tuple(group for group in found if group.lines)


def _lines(workshop: Workshop) -> Mapping[str, TextLine]:
    subject = workshop.subject
    texts, sayings = loaded_texts(subject), subject.sayings
    readers = {locale: Reader(texts, sayings, locale, subject.world) for locale in texts.catalogues}
    changed = _changed(workshop)
    return {
        name: TextLine(
            name,
            {locale: _sample(reader, texts, locale, name) for locale, reader in readers.items()},
            changed.get(name, frozenset()),
            name in sayings.names(),
        )
        for name in _names(texts, sayings)
    }


def _names(texts: Texts, sayings: Sayings) -> list[str]:
    there = [name for catalogue in texts.catalogues.values() for name in catalogue.entries]
    return list(dict.fromkeys([*there, *sorted(sayings.names())]))


def _changed(workshop: Workshop) -> Mapping[str, frozenset[str]]:
    if workshop.draft is None:
        return {}
    mine, theirs = workshop.body.texts, workshop.published_body.texts
    found: dict[str, set[str]] = {}
    for locale in {*mine, *theirs}:
        for name in {*mine.get(locale, {}), *theirs.get(locale, {})}:
            if mine.get(locale, {}).get(name) != theirs.get(locale, {}).get(name):
                found.setdefault(name, set()).add(locale)
    return {name: frozenset(locales) for name, locales in found.items()}


def _sample(reader: Reader, texts: Texts, locale: str, name: str) -> str:
    """An example; where there is none, the words as they are written."""
    if not texts.catalogues[locale].has(name):
        return ""
    try:
        sample = reader.sample(name)
    except TextError:
        sample = None
    return sample or texts.catalogues[locale].source_of(name).partition("=")[2].strip()


def _all_groups(workshop: Workshop, lines: Mapping[str, TextLine]) -> Iterator[Group]:
    script, sayings = workshop.script, workshop.subject.sayings
    left = dict(lines)
    buttons = {text for text in sayings.questions if text.startswith("choice-")}
    for name, step in script.steps.items():
        own = [text for text in texts_of_step(script, name, sayings) if text in left and text not in buttons]
        yield Group(title_of(name), tuple(left.pop(text) for text in own), name, step.kind)
    yield from _sections(left)


def _sections(left: Mapping[str, TextLine]) -> Iterator[Group]:
    headings = packaged_sections()
    grouped: dict[str, list[TextLine]] = {}
    for name, line in left.items():
        grouped.setdefault(headings.get(name, OTHERS) or FIRST, []).append(line)
    for heading, found in grouped.items():
        yield Group(heading, tuple(found))


def _step_groups(workshop: Workshop, lines: Mapping[str, TextLine], step: str) -> Iterator[Group]:
    script, sayings = workshop.script, workshop.subject.sayings
    if step not in script.steps:
        return
    texts = texts_of_step(script, step, sayings)
    labels = [text for text in texts if text in sayings.questions]
    prompts = [text for text in texts if text not in labels]
    yield Group(title_of(step), _present(lines, prompts), step, script.steps[step].kind)
    yield Group(BUTTONS, _present(lines, labels))


def _present(lines: Mapping[str, TextLine], names: Sequence[str]) -> tuple[TextLine, ...]:
    return tuple(lines[name] for name in names if name in lines)


def _matching(group: Group, words: Sequence[str], only_changed: bool) -> Group:
    lines = tuple(
        line for line in group.lines if _matches(line, words) and (line.changed or not only_changed)
    )
    return Group(group.title, lines, group.step, group.kind)


def _matches(line: TextLine, words: Sequence[str]) -> bool:
    everything = " ".join((line.name, *line.samples.values())).casefold()
    return all(word in everything for word in words)


def title_of(step: str) -> str:
    """A step's name as people read it."""
    return step.replace("-", " ").replace("_", " ").capitalize()
