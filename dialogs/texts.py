"""Texts: from a text id and values to what a person reads, in their language.

Fluent messages, strict: a broken message, a missing one or a missing variable is
an error at load or at rendering, never a silent gap.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.numbers import format_currency
from fluent.runtime import FluentBundle
from fluent.syntax import FluentParser, FluentSerializer, ast

from dialogs.packaged import packaged_messages
from dialogs.turn import Lines, Say, Value
from dialogs.values import Day, Moment, Money

INTRODUCTION = "introduction"
SHORT = "short"


LONG_DAYS = {"ru": "d MMMM y 'года'"}
"""Where CLDR's long form ends in a full stop of its own ("2026 г."), which a sentence would double."""


class TextError(Exception):
    """A text is broken, missing or lacks a variable. The message names locale and id."""


@dataclass(frozen=True, slots=True)
class RenderedSay:
    """One message in a language. `short` is the variant for channels with little room, where there is one."""

    text: str
    short: str | None
    labels: tuple[str, ...]


class Catalogue:
    """The texts of one locale: the packaged ones with a brand's or a revision's overrides over them."""

    def __init__(self, locale: str, source: str, overrides: Mapping[str, str] | None = None) -> None:
        """Raises `TextError` where an override is broken; the source is read message by message, later."""
        self.locale = locale
        changed = {name: _one_entry(locale, name, text) for name, text in (overrides or {}).items()}
        self.entries: Mapping[str, ast.Message] = _Entries(locale, source, changed)
        self._bundle = FluentBundle([locale], use_isolating=False)

    def has(self, name: str) -> bool:
        return name in self.entries

    def source_of(self, name: str) -> str:
        """The message as an admin edits it, in Fluent syntax."""
        if name not in self.entries:
            raise TextError(f"{self.locale}: there is no text {name!r}")
        return FluentSerializer().serialize_entry(self.entries[name])

    def text(self, name: str, values: Mapping[str, str | int]) -> tuple[str, str | None]:
        """The filled message and its short variant, if it has one."""
        if not self._bundle.has_message(name):
            if name not in self.entries:
                raise TextError(f"{self.locale}: there is no text {name!r}")
            self._add(name)
        message = self._bundle.get_message(name)
        if message.value is None:
            raise TextError(f"{self.locale}: text {name!r} has no value")
        short = message.attributes.get(SHORT)
        return (
            self._filled(name, message.value, values),
            None if short is None else self._filled(f"{name}.{SHORT}", short, values),
        )

    def _add(self, name: str) -> None:
        """Take a message into the bundle, with those that it names: none should, and all are told so."""
        # What was read is given on as it is: writing it down to read it again would take twice the time.
        self._bundle.add_resource(ast.Resource(body=[self.entries[name]]))
        nodes = _nodes(self.entries[name])
        for named in [node.id.name for node in nodes if isinstance(node, ast.MessageReference)]:
            if named in self.entries and not self._bundle.has_message(named):
                self._add(named)

    def _filled(self, name: str, pattern: object, values: Mapping[str, str | int]) -> str:
        text, errors = self._bundle.format_pattern(pattern, dict(values))  # type: ignore[arg-type]
        if errors:
            raise TextError(f"{self.locale}: text {name!r}: {errors[0]}")
        return str(text)

    def variables(self, name: str) -> frozenset[str]:
        """Names of the variables that the message and its attributes use."""
        nodes = _nodes(self.entries[name])
        return frozenset(node.id.name for node in nodes if isinstance(node, ast.VariableReference))


class Texts:
    """The texts of every locale of a script."""

    def __init__(self, catalogues: Mapping[str, Catalogue]) -> None:
        self.catalogues = catalogues

    def render(self, say: Say, locale: str, brand: str, zone: str) -> RenderedSay:
        """One reply in a language; dates and money as it writes them, times in the brand's zone."""
        catalogue = self.catalogues[locale]
        text, short = self._filled(say.text, say.values, locale, zone)
        if say.introduces:
            hello, hello_short = catalogue.text(INTRODUCTION, {"brand": brand})
            short = f"{hello_short or hello}\n{short or text}"
            text = f"{hello}\n\n{text}"
        return RenderedSay(
            text, short, tuple(self._label(c.label, c.values, locale, zone) for c in say.choices)
        )

    def filling(self, values: tuple[tuple[str, Value], ...], locale: str, zone: str) -> dict[str, str | int]:
        """Values as a language writes them; texts that fill a text are written out."""
        written = tuple((name, self._written(value, locale, zone)) for name, value in values)
        return formatted(written, locale, zone)

    def _filled(
        self, name: str, values: tuple[tuple[str, Value], ...], locale: str, zone: str
    ) -> tuple[str, str | None]:
        """A text and its short variant, in which what fills it is short as well."""
        catalogue = self.catalogues[locale]
        text, short = catalogue.text(name, self.filling(values, locale, zone))
        lines = any(isinstance(value, Lines) for _, value in values)
        if short is None or not lines:
            return text, short
        shortened = tuple((each, self._in_short(value, locale, zone)) for each, value in values)
        return text, catalogue.text(name, formatted(shortened, locale, zone))[1]

    def _in_short(self, value: Value, locale: str, zone: str) -> Value:
        """Lines on one line, each in its short variant."""
        if not isinstance(value, Lines):
            return value
        parts = (self.catalogues[locale].text(name, formatted(f, locale, zone)) for name, f in value.parts)
        return "; ".join(short or text for text, short in parts)

    def _written(self, value: Value, locale: str, zone: str) -> Value:
        return self.written(value, locale, zone) if isinstance(value, Lines) else value

    def written(self, lines: Lines, locale: str, zone: str) -> str:
        """Texts one below the other, in a language."""
        return "\n".join(f"- {self._label(name, filled, locale, zone)}" for name, filled in lines.parts)

    def _label(self, name: str, values: Sequence[tuple[str, Value]], locale: str, zone: str) -> str:
        return self.catalogues[locale].text(name, formatted(tuple(values), locale, zone))[0]

    def phrase(self, name: str, locale: str, zone: str, **values: Value) -> tuple[str, str | None]:
        """A text outside a dialog's reply (a mail's subject, a code's message), with its short variant."""
        return self._filled(name, tuple(values.items()), locale, zone)


