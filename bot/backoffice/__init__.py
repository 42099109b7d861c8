"""The brand's own systems: who the customers are, what they have, and doing to it what was decided.

Here belong the protocol (`base`) and its implementations, one module or folder
each. What follows from their answers belongs to the dialog and to `bot.deliver`.
"""
