"""What must hold in every turn of every conversation, whatever the script says.

Each property is a function from a graph to what contradicts it; `PROPERTIES` is
the closed table. `way_out` holds the one that needs whole paths.
"""

from collections.abc import Callable, Iterator, Mapping

from dialogs.checker.issues import Kind
from dialogs.checker.proofs.explore import Edge, Graph
from dialogs.checker.proofs.faults import Fault, after
from dialogs.checker.proofs.moves import HUMAN, TOLD, UNUSABLE, Move
from dialogs.checker.proofs.way_out import prove_way_out
from dialogs.checker.rules import broken_rules
from dialogs.effects import (
    ApplyAlternative,
    CancelOrder,
    CancelService,
    FindTerms,
    HandOff,
    ReinstateService,
    RestartService,
    RevokeAlternative,
    SealRecord,
    SendCode,
)
from dialogs.meaning import Label
from dialogs.packs import packaged_pack
from dialogs.turn import Say, State, Turn

Property = Callable[[Graph], Iterator[Fault]]

DECIDING = (
    *(CancelService, CancelOrder, FindTerms, ApplyAlternative, RevokeAlternative, ReinstateService),
    RestartService,
)
"""Effects that carry out a decision."""


def prove_goes_on(graph: Graph) -> Iterator[Fault]:
    """The engine never stops: there is something to say to whatever happens."""
    for crash in graph.crashes:
        step = graph.states[crash.source].step
        said = f"expected an answer here; the script leads where there is none ({crash.error})"
        yield Fault("stops", step, said, graph, tuple(graph.way_to(crash.source)), crash.move)


def prove_one_offer(graph: Graph) -> Iterator[Fault]:
    """An alternative is shown once; again only while its question stands, in the chat where it was shown."""
    for edge in graph.edges():
        before = graph.states[edge.source]
        offer = before.case.offer if before.case is not None else None
        again = offer is not None and not (offer.answer == "open" and before.offered_here)
        if again and any(_offers(say) for say in edge.said) and _is_same_case(graph, edge):
            said = "expected no second alternative: one was shown before"
            yield _at(graph, edge, "second_offer", said, {"offers": False})


def _offers(say: Say) -> bool:
    return any(choice.id == "accept" for choice in say.choices)


def _is_same_case(graph: Graph, edge: Edge) -> bool:
    old, new = graph.states[edge.source].case, graph.states[edge.target].case
    return old is not None and new is not None and not old.is_decided


def prove_declining_is_heard(graph: Graph) -> Iterator[Fault]:
    """No to the alternative leads on to the confirmation, and to nothing else."""
    for edge in graph.edges():
        if graph.kind(graph.states[edge.source]) != "offer" or edge.move not in NO_TO_AN_OFFER:
            continue
        after_it = graph.states[edge.target]
        if graph.states[edge.source].looking_up is None and not _asks_to_confirm(after_it):
            said = "expected the confirmation next, after the alternative was declined"
            yield _at(graph, edge, "declining_unheard", said, {"first_choice": "confirm"})


NO_TO_AN_OFFER = (Move("press", "cancel"), Move("means", "deny"), Move("means", "cancel"))


def _asks_to_confirm(state: State) -> bool:
    return (
        any(choice.id == "confirm" for choice in state.prompt) or state.case is None or state.case.is_decided
    )


def prove_way_out_is_first(graph: Graph) -> Iterator[Fault]:
    """The way out is the first choice shown wherever there is one, and the menu has one."""
    for edge in graph.edges():
        case = graph.states[edge.target].case
        if case is not None and case.decision == "cancel":
            # Whoever is out already wants to know how it stands.
            continue
        for say in edge.said:
            names = [choice.id for choice in say.choices]
            out = next((name for name in ("confirm", "cancel") if name in names), None)
            if out is not None and names[0] != out:
                said = f"expected {out!r} as the first choice; shown: {', '.join(names)}"
                yield _at(graph, edge, "way_out_hidden", said, {"first_choice": out})
    yield from _menus_without(graph, "cancel", "way_out_hidden")


def prove_human_is_shown(graph: Graph) -> Iterator[Fault]:
    """The menu and every place of rest show that a person can be reached."""
    yield from _menus_without(graph, "human", "human_hidden")


def _menus_without(graph: Graph, name: str, kind: Kind) -> Iterator[Fault]:
    where = ("menu",) if name == "cancel" else ("menu", "end")
    for edge in graph.edges():
        state = graph.states[edge.target]
        if graph.kind(state) not in where or state.looking_up is not None:
            continue
        own = graph.script.steps[state.step].text
        shown = next(([each.id for each in say.choices] for say in edge.said if say.text == own), None)
        if shown is not None and name not in shown:
            said = f"expected the choice {name!r} among those shown: {', '.join(shown)}"
            yield Fault(kind, state.step, said, graph, after(graph, edge), edge.move, {"shows": (name,)})


