"""Binding printed documents into one for the printer. Their seals prove files, not paper."""

import io
from collections.abc import Sequence


def pages_in(content: bytes) -> int:
    """How many pages a PDF has."""
    from pypdf import PdfReader

    return len(PdfReader(io.BytesIO(content)).pages)


def bound(documents: Sequence[bytes], *, on_both_sides: bool) -> bytes:
    """All documents, one behind the other: the same bytes for the same documents.

    Args:
        on_both_sides: each begins on a sheet of its own; an empty page goes behind one that ends on a front.
    """
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter()
    for content in documents:
        for page in PdfReader(io.BytesIO(content)).pages:
            # Fields of signatures would be there without what they sign.
            page.pop("/Annots", None)
            page.pop("/StructParents", None)
            writer.add_page(page)
        if on_both_sides and len(writer.pages) % 2:
            writer.add_blank_page()  # of the last one's size
    writer.metadata = None
    output = io.BytesIO()
    writer.write(output)
    return output.getvalue()
