"""`cancelbot run`, `web`, `worker`, `migrate`."""

import sys
from dataclasses import replace

import click

from bot.cli.failures import said_plainly
from bot.settings import Settings, read_settings


@click.command()
@click.option("--demo/--no-demo", default=None, help="Seed and show the demo; default for an empty database.")
@click.option("--port", type=click.IntRange(1, 65535), help="Port to listen on.")
def run(demo: bool | None, port: int | None) -> None:
    """Run everything: web chat, desk, studio, worker; on an empty database the demo as well."""
    from bot.processes.log import log_to_stderr
    from bot.processes.prepare import environment_of, prepare
    from bot.processes.supervisor import Child, Supervisor, command

    log_to_stderr()
    with said_plainly():
        settings = read_settings()
        if port is not None:
            settings = _on_port(settings, port)
        prepared = prepare(settings, demo)
    click.echo(f"Cancelbot runs at {settings.base_url}/  (stop with Ctrl+C)")
    if prepared.demo:
        click.echo("This is the demo: the page lists its customers, log-ins and simulators.")
    children = [Child("web", command("web")), Child("worker", command("worker"))]
    sys.exit(Supervisor(children, environment_of(settings)).run())


def _on_port(settings: Settings, port: int) -> Settings:
    moved = settings.base_url == f"http://{settings.host}:{settings.port}"
    return replace(
        settings, port=port, base_url=f"http://{settings.host}:{port}" if moved else settings.base_url
    )


@click.command()
def web() -> None:
    """Run a web process alone."""
    from bot.processes.log import log_to_stderr
    from bot.processes.web import WebServer

    log_to_stderr()
    with said_plainly():
        WebServer(read_settings()).run()


@click.command()
def worker() -> None:
    """Run a worker alone."""
    from bot.learning.upkeep import Upkeep
    from bot.outbounds import Make, Outbounds, real_outbound
    from bot.processes.log import log_to_stderr
    from bot.processes.memory import keep_what_is_there
    from bot.processes.open import is_demo, open_application
    from bot.processes.prepare import environment_of
    from bot.processes.printing import look_after_printing
    from bot.processes.supervisor import command
    from bot.processes.worker import Worker, stop_on_signals

    log_to_stderr()
    with said_plainly():
        settings = read_settings()
        app = open_application(settings, demo=True)
        make: Make = real_outbound
        if is_demo(app) and settings.is_loopback:
            from bot.sandbox.wiring import sandbox_account, sandbox_outbound

            make = sandbox_outbound(app.database, settings, app.clock)
            app = replace(app, channel_account=lambda row: sandbox_account(row, settings))
        work = Worker(app, Outbounds(make))
        keep_what_is_there()
        stop_on_signals(work.stop)
        look_after_printing(app)
        learning = None
        if settings.models is not None:
            learning = Upkeep(settings.models, command("understanding", "train"), environment_of(settings))
            learning.start()
        work.run()
        if learning is not None:
            learning.stop()
        app.database.close()


@click.command()
def migrate() -> None:
    """Bring the database's tables to this version."""
    from bot.processes.open import open_application
    from bot.processes.prepare import has_demo_key

    with said_plainly():
        settings = read_settings()
        open_application(settings, demo=has_demo_key(settings), migrate=True).database.close()
    click.echo("The database is up to date.")
