"""What a person may want in any step: cancel, keep, a human, dispute, status, refund, ...

Here belongs one function for each wish, by what it is about; `WISHES` is the closed
table. They return True when the present question shall be asked again after the answer.

Here does not belong what a step itself asks and takes (`dialogs.steps`).
"""

from collections.abc import Mapping

from dialogs.meaning import Label
from dialogs.wishes.answers import Wish
from dialogs.wishes.conversation import (
    back,
    bye,
    change,
    elsewhere,
    greet,
    help_,
    language,
    other,
    stop_texts,
    thanks,
    why,
)
from dialogs.wishes.leaving import cancel, withdraw
from dialogs.wishes.persons import dispute, human
from dialogs.wishes.record import charges, ends, prefer, refund, remains, resend, status
from dialogs.wishes.staying import keep, restart

WISHES: Mapping[Label, Wish] = {
    Label.CANCEL: cancel,
    Label.KEEP: keep,
    Label.RESTART: restart,
    Label.HUMAN: human,
    Label.DISPUTE: dispute,
    Label.STATUS: status,
    Label.REFUND: refund,
    Label.ENDS: ends,
    Label.CHARGES: charges,
    Label.REMAINS: remains,
    Label.RESEND: resend,
    Label.PREFER: prefer,
    Label.CHANGE: change,
    Label.WHY: why,
    Label.HELP: help_,
    Label.BACK: back,
    Label.LANGUAGE: language,
    Label.OTHER: other,
    Label.ELSEWHERE: elsewhere,
    Label.GREET: greet,
    Label.THANKS: thanks,
    Label.BYE: bye,
    Label.STOP_TEXTS: stop_texts,
    Label.WITHDRAW: withdraw,
}
