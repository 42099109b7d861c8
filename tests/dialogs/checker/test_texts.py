"""Each kind of fault in a text is found, is told in words, and is the only one found."""

from collections.abc import Callable, Mapping

import pytest

from dialogs.checker import Issue, Subject, World, check_text, check_texts
from dialogs.packaged import packaged_messages, packaged_script, packaged_scripts
from dialogs.script import load
from dialogs.texts import packaged_texts
from tests.dialogs.checker.conftest import CHANNELS, Change

Texts = Mapping[str, Mapping[str, str]]


def only(issues: tuple[Issue, ...]) -> Issue:
    assert len(issues) == 1, issues
    return issues[0]


@pytest.mark.parametrize("name", packaged_scripts())
def test_the_shipped_texts_have_no_faults(name: str) -> None:
    """In every language that they ship in."""
    subject = Subject(load(packaged_script(name)), {}, World(), CHANNELS)

    assert check_texts(subject) == ()


@pytest.mark.parametrize(
    ("source", "line", "column", "expected"),
    [
        ("welcome = Hello { $brand", 1, 25, "expected a closing brace }"),
        ("welcome = Hello\n}", 2, 1, "expected spaces before a line that goes on with the text"),
        ("welcome = Hello\nagain", 2, 1, "expected spaces before a line that goes on with the text"),
        ("welcome", 1, 8, "expected an equals sign"),
        ("welcome = Hello { brand. }", 1, 25, "expected a name: letters, digits and hyphens"),
        ("welcome = Hello }", 1, 17, "expected an opening brace before the closing one"),
        ('welcome = Hello { "', 1, 20, "expected the closing quote on the same line"),
    ],
)
def test_broken_syntax_is_placed(changed: Change, source: str, line: int, column: int, expected: str) -> None:
    issue = only(changed(source))

    assert (issue.kind, issue.severity, issue.locale, issue.text) == ("syntax", "error", "en", "welcome")
    assert issue.message.startswith(expected)
    assert (issue.line, issue.column) == (line, column)


def test_a_branching_without_default_is_refused(changed: Change) -> None:
    issue = only(
        changed("refund-of-quote = { $has-refund ->\n    [0] None\n    [1] { $refund }\n} { $service }")
    )

    assert issue.kind == "no_default_branch"
    assert "*[other]" in issue.message


def test_what_was_found_once_is_found_again_and_gone_once_mended(changed: Change) -> None:
    """Texts that did not change are not judged anew: a fault must neither be lost nor stay."""
    long = f"rest = {'Is there anything else? ' * 20}"

    found = [changed(long), changed(long), changed("rest = More?"), changed(long)]

    assert [[issue.kind for issue in issues] for issues in found] == [
        ["over_aim"],
        ["over_aim"],
        [],
        ["over_aim"],
    ]


def test_a_changed_label_is_judged_in_the_questions_that_have_it(changed: Change) -> None:
    """The question's own text is as it was."""
    assert changed("choice-keep = Keep my service") == ()

    issues = changed("choice-keep = Confirm cancellation")

    assert "confirm" in {issue.text for issue in issues if issue.kind == "labels_alike"}


def test_another_name_is_refused(subject_of: Callable[[Texts], Subject]) -> None:
    issue = only(check_texts(subject_of({"en": {"welcome": "wellcome = Hello"}})))

    assert issue.kind == "wrong_message"
    assert "found 'wellcome'" in issue.message


def test_two_messages_in_one_are_refused(changed: Change) -> None:
    assert only(changed("welcome = Hello\n\nrest = More?")).kind == "syntax"


def test_a_text_needs_words_of_its_own(changed: Change) -> None:
    assert only(changed("welcome =\n    .short = Hello")).kind == "no_value"


def test_only_the_short_variant_is_known(changed: Change) -> None:
    issue = only(changed("welcome = Hello\n    .tiny = Hi"))

    assert issue.kind == "unknown_attribute"
    assert "expected .short" in issue.message


def test_a_text_stands_alone(changed: Change) -> None:
    assert {issue.kind for issue in changed("welcome = Hello { rest }")} == {"reference"}


