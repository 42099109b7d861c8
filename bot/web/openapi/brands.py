"""Operations for a brand's own systems: what it ends."""

from bot.endings.signing import SIGNATURE, TIMESTAMP, TOLERANCE
from bot.web.openapi.common import BRAND, BUSY, TOO_LARGE, UNKNOWN_BRAND, UNREADABLE, WRONG_TYPE
from bot.web.openapi.examples import ELSEWHERE, ENDING, ENDINGS
from bot.web.openapi.models import AgainBy, Ending, Endings, NewEndings, NewLetter, Ordered, SentAgain
from bot.web.openapi.operation import Answer, Body, Operation, Parameter, Refusal

SENT_AT = Parameter(
    TIMESTAMP,
    "header",
    f"Seconds since 1970, at most {TOLERANCE.seconds // 60} minutes from ours.",
    {"type": "string"},
    "1773135015",
)
REFERENCE = Parameter("reference", "path", "The brand's own, as it was given.", {"type": "string"}, "E-4711")

SIGNED = (
    Refusal(401, "unsigned", f"Expected the headers {TIMESTAMP} and {SIGNATURE}."),
    Refusal(403, "refused", "Expected a signature with the brand's key."),
    UNKNOWN_BRAND,
)

HOW_SIGNED = (
    "Signed with the brand's `api_key`: HMAC-SHA256, in hexadecimal, over the timestamp, the method, the "
    "path and the body, with a line feed between each two."
)

ENDINGS_OF = Operation(
    "post",
    "/api/brands/{brand}/endings",
    "declareEndings",
    "End services of customers",
    "The brand ends services itself: each customer is told in a chat and by mail, may dispute it, and holds "
    "a sealed record. It is carried out on the last day unless it is disputed by then. Where one row has a "
    f"fault none is taken; the message names each with its row and field. {HOW_SIGNED}",
    "Endings",
    {200: Answer("All are taken, now or before.", Endings, {"announced": {"endings": [ENDING]}})},
    (
        *SIGNED,
        *UNREADABLE,
        TOO_LARGE,
        WRONG_TYPE,
        Refusal(
            422,
            "faulty",
            "row 1, last_day: 2026-03-12 is too early; expected 2026-03-24 or later (14 days' notice for "
            "non_payment)",
        ),
        Refusal(503, "back_office", "The back office does not answer; please send it again.", 60),
        BUSY,
    ),
    (BRAND, SENT_AT),
    Body({"one": ENDINGS}, NewEndings),
    ("signed",),
    """curl -sS {base}/api/brands/{brand}/endings \\
  -H 'X-Cancelbot-Timestamp: $TIMESTAMP' \\
  -H 'X-Cancelbot-Signature: $SIGNATURE' \\
  -H 'Content-Type: application/json' \\
  -d '{"endings": [{"customer": "BL-1001", "service": "BL-1001-1", "cause": "non_payment",
       "last_day": "2026-04-30", "reference": "E-4711", "facts": "invoice 4711 of 3 March, 29.90 EUR"}]}'""",
)

ENDING_OF = Operation(
    "delete",
    "/api/brands/{brand}/endings/{reference}",
    "withdrawEnding",
    "Take an ending back",
    "Before it is carried out: the service goes on, and the customer is told and holds a record of that. "
    f"Again: the same answer. {HOW_SIGNED}",
    "Endings",
    {200: Answer("The service goes on.", Ending, {"withdrawn": ENDING | {"status": "withdrawn"}})},
    (
        *SIGNED,
        Refusal(404, "unknown_ending", "There is no ending with this reference."),
        Refusal(409, "too_late", "'E-4711' cannot be withdrawn: the service is ended"),
        TOO_LARGE,
        BUSY,
    ),
    (BRAND, REFERENCE, SENT_AT),
    security=("signed",),
    sample="""curl -sS -X DELETE {base}/api/brands/{brand}/endings/E-4711 \\
  -H 'X-Cancelbot-Timestamp: $TIMESTAMP' \\
  -H 'X-Cancelbot-Signature: $SIGNATURE'""",
)

NUMBER = Parameter("number", "path", "The record's number.", {"type": "string"}, "BL-953J7TAH")

TOO_OFTEN = Refusal(429, "too_often", "It was sent again 3 times within the hour; please wait.", 3600)
OFFICE_DOWN = Refusal(
    503, "back_office", "The back office does not answer; please try again in a minute.", 60
)

AGAIN_OF = Operation(
    "post",
    "/api/brands/{brand}/records/{number}/confirmations",
    "sendConfirmationAgain",
    "Send a confirmation again",
    "To the address that is known for this way; the receipt and the PDF are those that were first sent, to "
    f"the byte. Where it does not arrive the next way takes its place. {HOW_SIGNED}",
    "Records",
    {202: Answer("It is on its way.", SentAgain, {"again": {"number": "BL-953J7TAH", "by": "mail"}})},
    (
        *SIGNED,
        *UNREADABLE,
        Refusal(404, "unknown_record", "There is no record with this number."),
        Refusal(409, "no_way", "The customer cannot be reached by SMS."),
        TOO_LARGE,
        WRONG_TYPE,
        Refusal(422, "bad_way", 'Expected {"by": ...} with one of mail, sms, telegram, chat.'),
        TOO_OFTEN,
        OFFICE_DOWN,
        BUSY,
    ),
    (BRAND, NUMBER, SENT_AT),
    Body({"mail": {"by": "mail"}}, AgainBy),
    ("signed",),
    """curl -sS {base}/api/brands/{brand}/records/$NUMBER/confirmations \\
  -H 'X-Cancelbot-Timestamp: $TIMESTAMP' \\
  -H 'X-Cancelbot-Signature: $SIGNATURE' \\
  -H 'Content-Type: application/json' \\
  -d '{"by": "mail"}'""",
)

LETTER_OF = Operation(
    "post",
    "/api/brands/{brand}/records/{number}/letters",
    "sendLetter",
    "Send a confirmation as a letter",
    "It waits for the day's print run. Without `address` it goes where the back office says; with one this "
    "letter goes there. An address that does not show in the envelope's window is refused with what was "
    f"expected. Another letter about a record needs `again`. {HOW_SIGNED}",
    "Records",
    {202: Answer("It is made within seconds.", Ordered, {"ordered": {"number": "BL-953J7TAH"}})},
    (
        *SIGNED,
        *UNREADABLE,
        Refusal(404, "unknown_record", "There is no record with this number."),
        Refusal(
            409,
            "ordered_before",
            "A letter about it was sent by post before, or is on its way; ask for another if it is wanted.",
        ),
        Refusal(409, "no_letters", "It is not known which customer this is."),
        TOO_LARGE,
        WRONG_TYPE,
        Refusal(422, "bad_address", "The country is not known: expected a country's two letters."),
        TOO_OFTEN,
        OFFICE_DOWN,
        BUSY,
    ),
    (BRAND, NUMBER, SENT_AT),
    Body({"as known": {}, "elsewhere": ELSEWHERE}, NewLetter),
    ("signed",),
    """curl -sS {base}/api/brands/{brand}/records/$NUMBER/letters \\
  -H 'X-Cancelbot-Timestamp: $TIMESTAMP' \\
  -H 'X-Cancelbot-Signature: $SIGNATURE' \\
  -H 'Content-Type: application/json' \\
  -d '{"address": {"lines": ["Rue Haute 7", "1000 Bruxelles"], "country": "BE"}}'""",
)
