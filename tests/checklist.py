"""The checklist of fair cancellation, and which tests hold each item: `python -m tests.checklist` prints it.

A test says so by itself, with `@pytest.mark.check(17)`, a conversation case with
`checks: [2]`. They are read from
the files, without running or importing them. An item that the product does not
have yet says what is missing, and no test claims it.
"""

import ast
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dialogs.cases.form import load_cases

TESTS = Path(__file__).parent
CASES = TESTS / "cases"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that must hold. `missing` is what is not there yet; empty where all is."""

    number: int
    section: str
    rule: str
    missing: str = ""


ITEMS = (
    Item(
        1,
        "Law",
        "The wish leads to the quote at once or past one offer; de and fr receipt who is unverified.",
    ),
    Item(
        2,
        "Law",
        "Germany: nothing is offered after the entry; five things stated, then the law's last words.",
    ),
    Item(3, "Law", "Minnesota: an alternative is described only with permission, asked once; a no cancels."),
    Item(4, "Law", "California, New York, Colorado: beside the offer, and before it, stands the way out."),
    Item(5, "Law", "A case sees one offer at most, whatever the channel and however often we restart."),
    Item(6, "Law", "The reason can be skipped, and no text shames or hurries."),
    Item(7, "Law", "Nobody else is needed to finish."),
    Item(8, "Law", "The receipt has number, content, time with zone, last day, refund and last charge."),
    Item(9, "Law", "The receipt comes with the answer to the confirmation."),
    Item(10, "Law", "The receipt lasts, proves itself, and is the same to the byte when asked for again."),
    Item(11, "Law", "It is declared when the message came in, however late it is processed."),
    Item(12, "Law", "An outage of the back office hinders nobody: accepted, kept, acknowledged."),
    Item(13, "Law", "Withdrawing and terminating are told apart, each in its exact words."),
    Item(14, "Law", "A person who is called, or who takes over, suspends no cancellation."),
    Item(15, "Law", "After the last day nothing is charged; what is all the same is paid back."),
    Item(
        16,
        "Law",
        "Data are handed out on request; an erasure spares records under hold.",
    ),
    Item(
        17,
        "SMS",
        "A bare CANCEL opts out and opens the case; what the provider answered is not answered again.",
    ),
    Item(18, "SMS", "Error 21610: the receipt takes another channel, and nothing is tried again."),
    Item(19, "SMS", "No prompt asks for a word that the provider takes for itself."),
    Item(20, "SMS", "Asking in words for no more texts is an opt-out."),
    Item(21, "SMS", "What is not signed, or wrongly, gets 403 and leaves no trace."),
    Item(22, "SMS", "A signature holds behind a TLS proxy and with parameters we do not know."),
    Item(23, "SMS", "JSON that was changed on its way is refused."),
    Item(24, "SMS", "A message delivered twice has one effect."),
    Item(25, "SMS", "A late report undoes no later one; a receipt or code that did not arrive goes by mail."),
    Item(26, "SMS", "Texts stay within 320 characters, and within GSM where the language does."),
    Item(27, "SMS", "On the phone neither silence nor a machine confirms."),
    Item(28, "Telegram", "Without the right secret, or with none set, nothing is taken."),
    Item(29, "Telegram", "Updates may repeat, come in any order, and outlive a crash after our answer."),
    Item(30, "Telegram", "Buttons carry little and tell nothing; a stranger's or an old one does nothing."),
    Item(31, "Telegram", "Two taps confirm once."),
    Item(32, "Telegram", "Only a contact that is provably the sender's own vouches."),
    Item(33, "Telegram", "A pause that Telegram asks for is kept; who blocked us is reached another way."),
    Item(34, "Telegram", "Edits and media confirm nothing, and names cannot be markup."),
    Item(35, "Web", "A reload goes on where it was; a stream resumes without gap or repetition."),
    Item(36, "Web", "Other sites can post nothing, and only listed ones may embed the chat."),
    Item(37, "Web", "The transcript is a log, the keyboard is enough, and axe finds nothing."),
    Item(
        38,
        "Identity",
        "Codes: six digits, ten minutes, once, kept nowhere, for one case; failures are not forgotten.",
    ),
    Item(39, "Identity", "Known and unknown get the same words, status and work."),
    Item(40, "Identity", "The caller's number alone shows nothing and does nothing."),
    Item(41, "Identity", "Codes are limited by account, sender, network and receiver."),
    Item(42, "Identity", "The message with the code names what it does, and to which plan."),
)


@dataclass(frozen=True, slots=True)
class Claim:
    """A test that says which items it holds. `test` is as pytest takes it."""

    test: str
    numbers: tuple[int, ...]


@cache
def claims() -> tuple[Claim, ...]:
    """Every marked test; the files are read once.

    Raises:
        ValueError: where a mark stands on what is no test, or names anything but numbers.
    """
    marked = (
        claim
        for path in sorted(TESTS.rglob("*.py"))
        for claim in claims_in(path.read_text(encoding="utf-8"), path.relative_to(TESTS.parent).as_posix())
    )
    return (*marked, *claims_of_cases())


def claims_of_cases() -> Iterator[Claim]:
    """The conversations that say `checks: [2]`."""
    for path in sorted(CASES.rglob("*.yaml")):
        for name, case in load_cases(path.read_text(encoding="utf-8"), path.name).items():
            if case.checks:
                group = path.relative_to(CASES).with_suffix("").as_posix()
                yield Claim(
                    f"tests/cases/test_conversations.py::test_conversation[{group}::{name}]", case.checks
                )


def claims_in(source: str, place: str) -> Iterator[Claim]:
    """The marked tests of one file."""
    tree = ast.parse(source, place)
    for scope, node in _definitions(tree, place):
        numbers = tuple(number for mark in _marks(node) for number in _numbers(mark, place))
        if numbers and not node.name.startswith("test_"):
            raise ValueError(f"{place}:{node.lineno}: expected the mark on a test, found it on {node.name}")
        if numbers:
            yield Claim(f"{scope}::{node.name}", numbers)


Function = ast.FunctionDef | ast.AsyncFunctionDef


def _definitions(node: ast.Module | ast.ClassDef, scope: str) -> Iterator[tuple[str, Function]]:
    for each in node.body:
        if isinstance(each, ast.ClassDef):
            yield from _definitions(each, f"{scope}::{each.name}")
        elif isinstance(each, Function):
            yield scope, each


def _marks(node: Function) -> Iterator[ast.Call]:
    for each in node.decorator_list:
        if isinstance(each, ast.Call) and ast.unparse(each.func) == "pytest.mark.check":
            yield each


def _numbers(mark: ast.Call, place: str) -> Iterator[int]:
    for each in mark.args:
        if not isinstance(each, ast.Constant) or type(each.value) is not int:
            raise ValueError(f"{place}:{mark.lineno}: expected numbers of items, found {ast.unparse(each)}")
        yield each.value


def held() -> Mapping[int, list[str]]:
    """The tests that hold each item, by its number."""
    found: dict[int, list[str]] = {}
    for claim in claims():
        for number in claim.numbers:
            found.setdefault(number, []).append(claim.test)
    return found


def lines() -> Iterator[str]:
    """The list as it is printed."""
    tests, section = held(), ""
    for item in ITEMS:
        if item.section != section:
            section = item.section
            yield f"\n{section}"
        yield f"{item.number:>3}  {item.rule}"
        if item.missing:
            yield f"       not yet: {item.missing}"
        yield from (f"       {test}" for test in tests.get(item.number, ()))


if __name__ == "__main__":
    sys.stdout.write("\n".join(lines()).lstrip() + "\n")
