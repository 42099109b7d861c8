"""Leases with fences, trying again and giving up."""

from collections.abc import Callable

import pytest

from storage.database import Database
from storage.repositories.effects import EffectRow, NewEffect
from storage.repositories.outbox import Outbox
from tests.storage.effects import LEASE, Add, claim, finish, keys
from tests.storage.scene import MINUTE, NOW, Brand, add_brand

FINISHING: list[Callable[[Outbox, EffectRow], bool]] = [
    lambda outbox, held: outbox.complete(held, NOW, b"ok", "SM1"),
    lambda outbox, held: outbox.retry(held, NOW, "broke"),
    lambda outbox, held: outbox.park(held, NOW, "broke"),
    lambda outbox, held: outbox.unknown(held, NOW, "broke"),
    lambda outbox, held: outbox.drop(held, NOW, "not wanted"),
    lambda outbox, held: outbox.extend(held, NOW + MINUTE),
]


def test_an_effect_that_was_added_as_claimed_is_taken_over_after_a_crash(
    database: Database, brand: Brand
) -> None:
    with database.write() as work:
        work.outbox.add_leased(NewEffect(brand.id, "x", "look_up", b"", NOW), NOW, "web", LEASE)

    (claimed,) = claim(database, NOW + LEASE)

    assert (claimed.interrupted, claimed.effect.fence, claimed.effect.attempts) == (True, 2, 2)


@pytest.mark.parametrize("finish_as", FINISHING)
def test_who_slept_beyond_the_lease_changes_nothing(
    database: Database, second: Database, add: Add, finish_as: Callable[[Outbox, EffectRow], bool]
) -> None:
    add("greet", lane="a")
    add("next", lane="a")
    (slept,) = claim(database)
    (taken_over,) = claim(second, NOW + LEASE)

    with database.write() as work:
        assert not finish_as(work.outbox, slept.effect)
        found = work.outbox.get(slept.effect.brand_id, slept.effect.id)

    assert (slept.interrupted, taken_over.interrupted) == (False, True)
    assert taken_over.effect.fence == slept.effect.fence + 1
    assert found == taken_over.effect
    with second.write() as work:
        assert finish_as(work.outbox, taken_over.effect)


@pytest.mark.parametrize("finish_as", FINISHING[:-1])
def test_what_is_finished_cannot_be_finished_again(
    database: Database, add: Add, finish_as: Callable[[Outbox, EffectRow], bool]
) -> None:
    add("greet")
    (claimed,) = claim(database)

    with database.write() as work:
        assert finish_as(work.outbox, claimed.effect)
        assert not finish_as(work.outbox, claimed.effect)


def test_a_lease_can_be_kept_longer(database: Database, add: Add) -> None:
    add("greet")
    (claimed,) = claim(database)
    with database.write() as work:
        assert work.outbox.extend(claimed.effect, NOW + 2 * LEASE)

    assert claim(database, NOW + LEASE) == []
    assert len(claim(database, NOW + 2 * LEASE)) == 1


def test_a_failed_effect_is_tried_again_and_its_lane_waits(database: Database, add: Add) -> None:
    add("first", lane="a")
    add("second", lane="a")
    (claimed,) = claim(database)
    with database.write() as work:
        assert work.outbox.retry(claimed.effect, NOW + MINUTE, "timeout")

    assert claim(database) == []
    (again,) = claim(database, NOW + MINUTE)
    assert (again.effect.key, again.effect.attempts, again.effect.error) == ("first", 2, "timeout")
    assert not again.interrupted


@pytest.mark.parametrize("finish_as", FINISHING[2:5])
def test_what_is_given_up_leaves_its_lane(
    database: Database, add: Add, finish_as: Callable[[Outbox, EffectRow], bool]
) -> None:
    add("first", lane="a")
    add("second", lane="a")
    (claimed,) = claim(database)
    with database.write() as work:
        finish_as(work.outbox, claimed.effect)

    assert keys(claim(database)) == ["second"]


def test_what_is_given_up_is_seen_by_its_brand(database: Database, brand: Brand, add: Add) -> None:
    other = add_brand(database, "other")
    add("one")
    add("two")
    one, two = claim(database)
    with database.write() as work:
        work.outbox.park(one.effect, NOW, "refused")
        work.outbox.unknown(two.effect, NOW, "interrupted")

    with database.read() as work:
        given_up = work.outbox.given_up(brand.id)
        assert work.outbox.given_up(other.id) == []
    assert [(each.key, each.state, each.error) for each in given_up] == [
        ("one", "parked", "refused"),
        ("two", "unknown", "interrupted"),
    ]


def test_what_is_given_up_can_be_done_again_in_its_lane(database: Database, brand: Brand, add: Add) -> None:
    other = add_brand(database, "other")
    parked = add("one", lane="a")
    add("two", lane="a")
    (claimed,) = claim(database)
    with database.write() as work:
        work.outbox.park(claimed.effect, NOW, "refused")
        assert not work.outbox.requeue(other.id, parked, NOW)
        assert work.outbox.requeue(brand.id, parked, NOW)
        assert not work.outbox.requeue(brand.id, parked, NOW)

    # Its turn was given to the next one meanwhile.
    claimed_then = claim(database)
    assert keys(claimed_then) == ["two"]
    finish(database, claimed_then)
    (again,) = claim(database)
    assert (again.effect.key, again.effect.attempts) == ("one", 1)


def test_an_unwanted_one_can_be_dropped_by_hand(database: Database, brand: Brand, add: Add) -> None:
    add("one")
    (claimed,) = claim(database)
    with database.write() as work:
        work.outbox.unknown(claimed.effect, NOW, "interrupted")
        assert work.outbox.resolve(brand.id, claimed.effect.id, NOW, done=False)
        found = work.outbox.get(brand.id, claimed.effect.id)
        assert work.outbox.given_up(brand.id) == []

    assert found is not None
    assert found.state == "dropped"


@pytest.mark.parametrize("finish_as", FINISHING)
def test_what_came_in_meanwhile_settles_it_also_from_under_whoever_does_it(
    database: Database, brand: Brand, add: Add, finish_as: Callable[[Outbox, EffectRow], bool]
) -> None:
    add("greet")
    (held,) = claim(database)

    with database.write() as work:
        assert work.outbox.settle_by_key(brand.id, "greet", "parked", NOW, "heard otherwise")
        assert not work.outbox.settle_by_key(brand.id, "greet", "done", NOW), "it is settled once"
        assert not finish_as(work.outbox, held.effect)
        found = work.outbox.by_key(brand.id, "greet")

    assert found is not None
    assert (found.state, found.error) == ("parked", "heard otherwise")


def test_what_is_not_there_cannot_be_settled(database: Database, brand: Brand) -> None:
    with database.write() as work:
        assert not work.outbox.settle_by_key(brand.id, "nothing", "done", NOW)
