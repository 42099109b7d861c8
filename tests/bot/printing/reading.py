"""Reads printed PDFs as a reader program does."""

import io
from collections.abc import Iterator
from typing import Any

import pypdf


class Printed:
    """A PDF that was printed."""

    def __init__(self, content: bytes) -> None:
        self._reader = pypdf.PdfReader(io.BytesIO(content), strict=True)
        self.catalogue: Any = self._reader.trailer["/Root"]

    @property
    def text(self) -> str:
        """What stands there, line by line."""
        return "\n".join(page.extract_text() for page in self._reader.pages)

    @property
    def pages(self) -> int:
        return len(self._reader.pages)

    @property
    def attached(self) -> dict[str, list[bytes]]:
        return dict(self._reader.attachments)

    @property
    def metadata(self) -> str:
        return str(self.catalogue["/Metadata"].get_object().get_data().decode())

    @property
    def structure(self) -> list[tuple[str, str]]:
        """Each structure element in reading order: its type, and its alternative text if it has one."""
        return list(_elements(self.catalogue["/StructTreeRoot"]))

    @property
    def fonts(self) -> dict[str, bool]:
        """Each font's name, and whether it is embedded."""
        found = {}
        for page in self._reader.pages:
            for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
                below = font.get_object()["/DescendantFonts"][0].get_object()
                described = below["/FontDescriptor"].get_object()
                name = str(described["/FontName"]).partition("+")[2]
                found[name] = "/FontFile2" in described or "/FontFile3" in described
        return found


def _elements(node: Any) -> Iterator[tuple[str, str]]:
    node = node.get_object()
    if isinstance(node, int):
        return
    if isinstance(node, list):
        for each in node:
            yield from _elements(each)
        return
    if "/S" in node:
        yield str(node["/S"]).lstrip("/"), str(node.get("/Alt", ""))
    if "/K" in node:
        yield from _elements(node["/K"])
