"""The seals of brands: a private key with the certificate that says whose it is.

A brand gives one of its own as PKCS#12 or PEM (`read_seal`). A brand that has none seals with a
key of its own making, for which the key that signs its records vouches (`own_seal`): a reader program shows
the signer as unknown, and any change is found all the same. Nothing here reaches pyHanko.
"""

import base64
import binascii
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ec import (
    SECP256R1,
    EllipticCurvePrivateKey,
    EllipticCurvePublicKey,
    derive_private_key,
)
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID

_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
"""Of the group of P-256. Source: FIPS 186-5 / SP 800-186, 3.2.1.3."""

SealKey = RSAPrivateKey | EllipticCurvePrivateKey | Ed25519PrivateKey

FOREVER = datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)
"""The end of a certificate that has none. Source: RFC 5280, 4.1.2.5."""

DEMO = "DEMO, proves nothing"


class BadSeal(ValueError):
    """A key or certificate that nothing can be sealed with; the message says why."""


@dataclass(frozen=True, slots=True)
class Seal:
    """A key and its certificate, followed by those that vouch for it."""

    key: SealKey
    certificate: x509.Certificate
    chain: tuple[x509.Certificate, ...] = ()

    @property
    def fingerprints(self) -> tuple[str, ...]:
        """Of all certificates, the signer's first."""
        der = serialization.Encoding.DER
        return tuple(fingerprint_of(each.public_bytes(der)) for each in (self.certificate, *self.chain))

    @property
    def subject(self) -> str:
        """Whose it is, as the certificate says (RFC 4514)."""
        return self.certificate.subject.rfc4514_string()

    @property
    def expires_at(self) -> datetime:
        return self.certificate.not_valid_after_utc

    def problem_at(self, now: datetime) -> str | None:
        """Why readers will not trust what is sealed now, or None."""
        if now > self.expires_at:
            return f"the certificate of {self.subject} expired on {self.expires_at:%Y-%m-%d}"
        if now < self.certificate.not_valid_before_utc:
            return f"the certificate of {self.subject} is not valid before {self.starts_at:%Y-%m-%d}"
        return None

    @property
    def starts_at(self) -> datetime:
        return self.certificate.not_valid_before_utc


def fingerprint_of(certificate: bytes) -> str:
    """SHA-256 of a certificate's DER, hexadecimal."""
    return sha256(certificate).hexdigest()


def own_seal(signing_key: bytes, brand: str, since: datetime, *, demo: bool = False) -> Seal:
    """The seal that a brand has of itself: the same one whenever it is made.

    Its key is one on P-256, derived from the key for records, since reader programs in use take an Ed25519
    signature for a broken one. Who has the brand's public key for records can tell that it is the brand's:
    that key vouches for it.

    Args:
        signing_key: the brand's private key for records, 32 raw bytes.
        brand: the brand's name.
        since: from when on it holds.
        demo: it says so in the signer's name.
    """
    records = Ed25519PrivateKey.from_private_bytes(signing_key)
    derived = HKDF(SHA256(), 48, salt=None, info=b"cancelbot pdf seal v1").derive(signing_key)
    # 48 bytes over a group of 32: no scalar is noticeably likelier than another (FIPS 186-5, A.2.1).
    key = derive_private_key(int.from_bytes(derived) % (_ORDER - 1) + 1, SECP256R1())
    issuer = _named(brand, DEMO if demo else "record key")
    subject = _named(brand, DEMO if demo else "records")
    vouching = _certificate(issuer, issuer, records.public_key(), since, vouches=True).sign(records, None)
    certificate = _certificate(subject, issuer, key.public_key(), since, vouches=False).sign(records, None)
    return Seal(key, certificate, (vouching,))


def _named(brand: str, role: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, brand[:64]),
            x509.NameAttribute(NameOID.COMMON_NAME, f"{brand[:40]} ({role})"),
        ]
    )


def _certificate(
    subject: x509.Name,
    issuer: x509.Name,
    public: EllipticCurvePublicKey | Ed25519PublicKey,
    since: datetime,
    *,
    vouches: bool,
) -> x509.CertificateBuilder:
    identifier = x509.SubjectKeyIdentifier.from_public_key(public)
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(public)
        .serial_number(int.from_bytes(identifier.digest[:16]) >> 1 | 1)
        .not_valid_before(since.replace(microsecond=0))
        .not_valid_after(FOREVER)
        .add_extension(x509.BasicConstraints(ca=vouches, path_length=0 if vouches else None), critical=True)
        .add_extension(_usage(vouches), critical=True)
        .add_extension(identifier, critical=False)
    )


def _usage(vouches: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not vouches,
        content_commitment=not vouches,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=vouches,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )


def read_seal(content: bytes, password: str | None = None) -> Seal:
    """A seal from PKCS#12 (also as Base64, for a variable) or from PEM: the key and its certificates.

    Raises BadSeal.
    """
    secret = password.encode() if password else None
    key: object
    try:
        if b"-----BEGIN" in content:
            key = serialization.load_pem_private_key(_key_block(content), secret)
            certificates = x509.load_pem_x509_certificates(content)
        else:
            key, certificates = _from_pkcs12(content, secret)
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise BadSeal(f"it cannot be read as PKCS#12 or PEM, or its password is wrong ({error})") from error
    if not isinstance(key, SealKey):
        raise BadSeal("expected an RSA, elliptic curve or Ed25519 key")
    return _matched(key, certificates)


def _matched(key: SealKey, certificates: Sequence[x509.Certificate]) -> Seal:
    public = key.public_key()
    own = next((each for each in certificates if each.public_key() == public), None)
    if own is None:
        raise BadSeal("none of its certificates belongs to its key")
    return Seal(key, own, tuple(each for each in certificates if each is not own))


def _from_pkcs12(content: bytes, secret: bytes | None) -> tuple[object, list[x509.Certificate]]:
    found = pkcs12.load_pkcs12(_as_bytes(content), secret)
    own = [] if found.cert is None else [found.cert.certificate]
    return found.key, own + [each.certificate for each in found.additional_certs]


def _as_bytes(content: bytes) -> bytes:
    try:
        return base64.b64decode(content.strip(), validate=True)
    except binascii.Error:
        return content


def _key_block(content: bytes) -> bytes:
    """The private key alone: a PEM file may begin with its certificates."""
    begin = content.find(b"PRIVATE KEY-----")
    if begin < 0:
        raise ValueError("there is no private key in it")
    begin = content.rfind(b"-----BEGIN", 0, begin)
    end = content.find(b"-----END", begin)
    return content[begin : content.find(b"-----", end + 5) + 5] + b"\n"
