"""The confirmation as it is read out by phone."""

import pytest

from bot.records.contents import KINDS, RecordKind
from bot.records.spoken import SpokenRecord, spelt
from dialogs.texts import packaged_texts
from tests.bot.records.examples import stored

TEXTS = packaged_texts(("en", "de"))


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_record_can_be_read_out(kind: RecordKind) -> None:
    record = stored(kind)

    spoken = SpokenRecord(record, TEXTS)

    aloud = " ".join(spoken.confirmation)
    assert ", ".join(record.number.replace("-", "")) in aloud
    assert record.number not in aloud
    assert spoken.confirmation[0] == spoken.line("greeting")
    assert spoken.confirmation[-1] == spoken.line("keys")


@pytest.mark.parametrize("name", ["unsure", "voicemail", "greeting", "keys", "heard", "person", "goodbye"])
def test_what_a_machine_might_hear_says_nothing_of_the_record(name: str) -> None:
    record = stored("termination")

    line = SpokenRecord(record, TEXTS).line(name)

    assert record.number not in line
    assert str(record.record["service"]["name"]) not in line


def test_numbers_are_spelt_and_other_words_are_not() -> None:
    assert spelt("Number: BL-7K3M9QXA.") == "Number: B, L, 7, K, 3, M, 9, Q, X, A."
    assert spelt("Wi-Fi, A-100234 and X-RAY") == "Wi-Fi, A-100234 and X-RAY"
    assert spelt("- one\n- two") == "- one - two"
