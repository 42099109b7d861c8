"""Web chat: the embeddable widget and what it can do.

Its messages come in and go out over the HTTP contract in `bot.web`; the
transcript is the delivery, so there is no outbound half.
"""

from channels.base import Capabilities, ChannelKind

WEBCHAT = ChannelKind(
    kind="webchat",
    capabilities=Capabilities(choices="buttons", max_characters=10_000, sends=False),
    inbound=None,
    outbound=None,
    settings={
        "token_key": "key with which the brand's page signs who its customer is (HS256, 32 bytes or more)",
        "embed_origins": "origins of the pages that may embed the widget, separated by spaces",
    },
    secrets=frozenset({"token_key"}),
)
