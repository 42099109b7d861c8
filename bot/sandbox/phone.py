"""A phone that texts, and what Twilio does with its texts before and beside calling our webhook.

Source: https://help.twilio.com/articles/223134027 (opt-out words) and
https://www.twilio.com/docs/messaging/guides/webhook-request
"""

from typing import Any, Literal

from bot.sandbox.accounts import DemoAccount
from bot.sandbox.kept import PHONE, RECEPTION, iso, keep, rows_of
from bot.sandbox.posting import send, twilio_post
from bot.settings import Settings
from bot.wiring import Application
from channels.sms import HELP_WORDS, START_WORDS, STOP_WORDS
from channels.sms.gsm7 import segments
from storage.ids import new_id
from storage.repositories.brands import AccountRow
from storage.unit_of_work import UnitOfWork

OptOut = Literal["STOP", "START", "HELP"]

_REPLIES: dict[OptOut, str] = {
    "STOP": "You will get no more texts from this number. To go on with a cancellation: {link} "
    "- reply START to get texts again.",
    "START": "You get texts from this number again. Reply HELP for help, STOP to end them.",
    "HELP": "Help with your contract: {link} - reply STOP to get no more texts.",
}


def is_opted_out(uow: UnitOfWork, account: AccountRow, number: str) -> bool:
    """Whether the phone's owner forbade texts from this account's number."""
    latest = None
    for row in rows_of(uow, account.brand_id, PHONE, number):
        if row.account_id == account.id:
            latest = (row.meta or {}).get("opt_out") or latest
    return latest == "STOP"


def has_reception(uow: UnitOfWork, account: AccountRow, number: str) -> bool:
    """Whether texts arrive on the phone."""
    rows = rows_of(uow, account.brand_id, RECEPTION, number)
    return not rows or rows[-1].body != "none"


def set_reception(app: Application, ours: DemoAccount, number: str, *, arrives: bool) -> None:
    """From now on texts arrive on the phone, or do not."""
    with app.database.write() as uow:
        keep(uow, ours.brand.id, RECEPTION, number, "full" if arrives else "none", app.clock())


def text_in(app: Application, ours: DemoAccount, number: str, text: str, picture: bool = False) -> int | None:
    """Text the brand from that phone; how our webhook answered, None when it did not."""
    sid = f"{'MM' if picture else 'SM'}{new_id()}"
    word = _act_on(app, ours, number, text, picture)
    path = f"/webhooks/sms/{ours.brand.slug}"
    form = _form(ours, number, text, sid, picture)
    if word is not None and ours.setting("opt_out") != "default":
        form["OptOutType"] = word
    try:
        return send(twilio_post(app.settings, path, form, ours.setting("auth_token")))
    except OSError:
        return None


def _act_on(app: Application, ours: DemoAccount, number: str, text: str, picture: bool) -> OptOut | None:
    """Keep the text and, after an opt-out word, Twilio's own answer. Our webhook has no say in it."""
    with app.database.write() as uow:

        def note(body: str, **meta: Any) -> None:
            keep(uow, ours.brand.id, PHONE, number, body, app.clock(), account=ours.row.id, meta=meta)

        word = _opt_out(text, is_opted_out(uow, ours.row, number))
        note(text, by="owner", picture=picture)
        if word is not None:
            state = {"opt_out": word} if word != "HELP" else {}
            note(_reply(word, ours, app.settings), by="provider", **state)
    return word


def _opt_out(text: str, opted_out: bool) -> OptOut | None:
    """What Twilio makes of the text. YES is an ordinary answer unless there is an opt-out to take back."""
    word = text.strip().upper()
    if word in STOP_WORDS:
        return "STOP"
    if word in HELP_WORDS:
        return "HELP"
    return "START" if word in START_WORDS and (opted_out or word != "YES") else None


def _reply(word: OptOut, ours: DemoAccount, settings: Settings) -> str:
    """The text that the brand configured at Twilio, else one with the link where the cancellation goes on."""
    link = f"{settings.base_url}/chat/{ours.brand.slug}/"
    configured = ours.setting("opt_out_reply") if word == "STOP" else ""
    text = (configured or _REPLIES[word]).replace("{link}", link).replace("{base_url}", settings.base_url)
    return text if word != "STOP" or "://" in text else f"{text} {link}"


def _form(ours: DemoAccount, number: str, text: str, sid: str, picture: bool) -> dict[str, str]:
    form = {
        "ToCountry": "US",
        "ToState": "",
        "SmsMessageSid": sid,
        "NumMedia": "1" if picture else "0",
        "SmsSid": sid,
        "SmsStatus": "received",
        "Body": text,
        "FromCountry": "US",
        "To": ours.row.address,
        "NumSegments": str(segments(text).count),
        "MessageSid": sid,
        "AccountSid": ours.setting("account_sid"),
        "From": number,
        "ApiVersion": "2010-04-01",
    }
    if picture:
        form |= {"MediaContentType0": "image/jpeg", "MediaUrl0": f"https://api.twilio.com/media/{sid}"}
    return form


def phone_thread(uow: UnitOfWork, ours: DemoAccount, number: str) -> list[dict[str, Any]]:
    """The phone's texts, oldest first. `by` is brand, owner, provider, refused or lost."""
    texts = [
        *rows_of(uow, ours.brand.id, "sms", number),
        *rows_of(uow, ours.brand.id, PHONE, number),
    ]
    return [
        {
            "id": row.seq,
            "by": (row.meta or {}).get("by", "brand"),
            "text": row.body,
            "picture": bool((row.meta or {}).get("picture")),
            "at": iso(row.created_at),
        }
        for row in sorted(texts, key=lambda row: row.seq)
        if row.account_id == ours.row.id
    ]
