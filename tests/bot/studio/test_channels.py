"""The channels as the checker sees them: what a text becomes, counted as each channel counts."""

import pytest

from bot.studio.channels import TITLES, checked_channels
from channels.registry import CHANNELS
from dialogs.checker import Channel


def channel(name: str) -> Channel:
    return next(each for each in checked_channels() if each.name == name)


def test_every_kind_of_channel_is_checked() -> None:
    assert {each.name for each in checked_channels()} == set(CHANNELS)
    assert set(TITLES) == set(CHANNELS)


def test_mail_carries_no_dialog() -> None:
    assert [each.name for each in checked_channels() if each.carries == "mail"] == ["email"]


def test_on_text_messages_choices_are_digits() -> None:
    view = channel("sms").show("Really?", None, ("No, cancel", "Pause"))

    assert (view.text, view.buttons) == ("Really?\n1 No, cancel\n2 Pause", ())
    assert (view.characters, view.limit, view.segments, view.encoding) == (28, 320, 1, "GSM-7")


def test_elsewhere_they_are_buttons() -> None:
    view = channel("telegram").show("Really?", None, ("No, cancel", "Pause"))

    assert (view.text, view.buttons, view.segments) == ("Really?", ("No, cancel", "Pause"), None)


def test_the_short_variant_is_judged_where_it_is_taken() -> None:
    assert channel("sms").show("x" * 330, "Short", ()).shortened
    assert channel("sms").show("x" * 330, "Short", ()).problems == ()
    assert not channel("webchat").show("x" * 330, "Short", ()).shortened


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("sms", "x" * 400, "over_aim"),
        ("sms", "x" * 2_000, "too_long"),
        ("sms", "Answer YES", "reserved_word"),
        ("sms", "Fine 🙂", "not_gsm7"),
        ("telegram", "x" * 5_000, "too_long"),
        ("webchat", "x" * 11_000, "too_long"),
    ],
)
def test_what_a_channel_cannot_carry_is_a_problem(name: str, text: str, kind: str) -> None:
    assert kind in {problem.kind for problem in channel(name).show(text, None, ()).problems}


def test_a_label_too_long_for_a_button_is_named() -> None:
    (problem,) = channel("telegram").show("Really?", None, ("y" * 70,)).problems

    assert problem.kind == "label_too_long"
    assert "y" * 70 in problem.message
