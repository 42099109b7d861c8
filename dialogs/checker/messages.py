"""The structure of one Fluent message: its parts with their variables and branches, or what is broken."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from fluent.syntax import FluentParser, ast

from dialogs.texts import SHORT

VALUE = "text"
"""How the part is called that is not an attribute."""

FUNCTIONS = ("NUMBER", "DATETIME")


class BrokenMessage(Exception):
    """The source is no message. `line` and `column` count from 1."""

    def __init__(self, expected: str, line: int, column: int, code: str = "") -> None:
        super().__init__(f"line {line}, column {column}: {expected}")
        self.expected = expected
        self.line = line
        self.column = column
        self.code = code


@dataclass(frozen=True, slots=True)
class Part:
    """The value of a message, or one of its attributes."""

    name: str
    variables: frozenset[str] = frozenset()
    branches: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Variable -> the keys by which it is told apart, the default's among them."""
    defaults: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Variable -> the keys that are defaults: taken for whatever no other key names."""
    references: tuple[str, ...] = ()
    """Other messages, terms and unknown functions: a text stands alone, so these are faults."""


@dataclass(frozen=True, slots=True)
class Message:
    """One message, read."""

    name: str
    parts: tuple[Part, ...]
    has_value: bool = True

    def part(self, name: str) -> Part | None:
        """The part of that name, if the message has it."""
        return next((part for part in self.parts if part.name == name), None)

    @property
    def variables(self) -> frozenset[str]:
        return frozenset().union(*(part.variables for part in self.parts))


@lru_cache(maxsize=4096)
def read_message(source: str) -> Message:
    """The one message that the source holds.

    Raises:
        BrokenMessage: saying where, and what was expected.
    """
    source = source.replace("\r\n", "\n")
    body = FluentParser().parse(source).body
    for entry in body:
        if isinstance(entry, ast.Junk):
            raise _broken(source, entry)
    messages = [entry for entry in body if isinstance(entry, ast.Message)]
    if len(messages) != 1 or any(isinstance(entry, ast.Term) for entry in body):
        raise BrokenMessage("expected one message, such as: name = words", 1, 1)
    return _read(messages[0])


def faults_in(source: str) -> tuple[BrokenMessage, ...]:
    """What of a source with several messages cannot be read."""
    body = FluentParser().parse(source).body
    junk = [_broken(source, entry, alone=False) for entry in body if isinstance(entry, ast.Junk)]
    return (*junk, *_out_of_place(source, body))


def _out_of_place(source: str, body: Iterable[ast.EntryType]) -> Iterator[BrokenMessage]:
    """A text stands alone, and once."""
    names: set[str] = set()
    for entry in body:
        if isinstance(entry, ast.Term):
            yield _at(
                source, entry, "expected a message; a term has no place here, since every text stands alone"
            )
        if isinstance(entry, ast.Message):
            if entry.id.name in names:
                yield _at(source, entry.id, f"expected {entry.id.name!r} once; it stands above already")
            names.add(entry.id.name)


def messages_in(source: str) -> Mapping[str, str]:
    """The messages of a source by name, each as it is written, without the comments."""
    body = FluentParser().parse(source).body
    messages = [entry for entry in body if isinstance(entry, ast.Message)]
    return {
        entry.id.name: source[_start(entry.id) : entry.span.end if entry.span else None] for entry in messages
    }


def _start(node: ast.SyntaxNode) -> int:
    return node.span.start if node.span else 0


def _at(source: str, node: ast.SyntaxNode, expected: str) -> BrokenMessage:
    start = _start(node)
    line = source.count("\n", 0, start) + 1
    return BrokenMessage(expected, line, start - source.rfind("\n", 0, start))


def _read(entry: ast.Message) -> Message:
    parts = [] if entry.value is None else [_part(VALUE, entry.value)]
    parts += [_part(attribute.id.name, attribute.value) for attribute in entry.attributes]
    return Message(entry.id.name, tuple(parts), entry.value is not None)


def _part(name: str, pattern: ast.Pattern) -> Part:
    nodes = list(_nodes(pattern))
    selects = [node for node in nodes if isinstance(node, ast.SelectExpression)]
    branches: dict[str, set[str]] = {}
    defaults: dict[str, set[str]] = {}
    for select in selects:
        if isinstance(select.selector, ast.VariableReference):
            told_by = select.selector.id.name
            branches.setdefault(told_by, set()).update(_key(variant) for variant in select.variants)
            defaults.setdefault(told_by, set()).update(_key(v) for v in select.variants if v.default)
    return Part(
        name,
        frozenset(node.id.name for node in nodes if isinstance(node, ast.VariableReference)),
        {name: frozenset(keys) for name, keys in branches.items()},
        {name: frozenset(keys) for name, keys in defaults.items()},
        tuple(_reference(node) for node in nodes if _is_reference(node)),
    )


def _nodes(node: object) -> Iterator[object]:
    if isinstance(node, ast.BaseNode):
        yield node
        for value in vars(node).values():
            yield from _nodes(value)
    elif isinstance(node, list):
        for item in node:
            yield from _nodes(item)


def _key(variant: ast.Variant) -> str:
    key = variant.key
    return key.value if isinstance(key, ast.NumberLiteral) else key.name


def _is_reference(node: object) -> bool:
    if isinstance(node, ast.FunctionReference):
        return node.id.name not in FUNCTIONS
    return isinstance(node, ast.MessageReference | ast.TermReference)


def _reference(node: object) -> str:
    assert isinstance(node, ast.FunctionReference | ast.MessageReference | ast.TermReference)
    return {"TermReference": "-", "FunctionReference": ""}.get(type(node).__name__, "") + node.id.name


_EXPECTED: Mapping[str, str] = {
    "E0002": "expected a message, such as: name = words",
    "E0004": "expected a name: letters, digits and hyphens",
    "E0005": "expected words after the equals sign",
    "E0006": "expected words after the equals sign",
    "E0010": "expected a default branch: mark one with a star, such as *[other]",
    "E0011": "expected at least one branch after the arrow, such as [0] words and *[other] words",
    "E0012": "expected words",
    "E0013": "expected a name: letters, digits and hyphens",
    "E0014": 'expected a variable such as { $name }, or words in quotes such as { "words" }',
    "E0015": "expected one default branch; more than one has a star",
    "E0020": "expected the closing quote on the same line",
    "E0027": 'expected an opening brace before the closing one (a brace itself is written { "}" })',
    "E0028": "expected a variable such as { $name } within the braces",
}
_TOKENS: Mapping[str, str] = {
    "=": "an equals sign",
    "}": "a closing brace }",
    "]": "a closing bracket ]",
    '"': "the closing quote on the same line",
    "->": "an arrow ->",
}


def _broken(source: str, junk: ast.Junk, *, alone: bool = True) -> BrokenMessage:
    annotation = junk.annotations[0] if junk.annotations else None
    code = (annotation.code if annotation else None) or ""
    span = annotation.span if annotation is not None and annotation.span else junk.span
    position = span.start if span else 0
    expected = _EXPECTED.get(code, (annotation.message if annotation else None) or "expected a message")
    missing = str(annotation.arguments[0]) if annotation is not None and annotation.arguments else ""
    if code == "E0003" and missing:
        expected = f"expected {_TOKENS.get(missing, missing)}"
    start = junk.span.start if junk.span else 0
    spaces = "spaces before a line that goes on with the text"
    if not alone:
        # Where the words end, not where the next message begins; and what stands here may be one.
        position = start + len(source[start:position].rstrip())
        expected = f"{expected}, or {spaces}" if missing == "=" else expected
    elif code in ("E0002", "E0003") and start > 0 and not source[start].isspace():
        position, expected = start, f"expected {spaces}"
    line = source.count("\n", 0, position) + 1
    return BrokenMessage(expected, line, position - source.rfind("\n", 0, position), code)


ATTRIBUTES = (SHORT,)
"""The attributes that mean something."""
