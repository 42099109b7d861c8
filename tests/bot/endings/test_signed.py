"""The brand's systems at the HTTP border: signatures, repeats, faults. What is refused leaves no trace."""

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.backoffice.base import Unavailable
from bot.endings.signing import TOLERANCE, signature_of
from tests.bot.endings.brand import KEY, PATH, Systems
from tests.bot.web.chat.house import House
from tests.bot.web.chat.visitor import error_in


def timestamp(house: House, **off: float) -> str:
    return str(int((house.clock() + timedelta(**off)).timestamp()))


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"signature": ""}, (401, "unsigned")),
        ({"timestamp": ""}, (401, "unsigned")),
        ({"timestamp": "yesterday"}, (401, "unsigned")),
        ({"timestamp": "²"}, (401, "unsigned")),
        ({"timestamp": "1" * 40}, (401, "unsigned")),
        ({"key": "another-key-of-thirty-two-characters"}, (403, "refused")),
        ({"signature": "0" * 64}, (403, "refused")),
        ({"signature": "é"}, (403, "refused")),
    ],
)
def test_what_is_not_signed_by_the_brand_writes_nothing(
    house: House, systems: Systems, changed: dict[str, str], expected: tuple[int, str]
) -> None:
    assert error_in(systems.post(systems.row(), **changed)) == expected
    assert error_in(systems.send("DELETE", f"{PATH}/E-1", b"", **changed)) == expected
    assert set(house.rows().values()) == {0}


@pytest.mark.parametrize("off", [TOLERANCE + timedelta(seconds=2), -TOLERANCE - timedelta(seconds=2)])
def test_a_request_is_good_for_a_few_minutes(house: House, systems: Systems, off: timedelta) -> None:
    late = timestamp(house, seconds=off.total_seconds())

    assert error_in(systems.post(systems.row(), timestamp=late)) == (401, "unsigned")


def test_a_signature_is_for_one_body_and_one_place(house: House, systems: Systems) -> None:
    body, now = json.dumps({"endings": [systems.row()]}).encode(), timestamp(house)
    for other in (
        signature_of(KEY, now, "POST", PATH, b"{}"),
        signature_of(KEY, now, "DELETE", PATH, body),
        signature_of(KEY, now, "POST", "/api/brands/other/endings", body),
        signature_of(KEY, timestamp(house, seconds=1), "POST", PATH, body),
    ):
        assert error_in(systems.send("POST", PATH, body, signature=other)) == (403, "refused")
    assert set(house.rows().values()) == {0}


def test_a_brand_without_a_key_takes_none(house: House, systems: Systems) -> None:
    for settings in ({}, {"api_key": "short"}, {"api_key": "env:NOT_SET_ANYWHERE"}):
        with house.app.database.write() as uow:
            uow.brands.save(replace(house.brand, settings=settings))
        assert error_in(systems.post(systems.row())) == (403, "refused")
        assert error_in(systems.post(systems.row(), key="")) == (403, "refused")


def test_an_unknown_brand_is_said_to_be_unknown(systems: Systems) -> None:
    assert error_in(systems.send("POST", "/api/brands/nobody/endings")) == (404, "unknown_brand")


def test_the_same_again_is_answered_the_same_and_done_once(house: House, systems: Systems) -> None:
    first = systems.end()
    rows = house.rows()

    assert systems.end() == first
    house.clock.go_on(days=10)
    # By then the notice would be too short for a new one.
    assert systems.end(last_day=first["last_day"]) == first
    assert house.rows() == rows
    systems.on_last_day()
    assert systems.end(last_day=first["last_day"])["status"] == "reconciled"


@pytest.mark.parametrize(
    "changed", [{"facts": None}, {"cause": "policy"}, {"last_day": "2026-04-30"}, {"service": "BL-1001-2"}]
)
def test_other_content_under_the_same_reference_is_an_error(
    house: House, systems: Systems, changed: dict[str, Any]
) -> None:
    systems.end()

    refused = systems.refusal(systems.post(systems.row(**changed)))

    assert refused == "row 1, reference: 'E-1' was used for another ending; expected the same content"


