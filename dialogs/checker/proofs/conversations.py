"""The conversation that shows a fault, as a case that can be run."""

from dialogs.cases.form import ConversationCase, Expected
from dialogs.cases.writing import appended
from dialogs.checker.proofs.faults import Fault


def conversation_of(fault: Fault) -> ConversationCase:
    """The shortest way to a fault; its last line expects what should have been."""
    graph = fault.graph
    moves = [edge.move for edge in fault.way]
    lines = [move.line() for move in moves]
    if fault.last is not None:
        last = fault.last.line()
        lines.append(last.model_copy(update={"expect": Expected.model_validate(fault.expected)}))
    return ConversationCase(
        about=fault.message,
        script=graph.script.script,
        channel=graph.channel,
        locale=graph.script.locales[0],
        world=graph.world,
        talk=tuple(lines),
    )


def written(case: ConversationCase, name: str = "shown") -> str:
    """A case in the form in which people write cases."""
    return appended("", name, case)
