"""Cancelling retail orders: whole, by line, once; beside a script that ends services."""

from dataclasses import replace

from bot.backoffice.base import OutcomeUnknown, Unavailable
from bot.backoffice.local import LocalBackOffice
from bot.handoff import give_back, match_customer
from bot.records.kept import find_record
from dialogs.ids import CustomerRef, OrderRef, ServiceRef
from tests.bot.web.chat.house import BASE_URL, House
from tests.bot.web.chat.visitor import Json, Visitor

GWEN = "BL-1007"
NEW, OLD = OrderRef("BL-50231"), OrderRef("BL-50107")


def left_of(house: House, order: OrderRef) -> dict[str, int]:
    """What of an order is left in the back office."""
    with house.app.database.read() as uow:
        lines = uow.local_office.lines_of(house.brand.id, order)
    return {line.name: line.ordered - line.cancelled for line in lines}


def record_of(house: House, visitor: Visitor) -> Json:
    with house.app.database.read() as uow:
        stored = find_record(uow, house.brand.id, visitor.look()["record"]["number"])
    assert stored is not None
    found: Json = dict(stored.record)
    return found


def one_repeater(visitor: Visitor) -> Visitor:
    """Gwen has said that she cancels one of her two repeaters, and sees what that means."""
    visitor.begin(GWEN).say("cancel my order")
    visitor.press(next(label for label in visitor.labels if label.startswith(NEW)))
    visitor.press("2 × Mesh repeater")
    visitor.press("1")
    return visitor


def test_some_of_an_order_is_cancelled_and_the_receipt_says_what(house: House, visitor: Visitor) -> None:
    one_repeater(visitor)
    assert "1 × Mesh repeater: cancelled, €59.90 back" in visitor.text
    assert "Refund in all: €61.96" in visitor.text

    visitor.press("Confirm cancellation")
    assert visitor.look()["case"]["status"] == "accepted"
    house.run_due()

    assert visitor.look()["case"]["status"] == "reconciled"
    assert left_of(house, NEW)["Mesh repeater"] == 1
    record = record_of(house, visitor)
    assert (record["kind"], record["order"]["reference"]) == ("order", NEW)
    assert [(line["name"], line["quantity"], line["outcome"]) for line in record["order"]["lines"]] == [
        ("Mesh repeater", 1, "refund")
    ]
    assert record["order"]["refund"] == {"amount": "61.96", "currency": "EUR"}
    (mail,) = house.sent("gwen.adler@example.com")
    assert mail.subject is not None
    assert NEW in mail.subject
    assert "1 × Mesh repeater: cancelled, €59.90 back" in mail.body


def test_the_same_order_can_be_cancelled_from_again(house: House, visitor: Visitor) -> None:
    one_repeater(visitor).press("Confirm cancellation")
    house.run_due()

    again = one_more(Visitor(house.client()).begin(GWEN))
    again.press("Confirm cancellation")
    house.run_due()

    assert left_of(house, NEW) == {
        "Mesh repeater": 0,
        "Network cable, 5 m": 1,
        "Speed test Pro (download)": 1,
    }
    assert house.count("record") == 2


def one_more(visitor: Visitor) -> Visitor:
    visitor.say("cancel my order")
    visitor.press(next(label for label in visitor.labels if label.startswith(NEW)))
    visitor.press("Mesh repeater")
    return visitor


def test_what_is_being_carried_out_is_told_and_not_done_twice(house: House, visitor: Visitor) -> None:
    one_repeater(visitor).press("Confirm cancellation")

    other = Visitor(house.client()).begin(GWEN)
    other.say("cancel my order")
    other.press(next(label for label in other.labels if label.startswith(NEW)))

    assert "is being carried out" in other.text
    house.run_due()
    assert left_of(house, NEW)["Mesh repeater"] == 1
    assert house.count("record") == 1


def test_two_chats_about_one_order_become_one_case(house: House, visitor: Visitor) -> None:
    """Whoever confirms first has it done; the other hears how it stands."""
    one_repeater(visitor)
    other = one_repeater(Visitor(house.client()))

    other.press("Confirm cancellation")
    visitor.press("Confirm cancellation")
    house.run_due()

    assert left_of(house, NEW)["Mesh repeater"] == 1
    assert house.count("record") == 1


def test_a_system_that_fails_amid_the_work_is_asked_again_and_does_it_once(
    house: House, visitor: Visitor
) -> None:
    one_repeater(visitor)
    house.offices.fault_after = OutcomeUnknown("no answer")
    visitor.press("Confirm cancellation")
    house.run_due()
    assert visitor.look()["case"]["status"] == "accepted"

    house.offices.fault_after = None
    house.clock.go_on(hours=1)
    house.run_due()

    assert visitor.look()["case"]["status"] == "reconciled"
    assert left_of(house, NEW)["Mesh repeater"] == 1


