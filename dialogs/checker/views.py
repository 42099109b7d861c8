"""How a text reads: in every situation in which it is said, on every channel."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dialogs.checker.channels import Channel, View
from dialogs.checker.messages import Message, read_message
from dialogs.checker.said import Said, Sayings
from dialogs.checker.samples import World
from dialogs.checker.variables import words_of
from dialogs.texts import RenderedSay, Texts
from dialogs.turn import Say

FIRST_MESSAGE = "first message"


@dataclass(frozen=True, slots=True)
class Reading:
    """A message in one situation on one channel. `situation` says what tells it from the others."""

    text: str
    channel: str
    situation: tuple[str, ...]
    labels: tuple[str, ...]
    view: View


class Reader:
    """Renders what is said in one locale; each thing once, however many channels show it."""

    def __init__(self, texts: Texts, sayings: Sayings, locale: str, world: World) -> None:
        self._texts, self._sayings, self.locale, self._world = texts, sayings, locale, world
        self._messages: dict[str, Message] = {}
        self._variables: dict[str, frozenset[str]] = {}
        self._rendered: dict[object, RenderedSay] = {}

    def readings(self, name: str, channel: Channel) -> Iterator[Reading]:
        """The different readings of the messages in which the text occurs, as itself or as a label.

        Raises:
            TextError: where a value is missing.
        """
        return self._readings(self._sayings.of(name), channel)

    def sample(self, name: str) -> str | None:
        """One example of how the text reads, by itself; None where nothing says it.

        Raises:
            TextError: where a value is missing.
        """
        values = next(iter(self._sayings.values.get(name, ())), None)
        if values is None:
            return None
        world = self._world
        filled = self._texts.filling(tuple(values.items()), self.locale, world.zone)
        return self._texts.catalogues[self.locale].text(name, filled)[0]

    def messages(self, name: str, channel: Channel) -> Iterator[Reading]:
        """The different readings of the text as a message, the fullest one first.

        Raises:
            TextError: where a value is missing.
        """
        return self._readings(self._sayings.messages.get(name, ()), channel)

    def _readings(self, every: Iterable[Said], channel: Channel) -> Iterator[Reading]:
        seen: set[object] = set()
        for said in every:
            if said.channel != channel.name or not self.can_render(said):
                continue
            rendered = self.rendered(said.say)
            key = (said.say.text, rendered)
            if key not in seen:
                seen.add(key)
                view = channel.show(rendered.text, rendered.short, rendered.labels)
                yield Reading(said.say.text, channel.name, self.situation(said.say), rendered.labels, view)

    def can_render(self, said: Said) -> bool:
        """Whether all its texts are there; those that are not are reported as missing."""
        catalogue = self._texts.catalogues[self.locale]
        names = (
            said.say.text,
            *(choice.label for choice in said.say.choices),
            *(name for name, _ in said.say.parts),
        )
        return all(catalogue.has(name) for name in names)

    def rendered(self, say: Say) -> RenderedSay:
        """Rendered once for all situations that differ only in what the text does not say."""
        key = (say.text, say.introduces, self._used(say.text, say.values), self._choices(say))
        if key not in self._rendered:
            world = self._world
            self._rendered[key] = self._texts.render(say, self.locale, world.brand, world.zone)
        return self._rendered[key]

    def _choices(self, say: Say) -> object:
        return tuple((choice.label, self._used(choice.label, choice.values)) for choice in say.choices)

    def _used(self, name: str, values: Sequence[tuple[str, object]]) -> object:
        used = self._variables.get(name)
        if used is None:
            used = self._variables[name] = self.message(name).variables
        return tuple(pair for pair in values if pair[0] in used)

    def entry(self, name: str) -> object:
        """The text as it was read once for all who say the same, or None."""
        return self._texts.catalogues[self.locale].entries.get(name)

    def message(self, name: str) -> Message:
        """The structure of a text of this locale."""
        if name not in self._messages:
            self._messages[name] = read_message(self._texts.catalogues[self.locale].source_of(name))
        return self._messages[name]

    def situation(self, say: Say) -> tuple[str, ...]:
        """The branches that are taken, in words."""
        branches = {name for part in self.message(say.text).parts for name in part.branches}
        words = [words_of(name, value) for name, value in say.values if name in branches]
        return (*((FIRST_MESSAGE,) if say.introduces else ()), *words)


def readings(
    texts: Texts, sayings: Sayings, world: World, name: str, locale: str, channels: Sequence[Channel]
) -> tuple[Reading, ...]:
    """How a text reads on the channels, for a preview; of a label, one example of each question that has it.

    Raises:
        TextError: where a value is missing.
    """
    reader = Reader(texts, sayings, locale, world)
    every = [reading for channel in channels for reading in reader.readings(name, channel)]
    if all(reading.text == name for reading in every):
        return tuple(every)
    first = {(reading.text, reading.channel): reading for reading in reversed(every)}
    return tuple(reversed(first.values()))
