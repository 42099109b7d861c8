"""The sequencer: everything sealed comes into the log once, in order, whoever is killed when."""

import stat
import threading
from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta

import pytest
from sqlalchemy import text

from bot.records.log.checkpoints import opened
from bot.records.log.copies import Copies, Copy
from bot.records.log.proofs import as_tlog_proof, read_proof, verify_consistency, verify_inclusion
from bot.records.log.sequencer import BATCH, EVERY, Sequencer
from bot.records.log.stored import NotOurs, consistency_of, proof_of
from storage.database import Database
from storage.repositories.cases import RecordRow
from storage.repositories.record_log import CheckpointRow, EntryRow, LogRow
from tests.bot.records.log import reference
from tests.bot.records.log.sealing import killed_before, log_all, other_process, seal_some
from tests.bot.web.chat.house import KEYS, House


def log_of(house: House) -> LogRow:
    with house.app.database.read() as uow:
        found = uow.record_logs.get(house.brand.id)
    assert found is not None
    return found


def entries(house: House) -> list[EntryRow]:
    with house.app.database.read() as uow:
        return uow.record_logs.entries(house.brand.id, 0, 10_000)


def newest(house: House) -> CheckpointRow:
    with house.app.database.read() as uow:
        found = uow.record_logs.newest_checkpoint(house.brand.id)
    assert found is not None
    return found


def copies(house: House) -> list[Copy]:
    return list(Copies(house.app.settings.checkpoints).of("demo"))


def holds(house: House, rows: list[RecordRow]) -> None:
    """The log has exactly these, in this order, under a checkpoint that says so, and proves each."""
    found = entries(house)
    assert [each.record_id for each in found] == [row.id for row in rows]
    assert [each.position for each in found] == list(range(len(rows)))
    public, log = house.brand.signing_public, log_of(house)
    point = opened(newest(house).note, public).checkpoint
    assert (point.size, point.origin) == (len(rows), log.origin)
    assert point.root == reference.mth([row.digest for row in rows])
    with house.app.database.read() as uow:
        for row in rows[:3] + rows[-3:]:
            proof = proof_of(uow, row)
            assert proof is not None
            verify_inclusion(read_proof(as_tlog_proof(proof)), row.digest, public)


def test_records_come_into_the_log_in_the_order_of_their_sealing(house: House) -> None:
    rows = seal_some(house, 5)

    assert log_all(house) == 5
    assert log_all(house) == 0

    holds(house, rows)


def test_many_are_appended_in_batches(house: House) -> None:
    rows = sorted(seal_some(house, 2 * BATCH + 1, house.clock()), key=lambda row: row.id)

    assert log_all(house) == len(rows)

    holds(house, rows)
    assert len(copies(house)) == 1


def test_a_checkpoint_begins_with_every_one_before(house: House) -> None:
    rows, notes = [], []
    for count in (1, 2, 5, 300):
        rows += seal_some(house, count)
        log_all(house)
        notes.append(newest(house).note)

    holds(house, rows)
    public = house.brand.signing_public
    with house.app.database.read() as uow:
        for note in notes:
            old, new = verify_consistency(consistency_of(uow, house.brand.id, note, public), public)
            assert (old.checkpoint.size <= new.checkpoint.size, new.checkpoint.size) == (True, len(rows))


def test_a_proof_is_the_same_whenever_it_is_asked_for(house: House) -> None:
    (row,) = seal_some(house, 1)
    log_all(house)
    with house.app.database.read() as uow:
        before = proof_of(uow, row)
    seal_some(house, 3)
    log_all(house)

    with house.app.database.read() as uow:
        assert proof_of(uow, row) == before


def test_a_record_that_waits_has_no_proof_yet(house: House) -> None:
    (row,) = seal_some(house, 1)

    with house.app.database.read() as uow:
        assert proof_of(uow, row) is None


def test_nothing_is_signed_where_nothing_was_added_but_once_a_day(house: House) -> None:
    seal_some(house, 1)
    log_all(house)
    first = newest(house)
    house.clock.go_on(hours=23)
    log_all(house)
    assert newest(house) == first

    house.clock.go_on(hours=2)
    log_all(house)

    signed = opened(newest(house).note, house.brand.signing_public)
    assert signed.checkpoint.size == 1
    assert signed.at == house.clock().replace(microsecond=0)
    assert len(copies(house)) == 2


def test_a_log_is_signed_once_a_second_whoever_does_it(house: House, second: Database) -> None:
    one, other = (Sequencer(each, EVERY) for each in (house.app, other_process(house.app, second)))
    (first,) = seal_some(house, 1, house.clock())
    assert one.go_on() == 1
    (later,) = seal_some(house, 1, house.clock())
    house.clock.go_on(seconds=0.9)
    assert (one.go_on(), other.go_on()) == (0, 0)
    house.clock.go_on(seconds=0.1)
    assert other.go_on() == 1

    holds(house, [first, later])


def test_what_was_sealed_before_and_came_late_is_appended_all_the_same(house: House) -> None:
    begin = house.clock()
    (first,) = seal_some(house, 1)
    log_all(house)
    (late,) = seal_some(house, 1, begin)
    log_all(house)

    holds(house, [first, late])


