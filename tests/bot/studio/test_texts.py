"""The list of texts and the preview of one, with the real channels."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from bot.studio.catalogue import catalogue_of
from bot.studio.preview import preview_of, variables_of
from bot.studio.release import issues_of
from bot.studio.workshop import Workshop
from tests.bot.studio.conftest import BRAND, Texts

Workshops = Callable[[Texts], Workshop]

WRITTEN_IN_GSM = ("en", "de", "fr", "es")
"""Languages whose text messages keep to the alphabet that costs half."""


@pytest.mark.check(19)
def test_the_shipped_texts_pass_on_the_real_channels(workshop_with: Workshops) -> None:
    everywhere = replace(workshop_with({}), brand=replace(BRAND, locales=list(WRITTEN_IN_GSM)))

    assert issues_of(everywhere) == ()


def test_every_text_is_listed_once(workshop_with: Workshops) -> None:
    workshop = workshop_with({})
    listed = [line.name for group in catalogue_of(workshop) for line in group.lines]

    assert len(listed) == len(set(listed))
    assert set(listed) >= workshop.subject.sayings.names()


def test_texts_of_steps_come_first_in_the_order_of_the_script(workshop_with: Workshops) -> None:
    workshop = workshop_with({})
    steps = [group.step for group in catalogue_of(workshop) if group.step is not None]

    assert steps == [name for name in workshop.script.steps if name in steps]


def test_what_the_draft_changed_is_marked(workshop_with: Workshops) -> None:
    workshop = workshop_with({"de": {"rest": "rest = Sonst noch etwas?\n"}})

    (group,) = catalogue_of(workshop, only_changed=True)

    assert [(line.name, line.changed) for line in group.lines] == [("rest", frozenset({"de"}))]
    assert group.lines[0].samples["de"] == "Sonst noch etwas?"


def test_a_preview_tells_every_branch_apart(workshop_with: Workshops) -> None:
    source = "refund-of-quote = { $has-refund ->\n    [0] { $service }: none\n   *[other] { $refund }\n }\n"

    preview = preview_of(workshop_with({}), "en", "refund-of-quote", source)

    sms = next(each for each in preview.channels if each.channel.name == "sms")
    assert [(reading.situation, reading.view.text) for reading in sms.readings] == [
        (("a refund",), "€26.60"),
        (("no refund",), "Fibre 250 Plus: none"),
    ]
    assert (sms.longest, sms.limit, sms.most_segments) == (20, 320, 1)


def test_a_first_message_is_previewed_with_its_introduction(workshop_with: Workshops) -> None:
    preview = preview_of(workshop_with({}), "en", "welcome", "welcome = Hi!\n")

    web = next(each for each in preview.channels if each.channel.name == "webchat")
    assert [reading.situation for reading in web.readings] == [("first message",), ()]
    assert web.readings[0].view.text.startswith("Hello, this is the automated assistant of Acme.")


def test_a_label_is_previewed_in_its_questions(workshop_with: Workshops) -> None:
    preview = preview_of(workshop_with({}), "en", "choice-confirm", "choice-confirm = Yes, end it\n")

    telegram = next(each for each in preview.channels if each.channel.name == "telegram")
    questions = {"confirm", "confirm-again", "confirm-without-quote", "declare-repeated"}
    assert {reading.text for reading in telegram.readings} == questions
    assert all("Yes, end it" in reading.view.buttons for reading in telegram.readings)


def test_mails_are_previewed_as_mails(workshop_with: Workshops) -> None:
    preview = preview_of(workshop_with({}), "en", "mail-footer", "mail-footer = Keep { $number }\n")

    assert [each.channel.name for each in preview.channels] == ["email"]


def test_a_broken_text_has_no_preview(workshop_with: Workshops) -> None:
    preview = preview_of(workshop_with({}), "en", "welcome", "welcome = Hi { $\n")

    assert preview.channels == ()
    assert [issue.kind for issue in preview.issues] == ["syntax"]


def test_variables_come_with_meaning_and_sample_those_in_use_first(workshop_with: Workshops) -> None:
    variables = variables_of(workshop_with({}), "en", "undo")

    assert [variable.name for variable in variables if variable.used] == ["number", "service"]
    assert variables[0].meaning == "the number of the confirmation"
    assert variables[1].sample == "Fibre 250 Plus"
    assert "end-date" in {variable.name for variable in variables if not variable.used}
