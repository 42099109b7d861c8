"""The command line: one module a group of commands, loaded only when called.

A command reads its options, calls the application and prints; what it does
belongs elsewhere.
"""

from importlib import import_module

import click

COMMANDS = {
    "run": "bot.cli.processes:run",
    "web": "bot.cli.processes:web",
    "worker": "bot.cli.processes:worker",
    "migrate": "bot.cli.processes:migrate",
    "chat": "bot.cli.chat:chat",
    "brand": "bot.cli.brands:brand",
    "ending": "bot.cli.ending:ending",
    "history": "bot.cli.history:history",
    "keys": "bot.cli.keys:keys",
    "ticket": "bot.cli.ticket:ticket",
    "customer": "bot.cli.customer:customer",
    "hold": "bot.cli.hold:hold",
    "expire": "bot.cli.expire:expire",
    "record": "bot.cli.record:record",
    "audit": "bot.cli.audit:audit",
    "letters": "bot.cli.letters:letters",
    "mail": "bot.cli.mail:mail",
    "token": "bot.cli.brands:token",
    "seed": "bot.cli.brands:seed",
    "office": "bot.cli.office:office",
    "script": "bot.cli.script:script",
    "webhooks": "bot.cli.webhooks:webhooks",
    "check": "bot.cli.check:check_",
    "test": "bot.cli.test:test_",
    "understand": "bot.cli.understand:understand",
    "understanding": "bot.cli.understand:understanding",
    "bench": "bot.cli.bench:bench",
    "openapi": "bot.cli.openapi:openapi",
}


class Lazy(click.Group):
    """Loads a command's module when it is called: `cancelbot token` needs no Flask."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        place = COMMANDS.get(cmd_name)
        if place is None:
            return None
        module, _, name = place.partition(":")
        command: click.Command = getattr(import_module(module), name)
        return command


@click.group(cls=Lazy)
@click.version_option(package_name="cancelbot")
def main() -> None:
    """Cancelbot: customers cancel by chat, and hold a proof."""
