"""An insider edits, deletes, reorders, truncates and back-dates, and the audit names it."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.audit.findings import MEANS
from bot.records.log.copies import Copy
from bot.rights.expiring import expire
from storage.times import to_milliseconds
from tests.bot.audit.insider import Insider
from tests.bot.records.log.sealing import log_all, seal_some
from tests.bot.web.chat.visitor import Visitor


def test_where_nothing_was_done_nothing_is_found(insider: Insider) -> None:
    report = insider.report()

    assert report.is_clean, report.ledger.findings
    assert report.ledger.counts == {
        "records": 12,
        "entries": 12,
        "checkpoints": 4,
        "copies": 4,
        # With those of the demo itself.
        "cases": report.ledger.counts["cases"],
    }
    assert report.ledger.counts["cases"] >= 12


def test_an_edited_record(insider: Insider) -> None:
    number = insider.rows[4].number
    insider.sql("UPDATE record SET digest = :d WHERE number = :n", d=b"\1" * 32, n=number)

    assert insider.found() == {("record_edited", number), ("record_forged", number)}


def test_an_edited_record_and_everything_computed_anew(insider: Insider) -> None:
    """All but the signatures, which take the key."""
    number = insider.rows[4].number
    insider.sql("UPDATE record SET digest = :d WHERE number = :n", d=b"\1" * 32, n=number)
    insider.sql("UPDATE record_log_entry SET digest = :d WHERE number = :n", d=b"\1" * 32, n=number)
    insider.rebuild()

    found = insider.found()

    assert {("record_edited", number), ("record_forged", number), ("log_forked", None)} <= found
    assert ("checkpoint_forged", None) in found


def test_contents_moved_from_another_record(insider: Insider) -> None:
    first, second = insider.rows[4].number, insider.rows[5].number
    insider.sql(
        "UPDATE record SET body_enc = (SELECT body_enc FROM record WHERE number = :o) WHERE number = :n",
        o=first,
        n=second,
    )

    assert insider.found() == {("record_unreadable", second)}


def test_one_records_digest_and_signature_in_place_of_anothers(insider: Insider) -> None:
    """Both are genuine, and nothing shows it but what the log and the contents say."""
    first, second = insider.rows[4], insider.rows[5]
    insider.sql(
        "UPDATE record SET digest = :d, signature = :s WHERE number = :n",
        d=first.digest,
        s=first.signature,
        n=second.number,
    )

    assert insider.found() == {("record_edited", second.number)}


def test_a_deleted_record(insider: Insider) -> None:
    row = insider.rows[4]
    insider.sql("DELETE FROM record WHERE id = :id", id=row.id)

    report = insider.report()

    assert {(each.code, each.record) for each in report.ledger.findings} == {
        ("record_deleted", row.number),
        ("record_missing", None),
    }
    missing = next(each for each in report.ledger.findings if each.code == "record_missing")
    assert row.case_id in missing.what


def test_a_deleted_record_with_its_entry_and_case(insider: Insider) -> None:
    insider.delete(4)

    assert "entry_removed" in insider.codes()


@pytest.mark.parametrize("signed_ones_back", [True, False])
def test_a_deletion_that_is_closed_up(insider: Insider, signed_ones_back: bool) -> None:
    """Case, record and entry are gone, everything after moves up, and the tree is computed anew."""
    insider.delete(4)
    insider.move_up(5)
    insider.rebuild()
    if signed_ones_back:
        insider.put_back_checkpoints()

    report = insider.report()

    codes = {each.code for each in report.ledger.findings}
    assert {"log_forked", "log_cut"} <= codes
    forked = next(each.what for each in report.ledger.findings if each.code == "log_forked")
    assert "something among entries 4 to 6" in forked
    assert insider.rows[3].number in forked


def test_two_records_in_the_other_order(insider: Insider) -> None:
    for table in ("record", "record_log_entry"):
        for position, to in ((4, 99), (5, 4), (99, 5)):
            insider.move(table, position, to)
    insider.rebuild()

    found = insider.report().ledger.findings

    assert {"log_forked", "checkpoint_forged"} <= {each.code for each in found}
    forked = next(each.what for each in found if each.code == "log_forked")
    assert insider.rows[4].number in forked


def test_entries_in_the_other_order_without_a_new_tree(insider: Insider) -> None:
    for position, to in ((4, 99), (5, 4), (99, 5)):
        insider.move("record_log_entry", position, to)
    two = (insider.rows[4].number, insider.rows[5].number)

    assert insider.found() == {(code, each) for code in ("entry_edited", "entry_moved") for each in two}


def truncate(insider: Insider, size: int) -> None:
    for position in range(size, 12):
        insider.delete(position)
    insider.sql("DELETE FROM record_checkpoint WHERE size > :s", s=size)
    insider.rebuild()
    insider.put_back_checkpoints()


@pytest.mark.parametrize("size", [9, 10])
def test_a_log_whose_end_was_cut_off(insider: Insider, size: int) -> None:
    """Every trace is gone from the database, which agrees with its older checkpoints."""
    truncate(insider, size)

    found = insider.report().ledger.findings

    assert "log_cut" in {each.code for each in found}
    cut = next(each.what for each in found if each.code == "log_cut")
    assert f"covers 12 entries, and the log has {size}" in cut


def test_a_log_whose_end_was_cut_off_with_the_copies_and_a_customer_has_a_mail(insider: Insider) -> None:
    mailed = Copy(insider.copies()[-1].path, insider.copies()[-1].note)
    for copy in insider.copies():
        copy.path.unlink()
    truncate(insider, 9)

    assert "log_cut" not in insider.codes()
    assert "log_cut" in insider.codes(mailed)


def test_a_log_that_was_begun_anew(insider: Insider) -> None:
    for table in ("record_log", "record_log_entry", "record_log_tile", "record_checkpoint"):
        insider.sql(f"DELETE FROM {table}")  # noqa: S608
    insider.sql("UPDATE record SET position = NULL")
    insider.sql("UPDATE brand SET demo = :no", no=False)
    log_all(insider.house)

    assert insider.codes() == {"log_replaced"}


@pytest.mark.parametrize("also_logged", [True, False])
def test_a_back_dated_record(insider: Insider, also_logged: bool) -> None:
    number = insider.rows[4].number
    earlier = to_milliseconds(insider.rows[4].created_at - timedelta(days=20))
    insider.sql("UPDATE record SET created_at = :t WHERE number = :n", t=earlier, n=number)
    if also_logged:
        insider.sql("UPDATE record_log_entry SET sealed_at = :t WHERE number = :n", t=earlier, n=number)

    found = insider.found()

    assert ("record_redated", number) in found
    assert (("entry_out_of_order", number) in found) is also_logged


def test_a_record_that_the_brand_itself_dated_back(insider: Insider) -> None:
    """With the key and the program's own clock put back: its place in the log tells."""
    (late,) = seal_some(insider.house, 1, insider.house.clock() - timedelta(days=20))
    log_all(insider.house)
    insider.house.clock.go_on(minutes=2)

    assert insider.found() == {("entry_out_of_order", late.number)}


