"""Conversations and their transcripts."""

import threading
from dataclasses import replace
from typing import get_args

import pytest

from dialogs.ids import BrandId, ConversationId, EffectId, RevisionId
from storage.database import Database
from storage.errors import Conflict
from storage.repositories.contacts import AddressRow
from storage.repositories.conversations import ConversationRow, Status
from storage.repositories.messages import Delivery, MessageRow, NewMessage
from tests.storage.scene import MINUTE, NOW, SECOND, Brand, add_brand


def test_a_conversation_is_read_as_it_was_created(
    database: Database, brand: Brand, address: AddressRow, conversation: ConversationRow
) -> None:
    assert (conversation.version, conversation.epoch, conversation.last_number) == (1, 0, 0)
    with database.read() as work:
        assert work.conversations.get(brand.id, conversation.id) == conversation
        assert work.conversations.open_of(brand.id, address.id) == conversation
        assert work.conversations.latest_of(brand.id, address.id) == conversation


def test_saving_moves_the_version(database: Database, brand: Brand, conversation: ConversationRow) -> None:
    changed = replace(conversation, state=b"further", status="waiting", waiting_since=NOW, epoch=1)
    with database.write() as work:
        saved = work.conversations.save(changed, expected_version=1, now=NOW + MINUTE)

    assert saved == replace(changed, version=2, updated_at=NOW + MINUTE)
    with database.read() as work:
        assert work.conversations.get(brand.id, conversation.id) == saved


def test_who_read_an_old_version_cannot_save(
    database: Database, second: Database, brand: Brand, conversation: ConversationRow
) -> None:
    with database.write() as work:
        work.conversations.save(replace(conversation, state=b"first"), 1, NOW)

    with pytest.raises(Conflict), second.write() as work:
        work.conversations.save(replace(conversation, state=b"second"), 1, NOW)

    with database.read() as work:
        found = work.conversations.get(brand.id, conversation.id)
    assert found is not None
    assert found.state == b"first"


