"""One text while it is written: its faults, and how it reads on every channel in every situation."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.studio.workshop import Workshop, with_text
from dialogs.checker import (
    Channel,
    Issue,
    Reading,
    Subject,
    check_text,
    loaded_texts,
    meaning_of,
    read_message,
    readings,
    source_of,
)
from dialogs.checker.messages import BrokenMessage
from dialogs.texts import TextError


@dataclass(frozen=True, slots=True)
class ChannelPreview:
    """How a text reads on one channel; the fullest situation first."""

    channel: Channel
    readings: tuple[Reading, ...]

    @property
    def longest(self) -> int:
        """Characters of the longest reading, answers included."""
        return max(reading.view.characters for reading in self.readings)

    @property
    def limit(self) -> int:
        return self.readings[0].view.limit

    @property
    def most_segments(self) -> int | None:
        counts = [reading.view.segments for reading in self.readings if reading.view.segments is not None]
        return max(counts, default=None)


@dataclass(frozen=True, slots=True)
class Preview:
    """`channels` holds those on which the text is said; none while it cannot be read."""

    issues: tuple[Issue, ...]
    channels: tuple[ChannelPreview, ...]


@dataclass(frozen=True, slots=True)
class GivenVariable:
    """A variable that a text may use, with what it means and an example."""

    name: str
    meaning: str
    sample: str
    used: bool


def preview_of(workshop: Workshop, locale: str, name: str, source: str) -> Preview:
    """What the text would be with this source."""
    subject = workshop.subject_with(with_text(workshop.body, locale, name, source))
    issues = check_text(subject, locale, name)
    try:
        read_message(source)
        every = readings(
            loaded_texts(subject), subject.sayings, subject.world, name, locale, subject.channels
        )
    except (BrokenMessage, TextError):
        return Preview(issues, ())
    return Preview(issues, _by_channel(subject, every))


def _by_channel(subject: Subject, every: tuple[Reading, ...]) -> tuple[ChannelPreview, ...]:
    found = (
        ChannelPreview(channel, _told_apart(reading for reading in every if reading.channel == channel.name))
        for channel in subject.channels
    )
    return tuple(preview for preview in found if preview.readings)


def _told_apart(every: Iterable[Reading]) -> tuple[Reading, ...]:
    """Of readings in the same situation, which differ by amounts only, the longest."""
    longest: dict[tuple[str, tuple[str, ...]], Reading] = {}
    for reading in every:
        key = (reading.text, reading.situation)
        if key not in longest or reading.view.characters > longest[key].view.characters:
            longest[key] = reading
    return tuple(longest.values())


def variables_of(workshop: Workshop, locale: str, name: str) -> tuple[GivenVariable, ...]:
    """The variables that the engine fills in, those of the text first."""
    subject = workshop.subject
    sayings = subject.sayings
    source = source_of(subject, locale, name)
    used = _used(source)
    samples: dict[str, str] = {}
    for values in reversed(sayings.values.get(name, ())):
        filled = loaded_texts(subject).filling(tuple(values.items()), locale, subject.world.zone)
        samples |= {variable: str(value) for variable, value in filled.items()}
    given = (
        GivenVariable(variable, meaning_of(variable), samples.get(variable, ""), variable in used)
        for variable in sorted(sayings.available(name))
    )
    return tuple(sorted(given, key=lambda variable: not variable.used))


def _used(source: str | None) -> frozenset[str]:
    try:
        return frozenset() if source is None else read_message(source).variables
    except BrokenMessage:
        return frozenset()
