"""What the database keeps of a record."""

from bot.records.sealing import verify
from bot.records.stored import read_stored, sealed_and_stored
from tests.bot.records.examples import ADA, PUBLIC_KEY, SIGNING_KEY, contents


def test_a_stored_record_gives_the_same_receipt_for_good() -> None:
    sealed, body = sealed_and_stored(contents(), SIGNING_KEY)

    back = read_stored(body, sealed.digest, sealed.signature, sealed.key_id)

    assert back.receipt == sealed.receipt
    assert back.number == "BL-7KQ2M9XA"
    assert back.personal["fields"] == ADA


def test_a_body_changed_in_the_database_is_found() -> None:
    sealed, body = sealed_and_stored(contents(), SIGNING_KEY)

    back = read_stored(body.replace(b"12.34", b"12.35"), sealed.digest, sealed.signature, sealed.key_id)

    assert verify(back.receipt, PUBLIC_KEY).problem == "the record was changed after it was sealed"
