"""Confirmations by post: a durable medium for whoever has no other, printed once a day.

Here belong the envelopes' windows (`windows`), whether an address fits one (`fitting`) and
what an account is checked for (`sender`). Here do not belong what a letter says, when one is sent, nor
the day's print run (bot): a printer takes letters from us, nothing is handed to it.
"""

from channels.base import Capabilities, ChannelKind

LETTER = ChannelKind(
    kind="letter",
    capabilities=Capabilities(
        choices="none",
        max_characters=100_000,
        sends=False,
        receives=False,
        durable=True,
        attaches_files=True,
    ),
    inbound=None,
    outbound=None,
    settings={
        "country": "Where letters are posted, such as DE (ISO 3166): the window and the paper follow.",
        "window": (
            "Optional: the envelopes' window, `din` (DIN 5008 form B: DL and C6/5, on A4; the default) or "
            "`us` (#10, on Letter; the default in the US, Canada and Mexico)."
        ),
        "sides": "Optional: `one` (the default) or `two`, where a print run is printed on both sides.",
        "contact": "Optional: lines beside the address that say how to reach you, parted by |.",
    },
    check="channels.letter.sender:checked",
)
