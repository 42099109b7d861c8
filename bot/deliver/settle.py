"""What may become of an attempt, and writing it down under the lease."""

import logging
import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import assert_never

from bot.deliver.retry import MESSAGE, UNSURE, Policy, next_delay
from bot.receive.inbox import again_on_conflict
from bot.wiring import Application
from storage.repositories.effects import EffectRow
from storage.unit_of_work import UnitOfWork

log = logging.getLogger("cancelbot.deliver")

Follow = Callable[[UnitOfWork], tuple[EffectRow, ...]]
"""What follows in the same transaction; returns look-ups to be run after it."""


@dataclass(frozen=True, slots=True)
class Done:
    """It happened."""

    then: Follow | None = None
    provider_ref: str | None = None


@dataclass(frozen=True, slots=True)
class Later:
    """It surely did not happen and may be tried again. `given_up` follows when patience ends."""

    reason: str
    policy: Policy = MESSAGE
    retry_after: float | None = None
    delayed: Follow | None = None
    """Follows the first failure only: somebody may have to be told."""
    given_up: Follow | None = None
    expected: bool = False
    """It is nobody's fault: waiting belongs to it."""


_PERHAPS = "outcome unknown: "


def perhaps_sent(effect: EffectRow, reason: str, given_up: Follow | None = None) -> Later:
    """What neither is known to have gone nor not to have, and may go twice: prompts and receipts.

    Neither SMS nor Telegram takes an idempotency key, and twice is better than never. After a long time in
    which surely nothing went, it still goes once more.
    """
    again = (effect.error or "").startswith(_PERHAPS)
    return Later(_PERHAPS + reason, UNSURE if again else MESSAGE, given_up=given_up)


@dataclass(frozen=True, slots=True)
class Never:
    """It will not happen; a human sees it on the desk."""

    reason: str
    then: Follow | None = None


@dataclass(frozen=True, slots=True)
class Unknown:
    """Nobody knows whether it happened, and it must not happen twice."""

    reason: str


@dataclass(frozen=True, slots=True)
class Unwanted:
    """It is not wanted any more."""

    reason: str
    then: Follow | None = None


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a refusal: whether something else goes on in its place."""

    goes_on: bool
    look_ups: tuple[EffectRow, ...] = ()


@dataclass(frozen=True, slots=True)
class TermsRefused:
    """It did not happen, and will not on these terms. Unless other ones take their place, a human sees it."""

    reason: str
    then: Callable[[UnitOfWork], Taken]


Result = Done | Later | Never | Unknown | Unwanted | TermsRefused


class LeaseLost(Exception):
    """Somebody else has the effect now; nothing of this attempt may be written."""


def settle(app: Application, effect: EffectRow, result: Result) -> tuple[EffectRow, ...]:
    """Write down what became of an attempt, with all that follows, in one transaction.

    Returns look-ups to be run now. A lost lease changes nothing.
    """

    def work() -> tuple[EffectRow, ...]:
        with app.database.write() as uow:
            return _settle(app, uow, effect, result)

    try:
        return again_on_conflict(work)
    except LeaseLost:
        log.warning(
            "effect %s (%s): the lease was lost; its result is left to its new holder", effect.id, effect.kind
        )
        return ()


def _settle(app: Application, uow: UnitOfWork, effect: EffectRow, result: Result) -> tuple[EffectRow, ...]:
    now = app.clock()
    match result:
        case Done():
            _held(uow.outbox.complete(effect, now, provider_ref=result.provider_ref))
            return result.then(uow) if result.then else ()
        case Later():
            return _later(app, uow, effect, result)
        case Never():
            _held(uow.outbox.park(effect, now, result.reason))
            log.error("effect %s (%s) given up: %s", effect.id, effect.kind, result.reason)
            return result.then(uow) if result.then else ()
        case Unknown():
            _held(uow.outbox.unknown(effect, now, result.reason))
            log.error("effect %s (%s) has an unknown outcome: %s", effect.id, effect.kind, result.reason)
            return ()
        case Unwanted():
            _held(uow.outbox.drop(effect, now, result.reason))
            return result.then(uow) if result.then else ()
        case TermsRefused():
            return _refused(uow, effect, result, now)
        case _:
            assert_never(result)


def _refused(
    uow: UnitOfWork, effect: EffectRow, result: TermsRefused, now: datetime
) -> tuple[EffectRow, ...]:
    """It leaves its lane first, so that what takes its place can be done at once."""
    _held(uow.outbox.park(effect, now, result.reason))
    taken = result.then(uow)
    if taken.goes_on:
        uow.outbox.resolve(effect.brand_id, effect.id, now, done=False)
        log.info("effect %s (%s) refused, and followed up: %s", effect.id, effect.kind, result.reason)
    else:
        log.error("effect %s (%s) given up: %s", effect.id, effect.kind, result.reason)
    return taken.look_ups


def _later(app: Application, uow: UnitOfWork, effect: EffectRow, result: Later) -> tuple[EffectRow, ...]:
    now = app.clock()
    # Jitter keeps a crowd from coming back at once; nothing secret about it.
    elapsed = now - (effect.tried_since or now)
    delay = next_delay(result.policy, effect.attempts, random.random(), result.retry_after, elapsed)
    if delay is None:
        _held(uow.outbox.park(effect, now, f"given up after {effect.attempts} attempts: {result.reason}"))
        return result.given_up(uow) if result.given_up else ()
    _held(uow.outbox.retry(effect, now + delay, result.reason))
    level = logging.DEBUG if result.expected else logging.WARNING
    log.log(level, "effect %s (%s) put off by %s: %s", effect.id, effect.kind, delay, result.reason)
    return result.delayed(uow) if result.delayed and effect.attempts == 1 else ()


def _held(changed: bool) -> None:
    if not changed:
        raise LeaseLost
