"""Text messages through Twilio: its webhooks' signatures and forms, and sending by its REST API.

Here belongs what Twilio says and wants. Here does not belong what a text message
looks like (channels.rendering) or what follows from an opt-out (bot). This module
and `inbound` are loaded by the web process, so neither imports `twilio.rest`.
"""

from channels.base import Capabilities, ChannelKind

STOP_WORDS = frozenset({"STOP", "UNSUBSCRIBE", "END", "QUIT", "STOPALL", "REVOKE", "OPTOUT", "CANCEL"})
"""Whole messages upon which Twilio's default handling blocks our number and answers by itself."""

START_WORDS = frozenset({"START", "YES", "UNSTOP"})
"""Whole messages that lift the block."""

HELP_WORDS = frozenset({"HELP", "INFO"})
"""Whole messages that Twilio answers, without blocking anything."""

SMS = ChannelKind(
    kind="sms",
    capabilities=Capabilities(
        choices="digits",
        max_characters=1600,
        aim_characters=320,
        gsm7=True,
        sender_is_phone=True,
        reserved_words=STOP_WORDS | START_WORDS | HELP_WORDS,
        max_choices=9,
        max_label_characters=60,
    ),
    inbound="channels.sms.inbound:SmsInbound",
    outbound="channels.sms.outbound:SmsOutbound",
    settings={
        "account_sid": "The Twilio account: AC and 32 hexadecimal digits.",
        "auth_token": "Its primary auth token. Signs the webhooks and sends the messages.",
        "messaging_service_sid": (
            "Optional: MG and 32 hexadecimal digits. Messages are then sent by this Messaging Service, "
            "which picks the number, and what comes in to any of its numbers is the account's; without it "
            "there is only the account's own number."
        ),
        "opt_out": (
            "Optional: who recognises words such as STOP. `default` (Twilio's fixed list, on every number) "
            "or `advanced` (Advanced Opt-Out of the Messaging Service, which marks the messages)."
        ),
        "opt_out_reply": (
            "Optional: the text that Twilio is configured to answer to STOP and CANCEL, so that the desk can "
            "show what the customer read. It should carry a link where the cancellation goes on."
        ),
        "api_base": "Optional: where the REST API is, instead of https://api.twilio.com (a simulator).",
    },
    secrets=frozenset({"auth_token"}),
)
