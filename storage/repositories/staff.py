"""Agents and their log-ins."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import delete, insert, select, update

from dialogs.ids import AgentId, BrandId
from storage.ids import new_id
from storage.repositories.rows import Repository, Shape
from storage.statements import given, like
from storage.tables import agent, agent_session

Role = Literal["agent", "admin"]


@dataclass(frozen=True, slots=True)
class AgentRow:
    """Somebody of a brand's staff."""

    id: AgentId
    brand_id: BrandId
    email: str
    name: str
    role: Role
    password_hash: str
    active: bool
    created_at: datetime


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A log-in; ``token_hash`` is the hash of the cookie's value."""

    token_hash: bytes
    brand_id: BrandId
    agent_id: AgentId
    csrf: str
    created_at: datetime
    expires_at: datetime


_AGENT = Shape(agent, AgentRow)
_a = agent.c
_AGENTS = select(*_AGENT.columns).where(_a.brand_id == given("brand_id"))
_BY_ID = _AGENTS.where(_a.id == given("id"))
_BY_EMAIL = _AGENTS.where(_a.email == given("email"))
_OF_BRAND = _AGENTS.order_by(_a.email)
_ADD = insert(agent)
_SAVE = update(agent).where(_a.id == given("the_id"), _a.brand_id == given("the_brand"))

_SESSION = Shape(agent_session, SessionRow, key=("token_hash",))
_s = agent_session.c
_ADD_SESSION = insert(agent_session)
# The agent is read with every session: whoever is deactivated or changes role is so at once.
_BY_TOKEN = (
    select(*_SESSION.columns, *_AGENT.columns)
    .join_from(agent_session, agent, _a.id == _s.agent_id)
    .where(
        _s.token_hash == given("token_hash"), _s.expires_at > like(_s.expires_at, "now"), _a.active.is_(True)
    )
)
_END = delete(agent_session).where(_s.token_hash == given("token_hash"))
_END_ALL = delete(agent_session).where(_s.agent_id == given("agent_id"))
_FORGET = delete(agent_session).where(_s.expires_at < like(_s.expires_at, "before"))


class Agents(Repository):
    """The staff, and who is logged in."""

    __slots__ = ()

    def add(
        self, brand_id: BrandId, *, email: str, name: str, role: Role, password_hash: str, now: datetime
    ) -> AgentRow:
        """Make an agent; the address is kept in lower case. Raises Conflict when the brand has it already."""
        row = AgentRow(AgentId(new_id()), brand_id, email.lower(), name, role, password_hash, True, now)
        self._at.run(_ADD, _AGENT.values(row, self._at.vault))
        return row

    def get(self, brand_id: BrandId, agent_id: AgentId) -> AgentRow | None:
        """The agent, or None."""
        return self._one(_BY_ID, {"brand_id": brand_id, "id": agent_id})

    def by_email(self, brand_id: BrandId, email: str) -> AgentRow | None:
        """The agent with this address in any case, or None."""
        return self._one(_BY_EMAIL, {"brand_id": brand_id, "email": email.lower()})

    def of_brand(self, brand_id: BrandId) -> list[AgentRow]:
        """A brand's staff, by address."""
        rows = self._at.run(_OF_BRAND, {"brand_id": brand_id})
        return [_AGENT.read(found, self._at.vault) for found in rows]

    def save(self, row: AgentRow) -> bool:
        """Overwrite name, address, role, password and whether active. Raises Conflict: address taken."""
        values = _AGENT.values(row, self._at.vault)
        for kept in ("id", "brand_id", "created_at"):
            del values[kept]
        return self._at.run(_SAVE, {"the_id": row.id, "the_brand": row.brand_id, **values}).rowcount == 1

    def begin_session(
        self, of: AgentRow, *, token_hash: bytes, csrf: str, now: datetime, expires_at: datetime
    ) -> SessionRow:
        """Keep a log-in."""
        row = SessionRow(token_hash, of.brand_id, of.id, csrf, now, expires_at)
        self._at.run(_ADD_SESSION, _SESSION.values(row, self._at.vault))
        return row

    def session(self, token_hash: bytes, now: datetime) -> tuple[SessionRow, AgentRow] | None:
        """The log-in and its agent as they are now; None when ended, expired, or the agent is not active."""
        found = self._at.run(_BY_TOKEN, {"token_hash": token_hash, "now": now}).first()
        if found is None:
            return None
        width = len(_SESSION.columns)
        return SessionRow(*found[:width]), AgentRow(*found[width:])

    def end_session(self, token_hash: bytes) -> None:
        """Log out."""
        self._at.run(_END, {"token_hash": token_hash})

    def end_sessions_of(self, agent_id: AgentId) -> int:
        """Log an agent out everywhere; how many log-ins that were."""
        return self._at.run(_END_ALL, {"agent_id": agent_id}).rowcount

    def forget_sessions(self, before: datetime) -> int:
        """Remove the log-ins that expired before a moment; how many."""
        return self._at.run(_FORGET, {"before": before}).rowcount

    def _one(self, statement: Any, values: dict[str, Any]) -> AgentRow | None:
        found = self._at.run(statement, values).first()
        return None if found is None else _AGENT.read(found, self._at.vault)
