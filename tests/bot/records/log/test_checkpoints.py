"""Checkpoints: what is signed is recognised, any change is found, and other tools' checkpoints are read."""

from base64 import b64decode, b64encode
from contextlib import suppress
from datetime import UTC, datetime

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.records.log.checkpoints import Checkpoint, Forged, Signed, opened, read, sign, verifier_key
from tests.bot.records.examples import PUBLIC_KEY, SIGNING_KEY

AT = datetime(2026, 11, 22, 6, 32, 40, 512000, UTC)
SECOND = AT.replace(microsecond=0)
POINT = Checkpoint("bot.example/records/acme/0192", 20852163, bytes(range(32)))
NOTE = sign(POINT, SIGNING_KEY, AT)


def test_a_checkpoint_says_what_was_signed_and_when() -> None:
    assert opened(NOTE, PUBLIC_KEY) == Signed(POINT, SECOND)
    assert read(NOTE) == POINT


def test_its_form_is_the_standards() -> None:
    body, _, signatures = NOTE.decode().rpartition("\n\n")
    first, second = signatures.splitlines()
    root = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="

    assert f"{body}\n".encode() == f"{POINT.origin}\n20852163\n{root}\n".encode()
    assert first.startswith(f"— {POINT.origin} ")
    signed = b64decode(first.split(" ")[2])
    Ed25519PublicKey.from_public_bytes(PUBLIC_KEY).verify(signed[4:], f"{body}\n".encode())
    timed = b64decode(second.split(" ")[2])
    text = f"cosignature/v1\ntime {int(AT.timestamp())}\n{body}\n"
    Ed25519PublicKey.from_public_bytes(PUBLIC_KEY).verify(timed[12:], text.encode())
    assert int.from_bytes(timed[4:12]) == int(AT.timestamp())


def test_a_key_of_the_go_checksum_database_is_named_as_there() -> None:
    """The id of a known key: sum.golang.org's, as the go command has it built in."""
    vkey = "sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8"
    name, _, key = vkey.split("+", 2)

    assert verifier_key(name, b64decode(key)[1:]) == vkey


def test_signatures_of_witnesses_are_passed_over() -> None:
    others = b"".join(
        f"— {name} {b64encode(bytes([number]) * 76).decode()}\n".encode()
        for number, name in enumerate(("witness.example/w1", POINT.origin))
    )

    assert opened(NOTE + others, PUBLIC_KEY) == Signed(POINT, SECOND)


def test_a_checkpoint_without_a_time_is_one() -> None:
    assert opened(NOTE[: NOTE[:-1].rfind(b"\n") + 1], PUBLIC_KEY) == Signed(POINT, None)


@pytest.mark.slow
def test_every_one_bit_edit_is_found() -> None:
    """Or leaves everything as it was: some bits of base64's last character say nothing."""
    passed = []
    for place in range(len(NOTE) * 8):
        edited = bytearray(NOTE)
        edited[place // 8] ^= 1 << place % 8
        try:
            found = opened(bytes(edited), PUBLIC_KEY)
        except Forged:
            continue
        if found.checkpoint != POINT or found.at not in (SECOND, None):
            passed.append(place)

    assert passed == []


@settings(deadline=None)
@given(st.binary() | st.text().map(str.encode) | st.binary().map(lambda each: NOTE + each))
def test_nothing_makes_it_fail(note: bytes) -> None:
    with suppress(Forged):
        assert opened(note, PUBLIC_KEY).checkpoint == POINT


@pytest.mark.parametrize(
    ("note", "told"),
    [
        (b"", "expected origin, size, root and signatures"),
        (b"\xff" + NOTE, "expected origin, size, root and signatures"),
        (NOTE * 100, "expected origin, size, root and signatures"),
        (NOTE[:-1], "expected origin, size, root and signatures"),
        (NOTE.replace(b"\n20852163\n", b"\n020852163\n"), "expected a size"),
        (NOTE.replace(b"AAEC", b"AAE!"), "expected a root hash"),
        (NOTE.replace(b"Hh8=", b"Hh9="), "expected a root hash"),
        (NOTE.replace(b"Hh8=\n", b"Hh8=\nmore\n"), "says more than a log of ours does"),
        (NOTE.replace(b"\n20852163\n", b"\n20852164\n"), "the checkpoint was changed"),
        (NOTE.replace(b"bot.example", b"bad.example"), "not signed with the brand's key"),
        (sign(POINT, b"f" * 32, AT), "not signed with the brand's key"),
        (NOTE.replace("— ".encode(), b"- "), "lines of signatures cannot be read"),
    ],
)
def test_what_is_wrong_is_said(note: bytes, told: str) -> None:
    with pytest.raises(Forged, match=told):
        opened(note, PUBLIC_KEY)
