"""The seal: what is genuine is recognised, and any change is found."""

import json
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.records.contents import KINDS, RecordKind
from bot.records.sealing import Verdict, canonical, key_id_of, seal, verify
from tests.bot.records.examples import PUBLIC_KEY, SIGNING_KEY, contents, stored

RECEIPTS = {kind: stored(kind).receipt for kind in KINDS}


@pytest.mark.parametrize("kind", KINDS)
def test_a_receipt_is_genuine(kind: RecordKind) -> None:
    receipt = RECEIPTS[kind]

    assert verify(receipt, PUBLIC_KEY) == Verdict(True, number="BL-7KQ2M9XA")
    assert verify(json.loads(receipt), PUBLIC_KEY) == Verdict(True, number="BL-7KQ2M9XA")


def test_the_seal_stands_beside_the_record() -> None:
    record = contents().record
    sealed = seal(record, SIGNING_KEY)

    assert json.loads(sealed.receipt) == {
        "record": record,
        "seal": {
            "alg": "Ed25519",
            "key": key_id_of(PUBLIC_KEY),
            "digest": f"sha256:{sealed.digest.hex()}",
            "signature": sealed.signature.hex(),
        },
    }
    assert sealed.body == canonical(record)


def test_the_same_record_is_sealed_to_the_same_bytes() -> None:
    assert stored().receipt == stored().receipt


@pytest.mark.slow
@pytest.mark.check(10)
def test_every_one_bit_edit_of_a_receipt_is_found() -> None:
    receipt = RECEIPTS["declaration"]
    passed = []
    for place in range(len(receipt) * 8):
        edited = bytearray(receipt)
        edited[place // 8] ^= 1 << place % 8
        if verify(bytes(edited), PUBLIC_KEY).valid:
            passed.append(place)

    assert passed == []


@settings(deadline=None)
@given(st.sampled_from(KINDS), st.data())
def test_one_bit_edits_of_any_receipt_are_found(kind: RecordKind, data: st.DataObject) -> None:
    edited = bytearray(RECEIPTS[kind])
    place = data.draw(st.integers(0, len(edited) * 8 - 1))
    edited[place // 8] ^= 1 << place % 8

    assert not verify(bytes(edited), PUBLIC_KEY).valid


@settings(deadline=None)
@given(st.sampled_from(KINDS), st.data())
def test_every_other_edit_of_a_receipt_is_found(kind: RecordKind, data: st.DataObject) -> None:
    receipt = RECEIPTS[kind]
    begin = data.draw(st.integers(0, len(receipt)))
    end = data.draw(st.integers(begin, len(receipt)))
    put = data.draw(st.binary(max_size=20) | st.sampled_from([b" ", b"\n", b'"', b",", b"{}", b"\\u0041"]))
    edited = receipt[:begin] + put + receipt[end:]

    assert verify(edited, PUBLIC_KEY).valid == (edited == receipt)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters()),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(st.characters()), inner),
    max_leaves=10,
)


@settings(deadline=None)
@given(VALUES | st.binary())
def test_no_document_makes_it_fail(document: Any) -> None:
    as_bytes = document if isinstance(document, bytes) else json.dumps(document).encode()

    assert not verify(as_bytes, PUBLIC_KEY).valid
    assert not verify({"record": document, "seal": {"signature": "00"}}, PUBLIC_KEY).valid
    assert not verify({"record": {"number": 1}, "seal": document}, PUBLIC_KEY).valid


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (lambda d: d["record"].update(end_date="2027-01-01"), "the record was changed after it was sealed"),
        (lambda d: d["record"].update(more=1), "the record was changed after it was sealed"),
        (lambda d: d["record"].update(version=1.5), "the record was changed after it was sealed"),
        (lambda d: d["record"].update(version=float("nan")), "the record cannot be read"),
        (lambda d: d["seal"].update(signature="00" * 64), "the signature is not the brand's"),
        (lambda d: d["seal"].update(signature="0"), "this is not a receipt: expected record and seal"),
        (
            lambda d: d["seal"].update(alg="none"),
            "the document says more, or other things, than a receipt does",
        ),
        (lambda d: d.update(note="!"), "the document says more, or other things, than a receipt does"),
        (lambda d: d.pop("seal"), "this is not a receipt: expected record and seal"),
        (lambda d: d["seal"].update(key="0" * 16), "it is sealed with another key than this brand's"),
    ],
)
def test_what_is_wrong_is_said(change: Any, problem: str) -> None:
    document = json.loads(RECEIPTS["termination"])
    change(document)

    verdict = verify(document, PUBLIC_KEY)

    assert (verdict.valid, verdict.problem) == (False, problem)


def test_a_record_of_another_brand_is_not_genuine() -> None:
    other = Ed25519PrivateKey.from_private_bytes(b"o" * 32).public_key().public_bytes_raw()

    assert verify(RECEIPTS["termination"], other).problem == "it is sealed with another key than this brand's"


def test_a_forged_key_name_does_not_help() -> None:
    """A forger signs with a key of their own and names the brand's."""
    document = json.loads(seal(contents().record, b"f" * 32).receipt)
    document["seal"]["key"] = key_id_of(PUBLIC_KEY)

    assert verify(canonical(document), PUBLIC_KEY).problem == "the signature is not the brand's"


@pytest.mark.parametrize(
    "document",
    [b"", b"[]", b"null", b"\xff", b"[" * 100_000, b"9" * 5000, b" " * 2_000_000, b'{"record":[],"seal":[]}'],
    ids=["empty", "list", "null", "no utf-8", "deep", "huge number", "too long", "wrong kinds"],
)
def test_garbage_is_no_receipt(document: bytes) -> None:
    verdict = verify(document, PUBLIC_KEY)

    assert not verdict.valid
    assert verdict.problem is not None
    assert verdict.problem.startswith("this is not a receipt")


def test_spaces_between_are_a_changed_file() -> None:
    edited = RECEIPTS["termination"].replace(b'"record":', b'"record": ')

    assert verify(edited, PUBLIC_KEY).problem == "the file was changed, though not the record in it"
