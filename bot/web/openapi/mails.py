"""The operation for what comes back to a brand's mailbox."""

from bot.web.openapi.brands import HOW_SIGNED, SENT_AT, SIGNED
from bot.web.openapi.common import BRAND, BUSY, TOO_LARGE
from bot.web.openapi.models import MailTaken
from bot.web.openapi.operation import Answer, Body, Operation, Refusal

ANSWERED = """From: Ada Sommer <ada@example.com>
To: confirmations@mail.example
Subject: Re: Your cancellation is confirmed
Message-ID: <4711@mail.example.com>

Does the router have to go back as well?"""

MAIL_OF = Operation(
    "post",
    "/api/brands/{brand}/mails",
    "receiveMail",
    "Hand on a mail that came back",
    "What comes to the sender's address of the brand's mails, as it came: a bounce, or a full mailbox, has "
    "the confirmation go another way; what people answer is on the desk. Answered as soon as it is on disk; "
    "the same mail, handed on again, or by `cancelbot mail receive` as well, is one. Of a mail that is too "
    f"large send the first 1,000,000 bytes: no more is looked at. {HOW_SIGNED}",
    "Mails",
    {202: Answer("It is on disk, or nothing follows from it.", MailTaken, {"answer": {"said": "answer"}})},
    (
        *SIGNED,
        TOO_LARGE,
        Refusal(415, "not_mail", "Expected a body with Content-Type: message/rfc822."),
        Refusal(
            422,
            "no_mail",
            "Expected a mail as it is sent: headers such as From, an empty line, what is written.",
        ),
        BUSY,
    ),
    (BRAND, SENT_AT),
    Body({"answer": ANSWERED}, schema={"type": "string"}, media="message/rfc822"),
    ("signed",),
    f"""curl -sS {{base}}/api/brands/{{brand}}/mails \\
  -H 'X-Cancelbot-Timestamp: $TIMESTAMP' \\
  -H 'X-Cancelbot-Signature: $SIGNATURE' \\
  -H 'Content-Type: message/rfc822' \\
  -d '{ANSWERED}'""",
)