def test_killed_at_any_write_nothing_is_lost_or_twice(house: House) -> None:
    rows = seal_some(house, 3)
    killed = 0
    while True:
        with killed_before(house.app.database, killed) as survived, suppress(KeyboardInterrupt):
            log_all(house)
        if survived:
            break
        killed += 1
        house.clock.go_on(seconds=11)  # the lease of whoever was killed is over

    assert killed > 5
    holds(house, rows)
    assert [each.note for each in copies(house)] == [newest(house).note]


@pytest.fixture
def second(house: House) -> Iterator[Database]:
    """The database as another process has it."""
    opened_again = Database.open(house.app.settings.database_url, KEYS)
    yield opened_again
    opened_again.close()


def test_two_at_once_append_everything_once(house: House, second: Database) -> None:
    rows: list[RecordRow] = []
    sequencers = [Sequencer(house.app), Sequencer(other_process(house.app, second))]
    over = threading.Event()

    def work(each: Sequencer) -> None:
        while not over.is_set():
            each.go_on()

    threads = [threading.Thread(target=work, args=(each,)) for each in sequencers]
    for thread in threads:
        thread.start()
    for _ in range(20):
        rows += seal_some(house, 2)
    over.set()
    for thread in threads:
        thread.join()
    log_all(house)

    found = entries(house)
    assert sorted(each.record_id for each in found) == sorted(row.id for row in rows)
    point = opened(newest(house).note, house.brand.signing_public).checkpoint
    assert point.root == reference.mth([each.digest for each in found])


def test_who_holds_the_lease_is_left_to_it(house: House, second: Database) -> None:
    rows = seal_some(house, 1)
    now = house.clock()
    with second.write() as uow:
        held = uow.record_logs.acquire(house.brand.id, "o", "another", now, timedelta(seconds=10))
    assert held is not None

    assert log_all(house) == 0
    house.clock.go_on(seconds=11)
    assert log_all(house) == 1

    holds(house, rows)


def test_copies_are_put_outside_and_never_changed(house: House) -> None:
    seal_some(house, 1)
    log_all(house)
    (copy,) = copies(house)
    assert copy.note == newest(house).note
    assert opened(copy.note, house.brand.signing_public).checkpoint.size == 1
    assert not copy.path.stat().st_mode & stat.S_IXUSR

    again = Copies(house.app.settings.checkpoints)
    point = newest(house)
    again.keep("demo", log_of(house).origin, 1, point.signed_at, point.note)
    assert copies(house) == [copy]
    other = again.keep("demo", log_of(house).origin, 1, point.signed_at, b"another")

    assert other != copy.path
    assert copy.path.read_bytes() == point.note


def test_a_second_place_that_cannot_be_written_is_tried_again(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    place = house.app.settings.checkpoints
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text("in the way")
    sequencer = Sequencer(house.app)
    seal_some(house, 1)
    sequencer.go_on()
    sequencer.go_on()
    assert newest(house).copied_at is None
    assert caplog.text.count("cannot be copied to") == 1

    place.unlink()
    sequencer.go_on()

    assert newest(house).copied_at is not None
    assert [each.note for each in copies(house)] == [newest(house).note]


EDITS = {
    "an entry's leaf": "UPDATE record_log_tile SET hashes = :hashes WHERE level = 0",
    "a tile cut short": "UPDATE record_log_tile SET hashes = :short WHERE level = 0",
    "the size": "UPDATE record_log SET size = 2",
    "the name": "UPDATE record_log SET origin = 'x/records/demo/other'",
    "a forged checkpoint": "UPDATE record_checkpoint SET note = :forged",
}


@pytest.mark.parametrize("edit", EDITS)
def test_over_a_tree_that_was_tampered_with_nothing_is_signed(
    house: House, edit: str, caplog: pytest.LogCaptureFixture
) -> None:
    seal_some(house, 3)
    log_all(house)
    before = len(copies(house))
    values = {
        "hashes": b"\1" * 96,
        "short": b"\1" * 64,
        "forged": newest(house).note.replace(b"\n3\n", b"\n2\n"),
    }
    statement = EDITS[edit]
    with house.app.database.engine.begin() as connection:
        connection.execute(
            text(statement), {name: values[name] for name in values if f":{name}" in statement}
        )
    seal_some(house, 1)

    assert log_all(house) == 0

    assert "nothing is appended to the log of demo" in caplog.text
    assert len(copies(house)) == before


def test_who_has_signed_more_signs_no_less(house: House) -> None:
    """An older state of the database is put back while the worker runs."""
    sequencer = Sequencer(house.app)
    seal_some(house, 1)
    sequencer.go_on()
    rows = seal_some(house, 1)
    sequencer.go_on()
    with house.app.database.engine.begin() as connection:
        for statement in (
            "DELETE FROM record_checkpoint WHERE size = 2",
            "DELETE FROM record_log_entry WHERE position = 1",
            "UPDATE record_log SET size = 1, signed_size = 1",
        ):
            connection.execute(text(statement))
        connection.execute(text("DELETE FROM record WHERE id = :id"), {"id": rows[0].id})
    seal_some(house, 1)

    assert sequencer.go_on() == 0
    assert newest(house).size == 1


def test_a_checkpoint_of_another_log_cannot_be_followed(house: House) -> None:
    seal_some(house, 2)
    log_all(house)
    note = newest(house).note
    with house.app.database.write() as uow:
        uow.brands.clear(house.brand.id)
    seal_some(house, 1)
    log_all(house)

    with house.app.database.read() as uow, pytest.raises(NotOurs, match="is not there any more"):
        consistency_of(uow, house.brand.id, note, house.brand.signing_public)
