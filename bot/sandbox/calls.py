"""Calls to a simulated phone: Twilio's REST API takes them, a person answers or does not, and presses keys.

Twilio's part is done when the person does something: it asks our webhook what to say, and reports the end.

Source: https://www.twilio.com/docs/voice/api/call-resource and https://www.twilio.com/docs/voice/twiml/gather
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal
from xml.etree import ElementTree as ET

from bot.sandbox.accounts import DemoAccount
from bot.sandbox.kept import CALL, iso, keep, rows_of
from bot.sandbox.posting import ask, twilio_post
from bot.sandbox.twilio import Form, TwilioError, known_accounts
from bot.wiring import Application
from storage.ids import new_id
from storage.repositories.runtime import SandboxMessageRow
from storage.unit_of_work import UnitOfWork

Deed = Literal["answer", "ignore", "voicemail", "press", "hang_up"]

PARAMETERS = frozenset(
    {
        *("To", "From", "Url", "Method", "StatusCallback", "StatusCallbackEvent", "StatusCallbackMethod"),
        *("MachineDetection", "Timeout", "TimeLimit"),
    }
)
"""The parameters of CreateCall that are simulated; another one is a mistake."""

_ANSWERED_BY: Mapping[Deed, str] = {"answer": "human", "voicemail": "machine_start"}


@dataclass(frozen=True, slots=True)
class Call:
    """A call as its rows tell it."""

    sid: str
    number: str
    url: str
    state: Literal["rings", "talks", "over"]
    keys: str
    """Where a pressed key goes; empty where none is waited for."""
    rows: tuple[SandboxMessageRow, ...]


def create_call(app: Application, sid: str, username: str, password: str, form: Form) -> dict[str, Any]:
    """Let the phone ring. Raises `TwilioError`."""
    accounts = known_accounts(app, "voice", sid, username, password)
    if unknown := set(form) - PARAMETERS:
        raise TwilioError(400, 20001, f"Unknown parameter {min(unknown)}")
    values = {name: given[0] for name, given in form.items() if given}
    ours = next((each for each in accounts if each.row.address == values.get("From")), None)
    if ours is None:
        raise TwilioError(400, 21210, "The 'From' phone number is not verified for your account.")
    base, to, url = app.settings.base_url, values.get("To", ""), values.get("Url", "")
    if not to:
        raise TwilioError(400, 21201, "No 'To' number is specified")
    if not url.startswith(f"{base}/"):
        raise TwilioError(400, 21205, f"Url is not a valid URL: {url}")
    call = f"CA{new_id()}"
    _keep(app, ours, to, call, "rings", "", url=url.removeprefix(base))
    return {"sid": call, "status": "queued", "to": to, "from": ours.row.address, "account_sid": sid}


def act_on_call(
    app: Application, ours: DemoAccount, number: str, sid: str, deed: Deed, key: str
) -> int | None:
    """Do something with a call; how our webhook answered last, None when it did not.

    Raises LookupError where the call is not there, or not in a state for that.
    """
    with app.database.read() as uow:
        call = next((each for each in calls_of(uow, ours, number) if each.sid == sid), None)
    if call is None or deed not in _POSSIBLE[call.state] or (deed == "press" and not call.keys):
        raise LookupError("there is no such call")
    try:
        return _DONE[deed](app, ours, call, key)
    except OSError:
        return None


def calls_of(uow: UnitOfWork, ours: DemoAccount, number: str) -> list[Call]:
    """The calls to a phone, oldest first."""
    found: dict[str, list[SandboxMessageRow]] = {}
    for row in rows_of(uow, ours.brand.id, CALL, number):
        found.setdefault(_meta(row)["call"], []).append(row)
    return [_call(sid, rows) for sid, rows in found.items()]


def shown_calls(uow: UnitOfWork, ours: DemoAccount, number: str) -> list[dict[str, Any]]:
    """The calls as the phone's page lists them among its texts."""
    return [
        {
            "id": call.rows[0].seq,
            "by": "call",
            "call": call.sid,
            "state": call.state,
            "keys": bool(call.keys),
            "lines": [{"what": _meta(row)["what"], "text": row.body} for row in call.rows[1:]],
            "at": iso(call.rows[0].created_at),
        }
        for call in calls_of(uow, ours, number)
    ]


