"""Models that guess what a message wants: made once for each state of the phrases, kept as files.

Here belong the files and the process that makes them, a brand's own labelled messages, and the measuring of
how well all of it understands. What is computed in between is `dialogs.understanding.routing`.

Here does not belong what a guess leads to (see `dialogs.understanding.guessing`).
"""
