"""Seals a printed record: one signature over the whole file, after which nothing may be added to it.

PAdES (ETSI EN 319 142-1) by pyHanko, which is loaded at the first seal. The signature is not shown on the
page: its field stands outside of it, as PDF/UA wants, and can be printed, as PDF/A wants.
"""

import io
from typing import Any

from cryptography.hazmat.primitives import serialization

from bot.printing.seals import Seal

FIELD = "Seal"


def sealed_pdf(content: bytes, seal: Seal, brand: str, number: str) -> bytes:
    """The PDF with its seal.

    Args:
        brand: the signer as readers show it, until they have read the certificate.
        number: the record's.
    """
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign import fields, signers

    metadata = signers.PdfSignatureMetadata(
        field_name=FIELD,
        name=brand,
        reason=number,
        md_algorithm="sha512",
        subfilter=fields.SigSeedSubFilter.PADES,
        certify=True,
        docmdp_permissions=fields.MDPPerm.NO_CHANGES,
    )
    place = fields.SigFieldSpec(
        FIELD,
        invis_sig_settings=fields.InvisSigSettings(
            set_print_flag=True, set_hidden_flag=False, box_out_of_bounds=True
        ),
    )
    signer = signers.PdfSigner(metadata, signer=_signer(seal), new_field_spec=place)
    output = io.BytesIO()
    signer.sign_pdf(IncrementalPdfFileWriter(io.BytesIO(content)), output=output)
    return output.getvalue()


def _signer(seal: Seal) -> Any:
    from asn1crypto import keys, x509
    from pyhanko.sign import signers
    from pyhanko_certvalidator.registry import SimpleCertificateStore

    der = serialization.Encoding.DER
    chain = [x509.Certificate.load(each.public_bytes(der)) for each in seal.chain]
    private = seal.key.private_bytes(der, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    return signers.SimpleSigner(
        signing_cert=x509.Certificate.load(seal.certificate.public_bytes(der)),
        signing_key=keys.PrivateKeyInfo.load(private),
        cert_registry=SimpleCertificateStore.from_certs(chain),  # type: ignore[no-untyped-call]
    )
