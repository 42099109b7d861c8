"""On the last day the service ends in the back office, is read back, and looked at like any cancellation."""

from datetime import timedelta
from pathlib import Path

from bot.backoffice.base import NotPossible, OutcomeUnknown, Unavailable
from bot.publishing import Dialogs
from storage.repositories.local_office import OfficeChargeRow
from tests.bot.endings.brand import SERVICE, Systems
from tests.bot.web.chat.house import Clock, House, opened


def test_nothing_happens_before_the_last_day(house: House, systems: Systems) -> None:
    systems.end()
    house.run_due()
    house.clock.go_on(days=19)
    house.run_due()

    assert systems.service.status == "active"
    assert "terminate" not in house.offices.calls


def test_it_is_carried_out_once_told_and_reconciled(house: House, systems: Systems) -> None:
    systems.end()
    systems.on_last_day()

    assert (systems.service.status, systems.service.ended_on) == ("ended", systems.case.end_date)
    assert systems.standing() == "reconciled"
    assert "Brightline has ended Brightline Fibre 100" in systems.told()[1]
    assert house.offices.calls.count("terminate") == 1
    assert systems.given_up == []
    visitor = systems.visitor()
    visitor.say("status")
    assert "Brightline ended Brightline Fibre 100 itself" in visitor.text


def test_what_was_paid_beyond_it_is_followed_until_it_is_there(house: House, systems: Systems) -> None:
    systems.end(last_day="2026-03-25")
    systems.on_last_day()
    with house.app.database.read() as uow:
        refunds = uow.local_refunds.of_item(house.brand.id, SERVICE)
    assert [refund.status for refund in refunds] == ["issued"]
    assert any("on its way back to you" in text for text in systems.told())

    with house.app.database.write() as uow:
        for row in uow.local_refunds.open(house.brand.id):
            uow.local_refunds.settle(house.brand.id, row.ref, "paid", house.clock().date())
    house.clock.go_on(days=1)
    house.run_due()

    assert "was paid back to you" in systems.told()[-1]
    assert [owed.standing for owed in systems.case.refunds] == ["paid"]


def test_what_is_charged_after_it_is_fetched_back(house: House, systems: Systems) -> None:
    systems.end()
    systems.on_last_day()
    on = house.clock().date() + timedelta(days=1)
    with house.app.database.write() as uow:
        uow.local_office.put_charge(
            OfficeChargeRow(house.brand.id, "stray", SERVICE, 2990, "EUR", on, "taken")
        )
    house.clock.go_on(days=2)
    house.run_due()

    assert any("although Brightline had ended it on March 30, 2026" in text for text in systems.told())
    assert "refund" in house.offices.calls


def test_the_customer_who_cancels_first_leaves_nothing_to_do(house: House, systems: Systems) -> None:
    systems.end()
    visitor = systems.visitor()
    visitor.say("I want to cancel")
    visitor.press("No, cancel")
    visitor.press("Confirm cancellation")
    house.run_due()
    ended_on = systems.service.ended_on

    systems.on_last_day()

    assert systems.service.ended_on == ended_on
    assert systems.standing() == "overtaken"
    assert visitor.look()["case"]["status"] == "reconciled"
    assert systems.given_up == []
    visitor.say("status")
    assert "ends Brightline Fibre 100" not in visitor.text


def test_an_outage_puts_it_off_and_who_waits_too_long_is_seen(house: House, systems: Systems) -> None:
    systems.end()
    house.offices.write_fault = Unavailable("no answer")
    systems.on_last_day()
    assert systems.standing() == "announced"

    house.offices.write_fault = None
    house.clock.go_on(days=1)
    house.run_due()

    assert systems.standing() == "reconciled"
    assert systems.service.ended_on == house.clock().date()


def test_what_the_back_office_refuses_waits_for_a_person(house: House, systems: Systems) -> None:
    systems.end()
    house.offices.write_fault = NotPossible("locked by finance")
    systems.on_last_day()

    assert systems.standing() == "failed"
    assert [(row.kind, row.error) for row in systems.given_up] == [("terminate_service", "locked by finance")]
    visitor = systems.visitor()
    visitor.say("status")
    assert "That is not done yet; a person is settling it" in visitor.text


def test_an_answer_that_was_lost_ends_it_once(house: House, systems: Systems) -> None:
    systems.end()
    house.offices.fault_after = OutcomeUnknown("the line went dead")
    systems.on_last_day()
    assert systems.standing() == "announced"

    house.offices.fault_after = None
    house.clock.go_on(hours=2)
    house.run_due()

    assert systems.standing() == "reconciled"
    with house.app.database.read() as uow:
        kinds = [each.kind for each in uow.local_office.operations_of(house.brand.id, SERVICE)]
    assert kinds == ["terminate"]


def test_a_process_that_dies_while_at_it_is_followed_by_another(
    house: House, systems: Systems, tmp_path: Path, dialogs: Dialogs
) -> None:
    systems.end()
    house.run_due()
    house.clock.go_on(days=20)
    claimed = house.deliverer.claim()
    assert [each.effect.kind for each in claimed] == ["terminate_service"]  # and then the process is gone

    clock = Clock()
    clock.now = house.clock.now + timedelta(minutes=2)
    url = house.app.database.engine.url.render_as_string(hide_password=False)
    with opened(url, tmp_path, dialogs, clock) as other:
        other.run_due()
        assert other.offices.calls.count("terminate") == 1

    assert systems.standing() == "reconciled"


def test_the_brand_withdraws_it_and_the_customer_is_told(house: House, systems: Systems) -> None:
    systems.end()

    first, again = systems.withdraw(), systems.withdraw()

    assert (first.status_code, again.get_json()) == (200, first.get_json())
    assert first.get_json()["status"] == "withdrawn"
    house.run_due()
    assert "does not end Brightline Fibre 100" in systems.told()[-1]
    assert len(systems.told()) == 2
    assert systems.mails()[-1].startswith("Brightline Fibre 100 goes on")
    house.clock.go_on(days=30)
    house.run_due()
    assert systems.service.status == "active"
    # The service can be ended again, under another reference.
    assert systems.end(reference="E-2")["status"] == "announced"


def test_what_is_carried_out_cannot_be_withdrawn(house: House, systems: Systems) -> None:
    systems.end()
    systems.on_last_day()

    response = systems.withdraw()

    assert response.status_code == 409
    assert response.get_json()["error"]["code"] == "too_late"
    assert systems.withdraw("E-99").status_code == 404
