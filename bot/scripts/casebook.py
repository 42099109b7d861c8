"""Conversation cases on disk: finding them, playing them with what ships, rewriting what they expect."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bot.brands import packaged_locales
from bot.studio.channels import checked_channels
from channels.registry import CHANNELS
from dialogs.cases.coverage import Coverage
from dialogs.cases.form import CaseError, CaseFile
from dialogs.cases.play import Traits
from dialogs.cases.rewriting import rewritten
from dialogs.cases.suite import Dialog, PlayedCase, Settings, coverages, play_file
from dialogs.checker import Sources
from dialogs.checker.said import choices_in_dialogs, said_in_dialogs
from dialogs.checker.samples import World
from dialogs.documents import one_of
from dialogs.packaged import packaged_script, packaged_scripts
from dialogs.script import Script, ScriptError, load
from dialogs.texts import packaged_texts
from dialogs.understanding import packaged_phrases


@dataclass(frozen=True, slots=True)
class Casebook:
    """Cases that were played, with what became of them."""

    cases: Sequence[PlayedCase]
    unreadable: Sequence[str]
    """For each file its faults, a line each."""
    rewritten: Sequence[str]
    """A line for each expectation that was taken over from what happened."""
    coverage: Sequence[Coverage]

    @property
    def differing(self) -> list[PlayedCase]:
        return [each for each in self.cases if each.differs]

    @property
    def holds(self) -> bool:
        return not self.differing and not self.unreadable


def play_files(files: Sequence[Path], settings: Settings, *, update: bool = False) -> Casebook:
    """Play the cases of all files; with `update` the files then expect what happened."""
    cases: list[PlayedCase] = []
    unreadable: list[str] = []
    changed: list[str] = []
    for path in files:
        try:
            file = CaseFile(path.read_text(encoding="utf-8"), str(path))
            played = play_file(file, settings)
        except CaseError as error:
            unreadable.append(str(error))
            continue
        except UnicodeDecodeError as error:
            unreadable.append(f"{path}:1:1: expected UTF-8: {error}")
            continue
        cases += played
        changed += _update(path, file.text, played) if update else []
    return Casebook(cases, unreadable, changed, coverages(cases, settings))


def _update(path: Path, text: str, played: Sequence[PlayedCase]) -> list[str]:
    differing = {each.name: each.played for each in played if each.differs}
    if differing:
        path.write_text(rewritten(text, differing), encoding="utf-8")
    return [
        f"{place}: {each.name}: {difference}"
        for each in played
        for place, difference in each.differences()
        if difference.part != "talk"
    ]


def files_of(given: Sequence[Path]) -> list[Path]:
    """The files themselves, and those in folders."""
    found = [each for path in given for each in (sorted(path.rglob("*.yaml")) if path.is_dir() else [path])]
    return list(dict.fromkeys(found))


def settings_for(file: Path | None = None, texts: Sources | None = None) -> Settings:
    """With the texts and phrases that ship, and a script's file instead of the scripts.

    Args:
        texts: those that the script adds, or has in place of the shipped ones.

    Raises:
        ScriptError: the file is no script, in a language that does not ship, or stops the engine.
    """
    if file is None:
        return Settings(_packaged, packaged_scripts(), _channels(), packaged_phrases())
    script = load(file.read_text(encoding="utf-8"), str(file))
    spoken = packaged_locales()
    for locale in script.locales:
        if locale not in spoken:
            raise ScriptError(f"{file}: locales: found {locale!r}; {one_of(spoken, locale)}")
    try:
        dialog = _dialog(script, texts or {})
    except Exception as error:
        # What it says is found by running the engine, which an unsound script stops.
        raise ScriptError(f"{file}: the engine stops; where, is told by: cancelbot check") from error
    return Settings(lambda name: dialog, None, _channels(), packaged_phrases())


@cache
def _packaged(name: str) -> Dialog:
    return _dialog(load(packaged_script(name), f"{name}.yaml"), {})


def _dialog(script: Script, texts: Sources) -> Dialog:
    world, channels = World(), checked_channels()
    said = said_in_dialogs(script, world, channels)
    pressed = choices_in_dialogs(script, world, channels)
    return Dialog(script, packaged_texts(script.locales, texts), said, pressed)


def _channels() -> dict[str, Traits]:
    """Those on which there can be a conversation."""
    kinds = ((name, kind.capabilities) for name, kind in CHANNELS.items())
    return {name: Traits(has.shares_contact, has.sender_is_phone) for name, has in kinds if has.receives}
