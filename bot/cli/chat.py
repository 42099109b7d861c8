"""`cancelbot chat`: the chat in a terminal, for people and (`--jsonl`) for programs.

The same receiving and delivering as everywhere; effects that are due are run
before each answer. Nothing leaves this machine: what other channels would send
is shown instead.
"""

import json
import secrets
import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, count
from pathlib import Path
from typing import Any

import click

from bot.chats import (
    Answer,
    Visitor,
    answer_since,
    new_token,
    open_chat,
    public_message,
    public_state,
    sender_of,
)
from bot.cli.failures import said_plainly
from bot.deliver.look_ups import run_look_ups
from bot.deliver.loop import Deliverer
from bot.demo.customers import DEFAULT_CUSTOMER
from bot.identification.tokens import Vouched
from bot.outbounds import Outbounds
from bot.processes.open import is_empty, open_application
from bot.processes.prepare import make_demo
from bot.publishing import unpublished
from bot.receive.inbox import take_message
from bot.receive.taking import Taken
from bot.sandbox.kept import last_number, sent_rows
from bot.sandbox.wiring import direct_outbound
from bot.scripts.recording import Heard, Recorder
from bot.settings import read_settings
from bot.wiring import Application
from channels.base import Incoming
from channels.registry import CHANNELS
from dialogs.cases.form import CaseError, load_cases
from dialogs.cases.writing import appended
from dialogs.ids import BrandId, ConversationId, CustomerRef
from storage.errors import StorageError

TALKING = tuple(kind for kind, channel in CHANNELS.items() if channel.capabilities.receives)


@click.command()
@click.option("--brand", "slug", default="demo", show_default=True, help="The brand's short name.")
@click.option(
    "--customer", metavar="REF", help="Vouched for as this customer; default: the demo's with one service."
)
@click.option("--anonymous", is_flag=True, help="Nobody vouches: identify yourself in the chat.")
@click.option("--channel", type=click.Choice(TALKING), default="webchat", show_default=True)
@click.option("--locale", help="Language to begin in, such as de.")
@click.option(
    "--script", metavar="NAME", help="Which of the brand's published scripts; default: the front one."
)
@click.option("--jsonl", is_flag=True, help="One JSON object a line, in and out.")
@click.option(
    "--save",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write the conversation down as a case, behind those in this file. Codes are not written down.",
)
@click.option("--name", help="The case's name; default: recorded.")
def chat(
    slug: str,
    customer: str | None,
    anonymous: bool,
    channel: str,
    locale: str | None,
    script: str | None,
    jsonl: bool,
    save: Path | None,
    name: str | None,
) -> None:
    """Chat with the bot here."""
    recording = None if save is None else Recording(save, name)
    with said_plainly():
        settings = read_settings()
        app = open_application(settings, demo=settings.master_keys is None, migrate=True)
        if is_empty(app) and slug == "demo":
            make_demo(app)
        who = None if anonymous else customer or (DEFAULT_CUSTOMER.ref if slug == "demo" else None)
        talk = Talk(app, slug, channel, who, locale, recording, script=script)
    try:
        if jsonl:
            talk_in_json(talk)
        else:
            talk_to_person(talk)
    finally:
        talk.close()
        app.database.close()
        if recording is not None:
            recording.write(talk.conversation)


class Recording:
    """Where the conversation is written down."""

    def __init__(self, file: Path, name: str | None) -> None:
        """Raises ClickException where a case of that name could not be added to the file."""
        self._file = file
        self._text = file.read_text(encoding="utf-8") if file.exists() else ""
        taken = _names_in(self._text, file)
        if name in taken:
            raise click.ClickException(f"{file} has a case {name!r} already")
        numbered = (f"recorded_{number}" for number in count(2))
        self._name = name or next(each for each in chain(["recorded"], numbered) if each not in taken)
        self.recorder = Recorder()

    def write(self, conversation: ConversationId) -> None:
        case = self.recorder.case(conversation, f"Recorded in the terminal as {self._name!r}.")
        if case is not None:
            self._file.write_text(appended(self._text, self._name, case), encoding="utf-8")
            click.echo(f"Written down as {self._name!r} in {self._file}.", err=True)


def _names_in(text: str, file: Path) -> frozenset[str]:
    try:
        return frozenset(load_cases(text, str(file))) if text.strip() else frozenset()
    except CaseError as error:
        raise click.ClickException(str(error)) from error


