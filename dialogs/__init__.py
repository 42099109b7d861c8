"""The pure engine: what the bot says next, and what it wants done.

Here belong scripts (dialogs as data), the kinds of steps, the state machine,
the texts' rendering, the understanding of messages and the checker.

Here does not belong anything that knows the time, chance, a database, the
network or a web framework: those come in as arguments (see `facts`) and go out
as effects (see `effects`). Nothing here imports `bot`, `channels` or `storage`.
"""
