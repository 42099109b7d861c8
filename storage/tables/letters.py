"""Letters, and the print runs in which they are printed."""

from datetime import date, datetime

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import SQLModel

from storage.tables.columns import (
    bytes_column,
    key_column,
    number_column,
    reference,
    table_of,
    text_column,
    time_column,
)


class PrintRun(SQLModel, table=True):
    """What was printed together. Which letters are in it never changes."""

    __tablename__ = "print_run"
    __table_args__ = (UniqueConstraint("brand_id", "day", "nth", name="print_run_of_day"),)

    id: str = key_column()
    brand_id: str = reference("brand.id")
    day: date
    nth: int = number_column()
    sides: str = text_column()
    created_at: datetime = time_column()
    letters: int = number_column()
    pages: int = number_column()
    digest: bytes | None = bytes_column()


class Letter(SQLModel, table=True):
    """A record on its way by post; the letter itself is a `record_document` in the form named here."""

    __tablename__ = "letter"
    __table_args__ = (
        UniqueConstraint("record_id", "form", name="letter_form"),
        UniqueConstraint("brand_id", "cause", name="letter_cause"),
        Index("letter_state", "brand_id", "state", "created_at"),
        Index("letter_run", "run_id", "position"),
        Index("letter_person", "person_id"),
    )

    id: str = key_column()
    brand_id: str = reference("brand.id")
    person_id: str = reference("person.id")
    record_id: str = reference("record.id")
    number: str = text_column()
    form: str = text_column()
    cause: str = text_column()
    why: str = text_column()
    state: str = text_column()
    pages: int = number_column()
    created_at: datetime = time_column()
    run_id: str | None = reference("print_run.id")
    position: int | None = number_column()
    printed_at: datetime | None = time_column()
    posted_at: datetime | None = time_column()
    returned_at: datetime | None = time_column()
    note: str | None = text_column()
    addressee_enc: bytes = bytes_column()


print_run = table_of(PrintRun)
letter = table_of(Letter)
