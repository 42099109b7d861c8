"""A confirmation that somebody asks for again: sent unchanged, unless it was sent often just now; and by
which way they want theirs in future."""

from dialogs.case import Case
from dialogs.effects import PreferWay, SendConfirmation
from dialogs.filling import quote_values
from dialogs.ids import CustomerRef
from dialogs.scene import Scene
from dialogs.values import Way


def send_again(scene: Scene, case: Case) -> bool:
    """Send the case's confirmation once more and say so; or say when it was last sent. Whether it is sent."""
    assert case.record_number is not None, "what has no number was never confirmed"
    last_sent = dict(scene.facts.mailed_enough).get(case.record_number)
    if last_sent is not None:
        scene.say("confirmation-sent-enough", number=case.record_number, sent=last_sent)
        return False
    scene.do(SendConfirmation(case.record_number, again=True))
    scene.say("confirmation-sent-again", **quote_values(case, scene.facts))
    return True


def prefer_way(scene: Scene, customer: CustomerRef, way: Way) -> None:
    """Keep by which way this customer's confirmations go from now on, and say so; or why they do not."""
    if way == "letter" and scene.state.postal is False:
        scene.say("prefer-no-address")
        return
    scene.do(PreferWay(customer, way, None))
    scene.say(f"prefer-{way}")
