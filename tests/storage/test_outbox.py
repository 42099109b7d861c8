"""The outbox: once a key, in order per lane, the longest due first."""

from dataclasses import replace

import pytest

from dialogs.ids import EffectId
from storage.database import Database
from storage.repositories.contacts import AddressRow
from storage.repositories.effects import EffectRow, NewEffect
from tests.storage.effects import LEASE, Add, claim, finish, keys
from tests.storage.scene import MINUTE, NOW, SECOND, Brand, add_brand


def test_an_effect_is_claimed_as_it_was_added(database: Database, brand: Brand, add: Add) -> None:
    effect_id = add("greet", lane="a")

    (claimed,) = claim(database)

    assert not claimed.interrupted
    assert claimed.effect == EffectRow(
        seq=1, id=effect_id, brand_id=brand.id, person_id=None, key="greet", kind="send", lane="a",
        state="leased", due_at=NOW, attempts=1, fence=1, lease_owner="worker", lease_until=NOW + LEASE,
        depends_on=None, case_id=None, conversation_id=None, epoch=None, provider_ref=None, error=None,
        created_at=NOW, done_at=None, payload=b"payload of greet", result=None, tried_since=NOW,
    )  # fmt: skip


def test_an_effect_is_claimed_once(database: Database, second: Database, add: Add) -> None:
    add("greet")

    assert keys(claim(database)) == ["greet"]
    assert claim(second) == []


def test_a_key_is_used_once(database: Database, brand: Brand, add: Add) -> None:
    first = add("greet")
    again = add("greet", payload=b"other")
    other = add_brand(database, "other")
    with database.write() as work:
        work.outbox.add([NewEffect(other.id, "greet", "send", b"", NOW)], NOW)
        assert work.outbox.get(brand.id, again) is None
        found = work.outbox.by_key(brand.id, "greet")

    assert found is not None
    assert (found.id, found.payload) == (first, b"payload of greet")
    assert len(claim(database)) == 2


def test_a_duplicate_in_front_does_not_block_its_lane(database: Database, brand: Brand, add: Add) -> None:
    add("one", lane="a")
    finish(database, claim(database))

    with database.write() as work:
        work.outbox.add([NewEffect(brand.id, key, "send", b"", NOW, lane="a") for key in ("one", "two")], NOW)

    assert keys(claim(database)) == ["two"]


def test_a_lane_goes_one_by_one_in_order(database: Database, brand: Brand, add: Add) -> None:
    with database.write() as work:
        work.outbox.add([NewEffect(brand.id, f"a{n}", "send", b"", NOW, lane="a") for n in range(3)], NOW)
    add("a3", lane="a")
    add("b0", lane="b")

    done = []
    while claimed := claim(database):
        done.append(keys(claimed))
        finish(database, claimed)

    assert done == [["a0", "b0"], ["a1"], ["a2"], ["a3"]]


def test_the_longest_due_come_first(database: Database, add: Add) -> None:
    add("late", due_at=NOW - SECOND)
    add("early", due_at=NOW - MINUTE)
    add("future", due_at=NOW + MINUTE)

    assert keys(claim(database, limit=1)) == ["early"]
    assert keys(claim(database)) == ["late"]
    assert claim(database) == []
    assert keys(claim(database, NOW + MINUTE)) == ["early", "late", "future"]


def test_an_effect_of_later_holds_its_lane(database: Database, add: Add) -> None:
    add("first", lane="a", due_at=NOW + MINUTE)
    add("second", lane="a")

    assert claim(database) == []


def test_only_certain_kinds_are_claimed_when_asked(database: Database, add: Add) -> None:
    add("one", kind="send", due_at=NOW - MINUTE)
    add("two", kind="cancel")
    add("three", kind="refund")

    assert keys(claim(database, kinds=["cancel", "refund"])) == ["two", "three"]
    assert claim(database, kinds=["cancel"]) == []
    late = claim(database, NOW + LEASE, kinds=["cancel"])
    assert [(each.effect.key, each.interrupted) for each in late] == [("two", True)]


def test_one_effect_can_be_claimed_by_its_id(database: Database, add: Add) -> None:
    first, second_id = add("first", lane="a"), add("second", lane="a")
    later = add("later", due_at=NOW + MINUTE)

    with database.write() as work:
        assert work.outbox.claim_by_id(second_id, NOW, "web", LEASE) is None
        assert work.outbox.claim_by_id(later, NOW, "web", LEASE) is None
        claimed = work.outbox.claim_by_id(first, NOW, "web", LEASE)
        assert work.outbox.claim_by_id(first, NOW, "web", LEASE) is None

    assert claimed is not None
    assert claimed.effect.key == "first"


def test_an_effect_can_be_added_as_claimed(database: Database, brand: Brand) -> None:
    new = NewEffect(brand.id, "look up", "look_up", b"whom", NOW)
    with database.write() as work:
        held = work.outbox.add_leased(new, NOW, "web", LEASE)
        assert work.outbox.add_leased(new, NOW, "web", LEASE) is None

    assert claim(database) == []
    assert held is not None
    with database.write() as work:
        assert work.outbox.complete(held, NOW, b"found")
        found = work.outbox.get(brand.id, held.id)
    assert found is not None
    assert (found.state, found.result, found.payload) == ("done", b"found", b"whom")


@pytest.mark.parametrize("changes", [{"lane": "a"}, {"depends_on": EffectId("x")}])
def test_what_must_wait_cannot_be_added_as_claimed(
    database: Database, brand: Brand, changes: dict[str, str]
) -> None:
    new = replace(NewEffect(brand.id, "x", "look_up", b"", NOW), **changes)  # type: ignore[arg-type]

    with database.write() as work, pytest.raises(ValueError, match="lane of its own"):
        work.outbox.add_leased(new, NOW, "web", LEASE)


def test_a_status_report_finds_its_effect(
    database: Database, brand: Brand, add: Add, address: AddressRow
) -> None:
    other = add_brand(database, "other")
    effect_id = add("greet", person_id=address.person_id)
    (claimed,) = claim(database)
    with database.write() as work:
        work.outbox.complete(claimed.effect, NOW + SECOND, b'{"segments": 2}', provider_ref="SM1")

    with database.read() as work:
        found = work.outbox.by_provider_ref(brand.id, "SM1")
        assert work.outbox.by_provider_ref(other.id, "SM1") is None
        assert work.outbox.get(other.id, effect_id) is None
    assert found is not None
    assert (found.id, found.result, found.done_at) == (effect_id, b'{"segments": 2}', NOW + SECOND)


def test_a_cases_effects_are_listed_in_order(
    database: Database, brand: Brand, add: Add, address: AddressRow
) -> None:
    with database.write() as work:
        case = work.cases.create(
            brand.id, contact_id=address.contact_id, person_id=address.person_id, declared_at=NOW,
            status="declared", data=b"", now=NOW,
        )  # fmt: skip
    ids = [add(key, case_id=case.id) for key in ("one", "two")]

    with database.read() as work:
        assert [each.id for each in work.outbox.of_case(brand.id, case.id)] == ids


def test_how_far_behind_the_worker_is(database: Database, add: Add) -> None:
    with database.read() as work:
        assert work.outbox.oldest_due() is None
    add("one", due_at=NOW - MINUTE)
    add("two")

    with database.read() as work:
        assert work.outbox.oldest_due() == NOW - MINUTE


def test_nothing_added_is_nothing_done(database: Database) -> None:
    with database.write() as work:
        assert work.outbox.add([], NOW) == []
