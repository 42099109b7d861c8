"""Texts and choices as each kind of channel can carry them."""

from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from channels.base import Button, Capabilities
from channels.email import EMAIL
from channels.rendering import (
    Problem,
    RenderedText,
    TextTooLong,
    fits,
    length,
    offered,
    render,
    render_parts,
    split,
)
from channels.sms import SMS
from channels.telegram import TELEGRAM

DIGITS = SMS.capabilities
BUTTONS = TELEGRAM.capabilities
MAIL = EMAIL.capabilities

LEAVE = Button("cancel", "End my plan")
STAY = Button("keep", "Keep it")
SHARE = Button("share", "Share my number", kind="share_contact")
WEB = Button("web", "Open", kind="link", url="https://acme.example/c")

LABELS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp"]), min_size=1, max_size=20)
CHOICES = st.lists(st.builds(Button, st.just("id"), LABELS), max_size=9)


class TestRender:
    def test_digits_are_written_into_the_text(self) -> None:
        rendered = render("Sure?", (LEAVE, STAY), DIGITS)

        assert rendered == RenderedText("Sure?\n1 End my plan\n2 Keep it", (), ("cancel", "keep"))

    def test_a_text_without_choices_is_itself(self) -> None:
        assert render("Done.", (), DIGITS) == RenderedText("Done.")

    def test_a_link_has_no_digit(self) -> None:
        rendered = render("Sure?", (WEB, LEAVE), DIGITS)

        assert rendered == RenderedText("Sure?\n1 End my plan\nOpen: https://acme.example/c", (), ("cancel",))

    def test_buttons_stay_buttons(self) -> None:
        choices = (LEAVE, STAY, SHARE, WEB)

        assert render("We’re sorry…", choices, BUTTONS) == RenderedText("We’re sorry…", choices)

    def test_what_the_channel_cannot_share_is_not_offered(self) -> None:
        without = replace(BUTTONS, shares_contact=False)

        assert render("Who are you?", (SHARE, STAY), without).buttons == (STAY,)
        assert render("Who are you?", (SHARE, STAY), DIGITS).text == "Who are you?\n1 Keep it"
        assert offered((SHARE, STAY), DIGITS) == (STAY,)

    def test_a_channel_without_choices_carries_the_text_alone(self) -> None:
        assert render("Done.", (LEAVE,), MAIL) == RenderedText("Done.")

    def test_labels_are_written_plainly_too(self) -> None:
        assert render("Sure?", (Button("keep", "No – I’ll stay"),), DIGITS).text == "Sure?\n1 No - I'll stay"

    def test_the_short_variant_takes_over_beyond_the_aim(self) -> None:
        full = "a" * (320 - len("\n1 End my plan"))

        assert render(full, (LEAVE,), DIGITS, "short").text == f"{full}\n1 End my plan"
        assert render(full + "a", (LEAVE,), DIGITS, "short") == RenderedText(
            "short\n1 End my plan", (), ("cancel",), shortened=True
        )
        assert render(full + "a", (LEAVE,), DIGITS).text == f"{full}a\n1 End my plan"

    def test_the_short_variant_takes_over_where_the_alphabet_lacks_a_letter(self) -> None:
        dear, cheap = "Su cancelación", "Su cancelacion"

        assert render(dear, (LEAVE,), DIGITS, cheap).text == f"{cheap}\n1 End my plan"
        assert render(dear, (LEAVE,), DIGITS).text == f"{dear}\n1 End my plan"
        assert render(dear, (LEAVE,), BUTTONS, cheap).text == dear

    def test_where_there_is_no_aim_the_limit_is_it(self) -> None:
        assert render("a" * 4096, (), BUTTONS, "short").text == "a" * 4096
        assert render("a" * 4097, (), BUTTONS, "short").text == "short"

    def test_what_one_message_cannot_hold_is_refused(self) -> None:
        with pytest.raises(TextTooLong, match="1601 characters of at most 1600"):
            render("a" * 1601, (), DIGITS)

    @settings(deadline=None)
    @given(text=st.text(max_size=400), choices=CHOICES)
    def test_every_label_and_its_digit_is_there(self, text: str, choices: list[Button]) -> None:
        plain = replace(DIGITS, gsm7=False)

        rendered = render(text, choices, plain)

        assert rendered.text.startswith(text)
        assert rendered.text[len(text) :].splitlines()[1:] == [
            f"{digit} {choice.label}" for digit, choice in enumerate(choices, start=1)
        ]
        assert rendered.numbered == tuple(choice.id for choice in choices)


class TestRenderParts:
    def test_one_message_where_one_is_enough(self) -> None:
        assert render_parts("Sure?", (LEAVE,), DIGITS) == (render("Sure?", (LEAVE,), DIGITS),)

    def test_the_answers_come_with_the_last(self) -> None:
        text = " ".join(["word"] * 700)

        *before, last = render_parts(text, (LEAVE, STAY), DIGITS)

        assert len(before) == 2
        assert all(part.numbered == () for part in before)
        assert last.text.endswith("word\n1 End my plan\n2 Keep it")
        assert last.numbered == ("cancel", "keep")

    def test_so_do_the_buttons(self) -> None:
        first, last = render_parts("a" * 5000, (LEAVE,), BUTTONS)

        assert (first.buttons, last.buttons) == ((), (LEAVE,))

    @settings(deadline=None)
    @given(
        text=st.text(max_size=300),
        choices=CHOICES,
        limit=st.integers(2, 80),
        gsm7=st.booleans(),
        kind=st.sampled_from(["digits", "buttons", "none"]),
    )
    def test_nothing_is_lost_and_every_part_fits(
        self, text: str, choices: list[Button], limit: int, gsm7: bool, kind: str
    ) -> None:
        narrow = replace(DIGITS, choices=kind, max_characters=limit, aim_characters=None, gsm7=gsm7)  # type: ignore[arg-type]
        wide = replace(narrow, max_characters=100_000)

        parts = render_parts(text, choices, narrow)

        whole = render(text, choices, wide)
        assert all(length(part.text) <= limit for part in parts)
        assert visible("".join(part.text for part in parts)) == visible(whole.text)
        assert (parts[-1].buttons, parts[-1].numbered) == (whole.buttons, whole.numbered)


