"""Every text of a script is there, in every language, is filled in, and fits every channel.

`check_texts` judges all of a revision, `check_text` one text while it is written.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from dialogs.checker.channels import Channel
from dialogs.checker.fitting import check_readings
from dialogs.checker.issues import Issue
from dialogs.checker.messages import BrokenMessage, Message, Part, read_message
from dialogs.checker.said import Sayings, everything_said
from dialogs.checker.samples import World
from dialogs.checker.sources import check_source
from dialogs.checker.views import Reader
from dialogs.documents import one_of
from dialogs.packaged import packaged_messages
from dialogs.script import Script
from dialogs.texts import Catalogue, Texts

Sources = Mapping[str, Mapping[str, str]]
"""Locale -> text id -> Fluent source of the whole message."""


@dataclass(frozen=True)
class Subject:
    """What is checked: a script with its changed texts, for one brand and its channels."""

    script: Script
    texts: Sources
    world: World
    channels: Sequence[Channel]
    before: Sources = field(default_factory=dict)
    """The changed texts of the revision that would be replaced."""

    @cached_property
    def sayings(self) -> Sayings:
        return everything_said(self.script, self.world, self.channels)


def check_texts(subject: Subject) -> tuple[Issue, ...]:
    """All faults of a revision's texts, errors first."""
    texts = loaded_texts(subject)
    names = _names(subject, texts)
    issues = [*_missing_locales(subject), *_unknown_channels(subject), *_static(subject, names)]
    issues += [issue for locale in texts.catalogues for issue in _rendered(subject, texts, locale, names)]
    return _sorted(issues)


def check_text(subject: Subject, locale: str, name: str) -> tuple[Issue, ...]:
    """The faults of one text in one language, and those of the questions that it is a label of."""
    texts = loaded_texts(subject)
    issues = [issue for issue in _static(subject, [name]) if issue.locale == locale]
    if locale in texts.catalogues:
        issues += _rendered(subject, texts, locale, [name], as_label=True)
    return _sorted(issues)


def loaded_texts(subject: Subject) -> Texts:
    """The texts as they would be used; a changed one that is broken is left as it ships."""
    locales = (locale for locale in subject.script.locales if is_packaged(locale))
    return Texts({locale: _catalogue(locale, _sound(subject.texts.get(locale, {}))) for locale in locales})


@lru_cache(maxsize=32)
def _catalogue(locale: str, changed: tuple[tuple[str, str], ...]) -> Catalogue:
    """Kept, since a text is judged anew with every few letters, and reading a language takes its time."""
    return Catalogue(locale, packaged_messages(locale), dict(changed))


def _sound(sources: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((name, source) for name, source in sources.items() if _message(source, name)))


def _message(source: str | None, name: str) -> Message | None:
    """The message if it can be read, is called so, and says something."""
    try:
        message = None if source is None else read_message(source)
    except BrokenMessage:
        return None
    return message if message is not None and message.name == name and message.has_value else None


def is_packaged(locale: str) -> bool:
    """Whether texts in that language ship."""
    try:
        _catalogue(locale, ())
    except (FileNotFoundError, ModuleNotFoundError):
        return False
    return True


@lru_cache(maxsize=4096)
def packaged_source(locale: str, name: str) -> str | None:
    """The text as it ships, or None."""
    if not is_packaged(locale) or name not in _catalogue(locale, ()).entries:
        return None
    return _catalogue(locale, ()).source_of(name)


def _names(subject: Subject, texts: Texts) -> list[str]:
    """Every text that is said or was changed, in the order in which texts ship."""
    shipped = [name for catalogue in texts.catalogues.values() for name in catalogue.entries]
    changed = [name for sources in subject.texts.values() for name in sources]
    said = subject.sayings.names()
    wanted = said | set(changed)
    return [name for name in dict.fromkeys([*shipped, *changed, *sorted(said)]) if name in wanted]


def _missing_locales(subject: Subject) -> Iterator[Issue]:
    for locale in subject.script.locales:
        if not is_packaged(locale):
            said = f"there are no texts in the language {locale!r}"
            yield Issue("missing_locale", "error", locale, "", said)


def _unknown_channels(subject: Subject) -> Iterator[Issue]:
    """A limit on a channel that is not there would hold nowhere."""
    known = [channel.name for channel in subject.channels]
    for name in subject.script.policies.limits:
        if name not in known:
            said = f"limits: found the channel {name!r}; {one_of(known, name)}"
            yield Issue("unknown_channel", "error", subject.script.locales[0], "", said, name)


