"""From a text to its meaning, by closed phrases; what is not in them a model may guess, if there is one.

The order matters: what answers the present question in its own terms (a position,
a label, a code) is looked for before what is said in words.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dialogs.meaning import BEREAVEMENT, ENDING, ENOUGH, SPARING, Form, Label, Meaning, Question, Urgency
from dialogs.understanding.deciding import DECIDES, decided_by
from dialogs.understanding.ends import asks_for_earliest
from dialogs.understanding.guessing import with_guess
from dialogs.understanding.identifiers import find_code, find_identifier, find_phone
from dialogs.understanding.named import named_among, named_in
from dialogs.understanding.normalise import Message, normalise
from dialogs.understanding.phrases import Language, Phrases
from dialogs.understanding.positions import (
    exact_name,
    misspelt_name,
    shown_label,
    shown_words,
    spoken_position,
    typed_position,
)
from dialogs.understanding.reading import (
    COURTESIES,
    Reading,
    is_one_word,
    labels_in_order,
    read,
    without_fillers,
)
from dialogs.understanding.routing import Model
from dialogs.understanding.said import Said, holds, is_negated, place_of, united, words_in
from dialogs.understanding.urgent import Urgent, urgent_in
from dialogs.understanding.written import written_language

DETAILS_LIMIT = 1_000
"""Characters of a person's own words that are kept"""

_NUMBERS = frozenset({"identifier", "code"})
CODE_LENGTH = 2
"""Letters of a language's code. Source: ISO 639-1."""

ROUTED = (Label.CANCEL, Label.HUMAN)
"""Labels that are heard also behind slips of the keyboard: what they lead to asks before it does anything."""

ANSWERS = (Label.AFFIRM, Label.DENY)
"""Labels that only a whole message has: what is left of one may begin like a yes ("I want to")."""

RAISED = (Label.DISPUTE, Label.HUMAN, Label.STATUS, Label.RESEND, Label.KEEP, Label.RESTART)
"""Labels that are heard also inside of longer words that answer an open question. Keeping asks back."""


def understand(
    text: str, question: Question, phrases: Phrases, form: Form = "text", model: Model | None = None
) -> Meaning:
    """Say what a message means as an answer to the question. Never raises, whatever the text.

    Args:
        model: guesses where the phrases say nothing; without one, what they do not know stays none.
    """
    if form == "contact":
        return _shared_contact(text, question)
    if form != "text":
        return Meaning(form=form, urgent=_urgent(text, normalise(text), phrases))
    said = _read(text, question, phrases)
    urgent = urgent_in(text, said.message, phrases.urgent)
    meaning = _understood(said, phrases, model)
    return meaning if urgent is None else _with_urgent(meaning, urgent, said, phrases, model)


def _understood(said: Said, phrases: Phrases, model: Model | None) -> Meaning:
    found = _by_position(said) or _by_code(said) or _by_correction(said, phrases)
    if found is not None:
        return found
    meaning = replace(_by_words(said), written=written_language(said.readings))
    return meaning if model is None else _guessed(meaning, said, model)


def _urgent(text: str, message: Message, phrases: Phrases) -> Urgency | None:
    urgent = urgent_in(text, message, phrases.urgent)
    return None if urgent is None else urgent.kind


def _with_urgent(
    meaning: Meaning, urgent: Urgent, said: Said, phrases: Phrases, model: Model | None
) -> Meaning:
    """With what calls a person. Whoever tells of danger or a death has wished for what they say beside that.

    "End" is no wish to cancel in "end my life", nor does the rest decide: it was never written by itself.
    """
    meaning = replace(meaning, urgent=urgent.kind, written=meaning.written or urgent.language)
    if urgent.kind not in SPARING:
        return meaning
    rest = _understood(_read(urgent.rest, said.question, phrases), phrases, model)
    known = replace(
        rest, urgent=urgent.kind, choice=None, decision=None, keeps=False, written=meaning.written
    )
    if meaning.details is not None:
        known = replace(known, label=Label.NONE, details=meaning.details, earliest=meaning.earliest)
    if urgent.kind == "death" and known.label is Label.CANCEL and known.reason is None:
        known = replace(known, reason=BEREAVEMENT)
    guess = known.guessed and urgent.kind == "danger"
    return replace(known, label=Label.NONE, guessed=False) if guess or known.label in ANSWERS else known


