"""Rewriting what a case expects by what happened, in the file itself: for review, not instead of it.

Comments, order and layout stay as they are.
"""

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedSeq

from dialogs.cases.play import Difference, Played

WIDEST = 10**6
"""Lines are never broken anew."""


def rewritten(text: str, played: Mapping[str, Sequence[Played]]) -> str:
    """The file's text with the differences of its cases taken over into what they expect.

    Args:
        text: the file as it is; YAML that was read before.
        played: name of a case -> its lines as they were played.
    """
    yaml = writer()
    data = yaml.load(text)
    for name, lines in played.items():
        for position, each in enumerate(lines):
            for difference in each.differences:
                if difference.part != "talk":
                    _take_over(data[name]["talk"][position]["expect"], difference)
    pieces = Pieces()
    yaml.dump(data, pieces)
    return "".join(pieces)


def writer() -> YAML:
    """Reads and writes YAML as cases are laid out."""
    yaml = YAML(typ="rt", pure=True)
    yaml.preserve_quotes = True
    yaml.width = WIDEST
    yaml.brace_single_entry_mapping_in_flow_sequence = True
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.encoding = None  # type: ignore[assignment]  # pieces are texts
    return yaml


class Pieces(list[str]):
    """What the YAML writer takes for a file."""

    def write(self, piece: str) -> None:
        self.append(piece)


def _take_over(expect: Any, difference: Difference) -> None:
    part, found = difference.part, difference.found
    if part in ("shows", "lacks"):
        expect[part].remove(difference.expected)
    elif part == "contains":
        words = expect[part]
        words[words.index(difference.expected)] = _nearest(difference.expected, found)
    elif found is None:
        del expect[part]
    else:
        expect[part] = _listed(found) if isinstance(found, tuple) else found
    if part in ("shows", "lacks") and not expect[part]:
        del expect[part]


def _listed(found: tuple[str, ...]) -> CommentedSeq:
    listed = CommentedSeq(found)
    listed.fa.set_flow_style()
    return listed


def _nearest(words: str, read: str) -> str:
    """What stands now where the words stood: the sentence most like them."""
    sentences = list(_sentences(read))
    return next(iter(get_close_matches(words, sentences, 1, 0)), words)


def _sentences(read: str) -> Iterator[str]:
    for line in read.splitlines():
        yield from (sentence for sentence in line.split(". ") if sentence)
