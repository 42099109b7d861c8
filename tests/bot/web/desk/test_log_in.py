"""Logging in and out: what is answered, what is kept, and when a log-in ends."""

import hashlib
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text
from werkzeug.test import TestResponse

from bot.staff import MOST_PER_NAME_AND_ORIGIN
from tests.bot.web.desk.world import BROWSER, PASSWORD, Desk, World


def set_cookie(answer: TestResponse) -> str:
    (header,) = answer.headers.getlist("Set-Cookie")
    return header


def test_the_right_password_opens_the_desk(world: World) -> None:
    desk = world.client()

    answer = desk.log_in("Kim")

    assert (answer.status_code, answer.location) == (303, "/desk/")
    assert desk.get("queue").status_code == 200


def test_whoever_is_not_logged_in_is_sent_to_log_in_and_back(world: World) -> None:
    answer = world.client().http.get("/desk/?from=mail", headers=BROWSER)

    assert (answer.status_code, answer.location) == (303, "/login?next=/desk/%3Ffrom%3Dmail")


def test_the_answer_does_not_tell_what_was_wrong(world: World) -> None:
    brand = world.house.brand.slug
    attempts = [
        {"brand": brand, "email": "kim@example.com", "password": "wrong password"},
        {"brand": brand, "email": "nobody@example.com", "password": PASSWORD},
        {"brand": "unknown", "email": "kim@example.com", "password": PASSWORD},
        {"brand": world.other.brand.slug, "email": "nobody@example.com", "password": ""},
    ]

    answers = [world.client().http.post("/login", data=attempt) for attempt in attempts]

    pages = [
        answer.text.replace(attempt["email"], "NAME").replace(attempt["brand"], "BRAND")
        for answer, attempt in zip(answers, attempts, strict=True)
    ]
    assert [answer.status_code for answer in answers] == [401] * len(attempts)
    assert len(set(pages)) == 1
    assert "Name and password do not match" in pages[0]


def test_the_cookie_is_out_of_reach_for_scripts_and_other_sites(world: World) -> None:
    header = set_cookie(world.client().log_in("Kim"))

    assert header.startswith("cancelbot-staff=")
    assert {"HttpOnly", "SameSite=Strict", "Path=/"} <= set(header.split("; "))


def test_behind_https_the_cookie_is_bound_to_the_host(world: World) -> None:
    secure = World(world.database, world.app.settings.data, "https://bot.example")

    header = set_cookie(secure.client().log_in("Kim"))

    assert header.startswith("__Host-cancelbot-staff=")
    assert {"HttpOnly", "SameSite=Strict", "Path=/", "Secure"} <= set(header.split("; "))
    assert "Domain" not in header


def test_only_the_tokens_hash_is_kept(world: World) -> None:
    token = set_cookie(world.client().log_in("Kim")).split(";")[0].split("=", 1)[1]

    with world.database.engine.connect() as connection:
        kept = connection.execute(text("SELECT token_hash FROM agent_session")).scalars().all()

    assert hashlib.sha256(token.encode()).digest() in [bytes(each) for each in kept]
    assert token.encode() not in kept


def test_a_planted_session_is_worth_nothing(world: World) -> None:
    attacker, victim = world.client("Kim"), world.client()
    cookie = attacker.http.get_cookie("cancelbot-staff")
    assert cookie is not None
    victim.http.set_cookie("cancelbot-staff", cookie.value)

    victim.log_in("Robin")

    fresh = victim.http.get_cookie("cancelbot-staff")
    assert fresh is not None
    assert fresh.value != cookie.value
    assert attacker.get("queue").status_code == 401


def test_a_log_in_ends_with_log_out(world: World, kim: Desk) -> None:
    cookie = kim.http.get_cookie("cancelbot-staff")
    assert cookie is not None

    answer = kim.http.post("/logout", data={"csrf": kim.csrf})

    assert (answer.status_code, answer.location) == (303, "/login")
    kim.http.set_cookie("cancelbot-staff", cookie.value)
    assert kim.get("queue").status_code == 401


def test_a_log_in_lasts_twelve_hours(world: World, kim: Desk) -> None:
    world.clock.ahead = timedelta(hours=11, minutes=59)
    assert kim.get("queue").status_code == 200

    world.clock.ahead = timedelta(hours=12, minutes=1)

    assert kim.get("queue").status_code == 401


def test_whoever_is_deactivated_is_out_at_once(world: World, kim: Desk) -> None:
    with world.database.write() as uow:
        uow.agents.save(replace(world.house.staff["Kim"], active=False))

    assert kim.get("queue").status_code == 401
    assert world.client().log_in("Kim").status_code == 401


def test_attempts_are_limited_for_each_name(world: World) -> None:
    for _ in range(MOST_PER_NAME_AND_ORIGIN):
        assert world.client().log_in("Kim", "wrong password").status_code == 401

    refused = world.client().log_in("Kim")

    assert refused.status_code == 429
    assert 0 < int(refused.headers["Retry-After"]) <= 900
    assert "Too many attempts" in refused.text
    assert world.client().log_in("Robin").status_code == 303
    world.clock.ahead = timedelta(minutes=16)
    assert world.client().log_in("Kim").status_code == 303


def test_a_log_in_counts_only_for_its_brand(world: World) -> None:
    assert world.client("Kim", world.other).get("queue").json == {
        "filter": "waiting",
        "counts": {"waiting": 0, "mine": 0, "bot": 0, "undecided": 0, "open": 0, "stuck": 0, "unread": 0},
        "items": [],
        "office": None,
        "seal": None,
    }


@pytest.mark.parametrize(
    ("wanted", "leads_to"),
    [
        ("/studio/", "/studio/"),
        ("/desk/?x=1", "/desk/?x=1"),
        ("//evil.example/", "/desk/"),
        ("https://evil.example/", "/desk/"),
        ("/\\evil.example", "/desk/"),
        ("/\tevil", "/desk/"),
        ("javascript:alert(1)", "/desk/"),
    ],
)
def test_a_log_in_leads_to_pages_of_ours_only(world: World, wanted: str, leads_to: str) -> None:
    assert world.client().log_in("Kim", next=wanted).location == leads_to


def test_a_form_of_another_site_cannot_log_in(world: World) -> None:
    form = {"brand": world.house.brand.slug, "email": "kim@example.com", "password": PASSWORD}

    answer = world.client().http.post("/login", data=form, headers={"Sec-Fetch-Site": "cross-site"})

    assert answer.status_code == 403
    assert "Set-Cookie" not in answer.headers
