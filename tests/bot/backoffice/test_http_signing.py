"""The signature: what is tampered with, late, or signed with another key is refused, and nothing done."""

from datetime import UTC, datetime, timedelta

import pytest
from urllib3 import PoolManager

from bot.backoffice.base import Unavailable
from bot.backoffice.http.client import HttpBackOffice
from bot.backoffice.http.signing import (
    IDEMPOTENCY_KEY,
    SIGNATURE,
    TIMESTAMP,
    Request,
    SignatureRefused,
    signed_headers,
    verify,
)
from bot.lines.address import address_of
from storage.database import Database
from tests.bot.backoffice.contract import ADA, FIBRE, Wanted, quote_of
from tests.bot.backoffice.http_laboratory import KEY, HttpLaboratory
from tests.bot.backoffice.http_reference import ReferenceServer

NOW = datetime(2026, 3, 10, 9, 30, 15, tzinfo=UTC)
WRITE = Request("POST", "/cancelbot/cancel", b'{"service": "S-1"}', "k1")
MINUTE = timedelta(minutes=1)


def test_what_was_signed_is_verified() -> None:
    headers = signed_headers(KEY, WRITE, NOW)

    verify(KEY, WRITE, headers, NOW)
    verify(KEY, WRITE, headers, NOW + 5 * MINUTE)
    verify(KEY, WRITE, headers, NOW - 5 * MINUTE)
    assert headers[IDEMPOTENCY_KEY] == "k1"


@pytest.mark.parametrize(
    "other",
    [
        Request("GET", WRITE.target, WRITE.body, "k1"),
        Request("POST", "/cancelbot/terminate", WRITE.body, "k1"),
        Request("POST", "/cancelbot/cancel?now=1", WRITE.body, "k1"),
        Request("POST", WRITE.target, b'{"service": "S-2"}', "k1"),
        Request("POST", WRITE.target, WRITE.body, "k2"),
        Request("POST", WRITE.target, WRITE.body),
    ],
    ids=["method", "path", "query", "body", "key", "no key"],
)
def test_nothing_that_is_signed_can_be_changed(other: Request) -> None:
    with pytest.raises(SignatureRefused, match=SIGNATURE):
        verify(KEY, other, signed_headers(KEY, WRITE, NOW), NOW)


@pytest.mark.parametrize("late", [6 * MINUTE, -6 * MINUTE])
def test_an_old_request_is_refused(late: timedelta) -> None:
    with pytest.raises(SignatureRefused, match=TIMESTAMP):
        verify(KEY, WRITE, signed_headers(KEY, WRITE, NOW), NOW + late)


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {SIGNATURE: "v1="},
        {TIMESTAMP: "now", SIGNATURE: "v1="},
        {TIMESTAMP: str(int(NOW.timestamp()))},
        {TIMESTAMP: str(int(NOW.timestamp())), SIGNATURE: "v1=\u00e9"},
    ],
    ids=str,
)
def test_what_is_not_signed_is_refused(headers: dict[str, str]) -> None:
    with pytest.raises(SignatureRefused):
        verify(KEY, WRITE, headers, NOW)


def test_another_key_does_nothing(sqlite_database: Database, reference_server: ReferenceServer) -> None:
    lab = lab_of(sqlite_database, reference_server)
    quoted = quote_of(lab)
    stranger = HttpBackOffice(address_of(lab.url), "another key, which is as long as that one")

    with pytest.raises(Unavailable, match="answered 401, Cancelbot-Signature"):
        stranger.cancel(ADA, FIBRE, quoted, "k1")

    stranger.close()
    assert lab.reference.keys == []
    assert lab.client.read_back(ADA, FIBRE).status == "active"
    lab.close()


def test_a_clock_that_is_wrong_does_nothing(
    sqlite_database: Database, reference_server: ReferenceServer
) -> None:
    lab = lab_of(sqlite_database, reference_server)
    behind = HttpBackOffice(address_of(lab.url), KEY, lambda: datetime.now(UTC) - 6 * MINUTE)

    with pytest.raises(Unavailable, match="answered 401, Cancelbot-Timestamp"):
        behind.find_customer("A-1", "account")

    behind.close()
    lab.close()
    assert lab.reference.calls == []


def test_a_body_changed_on_its_way_does_nothing(
    sqlite_database: Database, reference_server: ReferenceServer
) -> None:
    lab = lab_of(sqlite_database, reference_server)
    request = Request("POST", f"/{lab.brand.slug}/reinstate", b'{"customer": "A-1", "service": "S-1"}', "k1")
    headers = signed_headers(KEY, request, datetime.now(UTC)) | {"Content-Type": "application/json"}

    with PoolManager() as pool:
        changed = request.body.replace(b"S-1", b"S-2")
        answer = pool.request("POST", f"{lab.url}/reinstate", body=changed, headers=headers)

    assert answer.status == 401
    assert "reason" in answer.json()
    assert lab.reference.calls == []
    lab.close()


def lab_of(database: Database, server: ReferenceServer) -> HttpLaboratory:
    made = HttpLaboratory(database, server)
    made.add_customer(ADA, "Ada", None, None)
    made.add_service(ADA, Wanted())
    return made