class TestSplit:
    @pytest.mark.parametrize(
        ("text", "parts"),
        [
            ("", ("",)),
            ("short", ("short",)),
            ("one two three", ("one two", "three")),
            ("one\ntwo three", ("one\ntwo", "three")),
            ("first\nsecond line", ("first", "second", "line")),
            ("unbreakableword", ("unbreakabl", "eword")),
            ("🙂" * 6, ("🙂" * 5, "🙂")),
            ("          ", ("          ",)),
        ],
    )
    def test_it_prefers_lines_then_spaces(self, text: str, parts: tuple[str, ...]) -> None:
        assert split(text, 10) == parts

    def test_a_part_has_room_for_any_character(self) -> None:
        with pytest.raises(ValueError, match="room"):
            split("text", 1)

    @settings(deadline=None)
    @given(st.text(max_size=400), st.integers(2, 100))
    def test_nothing_but_white_space_is_lost(self, text: str, limit: int) -> None:
        parts = split(text, limit)

        assert visible("".join(parts)) == visible(text)
        assert all(length(part) <= limit for part in parts)


class TestFits:
    def test_a_good_text_has_no_problem(self) -> None:
        assert fits("Reply with a digit.", DIGITS, (LEAVE, STAY)) == ()

    def test_too_long(self) -> None:
        (problem,) = fits("a" * 1601, DIGITS)

        assert (problem.kind, problem.severity) == ("too_long", "error")

    def test_longer_than_it_should_be(self) -> None:
        assert kinds(fits("a" * 321, DIGITS)) == ["over_aim"]
        assert fits("a" * 320, DIGITS) == ()

    def test_the_answers_count_too(self) -> None:
        assert kinds(fits("a" * 310, DIGITS, (LEAVE,))) == ["over_aim"]

    def test_characters_outside_the_alphabet_are_named(self) -> None:
        (problem,) = fits("Vous êtes prêt 🙂", DIGITS)

        assert problem == Problem(
            "not_gsm7",
            "warning",
            "ê 🙂 not in the GSM alphabet: 1 segments of 67 characters",
            ("ê", "🙂"),
        )

    def test_what_is_written_plainly_anyway_is_no_problem(self) -> None:
        assert fits("We’re “sorry”…", DIGITS) == ()
        assert fits("Vous êtes prêt", BUTTONS) == ()

    def test_a_language_of_another_script_has_no_cheaper_words(self) -> None:
        assert fits("Подтверждаете отмену?", DIGITS) == ()

    @pytest.mark.parametrize(
        "text",
        [
            "Reply STOP to end texts",
            'Antworten Sie mit "yes"',
            "Reply yes or no",
            "Reply with the word cancel",
            "Please answer 1, 2 or help. INFO follows.",
            "Just text us back: end",
            "say ‘start’",
        ],
    )
    @pytest.mark.check(19)
    def test_asking_for_a_reserved_word(self, text: str) -> None:
        (problem,) = fits(text, DIGITS)

        assert (problem.kind, problem.severity) == ("reserved_word", "error")

    def test_the_words_are_named(self) -> None:
        (problem,) = fits('Reply yes or "CANCEL"', DIGITS, (Button("help", "Help!"),))

        assert set(problem.details) == {"YES", "CANCEL", "HELP"}

    @pytest.mark.parametrize(
        "text",
        [
            "Reply 1 to cancel your plan",
            "Your plan will end on 1 May. We can stop it today.",
            "To get help from a person, reply 3",
            "We will send info by e-mail",
            "Your answer counts until the end of May",
        ],
    )
    def test_using_such_a_word_is_not_asking_for_it(self, text: str) -> None:
        assert fits(text, DIGITS) == ()

    def test_only_a_channel_that_reserves_words_minds(self) -> None:
        assert fits("Reply STOP or yes", BUTTONS, (Button("cancel", "Cancel"),)) == ()

    def test_choices(self) -> None:
        many = [Button(str(number), f"Plan {number}") for number in range(11)]
        long = Button("a", "a" * 65)

        assert kinds(fits("Which?", BUTTONS, many)) == ["too_many_choices"]
        assert kinds(fits("Which?", BUTTONS, (long,))) == ["label_too_long"]

    def test_errors_come_first(self) -> None:
        text = "ê" * 400 + " reply STOP"

        assert [problem.severity for problem in fits(text, DIGITS)] == ["error", "warning", "warning"]

    @settings(deadline=None)
    @given(st.text(max_size=500), CHOICES)
    def test_what_has_no_error_of_length_can_be_rendered(self, text: str, choices: list[Button]) -> None:
        tight = replace(DIGITS, max_characters=200)
        assume("too_long" not in kinds(fits(text, tight, choices)))

        assert length(render(text, choices, tight).text) <= 200


def visible(text: str) -> str:
    return "".join(text.split())


def kinds(problems: tuple[Problem, ...]) -> list[str]:
    return [problem.kind for problem in problems]


def test_capabilities_are_as_the_tests_assume() -> None:
    assert isinstance(DIGITS, Capabilities)
    assert (DIGITS.choices, BUTTONS.choices, MAIL.choices) == ("digits", "buttons", "none")