class Talk:
    """One conversation at this terminal."""

    def __init__(
        self,
        app: Application,
        slug: str,
        channel: str,
        customer: str | None,
        locale: str | None,
        recording: Recording | None = None,
        *,
        script: str | None = None,
    ) -> None:
        self._recorder = Recorder() if recording is None else recording.recorder
        app = app if recording is None else replace(app, witness=self._recorder)
        self._app = app
        with app.database.read() as uow:
            brand = uow.brands.by_slug(slug)
            if brand is None:
                raise click.ClickException(f"there is no brand {slug!r}; make one with: cancelbot brand add")
            accounts = uow.accounts.of_brand(brand.id)
            if script is not None and uow.revisions.published(brand.id, script) is None:
                raise click.ClickException(unpublished(uow, brand.id, script))
        account = next((each for each in accounts if each.kind == channel), None)
        if account is None:
            kinds = ", ".join(sorted({each.kind for each in accounts})) or "none"
            raise click.ClickException(f"brand {slug!r} has no {channel} account; it has: {kinds}")
        self._visitor = Visitor(account, _sender(channel))
        self._outbounds = Outbounds(direct_outbound(app.database, app.clock))
        self._deliverer = Deliverer(app, self._outbounds, threads=1)
        vouched = None if customer is None else Vouched(CustomerRef(customer), secrets.token_hex(16))
        opened = open_chat(app, self._visitor, locale, vouched, greet=False, script=script)
        self.brand: BrandId = opened.brand
        self.conversation: ConversationId = opened.conversation
        with app.database.read() as uow:
            self._outbox_seen = last_number(uow)

    def say(self, *, text: str = "", choice: str | None = None) -> Answer:
        """Say something; every effect that is due is run before the answer."""
        key = f"terminal:{secrets.token_hex(12)}"
        self._recorder.hearing = Heard(_readable(text), None if choice is None else _readable(choice))
        incoming = Incoming(
            key,
            self._visitor.sender,
            self._app.clock(),
            text=_readable(text),
            choice=None if choice is None else _readable(choice),
        )
        return self._answer(take_message(self._app, self._visitor.account, incoming))

    def _answer(self, taken: Taken) -> Answer:
        run_look_ups(self._app, taken.look_ups)
        self._deliverer.run_due()
        with self._app.database.read() as uow:
            return answer_since(uow, taken.brand, taken.conversation, taken.number)

    def posted(self) -> list[dict[str, Any]]:
        """What went to other addresses since the last time: codes and mails."""
        with self._app.database.read() as uow:
            rows = sent_rows(uow, self.brand, None, self._outbox_seen)
        if rows:
            self._outbox_seen = rows[-1].seq
        own = self._visitor.sender
        return [
            {"channel": row.channel, "to": row.recipient, "subject": row.subject, "text": row.body}
            for row in rows
            if row.recipient != own
        ]

    def close(self) -> None:
        self._deliverer.close()
        self._outbounds.close()


def _sender(channel: str) -> str:
    if CHANNELS[channel].capabilities.sender_is_phone:
        # From the range that Germany's regulator keeps for films: nobody's number.
        return f"+49171392{secrets.randbelow(90) + 10:02d}{secrets.randbelow(10)}"
    if CHANNELS[channel].capabilities.sends:
        return str(secrets.randbelow(2**40) + 2**32)
    return sender_of(new_token())


def shown(answer: Answer) -> dict[str, Any]:
    """The answer as `--jsonl` prints it: choice ids are the outcomes' names."""
    messages = [
        public_message(message, by_outcome=True)
        for message in answer.messages
        if message.author != "customer"
    ]
    return {"messages": messages} | public_state(answer)


def talk_in_json(talk: Talk) -> None:
    """One line in, one flushed line out, in UTF-8 whatever the terminal speaks."""
    for line in sys.stdin.buffer:
        answer = json.dumps(_answered(talk, line), ensure_ascii=False)
        sys.stdout.buffer.write(answer.encode() + b"\n")
        sys.stdout.buffer.flush()


def _answered(talk: Talk, line: bytes) -> dict[str, Any]:
    try:
        wanted = json.loads(line.decode())
    except (ValueError, RecursionError):
        return {"error": 'not JSON; expected {"text": ...} or {"choice": ID}'}
    problem = _problem(wanted)
    if problem is not None:
        return {"error": problem}
    try:
        answer = shown(talk.say(text=wanted.get("text", ""), choice=wanted.get("choice")))
    except StorageError as error:
        return {"error": f"{error}; send it again"}
    posted = talk.posted()
    return answer | ({"outbox": posted} if posted else {})


def _problem(wanted: Any) -> str | None:
    if not isinstance(wanted, dict) or ("text" in wanted) == ("choice" in wanted):
        return 'expected {"text": ...} or {"choice": ID}'
    said = wanted["text"] if "text" in wanted else wanted["choice"]
    if not isinstance(said, str):
        return '"text" and "choice" must be texts'
    return None if _readable(said).strip() else "the message is empty; write something or press a choice"


def _readable(said: str) -> str:
    """Without halves of characters and without NUL, which no text has."""
    return said.encode("utf-8", "replace").decode("utf-8").replace("\x00", "")


def talk_to_person(talk: Talk) -> None:
    """Prompt, answer, numbered choices."""
    click.echo('Write to the bot; "/quit" ends. Try: I want to cancel\n')
    choices: list[tuple[str, str]] = []
    for line in _lines():
        picked = int(line) - 1 if line.isdigit() and len(line) < 4 else -1
        said = {"choice": choices[picked][0]} if 0 <= picked < len(choices) else {"text": line}
        answer = talk.say(**said)
        choices = _print(answer) or choices
        for item in talk.posted():
            click.secho(f"   [{item['channel']} to {item['to']}] {item['subject'] or ''}", fg="yellow")
            click.secho("   " + item["text"].replace("\n", "\n   "), fg="yellow")
    click.echo("")


def _lines() -> Iterator[str]:
    while True:
        try:
            line = input("> ").strip()
        except (EOFError, KeyboardInterrupt):
            return
        if line == "/quit":
            return
        if line:
            yield line


def _print(answer: Answer) -> list[tuple[str, str]]:
    choices: list[tuple[str, str]] = []
    for message in answer.messages:
        if message.author == "customer":
            continue
        click.echo("")
        click.echo(message.body.text)
        if message.body.choices:
            choices = [(choice.outcome, choice.label) for choice in message.body.choices]
            for number, (_, label) in enumerate(choices, 1):
                click.secho(f"  {number}  {label}", bold=True)
    click.echo("")
    return choices
