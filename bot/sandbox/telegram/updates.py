"""How what people do reaches the bot: kept until confirmed, fetched by the bot or posted to its webhook."""

import json
from dataclasses import dataclass
from typing import Any

from bot.sandbox.accounts import DemoAccount
from bot.sandbox.kept import UPDATE, rows_of
from bot.sandbox.posting import send, telegram_post
from bot.sandbox.wiring import sandbox_url
from bot.settings import Settings
from bot.wiring import Application
from storage.repositories.runtime import SandboxMessageRow
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Webhook:
    """Where a bot wants its updates posted; an empty `url` when it fetches them."""

    url: str = ""
    secret: str = ""


def webhook_of(uow: UnitOfWork, ours: DemoAccount, settings: Settings) -> Webhook:
    """The webhook that the bot set; a demo's bot in the mode `webhook` has set it from the start."""
    kept = uow.settings.get(_key(ours, "webhook"))
    if kept is not None:
        return Webhook(**json.loads(kept))
    if ours.setting("mode") != "webhook":
        return Webhook()
    return Webhook(f"{settings.base_url}/webhooks/telegram/{ours.brand.slug}", ours.setting("webhook_secret"))


def set_webhook(uow: UnitOfWork, ours: DemoAccount, webhook: Webhook) -> None:
    """Post updates there from now on, or nowhere."""
    uow.settings.set(
        _key(ours, "webhook"), json.dumps({"url": webhook.url, "secret": webhook.secret})
    )  # fmt: skip


def confirm(uow: UnitOfWork, ours: DemoAccount, number: int) -> None:
    """Forget the updates up to this one: the bot has them."""
    if number > _confirmed(uow, ours):
        uow.settings.set(_key(ours, "confirmed"), str(number))


def waiting_updates(uow: UnitOfWork, ours: DemoAccount) -> list[dict[str, Any]]:
    """The updates that the bot has not confirmed, oldest first."""
    rows = rows_of(uow, ours.brand.id, UPDATE, after=_confirmed(uow, ours))
    return [update_of(row) for row in rows if row.account_id == ours.row.id]


def update_of(row: SandboxMessageRow) -> dict[str, Any]:
    """The Update: numbers that are the row's are filled in."""
    update: dict[str, Any] = json.loads(json.dumps(row.meta))
    if "message" in update:
        update["message"]["message_id"] = row.seq
    if "callback_query" in update:
        update["callback_query"]["id"] = str(row.seq)
    return {"update_id": row.seq, **update}


def post_waiting(app: Application, ours: DemoAccount) -> int | None:
    """Post to the webhook what waits, in order, until one is not taken.

    Gives the last answer's status; 200 when there was no webhook or nothing to
    post, None when nobody answered. What was not taken is posted along with the next.
    """
    with app.database.read() as uow:
        webhook = webhook_of(uow, ours, app.settings)
        waiting = waiting_updates(uow, ours) if webhook.url else []
    status = 200
    for update in waiting:
        try:
            status = send(telegram_post(_here(app, webhook.url), json.dumps(update).encode(), webhook.secret))
        except OSError:
            return None
        if status >= 300:
            return status
        with app.database.write() as uow:
            confirm(uow, ours, update["update_id"])
    return status


def _here(app: Application, url: str) -> str:
    """The webhook's address on loopback."""
    return sandbox_url(app.settings) + url.removeprefix(app.settings.base_url)


def _confirmed(uow: UnitOfWork, ours: DemoAccount) -> int:
    return int(uow.settings.get(_key(ours, "confirmed")) or 0)


def _key(ours: DemoAccount, name: str) -> str:
    return f"sandbox.telegram.{ours.row.id}.{name}"
