"""Who may read and write a chat: its bearer token, or the cookie of our own page, and nobody else."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from bot.brands import NewBrand, create_brand
from bot.publishing import publish_packaged
from tests.bot.web.chat.house import House, web_of
from tests.bot.web.chat.visitor import Visitor, answer_in, error_in, vouching
from tests.bot.web.studio.admin import Admin

OWN_PAGE = {"X-Cancelbot": "1", "Sec-Fetch-Site": "same-origin"}
MESSAGE = {"id": "3f0c1a52-4a46-4b53-9c0f-2f3f4a1f9a10", "text": "I want to cancel"}


def test_the_page_works_with_its_cookie_alone(client: FlaskClient) -> None:
    begun = answer_in(open_page(client))
    assert "token" not in begun

    answer = answer_in(client.post("/chat/demo/messages", json=MESSAGE, headers=OWN_PAGE))

    assert [message["author"] for message in answer["messages"]] == ["bot"]
    said = answer_in(client.get("/chat/demo/messages?since=1"))["messages"]
    assert [message.get("client_id") for message in said] == [MESSAGE["id"], None]


@pytest.mark.check(35)
def test_a_reload_resumes_the_chat(client: FlaskClient) -> None:
    open_page(client)
    client.post("/chat/demo/messages", json=MESSAGE, headers=OWN_PAGE)

    resumed = answer_in(client.get("/chat/demo/session"))

    assert [message["author"] for message in resumed["messages"]] == ["bot", "customer", "bot"]
    assert resumed["case"]["status"] == "requested"


def test_without_a_chat_there_is_nothing_to_resume(client: FlaskClient) -> None:
    response = client.get("/chat/demo/session")

    assert (response.status_code, response.data) == (204, b"")


def test_the_cookie_is_out_of_reach_of_scripts(client: FlaskClient) -> None:
    assert set_cookie(open_page(client)) == {"HttpOnly", "Path=/", "SameSite=Lax", "Max-Age=2592000"}


def test_behind_https_the_cookie_is_bound_to_the_host(house: House) -> None:
    settings = replace(house.app.settings, base_url="https://bot.example")
    client = web_of(replace(house.app, settings=settings), house.streams).test_client()

    response = client.post("/chat/demo/sessions", json={}, headers=OWN_PAGE, base_url="https://bot.example")

    assert set_cookie(response) >= {"Secure", "HttpOnly", "Path=/", "SameSite=None", "Partitioned"}
    assert response.headers["Set-Cookie"].startswith("__Host-chat-demo=")
    assert "Domain" not in response.headers["Set-Cookie"]


NOT_OUR_PAGE: tuple[dict[str, str], ...] = (
    {},
    {"X-Cancelbot": "1", "Sec-Fetch-Site": "cross-site"},
    {"X-Cancelbot": "1", "Sec-Fetch-Site": "same-site"},
    {"Sec-Fetch-Site": "same-origin"},
    {"Sec-Fetch-Site": "cross-site"},
    {"X-Cancelbot": "1", "Origin": "https://evil.example"},
    {"X-Cancelbot": "1", "Origin": "null"},
    {"X-Cancelbot": "yes", "Sec-Fetch-Site": "same-origin"},
)


@pytest.mark.check(36)
def test_with_a_cookie_only_our_own_page_may_write(house: House, client: FlaskClient) -> None:
    open_page(client)
    before = house.rows()

    answers = [client.post("/chat/demo/messages", json=MESSAGE, headers=each) for each in NOT_OUR_PAGE]

    assert [error_in(answer) for answer in answers] == [(403, "cross_site")] * len(NOT_OUR_PAGE)
    assert house.rows() == before


ANOTHER_SITE: tuple[dict[str, str], ...] = (
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "cross-site", "Content-Type": "application/x-www-form-urlencoded"},
    {"Origin": "https://evil.example"},
    {"Origin": "null"},
    {"Origin": "http://[::1"},
    {"Origin": "http://localhost"},
)


def test_another_site_cannot_put_its_own_chat_in_the_place_of_the_visitors(
    house: House, client: FlaskClient
) -> None:
    before = house.rows()

    answers = [client.post("/chat/demo/sessions", headers=each) for each in ANOTHER_SITE]

    assert [error_in(answer) for answer in answers] == [(403, "cross_site")] * len(ANOTHER_SITE)
    assert not any("Set-Cookie" in answer.headers for answer in answers)
    assert house.rows() == before


EVERY_CHANGE = {"POST", "PUT", "PATCH", "DELETE"}
PROVEN_OTHERWISE = ("/webhooks/", "/api/brands/")
"""Providers and brands sign what they send, and no browser is with them."""


@pytest.mark.parametrize(
    "site",
    [{"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://evil.example"}],
    ids=lambda site: next(iter(site)),
)
@pytest.mark.check(36)
def test_wherever_somebody_is_logged_in_another_site_changes_nothing(
    house: House, client: FlaskClient, site: dict[str, str]
) -> None:
    """Every route that changes something, with the cookies of the chat and of an admin."""
    open_page(client)
    admin = Admin(client)
    before = house.rows()

    answers = {
        f"{method} {rule.rule}": client.open(
            address_of(rule), method=method, headers=headers, json={}
        ).status_code
        for rule in house.flask.url_map.iter_rules()
        for method in (rule.methods or set()) & EVERY_CHANGE
        for headers in [site | {"X-CSRF-Token": admin.csrf}]
        if not rule.rule.startswith(PROVEN_OTHERWISE)
    }

    assert len(answers) > 15
    assert {name: status for name, status in answers.items() if status != 403} == {}
    assert house.rows() == before


def address_of(rule: Rule) -> str:
    """The rule's path, of the demo and of things that may exist."""
    named = {"slug": "demo", "brand": "demo", "locale": "en", "name": "welcome", "action": "claim"}
    return re.sub(r"<(?:\w+:)?(\w+)>", lambda found: named.get(found[1], "0" * 32), rule.rule)


