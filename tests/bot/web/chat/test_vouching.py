"""Tokens with which the brand's own page vouches for its customer."""

import base64
import json
from datetime import timedelta
from typing import Any

import jwt
from flask.testing import FlaskClient

from bot.demo.brand import DEMO_TOKEN_KEY
from tests.bot.web.chat.house import NOW, House
from tests.bot.web.chat.visitor import Visitor, error_in, vouching

CLAIMS: dict[str, Any] = {
    "sub": "BL-1001",
    "aud": "demo",
    "exp": int(NOW.timestamp()) + 300,
    "jti": "a-token-of-its-own",
}


def test_a_right_token_vouches_for_its_customer(visitor: Visitor) -> None:
    visitor.begin("BL-1001").say("I want to cancel")

    assert visitor.answer["step"] == "offer"
    assert "Brightline Fibre 100" in visitor.text


def test_a_token_can_be_used_once(house: House, client: FlaskClient) -> None:
    token = vouching("BL-1001")
    assert begin(client, token) == (201, None)
    before = house.rows()

    assert begin(client, token) == (401, "token_used")
    assert house.rows() == before


WRONG_CLAIMS: list[dict[str, Any]] = [
    {"aud": "another"},
    {"aud": None},
    {"aud": ["another", "third"]},
    {"exp": int(NOW.timestamp()) - 60},
    {"exp": int(NOW.timestamp()) + 3 * 3600},
    {"exp": 10**30},
    {"exp": -(10**30)},
    {"exp": 1e400},
    {"exp": "tomorrow"},
    {"exp": None},
    {"sub": None},
    {"sub": 1001},
    {"sub": ""},
    {"sub": "BL-\x001001"},
    {"sub": "BL-\ud8001001"},
    {"sub": "B" * 300},
    {"jti": None},
    {"jti": ""},
    {"jti": 7},
    {"jti": "a\x00b"},
]


def test_a_wrong_claim_is_refused(house: House, client: FlaskClient) -> None:
    before = house.rows()
    answers = {}

    for changes in WRONG_CLAIMS:
        claims = {name: value for name, value in (CLAIMS | changes).items() if value is not None}
        answers[repr(changes)] = begin(client, signed(claims))

    assert answers == {repr(changes): (401, "identity_refused") for changes in WRONG_CLAIMS}
    assert house.rows() == before


def test_a_life_of_up_to_an_hour_is_taken(client: FlaskClient) -> None:
    for life in (timedelta(seconds=10), timedelta(minutes=59)):
        assert begin(client, vouching("BL-1001", life=life)) == (201, None)


WRONGLY_SIGNED = (
    jwt.encode(CLAIMS, "another-key-that-is-long-enough-too", algorithm="HS256"),
    jwt.encode(CLAIMS, "", algorithm="none"),
    jwt.encode(CLAIMS, DEMO_TOKEN_KEY * 2, algorithm="HS512"),
    jwt.encode(CLAIMS, DEMO_TOKEN_KEY, algorithm="HS256")[:-2],
    jwt.encode(CLAIMS, DEMO_TOKEN_KEY, algorithm="HS256").replace("eyJ", "eyK", 1),
    "a.b.c",
    "",
    "BL-1001",
    "\ud800.\ud800.\ud800",
    "ü" * 40,
    "\x00",
)


def test_a_wrong_signature_is_refused(house: House, client: FlaskClient) -> None:
    before = house.rows()

    answers = {token: begin(client, token) for token in WRONGLY_SIGNED}

    assert answers == dict.fromkeys(WRONGLY_SIGNED, (401, "identity_refused"))
    assert house.rows() == before


def test_a_token_without_algorithm_is_refused(client: FlaskClient) -> None:
    parts = [base64.urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=") for part in ({}, CLAIMS)]

    assert begin(client, b".".join([*parts, b""]).decode()) == (401, "identity_refused")


def test_an_identity_that_is_no_text_is_a_bad_request(client: FlaskClient) -> None:
    for identity in (7, True, ["BL-1001"], {"sub": "BL-1001"}):
        assert begin(client, identity) == (400, "bad_identity")


def test_vouched_for_somebody_unknown_the_chat_asks_who_it_is(visitor: Visitor) -> None:
    visitor.begin("BL-9999").say("I want to cancel")

    assert visitor.answer["step"] == "identify"
    assert visitor.answer["case"]["status"] == "requested"


def test_for_a_suspicious_customer_a_code_is_asked_for_all_the_same(house: House, visitor: Visitor) -> None:
    visitor.begin("BL-1005").say("I want to cancel")
    assert visitor.answer["step"] == "verify"
    house.run_due()
    (code,) = house.sent("+491713920005")

    visitor.say(code.body[:6])

    assert visitor.answer["step"] == "offer"


def signed(claims: dict[str, Any]) -> str:
    """As PyJWT signs, but without what it checks beforehand."""
    header, body = (
        base64.urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=").decode()
        for part in ({"alg": "HS256", "typ": "JWT"}, claims)
    )
    key = jwt.algorithms.HMACAlgorithm(jwt.algorithms.HMACAlgorithm.SHA256)
    signature = key.sign(f"{header}.{body}".encode(), DEMO_TOKEN_KEY.encode())
    return f"{header}.{body}.{base64.urlsafe_b64encode(signature).rstrip(b'=').decode()}"


def begin(client: FlaskClient, identity: object) -> tuple[int, str | None]:
    """The status and, where it was refused, the error's code."""
    return error_in(client.post("/chat/demo/sessions", json={"identity": identity}))
