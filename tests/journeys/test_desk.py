"""A dispute by SMS: a person takes over the same chat, answers on the phone, and gives it back to the bot."""

from tests.journeys.people import Colleague, Phone, Visitor
from tests.journeys.running import Running
from tests.journeys.waiting import until

ADA = "+491713920001"


def test_an_agent_takes_over_a_dispute_answers_and_gives_it_back(demo: Running) -> None:
    phone = Phone.of(demo, ADA)
    phone.text("You charged me twice, I dispute this")
    phone.received("A person from Brightline will look into it")
    alex = Colleague.logged_in(demo, "alex", "demo-alex-2026")
    chat = next(each["id"] for each in alex.queue() if each["channel"] == "sms")

    alex.act(chat, "claim")
    phone.received("Alex has joined")
    phone.text("Is anybody there? I want to cancel")
    until(lambda: "anybody there" in str(alex.chat(chat)["messages"]), "their words on the desk")
    alex.write(chat, "I see the second charge. It is refunded.")
    phone.received("It is refunded")
    said = [each["text"] for each in phone.thread() if each["by"] == "brand"]

    alex.act(chat, "return")
    phone.received("automated assistant again")
    phone.text("I want to cancel")
    assert phone.received("account number")

    joined = next(n for n, text in enumerate(said) if "joined" in text)
    assert len(said) == joined + 2, "while Alex held the chat, nobody else answered"
    assert chat not in {each["id"] for each in alex.queue()}


def test_a_cancellation_goes_on_while_an_agent_has_the_chat(demo: Running) -> None:
    ada = Visitor.of(demo, "BL-1001")
    ada.say("I want to cancel")
    ada.press()
    ada.press()
    ada.say("human")
    alex = Colleague.logged_in(demo, "alex", "demo-alex-2026")
    chat = next(each["id"] for each in alex.queue() if "BL-1001" in str(alex.chat(each["id"])["panel"]))
    alex.act(chat, "claim")

    assert until(lambda: ada.state()["case"]["status"] == "reconciled", "carried out meanwhile")
    assert any("Done: " in message["text"] for message in ada.state()["messages"])


def test_two_agents_and_one_chat(demo: Running) -> None:
    alex = Colleague.logged_in(demo, "alex", "demo-alex-2026")
    maria = Colleague.logged_in(demo, "maria", "demo-maria-2026")
    chat = alex.queue()[0]["id"]
    alex.act(chat, "claim")

    refused = maria.caller.post(f"/desk/api/conversations/{chat}/claim", {})

    assert refused.status == 409
    assert "Alex" in refused.text
