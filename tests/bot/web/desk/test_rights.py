"""Every route, every role, two brands: generated from the routes there are."""

from collections.abc import Iterator

import pytest
from flask import Flask
from werkzeug.routing import Rule

from bot.web.login import needs
from tests.bot.web.desk.world import BROWSER, Customer, Desk, World, error_of

CUSTOMERS = "/chat/<slug>/records/<number>/pdf"
"""It knows a customer by the token of their chat: whoever has none finds nothing there."""
OPEN_TO_ALL = {"/login", "/static/<path:filename>", CUSTOMERS}
NOWHERE = "0" * 32


def guarded(flask: Flask) -> Iterator[tuple[str, Rule]]:
    for rule in flask.url_map.iter_rules():
        if rule.rule not in OPEN_TO_ALL:
            for method in sorted((rule.methods or set()) & {"GET", "POST"}):
                yield method, rule


def address(rule: Rule) -> str:
    return (
        rule.rule.replace("<conversation>", NOWHERE).replace("<effect>", NOWHERE).replace("<action>", "claim")
    )


def test_strangers_get_nowhere(world: World) -> None:
    answers = {
        f"{method} {rule.rule}": world.client().http.open(address(rule), method=method).status_code
        for method, rule in guarded(world.flask)
    }

    assert len(answers) > 8
    assert {name: status for name, status in answers.items() if status != 401} == {}


def test_every_change_needs_the_sessions_token(world: World, kim: Desk) -> None:
    posts = [address(rule) for method, rule in guarded(world.flask) if method == "POST"]

    for headers in ({}, {"X-CSRF-Token": "wrong"}, {"X-CSRF-Token": world.client("Robin").csrf}):
        statuses = {path: kim.http.post(path, headers=headers).status_code for path in posts}
        assert {path: status for path, status in statuses.items() if status != 403} == {}, headers


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "", "Origin": "https://evil.example"},
    ],
    ids=str,
)
def test_another_site_changes_nothing_even_with_the_token(
    kim: Desk, customer: Customer, headers: dict[str, str]
) -> None:
    answer = kim.post(f"conversations/{customer.id}/claim", **headers)

    assert error_of(answer) == (403, "cross_site")
    assert customer.row.status == "waiting"


def test_another_brands_things_are_unknown_like_those_that_do_not_exist(world: World, kim: Desk) -> None:
    theirs = world.waiting(house=world.other)
    somebody = world.other.staff["Robin"].id
    bodies = {"text": "hello", "id": "6f1c4a1e-5f0f-4a53-9d3e-0a4cf1a0f001", "outcome": "x", "to": somebody}

    for action in ("claim", "return", "resolve", "transfer", "messages", "notes", "read"):
        foreign = kim.post(f"conversations/{theirs.id}/{action}", bodies)
        missing = kim.post(f"conversations/{NOWHERE}/{action}", bodies)
        assert (
            (foreign.status_code, foreign.data) == (missing.status_code, missing.data) == (404, missing.data)
        )
    foreign, missing = kim.get(f"conversations/{theirs.id}"), kim.get(f"conversations/{NOWHERE}")
    assert (foreign.status_code, foreign.data) == (missing.status_code, missing.data) == (404, missing.data)
    assert theirs.row.status == "waiting"
    assert kim.read("queue?filter=open")["items"] == []


def test_a_chat_is_not_given_to_another_brands_staff(world: World, kim: Desk, customer: Customer) -> None:
    kim.act(customer, "claim")

    answer = kim.act(customer, "transfer", to=world.other.staff["Robin"].id)

    assert answer.status_code == 404
    assert customer.row.assignee_id == world.house.staff["Kim"].id


def test_what_is_for_admins_is_for_admins(world: World) -> None:
    @world.flask.get("/for-admins")
    @needs("admin")
    def for_admins() -> str:
        return "welcome"

    kim, sam = world.client("Kim"), world.client("Sam")

    assert sam.http.get("/for-admins").text == "welcome"
    assert kim.http.get("/for-admins").status_code == 403
    page = kim.http.get("/for-admins", headers=BROWSER)
    assert (page.status_code, page.mimetype) == (403, "text/html")
    assert "This is for admins." in page.text


def test_a_role_that_is_taken_away_is_gone_at_once(world: World) -> None:
    from dataclasses import replace

    @world.flask.get("/for-admins")
    @needs("admin")
    def for_admins() -> str:
        return "welcome"

    sam = world.client("Sam")
    with world.database.write() as uow:
        uow.agents.save(replace(world.house.staff["Sam"], role="agent"))

    assert sam.http.get("/for-admins").status_code == 403


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        (b"{", 400, "bad_json"),
        (b"[]", 400, "bad_json"),
        (b'{"text": 7}', 400, "bad_body"),
        (b'{"text": "x"}', 400, "bad_body"),
        (b'{"text": "x", "id": "y"}', 400, "bad_id"),
        (b'{"text": " ", "id": "6f1c4a1e-5f0f-4a53-9d3e-0a4cf1a0f001"}', 422, "bad_text"),
    ],
)
def test_a_wrong_body_is_told_what_was_expected(
    kim: Desk, customer: Customer, body: bytes, status: int, code: str
) -> None:
    kim.act(customer, "claim")

    answer = kim.http.post(
        f"/desk/api/conversations/{customer.id}/messages",
        data=body,
        content_type="application/json",
        headers={"X-CSRF-Token": kim.csrf},
    )

    assert error_of(answer) == (status, code)
