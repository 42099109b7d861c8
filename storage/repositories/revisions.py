"""Revisions: drafts, the published one, and those that open conversations still follow."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import func, insert, select, update

from dialogs.ids import BrandId, RevisionId
from storage.ids import new_id
from storage.repositories.rows import Repository, Shape
from storage.statements import given
from storage.tables import revision


@dataclass(frozen=True, slots=True)
class RevisionRow:
    """One version of a script. ``body`` is JSON with the script's source and the changed texts."""

    id: RevisionId
    brand_id: BrandId
    script: str
    number: int
    body: str
    digest: str
    author: str
    message: str
    status: Literal["draft", "published", "retired"]
    created_at: datetime
    published_at: datetime | None


_ROW = Shape(revision, RevisionRow)
_r = revision.c
_ROWS = select(*_ROW.columns).where(_r.brand_id == given("brand_id"))
_BY_ID = _ROWS.where(_r.id == given("id"))
_OF_SCRIPT = _ROWS.where(_r.script == given("script"))
_PUBLISHED = _OF_SCRIPT.where(_r.status == "published")
_ALL = _OF_SCRIPT.order_by(_r.number.desc())
_PUBLISHED_SCRIPTS = select(_r.script).where(_r.brand_id == given("brand_id"), _r.status == "published")
_LAST_NUMBER = select(func.max(_r.number)).where(
    _r.brand_id == given("brand_id"), _r.script == given("script")
)
_ADD = insert(revision)
_RETIRE = (
    update(revision)
    .where(
        _r.brand_id == given("the_brand"), _r.script == given("the_script"), _r.status == "published"
    )
    .values(status="retired")
)  # fmt: skip
_PUBLISH = (
    update(revision)
    .where(_r.brand_id == given("the_brand"), _r.id == given("the_id"), _r.status != "published")
    .values(status="published")
)


class Revisions(Repository):
    """The versions of the scripts. Their content never changes; what changes is which one is published."""

    __slots__ = ()

    def add(
        self,
        brand_id: BrandId,
        *,
        script: str,
        body: str,
        digest: str,
        author: str,
        message: str,
        now: datetime,
    ) -> RevisionRow:
        """Keep a draft under the script's next number. Raises Conflict when somebody saved at that moment."""
        last = self._at.run(_LAST_NUMBER, {"brand_id": brand_id, "script": script}).scalar() or 0
        row = RevisionRow(
            RevisionId(new_id()),
            brand_id,
            script,
            last + 1,
            body,
            digest,
            author,
            message,
            "draft",
            now,
            None,
        )
        self._at.run(_ADD, _ROW.values(row, self._at.vault))
        return row

    def get(self, brand_id: BrandId, revision_id: RevisionId) -> RevisionRow | None:
        """The revision, or None."""
        return self._one(_BY_ID, {"brand_id": brand_id, "id": revision_id})

    def published(self, brand_id: BrandId, script: str) -> RevisionRow | None:
        """The revision that new conversations follow, or None."""
        return self._one(_PUBLISHED, {"brand_id": brand_id, "script": script})

    def published_scripts(self, brand_id: BrandId) -> list[str]:
        """The names of the scripts of which a revision is published."""
        return list(self._at.run(_PUBLISHED_SCRIPTS, {"brand_id": brand_id}).scalars())

    def of_script(self, brand_id: BrandId, script: str) -> list[RevisionRow]:
        """All revisions of a script, newest first."""
        rows = self._at.run(_ALL, {"brand_id": brand_id, "script": script})
        return [_ROW.read(found, self._at.vault) for found in rows]

    def publish(self, row: RevisionRow, now: datetime) -> RevisionRow:
        """Make this the published one and retire the one before; also for going back to an old one."""
        self._at.run(_RETIRE, {"the_brand": row.brand_id, "the_script": row.script})
        self._at.run(_PUBLISH, {"the_brand": row.brand_id, "the_id": row.id, "published_at": now})
        self._at.topics.add(f"revision:{row.brand_id}")
        return replace(row, status="published", published_at=now)

    def _one(self, statement: Any, values: dict[str, Any]) -> RevisionRow | None:
        found = self._at.run(statement, values).first()
        return None if found is None else _ROW.read(found, self._at.vault)
