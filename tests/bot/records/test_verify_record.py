"""The verifier in one file: run as it would be elsewhere, and held against the libraries."""

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.records import verify_record
from bot.records.contents import KINDS
from bot.records.log.proofs import as_json, as_tlog_proof, consistency_as_json
from bot.records.sealing import canonical, verify
from tests.bot.records.examples import PUBLIC_KEY, stored
from tests.bot.records.log.test_proofs import PROOF, grown

FILE = Path(verify_record.__file__)
RECEIPT = stored().receipt
Check = tuple[int, str]


@pytest.fixture
def run(tmp_path: Path) -> Callable[..., Check]:
    """Runs a copy of the file with nothing of ours, nor any library, to import."""
    program = tmp_path / "verify_record.py"
    program.write_bytes(FILE.read_bytes())

    def started(*documents: bytes, key: str = PUBLIC_KEY.hex()) -> Check:
        names = []
        for number, document in enumerate(documents):
            names.append(f"{number}.file")
            (tmp_path / names[-1]).write_bytes(document)
        command = [sys.executable, "-I", "-S", str(program), "--key", key, *names]
        done = subprocess.run(
            command, cwd=tmp_path, env={}, capture_output=True, encoding="utf-8", check=False, timeout=60
        )
        assert "Traceback" not in done.stderr
        return done.returncode, done.stdout + done.stderr

    return started


def test_it_imports_nothing_but_pythons_own() -> None:
    isolated = (
        "import runpy, sys; runpy.run_path(sys.argv[1], run_name='x');"
        "print(sorted(name for name in sys.modules if name.split('.')[0] not in sys.stdlib_module_names))"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", isolated, str(FILE)], capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == "['__main__']" or done.stdout.strip() == "[]"


@pytest.mark.check(10)
@pytest.mark.parametrize("form", [as_tlog_proof, as_json])
def test_a_receipt_and_its_proof_are_verified_elsewhere(
    run: Callable[..., Check], form: Callable[..., bytes]
) -> None:
    assert run(RECEIPT, form(PROOF)) == (
        0,
        (
            "The record BL-7KQ2M9XA is genuine: the brand sealed it, and nothing was changed.\n"
            "It is entry 5 of the log bot.example/records/acme/0192, by its checkpoint over 7 entries, "
            "signed 2026-11-22 06:32:41 UTC.\n"
        ),
    )


def test_that_a_log_only_grew_is_verified_elsewhere(run: Callable[..., Check]) -> None:
    assert run(consistency_as_json(grown(3, 9))) == (
        0,
        (
            "The log bot.example/records/acme/0192 begins, at 9 entries, signed 2026-11-22 06:32:41 UTC, "
            "with the 3 that the earlier checkpoint covers.\n"
        ),
    )


@pytest.mark.parametrize(
    ("documents", "told"),
    [
        ((RECEIPT.replace(b"Fibre", b"Fiber"),), "the record was changed after it was sealed"),
        ((RECEIPT + b"\n",), "the file was changed, though not the record in it"),
        ((RECEIPT[:-1],), "is neither a record nor a proof"),
        ((b"\xff",), "is neither a record nor a proof"),
        ((as_tlog_proof(PROOF),), "the record that it is of is needed as well"),
        ((stored("declaration").receipt, as_tlog_proof(PROOF)), "does not lead from this record"),
        ((RECEIPT, as_tlog_proof(replace(PROOF, index=3))), "does not lead from this record"),
        ((RECEIPT, as_json(PROOF).replace(b"\\n7\\n", b"\\n8\\n")), "the checkpoint was changed"),
        ((consistency_as_json(replace(grown(3, 9), path=())),), "does not begin with"),
    ],
)
def test_what_is_not_genuine_is_said(
    run: Callable[..., Check], documents: tuple[bytes, ...], told: str
) -> None:
    code, said = run(*documents)

    assert (code, said.startswith("NOT GENUINE: "), told in said) == (1, True, True), said


def test_another_brands_key_verifies_nothing(run: Callable[..., Check]) -> None:
    other = Ed25519PrivateKey.from_private_bytes(b"o" * 32).public_key().public_bytes_raw()

    assert run(RECEIPT, key=other.hex())[0] == 1
    assert run(RECEIPT, key="00")[0] == 2
    assert run()[0] == 2


@settings(deadline=None, max_examples=40)
@given(st.binary(min_size=32, max_size=32), st.binary(max_size=200), st.data())
def test_its_ed25519_is_the_librarys(secret: bytes, message: bytes, data: st.DataObject) -> None:
    key = Ed25519PrivateKey.from_private_bytes(secret)
    public, signature = key.public_key().public_bytes_raw(), key.sign(message)
    edited = bytearray(signature + public + message)
    for _ in range(data.draw(st.integers(0, 2))):
        place = data.draw(st.integers(0, len(edited) * 8 - 1))
        edited[place // 8] ^= 1 << place % 8
    parts = bytes(edited[:64]), bytes(edited[64:96]), bytes(edited[96:])

    assert verify_record.is_signed(parts[1], parts[0], parts[2]) == library_says(*parts)


def library_says(signature: bytes, public: bytes, message: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def test_a_signature_is_good_in_one_form_only() -> None:
    """The same number, and the order of the group added to it: some libraries take both (RFC 8032, 5.1.7)."""
    signature = Ed25519PrivateKey.from_private_bytes(bytes(32)).sign(b"x")
    public = Ed25519PrivateKey.from_private_bytes(bytes(32)).public_key().public_bytes_raw()
    s = int.from_bytes(signature[32:], "little") + verify_record.ORDER

    assert verify_record.is_signed(public, signature, b"x")
    assert not verify_record.is_signed(public, signature[:32] + s.to_bytes(32, "little"), b"x")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(JSON)
def test_its_canonical_form_is_the_librarys(value: object) -> None:
    assert verify_record.canonical_bytes(value) == canonical(value)


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(KINDS), st.data())
def test_it_says_of_edited_receipts_what_the_program_says(kind: str, data: st.DataObject) -> None:
    edited = bytearray(stored(kind).receipt)  # type: ignore[arg-type]
    for _ in range(data.draw(st.integers(0, 1))):
        edited[data.draw(st.integers(0, len(edited) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    document = bytes(edited)

    try:
        verify_record.verified([("file", document)], PUBLIC_KEY)
        valid = True
    except verify_record.NotGenuine:
        valid = False

    assert valid == verify(document, PUBLIC_KEY).valid


@pytest.mark.parametrize(
    "document", [b"[" * 100_000, json.dumps({"record": {"a": 1.5}, "seal": {}}).encode(), b'{"record": 1}']
)
def test_garbage_is_not_genuine(document: bytes) -> None:
    with pytest.raises(verify_record.NotGenuine):
        verify_record.verified([("file", document)], PUBLIC_KEY)
