"""Coming back to a question that a case cannot go on without."""

from bot.deliver.settle import Done, Result
from bot.receive.happenings import happen
from bot.wiring import Application
from dialogs.effects import AwaitAnswer
from dialogs.events import AnswerDue
from dialogs.turn import EFFECT
from storage.repositories.effects import Claimed, EffectRow
from storage.unit_of_work import UnitOfWork


def answer_due(app: Application, claimed: Claimed) -> Result:
    """The time for an answer is over: the dialog sees whether one came."""
    row = claimed.effect
    effect = EFFECT.validate_json(row.payload)
    assert isinstance(effect, AwaitAnswer)

    def follow(uow: UnitOfWork) -> tuple[EffectRow, ...]:
        assert row.conversation_id is not None
        event = AnswerDue(effect.case, app.clock(), effect.about, effect.put_off)
        return happen(app, uow, row.brand_id, row.conversation_id, event).look_ups

    return Done(follow)
