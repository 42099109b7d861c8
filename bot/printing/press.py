"""The press: prints a page as an archivable, tagged PDF with its source inside.

PDF/A-3a (ISO 19005-3, level A: tagged, every letter can be read out) that calls itself PDF/UA-1
(ISO 14289-1) as well. Nothing in a page is loaded from anywhere: its font comes from a package, its QR code
stands in it. The font is Source Sans Pro (SIL Open Font License), which has Latin, Greek and Cyrillic;
what it lacks is taken from the system's DejaVu.

WeasyPrint needs libraries of the system (Pango). Where they are missing there are no PDFs, and everything
else goes on; `Press.problem` says what to install.
"""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib import resources
from pathlib import Path
from typing import Any

from bot.printing.own_folder import own_folder

log = logging.getLogger("cancelbot.printing")

LIBRARIES = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz0b", "libfontconfig1", "libharfbuzz-subset0")
"""Debian's packages that WeasyPrint needs."""

VARIANT = "pdf/a-3a"

_FACES = ((400, "Regular"), (600, "Semibold"), (700, "Bold"))

_UNIVERSAL = b"""
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of PDF/UA to which the document conforms</pdfaProperty:description>
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
</rdf:RDF>"""
"""PDF/A lets a document name another standard only if it says what the name means (ISO 19005-3, 6.6.2.3)."""


@dataclass(frozen=True, slots=True)
class Page:
    """What the press prints. The same page gives the same bytes."""

    html: str
    created: datetime
    """The document is dated by it, not by when it is printed."""
    name: str
    """Of the file inside, such as ``BL-7KQ2M9XA.json``."""
    source: bytes
    """The file that goes along inside: what the page was made from."""
    identity: bytes
    """The PDF's identifier, 16 bytes."""


class NoPress(Exception):
    """PDFs cannot be printed on this machine; the message says why, and what to install."""


def load_weasyprint() -> Any:
    """The library. Raises OSError where the system's libraries are missing."""
    # WeasyPrint tells of every property that it does not know, fontTools of every table.
    for chatty in ("weasyprint", "fontTools"):
        logging.getLogger(chatty).setLevel(logging.ERROR)
    import weasyprint

    return weasyprint


class Press:
    """Prints one page at a time: fontconfig and Pango are shared by the whole process."""

    def __init__(self, load: Callable[[], Any] = load_weasyprint, folder: Path | None = None) -> None:
        """Args:
        folder: below it the library keeps its fonts while the process lives; the system's for such if None.
        """
        self._load = load
        self._folder = folder
        self._lock = threading.Lock()
        self._library: Any = None

    @property
    def problem(self) -> str | None:
        """Why nothing can be printed here, or None. Loads the library."""
        try:
            with self._lock:
                self._loaded()
        except NoPress as error:
            return str(error)
        return None

    def print_page(self, page: Page) -> bytes:
        """The PDF: the same bytes for the same page. Raises NoPress."""
        with self._lock:
            library = self._loaded()
            document = library.HTML(string=page.html, url_fetcher=self._fetcher).render(
                font_config=self._fonts, stylesheets=[self._faces], pdf_variant=VARIANT
            )
            document.metadata.created = document.metadata.modified = page.created.isoformat("T", "seconds")
            return bytes(
                document.write_pdf(
                    finisher=_finished,
                    pdf_variant=VARIANT,
                    pdf_identifier=page.identity,
                    attachments=[_attached(library, page)],
                )
            )

    def _loaded(self) -> Any:
        if self._library is None:
            try:
                self._library = self._load()
                # Fonts are read once: that takes ten times as long as a page.
                urls, fonts = self._library.urls, self._library.text.fonts
                self._fetcher = urls.URLFetcher(allowed_protocols={"data", "file"}, allow_redirects=False)
                self._fonts = fonts.FontConfiguration()
                self._keep_fonts_in_own_folder()
                self._faces = self._library.CSS(
                    string=_faces(), font_config=self._fonts, url_fetcher=self._fetcher
                )
            except (OSError, ImportError) as error:
                reason = str(error).strip().partition("\n")[0]
                raise NoPress(
                    f"PDFs cannot be made, since a library of the system is missing ({reason}); "
                    f"on Debian: sudo apt-get install -y {' '.join(LIBRARIES)}"
                ) from error
        return self._library

    def _keep_fonts_in_own_folder(self) -> None:
        """The library's own folder outlives a process that is killed, and nobody ever clears it."""
        try:
            if self._folder is not None:
                self._fonts._folder = own_folder(self._folder)
        except OSError as error:
            log.warning("fonts are kept in the system's folder: %s cannot be used (%s)", self._folder, error)


def _attached(library: Any, page: Page) -> Any:
    return library.Attachment(
        string=page.source,
        name=page.name,
        # The library writes these times as UTC, whatever their zone says.
        created=page.created.astimezone(UTC),
        modified=page.created.astimezone(UTC),
        relationship="Source",
    )


def _finished(document: Any, pdf: Any) -> None:
    """What WeasyPrint leaves out: the second standard's name, and what rows' headers are headers of."""
    for each in pdf.objects:
        if getattr(each, "extra", {}).get("Type") == "/Metadata":
            each.stream = [each.stream[0].replace(b"</rdf:RDF>", _UNIVERSAL)]
    tagged = [each for each in pdf.objects if isinstance(each, dict)]
    headers = [each for each in tagged if each.get("Type") == "/StructElem" and each["S"] == "/TH"]
    for each in headers:
        each["A"]["Scope"] = "/Row"
    for root in (each for each in tagged if each.get("Type") == "/StructTreeRoot"):
        root["IDTree"] = _listed(headers)
    # The library names the file inside twice, as the list of files has it and as an object.
    associated = pdf.catalog.get("AF")
    if associated is not None:
        associated[:] = dict.fromkeys(associated)


def _listed(elements: list[Any]) -> Any:
    """The elements by their identifiers: who gives any lists them (ISO 32000-1, table 322)."""
    import pydyf

    pairs = [(each["ID"], each.reference) for each in sorted(elements, key=lambda each: each["ID"].string)]
    return pydyf.Dictionary({"Names": pydyf.Array([part for pair in pairs for part in pair])})


def _faces() -> str:
    files = resources.files("font_source_sans_pro").joinpath("files")
    return "".join(
        f'@font-face {{ font-family: "Source Sans"; font-weight: {weight}; '
        f'src: url("file://{files.joinpath(f"SourceSansPro-{name}.ttf")}") }}'
        for weight, name in _FACES
    )