def test_a_misspelt_variable_is_named_with_its_neighbour(changed: Change) -> None:
    kinds = {issue.kind: issue for issue in changed("bye = Goodbye, { $brnad }", "bye = Tschüss, { $brnad }")}

    assert kinds["unknown_variable"].message == "{ $brnad } is not filled in here; expected no variable"


def test_a_variable_that_is_nearly_right_is_suggested(changed: Change) -> None:
    source = "nothing-on-record = Nothing with { $brand } { $brnad }"
    issues = changed(source, source)

    assert {issue.message for issue in issues} == {
        "{ $brnad } is not filled in here; did you mean { $brand }?"
    }


def test_a_dropped_variable_is_missed(changed: Change) -> None:
    issues = changed("nothing-on-record = Nothing here.", "nothing-on-record = Hier ist nichts.")

    assert {(issue.kind, issue.locale) for issue in issues} == {
        ("missing_variable", "en"),
        ("missing_variable", "de"),
    }
    assert "{ $brand }" in issues[0].message


def test_a_variable_dropped_from_the_short_variant_only_is_missed(changed: Change) -> None:
    issue = changed("undo = Take back { $service } ({ $number })?\n    .short = Take back { $service }?")[0]

    assert issue.kind == "missing_variable"
    assert ".short" in issue.message


def test_languages_must_say_the_same(changed: Change) -> None:
    issue = only(changed("undone = I am taking { $service } back. Number { $number }."))

    assert (issue.kind, issue.locale) == ("variables_differ", "de")
    assert issue.message == "expected { $number } too, as in 'en'"


def test_a_value_that_is_not_always_there_needs_a_branch(changed: Change) -> None:
    plain = "goodbye = { $has-undo ->\n   *[other] Until { $undo-until }\n }"
    issues = [issue for issue in changed(plain, plain) if issue.locale == "en"]

    assert only(tuple(issues)).kind == "value_not_given"


def test_a_branch_that_is_never_taken_is_told(changed: Change) -> None:
    source = """refund-of-quote = { $has-refund ->
        [0] None for { $service }
        [yes] Some
       *[other] { $refund }
    }"""
    issues = changed(source, source)

    assert {(issue.kind, issue.severity) for issue in issues} == {("unreachable_branch", "warning")}
    assert "[yes]" in issues[0].message


def test_what_a_record_does_not_hold_cannot_stand_in_a_receipt(
    subject_of: Callable[[Texts], Subject],
) -> None:
    source = "undone = Taken back: { $service } { $notice-days }"
    receipt = "executed-undo = Taken back: { $service } { $number } { $declared }"
    allowed = check_text(subject_of({"en": {"undone": source}}), "en", "undone")
    refused = check_text(subject_of({"en": {"executed-undo": receipt}}), "en", "executed-undo")

    assert allowed == ()
    assert [issue.kind for issue in refused] == ["unknown_variable"]


def test_a_message_too_long_for_a_channel_is_refused(changed: Change) -> None:
    issue = only(changed(f"rest = {'Is there anything else? ' * 20}"))

    assert (issue.kind, issue.severity, issue.channel) == ("over_aim", "error", "sms")


def test_a_short_variant_saves_it(changed: Change) -> None:
    assert changed(f"rest = {'Is there anything else? ' * 20}\n    .short = Anything else?") == ()


def test_every_branch_is_measured(changed: Change) -> None:
    long = "Something to return. " * 15
    branch = f"{{ $has-refund ->\n    [0] {{ $service }} {long}\n   *[other] {{ $refund }}\n }}"
    issues = changed(f"refund-of-quote = {branch}", f"refund-of-quote = {branch}")

    assert {issue.kind for issue in issues} == {"over_aim"}
    assert "no refund" in issues[0].message


def test_two_choices_that_read_the_same_are_refused(changed: Change) -> None:
    issues = changed("choice-keep = Confirm cancellation")

    assert {(issue.kind, issue.severity) for issue in issues} == {("labels_alike", "error")}
    assert {issue.text for issue in issues} == {"confirm", "confirm-again", "confirm-without-quote"}


