"""From "I want to cancel" to the proof, vouched for by the brand's own page."""

import base64
from dataclasses import replace
from pathlib import Path

import pytest

from bot.records.kept import find_record
from bot.records.sealing import verify
from tests.bot.web.chat.house import House, opened
from tests.bot.web.chat.visitor import Visitor, vouching


def test_the_greeting_says_who_is_writing_and_shows_the_way_out_first(visitor: Visitor) -> None:
    visitor.begin("BL-1001")

    assert "automated assistant of Brightline" in visitor.text
    assert 'Write "human"' in visitor.text
    assert visitor.labels[0] == "Cancel something"
    assert visitor.answer["case"] is None


@pytest.mark.check(8, 9)
def test_the_receipt_comes_in_the_third_message(house: House, visitor: Visitor) -> None:
    cancel(visitor)

    number = visitor.answer["record"]["number"]
    assert visitor.text.splitlines()[:11] == [
        "Your cancellation is accepted.",
        f"Number: {number}",
        "Cancelled: Brightline Fibre 100 (Brightline)",
        "Received: Mar 10, 2026, 10:30 CET",
        "Confirmed: Mar 10, 2026, 10:30 CET",
        "Last day: March 27, 2026",
        "Fee: none",
        "Refund: none",
        "Last charge: €29.90 on February 28, 2026",
        "Nothing else to do.",
        "You can undo this until Mar 24, 2026, 23:59 CET. A copy is on its way to you.",
    ]
    assert visitor.answer["case"]["status"] == "accepted"
    assert visitor.answer["record"] == {
        "number": number,
        "kind": "termination",
        "service": "Brightline Fibre 100",
        "declared_at": "2026-03-10T09:30:15.000+00:00",
        "confirmed_at": "2026-03-10T09:30:15.000+00:00",
        "end_date": "2026-03-27",
    }
    assert house.count("record") == 1


def test_the_way_out_of_the_offer_comes_first(visitor: Visitor) -> None:
    visitor.begin("BL-1001").say("I want to cancel")

    assert visitor.labels == ["No, cancel", "Pause instead"]
    assert visitor.answer["case"]["declared_at"] == "2026-03-10T09:30:15.000+00:00"


def test_it_is_told_when_it_is_done(house: House, visitor: Visitor) -> None:
    cancel(visitor)

    house.run_due()

    after = visitor.look(since=visitor.answer["messages"][-1]["number"])
    number = visitor.answer["record"]["number"]
    (told,) = after["messages"]
    assert told["text"] == (
        "Done: Brightline has carried out your cancellation of Brightline Fibre 100. "
        "Last day: March 27, 2026. "
        f"Nothing will be charged after that. Number: {number}"
    )
    assert after["case"]["status"] == "reconciled"
    assert house.offices.calls.count("cancel") == 1


@pytest.mark.check(10)
def test_the_record_keeps_its_bytes_and_comes_by_mail(house: House, visitor: Visitor) -> None:
    cancel(visitor)
    sealed = receipt_of(house, visitor)

    house.run_due()
    visitor.press("Skip")
    visitor.say("send me the confirmation again")
    house.run_due()

    assert receipt_of(house, visitor) == sealed
    mails = house.sent("ada.sommer@example.com")
    assert [mail.subject for mail in mails] == [
        f"Cancellation {visitor.answer['record']['number']}: Brightline Fibre 100"
    ] * 2
    attached = [base64.b64decode((mail.meta or {})["attachments"][0]["content"]) for mail in mails]
    assert attached[0] == attached[1]
    assert sealed in attached[0]


