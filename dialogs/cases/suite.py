"""Many cases played together: whatever differs, with its place, and what of the scripts they reach."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dialogs.cases.coverage import Coverage, coverage_of
from dialogs.cases.form import CaseError, CaseFile, ConversationCase
from dialogs.cases.names import Known, not_there, unknown_names
from dialogs.cases.play import Difference, Played, Traits, play
from dialogs.script import Script
from dialogs.texts import Texts
from dialogs.understanding import Phrases


@dataclass(frozen=True, slots=True)
class Dialog:
    """A script with all that a conversation on it needs."""

    script: Script
    texts: Texts
    said: Collection[str]
    """The ids of all texts that the engine can say with it."""
    choices: Collection[str]
    """All outcomes that can be pressed in it."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What cases are played with."""

    dialog_of: Callable[[str], Dialog]
    """A dialog by the name of its script."""
    scripts: Collection[str] | None
    """The names of scripts that there are; None where it does not matter which one a case names."""
    channels: Mapping[str, Traits]
    phrases: Phrases


@dataclass(frozen=True, slots=True)
class PlayedCase:
    """A case with what happened."""

    name: str
    case: ConversationCase
    place: str
    """``file:line:column``"""
    played: Sequence[Played]
    places: Sequence[str]
    """By line of the talk, where it stands."""

    @property
    def differs(self) -> bool:
        return any(each.differences for each in self.played)

    def differences(self) -> Iterator[tuple[str, Difference]]:
        """Each difference with the place of its line."""
        for place, each in zip(self.places, self.played, strict=False):
            yield from ((place, difference) for difference in each.differences)


def play_file(file: CaseFile, settings: Settings) -> list[PlayedCase]:
    """Play all cases of a file.

    Raises:
        CaseError: a case names a script, a channel, a step or a text that is not there.
    """
    faults = [fault for name in file.cases for fault in _faults(file, name, settings)]
    if faults:
        raise CaseError("\n".join(faults))
    return [_play(file, name, settings) for name in file.cases]


def _faults(file: CaseFile, name: str, settings: Settings) -> list[str]:
    case = file.cases[name]
    if settings.scripts is not None and case.script not in settings.scripts:
        told = not_there(case.script, settings.scripts)
        return [f"{file.place(name, 'script')}: {name}.script: {told}"]
    if case.channel not in settings.channels:
        told = not_there(case.channel, settings.channels)
        return [f"{file.place(name, 'channel')}: {name}.channel: {told}"]
    dialog = settings.dialog_of(case.script)
    return unknown_names(file, name, Known(dialog.script, dialog.said, dialog.choices))


def _play(file: CaseFile, name: str, settings: Settings) -> PlayedCase:
    case = file.cases[name]
    dialog = settings.dialog_of(case.script)
    played = play(case, dialog.script, dialog.texts, settings.phrases, settings.channels[case.channel])
    places = [file.place(name, "talk", position) for position in range(len(case.talk))]
    return PlayedCase(name, case, file.place(name), played, places)


def coverages(cases: Sequence[PlayedCase], settings: Settings) -> list[Coverage]:
    """For each script what its cases reach together."""
    dialogs: dict[str, Dialog] = {}
    played: dict[str, list[Played]] = {}
    for each in cases:
        dialog = settings.dialog_of(each.case.script)
        dialogs[dialog.script.script] = dialog
        played.setdefault(dialog.script.script, []).extend(each.played)
    return [coverage_of(dialogs[name].script, dialogs[name].said, lines) for name, lines in played.items()]
