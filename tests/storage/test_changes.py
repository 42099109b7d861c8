"""Wake-ups reach this process and the others."""

import queue
from collections.abc import Callable, Iterator

import pytest

from storage.changes import Changes
from storage.database import Database
from storage.transaction import Topics
from tests.storage.scene import KEYS

ANYTHING: Topics = frozenset()
Heard = queue.SimpleQueue[Topics]


@pytest.fixture
def changes(database: Database) -> Iterator[Changes]:
    """The watcher of this process."""
    with Changes(database) as watcher:
        yield watcher


@pytest.fixture
def of_second(second: Database) -> Iterator[Changes]:
    """The watcher of another process."""
    with Changes(second) as watcher:
        yield watcher


def test_an_own_commit_wakes_with_its_topics(database: Database, changes: Changes) -> None:
    heard = listen(changes)
    settle(heard)
    change(database, "desk", "outbox")

    # Both sources may tell of it at once; then it is only known that something changed.
    assert wait_for(heard, tells_of("desk")) in ({"desk", "outbox"}, ANYTHING)


def test_a_commit_of_another_process_wakes(database: Database, changes: Changes, of_second: Changes) -> None:
    heard = listen(of_second)
    settle(heard)
    change(database, "desk")

    expected = {"desk"} if database.dialect == "postgresql" else ANYTHING
    assert wait_for(heard, lambda topics: topics == expected) == expected


def test_a_rollback_wakes_nobody(database: Database, changes: Changes) -> None:
    heard = listen(changes)
    settle(heard)
    with database.read() as work:
        work.notify("desk")

    with pytest.raises(queue.Empty):
        heard.get(timeout=0.3)


def test_a_subscription_ends(database: Database, changes: Changes) -> None:
    heard: Heard = queue.SimpleQueue()
    stop = changes.subscribe(heard.put)
    stop()
    settle(listen(changes))
    change(database, "desk")

    with pytest.raises(queue.Empty):
        heard.get(timeout=0.3)


def test_a_failing_subscriber_does_not_keep_the_others_from_hearing(
    database: Database, changes: Changes, caplog: pytest.LogCaptureFixture
) -> None:
    changes.subscribe(lambda _: [][0])
    heard = listen(changes)
    settle(heard)
    change(database, "desk")

    assert wait_for(heard, tells_of("desk")) in ({"desk"}, ANYTHING)
    assert "a subscriber to changes failed" in caplog.text


def test_many_topics_are_told_as_anything(database: Database, changes: Changes, of_second: Changes) -> None:
    heard = listen(of_second)
    settle(heard)
    change(database, *(f"conversation:{number:032}" for number in range(300)))

    assert wait_for(heard, lambda topics: topics == ANYTHING) == ANYTHING


@pytest.mark.slow
@pytest.mark.postgresql
def test_a_broken_connection_is_made_again(postgres_url: str) -> None:
    database = Database.open(postgres_url, KEYS)
    with Changes(database) as changes:
        heard = listen(changes)
        settle(heard)
        with database.administer() as connection:
            connection.exec_driver_sql(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )

        # What was missed meanwhile is unknown: on the new connection everybody looks.
        assert wait_for(heard, lambda topics: topics == ANYTHING) == ANYTHING
    database.close()


def listen(changes: Changes) -> Heard:
    heard: Heard = queue.SimpleQueue()
    changes.subscribe(heard.put)
    return heard


def settle(heard: Heard) -> None:
    """Wait until the watcher is at work and has told what was before."""
    try:
        while True:
            heard.get(timeout=0.4)
    except queue.Empty:
        return


def tells_of(topic: str) -> Callable[[Topics], bool]:
    return lambda topics: topic in topics or topics == ANYTHING


def wait_for(heard: Heard, expected: Callable[[Topics], bool]) -> Topics:
    while not expected(topics := heard.get(timeout=10)):
        pass
    return topics


def change(database: Database, *topics: str) -> None:
    with database.write() as work:
        work.settings.set("changed", "yes")
        for topic in topics:
            work.notify(topic)
