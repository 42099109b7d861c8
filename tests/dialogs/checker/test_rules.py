"""A turn that breaks a pack's rule is named with that rule; the engine's own turns break none."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from dialogs.case import Declaration
from dialogs.cases.form import Line, World
from dialogs.cases.play import Player, Traits
from dialogs.cases.world import START, Surroundings
from dialogs.checker.proofs.explore import explore
from dialogs.checker.proofs.worlds import WORLDS
from dialogs.checker.rules import JUDGES, broken_rules
from dialogs.effects import OptOut, SealRecord, SendCode, SendConfirmation
from dialogs.engine import begin
from dialogs.ids import ChallengeId
from dialogs.packs import PACKS, packaged_pack
from dialogs.packs.pack import RULE_NAMES
from dialogs.packs.rules import Rules
from dialogs.script import Script
from dialogs.texts import packaged_texts
from dialogs.turn import Choice, Say, State, Turn
from dialogs.understanding import packaged_phrases


def rules_of(pack: str) -> Rules:
    return packaged_pack(pack).at(date(2026, 11, 22)).rules


class Talk:
    """A conversation under a pack as the engine leads it, up to a turn that a test then spoils."""

    def __init__(self, script: Script, world: World, locale: str) -> None:
        self._script = script
        around = Surroundings(world, "webchat", False, False)
        state = begin(script, locale, around.identity())
        texts = packaged_texts(script.locales)
        self._player = Player(script, texts, packaged_phrases(), around, state)

    def goes(self, *said: str) -> tuple[str, State, Turn]:
        """The kind of the step after the last line, the state before it, and its turn."""
        before = self._player.state
        replies: tuple[Say, ...] = ()
        for line in said:
            before = self._player.state
            replies = tuple(self._player.play(Line(say=line)).said)
        state = self._player.state
        return self._script.steps[state.step].kind, before, Turn(state, replies)


Talks = Callable[..., Talk]


@pytest.fixture
def talk(script: Script) -> Talks:
    return lambda pack, locale="en", **world: Talk(script, World(pack=pack, **world), locale)


def names(broken: list[str]) -> list[str]:
    return [each.split(":")[0] for each in broken]


def test_an_offer_where_there_may_be_none(talk: Talks) -> None:
    kind, before, turn = talk("none").goes("I want to cancel")

    assert broken_rules(rules_of("none"), kind, before, turn) == []
    assert broken_rules(rules_of("de"), kind, before, turn) == [
        "offers: expected no alternative, found 'offer-pause'"
    ]


@pytest.mark.parametrize("pack", ["us-ca", "us-ny", "us-co"])
@pytest.mark.check(4)
def test_an_offer_whose_first_choice_is_not_the_way_out(pack: str, talk: Talks) -> None:
    kind, before, turn = talk(pack).goes("I want to cancel")
    (say,) = turn.replies
    turned = replace(turn, replies=(replace(say, choices=say.choices[::-1]),))

    assert broken_rules(rules_of(pack), kind, before, turn) == []
    assert names(broken_rules(rules_of(pack), kind, before, turned)) == ["offers"]


def test_an_offer_before_permission(talk: Talks) -> None:
    kind, before, turn = talk("us-ca").goes("I want to cancel")

    (broken,) = broken_rules(rules_of("us-mn"), kind, before, turn)

    assert broken == "offers: expected no alternative before the customer said that they want to hear of one"


def test_a_second_question_for_permission(talk: Talks) -> None:
    conversation = talk("us-mn")
    kind, before, turn = conversation.goes("I want to cancel")
    asked = turn.replies[0]
    again, state, plain = conversation.goes("help")

    assert broken_rules(rules_of("us-mn"), kind, before, turn) == []
    assert broken_rules(rules_of("us-mn"), again, state, plain) == []
    twice = replace(plain, replies=(*plain.replies, asked))
    assert broken_rules(rules_of("us-mn"), again, state, twice) == [
        "offers: expected one question whether to hear of an alternative, found another one"
    ]


def test_a_question_for_permission_whose_first_choice_is_not_the_way_out(talk: Talks) -> None:
    kind, before, turn = talk("us-mn").goes("I want to cancel")
    (asked,) = turn.replies
    turned = replace(turn, replies=(replace(asked, choices=asked.choices[::-1]),))

    assert names(broken_rules(rules_of("us-mn"), kind, before, turned)) == ["offers"]


def test_a_second_alternative(talk: Talks) -> None:
    kind, before, turn = talk("none").goes("I want to cancel")
    (say,) = turn.replies

    assert names(broken_rules(rules_of("none"), kind, before, replace(turn, replies=(say, say)))) == [
        "most_offers"
    ]


def test_a_kind_of_alternative_that_may_not_be_shown(talk: Talks) -> None:
    discount = {"services": ({"name": "Fibre 100", "alternatives": ("discount",)},)}
    kind, before, turn = talk("none", **discount).goes("I want to cancel")
    permitted = replace(turn.state, case=replace(turn.state.case, permission="given"))  # type: ignore[type-var]

    broken = broken_rules(rules_of("us-mn"), kind, before, replace(turn, state=permitted))

    assert broken == ["offer_kinds: expected one of pause, downgrade, found discount"]


def test_a_code_before_the_declaration(talk: Talks) -> None:
    conversation = talk("none", vouched=False)
    kind, before, asks = conversation.goes("I want to cancel")
    later, state, coded = conversation.goes("BL-10024")
    coded = replace(coded, effects=(SendCode(ChallengeId("c"), "BL-10024", "account", 0, "en"),))

    assert broken_rules(rules_of("de"), kind, before, asks) == [
        "declaration_first: expected the declaration next, found a question who is writing"
    ]
    assert len(broken_rules(rules_of("fr"), later, state, coded)) == 2


def test_an_alternative_after_the_declaration(talk: Talks) -> None:
    kind, before, turn = talk("none").goes("I want to cancel")
    assert turn.state.case is not None
    declared = replace(turn.state.case, declaration=Declaration("Kim Novak, BL-10024", None))
    of_before = packaged_pack("de").at(date(2026, 7, 15)).rules

    broken = broken_rules(of_before, kind, before, replace(turn, state=replace(turn.state, case=declared)))

    assert broken == ["declaration_first: expected no alternative after the declaration was taken"]


def test_who_only_asks_may_be_identified(talk: Talks) -> None:
    kind, before, asks = talk("none", vouched=False).goes("where is my cancellation")

    assert broken_rules(rules_of("de"), kind, before, asks) == []


@pytest.mark.parametrize(
    ("pack", "locale", "entry", "confirm"),
    [
        ("de", "de", "Verträge hier kündigen", "jetzt kündigen"),
        ("eu-withdrawal", "de", "Vertrag widerrufen", "Widerruf bestätigen"),
        ("eu-withdrawal", "en", "withdraw from contract here", "confirm withdrawal"),
    ],
)
@pytest.mark.check(13)
def test_other_words_than_the_laws(pack: str, locale: str, entry: str, confirm: str, talk: Talks) -> None:
    ours = talk("none", locale, services=({"name": "TV"},))
    menu = ours.goes("hallo" if locale == "de" else "hello")
    asked = ours.goes("kündigen" if locale == "de" else "cancel")

    assert broken_rules(rules_of(pack), *menu) == [
        f"entry_label: expected the words {entry!r}, found 'choice-cancel'"
    ]
    assert broken_rules(rules_of(pack), *asked) == [
        f"confirm_label: expected the words {confirm!r}, found 'choice-confirm'"
    ]


@pytest.mark.check(13)
def test_the_french_words_hold_in_french(talk: Talks) -> None:
    """There are no French texts yet: the words are checked as the data says them."""
    kind, before, turn = talk("none", services=({"name": "TV"},)).goes("cancel")
    words = (("words", "notification de la résiliation"),)
    french = replace(
        turn,
        state=replace(turn.state, locale="fr"),
        replies=(Say("confirm", choices=(Choice("confirm", "choice-prescribed", words),)),),
    )
    demand = replace(french, replies=(Say("confirm", choices=(Choice("confirm", "choice-confirm"),)),))

    assert broken_rules(rules_of("fr"), kind, before, french) == []
    assert names(broken_rules(rules_of("fr"), kind, before, demand)) == ["confirm_label"]


def test_a_survey_before_the_receipt(talk: Talks) -> None:
    _, before, turn = talk("none").goes("I want to cancel")

    assert names(broken_rules(rules_of("us"), "survey", before, turn)) == ["survey_before_exit"]


def test_a_record_without_receipt_or_copy(talk: Talks) -> None:
    kind, before, turn = talk("none").goes("thanks")
    sealed = replace(turn, effects=(SealRecord("termination", "NL-1"),))
    sent = replace(sealed, effects=(*sealed.effects, SendConfirmation("NL-1")))

    assert names(broken_rules(rules_of("de"), kind, before, sealed)) == [
        "confirmation_within_hours",
        "durable_confirmation",
    ]
    assert names(broken_rules(rules_of("de"), kind, before, sent)) == ["confirmation_within_hours"]


def test_more_texts_after_an_opt_out(talk: Talks) -> None:
    kind, before, turn = talk("us").goes("hello")

    assert names(broken_rules(rules_of("us"), kind, before, replace(turn, effects=(OptOut(),)))) == [
        "keyword_revokes_texts"
    ]


def test_every_judge_has_a_rule() -> None:
    assert set(JUDGES) <= set(RULE_NAMES)


LAWS = {
    "de": ("to be identified", "known, suspicious", "known, back office down, a fee"),
    "fr": ("to be identified",),
    "eu-withdrawal": ("unknown",),
    "us-mn": ("known, one service", "known, offered elsewhere"),
    "us-ca": ("known, one service",),
}


@pytest.mark.parametrize(("pack", "world"), [(pack, world) for pack in LAWS for world in LAWS[pack]])
@pytest.mark.check(1, 2, 3, 13)
def test_whatever_happens_the_engine_keeps_the_rules(pack: str, world: str, script: Script) -> None:
    """Every turn of every conversation in these worlds, in the language in which the law prescribes words."""
    spoken = script.model_copy(update={"locales": ("de", "en")})
    surroundings = WORLDS[world].model_copy(update={"pack": pack})
    graph = explore(spoken, surroundings, "webchat", Traits())
    rules = packaged_pack(pack).at(START.date()).rules

    broken = {
        said
        for edge in graph.edges()
        for said in broken_rules(
            rules,
            graph.kind(graph.states[edge.target]),
            graph.states[edge.source],
            Turn(graph.states[edge.target], edge.said, edge.effects),
        )
    }

    assert graph.crashes == []
    assert broken == set()


def test_the_laws_are_packs() -> None:
    assert set(LAWS) <= set(PACKS)
