"""Publishing a draft, and going back to an older revision: never with errors, never over somebody else's."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.proving import Trapping, Unproved
from bot.publishing import RevisionBody, publish, publish_packaged, scripts_of, spoken
from bot.studio.changes import rebased
from bot.studio.channels import checked_channels
from bot.studio.sources import Fault, faults_of, unreadable
from bot.studio.subjects import world_of
from bot.studio.workshop import Workshop, keep_draft, open_workshop, plain, revision_of, with_text
from dialogs.checker import Issue, Sources, Subject, check_texts, has_errors
from dialogs.packaged import packaged_script, packaged_scripts
from dialogs.script import ScriptError, load
from storage.repositories.brands import BrandRow
from storage.repositories.revisions import RevisionRow
from storage.unit_of_work import UnitOfWork

LONGEST_MESSAGE = 300


class NotPublished(Exception):
    """Nothing was published.

    NotPublished
     +-- NoScript            the source is no script yet
     +-- Unchecked           it is not proved yet that the script traps nobody
     +-- Faulty              the texts have errors, or the script traps somebody
     +-- PublishedMeanwhile  somebody else published, or changed the draft, since the page was read
     +-- NothingToPublish    the draft changes nothing
     +-- NoMessage           it was not said what changes, or at too great length
    """


class NoScript(NotPublished):
    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__(f"{len(faults)} faults in the script")
        self.faults = tuple(faults)


class Unchecked(NotPublished):
    """Prove the `source`, and try again."""

    def __init__(self, source: str) -> None:
        super().__init__("the script's conversations are not checked yet")
        self.source = source


class Faulty(NotPublished):
    def __init__(self, issues: Sequence[Issue]) -> None:
        super().__init__(f"{len(issues)} faults")
        self.issues = tuple(issues)


class PublishedMeanwhile(NotPublished):
    """`row` is the revision that is in the way: another published one, or a newer draft."""

    def __init__(self, row: RevisionRow) -> None:
        super().__init__(f"revision {row.number} came first")
        self.row = row


class NothingToPublish(NotPublished):
    pass


class NoMessage(NotPublished):
    pass


@dataclass(frozen=True, slots=True)
class Seen:
    """What the page showed when the button was pressed: the numbers of both revisions."""

    published: int
    draft: int | None = None


def issues_of(workshop: Workshop) -> tuple[Issue, ...]:
    """All faults of the draft's texts, errors first."""
    return check_texts(workshop.subject)


def publish_draft(
    uow: UnitOfWork, workshop: Workshop, *, seen: Seen, message: str, author: str, now: datetime
) -> RevisionRow:
    """Let new conversations follow the draft. Those under way keep their revision.

    Raises:
        NotPublished: saying why.
        Conflict: somebody published in this very moment; begin again.
    """
    _require_unchanged(workshop, seen)
    if workshop.draft is None:
        raise NothingToPublish
    message = _said(message)
    return publish_body(uow, workshop, workshop.body, message=message, author=author, now=now)


def publish_source(
    uow: UnitOfWork,
    workshop: Workshop,
    source: str,
    texts: Sources | None = None,
    *,
    message: str,
    author: str,
    now: datetime,
) -> RevisionRow:
    """Publish another source. A draft under way is kept, on top of it.

    Args:
        texts: all that the revision has of its own; not given: those that are published now.

    Raises NotPublished, saying why.
    """
    body = replace(workshop.published_body, source=plain(source))
    body = body if texts is None else body_of(source, texts)
    if body == workshop.published_body:
        raise NothingToPublish
    message = _said(message)
    return _publish_under_draft(uow, workshop, body, message=message, author=author, now=now)


def publish_new(
    uow: UnitOfWork,
    brand: BrandRow,
    name: str,
    source: str,
    texts: Sources | None = None,
    *,
    message: str,
    author: str,
    now: datetime,
) -> RevisionRow:
    """Publish a script that the brand does not have yet, beside the others; its front one stays.

    Raises NotPublished, saying why.
    """
    body, message = body_of(source, texts or {}), _said(message)
    faults = faults_of(body.source, name, world_of(brand))
    if faults:
        raise NoScript(faults)
    script = spoken(load(body.source), brand.locales)
    subject = Subject(script, body.texts, world_of(brand), checked_channels())
    return _publish_checked(uow, subject, brand, name, body, message=message, author=author, now=now)


