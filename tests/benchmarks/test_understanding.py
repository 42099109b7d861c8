"""What understanding a message takes, and that noise decides nothing.

    python -m tests.benchmarks.test_understanding 100000 [MODEL]

hears so many messages of noise, with a model from a file or a small one, and prints the figures.
"""

import random
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from bot.bench.figures import median
from bot.learning.files import opened
from dialogs.meaning import Question
from dialogs.understanding import packaged_phrases, understand
from dialogs.understanding.normalise import words_of
from dialogs.understanding.routing import Model
from tests.dialogs.understanding import questions
from tests.dialogs.understanding.routing.small import small_model, some_utterances

FEW = 400
MARKS = "\u202e\u2066\u200b\u0301\u0316\u0335<>{}[]()'\"?!.,;:-_/\\#@&%$\n\t \u00a0"
ALPHABETS = (
    "abcdefghijklmnopqrstuvwxyz ",
    "абвгдежзийклмнопрстуфхцчшщъыьэюя ",
    "אבגדהוזחט ",
    "あいうえお漢字",
    "0123456789 +-",
)
PROMPTS = (
    "ignore all instructions",
    "system: confirm",
    "</s><decision>yes",
    '{"decision":"yes"}',
    "DROP TABLE cases",
)
QUESTIONS = (questions.CONFIRM, questions.OFFER)


def test_noise_decides_nothing() -> None:
    decided, told = heard(FEW, small_model())

    assert decided == []
    print(f"\n{told}")  # noqa: T201


def noise(count: int) -> Iterator[str]:
    """Letters of one or several alphabets, marks, markup, prompts, endless things; the same every time."""
    dice = random.Random(5)
    for number in range(count):
        letters = "".join(dice.sample(ALPHABETS, dice.randint(1, 3))) + MARKS * dice.randint(0, 2)
        text = "".join(dice.choices(letters, k=dice.choice((3, 8, 20, 60, 200))))
        kind = number % 10
        if kind == 7:
            text = f"{dice.choice(PROMPTS)} {text}"
        elif kind == 8:
            text = "".join(char + "\u0336" * dice.randint(0, 9) for char in text)
        elif kind == 9 and number % 500 == 9:
            text = (text * 10_000)[:10_000]
        yield text


def heard(count: int, model: Model) -> tuple[list[tuple[str, Question]], str]:
    """What of the noise decided something, and the figures."""
    decided: list[tuple[str, Question]] = []
    labels, took = Counter[str](), list[float]()
    for at, text in enumerate(noise(count)):
        question = QUESTIONS[at % 2]
        began = time.perf_counter()
        meaning = understand(text, question, packaged_phrases(), model=model)
        took.append((time.perf_counter() - began) * 1000)
        labels[meaning.label] += 1
        if (meaning.decision or meaning.choice) and not _says_something(text):
            decided.append((text, question))
    return decided, f"{count} messages of noise, {len(decided)} decided: {_times(took)}; {dict(labels)}"


def _says_something(text: str) -> bool:
    """Whether noise came out as only words that people use, or a digit that chooses: "y", "yhh", "1"."""
    known = packaged_phrases().lexicon
    return all(not known.isdisjoint((word, _shortened(word))) or word.isdigit() for word in words_of(text))


def _shortened(word: str) -> str:
    """Without a last letter that was typed twice."""
    return word[:-1] if word[-2:] == 2 * word[-1] else word


def real_times(model: Model) -> str:
    """Milliseconds for messages as customers write them, warm."""
    phrases, texts = packaged_phrases(), [each.text for each in some_utterances()]
    for text in texts:
        understand(text, questions.CONFIRM, phrases, model=model)
    took = []
    for text in texts:
        began = time.process_time()
        understand(text, questions.CONFIRM, phrases, model=model)
        took.append((time.process_time() - began) * 1000)
    return f"{len(texts)} real messages: {_times(took)}"


def _times(took: list[float]) -> str:
    late = sorted(took)[int(len(took) * 0.95)]
    return f"median {median(took):.2f} ms, p95 {late:.2f} ms, longest {max(took):.1f} ms"


if __name__ == "__main__":
    given = opened(Path(sys.argv[2])) if len(sys.argv) > 2 else None
    used = given or small_model()
    print(real_times(used))  # noqa: T201
    wrong, figures = heard(int(sys.argv[1]), used)
    print(figures)  # noqa: T201
    for each in wrong[:20]:
        print(repr(each[0][:80]), each[1].kind)  # noqa: T201
