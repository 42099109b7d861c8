"""The first page of a print run: what is in it, for whoever puts it into envelopes. Pure."""

import json
from collections.abc import Sequence
from functools import lru_cache
from hashlib import sha256
from html import escape
from importlib import resources
from string import Template

from bot.letters.naming import name_of, reference_of
from bot.printing.press import Page
from storage.repositories.brands import BrandRow
from storage.repositories.letters import LetterRow, PrintRunRow


def index_of(brand: BrandRow, run: PrintRunRow, letters: Sequence[LetterRow], paper: str) -> Page:
    """The index, in English, for the brand's people.

    Args:
        paper: its width and height, as CSS writes them.
    """
    listed = [
        {
            "position": letter.position,
            "letter": reference_of(letter),
            "addressee": (letter.addressee or "").split("\n"),
            "pages": letter.pages,
        }
        for letter in letters
    ]
    source = {"run": name_of(run), "brand": brand.slug, "letters": listed}
    html = _template().substitute(
        paper=paper,
        brand=escape(brand.name),
        run=escape(name_of(run)),
        letters=run.letters,
        pages=run.pages,
        sides="both sides" if run.sides == "two" else "one side",
        rows="".join(map(_row, letters)),
    )
    return Page(
        html=html,
        created=run.created_at,
        name="print-run.json",
        source=json.dumps(source, ensure_ascii=False, indent=1).encode(),
        identity=sha256(run.id.encode()).digest()[:16],
    )


def _row(letter: LetterRow) -> str:
    name, *below = (letter.addressee or "").split("\n")
    cells = (str(letter.position), reference_of(letter), name, ", ".join(below), str(letter.pages))
    first, *others = (escape(cell) for cell in cells)
    return f'<tr><th scope="row">{first}</th>{"".join(f"<td>{cell}</td>" for cell in others)}</tr>'


@lru_cache(maxsize=1)
def _template() -> Template:
    source = resources.files("bot.letters").joinpath("templates").joinpath("index.html")
    return Template(source.read_text(encoding="utf-8"))
