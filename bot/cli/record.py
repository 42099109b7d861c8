"""`cancelbot record`: receipts, PDFs and proofs, to hand out again and to verify."""

import re
from collections.abc import Sequence
from hashlib import sha256
from importlib import resources
from pathlib import Path

import click

from bot.cli.opening import application, brand_of
from bot.confirming.ways import NAMES, WAYS
from bot.documents import document_of, known_of
from bot.printing.press import NoPress
from bot.records.examining import Given, NotGenuine, Pdf, brands_in, examine, read_file, receipt_of
from bot.records.kept import find_record
from bot.records.log.checkpoints import Checkpoint, Forged, verifier_key
from bot.records.log.proofs import Proof, as_json, as_tlog_proof, consistency_as_json
from bot.records.log.stored import NotOurs, consistency_of, proof_of
from bot.records.numbers import read_number
from bot.records.pdf.verifying import LARGEST as LARGEST_PDF
from bot.records.sealing import key_id_of
from bot.sending_again import Asker, NotSentAgain, send_again
from dialogs.texts import packaged_texts
from dialogs.values import Way
from storage.repositories.cases import RecordRow
from storage.unit_of_work import UnitOfWork

KEY_DIGITS = 64

_out = click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file, not to the screen."
)
_brand = click.option("--brand", "slug", metavar="BRAND", help="Whose it is, where several have that number.")


@click.group()
def record() -> None:
    """Sealed records: hand out receipts and proofs, and verify them."""


@record.command()
@click.argument("number")
@_brand
@_out
def receipt(number: str, slug: str | None, out: Path | None) -> None:
    """Hand out a receipt again: the same bytes whenever it is asked for."""
    with application() as app, app.database.read() as uow:
        row = _row(uow, number, slug)
        stored = find_record(uow, row.brand_id, row.number)
    if stored is None:
        raise click.ClickException(f"what the record {row.number} says was erased; its proof is still there")
    _write(stored.receipt, out)


@record.command()
@click.argument("number")
@_brand
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    help="Write to this file.",
)
def pdf(number: str, slug: str | None, out: Path) -> None:
    """Hand out a record as a sealed PDF: the file that was sent, or a first one where none was made."""
    with application() as app:
        with app.database.read() as uow:
            row = _row(uow, number, slug)
            brand = uow.brands.get(row.brand_id)
        assert brand is not None, "every record belongs to a brand"
        try:
            document = document_of(app, brand, row.number, packaged_texts(tuple(brand.locales)))
        except NoPress as error:
            raise click.ClickException(str(error)) from error
    if document is None:
        raise click.ClickException(f"what the record {row.number} says was erased; its proof is still there")
    _write(document.content, out)


@record.command()
@click.argument("number")
@_brand
@click.option(
    "--by", "way", required=True, type=click.Choice(WAYS), help="To the address that is known for this way."
)
def resend(number: str, slug: str | None, way: Way) -> None:
    """Have a confirmation sent again by the worker: the receipt and the PDF that were first sent."""
    with application() as app:
        with app.database.read() as uow:
            row = _row(uow, number, slug)
            brand = uow.brands.get(row.brand_id)
        assert brand is not None, "every record belongs to a brand"
        try:
            send_again(app, brand, row.number, way, Asker("The command line"))
        except NotSentAgain as error:
            raise click.ClickException(str(error)) from error
    click.echo(f"{row.number} is sent again by {NAMES[way]} as soon as a worker runs.")


@record.command()
@click.argument("number")
@_brand
@click.option("--json", "json_", is_flag=True, help="As JSON, which names the record.")
@_out
def proof(number: str, slug: str | None, json_: bool, out: Path | None) -> None:
    """Prove that a record is in its brand's log, as a C2SP tlog-proof."""
    with application() as app, app.database.read() as uow:
        row = _row(uow, number, slug)
        found = proof_of(uow, row)
    if found is None:
        raise click.ClickException(
            f"the record {row.number} is not in the log yet: a worker appends it within seconds"
        )
    _write(as_json(found) if json_ else as_tlog_proof(found), out)


@record.command()
@click.argument("slug", metavar="BRAND")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@_out
def consistency(slug: str, file: Path, out: Path | None) -> None:
    """Prove that the log only grew since the checkpoint, or the proof, in FILE."""
    with application() as app, app.database.read() as uow:
        brand = brand_of(uow, slug)
        try:
            given = _given(file)
            note = given.content.checkpoint if isinstance(given.content, Proof) else given.document
            if not isinstance(given.content, Proof | Checkpoint):
                raise click.ClickException(f"{file}: expected a checkpoint, or a record's proof")
            found = consistency_of(uow, brand.id, note, brand.signing_public)
        except (Forged, NotGenuine, NotOurs) as error:
            raise click.ClickException(str(error)) from error
    _write(consistency_as_json(found), out)


