"""Records as files: kept as they were first made."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Row, select, update

from dialogs.ids import BrandId, PersonId, RecordId
from storage.errors import Erased
from storage.repositories.rows import Repository, Shape
from storage.statements import given, upsert
from storage.tables import record_document


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A record in one form. ``content`` is None once it was erased; its SHA-256 stays."""

    record_id: RecordId
    form: str
    brand_id: BrandId
    person_id: PersonId
    digest: bytes
    sealed_by: str
    """Fingerprints of the certificates in its seal, the signer's first, parted by spaces."""
    created_at: datetime
    content: bytes | None


_DOCUMENT = Shape(record_document, DocumentRow, key=("record_id", "form"), sealed={"content": bytes})
_d = record_document.c
_DOCUMENTS = select(*_DOCUMENT.columns).where(
    _d.brand_id == given("brand_id"), _d.record_id == given("record_id")
)
_OF_RECORD = _DOCUMENTS.order_by(_d.form)
_IN_FORM = _DOCUMENTS.where(_d.form == given("form"))
_KEEP = upsert(record_document).on_conflict_do_nothing(index_elements=["record_id", "form"])
_MOVE = update(record_document).where(
    _d.brand_id == given("the_brand"), _d.record_id == given("the_record"), _d.form == given("the_form")
)


class Documents(Repository):
    """Files made of sealed records; added once, and never changed."""

    __slots__ = ()

    def keep(self, row: DocumentRow) -> DocumentRow:
        """Keep a file, unless the record has one in this form: then that one is returned, and stays."""
        self._at.run(_KEEP, [_DOCUMENT.values(row, self._at.vault)])
        kept = self.get(row.brand_id, row.record_id, row.form)
        assert kept is not None, "just kept"
        return kept

    def get(self, brand_id: BrandId, record_id: RecordId, form: str) -> DocumentRow | None:
        """The record in this form, or None."""
        values = {"brand_id": brand_id, "record_id": record_id, "form": form}
        found = self._at.run(_IN_FORM, values).first()
        return None if found is None else self._read(found)

    def of_record(self, brand_id: BrandId, record_id: RecordId) -> list[DocumentRow]:
        """The record in every form that it was made in."""
        values = {"brand_id": brand_id, "record_id": record_id}
        return [self._read(found) for found in self._at.run(_OF_RECORD, values).all()]

    def set_apart(self, brand_id: BrandId, record_id: RecordId, person_id: PersonId) -> None:
        """Seal a record's files anew under another person's key; every byte of them stays the same."""
        for row in self.of_record(brand_id, record_id):
            values = _DOCUMENT.values(replace(row, person_id=person_id), self._at.vault)
            keys = {"the_brand": brand_id, "the_record": record_id, "the_form": row.form}
            moved = {name: values[name] for name in ("person_id", "content_enc")}
            self._at.run(_MOVE, {**keys, **moved})

    def _read(self, found: Row[*tuple[Any, ...]]) -> DocumentRow:
        try:
            return _DOCUMENT.read(found, self._at.vault)
        except Erased:
            values = [*list(found)[:-1], None]
            return DocumentRow(*values)
