"""Proofs as documents: in both forms they lead to the checkpoint, and changed ones do not."""

import json
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.records.log.checkpoints import Checkpoint, sign
from bot.records.log.proofs import (
    Consistency,
    NotProved,
    Proof,
    as_json,
    as_tlog_proof,
    consistency_as_json,
    read_consistency,
    read_proof,
    verify_consistency,
    verify_inclusion,
)
from tests.bot.records.examples import PUBLIC_KEY, SIGNING_KEY, stored
from tests.bot.records.log import reference

AT = datetime(2026, 11, 22, 6, 32, 41, tzinfo=UTC)
DIGEST = stored().sealed.digest
FORMS = {"JSON": as_json, "tlog-proof": as_tlog_proof}


def proof_of(index: int, size: int) -> Proof:
    """The proof that the record is at that place among others."""
    entries = [bytes([each]) * 32 for each in range(size)]
    entries[index] = DIGEST
    point = Checkpoint("bot.example/records/acme/0192", size, reference.mth(entries))
    return Proof(index, tuple(reference.path(index, entries)), sign(point, SIGNING_KEY, AT), "BL-7KQ2M9XA")


PROOF = proof_of(4, 7)


@settings(deadline=None)
@given(st.integers(1, 40), st.data(), st.sampled_from(sorted(FORMS)))
def test_a_document_proves_what_the_log_has(size: int, data: st.DataObject, form: str) -> None:
    index = data.draw(st.integers(0, size - 1))
    found = read_proof(FORMS[form](proof_of(index, size)))

    included = verify_inclusion(found, DIGEST, PUBLIC_KEY)

    assert (included.index, included.signed.checkpoint.size, included.signed.at) == (index, size, AT)


def test_the_text_is_the_standards() -> None:
    lines = as_tlog_proof(PROOF).decode().split("\n")

    assert lines[:2] == ["c2sp.org/tlog-proof@v1", "index 4"]
    assert len(lines[2:5]) == 3
    assert all(len(each) == 44 for each in lines[2:5])
    assert "\n".join(lines[6:]).encode() == PROOF.checkpoint


def test_extra_lines_of_others_are_passed_over() -> None:
    document = as_tlog_proof(PROOF).replace(b"index", b"extra aGk=\nindex", 1)

    assert verify_inclusion(read_proof(document), DIGEST, PUBLIC_KEY).index == 4


def test_the_number_is_said_in_json() -> None:
    assert read_proof(as_json(PROOF)).number == "BL-7KQ2M9XA"
    assert read_proof(as_tlog_proof(PROOF)).number is None


@pytest.mark.slow
@pytest.mark.parametrize("form", FORMS)
def test_every_one_bit_edit_is_found(form: str) -> None:
    """Or says the same all the same: who signed besides, the record's number in the document."""
    document = FORMS[form](PROOF)
    passed = []
    for place in range(len(document) * 8):
        edited = bytearray(document)
        edited[place // 8] ^= 1 << place % 8
        try:
            included = verify_inclusion(read_proof(bytes(edited)), DIGEST, PUBLIC_KEY)
        except NotProved:
            continue
        point = included.signed.checkpoint
        if (included.index, point.size, point.origin) != (4, 7, "bot.example/records/acme/0192"):
            passed.append(place)

    assert passed == []


@settings(deadline=None)
@given(st.binary() | st.text().map(str.encode), st.sampled_from(sorted(FORMS)))
def test_nothing_makes_it_fail(garbage: bytes, form: str) -> None:
    document = FORMS[form](PROOF)
    for each in (garbage, document + garbage, document[: len(garbage) * 5] + garbage):
        with suppress(NotProved):
            assert verify_inclusion(read_proof(each), DIGEST, PUBLIC_KEY).index == 4


@pytest.mark.parametrize("document", ["null", "[]", "[" * 9000, '{"kind": 1}', "1e999", "é", '"\\ud800"'])
def test_what_is_no_proof_is_said(document: str) -> None:
    with pytest.raises(NotProved, match="this is no proof"):
        read_proof(document.encode())


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"index": -1}, "says no place in the log"),
        ({"index": True}, "says no place in the log"),
        ({"path": None}, "expected path and checkpoint"),
        ({"index": 2**70}, "has not reached"),
        ({"path": ["AAAA"]}, "expected hashes of 32 bytes"),
        ({"path": [None]}, "expected hashes of 32 bytes"),
        ({"path": []}, "does not lead from this record"),
        ({"index": 5}, "does not lead from this record"),
        ({"index": 7}, "has not reached"),
        ({"checkpoint": "\ud800"}, "its checkpoint is no text"),
        ({"checkpoint": "x"}, "this is no checkpoint"),
    ],
)
def test_what_is_wrong_is_said(change: dict[str, Any], told: str) -> None:
    document = json.dumps(json.loads(as_json(PROOF)) | change).encode()

    with pytest.raises(NotProved, match=told):
        verify_inclusion(read_proof(document), DIGEST, PUBLIC_KEY)


def test_another_record_is_not_proved_by_it() -> None:
    other = stored("declaration").sealed.digest

    with pytest.raises(NotProved, match="does not lead from this record"):
        verify_inclusion(PROOF, other, PUBLIC_KEY)


def test_a_forged_checkpoint_proves_nothing() -> None:
    entries = [DIGEST]
    point = Checkpoint("bot.example/records/acme/0192", 1, reference.mth(entries))
    forged = Proof(0, (), sign(point, b"f" * 32, AT))

    with pytest.raises(NotProved, match="not signed with the brand's key"):
        verify_inclusion(forged, DIGEST, PUBLIC_KEY)


def grown(old: int, new: int, *, origin: str = "bot.example/records/acme/0192") -> Consistency:
    """The proof that a log grew from one size to the other."""
    entries = [bytes([each]) * 32 for each in range(new)]
    notes = [
        sign(Checkpoint(name, size, reference.mth(entries[:size])), SIGNING_KEY, AT)
        for name, size in (("bot.example/records/acme/0192", old), (origin, new))
    ]
    return Consistency(tuple(reference.proof(old, entries)), *notes)


@pytest.mark.parametrize("old", range(1, 10))
def test_a_document_proves_that_nothing_before_was_changed(old: int) -> None:
    found = read_consistency(consistency_as_json(grown(old, 9)))

    assert found is not None
    assert [each.checkpoint.size for each in verify_consistency(found, PUBLIC_KEY)] == [old, 9]


@pytest.mark.parametrize(
    ("proof", "told"),
    [
        (replace(grown(3, 9), path=grown(4, 9).path), "does not begin with what the earlier one covers"),
        (replace(grown(3, 9), old=grown(4, 9).old), "does not begin with what the earlier one covers"),
        (replace(grown(3, 9), old=grown(3, 9).new, new=grown(3, 9).old), "does not begin with"),
        (grown(3, 9, origin="bot.example/records/acme/other"), "of two different logs"),
        (replace(grown(3, 9), new=grown(3, 9).new.replace(b"\n9\n", b"\n8\n")), "the checkpoint was changed"),
    ],
)
def test_what_does_not_follow_is_said(proof: Consistency, told: str) -> None:
    found = read_consistency(consistency_as_json(proof))

    assert found is not None
    with pytest.raises(NotProved, match=told):
        verify_consistency(found, PUBLIC_KEY)


def test_other_documents_are_no_proof_of_consistency() -> None:
    assert read_consistency(as_json(PROOF)) is None
    assert read_consistency(as_tlog_proof(PROOF)) is None
    with pytest.raises(NotProved, match="expected path, old and new"):
        read_consistency(b'{"kind": "cancelbot log consistency"}')
