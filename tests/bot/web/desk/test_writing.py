"""What agents write: to the customer on the customer's channel, or to colleagues alone."""

import uuid

from bot import handoff
from bot.chats import answer_since, public_message
from tests.bot.web.desk.world import Customer, Desk, World, error_of, told


def test_a_reply_arrives_on_the_customers_channel(world: World, kim: Desk) -> None:
    customer = world.waiting("sms")
    kim.act(customer, "claim")
    world.deliver()

    answer = kim.write(customer, "Hello, I look at your invoice.")
    world.deliver()

    last = customer.transcript[-1]
    assert told(answer)["number"] == last.number
    assert (last.author, last.body.name, last.delivery) == ("agent", "Kim", "sent")
    assert (world.sender.sent[-1].to, world.sender.sent[-1].text) == (
        customer.sender,
        "Hello, I look at your invoice.",
    )


def test_on_the_web_the_transcript_is_the_delivery(kim: Desk, customer: Customer) -> None:
    kim.act(customer, "claim")

    kim.write(customer, "Hello")

    assert (customer.hears[-1], customer.transcript[-1].delivery) == ("Hello", None)


def test_a_repeated_request_writes_once(kim: Desk, customer: Customer) -> None:
    kim.act(customer, "claim")
    key = str(uuid.uuid4())

    first, second = kim.write(customer, "Hello", key), kim.write(customer, "Hello", key)

    assert first.json == second.json
    assert customer.hears.count("Hello") == 1
    kim.write(customer, "Hello")
    assert customer.hears.count("Hello") == 2


def test_a_long_text_is_sent_whole_in_several_messages(world: World, kim: Desk) -> None:
    customer = world.waiting("sms")
    kim.act(customer, "claim")
    text = " ".join(f"word{number}" for number in range(240))
    assert 1600 < len(text) <= handoff.LONGEST_TEXT

    kim.write(customer, text)
    world.deliver()

    parts = [message.text for message in world.sender.sent if message.text.startswith("word")]
    assert len(parts) == 2
    assert " ".join(parts) == text


def test_too_long_a_text_is_refused(kim: Desk, customer: Customer) -> None:
    kim.act(customer, "claim")

    answer = kim.write(customer, "x" * 2001)

    assert answer.status_code == 422
    assert told(answer)["error"]["message"] == "This is 2001 characters long; 2000 is the most."


def test_nobody_writes_in_a_chat_they_do_not_hold(
    world: World, kim: Desk, robin: Desk, customer: Customer
) -> None:
    before = kim.write(customer, "Hello")
    robin.act(customer, "claim")
    other = kim.write(customer, "Hello")

    assert error_of(before) == (409, "not_held")
    assert (other.status_code, told(other)["error"]["message"]) == (409, "Robin has this chat.")
    assert "Hello" not in customer.hears


def test_an_admin_may_write_in_everybodys_chat(kim: Desk, sam: Desk, customer: Customer) -> None:
    kim.act(customer, "claim")

    assert sam.write(customer, "Sam here").status_code == 200

    assert (customer.transcript[-1].body.name, customer.hears[-1]) == ("Sam", "Sam here")


def test_a_note_is_never_sent(world: World, kim: Desk, robin: Desk) -> None:
    customer = world.waiting("sms")
    kim.act(customer, "claim")
    world.deliver()
    sent = len(world.sender.sent)

    assert robin.note(customer, "Calls every month").status_code == 200
    world.deliver()

    last = customer.transcript[-1]
    assert (last.direction, last.body.text, last.body.name) == ("note", "Calls every month", "Robin")
    assert len(world.sender.sent) == sent
    assert "Calls every month" not in customer.hears


def test_the_customers_side_never_reads_notes_or_who_did_what(
    world: World, kim: Desk, customer: Customer
) -> None:
    kim.act(customer, "claim")
    kim.note(customer, "Calls every month")

    with world.database.read() as uow:
        answer = answer_since(uow, world.house.id, customer.id, 0)

    assert {each.direction for each in answer.messages} == {"in", "out"}
    assert "Calls every month" not in str([public_message(each) for each in answer.messages])


def test_a_reply_that_the_provider_refuses_is_seen_on_the_desk(world: World, kim: Desk) -> None:
    customer = world.waiting("sms")
    kim.act(customer, "claim")
    world.deliver()
    world.sender.refusing = "21610: unsubscribed"

    kim.write(customer, "Hello")
    world.deliver()

    shown = kim.read(f"conversations/{customer.id}")
    assert shown["messages"][-1]["delivery"] == "failed"
    (stuck,) = shown["panel"]["stuck"]
    assert (stuck["title"], stuck["error"]) == ("A message was not sent", "21610: unsubscribed")
