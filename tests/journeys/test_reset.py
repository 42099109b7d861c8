"""The demo is put back as it was made, for whoever tries it next."""

from tests.journeys.people import Colleague, Phone, Visitor
from tests.journeys.running import Running
from tests.journeys.waiting import until

ADA = "+491713920001"


def test_after_a_reset_everything_can_be_tried_again(demo: Running) -> None:
    first = Visitor.of(demo, "BL-1001")
    first.say("I want to cancel")
    first.press()
    first.press()
    until(lambda: first.state()["case"]["status"] == "reconciled", "done in the back office")
    Phone.of(demo, ADA).text("STOP")
    stream = first.stream()

    reset = demo.caller().post("/start/reset")

    assert (reset.status, reset.headers["Location"]) == (303, "/?reset")
    assert demo.caller().get("/").status == 200
    with stream:
        stream.rest()
    assert first.caller.get("/chat/demo/messages").status == 401
    assert Phone.of(demo, ADA).thread() == []
    again = Visitor.of(demo, "BL-1001")
    again.say("I want to cancel")
    assert "pause" in again.said


def test_after_a_reset_chats_wait_for_the_desk_again(demo: Running) -> None:
    alex = Colleague.logged_in(demo, "alex", "demo-alex-2026")
    before = [each["reason_code"] for each in alex.queue()]
    for each in alex.queue():
        alex.act(each["id"], "claim")

    demo.caller().post("/start/reset")

    assert [each["reason_code"] for each in alex.queue()] == before


def test_a_reset_amid_work_leaves_nothing_half_done(demo: Running) -> None:
    """Effects of the time before find nothing to do: no error, and the new demo works."""
    for _ in range(3):
        ada = Visitor.of(demo, "BL-1001")
        ada.say("I want to cancel")
        ada.press()
        ada.press()
        demo.caller().post("/start/reset")
    ada = Visitor.of(demo, "BL-1001")
    ada.say("I want to cancel")
    ada.press()
    ada.press()

    assert until(lambda: ada.state()["case"]["status"] == "reconciled", "done in the back office")
