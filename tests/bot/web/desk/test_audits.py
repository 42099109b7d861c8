"""The audits of a brand: for its admins alone, what they found reads like a report, and none is missed."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text

from bot.audit.auditing import Auditing, audited, keep
from bot.backoffice.base import BackOffice, Unavailable
from bot.heartbeat import note_worker
from storage.repositories.brands import BrandRow
from tests.bot.web.desk.test_history import cancelled
from tests.bot.web.desk.world import BROWSER, Desk, World


def page(desk: Desk, path: str = "") -> tuple[int, str]:
    answer = desk.http.get(f"/desk/audit{path}", headers=BROWSER)
    return answer.status_code, answer.text


def make(world: World) -> str:
    """An audit as a worker makes it; its id."""
    keep(world.app, world.house.brand, audited(world.app, world.house.brand))
    with world.database.read() as uow:
        return uow.auditing.latest(world.house.id)[0].id


def lose(world: World, number: str) -> None:
    with world.database.engine.begin() as connection:
        connection.execute(text("PRAGMA defer_foreign_keys = ON"))
        connection.execute(text("DELETE FROM record_document"))
        connection.execute(text("DELETE FROM record WHERE number = :n"), {"n": number})


def test_it_is_for_admins(world: World) -> None:
    answer = world.client().http.get("/desk/audit", headers=BROWSER)
    assert (answer.status_code, answer.location) == (303, "/login?next=/desk/audit")
    made = make(world)
    for path in ("", f"/{made}", f"/{made}.json"):
        assert page(world.client("Kim"), path)[0] == 403
    assert "/desk/audit" not in world.client("Kim").http.get("/desk/", headers=BROWSER).text


def test_before_the_first_one(world: World) -> None:
    status, said = page(world.client("Sam"))
    assert status == 200
    assert "No audit was made yet" in said
    assert "none for two days" not in said


def test_a_report_without_findings(world: World) -> None:
    cancelled(world)
    world.clock.ahead += timedelta(minutes=5)
    made = make(world)
    sam = world.client("Sam")

    listed = page(sam)[1]
    assert f'href="/desk/audit/{made}"' in listed
    status, said = page(sam, f"/{made}")
    assert status == 200
    assert "<strong>No findings.</strong>" in said
    assert 'own system</td><td class="number">1</td>' in said
    saved = sam.http.get(f"/desk/audit/{made}.json")
    assert saved.headers["Content-Disposition"].startswith('attachment; filename="audit-north-')
    assert json.loads(saved.data)["found"] == {}
    assert '<span class="badge bad">' not in listed


def test_findings_are_told_with_what_they_mean_and_what_to_do_and_on_every_page(world: World) -> None:
    number = cancelled(world)
    lose(world, number)
    world.clock.ahead += timedelta(minutes=5)
    made = make(world)
    sam = world.client("Sam")

    said = page(sam, f"/{made}")[1]
    assert "<strong>2 findings.</strong>" in said
    assert "A cancellation was accepted, and there is no record of it. It was deleted." in said
    assert "compare it with the last backup" in said
    for path in ("/desk/", "/desk/history"):
        assert '<span class="badge bad">2 findings</span>' in sam.http.get(path, headers=BROWSER).text


def test_a_silent_back_office_is_not_called_clean(world: World) -> None:
    cancelled(world)
    world.clock.ahead += timedelta(minutes=5)
    down = replace(world.app, office_of=silent)
    keep(down, world.house.brand, audited(down, world.house.brand))
    with world.database.read() as uow:
        (row,) = uow.auditing.latest(world.house.id)

    sam = world.client("Sam")
    said = page(sam, f"/{row.id}")[1]
    assert "No findings in what was looked at." in said
    assert "That is no proof that there is nothing." in said
    assert "the back office did not answer (no answer within 2 s)" in said
    listed = page(sam)[1]
    assert '<span class="badge bad">not all looked at</span>' in listed
    assert "<td>0 of 1</td>" in listed


def silent(brand: BrandRow) -> BackOffice:
    raise Unavailable("no answer within 2 s")


def test_where_none_was_made_for_two_days_it_is_said(world: World) -> None:
    make(world)
    sam = world.client("Sam")
    assert "none for two days" not in page(sam)[1]

    world.clock.ahead += timedelta(days=2)
    sam = world.client("Sam")

    said = page(sam)[1]
    assert '<span class="badge bad">none for two days</span>' in said
    assert "No worker is running: start one." in said
    with world.database.write() as uow:
        note_worker(uow, world.clock())
    assert "Look into the worker&#39;s log." in page(sam)[1].replace("'", "&#39;")


def test_one_can_be_asked_for_and_a_worker_makes_it(world: World) -> None:
    auditing = Auditing(world.app)
    go(auditing)
    world.clock.ahead += timedelta(minutes=5)
    sam = world.client("Sam")

    refused = sam.http.post("/desk/audit", headers=BROWSER)
    assert refused.status_code == 403
    asked = sam.http.post("/desk/audit", data={"csrf": sam.csrf}, headers=BROWSER)
    assert (asked.status_code, asked.location) == (303, "/desk/audit")
    assert "Sam asked for an audit at" in page(sam)[1]
    kim = world.client("Kim")
    assert kim.http.post("/desk/audit", data={"csrf": kim.csrf}, headers=BROWSER).status_code == 403

    world.clock.ahead += timedelta(seconds=10)
    go(auditing)

    said = page(sam)[1]
    assert "asked for an audit" not in said
    assert said.count('<th scope="row">') == 2


def test_the_daily_one_will_do_for_who_asked_before_it_began(world: World) -> None:
    auditing = Auditing(world.app)
    go(auditing)
    sam = world.client("Sam")
    sam.http.post("/desk/audit", data={"csrf": sam.csrf}, headers=BROWSER)

    world.clock.ahead += timedelta(days=1)
    go(auditing)

    sam = world.client("Sam")
    assert "asked for an audit" not in page(sam)[1]
    assert page(sam)[1].count('<th scope="row">') >= 1


def go(auditing: Auditing) -> None:
    while auditing.go_on():
        pass


@pytest.mark.parametrize("path", ["/nothing", "/nothing.json"])
def test_what_is_not_there(world: World, path: str) -> None:
    assert page(world.client("Sam"), path)[0] == 404


def test_another_brand_sees_none_of_it(world: World) -> None:
    made = make(world)
    stranger = world.client("Sam", world.other)

    assert made not in page(stranger)[1]
    assert page(stranger, f"/{made}")[0] == 404
