"""Systematic ways to break a script: each makes it unfair, or unreadable, and must be caught.

python -m tests.dialogs.checker.proofs.breaking    prints which property caught which
"""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

import click
from pydantic import ValidationError
from ruamel.yaml import YAML

from bot.studio.channels import checked_channels
from dialogs.checker import Subject, World, check_texts, traits_of
from dialogs.checker.proofs.report import first_faults
from dialogs.packaged import packaged_script, packaged_scripts
from dialogs.script import Script

Data = dict[str, Any]
Texts = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Broken:
    """A script after something was broken in it, with changed texts if any."""

    way: str
    data: Data
    texts: Texts = field(default_factory=dict)


def broken(data: Data) -> Iterator[Broken]:
    """The script, broken in every way that applies to it."""
    for way in WAYS:
        yield from way(data)


def _changed(way: str, data: Data, change: Callable[[Data], None]) -> Broken:
    copy = deepcopy(data)
    change(copy)
    return Broken(way, copy)


def _outcomes(data: Data) -> Iterator[tuple[str, str, str]]:
    for name, step in data["steps"].items():
        for outcome in step.get("outcomes", {}):
            yield name, step["kind"], outcome


def _set(data: Data, step: str, outcome: str, target: object) -> None:
    data["steps"][step]["outcomes"][outcome] = target


def _steps(data: Data, *kinds: str) -> list[str]:
    return [name for name, step in data["steps"].items() if step["kind"] in kinds]


# --- what is missing


def drop_an_outcome(data: Data) -> Iterator[Broken]:
    for name, kind, outcome in _outcomes(data):
        if (kind, outcome) != ("declare", "back"):
            yield _changed(
                f"drop outcome {outcome} of {name}",
                data,
                lambda it, n=name, o=outcome: it["steps"][n]["outcomes"].pop(o),  # type: ignore[misc]
            )


def drop_a_step(data: Data) -> Iterator[Broken]:
    for name in data["steps"]:
        yield _changed(f"drop step {name}", data, lambda it, n=name: it["steps"].pop(n))  # type: ignore[misc]


# --- where it leads


WAY_OUT = {
    "collect": ("given", "known", "unable"),
    "verify": ("verified", "failed", "unable"),
    "declare": ("given",),
    "choose": ("chosen", "unavailable", "doubt"),
    "order": ("chosen", "unavailable", "doubt"),
    "lines": ("chosen",),
    "offer": ("cancel", "none"),
    "confirm": ("confirm", "unavailable"),
}
"""Outcomes that somebody on the way out follows."""


CHOOSING = ("choose", "order")
"""Kinds of steps that begin with who somebody is and what they have."""


def _on_the_way(data: Data) -> Iterator[tuple[str, str]]:
    return ((name, outcome) for name, kind, outcome in _outcomes(data) if outcome in WAY_OUT.get(kind, ()))


def lead_back_to_the_start(data: Data) -> Iterator[Broken]:
    for name, outcome in _on_the_way(data):
        yield _changed(
            f"{name}.{outcome} leads to the start",
            data,
            lambda it, n=name, o=outcome: _set(it, n, o, it["start"]),  # type: ignore[misc]
        )


def lead_to_keeping(data: Data) -> Iterator[Broken]:
    for name, outcome in _on_the_way(data):
        yield _changed(
            f"{name}.{outcome} leads to keeping",
            data,
            lambda it, n=name, o=outcome: _set(it, n, o, it["wishes"]["kept"]),  # type: ignore[misc]
        )


def loop_on_itself(data: Data) -> Iterator[Broken]:
    for name, outcome in _on_the_way(data):
        if (data["steps"][name]["kind"], outcome) == ("offer", "cancel"):
            # Harmless: the engine shows no second alternative and passes through.
            continue
        yield _changed(
            f"{name}.{outcome} leads to itself",
            data,
            lambda it, n=name, o=outcome: _set(it, n, o, n),  # type: ignore[misc]
        )


def loop_on_decline(data: Data) -> Iterator[Broken]:
    for offer in _steps(data, "offer"):
        for before in _steps(data, *CHOOSING, "collect"):
            yield _changed(
                f"declining {offer} leads back to {before}",
                data,
                lambda it, o=offer, b=before: _set(it, o, "cancel", b),  # type: ignore[misc]
            )


