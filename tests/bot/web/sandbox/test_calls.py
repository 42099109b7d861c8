"""Calls to the simulated phone, by the real library and through the real webhook."""

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.deliver.loop import Deliverer
from bot.outbounds import Outbounds
from bot.sandbox.wiring import sandbox_outbound
from channels.base import Outgoing, Refused
from channels.voice.outbound import VoiceOutbound
from tests.bot.web.sandbox.asking import Answer, phone, post_json, text
from tests.bot.web.sandbox.demo import Demo

NOON = (datetime.now(UTC) + timedelta(days=1)).replace(hour=12)


@pytest.fixture
def work(demo: Demo) -> Callable[[], None]:
    """A worker that always works at noon: nobody is called at night, whenever the tests run."""

    def run_due() -> None:
        app = replace(demo.app, clock=lambda: NOON)
        outbounds = Outbounds(sandbox_outbound(app.database, app.settings, app.clock))
        deliverer = Deliverer(app, outbounds, threads=1)
        deliverer.run_due()
        deliverer.close()
        outbounds.close()

    return run_due


@pytest.fixture
def call(demo: Demo, number: str, work: Callable[[], None]) -> dict[str, Any]:
    """A phone that takes no texts rings: a declaration without a mail address is to be confirmed."""
    assert post_json(demo, "/sandbox/phone/reception", number=number, arrives=False).status == 204
    for words in ("I want to cancel", "2", "Ada Sommer, BL-1001"):
        text(demo, number, words)
        work()
    deadline = time.monotonic() + 20
    while not (ringing := [each for each in phone(demo, number) if each["by"] == "call"]):
        assert time.monotonic() < deadline, "nobody called"
        time.sleep(0.1)
        work()
    return ringing[0]


def do(demo: Demo, number: str, call: dict[str, Any], deed: str, **more: str) -> Answer:
    return post_json(demo, "/sandbox/phone/calls", number=number, call=call["call"], do=deed, **more)


def shown(demo: Demo, number: str) -> dict[str, Any]:
    (found,) = [each for each in phone(demo, number) if each["by"] == "call"]
    return found


def test_the_sender_is_the_real_one(demo: Demo) -> None:
    assert isinstance(demo.outbound("voice"), VoiceOutbound)


def test_answered_heard_again_and_confirmed(demo: Demo, number: str, call: dict[str, Any]) -> None:
    assert call["state"] == "rings"
    assert {each["by"] for each in phone(demo, number)} == {"owner", "lost", "call"}

    assert do(demo, number, call, "answer").json == {"webhook": 200}
    talking = shown(demo, number)
    assert (talking["state"], talking["keys"]) == ("talks", True)
    assert "automated assistant of Brightline" in talking["lines"][0]["text"]
    assert do(demo, number, call, "press", key="2").json == {"webhook": 200}
    assert do(demo, number, call, "press", key="1").json == {"webhook": 200}

    over = shown(demo, number)
    assert over["state"] == "over"
    assert [each["what"] for each in over["lines"]] == ["said", "pressed", "said", "pressed", "said", "over"]
    assert do(demo, number, call, "press", key="1").status == 409


@pytest.mark.parametrize("deed", ["ignore", "voicemail"])
def test_not_answered_by_a_person(demo: Demo, number: str, call: dict[str, Any], deed: str) -> None:
    assert do(demo, number, call, deed).status == 200

    over = shown(demo, number)
    assert over["state"] == "over"
    assert "BL" not in " ".join(each["text"] for each in over["lines"])


def test_hung_up_without_a_key(demo: Demo, number: str, call: dict[str, Any]) -> None:
    do(demo, number, call, "answer")
    assert do(demo, number, call, "hang_up").json == {"webhook": 204}

    assert shown(demo, number)["state"] == "over"


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"do": "answer", "call": "CA1"}, 409),
        ({"do": "sing", "call": "CA1"}, 400),
        ({"do": "press", "call": "CA1"}, 400),
        ({"do": "answer"}, 400),
    ],
)
def test_what_no_phone_does(demo: Demo, number: str, body: dict[str, str], status: int) -> None:
    assert post_json(demo, "/sandbox/phone/calls", number=number, **body).status == status


def test_an_address_elsewhere_is_not_called(demo: Demo, number: str) -> None:
    with pytest.raises(Refused, match="public base URL"):
        demo.outbound("voice").send(Outgoing(number, "", status_url="https://elsewhere.example/x"))