def _call(sid: str, rows: list[SandboxMessageRow]) -> Call:
    first, last = rows[0], _meta(rows[-1])
    state: Literal["rings", "talks", "over"] = "talks"
    if last["what"] in ("rings", "over"):
        state = last["what"]
    return Call(sid, first.recipient, _meta(first)["url"], state, last.get("keys", ""), tuple(rows))


def _taken(app: Application, ours: DemoAccount, call: Call, by: str) -> int:
    """Somebody, or something, takes the call."""
    status = _said_upon(app, ours, call, call.url, {"CallStatus": "in-progress", "AnsweredBy": by})
    if by != "human":
        _over(app, ours, call, "The machine took it.", "completed", AnsweredBy=by)
    return status


def _pressed(app: Application, ours: DemoAccount, call: Call, key: str) -> int:
    _keep(app, ours, call.number, call.sid, "pressed", key)
    return _said_upon(app, ours, call, call.keys, {"CallStatus": "in-progress", "Digits": key})


def _said_upon(app: Application, ours: DemoAccount, call: Call, path: str, form: Mapping[str, str]) -> int:
    """Ask our webhook what to say. Where no key is waited for, the call ends with it."""
    status, answer = ask(_post(app, ours, call, path, form))
    if status != 200:
        _over(app, ours, call, f"The webhook answered {status}.", "completed")
        return status
    xml = ET.fromstring(answer)  # noqa: S314 - our own
    gather = xml.find("Gather")
    said = xml if gather is None else gather
    keys = said.get("action", "").removeprefix(app.settings.base_url)
    words = "\n".join(each.text or "" for each in said.iter("Say"))
    _keep(app, ours, call.number, call.sid, "said", words, keys=keys)
    if not keys and form.get("AnsweredBy", "human") == "human":
        _over(app, ours, call, "The call has ended.", "completed")
    return status


def _over(app: Application, ours: DemoAccount, call: Call, words: str, status: str, **more: str) -> int:
    _keep(app, ours, call.number, call.sid, "over", words)
    form = {"CallStatus": status, "CallbackSource": "call-progress-events", **more}
    return ask(_post(app, ours, call, call.url, form))[0]


_POSSIBLE: Mapping[str, frozenset[Deed]] = {
    "rings": frozenset({"answer", "ignore", "voicemail"}),
    "talks": frozenset({"press", "hang_up"}),
    "over": frozenset(),
}

_DONE: Mapping[Deed, Callable[[Application, DemoAccount, Call, str], int]] = {
    "answer": lambda app, ours, call, _: _taken(app, ours, call, _ANSWERED_BY["answer"]),
    "voicemail": lambda app, ours, call, _: _taken(app, ours, call, _ANSWERED_BY["voicemail"]),
    "ignore": lambda app, ours, call, _: _over(app, ours, call, "Nobody answered.", "no-answer"),
    "press": _pressed,
    "hang_up": lambda app, ours, call, _: _over(app, ours, call, "Hung up without a key.", "completed"),
}


def _post(app: Application, ours: DemoAccount, call: Call, path: str, form: Mapping[str, str]) -> Any:
    known = {
        "CallSid": call.sid,
        "AccountSid": ours.setting("account_sid"),
        "From": ours.row.address,
        "To": call.number,
        "Direction": "outbound-api",
        "ApiVersion": "2010-04-01",
    }
    return twilio_post(app.settings, path, {**known, **form}, ours.setting("auth_token"))


def _keep(
    app: Application, ours: DemoAccount, number: str, call: str, what: str, body: str, **more: str
) -> None:
    with app.database.write() as uow:
        meta = {"call": call, "what": what, **more}
        keep(uow, ours.brand.id, CALL, number, body, app.clock(), account=ours.row.id, meta=meta)


def _meta(row: SandboxMessageRow) -> Mapping[str, Any]:
    return row.meta or {}
