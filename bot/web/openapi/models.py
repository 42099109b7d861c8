"""What requests and answers look like."""

from datetime import date, datetime
from typing import Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, JsonValue, RootModel

from bot.endings.given import LONGEST_FACTS, LONGEST_NAME, MOST_ROWS
from bot.identification.tokens import LONGEST_LIFE
from bot.web.chat import LONGEST_TEXT
from channels.email.incoming import Said
from dialogs.case import CaseRecord, EndingCause
from dialogs.endings import LEAST_NOTICE, EndingStanding

Outcome = Literal[
    "requested",
    "accepted",
    "executed",
    "reconciled",
    "kept",
    "fee_open",
    "terms_open",
    "reversing",
    "reversed",
    "failed",
    "withdrawn",
    "merged",
]


class NewSession(BaseModel):
    """How a chat begins. An empty body will do."""

    locale: str | None = Field(
        None,
        pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$",
        description="Language to speak, such as `en` or `de-AT`; else the browser's `Accept-Language`, "
        "else the brand's first.",
        examples=["en"],
    )
    script: str | None = Field(
        None,
        description="Which of the brand's published scripts the chat follows, such as `withdrawal`; "
        "else the one that ends services.",
        examples=["withdrawal"],
    )
    identity: str | None = Field(
        None,
        description="Who is writing, vouched for by the brand's own signed-in page: a JSON Web Token (HS256) "
        "with `sub` (the customer's number), `aud` (the brand), `exp` "
        f"(at most {LONGEST_LIFE.seconds // 3600} h ahead) and `jti` (used once).",
        examples=["eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJCTC0xMDAxIn0.signature"],
    )
    continue_: str | None = Field(
        None,
        alias="continue",
        description="The code that the chat on another channel showed: this chat goes on with that "
        "one. It works once, within ten minutes.",
        examples=["K7QM-4XRD"],
    )


class TextMessage(BaseModel):
    """Something written."""

    model_config = ConfigDict(json_schema_extra={"not": {"required": ["choice"]}})

    id: UUID = Field(description="Made by the client; the same one when the message is sent again.")
    text: str = Field(min_length=1, max_length=LONGEST_TEXT, examples=["I want to cancel"])


class ChoiceMessage(BaseModel):
    """A choice pressed."""

    model_config = ConfigDict(json_schema_extra={"not": {"required": ["text"]}})

    id: UUID = Field(description="Made by the client; the same one when the press is sent again.")
    choice: str = Field(max_length=LONGEST_TEXT, description="The `id` of a choice that was shown.")


class NewMessage(RootModel[TextMessage | ChoiceMessage]):
    """Either words or a choice."""


class Choice(BaseModel):
    """A way on. The way out of an offer always comes first."""

    id: str = Field(description="Opaque; means something in this chat and for this question only.")
    label: str = Field(examples=["No, cancel"])
    kind: Literal["reply", "share_contact", "link"] = Field(
        description="`link` opens `url` instead of a reply."
    )
    url: str | None = Field(None, description="Only where `kind` is `link`.")


class Receipt(BaseModel):
    """Marks a message as a receipt."""

    number: str = Field(examples=["BL-953J7TAH"])


class Message(BaseModel):
    """One message of the transcript."""

    id: str = Field(description="The number, as a text.", examples=["3"])
    number: int = Field(ge=1, description="Counts from 1 in each chat; the stream's event id.")
    author: Literal["customer", "bot", "agent", "system"]
    text: str
    at: datetime = Field(description="When it came in or was written.")
    choices: list[Choice]
    name: str | None = Field(None, description="The agent's name, as customers see it.")
    receipt: Receipt | None = Field(None, description="Set on receipts.")
    client_id: str | None = Field(
        None, description="The `id` that the client gave a message of the customer."
    )


class Case(BaseModel):
    """The cancellation under way."""

    id: str
    status: Outcome = Field(
        description="`accepted` at once, `executed` when the back office did it, `reconciled` when it was "
        "read back; `failed` waits for a person."
    )
    declared_at: datetime = Field(
        description="When the message with the first clear wish came in. Never moves."
    )


class Record(BaseModel):
    """The sealed record of what was decided."""

    number: str = Field(pattern=r"^[A-Z]{2,}-[0-9A-Z]{6,}$", examples=["BL-953J7TAH"])
    kind: CaseRecord
    service: str | None = Field(description="None on a declaration that is not matched yet.")
    declared_at: datetime
    confirmed_at: datetime | None
    end_date: date | None = Field(description="The last day, in the brand's time zone; None while unknown.")


class Seal(BaseModel):
    """What shows that a record is the brand's, and unchanged."""

    alg: Literal["Ed25519"]
    key: str = Field(description="The public key's short name.", pattern="^[0-9a-f]{16}$")
    digest: str = Field(
        description="SHA-256 of the record as canonical JSON (RFC 8785).", pattern="^sha256:[0-9a-f]{64}$"
    )
    signature: str = Field(
        description="Over the line `cancelbot record v1` and the digest's 32 bytes.",
        pattern="^[0-9a-f]{128}$",
    )


class SealedReceipt(BaseModel):
    """What the customer holds: canonical JSON, of which any changed byte is found."""

    record: dict[str, JsonValue]
    seal: Seal


class RecordProof(BaseModel):
    """That a record is in its brand's log (RFC 9162, 2.1.3)."""

    kind: Literal["cancelbot record proof"]
    version: Literal[1]
    number: str
    index: int = Field(ge=0, description="The entry's place. The entry is the record's SHA-256.")
    path: list[str] = Field(description="Hashes in base64, from the leaf's neighbour up to below the root.")
    checkpoint: str = Field(description="What the brand signed over the log (C2SP tlog-checkpoint).")


