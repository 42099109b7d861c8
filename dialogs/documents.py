"""YAML that people write: every error names file, line and column, and what was expected there.

Whatever an admin writes (scripts, cases, packs) is read through here.
"""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any, Literal, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import MarkedYAMLError, YAMLError

Path = tuple[str | int, ...]
Model = TypeVar("Model", bound=BaseModel)

NEAR_ENOUGH = 0.6
"""How alike two names must be, of 1, for one to be suggested for the other."""


class DocumentError(ValueError):
    """A document cannot be used. The message has one line for each fault, with its place."""


class Misplaced(ValueError):
    """Faults that only show when parts are seen together; raised by models, placed by `Document.read`."""

    def __init__(self, faults: Iterable[tuple[Path, str]]) -> None:
        self.faults = tuple(faults)
        super().__init__("; ".join(said for _, said in self.faults))


class Document:
    """A document with the place of each of its parts."""

    def __init__(self, text: str, source: str) -> None:
        self.source = source
        self.data = _parsed(text, source)

    def place(self, path: Path) -> str:
        """``file:line:column`` of a part, counting from 1; of the part around it where it is missing."""
        found, line, column = self.data, 0, 0
        for part in path:
            if isinstance(found, CommentedMap) and part in found:
                line, column = found.lc.key(part)
            elif isinstance(found, CommentedSeq) and isinstance(part, int) and part < len(found):
                line, column = found.lc.item(part)
            else:
                # A part that is not written, such as the tag by which a model was chosen.
                continue
            found = found[part]
        return f"{self.source}:{line + 1}:{column + 1}"

    def read(self, model: type[Model], path: Path = ()) -> Model:
        """The part of the document at the path as a model.

        Raises:
            DocumentError: with a line for each fault.
        """
        part: Any = self.data
        for name in path:
            part = part[name]
        try:
            return model.model_validate(part)
        except ValidationError as error:
            said = [told for problem in error.errors() for told in self._told(problem, model, path)]
            raise DocumentError("\n".join(dict.fromkeys(said))) from error

    def _told(self, problem: Any, model: type[BaseModel], root: Path) -> list[str]:
        misplaced = problem.get("ctx", {}).get("error")
        if isinstance(misplaced, Misplaced):
            return [self._said(root + problem["loc"] + path, said) for path, said in misplaced.faults]
        path: Path = tuple(problem["loc"])
        if problem["type"] == "union_tag_invalid":
            path = (*path, "kind")
        return [self._said(root + path, _expected(problem, model))]

    def _said(self, path: Path, said: str) -> str:
        written = ".".join(map(str, self._written(path)))
        return f"{self.place(path)}: {written}: {said}" if written else f"{self.place(path)}: {said}"

    def _written(self, path: Path) -> Path:
        """The path without the tags that models were chosen by."""
        found, kept = self.data, []
        for part in path:
            there = isinstance(found, dict | list)
            if there and (part in found or (isinstance(part, int) and part < len(found))):
                found = found[part]
            elif part != path[-1] or not there:
                continue
            kept.append(part)
        return tuple(kept)


def one_of(names: Iterable[str], found: object) -> str:
    """What was expected instead of a name, with the nearest one."""
    names = sorted(names)
    near = get_close_matches(str(found), names, 1, NEAR_ENOUGH)
    meant = f"; did you mean {near[0]!r}?" if near else ""
    return f"expected one of: {', '.join(names)}{meant}" if names else "expected nothing here"


def _expected(problem: Any, model: type[BaseModel]) -> str:
    """What was found and what was expected, in words."""
    kind, found = problem["type"], problem.get("input")
    if kind == "extra_forbidden":
        return f"unknown name; {one_of(_names_at(model, problem['loc'][:-1]), problem['loc'][-1])}"
    if kind == "missing":
        return "is missing"
    if kind in ("literal_error", "enum"):
        return f"found {found!r}; {one_of(_quoted(problem['ctx']['expected']), found)}"
    if kind == "union_tag_invalid":
        tag = problem["ctx"]["tag"]
        return f"kind {tag!r} is unknown; {one_of(_quoted(problem['ctx']['expected_tags']), tag)}"
    if kind == "union_tag_not_found":
        return "kind is missing"
    if kind == "value_error":
        return str(problem["ctx"]["error"])
    said = problem["msg"]
    return f"found {found!r}; expected: {said[0].lower()}{said[1:]}"


def _quoted(listed: str) -> list[str]:
    return [name.strip().strip("'") for name in listed.replace(" or ", ", ").split(",")]


def _names_at(model: type[BaseModel], path: Path) -> set[str]:
    """The names that may stand at a place of a model."""
    kinds: list[Any] = [model]
    for part in path:
        kinds = [inner for kind in kinds for inner in _inside(kind, part)]
    return {name for kind in kinds for name in _names_of(kind)}


def _names_of(kind: Any) -> set[str]:
    if _is_model(kind):
        return set(kind.model_fields)
    return {str(name) for each in get_args(kind) if get_origin(each) is Literal for name in get_args(each)}


def _is_model(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, BaseModel)


def _inside(kind: Any, part: str | int) -> list[Any]:
    """What a part of such a kind may be; a tag chooses among the models of a union."""
    if _is_model(kind):
        if part in kind.model_fields:
            return [kind.model_fields[part].annotation]
        return [kind] if _tag(kind) == part else []
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (tuple, list) or (isinstance(origin, type) and issubclass(origin, Mapping)):
        return [arguments[0] if origin in (tuple, list) else arguments[1]]
    return [inner for argument in arguments for inner in _inside(argument, part)]


def _tag(model: type[BaseModel]) -> object:
    field = model.model_fields.get("kind")
    return None if field is None else next(iter(get_args(field.annotation)), None)


def _parsed(text: str, source: str) -> Any:
    try:
        return YAML(typ="rt", pure=True).load(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark
        place = f"{source}:{mark.line + 1}:{mark.column + 1}" if mark is not None else f"{source}:1:1"
        raise DocumentError(f"{place}: expected YAML: {error.problem}") from error
    except YAMLError as error:
        raise DocumentError(f"{source}:1:1: expected YAML: {error}") from error
