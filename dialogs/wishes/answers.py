"""What a wish comes to for the question that stands."""

from collections.abc import Callable
from typing import Literal

from dialogs.meaning import Meaning
from dialogs.scene import Scene

Wish = Callable[[Scene, Meaning], bool]


ASK_AGAIN = True


SAID_ALL = False


def still_asking(scene: Scene) -> bool:
    """A question under way is asked again, so that waiting for a person holds nobody up."""
    return scene.step.kind not in ("menu", "end")


def look_it_up(
    scene: Scene, wish: Literal["status", "refund", "resend", "prefer", "undo", "restart"]
) -> bool:
    """Answer after finding out who asks."""
    scene.put(wish=wish, account="unknown", chosen=None)
    scene.jump(scene.script.wishes.cancel)
    return ASK_AGAIN
