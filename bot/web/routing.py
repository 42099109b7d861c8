"""Routes that are only matched, as nearly all of them are, cost nothing for what they could also do."""

from collections.abc import Callable

from flask import Flask
from werkzeug.routing import Rule


class LateRule(Rule):
    """A rule that learns to build its address when somebody asks for it.

    The library compiles two functions for each rule at once: four fifths of the time that the application
    takes to be made, and hardly a page asks for an address.
    """

    def _compile_builder(self, append_unknown: bool = True) -> Callable[..., tuple[str, str]]:
        compiled: list[Callable[..., tuple[str, str]]] = []

        def build(rule: Rule, /, **values: object) -> tuple[str, str]:
            if not compiled:
                compiled.append(super(LateRule, self)._compile_builder(append_unknown))
            return compiled[0](rule, **values)

        return build


class Web(Flask):
    """Flask with the program's pages, static files and rules."""

    url_rule_class = LateRule

    def __init__(self) -> None:
        super().__init__("bot.web", static_folder="static", template_folder="templates")
