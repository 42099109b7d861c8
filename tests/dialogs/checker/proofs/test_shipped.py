"""The scripts that ship are proved; a fault comes with a conversation that shows it when it is played."""

from collections.abc import Mapping
from functools import lru_cache

import pytest

from bot.studio.channels import checked_channels
from dialogs.cases.form import load_cases
from dialogs.cases.play import Traits, play
from dialogs.checker import proofs_of, traits_of
from dialogs.checker.proofs.conversations import conversation_of, written
from dialogs.checker.proofs.explore import explore
from dialogs.checker.proofs.faults import Fault
from dialogs.checker.proofs.properties import PROPERTIES
from dialogs.checker.proofs.report import REACHED, Proofs, faults_in, graphs_of, surroundings
from dialogs.packaged import packaged_script, packaged_scripts
from dialogs.script import Script, load
from dialogs.texts import packaged_texts
from dialogs.understanding import packaged_phrases


@lru_cache
def channels() -> Mapping[str, Traits]:
    return traits_of(checked_channels())


@lru_cache
def proofs(name: str) -> Proofs:
    return proofs_of(load(packaged_script(name), f"{name}.yaml"), checked_channels())


@pytest.mark.parametrize("name", packaged_scripts())
@pytest.mark.parametrize("what", [*PROPERTIES, REACHED])
@pytest.mark.check(1, 5, 7)
def test_it_is_proved(name: str, what: str) -> None:
    proof = next(proof for proof in proofs(name).proofs if proof.name == what)

    assert [written(conversation_of(fault)) for fault in proof.faults] == []


@pytest.mark.parametrize("name", packaged_scripts())
def test_much_is_explored(name: str) -> None:
    assert proofs(name).worlds > 10
    assert proofs(name).turns > 5_000


@pytest.mark.slow
@pytest.mark.parametrize("name", packaged_scripts())
def test_what_is_known_from_other_worlds_changes_nothing(name: str) -> None:
    script = load(packaged_script(name), f"{name}.yaml")
    together = graphs_of(script, channels())

    for graph, (channel, traits, world) in zip(together, surroundings(script, channels()), strict=True):
        alone = explore(script, world, channel, traits)
        assert graph.states == alone.states
        assert graph.leaving == alone.leaving


TELLING = ("known, one service", "known, several services")

TRAPS = {
    "trap": ("chosen: offer", "chosen: welcome"),
    "declining_unheard": ("{cancel: confirm, accept", "{cancel: select, accept"),
    "no_receipt": ("{confirm: receipt, keep: kept}", "{confirm: rest, keep: kept}"),
    "way_out_hidden": ("choices: [cancel, status, human]", "choices: [status, human]"),
    "human_hidden": ("choices: [cancel, status, human]", "choices: [cancel, status]"),
}
"""Kind of fault -> what is changed in the shipped script so that it is there."""


@pytest.mark.parametrize("kind", TRAPS)
def test_the_conversation_shows_the_fault(kind: str) -> None:
    right, wrong = TRAPS[kind]
    source = packaged_script("service")
    assert right in source
    trap, fair = load(source.replace(right, wrong, 1)), load(source)
    fault = next(fault for fault in faults_in(trap, channels(), TELLING) if fault.kind == kind)

    assert _differences(fault, trap) != []
    # The way out of a trap begins differently, so that what is said there means something else.
    assert kind == "trap" or _differences(fault, fair) == []


def _differences(fault: Fault, script: Script) -> list[str]:
    """Where the conversation differs from what it expects, through its written form."""
    case = load_cases(written(conversation_of(fault)), "shown")["shown"]
    texts = packaged_texts(script.locales)
    played = play(case, script, texts, packaged_phrases(), channels()[case.channel])
    return [str(difference) for each in played for difference in each.differences]


def test_what_costs_too_much_is_told_beside_what_it_may_cost() -> None:
    source = packaged_script("service").replace("chosen: offer", "chosen: once-more")
    step = source[source.index("  select:") : source.index("  nothing:")]
    again = step.replace("select:", "once-more:").replace("chosen: once-more", "chosen: offer")

    found = faults_in(load(source + again), channels(), TELLING)

    told = {fault.message for fault in found if fault.step == "welcome" and fault.kind == "over_budget"}
    limits = "3 to cancel, 2 to be identified, 1 to choose"
    figures = "3 to cancel, 0 to be identified, 2 to choose"
    begins = f"expected the receipt after at most these messages of the customer: {limits}"
    assert told == {f"{begins}; here it takes {figures}: too many to choose"}