@pytest.mark.check(10)
def test_asked_for_again_a_year_later_elsewhere_it_is_the_same_to_the_byte(
    house: House, visitor: Visitor, tmp_path: Path
) -> None:
    cancel(visitor)
    house.run_due()
    (first,) = house.sent("ada.sommer@example.com")
    house.clock.go_on(days=365)

    with opened(house.app.settings.database_url, tmp_path, clock=house.clock) as restarted:
        put_under_another_law(restarted)
        other = Visitor(restarted.client()).begin(identity=vouching("BL-1001", house.clock.now))
        other.say("send me the confirmation again")
        restarted.run_due()

    _, again = house.sent("ada.sommer@example.com")
    assert (again.subject, again.body, again.meta) == (first.subject, first.body, first.meta)
    attached = (again.meta or {})["attachments"][0]
    verdict = verify(base64.b64decode(attached["content"]), house.brand.signing_public)
    assert (verdict.valid, verdict.number) == (True, visitor.answer["record"]["number"])


@pytest.mark.check(6)
def test_the_reason_can_be_skipped(visitor: Visitor) -> None:
    cancel(visitor)
    assert visitor.labels[0] == "Skip"

    visitor.press("Skip")
    # By which way confirmations shall go in future can be skipped as well.
    assert visitor.labels[0] == "Skip"
    visitor.press("Skip")

    assert "welcome back" in visitor.text
    assert "undo" in visitor.text


def test_what_stands_on_a_choice_can_be_written_instead(visitor: Visitor) -> None:
    visitor.begin("BL-1001").say("Where does my cancellation stand?")
    assert "nothing about a cancellation" in visitor.text or "active" in visitor.text

    visitor.say("cancel something")
    visitor.say("No, cancel.")
    visitor.say("confirm cancellation")

    assert visitor.answer["record"]["kind"] == "termination"


def test_an_accepted_alternative_is_confirmed_and_applied(house: House, visitor: Visitor) -> None:
    visitor.begin("BL-1001").say("I want to cancel")

    visitor.press("Pause instead")

    assert "is not cancelled but paused" in visitor.text
    assert visitor.answer["record"]["kind"] == "alternative"
    house.run_due()
    assert visitor.look()["case"]["status"] == "reconciled"
    assert house.offices.calls.count("apply") == 1


def test_leaving_after_all_brings_no_second_offer(house: House, visitor: Visitor) -> None:
    visitor.begin("BL-1001").say("I want to cancel")
    visitor.press("Pause instead")
    house.run_due()

    visitor.say("I want to cancel after all")
    visitor.press("Confirm cancellation")

    assert visitor.answer["record"]["kind"] == "termination"
    assert house.count("record") == 2


def test_a_confirmed_cancellation_can_be_undone(house: House, visitor: Visitor) -> None:
    cancel(visitor)
    house.run_due()

    visitor.say("undo")
    visitor.press("Undo the cancellation")
    house.run_due()

    assert visitor.look()["case"]["status"] == "reversed"
    assert house.offices.calls.count("reinstate") == 1
    assert house.count("record") == 2


def test_it_goes_in_german(visitor: Visitor) -> None:
    visitor.begin("BL-1001", locale="de-AT").say("Ich möchte kündigen")

    visitor.press(visitor.labels[0])
    visitor.press(visitor.labels[0])

    assert visitor.answer["locale"] == "de"
    assert "Eingegangen" in visitor.text
    assert "10:30 CET" in visitor.text
    assert visitor.answer["record"]["kind"] == "termination"


def cancel(visitor: Visitor) -> None:
    visitor.begin("BL-1001").say("I want to cancel")
    visitor.press("No, cancel")
    visitor.press("Confirm cancellation")


def put_under_another_law(house: House) -> None:
    """And under another name, with other colours: what was sealed and sent before is not touched by it."""
    with house.app.database.write() as uow:
        uow.brands.save(replace(house.brand, pack="us-ca", name="Brighterline", zone="Asia/Tokyo"))
    house.app.directory.forget()


def receipt_of(house: House, visitor: Visitor) -> bytes:
    with house.app.database.read() as uow:
        stored = find_record(uow, house.brand.id, visitor.answer["record"]["number"])
    assert stored is not None
    return stored.receipt
