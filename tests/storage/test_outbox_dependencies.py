"""What waits for something else, and what is not wanted any more."""

from dataclasses import replace

from dialogs.ids import EffectId
from storage.database import Database
from storage.repositories.contacts import AddressRow
from storage.repositories.conversations import ConversationRow
from storage.repositories.effects import NewEffect
from tests.storage.effects import Add, claim, finish, keys
from tests.storage.scene import NOW, Brand


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
