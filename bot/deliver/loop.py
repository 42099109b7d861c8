"""The worker's loop: claim what is due, carry it out on a few threads, settle."""

import logging
import threading
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

from bot.deliver.answers import answer_due
from bot.deliver.calls import await_call, call_confirmation
from bot.deliver.case_codes import send_case_code
from bot.deliver.codes import send_code
from bot.deliver.confirmations import send_confirmation
from bot.deliver.documents import make_document, send_document
from bot.deliver.forwarding import forward_confirmation
from bot.deliver.letters import await_letter, replace_letter, send_letter
from bot.deliver.look_ups import look_up, run_look_ups, without_answer
from bot.deliver.mails import read_mail
from bot.deliver.messages import acknowledge_press, send_message
from bot.deliver.notices import mail_notice
from bot.deliver.office import find_terms, read_back, work_in_office
from bot.deliver.orders import cancel_order, read_order_back
from bot.deliver.restarting import restart_service
from bot.deliver.retry import UNSURE
from bot.deliver.returns import look_for_returns
from bot.deliver.settle import Later, Never, Result, Unwanted, settle
from bot.deliver.terminating import terminate_service
from bot.deliver.tickets import push_ticket
from bot.deliver.watching import look_at_end, look_for_refund, refund_charge
from bot.effects import LOOK_UPS
from bot.outbounds import Outbounds
from bot.records.log.sequencer import Sequencer
from bot.room import NoConversation
from bot.wiring import Application
from storage.errors import Conflict, Unavailable
from storage.repositories.effects import Claimed

log = logging.getLogger("cancelbot.deliver")

MOST_UNSETTLED = 10
"""Attempts after which an effect whose outcome cannot be written down is shown to a human."""

LEASE = timedelta(seconds=30)
BATCH = 16

Handler = Callable[[Claimed], Result]


def handlers(app: Application, outbounds: Outbounds) -> Mapping[str, Handler]:
    """Who carries out which kind of effect: a closed table."""
    return {
        "send_message": lambda claimed: send_message(app, outbounds, claimed),
        "acknowledge_press": lambda claimed: acknowledge_press(app, outbounds, claimed),
        "send_code": lambda claimed: send_code(app, outbounds, claimed),
        "send_case_code": lambda claimed: send_case_code(app, outbounds, claimed),
        "send_confirmation": lambda claimed: send_confirmation(app, outbounds, claimed),
        "forward_confirmation": lambda claimed: forward_confirmation(app, outbounds, claimed),
        "send_document": lambda claimed: send_document(app, outbounds, claimed),
        "make_document": lambda claimed: make_document(app, claimed),
        "call_confirmation": lambda claimed: call_confirmation(app, outbounds, claimed),
        "await_call": await_call,
        "send_letter": lambda claimed: send_letter(app, claimed),
        "await_letter": lambda claimed: await_letter(app, claimed),
        "replace_letter": lambda claimed: replace_letter(app, claimed),
        "look_up_account": lambda claimed: look_up(app, claimed),
        "look_up_quote": lambda claimed: look_up(app, claimed),
        "cancel_service": lambda claimed: work_in_office(app, claimed),
        "find_terms": lambda claimed: find_terms(app, claimed),
        "apply_alternative": lambda claimed: work_in_office(app, claimed),
        "revoke_alternative": lambda claimed: work_in_office(app, claimed),
        "reinstate_service": lambda claimed: work_in_office(app, claimed),
        "restart_service": lambda claimed: restart_service(app, claimed),
        "cancel_order": lambda claimed: cancel_order(app, claimed),
        "await_answer": lambda claimed: answer_due(app, claimed),
        "read_back": lambda claimed: read_back(app, claimed),
        "terminate_service": lambda claimed: terminate_service(app, claimed),
        "watch_end": lambda claimed: look_at_end(app, claimed),
        "refund_charge": lambda claimed: refund_charge(app, claimed),
        "follow_refund": lambda claimed: look_for_refund(app, claimed),
        "follow_returns": lambda claimed: look_for_returns(app, claimed),
        "mail_notice": lambda claimed: mail_notice(app, outbounds, claimed),
        "read_mail": lambda claimed: read_mail(app, claimed),
        "push_ticket": lambda claimed: push_ticket(app, claimed),
        "read_order_back": lambda claimed: read_order_back(app, claimed),
    }


class Deliverer:
    """Carries out effects, several at a time, each lane in order."""

    def __init__(self, app: Application, outbounds: Outbounds, threads: int = 8) -> None:
        self._app = app
        self._handlers = handlers(app, outbounds)
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="deliver")
        self._free = threading.Semaphore(threads)
        self._threads = threads
        self._sequencer = Sequencer(app)

    def claim(self, limit: int = BATCH) -> list[Claimed]:
        with self._app.database.write() as uow:
            return uow.outbox.claim(self._app.clock(), self._app.owner, LEASE, limit)

    def run_due(self) -> int:
        """Carry out what is due, one after the other, until nothing is; how many. For terminals and tests.

        Where no worker runs, records come into their log here.
        """
        count = 0
        self._sequencer.go_on()
        while claimed := self.claim():
            for each in claimed:
                self.carry_out(each)
            count += len(claimed)
            self._sequencer.go_on()
        return count

    def start_due(self) -> int:
        """Claim as many as there are free threads and start them; how many."""
        free = 0
        while free < BATCH and self._free.acquire(blocking=False):
            free += 1
        try:
            claimed = self.claim(free) if free else []
        except BaseException:
            for _ in range(free):
                self._free.release()
            raise
        for _ in range(free - len(claimed)):
            self._free.release()
        for each in claimed:
            self._pool.submit(self._carry_out_and_free, each)
        return len(claimed)

    def _carry_out_and_free(self, claimed: Claimed) -> None:
        try:
            self.carry_out(claimed)
        finally:
            self._free.release()

    def carry_out(self, claimed: Claimed) -> None:
        """Do one effect and write down what became of it. An unforeseen error is logged and tried again."""
        effect = claimed.effect
        try:
            result = self._handlers[effect.kind](claimed)
        except NoConversation as error:
            result = Unwanted(str(error))
        except Exception as error:
            log.exception("effect %s (%s) failed", effect.id, effect.kind)
            result = Later(f"{type(error).__name__}: {error}", UNSURE)
        try:
            run_look_ups(self._app, settle(self._app, effect, result))
        except Exception as error:
            # The lease runs out and the effect is done again: nothing is lost. Not for ever, though.
            log.exception("effect %s (%s) could not be settled", effect.id, effect.kind)
            if effect.kind in LOOK_UPS and isinstance(error, Conflict):
                # Somebody waits for it in their chat.
                run_look_ups(self._app, settle(self._app, effect, without_answer(self._app, effect)))
            elif effect.attempts >= MOST_UNSETTLED and not isinstance(error, Unavailable):
                # A database that is busy or away says nothing about the effect: the next attempt settles it.
                settle(self._app, effect, Never(f"cannot be settled: {type(error).__name__}: {error}"))

    def close(self) -> None:
        """Wait for what is under way."""
        self._pool.shutdown(wait=True)
