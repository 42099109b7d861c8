"""A cancellation by chat whose back office is the brand's own system, over HTTP."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.backoffice.base import BackOffice
from bot.backoffice.breaker import GuardedOffice
from bot.backoffice.choosing import SETTING, Offices
from bot.backoffice.http.client import HttpBackOffice
from bot.backoffice.local import LocalBackOffice
from bot.deliver.loop import Deliverer
from bot.outbounds import Outbounds
from bot.publishing import Dialogs
from bot.sandbox.wiring import direct_outbound
from bot.web.streams import Streams
from dialogs.ids import CustomerRef
from storage.repositories.brands import BrandRow
from tests.bot.backoffice.http_reference import Reference, ReferenceServer
from tests.bot.web.chat.house import House, opened, web_of
from tests.bot.web.chat.visitor import Visitor

KEY = "the key that brand and Cancelbot share"


@pytest.fixture
def server() -> Iterator[ReferenceServer]:
    with ReferenceServer().running() as server:
        yield server


@pytest.fixture
def outside(seeded_sqlite: str, tmp_path: Path, dialogs: Dialogs, server: ReferenceServer) -> Iterator[House]:
    """The demo, whose customers are known on the brand's side only."""
    with opened(seeded_sqlite, tmp_path, dialogs) as house:
        local = LocalBackOffice(house.app.database, house.brand, house.clock)
        server.brands["demo"] = Reference(local, KEY)
        choose(house, server, tmp_path)
        asked = Asked(Offices(house.app.database, house.clock, lambda: house.clock().timestamp()))
        app = replace(house.app, office_of=asked.of)
        outbounds = Outbounds(direct_outbound(app.database, house.clock))
        deliverer = Deliverer(app, outbounds, threads=1)
        yield replace(house, app=app, deliverer=deliverer, flask=web_of(app, Streams()))
        deliverer.close()
        outbounds.close()
        asked.close()


@pytest.fixture
def brands_side(outside: House, server: ReferenceServer) -> Reference:
    return server.brands["demo"]


@pytest.fixture
def visitor(outside: House) -> Visitor:
    return Visitor(outside.client())


class Asked:
    """The offices, as processes open them, to be closed with the test."""

    def __init__(self, offices: Offices) -> None:
        self._offices = offices
        self._opened: set[HttpBackOffice] = set()

    def of(self, brand: BrandRow) -> BackOffice:
        office = self._offices.of(brand)
        assert isinstance(office, GuardedOffice)
        assert isinstance(office.guards, HttpBackOffice)
        self._opened.add(office.guards)
        return office

    def close(self) -> None:
        assert len(self._opened) <= 1, "one brand has one client"
        for office in self._opened:
            office.close()


def choose(house: House, server: ReferenceServer, folder: Path) -> None:
    (folder / "key").write_text(KEY, encoding="utf-8")
    choice = {"kind": "http", "url": f"{server.url}/demo", "key": f"file:{folder}/key"}
    with house.app.database.write() as uow:
        uow.brands.save(replace(house.brand, settings={**house.brand.settings, SETTING: choice}))
    house.app.directory.forget()


def cancel(visitor: Visitor) -> None:
    visitor.begin("BL-1001").say("I want to cancel")
    visitor.press("No, cancel")
    visitor.press("Confirm cancellation")


def test_it_is_quoted_confirmed_carried_out_and_read_back(
    outside: House, brands_side: Reference, visitor: Visitor
) -> None:
    cancel(visitor)

    assert "Last day: March 27, 2026" in visitor.text
    assert visitor.answer["case"]["status"] == "accepted"
    assert brands_side.keys == []

    outside.run_due()
    assert visitor.look()["case"]["status"] == "reconciled"
    assert "Done: Brightline has carried out" in visitor.look()["messages"][-1]["text"]
    assert brands_side.calls[:2] == ["find-customer", "services"]
    assert [brands_side.calls.count(call) for call in ("cancel", "read-back")] == [1, 1]


@pytest.mark.parametrize("fault", ["closed", "500", "truncated"])
def test_an_answer_lost_after_the_work_is_asked_for_again_under_the_same_key(
    outside: House, brands_side: Reference, visitor: Visitor, fault: str
) -> None:
    cancel(visitor)
    brands_side.misbehave(fault, after=True, times=1)
    outside.run_due()
    assert visitor.look()["case"]["status"] == "accepted"

    outside.clock.go_on(hours=1)
    outside.run_due()

    assert visitor.look()["case"]["status"] == "reconciled"
    first, second = brands_side.keys
    assert first == second
    with outside.app.database.read() as uow:
        done = [
            each
            for service in uow.local_office.services_of(outside.brand.id, CustomerRef("BL-1001"))
            for each in uow.local_office.operations_of(outside.brand.id, service.ref)
        ]
    assert [(each.kind, each.key) for each in done] == [("cancel", first)]


@pytest.mark.parametrize(("fault", "minutes"), [("429 for ten minutes", 10), ("503 for a day", 60)])
def test_who_asks_to_be_left_in_peace_is_for_so_long_and_an_hour_at_most(
    outside: House, brands_side: Reference, visitor: Visitor, fault: str, minutes: int
) -> None:
    cancel(visitor)
    brands_side.misbehave(fault, times=1)
    outside.run_due()
    asked = len(brands_side.calls)

    outside.clock.go_on(minutes=minutes - 1)
    outside.run_due()
    assert len(brands_side.calls) == asked
    outside.clock.go_on(minutes=2)
    outside.run_due()

    assert visitor.look()["case"]["status"] == "reconciled"


def test_a_no_of_the_brands_side_goes_to_a_person(
    outside: House, brands_side: Reference, visitor: Visitor
) -> None:
    cancel(visitor)
    brands_side.misbehave("refused with 409")
    outside.run_due()

    now = visitor.look()
    assert (now["case"]["status"], now["status"]) == ("failed", "waiting")


def test_while_the_brands_side_is_down_the_declaration_stands(
    outside: House, brands_side: Reference, visitor: Visitor
) -> None:
    brands_side.misbehave("502")
    visitor.begin("BL-1001").say("I want to cancel")
    visitor.press("Confirm cancellation")
    outside.run_due()
    assert visitor.look()["case"]["status"] == "accepted"

    brands_side.behave()
    outside.clock.go_on(hours=1)
    outside.run_due()

    now = visitor.look()
    assert now["case"]["status"] == "reconciled"
    assert now["record"]["end_date"] == "2026-03-27"