def _guessed(meaning: Meaning, said: Said, model: Model) -> Meaning:
    """With a guessed wish, and what the words say of it, as of any other."""
    guessed = with_guess(meaning, said.message, said.question, model)
    if not guessed.guessed or guessed.label is not Label.CANCEL:
        return guessed
    return _with_subject(_with_reason(_with_named(guessed, said), said), said)


def _shared_contact(text: str, question: Question) -> Meaning:
    phone = find_phone(normalise(text).plain, question.region)
    if phone is None or "identifier" not in question.expects:
        return Meaning(form="contact")
    return Meaning(form="contact", identifier=phone, identifier_kind="phone")


def _read(text: str, question: Question, phrases: Phrases) -> Said:
    message = normalise(text)
    names = frozenset(shown_words(name) for name in question.options) - {()}
    languages = phrases.of(question.locales)
    readings = tuple(read(message, names, language, phrases.lexicon) for language in languages)
    return Said(text, message, question, languages, readings)


def _by_position(said: Said) -> Meaning | None:
    if not said.can_decide:
        return _by_label(said, asking=True)
    question = said.question
    position = typed_position(said.message, said.languages)
    if "option" in question.expects and _shows_options(question):
        spoken = position or spoken_position(said.message, said.languages)
        if spoken is not None and 1 <= spoken <= len(question.options):
            return Meaning(option=spoken - 1)
    if position is not None and 1 <= position <= len(question.choices):
        return Meaning(choice=question.choices[position - 1])
    return _by_label(said, asking=False)


def _shows_options(question: Question) -> bool:
    """Whether what was numbered is what there is to choose from, and not an answer asked for meanwhile."""
    return not question.choices or any(choice.startswith("option-") for choice in question.choices)


def _by_label(said: Said, *, asking: bool) -> Meaning | None:
    """The words on a button. A question is one only if the button asks, too: "Where does it stand?"."""
    labels = said.question.labels
    label = shown_label(said.message, labels)
    if label is None or label >= len(said.question.choices):
        return None
    if said.message.cut or said.message.disguised:
        return None
    if (asking and "?" not in labels[label]) or _keeps_without_comma(labels[label], said):
        return None
    return Meaning(choice=said.question.choices[label])


def _keeps_without_comma(label: str, said: Said) -> bool:
    """ "No, cancelar" is on a Spanish button; "no cancelar" is the contrary of it."""
    keeps = any(reading.whole and Label.KEEP in reading.labels for reading in said.readings)
    return keeps and normalise(label).clauses != said.message.clauses


def _by_correction(said: Said, phrases: Phrases) -> Meaning | None:
    """ "Not the fibre, the mobile" is about the mobile: what is denied first says nothing of what follows."""
    denied, _, meant = said.text.strip().rstrip(".!").rpartition(",")
    if not denied or said.message.asks or not _denies(said.question, denied, phrases):
        return None
    corrected = _read(meant, said.question, phrases)
    if is_negated(corrected):
        return None
    written = written_language(said.readings)
    if "option" in said.question.expects:
        option = _by_words(corrected).option
        return None if option is None else Meaning(option=option, written=written)
    if said.question.kind not in DECIDES or _labels(corrected) not in ((), (Label.CANCEL,)):
        return None
    named = named_in(corrected.message, said.languages)
    return None if named is None else Meaning(Label.OTHER, named=named, written=written)


def _denies(question: Question, words: str, phrases: Phrases) -> bool:
    """Whether the words say of something that it is not meant: a negation, and no act."""
    said = _read(words, question, phrases)
    languages = said.languages
    denied = any(word in each.polarity.negation for each in languages for word in said.message.words)
    acts = any(word in each.polarity.cancel for each in languages for word in said.message.words)
    return denied and not acts and not _labels(said)


