"""The history page: whoever is logged in finds their own brand's customers and records, and nobody else's."""

import pytest

from tests.bot.web.desk.world import BROWSER, Desk, World


def page(desk: Desk, **asked: str) -> tuple[int, str]:
    answer = desk.http.get("/desk/history", query_string=asked, headers=BROWSER)
    return answer.status_code, answer.text


def cancelled(world: World) -> str:
    """The number of a record of the customer L-000001's."""
    customer = world.vouched("L-000001")
    customer.says("I want to cancel")
    for _ in range(3):
        choices = [each.body.choices for each in customer.transcript if each.body.choices][-1]
        way_out = next((each for each in choices if each.outcome in ("cancel", "confirm")), None)
        if way_out is not None:
            customer.says("", choice=way_out.id)
    world.deliver()
    with world.database.read() as uow:
        (record,) = uow.records.since(world.house.id, world.clock().replace(year=2000))
    return record.number


def test_strangers_are_asked_to_log_in(world: World) -> None:
    answer = world.client().http.get("/desk/history", headers=BROWSER)
    assert (answer.status_code, answer.location) == (303, "/login?next=/desk/history")


def test_records_of_the_last_days_lead_to_the_line(world: World) -> None:
    number = cancelled(world)
    desk = world.client("Kim")

    status, listed = page(desk)
    assert status == 200
    assert f'href="/desk/history?q={number}"' in listed
    status, line = page(desk, q=number)
    assert status == 200
    assert "Customer L-000001" in line
    assert "Record sealed: termination" in line
    assert "Open the chat" in line


def test_kinds_and_days_narrow_it(world: World) -> None:
    number = cancelled(world)
    desk = world.client("Kim")

    assert "The customer wishes to cancel" not in page(desk, q=number, kind="record")[1]
    assert "Nothing of that kind" in page(desk, q=number, since="2001-01-01", until="2001-01-02")[1]
    assert "No records" in page(desk, kind="reversal")[1]
    assert number not in page(desk, until="2001-01-02")[1]


def test_another_brand_finds_nothing(world: World) -> None:
    number = cancelled(world)
    stranger = world.client("Kim", world.other)

    assert number not in page(stranger)[1]
    status, said = page(stranger, q=number)
    assert status == 404
    assert "Nothing found" in said


@pytest.mark.parametrize("day", ["yesterday", "2026-02-30"])
def test_a_day_that_is_none_is_said(world: World, day: str) -> None:
    status, said = page(world.client("Kim"), since=day)
    assert status == 200
    assert f"“{day}” is no day; expected one such as 2026-03-10." in said


def test_what_was_searched_is_shown_as_text(world: World) -> None:
    status, said = page(world.client("Kim"), q="<script>alert(1)</script>")
    assert status == 404
    assert "<script>alert" not in said
