"""The outbox: order per lane, leases with fences, dependencies, giving up, and what is unwanted."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from dialogs.ids import EffectId
from storage.database import Database
from storage.repositories.contacts import AddressRow
from storage.repositories.conversations import ConversationRow
from storage.repositories.effects import Claimed, EffectRow, NewEffect
from storage.repositories.outbox import Outbox
from tests.storage.conftest import MINUTE, NOW, SECOND, Brand, add_brand

LEASE = timedelta(seconds=30)


@pytest.fixture
def add(database: Database, brand: Brand) -> Callable[..., EffectId]:
    """Adds an effect of Acme, by default one that is due in a lane of its own."""

    def add_one(key: str, **changes: object) -> EffectId:
        new = NewEffect(brand.id, key, "send", f"payload of {key}".encode(), NOW)
        with database.write() as work:
            return work.outbox.add([replace(new, **changes)], NOW)[0]  # type: ignore[arg-type]

    return add_one


Add = Callable[..., EffectId]


def test_an_effect_is_claimed_as_it_was_added(database: Database, brand: Brand, add: Add) -> None:
    effect_id = add("greet", lane="a")

    (claimed,) = claim(database)

    assert not claimed.interrupted
    assert claimed.effect == EffectRow(
        seq=1, id=effect_id, brand_id=brand.id, person_id=None, key="greet", kind="send", lane="a",
        state="leased", due_at=NOW, attempts=1, fence=1, lease_owner="worker", lease_until=NOW + LEASE,
        depends_on=None, case_id=None, conversation_id=None, epoch=None, provider_ref=None, error=None,
        created_at=NOW, done_at=None, payload=b"payload of greet", result=None,
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


def test_an_effect_that_was_added_as_claimed_is_taken_over_after_a_crash(
    database: Database, brand: Brand
) -> None:
    with database.write() as work:
        work.outbox.add_leased(NewEffect(brand.id, "x", "look_up", b"", NOW), NOW, "web", LEASE)

    (claimed,) = claim(database, NOW + LEASE)

    assert (claimed.interrupted, claimed.effect.fence, claimed.effect.attempts) == (True, 2, 2)


@pytest.mark.parametrize("changes", [{"lane": "a"}, {"depends_on": EffectId("x")}])
def test_what_must_wait_cannot_be_added_as_claimed(
    database: Database, brand: Brand, changes: dict[str, str]
) -> None:
    new = replace(NewEffect(brand.id, "x", "look_up", b"", NOW), **changes)  # type: ignore[arg-type]

    with database.write() as work, pytest.raises(ValueError, match="lane of its own"):
        work.outbox.add_leased(new, NOW, "web", LEASE)


FINISHING: list[Callable[[Outbox, EffectRow], bool]] = [
    lambda outbox, held: outbox.complete(held, NOW, b"ok", "SM1"),
    lambda outbox, held: outbox.retry(held, NOW, "broke"),
    lambda outbox, held: outbox.park(held, NOW, "broke"),
    lambda outbox, held: outbox.unknown(held, NOW, "broke"),
    lambda outbox, held: outbox.drop(held, NOW, "not wanted"),
    lambda outbox, held: outbox.extend(held, NOW + MINUTE),
]


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


def test_what_depends_on_another_waits_until_that_is_done(database: Database, add: Add) -> None:
    cancel = add("cancel", lane="case")
    add("refund", lane="case", depends_on=cancel)
    add("tell", lane="chat", depends_on=cancel)
    (claimed,) = claim(database)
    assert claimed.effect.key == "cancel"
    with database.write() as work:
        work.outbox.retry(claimed.effect, NOW, "again")
    (claimed,) = claim(database)
    assert claimed.effect.key == "cancel"

    finish(database, [claimed])

    assert sorted(keys(claim(database))) == ["refund", "tell"]


def test_what_waits_does_not_hold_up_its_lane(database: Database, add: Add) -> None:
    """A back-office outage blocks no reply."""
    cancel = add("cancel", lane="case")
    add("tell them it is done", lane="chat", depends_on=cancel)
    add("answer", lane="chat")
    add("answer again", lane="chat")
    claimed = claim(database)
    assert keys(claimed) == ["cancel", "answer"]

    finish(database, claimed[:1])
    assert claim(database) == []
    finish(database, claimed[1:])

    assert keys(claim(database)) == ["tell them it is done"]


def test_several_that_wait_for_the_same_go_in_order(database: Database, add: Add) -> None:
    cancel = add("cancel")
    for n in range(3):
        add(f"tell {n}", lane="chat", depends_on=cancel)
    finish(database, claim(database))

    done = []
    while claimed := claim(database):
        done += keys(claimed)
        finish(database, claimed)

    assert done == ["tell 0", "tell 1", "tell 2"]


def test_a_dependency_may_be_added_together_with_what_waits_for_it(database: Database, brand: Brand) -> None:
    first = NewEffect(brand.id, "first", "cancel", b"", NOW, id=EffectId("e1"))
    then = NewEffect(brand.id, "then", "send", b"", NOW, depends_on=EffectId("e1"))
    with database.write() as work:
        work.outbox.add([first, then], NOW)

    assert keys(claim(database)) == ["first"]


def test_what_depends_on_something_done_does_not_wait(database: Database, add: Add) -> None:
    cancel = add("cancel")
    finish(database, claim(database))
    add("tell", depends_on=cancel)

    assert keys(claim(database)) == ["tell"]


def test_what_depends_on_something_parked_waits_until_it_is_settled_by_hand(
    database: Database, brand: Brand, add: Add
) -> None:
    cancel = add("cancel")
    add("tell", depends_on=cancel)
    (claimed,) = claim(database)
    with database.write() as work:
        work.outbox.park(claimed.effect, NOW, "refused")
    assert claim(database) == []

    with database.write() as work:
        assert work.outbox.resolve(brand.id, cancel, NOW, done=True)
        assert not work.outbox.resolve(brand.id, cancel, NOW, done=True)

    assert keys(claim(database)) == ["tell"]


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


def test_a_reply_of_before_the_takeover_is_dropped(
    database: Database, add: Add, brand: Brand, conversation: ConversationRow
) -> None:
    here = {"lane": "chat", "conversation_id": conversation.id}
    add("reply", epoch=0, **here)
    add("receipt", **here)
    with database.write() as work:
        work.conversations.save(replace(conversation, epoch=1, status="agent"), 1, NOW)
    add("reply of after", epoch=1, **here)

    assert claim(database) == []  # the reply, dropped; the receipt moves up
    claimed = claim(database)
    assert keys(claimed) == ["receipt"]
    finish(database, claimed)
    assert keys(claim(database)) == ["reply of after"]
    with database.read() as work:
        dropped = work.outbox.by_key(brand.id, "reply")
    assert dropped is not None
    assert (dropped.state, dropped.error) == ("dropped", "taken over")


def test_replies_of_before_the_takeover_can_be_dropped_in_its_transaction(
    database: Database, add: Add, conversation: ConversationRow
) -> None:
    here = {"lane": "chat", "conversation_id": conversation.id}
    being_sent = add("being sent", epoch=0, conversation_id=conversation.id)
    (claimed,) = claim(database)
    queued = [add(f"reply {n}", epoch=0, **here) for n in range(2)]
    add("receipt", **here)
    with database.write() as work:
        dropped = work.outbox.drop_stale(conversation.id, 1, NOW)

    assert claimed.effect.id == being_sent
    assert sorted(dropped) == sorted(queued)
    assert keys(claim(database)) == ["receipt"]


def test_what_is_for_an_erased_person_is_dropped(
    database: Database, brand: Brand, add: Add, address: AddressRow
) -> None:
    add("first", lane="a", person_id=address.person_id)
    add("second", lane="a")
    with database.write() as work:
        work.contacts.erase(brand.id, address.person_id, NOW)

    assert claim(database) == []
    assert keys(claim(database)) == ["second"]


def test_what_is_for_a_person_can_be_dropped_before_the_erasure(
    database: Database, add: Add, address: AddressRow
) -> None:
    first = add("first", lane="a", person_id=address.person_id)
    add("second", lane="a")
    with database.write() as work:
        assert work.outbox.drop_of_person(address.person_id, NOW) == [first]

    assert keys(claim(database)) == ["second"]


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


def claim(
    database: Database, now: datetime = NOW, limit: int = 10, kinds: list[str] | None = None
) -> list[Claimed]:
    with database.write() as work:
        return work.outbox.claim(now, "worker", LEASE, limit, kinds)


def finish(database: Database, claimed: list[Claimed]) -> None:
    with database.write() as work:
        for each in claimed:
            assert work.outbox.complete(each.effect, NOW)


def keys(claimed: list[Claimed]) -> list[str]:
    return [each.effect.key for each in claimed]
