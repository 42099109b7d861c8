"""Telegram: one bot is one account.

Here belong what the Bot API sends us (`updates`, `inbound`, `polling`), what we
send to it (`pieces`, `methods`, `outbound`), its limits (`limiter`, `characters`)
and its errors (`errors`). Here does not belong what is said, nor any offset or
message on disk.

Only `outbound` and `polling` reach aiogram, which costs seconds and 165 MiB to
import: this module, `updates` and `inbound` are loaded by the web process and
stay free of it.
"""

from channels.base import Capabilities, ChannelKind

TELEGRAM = ChannelKind(
    kind="telegram",
    capabilities=Capabilities(
        choices="buttons",
        max_characters=4096,
        shares_contact=True,
        # A bot can edit and delete what it sent, so the chat alone is no durable medium
        # (ECJ C-375/15, BAWAG): what must last goes along as a file, or by mail.
        durable=False,
        attaches_files=True,
    ),
    inbound="channels.telegram.inbound:TelegramInbound",
    outbound="channels.telegram.outbound:TelegramOutbound",
    settings={
        "token": "The bot's token as @BotFather gave it: digits, a colon, letters.",
        "webhook_secret": (
            "What Telegram repeats in every webhook request: 1-256 of A-Z a-z 0-9 _ -."
            " Without it every webhook request is refused."
        ),
        "mode": "How updates come: polling (the default; needs no public address) or webhook.",
        "api_base": (
            "Address of a local Bot API server or a simulator, such as http://127.0.0.1:8081."
            " Leave it out for https://api.telegram.org."
        ),
    },
    secrets=frozenset({"token", "webhook_secret"}),
)
