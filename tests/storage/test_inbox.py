"""The inbox: once each, in order per lane, and nobody's trouble delays another lane."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from storage.database import Database
from storage.repositories.inbox import Duplicate, InboxRow
from storage.tables import inbox
from tests.storage.scene import MINUTE, NOW, SECOND, Brand, add_brand

HOLD = timedelta(seconds=30)


def test_a_delivery_is_read_as_it_was_stored(database: Database, brand: Brand) -> None:
    row = store(database, brand, "SM1")

    with database.read() as work:
        assert work.inbox.get(row.id) == row
        assert work.inbox.pending_of_lane("lane") == [row]
    assert (row.payload, row.state, row.attempts) == (b"payload of SM1", "pending", 0)


def test_a_delivery_that_comes_again_is_a_duplicate(
    database: Database, second: Database, brand: Brand
) -> None:
    row = store(database, brand, "SM1")

    with second.write() as work:
        again = work.inbox.store(
            brand.id, brand.account.id, provider_key="SM1", lane="other", payload=b"", now=NOW + MINUTE
        )

    assert again == Duplicate(row)
    other = add_brand(database, "other")
    assert store(database, other, "SM1").id != row.id


def test_a_processed_delivery_is_still_recognised(database: Database, brand: Brand) -> None:
    row = store(database, brand, "SM1")
    with database.write() as work:
        assert work.inbox.done(row.id, NOW)
        assert not work.inbox.done(row.id, NOW)
        again = work.inbox.store(
            brand.id, brand.account.id, provider_key="SM1", lane="lane", payload=b"", now=NOW
        )
        assert work.inbox.pending_of_lane("lane") == []

    assert isinstance(again, Duplicate)
    assert (again.original.id, again.original.state) == (row.id, "done")


def test_a_processed_delivery_keeps_no_content(database: Database, brand: Brand) -> None:
    row = store(database, brand, "SM1")
    with database.write() as work:
        work.inbox.done(row.id, NOW)

    with database.administer() as connection:
        assert connection.execute(select(inbox.c.payload_enc)).scalar() is None


def test_a_lane_is_processed_in_the_order_of_arrival(database: Database, brand: Brand) -> None:
    rows = [store(database, brand, f"SM{number}") for number in (3, 1, 2)]
    store(database, brand, "SM4", lane="other")

    with database.read() as work:
        assert work.inbox.pending_of_lane("lane") == rows
        assert work.inbox.pending_of_lane("lane", limit=1) == rows[:1]


def test_a_lane_is_claimed_by_one_and_comes_back_if_they_do_not(
    database: Database, second: Database, brand: Brand
) -> None:
    store(database, brand, "SM1")

    assert claim(database) == ["lane"]
    assert claim(second) == []
    assert claim(second, NOW + HOLD - SECOND) == []
    assert claim(second, NOW + HOLD) == ["lane"]


def test_who_stored_a_delivery_has_time_to_process_it(database: Database, brand: Brand) -> None:
    with database.write() as work:
        work.inbox.store(
            brand.id, brand.account.id, provider_key="1", lane="a", payload=b"", now=NOW, hold=2 * SECOND
        )

    assert claim(database, NOW + SECOND) == []
    assert claim(database, NOW + 2 * SECOND) == ["a"]


def test_lanes_come_longest_waiting_first(database: Database, brand: Brand) -> None:
    store(database, brand, "1", lane="late", minutes=2)
    store(database, brand, "2", lane="early", minutes=1)
    store(database, brand, "3", lane="early", minutes=3)

    assert claim(database, NOW + 5 * MINUTE) == ["early", "late"]


def test_a_failed_delivery_delays_its_lane_and_no_other(database: Database, brand: Brand) -> None:
    poison = store(database, brand, "1", lane="poisoned")
    store(database, brand, "2", lane="poisoned")
    store(database, brand, "3", lane="healthy", minutes=1)
    with database.write() as work:
        assert work.inbox.failed(poison.id, "it broke", NOW + 10 * MINUTE)

    assert claim(database, NOW + MINUTE) == ["healthy"]
    assert claim(database, NOW + 10 * MINUTE) == ["healthy", "poisoned"]
    with database.read() as work:
        first, *_ = work.inbox.pending_of_lane("poisoned")
    assert (first.id, first.attempts, first.error) == (poison.id, 1, "it broke")


def test_a_parked_delivery_leaves_its_lane_and_is_seen(database: Database, brand: Brand) -> None:
    poison, next_one = store(database, brand, "1"), store(database, brand, "2")
    other = add_brand(database, "other")
    with database.write() as work:
        assert work.inbox.park(poison.id, "hopeless", NOW)
        assert not work.inbox.park(poison.id, "hopeless", NOW)

    with database.read() as work:
        assert work.inbox.pending_of_lane("lane") == [next_one]
        assert [(row.id, row.error) for row in work.inbox.parked(brand.id)] == [(poison.id, "hopeless")]
        assert work.inbox.parked(other.id) == []


def test_a_parked_delivery_can_be_tried_again(database: Database, brand: Brand) -> None:
    row = store(database, brand, "1")
    other = add_brand(database, "other")
    with database.write() as work:
        work.inbox.park(row.id, "hopeless", NOW)
        assert not work.inbox.requeue(other.id, row.id, NOW)
        assert work.inbox.requeue(brand.id, row.id, NOW)
        assert not work.inbox.requeue(brand.id, row.id, NOW)

    with database.read() as work:
        (again,) = work.inbox.pending_of_lane("lane")
    assert again.payload == row.payload


def test_how_far_behind_the_worker_is(database: Database, brand: Brand) -> None:
    with database.read() as work:
        assert work.inbox.oldest_pending() is None
    store(database, brand, "1", minutes=1)
    store(database, brand, "2", minutes=2)

    with database.read() as work:
        assert work.inbox.oldest_pending() == NOW + MINUTE


@pytest.mark.parametrize("size", [0, 1, 100_000])
def test_payloads_of_any_size(database: Database, brand: Brand, size: int) -> None:
    with database.write() as work:
        row = work.inbox.store(
            brand.id, brand.account.id, provider_key="1", lane="a", payload=b"\x00" * size, now=NOW
        )
        assert isinstance(row, InboxRow)

    with database.read() as work:
        assert work.inbox.get(row.id) == row


def store(database: Database, brand: Brand, key: str, lane: str = "lane", minutes: int = 0) -> InboxRow:
    with database.write() as work:
        row = work.inbox.store(
            brand.id,
            brand.account.id,
            provider_key=key,
            lane=lane,
            payload=f"payload of {key}".encode(),
            now=NOW + minutes * MINUTE,
        )
    assert isinstance(row, InboxRow)
    return row


def claim(database: Database, now: datetime = NOW) -> list[str]:
    with database.write() as work:
        return work.inbox.claim_lanes(now, HOLD)
