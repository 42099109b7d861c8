"""Which test holds what of the bad things that happen between a customer, this program and a back office.

A test of the contract (`tests/bot/backoffice/test_contract_*`) runs over every adapter that can do it:
`local` on both databases, `http` against a reference server, and `stripe` where it is about services.
"""

import re
from collections.abc import Mapping

import pytest

from dialogs.cases.form import load_cases
from tests.structure.sources import ROOT

OFFICE, CHAT = "tests/bot/backoffice", "tests/bot/web/chat"
CANCELLING, ORDERS = f"{OFFICE}/test_contract_cancelling.py", f"{OFFICE}/test_contract_orders.py"
MONEY, AT_ONCE = f"{OFFICE}/test_contract_money.py", f"{OFFICE}/test_contract_at_once.py"
HTTP, STRIPE, LOCAL = (f"{OFFICE}/test_{name}.py" for name in ("http_faults", "stripe_faults", "local"))

CHANGED = "tests/bot/deliver/test_changed_terms.py"
CHANGED_ORDERS = "tests/bot/deliver/test_changed_orders.py"

HELD: Mapping[str, tuple[str, ...]] = {
    "unknown item": (
        f"{OFFICE}/test_contract_reading.py::test_an_unknown_service_is_refused",
        f"{OFFICE}/test_contract_reading.py::test_nobody_touches_another_s_service",
        f"{ORDERS}::test_another_customers_order_is_as_unknown_as_none",
        f"{ORDERS}::test_a_line_of_another_order_is_not_quoted",
        f"{ORDERS}::test_more_than_there_is_is_not_quoted",
        "tests/bot/cli/test_office.py::test_references_to_nothing_are_told_with_the_nearest",
    ),
    "already cancelled": (
        f"{CANCELLING}::test_another_key_does_not_cancel_twice",
        f"{CANCELLING}::test_what_has_ended_is_not_cancelled",
        f"{ORDERS}::test_what_was_cancelled_is_not_cancelled_again_under_another_key",
        f"{CHAT}/test_repeats.py::test_a_confirmation_sent_twice_cancels_once",
    ),
    "cancelled elsewhere meanwhile": (
        f"{CHAT}/test_outages.py::test_what_was_ended_elsewhere_between_quote_and_yes_needs_no_more_ending",
        f"{CHAT}/test_orders.py::test_what_changed_in_the_shop_is_asked_about_and_not_cancelled_otherwise",
        "tests/bot/receive/test_merging.py::test_confirmed_on_one_channel_is_known_on_the_other",
        "tests/bot/endings/test_carried_out.py::test_the_customer_who_cancels_first_leaves_nothing_to_do",
        f"{OFFICE}/test_stripe.py::test_what_the_brand_itself_did_is_seen",
    ),
    "two cancellations at once on one order": (
        f"{ORDERS}::test_of_different_keys_at_the_same_time_one_cancels_a_line",
        f"{ORDERS}::test_different_lines_at_the_same_time_pay_back_no_cent_too_much",
        f"{CHAT}/test_orders.py::test_two_chats_about_one_order_become_one_case",
        f"{AT_ONCE}::test_the_same_key_at_the_same_time_acts_once",
        f"{AT_ONCE}::test_of_different_keys_at_the_same_time_one_acts",
        f"{STRIPE}::test_two_processes_with_one_key_act_once",
    ),
    "price changed between quote and confirmation": (
        f"{CANCELLING}::test_terms_that_changed_after_the_quote_are_refused",
        f"{ORDERS}::test_a_price_that_changed_after_the_quote_is_not_paid_back_at_the_old_one",
        f"{ORDERS}::test_what_was_sent_meanwhile_is_not_cancelled_on_the_old_terms",
        f"{CANCELLING}::test_what_was_quoted_anew_is_done_once_under_a_key_of_its_own",
        f"{CHANGED}::test_a_higher_fee_is_shown_beside_the_one_confirmed_and_nothing_is_done",
        f"{CHANGED}::test_with_a_fresh_yes_it_is_carried_out_once_under_another_key",
        f"{CHANGED_ORDERS}::test_the_new_terms_are_shown_beside_the_old_ones_and_nothing_is_done",
        "tests/cases/service/changed_terms.yaml::worse",
        "tests/cases/service/silence.yaml::words_after_a_week",
        "tests/cases/order/back_office.yaml::other_terms_after_a_day",
    ),
    "currency mismatch": (
        f"{CANCELLING}::test_a_quote_that_was_never_given_is_refused",
        f"{MONEY}::test_absurd_amounts_are_not_paid_back",
        f"{ORDERS}::test_a_quote_that_was_never_given_is_refused",
        f"{ORDERS}::test_a_line_that_was_never_quoted_so_is_refused",
        f"{HTTP}::test_the_field_that_is_wrong_is_named",
        "tests/bot/cli/test_office.py::test_references_to_nothing_are_told_with_the_nearest",
    ),
    "negative or absurd amounts": (
        f"{CANCELLING}::test_a_quote_that_was_never_given_is_refused",
        f"{MONEY}::test_absurd_amounts_are_not_paid_back",
        f"{ORDERS}::test_a_quote_that_was_never_given_is_refused",
        f"{ORDERS}::test_a_line_that_was_never_quoted_so_is_refused",
        f"{OFFICE}/test_orders.py::test_no_more_is_cancelled_than_there_is",
        f"{HTTP}::test_the_field_that_is_wrong_is_named",
        f"{OFFICE}/csv/test_kinds.py::test_amounts_are_refused",
    ),
    "answers 500": (
        f"{HTTP}::test_an_answer_that_says_nothing",
        f"{HTTP}::test_what_was_done_unheard_is_answered_when_asked_again",
        f"{STRIPE}::test_what_an_error_means",
        f"{STRIPE}::test_a_write_that_was_interrupted_anywhere_is_done_once",
        f"{LOCAL}::test_a_commit_that_broke_off_is_unknown",
        f"{CHAT}/test_brands_own_system.py::test_an_answer_lost_after_the_work_is_asked_for_again_under_the_same_key",
    ),
    "answers garbage": (
        f"{HTTP}::test_an_answer_that_says_nothing",
        f"{HTTP}::test_the_field_that_is_wrong_is_named",
        f"{HTTP}::test_an_answer_about_another_service_is_no_answer",
        f"{STRIPE}::test_what_an_error_means",
        f"{OFFICE}/test_stripe.py::test_terms_that_nobody_can_read_give_no_quote",
        f"{LOCAL}::test_terms_that_cannot_be_read_stop_nobody_from_leaving",
    ),
    "answers late": (
        f"{HTTP}::test_a_late_answer_within_the_time_is_taken",
        f"{HTTP}::test_a_write_ends_in_its_time_and_nobody_knows",
        f"{STRIPE}::test_a_read_ends_in_its_time_however_many_requests_it_takes",
        f"{CANCELLING}::test_a_quote_is_kept_to_when_it_is_carried_out_days_later",
        f"{LOCAL}::test_who_was_slower_tries_again",
    ),
    "answers twice": (
        f"{CANCELLING}::test_the_same_key_acts_once_and_answers_the_same",
        f"{ORDERS}::test_the_same_key_cancels_once_and_answers_the_same",
        f"{MONEY}::test_the_same_key_refunds_once",
        f"{HTTP}::test_the_same_service_twice_is_none_to_choose_from",
        "tests/bot/web/webhooks/test_stripe.py::test_an_event_that_comes_again_changes_nothing",
    ),
    "answers never": (
        f"{HTTP}::test_a_read_ends_in_its_time_however_it_is_held_up",
        f"{HTTP}::test_a_write_ends_in_its_time_and_nobody_knows",
        f"{HTTP}::test_who_takes_connections_and_says_nothing_was_sent_it",
        f"{STRIPE}::test_where_nobody_listens_nothing_was_done",
        f"{STRIPE}::test_a_refund_whose_answer_was_lost_is_found",
        f"{LOCAL}::test_a_database_that_cannot_be_used_did_nothing",
        "tests/bot/web/desk/test_given_up.py::test_what_takes_too_long_is_given_up_and_the_desk_says_when_and_why",
    ),
}
"""What happens -> the tests that hold what is made of it."""


@pytest.mark.parametrize("held", sorted({each for tests in HELD.values() for each in tests}))
def test_what_is_named_is_there(held: str) -> None:
    path, _, name = held.partition("::")
    text = (ROOT / path).read_text(encoding="utf-8")
    if path.endswith(".yaml"):
        assert name in load_cases(text, path)
    else:
        assert re.search(rf"^def {name}\(", text, re.MULTILINE)
