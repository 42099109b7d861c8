"""What a brand's admins work on: the published revision and, on top of it, the one draft that they share.

Revisions never change. So every saved edit is a revision of its own with the
status draft; the newest one after the published revision is *the* draft.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache

from bot.publishing import RevisionBody, front_script, spoken, unpublished, unspoken
from bot.studio.channels import checked_channels
from bot.studio.sources import LONGEST_SCRIPT, Fault, faults_of
from bot.studio.subjects import world_of
from dialogs.checker import Subject, packaged_source
from dialogs.ids import RevisionId
from dialogs.script import Script, load
from storage.repositories.brands import BrandRow
from storage.repositories.revisions import RevisionRow
from storage.unit_of_work import UnitOfWork

LONGEST_SOURCE = 8_000
"""Characters of a text's source."""


class NoSuchText(LookupError):
    """The script has no such text, or does not speak that language."""


class ChangedMeanwhile(Exception):
    """Somebody else saved the same since it was read. `source` is what it is now."""

    def __init__(self, source: str, author: str) -> None:
        super().__init__(f"{author} changed it meanwhile")
        self.source = source
        self.author = author


@dataclass(frozen=True)
class Workshop:
    """A brand's script as its admins find it."""

    brand: BrandRow
    published: RevisionRow
    draft: RevisionRow | None
    """None when there is nothing that the published revision does not have."""

    @property
    def row(self) -> RevisionRow:
        """The revision that is shown and edited."""
        return self.draft or self.published

    @property
    def body(self) -> RevisionBody:
        return RevisionBody.loaded(self.row.body)

    @property
    def published_body(self) -> RevisionBody:
        return RevisionBody.loaded(self.published.body)

    @property
    def name(self) -> str:
        """The name of the script, such as `service`."""
        return self.published.script

    @property
    def script(self) -> Script:
        """The draft's script; while that is none yet, the published one."""
        return self._script_of(self.body)

    @property
    def faults(self) -> tuple[Fault, ...]:
        """Why the draft's source is no script yet."""
        return self.faults_with(self.body)

    def faults_with(self, body: RevisionBody) -> tuple[Fault, ...]:
        """The same for another source."""
        return faults_of(body.source, self.name, world_of(self.brand))

    @property
    def is_other_script(self) -> bool:
        """Whether the draft changes more than texts."""
        return self.body.source != self.published_body.source

    def _script_of(self, body: RevisionBody) -> Script:
        is_script = not self.faults_with(body)
        source = body.source if is_script else self.published_body.source
        return _spoken(source, tuple(self.brand.locales))

    @property
    def unspoken(self) -> tuple[str, ...]:
        """The brand's languages in which the draft understands and says nothing."""
        return unspoken(self.script, self.brand.locales)

    @property
    def subject(self) -> Subject:
        """What the checker judges: the draft in place of the published revision."""
        return self.subject_with(self.body)

    def subject_with(self, body: RevisionBody) -> Subject:
        """The same for other texts, such as one that is being written."""
        return Subject(
            self._script_of(body),
            body.texts,
            world_of(self.brand),
            checked_channels(),
            before=self.published_body.texts,
        )

    def source(self, locale: str, name: str) -> str | None:
        """A text's source as the draft has it; of one that is said and that nobody wrote yet, its name."""
        found = _source(self.body, locale, name)
        return f"{name} =\n" if found is None and self._is_said(locale, name) else found

    def _is_said(self, locale: str, name: str) -> bool:
        return locale in self.script.locales and name in self.subject.sayings.names()

    def published_source(self, locale: str, name: str) -> str | None:
        """A text's source as customers read it now."""
        return _source(self.published_body, locale, name)


@lru_cache(maxsize=32)
def _spoken(source: str, offered: tuple[str, ...]) -> Script:
    """One object for one source and the languages of a brand: what is known about it is found once."""
    return spoken(load(source), offered)


def open_workshop(uow: UnitOfWork, brand: BrandRow, script: str | None = None) -> Workshop:
    """The script as it is now; of none named, the first.

    Raises LookupError when the brand has published none such.
    """
    if script is None:
        script = front_script(uow, brand.id)
    published = uow.revisions.published(brand.id, script)
    if published is None:
        raise LookupError(unpublished(uow, brand.id, script))
    newest = next((row for row in uow.revisions.of_script(brand.id, script) if row.status == "draft"), None)
    is_current = newest is not None and newest.number > published.number and newest.digest != published.digest
    return Workshop(brand, published, newest if is_current else None)


@dataclass(frozen=True, slots=True)
class Validity:
    """From when to when new conversations followed a revision; `until` is None while they do."""

    since: datetime
    until: datetime | None


def validity_of(revisions: Sequence[RevisionRow]) -> Mapping[RevisionId, Validity]:
    """When each published revision of a script held: until the next one was published."""
    released = [(row.published_at, row.id) for row in revisions if row.published_at is not None]
    moments = sorted(released)
    ends = [*(since for since, _ in moments[1:]), None]
    return {row: Validity(since, until) for (since, row), until in zip(moments, ends, strict=True)}


