"""Codes, identifiers and details: read only where a question expects them."""

from dataclasses import replace

import pytest

from dialogs.meaning import Label
from dialogs.understanding import packaged_phrases, understand
from tests.dialogs.understanding import questions

PHRASES = packaged_phrases()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("123456", "123456"),
        ("123 456", "123456"),
        ("123-456", "123456"),
        ("1 2 3 4 5 6", "123456"),
        ("12-34-56", "123456"),
        ("my code is 123456", "123456"),
        ("it's 123 456, thanks", "123456"),
        ("Der Code lautet 123456.", "123456"),
        ("code:123456", "123456"),
        ("١٢٣٤٥٦", "123456"),
        ("007123", "007123"),
        ("12345", None),
        ("1234567", None),
        ("123456 or 654321", None),
        ("call 123456 at 5", None),
        ("12 34", None),
        ("no code", None),
        ("", None),
    ],
)
def test_six_digits_are_a_code(text: str, code: str | None) -> None:
    assert understand(text, questions.VERIFY, PHRASES).code == code


def test_a_code_counts_only_where_one_is_expected() -> None:
    for question in (questions.NOTHING, questions.CONFIRM, questions.IDENTIFY):
        assert understand("123456", question, PHRASES).code is None


def test_beside_a_code_the_choices_and_wishes_still_count() -> None:
    assert understand("1", questions.VERIFY, PHRASES).choice == "resend"
    assert understand("i didn't get the code", questions.VERIFY, PHRASES).label is Label.RESEND


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("LU-10024", "account", "LU-10024"),
        ("lu-10024", "account", "LU-10024"),
        ("LU 10024", "account", "LU10024"),
        ("LU‑10024", "account", "LU-10024"),
        ("acct 10024", "account", "10024"),
        ("Acct. #10024", "account", "10024"),
        ("my number is 10024", "account", "10024"),
        ("my account number is LU-10024, thanks", "account", "LU-10024"),
        ("it's 10024", "account", "10024"),
        ("Meine Kundennummer ist 10024", "account", "10024"),
        ("Kundennr. K-2024/17", "account", "K-2024-17"),
        ("10 024", "account", "10024"),
        ("my account is 4155552671", "account", "4155552671"),
        ("LU-4155552671", "account", "LU-4155552671"),
        ("i want to cancel, account LU-10024", "account", "LU-10024"),
        ("ann@example.com", "email", "ann@example.com"),
        ("Ann.B+gym@Example.co.uk", "email", "ann.b+gym@example.co.uk"),
        ("my mail is ann@example.com.", "email", "ann@example.com"),
        ("<ann@example.com>", "email", "ann@example.com"),
        ("+1 415 555 2671", "phone", "+14155552671"),
        ("(415) 555-2671", "phone", "+14155552671"),
        ("415.555.2671", "phone", "+14155552671"),
        ("my phone number is 4155552671", "phone", "+14155552671"),
        ("+49 30 901820", "phone", "+4930901820"),
    ],
)
def test_an_identifier_is_normalised(text: str, kind: str, value: str) -> None:
    meaning = understand(text, questions.IDENTIFY, PHRASES)

    assert (meaning.identifier_kind, meaning.identifier) == (kind, value)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hello",
        "no idea",
        "cancel",
        "1",
        "12",
        "I have 2 subscriptions",
        "I joined in 2019",
        "I pay $10024 a year",
        "10024 and later 99871",
        "ann@example.com or bob@example.com",
        "ann@example",
        "@example.com",
        "a@b@c.d",
        "1" * 40,
    ],
)
def test_what_is_no_identifier(text: str) -> None:
    assert understand(text, questions.IDENTIFY, PHRASES).identifier is None


def test_a_phone_number_is_read_for_the_region_of_the_question() -> None:
    german = replace(questions.IDENTIFY, region="DE")

    assert understand("030 901820", german, PHRASES).identifier == "+4930901820"


def test_an_unknown_region_finds_no_phone_number() -> None:
    nowhere = replace(questions.IDENTIFY, region="??")

    assert understand("415 555 2671", nowhere, PHRASES).identifier_kind == "account"


def test_an_identifier_goes_along_with_a_wish() -> None:
    meaning = understand("please cancel my account LU-10024", questions.IDENTIFY, PHRASES)

    assert (meaning.label, meaning.identifier) == (Label.CANCEL, "LU-10024")


def test_identifiers_count_only_where_one_is_expected() -> None:
    assert understand("ann@example.com", questions.CONFIRM, PHRASES).identifier is None


def test_a_shared_contact_is_its_phone_number() -> None:
    meaning = understand("+14155552671", questions.IDENTIFY, PHRASES, "contact")

    assert (meaning.form, meaning.identifier, meaning.identifier_kind) == ("contact", "+14155552671", "phone")
    assert understand("+14155552671", questions.CONFIRM, PHRASES, "contact").identifier is None


@pytest.mark.parametrize(
    "text",
    ["too expensive", "I never use it, and it costs too much.", "die App ist schlecht", "because I said so"],
)
def test_details_are_the_words_themselves(text: str) -> None:
    meaning = understand(f"  {text}\n", questions.REASON, PHRASES)

    assert meaning.details == text or meaning.choice == "too-expensive"


def test_details_are_cut() -> None:
    assert len(understand("expensive! " * 500, questions.REASON, PHRASES).details or "") <= 1_000


def test_a_wish_among_other_words_is_no_reason_to_lose_them() -> None:
    text = "Ann Miller, gym contract 77, please cancel it, reply to ann@example.com"

    meaning = understand(text, questions.REASON, PHRASES)

    assert (meaning.details, meaning.label) == (text, Label.NONE)


@pytest.mark.parametrize("text", ["agent", "keep it", "help", "go back", "deutsch bitte", "no thanks", "bye"])
def test_a_wish_that_works_everywhere_is_no_detail(text: str) -> None:
    meaning = understand(text, questions.REASON, PHRASES)

    assert meaning.details is None
    assert meaning.label is not Label.NONE


def test_words_are_kept_only_where_they_are_expected() -> None:
    for question in (questions.NOTHING, questions.CONFIRM, questions.IDENTIFY, questions.CHOOSE):
        assert understand("too expensive", question, PHRASES).details is None
