"""The reader of imports sees every way to import: a rule is worth no more than what it sees."""

import ast

from tests.structure.sources import ROOT, Import, Module, imports_of

SOURCE = """
from typing import TYPE_CHECKING
import flask.json as json
from channels import base, registry
if TYPE_CHECKING:
    from storage.tables import CaseRow

def late():
    import aiogram
    importlib.import_module("twilio.rest")
"""


def test_every_way_to_import_is_seen() -> None:
    found = read(SOURCE)

    assert {each.imported for each in found if not each.only_for_types} == {
        "typing.TYPE_CHECKING",
        "flask.json",
        "channels.base",
        "channels.registry",
        "aiogram",
        "twilio.rest",
    }


def test_an_import_for_types_is_told_apart() -> None:
    assert [str(each) for each in read(SOURCE) if each.only_for_types] == [
        "dialogs/example.py:6: dialogs.example imports storage.tables.CaseRow"
    ]


def read(source: str) -> list[Import]:
    return list(imports_of(Module("dialogs.example", ROOT / "dialogs" / "example.py", ast.parse(source))))