def test_of_many_who_save_at_once_one_wins(
    database: Database, second: Database, brand: Brand, conversation: ConversationRow
) -> None:
    outcomes: list[str] = []
    start = threading.Barrier(8)

    def claim(each: Database, name: str) -> None:
        start.wait()
        try:
            with each.write() as work:
                work.conversations.save(replace(conversation, handoff_reason=name), 1, NOW)
            outcomes.append(name)
        except Conflict:
            outcomes.append("lost")

    threads = [
        threading.Thread(target=claim, args=(each, f"{index}{number}"))
        for number in range(4)
        for index, each in enumerate((database, second))
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert outcomes.count("lost") == 7
    with database.read() as work:
        found = work.conversations.get(brand.id, conversation.id)
    assert found is not None
    assert found.handoff_reason in outcomes


def test_an_address_has_one_open_conversation(
    database: Database, brand: Brand, address: AddressRow, conversation: ConversationRow
) -> None:
    with pytest.raises(Conflict), database.write() as work:
        work.conversations.create(address, revision_id=None, locale="de", state=b"", now=NOW)

    with database.write() as work:
        work.conversations.save(replace(conversation, status="closed"), 1, NOW)
        assert work.conversations.open_of(brand.id, address.id) is None
        later = work.conversations.create(address, revision_id=None, locale="de", state=b"", now=NOW + MINUTE)
        assert work.conversations.latest_of(brand.id, address.id) == later
        listed = work.conversations.of_contact(brand.id, address.contact_id)
        assert [each.id for each in listed] == [later.id, conversation.id]


def test_the_desk_sees_who_waits_longest_first(database: Database, brand: Brand) -> None:
    with database.write() as work:
        for number, minutes in ((1, 3), (2, 1), (3, 2)):
            address = work.contacts.meet(brand.id, brand.account.id, f"+49{number}", NOW)
            begun = work.conversations.create(address, revision_id=None, locale="de", state=b"", now=NOW)
            waiting = replace(begun, status="waiting", waiting_since=NOW + minutes * MINUTE)
            work.conversations.save(waiting, 1, NOW)

    with database.read() as work:
        queue = work.conversations.waiting(brand.id)
        assert [each.waiting_since for each in queue] == [NOW + n * MINUTE for n in (1, 2, 3)]
        assert len(work.conversations.waiting(brand.id, limit=2)) == 2
        assert work.conversations.count_by_status(brand.id) == {"waiting": 3}


def test_who_is_in_danger_waits_before_everybody_else(database: Database, brand: Brand) -> None:
    with database.write() as work:
        for minutes, reason in ((1, "asked"), (2, "danger"), (3, "death"), (4, "danger")):
            address = work.contacts.meet(brand.id, brand.account.id, f"+49{minutes}", NOW)
            begun = work.conversations.create(address, revision_id=None, locale="de", state=b"", now=NOW)
            since = NOW + minutes * MINUTE
            waiting = replace(begun, status="waiting", waiting_since=since, handoff_reason=reason)
            work.conversations.save(waiting, 1, NOW)

    with database.read() as work:
        queue = work.conversations.waiting(brand.id)
    assert [each.handoff_reason for each in queue] == ["danger", "danger", "asked", "death"]
    assert queue[0].waiting_since == NOW + 2 * MINUTE


def test_conversations_of_a_status_come_last_changed_first(
    database: Database, brand: Brand, conversation: ConversationRow
) -> None:
    with database.write() as work:
        agent = work.agents.add(
            brand.id, email="a@b.example", name="A", role="agent", password_hash="x", now=NOW
        )
        address = work.contacts.meet(brand.id, brand.account.id, "+491", NOW)
        other = work.conversations.create(address, revision_id=None, locale="de", state=b"", now=NOW)
        work.conversations.save(
            replace(conversation, status="agent", assignee_id=agent.id), 1, NOW + 2 * MINUTE
        )
        work.conversations.save(replace(other, status="agent"), 1, NOW + MINUTE)

    with database.read() as work:
        listed = work.conversations.recent(brand.id, "agent")
        mine = work.conversations.recent(brand.id, "agent", assignee_id=agent.id)
    assert [each.id for each in listed] == [conversation.id, other.id]
    assert [each.id for each in mine] == [conversation.id]


def test_what_changed_since_a_moment_is_listed_in_order(
    database: Database, conversation: ConversationRow
) -> None:
    with database.write() as work:
        work.conversations.save(conversation, 1, NOW + MINUTE)

    with database.read() as work:
        assert [each.id for each in work.conversations.changed_since(NOW + MINUTE)] == [conversation.id]
        assert work.conversations.changed_since(NOW + MINUTE + SECOND) == []
        assert work.conversations.versions_since(NOW + MINUTE) == {conversation.id: 2}
        assert work.conversations.versions_since(NOW + MINUTE + SECOND) == {}


def test_nothing_crosses_between_brands(
    database: Database, brand: Brand, address: AddressRow, conversation: ConversationRow
) -> None:
    other = add_brand(database, "other")
    with database.write() as work:
        work.messages.append(conversation, [new("hello")])

    with database.write() as work:
        assert work.conversations.get(other.id, conversation.id) is None
        assert work.conversations.open_of(other.id, address.id) is None
        assert work.conversations.recent(other.id, "bot") == []
        assert work.messages.since(other.id, conversation.id, 0) == []
        with pytest.raises(Conflict):
            work.conversations.save(replace(conversation, brand_id=other.id), 1, NOW)


def test_messages_are_numbered_from_the_last(
    database: Database, brand: Brand, conversation: ConversationRow
) -> None:
    with database.write() as work:
        grown, first = work.messages.append(conversation, [new("one"), new("two")])
        grown, rest = work.messages.append(grown, [new("three")])
        work.conversations.save(grown, 1, NOW)

    assert grown.last_number == 3
    with database.read() as work:
        assert work.messages.since(brand.id, conversation.id, 0) == [*first, *rest]
        assert work.messages.since(brand.id, conversation.id, 1, limit=1) == [first[1]]
        assert work.messages.since(brand.id, conversation.id, 3) == []
        assert work.messages.before(brand.id, conversation.id, 3, limit=1) == [first[1]]
        assert [each.body for each in work.messages.before(brand.id, conversation.id, 4)] == [
            b"one", b"two", b"three"
        ]  # fmt: skip


def test_two_who_append_at_the_same_place_do_not_both_succeed(
    database: Database, second: Database, conversation: ConversationRow
) -> None:
    with database.write() as work:
        work.messages.append(conversation, [new("first")])

    with pytest.raises(Conflict), second.write() as work:
        work.messages.append(conversation, [new("second")])


def test_appending_nothing_does_nothing(database: Database, conversation: ConversationRow) -> None:
    with database.write() as work:
        assert work.messages.append(conversation, []) == (conversation, [])


# Which delivery a message may have had before. What is not listed is refused: it would move backwards.
FORWARD = {
    ("queued", "unknown"), ("queued", "sent"), ("queued", "failed"), ("queued", "delivered"),
    ("queued", "dropped"), ("unknown", "sent"), ("unknown", "failed"), ("unknown", "delivered"),
    ("sent", "failed"), ("sent", "delivered"), ("failed", "delivered"),
}  # fmt: skip


@pytest.mark.parametrize("before", get_args(Delivery))
def test_a_delivery_only_moves_forward(
    database: Database, brand: Brand, conversation: ConversationRow, before: Delivery
) -> None:
    for number, after in enumerate(get_args(Delivery), start=1):
        effect = EffectId(f"effect-{number}")
        with database.write() as work:
            message = NewMessage("out", "bot", b"", NOW, effect_id=effect, delivery=before)
            conversation, _ = work.messages.append(conversation, [message])
            moved = work.messages.set_delivery(effect, after)

        expected = (conversation.id, number) if (before, after) in FORWARD else None
        assert moved == expected, (before, after)


def test_a_message_keeps_all_it_was_given(
    database: Database, brand: Brand, conversation: ConversationRow
) -> None:
    with database.write() as work:
        given = NewMessage("in", "customer", "grüß".encode(), NOW, event_key="SM1")
        work.messages.append(conversation, [given])

    with database.read() as work:
        assert work.messages.since(brand.id, conversation.id, 0) == [
            MessageRow(conversation.id, 1, "in", "customer", None, "SM1", None, None, NOW, "grüß".encode())
        ]


def test_an_unknown_conversation_has_no_messages(database: Database, brand: Brand) -> None:
    with database.read() as work:
        assert work.messages.since(brand.id, ConversationId("none"), 0) == []


def new(text: str) -> NewMessage:
    return NewMessage("in", "customer", text.encode(), NOW)


def test_whether_a_sender_ever_wrote(
    database: Database, brand: Brand, address: AddressRow, conversation: ConversationRow
) -> None:
    with database.write() as work:
        work.conversations.save(replace(conversation, status="closed"), 1, NOW)

    with database.read() as work:
        known, unknown = (work.contacts.sender_hash(brand.id, each) for each in (address.sender, "nobody"))
        assert work.conversations.is_there(brand.account.id, known)
        assert not work.conversations.is_there(brand.account.id, unknown)


def test_open_conversations_are_counted_by_revision(database: Database, brand: Brand) -> None:
    with database.write() as work:
        first, second = (
            work.revisions.add(
                brand.id, script="service", body="{}", digest=name, author="Kim", message=name, now=NOW
            ).id
            for name in ("first", "second")
        )
        followed: list[tuple[RevisionId | None, Status]] = [
            (first, "bot"),
            (first, "waiting"),
            (second, "agent"),
            (second, "closed"),
            (None, "bot"),
        ]
        for number, (revision, status) in enumerate(followed):
            someone = work.contacts.meet(brand.id, brand.account.id, f"+4916000{number}", NOW)
            work.conversations.create(
                someone, revision_id=revision, locale="de", state=b"", now=NOW, status=status
            )

    with database.read() as work:
        assert work.conversations.count_by_revision(brand.id) == {first: 2, second: 1}
        assert work.conversations.count_by_revision(BrandId("another")) == {}