class BrandKey(BaseModel):
    """What a brand's signatures are verified with."""

    brand: str
    algorithm: Literal["Ed25519"]
    key: str = Field(description="32 bytes in hexadecimal.", pattern="^[0-9a-f]{64}$")
    id: str = Field(description="Its short name, as seals give it.", pattern="^[0-9a-f]{16}$")


class State(BaseModel):
    """What is true about the chat beside its messages."""

    step: str = Field(description="Where the dialog stands; for tests and logs, not to be shown.")
    case: Case | None
    record: Record | None
    pending: bool = Field(description="More is on its way: the back office was slower than 2.5 seconds.")
    status: Literal["bot", "waiting", "agent", "closed"] = Field(
        description="Who answers: `waiting` means that a person was asked for, `agent` that one is there."
    )
    locale: str = Field(examples=["en"])


class Answer(State):
    """The chat with messages: all, those since a number, or a turn's replies."""

    messages: list[Message]


class Session(Answer):
    """A chat that has begun."""

    token: str | None = Field(
        None,
        description="Goes on with the chat, as `Authorization: Bearer`. Kept nowhere on our side. Left out "
        "for our own page, which has it in a cookie that scripts cannot read.",
    )


class NewEnding(BaseModel):
    """A service that the brand ends."""

    customer: str = Field(max_length=LONGEST_NAME, description="The account number.", examples=["BL-1001"])
    service: str = Field(max_length=LONGEST_NAME, description="Which of theirs.", examples=["BL-1001-1"])
    cause: EndingCause
    last_day: date = Field(
        description="In the brand's time zone. From today at least "
        + ", ".join(f"{days} days for `{cause}`" for cause, days in LEAST_NOTICE.items())
        + "; a brand may have set more.",
    )
    reference: str = Field(
        max_length=LONGEST_NAME,
        description="The brand's own. The same one again changes nothing and answers the same; other content "
        "under it is refused.",
        examples=["E-4711"],
    )
    facts: str | None = Field(
        None, max_length=LONGEST_FACTS, description="What it is about, plainly: the customer reads it."
    )


class NewEndings(BaseModel):
    """All of them are taken, or none."""

    endings: list[NewEnding] = Field(min_length=1, max_length=MOST_ROWS)


class Ending(BaseModel):
    """What the brand ends, and where that stands."""

    reference: str
    status: EndingStanding = Field(
        description="`announced`: the customer is told. `disputed`: not carried out before a person has "
        "looked at it. `upheld`: a person did, and it is carried out. `failed` waits for a person. "
        "`overtaken`: the service was ended otherwise before."
    )
    record: str = Field(description="Number of the sealed record.", examples=["BL-7K3M9QXA"])
    customer: str
    service: str
    cause: EndingCause
    facts: str | None
    last_day: date
    told_at: datetime


class Endings(BaseModel):
    """In the order in which they were given."""

    endings: list[Ending]


class AgainBy(BaseModel):
    """By which way a confirmation is sent again."""

    by: Literal["mail", "sms", "telegram", "chat"]


class SentAgain(AgainBy):
    """It is on its way."""

    number: str


class LetterAddress(BaseModel):
    """Where a letter goes."""

    lines: list[str] = Field(description="Below the name, as they stand on an envelope.")
    country: str = Field(description="Two letters (ISO 3166).")


class NewLetter(BaseModel):
    """A letter to be written about a record."""

    address: LetterAddress | None = Field(None, description="For this letter only.")
    again: bool = Field(False, description="Another one, where there was one.")


class Ordered(BaseModel):
    """It is made within seconds, and waits for the day's print run."""

    number: str


class MailTaken(BaseModel):
    """What a mail that came back says."""

    said: Said = Field(
        description="`undelivered`, `full`: the confirmation goes another way. `answer`, `unreadable`: a "
        "person reads it on the desk. From `delayed`, `delivered` and `automatic` nothing follows."
    )


class Health(BaseModel):
    """How far behind the work is."""

    status: Literal["ok"]
    worker: bool = Field(description="Whether a worker was seen within the last 60 seconds.")
    worker_seen_at: datetime | None = Field(description="When one was last seen.")
    outbox_behind_seconds: float = Field(ge=0, description="Age of the oldest effect that is due.")
    inbox_behind_seconds: float = Field(ge=0, description="Age of the oldest delivery not processed yet.")


class Button(BaseModel):
    """What can be pressed under a message."""

    id: str
    label: str
    kind: Literal["reply", "share_contact", "link"]
    url: str | None


class File(BaseModel):
    """A file that went along."""

    name: str
    url: str


class Sent(BaseModel):
    """A message that would have been sent."""

    id: int
    channel: Literal["sms", "telegram", "email"]
    to: str = Field(description="Phone number, chat id or mail address.")
    subject: str | None
    text: str
    buttons: list[Button]
    at: datetime
    page: str | None = Field(description="Where a mail is shown as its receiver sees it.")
    attachments: list[File]


class Outbox(RootModel[list[Sent]]):
    """What would have been sent, oldest first."""


class Problem(BaseModel):
    """What is wrong."""

    code: str = Field(description="For programs; does not change.")
    message: str = Field(description="For people: what was expected.")


class Error(BaseModel):
    """Every answer other than success."""

    error: Problem


MODELS = (
    *(NewSession, NewMessage, Session, Answer, State, Message),
    *(SealedReceipt, RecordProof, BrandKey),
    *(NewEndings, Endings, Ending, AgainBy, SentAgain, NewLetter, Ordered, MailTaken),
    *(Health, Outbox, Error),
)
"""What is documented by name; models inside of these come along."""
