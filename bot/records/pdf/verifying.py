"""Tells whether a sealed PDF is still what was sealed, to the last bit, and whose it is.

A signature covers every byte but those of the signature itself. So what stands there is held to its one
way of being written as well: the smallest change anywhere makes another file, and is found without knowing
the original. (Who keeps the original's SHA-256 compares that, too.)
"""

import io
import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha512
from typing import Any

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, EllipticCurvePublicKey
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.hashes import SHA256, SHA512
from cryptography.hazmat.primitives.serialization import Encoding

from bot.records.sealing import verify

LONGEST_REASON = 120
"""Characters of what a reader says of a file that it cannot read."""
LARGEST = 20_000_000
"""Bytes of a PDF; longer ones are not read."""


@dataclass(frozen=True, slots=True)
class PdfVerdict:
    """Whether a PDF is genuine and unchanged, and if not, what is wrong with it."""

    valid: bool
    problem: str | None = None
    number: str | None = None
    """The record's number as the file says it, also where it is not valid but could be read so far."""
    signer: str | None = None
    sealed_at: datetime | None = None
    """As the signer said."""
    note: str | None = None
    """What does not make it invalid, and should be known: the certificate had expired."""


_ED25519 = bytes.fromhex("300506032b6570")


class _Wrong(Exception):
    pass


def verify_pdf(content: bytes, public_key: bytes, fingerprints: Collection[str] = ()) -> PdfVerdict:
    """Whether this is a record's PDF that the brand sealed, byte for byte. Never raises for a file.

    Args:
        public_key: the brand's public key for records, 32 raw bytes. The receipt in the file must be signed
            with it, and so must the signer's certificate, unless it is one of these:
        fingerprints: SHA-256 of certificates that are the brand's own.
    """
    number: str | None = None
    try:
        _covers_what_was_sealed(content)
        receipt = receipt_in(content)
        told = verify(receipt, public_key)
        number = told.number
        if not told.valid:
            raise _Wrong(f"the receipt in it: {told.problem}")
        return _of_signature(content, public_key, fingerprints, number)
    except _Wrong as error:
        return PdfVerdict(False, str(error), number)
    except Exception as error:
        # Whatever a reader stumbles over in a changed file is a change.
        reason = f"{type(error).__name__}: {str(error)[:LONGEST_REASON]}"
        return PdfVerdict(False, f"it cannot be read as a sealed PDF ({reason})", number)


def is_pdf(content: bytes) -> bool:
    """Whether it begins as a PDF does."""
    return content.startswith(b"%PDF-")


def receipt_in(content: bytes) -> bytes:
    """The receipt that a record's PDF carries. Raises what reading a broken file raises."""
    from pyhanko.pdf_utils.reader import PdfFileReader

    if len(content) > LARGEST:
        raise _Wrong("it is larger than a record's PDF can be")
    if not is_pdf(content):
        raise _Wrong("this is not a PDF")
    names = PdfFileReader(io.BytesIO(content)).root["/Names"]["/EmbeddedFiles"]["/Names"]
    if len(names) != 2:
        raise _Wrong("expected one attached receipt")
    return bytes(names[1]["/EF"]["/F"].data)


_COVERED = re.compile(rb"/ByteRange *\[ *(\d+) +(\d+) +(\d+) +(\d+) *\]")
_MESSAGE_DIGEST = bytes.fromhex("06092a864886f70d01090431420440")
"""How the signed attribute begins that holds a digest of 64 bytes, which is SHA-512's (RFC 5652, 11.2)"""


def _covers_what_was_sealed(content: bytes) -> None:
    """The bytes that the seal covers must have the digest that stands in it, in its one way. Raises _Wrong.

    This alone proves nothing, and all else is looked at as well. But it takes a few hundredths of what
    reading the file takes, and finds nearly every change; where it cannot be said, the rest has to.
    """
    found = _COVERED.findall(content)
    if len(found) != 1:
        return
    start, until, after, length = (int(each) for each in found[0])
    if start != 0 or not until < after or after + length != len(content):
        return
    held = content[until:after]
    try:
        written = bytes.fromhex(held[1:-1].decode("ascii"))
    except ValueError:
        raise _Wrong("its seal was changed") from None
    if held != _as_held(written):
        raise _Wrong("its seal was changed")
    _, named, behind = written.partition(_MESSAGE_DIGEST)
    digest = sha512(content[:until] + content[after:]).digest()
    if named and _MESSAGE_DIGEST not in behind and not behind.startswith(digest):
        raise _Wrong("it was changed after it was sealed")
    if not _holds_its_own_signature(written):
        raise _Wrong("its seal was changed")


def _holds_its_own_signature(seal: bytes) -> bool:
    """Whether its statements are signed with a key of its certificates; also where they cannot be read."""
    from asn1crypto import cms

    try:
        data = cms.ContentInfo.load(seal)["content"]
        signer = data["signer_infos"][0]
        keys = [x509.load_der_x509_certificate(each.dump()).public_key() for each in data["certificates"]]
        signed, signature = signer["signed_attrs"].untag().dump(), signer["signature"].native
    except (ValueError, TypeError, LookupError):
        return True
    return any(_is_signed(key, signature, signed) for key in keys)


def _is_signed(key: object, signature: bytes, signed: bytes) -> bool:
    """Other kinds of keys than a brand has of itself are judged later."""
    if not isinstance(key, EllipticCurvePublicKey):
        return not isinstance(key, Ed25519PublicKey)
    try:
        key.verify(signature, signed, ECDSA(SHA512()))
    except InvalidSignature:
        return False
    return True


