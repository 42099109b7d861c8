"""`cancelbot record`: receipts and proofs, to hand out again and to verify."""

from collections.abc import Sequence
from importlib import resources
from pathlib import Path

import click

from bot.cli.opening import application, brand_of
from bot.records.examining import Given, NotGenuine, brands_in, examine, read_file
from bot.records.kept import find_record
from bot.records.log.checkpoints import Checkpoint, Forged, verifier_key
from bot.records.log.proofs import Proof, as_json, as_tlog_proof, consistency_as_json
from bot.records.log.stored import NotOurs, consistency_of, proof_of
from bot.records.numbers import read_number
from bot.records.sealing import LARGEST, key_id_of
from storage.repositories.brands import BrandRow
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
def verify(files: Sequence[Path], public_key: str | None) -> None:
    """Verify a receipt, proofs, checkpoints; exit code 1 when one is not genuine."""
    try:
        given = [_given(each) for each in files]
        told = examine(given, _key_here(given) if public_key is None else _key_of(public_key))
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
        return read_file(path.name, file.read(LARGEST + 1))


def _key_here(given: Sequence[Given]) -> bytes:
    """The key of the brand that the files name. Raises NotGenuine, ClickException."""
    named = brands_in(given)
    if len(named) != 1:
        told = "no brand" if not named else f"several brands ({', '.join(sorted(named))})"
        raise NotGenuine(f"the files name {told}: say --key, the brand's public key")
    with application() as app, app.database.read() as uow:
        brand: BrandRow | None = uow.brands.by_slug(named.pop())
    if brand is None:
        raise click.ClickException("the brand that it names is none of this database's: say --key")
    return brand.signing_public


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