def swap_yes_and_no(data: Data) -> Iterator[Broken]:
    pairs = {"offer": ("cancel", "accept"), "confirm": ("confirm", "keep"), "undo": ("undo", "leave")}
    for name, step in data["steps"].items():
        first, second = pairs.get(step["kind"], ("", ""))
        if first and step["kind"] != "undo":
            yield _changed(
                f"{name}: {first} and {second} swapped",
                data,
                lambda it, n=name, a=first, b=second: _swap(it["steps"][n]["outcomes"], a, b),  # type: ignore[misc]
            )


def _swap(outcomes: Data, first: str, second: str) -> None:
    outcomes[first], outcomes[second] = outcomes[second], outcomes[first]


def mislead_a_wish(data: Data) -> Iterator[Broken]:
    rest, start = data["wishes"]["rest"], data["start"]
    wishes = [wish for wish in ("cancel", "undo") if wish in data["wishes"]]
    for wish, target in ((wish, target) for wish in wishes for target in (rest, start)):
        yield _changed(
            f"the wish {wish} leads to {target}",
            data,
            lambda it, w=wish, t=target: it["wishes"].update({w: t}),  # type: ignore[misc]
        )
    for kind in ("survey", "confirm", "offer"):
        for step in _steps(data, kind)[:1]:
            yield _changed(
                f"the wish cancel leads to {step}",
                data,
                lambda it, s=step: it["wishes"].update(cancel=s),  # type: ignore[misc]
            )


# --- what stands in the way


def _between(data: Data, name: str, outcome: str, extra: Data, on: str) -> None:
    """Put a step between an outcome and where it leads."""
    target = data["steps"][name]["outcomes"][outcome]
    extra["outcomes"] = {**extra["outcomes"], on: target}
    data["steps"]["extra"] = extra
    _set(data, name, outcome, "extra")


def add_a_second_offer(data: Data) -> Iterator[Broken]:
    for offer in _steps(data, "offer"):
        for outcome in ("cancel", "none"):

            def add(it: Data, offer: str = offer, outcome: str = outcome) -> None:
                target = it["steps"][offer]["outcomes"][outcome]
                accept = it["steps"][offer]["outcomes"]["accept"]
                more = {"cancel": target, "none": target, "accept": accept}
                it["steps"]["extra"] = {"kind": "offer", "text": "offer", "outcomes": more}
                _set(it, offer, outcome, "extra")

            yield _changed(f"a second offer after {offer}.{outcome}", data, add)


def offer_after_the_confirmation(data: Data) -> Iterator[Broken]:
    for confirm in _steps(data, "confirm"):
        for offer in _steps(data, "offer"):
            yield _changed(
                f"{offer} after {confirm}",
                data,
                lambda it, c=confirm, o=offer: _set(it, c, "confirm", o),  # type: ignore[misc]
            )


def ask_the_reason_first(data: Data) -> Iterator[Broken]:
    survey = {"kind": "survey", "text": "reason", "options": ["too-expensive", "other"]}
    places = [(name, "cancel") for name in _steps(data, "offer")]
    places += [(name, "chosen") for name in _steps(data, *CHOOSING)]
    places += [(name, "confirm") for name in _steps(data, "confirm")]
    for name, outcome in places:

        def add(it: Data, name: str = name, outcome: str = outcome) -> None:
            target = it["steps"][name]["outcomes"][outcome]
            it["steps"]["extra"] = {**survey, "outcomes": {"answered": target, "skip": target}}
            _set(it, name, outcome, "extra")

        yield _changed(f"the reason is asked after {name}.{outcome}", data, add)


def ask_twice_to_confirm(data: Data) -> Iterator[Broken]:
    for confirm in _steps(data, "confirm"):

        def add(it: Data, confirm: str = confirm) -> None:
            it["steps"]["extra"] = deepcopy(it["steps"][confirm])
            _set(it, confirm, "confirm", "extra")

        yield _changed(f"{confirm} is asked twice", data, add)


def skip_the_receipt(data: Data) -> Iterator[Broken]:
    rest = data["wishes"]["rest"]
    for name, outcome in [(n, "confirm") for n in _steps(data, "confirm")] + [
        (n, "accept") for n in _steps(data, "offer")
    ]:
        yield _changed(
            f"no receipt after {name}.{outcome}",
            data,
            lambda it, n=name, o=outcome: _set(it, n, o, rest),  # type: ignore[misc]
        )


def ask_on_after_the_receipt(data: Data) -> Iterator[Broken]:
    receipts = {data["steps"][name]["outcomes"]["confirm"] for name in _steps(data, "confirm")}
    for receipt in sorted(receipts):
        for target in (data["start"], *_steps(data, "collect", "undo")[:2], receipt):
            yield _changed(
                f"after {receipt} comes {target}",
                data,
                lambda it, r=receipt, t=target: _set(it, r, "next", t),  # type: ignore[misc]
            )