def _by_code(said: Said) -> Meaning | None:
    if _corrects_number(said):
        return None
    code = find_code(said.message) if "code" in said.question.expects else None
    return None if code is None else Meaning(code=code)


def _corrects_number(said: Said) -> bool:
    """ "No, it is 100235", or with a word for it: an account number, though it looks like a code."""
    words = said.message.words
    if "identifier" not in said.question.expects or len(words) < 2:
        return False
    return any(words[0] in each.polarity.no or each.words["account"] & set(words) for each in said.languages)


def _by_words(said: Said) -> Meaning:
    label, *others = _labels(said) or (Label.NONE,)
    keeps = label is Label.KEEP and decided_by(said, "confirm") == "no"
    decision = decided_by(said, said.question.kind)
    one_word = label is Label.STOP_TEXTS and _is_one_word(said)
    meaning = Meaning(label=label, also=tuple(others), decision=decision, keeps=keeps, one_word=one_word)
    if label is Label.LANGUAGE and not _may_be_a_reference(said):
        return replace(meaning, language=_language_named(said))
    if label is Label.LANGUAGE:
        meaning = replace(meaning, label=Label.NONE)
    meaning = _with_named(meaning, said)
    meaning = _with_reason(meaning, said)
    meaning = _with_subject(meaning, said)
    meaning = _with_way(meaning, said)
    meaning = _with_identifier(meaning, said)
    meaning = _with_option(meaning, said)
    return _with_details(meaning, said)


def _is_one_word(said: Said) -> bool:
    heard = (each for each in said.readings if each.labels)
    return any(is_one_word(tuple(words_in(each)), each.language) for each in heard)


def _labels(said: Said) -> tuple[Label, ...]:
    labels = _labels_of(said.readings)
    if not labels and not any(reading.labels for reading in said.readings):
        return tuple(meant for meant in _labels_of(said.mended()) if meant in ROUTED)
    return labels


def _labels_of(readings: Iterable[Reading]) -> tuple[Label, ...]:
    """A language that knows the whole message goes before one that puts it together, or knows a part."""
    readings = tuple(readings)
    whole = frozenset(label for each in readings if each.whole for label in each.labels)
    composed = frozenset(label for each in readings if each.composed for label in each.labels)
    parts = frozenset(label for each in readings for label in each.labels)
    return labels_in_order(whole or composed or parts)


def _language_named(said: Said) -> str | None:
    named = {
        (name, code)
        for language in said.languages
        for name, code in language.languages.items()
        if holds(said.message.words, name)
    }
    # A code is a small word of another language as well: "en français".
    in_full = {code for name, code in named if len(name[0]) > CODE_LENGTH}
    codes = in_full or {code for _, code in named}
    return codes.pop() if len(codes) == 1 else None


def _may_be_a_reference(said: Said) -> bool:
    """ "DE" is a language; where a number is asked for it may as well be the beginning of one."""
    asks_number = said.question.kind == "declare" or not _NUMBERS.isdisjoint(said.question.expects)
    return asks_number and all(len(word) <= CODE_LENGTH for word in said.message.words)


def _with_identifier(meaning: Meaning, said: Said) -> Meaning:
    if "identifier" not in said.question.expects:
        return meaning
    found = find_identifier(said.text, said.message, said.question.region, said.languages)
    if found is None:
        return meaning
    label = Label.NONE if meaning.label in COURTESIES else meaning.label
    return replace(meaning, label=label, identifier=found.value, identifier_kind=found.kind)


def _with_named(meaning: Meaning, said: Said) -> Meaning:
    # In whose words the wish is: a Spanish "no" negates, and an English one answers.
    heard = [each for each in said.readings if meaning.label in each.labels] or said.readings
    negation = (word in each.language.polarity.negation for each in heard for word in words_in(each))
    if meaning.label not in (Label.CANCEL, Label.RESTART) or any(negation):
        return meaning
    return replace(meaning, named=named_in(said.message, said.languages))


