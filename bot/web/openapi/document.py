"""The document, put together from models and operations."""

from collections.abc import Mapping

from bot.demo.brand import DEMO_ACCOUNTS, DEMO_BRAND
from bot.endings.signing import SIGNATURE
from bot.sandbox.posting import twilio_signature
from bot.schemas import schemas_of
from bot.web.openapi.brands import AGAIN_OF, ENDING_OF, ENDINGS_OF, LETTER_OF
from bot.web.openapi.chat import CHAT
from bot.web.openapi.examples import SMS
from bot.web.openapi.machines import CALL_OF, HEALTH_OF, OUTBOX_OF, READY_OF, STRIPE_OF, webhooks
from bot.web.openapi.mails import MAIL_OF
from bot.web.openapi.models import MODELS
from bot.web.openapi.operation import Json, Operation
from bot.web.openapi.records import RECORDS

VERSION = "1.0.0"
"""Of the contract: the first number changes when something that worked would not work any more."""

TAGS = {
    "Chat": "A customer's chat, from the greeting to the receipt.",
    "Records": "What a customer holds as proof, and what it is verified with.",
    "Webhooks": "What providers call. Verified first, on disk next, answered then.",
    "Endings": "What a brand ends itself, from its own systems.",
    "Mails": "What comes back to a brand's mailbox.",
    "Operation": "For those who run Cancelbot.",
    "Sandbox": "What the demo would have sent.",
}

SECURITY: Json = {
    "bearer": {"type": "http", "scheme": "bearer", "description": "The `token` from `POST sessions`."},
    "cookie": {
        "type": "apiKey",
        "in": "cookie",
        "name": "chat-{brand}",
        "description": "Our own page's session (`__Host-chat-{brand}` behind https). A POST also needs "
        "`X-Cancelbot: 1` and must come from the same origin.",
    },
    "twilio": {"type": "apiKey", "in": "header", "name": "X-Twilio-Signature"},
    "signed": {"type": "apiKey", "in": "header", "name": SIGNATURE},
    "telegram": {"type": "apiKey", "in": "header", "name": "X-Telegram-Bot-Api-Secret-Token"},
    "stripe": {"type": "apiKey", "in": "header", "name": "Stripe-Signature"},
}


def document(base_url: str, *, demo: bool) -> Json:
    """The contract as OpenAPI 3.1.

    Args:
        base_url: where the service answers, without a slash at the end.
        demo: with the sandbox.
    """
    brands = (ENDINGS_OF, ENDING_OF, AGAIN_OF, LETTER_OF, MAIL_OF)
    taken = (*webhooks(), CALL_OF, STRIPE_OF)
    operations = [*CHAT, *RECORDS, *taken, *brands, HEALTH_OF, READY_OF, *([OUTBOX_OF] if demo else [])]
    used = {operation.tag for operation in operations}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Cancelbot",
            "version": VERSION,
            "summary": "A customer cancels by chat and holds a proof.",
            "description": "Bodies are JSON in UTF-8, times are RFC 3339. Every answer other than success "
            "is an `Error`: `code` for programs, `message` saying what was expected. What was refused left "
            "no trace.",
        },
        "servers": [{"url": base_url}],
        "tags": [{"name": name, "description": text} for name, text in TAGS.items() if name in used],
        "paths": _paths(operations, places(base_url, demo=demo)),
        "components": {"schemas": schemas_of(MODELS), "securitySchemes": SECURITY},
    }


def _paths(operations: list[Operation], words: Mapping[str, str]) -> Json:
    paths: Json = {}
    for operation in operations:
        paths.setdefault(operation.path, {})[operation.method] = operation.described(words)
    return paths


def places(base_url: str, *, demo: bool) -> Mapping[str, str]:
    """What the samples' places are filled with: in a demo its own secrets, which everybody knows."""
    if not demo:
        return {"base": base_url, "brand": "BRAND", "signature": "SIGNATURE", "secret": "SECRET"}
    secrets = {each.kind: each.settings for each in DEMO_ACCOUNTS}
    url = f"{base_url}/webhooks/sms/{DEMO_BRAND.slug}"
    return {
        "base": base_url,
        "brand": DEMO_BRAND.slug,
        "signature": twilio_signature(secrets["sms"]["auth_token"], url, SMS),
        "secret": secrets["telegram"]["webhook_secret"],
    }
