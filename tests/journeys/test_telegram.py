"""A customer cancels in Telegram, in the sandbox's chat with the bot, by webhook and by polling."""

from collections.abc import Iterator

import pytest

from tests.journeys.people import Telegram, mail_about, record_number
from tests.journeys.running import Running
from tests.journeys.tables import poll_telegram, post_to_webhook
from tests.journeys.waiting import until

ADA = "+491713920001"
ADAS_MAIL = "ada.sommer@example.com"


@pytest.fixture(params=["webhook", "polling"])
def delivery(request: pytest.FixtureRequest, demo: Running) -> Iterator[Running]:
    """The demo with a bot that gets its updates in this way."""
    if request.param == "webhook":
        yield demo
        return
    poll_telegram(demo)
    demo.restart("worker")
    yield demo
    post_to_webhook(demo)
    demo.restart("worker")


def test_buttons_and_the_own_contact_lead_to_the_receipt(delivery: Running) -> None:
    ada = Telegram.of(delivery, ADA)
    ada.say("/start")
    ada.press(ada.received("What can I do for you?"), "Cancel something")
    ada.received("what is your account number")
    assert ada.thread()["keyboard"][0][0]["request_contact"]
    ada.share_contact()
    ada.press(ada.received("pause"), "No, cancel")
    ada.press(ada.received("Confirm the cancellation?"), "Confirm cancellation")

    receipt = ada.received("Your cancellation is accepted")
    done_then = ada.received("Done: ")

    assert receipt["id"] < done_then["id"]
    assert mail_about(delivery, ADAS_MAIL, record_number(receipt["text"]))


def test_somebody_elses_contact_vouches_for_nobody(demo: Running) -> None:
    ada = Telegram.of(demo, ADA)
    ada.say("I want to cancel")
    ada.received("what is your account number")

    ada.share_contact(own=False)

    until(lambda: len(ada.thread()["messages"]) >= 4, "an answer")
    assert "pause" not in "".join(each["text"] for each in ada.thread()["messages"])
