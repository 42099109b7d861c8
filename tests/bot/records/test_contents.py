"""What a record says."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.records.contents import KINDS, PERSONAL, RecordKind, personal_hash
from bot.records.sealing import canonical
from dialogs.case import Case, Declaration
from dialogs.ids import CaseId
from tests.bot.records.examples import ADA, DECLARED, SALT, contents


def test_a_termination_says_everything() -> None:
    assert contents().record == {
        "version": 1,
        "number": "BL-7KQ2M9XA",
        "kind": "termination",
        "brand": {"slug": "demo", "name": "Brightline"},
        "locale": "en",
        "sealed": {"at": "2026-11-22T07:32:40.000+01:00", "zone": "Europe/Berlin"},
        "customer": {
            "identified_by": "code",
            "hashes": {field: personal_hash(field, value, SALT) for field, value in ADA.items()},
        },
        "service": {"reference": "S-1", "name": "Brightline Fibre 100"},
        "declared": {"at": "2026-11-22T07:31:05.123+01:00", "zone": "Europe/Berlin"},
        "declaration": None,
        "decision": "cancel",
        "decided": {"at": "2026-11-22T07:32:40.000+01:00", "zone": "Europe/Berlin"},
        "end_date": "2026-12-31",
        "quote": {
            "end_date": "2026-12-31",
            "notice_days": 30,
            "lines": [
                {"line": "fee", "amount": "49.00", "currency": "EUR", "reason": "minimum-term"},
                {"line": "refund", "amount": "12.34", "currency": "EUR", "reason": "unused-time"},
                {"line": "last_charge", "amount": "29.90", "currency": "EUR", "on": "2026-12-01"},
            ],
            "undo_until": {"at": "2026-12-06T23:59:59.000+01:00", "zone": "Europe/Berlin"},
        },
        "remains": ["return-equipment"],
        "offer": {
            "alternative": {
                "kind": "pause",
                "starts_on": "2026-12-01",
                "ends_on": "2027-02-28",
                "price": {"amount": "0.00", "currency": "EUR"},
                "price_after": {"amount": "29.90", "currency": "EUR"},
                "percent": None,
                "months": 3,
                "plan": None,
            },
            "shown": {"at": "2026-11-22T07:32:40.000+01:00", "zone": "Europe/Berlin"},
            "by": "bot",
            "answer": "declined",
        },
        "reason": None,
        "acknowledged": ["Cancelling Brightline Fibre 100 means: ..."],
        "reverses": None,
        "source": {
            "channel": "sms",
            "confirmed_on": "webchat",
            "script": "service",
            "revision": "r1",
            "pack": "none",
            "pack_version": None,
        },
    }


@pytest.mark.parametrize("kind", KINDS)
def test_nobody_is_named_in_a_record(kind: RecordKind) -> None:
    made = contents(kind)

    if kind != "declaration":  # there the customer's own words are what was declared
        assert not [value for value in ADA.values() if value in json.dumps(made.record)]


def test_the_hashes_can_be_checked_with_what_is_kept_beside() -> None:
    made = contents()
    salt, fields = bytes.fromhex(made.personal["salt"]), made.personal["fields"]

    assert tuple(fields) == PERSONAL
    assert made.record["customer"]["hashes"] == {f: personal_hash(f, v, salt) for f, v in fields.items()}


@settings(deadline=None)
@given(st.binary(min_size=32, max_size=32), st.text())
def test_each_salt_and_field_gives_another_hash(salt: bytes, value: str) -> None:
    assert len({personal_hash(field, value, salt) for field in PERSONAL}) == len(PERSONAL)
    assert personal_hash("name", value, salt) != personal_hash("name", value, SALT) or salt == SALT


def texts(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


@settings(deadline=None)
@given(st.text(st.characters(), max_size=50), st.text(st.characters(), max_size=50))
def test_any_words_can_be_sealed(words: str, name: str) -> None:
    """Also halves of characters, which a careless phone sends."""
    case = Case(CaseId("c"), DECLARED, service_name=name, declaration=Declaration(words, None))

    assert canonical(contents("declaration", case=case).record)