def test_a_record_that_was_left_out(insider: Insider) -> None:
    (row,) = seal_some(insider.house, 1)
    assert insider.codes() == set()

    insider.house.clock.go_on(seconds=61)

    assert insider.found() == {("record_left_out", row.number)}


def test_a_record_that_somebody_else_signed(insider: Insider) -> None:
    number = insider.rows[4].number
    insider.sql("UPDATE record SET signature = :s WHERE number = :n", s=b"\2" * 64, n=number)

    found = insider.found()

    assert ("record_forged", number) in found


def test_a_number_that_was_changed(insider: Insider) -> None:
    number = insider.rows[4].number
    insider.sql("UPDATE record SET number = 'BL-23456789' WHERE number = :n", n=number)

    assert ("record_relabelled", number) in insider.found()
    assert ("record_misnumbered", "BL-23456789") in insider.found()


def test_a_key_that_was_destroyed_by_hand(insider: Insider) -> None:
    row = insider.rows[4]
    insider.sql("UPDATE person SET wrapped_key = NULL WHERE id = :id", id=row.person_id)

    assert insider.found() == {("record_erased", row.number)}


def test_a_tree_that_was_edited(insider: Insider) -> None:
    seal_some(insider.house, 300)
    log_all(insider.house)
    insider.house.clock.go_on(minutes=5)
    assert insider.codes() == set()
    insider.sql("UPDATE record_log_tile SET hashes = :h WHERE level = 1", h=b"\3" * 32)

    assert insider.codes() == {"tree_damaged", "log_forked"}