def test_while_the_system_is_down_it_is_declared_in_words(house: House, visitor: Visitor) -> None:
    house.offices.fault = Unavailable("down")
    visitor.begin(GWEN, script="order").say("cancel my order")
    assert "write in one message" in visitor.text

    visitor.say("Gwen Adler, order BL-50231, all of it, gwen.adler@example.com")

    assert "Your cancellation is recorded." in visitor.text
    assert record_of(house, visitor)["kind"] == "declaration"


def test_what_changed_in_the_shop_is_asked_about_and_not_cancelled_otherwise(
    house: House, visitor: Visitor
) -> None:
    one_repeater(visitor)
    with house.app.database.write() as uow:
        lines = uow.local_office.lines_of(house.brand.id, NEW)
        uow.local_office.put_lines([replace(lines[0], state="shipped")])

    visitor.press("Confirm cancellation")
    house.run_due()

    look = visitor.look()
    assert look["case"]["status"] == "terms_open"
    assert "Cancel on these terms?" in look["messages"][-1]["text"]
    assert left_of(house, NEW)["Mesh repeater"] == 2


def test_whoever_has_orders_and_no_service_means_those(house: House, visitor: Visitor) -> None:
    visitor.begin(GWEN).say("I want to cancel")

    assert visitor.text.endswith("Which order is it?")


def test_whoever_has_services_and_no_order_means_those(house: House, visitor: Visitor) -> None:
    visitor.begin("BL-1001").say("cancel my order")

    assert "Brightline Fibre 100" in visitor.text


def test_the_thing_named_in_the_wish_says_which_order(house: House, visitor: Visitor) -> None:
    visitor.begin(GWEN).say("I want to cancel the router stand")

    assert f"What of order {OLD}" in visitor.text


def test_a_line_is_chosen_by_its_name(house: House, visitor: Visitor) -> None:
    """Its names are known only with the case, which is kept in a table of its own."""
    visitor.begin(GWEN).say("cancel my order")
    visitor.press(next(label for label in visitor.labels if label.startswith(NEW)))

    visitor.say("the network cable")

    assert "Network cable, 5 m" in visitor.text
    assert "Mesh repeater" not in visitor.text


def test_from_an_order_back_to_a_subscription(house: House, visitor: Visitor) -> None:
    """The brand has both: the words say which of the two is meant."""
    with house.app.database.write() as uow:
        office = uow.local_office
        (service,) = office.services_of(house.brand.id, CustomerRef("BL-1001"))
        office.put_service(replace(service, ref=ServiceRef("BL-1007-1"), customer_ref=CustomerRef(GWEN)))

    visitor.begin(GWEN).say("cancel my order")
    assert "Which order" in visitor.text
    visitor.say("cancel my subscription")

    assert "Brightline Fibre 100" in visitor.text
    assert house.count("cancellation_case") == 1


def test_a_declaration_is_matched_and_the_customer_then_says_what(house: House, visitor: Visitor) -> None:
    house.offices.fault = Unavailable("down")
    visitor.begin(script="order").say("cancel my order")
    visitor.press("Go on without")
    visitor.say("Gwen Adler, order BL-50231, gwen.adler@example.com")
    house.offices.fault = None
    conversation = house.claim(visitor.token)

    match_customer(house.app, house.agent, conversation, GWEN)
    give_back(house.app, house.agent, conversation)
    visitor.press(next(label for label in shown(visitor) if label.startswith(OLD)))

    assert f"What of order {OLD}" in visitor.text


def shown(visitor: Visitor) -> list[str]:
    """What can be pressed now, whoever asked it."""
    visitor.replies = [each for each in visitor.look()["messages"] if each["author"] != "customer"]
    return visitor.labels


def test_the_desk_shows_what_becomes_of_each_thing(house: House, visitor: Visitor) -> None:
    one_repeater(visitor).press("Confirm cancellation")
    (case,) = panel_of(house, visitor)["cases"]

    assert case["order"]["number"] == NEW
    (line,) = case["order"]["lines"]
    assert (line["quantity"], line["name"], line["outcome"]) == (1, "Mesh repeater", "refund")


