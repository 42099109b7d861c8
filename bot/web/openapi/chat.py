"""The chat's operations."""

from typing import Any

from bot.web.chat import LONGEST_TEXT
from bot.web.openapi.common import BRAND, BUSY, TOO_LARGE, UNKNOWN_BRAND, UNREADABLE, WRONG_TYPE
from bot.web.openapi.examples import ANSWER, GREETING, ID, RECEIPT, STREAM
from bot.web.openapi.models import Answer as ChatAnswer
from bot.web.openapi.models import NewMessage, NewSession, Session
from bot.web.openapi.operation import Answer, Body, Operation, Parameter, Refusal

SESSION = ("bearer", "cookie")

NO_SESSION = Refusal(401, "no_session", "There is no chat with this token; begin one with POST sessions.")
CROSS_SITE = Refusal(403, "cross_site", "This request must come from the chat's own page.")
BAD_CURSOR = Refusal(400, "bad_cursor", "since and Last-Event-ID are a message's number.")

TOO_MANY = Refusal(
    429,
    "too_many_chats",
    "Too many chats were begun from your network; please try again in a moment.",
    retry_after=1,
)

CURSOR: dict[str, Any] = {"type": "string", "pattern": "^[0-9]{1,9}$"}
SINCE = Parameter("since", "query", "Number of the last message that the client has.", CURSOR, "3")
LAST_EVENT_ID = Parameter(
    "Last-Event-ID",
    "header",
    "The same, as browsers send it on reconnecting; goes before `since`.",
    CURSOR,
    "3",
)
PAGE = Parameter(
    "X-Cancelbot", "header", "`1` from our own page: with it the cookie may sign the request.", {"const": "1"}
)

SCRIPT = Parameter(
    "script",
    "query",
    "One of the brand's published scripts, such as `withdrawal`.",
    {"type": "string"},
    "withdrawal",
)

BEGIN = Operation(
    "post",
    "/chat/{brand}/sessions",
    "beginChat",
    "Begin a chat",
    "Greets, and gives the token with which the chat goes on. With `identity` the customer need not "
    "identify. Our own page gets a cookie instead of the token, and goes on with the chat it had when it "
    "vouches for the same customer again. One network address begins 120 chats at once and two a second "
    "from then on; a demo lets in far more.",
    "Chat",
    {201: Answer("The chat has begun.", Session, {"greeting": GREETING})},
    (
        *UNREADABLE,
        Refusal(400, "bad_locale", 'locale must be a language tag such as "en" or "de".'),
        Refusal(400, "bad_script", "script must be the name of a published script."),
        Refusal(404, "unknown_script", "The brand has published no such script."),
        Refusal(400, "bad_identity", "identity must be a text: a signed token (JWT, HS256)."),
        Refusal(400, "bad_continue", "continue must be a text: the code that another chat showed."),
        Refusal(401, "identity_refused", "the identity token has expired."),
        Refusal(401, "token_used", "The identity token was used before; expected a fresh one."),
        CROSS_SITE,
        UNKNOWN_BRAND,
        TOO_LARGE,
        WRONG_TYPE,
        TOO_MANY,
        BUSY,
    ),
    (BRAND, PAGE),
    Body(
        {"anonymous": {"locale": "en"}, "withdrawal": {"locale": "en", "script": "withdrawal"}},
        NewSession,
        required=False,
    ),
    sample="""curl -sS {base}/chat/{brand}/sessions \\
  -H 'Content-Type: application/json' \\
  -d '{"locale": "en"}'""",
)

RESUME = Operation(
    "get",
    "/chat/{brand}/session",
    "resumeChat",
    "Resume the chat",
    "The whole chat, for a page that was loaded again. With `script` only a chat that follows it.",
    "Chat",
    {
        200: Answer("The chat so far.", ChatAnswer, {"greeting": ANSWER}),
        204: Answer("There is no chat yet."),
    },
    (UNKNOWN_BRAND, BUSY),
    (BRAND, SCRIPT),
    security=SESSION,
    sample="""curl -sS {base}/chat/{brand}/session \\
  -H "Authorization: Bearer $TOKEN\"""",
)

