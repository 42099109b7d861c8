"""Writing a case as people write them: what is so anyway is left out, and short things stand in one line."""

from typing import Any

from ruamel.yaml.comments import CommentedMap, CommentedSeq

from dialogs.cases.form import ConversationCase
from dialogs.cases.rewriting import Pieces, writer


def appended(text: str, name: str, case: ConversationCase) -> str:
    """A file's text with a case behind its last one; nothing that stands in it is touched."""
    data = case.model_dump(mode="json", exclude_defaults=True)
    for part in ("world", "talk"):
        if part in data:
            data[part] = _short(data[part])
    pieces = Pieces()
    writer().dump({name: data}, pieces)
    before = f"{text.rstrip()}\n\n" if text.strip() else ""
    return before + "".join(pieces)


def _short(part: Any) -> Any:
    """Its items stand in lines of their own, and whatever is in them in these lines."""
    if isinstance(part, list):
        return [{name: _in_one_line(each) for name, each in line.items()} for line in part]
    return {
        name: [_in_one_line(i) for i in each] if isinstance(each, list) else each
        for name, each in part.items()
    }


def _in_one_line(value: Any) -> Any:
    if not isinstance(value, dict | list):
        return value
    if isinstance(value, dict):
        laid: Any = CommentedMap((name, _in_one_line(each)) for name, each in value.items())
    else:
        laid = CommentedSeq(map(_in_one_line, value))
    laid.fa.set_flow_style()
    return laid