def panel_of(house: House, visitor: Visitor) -> Json:
    """What an agent sees beside the chat."""
    conversation = house.conversation(visitor.token).id
    alex = house.client()
    login = {"email": "alex", "password": "demo-alex-2026"}
    assert alex.post("/login", data=login, headers={"Origin": BASE_URL}).status_code == 303
    answer = alex.get(f"/desk/api/conversations/{conversation}").json
    assert answer is not None
    found: Json = answer["panel"]
    return found


def cable_sent_back(house: House, visitor: Visitor) -> str:
    """Gwen has cancelled the cable, which was sent already; the number of its return."""
    visitor.begin(GWEN).say("cancel my order")
    visitor.press(next(label for label in visitor.labels if label.startswith(NEW)))
    visitor.press(next(label for label in visitor.labels if "Network cable" in label))
    visitor.press("Confirm cancellation")
    house.run_due()
    with house.app.database.read() as uow:
        (back,) = uow.local_returns.of_order(house.brand.id, NEW)
    return back.ref


def last_said(visitor: Visitor) -> str:
    return str(visitor.look()["messages"][-1]["text"])


def test_what_was_sent_back_is_followed_until_the_money_is_there(house: House, visitor: Visitor) -> None:
    ref = cable_sent_back(house, visitor)
    office = LocalBackOffice(house.app.database, house.brand, house.clock)
    visitor.say("skip")
    visitor.say("when do I get my refund?")
    assert ref in " ".join(message["text"] for message in visitor.look()["messages"][-3:])

    office.move_return(ref, "arrived", "1Z-999")
    house.clock.go_on(days=1)
    house.run_due()
    assert "has arrived" in last_said(visitor)
    panel = panel_of(house, visitor)
    assert [(each["ref"], each["standing"]) for each in panel["cases"][0]["returns"]] == [(ref, "arrived")]

    office.move_return(ref, "accepted")
    house.clock.go_on(days=1)
    house.run_due()
    assert "€12.90 is on its way back to you" in last_said(visitor)
    with house.app.database.write() as uow:
        for row in uow.local_refunds.open(house.brand.id):
            uow.local_refunds.settle(house.brand.id, row.ref, "paid", house.clock().date())
    house.clock.go_on(days=1)
    house.run_due()
    assert "€12.90 was paid back to you" in " ".join(
        message["text"] for message in visitor.look()["messages"][-2:]
    )
    mails = [mail.body for mail in house.sent("gwen.adler@example.com")]
    assert any("has arrived" in body for body in mails)
    house.clock.go_on(days=200)
    before = len(visitor.look()["messages"])
    house.run_due()
    assert len(visitor.look()["messages"]) == before


def test_the_label_comes_when_the_shop_has_it_and_again_with_the_reminder(
    house: House, visitor: Visitor
) -> None:
    ref = cable_sent_back(house, visitor)
    label = "https://labels.example/1Z-999.pdf"
    with house.app.database.write() as uow:
        row = uow.local_returns.of_ref(house.brand.id, ref)
        assert row is not None
        uow.local_returns.put(replace(row, label=label))

    house.clock.go_on(days=1)
    house.run_due()
    assert last_said(visitor).endswith(label)
    assert any(label in mail.body for mail in house.sent("gwen.adler@example.com"))
    house.clock.go_on(days=1)
    house.run_due()
    told = [message["text"] for message in visitor.look()["messages"] if label in message["text"]]
    assert len(told) == 1, "it is told once"
    for _ in range(13):
        house.clock.go_on(days=1)
        house.run_due()
    told = [message["text"] for message in visitor.look()["messages"] if label in message["text"]]
    assert len(told) == 2, "and with the reminder"
    panel = panel_of(house, visitor)
    assert panel["cases"][0]["returns"][0]["label"] == label


def test_who_forgets_to_send_it_back_is_reminded_once(house: House, visitor: Visitor) -> None:
    cable_sent_back(house, visitor)
    said = []
    for _ in range(30):
        house.clock.go_on(days=1)
        house.run_due()
        said.append(last_said(visitor))
    assert sum("has not arrived yet" in one for one in set(said)) == 1
    assert "was to be sent back by" in said[-1]
    with house.app.database.read() as uow:
        assert uow.outbox.given_up(house.brand.id) == []


def test_what_is_not_taken_back_is_told_and_a_person_comes(house: House, visitor: Visitor) -> None:
    ref = cable_sent_back(house, visitor)
    office = LocalBackOffice(house.app.database, house.brand, house.clock)
    office.move_return(ref, "rejected", note="worn")
    house.clock.go_on(days=1)
    house.run_due()
    assert "was not taken back" in last_said(visitor)
    assert house.conversation(visitor.token).handoff_reason == "refund"