def name_of(source: str) -> str:
    """What a script calls itself. Raises NoScript."""
    try:
        return load(source).script
    except ScriptError:
        raise NoScript(unreadable(source, "")) from None


def body_of(source: str, texts: Sources) -> RevisionBody:
    """What a revision keeps of a source and its texts: those that read as they ship need no place."""
    body = RevisionBody(plain(source))
    for locale, own in texts.items():
        for name, text in own.items():
            body = with_text(body, locale, name, text)
    return body


def go_back(
    uow: UnitOfWork, workshop: Workshop, revision: str, *, seen: Seen, author: str, now: datetime
) -> RevisionRow:
    """Publish an older revision's texts again, as a new revision. A draft under way is kept, on top of it.

    Raises:
        LookupError: the brand has no such revision.
        NotPublished: saying why.
    """
    row = revision_of(uow, workshop, revision)
    if workshop.published.number != seen.published:
        raise PublishedMeanwhile(workshop.published)
    if row.digest == workshop.published.digest:
        raise NothingToPublish
    body, message = RevisionBody.loaded(row.body), f"Back to revision {row.number}"
    return _publish_under_draft(uow, workshop, body, message=message, author=author, now=now)


def _publish_under_draft(
    uow: UnitOfWork, workshop: Workshop, body: RevisionBody, *, message: str, author: str, now: datetime
) -> RevisionRow:
    """Publish something else than the draft, and carry the draft over to it."""
    published = publish_body(uow, workshop, body, message=message, author=author, now=now)
    if workshop.draft is not None:
        ahead = rebased(workshop.body, workshop.published_body, body)
        after = open_workshop(uow, workshop.brand, workshop.name)
        keep_draft(uow, after, ahead, workshop.draft.message, workshop.draft.author, now)
    return published


def _said(message: str) -> str:
    """Raises NoMessage."""
    message = " ".join(message.split())
    if not message or len(message) > LONGEST_MESSAGE:
        raise NoMessage(f"expected what changes, in at most {LONGEST_MESSAGE} characters")
    return message


def _require_unchanged(workshop: Workshop, seen: Seen) -> None:
    if workshop.published.number != seen.published:
        raise PublishedMeanwhile(workshop.published)
    draft = workshop.draft
    if draft is not None and seen.draft is not None and draft.number != seen.draft:
        raise PublishedMeanwhile(draft)


def publish_body(
    uow: UnitOfWork, workshop: Workshop, body: RevisionBody, *, message: str, author: str, now: datetime
) -> RevisionRow:
    """Publish these texts and this script, if nothing is wrong with them. Raises NotPublished."""
    faults = faults_of(body.source, workshop.name, world_of(workshop.brand))
    if faults:
        raise NoScript(faults)
    subject = workshop.subject_with(body)
    return _publish_checked(
        uow, subject, workshop.brand, workshop.name, body, message=message, author=author, now=now
    )


def _publish_checked(
    uow: UnitOfWork,
    subject: Subject,
    brand: BrandRow,
    name: str,
    body: RevisionBody,
    *,
    message: str,
    author: str,
    now: datetime,
) -> RevisionRow:
    """What every script goes through, a new one as well: its texts are sound, and it is proved."""
    issues = check_texts(subject)
    if has_errors(issues):
        raise Faulty(issues)
    try:
        return publish(uow, brand.id, name, body, author, message, now)
    except Trapping as trap:
        raise Faulty((*trap.issues, *issues)) from trap
    except Unproved as unproved:
        raise Unchecked(unproved.source) from unproved


def addable_scripts(published: Sequence[str]) -> tuple[str, ...]:
    """The shipped scripts that a brand has not published."""
    return tuple(name for name in packaged_scripts() if name not in published)


def add_script(uow: UnitOfWork, brand: BrandRow, name: str, *, author: str, now: datetime) -> RevisionRow:
    """Publish a shipped script for a brand that does not have it, as it ships.

    Raises:
        LookupError: there is no such script, or the brand has it.
        Faulty: it says something that does not suit this brand.
    """
    if name not in addable_scripts(scripts_of(uow, brand.id)):
        raise LookupError(f"there is no script {name!r} to add")
    subject = Subject(load(packaged_script(name)), {}, world_of(brand), checked_channels())
    issues = check_texts(subject)
    if has_errors(issues):
        raise Faulty(issues)
    return publish_packaged(uow, brand.id, author, now, name)
