"""What a brand's admins work on: the published revision and, on top of it, the one draft that they share.

Revisions never change. So every saved edit is a revision of its own with the
status draft; the newest one after the published revision is *the* draft.
"""

from dataclasses import dataclass
from datetime import datetime

from bot.publishing import DEFAULT_SCRIPT, RevisionBody
from bot.studio.channels import checked_channels
from bot.studio.subjects import script_of, world_of
from dialogs.checker import Subject, packaged_source
from dialogs.ids import BrandId, RevisionId
from dialogs.script import Script
from storage.repositories.brands import BrandRow
from storage.repositories.revisions import RevisionRow
from storage.unit_of_work import UnitOfWork

LONGEST_SOURCE = 8_000
"""Characters of a text's source."""


class NoSuchText(LookupError):
    """The script has no such text, or does not speak that language."""


class ChangedMeanwhile(Exception):
    """Somebody else saved the same text since it was read. `source` is what it is now."""

    def __init__(self, source: str, author: str) -> None:
        super().__init__(f"{author} changed this text meanwhile")
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
    def script(self) -> Script:
        return script_of(self.body.source)

    @property
    def subject(self) -> Subject:
        """What the checker judges: the draft in place of the published revision."""
        return self.subject_with(self.body)

    def subject_with(self, body: RevisionBody) -> Subject:
        """The same for other texts, such as one that is being written."""
        return Subject(
            script_of(body.source),
            body.texts,
            world_of(self.brand),
            checked_channels(),
            before=self.published_body.texts,
        )

    def source(self, locale: str, name: str) -> str | None:
        """A text's source as the draft has it."""
        return _source(self.body, locale, name)

    def published_source(self, locale: str, name: str) -> str | None:
        """A text's source as customers read it now."""
        return _source(self.published_body, locale, name)


def open_workshop(uow: UnitOfWork, brand: BrandRow, script: str = DEFAULT_SCRIPT) -> Workshop:
    """The script as it is now. Raises LookupError when the brand has published nothing."""
    published = uow.revisions.published(brand.id, script)
    if published is None:
        raise LookupError(f"the brand has no published script {script!r}")
    newest = next((row for row in uow.revisions.of_script(brand.id, script) if row.status == "draft"), None)
    is_current = newest is not None and newest.number > published.number and newest.digest != published.digest
    return Workshop(brand, published, newest if is_current else None)


def revision_of(uow: UnitOfWork, brand: BrandId, revision: str) -> RevisionRow:
    """A revision of the brand. Raises LookupError when it has none such."""
    row = uow.revisions.get(brand, RevisionId(revision))
    if row is None:
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
        script=workshop.published.script,
        body=body.dumped(),
        digest=body.digest,
        author=author,
        message=message,
        now=now,
    )
    return open_workshop(uow, workshop.brand, workshop.published.script)


def _source(body: RevisionBody, locale: str, name: str) -> str | None:
    return body.texts.get(locale, {}).get(name) or packaged_source(locale, name)