POST = Operation(
    "post",
    "/chat/{brand}/messages",
    "postMessage",
    "Say something",
    "Takes the message and answers with the turn's replies; waits up to 2.5 seconds for the back office, "
    "and says `pending` where more comes later. Send it again with the same `id` when no answer came: it "
    "counts once. What is longer than 4,000 characters is answered, not read.",
    "Chat",
    {200: Answer("The replies, and where things stand.", ChatAnswer, {"receipt": RECEIPT})},
    (
        *UNREADABLE,
        Refusal(400, "bad_message", 'Expected either "text" or "choice".'),
        Refusal(400, "empty", "The message is empty; write something or press a choice."),
        Refusal(400, "bad_id", '"id" must be a UUID, the same one when a message is sent again.'),
        NO_SESSION,
        CROSS_SITE,
        UNKNOWN_BRAND,
        TOO_LARGE,
        Refusal(413, "too_long", f"A message has at most {LONGEST_TEXT} characters."),
        WRONG_TYPE,
        BUSY,
    ),
    (BRAND, PAGE),
    Body(
        {
            "words": {"id": ID, "text": "I want to cancel"},
            "choice": {"id": ID, "choice": "cf4c6ce6954c65a46446440c"},
        },
        NewMessage,
    ),
    SESSION,
    sample=f"""curl -sS {{base}}/chat/{{brand}}/messages \\
  -H "Authorization: Bearer $TOKEN" \\
  -H 'Content-Type: application/json' \\
  -d '{{"id": "{ID}", "text": "I want to cancel"}}'""",
)

READ = Operation(
    "get",
    "/chat/{brand}/messages",
    "readMessages",
    "Read the messages",
    "All messages after a number, for clients whose event stream does not get through.",
    "Chat",
    {200: Answer("The messages, and where things stand.", ChatAnswer, {"receipt": RECEIPT})},
    (BAD_CURSOR, NO_SESSION, UNKNOWN_BRAND, BUSY),
    (BRAND, SINCE),
    security=SESSION,
    sample="""curl -sS '{base}/chat/{brand}/messages?since=1' \\
  -H "Authorization: Bearer $TOKEN\"""",
)

EVENTS = Operation(
    "get",
    "/chat/{brand}/events",
    "followChat",
    "Follow the chat",
    "A stream of server-sent events. `message` carries a message, its id is the message's number; `state` "
    "carries what else is true, once at the beginning and whenever it changes; `ping` says every 20 seconds "
    "that the line is alive. Reconnecting with `Last-Event-ID` misses and repeats nothing.",
    "Chat",
    {200: Answer("The events.", None, {"stream": STREAM}, "text/event-stream", {"type": "string"})},
    (BAD_CURSOR, NO_SESSION, UNKNOWN_BRAND, BUSY),
    (BRAND, SINCE, LAST_EVENT_ID),
    security=SESSION,
    sample="""curl -sSN {base}/chat/{brand}/events \\
  -H "Authorization: Bearer $TOKEN" \\
  -H 'Last-Event-ID: 1'""",
)

PAGE_OF_CHAT = Operation(
    "get",
    "/chat/{brand}/",
    "openChatPage",
    "The chat as a page",
    "For people, and for the frame that a brand's site embeds.",
    "Chat",
    {200: Answer("The page.", None, {}, "text/html", {"type": "string"})},
    (UNKNOWN_BRAND,),
    (
        BRAND,
        Parameter("locale", "query", "Language to speak, such as `de`.", {"type": "string"}, "de"),
        SCRIPT,
    ),
)

CHAT = (BEGIN, POST, READ, EVENTS, RESUME, PAGE_OF_CHAT)
