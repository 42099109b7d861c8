"""Keys and certificates: those that a brand gives, and its own."""

from base64 import b64encode
from datetime import UTC, datetime

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, NoEncryption, pkcs12

from bot.printing.seals import BadSeal, own_seal, read_seal
from tests.bot.printing.certificates import ALGORITHMS, Authority, pem_of
from tests.bot.records.examples import DECIDED, PUBLIC_KEY, SIGNING_KEY

AT = datetime(2026, 11, 23, tzinfo=UTC)


def test_a_brand_s_own_seal_is_the_same_whenever_it_is_made() -> None:
    first, second = (own_seal(SIGNING_KEY, "Brightline", DECIDED) for _ in range(2))

    assert first.fingerprints == second.fingerprints
    assert first.subject == "CN=Brightline (records),O=Brightline"
    assert first.problem_at(AT) is None
    first.certificate.verify_directly_issued_by(first.chain[0])
    assert first.chain[0].public_key().public_bytes_raw() == PUBLIC_KEY  # type: ignore[union-attr]


def test_a_demo_s_seal_says_so() -> None:
    assert own_seal(SIGNING_KEY, "Brightline", DECIDED, demo=True).subject == (
        "CN=Brightline (DEMO\\, proves nothing),O=Brightline"
    )


def test_another_brand_s_key_makes_another_seal() -> None:
    other = own_seal(bytes(32), "Brightline", DECIDED)

    assert set(other.fingerprints) & set(own_seal(SIGNING_KEY, "Brightline", DECIDED).fingerprints) == set()


@pytest.mark.parametrize("algorithm", ALGORITHMS)
@pytest.mark.parametrize("form", ["pem", "pem, certificates first", "pkcs12", "pkcs12 as base64"])
def test_a_given_seal_is_read_in_every_form(algorithm: str, form: str) -> None:
    authority = Authority(algorithm)
    key, certificate = authority.issue("Acme GmbH", algorithm)
    if form.startswith("pem"):
        content, password = pem_of(key, certificate, authority.certificate), None
        if form.endswith("first"):
            split = content.index(b"-----BEGIN CERTIFICATE")
            content = content[split:] + content[:split]
    else:
        password = "s3cret"
        encryption = BestAvailableEncryption(password.encode())
        content = pkcs12.serialize_key_and_certificates(
            b"seal", key, certificate, [authority.certificate], encryption
        )
        content = b64encode(content) if form.endswith("base64") else content

    seal = read_seal(content, password)

    assert seal.certificate == certificate
    assert seal.chain == (authority.certificate,)


def test_a_seal_of_which_something_is_missing_is_refused() -> None:
    authority = Authority("p256")
    key, certificate = authority.issue("Acme GmbH", "p256")
    public = certificate.public_bytes(serialization.Encoding.PEM)
    private = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, NoEncryption())
    locked = pkcs12.serialize_key_and_certificates(
        b"s", key, certificate, None, BestAvailableEncryption(b"x")
    )

    for content, password, said in [
        (b"", None, "cannot be read"),
        (b"\x00\xff nonsense", None, "cannot be read"),
        (public, None, "there is no private key in it"),
        (
            private + authority.certificate.public_bytes(serialization.Encoding.PEM),
            None,
            "belongs to its key",
        ),
        (locked, "y", "its password is wrong"),
        (locked, None, "its password is wrong"),
    ]:
        with pytest.raises(BadSeal, match=said):
            read_seal(content, password)


def test_an_expired_certificate_is_told() -> None:
    key, certificate = Authority("p256").issue("Acme GmbH", "p256", until=datetime(2026, 11, 21, tzinfo=UTC))

    seal = read_seal(pem_of(key, certificate))

    assert seal.problem_at(AT) == "the certificate of CN=Acme GmbH expired on 2026-11-21"
    assert seal.problem_at(datetime(2026, 11, 20, tzinfo=UTC)) is None
    assert seal.problem_at(datetime(2000, 1, 1, tzinfo=UTC)) == (
        "the certificate of CN=Acme GmbH is not valid before 2026-01-01"
    )
