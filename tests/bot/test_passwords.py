"""Passwords of the staff."""

import pytest

from bot.passwords import LONGEST, SHORTEST, hash_password, verify_password

PASSWORD = "correct horse battery"


def test_only_the_password_opens() -> None:
    kept = hash_password(PASSWORD)

    assert verify_password(kept, PASSWORD)
    assert not verify_password(kept, PASSWORD + " ")
    assert not verify_password(kept, "")


def test_a_password_is_kept_in_no_readable_form_and_never_twice_the_same() -> None:
    kept = hash_password(PASSWORD)

    assert PASSWORD not in kept
    assert kept.startswith("$argon2id$")
    assert kept != hash_password(PASSWORD)


@pytest.mark.parametrize("kept", [None, "", "rubbish", "$argon2id$v=19$m=8,t=1,p=1$AAAA$AAAA"])
def test_nobody_is_let_in_without_a_password(kept: str | None) -> None:
    assert not verify_password(kept, PASSWORD)


@pytest.mark.parametrize("length", [0, SHORTEST - 1, LONGEST + 1])
def test_a_password_has_a_reasonable_length(length: int) -> None:
    with pytest.raises(ValueError, match="characters"):
        hash_password("x" * length)


def test_a_very_long_guess_costs_nothing() -> None:
    assert not verify_password(hash_password(PASSWORD), "x" * 1_000_000)
