"""One customer, one case: what was declared on one channel goes on on another, from its first moment."""

from pathlib import Path

import pytest

from dialogs.case import Case
from dialogs.turn import CASE
from tests.bot.web.chat.house import NOW, House, opened
from tests.bot.web.chat.visitor import Visitor, vouching
from tests.bot.web.webhooks.phone import Phone
from tests.bot.web.webhooks.telegram_user import TelegramUser


@pytest.mark.check(11, 17)
def test_a_bare_cancel_by_text_goes_on_in_the_web_chat(house: House) -> None:
    Phone(house).text("CANCEL", OptOutType="STOP")
    house.clock.go_on(hours=2)
    visitor = begin(house)

    visitor.say("I want to cancel")
    visitor.press("No, cancel")
    visitor.press("Confirm cancellation")

    assert visitor.answer["case"]["declared_at"] == "2026-03-10T09:30:15.000+00:00"
    assert visitor.answer["record"]["declared_at"] == "2026-03-10T09:30:15.000+00:00"
    assert visitor.answer["record"]["confirmed_at"] == "2026-03-10T11:30:15.000+00:00"
    assert statuses(house) == ["accepted", "merged"]
    house.run_due()
    assert house.offices.calls.count("cancel") == 1


@pytest.mark.check(5)
def test_the_offer_is_made_once_over_all_channels(house: House) -> None:
    phone = Phone(house)
    phone.text("I want to cancel")
    phone.text("1")
    assert "pause" in " ".join(phone.text(phone.code))

    visitor = begin(house)
    visitor.say("I want to cancel")

    assert visitor.answer["step"] == "confirm"
    assert "pause" not in visitor.text.lower()
    user = TelegramUser(house)
    user.say("cancel")
    assert "Confirm the cancellation?" in user.share()


@pytest.mark.check(5)
def test_the_offer_is_made_once_over_a_restart(house: House, tmp_path: Path) -> None:
    visitor = begin(house)
    visitor.say("I want to cancel")
    assert visitor.labels == ["No, cancel", "Pause instead"]

    with opened(house.app.settings.database_url, tmp_path, clock=house.clock) as restarted:
        visitor.client = restarted.client()
        visitor.press("No, cancel")
        visitor.say("help")
        other = begin(restarted)
        other.say("I want to cancel")

    assert visitor.labels == ["Confirm cancellation", "Keep it"]
    assert other.labels == ["Confirm cancellation", "Keep it"]
    assert "Pause" not in visitor.text + other.text


def test_confirmed_on_one_channel_is_known_on_the_other(house: House) -> None:
    visitor = begin(house)
    visitor.say("I want to cancel")
    visitor.press("No, cancel")
    visitor.press("Confirm cancellation")
    house.run_due()

    user = TelegramUser(house)
    user.say("I want to cancel")
    told = user.share()

    assert visitor.answer["record"]["number"] in told or "already cancelled" in told
    assert house.count("record") == 1
    assert house.offices.calls.count("cancel") == 1


def test_asked_on_two_channels_and_confirmed_on_both_it_is_one_cancellation(house: House) -> None:
    visitor, user = begin(house), TelegramUser(house)
    visitor.say("I want to cancel")
    visitor.press("No, cancel")
    user.say("I want to cancel")
    user.share()

    visitor.press("Confirm cancellation")
    user.press("Confirm cancellation")
    house.run_due()

    assert house.offices.calls.count("cancel") == 1
    assert house.count("record") == 1
    assert statuses(house) == ["merged", "reconciled"]


def test_a_question_still_open_goes_on_when_its_case_went_into_an_earlier_one(house: House) -> None:
    user = TelegramUser(house)
    user.say("I want to cancel")
    house.clock.go_on(hours=1)
    visitor = begin(house)
    visitor.say("I want to cancel")
    visitor.press("No, cancel")
    user.share()

    visitor.press("Confirm cancellation")
    house.run_due()

    assert visitor.look()["case"]["status"] == "reconciled"
    assert visitor.answer["record"]["declared_at"] == "2026-03-10T09:30:15.000+00:00"
    assert house.count("record") == 1


def test_keeping_after_it_was_confirmed_elsewhere_undoes_nothing_behind_ones_back(house: House) -> None:
    visitor, user = begin(house), TelegramUser(house)
    visitor.say("I want to cancel")
    visitor.press("No, cancel")
    user.say("I want to cancel")
    user.share()
    visitor.press("Confirm cancellation")

    told = user.press("Keep it")
    house.run_due()

    assert visitor.answer["record"]["number"] in told
    assert "is accepted" in told or "is carried out" in told
    assert statuses(house) == ["merged", "reconciled"]


def test_another_service_is_another_case(house: House) -> None:
    visitor = Visitor(house.client()).begin("BL-1002")
    for service in ("Brightline TV", "Brightline Mobile"):
        visitor.say("I want to cancel")
        visitor.say(service)
        if "No, cancel" in visitor.labels:
            visitor.press("No, cancel")
        visitor.press("Confirm cancellation")

    assert house.count("record") == 2
    # Both were declared in the same moment of the clock that stands still.
    assert {case.service_name for case in cases(house)} == {"Brightline TV", "Brightline Mobile"}


@pytest.mark.parametrize("by_mail", [True, False])
def test_a_strangers_declaration_merges_into_nothing_by_itself(house: House, by_mail: bool) -> None:
    stranger = Visitor(house.client()).begin()
    stranger.say("I want to cancel")
    stranger.press("Go on without")
    stranger.say("Ada Sommer, BL-1001, ada.sommer@example.com" if by_mail else "Ada Sommer, BL-1001")
    house.clock.go_on(hours=1)

    visitor = begin(house)
    visitor.say("I want to cancel")

    assert visitor.answer["case"]["declared_at"] == house.clock.now.isoformat(timespec="milliseconds")
    assert house.conversation(stranger.token).status == "waiting"


def begin(house: House) -> Visitor:
    """The customer BL-1001 at the web chat, vouched for now."""
    return Visitor(house.client()).begin(identity=vouching("BL-1001", house.clock.now))


def cases(house: House) -> list[Case]:
    """All cases of the test, the first declared first."""
    with house.app.database.read() as uow:
        rows = uow.cases.declared_between(house.brand.id, NOW, house.clock.now.replace(year=2030))
    return [CASE.validate_json(row.data) for row in rows]


def statuses(house: House) -> list[str]:
    return sorted(case.status for case in cases(house))