def test_a_label_is_one_line(changed: Change) -> None:
    assert {issue.kind for issue in changed("choice-skip = Skip\n    this")} == {"label_not_plain"}


def test_a_label_counts_in_the_questions_that_it_belongs_to(
    subject_of: Callable[[Texts], Subject],
) -> None:
    texts = {"en": {"choice-confirm": f"choice-confirm = {'Confirm ' * 45}"}}

    issues = check_text(subject_of(texts), "en", "choice-confirm")

    assert {(issue.kind, issue.text) for issue in issues} == {
        ("over_aim", "confirm"),
        ("over_aim", "confirm-again"),
        ("over_aim", "declare-repeated"),
        ("over_aim", "confirm-without-quote"),
    }


def test_a_text_that_a_language_lacks_is_missed(script_with: Callable[[str, str], Subject]) -> None:
    subject = script_with("text: rest\n", "text: how-else\n")

    issues = check_texts(subject)

    assert {(issue.kind, issue.locale, issue.text) for issue in issues} == {
        ("missing_text", "en", "how-else"),
        ("missing_text", "de", "how-else"),
    }


def test_a_text_there_in_one_language_only_is_missed_in_the_other(
    script_with: Callable[[str, str], Subject],
) -> None:
    subject = script_with("text: rest\n", "text: how-else\n")
    subject = Subject(
        subject.script, {"en": {"how-else": "how-else = How else?"}}, subject.world, subject.channels
    )

    issue = only(check_texts(subject))

    assert (issue.kind, issue.locale) == ("missing_text", "de")
    assert issue.message.startswith("expected in 'de' too, as it is in en; add it in the studio, in de.ftl")


def test_a_language_without_texts_is_missed(script_with: Callable[[str, str], Subject]) -> None:
    issue = only(check_texts(script_with("locales: [en, de]", "locales: [en, de, tlh]")))

    assert (issue.kind, issue.locale) == ("missing_locale", "tlh")


def test_the_scripts_own_limits_hold(script_with: Callable[[str, str], Subject]) -> None:
    limits = "policies:\n  limits:\n    sms: {characters: 150, choices: 3}"
    issues = check_texts(script_with("policies:", limits))

    long = [issue for issue in issues if issue.kind == "too_long"]
    many = [issue for issue in issues if issue.kind == "too_many_choices"]
    assert {*long, *many} == {*issues}
    assert {issue.channel for issue in issues} == {"sms"}
    assert any(
        "expected at most 150 characters on" in issue.message and issue.text == "receipt" for issue in long
    )
    assert {issue.text for issue in many} == {"fee", "fee-changed", "reason", "ways"}


def test_a_limit_on_a_channel_that_is_none_is_refused(script_with: Callable[[str, str], Subject]) -> None:
    issue = only(check_texts(script_with("policies:", "policies:\n  limits:\n    smss: {characters: 200}")))

    assert (issue.kind, issue.severity) == ("unknown_channel", "error")
    assert "expected" in issue.message
    assert "sms" in issue.message


def test_a_handoff_needs_a_text_for_each_wait(script_with: Callable[[str, str], Subject]) -> None:
    subject = script_with("    kind: inform\n    text: undone", "    kind: handoff\n    text: undone")

    missing = {(each.kind, each.text) for each in check_texts(subject) if each.locale == "en"}

    assert missing == {("missing_text", f"undone-{wait}") for wait in ("minutes", "hours", "later")}


@pytest.mark.parametrize("locale", ["en", "de", "fr", "es", "pt", "ru"])
def test_every_text_that_ships_can_be_read(locale: str) -> None:
    """They are read one by one, when a conversation needs them."""
    catalogue = packaged_texts((locale,)).catalogues[locale]
    lines = packaged_messages(locale).splitlines()
    written = {line.split("=")[0].strip() for line in lines if line[:1].isalpha()}

    assert {name for name in catalogue.entries if catalogue.source_of(name)} == written
