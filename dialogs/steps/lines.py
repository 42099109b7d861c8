"""`lines`: finds out how much of the order is meant; passes through where there is one thing only."""

from dialogs.meaning import ENDING, ENOUGH, Meaning
from dialogs.scene import Scene, choice, chosen_outcome
from dialogs.step_kinds import LinesStep
from dialogs.steps.account import option_of
from dialogs.steps.answers import STAY
from dialogs.turn import Choice, State
from dialogs.values import Order, OrderLine, Selection

MOST_COUNTED = 9
"""So many of a line can be chosen one by one; of more there are, all can be, too."""


def enter(scene: Scene, step: LinesStep) -> str | None:
    case, order = scene.case, scene.state.order
    assert case is not None, "lines are chosen for a case"
    assert order is not None, "lines are chosen from an order"
    lines = lines_left(order, case.selection)
    if case.selection and (not scene.state.adding or not lines):
        return "chosen"
    if scene.state.picked is None and len(order.lines) == 1:
        return _pick(scene, step, order, lines[0])
    if scene.state.picked is not None:
        _ask_how_many(scene, step, order)
        return None
    text = f"{step.text}-more" if case.selection else step.text
    everything = "choice-the-rest" if case.selection else "choice-all-of-it"
    enough = (choice(ENOUGH, "choice-enough"),) if case.selection else ()
    options = (choice("option-1", everything), *(_option(n, each) for n, each in enumerate(lines, 2)))
    scene.ask(text, (*options, *enough), order=order.ref)
    return None


def answer(scene: Scene, step: LinesStep, meaning: Meaning) -> str | None:
    case, order = scene.case, scene.state.order
    assert case is not None, "lines are chosen for a case"
    assert order is not None, "lines are chosen from an order"
    if scene.state.picked is not None:
        return _answer_how_many(scene, order, meaning)
    if case.selection and _is_enough(meaning):
        scene.put(adding=False)
        return "chosen"
    option, lines = option_of(meaning), lines_left(order, case.selection)
    if option is None or not 0 <= option <= len(lines):
        return None
    if option == 0:
        return _select(scene, everything_of(order))
    picked = _pick(scene, step, order, lines[option - 1])
    return STAY if picked is None else picked


def _is_enough(meaning: Meaning) -> bool:
    """Nothing else is meant than what was chosen before."""
    said = meaning.choice is None and meaning.label in ENDING and not meaning.guessed
    return said or bool(chosen_outcome(meaning, ENOUGH))


def options(state: State) -> tuple[str, ...]:
    """The names of what can be chosen, in the order shown; the first is all of it and has none."""
    case, order = state.case, state.order
    if case is None or order is None or state.picked is not None:
        return ()
    return ("", *(line.name for line in lines_left(order, case.selection)))


def lines_left(order: Order, selection: Selection) -> list[OrderLine]:
    """The lines of which not all is selected yet."""
    selected = dict(selection)
    return [line for line in order.lines if line.quantity > selected.get(line.ref, 0)]


def everything_of(order: Order) -> Selection:
    return tuple((line.ref, line.quantity) for line in order.lines)


def _option(position: int, line: OrderLine) -> Choice:
    return choice(f"option-{position}", "choice-line", quantity=line.quantity, name=line.name)


def _pick(scene: Scene, step: LinesStep, order: Order, line: OrderLine) -> str | None:
    if line.quantity == 1:
        return _add(scene, line, 1)
    scene.put(picked=order.lines.index(line))
    _ask_how_many(scene, step, order)
    return None


def _ask_how_many(scene: Scene, step: LinesStep, order: Order) -> None:
    assert scene.state.picked is not None, "of a line that was picked"
    line = order.lines[scene.state.picked]
    choices = [
        choice(f"quantity-{each}", "choice-quantity", quantity=each)
        for each in range(1, min(line.quantity, MOST_COUNTED + 1))
    ]
    choices.append(choice(f"quantity-{line.quantity}", "choice-all-of-them", quantity=line.quantity))
    scene.ask(f"{step.text}-quantity", tuple(choices), name=line.name, quantity=line.quantity)


def _answer_how_many(scene: Scene, order: Order, meaning: Meaning) -> str | None:
    assert scene.state.picked is not None, "it was asked how many of a line"
    shown = (each.id for each in scene.state.prompt if each.id.startswith("quantity-"))
    picked = chosen_outcome(meaning, *shown)
    if picked is None:
        return None
    return _add(scene, order.lines[scene.state.picked], int(picked.removeprefix("quantity-")))


def _add(scene: Scene, line: OrderLine, quantity: int) -> str:
    assert scene.case is not None
    others = (each for each in scene.case.selection if each[0] != line.ref)
    return _select(scene, (*others, (line.ref, quantity)))


def _select(scene: Scene, selection: Selection) -> str:
    scene.put(picked=None, adding=False)
    scene.put_case(selection=selection, order_quote=None)
    return "chosen"
