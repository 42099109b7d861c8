"""The outbox: effects, done at least once, in order per lane, by whoever holds the lease.

Every change of an effect that somebody holds is conditional on the fence they were given, so a process that
slept beyond its lease changes nothing. How lanes work is told in ``storage.tables.outbox``.
"""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any, Protocol

from dialogs.ids import BrandId, CaseId, ConversationId, EffectId, PersonId
from storage.errors import Erased
from storage.ids import new_id
from storage.repositories import outbox_statements as sql
from storage.repositories.effects import SHAPE, Claimed, EffectRow, NewEffect, PutOff, State
from storage.repositories.lanes import Lanes


class Held(Protocol):
    """What is needed of an effect to finish it: the row as read, or the database's."""

    @property
    def id(self) -> EffectId: ...
    @property
    def lane(self) -> str: ...
    @property
    def fence(self) -> int: ...


class Outbox(Lanes):
    """What is to be done outside."""

    __slots__ = ()

    def add(self, effects: Sequence[NewEffect], now: datetime) -> list[EffectId]:
        """Add effects in order; one whose key the brand used before is left out silently.

        What an effect depends on must be stored or come before it. Returns the ids that were given to them,
        also for those left out.
        """
        rows = [_row(new, now) for new in effects]
        if rows:
            self._lock_dependencies(row.depends_on for row in rows)
            self._lock_lanes(row.lane for row in rows)
            self._at.run(sql.ADD, [self._values(row) for row in rows])
            self._at.topics.add("outbox")
        return [row.id for row in rows]

    def add_leased(self, new: NewEffect, now: datetime, owner: str, lease: timedelta) -> EffectRow | None:
        """Add an effect as claimed by this process already, to be done right after the commit.

        Such an effect has a lane of its own and depends on nothing (ValueError). None when its key was used.
        """
        if new.lane is not None or new.depends_on is not None:
            raise ValueError("an effect created as leased has a lane of its own and depends on nothing")
        row = _row(new, now, leased_by=owner, lease_until=now + lease)
        values = SHAPE.values(row, self._at.vault)
        del values["seq"]
        return None if self._at.run(sql.ADD_LEASED, values).first() is None else row

    def claim(
        self,
        now: datetime,
        owner: str,
        lease: timedelta,
        limit: int = 10,
        kinds: Sequence[str] | None = None,
    ) -> list[Claimed]:
        """Take up to ``limit`` effects, the longest due first, of certain kinds only when given.

        Those whose lease ran out come first. What is not wanted any more (its epoch passed, its person
        erased) is dropped here and not returned.
        """
        values = {"now": now, "the_owner": owner, "until": now + lease}
        claimed: list[Claimed] = []
        for statement, of_kind, interrupted in sql.claims(kinds):
            if len(claimed) < limit:
                found = self._at.run(statement, {**values, **of_kind, "limit": limit - len(claimed)}).all()
                claimed += self._usable(found, now, interrupted)
        return claimed

    def claim_by_id(self, effect_id: EffectId, now: datetime, owner: str, lease: timedelta) -> Claimed | None:
        """Take one effect if it is due and first of its lane; None otherwise."""
        values = {"the_id": effect_id, "now": now, "the_owner": owner, "until": now + lease}
        found = self._at.run(sql.CLAIM_ONE, values).all()
        return next(iter(self._usable(found, now, interrupted=False)), None)

    def extend(self, held: EffectRow, until: datetime) -> bool:
        """Keep the lease longer. False when it was lost."""
        values = {"the_id": held.id, "the_fence": held.fence, "lease_until": until}
        return self._at.run(sql.HELD, values).rowcount == 1

    def complete(
        self, held: EffectRow, now: datetime, result: bytes | None = None, provider_ref: str | None = None
    ) -> bool:
        """Done; what depends on it goes on. ``provider_ref`` finds it again when a status report comes.

        False, and nothing changed, when the lease was lost.
        """
        sealed = SHAPE.seal(held, "result", result, self._at.vault)
        values = {"done_at": now, "result_enc": sealed, "provider_ref": provider_ref, "error": None}
        dependents = self._dependents(held.id, held.lane)
        if not self._finish(held, "done", values):
            return False
        self._release(dependents)
        return True

    def retry(self, held: EffectRow, due_at: datetime, error: str) -> bool:
        """Try again at ``due_at``; its lane waits until then. False when the lease was lost."""
        values = {"the_id": held.id, "the_fence": held.fence, "due_at": due_at, "error": error}
        released = {"state": "due", "lease_owner": None, "lease_until": None}
        self._at.topics.add("outbox")
        return self._at.run(sql.HELD, {**values, **released}).rowcount == 1

    def park(self, held: EffectRow, now: datetime, error: str) -> bool:
        """Give up, for a human to see; it leaves its lane. False when the lease was lost."""
        return self._leave(held, "parked", now, error)

    def unknown(self, held: EffectRow, now: datetime, error: str) -> bool:
        """Nobody knows whether it happened; it leaves its lane. False when the lease was lost."""
        return self._leave(held, "unknown", now, error)

    def drop(self, held: EffectRow, now: datetime, reason: str) -> bool:
        """Not wanted any more; it leaves its lane. False when the lease was lost."""
        return self._leave(held, "dropped", now, reason)

    def drop_stale(self, conversation_id: ConversationId, epoch: int, now: datetime) -> list[EffectId]:
        """Drop the conversation's dialog replies of an earlier epoch that nobody is sending just now."""
        which = {"the_conversation": conversation_id, "new_epoch": epoch}
        return self._drop_unleased(sql.DROP_STALE, which, now, "taken over")

    def drop_of_case(self, case_id: CaseId, kind: str, now: datetime, reason: str) -> list[EffectId]:
        """Drop a case's effects of a kind that are not done yet and that nobody is doing just now."""
        return self._drop_unleased(sql.DROP_OF_CASE, {"the_case": case_id, "the_kind": kind}, now, reason)

    def drop_of_person(self, person_id: PersonId, now: datetime) -> list[EffectId]:
        """Drop what is not done yet for a person, before they are erased."""
        return self._drop_unleased(sql.DROP_OF_PERSON, {"the_person": person_id}, now, "erased")

    def is_busy_for(self, persons: Sequence[PersonId], now: datetime) -> bool:
        """Whether somebody is doing something for one of these persons just now."""
        return self._at.run(sql.BEING_DONE, {"the_persons": list(persons), "now": now}).first() is not None

    def forget(self, persons: Sequence[PersonId]) -> None:
        """Of what was done or given up for persons who are erased, keep nothing that names them."""
        self._at.run(sql.DROP_GIVEN_UP, {"the_persons": list(persons)})
        self._at.run(sql.FORGET, {"the_persons": list(persons)})

    def of_persons(self, brand_id: BrandId, persons: Sequence[PersonId]) -> list[EffectRow]:
        """All that was, is or is to be done for these persons, in order."""
        return self._list(sql.BY_PERSONS, {"brand_id": brand_id, "the_persons": list(persons)})

    def drop_of_brand(self, brand_id: BrandId, now: datetime) -> list[EffectId]:
        """Drop what is not done yet for a brand and that nobody is doing just now."""
        return self._drop_unleased(sql.DROP_OF_BRAND, {"the_brand": brand_id}, now, "put back as it was")

    def is_busy(self, brand_id: BrandId, now: datetime) -> bool:
        """Whether somebody is doing something for the brand just now."""
        return self._at.run(sql.UNDER_WAY, {"brand_id": brand_id, "now": now}).first() is not None

    def requeue(self, brand_id: BrandId, effect_id: EffectId, now: datetime) -> bool:
        """By hand: do a parked or unknown effect again, in its lane. False when it is neither."""
        lane = self._at.run(sql.GIVEN_UP_LANE, {"brand_id": brand_id, "id": effect_id}).scalar()
        if lane is None:
            return False
        self._lock_lanes([lane])
        self._at.topics.add("outbox")
        values = {"the_id": effect_id, "the_brand": brand_id, "the_lane": lane, "due_at": now}
        return self._at.run(sql.REQUEUE, values).rowcount == 1

    def resolve(self, brand_id: BrandId, effect_id: EffectId, now: datetime, *, done: bool) -> bool:
        """By hand: a parked or unknown effect is done after all, or not wanted. False when it is neither."""
        dependents = self._dependents(effect_id) if done else []
        state = "done" if done else "dropped"
        values = {"the_id": effect_id, "the_brand": brand_id, "state": state, "done_at": now}
        if self._at.run(sql.RESOLVE, values).rowcount == 0:
            return False
        self._release(dependents)
        return True

    def rewrite(self, row: EffectRow, payload: bytes) -> None:
        """Keep less of what an effect says, once it was settled. Raises Erased."""
        sealed = SHAPE.seal(row, "payload", payload, self._at.vault)
        self._at.run(sql.REWRITE, {"the_id": row.id, "payload_enc": sealed})

    def settle_by_key(
        self, brand_id: BrandId, key: str, state: State, now: datetime, error: str | None = None
    ) -> bool:
        """By what came in meanwhile: settle an effect that is due, also from under whoever is just doing it.

        Only for effects with a lane of their own. False when there is none, or it was settled before.
        """
        values = {"the_brand": brand_id, "the_key": key, "state": state, "done_at": now, "error": error}
        return self._at.run(sql.SETTLE_BY_KEY, values).rowcount == 1

    def get(self, brand_id: BrandId, effect_id: EffectId) -> EffectRow | None:
        """The effect, or None. Raises Erased."""
        return self._one(sql.BY_ID, {"brand_id": brand_id, "id": effect_id})

    def by_key(self, brand_id: BrandId, key: str) -> EffectRow | None:
        """The effect with this idempotency key, or None. Raises Erased."""
        return self._one(sql.BY_KEY, {"brand_id": brand_id, "key": key})

    def by_provider_ref(self, brand_id: BrandId, provider_ref: str) -> EffectRow | None:
        """The effect that the provider calls this, or None. Raises Erased."""
        return self._one(sql.BY_PROVIDER_REF, {"brand_id": brand_id, "provider_ref": provider_ref})

    def of_case(self, brand_id: BrandId, case_id: CaseId) -> list[EffectRow]:
        """A case's effects, in order; those of an erased person are left out."""
        return self._list(sql.OF_CASE, {"brand_id": brand_id, "case_id": case_id})

    def given_up(self, brand_id: BrandId, limit: int = 100) -> list[EffectRow]:
        """What was parked or is unknown, oldest first: the desk shows it."""
        return self._list(sql.GIVEN_UP, {"brand_id": brand_id, "limit": limit})

    def given_up_of_lane(self, brand_id: BrandId, lane: str) -> list[EffectRow]:
        """What of a lane was parked or is unknown, oldest first."""
        return self._list(sql.GIVEN_UP_OF_LANE, {"brand_id": brand_id, "lane": lane})

    def kinds_in_lane(self, lane: str) -> frozenset[str]:
        """The kinds of effects that are to be done in a lane, its head and those behind."""
        found = (self._at.run(statement, {"lane": lane}).scalars() for statement in sql.KINDS_IN_LANE)
        return frozenset(kind for kinds in found for kind in kinds)

    def put_off(self, brand_id: BrandId, kinds: Collection[str]) -> dict[str, PutOff]:
        """What of these kinds failed and waits to be tried again."""
        asked = {"brand_id": brand_id, "kinds": tuple(kinds)}
        found = self._at.run(sql.PUT_OFF, asked)
        return {kind: PutOff(number, since) for kind, number, since in found}

    def oldest_due(self) -> datetime | None:
        """When the effect that comes next is (or was) due, or None: how far behind the worker is."""
        moment: datetime | None = self._at.run(sql.OLDEST_DUE).scalar()
        return moment

    def _values(self, row: EffectRow) -> dict[str, Any]:
        values = SHAPE.values(row, self._at.vault)
        # The database counts the one and the statement finds the other.
        del values["seq"], values["state"]
        return {**values, "the_lane": row.lane, "the_dependency": row.depends_on}

    def _usable(self, rows: Sequence[Any], now: datetime, interrupted: bool) -> list[Claimed]:
        claimed = []
        for found in sorted(rows, key=lambda row: (row.due_at, row.seq)):
            *columns, current_epoch = found
            if _is_stale(found.epoch, current_epoch):
                self._leave(found, "dropped", now, "taken over")
                continue
            try:
                claimed.append(Claimed(SHAPE.read(columns, self._at.vault), interrupted))
            except Erased:
                self._leave(found, "dropped", now, "erased")
        return claimed

    def _leave(self, held: Held, state: State, now: datetime, error: str) -> bool:
        self._lock_lanes([held.lane])
        return self._finish(held, state, {"done_at": now, "error": error})

    def _finish(self, held: Held, state: State, values: dict[str, Any]) -> bool:
        keys = {"the_id": held.id, "the_fence": held.fence, "state": state, "lease_until": None}
        if self._at.run(sql.HELD, {**keys, **values}).rowcount == 0:
            return False
        if held.lane != held.id:  # in a lane of its own nothing comes next
            self._move_up([held.lane])
        return True

    def _drop_unleased(
        self, which: sql.Droppable, values: dict[str, Any], now: datetime, reason: str
    ) -> list[EffectId]:
        lanes = sorted(set(self._at.run(which.lanes, values).scalars()))
        self._lock_lanes(lanes)
        dropped = self._at.run(which.drop, {**values, "done_at": now, "error": reason}).scalars().all()
        self._move_up(lanes)
        return list(dropped)

    def _one(self, statement: Any, values: dict[str, Any]) -> EffectRow | None:
        found = self._at.run(statement, values).first()
        return None if found is None else SHAPE.read(found, self._at.vault)

    def _list(self, statement: Any, values: dict[str, Any]) -> list[EffectRow]:
        effects = []
        for found in self._at.run(statement, values).all():
            try:
                effects.append(SHAPE.read(found, self._at.vault))
            except Erased:
                continue
        return effects


def _row(
    new: NewEffect, now: datetime, leased_by: str | None = None, lease_until: datetime | None = None
) -> EffectRow:
    effect_id = new.id or EffectId(new_id())
    started = 0 if leased_by is None else 1
    return EffectRow(
        seq=0,
        id=effect_id,
        brand_id=new.brand_id,
        person_id=new.person_id,
        key=new.key,
        kind=new.kind,
        lane=new.lane or effect_id,
        state="leased" if started else "due",
        due_at=new.due_at,
        attempts=started,
        fence=started,
        lease_owner=leased_by,
        lease_until=lease_until,
        depends_on=new.depends_on,
        case_id=new.case_id,
        conversation_id=new.conversation_id,
        epoch=new.epoch,
        provider_ref=None,
        error=None,
        created_at=now,
        done_at=None,
        payload=new.payload,
        result=None,
        tried_since=now if started else None,
    )


def _is_stale(epoch: int | None, current: int | None) -> bool:
    return epoch is not None and current is not None and epoch < current
