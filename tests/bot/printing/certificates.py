"""A certificate authority, as brands have their certificates from."""

from datetime import UTC, datetime

from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.x509.oid import NameOID

Key = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey
ALGORITHMS = ("rsa", "p256")

SINCE = datetime(2026, 1, 1, tzinfo=UTC)
UNTIL = datetime(2036, 1, 1, tzinfo=UTC)


class Authority:
    """Issues certificates that cannot be told from bought ones but by their root."""

    def __init__(self, algorithm: str = "p256") -> None:
        self._key = new_key(algorithm)
        self.certificate = _built(
            "Root of Trust", "Root of Trust", self._key, self._key, SINCE, UNTIL, ca=True
        )

    def issue(
        self, name: str, algorithm: str = "p256", since: datetime = SINCE, until: datetime = UNTIL
    ) -> tuple[Key, x509.Certificate]:
        """A fresh key, and a certificate for it."""
        key = new_key(algorithm)
        return key, _built(name, "Root of Trust", key, self._key, since, until, ca=False)


def new_key(algorithm: str) -> Key:
    if algorithm == "rsa":
        return rsa.generate_private_key(public_exponent=65537, key_size=2048)
    return ec.generate_private_key(ec.SECP256R1())


def pem_of(key: Key, *certificates: x509.Certificate) -> bytes:
    """Key and certificates in one file."""
    encoding = serialization.Encoding.PEM
    private = key.private_bytes(encoding, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    return private + b"".join(each.public_bytes(encoding) for each in certificates)


def _built(
    name: str, issuer: str, key: Key, signing: Key, since: datetime, until: datetime, *, ca: bool
) -> x509.Certificate:
    return (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)]))
        .issuer_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, issuer)]))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(since)
        .not_valid_after(until)
        .add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
        .sign(signing, SHA256())
    )