def trap_behind_a_guard(data: Data) -> Iterator[Broken]:
    """Only some customers are trapped: those whom a guard picks."""
    for offer in _steps(data, "offer"):
        for guard in ("vouched", "must-return", "quoted"):
            for outcome in ("cancel", "none"):

                def lay(it: Data, guard: str = guard, offer: str = offer, outcome: str = outcome) -> None:
                    target = it["steps"][offer]["outcomes"][outcome]
                    _set(it, offer, outcome, [{"when": guard, "go": it["wishes"]["kept"]}, {"go": target}])

                yield _changed(f"{offer}.{outcome} leads to keeping when {guard}", data, lay)
    guard = _costs(data)
    for choose in _steps(data, "choose", "lines"):

        def around(it: Data, choose: str = choose) -> None:
            target = it["steps"][choose]["outcomes"]["chosen"]
            _set(it, choose, "chosen", [{"when": guard, "go": it["start"]}, {"go": target}])

        yield _changed(f"{choose}.chosen leads to the start when {guard}", data, around)


def trap_behind_two_guards(data: Data) -> Iterator[Broken]:
    """Only those are trapped for whom two things come together, or something does not hold."""
    for offer in _steps(data, "offer"):
        for guard in ("has-fee", "has-refund"):

            def lay(it: Data, guard: str = guard, offer: str = offer) -> None:
                target = it["steps"][offer]["outcomes"]["cancel"]
                _set(it, offer, "cancel", [{"when": guard, "go": it["start"]}, {"go": target}])

            yield _changed(f"{offer}.cancel leads to the start when {guard}", data, lay)

        def far(it: Data, offer: str = offer) -> None:
            target = it["steps"][offer]["outcomes"]["cancel"]
            _set(it, offer, "cancel", [{"when": "agents-are-near", "go": target}, {"go": it["start"]}])

        yield _changed(f"{offer}.cancel leads to the start unless agents-are-near", data, far)
    for choose in _steps(data, "choose"):
        for one, two in (("vouched", _costs(data)), ("several-services", "has-refund")):

            def hide(it: Data, choose: str = choose, one: str = one, two: str = two) -> None:
                target = it["steps"][choose]["outcomes"]["chosen"]
                trap = [{"when": one, "go": target}, {"when": two, "go": it["start"]}, {"go": target}]
                _set(it, choose, "chosen", trap)

            yield _changed(f"{choose}.chosen leads to the start when {two} and not {one}", data, hide)


def _costs(data: Data) -> str:
    """A guard that holds for some customers: only ending a service can cost something."""
    if data.get("kind") == "order":
        return "high-risk"
    return "must-return" if data.get("kind") == "withdrawal" else "has-fee"


# --- what is hidden


def hide_from_menus(data: Data) -> Iterator[Broken]:
    for menu in _steps(data, "menu"):
        shown = data["steps"][menu].get("choices", ["cancel", "status", "human"])
        worse = {
            f"{menu} hides cancel": [name for name in shown if name != "cancel"],
            f"{menu} hides human": [name for name in shown if name != "human"],
            f"{menu} shows the way out last": [*shown[1:], shown[0]],
        }
        for way, choices in worse.items():
            yield _changed(way, data, lambda it, m=menu, c=choices: it["steps"][m].update(choices=c))  # type: ignore[misc]


def leave_a_step_unreached(data: Data) -> Iterator[Broken]:
    for kind in ("inform", "end"):
        extra: Data = {"kind": kind, "text": "rest"}
        if kind == "inform":
            extra["outcomes"] = {"next": data["wishes"]["rest"]}
        yield _changed(
            f"a step of kind {kind} that nobody reaches",
            data,
            lambda it, e=extra: it["steps"].update(extra=e),  # type: ignore[misc]
        )


# --- what is no script


def misspell(data: Data) -> Iterator[Broken]:
    first = next(iter(data["steps"]))
    yield _changed("a kind that is none", data, lambda it: it["steps"][first].update(kind="munu"))
    yield _changed("a field that is none", data, lambda it: it["steps"][first].update(txet="welcome"))
    yield _changed("a guard that is none", data, _unknown_guard)
    yield _changed("a policy that is none", data, lambda it: it.setdefault("policies", {}).update(oferts=[]))
    yield _changed("an alternative that is none", data, _unknown_alternative)
    yield _changed("a last branch with a guard", data, _no_way_without_guard)
    yield _changed("a start that is none", data, lambda it: it.update(start="nowhere"))
    yield _changed("a language without texts", data, lambda it: it["locales"].append("tlh"))


