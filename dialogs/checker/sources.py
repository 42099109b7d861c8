"""What can be wrong with the source of one text, before anything is rendered."""

from collections.abc import Iterator
from difflib import get_close_matches

from dialogs.checker.issues import Issue, Kind
from dialogs.checker.messages import ATTRIBUTES, VALUE, BrokenMessage, Message, read_message
from dialogs.checker.said import Sayings
from dialogs.checker.variables import VARIABLES

PLURALS = frozenset({"zero", "one", "two", "few", "many", "other"})


def check_source(
    locale: str, name: str, source: str, before: Message | None, sayings: Sayings
) -> tuple[Issue, ...]:
    """The faults of a text by itself.

    Args:
        before: the text that it replaces; its variables must stay.
        sayings: what the engine fills in.
    """
    try:
        message = read_message(source)
    except BrokenMessage as broken:
        kind: Kind = "no_default_branch" if broken.code == "E0010" else "syntax"
        return (Issue(kind, "error", locale, name, broken.expected, line=broken.line, column=broken.column),)
    if message.name != name:
        found = (
            f"expected the text {name!r}, found {message.name!r}: the name before the equals sign must stay"
        )
        return (Issue("wrong_message", "error", locale, name, found),)
    return tuple(_faults(locale, message, before, sayings))


def _faults(locale: str, message: Message, before: Message | None, sayings: Sayings) -> Iterator[Issue]:
    name = message.name
    if not message.has_value:
        yield Issue("no_value", "error", locale, name, f"expected words after {name} =")
    for part in message.parts:
        if part.name not in (VALUE, *ATTRIBUTES):
            expected = f"there is no variant .{part.name}; expected .{' or .'.join(ATTRIBUTES)}"
            yield Issue("unknown_attribute", "error", locale, name, expected)
        for reference in part.references:
            expected = f"{reference} stands elsewhere; expected words and variables only"
            yield Issue("reference", "error", locale, name, expected)
    yield from _unknown(locale, message, before, sayings)
    yield from _missing(locale, message, before)
    yield from _unreachable(locale, message, sayings)


def _unknown(locale: str, message: Message, before: Message | None, sayings: Sayings) -> Iterator[Issue]:
    available = sayings.available(message.name)
    if message.name not in sayings.names():
        available = before.variables if before else frozenset()
    for variable in sorted(message.variables - available):
        nearest = get_close_matches(variable, sorted(available), 1)
        hint = f"did you mean {{ ${nearest[0]} }}?" if nearest else f"expected {_listed(available)}"
        said = f"{{ ${variable} }} is not filled in here; {hint}"
        yield Issue("unknown_variable", "error", locale, message.name, said)


def _missing(locale: str, message: Message, before: Message | None) -> Iterator[Issue]:
    for earlier in before.parts if before else ():
        part = message.part(earlier.name)
        if part is None:
            continue
        for variable in sorted(earlier.variables - part.variables):
            where = "the text" if part.name == VALUE else f"the variant .{part.name}"
            said = f"expected {{ ${variable} }} in {where}, as in the text it replaces"
            yield Issue("missing_variable", "error", locale, message.name, said)


def _unreachable(locale: str, message: Message, sayings: Sayings) -> Iterator[Issue]:
    for part in message.parts:
        for variable, keys in part.branches.items():
            given = _given(sayings, message.name, variable)
            never = keys - given - PLURALS - part.defaults[variable] if given else ()
            for key in sorted(never):
                said = f"the branch [{key}] is never taken; {{ ${variable} }} is {' or '.join(sorted(given))}"
                yield Issue("unreachable_branch", "warning", locale, message.name, said)


def _given(sayings: Sayings, name: str, variable: str) -> frozenset[str]:
    """The values by which a text can branch; none are told of a variable that has many."""
    known = VARIABLES.get(variable)
    if known is None or not known.words:
        return frozenset()
    every = sayings.values.get(name, ())
    return frozenset(str(values[variable]) for values in every if variable in values)


def _listed(names: frozenset[str]) -> str:
    return ", ".join(f"{{ ${name} }}" for name in sorted(names)) or "no variable"
