"""Codes, e-mail addresses, phone and account numbers, each only where a question expects it."""

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

import phonenumbers

from dialogs.understanding.normalise import Clause, Message, normalise
from dialogs.understanding.phrases import Language

MOST_WORDS = 15
"""In a message that holds a code: a longer one tells a story about numbers."""
SHORTEST_ACCOUNT, LONGEST_ACCOUNT = 3, 32
SHORTEST_UNANNOUNCED = 5
"""Digits of an account number in the middle of other words: fewer may be a year or an amount."""

_CODE = re.compile(r"\d(?:[ -]?\d){5}")
_EMAIL = re.compile(
    r"[^\s@<>()\[\],;:\"']{1,64}@[^\s@<>()\[\],;:\"'.]{1,63}(?:\.[^\s@<>()\[\],;:\"'.]{2,63}){1,4}"
)
_PHONE = re.compile(r"\+?[\d(][\d ()./-]{5,24}\d")
_PIECE = re.compile(r"[^\W_]+(?:[-/._'][^\W_]+)*")
_AMOUNT = re.compile(r"[$€£]\s?\d|\d\s?[$€£%]")


class Identifier(NamedTuple):
    """Normalised: e-mail in lower case, phone in E.164, account in upper case without spaces."""

    value: str
    kind: Literal["account", "email", "phone"]


def find_code(message: Message) -> str | None:
    """Return the six digits of a message that has these six digits and no others."""
    found = _CODE.search(message.plain)
    if found is None or message.cut or len(message.words) > MOST_WORDS:
        return None
    digits = _digits(found[0])
    return digits if digits == _digits(message.plain) else None


def find_identifier(
    text: str, message: Message, region: str, languages: Sequence[Language]
) -> Identifier | None:
    """Return the one identifier in a message; none if there are several or it is too long to tell."""
    if message.cut:
        return None
    emails = {found.lower().rstrip(".") for found in _EMAIL.findall(text)} if "@" in text else set()
    if emails:
        return Identifier(emails.pop(), "email") if len(emails) == 1 else None
    if not any(char.isdigit() for char in message.plain):
        return None
    return _phone(message, region, languages) or _account(message, languages)


def find_phone(text: str, region: str) -> str | None:
    """Return a phone number in E.164, if the text has exactly one that can exist."""
    found = _PHONE.findall(text)
    if len(found) != 1:
        return None
    try:
        number = phonenumbers.parse(found[0], region)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _phone(message: Message, region: str, languages: Sequence[Language]) -> Identifier | None:
    if _mentions(message, "account", languages) and not _mentions(message, "phone", languages):
        return None
    phone = find_phone(message.plain, region)
    return None if phone is None or _has_lettered_number(message) else Identifier(phone, "phone")


def _has_lettered_number(message: Message) -> bool:
    """LU-4155552671 is no phone number, though its digits may be one."""
    return any(
        any(char.isdigit() for char in piece) and any(char.isalpha() for char in piece)
        for piece in _PIECE.findall(message.plain)
    )


def _account(message: Message, languages: Sequence[Language]) -> Identifier | None:
    if _AMOUNT.search(message.plain):
        return None
    pieces: list[str] = _PIECE.findall(message.plain)
    numbers = [at for at, piece in enumerate(pieces) if any(char.isdigit() for char in piece)]
    if not numbers or numbers[-1] - numbers[0] != len(numbers) - 1:
        return None
    around = [*pieces[: numbers[0]], *pieces[numbers[-1] + 1 :]]
    number = "".join(pieces[numbers[0] : numbers[-1] + 1])
    prefix = _prefix(around[: numbers[0]], languages)
    if prefix is not None:
        around.remove(prefix)
        number = prefix + number
    announced = _is_lead_in(around, languages)
    long_enough = SHORTEST_ACCOUNT if announced else SHORTEST_UNANNOUNCED
    if not long_enough <= len(number) <= LONGEST_ACCOUNT:
        return None
    return Identifier(number.upper().replace("/", "-"), "account")


def _prefix(before: Sequence[str], languages: Sequence[Language]) -> str | None:
    """Return letters that belong to the number behind them, as in LU 10024."""
    last = before[-1] if before else ""
    known = any(last in _lead_in(language) for language in languages)
    alone = _is_lead_in(before[:-1], languages)
    return last if 1 <= len(last) <= 3 and last.isalpha() and not known and alone else None


def _is_lead_in(words: Sequence[str], languages: Sequence[Language]) -> bool:
    return any(all(word in _lead_in(language) for word in words) for language in languages)


def _lead_in(language: Language) -> frozenset[str]:
    words = language.words
    return words["lead_in"] | words["account"] | words["phone"]


def _mentions(message: Message, kind: str, languages: Sequence[Language]) -> bool:
    said: Clause = message.words
    return any(word in language.words[kind] for language in languages for word in said)


def _digits(text: str) -> str:
    return "".join(char for char in text if char.isdigit())


def without_emails(text: str) -> str:
    """The text with its e-mail addresses left out."""
    return _EMAIL.sub(" ", text) if "@" in text else text


def find_emails(text: str) -> list[str]:
    """The e-mail addresses in a text, as written."""
    return _EMAIL.findall(text) if "@" in text else []


def first_email(text: str) -> str | None:
    """The first e-mail address in a text, in lower case; where a reply to a declaration goes."""
    found = _EMAIL.search(text)
    return None if found is None else found[0].lower().rstrip(".")


def is_code(text: str) -> bool:
    """Whether a text is a one-time code and little else."""
    return find_code(normalise(text)) is not None