@pytest.mark.check(36)
def test_only_allow_listed_sites_may_embed_the_chat_and_none_any_other_page(
    house: House, client: FlaskClient
) -> None:
    account = house.account("webchat")
    allowed = {**account.settings, "embed_origins": "https://acme.example https://shop.acme.example"}
    with house.app.database.write() as uow:
        uow.accounts.save(replace(account, settings=allowed))
    house.app.directory.forget()

    assert embedders(client, "/chat/demo/") == {"'self'", "https://acme.example", "https://shop.acme.example"}
    for path in ("/", "/login", "/desk/", "/studio/", "/docs", "/chat/nobody/"):
        assert embedders(client, path) <= {"'self'", "'none'"}, path


@pytest.mark.check(36)
def test_without_an_allow_list_nobody_embeds_the_chat(house: House, client: FlaskClient) -> None:
    account = house.account("webchat")
    with house.app.database.write() as uow:
        uow.accounts.save(replace(account, settings={**account.settings, "embed_origins": ""}))
    house.app.directory.forget()

    assert embedders(client, "/chat/demo/") <= {"'self'", "'none'"}


def embedders(client: FlaskClient, path: str) -> set[str]:
    """Who may show the page in a frame, as its policy says."""
    policy = client.get(path).headers["Content-Security-Policy"]
    (names,) = re.findall(r"frame-ancestors ([^;]+)", policy)
    return set(names.split())


def test_a_bearer_token_needs_no_page(house: House) -> None:
    visitor = Visitor(house.client()).begin()

    answer = answer_in(
        house.client().post(
            "/chat/demo/messages",
            json=MESSAGE,
            headers={**visitor.headers, "Origin": "https://app.example", "Sec-Fetch-Site": "cross-site"},
        )
    )

    assert answer["step"] == "identify"


def test_the_page_goes_on_with_the_chat_of_the_same_customer(house: House, client: FlaskClient) -> None:
    open_page(client, identity=vouching("BL-1001"))
    client.post("/chat/demo/messages", json=MESSAGE, headers=OWN_PAGE)

    again = answer_in(open_page(client, identity=vouching("BL-1001")))
    other = answer_in(open_page(client, identity=vouching("BL-1003")))

    assert len(again["messages"]) == 3
    assert len(other["messages"]) == 1
    assert house.count("conversation") == 2


REQUESTS = (
    ("GET", "/chat/{}/messages"),
    ("POST", "/chat/{}/messages"),
    ("GET", "/chat/{}/events"),
)


def test_an_unknown_token_is_refused(house: House) -> None:
    before = house.rows()

    answers = [
        ask(house, method, path.format("demo"), token)
        for method, path in REQUESTS
        for token in ("", "x", "no-such-token", "ü", "a" * 5000)
    ]

    assert [error_in(answer) for answer in answers] == [(401, "no_session")] * 15
    assert house.rows() == before


def test_the_token_of_another_brand_is_refused(house: House) -> None:
    add_brand(house, "other")
    token = Visitor(house.client()).begin().token

    answers = [ask(house, method, path.format("other"), token) for method, path in REQUESTS]

    assert [error_in(answer) for answer in answers] == [(401, "no_session")] * 3


def test_a_token_that_vouches_at_one_brand_is_refused_at_another(house: House) -> None:
    add_brand(house, "other")

    response = house.client().post("/chat/other/sessions", json={"identity": vouching("BL-1001")})

    assert error_in(response) == (401, "identity_refused")


def test_unknown_brands_get_the_same_answer_everywhere(house: House) -> None:
    token = Visitor(house.client()).begin().token
    requests = (*REQUESTS, ("POST", "/chat/{}/sessions"), ("GET", "/chat/{}/session"))

    answers = [
        ask(house, method, path.format(slug), token)
        for method, path in requests
        for slug in ("nobody", "DEMO", "demo%20", "ü", "x" * 200)
    ]

    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.data for answer in answers}) == 1


def test_the_token_is_kept_nowhere(house: House, visitor: Visitor, tmp_path: Path) -> None:
    visitor.begin()

    for file in tmp_path.iterdir():
        assert visitor.token.encode() not in file.read_bytes()


def ask(house: House, method: str, path: str, token: str) -> TestResponse:
    message = MESSAGE if method == "POST" else None
    headers = {"Authorization": f"Bearer {token}"}
    return house.client().open(path, method=method, json=message, headers=headers)


def open_page(client: FlaskClient, **wanted: str) -> TestResponse:
    return client.post("/chat/demo/sessions", json=wanted, headers=OWN_PAGE)


def set_cookie(response: TestResponse) -> set[str]:
    """The attributes of the one cookie."""
    (cookie,) = response.headers.getlist("Set-Cookie")
    return {each.strip() for each in cookie.split(";")[1:] if not each.strip().startswith("Expires")}


def add_brand(house: House, slug: str) -> None:
    now = house.clock()
    with house.app.database.write() as uow:
        brand = create_brand(uow, NewBrand(slug, slug.title(), "Europe/Berlin", "EUR", ("en",), "OT"), now)
        settings = {"token_key": "another-brands-key-of-32-characters"}
        uow.accounts.add(brand.id, kind="webchat", name="Web", address=slug, now=now, settings=settings)
        publish_packaged(uow, brand.id, "Test", now)
