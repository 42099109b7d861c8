"""Confirmations by e-mail: a durable medium, to which nobody can reply to the bot.

Here belong composing a mail (`message`) and handing it to a mail server
(`outbound`). Here does not belong what it says, nor how the PDF in it is made (bot).
"""

from channels.base import Capabilities, ChannelKind

EMAIL = ChannelKind(
    kind="email",
    capabilities=Capabilities(
        choices="none",
        max_characters=100_000,
        receives=False,
        durable=True,
        attaches_files=True,
    ),
    inbound=None,
    outbound="channels.email.outbound:EmailOutbound",
    settings={
        "host": "The mail server that takes our mail.",
        "port": "Optional: its port; 587 for starttls, 465 for tls and 25 for none.",
        "security": (
            "Optional: `starttls` (the default), `tls` (encrypted from the start) or `none`, "
            "which is for a server on the same machine: with it, no password is sent elsewhere."
        ),
        "username": "Optional: the name to log in with; without it nobody logs in.",
        "password": "The password that belongs to the user name.",
        "from": "Optional: the sender, as `Name <address>` or an address; else the account's own address.",
        "reply_to": "Optional: where a reply goes, an address.",
        "ca_file": "Optional: path of the certificates (PEM) to trust instead of the system's.",
    },
    secrets=frozenset({"password"}),
)
