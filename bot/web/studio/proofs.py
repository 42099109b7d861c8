"""The proofs of the draft's script: whether they hold, and the conversation that shows where one does not."""

from dataclasses import dataclass
from typing import Literal

from flask import Blueprint, jsonify, render_template
from flask.typing import ResponseReturnValue

from bot.proving import Prover, Verdict, is_shipped, verdict_of
from bot.studio.demonstration import demonstrated
from bot.studio.rehearsal import Played
from bot.studio.workshop import Workshop
from bot.web.login import needs
from bot.web.studio.shown import opened, workshop_of
from bot.wiring import Application
from dialogs.checker import Issue
from storage.unit_of_work import UnitOfWork

LONGEST_WAIT = 20
"""Seconds for which a page's request waits for the proofs, before it asks again."""
MOST_SHOWN = 12
"""Conversations that are played on a page; one fault often has many."""

Standing = Literal["no_script", "running", "unfinished", "shipped", "proved", "trapping"]


@dataclass(frozen=True, slots=True)
class Demonstration:
    """A fault with the conversation that shows it; `number` is its place among the faults, from 1."""

    number: int
    issue: Issue
    played: Played | None


@dataclass(frozen=True, slots=True)
class Proofs:
    """What is known of the proofs, as a page shows it."""

    standing: Standing
    verdict: Verdict | None = None
    failure: str | None = None
    demonstrations: tuple[Demonstration, ...] = ()

    @property
    def stand_in_the_way(self) -> bool:
        """Whether the script cannot be published as it is now."""
        return self.standing not in ("shipped", "proved")

    @property
    def by_kind(self) -> list[list[Demonstration]]:
        """Faults of a kind together: one mistake often shows in many places and under many laws."""
        kinds: dict[str, list[Demonstration]] = {}
        for each in self.demonstrations:
            kinds.setdefault(each.issue.kind, []).append(each)
        return list(kinds.values())


def proof_routes(app: Application, prover: Prover) -> Blueprint:
    """GET /studio/proofs: what is known, as a piece of a page, after waiting for it."""
    routes = Blueprint("proofs", __name__)

    @routes.get("/proofs")
    @needs("admin")
    def known() -> ResponseReturnValue:
        source = opened(app).body.source
        prover.wait(source, LONGEST_WAIT)
        with app.database.read() as uow:
            workshop = workshop_of(uow)
            proofs = proofs_of(uow, prover, workshop)
        return render_template("studio/_proofs.html", proofs=proofs)

    @routes.post("/proofs")
    @needs("admin")
    def again() -> ResponseReturnValue:
        """Begin them, also after they came to no end."""
        workshop = opened(app)
        if not workshop.faults:
            prover.begin(workshop.body.source)
        return jsonify(
            html=render_template("studio/_proofs.html", proofs=Proofs("running"), workshop=workshop)
        )

    return routes


def proofs_of(uow: UnitOfWork, prover: Prover, workshop: Workshop) -> Proofs:
    """What is known of the draft's proofs; where nothing is, they are begun."""
    source = workshop.body.source
    if workshop.faults:
        return Proofs("no_script")
    if is_shipped(source):
        return Proofs("shipped")
    verdict = verdict_of(uow, source)
    if verdict is not None:
        shown = demonstrations_of(workshop, verdict)
        return Proofs("proved" if verdict.is_proved else "trapping", verdict, demonstrations=shown)
    failure = prover.failure(source)
    if failure is not None:
        return Proofs("unfinished", failure=failure)
    prover.begin(source)
    return Proofs("running")


def demonstrations_of(workshop: Workshop, verdict: Verdict) -> tuple[Demonstration, ...]:
    """The faults of a verdict, the first of them with their conversations."""
    return tuple(
        Demonstration(number, issue, _played(workshop, issue) if number <= MOST_SHOWN else None)
        for number, issue in enumerate(verdict.issues, 1)
    )


def _played(workshop: Workshop, issue: Issue) -> Played | None:
    return None if issue.conversation is None else demonstrated(workshop, issue)
