"""Agents and their log-ins."""

from datetime import datetime

from sqlalchemy import Index, LargeBinary, UniqueConstraint
from sqlmodel import Field, SQLModel

from storage.tables.columns import key_column, reference, table_of, text_column, time_column


class Agent(SQLModel, table=True):
    """Somebody who works at the desk (``agent``) or edits scripts as well (``admin``)."""

    __tablename__ = "agent"
    __table_args__ = (UniqueConstraint("brand_id", "email", name="agent_brand_email"),)

    id: str = key_column()
    brand_id: str = reference("brand.id")
    email: str = text_column()
    name: str = text_column()
    role: str = text_column()
    password_hash: str = text_column()
    active: bool
    created_at: datetime = time_column()


class AgentSession(SQLModel, table=True):
    """A log-in. Only the token's hash is kept, so a stolen copy of the table opens nothing."""

    __tablename__ = "agent_session"
    __table_args__ = (
        Index("agent_session_agent", "agent_id"),
        Index("agent_session_expires", "expires_at"),
    )

    token_hash: bytes = Field(sa_type=LargeBinary, primary_key=True)
    brand_id: str = reference("brand.id")
    agent_id: str = reference("agent.id")
    csrf: str = text_column()
    created_at: datetime = time_column()
    expires_at: datetime = time_column()


agent = table_of(Agent)
agent_session = table_of(AgentSession)
