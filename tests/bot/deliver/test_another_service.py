"""Going over to another service in the middle of a cancellation: what is under way about it is known."""

from bot.backoffice.base import Unavailable
from dialogs.case import Case
from dialogs.ids import CustomerRef
from dialogs.turn import CASE
from tests.bot.web.chat.house import NOW, House
from tests.bot.web.chat.visitor import Visitor, vouching
from tests.bot.web.conftest import house

__all__ = ["house"]

FIBRE, TV = "Fibre", "Brightline TV"


def test_its_cancellation_of_another_chat_is_told(house: House) -> None:
    first = begun(house)
    cancel(first, TV)
    visitor = begun(house)
    choose(visitor, FIBRE)

    visitor.say("cancel my Brightline TV")

    assert f"your cancellation {first.answer['record']['number']} is accepted" in visitor.text
    assert [case.service_name for case in cases(house) if case.decision == "cancel"] == [TV]


def test_cancelled_while_it_is_being_taken_back_elsewhere_it_ends_after_all(house: House) -> None:
    first = begun(house)
    cancel(first, TV)
    house.run_due()
    house.offices.write_fault = Unavailable("no answer")
    first.say("undo")
    first.press("Undo the cancellation")
    house.run_due()
    visitor = begun(house)
    choose(visitor, FIBRE)

    visitor.say("cancel my Brightline TV")
    confirm(visitor)
    house.offices.write_fault = None
    house.clock.go_on(hours=2)
    house.run_due()

    assert [call for call in house.offices.calls if call in ("cancel", "reinstate")] == [
        "cancel",
        "reinstate",
        "cancel",
    ]
    assert status_in_office(house, TV) == "ending"


def begun(house: House) -> Visitor:
    return Visitor(house.client()).begin(identity=vouching("BL-1002", house.clock.now))


def labelled(visitor: Visitor, service: str) -> str:
    return next(label for label in visitor.labels if service in label)


def choose(visitor: Visitor, service: str) -> None:
    visitor.say("I want to cancel")
    visitor.press(labelled(visitor, service))


def cancel(visitor: Visitor, service: str) -> None:
    choose(visitor, service)
    confirm(visitor)


def confirm(visitor: Visitor) -> None:
    if "No, cancel" in visitor.labels:
        visitor.press("No, cancel")
    visitor.press("Confirm cancellation")


def cases(house: House) -> list[Case]:
    with house.app.database.read() as uow:
        rows = uow.cases.declared_between(house.brand.id, NOW, house.clock.now.replace(year=2030))
    return [CASE.validate_json(row.data) for row in rows]


def status_in_office(house: House, name: str) -> str:
    today = house.clock.now.date()
    services = house.app.office_of(house.brand).services(CustomerRef("BL-1002"), today)
    return next(service.status for service in services if service.name == name)