def test_a_tile_that_was_cut(insider: Insider) -> None:
    with insider.house.app.database.read() as uow:
        tile = uow.record_logs.tile(insider.house.brand.id, 0, 0)
    insider.sql("UPDATE record_log_tile SET hashes = :h", h=tile[:-32])

    assert {"tree_damaged", "entry_edited"} == insider.codes()


def test_a_forged_checkpoint(insider: Insider) -> None:
    note = insider.copies()[-1].note.replace(b"\n12\n", b"\n11\n")
    insider.sql("UPDATE record_checkpoint SET note = :n WHERE size = 12", n=note)

    assert insider.codes() == {"checkpoint_forged", "checkpoint_removed", "log_unsigned"}


def test_checkpoints_that_were_deleted(insider: Insider) -> None:
    insider.sql("DELETE FROM record_checkpoint WHERE size = 6")

    assert insider.codes() == {"checkpoint_removed"}


def test_a_checkpoint_that_was_dated_otherwise(insider: Insider) -> None:
    insider.sql("UPDATE record_checkpoint SET signed_at = signed_at - 5000 WHERE size = 6")

    assert "checkpoint_redated" in insider.codes()


def test_copies_that_were_removed_or_changed(insider: Insider) -> None:
    first, second, *_ = insider.copies()
    first.path.unlink()
    second.path.write_bytes(second.note.replace(b"demo", b"domo"))

    assert insider.codes() == {"copy_missing", "checkpoint_forged"}


def test_a_case_that_was_accepted_without_a_record(insider: Insider) -> None:
    """Deleted within the second, before it came into the log."""
    visitor = Visitor(insider.house.client()).begin("BL-1001")
    visitor.say("I want to cancel")
    visitor.press("No, cancel")
    visitor.press("Confirm cancellation")
    number = visitor.look()["record"]["number"]
    insider.sql("DELETE FROM record WHERE number = :n", n=number)
    insider.house.clock.go_on(minutes=2)

    assert insider.found() == {("record_missing", number)}


def test_a_case_that_was_deleted(insider: Insider) -> None:
    insider.sql("DELETE FROM cancellation_case WHERE id = :id", id=insider.rows[4].case_id)

    assert insider.found() == {("record_without_case", insider.rows[4].number)}


def test_an_entry_that_was_dated_before_its_record(insider: Insider) -> None:
    number = insider.rows[4].number
    insider.sql("UPDATE record_log_entry SET logged_at = logged_at - 3600000 WHERE number = :n", n=number)

    assert insider.found() == {("entry_dated_ahead", number)}


def test_a_second_place_that_cannot_be_written(insider: Insider) -> None:
    place = insider.house.app.settings.checkpoints
    place.rename(place.with_name("gone"))
    place.write_text("in the way")
    seal_some(insider.house, 1)
    log_all(insider.house)
    insider.house.clock.go_on(minutes=5)

    assert insider.codes() == {"copy_missing", "copy_not_made"}


def test_what_was_erased_in_its_time_is_no_finding(insider: Insider) -> None:
    house = insider.house
    visitor = Visitor(house.client()).begin("BL-1001")
    visitor.say("I want to cancel")
    visitor.press("No, cancel")
    visitor.press("Confirm cancellation")
    house.run_due()
    house.clock.go_on(days=5 * 365)
    log_all(house)
    assert any(step.outcome == "erased" for step in expire(house.app))
    house.clock.go_on(minutes=2)

    report = insider.report()

    assert report.ledger.counts["erased records"] >= 1
    assert report.is_clean, report.ledger.findings


def test_every_kind_of_finding_is_shown_by_a_test() -> None:
    here = Path(__file__)
    source = "".join(
        each.read_text(encoding="utf-8")
        for each in (here, here.with_name("test_office.py"), here.parents[1] / "rights/test_steps.py")
    )

    assert {code for code in MEANS if f'"{code}"' not in source} == set()