@record.command()
@click.argument("slug", metavar="BRAND")
def key(slug: str) -> None:
    """Show a brand's public key, by which everybody can verify its records."""
    with application() as app, app.database.read() as uow:
        brand = brand_of(uow, slug)
        log = uow.record_logs.get(brand.id)
    click.echo(f"public key  {brand.signing_public.hex()}")
    click.echo(f"key id      {key_id_of(brand.signing_public)}")
    if log is not None:
        click.echo(f"vkey        {verifier_key(log.origin, brand.signing_public)}")


@record.command()
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.option("--key", "public_key", metavar="KEY", help="The brand's public key; else it is looked up here.")
@click.option(
    "--certificate",
    "certificates",
    multiple=True,
    metavar="SHA256",
    help="A certificate of the brand's own that seals its PDFs; else those are looked up here.",
)
def verify(files: Sequence[Path], public_key: str | None, certificates: tuple[str, ...]) -> None:
    """Verify a receipt, its PDF, proofs, checkpoints; exit code 1 when one is not genuine."""
    try:
        given = [_given(each) for each in files]
        if public_key is None:
            told = _examined_here(given)
        else:
            told = examine(given, _key_of(public_key), [_fingerprint(each) for each in certificates])
    except NotGenuine as error:
        click.echo(f"NOT GENUINE: {error}")
        raise click.exceptions.Exit(1) from error
    for line in told:
        click.echo(line)


@record.command()
@_out
def verifier(out: Path | None) -> None:
    """Print a program in one file that verifies receipts and proofs wherever there is some Python 3."""
    _write(resources.files("bot.records").joinpath("verify_record.py").read_bytes(), out)


def _row(uow: UnitOfWork, typed: str, slug: str | None) -> RecordRow:
    """Raises ClickException where it is no number, nobody's, or several brands'."""
    number = read_number(typed)
    if number is None:
        raise click.ClickException(f"{typed!r} is no record's number, or it is mistyped")
    brands = uow.brands.all() if slug is None else [brand_of(uow, slug)]
    found = [(brand, row) for brand in brands if (row := uow.records.by_number(brand.id, number))]
    if not found:
        raise click.ClickException(f"there is no record {number}{'' if slug is None else f' of {slug}'}")
    if len(found) > 1:
        named = ", ".join(brand.slug for brand, _ in found)
        raise click.ClickException(f"several brands have a record {number}: say --brand, one of {named}")
    return found[0][1]


def _given(path: Path) -> Given:
    with path.open("rb") as file:
        return read_file(path.name, file.read(LARGEST_PDF + 1))


def _examined_here(given: Sequence[Given]) -> list[str]:
    """By what is kept here of the brand that the files name. Raises NotGenuine, ClickException."""
    slug = _brand_of(given)
    pdfs = [file for file in given if isinstance(file.content, Pdf)]
    numbers = {str(held.record.get("number")) for each in given if (held := receipt_of(each.content))}
    with application() as app, app.database.read() as uow:
        brand = uow.brands.by_slug(slug)
        if brand is None:
            raise click.ClickException("the brand that it names is none of this database's: say --key")
        known = [known_of(uow, brand, number) for number in numbers]
    told = examine(given, brand.signing_public, {each for one in known for each in one.certificates})
    made = {digest for one in known for digest in one.digests}
    for file in pdfs:
        if made and sha256(file.document).digest() not in made:
            raise NotGenuine(f"{file.name}: it is not the file that was made of this record")
    return [*told, *("It is the very file that was made of it." for _ in pdfs if made)]


def _fingerprint(written: str) -> str:
    """Raises ClickException."""
    found = written.replace(":", "").lower()
    if not re.fullmatch(r"[0-9a-f]{64}", found):
        raise click.ClickException("--certificate: expected 64 hexadecimal digits")
    return found


def _brand_of(given: Sequence[Given]) -> str:
    """The short name of the brand that the files name. Raises NotGenuine."""
    named = brands_in(given)
    if len(named) != 1:
        told = "no brand" if not named else f"several brands ({', '.join(sorted(named))})"
        raise NotGenuine(f"the files name {told}: say --key, the brand's public key")
    return named.pop()


def _key_of(written: str) -> bytes:
    """Raises ClickException."""
    try:
        found = bytes.fromhex(written.strip())
    except ValueError:
        found = b""
    if len(found) * 2 != KEY_DIGITS:
        raise click.ClickException(f"--key: expected {KEY_DIGITS} hexadecimal digits")
    return found


def _write(document: bytes, out: Path | None) -> None:
    if out is None:
        click.echo(document, nl=False)
        return
    out.touch(mode=0o600)
    out.write_bytes(document)
    click.echo(f"{out}: {len(document)} bytes.", err=True)