def packaged_texts(
    locales: tuple[str, ...], overrides: Mapping[str, Mapping[str, str]] | None = None
) -> Texts:
    """The texts that ship, in these locales; `overrides` is locale -> text id -> Fluent source."""
    changed = overrides or {}
    return Texts({name: _catalogue(name, tuple(sorted(changed.get(name, {}).items()))) for name in locales})


@lru_cache(maxsize=64)
def _catalogue(locale: str, overrides: tuple[tuple[str, str], ...]) -> Catalogue:
    """Shared by all revisions that say the same, since reading a language takes its time and its room."""
    return Catalogue(locale, packaged_messages(locale), dict(overrides))


def formatted(values: tuple[tuple[str, Value], ...], locale: str, zone: str) -> dict[str, str | int]:
    """Values as a language writes them."""
    return {name: _formatted(value, locale, zone) for name, value in values}


def own_names(locales: tuple[str, ...]) -> str:
    """What each of these languages calls itself: somebody looking for theirs reads no other."""
    return ", ".join(map(_own_name, locales))


@lru_cache(maxsize=128)
def _own_name(locale: str) -> str:
    try:
        return (Locale.parse(locale, sep="-").get_display_name(locale) or locale).capitalize()
    except (UnknownLocaleError, ValueError):
        return locale


@lru_cache(maxsize=4096)
def _formatted(value: Value, locale: str, zone: str) -> str | int:
    if isinstance(value, Money):
        return str(format_currency(value.amount, value.currency, locale=locale))
    if isinstance(value, Moment):
        local = value.moment.astimezone(ZoneInfo(zone))
        day = format_skeleton("yMMMd", local, locale=locale)
        return f"{_first(day, locale)}, {local:%H:%M} {local.tzname()}"
    if isinstance(value, Lines):
        raise TypeError("lines are written out by the texts before they fill one")
    if isinstance(value, Day):
        return _first(str(format_date(value.day, LONG_DAYS.get(locale, "long"), locale=locale)), locale)
    return value


def _first(day: str, locale: str) -> str:
    """French counts the first of a month as no other day: "le 1er janvier". CLDR's dates do not."""
    return f"1er{day[1:]}" if locale.startswith("fr") and day.startswith("1 ") else day


class _Entries(Mapping[str, ast.Message]):
    """Messages of a source, each read when somebody asks for it: a conversation needs few of many hundred.

    All of six languages would take 8 MB more of every process, and a second of its start.
    """

    def __init__(self, locale: str, source: str, changed: Mapping[str, ast.Message]) -> None:
        self._locale = locale
        self._changed = changed
        begins = [each.start() for each in _BEGIN.finditer(source)]
        parts = (source[begin:end] for begin, end in zip(begins, [*begins[1:], len(source)], strict=True))
        self._sources = {part.partition("=")[0].strip(): part for part in parts} | dict.fromkeys(changed, "")

    def __getitem__(self, name: str) -> ast.Message:
        return self._changed.get(name) or _one_entry(self._locale, name, self._sources[name])

    def __iter__(self) -> Iterator[str]:
        return iter(self._sources)

    def __len__(self) -> int:
        return len(self._sources)

    def __contains__(self, name: object) -> bool:
        return name in self._sources


_BEGIN = re.compile(r"^[A-Za-z][\w-]* *=", re.MULTILINE)
"""Of a message; what belongs to it is indented, and a comment behind it is read with it, as nothing."""


def _entries(locale: str, source: str) -> Mapping[str, ast.Message]:
    # Where each letter stood takes half of the room, and is asked for only where something is broken.
    parsed = FluentParser(with_spans=False).parse(source)
    if any(isinstance(entry, ast.Junk) for entry in parsed.body):
        raise TextError(_broken(locale, source))
    return {entry.id.name: entry for entry in parsed.body if isinstance(entry, ast.Message)}


def _broken(locale: str, source: str) -> str:
    junk = next(entry for entry in FluentParser().parse(source).body if isinstance(entry, ast.Junk))
    line = source.count("\n", 0, junk.span.start if junk.span else 0) + 1
    problem = junk.annotations[0].message if junk.annotations else "not a message"
    return f"{locale}: line {line}: {problem}"


@lru_cache(maxsize=8_192)
def _one_entry(locale: str, name: str, source: str) -> ast.Message:
    """Shared by all catalogues that say the same. Raises TextError."""
    entries = _entries(locale, source)
    if set(entries) != {name}:
        raise TextError(
            f"{locale}: expected exactly the message {name!r}, found {', '.join(entries) or 'none'}"
        )
    return entries[name]


def _nodes(node: object) -> Iterator[ast.BaseNode]:
    """All that stands in a message, from the outside in."""
    if isinstance(node, ast.BaseNode):
        yield node
        for value in vars(node).values():
            yield from _nodes(value)
    elif isinstance(node, list):
        for item in node:
            yield from _nodes(item)
