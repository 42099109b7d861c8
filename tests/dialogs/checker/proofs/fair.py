"""Fair scripts of many shapes: none of them may raise an alarm.

python -m tests.dialogs.checker.proofs.fair    proves every shape in every world
"""

from collections.abc import Callable, Mapping
from copy import deepcopy
from typing import Any

import click
from ruamel.yaml import YAML

from bot.studio.channels import checked_channels
from dialogs.checker import traits_of
from dialogs.checker.proofs.report import prove
from dialogs.packaged import packaged_script
from dialogs.script import Script

Data = dict[str, Any]
Change = Callable[[Data], None]


def fair(data: Data) -> Mapping[str, Data]:
    """By name, the script for ending a service in shapes that a brand may want."""
    made = {}
    for name, change in SHAPES.items():
        copy = deepcopy(data)
        change(copy)
        made[name] = copy
    return made


def _as_shipped(data: Data) -> None:
    pass


def _without_offers(data: Data) -> None:
    data["policies"]["offers"] = []
    data["steps"]["select"]["outcomes"]["chosen"] = "confirm"
    del data["steps"]["offer"], data["steps"]["accepted"]


def _without_survey(data: Data) -> None:
    data["steps"]["receipt"]["outcomes"]["next"] = "ways"
    del data["steps"]["reason"]


def _only(locale: str) -> Change:
    def change(data: Data) -> None:
        data["locales"] = [locale]

    return change


def _other_language_first(data: Data) -> None:
    data["locales"] = data["locales"][::-1]


def _short_survey(data: Data) -> None:
    data["steps"]["reason"]["options"] = ["too-expensive", "other"]


def _one_offer_kind(kind: str) -> Change:
    def change(data: Data) -> None:
        data["policies"]["offers"] = [{"alternative": kind}]

    return change


def _offers_by_plan_and_price(data: Data) -> None:
    data["policies"]["offers"] = [
        {"alternative": "pause", "plans": ["standard"], "tenure_months": {"at_least": 12}},
        {"alternative": "discount", "price": {"at_least": 20, "at_most": 60}},
    ]


def _offers_by_reason(data: Data) -> None:
    data["policies"]["offers"] = [{"alternative": "discount", "reasons": ["too-expensive"]}]


def _always_a_code(data: Data) -> None:
    data["policies"]["verification"] = {"normal": "code", "high": "code"}


def _a_person_first_after_the_way_out(data: Data) -> None:
    data["steps"]["welcome"]["choices"] = ["cancel", "human", "status"]


def _short_menu(data: Data) -> None:
    data["steps"]["welcome"]["choices"] = ["cancel", "human"]


def _rests_in_one_place(data: Data) -> None:
    data["steps"]["reason"]["outcomes"] = {"answered": "rest", "skip": "rest"}
    del data["steps"]["ways"], data["steps"]["goodbye"]


def _steps_of_other_names(data: Data) -> None:
    data["steps"] = {f"my-{name}": step for name, step in data["steps"].items()}
    for step in data["steps"].values():
        step["outcomes"] = {outcome: f"my-{target}" for outcome, target in step.get("outcomes", {}).items()}
    data["start"] = f"my-{data['start']}"
    data["wishes"] = {wish: f"my-{step}" for wish, step in data["wishes"].items()}


def _steps_in_another_order(data: Data) -> None:
    data["steps"] = dict(reversed(data["steps"].items()))


def _fees_go_straight_to_the_point(data: Data) -> None:
    """Who has to pay a fee is shown no alternative."""
    chosen = [{"when": "has-fee", "go": "confirm"}, {"go": "offer"}]
    data["steps"]["select"]["outcomes"]["chosen"] = chosen


def _no_survey_for_the_suspicious(data: Data) -> None:
    data["steps"]["receipt"]["outcomes"]["next"] = [{"when": "high-risk", "go": "goodbye"}, {"go": "reason"}]


def _a_person_after_the_declaration(data: Data) -> None:
    """Whoever cannot be identified is told at once that a person takes care of it."""
    data["steps"]["carer"] = {"kind": "handoff", "text": "handed-over", "outcomes": {"next": "rest"}}
    data["steps"]["declared"]["outcomes"]["next"] = "carer"


def _sends_the_confirmation_twice(data: Data) -> None:
    data["steps"]["receipt"]["effects"] = ["send_confirmation"]


def _calls_a_person_for_equipment(data: Data) -> None:
    data["steps"]["carer"] = {"kind": "handoff", "text": "handed-over", "outcomes": {"next": "goodbye"}}
    answered = [{"when": "must-return", "go": "carer"}, {"go": "goodbye"}]
    data["steps"]["reason"]["outcomes"]["answered"] = answered


def _no_way_back_from_declaring(data: Data) -> None:
    del data["steps"]["declare"]["outcomes"]["back"]


def _under(pack: str) -> Change:
    def change(data: Data) -> None:
        data["policies"]["packs"] = [pack]

    return change


def _under_german_law(data: Data) -> None:
    """There it shows no alternative, so it needs no steps for one."""
    _without_offers(data)
    data["policies"]["packs"] = ["de"]


SHAPES: Mapping[str, Change] = {
    "as shipped": _as_shipped,
    "without offers": _without_offers,
    "without a survey": _without_survey,
    "only in English": _only("en"),
    "only in German": _only("de"),
    "another language first": _other_language_first,
    "a short survey": _short_survey,
    "only a pause": _one_offer_kind("pause"),
    "only a later date": _one_offer_kind("later_date"),
    "offers by plan and price": _offers_by_plan_and_price,
    "offers by reason": _offers_by_reason,
    "always a code": _always_a_code,
    "a person before the status": _a_person_first_after_the_way_out,
    "a short menu": _short_menu,
    "one place to rest": _rests_in_one_place,
    "steps of other names": _steps_of_other_names,
    "steps in another order": _steps_in_another_order,
    "no alternative where a fee is due": _fees_go_straight_to_the_point,
    "no survey for the suspicious": _no_survey_for_the_suspicious,
    "a person after the declaration": _a_person_after_the_declaration,
    "the confirmation sent twice": _sends_the_confirmation_twice,
    "a person for equipment": _calls_a_person_for_equipment,
    "no way back from declaring": _no_way_back_from_declaring,
    "under German law": _under_german_law,
    "under the law of Minnesota": _under("us-mn"),
}


def main() -> None:
    """Prove every shape whole, and say what it took."""
    channels = traits_of(checked_channels())
    shipped = YAML(typ="safe").load(packaged_script("service"))
    for name, data in fair(shipped).items():
        proofs = prove(Script.model_validate(data), channels)
        alarms = [(fault.kind, fault.step) for fault in proofs.faults]
        click.echo(f"{name}: {proofs.states} states, {proofs.turns} turns, alarms: {alarms or 'none'}")


if __name__ == "__main__":
    main()
