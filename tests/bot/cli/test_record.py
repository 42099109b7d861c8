"""`cancelbot record`: receipts and proofs handed out, and verified here and elsewhere."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.bot.cli.terminal import Ended, chatting, run

Environment = dict[str, str]


@dataclass(frozen=True)
class Papers:
    """What a customer of the demo holds, as files."""

    number: str
    receipt: Path
    proof: Path
    json: Path
    key: str


@pytest.fixture
def papers(demo: Environment, tmp_path: Path) -> Papers:
    """Ada has cancelled."""
    with chatting(demo, "--customer", "BL-1001") as terminal:
        for words in ("I want to cancel", "No, cancel", "confirm"):
            terminal.say(words)
        number: str = terminal.answer["record"]["number"]
    files = [tmp_path / name for name in ("receipt.json", "ada.tlog-proof", "proof.json")]
    assert run(demo, "record", "receipt", number, "--out", str(files[0])).returncode == 0
    assert run(demo, "record", "proof", number.lower(), "--out", str(files[1])).returncode == 0
    assert run(demo, "record", "proof", number, "--json", "--out", str(files[2])).returncode == 0
    shown = run(demo, "record", "key", "demo").stdout.split()
    return Papers(number, files[0], files[1], files[2], shown[shown.index("key") + 1])


def verify(demo: Environment, *files: Path, key: str | None = None) -> Ended:
    options = [] if key is None else ["--key", key]
    return run(demo, "record", "verify", *map(str, files), *options)


@pytest.mark.check(10)
def test_what_is_handed_out_verifies(demo: Environment, papers: Papers, tmp_path: Path) -> None:
    here = verify(demo, papers.receipt, papers.proof, papers.json)
    without_database = {**demo, "CANCELBOT_DATABASE_URL": "sqlite:///nowhere"}
    elsewhere = verify(without_database, papers.receipt, papers.proof, key=papers.key)

    assert here.returncode == 0, here.stdout + here.stderr
    lines = here.stdout.splitlines()
    assert lines[0] == f"The record {papers.number} is genuine: the brand sealed it, and nothing was changed."
    assert lines[1].startswith("It is entry 1 of the log ")
    assert len(lines) == 3
    assert elsewhere.stdout.splitlines() == lines[:2]
    assert papers.receipt.stat().st_mode & 0o077 == 0


@pytest.mark.check(10)
def test_the_program_that_is_handed_out_verifies_it_alone(
    demo: Environment, papers: Papers, tmp_path: Path
) -> None:
    program = tmp_path / "verify_record.py"
    program.write_text(run(demo, "record", "verifier").stdout)
    files = map(str, (papers.receipt, papers.proof))
    command = [sys.executable, "-I", "-S", str(program), "--key", papers.key, *files]

    done = subprocess.run(command, capture_output=True, text=True, env={}, cwd=tmp_path, check=False)

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == verify(demo, papers.receipt, papers.proof).stdout


def test_a_log_is_shown_to_have_grown_only(demo: Environment, papers: Papers, tmp_path: Path) -> None:
    with chatting(demo, "--customer", "BL-1006") as terminal:
        for words in ("I want to cancel", "No, cancel", "confirm"):
            terminal.say(words)
    document = tmp_path / "grown.json"

    made = run(demo, "record", "consistency", "demo", str(papers.proof), "--out", str(document))
    verified = verify(demo, document)

    assert made.returncode == 0, made.stderr
    assert verified.returncode == 0, verified.stdout
    assert "with the 1 that the earlier checkpoint covers" in verified.stdout
    copies = sorted((tmp_path / "checkpoints").rglob("*.checkpoint"))
    assert "The brand signed the checkpoint over 1 entries" in verify(demo, copies[0]).stdout
    assert len(copies) >= 2


@pytest.mark.check(10)
def test_a_pdf_is_handed_out_and_verifies_here_and_elsewhere(
    demo: Environment, papers: Papers, tmp_path: Path
) -> None:
    first, again = tmp_path / "first.pdf", tmp_path / "again.pdf"
    for each in (first, again):
        assert run(demo, "record", "pdf", papers.number, "--out", str(each)).returncode == 0
    without_database = {**demo, "CANCELBOT_DATABASE_URL": "sqlite:///nowhere"}

    here = verify(demo, first, papers.proof, papers.receipt)
    elsewhere = verify(without_database, first, key=papers.key)

    assert first.read_bytes() == again.read_bytes()
    assert here.returncode == 0, here.stdout + here.stderr
    lines = here.stdout.splitlines()
    signer = "CN=Brightline (DEMO\\, proves nothing),O=Brightline"
    assert lines[0].startswith(f"The PDF of the record {papers.number} is genuine: {signer} sealed it on ")
    assert lines[1].startswith(f"The record {papers.number} is genuine")
    assert lines[2].startswith("It is entry 1 of the log ")
    assert lines[3:] == ["It is the very file that was made of it."]
    assert elsewhere.stdout.splitlines() == lines[:1]


def test_a_pdf_that_was_changed_is_told(demo: Environment, papers: Papers, tmp_path: Path) -> None:
    genuine, changed = tmp_path / "genuine.pdf", tmp_path / "changed.pdf"
    assert run(demo, "record", "pdf", papers.number, "--out", str(genuine)).returncode == 0
    content = genuine.read_bytes()

    def told(altered: bytes) -> str:
        changed.write_bytes(altered)
        ended = verify(demo, changed)
        assert ended.returncode == 1, ended.stdout + ended.stderr
        return ended.stdout

    middle = len(content) // 4
    flipped = content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :]
    assert told(flipped).startswith("NOT GENUINE: changed.pdf: ")
    assert told(content + b"\n") == (
        "NOT GENUINE: changed.pdf: something was added to it after it was sealed\n"
    )
    assert told(content[:-10]).startswith("NOT GENUINE: ")
    assert told(b"%PDF-1.7 and nothing more").startswith("NOT GENUINE: ")


def test_what_is_not_genuine_is_told(demo: Environment, papers: Papers, tmp_path: Path) -> None:
    def edited(path: Path, old: str, new: str) -> Path:
        found = tmp_path / f"edited-{path.name}"
        found.write_text(path.read_text().replace(old, new, 1))
        return found

    def told(*files: Path) -> str:
        ended = verify(demo, *files)
        assert ended.returncode == 1, ended.stdout + ended.stderr
        return ended.stdout

    changed = told(edited(papers.receipt, "Brightline Fibre", "Brightline Fiber"))
    assert changed == "NOT GENUINE: edited-receipt.json: the record was changed after it was sealed\n"
    assert "receipt that it is of is needed" in told(papers.proof)
    assert "has not reached" in told(papers.receipt, edited(papers.proof, "index 0", "index 7"))
    assert "of the record BL-X" in told(papers.receipt, edited(papers.json, papers.number, "BL-X"))
    assert "the checkpoint was changed" in told(papers.receipt, edited(papers.proof, "\n1\n", "\n2\n"))
    assert "neither a receipt" in told(edited(papers.receipt, "{", "<"))
    other = json.loads(papers.receipt.read_text())
    other["record"]["brand"]["slug"] = "other"
    (tmp_path / "other.json").write_text(json.dumps(other))
    assert "none of this database's" in verify(demo, tmp_path / "other.json").stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("receipt", "BL-22222223"), "no record's number, or it is mistyped"),
        (("proof", "BL-22222222"), "there is no record BL-22222222"),
        (("proof", "BL-22222222", "--brand", "dem"), "did you mean 'demo'?"),
        (("key", "dem"), "did you mean 'demo'?"),
    ],
)
def test_what_cannot_be_done_is_told(demo: Environment, arguments: tuple[str, ...], told: str) -> None:
    ended = run(demo, "record", *arguments)

    assert ended.returncode != 0
    assert told in ended.stderr