def revision_of(uow: UnitOfWork, workshop: Workshop, revision: str) -> RevisionRow:
    """A revision of the script. Raises LookupError when it has none such."""
    row = uow.revisions.get(workshop.brand.id, RevisionId(revision))
    if row is None or row.script != workshop.name:
        raise LookupError(f"there is no revision {revision!r}")
    return row


def save_text(
    uow: UnitOfWork,
    workshop: Workshop,
    locale: str,
    name: str,
    source: str,
    *,
    author: str,
    now: datetime,
    was: str | None = None,
) -> Workshop:
    """Put a text into the draft, whatever its faults; publishing is what refuses them.

    Args:
        was: the source that the author began with; None to overwrite whatever is there.

    Raises:
        NoSuchText: the script has no such text, or no such language.
        ChangedMeanwhile: somebody else changed it since.
        ValueError: it is longer than a text can be.
    """
    current = workshop.source(locale, name)
    if current is None or locale not in workshop.script.locales:
        raise NoSuchText(f"there is no text {name!r} in {locale!r}")
    source = plain(source)
    if len(source) > LONGEST_SOURCE:
        raise ValueError(f"expected at most {LONGEST_SOURCE} characters")
    if was is not None and plain(was) != plain(current):
        raise ChangedMeanwhile(current, workshop.row.author)
    return _save(uow, workshop, locale, name, source, author, now)


def save_script(
    uow: UnitOfWork, workshop: Workshop, source: str, *, author: str, now: datetime, was: str | None = None
) -> Workshop:
    """Put the script's source into the draft, whatever its faults; publishing is what refuses them.

    Args:
        was: the source that the author began with; None to overwrite whatever is there.

    Raises:
        ChangedMeanwhile: somebody else changed it since.
        ValueError: it is longer than a script can be.
    """
    current, source = workshop.body.source, plain(source)
    if len(source) > LONGEST_SCRIPT:
        raise ValueError(f"expected at most {LONGEST_SCRIPT} characters")
    if was is not None and plain(was) != plain(current):
        raise ChangedMeanwhile(current, workshop.row.author)
    if source == plain(current):
        return workshop
    published = workshop.published_body.source
    # A script that is as it was again needs no other proof: every character counts for that.
    source = published if source == plain(published) else source
    return keep_draft(uow, workshop, replace(workshop.body, source=source), "Changed the script", author, now)


def restore_text(
    uow: UnitOfWork, workshop: Workshop, locale: str, name: str, *, author: str, now: datetime
) -> Workshop:
    """Take back what the draft changed in a text. Raises NoSuchText."""
    published = workshop.published_source(locale, name)
    if published is None:
        raise NoSuchText(f"there is no text {name!r} in {locale!r}")
    return _save(uow, workshop, locale, name, published, author, now)


def discard_draft(uow: UnitOfWork, workshop: Workshop, *, author: str, now: datetime) -> Workshop:
    """Take back all that the draft changed. What was saved stays in the list of revisions."""
    if workshop.draft is None:
        return workshop
    return keep_draft(uow, workshop, workshop.published_body, "All changes taken back", author, now)


def with_text(body: RevisionBody, locale: str, name: str, source: str) -> RevisionBody:
    """The body with one text changed; a text as it ships needs no place of its own."""
    texts = {known: dict(sources) for known, sources in body.texts.items()}
    shipped = packaged_source(locale, name)
    if shipped is not None and plain(shipped) == plain(source):
        texts.get(locale, {}).pop(name, None)
    else:
        texts.setdefault(locale, {})[name] = plain(source)
    return RevisionBody(body.source, {known: sources for known, sources in texts.items() if sources})


def plain(source: str) -> str:
    """A source as it is kept: lines end one way, and nothing stands after the last."""
    return source.replace("\r\n", "\n").replace("\r", "\n").rstrip() + "\n"


def _save(
    uow: UnitOfWork, workshop: Workshop, locale: str, name: str, source: str, author: str, now: datetime
) -> Workshop:
    body = with_text(workshop.body, locale, name, source)
    if body == workshop.body:
        return workshop
    return keep_draft(uow, workshop, body, f"Changed {name} ({locale})", author, now)


def keep_draft(
    uow: UnitOfWork, workshop: Workshop, body: RevisionBody, message: str, author: str, now: datetime
) -> Workshop:
    """Keep the body as the newest draft."""
    uow.revisions.add(
        workshop.brand.id,
        script=workshop.name,
        body=body.dumped(),
        digest=body.digest,
        author=author,
        message=message,
        now=now,
    )
    return open_workshop(uow, workshop.brand, workshop.name)


def _source(body: RevisionBody, locale: str, name: str) -> str | None:
    return body.texts.get(locale, {}).get(name) or packaged_source(locale, name)
