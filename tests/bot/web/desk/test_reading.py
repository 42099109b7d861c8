"""What the desk shows: the queue, a conversation, and the panel beside it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.records.pdf.verifying import verify_pdf
from bot.rights.erasing import erase
from bot.rights.subject import subject_of_customer
from dialogs.ids import CustomerRef
from tests.bot.printing.certificates import Authority, pem_of
from tests.bot.web.desk.world import BROWSER, Customer, Desk, World, error_of


def test_the_queue_shows_who_has_waited_longest_first(world: World, kim: Desk) -> None:
    late, early = world.customer("sms"), world.customer()
    world.clock.ahead = timedelta(minutes=-20)
    early.says("I was charged twice!")
    world.clock.ahead = timedelta(minutes=-5)
    late.says("I want to talk to a human")
    world.clock.ahead = timedelta()

    first, second = kim.read("queue")["items"]

    assert (first["id"], second["id"]) == (early.id, late.id)
    assert (first["reason"], first["last"]["text"]) == ("Dispute", "I was charged twice!")
    assert (second["reason"], second["channel_name"]) == ("Asked for a person", "SMS")
    assert second["who"] == f"+49 ••• {late.sender[-3:]}"
    assert late.sender not in str(second)


def test_who_is_in_danger_is_shown_first_with_the_topic(world: World, kim: Desk) -> None:
    early, grave = world.customer(), world.customer("sms")
    world.clock.ahead = timedelta(minutes=-20)
    early.says("my mother died")
    world.clock.ahead = timedelta()
    grave.says("I want to end my life")

    first, second = kim.read("queue")["items"]

    assert (first["id"], first["reason"], first["reason_code"]) == (grave.id, "Danger to life", "danger")
    assert (second["id"], second["reason"]) == (early.id, "A death")


def test_the_mood_of_what_a_customer_writes_is_noted_beside_it(world: World, kim: Desk) -> None:
    customer = world.customer()
    for words in ("thank you, you are very helpful", "I want to cancel", "I hate this, worst company"):
        customer.says(words)

    said = [
        each for each in kim.read(f"conversations/{customer.id}")["messages"] if each["direction"] == "in"
    ]
    assert [each["sentiment"] for each in said] == ["positive", None, "negative"]
    (item,) = kim.read("queue?filter=open")["items"]
    assert item["last"]["sentiment"] == "negative"


def test_each_filter_has_its_conversations_and_its_count(
    world: World, kim: Desk, robin: Desk, customer: Customer
) -> None:
    theirs, mine, with_bot = world.waiting(), world.waiting(), world.customer()
    with_bot.says("hello")
    robin.act(theirs, "claim")
    kim.act(mine, "claim")
    mine.says("hello?")
    mine.says("are you there?")

    shown = {name: kim.read(f"queue?filter={name}") for name in ("waiting", "mine", "bot", "open")}

    ids = {name: {item["id"] for item in each["items"]} for name, each in shown.items()}
    assert ids == {
        "waiting": {customer.id},
        "mine": {mine.id},
        "bot": {with_bot.id},
        "open": {customer.id, theirs.id, mine.id, with_bot.id},
    }
    assert shown["open"]["counts"] == {
        "waiting": 1,
        "mine": 1,
        "bot": 1,
        "undecided": 0,
        "open": 4,
        "stuck": 0,
        "unread": 2,
    }
    assert error_of(kim.get("queue?filter=all")) == (400, "bad_filter")


def test_who_declared_and_did_not_decide_is_listed_the_earliest_first(world: World, kim: Desk) -> None:
    late, early, decided = world.customer(), world.customer(), world.customer()
    world.clock.ahead = timedelta(minutes=-20)
    early.says("I want to cancel")
    world.clock.ahead = timedelta()
    late.says("I want to cancel")
    decided.says("I want to cancel")
    assert kim.read("queue")["counts"]["undecided"] == 3

    decided.says("keep everything as it is")

    shown = kim.read("queue?filter=undecided")
    assert [item["id"] for item in shown["items"]] == [early.id, late.id]
    assert shown["counts"]["undecided"] == 2


def test_a_conversation_shows_who_said_what_and_what_only_the_staff_sees(
    kim: Desk, customer: Customer
) -> None:
    kim.act(customer, "claim")
    kim.note(customer, "be kind")
    kim.write(customer, "Hello")

    shown = kim.read(f"conversations/{customer.id}")

    kinds = [(each["direction"], each["author"], each["text"]) for each in shown["messages"]]
    assert kinds[0] == ("in", "customer", "I want to talk to a human")
    assert kinds[1][:2] == ("out", "bot")
    assert kinds[-4:] == [
        ("event", "system", "Kim took over this chat"),
        ("out", "bot", "Kim has joined this chat."),
        ("note", "agent", "be kind"),
        ("out", "agent", "Hello"),
    ]
    assert (shown["head"]["mine"], shown["head"]["may_write"], shown["head"]["assignee"]) == (
        True,
        True,
        "Kim",
    )


def test_a_long_transcript_comes_page_by_page(kim: Desk, customer: Customer) -> None:
    kim.act(customer, "claim")
    for number in range(130):
        customer.says(f"message {number}")

    last = kim.read(f"conversations/{customer.id}")
    first = kim.read(f"conversations/{customer.id}?before={last['messages'][0]['number']}")

    assert (len(last["messages"]), last["earlier"], first["earlier"]) == (120, True, False)
    numbers = [each["number"] for each in first["messages"] + last["messages"]]
    assert numbers == list(range(1, len(numbers) + 1))


def test_the_panel_says_whether_and_how_somebody_is_identified(world: World, kim: Desk) -> None:
    customer = world.customer("sms")
    customer.says("I want to cancel")

    about = kim.read(f"conversations/{customer.id}")["panel"]

    assert about["customer"] == {"identified": False, "before": None, "given": None}
    assert about["addresses"] == [
        {
            "channel": "sms",
            "channel_name": "SMS",
            "address": f"+49 ••• {customer.sender[-3:]}",
            "opted_out": False,
            "unreachable": False,
            "here": True,
        }
    ]
    (case,) = about["cases"]
    assert (case["status"], case["accepted_at"], case["executed_at"]) == ("requested", None, None)
    assert case["declared_at"] is not None


def test_a_declaration_of_somebody_unknown_is_shown_in_their_words(world: World, kim: Desk) -> None:
    customer = world.declared()

    shown = kim.read(f"conversations/{customer.id}")

    (case,) = shown["panel"]["cases"]
    assert shown["head"]["reason"] == "Declaration to match"
    assert case["declaration"]["words"] == world.DECLARATION
    assert case["declaration"]["named"] == [{"kind": "email", "value": "jutta.berg@example.com"}]
    assert case["record"] in "".join(each["text"] for each in shown["messages"])


def test_of_an_erased_person_nothing_is_shown_and_the_list_holds(
    world: World, kim: Desk, customer: Customer
) -> None:
    row = customer.row
    with world.database.write() as uow:
        uow.contacts.erase(world.house.id, row.person_id, world.clock())

    (item,) = kim.read("queue")["items"]

    assert (item["who"], item["last"]) == ("Erased person", None)
    assert error_of(kim.get(f"conversations/{row.id}")) == (410, "erased")
    assert error_of(kim.post(f"conversations/{row.id}/claim")) == (410, "erased")


@pytest.mark.check(16)
def test_who_was_erased_on_request_is_erased_on_every_page(world: World, kim: Desk) -> None:
    customer = world.vouched("L-000001")
    customer.says("I want to cancel")
    customer.says("", choice="cancel")
    customer.says("", choice="confirm")
    world.deliver()
    brand = world.house.brand
    place = f"conversations/{customer.id}"
    shown = kim.read(place)

    erase(world.app, brand, lambda uow: subject_of_customer(uow, brand, CustomerRef("L-000001")), "requested")

    for which in ("waiting", "mine", "bot", "undecided", "open"):
        assert kim.read(f"queue?filter={which}")["items"] == []
    assert kim.read("stuck")["items"] == []
    assert error_of(kim.get(place)) == (410, "erased")
    assert error_of(kim.get(f"{place}?before=2")) == (410, "erased")
    for act in ("claim", "return", "read"):
        assert error_of(kim.post(f"{place}/{act}")) == (410, "erased")
    again = world.vouched("L-000001")
    about = kim.read(f"conversations/{again.id}")["panel"]
    assert (about["cases"], len(shown["panel"]["cases"])) == ([], 1)


def test_colleagues_are_those_of_the_brand(kim: Desk) -> None:
    assert [(each["name"], each["me"]) for each in kim.read("colleagues")["items"]] == [
        ("Kim", True),
        ("Robin", False),
        ("Sam", False),
    ]


def test_nothing_of_the_desk_is_kept_by_browsers(kim: Desk, customer: Customer) -> None:
    for path in ("queue", "stuck", f"conversations/{customer.id}"):
        assert kim.get(path).headers["Cache-Control"] == "no-store"


def test_an_address_that_does_not_exist_is_a_page_with_a_way_back(kim: Desk) -> None:
    answer = kim.http.get("/desk/nothing", headers=BROWSER)

    assert (answer.status_code, answer.mimetype) == (404, "text/html")
    assert 'href="/desk/"' in answer.text
    assert kim.http.get("/desk/api/nothing", headers=BROWSER).mimetype == "application/json"


def test_an_opt_out_is_shown_at_its_own_address_until_it_is_taken_back(world: World, kim: Desk) -> None:
    texting, chatting = world.customer("sms"), world.customer()
    texting.says("hello")
    texting.says("STOP", opt_out="STOP")
    chatting.says("stop texting me")

    assert opted_out(kim, texting) == [("SMS", True)]
    assert opted_out(kim, chatting) == [("Web chat", False)]

    texting.says("START", opt_out="START")
    assert opted_out(kim, texting) == [("SMS", False)]


def opted_out(desk: Desk, customer: Customer) -> list[tuple[str, bool]]:
    """The addresses of the panel, each with its mark."""
    shown = desk.read(f"conversations/{customer.id}")["panel"]["addresses"]
    return [(each["channel_name"], each["opted_out"]) for each in shown]


def test_the_record_is_handed_out_beside_its_chat(world: World, kim: Desk) -> None:
    """To the brand's own staff, beside a chat in whose panel it stands, and nowhere else."""
    customer, other = world.declared(), world.waiting()
    world.deliver()
    (case,) = kim.read(f"conversations/{customer.id}")["panel"]["cases"]
    path = f"records/{case['record']}/pdf"

    found = kim.get(f"conversations/{customer.id}/{path}")

    assert (found.status_code, found.mimetype) == (200, "application/pdf")
    assert verify_pdf(found.data, world.house.brand.signing_public).number == case["record"]
    assert kim.get(f"conversations/{other.id}/{path}").status_code == 404
    assert kim.get(f"conversations/{customer.id}/records/BL-2222222X/pdf").status_code == 404
    assert world.client("Kim", world.other).get(f"conversations/{customer.id}/{path}").status_code == 404
    assert world.client().get(f"conversations/{customer.id}/{path}").status_code == 401


def test_a_seal_that_is_amiss_is_told_above_the_queue(world: World, kim: Desk, tmp_path: Path) -> None:
    assert kim.read("queue")["seal"] is None
    key, certificate = Authority().issue("Northwind", until=datetime(2026, 2, 1, tzinfo=UTC))
    (tmp_path / "seal.pem").write_bytes(pem_of(key, certificate))
    with world.database.write() as uow:
        settings = {**world.house.brand.settings, "seal": f"file:{tmp_path / 'seal.pem'}"}
        uow.brands.save(replace(world.house.brand, settings=settings))
    world.app.directory.forget()

    assert "the certificate of CN=Northwind expired on 2026-02-01" in kim.read("queue")["seal"]
