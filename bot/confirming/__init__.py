"""By which ways a confirmation goes: what the customer prefers, what there is, and what follows a failure.

The mail, a durable medium, is always sent; another way comes in addition. Each sending is an effect
of its own, so that every attempt stands in the history.
"""
