"""Operations for providers, monitoring and the demo: webhooks, health, the sandbox's outbox."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.web.openapi.common import BRAND, BUSY, TOO_LARGE
from bot.web.openapi.examples import CALL, HEALTH, OUTBOX, SMS, STRIPE_EVENT, TELEGRAM
from bot.web.openapi.models import Health, Outbox
from bot.web.openapi.operation import Answer, Body, Operation, Parameter, Refusal
from channels.registry import CHANNELS

FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True, slots=True)
class Provider:
    """What a kind of channel's provider sends, as far as we read it; `sample` are curl's arguments for it."""

    summary: str
    description: str
    body: Body
    security: tuple[str, ...]
    sample: str


_TEXTS = {"type": "string"}

PROVIDERS: Mapping[str, Provider] = {
    "sms": Provider(
        "Twilio's webhook for texts and delivery reports",
        "A text from a phone, or what became of one of ours (`MessageStatus` instead of `Body`). Signed by "
        "Twilio; the signature covers the public address. A repeat is known by `MessageSid`. Parameters "
        "that we do not know are passed over.",
        Body(
            {"text": SMS},
            schema={
                "type": "object",
                "required": ["MessageSid"],
                "properties": dict.fromkeys((*SMS, "OptOutType", "MessageStatus", "ErrorCode"), _TEXTS),
            },
            media=FORM,
        ),
        ("twilio",),
        " \\\n".join(
            [
                "curl -sS -i {base}/webhooks/sms/{brand}",
                "  -H 'X-Twilio-Signature: {signature}'",
                *(f"  --data-urlencode '{name}={value}'" for name, value in SMS.items()),
            ]
        ),
    ),
    "telegram": Provider(
        "Telegram's webhook",
        "An `Update` of the Bot API: a message, an edited message or a pressed button in a private chat; "
        "anything else is passed over. A repeat is known by `update_id`.",
        Body(
            {"message": TELEGRAM},
            schema={
                "type": "object",
                "required": ["update_id"],
                "properties": {"update_id": {"type": "integer"}},
            },
        ),
        ("telegram",),
        """curl -sS -i {base}/webhooks/telegram/{brand} \\
  -H 'X-Telegram-Bot-Api-Secret-Token: {secret}' \\
  -H 'Content-Type: application/json' \\
  -d '{"update_id": 100001, "message": {"message_id": 1, "date": 1773135015, "text": "I want to cancel",
       "chat": {"id": 4711, "type": "private"}, "from": {"id": 4711, "first_name": "Ada"}}}'""",
    ),
}

OTHER = Provider("A provider's webhook", "", Body({}, schema={}), (), "")

REFUSED = (
    Refusal(400, "refused", "a message without From"),
    Refusal(403, "refused", "the signature is not ours"),
    Refusal(404, "unknown_webhook", "There is no such webhook."),
    Refusal(413, "refused", "more than 65536 bytes"),
    TOO_LARGE,
    Refusal(415, "refused", "neither a form nor JSON"),
    BUSY,
)


def webhooks() -> list[Operation]:
    """One for each kind of channel that receives by webhook."""
    kinds = [kind for kind, channel in CHANNELS.items() if channel.inbound and channel.capabilities.receives]
    return [_webhook(kind, PROVIDERS.get(kind, OTHER)) for kind in kinds]


def _webhook(kind: str, provider: Provider) -> Operation:
    return Operation(
        "post",
        f"/webhooks/{kind}/{{brand}}",
        f"receive{kind.title()}",
        provider.summary,
        f"{provider.description} Answered as soon as it is on disk.".strip(),
        "Webhooks",
        {204: Answer("It is on disk, or was before.")},
        REFUSED,
        (BRAND,),
        provider.body,
        provider.security,
        provider.sample,
    )


CALL_OF = Operation(
    "post",
    "/webhooks/voice/{brand}/{call}",
    "receiveCall",
    "Twilio's webhook for one call",
    "Where Twilio asks what to say when somebody answers a call of ours (`AnsweredBy`), tells which key was "
    "pressed (`Digits`) and how it ended (`CallStatus`). The address comes with each call and is signed as "
    "texts are. Only the key 1 says that a confirmation was heard; a repeat changes nothing.",
    "Webhooks",
    {
        200: Answer("What is said next (TwiML).", media="text/xml", schema=_TEXTS),
        204: Answer("Nothing more is said."),
    },
    (*REFUSED, Refusal(404, "unknown_call", "There is no such call.")),
    (BRAND, Parameter("call", "path", "The call, as it was named to Twilio.", _TEXTS)),
    Body(
        {"answered": CALL},
        schema={
            "type": "object",
            "required": ["CallSid"],
            "properties": dict.fromkeys((*CALL, "Digits"), _TEXTS),
        },
        media=FORM,
    ),
    ("twilio",),
)

STRIPE_OF = Operation(
    "post",
    "/webhooks/stripe/{brand}",
    "receiveStripe",
    "Stripe's webhook",
    "For a brand whose back office is Stripe, with a `webhook_secret`. What would be looked at later (whether"
    " a service is over, where money is) is looked at at once; nothing depends on it. Signed by Stripe, for "
    "five minutes. A repeat is known by the event's `id`; events of other kinds are passed over.",
    "Webhooks",
    {204: Answer("Taken, or was before.")},
    (
        Refusal(403, "refused", "the signature does not match"),
        Refusal(404, "unknown_webhook", "There is no such webhook."),
        TOO_LARGE,
        BUSY,
    ),
    (BRAND,),
    Body(
        {"refunded": STRIPE_EVENT},
        schema={
            "type": "object",
            "required": ["id", "type", "data"],
            "properties": {"id": _TEXTS, "type": _TEXTS, "data": {"type": "object"}},
        },
    ),
    ("stripe",),
)

HEALTH_OF = Operation(
    "get",
    "/health",
    "health",
    "How far behind the work is",
    "For monitoring whether the process lives: 200 as long as the database answers, also without a worker.",
    "Operation",
    {200: Answer("Alive.", Health, {"ok": HEALTH})},
    (BUSY,),
    sample="curl -sS {base}/health",
)

READY_OF = Operation(
    "get",
    "/ready",
    "ready",
    "Whether work is done",
    "For monitoring whether the installation works: 503 when no worker was seen for 60 seconds. What "
    "customers say is accepted and kept meanwhile, so a load balancer should look at `/health` instead.",
    "Operation",
    {200: Answer("A worker is there.", Health, {"ok": HEALTH})},
    (
        Refusal(
            503, "no_worker", "No worker was seen for 60 seconds: what is accepted is kept, not carried out."
        ),
        BUSY,
    ),
    sample="curl -sS -i {base}/ready",
)

_NUMBER: dict[str, Any] = {"type": "integer", "minimum": 0}

OUTBOX_OF = Operation(
    "get",
    "/sandbox/outbox",
    "sandboxOutbox",
    "What would have been sent",
    "In the demo only: every text, Telegram message and mail, codes included.",
    "Sandbox",
    {200: Answer("The messages, oldest first.", Outbox, {"code": OUTBOX})},
    (Refusal(404, "not_found", "Only a demo has a sandbox."),),
    (
        Parameter("to", "query", "Receiver: number, chat id or address.", _TEXTS, "+491713920001"),
        Parameter("since", "query", "Id of the last message that is known.", _NUMBER),
        Parameter("limit", "query", "Only the newest so many.", _NUMBER),
        Parameter("brand", "query", "Only this brand's.", _TEXTS, "demo"),
    ),
    sample="curl -sSG {base}/sandbox/outbox --data-urlencode 'to=+491713920001'",
)