def prove_human_is_near(graph: Graph) -> Iterator[Fault]:
    """A person is one message away, everywhere, and waiting for one changes nothing about the case."""
    for edge in graph.edges():
        if edge.move != HUMAN and edge.move not in TOLD:
            continue
        if not edge.asks_for(HandOff):
            said = "expected that a person is called"
            yield _at(graph, edge, "human_out_of_reach", said, {"hands_over": True})
        if _standing(graph.states[edge.source]) != _standing(graph.states[edge.target]):
            yield _at(graph, edge, "suspended", "expected that calling a person leaves the case as it is")


def _standing(state: State) -> tuple[object, ...]:
    case = state.case
    return () if case is None else (case.id, case.standing, case.decision, case.service, case.record_number)


def prove_survey_is_last(graph: Graph) -> Iterator[Fault]:
    """Reasons and preferences are asked after the receipt, never before the exit."""
    for edge in graph.edges():
        state = graph.states[edge.target]
        if graph.kind(state) in ASIDE and (state.case is None or state.case.decision != "cancel"):
            said = "expected no survey before the receipt"
            yield Fault("early_survey", state.step, said, graph, after(graph, edge), edge.move)
        if graph.kind(state) in ASIDE and not any(choice.id == "skip" for choice in state.prompt):
            said = "expected that the survey can be skipped"
            yield Fault("early_survey", state.step, said, graph, after(graph, edge), edge.move)


def prove_receipt_is_handed_over(graph: Graph) -> Iterator[Fault]:
    """What is sealed is receipted in the same turn, and then nothing is asked that matters."""
    for edge in graph.edges():
        sealed = next((effect for effect in edge.effects if isinstance(effect, SealRecord)), None)
        if sealed is None or sealed.kind in ("reversal", "reason"):
            continue
        if not any(say.purpose == "receipt" for say in edge.said):
            said = "expected the receipt in the turn in which the decision was taken"
            yield _at(graph, edge, "no_receipt", said, {"receipt": True})
        after_it = graph.states[edge.target]
        if sealed.kind in ENDING and graph.kind(after_it) not in (*ASIDE, "end"):
            said = "expected nothing after the receipt but a question that can be skipped"
            yield Fault("asked_after_receipt", after_it.step, said, graph, after(graph, edge), edge.move)


ASIDE = ("survey", "prefer")
"""Kinds of steps that ask what nothing depends on."""
ENDING = ("termination", "withdrawal", "order")
"""Kinds of records after which nothing is left to be decided."""


def prove_nothing_is_decided_unasked(graph: Graph) -> Iterator[Fault]:
    """Pictures, edits, old buttons, courtesies and questions carry nothing out."""
    for edge in graph.edges():
        if edge.move in NEVER_DECIDING and any(edge.asks_for(kind) for kind in DECIDING):
            said = f"expected that {edge.move} decides nothing"
            yield _at(graph, edge, "decided_unasked", said)


NEVER_DECIDING = frozenset(
    (
        *UNUSABLE,
        *(
            Move("means", label.value)
            for label in Label
            if label not in (Label.CANCEL, Label.AFFIRM, Label.DENY, Label.KEEP)
        ),
    )
)


def prove_decisions_are_those_taken(graph: Graph) -> Iterator[Fault]:
    """What was pressed is what happens: each decision has its own effect, and no other one."""
    for edge in graph.edges():
        wanted = _decision(graph, edge)
        if wanted is None or _is_held_up(graph, edge):
            continue
        done = tuple(kind for kind in DECIDING if edge.asks_for(kind))
        case = graph.states[edge.target].case
        decision = case.decision if case is not None else None
        if decision != wanted or (wanted == "keep" and done):
            said = f"expected the decision {wanted!r} to be taken, found {decision!r}"
            yield _at(graph, edge, "decided_otherwise", said)


DECISIONS: Mapping[tuple[str, Move], str] = {
    ("confirm", Move("press", "confirm")): "cancel",
    ("confirm", Move("means", "affirm")): "cancel",
    ("confirm", Move("press", "keep")): "keep",
    ("confirm", Move("means", "deny")): "keep",
    ("offer", Move("press", "accept")): "alternative",
    ("offer", Move("means", "affirm")): "alternative",
    ("restart", Move("press", "restart")): "restart",
    ("restart", Move("means", "affirm")): "restart",
}


ASKED_FIRST: Mapping[Move, str] = {
    Move("press", "confirm"): "cancel",
    Move("means", "deny"): "cancel",
    Move("press", "keep"): "keep",
}
"""The same where the law has the customer asked, beside the quote, whether to hear of an alternative."""


BARE_NO = Move("means", "deny")


def _decision(graph: Graph, edge: Edge) -> str | None:
    before = graph.states[edge.source]
    kind = graph.kind(before)
    if kind == "confirm" and any(choice.id == "hear" for choice in before.prompt):
        return ASKED_FIRST.get(edge.move)
    if kind == "confirm" and edge.move.deed == "means" and any(each.id == "cancel" for each in before.prompt):
        # It is asked whether withdrawing or ending is meant: no bare word answers that.
        return None
    if before.case is not None and before.case.permission == "asked" and edge.move == BARE_NO:
        # It would have cancelled a moment ago: it decides nothing now.
        return None
    if kind == "restart" and not any(choice.id == "restart" for choice in before.prompt):
        # It is asked which one is meant: a bare yes answers nothing.
        return None
    return DECISIONS.get((kind, edge.move))


