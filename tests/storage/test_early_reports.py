"""Reports that come before their message is marked as sent."""

from datetime import timedelta

from storage.database import Database
from storage.repositories.reports import KEPT_FOR, EarlyReportRow
from tests.storage.scene import MINUTE, NOW, Brand, add_brand

LATER = NOW + KEPT_FOR + timedelta(seconds=1)


def test_a_report_is_kept_once_and_taken_once(database: Database, brand: Brand) -> None:
    sent = EarlyReportRow(brand.id, "SM1", "sent", False, False, NOW)
    failed = EarlyReportRow(brand.id, "SM1", "failed", True, False, NOW + MINUTE)
    with database.write() as work:
        for row in (failed, sent, sent):
            work.early_reports.keep(row)

    with database.write() as work:
        assert work.early_reports.take(brand.id, "SM2") == []
        assert work.early_reports.take(brand.id, "SM1") == [sent, failed]
        assert work.early_reports.take(brand.id, "SM1") == []


def test_another_brands_report_is_not_taken(database: Database, brand: Brand) -> None:
    other = add_brand(database, "another")
    with database.write() as work:
        work.early_reports.keep(EarlyReportRow(other.id, "SM1", "sent", False, False, NOW))

    with database.write() as work:
        assert work.early_reports.take(brand.id, "SM1") == []


def test_a_report_on_nothing_of_ours_is_forgotten_after_a_day(database: Database, brand: Brand) -> None:
    with database.write() as work:
        work.early_reports.keep(EarlyReportRow(brand.id, "SM1", "sent", False, False, NOW))
        work.early_reports.keep(EarlyReportRow(brand.id, "SM2", "sent", False, False, LATER))

    with database.write() as work:
        assert work.early_reports.take(brand.id, "SM1") == []
        assert len(work.early_reports.take(brand.id, "SM2")) == 1