def _of_signature(
    content: bytes, public_key: bytes, fingerprints: Collection[str], number: str | None
) -> PdfVerdict:
    from pyhanko.pdf_utils.reader import PdfFileReader

    reader = PdfFileReader(io.BytesIO(content))
    signatures = reader.embedded_signatures
    if len(signatures) != 1:
        raise _Wrong("expected one seal" if signatures else "it is not sealed")
    signature = signatures[0]
    _written_in_one_way(content, signature)
    certificate = x509.load_der_x509_certificate(signature.signer_cert.dump())
    _vouched_for(signature, certificate, public_key, fingerprints)
    at = signature.self_reported_timestamp
    _intact(signature, certificate, at)
    expired = at is not None and at > certificate.not_valid_after_utc
    return PdfVerdict(
        True,
        number=number,
        signer=certificate.subject.rfc4514_string(),
        sealed_at=at,
        note=f"its certificate had expired on {certificate.not_valid_after_utc:%Y-%m-%d}"
        if expired
        else None,
    )


def _written_in_one_way(content: bytes, signature: Any) -> None:
    """The signature's own bytes, which it cannot cover: nothing in them may be written otherwise."""
    from asn1crypto import cms

    start, until, after, length = signature.byte_range
    if (start, after + length) != (0, len(content)):
        raise _Wrong("something was added to it after it was sealed")
    held = content[until:after]
    written = bytes.fromhex(held[1:-1].decode("ascii"))
    size = len(cms.ContentInfo.load(written).dump())
    if held != _as_held(written) or any(written[size:]):
        raise _Wrong("its seal was changed")
    if _expected(signature).dump() != written[:size]:
        raise _Wrong("its seal was changed")


def _as_held(seal: bytes) -> bytes:
    """How a PDF holds a seal: as one hexadecimal string (ISO 32000-2, 7.3.4.3), here always in capitals."""
    return b"<" + seal.hex().upper().encode() + b">"


def _expected(signature: Any) -> Any:
    """The seal as it is written when it holds nothing but what is checked: the signed statements (RFC 5652,
    5.4), their signature, and the certificates. What these two hold inside is signed, and stays as it is."""
    from asn1crypto import algos, cms, core

    info = signature.signer_info
    digest = algos.DigestAlgorithm({"algorithm": "sha512", "parameters": core.Null()})
    signer = signature.signer_cert
    return cms.ContentInfo(
        {
            "content_type": "signed_data",
            "content": cms.SignedData(
                {
                    "version": "v1",
                    "digest_algorithms": [digest],
                    "encap_content_info": {"content_type": "data"},
                    "certificates": [each.chosen for each in signature.signed_data["certificates"]],
                    "signer_infos": [
                        {
                            "version": "v1",
                            "sid": cms.SignerIdentifier(
                                {
                                    "issuer_and_serial_number": cms.IssuerAndSerialNumber(
                                        {"issuer": signer.issuer, "serial_number": signer.serial_number}
                                    )
                                }
                            ),
                            "digest_algorithm": digest,
                            "signed_attrs": info["signed_attrs"].untag(),
                            "signature_algorithm": {
                                "algorithm": info["signature_algorithm"]["algorithm"].native
                            },
                            "signature": info["signature"].native,
                        }
                    ],
                }
            ),
        }
    )


def _vouched_for(
    signature: Any, certificate: x509.Certificate, public_key: bytes, fingerprints: Collection[str]
) -> None:
    """The signer must be known or signed by the key for records; others in the file by that key, or known."""
    if not _is_known(certificate, public_key, fingerprints):
        raise _Wrong(
            f"it is sealed by {certificate.subject.rfc4514_string()}, which is not known as the brand's"
        )
    for each in signature.signed_data["certificates"]:
        if not _is_known(x509.load_der_x509_certificate(each.dump()), public_key, fingerprints):
            raise _Wrong("its seal was changed")


def _is_known(certificate: x509.Certificate, public_key: bytes, fingerprints: Collection[str]) -> bool:
    if certificate.fingerprint(SHA256()).hex() in fingerprints:
        return True
    signed, signature = certificate.tbs_certificate_bytes, certificate.signature
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, signed)
    except InvalidSignature:
        return False
    # What stands around the two is not signed: it has one way of being written (RFC 5280, 4.1; RFC 8410, 3).
    body = signed + _ED25519 + b"\x03\x41\x00" + signature
    der = certificate.public_bytes(Encoding.DER)
    return der == b"\x30\x82" + len(body).to_bytes(2) + body


def _intact(signature: Any, certificate: x509.Certificate, at: datetime | None) -> None:
    """Raises _Wrong. A certificate that expired is judged as of its last day: the seal may be whole."""
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko.sign.validation.status import SignatureCoverageLevel
    from pyhanko_certvalidator import ValidationContext

    first, last = certificate.not_valid_before_utc, certificate.not_valid_after_utc
    moment = min(max(at or first, first), last)
    context = ValidationContext(
        trust_roots=[signature.signer_cert], moment=moment, allow_fetching=False, best_signature_time=moment
    )
    status = validate_pdf_signature(signature, signer_validation_context=context)
    if status.coverage != SignatureCoverageLevel.ENTIRE_FILE:
        raise _Wrong("something was added to it after it was sealed")
    if not status.intact or not status.valid:
        raise _Wrong("it was changed after it was sealed")
    if not status.bottom_line:
        raise _Wrong("its seal does not hold")
