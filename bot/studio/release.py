"""Publishing a draft, and going back to an older revision: never with errors, never over somebody else's."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.publishing import RevisionBody, publish
from bot.studio.changes import rebased
from bot.studio.workshop import Workshop, keep_draft, open_workshop, revision_of
from dialogs.checker import Issue, check_texts, has_errors
from storage.repositories.revisions import RevisionRow
from storage.unit_of_work import UnitOfWork

LONGEST_MESSAGE = 300


class NotPublished(Exception):
    """Nothing was published.

    NotPublished
     +-- Faulty              the texts have errors
     +-- PublishedMeanwhile  somebody else published, or changed the draft, since the page was read
     +-- NothingToPublish    the draft changes nothing
     +-- NoMessage           it was not said what changes, or at too great length
    """


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
    message = " ".join(message.split())
    _require_unchanged(workshop, seen)
    if workshop.draft is None:
        raise NothingToPublish
    if not message or len(message) > LONGEST_MESSAGE:
        raise NoMessage(f"expected what changes, in at most {LONGEST_MESSAGE} characters")
    issues = issues_of(workshop)
    if has_errors(issues):
        raise Faulty(issues)
    return _publish(uow, workshop, workshop.body, message, author, now)


def go_back(
    uow: UnitOfWork, workshop: Workshop, revision: str, *, seen: Seen, author: str, now: datetime
) -> RevisionRow:
    """Publish an older revision's texts again, as a new revision. A draft under way is kept, on top of it.

    Raises:
        LookupError: the brand has no such revision.
        NotPublished: saying why.
    """
    row = revision_of(uow, workshop.brand.id, revision)
    if workshop.published.number != seen.published:
        raise PublishedMeanwhile(workshop.published)
    if row.digest == workshop.published.digest:
        raise NothingToPublish
    body = RevisionBody.loaded(row.body)
    issues = check_texts(workshop.subject_with(body))
    if has_errors(issues):
        raise Faulty(issues)
    published = _publish(uow, workshop, body, f"Back to revision {row.number}", author, now)
    if workshop.draft is not None:
        ahead = rebased(workshop.body, workshop.published_body, body)
        after = open_workshop(uow, workshop.brand, workshop.published.script)
        keep_draft(uow, after, ahead, workshop.draft.message, workshop.draft.author, now)
    return published


def _require_unchanged(workshop: Workshop, seen: Seen) -> None:
    if workshop.published.number != seen.published:
        raise PublishedMeanwhile(workshop.published)
    draft = workshop.draft
    if draft is not None and seen.draft is not None and draft.number != seen.draft:
        raise PublishedMeanwhile(draft)


def _publish(
    uow: UnitOfWork, workshop: Workshop, body: RevisionBody, message: str, author: str, now: datetime
) -> RevisionRow:
    return publish(uow, workshop.brand.id, workshop.published.script, body, author, message, now)
