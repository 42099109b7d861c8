"""Codes with which a chat is gone on with elsewhere."""

from dataclasses import replace

import pytest

from storage.database import Database
from storage.errors import Conflict
from storage.repositories.continuations import ContinuationRow
from storage.repositories.conversations import ConversationRow
from tests.storage.scene import MINUTE, NOW, Brand, add_brand


@pytest.fixture
def shown(database: Database, brand: Brand, conversation: ConversationRow) -> ContinuationRow:
    """A code that is valid for ten minutes."""
    row = ContinuationRow(brand.id, b"first", conversation.id, b"customer", NOW, NOW + 10 * MINUTE)
    with database.write() as work:
        work.continuations.add(row)
    return row


def test_a_code_is_used_once(database: Database, brand: Brand, shown: ContinuationRow) -> None:
    by = shown.conversation_id
    with database.write() as work:
        assert work.continuations.use(brand.id, b"first", by, NOW + MINUTE)
        assert not work.continuations.use(brand.id, b"first", by, NOW + MINUTE)
        assert not work.continuations.use(brand.id, b"other", by, NOW + MINUTE)
        used = replace(shown, used_at=NOW + MINUTE, used_by=by)
        assert work.continuations.get(brand.id, b"first") == used


def test_a_code_ends(database: Database, brand: Brand, shown: ContinuationRow) -> None:
    with database.write() as work:
        assert not work.continuations.use(brand.id, b"first", shown.conversation_id, shown.expires_at)


def test_only_the_newest_code_of_a_chat_works(
    database: Database, brand: Brand, shown: ContinuationRow
) -> None:
    with database.write() as work:
        work.continuations.add(replace(shown, code_hash=b"second", created_at=NOW + MINUTE))
        assert not work.continuations.use(brand.id, b"first", shown.conversation_id, NOW + 2 * MINUTE)
        assert work.continuations.use(brand.id, b"second", shown.conversation_id, NOW + 2 * MINUTE)


def test_another_brands_code_is_nobodys(database: Database, shown: ContinuationRow) -> None:
    other = add_brand(database, "another")
    with database.write() as work:
        assert work.continuations.get(other.id, b"first") is None
        assert not work.continuations.use(other.id, b"first", shown.conversation_id, NOW)


def test_no_code_is_given_out_twice(database: Database, shown: ContinuationRow) -> None:
    with pytest.raises(Conflict), database.write() as work:
        work.continuations.add(shown)