def _unknown_guard(data: Data) -> None:
    name, _, outcome = next(_outcomes(data))
    target = data["steps"][name]["outcomes"][outcome]
    _set(data, name, outcome, [{"when": "is-rich", "go": target}, {"go": target}])


def _no_way_without_guard(data: Data) -> None:
    name, _, outcome = next(_outcomes(data))
    target = data["steps"][name]["outcomes"][outcome]
    _set(data, name, outcome, [{"when": "vouched", "go": target}])


def _unknown_alternative(data: Data) -> None:
    data.setdefault("policies", {})["offers"] = [{"alternative": "flattery"}]


# --- what is said


def _said(way: str, data: Data, texts: Texts) -> Broken:
    return Broken(way, deepcopy(data), texts)


LABELS: Mapping[str, tuple[str, str]] = {
    "termination": ("choice-confirm", "choice-keep"),
    "withdrawal": ("choice-human", "withdrawal-choice-status"),  # there the law words the confirmation
    "order": ("order-choice-confirm", "choice-keep"),
}
"""Kind of script -> two choices that stand beside each other."""


def break_texts(data: Data) -> Iterator[Broken]:
    """Texts of the confirmation and of the menu, in one language, as an admin could break them."""
    for name in _steps(data, "confirm")[:1]:
        text = data["steps"][name]["text"]
        yield _said(f"{text} says nothing of what it costs", data, {"en": {text: f"{text} = Cancel now?"}})
        yield _said(f"{text} is broken", data, {"en": {text: f"{text} = Cancel {{ $end-date?"}})
        yield _said(
            f"{text} uses an unknown variable",
            data,
            {"en": {text: f"{text} = {{ $discount }} {{ $end-date }}"}},
        )
        yield _said(f"{text} is too long", data, {"en": {text: f"{text} = " + "long " * 2_000}})
    for name in _steps(data, "menu")[:1]:
        text = data["steps"][name]["text"]
        yes = f"{text} = Do you want to cancel? Reply YES.\n    .short = Reply YES to cancel."
        yield _said(f"{text} asks for a reserved word", data, {"en": {text: yes}})
    alike = {name: f"{name} = Go on" for name in LABELS[data.get("kind", "termination")]}
    yield _said("two choices read the same", data, {"en": alike})
    yield _said("a label is empty", data, {"en": {"choice-keep": "choice-keep = "}})


WAYS: tuple[Callable[[Data], Iterator[Broken]], ...] = (
    drop_an_outcome,
    drop_a_step,
    lead_back_to_the_start,
    lead_to_keeping,
    loop_on_itself,
    loop_on_decline,
    swap_yes_and_no,
    mislead_a_wish,
    add_a_second_offer,
    offer_after_the_confirmation,
    ask_the_reason_first,
    ask_twice_to_confirm,
    skip_the_receipt,
    ask_on_after_the_receipt,
    trap_behind_a_guard,
    trap_behind_two_guards,
    hide_from_menus,
    leave_a_step_unreached,
    misspell,
    break_texts,
)


def main() -> None:
    """Break every script that ships, in every way, and say what caught it."""
    for name in packaged_scripts():
        source = YAML(typ="safe").load(packaged_script(name))
        caught: Counter[str] = Counter()
        for each in broken(source):
            by = catch(each)
            click.echo(f"{name}: {each.way}: {by or 'NOT CAUGHT'}")
            caught[by] += 1
        click.echo(f"{name}: {caught.total()} ways; caught by: {dict(caught.most_common())}")


def catch(each: Broken) -> str:
    """What caught it: ``reading``, the kinds of failed proofs or of faulty texts; empty if nothing."""
    try:
        script = Script.model_validate(each.data)
    except ValidationError:
        return "reading"
    channels = checked_channels()
    if not each.texts:
        faults = first_faults(script, traits_of(channels))
        if faults:
            return ", ".join(sorted({fault.kind for fault in faults}))
    issues = check_texts(Subject(_same(each.data), each.texts, World(), channels))
    return ", ".join(sorted({issue.kind for issue in issues}))


_SCRIPTS: dict[str, Script] = {}


def _same(data: Data) -> Script:
    """One object for one script: what the engine can say with it is found once."""
    return _SCRIPTS.setdefault(json.dumps(data, sort_keys=True), Script.model_validate(data))


if __name__ == "__main__":
    main()