FAULTS = [
    ({"customer": None}, "customer: is missing"),
    ({"customer": "X-1"}, "customer: 'X-1' is not known in the back office"),
    ({"service": "X-1"}, "service: 'X-1'; the customer's services are: BL-1001-1"),
    ({"cause": "non_paymnt"}, "cause: 'non_paymnt'; did you mean non_payment? expected one of: non_payment,"),
    ({"last_day": "2026-02-30"}, "last_day: '2026-02-30' is no day; expected one such as 2026-03-31"),
    ({"last_day": 20260330}, "last_day: 20260330; expected a text"),
    ({"last_day": "2026-03-23"}, "last_day: 2026-03-23 is too early; expected 2026-03-24 or later (14 days'"),
    ({"cause": "inactivity"}, "last_day: 2026-03-30 is too early; expected 2026-04-09 or later (30 days'"),
    ({"last_day": "2062-03-30"}, "last_day: 2062-03-30 is too late"),
    ({"reference": " "}, "reference: is missing"),
    ({"reference": "a\nb"}, "reference: expected one line of 100 characters at most"),
    ({"facts": "x" * 161}, "facts: expected one line of 160 characters at most"),
    ({"reason": "x"}, "reason: is no column; expected one of: customer, service,"),
    ({"customer": "BL-1004", "service": "BL-1004-1"}, "service: 'BL-1004-1' is ended already"),
]


@pytest.mark.parametrize(("changed", "told"), FAULTS)
def test_each_fault_is_told_and_nothing_is_taken(
    house: House, systems: Systems, changed: dict[str, Any], told: str
) -> None:
    good = systems.row(customer="BL-1003", service="BL-1003-1", reference="E-2")

    refused = systems.refusal(systems.post(good, systems.row(**changed)))

    assert refused.startswith(f"row 2, {told}")
    assert set(house.rows().values()) == {0}


def test_a_service_is_ended_once(house: House, systems: Systems) -> None:
    systems.end()

    refused = systems.refusal(systems.post(systems.row(reference="E-2")))

    assert refused == "row 1, service: 'BL-1001-1' is being ended already, under the reference 'E-1'"
    twice = systems.refusal(systems.post(systems.row(reference="E-3"), systems.row(reference="E-4")))
    assert twice == "row 2, service: 'BL-1001-1' stands in row 1, too"


def test_a_brand_lengthens_its_notice_and_never_shortens_it(house: House, systems: Systems) -> None:
    for days, refused in (("25", True), ("1", False)):
        with house.app.database.write() as uow:
            settings = {**house.brand.settings, "notice_days_non_payment": days}
            uow.brands.save(replace(house.brand, settings=settings))
        house.app.directory.forget()
        response = systems.post(systems.row())
        assert (response.status_code == 422) is refused


def test_who_cannot_be_told_is_not_ended(house: House, systems: Systems) -> None:
    with house.app.database.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE account SET kind = 'letter' WHERE kind = 'email'")
    house.app.directory.forget()

    assert "cannot be told" in systems.refusal(systems.post(systems.row()))


@pytest.mark.parametrize(
    ("body", "media", "expected"),
    [
        (b"{", "application/json", (400, "bad_json")),
        (b"[]", "application/json", (400, "bad_json")),
        (b'{"endings": []}', "application/json", (400, "bad_json")),
        (b'{"endings": [1]}', "application/json", (400, "bad_json")),
        (b"{}", "text/plain", (415, "not_json")),
    ],
)
def test_what_cannot_be_read_is_refused(
    systems: Systems, body: bytes, media: str, expected: tuple[int, str]
) -> None:
    assert error_in(systems.send("POST", PATH, body, media=media)) == expected


def test_a_back_office_that_is_down_has_it_sent_again(house: House, systems: Systems) -> None:
    house.offices.fault = Unavailable("no answer")

    assert error_in(systems.post(systems.row())) == (503, "back_office")
    assert set(house.rows().values()) == {0}
