"""Revisions of scripts as the running bot uses them: loaded once, then shared by all conversations."""

import hashlib
import json
import threading
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bot.proving import require_proof
from dialogs.documents import one_of
from dialogs.ids import BrandId, RevisionId
from dialogs.packaged import packaged_script, packaged_scripts
from dialogs.script import Script, load
from dialogs.texts import Texts, packaged_texts
from dialogs.understanding import Phrases, packaged_phrases
from storage.repositories.brands import BrandRow
from storage.repositories.revisions import RevisionRow
from storage.unit_of_work import UnitOfWork

DEFAULT_SCRIPT = "service"
_MOST_CACHED = 64
_Key = tuple[RevisionId, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Dialog:
    """A revision, ready to run: its script, merged texts and phrases."""

    revision: RevisionId
    number: int
    script: Script
    texts: Texts
    phrases: Phrases


@dataclass(frozen=True, slots=True)
class RevisionBody:
    """What a revision pins: the script's source and the texts that differ from the packaged ones.

    `texts` maps locale -> text id -> Fluent source of the whole message.
    """

    source: str
    texts: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def dumped(self) -> str:
        return json.dumps({"source": self.source, "texts": self.texts}, ensure_ascii=False, sort_keys=True)

    @classmethod
    def loaded(cls, body: str) -> "RevisionBody":
        data = json.loads(body)
        return cls(data["source"], data["texts"])

    @property
    def digest(self) -> str:
        return hashlib.sha256(self.dumped().encode()).hexdigest()


class Dialogs:
    """The revisions in use, in the languages offered. Revisions never change: what is cached stays right."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._cached: OrderedDict[_Key, Dialog] = OrderedDict()

    def of(self, uow: UnitOfWork, brand: BrandRow, revision: RevisionId) -> Dialog:
        """The revision's dialog. Raises LookupError when the brand has no such revision."""
        key = (revision, tuple(brand.locales))
        with self._lock:
            cached = self._cached.get(key)
            if cached is not None:
                self._cached.move_to_end(key)
                return cached
        row = uow.revisions.get(brand.id, revision)
        if row is None:
            raise LookupError(f"there is no revision {revision!r}")
        return self._keep(key, made(row, brand.locales))

    def published(self, uow: UnitOfWork, brand: BrandRow, script: str | None = None) -> Dialog:
        """The dialog that new conversations follow; of a named script, or of the brand's front one.

        Raises LookupError when nothing is published.
        """
        # Nearly every brand has the usual one: it is asked for before the others are listed.
        row = uow.revisions.published(brand.id, script or DEFAULT_SCRIPT)
        if row is None and script is None:
            row = uow.revisions.published(brand.id, front_script(uow, brand.id))
        if row is None:
            raise LookupError(unpublished(uow, brand.id, script or DEFAULT_SCRIPT))
        return self.of(uow, brand, row.id)

    def _keep(self, key: _Key, dialog: Dialog) -> Dialog:
        with self._lock:
            self._cached[key] = dialog
            if len(self._cached) > _MOST_CACHED:
                self._cached.popitem(last=False)
        return dialog


def front_script(uow: UnitOfWork, brand: BrandId) -> str:
    """The script of whoever asks for none: ending a service, or else what the brand has published."""
    return next(iter(scripts_of(uow, brand)), DEFAULT_SCRIPT)


def scripts_of(uow: UnitOfWork, brand: BrandId) -> tuple[str, ...]:
    """The names of the scripts that the brand has published: the front one first, its own last."""
    published = uow.revisions.published_scripts(brand)
    shipped = (DEFAULT_SCRIPT, *packaged_scripts())
    return tuple(name for name in dict.fromkeys((*shipped, *sorted(published))) if name in published)


def unpublished(uow: UnitOfWork, brand: BrandId, name: str) -> str:
    """What is said of a script that the brand has not published."""
    names = scripts_of(uow, brand)
    expected = f"; {one_of(names, name)}" if names else ""
    return f"the brand has no published script {name!r}{expected}"


def made(row: RevisionRow, offered: Sequence[str]) -> Dialog:
    """A revision's dialog from its stored form, in the languages its brand offers.

    The texts of all others stay: a chat may be under way in one that was offered before.
    Raises ScriptError, TextError.
    """
    body = RevisionBody.loaded(row.body)
    script = load(body.source, f"revision {row.number}")
    texts = packaged_texts(script.locales, body.texts)
    return Dialog(row.id, row.number, spoken(script, offered), texts, packaged_phrases())


def spoken(script: Script, offered: Sequence[str]) -> Script:
    """The script in those of its languages that a brand offers; in all of them where that is none."""
    common = tuple(locale for locale in script.locales if locale in offered) or script.locales
    return script if common == script.locales else script.model_copy(update={"locales": common})


def unspoken(script: Script, offered: Sequence[str]) -> tuple[str, ...]:
    """The languages that a brand offers and the script does not speak."""
    return tuple(locale for locale in offered if locale not in script.locales)


def publish_packaged(
    uow: UnitOfWork, brand: BrandId, author: str, now: datetime, script: str = DEFAULT_SCRIPT
) -> RevisionRow:
    """Publish the script as it ships, for a new brand."""
    return publish(uow, brand, script, RevisionBody(packaged_script(script)), author, "As shipped", now)


def publish_all_packaged(uow: UnitOfWork, brand: BrandId, author: str, now: datetime) -> None:
    """Publish every script as it ships, for a demo."""
    for script in packaged_scripts():
        publish_packaged(uow, brand, author, now, script)


def publish(
    uow: UnitOfWork,
    brand: BrandId,
    script: str,
    body: RevisionBody,
    author: str,
    message: str,
    now: datetime,
) -> RevisionRow:
    """Keep a new revision and let new conversations follow it.

    Raises:
        Unproved: nobody has proved yet that the script traps nobody.
        Trapping: it was proved that it does.
    """
    require_proof(uow, body.source)
    row = uow.revisions.add(
        brand,
        script=script,
        body=body.dumped(),
        digest=body.digest,
        author=author,
        message=message,
        now=now,
    )
    return uow.revisions.publish(row, now)
