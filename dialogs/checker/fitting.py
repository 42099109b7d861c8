"""What is wrong with a text as the channels carry it, in every situation in which it is said."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from dialogs.checker.channels import Channel
from dialogs.checker.issues import Issue
from dialogs.checker.views import Reader, Reading
from dialogs.script import Limits
from dialogs.texts import TextError

FORBIDDEN = frozenset({"too_long", "over_aim", "reserved_word", "too_many_choices", "label_too_long"})
"""Problems that forbid publishing, also those that a channel itself merely warns of."""


def check_readings(
    reader: Reader,
    locale: str,
    name: str,
    channels: Sequence[Channel],
    limits: Mapping[str, Limits],
    *,
    as_label: bool = False,
) -> tuple[Issue, ...]:
    """The faults of all readings; of each kind the worst one.

    Args:
        limits: what the script's policies allow at most, by channel.
        as_label: also those of the questions in which the text is a label.
    """
    readings = reader.readings if as_label else reader.messages
    try:
        found = [
            (reading.view.characters, issue)
            for channel in channels
            for reading in readings(name, channel)
            for issue in _issues(reading, locale, channel, limits.get(channel.name))
        ]
    except TextError as error:
        said = f"{error}: expected a value that is there in every situation, or a branch around it"
        return (Issue("value_not_given", "error", locale, name, said),)
    worst: dict[tuple[str, str, str | None], Issue] = {}
    for _, issue in sorted(found, key=lambda pair: pair[0]):
        worst[issue.kind, issue.text, issue.channel] = issue
    return tuple(worst.values())


def _issues(reading: Reading, locale: str, channel: Channel, limits: Limits | None) -> Iterator[Issue]:
    for problem in reading.view.problems:
        severity = "error" if problem.kind in FORBIDDEN else problem.severity
        said = _in_words(problem.message, reading)
        yield Issue(problem.kind, severity, locale, reading.text, said, channel.name)
    if limits is not None:
        yield from _beyond(limits, reading, locale, channel)
    yield from _labels(reading, locale)


def _beyond(limits: Limits, reading: Reading, locale: str, channel: Channel) -> Iterator[Issue]:
    """What the channel would carry, and the script's own policy does not allow."""
    most, shown = limits.characters, reading.view.characters
    if most is not None and shown > most:
        said = f"expected at most {most} characters on {channel.title} by the script's policy, found {shown}"
        yield Issue("too_long", "error", locale, reading.text, _in_words(said, reading), channel.name)
    if limits.choices is not None and len(reading.labels) > limits.choices:
        said = (
            f"expected at most {limits.choices} choices on {channel.title} by the script's policy, "
            f"found {len(reading.labels)}"
        )
        issue = Issue("too_many_choices", "error", locale, reading.text, _in_words(said, reading))
        yield replace(issue, channel=channel.name)


def _in_words(message: str, reading: Reading) -> str:
    return f"{message} ({', '.join(reading.situation)})" if reading.situation else message


def _labels(reading: Reading, locale: str) -> Iterator[Issue]:
    for label in reading.labels:
        if "\n" in label or not label.strip():
            said = f"expected a label on one line, found {label!r}"
            yield Issue("label_not_plain", "error", locale, reading.text, said)
    for label in _repeated(reading.labels):
        said = f"two choices of this question read {label!r}; expected each to be told from the others"
        yield Issue("labels_alike", "error", locale, reading.text, said)


def _repeated(labels: Iterable[str]) -> list[str]:
    plain = [label.strip(" .!?").casefold() for label in labels]
    return sorted({label for label, folded in zip(labels, plain, strict=True) if plain.count(folded) > 1})
