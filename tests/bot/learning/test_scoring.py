"""The figures are right, and harmful errors are found."""

from pathlib import Path

import pytest

from bot.learning.brands import FEWEST, Learner, outdated, require_enough, rows_of, use
from bot.learning.files import learnt_in
from bot.learning.hearing import Heard, Hearer
from bot.learning.labelled import Labelled, read_labelled
from bot.learning.making import learning_from
from bot.learning.models import Models, brand_model
from bot.learning.scoring import Judged, accuracy, figures, harmful, judged, report
from dialogs.documents import DocumentError
from dialogs.meaning import Label
from dialogs.understanding import packaged_phrases
from tests.dialogs.understanding.routing.small import small_model, some_utterances


def pair(label: Label, heard: Label, decision: str) -> Judged:
    return Judged(Labelled("x", label), Heard(heard, 1.0, decision, "en"), 1.0)  # type: ignore[arg-type]


def test_figures() -> None:
    pairs = [
        *((Label.CANCEL, Label.CANCEL), (Label.CANCEL, Label.CANCEL), (Label.CANCEL, Label.NONE)),
        *((Label.KEEP, Label.CANCEL), (Label.NONE, Label.NONE)),
    ]

    told = figures(pairs)

    assert accuracy(pairs) == pytest.approx(0.6)
    assert (told[Label.CANCEL].precision, told[Label.CANCEL].recall) == pytest.approx((2 / 3, 2 / 3))
    assert (told[Label.KEEP].precision, told[Label.KEEP].recall, told[Label.KEEP].f1) == (None, 0, 0)
    assert told[Label.NONE].f1 == pytest.approx(2 / 3)
    assert Label.BYE not in told


def test_errors_that_do_harm() -> None:
    found = [
        pair(Label.KEEP, Label.AFFIRM, "yes"),
        pair(Label.DENY, Label.AFFIRM, "ask"),
        pair(Label.CANCEL, Label.KEEP, "no"),
        pair(Label.STATUS, Label.AFFIRM, "yes"),
        pair(Label.HUMAN, Label.DISPUTE, "route"),
        pair(Label.DISPUTE, Label.REFUND, "route"),
    ]

    assert [len(errors) for errors in harmful(found).values()] == [1, 1, 1, 1]
    assert "person missed, though human or dispute: 1 (50.0% of 2)" in "\n".join(report(found))


def test_a_report_of_real_messages() -> None:
    rows = [Labelled("yes please", Label.AFFIRM, "en"), Labelled("keep my plan", Label.KEEP, "en")]

    told = "\n".join(report(judged(rows, Hearer(packaged_phrases(), small_model()))))

    assert told.startswith("accuracy 1.0000 of 2 messages\n  en 1.0000 of 2\n")
    assert "yes asked again: 0 of 1 (0.0%)" in told
    assert "processor time a message: median" in told


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("nothing", "rows.jsonl:2: expected a JSON object"),
        ("[1]", "rows.jsonl:2: expected a JSON object, found '[1]'"),
        ('{"label": "cancel"}', "rows.jsonl:2: expected a text in quotes as 'text', found None"),
        ('{"text": "x", "label": "leave"}', "expected one of cancel, affirm, deny"),
        (
            '{"text": "x", "label": "cancel", "lang": "tlh"}',
            "expected one of en, de, fr, es, pt, ru as 'lang'",
        ),
        ("[" * 20_000, "rows.jsonl:2: expected a JSON object"),
    ],
)
def test_what_is_wrong_in_a_file_is_named(tmp_path: Path, line: str, expected: str) -> None:
    file = tmp_path / "rows.jsonl"
    file.write_text(f'{{"text": "x", "label": "cancel"}}\n{line}\n', encoding="utf-8")

    with pytest.raises(DocumentError) as error:
        read_labelled(file)

    assert expected in str(error.value)


def test_a_brands_words_are_judged_and_learnt(tmp_path: Path) -> None:
    rows = [Labelled(f"flurbel my zonk {word}", Label.CHANGE, "en") for word in "abcdefghijkl"]
    rows += [Labelled(f"wibble the zonk {word}", Label.STATUS, "en") for word in "abcdefghijkl"]
    told: list[str] = []
    learner = Learner(told.append, lambda: some_utterances()[::2])

    before, after = accuracy(learner.before(rows)), accuracy(learner.cross_validated(rows))
    use(tmp_path, "demo", rows, learner)
    model = Models(tmp_path).of("demo")

    assert before < 0.5 < 0.9 < after
    assert model is not None
    assert model.guess("flurbel this zonk").label is Label.CHANGE
    assert read_labelled(rows_of(tmp_path, "demo")) == tuple(rows)
    assert len(told) == 6


def test_a_brands_model_is_behind_when_phrases_change(tmp_path: Path) -> None:
    rows_of(tmp_path, "demo").write_text('{"text": "x", "label": "cancel"}\n', encoding="utf-8")

    assert outdated(tmp_path, learnt_in) == ["demo"]
    assert outdated(tmp_path, lambda path: f"{learning_from()} and more") == []
    assert outdated(tmp_path, lambda path: "others") == ["demo"]
    assert not brand_model(tmp_path, "demo").exists()


def test_too_few_messages_judge_nothing() -> None:
    rows = [Labelled("x", Label.CANCEL)] * FEWEST

    assert require_enough(rows) is None
    assert require_enough(rows[1:]) == "expected 20 messages or more to judge them by, found 19"