def _with_reason(meaning: Meaning, said: Said) -> Meaning:
    """Why, where the message is a wish to cancel; of several reasons the one that is named first."""
    if meaning.label is not Label.CANCEL:
        return meaning
    words = said.message.words
    told = [
        (at, reason)
        for language in said.languages
        for reason, phrases in language.reasons.items()
        for phrase in phrases
        if (at := place_of(words, phrase)) is not None and not _is_negated_before(words, at, language)
    ]
    return replace(meaning, reason=min(told)[1]) if told else meaning


def _with_subject(meaning: Meaning, said: Said) -> Meaning:
    """An order or a service, where words for one of the two are in the message."""
    if meaning.label is not Label.CANCEL:
        return meaning
    words = said.message.words
    order = not united(said.languages, "orders").isdisjoint(words)
    service = not united(said.languages, "services").isdisjoint(words)
    if order is service:
        return meaning
    return replace(meaning, about="order" if order else "service")


def _with_way(meaning: Meaning, said: Said) -> Meaning:
    """By which way confirmations shall go, where one is named and no other."""
    if meaning.label is not Label.PREFER:
        return meaning
    heard = [each.language for each in said.readings if Label.PREFER in each.labels]
    words = said.message.words
    named = {
        way
        for language in heard
        for way, phrases in language.ways.items()
        if any(holds(words, phrase) for phrase in phrases)
    }
    return replace(meaning, way=named.pop()) if len(named) == 1 else meaning


def _is_negated_before(words: Sequence[str], at: int, language: Language) -> bool:
    """ "Not too expensive" is no complaint about the price."""
    return any(word in language.polarity.negation for word in words[max(at - 2, 0) : at])


def _with_option(meaning: Meaning, said: Said) -> Meaning:
    """A name says which, whatever else is said; with spelling mistakes only if nothing else is."""
    question = said.question
    if "option" not in question.expects or not said.can_decide or is_negated(said):
        return meaning
    option = _everything(said, meaning.label)
    if option is None:
        option = exact_name(said.message, question.options)
    if option is None and not any(reading.whole for reading in said.readings):
        small = united(said.languages, "telling", "generic")
        option = misspelt_name(said.message, question.options, small)
    names_it = option is None and meaning.label in (Label.NONE, Label.CANCEL)
    named = named_in(said.message, said.languages) if names_it else None
    return replace(meaning, option=option if named is None else named_among(named, question.options))


def _everything(said: Said, label: Label) -> int | None:
    """The option without a name is all of it, where there is one. "That is all" only ends a list."""
    question = said.question
    if "" not in question.options or not _says_everything(said):
        return None
    everything = united(said.languages, "everything")
    words = said.message.words
    bare = any(everything.issuperset(without_fillers(words, each.fillers)) for each in said.languages)
    if ENOUGH in question.choices:
        # "That's all for today" is no more of it: beside other words only what it is all of tells.
        plain = label is Label.CANCEL or not united(said.languages, "orders").isdisjoint(words)
        meant = label not in ENDING and (bare or plain)
    else:
        meant = label not in ENDING or bare
    return question.options.index("") if meant else None


def _says_everything(said: Said) -> bool:
    return not united(said.languages, "everything").isdisjoint(said.message.words)


def _with_details(meaning: Meaning, said: Said) -> Meaning:
    """Keep the words themselves, unless they are a wish that works everywhere."""
    if "details" not in said.question.expects or any(reading.whole for reading in said.readings):
        return meaning
    words = said.text.strip()[:DETAILS_LIMIT].strip()
    # Where a reason was asked for, a complaint or a question is that, and no reason to be filed.
    heard = meaning.label if said.question.kind == "survey" and meaning.label in RAISED else Label.NONE
    earliest = asks_for_earliest(said.message, said.languages)
    return replace(meaning, label=heard, details=words or None, earliest=earliest)
