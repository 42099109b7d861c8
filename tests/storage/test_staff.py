"""Agents, their log-ins, and revisions of scripts."""

from dataclasses import replace

import pytest

from storage.database import Database
from storage.errors import Conflict
from storage.repositories.revisions import RevisionRow
from storage.repositories.staff import AgentRow
from tests.storage.scene import MINUTE, NOW, SECOND, Brand, add_brand

TOKEN = b"t" * 32


@pytest.fixture
def agent(database: Database, brand: Brand) -> AgentRow:
    """Ada, at Acme's desk."""
    with database.write() as work:
        return work.agents.add(
            brand.id, email="Ada@Acme.example", name="Ada", role="agent", password_hash="x", now=NOW
        )


def test_an_agent_is_found_by_address_in_any_case(database: Database, brand: Brand, agent: AgentRow) -> None:
    other = add_brand(database, "other")
    with database.read() as work:
        assert work.agents.by_email(brand.id, "ADA@acme.example") == agent
        assert work.agents.get(brand.id, agent.id) == agent
        assert work.agents.of_brand(brand.id) == [agent]
        assert work.agents.by_email(other.id, "ada@acme.example") is None
        assert work.agents.get(other.id, agent.id) is None


def test_an_address_is_used_once_in_a_brand(database: Database, brand: Brand, agent: AgentRow) -> None:
    with pytest.raises(Conflict), database.write() as work:
        work.agents.add(brand.id, email=agent.email, name="B", role="admin", password_hash="x", now=NOW)


def test_a_log_in_is_valid_until_it_expires(database: Database, agent: AgentRow) -> None:
    begin(database, agent)

    with database.read() as work:
        found = work.agents.session(TOKEN, NOW + MINUTE - SECOND)
        assert work.agents.session(TOKEN, NOW + MINUTE) is None
        assert work.agents.session(b"o" * 32, NOW) is None
    assert found is not None
    assert (found[0].csrf, found[1]) == ("c", agent)


def test_who_logs_out_is_out(database: Database, agent: AgentRow) -> None:
    begin(database, agent)
    with database.write() as work:
        work.agents.end_session(TOKEN)
        assert work.agents.session(TOKEN, NOW) is None


def test_a_role_or_access_taken_away_is_so_at_once(database: Database, agent: AgentRow) -> None:
    begin(database, agent)
    with database.write() as work:
        work.agents.save(replace(agent, role="admin"))
        promoted = work.agents.session(TOKEN, NOW)
        work.agents.save(replace(agent, active=False))
        dismissed = work.agents.session(TOKEN, NOW)

    assert promoted is not None
    assert promoted[1].role == "admin"
    assert dismissed is None


def test_an_agent_can_be_logged_out_everywhere(database: Database, agent: AgentRow) -> None:
    begin(database, agent)
    begin(database, agent, b"u" * 32)
    with database.write() as work:
        assert work.agents.end_sessions_of(agent.id) == 2
        assert work.agents.session(TOKEN, NOW) is None


def test_expired_log_ins_are_forgotten(database: Database, agent: AgentRow) -> None:
    begin(database, agent)
    with database.write() as work:
        assert work.agents.forget_sessions(NOW + MINUTE) == 0
        assert work.agents.forget_sessions(NOW + MINUTE + SECOND) == 1


def test_revisions_are_numbered_and_one_is_published(database: Database, brand: Brand) -> None:
    first, second = add_revision(database, brand), add_revision(database, brand)
    with database.write() as work:
        assert work.revisions.published(brand.id, "leave") is None
        work.revisions.publish(first, NOW + MINUTE)
        published = work.revisions.publish(second, NOW + 2 * MINUTE)
        assert work.revisions.published(brand.id, "leave") == published
        retired = work.revisions.get(brand.id, first.id)

    assert (first.number, second.number) == (1, 2)
    assert published == replace(second, status="published", published_at=NOW + 2 * MINUTE)
    assert retired == replace(first, status="retired", published_at=NOW + MINUTE)
    with database.read() as work:
        assert work.revisions.of_script(brand.id, "leave") == [published, retired]


def test_an_old_revision_can_be_published_again(database: Database, brand: Brand) -> None:
    first, second = add_revision(database, brand), add_revision(database, brand)
    with database.write() as work:
        for each in (first, second, first, first):
            work.revisions.publish(each, NOW)
        found = work.revisions.published(brand.id, "leave")

    assert found is not None
    assert found.id == first.id


def test_revisions_do_not_cross_between_brands(database: Database, brand: Brand) -> None:
    other = add_brand(database, "other")
    revision = add_revision(database, brand)

    assert add_revision(database, other).number == 1
    with database.read() as work:
        assert work.revisions.get(other.id, revision.id) is None


def begin(database: Database, agent: AgentRow, token: bytes = TOKEN) -> None:
    with database.write() as work:
        work.agents.begin_session(agent, token_hash=token, csrf="c", now=NOW, expires_at=NOW + MINUTE)


def add_revision(database: Database, brand: Brand) -> RevisionRow:
    with database.write() as work:
        return work.revisions.add(
            brand.id, script="leave", body="{}", digest="d", author="Ada", message="m", now=NOW
        )