def _is_held_up(graph: Graph, edge: Edge) -> bool:
    """A question that was settled on another channel, or a look-up under way, holds the answer up."""
    before = graph.states[edge.source]
    settled = before.case is not None and before.case.is_decided
    shown = any(choice.id == edge.move.value for choice in before.prompt)
    return settled or before.looking_up is not None or (edge.move.deed == "press" and not shown)


def prove_undo_is_near(graph: Graph) -> Iterator[Fault]:
    """Whoever changes their mind while it can be undone is asked, and then it is undone.

    That is so of a cancellation, and of an alternative that was taken instead.
    """
    for edge in graph.edges():
        before = graph.states[edge.source]
        case = before.case
        if edge.move != KEEP or before.looking_up is not None or case is None or not case.is_decided:
            continue
        changed = case.change_may_be_undone(graph.now.date())
        if not (case.may_be_undone(graph.now) or changed) or case.standing == "reversing":
            continue
        if not any(choice.id in ("undo", "keep") for choice in graph.states[edge.target].prompt):
            said = "expected to be asked whether what was decided shall be undone, while it can be"
            yield _at(graph, edge, "undo_out_of_reach", said, {"first_choice": "undo"})


KEEP = Move("means", "keep")


def prove_law(graph: Graph) -> Iterator[Fault]:
    """Every turn keeps the rules of the jurisdiction."""
    rules = packaged_pack(graph.world.pack).at(graph.now.date()).rules
    for edge in graph.edges():
        turn = Turn(graph.states[edge.target], edge.said, edge.effects)
        kind = graph.kind(graph.states[edge.target])
        for said in broken_rules(rules, kind, graph.states[edge.source], turn):
            yield _at(graph, edge, "rule_broken", f"{graph.world.pack}: {said}")


def prove_code_is_asked_for(graph: Graph) -> Iterator[Fault]:
    """Whoever is sent a code is asked for it."""
    for edge in graph.edges():
        after_it = graph.states[edge.target]
        if edge.asks_for(SendCode) and graph.kind(after_it) != "verify":
            said = "expected to be asked for the code that was just sent"
            yield _at(graph, edge, "code_unasked", said)


def prove_declarations_stand(graph: Graph) -> Iterator[Fault]:
    """Whoever has declared and then cannot prove who they are hears that the declaration stands."""
    for edge in graph.edges():
        before = graph.states[edge.source]
        case = before.case
        declared = case is not None and case.declaration is not None and not case.is_decided
        asked = graph.kind(before) in ("collect", "verify") and before.looking_up is None
        if not (declared and asked and edge.move in CANNOT_PROVE) or _is_stale(before, edge.move):
            continue
        if not any(say.text.endswith("status-declared") for say in edge.said):
            said = "expected to be told that the declaration stands, with or without a code"
            yield _at(graph, edge, "declaration_forgotten", said)


CANNOT_PROVE = (Move("code", "locked"), Move("press", "unable"))


def _is_stale(state: State, move: Move) -> bool:
    return move.deed == "press" and not any(choice.id == move.value for choice in state.prompt)


def prove_introduction(graph: Graph) -> Iterator[Fault]:
    """The first words say that an automated assistant is writing and that a person is one word away."""
    for edge in graph.leaving[0]:
        if edge.said and not edge.said[0].introduces:
            yield _at(graph, edge, "not_introduced", "expected the introduction in the first message")


def _at(
    graph: Graph, edge: Edge, kind: Kind, said: str, expected: Mapping[str, object] | None = None
) -> Fault:
    step = graph.states[edge.source].step
    return Fault(kind, step, said, graph, after(graph, edge), edge.move, expected or {})


PROPERTIES: Mapping[str, Property] = {
    "there is an answer to whatever happens": prove_goes_on,
    "a receipt is reachable from every state within the budget": prove_way_out,
    "one alternative at most": prove_one_offer,
    "declining leads to the confirmation": prove_declining_is_heard,
    "the way out is the first choice": prove_way_out_is_first,
    "the menu and every rest show a person": prove_human_is_shown,
    "a person is one message away and suspends nothing": prove_human_is_near,
    "no survey before the receipt": prove_survey_is_last,
    "every decision is receipted at once": prove_receipt_is_handed_over,
    "nothing is decided without a plain yes or no": prove_nothing_is_decided_unasked,
    "what was decided is what happens": prove_decisions_are_those_taken,
    "undoing is one message away": prove_undo_is_near,
    "a code that is sent is asked for": prove_code_is_asked_for,
    "what was declared stands without a code": prove_declarations_stand,
    "the rules of the jurisdiction hold": prove_law,
    "the first message introduces the assistant": prove_introduction,
}
"""What is proved, in words for a report -> how."""