def _static(subject: Subject, names: Iterable[str]) -> Iterator[Issue]:
    locales = [locale for locale in subject.script.locales if is_packaged(locale)]
    for name in names:
        found = {locale: source_of(subject, locale, name) for locale in locales}
        for locale, source in found.items():
            yield from _text_itself(subject, locale, name, source, found)
        yield from _differences(name, {locale: _message(source, name) for locale, source in found.items()})


def source_of(subject: Subject, locale: str, name: str) -> str | None:
    """A text's source as the revision has it: changed, or as it ships."""
    return subject.texts.get(locale, {}).get(name) or packaged_source(locale, name)


def _text_itself(
    subject: Subject, locale: str, name: str, source: str | None, found: Mapping[str, str | None]
) -> Iterator[Issue]:
    if source is None:
        others = " and ".join(other for other, there in found.items() if there is not None)
        said = f"expected in {locale!r} too, as it is in {others}" if others else "expected this text"
        yield Issue("missing_text", "error", locale, name, f"{said}; {_places(locale)}")
        return
    replaced = packaged_source(locale, name) or subject.before.get(locale, {}).get(name)
    yield from check_source(locale, name, source, _message(replaced, name), subject.sayings)


def _places(locale: str) -> str:
    """Where a text that is not there can be added."""
    own = f"{locale}.ftl in a folder given with --messages"
    return f"add it in the studio, in {own}, or for everybody in locales/{locale}/messages.ftl"


def _differences(name: str, messages: Mapping[str, Message | None]) -> Iterator[Issue]:
    """A text says the same in every language: it uses the same variables."""
    present = {locale: message for locale, message in messages.items() if message is not None}
    for locale, message in present.items():
        for part in message.parts:
            for other, theirs in present.items():
                yield from _difference(locale, name, part, other, theirs.part(part.name))


def _difference(locale: str, name: str, part: Part, other: str, theirs: Part | None) -> Iterator[Issue]:
    missing = sorted(theirs.variables - part.variables) if theirs is not None else []
    if missing:
        listed = ", ".join(f"{{ ${variable} }}" for variable in missing)
        yield Issue("variables_differ", "error", locale, name, f"expected {listed} too, as in {other!r}")


def _rendered(
    subject: Subject, texts: Texts, locale: str, names: Iterable[str], *, as_label: bool = False
) -> Iterator[Issue]:
    """What is wrong once filled in. A text that is broken by itself is left out: one fault, one issue."""
    reader = Reader(texts, subject.sayings, locale, subject.world)
    judged = _judged(subject.sayings, subject.world, tuple(subject.channels), locale)
    for name in names:
        source = source_of(subject, locale, name)
        if _message(source, name) is not None and not _uses_unknown(subject, name, source):
            if as_label:
                limits = subject.script.policies.limits
                yield from check_readings(reader, locale, name, subject.channels, limits, as_label=True)
            else:
                yield from judged.of(reader, name, subject)


class _Judged:
    """The faults of texts as messages, each found once: who changes one text leaves the others as they were.

    How a message reads depends on its own text and on those beside it. Each was read once (`Catalogue`), so
    that being the same object tells that they are the same.
    """

    def __init__(self, most: int = 1024) -> None:
        self._most = most
        self._kept: dict[object, tuple[Issue, ...]] = {}

    def of(self, reader: Reader, name: str, subject: Subject) -> tuple[Issue, ...]:
        """The faults of all readings of the text on all channels."""
        beside = subject.sayings.beside.get(name, ())
        key = (name, *map(reader.entry, (name, *beside)))
        found = self._kept.get(key)
        if found is None:
            limits = subject.script.policies.limits
            found = check_readings(reader, reader.locale, name, subject.channels, limits)
            if len(self._kept) >= self._most:  # sources of many edits: those in use are soon found again
                self._kept.clear()
            self._kept[key] = found
        return found


@lru_cache(maxsize=64)
def _judged(sayings: Sayings, world: World, channels: tuple[Channel, ...], locale: str) -> _Judged:
    """What is known of the texts of a language, filled in by these sayings and shown by these channels."""
    return _Judged()


def _uses_unknown(subject: Subject, name: str, source: str | None) -> bool:
    message = _message(source, name)
    return message is not None and not message.variables <= subject.sayings.available(name)


def _sorted(issues: Iterable[Issue]) -> tuple[Issue, ...]:
    unique = dict.fromkeys(issues)
    return tuple(sorted(unique, key=lambda issue: issue.severity))
